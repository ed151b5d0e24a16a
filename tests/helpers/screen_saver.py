"""What a desktop's screen lock says on the bus of a login."""

from __future__ import annotations

FREEDESKTOP = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")


def announce_screen_saver(address: str, *, active: bool, by: tuple[str, str] = FREEDESKTOP) -> None:
    """Say on the session bus what a desktop's screen lock says."""
    from jeepney import DBusAddress, new_signal
    from jeepney.io.blocking import open_dbus_connection

    connection = open_dbus_connection(address)
    path, interface = by
    emitter = DBusAddress(path, interface=interface)
    connection.send(new_signal(emitter, "ActiveChanged", "b", (active,)))
    connection.close()
