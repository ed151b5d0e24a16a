"""Another program's invoices at the desk: certain ones at once, the others one by one, by keyboard too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.requests import suspension
from hvacdesk.ui.billing.outside_form import OutsideInvoiceForm
from hvacdesk.ui.pages.billing import BillingPage
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, TODAY, FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = f"{TANAKA.name.family} {TANAKA.name.given} 様"
HEAD = "請求書番号,請求日,取引先,件名,合計金額,入金ステータス,入金日"


@pytest.fixture
def books(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    """The window of who keeps the books, with one job that is done and not billed."""
    with open_desk(template, tmp_path / "office", qtbot, Role.ACCOUNTING) as desk:
        desk.office.jobs.set_state(owner(desk), job_of(desk), JobState.DONE)
        desk.calm()
        yield desk


def owner(desk: FrontDesk) -> Actor:
    return replace(desk.actor, roles=frozenset({Role.OWNER}))


def job_of(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def number(desk: FrontDesk) -> str:
    return desk.office.jobs.detail(owner(desk), job_of(desk)).row.number


def state(desk: FrontDesk) -> JobState:
    return desk.office.jobs.detail(owner(desk), job_of(desk)).row.state


def read(desk: FrontDesk, folder: Path, *rows: str) -> BillingPage:
    path = folder / "export.csv"
    path.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    desk.go("billing", tab="outside")
    page = desk.page
    assert isinstance(page, BillingPage)
    desk.calm()
    page.outside.read_file(str(path))
    desk.calm()
    return page


def opened(desk: FrontDesk, page: BillingPage) -> OutsideInvoiceForm:
    """The form of the first row, as Enter on it opens it."""
    page.outside.table.select_first()
    desk.key(page.outside.table, Qt.Key.Key_Return)
    form = desk.dialog()
    assert isinstance(form, OutsideInvoiceForm)
    return form


def test_certain_invoices_are_taken_over_at_once_and_the_rest_stays_with_its_reason(
    books: FrontDesk, tmp_path: Path
) -> None:
    today = books.office.today().isoformat()
    rows = (
        f"K-1,{today},{NAME},工事 {number(books)},12800,入金済み,{today}",
        f"K-2,{today},見知らぬ人,,500,,",
        f"K-3,{today},見知らぬ人,,500,下書き,",
    )
    page = read(books, tmp_path, *rows)
    assert "2 invoices say something new, 1 row is left out" in page.outside.told.text()
    assert len(page.outside.table.rows()) == 3
    books.click(page.outside.all_button)
    books.wait(lambda: len(page.outside.table.rows()) == 2)
    assert state(books) is JobState.PAID
    assert not page.outside.all_button.isEnabled()
    assert "1 is noted already" in page.outside.told.text()
    assert "Of this very file something was taken over" in page.outside.warned.text()
    assert "Still open: 1 invoice." in page.outside.warned.text()
    said = [str(page.outside.table.texts_of(row)) for row in page.outside.table.rows()]
    assert "no job of this name" in said[0]
    assert "not issued yet" in said[1]
    page.outside.table.select_first()
    assert page.outside.one_button.isEnabled()
    books.key(page.outside.table, Qt.Key.Key_Down)
    assert not page.outside.one_button.isEnabled()  # a row that is left out is taken over by nobody


def test_what_is_left_out_and_what_was_billed_here_is_said_truly(books: FrontDesk, tmp_path: Path) -> None:
    today = books.office.today().isoformat()
    made = books.office.invoices.draft(books.actor, job_of(books), InvoiceKind.WHOLE, english)
    detail = books.office.invoices.detail(books.actor, made)
    priced = replace(detail.record, lines=(replace(detail.record.lines[0], yen=10_000),))
    books.office.invoices.issue(books.actor, made, detail.row.version, english, priced)
    rows = (f"K-1,{today},{NAME},工事 {number(books)},11000,,", f"K-2,2026/02/30,{NAME},,500,,")
    page = read(books, tmp_path, *rows)
    billed, unread = (page.outside.table.texts_of(row) for row in page.outside.table.rows())
    assert "the job was billed in this program" in str(billed)
    assert "billed" in list(billed)
    assert "unknown" not in list(billed)
    assert "a day cannot be read: “2026/02/30” in row 3" in str(unread)


def test_whose_job_is_proposed_is_said_where_the_name_is_another(books: FrontDesk, tmp_path: Path) -> None:
    today = books.office.today().isoformat()
    page = read(books, tmp_path, f"K-1,{today},見知らぬ人,工事 {number(books)},12800,,")
    form = opened(books, page)
    assert "another customer's name" in texts_in(form)
    assert form.jobs.text() == number(books)
    assert f"{number(books)}  {TANAKA.name.family} ●●" in form.chosen.text()
    form.jobs.clear()
    assert form.chosen.isHidden()
    form.reject()


def notices_of(desk: FrontDesk) -> list[Notice]:
    return desk.window.findChildren(Notice)


def locked(desk: FrontDesk) -> None:
    """Suspend the data of the job's customer, as a colleague does at another window."""
    with desk.office._workplace.transaction() as session:
        customer = desk.office.jobs.detail(owner(desk), job_of(desk)).row.customer
        suspension.lock(session, customer_store.get(session, customer), TODAY)


