"""Starting the program a second time brings its open window to the front, on Windows.

The window carries a mark, a window property named after the office's folder. The second program looks for it
and brings the window forward: Windows lets the program that was just started do that, and not the first one.
Where no window is found, as when another login of the computer has the office open, the start goes on and
says so.

Sources: Microsoft's documentation of ``SetPropW``, ``FindWindowExW``, ``GetLastActivePopup`` and
``SetForegroundWindow``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from ctypes import c_void_p, c_wchar_p
from pathlib import Path
from typing import Any

from hvacdesk import own_files

RESTORE = 9  # SW_RESTORE
MARK_DIGITS = 32
"""Hexadecimal digits; the windows of two offices must not share a mark."""


def mark(user32: Any, window_id: int, home: Path) -> bool:
    """Mark a window of the program as open on the office in ``home``; whether Windows took it.

    Args:
        user32: Windows' library of this name, or an object in its place.
    """
    return bool(user32.SetPropW(c_void_p(window_id), c_wchar_p(_name(home)), c_void_p(1)))


def bring_forward(user32: Any, home: Path) -> bool:
    """Show the window that is open on the office in ``home``, or its dialog, before all others.

    Returns:
        Whether there is such a window.
    """
    name = _name(home)
    for window in _windows(user32):
        if user32.GetPropW(c_void_p(window), c_wchar_p(name)) and user32.IsWindowVisible(c_void_p(window)):
            if user32.IsIconic(c_void_p(window)):
                user32.ShowWindow(c_void_p(window), RESTORE)
            user32.SetForegroundWindow(c_void_p(user32.GetLastActivePopup(c_void_p(window))))
            return True
    return False


def _name(home: Path) -> str:
    """The mark: one folder has one, however it is written."""
    folder = os.path.normcase(own_files.real(home))
    return f"hvacdesk-{hashlib.sha256(folder.encode()).hexdigest()[:MARK_DIGITS]}"


def _windows(user32: Any) -> Iterator[int]:
    """Every window of the desktop, the foremost first."""
    window = None
    while window := user32.FindWindowExW(None, c_void_p(window), None, None):
        yield window
