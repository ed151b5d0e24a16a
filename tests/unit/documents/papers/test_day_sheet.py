"""The evening's check sheet: every paper in one list, by numbers alone, at any length."""

from __future__ import annotations

import pytest

from hvacdesk.documents.papers.day_sheet import DayPapers, draw_day_sheet
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.register import PaperKind, PaperRow, PaperState
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.wording import Words, english
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps
from tests.unit.documents.samples import HEAD, text_of


def paper(count: int, **values: object) -> PaperRow:
    row = {
        "paper": f"{count:032}",
        "kind": PaperKind.CONTRACT,
        "number": f"P2026-{count:05}",
        "code": "",
        "state": PaperState.OUT,
        "customer": "c" * 32,
        "customer_number": f"C-{count:06}",
        "name": Masked.shown("田中 ●●"),
        "label": "田中様の保証書",
        "holder": "作業 三郎",
        "return_by": "2026-11-24",
    }
    return PaperRow(**(row | values))  # type: ignore[arg-type]


def sheet_of(many: int) -> DayPapers:
    copies = [
        paper(count, kind=PaperKind.WORK_ORDER, profile=Profile.TECHNICIAN, number=f"2026-{count:06}  1/3")
        for count in range(many)
    ]
    perhaps = [paper(903, state=PaperState.PRINTING)]
    return DayPapers("2026-11-24", copies, [paper(900)], [paper(901)], [paper(902)], lost=1, perhaps=perhaps)


@pytest.mark.parametrize("many", [0, 3, 120])
def test_every_paper_is_listed_without_clipping_or_overlap(many: int) -> None:
    texts = drawn_by(lambda: draw_day_sheet(sheet_of(many), english, HEAD))
    assert not list(outside_paper(texts))
    assert not list(overlaps(texts))
    said = " ".join(text.text for text in texts)
    assert all(f"2026-{count:06}" in said for count in range(many))
    assert {"P2026-00900", "P2026-00901", "P2026-00902", "P2026-00903"} <= set(said.split())
    assert said.count("Who has it") >= (1 if many < 50 else 3)


@pytest.mark.parametrize("words", [english])
def test_nobody_is_named_on_it_but_who_has_the_paper(words: Words) -> None:
    text = text_of(draw_day_sheet(sheet_of(3), words, HEAD))
    assert "田中" not in text
    assert "保証書" not in text
    assert "作業 三郎" in text
    assert "To shred today (1)" in text


def test_an_evening_with_nothing_out_says_so() -> None:
    text = text_of(draw_day_sheet(DayPapers("2026-11-24", [], [], [], [], 0, []), english, HEAD))
    assert text.count("None.") == 3
    assert "Reported lost" not in text
    assert "Perhaps printed" not in text
