"""The windows that a file's tests leave: told with the test that made them, and deleted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tests.helpers.left_windows import LeftWindows

pytestmark = pytest.mark.usefixtures("qapp")


def shown(title: str) -> QWidget:
    made = QWidget()
    made.setWindowTitle(title)
    made.show()
    return made


def test_each_is_told_with_the_test_after_which_it_was_there_first_and_is_deleted() -> None:
    left = LeftWindows()
    left.after_test("before", failed=False)
    early = shown("early")
    left.after_test("first", failed=False)
    late = shown("late")
    left.after_test("second", failed=False)
    assert sorted(left.after_file()) == ["QWidget early, left by first", "QWidget late, left by second"]
    assert not isValid(early)
    assert not isValid(late)
    assert left.after_file() == []


def test_what_waits_to_be_deleted_is_not_left() -> None:
    left, made = LeftWindows(), shown("closed")
    made.close()
    made.deleteLater()
    left.after_test("first", failed=False)
    assert not isValid(made)
    assert left.after_file() == []


def test_a_widget_that_was_never_shown_stays() -> None:
    left, part = LeftWindows(), QWidget()
    left.after_test("first", failed=False)
    assert left.after_file() == []
    assert isValid(part)


def test_a_file_with_a_failure_is_excused_and_the_next_one_is_not() -> None:
    left, kept = LeftWindows(), [shown("of the failure")]
    left.after_test("fails", failed=True)
    left.after_test("passes", failed=False)
    assert left.after_file() == []
    assert not isValid(kept[0])
    kept.append(shown("of the next file"))
    left.after_test("another", failed=False)
    assert left.after_file() == ["QWidget of the next file, left by another"]
