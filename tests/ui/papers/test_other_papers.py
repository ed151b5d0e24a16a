"""Contact slip, labels, envelope and FAX from the desk to a real printer, and what closing a preview does."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from hvacdesk.documents.papers.addresses import draw_labels
from hvacdesk.domain.jobs.jobs import JobRow, JobState
from hvacdesk.domain.papers.label_sheets import LabelShift
from hvacdesk.domain.papers.register import STATE_NAMES, PaperKind, PaperRow, PaperState, RegisterQuery
from hvacdesk.domain.papers.work_orders import CopyState
from hvacdesk.domain.roles import Role
from hvacdesk.services.papers import other_papers
from hvacdesk.services.papers.label_sheets import shipped_sheets
from hvacdesk.store.models import Job
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.papers.fax_dialog import FaxDialog
from hvacdesk.ui.papers.label_dialog import LabelDialog
from hvacdesk.ui.papers.other_papers import add_customer_papers, offer_job_papers, print_envelope, print_slip
from hvacdesk.ui.printing import printers as printing
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.printing.preview import PreviewDialog, page_setup
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.real_office import RealOffice

MM = 72 / 25.4


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot) as opened:
        with opened.office._workplace.transaction() as session:
            session.execute(update(Job).values(partner_firm="東山設備"))
        yield opened


def first_job(desk: FrontDesk) -> JobRow:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0]


def registered(desk: FrontDesk, kind: PaperKind) -> list[PaperRow]:
    return list(desk.office.papers.rows(desk.actor, RegisterQuery(kinds=frozenset({kind}))))


def shown(desk: FrontDesk) -> PaperPreview:
    desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
    preview = desk.dialog()
    assert isinstance(preview, PaperPreview)
    return preview


def send(desk: FrontDesk, preview: PaperPreview, printer: CupsPrinter) -> bytes:
    """Print as the system's dialog would; returns what came out."""
    chosen = QPrinter(QPrinterInfo.printerInfo(printer.name), QPrinter.PrinterMode.HighResolution)
    page_setup(chosen, preview.paper)
    preview.send(chosen)
    desk.wait(lambda: not preview.isVisible())
    desk.calm()
    return printer.printed(1)[0].read_bytes()


def test_a_slip_goes_to_the_printer_and_is_out_until_the_evening(
    desk: FrontDesk, cups_printer: CupsPrinter
) -> None:
    print_slip(desk.window.context, first_job(desk))
    paper = send(desk, shown(desk), cups_printer)
    (row,) = registered(desk, PaperKind.CONTACT_SLIP)
    assert row.state is PaperState.OUT
    assert row.return_by == desk.office.today().isoformat()
    assert row.number in read_text(paper)
    assert qr_codes(paper) == [row.code]


def test_closing_a_preview_strikes_the_paper(desk: FrontDesk) -> None:
    print_slip(desk.window.context, first_job(desk))
    preview = shown(desk)
    name = desk.window.context.words(STATE_NAMES[PaperState.STRUCK])
    assert f"it is “{name}” there" in texts_in(preview)
    desk.key(preview, Qt.Key.Key_Escape)
    desk.wait(lambda: registered(desk, PaperKind.CONTACT_SLIP)[0].state is PaperState.STRUCK)
    desk.wait(lambda: f"is “{name}” in the register now" in texts_in(desk.window))
    desk.calm()


def test_what_never_came_out_is_struck_on_a_persons_word(desk: FrontDesk, cups_printer: CupsPrinter) -> None:
    print_slip(desk.window.context, first_job(desk))
    preview = shown(desk)
    send(desk, preview, cups_printer)
    preview._ask()
    desk.key(desk.dialog(), Qt.Key.Key_Escape)
    assert registered(desk, PaperKind.CONTACT_SLIP)[0].state is PaperState.OUT
    preview._ask()
    desk.press(desk.dialog(), "Nothing came out")
    desk.wait(lambda: registered(desk, PaperKind.CONTACT_SLIP)[0].state is PaperState.STRUCK)
    desk.calm()


