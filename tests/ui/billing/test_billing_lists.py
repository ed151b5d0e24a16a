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
from hvacdesk.ui.billing.invoice_acts import can_have_receipt, state_chip
from hvacdesk.ui.billing.invoice_forms import VoidForm
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.table_model import shown_text
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk
from tests.ui.billing.test_payments import billed, billing, books, counted, customer, paid

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


@pytest.mark.parametrize(
    ("tab", "column", "said"), [("invoices", "gross", "Sum with tax"), ("receipts", "yen", "Sum")]
)
def test_sums_are_looked_for_by_the_name_of_their_column(
    books: FrontDesk, tab: str, column: str, said: str
) -> None:
    """Whether tax is in a sum that one types stands at the field, as it stands over the list."""
    books.go("billing", tab=tab)
    view = getattr(books.page, tab)
    assert next(one.title for one in view.table.columns if one.key == column) == said
    assert texts_in(view.sums).strip().startswith(f"{said} from")
    assert view.sums.lowest.accessibleName() == f"{said}, the lowest in yen"
    assert view.sums.highest.accessibleName() == f"{said}, the highest in yen"


def cells(table: DataTable, row: object) -> dict[str, str]:
    """What a list shows of a row, by the titles of its columns."""
    return {column.title: shown_text(column.of(row)) for column in table.columns}


def test_the_months_sums_stand_under_their_titles(books: FrontDesk) -> None:
    paid(books, 60_000)
    view = billing(books, "month").month
    books.wait(lambda: len(view.table.rows()) == 1)
    (row,) = view.table.rows()
    shown = cells(view.table, replace(row, fees=440))
    assert (shown["Invoiced without tax"], shown["Invoiced with tax"]) == ("¥16,500", "¥18,150")
    assert (shown["Received"], shown["Bank's fees"]) == ("¥60,000", "¥440")
    said = view.sums.text()
    for told in ("without tax ¥16,500", "Tax ¥1,650", "with tax ¥18,150", "Received ¥60,000", "fees ¥0"):
        assert told in said


def test_a_counts_sums_stand_under_their_titles(books: FrontDesk) -> None:
    shown = counted(books, 4_550)
    (row,) = shown.table.rows()
    told = cells(shown.table, row)
    assert (told["Expected"], told["Counted"], told["Difference"]) == ("¥5,000", "¥4,550", "−¥450")


def test_an_invoices_days_and_sums_stand_under_their_titles(books: FrontDesk) -> None:
    pay_some(books, 8_000)
    view = billing(books, "invoices").invoices
    (one,) = view.table.rows()
    sent = replace(one, row=replace(one.row, issued_on="2026-11-20", sent_on="2026-11-22"))
    told = cells(view.table, sent)
    assert (told["Issued"], told["Sent"]) == ("20 Nov 2026", "22 Nov 2026")
    assert (told["Sum with tax"], told["Still open, with tax"]) == ("¥18,150", "¥10,150")


def test_screen_and_paper_show_the_months_in_one_unit() -> None:
    assert english(_MONTHS) == "Month by month, in units of 10,000 yen"
    assert PICTURE_UNIT == 10_000


def test_what_was_set_off_and_what_was_paid_back_say_so_among_the_payments(books: FrontDesk) -> None:
    pay_some(books, 8_000)
    page = billing(books, "payments")
    (paid,) = page.payments.table.rows()
    columns = {column.key: column for column in page.payments.table.columns}

    def told(**values: object) -> tuple[object, object]:
        one = replace(paid, row=replace(paid.row, **values))
        return columns["way"].of(one), columns["state"].of(one).text

    assert told() == ("Bank transfer", "Booked")
    assert told(yen=0, way=PaymentWay.SET_OFF) == ("Set-off", "Booked")
    assert told(yen=-9_680) == ("Bank transfer", "Paid back")


def test_what_a_credit_note_alone_settled_is_set_off_and_has_no_receipt(books: FrontDesk) -> None:
    (item,) = books.office.open_items.open(books.actor)
    draft = books.office.invoices.credit(books.actor, item.invoice, english)
    version = books.office.invoices.detail(books.actor, draft).row.version
    books.office.invoices.issue(books.actor, draft, version, english)
    page = billing(books, "invoices")
    row = next(one.row for one in page.invoices.table.rows() if one.row.invoice == item.invoice)
    chip = state_chip(books.window.context, row)
    assert (row.state, chip.text, chip.tone) == (InvoiceState.SETTLED, "Set off", Tone.NEUTRAL)
    assert not can_have_receipt(row)
    today = books.office.today()
    made = books.office.invoice_indexes.as_csv(books.actor, today, today, english)
    assert "Settled" not in made.content.decode("utf-8-sig")


def test_what_was_paid_reads_so_and_has_a_receipt(books: FrontDesk) -> None:
    pay_some(books, 18_150)
    page = billing(books, "invoices")
    (one,) = page.invoices.table.rows()
    assert state_chip(books.window.context, one.row).text == "Settled"
    assert can_have_receipt(one.row)
