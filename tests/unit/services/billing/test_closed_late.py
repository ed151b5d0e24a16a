"""A closing day that is seen to late: its page asks for what was asked for up to it, and not paid by now."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from hvacdesk.domain.billing.pay_terms import CarriedBalance
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from tests.helpers.billed import Billed, billed_office
from tests.helpers.carried import DECEMBER, GROSS, JANUARY, NOVEMBER, Month
from tests.helpers.ground import Ground


@pytest.fixture
def month(ground: Ground) -> Month:
    return Month(billed_office(ground))


@pytest.fixture
def billed(month: Month) -> Billed:
    return month.billed


def pass_days(month: Month, days: int) -> None:
    month.billed.ground.clock.pass_time(days=days)


def alone(month: Month, on: str) -> IssuedInvoice:
    """An invoice beside the closings, issued today."""
    return month.billed.issued(month.billed.job(month.who, on=on))


def test_a_page_made_late_asks_for_no_later_invoice_and_the_next_one_does(month: Month) -> None:
    month.billed.job(month.who, on="2026-11-20")
    pass_days(month, 20)  # it is the middle of December by then
    alone(month, "2026-12-10")
    first = month.issue(NOVEMBER)
    assert first.page.balance == CarriedBalance()
    assert first.page.to_pay == GROSS
    pass_days(month, 10)
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(former=GROSS, apart=GROSS)
    assert second.page.to_pay == month.open()


def test_what_pays_for_a_later_invoice_is_told_with_it(month: Month) -> None:
    first = month.work(NOVEMBER)
    pass_days(month, 40)  # January
    later = alone(month, "2027-01-02")
    month.pay(GROSS - 440, (later.invoice, GROSS), fee=440)
    month.pay(5_000, (first.invoice, 5_000))
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(former=GROSS, received=5_000), "nobody is asked for it twice"
    pass_days(month, 20)
    third = month.work(JANUARY)
    told = CarriedBalance(former=2 * GROSS - 5_000, received=GROSS, apart=GROSS, fees=440)
    assert third.page.balance == told
    assert third.page.to_pay == month.open()


def test_what_takes_back_a_later_invoice_is_told_with_it(month: Month) -> None:
    invoices, books = month.billed.invoices, month.billed.books
    first = month.work(NOVEMBER)
    pass_days(month, 40)
    later = alone(month, "2027-01-02")
    for issued in (first, later):
        month.billed.issue(invoices.credit(books, issued.invoice, english))
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(former=GROSS, credited=-GROSS)
    pass_days(month, 20)
    third = month.work(JANUARY)
    former = second.page.to_pay
    assert third.page.balance == CarriedBalance(former=former, credited=-GROSS, apart=GROSS)
    assert third.page.to_pay == month.open()


def test_what_takes_the_place_of_an_invoice_asks_as_of_the_day_of_the_first(month: Month) -> None:
    invoices, books = month.billed.invoices, month.billed.books
    before = alone(month, "2026-11-20")
    month.work(NOVEMBER)
    pass_days(month, 40)
    for _time in range(2):
        before = month.billed.issue(invoices.reissue(books, before.invoice))
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(former=2 * GROSS), "the same debt by another number"
    assert second.page.to_pay == month.open()


def test_a_page_for_a_day_before_the_last_one_carries_nothing_that_the_last_one_asks_for(
    month: Month,
) -> None:
    """All papers that the customer holds come to what they owe."""
    first = month.work(NOVEMBER)
    pass_days(month, 60)  # late in January
    third = month.work(JANUARY)
    month.pay(5_000, (first.invoice, 5_000))
    month.billed.job(month.who, on="2026-12-20")
    assert month.seen(DECEMBER).carried_on == third.number
    late = month.issue(DECEMBER)
    assert late.page.balance is None
    assert late.page.to_pay == GROSS
    pass_days(month, 30)
    last = month.work(JANUARY.replace(month=2, day=28))
    assert last.page.balance == CarriedBalance(former=2 * GROSS, received=5_000, apart=GROSS)
    assert last.page.to_pay == month.open()


def test_each_page_asks_for_what_is_open_of_its_day_however_late_it_is(month: Month) -> None:
    """Eight months of everything that moves an account, each closed up to six weeks late."""
    billed, chance = month.billed, random.Random(7)
    payments: list[str] = []
    closed = NOVEMBER
    pass_days(month, 5)
    for _month in range(8):
        for _count in range(chance.randrange(3)):
            today = billed.ground.workplace.today()
            alone(month, today.isoformat())
        waiting = month.payments.of_customer(billed.books, month.who).open_invoices
        for one in [one for one in waiting if one.open_yen > 0][:2]:
            part = chance.randrange(1, one.open_yen + 1)
            payments.append(month.pay(part + chance.choice((0, 700)), (one.invoice, part)))
        if chance.random() < 0.4 and payments:
            month.take_back(payments.pop(chance.randrange(len(payments))))
        issued = month.work(closed)
        money = month.payments.of_customer(billed.books, month.who)
        rows = [billed.invoices.detail(billed.books, one.invoice).row for one in money.open_invoices]
        later = [one for one in rows if (one.closed_on or one.issued_on) > closed.isoformat()]
        assert issued.page.to_pay == month.open() - sum(one.open_yen for one in later), closed
        following = closed + timedelta(days=1)
        pass_days(month, chance.randrange(28, 45))
        closed = (following.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
