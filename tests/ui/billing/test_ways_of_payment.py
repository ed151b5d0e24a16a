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
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, type_in
from tests.ui.billing import test_payments
from tests.ui.billing.test_payments import CTRL, YEN, billing, booking, customer, free_invoice, paid, save

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


@pytest.mark.parametrize("way", PaymentWay)
def test_a_way_has_only_the_fields_that_apply_to_it(books: FrontDesk, way: PaymentWay) -> None:
    form = booking(books)
    form.payer.setText("タナカ")
    choose(form.way, way)
    books.calm()
    bank = way is PaymentWay.BANK
    assert form.payer.isVisible() == form.fee.isVisible() == bank
    assert form.collected_by.isVisible() == (bank or way is PaymentWay.CASH)
    type_in(form.yen, str(YEN))
    assert bool(form._record().payer) == bank
    choose(form.way, PaymentWay.CASH)
    form.collected_by.setCurrentIndex(1)
    choose(form.way, way)
    books.calm()
    assert bool(form._record().collected_by) == (way is PaymentWay.CASH)


def test_a_set_off_is_not_told_as_money_that_came(books: FrontDesk) -> None:
    form = booking(books)
    choose(form.way, PaymentWay.SET_OFF)
    type_in(form.yen, str(YEN))
    save(books, form)
    told = " ".join(map(texts_in, books.window.findChildren(Notice)))
    assert f"¥{YEN:,} were set off" in told
    assert "The payment of" not in told


def test_of_a_credit_note_set_off_the_list_shows_what_was_set_off(books: FrontDesk) -> None:
    note = test_payments.credited(books, paid_first=True)
    who = books.office.invoices.detail(books.actor, note).row.customer
    other = free_invoice(books, who)
    today = books.office.today().isoformat()
    record = PaymentRecord(today, 0, PaymentWay.SET_OFF, allocations=((note, -5_000), (other, 5_000)))
    books.office.payments.book(books.actor, who, record)
    table = billing(books, "payments").payments.table
    books.wait(lambda: len(table.rows()) == 2)
    shown = {column.key: column for column in table.columns}["yen"]
    assert "¥5,000" in [shown.of(row) for row in table.rows()]
    assert "¥0" not in [shown.of(row) for row in table.rows()]


def test_who_comes_back_to_the_payments_sees_the_newest(books: FrontDesk) -> None:
    for number in range(40):
        paid(books, 100 + number)
    table = billing(books, "payments").payments.table
    books.wait(lambda: len(table.rows()) == 40)
    oldest = table.rows()[-1]
    table.select(lambda row: row == oldest)
    billing(books, "open_items")
    newest = paid(books, 7_777)
    billing(books, "payments")
    books.wait(lambda: len(table.rows()) == 41)
    assert table.rows()[0].row.payment == newest
    assert table.current().row.payment == newest
    assert table.verticalScrollBar().value() == 0
    table.select(lambda row: row.row.payment == oldest.row.payment)
    billing(books, "open_items")
    billing(books, "payments")
    books.calm()
    assert table.current().row.payment == oldest.row.payment, "nothing came: it is where it was left"
