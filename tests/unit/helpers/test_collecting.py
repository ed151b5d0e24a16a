"""What is looked through between tests: whatever tests made, also what one of them set aside."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from weakref import ref

import pytest

from tests.helpers.collecting import Collecting


class Circle:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting() -> Iterator[Collecting]:
    made = Collecting()
    made.before_tests()
    yield made
    made.before_tests()  # the run's own one finds what it set aside, or looks through everything


def test_what_lives_as_long_as_the_run_is_not_looked_through(collecting: Collecting) -> None:
    aside = gc.get_freeze_count()
    assert aside > 10_000
    collecting.everything()
    assert aside - 1_000 < gc.get_freeze_count() <= aside


def test_what_the_tests_made_is_found_however_old_it_is(collecting: Collecting) -> None:
    made = Circle()
    gone = ref(made)
    collecting.everything()
    collecting.everything()
    assert gone() is not None
    del made
    collecting.everything()
    assert gone() is None


@pytest.mark.parametrize("windows", ["none", "its own", "of earlier tests"])
def test_python_collects_by_itself_only_where_there_are_no_windows(
    windows: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = object() if windows == "of earlier tests" else None
    widgets = SimpleNamespace(QApplication=SimpleNamespace(instance=lambda: made))
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", widgets)
    was = gc.isenabled()
    try:
        Collecting.before_test(windows=windows == "its own")
        assert gc.isenabled() is (windows == "none")
    finally:
        (gc.enable if was else gc.disable)()


def test_what_a_test_set_aside_is_found(collecting: Collecting) -> None:
    """As the program does in a quiet moment: by then it is garbage, or the test's end makes it so."""
    early, late = Circle(), Circle()
    gone = [ref(early), ref(late)]
    gc.freeze()
    del early
    collecting.everything()
    assert gone[0]() is None
    assert gone[1]() is not None
    del late
    collecting.everything()
    assert gone[1]() is None


def test_what_a_test_brought_back_is_set_aside_again(collecting: Collecting) -> None:
    aside = gc.get_freeze_count()
    gc.unfreeze()
    collecting.everything()
    assert gc.get_freeze_count() > aside - 1_000
