"""Disposed lists for tests."""

from __future__ import annotations

from datetime import datetime

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.disposal.disposed_list import DestroyedBatch, DestroyedCustomer, DisposedList
from hvacdesk.store.models import DisposalLedgerRow

BATCH = "b" * 32


def destroyed(record: str, number: str = "C-000007", batch: str = BATCH, **changes: str) -> DestroyedCustomer:
    """A line of the ledger."""
    values = {
        "categories": '{"name": 2}',
        "rule": "work-records",
        "law": "建設業法40条の3",
        "method": "delete+rebuild+search",
        "result": "verified",
        "destroyed_at": "2026-11-26T01:00:00Z",
        "certificate": "DC2026-004",
    }
    return DestroyedCustomer(record=record, customer_number=number, batch=batch, **(values | changes))


def stored_line(
    record: str, at: datetime | str, *, batch: str = BATCH, number: str = "", keeps: str = ""
) -> DisposalLedgerRow:
    """A line of the ledger as it is stored, of which a test needs no more than whose it is and since when."""
    return DisposalLedgerRow(
        batch=batch,
        record=record,
        customer_number=number,
        keeps=keeps,
        destroyed_at=at if isinstance(at, str) else stamp(at),
        categories="{}",
        **dict.fromkeys(("rule", "law", "method", "result"), ""),
    )


def batch_of(batch: str = BATCH, number: str = "D2026-003", state: str = "verified") -> DestroyedBatch:
    """A batch that came to its end."""
    return DestroyedBatch(
        batch=batch,
        number=number,
        month="2026-11",
        state=state,
        proposed_by="1" * 32,
        proposed_at="2026-11-24T01:00:00Z",
        approved_by="2" * 32,
        approved_at="2026-11-25T01:00:00Z",
        alone=False,
        destroyed_at="2026-11-26T01:00:00Z",
    )


def listed(*customers: DestroyedCustomer) -> DisposedList:
    """A list of one batch."""
    return DisposedList((batch_of(),), customers)
