"""A draft of an invoice and a replaced estimate go to nobody; on paper they are papers like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.papers.register import PaperKind, PaperRow, PaperState, RegisterQuery
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.estimates_tab import EstimatesTab
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.printing import preview as preview_module
from hvacdesk.ui.printing.came_out import CameOutDialog
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.printing.printers import PrinterGone, PrinterStopped
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TODAY, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

Opener = Callable[[FrontDesk], PreviewDialog]
PRINTER = "プリンター"


@pytest.fixture
def owner(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    """The window of who is responsible: they bill, and print estimates."""
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        desk.office.jobs.set_state(desk.actor, job_of(desk), JobState.DONE)
        desk.calm()
        yield desk


def job_of(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def shown(desk: FrontDesk) -> PreviewDialog:
    desk.wait(lambda: isinstance(desk.dialog(), PreviewDialog))
    found = desk.dialog()
    assert isinstance(found, PreviewDialog)
    return found


def draft_invoice(desk: FrontDesk) -> PreviewDialog:
    """The draft of the job's invoice, shown from its line."""
    invoices, job = desk.office.invoices, job_of(desk)
    rows = invoices.of_job(desk.actor, job)
    if not rows:
        invoices.draft(desk.actor, job, InvoiceKind.WHOLE, english)
        rows = invoices.of_job(desk.actor, job)
    InvoiceActs(desk.window.context, desk.window).preview(rows[0])
    return shown(desk)


def replaced_estimate(desk: FrontDesk) -> PreviewDialog:
    """The first issue of an estimate that was issued once more, shown from the job's page."""
    estimates, actor, job = desk.office.estimates, desk.actor, job_of(desk)
    while len(estimates.of_job(actor, job)) < 2:
        detail = estimates.detail(actor, estimates.draft(actor, job, english))
        lines = tuple(replace(line, yen=5_000) for line in detail.record.lines)
        estimates.issue(actor, detail.row.estimate, detail.row.version, replace(detail.record, lines=lines))
    desk.go("schedule", job=job)
    desk.calm()
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    assert isinstance(page.estimates, EstimatesTab)
    page.tabs.show_tab(page.tabs.stack.indexOf(page.estimates))
    desk.wait(lambda: len(page.estimates.rows) == 2)
    page.estimates.show_replaced(page.estimates.rows[1])
    return shown(desk)


LOOKS = (
    pytest.param(draft_invoice, PaperKind.INVOICE, "Draft", id="draft"),
    pytest.param(replaced_estimate, PaperKind.ESTIMATE, "{number} (replaced)", id="replaced"),
)


def papers(desk: FrontDesk) -> list[PaperRow]:
    return list(desk.office.papers.rows(desk.actor, RegisterQuery()))


@pytest.mark.parametrize(("opened", "kind", "label"), LOOKS)
def test_what_is_printed_is_with_who_printed_it_until_it_is_shredded(
    owner: FrontDesk, opened: Opener, kind: PaperKind, label: str
) -> None:
    preview = opened(owner)
    number = min(
        (row.number for row in owner.office.estimates.of_job(owner.actor, job_of(owner))), default=""
    )
    called = label.format(number=number)
    assert f"“{called}”" in texts_in(preview)
    assert papers(owner) == [], "looking at it prints nothing"
    preview.printed.emit(PRINTER)
    preview.accept()
    owner.wait(lambda: papers(owner))
    (paper,) = papers(owner)
    assert (paper.kind, paper.label, paper.state) == (kind, called, PaperState.OUT)
    assert (paper.holder, paper.return_by, paper.job) == (owner.actor.name, TODAY, job_of(owner))
    assert paper.customer == owner.office.jobs.detail(owner.actor, job_of(owner)).row.customer
    gone = owner.office.papers.register_return(owner.actor, paper.number, PaperState.SHREDDED)
    assert gone.state is PaperState.SHREDDED


@pytest.mark.parametrize(("opened", "kind", "label"), LOOKS)
def test_what_is_not_printed_leaves_no_line(
    owner: FrontDesk, monkeypatch: pytest.MonkeyPatch, opened: Opener, kind: PaperKind, label: str
) -> None:
    def refuses(_pdf: bytes, _printer: QPrinter, _document: str) -> None:
        raise PrinterGone(printer=PRINTER)

    owner.key(opened(owner), Qt.Key.Key_Escape)
    owner.calm()
    assert papers(owner) == []
    for prints in (refuses, lambda *_job: None):  # it fails; the driver's own window is cancelled
        monkeypatch.setattr(preview_module, "print_pdf", prints)
        preview = opened(owner)
        preview.send(QPrinter())
        owner.wait(lambda shown=preview: shown.primary is not None and shown.primary.isEnabled())
        owner.calm()
        assert preview.isVisible()
        preview.reject()
        owner.calm()
        assert papers(owner) == []


