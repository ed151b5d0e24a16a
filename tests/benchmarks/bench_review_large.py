"""Opening the month's review in an office of 1,000,000 customers, 1,000 of whom are due.

Ours: the service's answer with every row of the list. Baseline: judging everybody, as whoever opens the first
review after the rules changed has to wait for once. Goal: 300 ms. Filling such an office takes long, so this
runs only by name.

Run: ``python -m tests.benchmarks.bench_review_large [CUSTOMERS [DUE]]``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal.disposal import Disposal
from hvacdesk.services.retention.retention import judged
from tests.benchmarks.full_office import full_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns

CUSTOMERS, DUE = 1_000_000, 1_000
GOAL, SECONDS = 0.1, 0.3
_MONTH = "2026-11"
_ROUNDS = 5


def run(customers: int = CUSTOMERS, due: int = DUE) -> list[Result]:
    """Seconds of the least disturbed opening, and of one judgement over everybody."""
    with (
        tempfile.TemporaryDirectory() as place,
        full_office(Path(place) / "office", customers, due) as office,
    ):
        disposal = Disposal(office.workplace, Backups(office.workplace))

        def judge_everybody() -> None:
            with office.workplace.reading() as session:
                for _ in judged(office.workplace, session):
                    pass

        opening = Side("review, opened", lambda: disposal.reviews.review(office.owner, _MONTH))
        everybody = Side("everybody judged", judge_everybody)
        take_turns(1, Side("review, first of all", opening.work))
        take_turns(1, everybody)
        take_turns(_ROUNDS, opening)
    return [
        Result(f"review of {customers}", opening.best, everybody.best, "s", GOAL),
        Result(f"review of {customers}, against {SECONDS:g} s", opening.best, SECONDS, "s", 1.0),
    ]


if __name__ == "__main__":
    for result in run(*map(int, sys.argv[1:])):
        print(result.line())
