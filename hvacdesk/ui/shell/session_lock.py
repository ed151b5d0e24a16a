"""Hears when the operating system locks the session or goes to sleep, so that the desk locks with it.

Linux: the session bus (``org.freedesktop.ScreenSaver`` and its GNOME twin, signal ``ActiveChanged``) and
logind on the system bus (``Session.Lock``, ``Manager.PrepareForSleep``). Windows: messages to the window
(:mod:`hvacdesk.ui.shell.windows_session`). Where neither can be had, the idle lock still works.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QCoreApplication, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

    from hvacdesk.ui.shell.windows_session import WindowsSession

_SCREEN_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
_LOGIND = "org.freedesktop.login1"
_ON_ACTIVE: Any = SLOT("_on_active(bool)")  # the stubs ask for bytes, which PySide6 refuses with ValueError
_ON_LOCK: Any = SLOT("_on_lock()")


_ended: Counter[str] = Counter()
"""How many connections to a bus ended by themselves, as when it was started again."""


def _session_bus(address: str) -> QDBusConnection:
    """The program's connection to a bus; a new one only where the one it had has ended.

    It is never closed: Qt does that on a thread of its own, which then calls what listened. By then that may
    be deleted, or this thread may wait for the other one and keep Python from it.
    """
    from PySide6.QtDBus import QDBusConnection

    kept = QDBusConnection.connectToBus(address, f"{address} {_ended[address]}")
    if kept.isConnected():
        return kept
    _ended[address] += 1
    return QDBusConnection.connectToBus(address, f"{address} {_ended[address]}")


class SessionLock(QObject):
    """Listens to whatever this operating system offers.

    Signals:
        locked(): lock now.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: WindowsSession | None = None
        self._buses: list[object] = []

    def listen(self, window_id: int) -> None:
        """Listen to the buses that there are, and to what Windows tells the window."""
        self._listen_on_buses()
        self._listen_to_windows(window_id)

    def _listen_on_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
        if address:
            session = _session_bus(address)
            for path, interface in _SCREEN_SAVERS:
                session.connect("", path, interface, "ActiveChanged", self, _ON_ACTIVE)
            self._buses.append(session)
        system = QDBusConnection.systemBus()
        if system.isConnected():
            system.connect(_LOGIND, "", f"{_LOGIND}.Session", "Lock", self, _ON_LOCK)
            system.connect(_LOGIND, "", f"{_LOGIND}.Manager", "PrepareForSleep", self, _ON_ACTIVE)
            self._buses.append(system)

    def _listen_to_windows(self, window_id: int) -> None:
        if sys.platform == "win32":
            import ctypes

            from hvacdesk.ui.shell.windows_session import WindowsSession

            self._filter = WindowsSession(ctypes.windll.wtsapi32, self.locked.emit)
            self._filter.begin(window_id)
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)

    def stop(self) -> None:
        """Stop listening."""
        self.blockSignals(True)
        if self._filter is not None:
            self._filter.end()
        self._filter = None
        self._buses.clear()

    @Slot(bool)
    def _on_active(self, active: bool) -> None:
        if active:
            self.locked.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.locked.emit()
