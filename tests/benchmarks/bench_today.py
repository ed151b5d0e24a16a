"""Today's page of a full office: everything that it asks, against the time a person does not notice."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from hvacdesk.services.open_office import Office
from tests.benchmarks.busy_office import COPIES_OUT, CUSTOMERS, JOBS, OPEN_CALLS, TODAYS_JOBS, busy_office
from tests.benchmarks.full_office import FullOffice
from tests.benchmarks.result import Result

SCREEN_MS = 100.0
"""A screen that opens in this time needs no progress."""

_ROUNDS = 9


def run(customers: int = CUSTOMERS, jobs: int = JOBS) -> list[Result]:
    """Measure in an office of this size."""
    with (
        tempfile.TemporaryDirectory() as folder,
        busy_office(Path(folder) / "office", customers, jobs) as full,
    ):
        return [Result("page of today, everything read", _least(full), SCREEN_MS, "ms", 1.0)]


def _least(full: FullOffice) -> float:
    """Milliseconds of the least disturbed round."""
    office = Office(full.workplace)
    found = office.today_page.overview(full.owner)
    counts = (len(found.jobs), found.calls.count, found.papers.out)
    assert counts == (TODAYS_JOBS, OPEN_CALLS, COPIES_OUT), counts
    taken = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        office.today_page.overview(full.owner)
        taken.append((time.perf_counter() - began) * 1000)
    return min(taken)


if __name__ == "__main__":
    for result in run(int(sys.argv[1]) if len(sys.argv) > 1 else CUSTOMERS):
        print(result.line())
