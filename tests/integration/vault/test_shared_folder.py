"""Two accounts of one computer share an office's folder: files of either, which both read and write."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.linux("only root can act for two accounts")

FIRST, SECOND, GROUP = 60_001, 60_002, 60_000

ACCOUNT = """
import json, os, sys, tempfile
from datetime import date
from pathlib import Path
from hvacdesk.vault.office import SealedOffice
from tests.helpers.vault_offices import (
    OWNER_PASSPHRASE, Clock, MemorySecrets, cheap_passphrases, make_office,
)

task = json.load(sys.stdin)
home, clock = Path(task["home"]), Clock()
secrets = MemorySecrets(kept={account: bytes.fromhex(kept) for account, kept in task["kept"].items()})

def loaded():
    "Everything that is imported late, while this account may still read it."
    with tempfile.TemporaryDirectory() as folder:
        made = make_office(Path(folder) / "office", MemorySecrets())
        words = made.vault.logins.invite("x", made.clock.now)
        SealedOffice.enrol(made.home, MemorySecrets(), words, made.clock.now)
        made.vault.epochs.rotate()
        made.vault.epochs.discard_former()

def unlocked():
    return SealedOffice.find(home, secrets, clock=clock).unlock(task["slot"], OWNER_PASSPHRASE)

def write(vault, text):
    connection = vault.connect()
    with connection:
        connection.execute("INSERT INTO notes (text) VALUES (?)", (text,))
    rows = [text for (text,) in connection.execute("SELECT text FROM notes ORDER BY id")]
    return rows, connection

with cheap_passphrases():
    loaded()
    os.setgroups([task["group"]])
    os.setgid(task["account"])  # a group of its own, as most systems give
    os.setuid(task["account"])
    os.umask(0o077)
    told = {}
    if task["do"] == "set up":
        made = make_office(home, secrets, clock)
        connection = made.vault.connect()
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)")
        connection.close()
        os.chown(home, -1, task["group"])
        home.chmod(0o770)
        task["slot"] = told["slot"] = made.vault.slot_id
        told["words"] = unlocked().logins.invite("second", clock.now)
    elif task["do"] == "enrol":
        SealedOffice.enrol(home, secrets, task["words"], clock.now)
    else:
        vault = unlocked()
        if "rotate" in task["do"]:
            vault.epochs.rotate()
        told["epoch"] = vault.epoch
        told["rows"], connection = write(vault, task["do"])
        if task["do"] != "be cut off":
            connection.close()
    told["kept"] = {account: kept.hex() for account, kept in secrets.kept.items()}
    print(json.dumps(told), flush=True)
    os._exit(0)
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """A place that other accounts can reach, unlike a test's own."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o777)
    yield made
    shutil.rmtree(made)


class Account:
    """One account of the computer, with a key store that outlives its programs."""

    def __init__(self, number: int, home: Path) -> None:
        self._task = {"account": number, "group": GROUP, "home": str(home), "kept": {}}

    def run(self, do: str, **more: str) -> dict[str, object]:
        """One run of the program under this account."""
        self._task |= {"do": do, **more}
        command = [sys.executable, "-c", ACCOUNT]
        task = json.dumps(self._task)
        ended = subprocess.run(command, input=task, capture_output=True, encoding="utf-8", check=False)
        assert ended.returncode == 0, ended.stderr
        told: dict[str, object] = json.loads(ended.stdout)
        self._task["kept"] = told.pop("kept")
        return told


def test_both_accounts_read_write_and_change_the_keys(place: Path) -> None:
    home = place / "office"
    first, second = Account(FIRST, home), Account(SECOND, home)
    made = first.run("set up")
    slot, words = str(made["slot"]), str(made["words"])
    first.run("open", slot=slot)
    second.run("enrol", words=words, slot=slot)
    assert second.run("be cut off") == {"epoch": 1, "rows": ["open", "be cut off"]}
    assert (home / "office-1.db-wal").stat().st_uid == SECOND
    assert first.run("open again") == {"epoch": 1, "rows": ["open", "be cut off", "open again"]}
    assert first.run("rotate")["epoch"] == 2
    assert second.run("open after")["epoch"] == 2
    assert second.run("rotate too")["epoch"] == 3
    rows = first.run("open at last")["rows"]
    assert rows == ["open", "be cut off", "open again", "rotate", "open after", "rotate too", "open at last"]
    for path in home.iterdir():
        assert (path.stat().st_mode & 0o777, path.stat().st_gid) == (0o660, GROUP), path.name
