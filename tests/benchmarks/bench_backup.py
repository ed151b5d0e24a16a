"""A backup of a full office, verified, against the least that one takes. Goal: 1.5 times.

The least: a plain copy of the same file with ``fsync``, and one pass of the library that authenticates every
page of it. Ours also reads the copy back from the disk, makes a digest, counts every row and reads the audit
log's head. Both in the processor's time too, since others use the machine.

Run: ``python -m tests.benchmarks.bench_backup [CUSTOMERS]``.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from hvacdesk.services.backups.backups import Backups
from hvacdesk.vault.database import database
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns

CUSTOMERS = 100_000
GOAL = 1.5
_ROUNDS = 5


def run(customers: int = CUSTOMERS) -> list[Result]:
    """Seconds of the least disturbed round on each side."""
    with tempfile.TemporaryDirectory() as place, full_office(Path(place) / "office", customers) as office:
        path = office.at_rest()
        print(f" {customers} customers, {path.stat().st_size / 1e6:.0f} MB")
        backups = Backups(office.workplace)
        disk = Path(place) / "disk"
        disk.mkdir()
        backups.add_place(office.owner, str(disk))
        copy, key = Path(place) / "plain.db", office.vault.database_key()
        plain = Side("plain copy with fsync, authenticated", lambda: copied_and_read(path, copy, key))
        ours = Side("backup", lambda: back_up(office, backups))
        take_turns(_ROUNDS, plain, ours)
    return [
        Result("backup", ours.best, plain.best, "s", GOAL),
        Result("backup, processor", min(ours.cpu), min(plain.cpu), "s", GOAL),
    ]


def copied_and_read(path: Path, target: Path, key: str) -> None:
    """The least that a second copy takes which is known to be readable."""
    target.unlink(missing_ok=True)
    shutil.copyfile(path, target)
    with target.open("r+b") as file:
        os.fsync(file.fileno())
    connection = database.connect_at_rest(target, key)
    database.check_pages(connection)
    connection.close()


def back_up(office: FullOffice, backups: Backups) -> None:
    """Everything that is measured."""
    office.clock.pass_time(seconds=1)
    (outcome,) = backups.run(office.owner)
    if outcome.backup is None:
        raise RuntimeError("a backup that failed is not measured")


if __name__ == "__main__":
    for result in run(*map(int, sys.argv[1:])):
        print(result.line())
