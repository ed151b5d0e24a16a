"""Who pays late: what is known before they are reminded, and the calls about it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.open_items import BillingFile
from hvacdesk.domain.billing.payment_papers import ReminderTone
from hvacdesk.domain.billing.reminding import ReminderOrder
from hvacdesk.domain.calls.call_notes import CallSubject, CallWay
from hvacdesk.domain.roles import Role
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.ui.billing.customer_invoices import CustomerInvoices
from hvacdesk.ui.billing.reminder_form import ReminderForm
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.widgets.choices import choose
from hvacdesk.ui.widgets.kept_note import KeptNote
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice
from tests.ui.billing.test_payments import bank_file, billed, billing, books, job_of, save

__all__ = ["billed", "books"]


def test_an_own_call_is_noted_from_what_is_open_and_shown_beside_it(books: FrontDesk) -> None:
    page = billing(books, "open_items")
    page.open_items.table.choose_first(keyboard=True)
    (item,) = page.open_items.table.rows()
    books.press(page, "Note a call…")
    form = books.dialog()
    assert isinstance(form, CallNoteForm)
    assert form.way.currentData() == CallWay.MADE.value
    assert form.caller is not None
    assert form.caller.chosen[0] == item.customer
    type_in(form.text, "月末に払うとのこと")
    save(books, form)
    (note,) = books.office.call_notes.of_customer(books.actor, item.customer)
    assert (note.way, note.open, note.invoice) == (CallWay.MADE, False, item.number)
    assert note.subject is CallSubject.INVOICE
    table = page.open_items.table
    columns = {column.key: column for column in table.columns}
    books.wait(lambda: columns["called_on"].value(item) == books.office.today().isoformat())
    books.wait(lambda: "(Outgoing): 月末に払うとのこと" in texts_in(page))
    books.window.context.rooms.open_customer_invoices(item.customer, item.name.text)
    shown = books.dialog()
    assert isinstance(shown, CustomerInvoices)
    books.wait(lambda: "(Outgoing): 月末に払うとのこと" in texts_in(shown))
    shown.reject()


def test_a_reminder_is_offered_for_what_is_overdue_alone(books: FrontDesk) -> None:
    page = billing(books, "open_items").open_items
    page.table.choose_first(keyboard=True)
    assert page.pay_button.isEnabled()
    assert not page.remind_button.isEnabled()
    (row,) = page.table.rows()
    with books.office._workplace.transaction() as session:
        invoice_store.get(session, row.invoice).due_on = "2026-11-23"
    page.refresh()
    books.calm()
    page.table.choose_first(keyboard=True)
    assert page.remind_button.isEnabled()


def test_who_sees_what_is_open_and_does_not_bill_may_note_a_call_alone(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as desk:
        page = billing(desk, "open_items").open_items
        shown = {
            one.text()
            for one in (
                page.show_button,
                page.job_button,
                page.pay_button,
                page.remind_button,
                page.call_button,
            )
            if one.isVisible()
        }
        assert shown == {"Note a call…"}


def test_a_chosen_row_lends_its_customer_to_a_call_that_comes_in(books: FrontDesk) -> None:
    page = billing(books, "open_items")
    page.open_items.table.choose_first(keyboard=True)
    (item,) = page.open_items.table.rows()
    books.key(page.open_items.table, Qt.Key.Key_F2)
    form = books.dialog()
    assert isinstance(form, CallNoteForm)
    assert form.way.currentData() == CallWay.RECEIVED.value
    assert form.caller is not None
    assert form.caller.chosen == (item.customer, item.name.text)
    choose(form.way, CallWay.MADE)
    assert form.due.choice.currentData() == "none"
    choose(form.way, CallWay.RECEIVED)
    assert form.due.choice.currentData() == "today"
    form.reject()


def test_deposits_that_nobody_saw_to_are_told_at_home_and_before_a_reminder(
    books: FrontDesk, tmp_path: Path
) -> None:
    (row,) = books.office.open_items.open(books.actor)
    with books.office._workplace.transaction() as session:
        invoice_store.get(session, row.invoice).due_on = "2026-11-10"
    bank_file(books, tmp_path, (777, "ｽｽﾞｷ"), (778, "ｻﾄｳ"))
    books.window.context.drafts.keep_all()
    assert books.office.open_items.waiting(books.actor).in_files == {BillingFile.BANK: 2}
    page = billing(books, "open_items", remind=row.customer)
    form = books.dialog()
    assert isinstance(form, ReminderForm)
    assert "2 deposit" in texts_in(form)
    form.reject()
    assert "2 deposit" in texts_in(page)
    books.go("today")
    books.wait(lambda: "Bank file: 2 deposit" in texts_in(books.page))


def test_from_when_on_it_can_be_disposed_of_is_said_at_invoice_job_and_customer(books: FrontDesk) -> None:
    (item,) = books.office.open_items.open(books.actor)
    shown = books.window.context.rooms
    shown.open_customer_invoices(item.customer, item.name.text)
    invoices = books.dialog()
    assert isinstance(invoices, CustomerInvoices)
    books.wait(lambda: invoices.kept.told.text() != "")
    told = invoices.kept.told.text()
    assert "Kept" in told
    invoices.reject()
    shown.open_invoices(job_of(books))
    job = books.dialog()
    books.wait(lambda: all(note.told.text() for note in job.findChildren(KeptNote) if note.isVisible()))
    assert job.findChildren(KeptNote)
    job.reject()
    books.go("customers", customer=item.customer)
    books.wait(lambda: books.page.panel is not None and told in texts_in(books.page.panel))


def test_who_writes_a_reminder_is_asked_where_another_was_made_meanwhile(books: FrontDesk) -> None:
    (row,) = books.office.open_items.open(books.actor)
    with books.office._workplace.transaction() as session:
        invoice_store.get(session, row.invoice).due_on = "2026-11-10"
    billing(books, "open_items", remind=row.customer)
    form = books.dialog()
    assert isinstance(form, ReminderForm)
    office, day = books.office, books.office.today() + timedelta(days=14)
    order = ReminderOrder(ReminderTone.SOFT, frozenset({row.invoice}), day.isoformat())
    other = office.payment_reminders.write(books.actor, row.customer, order, books.window.context.words)
    form.save()
    books.wait(lambda: books.dialog() is not form)
    question = books.dialog()
    assert question.windowTitle() == "Write another letter?"
    assert other.paper.number in texts_in(question)
    books.press(question, "Back to the form")
    assert books.dialog() is form
    assert len(office.payment_reminders.offer(books.actor, row.customer).letters) == 1
    form.save()
    books.wait(lambda: books.dialog() is not form)
    books.press(books.dialog(), "Write it")
    books.wait(lambda: len(office.payment_reminders.offer(books.actor, row.customer).letters) == 2)
    books.dialog().reject()
