"""What the program empties is gone: no Ctrl+Z brings a code or a passphrase back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.scan_field import ScanField


def test_a_code_that_was_taken_does_not_come_back(qtbot: QtBot) -> None:
    field = ScanField("Code", "")
    qtbot.addWidget(field)
    emptied(qtbot, field, field.clear)


def test_a_passphrase_does_not_come_back_though_it_is_shown(qtbot: QtBot) -> None:
    field = PassphraseEdit("Passphrase")
    qtbot.addWidget(field)
    field.set_shown(shown=True)
    emptied(qtbot, field.edit, field.clear)
    field.set_shown(shown=True)
    field.edit.undo()
    assert field.text() == ""


def emptied(qtbot: QtBot, line: QLineEdit, empty: Callable[[], object]) -> None:
    qtbot.keyClicks(line, "P2026-00003")
    assert line.isUndoAvailable()
    empty()
    line.undo()
    assert line.text() == ""
