"""Documents and payments are kept for the books' years from their own day, whatever became of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.retention.retention import RetentionVerdict, Standing
from hvacdesk.domain.retention.retention_engine import Judge
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.retention.retention import shipped_rules
from hvacdesk.store.customers import customers
from hvacdesk.store.models import Customer
from hvacdesk.store.retention import retention
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.helpers.real_office import FACTS

LATER = date(2029, 1, 1)
"""After every other reason has ended, and within the seven years of the books."""
ADVANCE = PaymentRecord("2026-11-23", 5_000, PaymentWay.CASH)
AT_LAST = date(2036, 1, 1)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def verdict(billed: Billed, who: str, on: date) -> RetentionVerdict:
    with billed.ground.workplace.transaction() as session:
        session.execute(update(Customer).values(last_contact_on="2010-05-20"))
    with billed.ground.workplace.reading() as session:
        (one,) = retention.histories(session, [customers.current(session, who).id])
        return Judge(shipped_rules(on), FACTS).judge(one.facts, on)


def kept_by_the_books(billed: Billed, *people: str) -> None:
    for who in people:
        found = verdict(billed, who, LATER)
        assert found.standing in {Standing.KEPT, Standing.REDUCIBLE}, found
        assert any(reason.rule == "corporate-tax-documents" for reason in found.reasons)
        assert verdict(billed, who, AT_LAST).standing is Standing.DUE


def test_an_invoice_that_was_made_void(billed: Billed) -> None:
    who, payer = billed.someone(), billed.someone()
    job = billed.job(who, JobState.ARRANGED, payer=payer)
    billed.invoices.void(billed.books, billed.issued(job, InvoiceKind.DEPOSIT).invoice)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    kept_by_the_books(billed, who, payer)


@pytest.mark.parametrize("receipted", [False, True])
def test_a_payment_without_a_job_that_was_paid_back(billed: Billed, receipted: bool) -> None:
    payments, who = Payments(billed.ground.workplace), billed.someone()
    paid = payments.book(billed.books, who, ADVANCE)
    if receipted:
        Receipts(billed.ground.workplace).issue(
            billed.books, paid, ReceiptRecord("預り金として", "2026-11-24"), english
        )
    payments.pay_back(billed.books, paid, 1, replace(ADVANCE, yen=-5_000))
    kept_by_the_books(billed, who)


def test_a_payment_that_was_taken_back(billed: Billed) -> None:
    payments, who = Payments(billed.ground.workplace), billed.someone()
    payments.take_back(billed.books, payments.book(billed.books, who, ADVANCE), 1)
    kept_by_the_books(billed, who)
