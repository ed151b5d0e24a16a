"""Several papers in one preview, one of which must not be printed any more: the others are printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hvacdesk.documents.kit.joined import joined, only_pages
from hvacdesk.domain.papers.label_sheets import NOT_SHIFTED
from hvacdesk.domain.papers.register import PaperKind, PaperState, RegisterQuery
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.papers.label_sheets import shipped_sheets
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.requests import suspension
from hvacdesk.ui.billing.filed_preview import show_filed
from hvacdesk.ui.printing import preview as preview_module
from hvacdesk.ui.printing.pages_view import PagesView
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.printing.pile import Pile, page_ranges
from hvacdesk.ui.printing.preview import PreviewDialog, WorkOrderPreview
from hvacdesk.ui.printing.printers import PrinterStopped, Taken
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.paper import read_text
from tests.helpers.real_office import RealOffice
from tests.ui.printing.test_shown_meanwhile import invoice, job_of, opened

PROFILES = (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
OTHERS = "Print the others"


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened_desk:
        yield opened_desk


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What the printer took."""
    taken = list[bytes]()

    def prints(pdf: bytes, _printer: QPrinter, _document: str) -> Taken:
        taken.append(pdf)
        return Taken()

    monkeypatch.setattr(preview_module, "print_pdf", prints)
    return taken


def order(desk: FrontDesk) -> WorkOrderPreview:
    issued = desk.office.work_orders.issue(desk.actor, job_of(desk), PROFILES, english)
    return opened(desk, WorkOrderPreview(desk.window.context, (issued,), issued.pdf, "Work order"))


def print_pages(desk: FrontDesk, preview: PreviewDialog) -> None:
    preview.send(QPrinter())
    desk.calm()


def loaded(desk: FrontDesk, pdf: bytes) -> QPdfDocument:
    return PagesView(pdf, parent=desk.window).pages


def states(desk: FrontDesk, job: str) -> list[PaperState]:
    rows = desk.office.papers.rows(
        desk.actor, RegisterQuery(kinds=frozenset({PaperKind.WORK_ORDER}), job=job)
    )
    return [row.state for row in sorted(rows, key=lambda row: row.number)]


@pytest.mark.parametrize("ended", [PaperState.SHREDDED, PaperState.LOST])
def test_one_copy_that_ended_keeps_no_other_back(
    desk: FrontDesk, pages: list[bytes], ended: PaperState
) -> None:
    preview = order(desk)
    gone = preview._all[1]
    desk.office.papers.register_return(desk.actor, gone.copy, ended)
    print_pages(desk, preview)
    said = texts_in(desk.dialog())
    assert f"{gone.number}  2/3 must not be printed." in said
    assert "was shredded or is lost" in said
    assert pages == []
    desk.press(desk.dialog(), OTHERS)
    desk.wait(lambda: not preview.isVisible())
    desk.calm()
    (pdf,) = pages
    text = read_text(pdf)
    assert [f"Copy {number} of 3" in text for number in (1, 2, 3)] == [True, False, True]
    assert states(desk, gone.job) == [PaperState.OUT, ended, PaperState.KEPT]


def test_what_is_left_out_is_struck_where_it_waits(desk: FrontDesk, pages: list[bytes]) -> None:
    """Two customers' orders of a day; the data of one of them was suspended meanwhile."""
    ctx, office, actor = desk.window.context, desk.office, desk.actor
    jobs = [row for row in office.jobs.day(actor, office.today()) if row.starts][:2]
    assert len({row.customer for row in jobs}) == 2
    wanted = {row.job: (Profile.TECHNICIAN,) for row in jobs}
    issued = office.work_orders.issue_day(actor, office.today(), wanted, english, reason="spoiled")
    preview = opened(desk, WorkOrderPreview(ctx, issued.orders, issued.pdf, "Work orders"))
    with office._workplace.transaction() as session:
        suspension.lock(session, customer_store.get(session, jobs[0].customer), "2026-11-24")
    print_pages(desk, preview)
    assert "was suspended at their request" in texts_in(desk.dialog())
    desk.press(desk.dialog(), OTHERS)
    desk.wait(lambda: not preview.isVisible())
    desk.calm()
    text = read_text(pages[0])
    assert [row.number in text for row in jobs] == [False, True]
    desk.wait(lambda: states(desk, jobs[0].job)[-1] is PaperState.STRUCK)
    assert states(desk, jobs[1].job)[-1] is PaperState.OUT


