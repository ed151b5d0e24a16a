"""The sample office of a program to which Windows gave no streams: its logins are told in a window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk import app, cli, hygiene
from hvacdesk.demo import command, seat_windows
from hvacdesk.demo.history import STAFF

Beside = Callable[[], QWidget] | None


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Beside]:
    """What the demo would show beside its window; no office is made and no window opens."""
    noted: list[Beside] = []

    def note(*_given: object, beside: Beside = None, **_named: object) -> int:
        noted.append(beside)
        return 0

    monkeypatch.setattr(hygiene, "harden", lambda: None)  # this process runs other tests
    monkeypatch.setattr(command, "_make_office", lambda *_given: None)
    monkeypatch.setattr(app, "run", note)
    monkeypatch.setattr(seat_windows, "run", lambda *given: note(beside=given[-1]))
    monkeypatch.setattr(seat_windows, "has_screen", lambda: True)
    return noted


@pytest.mark.parametrize("way", [[], ["--seats"]])
def test_without_streams_a_window_tells_who_can_log_in(
    shown: list[Beside], way: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    with monkeypatch.context() as none:
        for name in ("stdin", "stdout", "stderr"):
            none.setattr(sys, name, None)
        assert cli.main(["demo", *way, "--home", str(tmp_path / "office")]) == 0
        for nowhere in (sys.stdin, sys.stdout, sys.stderr):
            nowhere.close()
    (beside,) = shown
    assert beside is not None
    window = beside()
    qtbot.addWidget(window)
    assert not window.isModal(), "somebody types at the login window meanwhile"
    texts = [one.text() for one in window.findChildren(QLabel)]
    for person in STAFF:
        assert person.passphrase in texts
        assert any(text.startswith(person.name) for text in texts)


@pytest.mark.parametrize("way", [[], ["--seats"]])
def test_at_a_terminal_it_is_printed(
    shown: list[Beside], way: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["demo", *way, "--home", str(tmp_path / "office")]) == 0
    assert shown == [None]
    printed = capsys.readouterr().out
    assert all(person.passphrase in printed for person in STAFF)
