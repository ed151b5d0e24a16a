"""Work orders at the desk: preview, the real print dialog, a real printer, and the register of copies."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.jobs import JobRow, JobState
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.papers.work_orders import COPY_STATE_NAMES, CopyState, Profile, ReprintReason
from hvacdesk.domain.text.wording import english
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.ui.papers.issue import IssueDialog, ReprintDialog
from hvacdesk.ui.printing import cups
from hvacdesk.ui.printing.preview import PreviewDialog, WorkOrderPreview
from hvacdesk.ui.printing.printers import PrinterGone, draw_page, print_pdf
from hvacdesk.ui.printing.spool import spool
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk, type_in
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.real_office import RealOffice

CTRL = Qt.KeyboardModifier.ControlModifier


def first_job(desk: FrontDesk) -> JobRow:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0]


def states(desk: FrontDesk) -> dict[Profile, CopyState]:
    copies = desk.office.work_orders.copies(desk.actor, job=first_job(desk).job)
    return {copy.profile: copy.state for copy in copies}


def issued(desk: FrontDesk, *profiles: Profile) -> tuple[bytes, str]:
    """Printed copies of the first job: their PDF and the first one's code."""
    order = desk.office.work_orders.issue(
        desk.actor, first_job(desk).job, profiles, desk.window.context.words
    )
    desk.office.work_orders.printed(desk.actor, [copy.copy for copy in order.copies], "test")
    return order.pdf, order.copies[0].code


def change_times(desk: FrontDesk, job: str) -> None:
    record = desk.office.jobs.record_for_edit(desk.actor, job)
    version = desk.office.jobs.detail(desk.actor, job).version
    desk.office.jobs.change(desk.actor, job, version, replace(record, starts="", ends=""))


def day_preview(desk: FrontDesk) -> WorkOrderPreview:
    desk.go("work_orders")
    desk.click(desk.page.print_button)
    preview = desk.dialog()
    assert isinstance(preview, WorkOrderPreview)
    return preview


def accept_print_dialog(desk: FrontDesk, preview: PreviewDialog, printer: str) -> None:
    desk.click(preview.primary)
    desk.wait(lambda: preview.findChildren(QPrintDialog))
    dialog = preview.findChildren(QPrintDialog)[-1]
    assert dialog.printer().printerName() == printer
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)


