"""The main window's keys: none of them does two things."""

from __future__ import annotations

import pytest

from hvacdesk.ui.shell.desk_keys import each_once


def nothing() -> None:
    """What a key does here."""


def something() -> None:
    """What another key does here."""


def test_groups_of_keys_are_one() -> None:
    groups = {"F1": nothing}, {"Ctrl+L": something, "Ctrl+Shift+L": nothing}
    assert each_once(*groups) == {"F1": nothing, "Ctrl+L": something, "Ctrl+Shift+L": nothing}


@pytest.mark.parametrize("again", ["Ctrl+L", "ctrl+l", "Ctrl + L"])
def test_a_key_given_twice_is_refused(again: str) -> None:
    with pytest.raises(ValueError, match="given twice"):
        each_once({"F1": nothing, "Ctrl+L": nothing}, {again: something})