def test_what_is_doubtful_by_now_is_left_alone_and_said(books: FrontDesk, tmp_path: Path) -> None:
    today = books.office.today().isoformat()
    page = read(books, tmp_path, f"K-1,{today},{NAME},工事 {number(books)},12800,,")
    found = page.outside._found
    locked(books)
    books.calm()
    page.outside.show_read((found, ""))  # as it was read before the suspension
    page.outside.take_certain()
    books.wait(lambda: any("1 is doubtful by now" in texts_in(one) for one in notices_of(books)))
    assert state(books) is JobState.DONE
    books.calm()
    (row,) = page.outside.table.rows()
    assert "the customer's data is suspended" in str(page.outside.table.texts_of(row))
    assert not page.outside.all_button.isEnabled()


def test_what_was_not_shown_is_asked_about_and_decided(books: FrontDesk, tmp_path: Path) -> None:
    today = books.office.today().isoformat()
    page = read(books, tmp_path, f"K-1,{today},見知らぬ人,,88000,,")
    form = opened(books, page)
    type_in(form.jobs, number(books))
    locked(books)
    books.key(form, Qt.Key.Key_S, CTRL)
    books.wait(lambda: "the customer's data is suspended" in texts_in(books.dialog()))
    question = books.dialog()
    assert question is not form
    books.press(question, "Look again")
    books.calm()
    assert (state(books), books.dialog()) == (JobState.DONE, form)
    books.click(form.primary)
    books.press(books.dialog(), "Look again")
    assert form.focusWidget() is form.jobs
    books.click(form.primary)
    books.press(books.dialog(), "Take it over all the same")
    books.wait(lambda: state(books) is JobState.INVOICED)


def test_a_missing_day_of_payment_is_typed_and_a_wrong_job_is_refused(
    books: FrontDesk, tmp_path: Path
) -> None:
    today = books.office.today().isoformat()
    page = read(books, tmp_path, f"K-1,{today},見知らぬ人,,88000,入金済み,")
    form = opened(books, page)
    assert "paid, but the day is missing" in texts_in(form)
    books.key(form, Qt.Key.Key_S, CTRL)
    books.calm()
    assert form.form.fields["jobs"].error.text()  # no job is chosen yet
    type_in(form.jobs, "2020-000009")
    books.key(form, Qt.Key.Key_S, CTRL)
    books.calm()
    assert "No job has the number 2020-000009" in texts_in(form)
    form.jobs.clear()
    form.waiting.setCurrentIndex(form.waiting.findData(number(books)))
    form.waiting.activated.emit(form.waiting.currentIndex())
    assert form.jobs.text() == number(books)
    form.settled.set_iso(today)
    books.key(form, Qt.Key.Key_S, CTRL)
    books.wait(lambda: state(books) is JobState.PAID)
    events = books.office.jobs.detail(owner(books), job_of(books)).events
    assert [one.on for one in events if one.kind is EventKind.SETTLEMENT] == [today]


def test_what_is_open_stands_before_the_handle(books: FrontDesk, tmp_path: Path) -> None:
    """A narrow column shows the beginning alone."""
    page = read(books, tmp_path, f"K-1,2016-11-24,{NAME},工事 {number(books)},12800,,")
    page.outside.table.select_first()
    assert "the days do not fit the work・job number" in str(
        page.outside.table.texts_of(page.outside.table.rows()[0])
    )
    assert not page.outside.all_button.isEnabled()


def test_what_was_taken_over_is_undone_with_the_usual_key(books: FrontDesk, tmp_path: Path) -> None:
    today = books.office.today().isoformat()
    page = read(books, tmp_path, f"K-1,{today},{NAME},{number(books)},12800,,")
    books.click(page.outside.all_button)
    books.wait(lambda: state(books) is JobState.INVOICED)
    books.key(books.window, Qt.Key.Key_Z, CTRL)
    books.wait(lambda: state(books) is JobState.DONE)


def test_a_file_that_was_deleted_offers_nothing_more(books: FrontDesk, tmp_path: Path) -> None:
    """As the page Today asks for once it is taken over."""
    today = books.office.today().isoformat()
    page = read(books, tmp_path, f"K-1,{today},{NAME},{number(books)},12800,,")
    assert page.outside.all_button.isEnabled()
    (tmp_path / "export.csv").unlink()
    page.outside.refresh()
    books.calm()
    assert "This file cannot be read" in texts_in(page.outside)
    assert not page.outside.all_button.isEnabled()
    assert not page.outside.told.text()


def test_a_file_of_something_else_says_so(books: FrontDesk, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("氏名,電話\n田中,052\n", encoding="utf-8")
    books.go("billing", tab="outside")
    page = books.page
    assert isinstance(page, BillingPage)
    page.outside.read_file(str(path))
    books.calm()
    assert "No invoices were found in this file" in texts_in(page.outside)
