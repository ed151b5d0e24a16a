"""The program's memory with 100,000 customers open, against a bare PySide6 window.

Goal: at most 1.5 times the bare window's resident memory plus 64 MiB. Both are processes of their own; ours
has opened a real office, loaded its search text and painted the customer list.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from hvacdesk.domain.roles import Role
from tests.benchmarks.many_customers import CUSTOMERS, fill
from tests.benchmarks.result import Result
from tests.helpers.real_office import NAMES, new_real_office, passphrase_of
from tests.helpers.secret_service import unlocked_secret_service

FACTOR = 1.5
ALLOWED_MIB = 64

RESIDENT = """
def resident():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
"""

BARE = (
    RESIDENT
    + """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv[:1])
window = QLabel("hvacdesk")
window.resize(1280, 800)
window.show()
app.processEvents()
print(resident())
"""
)

OURS = (
    RESIDENT
    + """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from hvacdesk.app import application
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.ui import background
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.preferences import Preferences

home, account, passphrase = Path(sys.argv[1]), sys.argv[2], sys.stdin.readline().rstrip("\\n")
clock = lambda: datetime.now(UTC)
app = application(home, clock)
preferences = Preferences(home)
preferences.apply(app)
entry = OfficeEntry(home, clock)
entry.open_sealed()
office, actor = entry.login(account, passphrase)
window = MainWindow(office, actor, preferences)
window.show()
window.start()
window.navigate("customers")
office.customers.search(actor, "田中")
while not background.idle():
    app.processEvents()
    time.sleep(0.005)
app.processEvents()
print(resident(), flush=True)
office.close()
import os
os._exit(0)
"""
)


def run() -> list[Result]:
    """Resident memory of both in MiB; the baseline is what is allowed."""
    with tempfile.TemporaryDirectory() as folder, unlocked_secret_service(Path(folder) / "keyring"):
        real = new_real_office(Path(folder) / "office", everybody=False)
        office, owner = real.login(Role.OWNER)
        fill(cast(Any, SimpleNamespace(workplace=office.audit._workplace)), CUSTOMERS)
        office.leave(owner)
        name = NAMES[Role.OWNER]
        ours = _mebibytes(
            [sys.executable, "-c", OURS, str(real.home), real.accounts[name]], passphrase_of(name)
        )
        bare = _mebibytes([sys.executable, "-c", BARE], "")
    return [Result("memory", ours, FACTOR * bare + ALLOWED_MIB, "MiB", 1.0)]


def _mebibytes(command: list[str], typed: str) -> float:
    done = subprocess.run(command, input=typed + "\n", capture_output=True, encoding="utf-8", check=True)
    return float(done.stdout.split()[-1])
