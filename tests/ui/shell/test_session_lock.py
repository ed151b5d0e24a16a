"""What listens to the desktop's lock ends with its desk, and ends nothing else."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.helpers.secret_service import SecretService

DESKS = 300
PATIENCE_SECONDS = 120

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
