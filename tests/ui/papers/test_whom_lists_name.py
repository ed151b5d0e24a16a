"""The log says whom a printed list names, and nobody who was destroyed meanwhile is printed on one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.jobs import ItemLine, JobState, WorkItem
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.store.models import Customer
from hvacdesk.ui.billing.payments_view import PaymentsView
from hvacdesk.ui.incidents.people_tab import PeopleTab
from hvacdesk.ui.jobs.ledger_tab import ElectricalLedgerTab
from hvacdesk.ui.pages.billing import BillingPage
from hvacdesk.ui.papers.list_print import print_list
from hvacdesk.ui.printing import preview as preview_module
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.printing.printers import PrinterStopped, Taken
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.table_menu import shown_list
from tests.helpers.bank_files import notices
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

HEAD = "請求書番号,請求日,取引先,件名,合計金額,入金ステータス,入金日"
NAME = f"{TANAKA.name.family} {TANAKA.name.given} 様"
MUST_NOT = "must not be printed"


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def issue(desk: FrontDesk) -> None:
    invoices = desk.office.invoices
    made = invoices.draft_free(desk.actor, desk.customer(TANAKA))
    draft = invoices.detail(desk.actor, made)
    record = replace(draft.record, lines=(InvoiceLineRecord("点検", 1.0, "式", 1000),))
    invoices.issue(desk.actor, made, draft.row.version, english, record)


def pay(desk: FrontDesk) -> None:
    payments, who = desk.office.payments, desk.customer(TANAKA)
    (one,) = payments.of_customer(desk.actor, who).open_invoices
    paid = ((one.invoice, one.open_yen),)
    today = desk.office.today().isoformat()
    payments.book(desk.actor, who, PaymentRecord(today, one.open_yen, PaymentWay.CASH, allocations=paid))


def job_of(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def destroy(desk: FrontDesk) -> None:
    with desk.office._workplace.transaction() as session:
        session.execute(delete(Customer).where(Customer.record_id == desk.customer(TANAKA)))


def view_of(desk: FrontDesk, kind: type[Any]) -> Any:
    view = kind(desk.window.context)
    view.setParent(desk.window)
    view.show()
    view.refresh()
    desk.calm()
    return view


def print_shown(desk: FrontDesk, table: DataTable) -> PreviewDialog:
    """Print the list as its menu does, up to where a question is asked or the printer has it."""
    print_list(desk.window.context, shown_list(table))
    desk.wait(lambda: desk.window.findChildren(PreviewDialog))
    desk.calm()
    (preview,) = desk.window.findChildren(PreviewDialog)
    preview.send(QPrinter())
    desk.calm()
    return preview


def logged(desk: FrontDesk) -> Any:
    entries = desk.office.audit.entries
    desk.wait(lambda: entries(desk.actor, action=Action.LIST_PRINTED))
    (entry,) = entries(desk.actor, action=Action.LIST_PRINTED)
    return entry.details


def billing_file(desk: FrontDesk, tab: str, path: Path) -> DataTable:
    desk.go("billing", tab=tab)
    page = desk.page
    assert isinstance(page, BillingPage)
    desk.calm()
    view = page.bank if tab == "bank" else page.outside
    view.read_file(str(path))
    desk.wait(view.table.rows)
    desk.calm()
    return view.table


def outside_file(desk: FrontDesk, folder: Path) -> Path:
    job, today = job_of(desk), desk.office.today().isoformat()
    desk.office.jobs.set_state(desk.actor, job, JobState.DONE)
    number = desk.office.jobs.detail(desk.actor, job).row.number
    rows = (
        HEAD,
        f"K-1,{today},{NAME},工事 {number},12800,入金済み,{today}",
        f"K-2,{today},見知らぬ人,,500,,",
    )
    path = folder / "export.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_the_printed_payments_name_their_customers_in_the_log(desk: FrontDesk, taken: list[str]) -> None:
    issue(desk)
    pay(desk)
    print_shown(desk, view_of(desk, PaymentsView).table)
    assert (logged(desk)["customers"], logged(desk)["listed"]) == (1, [desk.customer(TANAKA)])
    assert taken == ["Payments"]


def test_payments_of_a_destroyed_customer_are_not_printed(desk: FrontDesk, taken: list[str]) -> None:
    issue(desk)
    pay(desk)
    view = view_of(desk, PaymentsView)
    destroy(desk)
    print_shown(desk, view.table)
    assert MUST_NOT in texts_in(desk.dialog())
    assert taken == []


def test_a_printed_bank_file_names_whom_it_proposes(
    desk: FrontDesk, taken: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "notice.txt"
    issue(desk)
    path.write_bytes(notices([("081124", 1100, "ﾀﾅｶ ﾊﾅｺ"), ("081124", 77, "ｼﾗﾅｲ ﾋﾄ")], "081124"))
    print_shown(desk, billing_file(desk, "bank", path))
    assert (logged(desk)["customers"], logged(desk)["rows"]) == (1, 2)
    assert logged(desk)["listed"] == [desk.customer(TANAKA)]


def test_the_list_of_another_programs_invoices_is_printed_and_names_the_customers_here(
    desk: FrontDesk, taken: list[str], tmp_path: Path
) -> None:
    """Those in the file are names, and no record ids."""
    print_shown(desk, billing_file(desk, "outside", outside_file(desk, tmp_path)))
    assert (logged(desk)["rows"], logged(desk)["listed"]) == (2, [desk.customer(TANAKA)])
    assert "gone" not in logged(desk)
    assert taken == ["Invoices of the other program"]


def test_the_made_up_customers_of_a_drill_can_be_printed(desk: FrontDesk, taken: list[str]) -> None:
    incidents = desk.office.incidents
    drill = incidents.start_drill(desk.actor, IncidentKind.STOLEN_PC, desk.window.context.words)
    tab = PeopleTab(desk.window.context)
    tab.setParent(desk.window)
    tab.show()
    tab.show_incident(incidents.get(desk.actor, drill))
    assert tab.table.rows()
    print_shown(desk, tab.table)
    assert (logged(desk)["customers"], logged(desk)["listed"]) == (0, [])
    assert taken == ["Customers concerned"]


def test_the_list_of_the_electrical_ledger_names_its_customers(desk: FrontDesk) -> None:
    job, jobs = job_of(desk), desk.office.jobs
    record = replace(jobs.record_for_edit(desk.actor, job), items=(ItemLine(WorkItem.BREAKER, 1),))
    jobs.change(desk.actor, job, jobs.detail(desk.actor, job).version, record)
    jobs.set_state(desk.actor, job, JobState.DONE)
    listed = shown_list(view_of(desk, ElectricalLedgerTab).table)
    assert (len(listed.rows), listed.customers) == (1, (desk.customer(TANAKA),))


def test_a_list_of_which_the_printer_took_only_a_page_says_so_in_the_log(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue(desk)
    pay(desk)

    def stops(_pdf: bytes, _printer: QPrinter, _document: str) -> Taken:
        raise PrinterStopped("Laser", 1, 10)

    monkeypatch.setattr(preview_module, "print_pdf", stops)
    print_shown(desk, view_of(desk, PaymentsView).table)
    assert (logged(desk)["stopped_after"], logged(desk)["listed"]) == (1, [desk.customer(TANAKA)])
