"""What an invoice costs: what is known already is not asked of the database again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.payments import Payments
from tests.helpers.billed import GROSS, billed_office
from tests.helpers.ground import Ground

OF_AN_INVOICE = re.compile(r"jobs(_1)?\.version.*invoice_jobs|invoice_jobs.*jobs(_1)?\.version", re.DOTALL)
"""Reads the whole jobs of an invoice."""


@contextmanager
def statements() -> Iterator[list[str]]:
    """Everything that is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_an_invoice_reads_its_jobs_once_and_the_log_is_not_read_back_whole(ground: Ground) -> None:
    billed = billed_office(ground)
    draft = billed.draft(billed.job())
    row = billed.invoices.detail(billed.books, draft).row
    with statements() as asked:
        billed.invoices.issue(billed.books, draft, row.version, english)
    assert sum(bool(OF_AN_INVOICE.search(one)) for one in asked) == 1
    record = PaymentRecord("2026-11-24", GROSS, PaymentWay.BANK, allocations=((draft, GROSS),))
    with statements() as booked:
        Payments(ground.workplace).book(billed.books, row.customer, record)
    assert sum(one.startswith("INSERT INTO audit_log") for one in (*asked, *booked)) == 8
    assert [one for one in (*asked, *booked) if "audit_log.details" in one and "SELECT" in one] == []
