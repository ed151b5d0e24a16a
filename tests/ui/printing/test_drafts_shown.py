"""A draft's pages, a list's, and what is to be paid of a job: shown at one PC while another changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.invoices import InvoiceDetail, InvoiceLineRecord
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.papers.printed_lists import PrintedList
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.papers.list_print import print_list
from hvacdesk.ui.printing.preview import PreviewDialog, WorkOrderPreview
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice
from tests.ui.printing.test_shown_meanwhile import job_of, opened, print_it, question

LINES = (InvoiceLineRecord("点検", 1.0, "式", 1000),)


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened_desk:
        yield opened_desk


def draft(desk: FrontDesk) -> tuple[PreviewDialog, InvoiceDetail]:
    """The preview of a draft, and the draft."""
    office, actor = desk.office, desk.actor
    made = office.invoices.draft_free(actor, desk.customer(TANAKA))
    found = office.invoices.detail(actor, made)
    office.invoices.change(actor, made, found.row.version, replace(found.record, lines=LINES))
    found = office.invoices.detail(actor, made)
    InvoiceActs(desk.window.context, desk.window).preview(found.row)
    desk.wait(lambda: isinstance(desk.dialog(), PreviewDialog))
    preview = desk.dialog()
    assert isinstance(preview, PreviewDialog)
    return preview, found


def change(desk: FrontDesk, found: InvoiceDetail) -> None:
    dearer = replace(found.record, lines=(replace(LINES[0], yen=2000),))
    desk.office.invoices.change(desk.actor, found.row.invoice, found.row.version, dearer)


def issue(desk: FrontDesk, found: InvoiceDetail) -> None:
    desk.office.invoices.issue(desk.actor, found.row.invoice, found.row.version, english, found.record)


def delete(desk: FrontDesk, found: InvoiceDetail) -> None:
    desk.office.invoices.drop(desk.actor, found.row.invoice, found.row.version)


def move(desk: FrontDesk, found: InvoiceDetail) -> None:
    """Whom it asks has another address by now."""
    version = desk.office.customers.detail(desk.actor, found.row.customer).version
    desk.office.customers.change(desk.actor, found.row.customer, version, {"address": {"street": "9丁目9"}})


@pytest.mark.parametrize(
    ("meanwhile", "said"),
    [
        (change, "This draft was changed."),
        (issue, "This draft was issued meanwhile."),
        (delete, "This draft was deleted meanwhile."),
        (move, "What the pages show of customer"),
    ],
)
def test_it_is_said_what_became_of_a_draft_before_its_pages_are_printed(
    desk: FrontDesk, taken: list[str], meanwhile: Callable[[FrontDesk, InvoiceDetail], None], said: str
) -> None:
    preview, found = draft(desk)
    meanwhile(desk, found)
    print_it(desk, preview)
    assert said in question(desk)
    assert taken == []


def test_a_draft_that_is_as_it_was_is_printed(desk: FrontDesk, taken: list[str]) -> None:
    preview, _found = draft(desk)
    print_it(desk, preview)
    desk.wait(lambda: not preview.isVisible())
    assert len(taken) == 1


def test_a_list_is_asked_about_as_papers_are(desk: FrontDesk, taken: list[str]) -> None:
    rows = desk.office.jobs.day(desk.actor, desk.office.today())
    kept, merged = sorted({row.customer for row in rows})[:2]
    listing = PrintedList("customers", "Customers", ("Name",), (1.0,), (("田中",),), (kept,))
    print_list(desk.window.context, listing)
    desk.wait(lambda: isinstance(desk.dialog(), PreviewDialog))
    preview = desk.dialog()
    assert isinstance(preview, PreviewDialog)
    view = desk.office.merging.compare(desk.actor, kept, merged)
    desk.office.merging.merge(desk.actor, kept, merged, (view.kept.version, view.merged.version), {})
    print_it(desk, preview)
    assert view.kept.number in question(desk)
    assert taken == []


def test_what_was_paid_of_a_job_meanwhile_is_said_before_its_order_is_printed(
    desk: FrontDesk, taken: list[str]
) -> None:
    office, actor, job = desk.office, desk.actor, job_of(desk)
    made = office.invoices.draft(actor, job, office.invoices.basis(actor, job).kind, english)
    found = office.invoices.detail(actor, made)
    asked = replace(found.record, lines=(replace(found.record.lines[0], yen=1000),))
    office.invoices.issue(actor, made, found.row.version, english, asked)
    issued = office.work_orders.issue(actor, job, (Profile.CUSTOMER,), english)
    preview = opened(desk, WorkOrderPreview(desk.window.context, (issued,), issued.pdf, "Work order"))
    paid = PaymentRecord(office.today().isoformat(), 1100, PaymentWay.CASH, 0, ((made, 1100),))
    office.payments.book(actor, found.row.customer, paid)
    print_it(desk, preview)
    assert "another amount is to be paid than the pages say" in question(desk)
    assert taken == []
