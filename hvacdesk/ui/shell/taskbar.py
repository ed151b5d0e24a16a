"""The name by which Windows' taskbar knows the program, so that its windows are under its start-menu entry.

Source: Microsoft's documentation of ``SetCurrentProcessExplicitAppUserModelID``.
"""

from __future__ import annotations

import sys
from typing import Any

APP_ID = "hvacdesk.desk"
"""The installer reads it here and gives it to its entry in the start menu (``build.py``)."""


def name_this_program() -> None:
    """Tell Windows the name of the program that runs; on another system there is nothing to tell."""
    if sys.platform == "win32":
        import ctypes

        name_program(ctypes.WinDLL("shell32"))


def name_program(shell32: Any) -> bool:
    """Tell Windows the program's name, before its first window; whether Windows took it.

    Args:
        shell32: Windows' library of this name, or an object in its place.
    """
    from ctypes import c_wchar_p

    return bool(shell32.SetCurrentProcessExplicitAppUserModelID(c_wchar_p(APP_ID)) == 0)