def test_nothing_is_printed_where_none_of_them_may_be(desk: FrontDesk, pages: list[bytes]) -> None:
    preview = order(desk)
    for copy in preview._all:
        desk.office.papers.register_return(desk.actor, copy.copy, PaperState.SHREDDED)
    print_pages(desk, preview)
    assert OTHERS not in texts_in(desk.dialog())
    desk.press(desk.dialog(), "Close the pages")
    desk.wait(lambda: not preview.isVisible())
    assert pages == []


def test_one_label_that_ended_keeps_no_other_back(desk: FrontDesk, pages: list[bytes]) -> None:
    """Labels share a page: those that are left are drawn once more."""
    ctx, office, actor = desk.window.context, desk.office, desk.actor
    people = [row.customer for row in office.jobs.day(actor, office.today())][:2]
    sheet = next(iter(shipped_sheets()))
    issued = office.other_papers.labels(actor, people, sheet, 0, english)
    preview = PaperPreview(ctx, issued.papers, issued.pdf, "Labels")
    pile = preview.printed_papers
    pile.drawn_again = True
    preview.drawn_for = lambda _printer: office.other_papers.labels_again(
        actor, pile.papers, sheet, 0, english, NOT_SHIFTED
    )
    opened(desk, preview)
    office.papers.register_return(actor, issued.papers[0].paper, PaperState.LOST)
    print_pages(desk, preview)
    desk.press(desk.dialog(), OTHERS)
    desk.wait(lambda: not preview.isVisible())
    desk.calm()
    assert [read_text(pdf).count("様") for pdf in (issued.pdf, *pages)] == [2, 1]
    assert office.papers.find(actor, issued.papers[0].paper).state is PaperState.LOST
    assert office.papers.find(actor, issued.papers[1].paper).state is PaperState.HANDED_OVER


def test_a_filed_page_that_is_gone_keeps_no_other_back(desk: FrontDesk, pages: list[bytes]) -> None:
    first, second = invoice(desk), invoice(desk)
    filed = {first.document: first.number, "e" * 32: "I2026-999999", second.document: second.number}
    pdf = joined({first.number: first.pdf, "gone": first.pdf, second.number: second.pdf})
    preview = show_filed(desk.window.context, "Filed", pdf, filed)
    desk.calm()
    print_pages(desk, preview)
    assert "I2026-999999 must not be printed." in texts_in(desk.dialog())
    desk.press(desk.dialog(), OTHERS)
    desk.wait(lambda: not preview.isVisible())
    desk.calm()
    (printed,) = pages
    assert (
        loaded(desk, printed).pageCount()
        == loaded(desk, first.pdf).pageCount() + loaded(desk, second.pdf).pageCount()
    )
    labels = [row.label for row in desk.office.papers.rows(desk.actor, RegisterQuery())]
    assert {first.number, second.number} <= set(labels)


def test_a_printer_that_stops_took_what_came_before_of_what_was_in_the_print(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(_pdf: bytes, printer: QPrinter, _document: str) -> Any:
        raise PrinterStopped(printer.printerName(), 1, 2)

    monkeypatch.setattr(preview_module, "print_pdf", stops)
    preview = order(desk)
    desk.office.papers.register_return(desk.actor, preview._all[0].copy, PaperState.LOST)
    print_pages(desk, preview)
    desk.press(desk.dialog(), OTHERS)
    desk.wait(lambda: desk.dialog().windowTitle() == "Which copies came out of the printer?")
    ticked = {copy: box.isChecked() for copy, box in desk.dialog().boxes.items()}
    assert ticked == {preview._all[1].copy: True, preview._all[2].copy: False}


def test_the_pages_of_a_pile_are_told_by_its_marks(desk: FrontDesk) -> None:
    one, other = invoice(desk), invoice(desk)
    first = joined({"1": one.pdf, "2": other.pdf})
    pile = loaded(desk, joined({"a": first, "b": one.pdf}))
    count = loaded(desk, one.pdf).pageCount()
    assert page_ranges(pile, 2) == (range(2 * count), range(2 * count, 3 * count))
    assert page_ranges(pile, 4) == ()
    assert page_ranges(loaded(desk, only_pages(first, [0])), 1) == (range(1),)


def test_a_pile_of_which_nobody_knows_whose_the_pages_are_is_not_cut() -> None:
    pile = Pile({"a": "1", "b": "2"})
    assert not pile.may_lose({"a"})
    assert pile.came(0) == {"a", "b"}
