"""Payments at the desk: booked, put right, read from a file of the bank, and handed over to the books."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.collected_cash import CashToCome
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceLineRecord, InvoiceState
from hvacdesk.domain.billing.payment_papers import ReminderTone
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptDay, ReceiptRecord, ReceiptState
from hvacdesk.domain.customers.customers import PaymentMethod, PersonName
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.half_typed import SEALED
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.calls import call_notes
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.ui import edits
from hvacdesk.ui.billing.books_form import BooksForm
from hvacdesk.ui.billing.cash_counts import (
    CashCountsDialog,
    CashCountsList,
    CountBackForm,
    CountCorrectForm,
)
from hvacdesk.ui.billing.customer_invoices import open_customer_invoices
from hvacdesk.ui.billing.deposit_form import DepositForm
from hvacdesk.ui.billing.document_saving import SavingDialog
from hvacdesk.ui.billing.held_deposit_form import HeldDepositForm
from hvacdesk.ui.billing.invoice_acts import state_chip
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.billing.payment_form import PaymentForm, open_payment
from hvacdesk.ui.billing.payment_forms import CashForm, CreditForm, CreditNoteForm, TakeBackForm
from hvacdesk.ui.billing.receipt_form import GiveOutForm, ReceiptForm, ReceiptVoidForm
from hvacdesk.ui.billing.receipt_page import ReceiptDialog
from hvacdesk.ui.billing.reminder_form import ReminderForm
from hvacdesk.ui.billing.sales_month_view import Divided
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.pages.billing import BillingPage
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.printing.printers import Taken
from hvacdesk.ui.widgets.choices import choose
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.bank_files import notices
from tests.helpers.booked import book_another
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_desk, type_in
from tests.helpers.paper import read_text
from tests.helpers.people import customer as new_customer
from tests.helpers.real_office import RealOffice, copied_real_office
from tests.helpers.secret_service import SecretService
from tests.ui.test_given_up_while_saving import Held

CTRL = Qt.KeyboardModifier.ControlModifier
YEN = 18_150
"""16,500 with its tax."""


@pytest.fixture(scope="module")
def billed(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    """The office with one invoice that is open."""
    assert secret_service.is_open()
    return copied_real_office(_billed, tmp_path_factory.mktemp("billed") / "office")


def _billed(home: Path) -> RealOffice:
    real = build_front_desk(home)
    office, actor = real.login(Role.ACCOUNTING)
    job = office.jobs.day(actor, office.today())[0].job
    office.jobs.set_state(replace(actor, roles=frozenset({Role.OWNER})), job, JobState.DONE)
    made = office.invoices.draft(actor, job, InvoiceKind.WHOLE, english)
    detail = office.invoices.detail(actor, made)
    lines = (replace(detail.record.lines[0], yen=16_500, quantity=1.0),)
    record = replace(detail.record, lines=lines, with_tax=False)
    office.invoices.issue(actor, made, detail.row.version, english, record)
    office.close()
    return real


@pytest.fixture
def books(billed: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    """The window of who keeps the books, with one invoice that is open."""
    with open_desk(billed, tmp_path / "office", qtbot, Role.ACCOUNTING) as desk:
        yield desk


def job_of(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def billing(desk: FrontDesk, tab: str, **arguments: str) -> BillingPage:
    desk.go("billing", tab=tab, **arguments)
    page = desk.page
    assert isinstance(page, BillingPage)
    desk.calm()
    return page


def customer(desk: FrontDesk) -> str:
    return desk.office.open_items.open(desk.actor)[0].customer


def paid(
    desk: FrontDesk,
    yen: int,
    *,
    way: PaymentWay = PaymentWay.BANK,
    collected_by: str = "",
    payer: str = "",
) -> str:
    """A payment of the customer that nothing was allotted of."""
    record = PaymentRecord(desk.office.today().isoformat(), yen, way, collected_by=collected_by, payer=payer)
    made = book_another(desk.office.payments, desk.actor, customer(desk), record)
    desk.calm()
    return made


def free_invoice(desk: FrontDesk, customer: str) -> str:
    """The record id of an issued invoice of a customer for no job, of 7,700 yen with the tax."""
    invoices, actor = desk.office.invoices, desk.actor
    made = invoices.draft_free(actor, customer)
    detail = invoices.detail(actor, made)
    line = InvoiceLineRecord("Filter", 1.0, "", 7_000)
    record = replace(detail.record, lines=(line,), with_tax=False, due_on="2027-03-31")
    return invoices.issue(actor, made, detail.row.version, english, record).invoice


def booking(desk: FrontDesk) -> PaymentForm:
    page = billing(desk, "open_items")
    desk.click(page.open_items.pay_button)
    desk.wait(lambda: isinstance(desk.dialog(), PaymentForm))
    form = desk.dialog()
    assert isinstance(form, PaymentForm)
    desk.wait(form.isActiveWindow)  # before that Ctrl+S is nobody's
    form.yen.clear()
    return form


def save(desk: FrontDesk, form: object) -> None:
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()


def book_it(desk: FrontDesk, form: PaymentForm | DepositForm) -> None:
    """Answer the question about an odd sum or day with yes."""
    desk.wait(lambda: desk.dialog() is not form)
    click_text(desk, desk.dialog(), "Book it like this")
    desk.wait(lambda: not form.isVisible())
    desk.calm()


def test_a_sum_is_offered_to_the_open_invoice_and_settles_it(books: FrontDesk) -> None:
    form = booking(books)
    type_in(form.yen, "１８，１５０")
    assert form.parts[0].text() == "18,150"
    assert form.left.text() == ""
    save(books, form)
    assert books.office.open_items.open(books.actor) == ()
    (row,) = books.office.invoices.of_job(books.actor, job_of(books))
    assert row.state is InvoiceState.SETTLED
    page = billing(books, "payments")
    assert "P2026-000001" in str(page.payments.table.texts_of(page.payments.table.rows()[0]))


def test_what_came_in_is_told_at_the_invoice_and_in_the_jobs_course(books: FrontDesk) -> None:
    (item,) = books.office.open_items.open(books.actor)
    today = books.office.today().isoformat()
    record = PaymentRecord(today, YEN - 440, PaymentWay.BANK, fee=440, allocations=((item.invoice, YEN),))
    books.office.payments.book(books.actor, item.customer, record)
    said = f"Received {day_text(today)}: ¥17,710 (Bank transfer), less the bank's fee of ¥440"
    books.go("schedule", job=job_of(books))
    dialog = books.dialog()
    assert isinstance(dialog, JobDialog)
    books.wait(lambda: f"{item.number}  {said}" in plain_text(dialog))
    dialog.show_invoices()
    books.wait(lambda: said in plain_text(dialog.invoices))
    dialog.reject()
    open_customer_invoices(books.window.context, item.customer, "")
    books.wait(lambda: said in plain_text(books.dialog()))


def test_a_payment_is_booked_wherever_the_invoice_is_seen(books: FrontDesk) -> None:
    (item,) = books.office.open_items.open(books.actor)

    def leads_to_the_form() -> None:
        books.wait(lambda: isinstance(books.dialog(), PaymentForm))
        form = books.dialog()
        assert isinstance(form, PaymentForm)
        assert form.yen.text() == "18,150"
        form.reject()
        books.calm()

    books.go("schedule", job=job_of(books))
    job = books.dialog()
    assert isinstance(job, JobDialog)
    job.show_invoices()
    books.wait(lambda: "Book a payment…" in plain_text(job.invoices))
    click_text(books, job.invoices, "Book a payment…")
    leads_to_the_form()
    job.reject()
    page = billing(books, "invoices")
    books.wait(page.invoices.pay_button.isEnabled)
    books.click(page.invoices.pay_button)
    leads_to_the_form()
    today = books.office.today().isoformat()
    record = PaymentRecord(today, YEN, PaymentWay.BANK, allocations=((item.invoice, YEN),))
    books.office.payments.book(books.actor, item.customer, record)
    books.wait(lambda: not page.invoices.pay_button.isEnabled())
    open_customer_invoices(books.window.context, item.customer, "")
    books.wait(lambda: "Received" in plain_text(books.dialog()))
    assert "Book a payment…" not in plain_text(books.dialog())


def click_text(desk: FrontDesk, inside: QWidget, text: str) -> None:
    """Click the button that says so."""
    desk.click(next(one for one in inside.findChildren(QPushButton) if one.text() == text))


def plain_text(widget: QWidget) -> str:
    """What it says, with spaces as they are typed."""
    return texts_in(widget).replace("\u00a0", " ").replace("\u2060", "")


def test_what_is_more_is_told_and_what_cannot_be_is_said_at_its_field(books: FrontDesk) -> None:
    form = booking(books)
    type_in(form.yen, "20000")
    assert "¥1,850" in form.left.text()
    form.parts[0].clear()
    type_in(form.parts[0], "19000")
    books.key(form, Qt.Key.Key_S, CTRL)
    books.calm()
    assert "asks for 18,150 yen" in texts_in(form)
    form.parts[0].clear()
    type_in(form.parts[0], "18150")
    books.click(form.primary)
    book_it(books, form)
    assert books.office.payments.latest(books.actor)[0].row.credit == 1_850


def test_a_slip_in_sum_or_day_is_asked_about_before_it_is_saved(books: FrontDesk) -> None:
    form = booking(books)
    form.yen.clear()
    type_in(form.yen, "181500")
    form.received_on.set_iso("2025-10-01")
    books.key(form, Qt.Key.Key_S, CTRL)
    books.wait(lambda: books.dialog() is not form)
    question = books.dialog()
    asked = texts_in(question)
    assert "¥163,350 more than is open" in asked
    assert f"before the day of invoice I2026-000001, {day_text(books.office.today())}" in asked
    assert "more than a year ago" in asked
    books.key_where_the_keyboard_is(Qt.Key.Key_Return)  # which goes back
    books.wait(lambda: books.dialog() is form)
    assert books.office.payments.latest(books.actor) == ()
    books.click(form.primary)
    book_it(books, form)
    assert books.office.payments.latest(books.actor)[0].row.credit == 163_350


def test_a_day_that_no_books_reach_back_to_is_refused_with_the_days_that_are_taken(books: FrontDesk) -> None:
    form = booking(books)
    type_in(form.yen, "18150")
    form.received_on.setText("1901-11-29")
    books.key(form, Qt.Key.Key_S, CTRL)
    books.calm()
    assert "from 1 Jan 2016 to" in form.form.fields["received_on"].error.text()


def test_the_fee_belongs_to_a_transfer_and_collecting_to_cash(books: FrontDesk) -> None:
    form = booking(books)
    assert (form.way.currentData(), form.fee.isEnabled()) == (PaymentWay.BANK, True)
    choose(form.way, PaymentWay.CASH)
    assert not form.fee.isEnabled()
    choose(form.way, PaymentWay.BANK)
    form.collected_by.setCurrentIndex(1)
    form.collected_by.activated.emit(1)
    assert form.way.currentData() == PaymentWay.CASH, "a technician collects cash: one choice is enough"
    choose(form.way, PaymentWay.BANK)
    assert form.collected_by.currentData() == "", "and a transfer comes to the office"
    type_in(form.yen, "17710")
    type_in(form.fee, "440")
    assert form.parts[0].text() == "18,150"
    save(books, form)
    assert books.office.payments.latest(books.actor)[0].row.fee == 440


def test_the_sum_of_the_chosen_invoice_is_offered_and_paid_for_first(books: FrontDesk) -> None:
    older = books.office.open_items.open(books.actor)[0]
    free_invoice(books, older.customer)
    books.calm()
    page = billing(books, "open_items")
    books.wait(lambda: len(page.open_items.table.rows()) == 2)
    newer = next(row for row in page.open_items.table.rows() if row.number != older.number)
    page.open_items.table.select(lambda row: row.number == newer.number)
    books.click(page.open_items.pay_button)
    books.wait(lambda: isinstance(books.dialog(), PaymentForm))
    form = books.dialog()
    assert isinstance(form, PaymentForm)
    assert (form.yen.text(), [part.text() for part in form.parts]) == ("7,700", ["", "7,700"])
    assert "allotted" in form.form.fields["allocations"].label.text()
    assert form.typed() is None, "nothing was typed yet"
    form.yen.clear()
    type_in(form.yen, "8000")
    assert [part.text() for part in form.parts] == ["300", "7,700"]


def test_what_was_typed_survives_a_locked_screen(books: FrontDesk) -> None:
    form = booking(books)
    type_in(form.yen, "5000")
    form.parts[0].clear()
    type_in(form.parts[0], "4000")
    typed = form.typed()
    assert typed is not None
    form.reject()
    books.calm()
    again = booking(books)
    again.fill(typed)
    assert (again.yen.text(), again.parts[0].text()) == ("5,000", "4000")
    assert "¥1,000" in again.left.text()


def test_who_paid_is_kept_sealed_in_a_draft(books: FrontDesk) -> None:
    form = booking(books)
    type_in(form.yen, "5000")
    type_in(form.payer, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")
    typed = dict(form.typed() or {})
    assert "ｱｵﾊﾞ" in str(typed.pop(SEALED))
    assert "ｱｵﾊﾞ" not in str(typed)


def test_a_payment_is_taken_back(books: FrontDesk) -> None:
    paid(books, 5_000, payer="ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")
    page = billing(books, "payments")
    books.click(page.payments.back_button)
    form = books.dialog()
    assert isinstance(form, TakeBackForm)
    assert "ｱｵﾊﾞ" not in texts_in(form)
    books.click(form.payer._link)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    books.wait(lambda: "ｱｵﾊﾞ" in texts_in(form))
    save(books, form)
    assert books.office.payments.latest(books.actor)[0].row.taken_back_on
    books.wait(lambda: "Taken back" in str(page.payments.table.texts_of(page.payments.table.rows()[0])))
    assert not page.payments.back_button.isEnabled()


@pytest.mark.parametrize("what", ["use", "back"])
def test_what_is_left_over_is_used_or_given_back(books: FrontDesk, what: str) -> None:
    payment = paid(books, 5_000)
    billing(books, "payments", credit=payment)
    books.wait(lambda: isinstance(books.dialog(), CreditForm))
    form = books.dialog()
    assert isinstance(form, CreditForm)
    form.what.setCurrentIndex(form.what.findData(what))
    assert form.way.isEnabled() == (what == "back")
    assert form.came.text().splitlines() == [
        "Payment P2026-000001: ¥5,000",
        "Given back so far: ¥0",
        "Left to use or give back: ¥5,000",
    ]
    save(books, form)
    rows = books.office.payments.latest(books.actor)
    assert sum(one.row.credit for one in rows) == 0
    (item,) = books.office.open_items.open(books.actor)
    assert item.open_yen == (YEN - 5_000 if what == "use" else YEN)


def credited(desk: FrontDesk, *, paid_first: bool) -> str:
    """A credit note about the invoice, which something is left of where that was paid; its record id."""
    invoices, actor = desk.office.invoices, desk.actor
    (item,) = desk.office.open_items.open(actor)
    if paid_first:
        money = PaymentRecord(desk.office.today().isoformat(), YEN, PaymentWay.BANK)
        desk.office.payments.book(actor, item.customer, replace(money, allocations=((item.invoice, YEN),)))
    note = invoices.credit(actor, item.invoice, english)
    invoices.issue(actor, note, invoices.detail(actor, note).row.version, english)
    desk.calm()
    return note


def test_what_a_credit_note_leaves_goes_back_to_the_customer_and_says_so(books: FrontDesk) -> None:
    note = credited(books, paid_first=True)
    page = billing(books, "open_items")
    page.open_items.table.choose_first(keyboard=True)
    assert page.open_items.table.current().invoice == note
    assert page.open_items.pay_button.text() == "Pay back or set off…"
    books.click(page.open_items.pay_button)
    books.wait(lambda: isinstance(books.dialog(), CreditNoteForm))
    form = books.dialog()
    assert isinstance(form, CreditNoteForm)
    assert (form.what.count(), form.what.currentData(), form.yen.text()) == (1, "back", f"{YEN:,}")
    assert form.came.text().splitlines() == [
        f"Credit note C2026-000001: ¥{YEN:,}",
        "Paid back so far: ¥0",
        f"Left to pay back or set off: ¥{YEN:,}",
    ]
    form.yen.clear()
    type_in(form.yen, "8,150")
    save(books, form)
    assert "¥8,150 went back to the customer" in texts_in(books.window)
    detail = books.office.invoices.detail
    assert detail(books.actor, note).row.open_yen == 8_150 - YEN
    billing(books, "open_items", credit_note=note)
    books.wait(lambda: isinstance(books.dialog(), CreditNoteForm))
    assert books.dialog().came.text().splitlines()[1:] == [
        "Paid back so far: ¥8,150",
        f"Left to pay back or set off: ¥{YEN - 8_150:,}",
    ]
    save(books, books.dialog())
    row = detail(books.actor, note).row
    assert (row.open_yen, row.paid_back) == (0, True)
    assert state_chip(books.window.context, row).text == "Paid back"
    today = books.office.today()
    made = books.office.invoice_indexes.as_csv(books.actor, today, today, english)
    assert "Paid back" in made.content.decode("utf-8-sig")
    payments = books.office.payments.latest(books.actor)
    assert [one.row.yen for one in payments] == [8_150 - YEN, -8_150, YEN]
    for one in payments[:2]:
        assert detail(books.actor, note).row.paid_back
        books.office.payments.take_back(books.actor, one.row.payment, one.row.version)
    assert not detail(books.actor, note).row.paid_back


def test_a_credit_note_is_set_off_against_what_is_open(books: FrontDesk) -> None:
    note = credited(books, paid_first=True)
    invoices, actor = books.office.invoices, books.actor
    customer_ = invoices.detail(actor, note).row.customer
    other = invoices.draft_free(actor, customer_)
    line = InvoiceLineRecord("parts", 1.0, "", 30_000)
    detail = invoices.detail(actor, other)
    invoices.issue(actor, other, detail.row.version, english, replace(detail.record, lines=(line,)))
    billing(books, "open_items", credit_note=note)
    books.wait(lambda: isinstance(books.dialog(), CreditNoteForm))
    form = books.dialog()
    assert isinstance(form, CreditNoteForm)
    assert form.what.currentData() == "use"
    form.yen.clear()
    type_in(form.yen, "150")
    save(books, form)
    billing(books, "open_items", credit_note=note)
    books.wait(lambda: isinstance(books.dialog(), CreditNoteForm) and books.dialog() is not form)
    form = books.dialog()
    assert "Set off against other invoices: ¥150\nPaid back so far: ¥0" in form.came.text()
    save(books, form)
    assert f"¥{YEN - 150:,} were set off" in texts_in(books.window)
    row = invoices.detail(actor, note).row
    assert (row.open_yen, row.paid_back) == (0, False)
    assert state_chip(books.window.context, row).text == "Set off"
    assert invoices.detail(actor, other).row.open_yen == 33_000 - YEN


def test_what_a_credit_note_took_off_its_unpaid_invoice_is_told(books: FrontDesk) -> None:
    (item,) = books.office.open_items.open(books.actor)
    money = PaymentRecord(books.office.today().isoformat(), 8_000, PaymentWay.BANK)
    books.office.payments.book(
        books.actor, item.customer, replace(money, allocations=((item.invoice, 8_000),))
    )
    note = credited(books, paid_first=False)
    billing(books, "open_items", credit_note=note)
    books.wait(lambda: isinstance(books.dialog(), CreditNoteForm))
    assert books.dialog().came.text().splitlines() == [
        f"Credit note C2026-000001: ¥{YEN:,}",
        f"Taken off its invoice, which was not paid: ¥{YEN - 8_000:,}",
        "Paid back so far: ¥0",
        "Left to pay back or set off: ¥8,000",
    ]


def test_collected_cash_is_counted(books: FrontDesk) -> None:
    technician = books.office.jobs.staff(books.actor)[0].account
    paid(books, 5_000, way=PaymentWay.CASH, collected_by=technician)
    page = billing(books, "payments")
    books.click(page.payments.cash_button)
    books.wait(lambda: isinstance(books.dialog(), CashForm))
    form = books.dialog()
    assert isinstance(form, CashForm)
    assert "P2026-000001" in form.payments.text()
    type_in(form.counted, "4000")
    books.key(form, Qt.Key.Key_S, CTRL)
    books.calm()
    assert "4,000 yen were counted" in texts_in(form)
    form.counted.clear()
    type_in(form.counted, "5000")
    save(books, form)
    assert books.office.payments.cash_out(books.actor) == ()


def test_what_to_do_first_is_said_while_no_collected_cash_waits(books: FrontDesk) -> None:
    """A job may have a sum to collect and no payment: the invoice comes first, then the booking."""
    page = billing(books, "payments")
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    jobs = books.office.jobs
    job = job_of(books)
    detail = jobs.detail(owner, job)
    jobs.change(
        owner, job, detail.version, replace(jobs.record_for_edit(owner, job), amount_to_collect=44_000)
    )
    books.calm()
    books.click(page.payments.cash_button)
    said = texts_in(books.dialog())
    assert "1 finished job with a sum to collect is billed and not paid" in said
    assert detail.row.number in said
    books.dialog().accept()
    (item,) = books.office.open_items.open(books.actor)
    books.office.invoices.void(books.actor, item.invoice)
    books.calm()
    books.click(page.payments.cash_button)
    said = texts_in(books.dialog())
    assert "1 finished job with a sum to collect has no invoice yet" in said
    assert detail.row.number in said


@pytest.mark.parametrize("void", [False, True])
def test_a_sum_of_who_does_not_pay_at_the_site_is_nothing_to_collect(books: FrontDesk, *, void: bool) -> None:
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    jobs, customers, job = books.office.jobs, books.office.customers, job_of(books)
    detail = jobs.detail(owner, job)
    jobs.change(
        owner, job, detail.version, replace(jobs.record_for_edit(owner, job), amount_to_collect=44_000)
    )
    if void:
        (item,) = books.office.open_items.open(books.actor)
        books.office.invoices.void(books.actor, item.invoice)
    asked = books.office.open_items.to_collect
    assert asked(books.actor) == CashToCome(*(((), ("2026-000001",)), (("2026-000001",), ()))[void])
    who = detail.parties[0].customer
    version = customers.detail(owner, who).version
    customers.change(owner, who, version, {"payment_method": PaymentMethod.INVOICE})
    assert not jobs.detail(owner, job).paid_on_site
    assert asked(books.actor) == CashToCome((), ())


def test_cash_that_differs_is_handed_in_with_the_reason_and_told_beside_the_payments(
    books: FrontDesk,
) -> None:
    technician = books.office.jobs.staff(books.actor)[0].account
    paid(books, 5_000, way=PaymentWay.CASH, collected_by=technician)
    page = billing(books, "payments")
    assert page.payments.differences.isHidden()
    books.click(page.payments.cash_button)
    books.wait(lambda: isinstance(books.dialog(), CashForm))
    form = books.dialog()
    assert isinstance(form, CashForm)
    assert form.form.fields["reason"].isHidden()
    type_in(form.counted, "4550")
    books.key(form, Qt.Key.Key_S, CTRL)
    books.wait(lambda: not form.form.fields["reason"].isHidden())
    assert "4,550 yen were counted" in texts_in(form)
    type_in(form.reason, "wrong change")
    save(books, form)
    books.wait(lambda: not page.payments.differences.isHidden())
    said = page.payments.differences.text()
    assert "¥450 of ¥5,000 missing" in said
    assert said.endswith("(P2026-000001): wrong change")


def test_a_receipt_that_is_sent_as_a_file_is_saved_and_offered_to_no_printer(
    books: FrontDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "receipt.pdf"
    monkeypatch.setattr(
        "hvacdesk.ui.billing.document_saving.choose_new_file",
        lambda _owner, _title, _name, _kinds, then: then(str(path)),
    )
    billing(books, "payments", receipt=paid(books, 80_000))
    books.wait(lambda: isinstance(books.dialog(), ReceiptForm))
    form = books.dialog()
    assert isinstance(form, ReceiptForm)
    form.electronic.setChecked(True)
    save(books, form)
    books.wait(lambda: isinstance(books.dialog(), SavingDialog))
    dialog = books.dialog()
    assert {"Save as PDF…", "Close"} <= {one.text() for one in dialog.findChildren(QPushButton)}
    assert "Print" not in {one.text() for one in dialog.findChildren(QPushButton)}
    books.click(dialog.primary)
    books.wait(lambda: not dialog.isVisible())
    assert "R2026-000001" in read_text(path.read_bytes())
    assert "Issued electronically" in read_text(path.read_bytes())
    (out,) = books.office.outside_lists.out(books.actor)
    assert (out.kind, out.document) == (ListKind.RECEIPT, "R2026-000001")


def test_a_receipt_is_made_out_and_printed_again_as_a_reissue(books: FrontDesk) -> None:
    payment = paid(books, 60_000)
    billing(books, "payments", receipt=payment)
    books.wait(lambda: isinstance(books.dialog(), ReceiptForm))
    form = books.dialog()
    assert isinstance(form, ReceiptForm)
    books.wait(lambda: "¥200" in form.said.text())
    form.electronic.setChecked(True)
    books.wait(lambda: "no revenue stamp" in form.said.text())
    form.electronic.setChecked(False)
    save(books, form)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog().reject()
    books.calm()
    shown = billing(books, "payments").payments
    books.wait(shown.table.rows)
    shown.table.select_first()
    assert not shown.receipt_button.isEnabled()
    assert "R2026-000001 was made out" in shown.receipt_button.toolTip()
    page = billing(books, "receipts")
    (row,) = page.receipts.table.rows()
    assert row.number == "R2026-000001"
    page.receipts.table.select_first()
    books.click(page.receipts.again_button)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog().reject()
    books.calm()
    page.receipts.table.select_first()
    books.click(page.receipts.void_button)
    books.wait(lambda: isinstance(books.dialog(), ReceiptVoidForm))
    assert "nothing has to come back" in texts_in(books.dialog())
    books.dialog().reject()
    books.click(page.receipts.again_button)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog()._sent("プリンター", Taken())
    books.calm()
    page.receipts.table.select_first()
    books.click(page.receipts.again_button)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog().reject()
    books.calm()
    assert books.office.receipts.listed(books.actor).rows[0].reissues == 1
    page.receipts.table.select_first()
    books.click(page.receipts.void_button)
    books.wait(lambda: isinstance(books.dialog(), ReceiptVoidForm))
    asked = books.dialog()
    assert isinstance(asked, ReceiptVoidForm)
    assert "1 paper" in texts_in(asked)
    save(books, asked)
    assert books.office.receipts.listed(books.actor).rows[0].state is ReceiptState.VOID
    page.receipts.table.select_first()
    books.key(page.receipts.table, Qt.Key.Key_Return)
    books.wait(lambda: isinstance(books.dialog(), ReceiptDialog))
    opened = books.dialog()
    assert isinstance(opened, ReceiptDialog)
    assert "“VOID” stands across this copy" in texts_in(opened)
    assert opened.history.text().count("Receipt printed again") == 1
    assert "Receipt made void" in opened.history.text().splitlines()[-1]
    books.click(opened.copy_button)
    books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
    books.dialog().reject()


def test_more_than_the_invoice_asks_for_is_said_at_the_receipt_and_the_receipt_where_it_goes_back(
    books: FrontDesk,
) -> None:
    (item,) = books.office.open_items.open(books.actor)
    today = books.office.today().isoformat()
    parts = ((item.invoice, YEN),)
    record = PaymentRecord(today, YEN + 16_001, PaymentWay.CASH, allocations=parts)
    payment = books.office.payments.book(books.actor, item.customer, record)
    billing(books, "payments", receipt=payment)
    books.wait(lambda: isinstance(books.dialog(), ReceiptForm))
    form = books.dialog()
    assert isinstance(form, ReceiptForm)
    assert form.kept.isVisible()
    assert "¥16,001 of it pay for no invoice" in form.kept.text()
    form.reject()
    begun = books.office.receipts.beginning(books.actor, payment, english)
    books.office.receipts.issue(books.actor, payment, begun, english)
    billing(books, "payments", credit=payment)
    books.wait(lambda: isinstance(books.dialog(), CreditForm))
    left = books.dialog()
    assert isinstance(left, CreditForm)
    assert "Receipt R2026-000001 says that this was received" in left.came.text()
    assert left.way.currentData() == PaymentWay.CASH.value, "cash goes back as cash"
    left.reject()


def test_money_that_went_back_is_said_before_a_receipt_is_printed(books: FrontDesk) -> None:
    today = books.office.today().isoformat()
    payments, receipts = books.office.payments, books.office.receipts
    payment = paid(books, 60_000)
    payments.pay_back(books.actor, payment, 1, PaymentRecord(today, -25_000, PaymentWay.BANK))
    billing(books, "payments", receipt=payment)
    books.wait(lambda: isinstance(books.dialog(), ReceiptForm))
    form = books.dialog()
    assert isinstance(form, ReceiptForm)
    said = f"Given back {day_text(today)}: ¥25,000 (Bank transfer, P"
    assert said in form.back.text()
    assert form.back.isVisible()
    whole = "Whoever holds it can prove that sum"
    assert "¥35,000" in form.over.currentText(), "what was kept is what a receipt is for"
    assert whole not in form.back.text()
    form.over.setCurrentIndex(form.over.findData(False))
    assert whole in form.back.text()
    form.reject()
    begun, back = receipts.beginning(books.actor, payment, english), receipts.given_back(books.actor, payment)
    kept = receipts.issue(books.actor, payment, begun, english, back)
    page = billing(books, "receipts")
    page.receipts.table.select_first()
    books.click(page.receipts.again_button)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog().reject()
    assert receipts.listed(books.actor).rows[0].yen == 35_000
    receipts.void(books.actor, kept.receipt, receipts.listed(books.actor).rows[0].version)
    receipts.issue(books.actor, payment, replace(begun, over_kept=False), english, back)
    page = billing(books, "receipts")
    page.receipts.table.select_first()
    books.click(page.receipts.again_button)
    books.wait(lambda: "all the same" in books.dialog().windowTitle())
    assert said in texts_in(books.dialog())
    books.click(books.dialog().primary)
    books.calm()
    assert receipts.listed(books.actor).rows[0].reissues == 0
    books.key(page.receipts.table, Qt.Key.Key_Return)
    books.wait(lambda: isinstance(books.dialog(), ReceiptDialog))
    opened = books.dialog()
    assert isinstance(opened, ReceiptDialog)
    assert said in texts_in(opened)
    books.click(opened.again_button)
    books.wait(lambda: "all the same" in books.dialog().windowTitle())
    click_text(books, books.dialog(), "Print or save it")
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog().reject()


def test_money_that_goes_back_while_a_receipt_is_made_out_is_told_before_it_is(books: FrontDesk) -> None:
    today = books.office.today().isoformat()
    payment = paid(books, 60_000)
    billing(books, "payments", receipt=payment)
    books.wait(lambda: isinstance(books.dialog(), ReceiptForm))
    form = books.dialog()
    assert isinstance(form, ReceiptForm)
    assert not form.back.isVisible()
    assert not form.over.isVisible()
    record = PaymentRecord(today, -60_000, PaymentWay.BANK)
    books.office.payments.pay_back(books.actor, payment, 1, record)
    books.click(form.primary)
    books.wait(form.back.isVisible)
    assert "¥60,000 (Bank transfer, P" in form.back.text()
    assert "another sum by now" in texts_in(form)
    assert not books.office.receipts.listed(books.actor).rows
    books.click(form.primary)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog().reject()
    assert len(books.office.receipts.listed(books.actor).rows) == 1


def test_a_receipt_is_to_be_had_wherever_its_invoice_is_seen(books: FrontDesk) -> None:
    (item,) = books.office.open_items.open(books.actor)
    today = books.office.today().isoformat()
    page = billing(books, "invoices")
    books.wait(page.invoices.pay_button.isEnabled)
    assert not page.invoices.receipt_button.isEnabled()
    for yen in (8_150, 10_000):
        record = PaymentRecord(today, yen, PaymentWay.BANK, allocations=((item.invoice, yen),))
        books.office.payments.book(books.actor, item.customer, record)
        books.calm()
        books.wait(page.invoices.receipt_button.isEnabled)
        if yen == 8_150:
            books.click(page.invoices.receipt_button)
            books.wait(lambda: isinstance(books.dialog(), ReceiptForm))
            save(books, books.dialog())
            books.wait(lambda: isinstance(books.dialog(), PaperPreview))
            books.dialog().reject()
            books.calm()
            books.click(page.invoices.receipt_button)
            books.wait(lambda: isinstance(books.dialog(), ReceiptDialog))
            books.dialog().reject()
    books.go("schedule", job=job_of(books))
    job = books.dialog()
    assert isinstance(job, JobDialog)
    job.show_invoices()
    books.wait(lambda: "Receipt…" in plain_text(job.invoices))
    click_text(books, job.invoices, "Receipt…")
    books.wait(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        f"{day_text(today)}  ¥8,150: receipt R2026-000001",
        f"{day_text(today)}  ¥10,000: make out a receipt…",
    ]
    menu.actions()[1].trigger()
    menu.close()
    books.wait(lambda: isinstance(books.dialog(), ReceiptForm))
    books.dialog().reject()


def test_receipts_are_narrowed_down_by_day_sum_and_party(books: FrontDesk) -> None:
    payment = paid(books, YEN)
    today = books.office.today().isoformat()
    books.office.receipts.issue(books.actor, payment, ReceiptRecord("工事代として", today), english)
    view = billing(books, "receipts").receipts
    books.wait(lambda: len(view.table.rows()) == 1)
    view.sums.lowest.setText(f"{YEN + 1}")
    view.sums.lowest.editingFinished.emit()
    books.wait(lambda: not view.table.rows())
    view.sums.lowest.setText("many")
    view.sums.lowest.editingFinished.emit()
    books.wait(lambda: "number" in texts_in(view))
    view.sums.lowest.setText(f"{YEN}")
    view.sums.highest.setText(f"{YEN}")
    view.days.first.set_iso(today)
    view.days.edited.emit()
    books.wait(lambda: len(view.table.rows()) == 1)
    type_in(view.search, view.table.rows()[0].number[-3:])
    books.wait(lambda: len(view.table.rows()) == 1)
    view.days.last.set_iso("2020-01-01")
    view.days.edited.emit()
    books.wait(lambda: "The end lies before the start." in texts_in(view))
    view.days.first.clear()
    view.days.edited.emit()
    books.wait(lambda: not view.table.rows())


def test_blank_receipts_go_out_and_come_back(books: FrontDesk) -> None:
    page = billing(books, "receipts")
    books.click(page.receipts.out_button)
    form = books.dialog()
    assert isinstance(form, GiveOutForm)
    form.count.clear()
    type_in(form.count, "2")
    save(books, form)
    books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
    books.dialog().reject()
    books.calm()
    books.wait(lambda: len(page.receipts.table.rows()) == 2)
    page.receipts.table.select_first()
    books.click(page.receipts.back_button)
    books.calm()
    states = [one.state for one in books.office.receipts.listed(books.actor).rows]
    assert states == [ReceiptState.RETURNED, ReceiptState.GIVEN_OUT]
    page.receipts.table.select_first()
    books.click(page.receipts.open_button)
    books.wait(lambda: isinstance(books.dialog(), ReceiptDialog))
    assert "Came back" in texts_in(books.dialog())
    books.dialog().accept()


def bank_file(desk: FrontDesk, folder: Path, *deposits: tuple[int, str]) -> BillingPage:
    today = desk.office.today()
    on = f"{today.year - 2018:02}{today:%m%d}"
    path = folder / "notice.txt"
    path.write_bytes(notices([(on, yen, payer) for yen, payer in deposits], on))
    page = billing(desk, "bank")
    page.bank.read_file(str(path))
    desk.calm()
    return page


def test_certain_deposits_of_a_bank_file_are_booked_at_once(books: FrontDesk, tmp_path: Path) -> None:
    number = books.office.open_items.open(books.actor)[0].number
    page = bank_file(books, tmp_path, (YEN, f"{number.replace('-', '')}ﾀﾅｶ"), (777, "ｽｽﾞｷ"))
    assert "2 deposits are new" in page.bank.summary.text()
    books.click(page.bank.all_button)
    books.wait(lambda: len(page.bank.table.rows()) == 1)
    assert books.office.open_items.open(books.actor) == ()
    assert not page.bank.all_button.isEnabled()
    assert "1 was seen to before" in page.bank.summary.text()
    page.bank.table.select_first()
    books.click(page.bank.aside_button)
    books.wait(lambda: len(page.bank.table.rows()) == 0)
    assert "1 of them set aside" in page.bank.summary.text()
    assert "¥777 is no customer's payment" in texts_in(books.window)
    books.press(books.window, "Undo")
    books.wait(lambda: len(page.bank.table.rows()) == 1)
    assert "The deposit is proposed again." in texts_in(books.window)
    page.bank.table.select_first()
    books.click(page.bank.aside_button)
    books.wait(lambda: len(page.bank.table.rows()) == 0)
    books.click(page.bank.again_button)
    books.wait(lambda: len(page.bank.table.rows()) == 1)
    assert page.bank.again_button.isHidden()
    assert "ｻﾝﾌﾟﾙ ﾎﾝﾃﾝ …567 ﾋﾔｼﾔ(ｶ" in page.bank.summary.text()


def test_a_deposit_that_may_be_booked_already_says_so(books: FrontDesk, tmp_path: Path) -> None:
    paid(books, 8_000, payer="ﾀﾅｶ")
    page = bank_file(books, tmp_path, (8_000, "ﾀﾅｶ"))
    assert "are booked" in str(page.bank.table.texts_of(page.bank.table.rows()[0]))
    page.bank.table.select_first()
    books.click(page.bank.one_button)
    form = books.dialog()
    assert isinstance(form, DepositForm)
    assert "same deposit" in texts_in(form)


def test_a_deposit_is_booked_by_hand_with_the_number_that_it_pays_for(
    books: FrontDesk, tmp_path: Path
) -> None:
    number = books.office.open_items.open(books.actor)[0].number
    page = bank_file(books, tmp_path, (8_000, "ｼﾗﾅｲﾋﾄ"))
    page.bank.table.select_first()
    books.click(page.bank.one_button)
    form = books.dialog()
    assert isinstance(form, DepositForm)
    type_in(form.invoices, "I2020-000009")
    books.key(form, Qt.Key.Key_S, CTRL)
    books.calm()
    assert "I2020-000009 is no open invoice" in texts_in(form)
    form.invoices.clear()
    at = form.waiting.findData(number)
    assert "田中 ●●" in form.waiting.itemText(at)
    form.waiting.activated.emit(at)
    assert form.invoices.text() == number
    form.invoices.clear()
    type_in(form.invoices, number.lower())
    books.key(form, Qt.Key.Key_S, CTRL)
    book_it(books, form)
    (item,) = books.office.open_items.open(books.actor)
    assert item.open_yen == YEN - 8_000


def counter_sale(desk: FrontDesk, name: PersonName, yen: int) -> str:
    """An issued invoice without a job, of a new customer; its number."""
    owner = replace(desk.actor, roles=frozenset({Role.OWNER}))
    who = desk.office.customers.add(owner, new_customer(name=name))
    invoices, actor = desk.office.invoices, desk.actor
    made = invoices.draft_free(actor, who)
    detail = invoices.detail(actor, made)
    lines = (InvoiceLineRecord("部品", 1.0, "個", yen),)
    record = replace(detail.record, lines=lines, with_tax=True)
    invoices.issue(actor, made, detail.row.version, english, record)
    return invoices.detail(actor, made).row.number


def test_a_deposit_that_several_fit_says_how_many_and_another_customers_invoice_replaces(
    books: FrontDesk, tmp_path: Path
) -> None:
    first = counter_sale(books, PersonName("鈴木", "一郎", "スズキ", "イチロウ"), 9_000)
    second = counter_sale(books, PersonName("鈴木", "二郎", "スズキ", "ジロウ"), 9_000)
    third = counter_sale(books, PersonName("田中", "花子", "タナカ", "ハナコ"), 9_500)
    page = bank_file(books, tmp_path, (9_000, "ｽｽﾞｷ"))
    assert "2 fit: choose" in str(page.bank.table.texts_of(page.bank.table.rows()[0]))
    page.bank.table.select_first()
    books.click(page.bank.one_button)
    form = books.dialog()
    assert isinstance(form, DepositForm)
    said = texts_in(form)
    assert "1 more fits as well" in said
    assert first in said
    assert second in said
    assert form.invoices.text() == first
    form.waiting.picked.emit(second)
    assert form.invoices.text() == second, "a deposit is one customer's"
    number = next(one.number for one in books.office.open_items.open(books.actor) if one.open_yen == YEN)
    form.waiting.picked.emit(number)
    assert form.invoices.text() == number
    form.waiting.picked.emit(third)
    assert form.invoices.text() == third, "another 田中"
    form.invoices.setText(f"X-9 {first}")
    form.waiting.picked.emit(second)
    assert form.invoices.text() == f"X-9 {second}", "what was typed and nobody knows is left to be put right"


def test_names_that_read_alike_are_told_apart_by_the_work(books: FrontDesk, tmp_path: Path) -> None:
    counter_sale(books, PersonName("田中", "次郎", "タナカ", "ジロウ"), YEN)
    (job,) = [one for one in books.office.open_items.open(books.actor) if one.works]
    work = job.works[0]
    page = bank_file(books, tmp_path, (YEN, "ﾀﾅｶ"))
    told = str(page.bank.table.texts_of(page.bank.table.rows()[0]))
    assert f"田中 ●● ({work.number}" in told
    page.bank.table.select_first()
    books.click(page.bank.one_button)
    form = books.dialog()
    assert isinstance(form, DepositForm)
    assert work.town in form.waiting.itemText(form.waiting.findData(job.number))
    form.reject()
    shown = billing(books, "open_items").open_items
    books.wait(lambda: len(shown.table.rows()) == 2)
    texts = [str(shown.table.texts_of(row)) for row in shown.table.rows()]
    assert sum(f"田中 ●● ({work.number}" in text and work.town in text for text in texts) == 1


def test_a_fee_is_said_before_deposits_are_booked_at_once_and_after(books: FrontDesk, tmp_path: Path) -> None:
    counter_sale(books, PersonName("佐藤", "三郎", "サトウ", "サブロウ"), 9_000)
    page = bank_file(books, tmp_path, (9_000 - 440, "ｻﾄｳ ｻﾌﾞﾛｳ"))
    books.click(page.bank.all_button)
    asked = books.dialog()
    assert "¥440" in texts_in(asked)
    books.click(asked.way_back)
    assert len(books.office.open_items.open(books.actor)) == 2
    books.click(page.bank.all_button)
    books.click(books.dialog().primary)
    books.wait(lambda: page.bank.table.rows() == ())
    assert len(books.office.open_items.open(books.actor)) == 1
    books.wait(lambda: any("¥440" in texts_in(one) for one in books.window.findChildren(Notice)))


def test_a_deposit_of_an_odd_sum_is_asked_about_as_any_payment(books: FrontDesk, tmp_path: Path) -> None:
    number = books.office.open_items.open(books.actor)[0].number
    page = bank_file(books, tmp_path, (YEN + 5_000, "ｼﾗﾅｲﾋﾄ"))
    page.bank.table.select_first()
    books.click(page.bank.one_button)
    form = books.dialog()
    assert isinstance(form, DepositForm)
    type_in(form.invoices, number)
    books.key(form, Qt.Key.Key_S, CTRL)
    books.wait(lambda: books.dialog() is not form)
    assert "¥5,000 more than is open" in texts_in(books.dialog())
    assert books.office.payments.latest(books.actor) == ()
    book_it(books, form)
    books.wait(lambda: not form.isVisible())
    assert books.office.payments.latest(books.actor)[0].row.credit == 5_000


def test_a_second_file_does_not_drop_what_waits_without_a_word(books: FrontDesk, tmp_path: Path) -> None:
    number = books.office.open_items.open(books.actor)[0].number
    page = bank_file(books, tmp_path, (YEN, f"{number.replace('-', '')}ﾀﾅｶ"), (777, "ｽｽﾞｷ"))
    assert [page.bank._name(one) for one in page.bank.table.rows()] == ["田中 ●●", ""]
    books.click(page.bank.choose_button)
    question = books.dialog()
    assert "2 deposits of this file" in texts_in(question)
    books.click(question.primary)
    assert len(page.bank.table.rows()) == 2


def test_a_sum_is_written_with_commas_once_it_is_typed(books: FrontDesk) -> None:
    form = booking(books)
    form.yen.clear()
    type_in(form.yen, "１２３４５")
    form.yen.editingFinished.emit()
    assert form.yen.text() == "12,345"
    form.yen.setText("x")
    form.yen.editingFinished.emit()
    assert form.yen.text() == "x"


def test_another_file_is_told_in_words(books: FrontDesk, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("氏名,電話\n田中,052-123-4567\n", encoding="utf-8")
    page = billing(books, "bank")
    page.bank.read_file(str(tmp_path / "list.csv"))
    books.wait(lambda: "No deposits were found in this file" in texts_in(page.bank))


def test_a_bank_file_that_was_deleted_offers_nothing_more(books: FrontDesk, tmp_path: Path) -> None:
    number = books.office.open_items.open(books.actor)[0].number
    page = bank_file(books, tmp_path, (YEN, f"{number.replace('-', '')}ﾀﾅｶ"))
    assert page.bank.all_button.isEnabled()
    (tmp_path / "notice.txt").unlink()
    page.bank.refresh()
    books.wait(lambda: "This file cannot be read" in texts_in(page.bank))
    assert not page.bank.all_button.isEnabled()
    assert not page.bank.summary.text()


def test_the_books_get_a_file_once_and_again_if_asked(books: FrontDesk, tmp_path: Path) -> None:
    paid(books, 5_000)
    page = billing(books, "payments")
    books.click(page.payments.books_button)
    books.wait(lambda: isinstance(books.dialog(), BooksForm))
    form = books.dialog()
    assert isinstance(form, BooksForm)
    for field in (form.first, form.last):
        field.set_iso(books.office.today().isoformat())
        field.editingFinished.emit()
    books.wait(lambda: form.told.text() == "1 invoice, ¥18,150 with tax · 1 payment, ¥5,000")
    form.save_to(str(tmp_path / "books.csv"))
    books.wait(lambda: not form.isVisible())
    books.calm()
    first = (tmp_path / "books.csv").read_bytes()
    assert "収支区分" in first.decode("utf-8-sig")
    books.click(page.payments.books_button)
    books.wait(lambda: isinstance(books.dialog(), BooksForm))
    again = books.dialog()
    assert isinstance(again, BooksForm)
    again.what.setCurrentIndex(1)
    assert not again.first.isEnabled()
    again.save_to(str(tmp_path / "again.csv"))
    books.wait(lambda: not again.isVisible())
    assert (tmp_path / "again.csv").read_bytes() == first


def test_what_was_booked_late_is_told_beside_the_period(books: FrontDesk) -> None:
    record = PaymentRecord("2026-11-02", 5_000, PaymentWay.BANK)
    books.office.payments.book(books.actor, customer(books), record)
    page = billing(books, "payments")
    books.click(page.payments.books_button)
    form = books.dialog()
    assert isinstance(form, BooksForm)
    for field in (form.first, form.last):
        field.set_iso(books.office.today().isoformat())
        field.editingFinished.emit()
    books.wait(lambda: "1 more of earlier days, of 2 Nov 2026, is not in the books" in form.told.text())
    form.first.set_iso("2026-11-02")
    form.first.editingFinished.emit()
    books.wait(lambda: form.told.text() == "1 invoice, ¥18,150 with tax · 1 payment, ¥5,000")


def test_a_file_that_cannot_be_written_marks_nothing(books: FrontDesk, tmp_path: Path) -> None:
    paid(books, 5_000)
    page = billing(books, "payments")
    books.click(page.payments.books_button)
    books.wait(lambda: isinstance(books.dialog(), BooksForm))
    form = books.dialog()
    assert isinstance(form, BooksForm)
    for field in (form.first, form.last):
        field.set_iso(books.office.today().isoformat())
    form.save_to(str(tmp_path / "no folder" / "books.csv"))
    books.calm()
    assert form.isVisible()
    assert books.office.books_handover.runs(books.actor) == ()


def test_the_front_desk_has_no_payments(desk: FrontDesk) -> None:
    page = billing(desk, "open_items")
    assert page.payments is None
    assert page.bank is None
    assert not page.open_items.pay_button.isVisible()


def test_a_reminder_is_written_in_the_proposed_tone_and_noted_once_printed(
    books: FrontDesk, tmp_path: Path
) -> None:
    (row,) = books.office.open_items.open(books.actor)
    with books.office._workplace.transaction() as session:
        invoice_store.get(session, row.invoice).due_on = "2026-11-10"
    page = billing(books, "open_items")
    books.wait(lambda: page.open_items.table.select_first() or page.open_items.remind_button.isEnabled())
    books.click(page.open_items.remind_button)
    books.wait(lambda: isinstance(books.dialog(), ReminderForm))
    form = books.dialog()
    assert isinstance(form, ReminderForm)
    assert form.tone.currentData() == ReminderTone.SOFT
    assert "The next one is proposed" not in texts_in(form), "there was no letter yet"
    assert "was made today" not in texts_in(form)
    assert "No bank account is entered" in texts_in(form)
    assert "No registration number" not in texts_in(form), "a letter states no tax"
    assert row.reminded_on == ""
    (box,) = form.boxes.values()
    assert row.number in box.text()
    save(books, form)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    preview = books.dialog()
    assert isinstance(preview, PaperPreview)
    assert "counts as sent once it is printed, or saved as a PDF" in texts_in(preview)
    assert preview.unprinted == "The letter does not count as sent."
    books.press(preview, "Save as PDF…")
    chooser = next(one for one in preview.findChildren(QFileDialog) if one.isVisible())
    file = tmp_path / "letter.pdf"
    chooser.fileSelected.emit(str(file))
    books.wait(lambda: "“letter.pdf” stays saved" in texts_in(preview))
    assert row.number in read_text(file)
    books.wait(lambda: noted(books, row.customer))
    (note,) = noted(books, row.customer)
    assert "was saved as a file to be sent" in note
    books.wait(lambda: preview.unprinted == "It was saved as a PDF, so the letter counts as sent.")
    preview._sent("プリンター", Taken())
    books.calm()
    assert sum("was printed to be sent" in one for one in noted(books, row.customer)) == 1
    assert row.number in note

    books.go("billing", remind=row.customer)
    books.wait(lambda: isinstance(books.dialog(), ReminderForm))
    again = books.dialog()
    assert isinstance(again, ReminderForm)
    assert again.tone.currentData() == ReminderTone.FIRM
    assert "The next one is proposed" in texts_in(again)
    assert "was made today" in texts_in(again)
    assert books.office.open_items.open(books.actor)[0].reminded_on == books.office.today().isoformat()
    (box,) = again.boxes.values()
    box.setChecked(False)
    books.click(again.primary)
    books.calm()
    assert "No invoice is chosen" in again.form.fields["invoices"].error.text()
    again.reject()


@pytest.mark.parametrize("asked", ["pay", "terms", "remind"])
def test_a_form_about_a_customer_names_them_however_it_is_opened(books: FrontDesk, asked: str) -> None:
    """What was half typed is gone on with through the page, which knows the record id alone."""
    (row,) = books.office.open_items.open(books.actor)
    books.go("billing", **{asked: row.customer})
    form = books.dialog()
    assert row.name.text in form.windowTitle()
    form.reject()


def test_what_is_open_is_sorted_by_the_days_that_it_is_overdue(books: FrontDesk) -> None:
    due = ["2026-11-15", "2026-08-01", "2026-10-31", "2026-12-31"]  # 9, 115, 24 and no days
    (row,) = books.office.open_items.open(books.actor)
    with books.office._workplace.transaction() as session:
        invoice_store.get(session, row.invoice).due_on = due[0]
    for day in due[1:]:
        made = free_invoice(books, row.customer)
        with books.office._workplace.transaction() as session:
            invoice_store.get(session, made).due_on = day
    table = billing(books, "open_items").open_items.table
    books.wait(lambda: len(table.rows()) == len(due))
    at = [column.title for column in table.columns].index("Days overdue")
    for order, sorted_days in (
        (Qt.SortOrder.AscendingOrder, [due[3], due[0], due[2], due[1]]),
        (Qt.SortOrder.DescendingOrder, [due[1], due[2], due[0], due[3]]),
    ):
        table.sortByColumn(at, order)
        assert [one.due_on for one in table.rows()] == sorted_days


def noted(desk: FrontDesk, customer: str) -> list[str]:
    """What the customer's call notes say."""
    with desk.office._workplace.reading() as session:
        key = customer_store.get(session, customer).id
        return [note.text for note in call_notes.of_customer(session, key)]


