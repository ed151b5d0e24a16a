"""The guide for the wall: two pages whatever the language and the office, with every line on them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.documents.office.quick_guide import DAY, TROUBLE, draw_quick_guide
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.services.language import words_for
from hvacdesk.ui.shortcuts import GROUPS
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps
from tests.unit.documents.samples import HEAD, pages_of, text_of

LONG = replace(
    HEAD.facts, name="株式会社" + "長い名前の空調設備工業" * 3, privacy_manager="長谷川 由美子" * 2
)
OFFICES = {"none": None, "usual": HEAD.facts, "long": LONG}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("office", OFFICES)
def test_there_are_two_pages_with_every_line(language: str, office: str) -> None:
    words, facts = words_for(language), OFFICES[office]
    pdf = draw_quick_guide(words, facts, "2026-11-24")
    assert pages_of(pdf) == 2
    said = "".join(text_of(pdf).split())
    for part in (*DAY, *TROUBLE):
        assert "".join(words(part.title).split()) in said
        for act in part.acts:
            assert "".join(words(act.does).split()) in said
            assert act.key in said
    assert "110" in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("office", OFFICES)
def test_nothing_is_clipped_or_printed_over(language: str, office: str) -> None:
    texts = drawn_by(lambda: draw_quick_guide(words_for(language), OFFICES[office], "2026-11-24"))
    assert not list(outside_paper(texts))
    assert not list(overlaps(texts))


def test_the_offices_own_numbers_are_on_it() -> None:
    facts: OfficeFacts = replace(HEAD.facts, phone="052-000-1234", privacy_manager="佐藤 花子")
    said = text_of(draw_quick_guide(words_for("ja"), facts, "2026-11-24"))
    assert facts.name in said
    assert "052-000-1234" in said
    assert "佐藤 花子" in said


def test_its_keys_are_keys_of_the_program() -> None:
    known = {key for group in GROUPS for line in group.keys for key in line.each()}
    assert {act.key for part in (*DAY, *TROUBLE) for act in part.acts if act.key} <= known
