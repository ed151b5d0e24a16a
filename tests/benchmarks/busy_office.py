"""A full office at work: twenty years of jobs, forty of them today, call notes and papers out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import insert

from hvacdesk.store import counters
from hvacdesk.store.engine import Session
from hvacdesk.store.models import CallNote, Copy, Job, WorkOrder
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.kept_offices import kept_office

CUSTOMERS, JOBS = 100_000, 200_000
TODAYS_JOBS, COPIES_OUT, OPEN_CALLS, CLOSED_CALLS = 40, 300, 200, 20_000

_TODAY = "2026-11-24"
_STAMP = "2026-11-20T00:00:00Z"
_ACCOUNT = "0" * 32


@contextmanager
def busy_office(home: Path, customers: int, jobs: int) -> Iterator[FullOffice]:
    """An office of this size; a copy of the last run's, where offices are kept."""

    @contextmanager
    def make(place: Path) -> Iterator[FullOffice]:
        with full_office(place, customers) as full:
            with full.workplace.transaction() as session:
                _fill(session, customers, jobs)
                counters.raise_to(session, "customer", customers)
            yield full

    with kept_office(home, f"busy-{customers}-{jobs}", make) as full:
        yield full


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
