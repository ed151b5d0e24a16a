"""A job is paid once each of its own invoices is, and each that is noted from elsewhere; not before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hvacdesk.domain.billing.invoice_rules import Stated
from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.outside_invoices import TakenOver
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.undo import EditOverwritten
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.retention.retention import histories
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_outside_invoices import TANAKA, decide, read, reasons

ELSEWHERE = JobEvent(EventKind.INVOICE, "2026-11-21", "X-1", 5_000)
PAID_ON = "2026-11-23"
SETTLED = JobEvent(EventKind.SETTLEMENT, "2026-11-22", "X-1", 5_000)
LATER = JobEvent(EventKind.SETTLEMENT, "2026-11-24", "X-1", 5_000)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def who(billed: Billed) -> str:
    return billed.someone(name=TANAKA)


@pytest.fixture
def job(billed: Billed, who: str) -> str:
    return billed.job(who)


def tell(billed: Billed, job: str, event: JobEvent) -> None:
    billed.jobs.record_event(billed.ground.desk, job, event)


def beside(billed: Billed, job: str, kind: InvoiceKind = InvoiceKind.WHOLE) -> IssuedInvoice:
    """An own invoice for something else than was billed elsewhere, as a person said."""
    draft = billed.draft(job, kind)
    version = billed.invoices.detail(billed.books, draft).row.version
    return billed.invoices.issue(billed.books, draft, version, english, stated=Stated.ASKS_FOR_ELSE)


def pay(billed: Billed, who: str) -> None:
    payments = Payments(billed.ground.workplace)
    for one in payments.of_customer(billed.books, who).open_invoices:
        record = PaymentRecord(
            PAID_ON, one.open_yen, PaymentWay.CASH, allocations=((one.invoice, one.open_yen),)
        )
        payments.book(billed.books, who, record)


def settlements(billed: Billed, job: str) -> list[tuple[str, str]]:
    events = billed.jobs.detail(billed.ground.desk, job).events
    return [(one.number, one.on) for one in events if one.kind is EventKind.SETTLEMENT]


def retention_days(billed: Billed, who: str) -> tuple[date, ...]:
    with billed.ground.workplace.reading() as session:
        (history,) = histories(session, [customer_store.get(session, who).id])
    return history.facts.jobs[0].days(EventKind.SETTLEMENT)


def test_an_open_invoice_from_elsewhere_keeps_a_job_from_being_paid(
    billed: Billed, who: str, job: str
) -> None:
    tell(billed, job, ELSEWHERE)
    own = beside(billed, job)
    pay(billed, who)
    assert (billed.state(job), settlements(billed, job)) == (JobState.INVOICED, [])
    assert retention_days(billed, who) == ()
    tell(billed, job, SETTLED)
    assert billed.state(job) is JobState.PAID
    assert settlements(billed, job) == [("X-1", "2026-11-22"), (own.number, PAID_ON)]


def test_the_last_payment_from_elsewhere_is_the_day_of_the_job(billed: Billed, who: str, job: str) -> None:
    tell(billed, job, ELSEWHERE)
    own = beside(billed, job)
    pay(billed, who)
    tell(billed, job, LATER)
    assert settlements(billed, job) == [("X-1", "2026-11-24"), (own.number, "2026-11-24")]
    assert max(retention_days(billed, who)) == date(2026, 11, 24)


def test_an_own_invoice_on_a_job_that_is_paid_elsewhere_opens_it(billed: Billed, who: str, job: str) -> None:
    tell(billed, job, ELSEWHERE)
    tell(billed, job, SETTLED)
    billed.jobs.set_state(billed.ground.desk, job, JobState.PAID)
    own = beside(billed, job)
    assert billed.state(job) is JobState.INVOICED
    pay(billed, who)
    assert billed.state(job) is JobState.PAID
    assert settlements(billed, job) == [("X-1", "2026-11-22"), (own.number, PAID_ON)]


def test_an_invoice_from_elsewhere_that_is_noted_later_opens_it_again_until_it_is_struck(
    billed: Billed, who: str, job: str
) -> None:
    own = billed.issued(job)
    pay(billed, who)
    tell(billed, job, ELSEWHERE)
    assert (billed.state(job), settlements(billed, job)) == (JobState.INVOICED, [])
    billed.jobs.strike_event(billed.ground.desk, job, ELSEWHERE, EventStrikeReason.WRONG_JOB)
    assert (billed.state(job), settlements(billed, job)) == (JobState.PAID, [(own.number, PAID_ON)])
    billed.ground.workplace.edits.undo(billed.ground.desk)
    assert (billed.state(job), settlements(billed, job)) == (JobState.INVOICED, [])


def test_a_deposit_counts_beside_an_invoice_from_elsewhere(billed: Billed, who: str, job: str) -> None:
    beside_it = billed.issued(job, InvoiceKind.DEPOSIT)
    tell(billed, job, ELSEWHERE)
    tell(billed, job, SETTLED)
    billed.jobs.set_state(billed.ground.desk, job, JobState.INVOICED)
    pay(billed, who)
    assert billed.state(job) is JobState.PAID
    payments = Payments(billed.ground.workplace)
    (payment,) = payments.of_customer(billed.books, who).payments
    payments.take_back(billed.books, payment.payment, payment.version)
    assert billed.state(job) is JobState.INVOICED
    billed.invoices.void(billed.books, beside_it.invoice)


def test_an_open_deposit_keeps_voided_work_from_being_paid_by_elsewhere(
    billed: Billed, who: str, job: str
) -> None:
    billed.issued(job, InvoiceKind.DEPOSIT)
    final = billed.issued(job, InvoiceKind.FINAL)
    tell(billed, job, ELSEWHERE)
    tell(billed, job, SETTLED)
    billed.invoices.void(billed.books, final.invoice)
    assert billed.state(job) is JobState.INVOICED
    pay(billed, who)
    assert billed.state(job) is JobState.PAID


def test_a_list_of_the_other_program_settles_what_is_noted_beside_an_own_invoice(
    billed: Billed, who: str, job: str, tmp_path: Path
) -> None:
    tell(billed, job, ELSEWHERE)
    own = beside(billed, job)
    pay(billed, who)
    found = read(billed, tmp_path, "X-1,2026-11-21,田中花子,,5000,入金済み,2026-11-22")
    assert reasons(found) == [{OutsideReason.NUMBER_NOTED, OutsideReason.BILLED_HERE}]
    assert not found.proposals[0].certain
    assert decide(billed, found) == TakenOver(1, 1)
    assert billed.state(job) is JobState.PAID
    assert settlements(billed, job) == [("X-1", "2026-11-22"), (own.number, PAID_ON)]
    billed.ground.workplace.edits.undo(billed.books)
    assert (billed.state(job), settlements(billed, job)) == (JobState.INVOICED, [])
    assert read(billed, tmp_path, "X-1,2026-11-21,田中花子,,5000,,").known == 1


def test_a_job_that_a_person_called_paid_stays_so(billed: Billed, who: str, job: str) -> None:
    """Who moves a job by hand knows of money that the program does not."""
    own = billed.issued(job)
    billed.jobs.set_state(billed.ground.desk, job, JobState.PAID)
    payments = Payments(billed.ground.workplace)
    payments.book(
        billed.books, who, PaymentRecord(PAID_ON, 5, PaymentWay.CASH, allocations=((own.invoice, 5),))
    )
    assert billed.state(job) is JobState.PAID


def test_the_undo_of_a_step_to_paid_takes_nothing_back_that_was_paid_since(
    billed: Billed, who: str, job: str
) -> None:
    owner, workplace = billed.ground.owner, billed.ground.workplace
    own = billed.issued(job)
    billed.jobs.set_state(owner, job, JobState.PAID)
    pay(billed, who)
    workplace.edits._edits.pop()  # booked at another PC, whose own login remembers it
    with pytest.raises(EditOverwritten):
        workplace.edits.undo(owner)
    assert (billed.state(job), settlements(billed, job)) == (JobState.PAID, [(own.number, PAID_ON)])


def test_the_undo_of_a_step_to_paid_minds_no_event_that_tells_of_no_money(billed: Billed, job: str) -> None:
    owner = billed.ground.owner
    billed.issued(job)
    billed.jobs.set_state(owner, job, JobState.PAID)
    tell(billed, job, JobEvent(EventKind.CONTACT, "2026-11-24"))
    billed.ground.workplace.edits.undo(owner)
    assert billed.state(job) is JobState.INVOICED


@pytest.mark.parametrize("days", [("2026-11-22", "2026-11-18"), ("2026-11-18", "2026-11-22")])
def test_the_day_of_the_last_payment_settles_in_whatever_order_they_are_booked(
    billed: Billed, who: str, job: str, days: tuple[str, str]
) -> None:
    own = billed.issued(job)
    payments = Payments(billed.ground.workplace)
    for on, yen in zip(days, (10_000, GROSS - 10_000), strict=True):
        record = PaymentRecord(on, yen, PaymentWay.BANK, allocations=((own.invoice, yen),))
        payments.book(billed.books, who, record)
    assert settlements(billed, job) == [(own.number, "2026-11-22")]


def test_a_payment_that_was_taken_back_settles_nothing_on_its_day(billed: Billed, who: str, job: str) -> None:
    own, payments = billed.issued(job), Payments(billed.ground.workplace)

    def paid(yen: int, on: str) -> str:
        record = PaymentRecord(on, yen, PaymentWay.BANK, allocations=((own.invoice, yen),))
        return payments.book(billed.books, who, record)

    payments.take_back(billed.books, paid(10_000, "2026-11-22"), 1)
    paid(GROSS, "2026-11-18")
    assert settlements(billed, job) == [(own.number, "2026-11-18")]
