"""What the lists of billing say of a record: whether it is paid in part, what is left, what is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QStyleOptionFrame

from hvacdesk.documents.billing.month_summary import _MONTHS
from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.billing.month_summary import PICTURE_UNIT
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import RECEIPT_STATE_NAMES, ReceiptState
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.invoice_acts import state_chip
from hvacdesk.ui.billing.invoice_forms import VoidForm
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk
from tests.ui.billing.test_payments import billed, billing, books, customer

__all__ = ["billed", "books"]


def pay_some(desk: FrontDesk, yen: int) -> str:
    (item,) = desk.office.open_items.open(desk.actor)
    today = desk.office.today().isoformat()
    record = PaymentRecord(today, yen, PaymentWay.BANK, allocations=((item.invoice, yen),))
    desk.office.payments.book(desk.actor, item.customer, record)
    desk.calm()
    return item.number


def test_a_part_paid_invoice_is_said_to_be_so_with_what_is_open(books: FrontDesk) -> None:
    number = pay_some(books, 8_000)
    page = billing(books, "invoices")
    (one,) = page.invoices.table.rows()
    shown = {column.key: column.of(one) for column in page.invoices.table.columns}
    assert (shown["state"].text, shown["open"]) == ("Paid in part", "¥10,150")
    books.window.context.rooms.open_customer_invoices(customer(books), "")
    books.wait(lambda: "Paid in part" in texts_in(books.dialog()))
    books.dialog().reject()
    page = billing(books, "payments")
    (paid,) = page.payments.table.rows()
    columns = {column.key: column for column in page.payments.table.columns}
    assert columns["paid_for"].of(paid) == number
    assert not columns["paid_for"].wide_only


@pytest.mark.parametrize("state", [InvoiceState.VOID, InvoiceState.REPLACED, InvoiceState.DRAFT])
def test_what_does_not_stand_is_not_called_paid_in_part(books: FrontDesk, state: InvoiceState) -> None:
    (row,) = books.office.invoices.of_customer(books.actor, customer(books))
    assert state_chip(books.window.context, replace(row, state=state, paid_yen=1)).text != "Paid in part"


def test_one_word_for_what_is_made_void(books: FrontDesk) -> None:
    page = billing(books, "receipts")
    assert page.receipts.void_button.text() == "Void…"
    assert english(RECEIPT_STATE_NAMES[ReceiptState.VOID]) == "Void"


def corrections() -> QMenu:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())


def test_an_invoice_is_put_right_from_the_list_of_all_invoices(books: FrontDesk) -> None:
    page = billing(books, "invoices")
    page.invoices.table.select_first()
    books.click(page.invoices.right_button)
    menu = corrections()
    assert [one.text() for one in menu.actions()] == ["Credit note…", "Put right and issue again…", "Void…"]
    menu.actions()[2].trigger()
    menu.close()
    books.calm()
    asked = books.dialog()
    assert isinstance(asked, VoidForm)
    books.click(asked.primary)
    books.wait(lambda: not asked.isVisible())
    books.wait(lambda: page.invoices.table.rows()[0].row.state is InvoiceState.VOID)
    books.calm()
    page.invoices.table.select_first()
    assert not page.invoices.right_button.isEnabled(), "what does not stand cannot be put right"


def test_what_is_paid_in_part_is_put_right_by_a_credit_note_alone(books: FrontDesk) -> None:
    pay_some(books, 8_000)
    page = billing(books, "invoices")
    page.invoices.table.select_first()
    books.click(page.invoices.right_button)
    books.calm()
    menu = corrections()
    assert [one.isEnabled() for one in menu.actions()] == [True, False, False, False]
    assert "paid in part" in menu.actions()[3].text()
    menu.close()


def test_the_fields_for_a_sum_have_room_for_the_longest(books: FrontDesk) -> None:
    page = billing(books, "invoices")
    for field in (page.invoices.sums.lowest, page.invoices.sums.highest):
        field.setText("-999,999,999")
        option = QStyleOptionFrame()
        field.initStyleOption(option)
        room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
        assert room.width() >= field.fontMetrics().horizontalAdvance(field.text()) + 4


def test_screen_and_paper_show_the_months_in_one_unit() -> None:
    assert english(_MONTHS) == "Month by month, in units of 10,000 yen"
    assert PICTURE_UNIT == 10_000


def test_what_was_set_off_and_what_was_paid_back_say_so_among_the_payments(books: FrontDesk) -> None:
    pay_some(books, 8_000)
    page = billing(books, "payments")
    (paid,) = page.payments.table.rows()
    columns = {column.key: column for column in page.payments.table.columns}

    def told(**values: int) -> tuple[object, object]:
        one = replace(paid, row=replace(paid.row, **values))
        return columns["way"].of(one), columns["state"].of(one).text

    assert told() == ("Bank transfer", "Booked")
    assert told(yen=0) == ("Set off", "Booked")
    assert told(yen=-9_680) == ("Bank transfer", "Paid back")
    assert told(yen=0, fee=440) == ("Bank transfer", "Booked"), "a fee that was kept is no offset"
