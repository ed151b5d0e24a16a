"""From a done job to the receipt for its payment, by keys alone: billed, printed, paid through the bank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.roles import Role
from hvacdesk.services.retention.retention import judged
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.billing.receipt_form import ReceiptForm
from hvacdesk.ui.pages.billing import BillingPage
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.tour.hands import dialog, expect, keys, wait_for
from tests.helpers.bank_files import notices
from tests.helpers.cups import CupsPrinter
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_desk
from tests.helpers.keyboard import commit, focused, key, tab_to
from tests.helpers.paper import read_text
from tests.helpers.secret_service import SecretService

NUMBER, RECEIPT = "I2026-000001", "R2026-000001"
WORK, METRE, GROSS = "16,500", "3,300", 27_225
"""16,500 + 2.5 m at 3,300 = 24,750, and 2,475 tax."""

KEPT_UNTIL = date(2034, 5, 31)
"""Issued and paid on 2026-11-24, in the fiscal year to 2027-03-31, whose return is due on 2027-05-31: seven
years from the next day (法人税法施行規則 59条). What the bank wrote goes earlier, by an office rule."""


@pytest.fixture
def books(
    tmp_path: Path, qtbot: QtBot, secret_service: SecretService, cups_printer: CupsPrinter
) -> Iterator[FrontDesk]:
    """The window of who keeps the books, with one job that a colleague noted as done."""
    assert secret_service.is_open()
    assert cups_printer.name
    real = build_front_desk(tmp_path / "template")
    with open_desk(real, tmp_path / "office", qtbot, Role.ACCOUNTING) as desk:
        office, owner = desk.office, replace(desk.actor, roles=frozenset({Role.OWNER}))
        job = job_of(desk)
        record = office.jobs.record_for_edit(owner, job)
        office.jobs.change(
            owner, job, office.jobs.detail(owner, job).version, replace(record, amount_to_collect=None)
        )
        office.jobs.set_state(owner, job, JobState.DONE)
        desk.calm()
        yield desk


def job_of(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


class Keys:
    """Somebody at the keyboard of the page of billing."""

    def __init__(self, desk: FrontDesk) -> None:
        self.desk = desk

    @property
    def page(self) -> BillingPage:
        return expect(BillingPage, self.desk.window.page)

    def push(self, one: QWidget | None) -> None:
        """Reach a button and press it."""
        assert one is not None
        tab_to(one)
        key(Qt.Key.Key_Space)

    def go_to(self, tab: str) -> None:
        """Along the row of tabs with the arrow keys."""
        row = self.page.tabs
        tab_to(row._group.button(row.current))
        while row.in_front != tab:
            forward = row.names.index(tab) > row.names.index(row.in_front)
            key(Qt.Key.Key_Right if forward else Qt.Key.Key_Left)
        self.desk.calm()

    def type_over(self, field: QWidget, text: str) -> None:
        """Go to a field and type in place of what is there."""
        tab_to(field)
        QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        commit(text)

    def first_line_of(self, table: QWidget) -> None:
        tab_to(table)
        key(Qt.Key.Key_Home)


def print_it(preview: PaperPreview, printer: CupsPrinter, papers: int) -> str:
    """Ctrl+P, Enter in the system's print dialog; what the paper says that came out last."""
    keys(preview, "Ctrl+P")
    wait_for(lambda: bool(preview.findChildren(QPrintDialog)), "the print dialog")
    QTest.keyClick(preview.findChildren(QPrintDialog)[-1], Qt.Key.Key_Return)
    wait_for(lambda: not preview.isVisible(), "the printer")
    return read_text(printer.printed(papers)[-1])


def test_a_job_is_billed_paid_and_receipted_by_keys_alone(
    books: FrontDesk, cups_printer: CupsPrinter, tmp_path: Path
) -> None:
    hands = Keys(books)
    _bill(hands, cups_printer)
    _take_bank_file(hands, tmp_path)
    _receipt(hands, cups_printer)
    _require_days(books)


