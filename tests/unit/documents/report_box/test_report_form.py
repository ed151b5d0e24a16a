"""The blank form of the report box: its questions, its promises, and nothing that tells copies apart."""

from __future__ import annotations

from dataclasses import replace

from hvacdesk.documents.report_box.report_form import draw_report_form
from hvacdesk.domain.report_box.report_box import CATEGORY_NAMES
from hvacdesk.domain.report_box.report_box_rules import LAW, PROMISES
from hvacdesk.services.language import words_for
from hvacdesk.services.report_box.report_desk import box_rules
from tests.helpers.paper import read_text

READERS = ("佐藤 花子", "長谷川 由美子")
OFFICE = "青空空調サービス"


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_form_asks_what_the_window_asks_and_promises_what_the_law_says() -> None:
    for code in ("ja", "en"):
        words = words_for(code)
        drawn = squeezed(read_text(draw_report_form(OFFICE, READERS, box_rules(), words)))
        for phrase in (*CATEGORY_NAMES.values(), *PROMISES, LAW):
            assert squeezed(words(phrase)) in drawn
        assert all(squeezed(name) in drawn for name in (*READERS, OFFICE))
        assert "03-3507-9262" in drawn


def test_a_desk_without_a_number_leaves_room_to_write_it() -> None:
    rules = box_rules()
    bare = replace(rules, desks=tuple(replace(desk, phone="") for desk in rules.desks))
    assert "03-3507" not in read_text(draw_report_form(OFFICE, READERS, bare, words_for("ja")))


def test_every_copy_is_like_the_next() -> None:
    drawn = [read_text(draw_report_form(OFFICE, READERS, box_rules(), words_for("ja"))) for _ in range(2)]
    assert drawn[0] == drawn[1]
