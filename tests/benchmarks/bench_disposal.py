"""Destroying 1,000 of 100,000 customers, from the responsible person's last click to the certificate.

Ours judges them again, deletes them, renews the keys, searches every page for everything that was stored of
them, takes a backup, ends the former copies and certifies. Baseline: one bare ``sqlcipher_export`` of the
same file and one pass that decrypts it. Goals: 3 times the baseline, and 5 seconds.

Run: ``python -m tests.benchmarks.bench_disposal [CUSTOMERS [DUE]]``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal.disposal import Disposal
from tests.benchmarks.bench_rotation import bare_export, decrypting_pass
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns
from tests.helpers.decisions import propose

CUSTOMERS, DUE = 100_000, 1_000
GOAL, SECONDS = 3.0, 5.0
_MONTH = "2026-11"
_ROUNDS = 3


def run(customers: int = CUSTOMERS, due: int = DUE) -> list[Result]:
    """Seconds of one disposal, and of the least disturbed round of the baseline."""
    with (
        tempfile.TemporaryDirectory() as place,
        full_office(Path(place) / "office", customers, due) as office,
    ):
        backups = Backups(office.workplace)
        disk = Path(place) / "disk"
        disk.mkdir()
        backups.add_place(office.owner, str(disk))
        disposal = Disposal(office.workplace, backups)
        reviewing = Side("review, begun", lambda: disposal.reviews.review(office.owner, _MONTH))
        again = Side("review, opened again", lambda: disposal.reviews.review(office.owner, _MONTH))
        take_turns(1, reviewing, again)
        batch = approved(office, disposal)
        path, key = office.at_rest(), office.vault.database_key()
        exporting = Side("bare export", lambda: bare_export(office, Path(place) / "bare.db"))
        reading = Side("decrypting pass", lambda: decrypting_pass(path, key))
        take_turns(_ROUNDS, exporting, reading)
        ours = Side(f"{due} of {customers} destroyed", lambda: destroy(office, disposal, batch, due))
        take_turns(1, ours)
    return [
        Result("disposal", ours.best, exporting.best + reading.best, "s", GOAL),
        Result(f"disposal, against {SECONDS:g} s", ours.best, SECONDS, "s", 1.0),
    ]


def approved(office: FullOffice, disposal: Disposal) -> str:
    """The month's batch of everybody who is due, proposed and confirmed, on the day it may be carried out."""
    batch = disposal.reviews.review(office.owner, _MONTH).batch
    propose(disposal.reviews, office.owner, batch)
    office.clock.pass_time(days=1)
    disposal.approvals.confirm_alone(office.owner, batch)
    office.clock.pass_time(days=1)
    return batch


def destroy(office: FullOffice, disposal: Disposal, batch: str, count: int) -> None:
    """Everything that is measured."""
    result = disposal.destruction.destroy(office.owner, batch, count, lambda *_step: None, lambda: False)
    if result.state is not BatchState.VERIFIED or result.customers != count:
        raise RuntimeError(f"a disposal that is not verified is not measured: {result.state}")


if __name__ == "__main__":
    for result in run(*map(int, sys.argv[1:])):
        print(result.line())
