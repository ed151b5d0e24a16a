"""What one more customer costs in a disposal, in batches of 10 to 10,000 out of 20,000.

Every disposal writes the file anew and searches all of it, which costs the same for one customer and for
thousands: what is compared is what each further customer adds, in processor time, since it is a small part
of the whole. Ours: that between 10 and 10,000 customers. Baseline: that between 10 and 1,000. Goal: no more,
but for the noise of two measurements.

Run: ``python -m tests.benchmarks.bench_disposal_batches [CUSTOMERS]``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal.disposal import Disposal
from tests.benchmarks.bench_disposal import approved, destroy
from tests.benchmarks.full_office import full_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns

CUSTOMERS = 20_000
FEW, MANY, MOST = 10, 1_000, 10_000
GOAL = 1.3


def run(customers: int = CUSTOMERS) -> list[Result]:
    """Milliseconds of processor time of each further customer; prints every batch's seconds."""
    took = {count: _seconds(customers, count) for count in (FEW, 100, MANY, MOST)}

    def each(count: int) -> float:
        return 1e3 * (took[count] - took[FEW]) / (count - FEW)

    return [Result(f"each further customer of {MOST} in a batch", each(MOST), each(MANY), "ms", GOAL)]


def _seconds(customers: int, count: int) -> float:
    with (
        tempfile.TemporaryDirectory() as place,
        full_office(Path(place) / "office", customers, count) as office,
    ):
        backups = Backups(office.workplace)
        disk = Path(place) / "disk"
        disk.mkdir()
        backups.add_place(office.owner, str(disk))
        disposal = Disposal(office.workplace, backups)
        batch = approved(office, disposal)
        side = Side(f"{count} of {customers} destroyed", lambda: destroy(office, disposal, batch, count))
        take_turns(1, side)
    return min(side.cpu)


if __name__ == "__main__":
    for result in run(*map(int, sys.argv[1:])):
        print(result.line())
