"""What a seat adds to a call: a search from a seat in this process, against the same search itself.

Once nothing is sent, which is what the wire form takes; and once over TLS and HTTP on the loopback, which is
all but what a real network takes. Both ends share this process, and so one processor at a time.
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
from tests.helpers.seat_over_tls import seat_over_tls
from tests.helpers.seats import seat_of

CUSTOMERS = 20_000
TEXTS = ("田中", "た", "5678", "中村 名古屋", "鳳凰院")
"""From a full page of rows to none."""
GOAL = 1.6
GOAL_OVER_TLS = 3.0
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
        with seat_over_tls(local, full.owner, Path(folder), full.secrets) as login:
            ours, theirs = Side("from a seat", searches(seat)), Side("in the same program", searches(local))
            real = Side("from a seat over TLS", searches(login.office))
            take_turns(_ROUNDS, ours, real, theirs)
    return [
        Result("search through the wire form, against the same call", ours.best, theirs.best, "s", GOAL),
        Result("search over TLS, against the same call", real.best, theirs.best, "s", GOAL_OVER_TLS),
    ]