def _bill(hands: Keys, printer: CupsPrinter) -> None:
    """From the list of what is done to the printed invoice; Enter at the last look goes back."""
    desk = hands.desk
    keys(desk.window, desk.window.navigation._buttons["billing"].toolTip())
    hands.first_line_of(hands.page.to_bill.table)
    hands.push(hands.page.to_bill.bill_button)
    form = expect(InvoiceForm, dialog())
    for row, (yen, quantity) in zip(form.rows.rows, ((WORK, "1"), (METRE, "2.5")), strict=True):
        hands.type_over(row.quantity, quantity)
        hands.type_over(row.yen, yen)
    hands.push(form.issue_button)
    look = expect(IssuePreview, dialog())
    key(Qt.Key.Key_Return)
    wait_for(lambda: not look.isVisible(), "the draft again")
    assert desk.office.invoices.of_job(desk.actor, job_of(desk))[0].state is InvoiceState.DRAFT
    hands.push(form.issue_button)
    look = expect(IssuePreview, dialog())
    hands.push(look.primary)
    wait_for(lambda: not form.isVisible(), "the issued invoice")
    paper = print_it(expect(PaperPreview, dialog()), printer, 1)
    assert NUMBER in paper
    assert f"{GROSS:,}" in paper
    assert desk.office.jobs.detail(desk.actor, job_of(desk)).row.state is JobState.INVOICED
    wait_for(lambda: hands.page.to_bill.table.rows() == (), "nothing to bill")


def _take_bank_file(hands: Keys, folder: Path) -> None:
    """The bank's file is named in the system's dialog, and what is certain of it is booked."""
    desk = hands.desk
    path = folder / "notice.txt"
    payer = f"{NUMBER[1:].replace('-', '')} ﾀﾅｶ ﾐｻｵ"
    path.write_bytes(notices([("261124", GROSS, payer), ("261124", 777, "ｽｽﾞｷ")], "261124"))
    hands.go_to("bank")
    hands.push(hands.page.bank.choose_button)
    expect(QFileDialog, dialog())
    commit(str(path))
    key(Qt.Key.Key_Return)
    wait_for(lambda: len(hands.page.bank.table.rows()) == 2, "two deposits")
    hands.push(hands.page.bank.all_button)
    wait_for(lambda: len(hands.page.bank.table.rows()) == 1, "a booked deposit")
    assert desk.office.open_items.open(desk.actor) == ()
    hands.first_line_of(hands.page.bank.table)
    hands.push(hands.page.bank.aside_button)
    wait_for(lambda: hands.page.bank.table.rows() == (), "a deposit set aside")


def _receipt(hands: Keys, printer: CupsPrinter) -> None:
    desk = hands.desk
    hands.go_to("payments")
    hands.first_line_of(hands.page.payments.table)
    hands.push(hands.page.payments.receipt_button)
    form = expect(ReceiptForm, dialog())
    keys(form, "Ctrl+S")
    wait_for(lambda: not form.isVisible(), "the receipt")
    paper = print_it(expect(PaperPreview, dialog()), printer, 2)
    assert RECEIPT in paper
    assert f"{GROSS:,}" in paper
    desk.calm()
    (payment,) = desk.office.payments.latest(desk.actor)
    assert (payment.row.yen, payment.row.paid_for, payment.row.receipt) == (
        GROSS,
        ((NUMBER, GROSS),),
        RECEIPT,
    )


def _require_days(desk: FrontDesk) -> None:
    """Job and customer have the days of the papers, and are kept as long as the law says."""
    office = desk.office
    detail = office.jobs.detail(desk.actor, job_of(desk))
    assert detail.row.state is JobState.PAID
    days = {event.kind: event.on for event in detail.events}
    assert days[EventKind.INVOICE] == days[EventKind.SETTLEMENT] == "2026-11-24"
    with office._workplace.reading() as session:
        key_of = customer_store.get(session, detail.row.customer).id
        (found,) = judged(office._workplace, session, [key_of])
    assert found.verdict.keep_until == KEPT_UNTIL
