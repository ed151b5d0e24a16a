"""The amount that is offered when an event of a job is recorded."""

from __future__ import annotations

import pytest

from hvacdesk.domain.jobs.job_events import EventKind, JobEvent, expected_amount

CONTRACT = JobEvent(EventKind.CONTRACT, "2026-11-20", "K-1", 110_000)
INVOICE = JobEvent(EventKind.INVOICE, "2026-11-25", "R-1", 121_000)
UNKNOWN = JobEvent(EventKind.INVOICE, "2026-11-25", "R-1")


@pytest.mark.parametrize(
    ("kind", "events", "to_collect", "amount"),
    [
        (EventKind.INVOICE, (), 12_800, 12_800),
        (EventKind.INVOICE, (CONTRACT,), 12_800, 110_000),
        (EventKind.SETTLEMENT, (CONTRACT, INVOICE), 12_800, 121_000),
        (EventKind.SETTLEMENT, (CONTRACT, UNKNOWN), 12_800, 110_000),
        (EventKind.CONTRACT, (INVOICE,), None, None),
        (EventKind.HANDOVER, (CONTRACT,), 12_800, None),
    ],
)
def test_what_was_agreed_last(
    kind: EventKind, events: tuple[JobEvent, ...], to_collect: int | None, amount: int | None
) -> None:
    assert expected_amount(kind, events, to_collect) == amount