@pytest.mark.parametrize(("opened", "kind", "label"), LOOKS)
def test_what_did_not_come_out_is_struck_and_printed_again_as_another_paper(
    owner: FrontDesk, monkeypatch: pytest.MonkeyPatch, opened: Opener, kind: PaperKind, label: str
) -> None:
    def stops(_pdf: bytes, _printer: QPrinter, _document: str) -> None:
        raise PrinterStopped(PRINTER, 1, 2)

    monkeypatch.setattr(preview_module, "print_pdf", stops)
    opened(owner).send(QPrinter())
    owner.wait(lambda: isinstance(owner.dialog(), CameOutDialog))
    question = owner.dialog()
    assert isinstance(question, CameOutDialog)
    owner.click(question.none_button)
    owner.wait(lambda: [one.state for one in papers(owner)] == [PaperState.STRUCK])
    owner.calm()
    preview = opened(owner)
    preview.printed.emit(PRINTER)
    preview.accept()
    owner.wait(lambda: len(papers(owner)) == 2)
    assert {one.state for one in papers(owner)} == {PaperState.STRUCK, PaperState.OUT}
    assert len({one.number for one in papers(owner)}) == 2


def test_a_draft_that_was_deleted_meanwhile_is_a_paper_all_the_same(owner: FrontDesk) -> None:
    preview = draft_invoice(owner)
    (row,) = owner.office.invoices.of_job(owner.actor, job_of(owner))
    owner.office.invoices.drop(owner.actor, row.invoice, row.version)
    preview.printed.emit(PRINTER)
    preview.accept()
    owner.wait(lambda: [one.label for one in papers(owner)] == ["Draft"])


def test_accounting_strikes_what_they_printed_again_of_another_persons_paper(owner: FrontDesk) -> None:
    """The line is the one of when it was issued; who printed it last says whether it came out."""
    office, actor = owner.office, owner.actor
    made = office.invoices.draft(actor, job_of(owner), InvoiceKind.WHOLE, english)
    detail = office.invoices.detail(actor, made)
    lines = tuple(replace(line, yen=5_000) for line in detail.record.lines)
    issued = office.invoices.issue(
        actor, made, detail.row.version, english, replace(detail.record, lines=lines)
    )
    office.papers.not_printed(actor, [issued.paper.paper])
    books = replace(actor, account="account-of-the-books", roles=frozenset({Role.ACCOUNTING}))
    (again,) = office.filed_invoices.printed(books, [issued.document], PRINTER)
    assert again.paper == issued.paper.paper
    office.papers.did_not_come_out(books, [again.paper])
    assert [one.state for one in papers(owner)] == [PaperState.STRUCK]


@pytest.mark.parametrize("role", [Role.OWNER, Role.ACCOUNTING])
def test_who_does_not_keep_the_register_is_told_who_does(
    template: RealOffice, tmp_path: Path, qtbot: QtBot, role: Role
) -> None:
    """Accounting prints the one document at hand; what became of a paper the front desk registers."""
    with open_desk(template, tmp_path / "told", qtbot, role) as desk:
        as_owner = replace(desk.actor, roles=frozenset({Role.OWNER}))
        desk.office.jobs.set_state(as_owner, job_of(desk), JobState.DONE)
        desk.calm()
        preview = draft_invoice(desk)
        told = texts_in(preview)
        assert ("Shred it today" in told) == (role is Role.OWNER)
        assert ("Who has the role “Front desk” registers that" in told) == (role is Role.ACCOUNTING)
        preview.reject()
        desk.calm()


def test_why_nothing_more_is_invoiced_for_a_cancelled_job_stands_at_the_button(owner: FrontDesk) -> None:
    office, actor = owner.office, owner.actor
    job = next(row.job for row in office.jobs.day(actor, office.today()) if row.state is JobState.RECEIVED)
    office.jobs.set_state(actor, job, JobState.CANCELLED)
    owner.go("schedule", job=job)
    owner.calm()
    page = owner.dialog()
    assert isinstance(page, JobDialog)
    page.show_invoices()
    owner.calm()
    assert not page.invoices.draft_button.isEnabled()
    assert page.invoices.draft_button.toolTip().startswith("The job was cancelled:")
    page.tabs.show_tab(page.tabs.stack.indexOf(page.estimates))
    owner.calm()
    assert not page.estimates.draft_button.isEnabled()
    assert page.estimates.draft_button.toolTip().startswith("The job is cancelled:")
    page.reject()
