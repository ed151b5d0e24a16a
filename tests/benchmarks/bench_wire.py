"""What the wire form adds to a call: a search from a seat in this process, against the same search itself.

Nothing is sent: what a network and its encryption take comes on top, and is nothing of the codec's.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hvacdesk.services.open_office import Office
from tests.benchmarks.full_office import full_office
from tests.benchmarks.kept_offices import kept_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns
from tests.helpers.seats import seat_of

CUSTOMERS = 20_000
TEXTS = ("田中", "た", "5678", "中村 名古屋", "鳳凰院")
"""From a full page of rows to none."""
GOAL = 1.6
_ROUNDS = 7
_TIMES = 20


def run() -> list[Result]:
    """Seconds of a hundred searches, by the clock."""
    with (
        tempfile.TemporaryDirectory() as folder,
        kept_office(
            Path(folder) / "office", f"full-{CUSTOMERS}", lambda place: full_office(place, CUSTOMERS)
        ) as full,
    ):
        local = Office(full.workplace)
        seat, transport = seat_of(local, full.owner)

        def searches(office: Office) -> Callable[[], object]:
            def work() -> None:
                for text in TEXTS * _TIMES:
                    office.customers.search(full.owner, text)
                transport.asked.clear()
                transport.answered.clear()

            return work

        local.customers.prepare_search()
        ours, theirs = Side("from a seat", searches(seat)), Side("in the same program", searches(local))
        take_turns(_ROUNDS, ours, theirs)
    return [Result("search through the wire form, against the same call", ours.best, theirs.best, "s", GOAL)]