def test_an_envelope_is_printed_on_an_envelope(desk: FrontDesk, cups_printer: CupsPrinter) -> None:
    print_envelope(desk.window.context, first_job(desk).customer)
    preview = shown(desk)
    assert preview.paper == QPageSize.PageSizeId.EnvelopeChou3
    out = send(desk, preview, cups_printer)
    box = PdfReader(io.BytesIO(out)).pages[0].mediabox
    assert abs(float(box.width) / MM - 120) < 2
    assert abs(float(box.height) / MM - 235) < 2
    assert registered(desk, PaperKind.ENVELOPE)[0].state is PaperState.HANDED_OVER


def test_labels_begin_where_the_keys_point(desk: FrontDesk) -> None:
    row = first_job(desk)
    dialog = LabelDialog(desk.window.context, {row.customer: row.name.text})
    dialog.open()
    desk.calm()
    desk.key(dialog.grid, Qt.Key.Key_Down)
    desk.key(dialog.grid, Qt.Key.Key_Right)
    assert dialog.grid.first == 3
    assert "number 4 of 12" in dialog.grid.accessibleName()
    dialog.sheet.setCurrentIndex(dialog.sheet.findData("24"))
    dialog._show()
    desk.click(dialog.add_button)
    finder = desk.dialog()
    assert isinstance(finder, CustomerFinder)
    finder.search.setText("青葉商店")
    desk.wait(lambda: len(finder.table.rows()) == 1)
    desk.key(finder.search, Qt.Key.Key_Return)
    assert dialog.list.count() == 2
    desk.click(dialog.confidential)
    dialog.save()
    preview = shown(desk)
    assert read_text(preview.drawn_for("")).count("Private and confidential") == 2
    assert len(registered(desk, PaperKind.LABEL)) == 2
    preview.reject()
    desk.calm()


def test_a_printer_s_shift_is_tried_out_and_remembered(desk: FrontDesk, cups_printer: CupsPrinter) -> None:
    row = first_job(desk)

    def opened() -> LabelDialog:
        dialog = LabelDialog(desk.window.context, {row.customer: row.name.text})
        dialog.open()
        desk.calm()
        dialog.feed.printer.setCurrentText(cups_printer.name)
        return dialog

    dialog = opened()
    dialog.feed.right.setValue(2)
    desk.click(dialog.feed.trial_button)
    trial = desk.dialog()
    assert isinstance(trial, PreviewDialog)
    assert trial.usual_printer == cups_printer.name
    trial.reject()
    dialog.save()
    shown(desk).reject()
    desk.calm()
    again = opened()
    assert again.feed.shift == LabelShift(right=2)
    again.sheet.setCurrentIndex(1)
    again._show()
    assert again.feed.shift == LabelShift()
    again.reject()
    desk.calm()


