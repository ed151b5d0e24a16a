"""What is still to collect at the site once a job's own invoices were paid: never the same yen twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.jobs.to_collect import paid_of, to_collect
from hvacdesk.domain.papers.work_orders import Profile, ReprintReason
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.language import words_for
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.ui.wording.jobs import collect_text
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def collecting(billed: Billed, amount: int = 33_000) -> tuple[str, str]:
    """A customer, and a job at which so much is to be collected."""
    who = billed.someone(payment_method=PaymentMethod.CASH)
    job = billed.job(who, JobState.ARRANGED)
    collect(billed, job, amount)
    return who, job


def collect(billed: Billed, job: str, amount: int) -> None:
    desk = billed.ground.desk
    found, version = billed.jobs.record_for_edit(desk, job), billed.jobs.detail(desk, job).version
    billed.jobs.change(desk, job, version, replace(found, amount_to_collect=amount))


def deposit_paid(billed: Billed, who: str, job: str, yen: int | None = None) -> str:
    """The deposit of 30 percent, issued and paid by bank, or a part of it; the payment's record id."""
    issued = billed.issued(job, InvoiceKind.DEPOSIT, 30)
    got = billed.invoices.detail(billed.books, issued.invoice).row.sums.gross if yen is None else yen
    money = PaymentRecord("2026-11-20", got, PaymentWay.BANK, allocations=((issued.invoice, got),))
    return Payments(billed.ground.workplace).book(billed.books, who, money)


def printed(billed: Billed, job: str, profile: Profile, language: str = "ja") -> str:
    made = WorkOrders(billed.ground.workplace).issue(
        billed.ground.desk, job, [profile], words_for(language), reason=ReprintReason.LOST.value
    )
    return " ".join(read_text(made.pdf).split())


def shown(billed: Billed, job: str) -> str:
    return collect_text(billed.jobs.detail(billed.ground.desk, job))


def test_what_was_paid_in_advance_is_not_collected_again(billed: Billed) -> None:
    who, job = collecting(billed)
    assert "集金額 ¥33,000" in printed(billed, job, Profile.TECHNICIAN)
    deposit_paid(billed, who, job)
    technicians = printed(billed, job, Profile.TECHNICIAN)
    assert "集金額 ¥23,100 （お支払い済み ¥9,900 を差引）" in technicians
    assert "お支払い額 ¥23,100 （お支払い済み ¥9,900 を差引）" in printed(billed, job, Profile.CUSTOMER)
    assert "¥23,100 (¥9,900 already paid)" in printed(billed, job, Profile.TECHNICIAN, "en")
    assert shown(billed, job) == "¥23,100 (¥9,900 of ¥33,000 already paid)"
    assert billed.jobs.detail(billed.ground.desk, job).amount_to_collect == 33_000, "what was entered is kept"


def test_only_what_arrived_comes_off_and_is_back_when_the_payment_is_taken_back(billed: Billed) -> None:
    who, job = collecting(billed)
    payment = deposit_paid(billed, who, job, 4_000)
    assert "集金額 ¥29,000" in printed(billed, job, Profile.TECHNICIAN)
    Payments(billed.ground.workplace).take_back(billed.books, payment, 1)
    assert "集金額 ¥33,000" in printed(billed, job, Profile.TECHNICIAN)
    assert shown(billed, job) == "¥33,000"


def test_a_job_that_was_paid_as_a_whole_has_nothing_to_collect(billed: Billed) -> None:
    who, job = collecting(billed)
    billed.jobs.set_state(billed.ground.desk, job, JobState.DONE)
    issued = billed.issued(job)
    money = PaymentRecord("2026-11-20", 33_000, PaymentWay.BANK, allocations=((issued.invoice, 33_000),))
    Payments(billed.ground.workplace).book(billed.books, who, money)
    text = printed(billed, job, Profile.TECHNICIAN)
    assert "集金なし （お支払い済み ¥33,000 を差引）" in text
    assert "集金額" not in text


