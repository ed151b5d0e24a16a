"""What the program loads until its login window is painted, and until somebody looks at the customers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hvacdesk.domain.roles import Role
from tests.helpers.real_office import NAMES, new_real_office, passphrase_of
from tests.helpers.vault_offices import real_passphrases

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

LOGIN = """
import os, sys, time
from datetime import UTC, datetime
from pathlib import Path
from hvacdesk.app import application
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.ui import background
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.shell.main_window import MainWindow

home, clock = Path(sys.argv[1]), lambda: datetime.now(UTC)
app = application(home, clock)
preferences = Preferences(home)
preferences.apply(app)
entry = OfficeEntry(home, clock)
entry.open_sealed()
office, actor = entry.login(sys.argv[2], sys.stdin.readline().rstrip("\\n"))
window = MainWindow(office, actor, preferences)
window.show()
window.start()
window.navigate("customers")
while not background.idle():
    app.processEvents()
    time.sleep(0.005)
print(*(name for name in sys.modules), sep="\\n", flush=True)
office.close()
os._exit(0)
"""
NOT_AT_WORK = {
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "alembic",
    "cryptography.x509",
    "h11",
    "hvacdesk.store.migrations",
    "hvacdesk.ui.pages.billing",
    "hvacdesk.ui.pages.calls",
    "hvacdesk.ui.pages.disposal",
    "hvacdesk.ui.pages.rules",
    "hvacdesk.ui.pages.safeguards",
    "hvacdesk.ui.pages.schedule",
    "hvacdesk.ui.pages.settings",
    "hvacdesk.ui.pages.work_orders",
    "msgspec",
    "msoffcrypto",
    "openpyxl",
    "phonenumbers",
    "pyzipper",
    "reportlab",
}
"""Pages that nobody opened, and libraries for what is done now and then: they would stay in memory all day
long."""


@pytest.mark.usefixtures("secret_service")
def test_nothing_is_loaded_at_a_login_that_nobody_asked_for(tmp_path: Path) -> None:
    with real_passphrases():  # the program refuses others
        real = new_real_office(tmp_path / "office", everybody=False)
    owner = NAMES[Role.OWNER]
    done = subprocess.run(
        [sys.executable, "-c", LOGIN, str(real.home), real.accounts[owner]],
        input=passphrase_of(owner) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    loaded = set(done.stdout.split())
    assert "hvacdesk.ui.pages.customers" in loaded
    assert not NOT_AT_WORK & loaded


def test_nothing_is_loaded_that_the_login_window_does_not_show(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert "hvacdesk.ui.entry.entry_window" in loaded
    assert not LATER & loaded