def test_a_printer_chosen_in_the_print_dialog_prints_with_its_own_shift(
    desk: FrontDesk, cups_printer: CupsPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[LabelShift] = []

    def draw(*given: Any) -> bytes:
        drawn.append(given[-1])
        return draw_labels(*given)

    monkeypatch.setattr(other_papers, "draw_labels", draw)
    monkeypatch.setattr(printing, "usual_printer", lambda: "another one")
    sheet = next(iter(shipped_sheets()))
    desk.office.other_papers.sheets.keep(desk.actor, cups_printer.name, sheet, LabelShift(right=2))
    row = first_job(desk)
    dialog = LabelDialog(desk.window.context, {row.customer: row.name.text})
    dialog.open()
    desk.calm()
    dialog.feed.down.setValue(-1)
    dialog.save()
    assert send(desk, shown(desk), cups_printer)
    assert drawn == [LabelShift(down=-1), LabelShift(right=2)]
    assert len(registered(desk, PaperKind.LABEL)) == 1


def test_accounting_is_offered_one_addressee(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(template, tmp_path / "money", qtbot, who=Role.ACCOUNTING) as desk:
        row = desk.office.jobs.day(desk.actor, desk.office.today())[0]
        dialog = LabelDialog(desk.window.context, {row.customer: row.name.text})
        dialog.open()
        desk.calm()
        assert not dialog.add_button.isVisibleTo(dialog)
        dialog.save()
        shown(desk).reject()
        desk.calm()


class TestFax:
    def opened(self, desk: FrontDesk) -> FaxDialog:
        dialog = FaxDialog(desk.window.context, first_job(desk))
        dialog.open()
        desk.calm()
        return dialog

    def test_two_numbers_that_differ_are_told_at_the_second(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        desk.qtbot.keyClicks(dialog.number, "052-123-4567")
        desk.qtbot.keyClicks(dialog.again, "052-123-4576")
        dialog.save()
        desk.calm()
        assert "not the same" in dialog.form.fields["again"].error.text()
        assert registered(desk, PaperKind.FAX) == []

    def test_nothing_can_be_pasted_into_the_numbers(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        text = QMimeData()
        text.setText("052-123-4567")
        QGuiApplication.clipboard().setMimeData(text)
        desk.key(dialog.again, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert dialog.again.text() == ""

    def test_cover_and_copy_are_printed_and_registered_together(
        self, desk: FrontDesk, cups_printer: CupsPrinter
    ) -> None:
        dialog = self.opened(desk)
        desk.qtbot.keyClicks(dialog.number, "052-123-4567")
        desk.qtbot.keyClicks(dialog.again, "0521234567")
        dialog.save()
        out = send(desk, shown(desk), cups_printer)
        assert "052-123-4567" in read_text(out)
        (paper,) = registered(desk, PaperKind.FAX)
        assert paper.state is PaperState.OUT
        (copy,) = desk.office.work_orders.copies(desk.actor, job=first_job(desk).job)
        assert copy.state is CopyState.OUT
        assert copy.code in qr_codes(out, 2)

    def test_a_second_one_asks_why(self, desk: FrontDesk) -> None:
        for _ in range(2):
            dialog = self.opened(desk)
            asked = dialog.choice.isVisibleTo(dialog)
            if asked:
                next(iter(dialog.choice.buttons.values())).click()
            desk.qtbot.keyClicks(dialog.number, "052-123-4567")
            desk.qtbot.keyClicks(dialog.again, "052-123-4567")
            dialog.save()
            preview = shown(desk)
            preview.printed.emit("test")
            preview._done = True
            preview.accept()
            desk.calm()
        assert asked


def test_a_fax_that_cannot_be_sent_says_why_in_its_place(desk: FrontDesk) -> None:
    """A job of the office's own people: the entry stands there all the same, for whoever looks for it."""
    row = first_job(desk)
    said = []
    for one in (replace(row, partner_firm=""), replace(row, state=JobState.CANCELLED), row):
        menu = offer_job_papers(desk.window.context, desk.window, one)
        said += [(a.text(), a.isEnabled()) for a in menu.actions() if a.text().startswith("FAX")]
        slip = next(a for a in menu.actions() if a.text().startswith("Contact slip"))
        off = one.state is JobState.CANCELLED
        assert (slip.text(), slip.isEnabled()) == (
            ("Contact slip: the job is cancelled", False) if off else ("Contact slip…", True)
        )
        assert menu.activeAction().isEnabled()
        menu.close()
    assert said == [
        ("FAX to the partner firm: no firm does this job", False),
        ("FAX to the partner firm: the job is cancelled", False),
        ("FAX to the partner firm…", True),
    ]
    menu = QMenu()
    detail = desk.office.customers.detail(desk.actor, row.customer)
    add_customer_papers(menu, desk.window.context, detail)
    assert menu.actions()[-1].text() == "FAX to the partner firm: from the job, “Other papers”"


def test_the_menu_offers_what_the_role_may_print(desk: FrontDesk) -> None:
    menu = offer_job_papers(desk.window.context, desk.window, first_job(desk))
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 5
    menu.actions()[-1].trigger()
    preview = shown(desk)
    assert "Private and confidential" in read_text(preview.drawn_for(""))
    preview.reject()
    desk.calm()