def test_a_month_is_shown_divided_and_printed(books: FrontDesk) -> None:
    paid(books, 60_000)
    page = billing(books, "month")
    view = page.month
    books.wait(lambda: len(view.table.rows()) == 1)
    assert (view.table.rows()[0].gross, view.table.rows()[0].received) == (YEN, 60_000)
    assert "¥16,500" in view.sums.text()
    assert "Bank's fees ¥0" in view.sums.text()
    assert "received 6" in view.bars.accessibleDescription().lower()
    view.table.select_first()
    assert view.customer_button.isEnabled()
    choose(view.divided, Divided.WORKS)
    view.table.select_first()
    assert not view.customer_button.isEnabled()
    assert [row.net for row in view.table.rows()] == [16_500]
    assert [column.key for column in view.table.columns] == ["name", "count", "net"]
    assert "not for kinds of work" in view.divides.text()
    choose(view.divided, Divided.STAFF)
    assert [column.title for column in view.table.columns][-1] == "Collected on site"
    assert "what came by bank" in view.divides.text()
    choose(view.divided, Divided.CUSTOMERS)
    assert [column.key for column in view.table.columns][-3:] == ["gross", "received", "fees"]
    assert view.divides.isHidden()
    choose(view.divided, Divided.WORKS)
    view.month.setCurrentIndex(1)
    books.wait(lambda: view.table.rows() == ())
    view.month.setCurrentIndex(0)
    books.calm()
    books.click(view.print_button)
    books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
    preview = books.dialog()
    assert isinstance(preview, PreviewDialog)
    preview._sent("プリンター", Taken())
    books.calm()
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    (entry,) = books.office.audit.entries(owner, action=Action.LIST_PRINTED)
    assert "month_summary" in str(entry)