class TestPrinting:
    def test_a_day_goes_from_check_marks_to_the_paper(
        self, desk: FrontDesk, cups_printer: CupsPrinter
    ) -> None:
        desk.go("work_orders")
        job = first_job(desk).job
        for row in desk.page.list.jobs.rows:
            for profile in Profile:
                wanted = row.job == job and profile in (Profile.TECHNICIAN, Profile.CUSTOMER)
                desk.page.list.check(row.job, profile, on=wanted)
        preview = day_preview(desk)
        assert preview.pages.pages.pageCount() == 2
        accept_print_dialog(desk, preview, cups_printer.name)
        desk.wait(lambda: not preview.isVisible())
        paper = cups_printer.printed(1)[0]
        text = read_text(paper)
        assert "2026-000001" in text
        assert "Customer's copy" in text
        assert "090-8765" not in text
        assert "misao" not in text
        assert len(qr_codes(paper, 1)) == 1
        desk.wait(lambda: states(desk).get(Profile.CUSTOMER) is CopyState.HANDED_OVER)
        assert states(desk)[Profile.TECHNICIAN] is CopyState.OUT

    def test_once_the_paper_is_out_the_computer_keeps_no_page_of_it(
        self, desk: FrontDesk, cups_printer: CupsPrinter
    ) -> None:
        preview = day_preview(desk)
        accept_print_dialog(desk, preview, cups_printer.name)
        desk.wait(lambda: not preview.isVisible())
        cups_printer.printed(1)
        assert len(cups_printer.kept_pages()) == 1
        assert spool.timer.isActive()
        desk.wait(lambda: not cups_printer.kept_pages())
        desk.calm()

    def test_the_queue_sees_no_personal_data_in_the_jobs_name(
        self, desk: FrontDesk, cups_printer: CupsPrinter
    ) -> None:
        preview = day_preview(desk)
        assert preview._document == "Work orders 2026-11-24"
        preview.reject()
        desk.calm()

    def test_copies_that_were_only_looked_at_are_none(self, desk: FrontDesk) -> None:
        for _look in range(2):
            preview = day_preview(desk)
            assert set(states(desk).values()) == {CopyState.PRINTING}
            assert {(copy.copy_number, copy.copies) for copy in preview._rows} == {(1, 3), (2, 3), (3, 3)}
            assert "Closed without printing, they leave the register;" in texts_in(preview)
            desk.key(preview, Qt.Key.Key_Escape)
            desk.wait(lambda: not states(desk))
            desk.wait(
                lambda: (
                    "Nothing was printed. A copy that stays in the register is “Not printed” there."
                    in texts_in(desk.window)
                )
            )
        desk.go("today")
        jobs = desk.page.table.rows()
        assert jobs
        assert {desk.page._paper(row).text for row in jobs} == {"not printed"}
        assert desk.page.print_tile.accessibleName() == f"without a printed work order: {len(jobs)}"

    def test_copies_that_were_sent_to_a_printer_stay_in_the_register_as_not_printed(
        self, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuses(_pdf: bytes, _printer: QPrinter, _document: str) -> None:
            raise PrinterGone(printer="test")

        monkeypatch.setattr("hvacdesk.ui.printing.preview.print_pdf", refuses)
        preview = day_preview(desk)
        preview._print(QPrinter())
        desk.wait(lambda: "does not answer" in texts_in(preview))
        desk.key(preview, Qt.Key.Key_Escape)
        desk.wait(lambda: set(states(desk).values()) == {CopyState.STRUCK})
        not_printed = desk.window.context.words(COPY_STATE_NAMES[CopyState.STRUCK])
        desk.wait(lambda: f"They are “{not_printed}” in the register now." in texts_in(desk.window))
        assert {copy.copy_number for copy in day_preview(desk)._rows} == {4, 5, 6}
        desk.key(desk.dialog(), Qt.Key.Key_Escape)
        desk.calm()

    def test_without_a_printer_it_says_so_and_nothing_is_counted(
        self, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("hvacdesk.ui.printing.preview.printers", tuple)
        preview = day_preview(desk)
        desk.key(preview, Qt.Key.Key_P, CTRL)
        assert "No printer is set up" in texts_in(preview)
        desk.key(preview, Qt.Key.Key_Escape)
        desk.wait(lambda: not states(desk))

    def test_a_printer_that_is_gone_is_told_and_can_be_tried_again(
        self, desk: FrontDesk, cups_printer: CupsPrinter
    ) -> None:
        preview = day_preview(desk)
        cups_printer.reject()
        try:
            accept_print_dialog(desk, preview, cups_printer.name)
            desk.wait(lambda: "does not answer" in texts_in(preview))
            assert preview.isVisible()
        finally:
            cups_printer.accept()
        accept_print_dialog(desk, preview, cups_printer.name)
        desk.wait(lambda: not preview.isVisible())
        assert "2026-000002" in read_text(cups_printer.printed(1)[0])

    def test_nothing_lies_in_a_temporary_file_on_the_way(
        self, desk: FrontDesk, cups_printer: CupsPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No file can be made in the temporary folder, and it prints all the same."""
        monkeypatch.setenv("TMPDIR", str(tmp_path / "missing"))
        pdf, _code = issued(desk, Profile.OFFICE)
        printer = QPrinter(QPrinterInfo.printerInfo(cups_printer.name))
        assert print_pdf(pdf, printer, "test")
        assert "2026-000001" in read_text(cups_printer.printed(1)[0])

    def test_printing_to_a_file_is_refused(
        self, desk: FrontDesk, cups_printer: CupsPrinter, tmp_path: Path
    ) -> None:
        pdf, _code = issued(desk, Profile.OFFICE)
        printer = QPrinter(QPrinterInfo.printerInfo(cups_printer.name))
        printer.setOutputFileName(str(tmp_path / "copy.pdf"))
        with pytest.raises(PrinterGone):
            print_pdf(pdf, printer, "test")
        assert list(tmp_path.glob("copy*")) == []

    def test_where_there_is_no_cups_the_pages_are_drawn(
        self, desk: FrontDesk, cups_printer: CupsPrinter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cups, "available", lambda: False)
        pdf, code = issued(desk, Profile.TECHNICIAN, Profile.OFFICE)
        printer = QPrinter(QPrinterInfo.printerInfo(cups_printer.name))
        printer.setResolution(200)
        assert print_pdf(pdf, printer, "test")
        paper = cups_printer.printed(1)[0]
        assert code.replace("-", "") in "".join(qr_codes(paper, 1)).replace("-", "")
        assert len(qr_codes(paper, 2)) == 1

    def test_strips_join_without_a_seam(self, desk: FrontDesk) -> None:
        pdf, _code = issued(desk, Profile.OFFICE)
        source = QBuffer()
        source.setData(QByteArray(pdf))
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        pages = QPdfDocument()
        pages.load(source)
        size = QSize(1240, 1754)
        striped, whole = (QImage(size, QImage.Format.Format_RGB32) for _ in range(2))
        for picture in (striped, whole):
            picture.fill(0xFFFFFFFF)
        painter = QPainter(striped)
        draw_page(painter, pages, 0, size, grey=False)
        painter.end()
        painter = QPainter(whole)
        painter.drawImage(0, 0, pages.render(0, size))
        painter.end()
        different = [
            (x, y)
            for x in range(0, size.width(), 2)
            for y in range(0, size.height(), 2)
            if abs(striped.pixelColor(x, y).lightness() - whole.pixelColor(x, y).lightness()) > 40
        ]
        assert different == []


class TestReprint:
    def test_one_job_asks_why_before_it_prints_again(self, desk: FrontDesk) -> None:
        issued(desk, Profile.TECHNICIAN)
        dialog = IssueDialog(desk.window.context, first_job(desk))
        dialog.open()
        desk.calm()
        assert not dialog.boxes[Profile.TECHNICIAN].isChecked()
        dialog.boxes[Profile.TECHNICIAN].click()
        assert dialog.primary is not None
        assert not dialog.primary.isEnabled()
        dialog.choice.buttons[ReprintReason.SPOILED].click()
        desk.click(dialog.primary)
        preview = desk.dialog()
        assert isinstance(preview, WorkOrderPreview)
        preview.reject()
        desk.calm()

    def test_one_job_says_which_copies_show_what_was_changed_since_and_knows_why_they_are_printed_again(
        self, desk: FrontDesk
    ) -> None:
        issued(desk, Profile.TECHNICIAN, Profile.OFFICE)
        change_times(desk, first_job(desk).job)
        elsewhere = desk.office.work_orders.issue(
            desk.actor, first_job(desk).job, (Profile.OFFICE,), english, reason=ReprintReason.SPOILED
        )
        desk.office.work_orders.printed(desk.actor, [copy.copy for copy in elsewhere.copies], "Office")
        dialog = IssueDialog(desk.window.context, first_job(desk))
        dialog.open()
        desk.calm()
        technician, office = (dialog.boxes[one] for one in (Profile.TECHNICIAN, Profile.OFFICE))
        assert technician.text().endswith("(changed since printing)")
        assert office.text().endswith("(already printed)")
        assert (technician.isChecked(), office.isChecked()) == (True, False)
        assert dialog.choice.chosen() is ReprintReason.JOB_CHANGED
        assert dialog.primary is not None
        assert dialog.primary.isEnabled()
        office.click()  # nothing was changed of that one: somebody has to say why
        assert dialog.choice.chosen() is None
        assert not dialog.primary.isEnabled()
        dialog.choice.buttons[ReprintReason.LOST].click()
        office.click()
        assert dialog.choice.chosen() is ReprintReason.LOST
        dialog.reject()
        desk.calm()

    def test_what_was_registered_by_a_try_without_an_answer_needs_no_reason(
        self, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dialog = IssueDialog(desk.window.context, first_job(desk))
        dialog.open()
        desk.calm()
        assert dialog.primary is not None
        count, issue = len(dialog._chosen()), WorkOrders.issue

        def unheard(*arguments: Any, **named: Any) -> None:
            issue(*arguments, **named)
            raise NoAnswer

        with monkeypatch.context() as patched:
            patched.setattr(WorkOrders, "issue", unheard)
            desk.click(dialog.primary)
            desk.wait(lambda: desk.dialog() is not dialog)
            desk.dialog().close()
        elsewhere = desk.office.work_orders.issue(
            desk.actor, first_job(desk).job, (Profile.OFFICE,), english, reason=ReprintReason.SPOILED
        )
        dialog.boxes[Profile.OFFICE].setChecked(False)
        desk.click(dialog.primary)
        desk.wait(lambda: isinstance(desk.dialog(), WorkOrderPreview))
        copies = desk.office.work_orders.copies(desk.actor, job=first_job(desk).job)
        assert Counter(copy.state for copy in copies) == {
            CopyState.PRINTING: count - 1 + len(elsewhere.copies),
            CopyState.STRUCK: count,
        }
        there = {copy.copy: copy.state for copy in copies}
        assert there[elsewhere.copies[0].copy] is CopyState.PRINTING  # shown at the other PC
        desk.dialog().reject()
        desk.calm()

    def test_what_was_issued_at_another_pc_meanwhile_asks_why_where_it_can_be_said(
        self, desk: FrontDesk
    ) -> None:
        dialog = IssueDialog(desk.window.context, first_job(desk))
        dialog.open()
        desk.calm()
        desk.office.work_orders.issue(desk.actor, first_job(desk).job, (Profile.CUSTOMER,), english)
        assert dialog.primary is not None
        dialog._issue()
        desk.wait(dialog.choice.isVisible)
        assert desk.dialog() is dialog
        assert "(perhaps not printed)" in dialog.boxes[Profile.CUSTOMER].text()
        assert not dialog.primary.isEnabled()
        dialog.choice.buttons[ReprintReason.SPOILED].click()
        desk.click(dialog.primary)
        desk.wait(lambda: isinstance(desk.dialog(), WorkOrderPreview))
        desk.dialog().reject()
        desk.calm()

    def test_the_days_copies_are_checked_by_keys_and_by_clicks(self, desk: FrontDesk) -> None:
        desk.go("work_orders")
        table = desk.page.list
        table.setFocus()
        first = table.jobs.rows[0]
        assert table.jobs.profile_at(table.currentIndex()) is Profile.TECHNICIAN
        before = table.chosen()[first.job]
        desk.key(table, Qt.Key.Key_Space)
        assert set(before) ^ set(table.chosen().get(first.job, ())) == {Profile.TECHNICIAN}
        desk.key(table, Qt.Key.Key_Space)
        assert table.chosen()[first.job] == before
        office = table.jobs.index(0, table.jobs.columnCount() - 2)
        assert table.jobs.profile_at(office) is Profile.OFFICE
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(office).center())
        assert Profile.OFFICE not in table.chosen()[first.job]

    def test_what_was_cleared_stays_so_when_another_job_is_changed(self, desk: FrontDesk) -> None:
        desk.go("work_orders")
        table = desk.page.list
        cleared, changed, *_ = (row.job for row in table.jobs.rows)
        table.setFocus()
        table.setCurrentIndex(table.jobs.index(1, 3))
        table.check(cleared, Profile.CUSTOMER, on=False)
        change_times(desk, changed)
        desk.wait(lambda: not next(row for row in table.jobs.rows if row.job == changed).starts)
        assert Profile.CUSTOMER not in table.chosen()[cleared]
        assert Profile.CUSTOMER in table.chosen()[changed]
        at = table.currentIndex()
        assert (table.jobs.rows[at.row()].job, at.column()) == (changed, 3)
        table.check("a job that was moved to another day", Profile.CUSTOMER, on=True)

    def test_a_copy_that_was_printed_is_not_checked_again(self, desk: FrontDesk) -> None:
        desk.go("work_orders")
        job = first_job(desk).job
        assert Profile.TECHNICIAN in desk.page.list.chosen()[job]
        issued(desk, Profile.TECHNICIAN)
        desk.wait(lambda: Profile.TECHNICIAN not in desk.page.list.chosen()[job])

    def test_copies_of_a_job_that_was_changed_since_are_offered_again_with_a_reason(
        self, desk: FrontDesk
    ) -> None:
        """A technician and a customer hold papers that name another time."""
        issued(desk, Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
        row = first_job(desk)
        desk.go("work_orders")
        jobs = desk.page.list.jobs
        assert jobs.state(row).text == "printed"
        assert row.job not in desk.page.list.chosen()
        change_times(desk, row.job)
        desk.wait(lambda: jobs.state(row).text == "changed since printing")
        usual = (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
        assert desk.page.list.chosen()[row.job] == usual
        assert desk.page.list.again() == 1
        line = next(number for number, one in enumerate(jobs.rows) if one.job == row.job)
        spoken = str(jobs.index(line, 3).data(Qt.ItemDataRole.AccessibleTextRole))
        assert spoken.endswith("(changed since printing)")
        desk.click(desk.page.print_button)
        question = desk.dialog()
        assert isinstance(question, ReprintDialog)
        question.choice.buttons[ReprintReason.JOB_CHANGED].click()
        desk.click(question.primary)
        desk.wait(lambda: isinstance(desk.dialog(), WorkOrderPreview))
        desk.wait(lambda: jobs.state(row).text != "changed since printing")
        assert row.job not in desk.page.list.chosen()
        desk.dialog().reject()
        desk.calm()

    def test_what_is_changed_of_a_job_whose_work_is_done_offers_no_copies(self, desk: FrontDesk) -> None:
        issued(desk, Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
        row = first_job(desk)
        change_times(desk, row.job)
        desk.office.jobs.set_state(desk.actor, row.job, JobState.DONE)
        desk.go("work_orders")
        assert desk.page.list.jobs.state(row).text == "printed"
        assert row.job not in desk.page.list.chosen()

    def test_a_copy_that_a_job_cannot_have_is_not_to_be_checked(self, desk: FrontDesk) -> None:
        desk.go("work_orders")
        jobs = desk.page.list.jobs
        row = next(number for number, row in enumerate(jobs.rows) if not row.partner_firm)
        partner = jobs.index(row, 4)
        assert jobs.profile_at(partner) is Profile.PARTNER
        assert not jobs.flags(partner) & Qt.ItemFlag.ItemIsEnabled
        desk.page.list.check(jobs.rows[row].job, Profile.PARTNER, on=True)
        assert Profile.PARTNER not in desk.page.list.chosen()[jobs.rows[row].job]

    def test_a_screen_reader_says_whose_copy_it_is_and_that_there_is_one(self, desk: FrontDesk) -> None:
        issued(desk, Profile.TECHNICIAN)
        desk.go("work_orders")
        jobs, job = desk.page.list.jobs, first_job(desk)
        row = next(number for number, one in enumerate(jobs.rows) if one.job == job.job)
        said = [str(jobs.index(row, at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in (3, 5)]
        assert said[0].startswith(job.name.text)
        assert said[0].endswith("(already printed)")
        assert not said[1].endswith("(already printed)")

    def test_a_day_with_a_reprint_asks_why(self, desk: FrontDesk) -> None:
        issued(desk, Profile.TECHNICIAN)
        desk.go("work_orders")
        desk.page.list.check(first_job(desk).job, Profile.TECHNICIAN, on=True)
        desk.click(desk.page.print_button)
        question = desk.dialog()
        assert isinstance(question, ReprintDialog)
        question.choice.buttons[ReprintReason.LOST].click()
        assert question.primary is not None
        desk.click(question.primary)
        preview = desk.dialog()
        assert isinstance(preview, WorkOrderPreview)
        preview.reject()
        desk.calm()


class TestRegister:
    def opened(self, desk: FrontDesk) -> None:
        desk.go("work_orders", copies="yes")
        desk.wait(desk.page.register.scan.code.hasFocus)

    def test_a_scanned_code_is_registered_by_keys_alone(self, desk: FrontDesk) -> None:
        _pdf, code = issued(desk, Profile.TECHNICIAN)
        self.opened(desk)
        register = desk.page.register
        assert register.count.text().startswith("1 paper")
        desk.key(register.scan.code, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        type_in(register.scan.code, _full_width(code))
        desk.key(register.scan.code, Qt.Key.Key_Return)
        desk.wait(lambda: states(desk)[Profile.TECHNICIAN] is CopyState.KEPT)
        desk.wait(lambda: register.stack.currentIndex() == 1)
        assert register.scan.code.text() == ""

    def test_a_code_of_no_paper_says_so_and_stays_to_be_corrected(self, desk: FrontDesk) -> None:
        self.opened(desk)
        desk.page.register.scan.choose(PaperState.SHREDDED)
        type_in(desk.page.register.scan.code, "2026-999999-1")
        desk.key(desk.page.register.scan.code, Qt.Key.Key_Return)
        assert "not the code of a paper" in desk.page.register.scan.answer.text()
        assert desk.page.register.scan.code.selectedText() == "2026-999999-1"

    def test_a_lost_paper_is_asked_about_first(self, desk: FrontDesk) -> None:
        _pdf, code = issued(desk, Profile.TECHNICIAN)
        self.opened(desk)
        register = desk.page.register
        desk.key(register.scan.code, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
        type_in(register.scan.code, code)
        desk.key(register.scan.code, Qt.Key.Key_Return)
        question = desk.dialog()
        assert isinstance(question, Dialog)
        assert "2026-000001  1/1" in question.windowTitle()
        assert states(desk)[Profile.TECHNICIAN] is CopyState.OUT
        desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
        assert not question.isVisible()
        assert states(desk)[Profile.TECHNICIAN] is CopyState.OUT
        desk.key(register.scan.code, Qt.Key.Key_Return)
        desk.press(desk.dialog(), "Register as lost")
        desk.wait(lambda: states(desk)[Profile.TECHNICIAN] is CopyState.LOST)
        desk.wait(lambda: register.scan.state is None)
        desk.calm()
        register.scan.choose(PaperState.KEPT)
        type_in(register.scan.code, code)
        desk.key(register.scan.code, Qt.Key.Key_Return)
        desk.wait(lambda: states(desk)[Profile.TECHNICIAN] is CopyState.KEPT)
        desk.wait(lambda: "I-0001" in register.scan.answer.text())
        assert register.scan.state is PaperState.KEPT

    def test_a_paper_that_came_back_from_the_van_has_a_word_of_its_own(self, desk: FrontDesk) -> None:
        _pdf, code = issued(desk, Profile.TECHNICIAN)
        self.opened(desk)
        scan = desk.page.register.scan
        assert [made.text().split("  ")[0] for made in scan.choices.values()] == [
            "Back here (kept)",
            "Shredded",
            "Returned to the customer",
            "Lost",
        ]
        desk.press(scan, "Back here (kept)  Alt+1")
        type_in(scan.code, code)
        desk.key(scan.code, Qt.Key.Key_Return)
        desk.wait(lambda: states(desk)[Profile.TECHNICIAN] is CopyState.KEPT)
        desk.wait(lambda: scan.answer.text().endswith("Back here (kept)"))

    def test_nothing_is_registered_before_somebody_said_what_happened(self, desk: FrontDesk) -> None:
        _pdf, code = issued(desk, Profile.TECHNICIAN)
        self.opened(desk)
        register = desk.page.register
        assert (
            register.scan.then.text()
            == "Choose above first: until then Enter, which a scanner types by itself, registers nothing."
        )
        type_in(register.scan.code, code)
        desk.key(register.scan.code, Qt.Key.Key_Return)
        assert states(desk)[Profile.TECHNICIAN] is CopyState.OUT
        assert "First choose" in register.scan.answer.text()
        assert register.scan.choices[PaperState.KEPT].hasFocus()
        desk.key(register.scan.choices[PaperState.KEPT], Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert register.scan.code.text() == code
        assert register.scan.then.text() == f"Not registered yet: Enter registers {code} as “Shredded”."
        assert states(desk)[Profile.TECHNICIAN] is CopyState.OUT
        desk.key(register.scan.code, Qt.Key.Key_Return)
        desk.wait(lambda: states(desk)[Profile.TECHNICIAN] is CopyState.SHREDDED)
        desk.wait(lambda: "Registered: " in register.scan.answer.text())
        desk.key(register, Qt.Key.Key_Z, CTRL)
        desk.wait(lambda: "put right in the “Register of papers”" in texts_in(desk.window))
        assert states(desk)[Profile.TECHNICIAN] is CopyState.SHREDDED
        assert register.scan.then.text() == "What is scanned next is registered as “Shredded”."
        register.scan.choose(PaperState.LOST)
        assert register.scan.then.text() == "Of what is scanned next it is asked whether it is lost."
        type_in(register.scan.code, code)
        assert register.scan.then.text() == f"Not registered yet: Enter asks whether {code} is lost."

    def test_overdue_papers_stand_in_red_at_home_and_in_the_register(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "later", qtbot) as desk:
            issued(desk, Profile.TECHNICIAN)
            template.clock.pass_time(days=7)
            try:
                desk.go("today")
                desk.page._read()
                desk.calm()
                assert desk.page.overdue_tile._number.text() == "1"
                assert "Overdue" in texts_in(desk.page)
                self.opened(desk)
                assert desk.page.register.count.text().endswith("  1 overdue")
            finally:
                template.clock.pass_time(days=-7)


def _full_width(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if one.isdigit() else one for one in text)
