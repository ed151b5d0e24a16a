"""Papers of what was measured: report, refrigerant log, ledger; and the lines to write on at the site."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from hvacdesk.documents.jobs.electrical import draw_electrical_ledger
from hvacdesk.documents.jobs.refrigerant import draw_refrigerant_logs
from hvacdesk.documents.kit.form import blanks
from hvacdesk.documents.papers.completion_report import draw_completion_report
from hvacdesk.documents.papers.work_orders import draw_work_orders
from hvacdesk.domain.jobs.jobs import UnitPart, WorkKind
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.results import Check, InspectionItem
from hvacdesk.domain.jobs.surveys import Survey, SurveyOutcome
from hvacdesk.domain.papers.completion_report import CompletionReport
from hvacdesk.domain.text.wording import Words, english
from tests.helpers.paper import scanned_codes
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps
from tests.unit.documents.japanese import japanese
from tests.unit.documents.samples import (
    COMMERCIAL,
    COMMERCIAL_UNIT,
    CUSTOMER,
    HEAD,
    NEW_OUTDOOR,
    OLD_UNIT,
    PROFILES,
    TECHNICIAN,
    completion_report,
    ledger_paper,
    pages_of,
    refrigerant_paper,
    text_of,
)

Draw = Callable[[Words], bytes]
PAPERS: dict[str, Draw] = {
    "report": lambda words: draw_completion_report(completion_report(), words, HEAD),
    "refrigerant": lambda words: draw_refrigerant_logs(refrigerant_paper(), words, HEAD),
    "ledger": lambda words: draw_electrical_ledger(ledger_paper(), words, HEAD),
}
EACH_PAPER = pytest.mark.parametrize("draw", PAPERS.values(), ids=PAPERS)
LANGUAGES = pytest.mark.parametrize("words", [japanese, english], ids=["ja", "en"])
MILLIMETRE = 72 / 25.4
LONG = "とても長い備考がここに続きます。" * 60


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@LANGUAGES
@EACH_PAPER
def test_a_usual_paper_fits_one_page_without_clipping_or_overlap(draw: Draw, words: Words) -> None:
    texts = drawn_by(lambda: draw(words))
    assert {text.page for text in texts} == {1}
    assert not list(outside_paper(texts))
    assert not list(overlaps(texts))


def test_papers_of_a_removal_do_not_ask_how_the_unit_runs() -> None:
    report = completion_report()
    gone = replace(report, view=replace(report.view, work_kind=WorkKind.REMOVE), checks={}, warranty_until="")
    sheet = draw_work_orders([replace(TECHNICIAN, work_kind=WorkKind.REMOVE)], japanese, HEAD)
    for pdf in (draw_completion_report(gone, japanese, HEAD), sheet):
        text = squeezed(text_of(pdf))
        assert not [word for word in ("リモコン", "ドレン排水", "保証") if word in text]
    usual = squeezed(text_of(draw_work_orders([TECHNICIAN], japanese, HEAD)))
    assert all(word in usual for word in ("リモコン", "ドレン排水", "保証"))


class TestReport:
    def test_everything_that_was_recorded_is_told(self) -> None:
        text = squeezed(text_of(draw_completion_report(completion_report(), japanese, HEAD)))
        for part in (
            "作業完了報告書",
            "田中花子様",
            "P2026-000017",
            "C-000123",
            "4.15MPa",
            "10分",
            "到達66.7Pa",
            "追加0.06kg",
            "合計充塡量0.71kg",
            "回収0.75kg",
            "100MΩ",
            "差13.3K",
            "4.6A",
            "石綿なし",
            "2027年(令和9年)11月23日",
            "ドレンホースを30cm延長",
            "架台・金具1台壁掛け",
        ):
            assert squeezed(part).replace("(", "（").replace(")", "）") in text.replace("(", "（").replace(
                ")", "）"
            ), part

    def test_nothing_of_payment_or_phone_is_on_it(self) -> None:
        view = replace(CUSTOMER, payment_method="cash", amount_to_collect=88_000)
        text = text_of(draw_completion_report(completion_report(view=view), english, HEAD))
        assert not any(sign in text for sign in ("¥", "88,000", "Cash", "●"))

    def test_what_was_not_measured_has_no_line(self) -> None:
        bare = completion_report(
            units=(), text="", survey=Survey(), warranty_until="", checks={}, started="", ended=""
        )
        text = text_of(draw_completion_report(bare, english, HEAD))
        assert "Airtightness" not in text
        assert "Asbestos" not in text
        assert "None agreed" in text

    def test_many_units_and_long_remarks_go_on_over_pages(self) -> None:
        base = completion_report()
        unit = replace(
            base.units[2],
            record=COMMERCIAL_UNIT,
            checks={InspectionItem.OIL: Check.FOUND, InspectionItem.FROST: Check.OK},
            text=LONG[:120],
        )
        units = tuple(replace(unit, number=number) for number in range(1, 21))
        report = replace(base, units=units, text=LONG)
        texts = drawn_by(lambda: draw_completion_report(report, japanese, HEAD))
        assert max(text.page for text in texts) > 2
        assert not list(outside_paper(texts))
        assert not list(overlaps(texts))
        pdf = text_of(draw_completion_report(report, japanese, HEAD))
        assert "機器20" in pdf
        assert squeezed(LONG) in squeezed(pdf)


class TestRefrigerantLog:
    def test_struck_entries_stay_and_do_not_count(self) -> None:
        text = text_of(draw_refrigerant_logs(refrigerant_paper(), english, HEAD))
        for part in ("0.3 kg", "0.12 kg", "2.98 kg", "Struck 2 Jun 2026", "回収-2026-0042", "not known"):
            assert part in text
        assert "3.28" not in text

    def test_a_long_log_goes_on_over_pages_under_its_heads(self) -> None:
        paper = refrigerant_paper()
        log = replace(paper.logs[0], entries=paper.logs[0].entries * 60)
        draw = draw_refrigerant_logs(replace(paper, logs=(log,)), english, HEAD)
        assert pages_of(draw) > 2
        assert text_of(draw).count("Occasion") == pages_of(draw)


def test_a_ledger_of_a_year_keeps_each_entry_on_one_page() -> None:
    texts = drawn_by(lambda: draw_electrical_ledger(ledger_paper(30), japanese, HEAD))
    assert not list(overlaps(texts))
    pages = {text.page for text in texts}
    heads = {page: sum("主任電気工事士" in one.text for one in texts if one.page == page) for page in pages}
    ends = {page: sum("分電盤" in one.text for one in texts if one.page == page) for page in pages}
    assert heads == ends
    assert sum(heads.values()) == 30


class TestWritingOnSite:
    def test_lines_are_far_enough_apart_for_cold_hands(self) -> None:
        assert inspect.signature(blanks).parameters["height"].default >= 8 * MILLIMETRE
        units = tuple((UnitPart.INSTALL, NEW_OUTDOOR) for _ in range(3))
        view = replace(TECHNICIAN, units=units)
        numbers = [
            text for text in drawn_by(lambda: draw_work_orders([view], english, HEAD)) if text.text in "123"
        ]
        tops = sorted((text.top for text in numbers[-3:]), reverse=True)
        assert min(above - below for above, below in pairwise(tops)) >= 8 * MILLIMETRE

    def test_what_is_recovered_from_the_old_unit_has_its_place(self) -> None:
        text = text_of(draw_work_orders([TECHNICIAN], english, HEAD))
        assert "from the old unit" in text
        kept = replace(TECHNICIAN, units=TECHNICIAN.units[1:])
        assert "from the old unit" not in text_of(draw_work_orders([kept], english, HEAD))

    def test_several_old_units_have_a_row_each(self) -> None:
        old = (UnitPart.REMOVE, replace(OLD_UNIT, outdoor=True))
        view = replace(TECHNICIAN, units=(old, old, (UnitPart.INSTALL, NEW_OUTDOOR)), commercial=False)
        texts = drawn_by(lambda: draw_work_orders([view], english, HEAD))
        assert [text.text for text in texts if text.text in ("1", "2", "3")] == ["1", "2", "3"] * 2

    def test_several_commercial_units_have_a_line_of_the_inspection_each(self) -> None:
        view = replace(COMMERCIAL, units=COMMERCIAL.units * 3)
        text = text_of(draw_work_orders([view], english, HEAD))
        assert "○ normal" in text
        assert text.count("Corrosion") == 1

    def test_a_survey_that_was_done_takes_the_place_of_the_warning(self) -> None:
        done = Survey("2026-11-20", "山本 健", SurveyOutcome.NONE_FOUND)
        text = text_of(draw_work_orders([replace(TECHNICIAN, survey=done)], english, HEAD))
        assert "Asbestos survey first" not in text
        assert "山本 健" in text
        found = replace(TECHNICIAN, survey=replace(done, outcome=SurveyOutcome.FOUND))
        assert "Asbestos found: stop" in text_of(draw_work_orders([found], english, HEAD))


class TestScannedCodes:
    """Papers come back through a scanner: askew, grey, soft and packed."""

    def test_of_every_copy(self) -> None:
        pdf = draw_work_orders(PROFILES, japanese, HEAD)
        codes = [scanned_codes(pdf, page) for page in range(1, len(PROFILES) + 1)]
        assert codes == [[view.qr_text] for view in PROFILES]

    @pytest.mark.parametrize("paper", ["report", "refrigerant"])
    def test_of_the_papers_of_results(self, paper: str) -> None:
        expected = {"report": completion_report().code, "refrigerant": refrigerant_paper().code}
        assert scanned_codes(PAPERS[paper](japanese)) == [expected[paper]]


def test_a_report_without_values_of_a_unit_still_names_it() -> None:
    report: CompletionReport = completion_report()
    only = replace(report.units[2], measured={Quantity.CURRENT_A: 4.6}, net_kg=None)
    text = text_of(draw_completion_report(replace(report, units=(*report.units[:2], only)), english, HEAD))
    assert "CD-25YY-R" in text
    assert "net charge" not in text
