"""Work whose invoice was credited is to bill again, and its job says so until the new one is paid."""

from __future__ import annotations

import pytest

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.jobs.jobs import EventKind, JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.payments import Payments
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def credited(billed: Billed, invoice: str) -> None:
    billed.issue(billed.invoices.credit(billed.books, invoice, english))


def to_bill(billed: Billed) -> list[str]:
    return [one.job for one in OpenItems(billed.ground.workplace).to_bill(billed.books)]


def settlements(billed: Billed, job: str) -> int:
    return sum(one.kind is EventKind.SETTLEMENT for one in billed.jobs.detail(billed.ground.desk, job).events)


def test_work_that_was_never_paid_and_wholly_credited_is_to_bill(billed: Billed) -> None:
    job = billed.job()
    credited(billed, billed.issued(job).invoice)
    assert (billed.state(job), settlements(billed, job)) == (JobState.DONE, 0)
    assert to_bill(billed) == [job]
    again = billed.issued(job)
    assert billed.state(job) is JobState.INVOICED
    assert billed.invoices.detail(billed.books, again.invoice).row.open_yen == GROSS


def test_work_that_was_paid_and_credited_is_open_with_its_second_invoice(billed: Billed) -> None:
    who = billed.someone()
    job = billed.job(who)
    first, payments = billed.issued(job), Payments(billed.ground.workplace)
    payments.book(
        billed.books,
        who,
        PaymentRecord("2026-11-23", GROSS, PaymentWay.BANK, allocations=((first.invoice, GROSS),)),
    )
    assert billed.state(job) is JobState.PAID
    credited(billed, first.invoice)
    assert (billed.state(job), settlements(billed, job)) == (JobState.DONE, 0)
    second = billed.issued(job)
    assert (billed.state(job), settlements(billed, job)) == (JobState.INVOICED, 0)
    payments.book(
        billed.books,
        who,
        PaymentRecord("2026-11-24", GROSS, PaymentWay.BANK, allocations=((second.invoice, GROSS),)),
    )
    assert (billed.state(job), settlements(billed, job)) == (JobState.PAID, 1)


def test_a_deposit_that_is_paid_does_not_settle_work_that_is_to_bill(billed: Billed) -> None:
    job = billed.job()
    billed.issued(job, InvoiceKind.DEPOSIT)
    credited(billed, billed.issued(job, InvoiceKind.FINAL).invoice)
    assert billed.state(job) is JobState.DONE
    assert to_bill(billed) == [job]
