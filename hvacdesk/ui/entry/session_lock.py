"""Hears when the operating system locks the session or goes to sleep, so that the desk locks with it.

Linux: the session bus (``org.freedesktop.ScreenSaver`` and its GNOME twin, signal ``ActiveChanged``) and
logind on the system bus (``Session.Lock``, ``Manager.PrepareForSleep``). Windows: ``WM_WTSSESSION_CHANGE``
after ``WTSRegisterSessionNotification`` (Microsoft's documentation of the Remote Desktop Services API). Where
neither can be had, the idle lock still works.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot

_SCREEN_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
_LOGIND = "org.freedesktop.login1"
_ON_ACTIVE: Any = SLOT("_on_active(bool)")  # the stubs ask for bytes, which PySide6 refuses with ValueError
_ON_LOCK: Any = SLOT("_on_lock()")
_WM_WTSSESSION_CHANGE = 0x02B1
_WTS_SESSION_LOCK = 0x7


class SessionLock(QObject):
    """Listens to whatever this operating system offers.

    Signals:
        locked(): lock now.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: _WindowsMessages | None = None
        self._buses: list[object] = []

    def listen_on_buses(self) -> None:
        """Connect to the buses that there are."""
        from PySide6.QtDBus import QDBusConnection

        address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
        if address:
            session = QDBusConnection.connectToBus(address, f"hvacdesk-{id(self)}")
            for path, interface in _SCREEN_SAVERS:
                session.connect("", path, interface, "ActiveChanged", self, _ON_ACTIVE)
            self._buses.append(session)
        system = QDBusConnection.systemBus()
        if system.isConnected():
            system.connect(_LOGIND, "", f"{_LOGIND}.Session", "Lock", self, _ON_LOCK)
            system.connect(_LOGIND, "", f"{_LOGIND}.Manager", "PrepareForSleep", self, _ON_ACTIVE)
            self._buses.append(system)

    def listen_to_windows(self, window_id: int) -> None:
        """Ask Windows for session messages to the window."""
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0)
            self._filter = _WindowsMessages(self)
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)

    def stop(self) -> None:
        """Hear no longer."""
        self.blockSignals(True)
        self._filter = None

    @Slot(bool)
    def _on_active(self, active: bool) -> None:
        if active:
            self.locked.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.locked.emit()


class _WindowsMessages(QAbstractNativeEventFilter):
    """Looks for the one message that Windows sends when its screen is locked."""

    def __init__(self, owner: SessionLock) -> None:
        super().__init__()
        self._owner = owner

    # Qt's overrides

    def nativeEventFilter(self, kind: object, message: object) -> tuple[bool, int]:
        from ctypes import wintypes

        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[call-overload]
            told = wintypes.MSG.from_address(int(message))  # type: ignore[call-overload]
            if told.message == _WM_WTSSESSION_CHANGE and told.wParam == _WTS_SESSION_LOCK:
                self._owner.locked.emit()
        return False, 0
