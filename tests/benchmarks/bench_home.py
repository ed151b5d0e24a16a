"""The home page of a full office: everything that it asks, against the time a person does not notice."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert

from hvacdesk.services.office import Office
from hvacdesk.store.engine import Session
from hvacdesk.store.models import CallNote, Copy, Job, WorkOrder
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.result import Result

CUSTOMERS, JOBS = 100_000, 200_000
TODAYS_JOBS, COPIES_OUT, OPEN_CALLS, CLOSED_CALLS = 40, 300, 200, 20_000
SCREEN_MS = 100.0
"""A screen that opens in this time needs no progress."""

_ROUNDS = 9
_TODAY = "2026-11-24"
_STAMP = "2026-11-20T00:00:00Z"
_ACCOUNT = "0" * 32


def run(customers: int = CUSTOMERS, jobs: int = JOBS) -> list[Result]:
    """Measure in an office of this size."""
    with tempfile.TemporaryDirectory() as folder, full_office(Path(folder) / "office", customers) as full:
        with full.workplace.transaction() as session:
            _fill(session, customers, jobs)
        return [Result("home page, everything read", _least(full), SCREEN_MS, "ms", 1.0)]


def _least(full: FullOffice) -> float:
    """Milliseconds of the least disturbed round."""
    office = Office(full.workplace)
    found = office.home.overview(full.owner)
    counts = (len(found.jobs), len(found.calls), len(found.papers))
    assert counts == (TODAYS_JOBS, OPEN_CALLS, COPIES_OUT), counts
    taken = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        office.home.overview(full.owner)
        taken.append((time.perf_counter() - began) * 1000)
    return min(taken)


def _fill(session: Session, customers: int, jobs: int) -> None:
    """Jobs beside those of the full office, of which every tenth customer has one and the site for it."""
    first = customers + 1
    owners = range(1, customers + 1, 10)
    session.execute(
        insert(Job),
        [
            {
                "id": key,
                "number": f"2025-{key:06}",
                "customer_id": owners[key % len(owners)],
                "site_id": owners[key % len(owners)],
                "work_kind": "repair",
                "state": "paid",
                "on": _TODAY if key < first + TODAYS_JOBS else f"20{10 + key % 16}-{key % 12 + 1:02}-10",
                "received_on": "2010-05-01",
            }
            for key in range(first, first + jobs - len(owners))
        ],
    )
    out = range(first, first + COPIES_OUT)
    session.execute(
        insert(WorkOrder),
        [{"id": key, "job_id": key, "issued_by": _ACCOUNT, "issued_at": _STAMP} for key in out],
    )
    session.execute(
        insert(Copy),
        [
            {
                "work_order_id": key,
                "code": f"8{key:08}00",
                "copy_number": 1,
                "copies": 1,
                "profile": "technician",
                "state": "out",
                "return_by": "2026-11-20" if key % 3 else "2026-11-30",
                "changed_at": _STAMP,
            }
            for key in out
        ],
    )
    session.execute(
        insert(CallNote),
        [
            {
                "customer_id": key if key % 3 else None,
                "taken_by": _ACCOUNT,
                "taken_at": _STAMP,
                "caller_name": f"見本 {key}",
                "subject": "booking",
                "text": f"{key}番の件",
                "call_back_by": _TODAY,
                "done_at": "" if key <= OPEN_CALLS else _STAMP,
            }
            for key in range(1, OPEN_CALLS + CLOSED_CALLS + 1)
        ],
    )


if __name__ == "__main__":
    for result in run(int(sys.argv[1]) if len(sys.argv) > 1 else CUSTOMERS):
        print(result.line())
