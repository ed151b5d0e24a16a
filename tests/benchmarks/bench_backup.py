"""A backup of a full office, verified, against a plain copy of the same file with ``fsync``. Goal: 3 times.

Ours copies as well, then reads the copy back from the disk, authenticates every page, counts every row,
compares the audit log's head and makes a digest.

Run: ``python -m tests.benchmarks.bench_backup [CUSTOMERS]``.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from hvacdesk.services.backups.backups import Backups
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns

CUSTOMERS = 100_000
GOAL = 3.0
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
        plain = Side("plain copy with fsync", lambda: plain_copy(path, Path(place) / "plain.db"))
        ours = Side("backup", lambda: back_up(office, backups))
        take_turns(_ROUNDS, plain, ours)
    return [Result("backup", ours.best, plain.best, "s", GOAL)]


def plain_copy(path: Path, target: Path) -> None:
    """The least that a second copy on the disk takes."""
    target.unlink(missing_ok=True)
    shutil.copyfile(path, target)
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def back_up(office: FullOffice, backups: Backups) -> None:
    """Everything that is measured."""
    office.clock.pass_time(seconds=1)
    (outcome,) = backups.run(office.owner)
    if outcome.backup is None:
        raise RuntimeError("a backup that failed is not measured")


if __name__ == "__main__":
    for result in run(*map(int, sys.argv[1:])):
        print(result.line())
