"""The month's sales and payments on paper: the picture, three tables with their sums, nothing cut."""

from __future__ import annotations

import pytest

from hvacdesk.documents.billing.month_summary import draw_month_summary
from hvacdesk.documents.kit.fonts import GETA
from hvacdesk.documents.kit.page import Sheet
from hvacdesk.domain.billing.month_summary import (
    MonthFigures,
    MonthSummary,
    Received,
    Sale,
    SalePart,
    summarise,
)
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.services.language import words_for
from tests.unit.documents.billing.money_papers import HEAD, pages_of, squeezed
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps

JA = words_for("ja")
MONTHS = tuple(
    MonthFigures(
        f"{2025 + (11 + at) // 12}-{(11 + at) % 12 + 1:02}", 900_000 + 150_000 * at, 700_000 + 10_000 * at
    )
    for at in range(12)
)


def month(customers: int = 3, scale: int = 1) -> MonthSummary:
    sales = [
        Sale(
            str(at),
            f"株式会社青葉商店{at}",
            100_000 * scale,
            110_000 * scale,
            (
                SalePart("佐藤", WorkKind.REPLACE, 60_000 * scale),
                SalePart("", WorkKind.CLEAN, 40_000 * scale),
            ),
        )
        for at in range(customers)
    ]
    return summarise("2026-11", sales, [Received("0", "株式会社青葉商店0", 54_560, fee=440)], MONTHS)


def test_what_it_says() -> None:
    text = squeezed(draw_month_summary(month(), JA, HEAD, "2026-12-01"))
    for said in (
        "請求・入金集計表",
        "2026年11月",
        "請求額（税抜）¥300,000",
        "消費税額¥30,000",
        "請求額（税込）¥330,000",
        "入金¥54,560",
        "振込手数料（当社負担）¥440",
        "株式会社青葉商店01100,000110,00054,560440",
        "合計3300,000330,00054,560440",
        "佐藤3180,00060.0%",
        "担当者なし3120,00040.0%",
        "2408025581",  # of October and November what was invoiced, and beside it what came in
        "2026/11",
    ):
        assert said in text, said


def test_the_filled_bar_is_what_was_invoiced_and_the_other_what_came_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bars: list[tuple[float, float, bool]] = []
    monkeypatch.setattr(
        Sheet, "bar", lambda _sheet, x, _y, _wide, tall, *, filled: bars.append((x, tall, filled))
    )
    draw_month_summary(month(), JA, HEAD, "2026-12-01")
    most = max(one.gross for one in MONTHS)
    highest = max(tall for _x, tall, _filled in bars)
    shown = [(round(tall / highest * most), filled) for _x, tall, filled in sorted(bars)]
    told = [pair for one in MONTHS for pair in ((one.gross, True), (one.received, False))]
    assert shown == told


def test_a_month_of_nothing() -> None:
    text = squeezed(draw_month_summary(summarise("2026-11", [], []), JA, HEAD, "2026-12-01"))
    assert "請求額（税込）¥0" in text
    assert "千円" not in text


HARD = {
    "usual": month(),
    "many": month(300),
    "large": month(5, 900_000),
    "credit only": summarise("2026-11", [Sale("a", "株" * 60, -1_000, -1_100)], [], MONTHS[:1]),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("case", HARD)
def test_nothing_is_cut_or_printed_over_anything_else(case: str, language: str) -> None:
    texts = drawn_by(lambda: draw_month_summary(HARD[case], words_for(language), HEAD, "2026-12-01"))
    assert list(outside_paper(texts)) == []
    assert list(overlaps(texts)) == []
    assert not [text for text in texts if GETA in text.text]


def test_all_customers_are_listed_under_repeated_heads() -> None:
    pages = pages_of(draw_month_summary(HARD["many"], JA, HEAD, "2026-12-01"))
    assert sum(page.count("株式会社青葉商店") for page in pages) == 300
    assert all("件数" in page for page in pages if "株式会社青葉商店" in page)
