"""A query typed with the input method off, in either usual spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.text.romaji import romaji_to_kana


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        ("tanaka", "たなか"),
        ("TANAKA", "たなか"),
        ("suzuki", "すずき"),
        ("shinji", "しんじ"),
        ("sinzi", "しんじ"),
        ("chiba", "ちば"),
        ("tiba", "ちば"),
        ("tsuchiya", "つちや"),
        ("tutiya", "つちや"),
        ("fujita", "ふじた"),
        ("huzita", "ふじた"),
        ("kyouko", "きょうこ"),
        ("shouji", "しょうじ"),
        ("syouzi", "しょうじ"),
        ("juri", "じゅり"),
        ("zyuri", "じゅり"),
        ("hattori", "はっとり"),
        ("matcha", "まっちゃ"),
        ("mattya", "まっちゃ"),
        ("shimbun", "しんぶん"),
        ("sinbun", "しんぶん"),
        ("honda", "ほんだ"),
        ("honnda", "ほんだ"),
        ("onna", "おんな"),
        ("onnna", "おんな"),
        ("jun'ichi", "じゅんいち"),
        ("kinya", "きにゃ"),
        ("ken", "けん"),
        ("ra-men", "らーめん"),
        ("tanak", "たなk"),
        ("田中5678", "田中5678"),
    ],
)
def test_spelling(typed: str, kana: str) -> None:
    assert romaji_to_kana(typed) == kana


@given(st.text(st.characters(min_codepoint=0x80, exclude_categories=["Lu", "Lt", "Ll"]), max_size=20))
def test_what_is_no_romaji_stays(text: str) -> None:
    assert romaji_to_kana(text) == text.casefold()
