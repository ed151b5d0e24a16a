"""Whether a letter about overdue invoices still asks for what is open, when its pages are printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.reminding import CreditUnused
from hvacdesk.domain.papers.shown import Outdated, ShownPages, Since
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.payment_reminders import PaymentReminders
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.papers.shown_pages import ShownNow
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_payment_reminders import overdue, write

NUMBER = "I2026-000001"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def reminders(ground: Ground) -> PaymentReminders:
    return PaymentReminders(ground.workplace)


@pytest.fixture
def payments(ground: Ground) -> Payments:
    return Payments(ground.workplace)


def letter(billed: Billed, reminders: PaymentReminders, who: str, *invoices: str) -> str:
    """A letter that is shown for a while; the record id of its paper."""
    billed.ground.clock.pass_time(minutes=1)
    paper = write(billed, reminders, who, *invoices).paper.paper
    billed.ground.clock.pass_time(minutes=1)
    return paper


def outdated(billed: Billed, paper: str) -> tuple[Outdated, ...]:
    return ShownNow(billed.ground.workplace).outdated(billed.books, ShownPages(papers=(paper,)))


def part(yen: int, *invoices: str) -> PaymentRecord:
    return PaymentRecord(
        "2026-11-20", yen, PaymentWay.BANK, allocations=tuple((one, yen) for one in invoices)
    )


def take_back(billed: Billed, payments: Payments, who: str, payment: str) -> None:
    rows = payments.of_customer(billed.books, who).payments
    (row,) = (one for one in rows if one.payment == payment)
    payments.take_back(billed.books, payment, row.version)


def test_what_was_paid_in_part_since_is_told(
    billed: Billed, reminders: PaymentReminders, payments: Payments
) -> None:
    who = billed.someone()
    invoice, other = overdue(billed, who), billed.issued(billed.job(who)).invoice
    payments.book(billed.books, who, part(1_000, invoice))
    paper = letter(billed, reminders, who, invoice)
    payments.book(billed.books, who, part(2_000, other))
    assert outdated(billed, paper) == (), "what was paid before is in the letter, another invoice is not"
    payment = payments.book(billed.books, who, part(GROSS - 1_100, invoice))
    assert outdated(billed, paper) == (Outdated(Since.OTHER_SUM, NUMBER),)
    billed.ground.clock.pass_time(minutes=1)
    assert outdated(billed, letter(billed, reminders, who, invoice)) == ()
    take_back(billed, payments, who, payment)
    assert outdated(billed, paper) == (), "it asks for what is open again"


def test_what_was_taken_back_since_is_told(
    billed: Billed, reminders: PaymentReminders, payments: Payments
) -> None:
    who = billed.someone()
    invoice = overdue(billed, who)
    first, second = (payments.book(billed.books, who, part(yen, invoice)) for yen in (1_000, 2_000))
    billed.ground.clock.pass_time(minutes=1)
    take_back(billed, payments, who, first)
    paper = letter(billed, reminders, who, invoice)
    assert outdated(billed, paper) == (), "it was taken back before"
    take_back(billed, payments, who, second)
    assert outdated(billed, paper) == (Outdated(Since.OTHER_SUM, NUMBER),)


def test_what_came_and_is_not_allotted_is_told_as_a_new_letter_would_be_refused(
    billed: Billed, reminders: PaymentReminders, payments: Payments
) -> None:
    who = billed.someone()
    invoice = overdue(billed, who)
    paper = letter(billed, reminders, who, invoice)
    payment = payments.book(billed.books, who, part(GROSS))
    assert outdated(billed, paper) == (Outdated(Since.CREDIT),)
    with pytest.raises(CreditUnused):
        write(billed, reminders, who, invoice)
    row = payments.of_customer(billed.books, who).payments[0]
    payments.use_credit(billed.books, payment, row.version, ((invoice, GROSS),))
    assert outdated(billed, paper) == (Outdated(Since.PAID, NUMBER),)


def test_what_was_credited_since_is_told(billed: Billed, reminders: PaymentReminders) -> None:
    who = billed.someone()
    invoice, other = overdue(billed, who), billed.issued(billed.job(who)).invoice
    paper = letter(billed, reminders, who, invoice)
    credit(billed, other, 10_000)
    assert outdated(billed, paper) == (), "another invoice is not in the letter"
    credit(billed, invoice, 10_000)
    assert outdated(billed, paper) == (Outdated(Since.OTHER_SUM, NUMBER),)
    assert outdated(billed, letter(billed, reminders, who, invoice)) == ()


def test_a_clock_that_was_put_back_hides_nothing(
    billed: Billed, reminders: PaymentReminders, payments: Payments
) -> None:
    who = billed.someone()
    invoice = overdue(billed, who)
    before = payments.book(billed.books, who, part(500, invoice))
    paper = letter(billed, reminders, who, invoice)
    billed.ground.clock.pass_time(minutes=-3)
    part_since = payments.book(billed.books, who, part(1_000, invoice))
    assert outdated(billed, paper) == (Outdated(Since.OTHER_SUM, NUMBER),)
    take_back(billed, payments, who, part_since)
    assert outdated(billed, paper) == ()
    take_back(billed, payments, who, before)
    assert outdated(billed, paper) == (Outdated(Since.OTHER_SUM, NUMBER),)


def test_a_clock_that_was_put_forward_makes_nothing_newer(
    billed: Billed, reminders: PaymentReminders, payments: Payments
) -> None:
    who = billed.someone()
    invoice = overdue(billed, who)
    payments.book(billed.books, who, part(1_000, invoice))
    billed.ground.clock.pass_time(minutes=-3)
    paper = write(billed, reminders, who, invoice).paper.paper
    assert outdated(billed, paper) == ()


def credit(billed: Billed, invoice: str, yen: int) -> None:
    draft = billed.invoices.credit(billed.books, invoice, english)
    detail = billed.invoices.detail(billed.books, draft)
    first = replace(detail.record.lines[0], quantity=1.0, yen=-yen)
    record = replace(detail.record, lines=(first,))
    billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
