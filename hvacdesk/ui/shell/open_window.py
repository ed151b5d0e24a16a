"""Starting the program a second time brings its open window to the front, on Windows.

The window carries a mark, a window property named after the office's folder. The second program looks for it
and brings the window forward: Windows lets the program that was just started do that, and not the first one.
Where no window is found, as when another login of the computer has the office open, the start goes on and
says so.

A program that goes on for other PCs without a window keeps one that nobody sees, with another mark. To that a
message is posted, and the program shows its login window.

Sources: Microsoft's documentation of ``SetPropW``, ``EnumWindows``, ``GetLastActivePopup``,
``SetForegroundWindow``, ``AllowSetForegroundWindow`` and ``RegisterWindowMessageW``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from ctypes import CFUNCTYPE, c_void_p, c_wchar_p, wintypes
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter

from hvacdesk import own_files

RESTORE = 9  # SW_RESTORE
_EACH_WINDOW = CFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
"""WNDENUMPROC: 64-bit Windows has one way of calling."""

ANY_PROGRAM = 0xFFFFFFFF  # ASFW_ANY
MESSAGE_KIND = b"windows_generic_MSG"
MARK_DIGITS = 32
"""Hexadecimal digits; two offices must not share a mark."""


def mark_of(folder: bytes) -> str:
    """What the program's open window is known by to a second start, on Linux, too."""
    return f"hvacdesk-{hashlib.sha256(folder).hexdigest()[:MARK_DIGITS]}"


def mark(user32: Any, window_id: int, home: Path) -> bool:
    """Mark a window of the program as open on the office in ``home``; whether Windows took it.

    Args:
        user32: Windows' library of this name, or an object in its place.
    """
    return bool(user32.SetPropW(c_void_p(window_id), c_wchar_p(_name(home)), c_void_p(1)))


def mark_unseen(user32: Any, window_id: int, home: Path) -> bool:
    """Mark a window that nobody sees, through which :func:`bring_forward` asks for one to be shown."""
    return bool(user32.SetPropW(c_void_p(window_id), c_wchar_p(_unseen(home)), c_void_p(1)))


def show_message(user32: Any) -> int:
    """The number of the message that asks for that, the same in every program of this session."""
    return int(user32.RegisterWindowMessageW(c_wchar_p("hvacdesk-show")))


class AskedToShow(QAbstractNativeEventFilter):
    """Looks for that message among those that Windows sends to the program's windows.

    Args:
        message: its number.
        told: called for each.
    """

    def __init__(self, message: int, told: Callable[[], object]) -> None:
        super().__init__()
        self._message = message
        self._told = told

    # Qt's overrides

    def nativeEventFilter(self, kind: object, message: object) -> tuple[bool, int]:
        if bytes(kind) == MESSAGE_KIND:  # type: ignore[call-overload]
            seen = wintypes.MSG.from_address(int(message))  # type: ignore[call-overload]
            if seen.message == self._message:
                self._told()
        return False, 0


def bring_forward(user32: Any, home: Path) -> bool:
    """Show the window that is open on the office in ``home``, or its dialog, before all others.

    Returns:
        Whether there is such a window, or a program that shows one now.
    """
    name = _name(home)
    for window in _windows(user32):
        if user32.GetPropW(c_void_p(window), c_wchar_p(_unseen(home))):
            user32.AllowSetForegroundWindow(wintypes.DWORD(ANY_PROGRAM))
            user32.PostMessageW(c_void_p(window), wintypes.UINT(show_message(user32)), None, None)
            return True
        if user32.GetPropW(c_void_p(window), c_wchar_p(name)) and user32.IsWindowVisible(c_void_p(window)):
            if user32.IsIconic(c_void_p(window)):
                user32.ShowWindow(c_void_p(window), RESTORE)
            user32.SetForegroundWindow(c_void_p(user32.GetLastActivePopup(c_void_p(window))))
            return True
    return False


def _name(home: Path) -> str:
    """The mark: one folder has one, however it is written."""
    folder = os.path.normcase(own_files.real(home))
    return mark_of(folder.encode())


def _unseen(home: Path) -> str:
    """The mark of a window that nobody sees."""
    return f"{_name(home)}-unseen"


def _windows(user32: Any) -> Sequence[int]:
    """Every window of the desktop, the foremost first.

    Windows lists them all at once. Asked for one after the other it ends the list at a window that closes
    meanwhile, and Wine never answers again.
    """
    found: list[int] = []

    def take(window: int, _given: int) -> bool:
        found.append(window)
        return True

    user32.EnumWindows(_EACH_WINDOW(take), wintypes.LPARAM(0))
    return found
