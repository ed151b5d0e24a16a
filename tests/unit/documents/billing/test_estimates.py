"""The estimate on paper: everything there, nothing cut, nothing over anything else."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hvacdesk.documents.billing.estimates import draw_estimates
from hvacdesk.domain.billing.estimates import (
    EstimateLineRecord,
    EstimatePaper,
    EstimateRecord,
    EstimateRow,
    EstimateState,
)
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.domain.papers.letterhead import Letterhead, PaperLayout
from hvacdesk.services.language import words_for
from tests.helpers.real_office import FACTS
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps

LINES = (
    EstimateLineRecord("標準取付工事", 2, "台", 16_500),
    EstimateLineRecord("配管延長", 2.5, "m", 3_300),
    EstimateLineRecord("値引き", 1, "式", -8_001),
)
FACTS_WITH_NUMBER = replace(FACTS, invoice_registration="T1234567890123")
HEAD = Letterhead(FACTS_WITH_NUMBER, PaperLayout(("承認", "検印", "担当"), footer="営業時間 9:00–17:00"))


def paper(
    lines: tuple[EstimateLineRecord, ...] = LINES, *, with_tax: bool = False, **changes: str
) -> EstimatePaper:
    record = EstimateRecord(lines, "2026-12-24", with_tax, changes.pop("text", "撤去費用は含みません。"))
    row = EstimateRow(
        "0" * 32, "E2026-000012-2", 2, EstimateState.ISSUED, "2026-11-24", "2026-12-24", record.totals(10), 1
    )
    made = EstimatePaper(
        row=row,
        record=record,
        code="P2026-00012-7KQX",
        job_number="2026-004512",
        work_kind=WorkKind.REPLACE,
        name="株式会社青葉商店",
        honorific="御中",
        site="愛知県名古屋市千種区唐山町1-2 青葉ビル1階",
        on="2026-12-03",
        issued_by="佐藤 花子",
        contact="総務部 鈴木 一 様",
    )
    return replace(made, **changes)


def text_of(made: EstimatePaper, language: str = "ja", head: Letterhead = HEAD) -> list[str]:
    pdf = draw_estimates((made,), words_for(language), head)
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_that_an_estimate_has_to_say(language: str) -> None:
    whole = "".join(text_of(paper(), language))
    for said in (
        "E2026-000012-2",
        "株式会社青葉商店",
        "御中",
        "青葉ビル1階",
        "総務部 鈴木 一 様",
        "標準取付工事",
        "8,250",
        "−8,001",
        "¥33,249",
        "¥3,324",
        "¥36,573",
        "T1234567890123",
        "試験空調",
        "佐藤 花子",
        "撤去費用は含みません。",
        "検印",
        "営業時間",
    ):
        assert said in whole, said


def test_prices_with_tax_are_said_to_be_so() -> None:
    whole = "".join(text_of(paper(with_tax=True), "en"))
    assert "The prices above include the tax." in whole
    assert "¥33,249" in whole
    assert "¥3,022" in whole


_PRICED = paper(
    (
        EstimateLineRecord("業務用エアコン更新工事", 1, "式", 800_000, None, 500_000, 200_000, 31_000),
        EstimateLineRecord("配管延長", 2.5, "m", 3_300, None, 5_000),
        EstimateLineRecord("値引き", 1, "式", -8_001),
    )
)
WITH_COSTS = replace(_PRICED, record=replace(_PRICED.record, costs_apart=True))


def test_costs_named_apart_have_columns_and_their_sum() -> None:
    whole = "".join("".join(text_of(WITH_COSTS)).split())
    assert "単価材料費労務費法定福利費金額" in whole
    assert "800,000500,000200,00031,000800,000" in whole
    assert "金額に含まれる経費の計505,000200,00031,000" in whole


def test_figures_of_a_table_are_all_of_one_size() -> None:
    """A large sum in a narrow column among larger figures looks like the least of them."""
    lines = (
        EstimateLineRecord("標準取付工事", 2, "台", 16_500),
        EstimateLineRecord("移設", 1, "式", 40_493_823, None, 30_000_000, 456_789, 31_000),
    )
    record = replace(WITH_COSTS.record, lines=lines)
    large = replace(WITH_COSTS, record=record, row=replace(WITH_COSTS.row, sums=record.totals(10)))
    texts = drawn_by(lambda: draw_estimates((large,), words_for("ja"), HEAD))
    figures = {
        one.text: one.size for one in texts if re.fullmatch(r"[\d,]+", one.text) and len(one.text) < 12
    }
    assert {"16,500", "33,000", "40,493,823", "30,000,000", "456,789", "31,000"} <= figures.keys()
    assert len(set(figures.values())) == 1, figures
    assert min(figures.values()) > 8, "and large enough to be read"


def test_without_costs_there_are_no_columns_for_them() -> None:
    assert "材料費" not in "".join(text_of(paper()))
    hidden = replace(WITH_COSTS, record=replace(WITH_COSTS.record, costs_apart=False))
    assert "材料費" not in "".join(text_of(hidden))


@pytest.mark.parametrize(
    ("yen", "with_tax", "told"),
    [
        (41_899, False, "¥15,208（税抜¥13,826＋消費税¥1,382、税抜金額の33％、円未満切捨て）"),
        (41_900, False, "¥15,209（税抜¥13,827＋消費税¥1,382、税抜金額の33％）"),
        (46_088, True, "¥15,209（うち消費税¥1,382、税込金額の33％、円未満切捨て）"),
    ],
)
def test_a_deposit_stands_on_the_page_as_it_is_computed(yen: int, with_tax: bool, told: str) -> None:
    lines = (EstimateLineRecord("移設工事", 1, "台", yen),)
    record = replace(_PRICED.record, lines=lines, with_tax=with_tax, deposit_percent=33)
    asked = replace(_PRICED, record=record, row=replace(_PRICED.row, sums=record.totals(10)))
    assert f"着手金{told}" in "".join("".join(text_of(asked)).split())
    assert "着手金" not in "".join(text_of(_PRICED))
    assert "着手金" not in "".join(text_of(_PRICED))


LONG = "とても長い名前の設備一式（室内機・室外機・リモコン・据付部材・化粧カバーを含む）" * 3
HARD = {
    "usual": paper(),
    "many lines": paper(tuple(EstimateLineRecord(f"項目 {number}", 1, "式", 1_000) for number in range(70))),
    "long": paper(
        (EstimateLineRecord(LONG[:120], 1234.56, "か所か所", 999_999_999),), name="株" * 60, site="町" * 90
    ),
    "no facts": paper((EstimateLineRecord("x", 1, "", 1),), text="", on="", issued_by=""),
    "costs": WITH_COSTS,
    "largest costs": replace(
        WITH_COSTS,
        record=replace(
            WITH_COSTS.record,
            lines=(
                EstimateLineRecord(
                    LONG[:120], 1, "か所か所", 999_999_999, None, 333_333_333, 333_333_333, 333_333_333
                ),
            ),
        ),
    ),
    "long notes": paper(text="注意事項です。\n" * 90),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("case", HARD)
def test_nothing_is_cut_or_printed_over_anything_else(case: str, language: str) -> None:
    texts = drawn_by(lambda: draw_estimates((HARD[case],), words_for(language), HEAD))
    assert list(outside_paper(texts)) == []
    assert list(overlaps(texts)) == []


def test_heads_are_repeated_on_each_page() -> None:
    pages = text_of(HARD["many lines"], "en")
    assert len(pages) > 1
    assert all("Quantity" in page for page in pages[:-1])
    assert sum(page.count("項目") for page in pages) == 70


def variants(count: int) -> list[EstimatePaper]:
    made = []
    for at, letter in enumerate("ABC"[:count]):
        one = paper((replace(LINES[0], yen=16_500 + at * 50_000), *LINES[1:]))
        made.append(
            replace(one, row=replace(one.row, number=f"E2026-000012{letter}", sums=one.record.totals(10)))
        )
    return made


@pytest.mark.parametrize("language", ["ja", "en"])
def test_variants_are_laid_side_by_side_on_the_first_page(language: str) -> None:
    made = variants(3)
    pdf = draw_estimates(made, words_for(language), HEAD)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) == 3
    title = {"ja": "プランの比較", "en": "The plans side by side"}[language]
    assert [title in page for page in pages] == [True, False, False]
    sums = [f"{one.row.sums.gross:,}" for one in made]
    assert [sum(each in page for each in sums) for page in pages] == [3, 1, 1]
    assert "標準取付工事" in pages[0]
    drawn = drawn_by(lambda: draw_estimates(made, words_for(language), HEAD))
    assert [*outside_paper(drawn), *overlaps(drawn)] == []


def test_one_alone_is_compared_with_nothing() -> None:
    (page,) = text_of(variants(1)[0])
    assert "プランの比較" not in page
