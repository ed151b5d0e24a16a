"""The program's name in Windows' taskbar: with Windows' library played by an object, and asked of Windows.

That its entry in the start menu has the same is in tests/integration/test_installers_windows.py.
"""

from __future__ import annotations

import ctypes
from ctypes import c_wchar_p
from typing import Any

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hvacdesk.app import introduce
from hvacdesk.ui.shell import taskbar


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


def test_the_program_tells_its_name_before_its_first_window(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bool] = []
    monkeypatch.setattr(taskbar, "name_this_program", lambda: told.append(True))
    introduce(qapp)
    assert told == [True]


@pytest.mark.windows("knows programs by a name in its taskbar")
@pytest.mark.not_wine("keeps no such name")
def test_this_windows_knows_the_name(qapp: QApplication) -> None:
    introduce(qapp)
    shell32: Any = ctypes.WinDLL("shell32")  # type: ignore[attr-defined,unused-ignore]
    name = c_wchar_p()
    assert shell32.GetCurrentProcessExplicitAppUserModelID(ctypes.byref(name)) == 0
    assert name.value == taskbar.APP_ID
