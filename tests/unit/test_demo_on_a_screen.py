"""Where the sample office with another PC opens windows, and in which language its lines are."""

from __future__ import annotations

import pytest

from hvacdesk.commands import door
from hvacdesk.demo import seat_windows
from hvacdesk.domain.text.wording import phrase

ENDS = phrase("Demo", "Both log out. The office PC listens no more.")
NAMES = ("LC_ALL", "LC_MESSAGES", "LANG", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def test_a_screen_gets_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not seat_windows.has_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    assert seat_windows.has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not seat_windows.has_screen()


@pytest.mark.parametrize(("system", "expected"), [("win32", True), ("darwin", False)])
def test_windows_has_a_screen_and_no_other_system_is_promised_one(
    monkeypatch: pytest.MonkeyPatch, system: str, expected: bool
) -> None:
    """The program was never tried on macOS."""
    monkeypatch.setattr("sys.platform", system)
    assert seat_windows.has_screen() is expected


@pytest.mark.parametrize(
    ("name", "value", "japanese"),
    [("LANG", "ja_JP.UTF-8", True), ("LC_ALL", "ja_JP.UTF-8", True), ("LANG", "en_GB.UTF-8", False)],
)
def test_lines_are_in_the_language_that_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, japanese: bool
) -> None:
    """Also where the system has no such locale installed."""
    monkeypatch.setenv(name, value)
    assert (door.words()(ENDS) != ENDS.text) is japanese