def counted(desk: FrontDesk, counted: int) -> CashCountsList:
    """The list of counts, with one of 5,000 yen that were collected."""
    technician = desk.office.jobs.staff(desk.actor)[0].account
    made = paid(desk, 5_000, way=PaymentWay.CASH, collected_by=technician)
    desk.office.payments.hand_in(desk.actor, [made], counted, "miscounted")
    page = billing(desk, "payments")
    desk.click(page.payments.counts_button)
    desk.wait(lambda: isinstance(desk.dialog(), CashCountsDialog))
    shown = desk.dialog()
    assert isinstance(shown, CashCountsDialog)
    desk.wait(lambda: len(shown.list.table.rows()) == 1)
    return shown.list


def test_a_count_is_taken_back_with_its_reason_and_stays_in_the_list(books: FrontDesk) -> None:
    counts = counted(books, 4_550)
    assert not counts.correct_button.isEnabled()
    books.click(counts.back_button)
    books.wait(lambda: isinstance(books.dialog(), CountBackForm))
    form = books.dialog()
    assert isinstance(form, CountBackForm)
    books.key(form, Qt.Key.Key_S, CTRL)
    assert form.isVisible(), "it asks why"
    type_in(form.reason, "another envelope")
    save(books, form)
    books.wait(lambda: "another envelope" in counts.about.text())
    assert "Payments: P2026-000001" in counts.about.text()
    assert not counts.back_button.isEnabled()
    (out,) = books.office.payments.cash_out(books.actor)
    assert out.yen == 5_000


