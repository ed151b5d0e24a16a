"""What a collective invoice says of what was set off 相殺, and of the bank's fees: no more than it counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.billing.pay_terms import CarriedBalance
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from tests.helpers.billed import billed_office
from tests.helpers.carried import DECEMBER, GROSS, JANUARY, NOVEMBER, Month
from tests.helpers.ground import Ground
from tests.unit.documents.billing.money_papers import squeezed

LEFT_OVER = 40_000 - GROSS


@pytest.fixture
def month(ground: Ground) -> Month:
    return Month(billed_office(ground))


def later(month: Month, days: int = 31) -> None:
    month.billed.ground.clock.pass_time(days=days)


def beside(month: Month, net: int) -> IssuedInvoice:
    """An invoice beside the closings over so many yen before the tax, issued today."""
    billed = month.billed
    draft = billed.invoices.draft_free(billed.books, month.who)
    detail = billed.invoices.detail(billed.books, draft)
    record = replace(detail.record, lines=(InvoiceLineRecord("部品", 1.0, "個", net, TaxClass.STANDARD),))
    return billed.invoices.issue(billed.books, draft, detail.row.version, english, record)


def version(month: Month, payment: str) -> int:
    rows = month.payments.of_customer(month.billed.books, month.who).payments
    return next(one.version for one in rows if one.payment == payment)


def use(month: Month, payment: str, invoice: IssuedInvoice, yen: int) -> None:
    books, parts = month.billed.books, ((invoice.invoice, yen),)
    month.payments.use_credit(books, payment, version(month, payment), parts)


def pay_back(month: Month, payment: str, yen: int) -> None:
    on = month.billed.ground.workplace.today().isoformat()
    record = PaymentRecord(on, -yen, PaymentWay.BANK)
    month.payments.pay_back(month.billed.books, payment, version(month, payment), record)


def test_what_was_set_off_is_told_on_the_page_that_counts_it(month: Month) -> None:
    """One set-off pays for an invoice of the period and for one after it, before the late page is made."""
    first = beside(month, 10_000)
    month.billed.job(month.who, on="2026-11-20")
    later(month, 15)
    second = beside(month, 40_000)
    month.pay(55_000, (first.invoice, 11_000), (second.invoice, 44_000), way=PaymentWay.SET_OFF)
    november = month.issue(NOVEMBER)
    assert november.page.balance == CarriedBalance()
    month.pay(5_000, (november.invoice, 5_000))
    later(month, 20)
    december = month.work(DECEMBER)
    told = CarriedBalance(former=GROSS, received=49_000, apart=44_000, set_off=44_000)
    assert december.page.balance == told
    assert "“Received”includes¥44,000thatwassetoff" in squeezed(december.pdf)


def test_what_is_left_over_and_pays_for_a_later_invoice_is_not_said_to_be_taken_back(month: Month) -> None:
    november = month.work(NOVEMBER)
    paid = month.pay(40_000, (november.invoice, GROSS), way=PaymentWay.SET_OFF)
    later(month)
    month.work(DECEMBER)
    month.billed.job(month.who, on="2027-01-20")
    later(month, 45)
    use(month, paid, beside(month, 20_000), LEFT_OVER)
    january = month.issue(JANUARY)
    former = 2 * GROSS - 40_000
    assert january.page.balance == CarriedBalance(former=former, received=-LEFT_OVER, set_off=-LEFT_OVER)
    text = squeezed(january.pdf)
    assert "takenback" not in text
    assert f"¥{LEFT_OVER:,}thatanearlierinvoicecountedassetoffarenotcountedhere" in text


def test_what_a_later_credit_note_paid_is_no_part_of_the_set_off_beside_it(month: Month) -> None:
    november = month.work(NOVEMBER)
    later(month, 40)
    january = beside(month, 20_000)
    month.pay(22_000, (january.invoice, 22_000))
    billed = month.billed
    note = billed.issue(billed.invoices.credit(billed.books, january.invoice, english))
    parts = (november.invoice, GROSS), (note.invoice, -22_000)
    month.pay(GROSS - 22_000, *parts, way=PaymentWay.SET_OFF)
    december = month.work(DECEMBER)
    told = CarriedBalance(former=GROSS, received=GROSS, set_off=GROSS - 22_000)
    assert december.page.balance == told


def test_a_fee_that_was_counted_stays_counted_on_its_page(month: Month) -> None:
    """Of a deposit that pays for later invoices too, nobody knows whose the fee is: it is told once."""
    first = beside(month, 10_000)
    later(month, 15)
    second = beside(month, 40_000)
    month.pay(54_500, (first.invoice, 11_000), (second.invoice, 44_000), fee=500)
    month.billed.job(month.who, on="2026-11-20")
    month.issue(NOVEMBER)
    later(month, 20)
    december = month.work(DECEMBER)
    assert december.page.balance == CarriedBalance(former=GROSS, received=44_000, apart=44_000)
    assert "bank'sfees" not in squeezed(december.pdf)


def test_what_went_back_of_a_set_off_is_not_told_as_set_off(month: Month) -> None:
    november = month.work(NOVEMBER)
    paid = month.pay(40_000, (november.invoice, GROSS), way=PaymentWay.SET_OFF)
    pay_back(month, paid, LEFT_OVER)
    later(month)
    december = month.work(DECEMBER)
    assert december.page.balance == CarriedBalance(former=GROSS, received=GROSS, set_off=GROSS)
    assert f"“Received”includes¥{GROSS:,}thatwassetoff" in squeezed(december.pdf)


@pytest.mark.parametrize("way", [PaymentWay.SET_OFF, PaymentWay.BANK])
def test_nothing_is_said_to_include_more_than_there_is(month: Month, way: PaymentWay) -> None:
    """Other money that went back leaves less than what was set off, or than the bank's fee."""
    november = month.work(NOVEMBER)
    month.pay(GROSS, (november.invoice, GROSS))
    later(month)
    december = month.work(DECEMBER)
    billed, fee = month.billed, 500 if way is PaymentWay.BANK else 0
    note = billed.issue(billed.invoices.credit(billed.books, november.invoice, english))
    month.pay(GROSS - fee, (december.invoice, GROSS), way=way, fee=fee)
    month.pay(-GROSS, (note.invoice, -GROSS))
    later(month)
    january = month.work(JANUARY)
    set_off = 0 if fee else GROSS
    told = CarriedBalance(former=GROSS, received=0, credited=-GROSS, fees=fee, set_off=set_off)
    assert january.page.balance == replace(told, former=december.page.to_pay)
    assert "includes¥" not in squeezed(january.pdf)
