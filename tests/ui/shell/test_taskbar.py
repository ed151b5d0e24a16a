"""The program's name in Windows' taskbar, with Windows' library played by an object."""

from __future__ import annotations

from ctypes import c_wchar_p
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hvacdesk.app import introduce
from hvacdesk.ui.shell import taskbar

INSTALLER = Path(__file__).parents[3] / "installers" / "windows" / "hvacdesk.nsi"


class Shell:
    """Notes the name that it is told."""

    def __init__(self, answer: int) -> None:
        self.answer = answer
        self.told: str | None = None

    def SetCurrentProcessExplicitAppUserModelID(self, name: c_wchar_p) -> int:
        self.told = name.value
        return self.answer


@pytest.mark.parametrize(("answer", "taken"), [(0, True), (-2147467259, False)])
def test_windows_is_told_the_name(answer: int, taken: bool) -> None:
    shell = Shell(answer)
    assert taskbar.name_program(shell) is taken
    assert shell.told == taskbar.APP_ID


def test_the_windows_carry_the_programs_picture(qapp: QApplication) -> None:
    """Windows would show its own picture of any program in their title bars and in Alt-Tab."""
    qapp.setWindowIcon(QIcon())
    introduce(qapp)
    assert qapp.windowIcon().pixmap(32).toImage().pixelColor(16, 16).alpha() == 255


def test_the_start_menu_entry_has_the_same_name() -> None:
    assert f'!define APP_ID "{taskbar.APP_ID}"' in INSTALLER.read_text(encoding="utf-8")
