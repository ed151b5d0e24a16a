"""What the program loads, and in which order, until its login window is painted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

START = """
import os, sys
from pathlib import Path
from hvacdesk.commands import measure_start

def tell():
    print(*(name for name in sys.modules), sep="\\n", flush=True)
    os._exit(0)

measure_start._say = tell
measure_start.run(Path(sys.argv[1]))
"""
LATER = {
    "hvacdesk.domain.office.office",
    "hvacdesk.domain.seats.seats",
    "hvacdesk.ui.half_typed",
    "hvacdesk.ui.shell.seat_life",
    "hvacdesk.ui.widgets.form",
    "hvacdesk.vault.office",
    "ipaddress",
    "keyring",
    "sqlalchemy",
    "uuid",
}
"""What only a later window asks for, or the work that begins once the login window is on the screen."""


def test_nothing_is_loaded_that_the_login_window_does_not_show(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert "hvacdesk.ui.entry.entry_window" in loaded
    assert not LATER & loaded