def test_a_rest_that_was_entered_by_hand_is_the_rest(billed: Billed) -> None:
    who, job = collecting(billed)
    billed.jobs.record_event(billed.ground.desk, job, JobEvent(EventKind.CONTRACT, "2026-11-20", "", 33_000))
    deposit_paid(billed, who, job)
    assert shown(billed, job).startswith("¥23,100 ")
    collect(billed, job, 23_100)
    assert shown(billed, job) == "¥23,100"
    assert "集金額 ¥23,100" in printed(billed, job, Profile.TECHNICIAN)


@pytest.mark.parametrize(
    ("amount", "paid", "agreed", "off"),
    [
        (None, 9_900, 33_000, 0),
        (0, 9_900, None, 0),
        (33_000, 0, None, 0),
        (33_000, 9_900, None, 9_900),
        (33_000, 9_900, 33_000, 9_900),
        (23_100, 9_900, 33_000, 0),
        (23_101, 9_900, 33_000, 9_900),
        (5_000, 9_900, 10_000, 5_000),
    ],
)
def test_the_rule(amount: int | None, paid: int, agreed: int | None, off: int) -> None:
    assert paid_of(amount, paid, agreed) == off


def test_a_corrected_invoice_says_what_is_to_be_collected(billed: Billed) -> None:
    who, job = collecting(billed)
    deposit_paid(billed, who, job)
    for state in (JobState.WORKING, JobState.DONE):
        billed.jobs.set_state(billed.ground.desk, job, state)
    final = billed.issued(job, InvoiceKind.FINAL)
    assert shown(billed, job) == "¥23,100 (¥9,900 of ¥33,000 already paid)"
    credit_some(billed, final.invoice, 5_500)
    assert billed.invoices.detail(billed.books, final.invoice).row.open_yen == 17_600
    assert shown(billed, job) == "¥17,600 (¥9,900 of ¥27,500 already paid)"
    assert "集金額 ¥17,600 （お支払い済み ¥9,900 を差引）" in printed(billed, job, Profile.TECHNICIAN)
    assert billed.jobs.detail(billed.ground.desk, job).amount_to_collect == 33_000, "what was entered is kept"


def credit_some(billed: Billed, invoice: str, gross: int) -> None:
    """Take back so much of an invoice, tax included."""
    made = billed.invoices.credit(billed.books, invoice, words_for("en"))
    draft = billed.invoices.detail(billed.books, made)
    line = replace(draft.record.lines[0], quantity=1.0, yen=-gross * 10 // 11)
    record = replace(draft.record, lines=(line,), with_tax=False)
    billed.invoices.change(billed.books, made, draft.row.version, record)
    billed.issue(made)


def test_an_unpaid_invoice_of_another_sum_is_what_is_to_be_collected(billed: Billed) -> None:
    _who, job = collecting(billed, 40_000)
    billed.jobs.set_state(billed.ground.desk, job, JobState.DONE)
    issued = billed.issued(job)
    credit_some(billed, issued.invoice, 4_400)
    assert shown(billed, job) == "¥35,600"
    collect(billed, job, 0)
    assert shown(billed, job) == "¥0", "who entered nothing is to collect nothing"


@pytest.mark.parametrize(
    ("amount", "asked", "told"),
    [(33_000, 30_000, (30_000, 9_900)), (33_000, None, (33_000, 9_900)), (0, 30_000, (0, 0))],
)
def test_invoices_that_ask_for_the_whole_say_what_it_is(
    amount: int, asked: int | None, told: tuple[int, int]
) -> None:
    assert to_collect(amount, 9_900, None, asked) == told


def test_of_a_cancelled_job_nothing_is_told_as_owed(billed: Billed) -> None:
    who, job = collecting(billed)
    deposit_paid(billed, who, job)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    assert shown(billed, job) == "¥33,000 (the job was cancelled; ¥9,900 paid before)"


def test_of_a_cancelled_job_that_nothing_was_paid_of_nothing_is_told_as_owed(billed: Billed) -> None:
    _who, job = collecting(billed)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    assert shown(billed, job) == "¥33,000 (the job was cancelled)"
