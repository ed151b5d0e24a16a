"""Cheques, promissory notes, recorded claims and set-offs at the desk, and how money goes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hvacdesk.domain.billing.payments import (
    DISHONOURED,
    PAID_BACK_WAY_NAMES,
    PAYMENT_WAY_NAMES,
    PaymentRecord,
    PaymentWay,
)
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.invoice_acts import state_chip
from hvacdesk.ui.billing.payment_form import PaymentForm
from hvacdesk.ui.billing.payment_forms import CreditForm
from hvacdesk.ui.billing.receipt_form import ReceiptForm
from hvacdesk.ui.widgets.choices import choose
from tests.helpers.front_desk import FrontDesk, type_in
from tests.ui.billing import test_payments
from tests.ui.billing.test_payments import CTRL, YEN, billing, booking, customer, paid, save

NEW = (PaymentWay.CHEQUE, PaymentWay.BILL, PaymentWay.CLAIM, PaymentWay.SET_OFF)

billed, books = test_payments.billed, test_payments.books


@pytest.mark.parametrize("way", NEW)
def test_a_payment_is_booked_and_listed_by_its_way(books: FrontDesk, way: PaymentWay) -> None:
    form = booking(books)
    assert form.told_of_way.isHidden()
    choose(form.way, way)
    assert form.told_of_way.isVisible()
    assert ("dishonoured" in form.told_of_way.text()) == (way in DISHONOURED)
    assert ("No money comes in" in form.told_of_way.text()) == (way is PaymentWay.SET_OFF)
    assert not form.fee.isEnabled()
    type_in(form.yen, str(YEN))
    save(books, form)
    page = billing(books, "payments")
    (row,) = page.payments.table.rows()
    columns = {column.key: column for column in page.payments.table.columns}
    assert columns["way"].of(row) == english(PAYMENT_WAY_NAMES[way])
    assert columns["state"].of(row).text == "Booked"
    billed_row = billing(books, "invoices").invoices.table.rows()[0].row
    settled = "Set off" if way is PaymentWay.SET_OFF else "Settled"
    assert state_chip(books.window.context, billed_row).text == settled


def test_a_way_that_has_nothing_to_be_known_says_nothing(books: FrontDesk) -> None:
    form = booking(books)
    for way in PaymentWay:
        choose(form.way, way)
        assert form.told_of_way.isHidden() == (way not in NEW), way


def test_a_dishonoured_note_is_taken_back_and_its_invoice_open_again(books: FrontDesk) -> None:
    (item,) = books.office.open_items.open(books.actor)
    today = books.office.today().isoformat()
    record = PaymentRecord(today, YEN, PaymentWay.BILL, allocations=((item.invoice, YEN),))
    made = books.office.payments.book(books.actor, item.customer, record)
    assert books.office.open_items.open(books.actor) == ()
    books.office.payments.take_back(books.actor, made, 1)
    (again,) = books.office.open_items.open(books.actor)
    assert again.open_yen == YEN


def test_money_goes_back_in_cash_or_by_bank_or_card(books: FrontDesk) -> None:
    payment = paid(books, 5_000, way=PaymentWay.BILL)
    billing(books, "payments", credit=payment)
    books.wait(lambda: isinstance(books.dialog(), CreditForm))
    form = books.dialog()
    assert isinstance(form, CreditForm)
    offered = [form.way.itemData(at) for at in range(form.way.count())]
    assert offered == [str(way) for way in PAID_BACK_WAY_NAMES]
    assert form.way.currentData() == PaymentWay.BANK, "nobody gives the note back for a part of it"


def test_a_sum_below_zero_by_a_note_is_refused_at_the_way(books: FrontDesk) -> None:
    note = test_payments.credited(books, paid_first=True)
    books.go("billing", pay=books.office.invoices.detail(books.actor, note).row.customer)
    books.wait(lambda: isinstance(books.dialog(), PaymentForm))
    form = books.dialog()
    assert isinstance(form, PaymentForm)
    books.wait(form.isActiveWindow)  # before that Ctrl+S is nobody's
    choose(form.way, PaymentWay.BILL)
    form.yen.setText(f"-{YEN}")
    form.parts[0].setText(f"-{YEN}")
    books.key(form, Qt.Key.Key_S, CTRL)
    books.calm()
    assert "does not go back" in form.form.fields["way"].error.text()


@pytest.mark.parametrize(("way", "needs"), [(PaymentWay.BILL, True), (PaymentWay.SET_OFF, False)])
def test_the_receipt_says_whether_it_needs_a_stamp(books: FrontDesk, way: PaymentWay, needs: bool) -> None:
    payment = paid(books, 60_000, way=way)
    billing(books, "payments", receipt=payment)
    books.wait(lambda: isinstance(books.dialog(), ReceiptForm))
    form = books.dialog()
    assert isinstance(form, ReceiptForm)
    said = "It needs a revenue stamp of ¥200." if needs else "It needs no revenue stamp."
    books.wait(lambda: form.said.text() == said)


def test_what_was_set_off_has_a_column_in_the_month_only_where_there_is_some(books: FrontDesk) -> None:
    who = customer(books)
    today = books.office.today().isoformat()
    view = billing(books, "month").month
    books.wait(lambda: len(view.table.rows()) == 1)
    assert [column.key for column in view.table.columns][-1] == "fees"
    assert "Set off" not in view.sums.text()
    record = PaymentRecord(today, 755, PaymentWay.SET_OFF)
    made = books.office.payments.book(books.actor, who, record)
    view.refresh()
    books.wait(lambda: [column.key for column in view.table.columns][-1] == "set_off")
    assert "Received ¥0" in view.sums.text()
    assert "Set off ¥755" in view.sums.text()
    books.office.payments.take_back(books.actor, made, 1)
    view.refresh()
    books.wait(lambda: [column.key for column in view.table.columns][-1] == "fees")
