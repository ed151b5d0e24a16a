"""Lets people type Japanese on Linux, however the program was started and whatever input method runs.

Qt as this program carries it speaks IBus's language and the Wayland desktops' own, but not Fcitx's, which
most logins with Fcitx name. Fcitx 5 understands IBus's language too, over the session bus.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.office.input_methods import INPUT_METHODS, InputMethod, InputMethodSeen, settings_for

_CONNECTION = "hvacdesk-input-method"
_WINDOWLESS = ("offscreen", "minimal")


def prepare() -> None:
    """Choose the way to the input method; called before the application object is made."""
    if sys.platform == "linux" and os.environ.get("QT_QPA_PLATFORM") not in _WINDOWLESS:
        os.environ.update(_missing_settings())


def look() -> InputMethodSeen:
    """What runs now, for the self-check; in a program with windows also whether these can hear it."""
    has_windows = QCoreApplication.instance() is not None
    return InputMethodSeen(_running(), came_late=has_windows and bool(_missing_settings()))


def _missing_settings() -> dict[str, str]:
    return settings_for(os.environ, _running)


def _running() -> InputMethod | None:
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or _usual_address()
    if not address:
        return None
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.connectToBus(address, _CONNECTION)
    try:
        if not bus.isConnected():
            return None
        asked = bus.interface()
        return next((one for one in INPUT_METHODS if asked.isServiceRegistered(one.bus_name).value()), None)
    finally:
        QDBusConnection.disconnectFromBus(_CONNECTION)


def _usual_address() -> str:
    """Where the bus of a login is, for a program that was started without being told."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return f"unix:path={folder}/bus" if folder and Path(folder, "bus").is_socket() else ""
