"""What a search matched is marked in the text as it is written, not as it is folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.text.search_marks import SearchMarks
from hvacdesk.domain.text.text_forms import fold

NAME = st.text("田中髙﨑たなかタナカｶー々ABab12●🏠", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("typed", "shown", "marked"),
    [
        ("たなか", "タナカ ●●", "タナカ"),
        ("tana", "タナカ ●●", "タナ"),
        ("高", "髙橋 ●●", "髙"),
        ("56", "5678", "56"),
        ("中区栄", "名古屋市中区栄 ●●●", "中区栄"),
        ("(株)青", "㈱青葉商店", "㈱青"),
        ("美沙緒", "柳川 ●●", ""),
        ("●", "柳川 ●●", "●"),
    ],
)
def test_the_matched_part_is_marked(typed: str, shown: str, marked: str) -> None:
    assert "".join(shown[first:end] for first, end in SearchMarks(typed).of(shown)) == marked


def test_a_place_is_marked_that_was_found_by_its_reading() -> None:
    marks = SearchMarks("まるのうち", {"丸の内"})
    assert marks.of("名古屋市中区丸の内 ●●●") == ((6, 9),)
    assert marks.of("マルノウチ ●●") == ((0, 5),)


def test_several_words_are_marked_apart_and_together() -> None:
    assert SearchMarks("中 栄").of("名古屋市中区栄") == ((4, 5), (6, 7))
    assert SearchMarks("中区 区栄").of("名古屋市中区栄") == ((4, 7),)


@given(NAME, st.data())
def test_a_mark_holds_what_was_typed(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    typed = text[start : data.draw(st.integers(start + 1, len(text)))]
    marks = SearchMarks(typed).of(text)
    if fold(typed):
        assert any(fold(typed) in fold(text[first:end]) for first, end in marks)
    assert list(marks) == sorted(marks)
    assert all(0 <= first < end <= len(text) for first, end in marks)
