"""What listens to the desktop's lock ends with its desk, and ends nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hvacdesk.ui.shell.session_lock import SessionLock
from tests.helpers.screen_saver import FREEDESKTOP, announce_screen_saver
from tests.helpers.secret_service import SecretService

DESKS = 300
PATIENCE_SECONDS = 120
DESKTOPS = (
    FREEDESKTOP,
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)

ONE_AFTER_THE_OTHER = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from hvacdesk.ui.shell.session_lock import SessionLock

app = QCoreApplication([])
for _desk in range(int(sys.argv[1])):
    window = QObject()
    listening = SessionLock(window)
    listening.listen(0)
    listening.stop()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


@pytest.mark.linux("desktops tell of their lock on D-Bus")
def test_a_desk_can_follow_another_at_once(secret_service: SecretService) -> None:
    """Qt's thread that closes a connection looks at what listened: deleted by then, it ended the program.

    Where the next desk was just connecting, each of the two waited for the other instead. What is freed is
    filled here, so that nothing is found there by good luck.
    """
    told = dict(os.environ, PYTHONMALLOC="malloc", MALLOC_PERTURB_="85")
    command = [sys.executable, "-c", ONE_AFTER_THE_OTHER, str(DESKS)]
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"] == secret_service.address
    assert subprocess.run(command, env=told, timeout=PATIENCE_SECONDS, check=False).returncode == 0


@pytest.mark.linux("desktops tell of their lock on D-Bus")
def test_a_desk_hears_a_bus_that_was_started_again(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"unix:path={tmp_path / 'bus'}"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    for _start in range(2):
        with started_bus(address):
            window = QObject()
            listening = SessionLock(window)
            listening.listen(0)
            heard: list[None] = []
            listening.locked.connect(lambda heard=heard: heard.append(None))
            for desktop in DESKTOPS:
                announce_screen_saver(address, active=False, by=desktop)
                with qtbot.waitSignal(listening.locked):
                    announce_screen_saver(address, active=True, by=desktop)
            assert len(heard) == len(DESKTOPS)
            listening.stop()
            listening._on_lock()
            assert len(heard) == len(DESKTOPS)
            window.deleteLater()


@contextmanager
def started_bus(address: str) -> Iterator[None]:
    """A bus of a login at this address, which is there no more afterwards."""
    command = [
        "dbus-daemon",
        "--session",
        "--nofork",
        "--nopidfile",
        f"--address={address}",
        "--print-address",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as bus:
        assert bus.stdout is not None
        assert bus.stdout.readline()
        try:
            yield
        finally:
            bus.terminate()
