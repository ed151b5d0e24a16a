"""Pages are shown at one PC while another one ends what they show, or says what became of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.papers.register import PaperState, RegisterQuery
from hvacdesk.domain.papers.shown import ShownPages
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.papers.shown_pages import ShownNow
from hvacdesk.store.models import Customer
from hvacdesk.ui.billing.filed_preview import show_filed
from hvacdesk.ui.printing import preview as preview_module
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.printing.preview import PreviewDialog, WorkOrderPreview
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

OUTDATED = "These pages are not up to date any more"
ALL_THE_SAME = "Print all the same"


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def job_of(desk: FrontDesk) -> str:
    return next(row for row in desk.office.jobs.day(desk.actor, desk.office.today()) if row.starts).job


def slip(desk: FrontDesk) -> PaperPreview:
    made = desk.office.other_papers.contact_slip(desk.actor, job_of(desk), english)
    return opened(desk, PaperPreview(desk.window.context, made.papers, made.pdf, "Contact slip"))


def order(desk: FrontDesk) -> WorkOrderPreview:
    profiles = (Profile.TECHNICIAN, Profile.OFFICE)
    issued = desk.office.work_orders.issue(desk.actor, job_of(desk), profiles, english)
    return opened(desk, WorkOrderPreview(desk.window.context, (issued,), issued.pdf, "Work order"))


def invoice(desk: FrontDesk) -> IssuedInvoice:
    office, actor = desk.office, desk.actor
    made = office.invoices.draft_free(actor, desk.customer(TANAKA))
    draft = office.invoices.detail(actor, made)
    record = replace(draft.record, lines=(InvoiceLineRecord("点検", 1.0, "式", 1000),))
    return office.invoices.issue(actor, made, draft.row.version, english, record)


def invoice_preview(desk: FrontDesk, issued: IssuedInvoice) -> PaperPreview:
    return opened(desk, PaperPreview(desk.window.context, (issued.paper,), issued.pdf, "Invoice"))


def opened(desk: FrontDesk, preview: Any) -> Any:
    preview.open()
    desk.calm()
    return preview


def states(desk: FrontDesk) -> list[PaperState]:
    return sorted(row.state for row in desk.office.papers.rows(desk.actor, RegisterQuery()))


def said_at_another_pc(desk: FrontDesk, *, came_out: bool) -> None:
    """Somebody answers what became of the papers that were perhaps never printed."""
    waiting = [row.paper for row in desk.office.papers.unprinted(desk.actor)]
    desk.office.papers.settle_unprinted(desk.actor, waiting, [] if came_out else waiting)


def print_it(desk: FrontDesk, preview: PreviewDialog) -> None:
    preview.send(QPrinter())
    desk.calm()


def question(desk: FrontDesk, words: str = OUTDATED) -> str:
    desk.wait(lambda: desk.dialog().windowTitle() == words)
    return texts_in(desk.dialog())


def cancel(desk: FrontDesk) -> None:
    job = job_of(desk)
    money = desk.office.cancelled_deposits.in_advance(desk.actor, job)
    desk.office.jobs.set_state(desk.actor, job, JobState.CANCELLED, money=money)


def test_nothing_is_asked_about_what_is_still_so(desk: FrontDesk, taken: list[str]) -> None:
    preview = slip(desk)
    print_it(desk, preview)
    desk.wait(lambda: not preview.isVisible())
    assert taken == ["Contact slip"]
    assert states(desk) == [PaperState.OUT]


@pytest.mark.parametrize("made", [slip, order])
def test_what_was_said_not_to_come_out_is_out_once_it_is_printed(
    desk: FrontDesk, taken: list[str], made: Any
) -> None:
    preview = made(desk)
    said_at_another_pc(desk, came_out=False)
    print_it(desk, preview)
    desk.wait(lambda: not preview.isVisible())
    desk.calm()
    assert PaperState.STRUCK not in states(desk)
    assert PaperState.OUT in states(desk)


@pytest.mark.parametrize(
    ("made", "asked"),
    [(slip, "Did the paper not come out?"), (order, "Which copies came out of the printer?")],
    ids=("slip", "order"),
)
def test_it_is_not_said_to_be_struck_where_it_is_not(desk: FrontDesk, made: Any, asked: str) -> None:
    preview = made(desk)
    said_at_another_pc(desk, came_out=True)
    preview.reject()
    desk.wait(lambda: "Something else was registered" in texts_in(desk.window))
    assert "“Not printed” in the register now" not in texts_in(desk.window)
    assert PaperState.STRUCK not in states(desk)
    desk.press(desk.window, "Say what came out")
    desk.calm()
    assert desk.dialog().windowTitle() == asked


def test_what_came_out_by_the_register_is_asked_about_before_it_is_printed_again(
    desk: FrontDesk, taken: list[str]
) -> None:
    preview = slip(desk)
    said_at_another_pc(desk, came_out=True)
    print_it(desk, preview)
    said = question(desk, "Were these pages printed before?")
    assert "came out of the printer before" in said
    assert "there are two papers with this number" in said
    assert "drawn once more" not in said  # that would make one more paper
    desk.press(desk.dialog(), "Do not print yet")
    desk.calm()
    assert taken == []
    assert preview.isVisible()


@pytest.mark.parametrize("made", [slip, order])
def test_a_cancelled_job_is_said_before_its_papers_are_printed(
    desk: FrontDesk, taken: list[str], made: Any
) -> None:
    preview = made(desk)
    cancel(desk)
    print_it(desk, preview)
    said = question(desk)
    assert "is cancelled." in said
    assert "drawn once more" in said
    assert taken == []
    desk.press(desk.dialog(), ALL_THE_SAME)
    desk.wait(lambda: not preview.isVisible())
    assert len(taken) == 1


def test_a_void_invoice_is_said_before_it_is_printed(desk: FrontDesk, taken: list[str]) -> None:
    issued = invoice(desk)
    preview = invoice_preview(desk, issued)
    desk.office.invoices.void(desk.actor, issued.invoice)
    print_it(desk, preview)
    assert f"{issued.number} is void." in question(desk)
    assert taken == []


def test_a_filed_page_that_became_void_is_said_and_one_that_says_so_itself_is_not(
    desk: FrontDesk, taken: list[str]
) -> None:
    issued = invoice(desk)
    first = show_filed(desk.window.context, "Filed", issued.pdf, {issued.document: issued.number})
    desk.office.invoices.void(desk.actor, issued.invoice)
    print_it(desk, first)
    assert f"{issued.number} is void." in question(desk)
    desk.press(desk.dialog(), "Do not print yet")
    first.reject()
    desk.calm()
    marked = show_filed(
        desk.window.context, "Marked", issued.pdf, {issued.document: issued.number}, ended=True
    )
    print_it(desk, marked)
    desk.wait(lambda: not marked.isVisible())
    assert taken == ["Marked"]


def test_nothing_about_a_destroyed_customer_is_printed(desk: FrontDesk, taken: list[str]) -> None:
    preview = invoice_preview(desk, invoice(desk))
    with desk.office._workplace.transaction() as session:
        session.execute(delete(Customer).where(Customer.record_id == desk.customer(TANAKA)))
    print_it(desk, preview)
    shown = question(desk)
    assert "must not be printed" in shown
    assert ALL_THE_SAME not in shown
    desk.press(desk.dialog(), "Close the pages")
    desk.wait(lambda: not preview.isVisible())
    assert taken == []


def test_pages_of_no_register_that_name_a_destroyed_customer_are_not_printed(
    desk: FrontDesk, taken: list[str]
) -> None:
    shown = ShownPages(customers=(desk.customer(TANAKA),))
    preview = show_pages(desk.window.context, "Letter", invoice(desk).pdf, note=lambda: None, shown=shown)
    desk.calm()
    with desk.office._workplace.transaction() as session:
        session.execute(delete(Customer).where(Customer.record_id == desk.customer(TANAKA)))
    print_it(desk, preview)
    assert "must not be printed" in question(desk)
    assert taken == []


def test_where_the_office_does_not_answer_it_can_be_printed_all_the_same(
    desk: FrontDesk, taken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = slip(desk)

    def lost(*_arguments: object) -> None:
        raise NoAnswer

    monkeypatch.setattr(ShownNow, "outdated", lost)
    print_it(desk, preview)
    assert "does not answer" in question(desk, "Are these pages still up to date?")
    assert taken == []
    desk.press(desk.dialog(), ALL_THE_SAME)
    desk.wait(lambda: not preview.isVisible())
    assert taken == ["Contact slip"]


@pytest.mark.parametrize("made", [slip, order])
def test_what_came_while_somebody_was_asked_is_said_as_well(
    desk: FrontDesk, taken: list[str], made: Any
) -> None:
    preview = made(desk)
    cancel(desk)
    print_it(desk, preview)
    assert "is cancelled." in question(desk)
    paper = preview.still_so._shown.papers[0]
    desk.office.papers.register_return(desk.actor, paper, PaperState.SHREDDED)
    desk.press(desk.dialog(), ALL_THE_SAME)
    desk.wait(lambda: "was shredded" in texts_in(desk.dialog()))
    assert ALL_THE_SAME not in texts_in(desk.dialog())
    assert taken == []


def test_an_office_that_answers_again_is_heard_before_anything_is_printed(
    desk: FrontDesk, taken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_arguments: object) -> None:
        raise NoAnswer

    preview = slip(desk)
    cancel(desk)
    with monkeypatch.context() as cut:
        cut.setattr(ShownNow, "outdated", lost)
        print_it(desk, preview)
        assert "does not answer" in question(desk, "Are these pages still up to date?")
    desk.press(desk.dialog(), ALL_THE_SAME)
    assert "is cancelled." in question(desk)
    assert taken == []


def test_pages_that_are_on_their_way_are_not_printed_once_more(
    desk: FrontDesk, taken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key would open the printer's window again while the office is being asked."""
    answer, outdated = Event(), ShownNow.outdated

    def late(*asked: Any) -> Any:
        assert answer.wait(60)
        return outdated(*asked)

    monkeypatch.setattr(ShownNow, "outdated", late)
    monkeypatch.setattr(preview_module, "printers", lambda: ["printer"])
    preview = slip(desk)
    preview.send(QPrinter())
    preview.choose_printer()
    assert preview.findChildren(QPrintDialog) == []
    answer.set()
    desk.wait(lambda: not preview.isVisible())
    assert taken == ["Contact slip"]


def test_nothing_is_asked_about_pages_that_were_closed_before_the_office_was_found_away(
    desk: FrontDesk, taken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Event()

    def lost(*_asked: Any) -> None:
        assert answer.wait(60)
        raise NoAnswer

    monkeypatch.setattr(ShownNow, "outdated", lost)
    preview = slip(desk)
    preview.send(QPrinter())
    preview.reject()
    answer.set()
    desk.calm()
    assert not any(one.isVisible() for one in preview.findChildren(Dialog))
    assert taken == []