def test_a_count_that_the_books_have_says_so_and_is_corrected(books: FrontDesk) -> None:
    counts = counted(books, 4_550)
    today = books.office.today()
    first = today.replace(day=1).isoformat()
    books.office.books_handover.export(books.actor, AccountingProgram.YAYOI, first, today.isoformat())
    counts.refresh()
    books.wait(lambda: not counts.back_button.isEnabled())
    assert "“Correct…” enters what is there now" in counts.about.text()
    assert counts.back_button.toolTip() in counts.about.text()
    books.click(counts.correct_button)
    books.wait(lambda: isinstance(books.dialog(), CountCorrectForm))
    form = books.dialog()
    assert isinstance(form, CountCorrectForm)
    type_in(form.counted, "5000")
    type_in(form.reason, "found in the van")
    save(books, form)
    books.wait(lambda: len(counts.table.rows()) == 2)
    assert [row.yen for row in books.office.payments.cash_counts(books.actor)] == [450, -450]


def test_a_payment_counted_with_a_difference_says_what_goes_back_with_it(books: FrontDesk) -> None:
    technician = books.office.jobs.staff(books.actor)[0].account
    made = [paid(books, sum_, way=PaymentWay.CASH, collected_by=technician) for sum_ in (5_000, 3_000)]
    books.office.payments.hand_in(books.actor, made, 7_908, "miscounted")
    page = billing(books, "payments")
    books.wait(lambda: "P2026-000002" in page.payments.differences.text())
    assert page.payments.table.select(lambda one: one.row.payment == made[0])
    books.click(page.payments.back_button)
    form = books.dialog()
    assert isinstance(form, TakeBackForm)
    told = texts_in(form)
    assert "¥92 were missing when its cash was counted" in told
    assert "P2026-000002 were counted with it, and wait to be counted again" in told
    save(books, form)
    books.wait(page.payments.differences.isHidden)
    books.click(page.payments.counts_button)
    books.wait(lambda: isinstance(books.dialog(), CashCountsDialog))
    shown = books.dialog()
    assert isinstance(shown, CashCountsDialog)
    books.wait(lambda: "as a payment of it was taken back" in shown.list.about.text())


