"""What Windows tells a window of its session: locked, another user's turn, disconnected, going to sleep.

Sources: Microsoft's documentation of ``WTSRegisterSessionNotification``, of ``WM_WTSSESSION_CHANGE`` and of
``WM_POWERBROADCAST``, which every window gets unasked.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter

THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION
SESSION_CHANGE = 0x02B1  # WM_WTSSESSION_CHANGE
POWER_BROADCAST = 0x0218  # WM_POWERBROADCAST
GOING_AWAY = {
    (SESSION_CHANGE, 0x2),  # WTS_CONSOLE_DISCONNECT: another user's turn
    (SESSION_CHANGE, 0x4),  # WTS_REMOTE_DISCONNECT
    (SESSION_CHANGE, 0x7),  # WTS_SESSION_LOCK
    (POWER_BROADCAST, 0x4),  # PBT_APMSUSPEND
}
"""Message and its first parameter, after which the desk may be open in front of somebody else."""

MESSAGE_KIND = b"windows_generic_MSG"


class WindowsSession(QAbstractNativeEventFilter):
    """Looks for these messages among those that Windows sends to the program's windows.

    Args:
        library: ``wtsapi32``, or an object in its place.
        told: called for each of them.
    """

    def __init__(self, library: Any, told: Callable[[], object]) -> None:
        super().__init__()
        self._library = library
        self._told = told
        self._window: wintypes.HWND | None = None

    def begin(self, window_id: int) -> bool:
        """Ask for session messages to a window; whether Windows will send them."""
        window = wintypes.HWND(window_id)
        asked = bool(self._library.WTSRegisterSessionNotification(window, wintypes.DWORD(THIS_SESSION)))
        self._window = window if asked else None
        return asked

    def end(self) -> None:
        """Withdraw the request, as each one that was granted has to be."""
        if self._window is not None:
            self._library.WTSUnRegisterSessionNotification(self._window)
            self._window = None

    # Qt's overrides

    def nativeEventFilter(self, kind: object, message: object) -> tuple[bool, int]:
        if bytes(kind) == MESSAGE_KIND:  # type: ignore[call-overload]
            seen = wintypes.MSG.from_address(int(message))  # type: ignore[call-overload]
            if (seen.message, seen.wParam) in GOING_AWAY:
                self._told()
        return False, 0
