"""What is missing before an incident can be closed: each thing has a sentence, in both languages."""

from __future__ import annotations

import pytest

from hvacdesk.domain.incidents.incident_gaps import GAP_NAMES, Gap
from hvacdesk.domain.text.wording import english
from hvacdesk.services.language import words_for


def test_every_gap_has_a_sentence_and_nothing_else_has() -> None:
    assert list(GAP_NAMES) == list(Gap), "in the order of work, like the gaps themselves"


@pytest.mark.parametrize(("language", "end"), [("en", "."), ("ja", "。")])
def test_no_two_gaps_say_the_same(language: str, end: str) -> None:
    words = english if language == "en" else words_for(language)
    said = [words(name) for name in GAP_NAMES.values()]
    assert len(set(said)) == len(Gap)
    assert [one for one in said if not one.endswith(end)] == []