def test_the_days_of_a_hand_over_are_those_of_what_waits(
    books: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = books.office.today()
    month = (today.replace(day=1).isoformat(), today.isoformat())
    payment = paid(books, 5_000)
    books.office.books_handover.export(books.actor, AccountingProgram.YAYOI, *month)
    books.office.payments.take_back(books.actor, payment, 1)
    billing(books, "payments", books="yes")
    books.wait(lambda: isinstance(books.dialog(), BooksForm))
    form = books.dialog()
    assert isinstance(form, BooksForm)
    assert (form.first.iso("first"), form.last.iso("last")) == month
    books.wait(lambda: "1 payment" in form.told.text())
    assert "taken back on these days" in texts_in(form)
    named: list[str] = []

    def asked(_owner: QWidget, _title: str, name: str, _kind: str, _chosen: object) -> None:
        named.append(name)

    monkeypatch.setattr("hvacdesk.ui.billing.books_form.choose_new_file", asked)
    books.click(form.primary)
    books.wait(lambda: len(named) == 1)
    assert form.what.count() == 2
    form.what.setCurrentIndex(1)
    books.click(form.primary)
    books.wait(lambda: len(named) == 2)
    days = f"{month[0]} to {month[1]}"
    assert named == [f"accounting Yayoi Accounting {days} (2).csv", f"accounting Yayoi Accounting {days}.csv"]


def test_receipts_are_looked_for_by_the_day_of_the_money(books: FrontDesk) -> None:
    today = books.office.today()
    received_on = (today - timedelta(days=3)).isoformat()
    money = PaymentRecord(received_on, 5_000, PaymentWay.CASH)
    payment = books.office.payments.book(books.actor, customer(books), money)
    record = ReceiptRecord("work", today.isoformat())
    books.office.receipts.issue(books.actor, payment, record, english)
    view = billing(books, "receipts").receipts
    books.wait(lambda: len(view.table.rows()) == 1)
    view.days.last.set_iso(received_on)
    view.days.edited.emit()
    books.wait(lambda: view.table.rows() == ())
    choose(view.day_kind, ReceiptDay.RECEIVED)
    view.day_kind.activated.emit(view.day_kind.currentIndex())
    books.wait(lambda: len(view.table.rows()) == 1)


def test_the_deposit_of_a_cancelled_job_is_seen_to_where_it_waits(books: FrontDesk) -> None:
    office, actor = books.office, books.actor
    owner = replace(actor, roles=frozenset({Role.OWNER}))
    job = office.jobs.day(actor, office.today())[1].job
    invoices = office.invoices
    made = invoices.draft(actor, job, InvoiceKind.DEPOSIT, english)
    detail = invoices.detail(actor, made)
    record = replace(detail.record, lines=(replace(detail.record.lines[0], quantity=1.0, yen=10_000),))
    issued = invoices.issue(actor, made, detail.row.version, english, record)
    row = invoices.detail(actor, issued.invoice).row
    money = PaymentRecord(
        office.today().isoformat(), 11_000, PaymentWay.BANK, allocations=((row.invoice, 11_000),)
    )
    office.payments.book(actor, row.customer, money)
    view = billing(books, "open_items").open_items
    assert view.deposit_button.isHidden()
    office.jobs.set_state(owner, job, JobState.CANCELLED)
    books.calm()
    view.refresh()
    books.wait(lambda: not view.deposit_button.isHidden())
    number = office.jobs.detail(owner, job).row.number
    assert f"{number}: ¥11,000 received" in texts_in(view)
    books.click(view.deposit_button)
    books.wait(lambda: isinstance(books.dialog(), HeldDepositForm))
    form = books.dialog()
    assert isinstance(form, HeldDepositForm)
    assert not form.fee.isEnabled()
    assert form.fee.text() == "", "nothing is kept"
    assert "Goes back: ¥11,000" in form.told.text()
    form.what.setCurrentIndex(form.what.findData("keep"))
    assert (form.fee.text(), form.told.text()) == ("", ""), "how much is kept is typed"
    books.click(form.primary)
    assert form.form.fields["fee"].error.text()
    type_in(form.fee, "11000")
    assert "Kept: ¥11,000　Goes back: ¥0" in form.told.text()
    assert not form.day.isEnabled(), "nothing goes back"
    form.what.setCurrentIndex(form.what.findData("back"))
    assert form.fee.text() == ""
    form.what.setCurrentIndex(form.what.findData("keep"))
    type_in(form.fee, "4000")
    assert "Kept: ¥4,000　Goes back: ¥7,000" in form.told.text()
    form.day.set_iso(office.today().isoformat())
    books.click(form.primary)
    books.wait(lambda: isinstance(books.dialog(), IssuePreview))
    shown = books.dialog()
    assert isinstance(shown, IssuePreview)
    assert "Goes back: ¥7,000" in texts_in(shown)
    click_text(books, shown, "Back to the form")
    assert office.cancelled_deposits.held(actor), "nothing was issued yet"
    books.click(form.primary)
    books.wait(lambda: isinstance(books.dialog(), IssuePreview))
    books.click(books.dialog().primary)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog().reject()
    books.calm()
    assert office.cancelled_deposits.held(actor) == ()
    books.wait(view.deposit_button.isHidden)
    kinds = {one.kind: one for one in invoices.of_job(actor, job)}
    assert kinds[InvoiceKind.CANCELLATION].sums.gross == 4_000
    assert kinds[InvoiceKind.CREDIT].open_yen == 0


def test_the_sum_that_is_said_is_the_one_that_was_sent(
    books: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the field shows by the time of the answer: here the program itself puts another sum there."""
    form = booking(books)
    type_in(form.yen, "5000")
    held = Held(monkeypatch, books.office.payments, "book")
    form.save()
    books.wait(held.begun.is_set)
    type_in(form.yen, "1")
    assert form.yen.text() == "5000"
    form.yen.setText("15,000")
    held.let_go.set()
    books.calm()
    assert "The payment of ¥5,000 was booked." in texts_in(books.window)


@pytest.mark.parametrize("gone", [False, True], ids=["the one before", "its own"])
def test_a_sum_that_was_allotted_comes_back_at_its_invoice(books: FrontDesk, gone: bool) -> None:
    """Another invoice has its place in the list by then: it would be paid for."""
    who, office, actor = customer(books), books.office, books.actor
    for _each in range(2):
        free_invoice(books, who)
    ctx = books.window.context

    def opened() -> PaymentForm:
        open_payment(books.window, ctx, who, "")
        books.calm()
        form = books.dialog()
        assert isinstance(form, PaymentForm)
        return form

    form = opened()
    first, meant, last = form._open
    type_in(form.yen, "7700")
    for part in form.parts:
        part.clear()
    type_in(form.parts[1], "7700")
    books.window.drafts.keep_all()
    books.window.drafts._forget(id(form))
    form.draft.kept = False
    form.done(0)
    paid_for = meant if gone else first
    office.payments.book(
        actor,
        who,
        PaymentRecord(
            office.today().isoformat(),
            paid_for.open_yen,
            PaymentWay.CASH,
            allocations=((paid_for.invoice, paid_for.open_yen),),
        ),
    )
    form = opened()
    books.wait(lambda: form.yen.text() == "7,700")
    found = {one.invoice: part.text() for one, part in zip(form._open, form.parts, strict=True)}
    other = first if gone else meant
    assert found == {other.invoice: "" if gone else "7700", last.invoice: ""}
    assert ("¥7,700 of what you had allotted" in texts_in(form)) is gone
    form.done(0)


@pytest.mark.parametrize("seen", [True, False], ids=["its notice is there", "its notice is gone"])
def test_the_key_takes_a_payment_back_unasked_only_while_its_notice_is_there(
    books: FrontDesk, monkeypatch: pytest.MonkeyPatch, seen: bool
) -> None:
    """On another page, minutes later, nobody sees what the key would cancel."""
    form = booking(books)
    type_in(form.yen, "5000")
    save(books, form)
    who = customer(books)
    if not seen:
        monkeypatch.setattr(edits, "clock", lambda: math.inf)

    def stands() -> bool:
        (payment,) = books.office.payments.of_customer(books.actor, who).payments
        return not payment.taken_back_on

    books.go("today")
    books.window.activateWindow()
    books.wait(books.window.isActiveWindow)
    books.key(books.window, Qt.Key.Key_Z, CTRL)
    if not seen:
        books.wait(lambda: "Take back what you booked last?" in texts_in(books.dialog()))
        assert stands()
        click_text(books, books.dialog(), "Leave it")
        assert stands()
        books.window.activateWindow()
        books.wait(books.window.isActiveWindow)
        books.key(books.window, Qt.Key.Key_Z, CTRL)
        click_text(books, books.dialog(), "Take it back")
    books.wait(lambda: not stands())


def test_the_key_asks_before_it_takes_back_the_payment_before_that(books: FrontDesk) -> None:
    """The notice there is says that the last one was taken back, and nothing of the one before."""
    for yen in ("5000", "4000"):
        form = booking(books)
        type_in(form.yen, yen)
        save(books, form)
    who = customer(books)

    def standing() -> list[int]:
        found = books.office.payments.of_customer(books.actor, who).payments
        return sorted(one.yen for one in found if not one.taken_back_on)

    for _press in range(2):
        books.window.activateWindow()
        books.wait(books.window.isActiveWindow)
        books.key(books.window, Qt.Key.Key_Z, CTRL)
    assert "Take back what you booked last?" in texts_in(books.dialog())
    assert standing() == [5000]


def test_the_key_names_the_payment_that_it_would_take_back_and_the_one_it_took_back(
    books: FrontDesk,
) -> None:
    name = books.office.open_items.open(books.actor)[0].name.text
    for yen in ("5000", "4000"):
        form = booking(books)
        type_in(form.yen, yen)
        save(books, form)

    def press() -> None:
        books.window.activateWindow()
        books.wait(books.window.isActiveWindow)
        books.key(books.window, Qt.Key.Key_Z, CTRL)

    press()
    second = f"Payment P2026-000002 of {name}, ¥4,000: The payment was taken back."
    books.wait(lambda: second in texts_in(books.window))
    press()
    asked = books.dialog()
    assert f"Payment P2026-000001 of {name}, ¥5,000" in texts_in(asked)
    click_text(books, asked, "Take it back")
    told = f"Payment P2026-000001 of {name}, ¥5,000: The payment was taken back."
    books.wait(lambda: told in texts_in(books.window))


def test_a_payment_that_is_taken_back_in_the_list_is_said_to_be(books: FrontDesk) -> None:
    name = books.office.open_items.open(books.actor)[0].name.text
    paid(books, 5_000)
    page = billing(books, "payments")
    page.payments.table.select_first()
    books.click(page.payments.back_button)
    form = books.dialog()
    assert isinstance(form, TakeBackForm)
    assert f"{name}, ¥5,000, received on" in texts_in(form)
    save(books, form)
    told = f"Payment P2026-000001 of {name}, ¥5,000, was taken back."
    books.wait(lambda: told in texts_in(books.window))
