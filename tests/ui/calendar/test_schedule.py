"""The calendar at the desk: by week and day, moved with the mouse and by keys, asked before it clashes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.calendar.dispatch import AbsenceKind, AbsenceRecord, Lane, LaneKind
from hvacdesk.domain.papers.work_orders import Profile, ReprintReason
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.calendar.block import STATE_BEHIND, JobBlock, shortened
from hvacdesk.ui.calendar.days_off import AbsenceForm, DaysOffDialog
from hvacdesk.ui.calendar.moving import MoveDialog
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.fonts import base_font
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.jobs.opening import edit_job
from hvacdesk.ui.papers.day_model import TIME
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    OTHER_TANAKA,
    SECRETS,
    SHOP,
    TODAY,
    FrontDesk,
    book,
    open_desk,
    type_in,
)
from tests.helpers.real_office import NAMES, RealOffice

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot) as opened:
        opened.window.resize(1280, 900)
        opened.go("schedule")
        yield opened


def blocks(desk: FrontDesk, day: str = TODAY) -> list[JobBlock]:
    return desk.page.calendar.board.in_column(day)


def pressed_by_enter(question: QDialog) -> str:
    """The button on which a question begins."""
    first = question.focusWidget()
    return first.text() if isinstance(first, QPushButton) else ""


def lane(desk: FrontDesk, name: str) -> Lane:
    return next(one for one in desk.page.calendar.board.shown.lanes if one.name == name)


def place_of(desk: FrontDesk, block: JobBlock, name: str, day: str) -> QRect:
    """Where a job would stand in a row on a day."""
    slot = block.placed.block.placement.slot.on_day(day)
    return desk.page.calendar.board._layout.target(lane(desk, name), slot)


def drag(desk: FrontDesk, block: JobBlock, held: QPoint, to: QPoint) -> None:
    """Carry a job with the mouse: ``held`` in its box, ``to`` on the calendar."""
    QTest.mousePress(block, LEFT, Qt.KeyboardModifier.NoModifier, held)
    for part in (0.3, 0.7, 1.0):
        start = block.mapToParent(held)
        where = start + QPoint(round((to - start).x() * part), round((to - start).y() * part))
        QTest.mouseMove(block, block.mapFromParent(where))
    QTest.mouseRelease(block, LEFT, Qt.KeyboardModifier.NoModifier, block.mapFromParent(to))
    desk.calm()


def stored(desk: FrontDesk, block: JobBlock) -> tuple[str, str, str, tuple[str, ...]]:
    record = desk.office.jobs.record_for_edit(desk.actor, block.placed.block.row.job)
    return record.on, record.starts, record.ends, record.staff


def print_copies(desk: FrontDesk, job: str) -> None:
    """Three copies on paper, and one that no printer has taken yet."""
    orders = desk.office.work_orders
    three = (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
    printed = orders.issue(desk.actor, job, three, english)
    orders.printed(desk.actor, [copy.copy for copy in printed.copies], "test")
    orders.issue(desk.actor, job, (Profile.OFFICE,), english, reason=ReprintReason.SPOILED)
    desk.page.calendar.read()
    desk.calm()


def noticed(desk: FrontDesk) -> str:
    return "\n".join(texts_in(one) for one in desk.window.findChildren(Notice))


class TestPrintedCopies:
    """Whoever moves a job has to hear that papers with its former day are out."""

    HELD = "3 printed copies still show the former day or time."

    def test_a_drag_says_how_many_show_the_former_day(self, desk: FrontDesk) -> None:
        print_copies(desk, blocks(desk)[0].placed.block.row.job)
        block = blocks(desk)[0]
        target = place_of(desk, block, NAMES[Role.TECHNICIAN], "2026-11-25")
        drag(desk, block, block.rect().center(), target.center())
        desk.wait(lambda: self.HELD in noticed(desk))

    def test_nothing_is_said_where_another_person_goes_at_the_same_time(self, desk: FrontDesk) -> None:
        print_copies(desk, blocks(desk)[0].placed.block.row.job)
        block = blocks(desk)[0]
        before = stored(desk, block)
        target = place_of(desk, block, NAMES[Role.TECHNICIAN], TODAY)
        drag(desk, block, block.rect().center(), target.center())
        assert stored(desk, block)[:3] == before[:3]
        assert stored(desk, block) != before
        desk.wait(lambda: "Moved to" in noticed(desk))
        assert "printed" not in noticed(desk)

    def test_the_dialog_says_it(self, desk: FrontDesk) -> None:
        print_copies(desk, blocks(desk)[0].placed.block.row.job)
        desk.key(blocks(desk)[0], Qt.Key.Key_M, CTRL)
        dialog = desk.dialog()
        assert isinstance(dialog, MoveDialog)
        type_in(dialog.slot.day, "11/30")
        desk.calm()
        desk.key(dialog, Qt.Key.Key_S, CTRL)
        desk.wait(lambda: self.HELD in noticed(desk))

    def test_the_keyboard_is_on_the_job_again_after_the_dialog(self, desk: FrontDesk) -> None:
        """Though the board was read again meanwhile, as it is after every change of another PC."""
        block = blocks(desk)[0]
        desk.key(block, Qt.Key.Key_M, CTRL)
        dialog = desk.dialog()
        desk.page.calendar.read()
        desk.calm()
        desk.key(dialog, Qt.Key.Key_Escape)
        desk.wait(lambda: not dialog.isVisible())
        again = desk.window.focusWidget()
        assert again is not block
        assert again in blocks(desk)
        assert again.placed.block.row.job == block.placed.block.row.job

    def test_the_form_of_the_job_says_it(self, desk: FrontDesk) -> None:
        job = blocks(desk)[0].placed.block.row.job
        print_copies(desk, job)
        edit_job(desk.window.context, job)
        desk.wait(lambda: isinstance(desk.dialog(), JobForm))
        form = desk.dialog()
        desk.calm()
        form.slot.day.clear()
        type_in(form.slot.day, "11/30")
        desk.calm()
        desk.key(form, Qt.Key.Key_S, CTRL)
        desk.wait(lambda: self.HELD in noticed(desk))


class TestSeeing:
    def test_keys_turn_the_week(self, desk: FrontDesk) -> None:
        book(desk.office, desk.actor, desk.customer(SHOP), "10:00", "11:00", on="2026-12-02")
        assert len(blocks(desk)) == 2
        desk.key(desk.window, Qt.Key.Key_PageDown)
        desk.wait(lambda: len(blocks(desk, "2026-12-02")) == 1)
        desk.key(desk.window, Qt.Key.Key_Home)
        desk.wait(lambda: len(blocks(desk)) == 2)

    def test_names_are_full_today_only_and_jobs_open_by_key(self, desk: FrontDesk) -> None:
        book(desk.office, desk.actor, desk.customer(OTHER_TANAKA), "10:00", "11:00", on="2026-11-26")
        desk.page.calendar.read()
        desk.calm()
        names = [block.placed.block.row.name.text for block in blocks(desk)]
        assert names == ["田中 美沙緒", "田中 健一郎"]
        later = blocks(desk, "2026-11-26")[0]
        assert later.placed.block.row.name.text == "田中 ●●"
        first = blocks(desk)[0]
        desk.wait(first.hasFocus)
        desk.key(first, Qt.Key.Key_Right)
        assert later.hasFocus()
        desk.key(later, Qt.Key.Key_Return)
        assert isinstance(desk.dialog(), JobDialog)

    def test_a_job_without_hours_is_said_to_have_none_yet(self, desk: FrontDesk) -> None:
        """“All day” would promise that somebody is there from morning to evening; nobody said so."""
        book(desk.office, desk.actor, desk.customer(OTHER_TANAKA), "", "")
        desk.page.calendar.read()
        desk.calm()
        (one,) = [found for found in blocks(desk) if not found.placed.block.row.starts]
        assert one.lines[0] == "no time yet"
        assert "no time yet" in one.accessibleName()
        desk.go("today")
        assert "no time yet" in [desk.page._time(row) for row in desk.page.table.rows()]
        desk.go("work_orders", day=TODAY)
        model = desk.page.list.jobs
        assert "no time yet" in [model.text(row, TIME) for row in model.rows]

    def test_holidays_and_rest_days_are_said_in_words(self, desk: FrontDesk) -> None:
        heads = desk.page.calendar.board.heads
        columns = desk.page.calendar.board._layout.columns
        notes = [heads.texts(column)[1] for column in columns]
        assert notes == ["勤労感謝の日", "Today", "", "", "", "", "Rest day", ""]

    def test_the_curtain_leaves_no_name(self, desk: FrontDesk) -> None:
        assert "田中" in texts_in(desk.window)
        desk.window.draw_curtain()
        assert not [one for one in ("田中", *SECRETS) if one in texts_in(desk.window)]

    def test_a_technician_sees_an_own_row_and_moves_nothing(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "own", qtbot, Role.TECHNICIAN) as desk:
            desk.go("schedule")
            assert [one.name for one in desk.page.calendar.board.shown.lanes] == [NAMES[Role.TECHNICIAN]]
            assert desk.page.calendar.board.blocks == []
            assert not desk.page.calendar.days_off.isVisible()


class TestMouse:
    def test_a_drag_to_another_day_and_person_and_back(self, desk: FrontDesk) -> None:
        block = blocks(desk)[0]
        before = stored(desk, block)
        target = place_of(desk, block, NAMES[Role.TECHNICIAN], "2026-11-25")
        drag(desk, block, block.rect().center(), target.center())
        technician = desk.real.accounts[NAMES[Role.TECHNICIAN]]
        assert stored(desk, block) == ("2026-11-25", *before[1:3], (technician,))
        assert [one.hasFocus() for one in blocks(desk, "2026-11-25")] == [True]
        desk.press(desk.window, "Undo")
        assert stored(desk, block) == before

    def test_a_click_opens_and_a_drag_back_changes_nothing(self, desk: FrontDesk) -> None:
        block = blocks(desk)[0]
        before = stored(desk, block)
        drag(desk, block, block.rect().center(), block.geometry().center() + QPoint(3, 20))
        assert stored(desk, block) == before
        assert not desk.window.findChildren(Notice)
        desk.click(block)
        assert isinstance(desk.dialog(), JobDialog)

    def test_a_drop_on_another_job_is_asked_about(self, desk: FrontDesk) -> None:
        calendar = desk.page.calendar
        calendar.show_day(TODAY)
        desk.calm()
        first, second = blocks(desk)
        before = stored(desk, first)
        held = QPoint(20, 10)
        drag(desk, first, held, second.geometry().topLeft() + held)
        question = desk.dialog()
        assert second.placed.block.row.number in texts_in(question)
        desk.click(next(b for b in question.findChildren(QPushButton) if b.text() == "Leave it where it was"))
        assert stored(desk, first) == before
        first, second = blocks(desk)
        drag(desk, first, held, second.geometry().topLeft() + held)
        desk.click(desk.dialog().primary)
        assert stored(desk, first)[:3] == (TODAY, "13:00", "14:30")
        assert all("Overlap" in one.accessibleDescription() for one in blocks(desk))

    def test_the_end_is_dragged_by_quarters_of_an_hour(self, desk: FrontDesk) -> None:
        calendar = desk.page.calendar
        calendar.show_day(TODAY)
        desk.calm()
        block = blocks(desk)[0]
        hour = calendar.board._layout.width / 10
        edge = QPoint(block.width() - 3, block.height() // 2)
        drag(desk, block, edge, block.mapToParent(edge) + QPoint(round(hour * 0.8), 0))
        assert stored(desk, block)[:3] == (TODAY, "09:00", "11:15")

    def test_what_is_said_before_it_is_dropped(self, desk: FrontDesk) -> None:
        technician = desk.real.accounts[NAMES[Role.TECHNICIAN]]
        leave = AbsenceRecord(technician, "2026-11-25", "2026-11-25", AbsenceKind.LEAVE)
        desk.office.dispatch.keep_absence(desk.actor, leave)
        desk.page.calendar.read()
        desk.calm()
        block = blocks(desk)[0]
        target = place_of(desk, block, NAMES[Role.TECHNICIAN], "2026-11-25")
        QTest.mousePress(block, LEFT, Qt.KeyboardModifier.NoModifier, block.rect().center())
        for where in (block.geometry().center() + QPoint(30, 0), target.center()):
            QTest.mouseMove(block, block.mapFromParent(where))
        assert f"{NAMES[Role.TECHNICIAN]} is away: On leave" in desk.page.calendar.saying.text()
        desk.key(block, Qt.Key.Key_Escape)
        QTest.mouseRelease(block, LEFT, Qt.KeyboardModifier.NoModifier, block.mapFromParent(target.center()))
        desk.calm()
        assert stored(desk, block)[0] == TODAY


class TestKeys:
    def test_taken_up_carried_and_put_down(self, desk: FrontDesk) -> None:
        block, board = blocks(desk)[0], desk.page.calendar.board
        desk.key(block, Qt.Key.Key_X, CTRL)
        assert board.hasFocus()
        desk.key(board, Qt.Key.Key_Right)
        desk.key(board, Qt.Key.Key_Right)
        desk.key(board, Qt.Key.Key_Up)
        assert stored(desk, block)[0] == TODAY
        desk.key(board, Qt.Key.Key_Return)
        technician = desk.real.accounts[NAMES[Role.TECHNICIAN]]
        assert stored(desk, block) == ("2026-11-26", "09:00", "10:30", (technician,))

    def test_taken_up_and_carried_into_another_week(self, desk: FrontDesk) -> None:
        block, board = blocks(desk)[0], desk.page.calendar.board
        desk.key(block, Qt.Key.Key_X, CTRL)
        desk.key(desk.window, Qt.Key.Key_PageDown)
        desk.key(board, Qt.Key.Key_Right)
        desk.key(board, Qt.Key.Key_V, CTRL)
        assert stored(desk, block)[:3] == ("2026-12-01", "09:00", "10:30")

    def test_escape_lets_it_be(self, desk: FrontDesk) -> None:
        block, board = blocks(desk)[0], desk.page.calendar.board
        desk.key(block, Qt.Key.Key_X, CTRL)
        desk.key(board, Qt.Key.Key_Right)
        desk.key(board, Qt.Key.Key_Escape)
        assert stored(desk, block)[0] == TODAY
        assert block.hasFocus()
        assert board.carry is None

    def test_time_and_length_by_arrows_on_the_day(self, desk: FrontDesk) -> None:
        calendar = desk.page.calendar
        desk.click(calendar.by_day)
        block, board = blocks(desk)[0], calendar.board
        desk.key(block, Qt.Key.Key_X, CTRL)
        desk.key(board, Qt.Key.Key_Right)
        desk.key(board, Qt.Key.Key_Right, SHIFT)
        desk.key(board, Qt.Key.Key_Right, SHIFT)
        desk.key(board, Qt.Key.Key_Return)
        assert stored(desk, block)[:3] == (TODAY, "09:15", "11:15")

    def test_day_and_row_typed_in_a_dialog_that_says_what_clashes(self, desk: FrontDesk) -> None:
        block = blocks(desk)[0]
        desk.key(block, Qt.Key.Key_M, CTRL)
        dialog = desk.dialog()
        assert isinstance(dialog, MoveDialog)
        type_in(dialog.slot.day, "2026-11-29")
        desk.wait(dialog.note.isVisible)
        assert "rests on this day" in dialog.note.line.text()
        dialog.slot.day.clear()
        type_in(dialog.slot.day, "11/30")
        desk.wait(lambda: not dialog.note.isVisible())
        desk.key(dialog, Qt.Key.Key_S, CTRL)
        desk.wait(lambda: not dialog.isVisible())
        assert stored(desk, block)[0] == "2026-11-30"

    def test_without_a_day_it_waits_at_the_right_and_comes_back(self, desk: FrontDesk) -> None:
        block, board = blocks(desk)[0], desk.page.calendar.board
        desk.key(block, Qt.Key.Key_X, CTRL)
        for _day in range(6):
            desk.key(board, Qt.Key.Key_Right)
        desk.key(board, Qt.Key.Key_Return)
        assert stored(desk, block)[:3] == ("", "", "")
        assert len(blocks(desk, "")) == 1


class TestMonth:
    def test_a_month_shows_how_full_its_days_are_and_opens_one(self, desk: FrontDesk) -> None:
        calendar = desk.page.calendar
        desk.click(calendar.by_month)
        sheet = calendar.sheet
        assert sheet.isVisible()
        assert (min(sheet.cells), max(sheet.cells)) == ("2026-10-26", "2026-12-06")
        today = sheet.cells[TODAY]
        assert [text.split(" ")[0] for text, _tone in today.lines] == ["09:00", "13:00"]
        assert "Today" in today.accessibleName()
        assert "勤労感謝の日" in sheet.cells["2026-11-23"].note
        assert "November 2026" in calendar._span.text()
        desk.click(today)
        assert calendar.board.isVisible()
        assert (calendar.days, calendar.first.isoformat()) == (1, TODAY)

    def test_the_keyboard_comes_back_to_its_day_from_a_dialog(self, desk: FrontDesk) -> None:
        calendar = desk.page.calendar
        calendar.show_month()
        desk.calm()
        calendar.sheet.focus_day("2026-11-26")
        dialog = Dialog("Another window", desk.window)
        dialog.open()
        desk.wait(dialog.isActiveWindow)
        before = calendar.sheet.cells["2026-11-26"]
        calendar.read()
        desk.calm()
        dialog.reject()
        assert calendar.sheet.cells["2026-11-26"] is not before
        assert desk.window.focusWidget() is calendar.sheet.cells["2026-11-26"]

    def test_by_keys_through_the_days_and_into_the_next_month(self, desk: FrontDesk) -> None:
        calendar = desk.page.calendar
        calendar.show_month()
        desk.calm()
        calendar.sheet.focus_day("2026-12-06")
        desk.key(calendar.sheet.cells["2026-12-06"], Qt.Key.Key_Down)
        assert calendar.sheet.cells["2026-12-13"].hasFocus()
        desk.key(calendar.sheet.cells["2026-12-13"], Qt.Key.Key_Left)
        assert calendar.sheet.cells["2026-12-12"].hasFocus()
        desk.key(calendar.sheet.cells["2026-12-12"], Qt.Key.Key_PageUp)
        assert calendar.month.isoformat() == "2026-11-01"
        desk.key(calendar.sheet, Qt.Key.Key_PageUp)
        assert calendar.month.isoformat() == "2026-10-01"
        desk.key(calendar.sheet, Qt.Key.Key_Home)
        assert TODAY in calendar.sheet.cells
        calendar.sheet.focus_day("2026-11-26")
        desk.key(calendar.sheet.cells["2026-11-26"], Qt.Key.Key_Return)
        assert (calendar.days, calendar.first.isoformat()) == (1, "2026-11-26")
        desk.click(calendar.by_week)
        assert (calendar.days, calendar.first.isoformat()) == (7, "2026-11-23")

    def test_names_are_masked_there_as_in_the_week(self, desk: FrontDesk) -> None:
        book(desk.office, desk.actor, desk.customer(OTHER_TANAKA), "10:00", "11:00", on="2026-11-26")
        desk.page.calendar.show_month()
        desk.calm()
        cells = desk.page.calendar.sheet.cells
        assert "田中 ●●" in cells["2026-11-26"].lines[0][0]
        assert "健一郎" not in cells["2026-11-26"].accessibleDescription()


def test_technicians_stand_above_those_of_the_office(desk: FrontDesk) -> None:
    people = [one.name for one in desk.page.calendar.board.shown.lanes if one.kind is LaneKind.STAFF]
    assert people[0] == NAMES[Role.TECHNICIAN]
    assert NAMES[Role.OWNER] in people[1:]


class TestBooking:
    def test_a_job_is_booked_on_the_day_that_is_shown(self, desk: FrontDesk) -> None:
        desk.page.calendar.show_day("2026-11-26")
        desk.calm()
        desk.click(desk.page.book_button)
        finder = desk.dialog()
        assert isinstance(finder, CustomerFinder)
        type_in(finder.search, "5601")
        desk.wait(lambda: len(finder.table.rows()) == 1)
        desk.calm()
        desk.key(finder.search, Qt.Key.Key_Return)
        form = desk.dialog()
        assert isinstance(form, JobForm)
        desk.calm()
        assert form.slot.day.iso("on") == "2026-11-26"
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        assert len(blocks(desk, "2026-11-26")) == 1

    def test_a_booking_in_the_past_is_asked_about_and_goes_through_when_meant(self, desk: FrontDesk) -> None:
        desk.page.calendar.show_day("2026-11-20")
        desk.calm()
        desk.click(desk.page.book_button)
        finder = desk.dialog()
        type_in(finder.search, "5601")
        desk.wait(lambda: len(finder.table.rows()) == 1)
        desk.calm()
        desk.key(finder.search, Qt.Key.Key_Return)
        form = desk.dialog()
        assert isinstance(form, JobForm)
        desk.calm()
        desk.click(form.primary)
        question = desk.dialog()
        assert "20 Nov" in texts_in(question)
        desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
        assert form.isVisible()
        assert not question.isVisible()
        assert blocks(desk, "2026-11-20") == []
        desk.click(form.primary)
        desk.press(desk.dialog(), "Save all the same")
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        assert len(blocks(desk, "2026-11-20")) == 1


class TestIntoThePast:
    """Dragged, carried by keys or typed: asked, and left where it was unless that is meant."""

    def test_by_mouse(self, desk: FrontDesk) -> None:
        block = blocks(desk)[0]
        before = stored(desk, block)
        target = place_of(desk, block, block.placed.lane.name, "2026-11-23")
        drag(desk, block, block.rect().center(), target.center())
        question = desk.dialog()
        assert "already passed" in texts_in(question)
        desk.press(question, "Leave it where it was")
        assert stored(desk, block) == before

    def test_by_keys(self, desk: FrontDesk) -> None:
        block, board = blocks(desk)[0], desk.page.calendar.board
        before = stored(desk, block)
        desk.key(block, Qt.Key.Key_X, CTRL)
        desk.key(board, Qt.Key.Key_Left)
        assert "already passed" in desk.page.calendar.saying.text()
        desk.key(board, Qt.Key.Key_Return)
        assert "already passed" in texts_in(desk.dialog())
        assert stored(desk, block) == before
        desk.press(desk.dialog(), "Move all the same")
        assert stored(desk, block)[0] == "2026-11-23"

    def test_typed(self, desk: FrontDesk) -> None:
        block = blocks(desk)[0]
        before = stored(desk, block)
        desk.key(block, Qt.Key.Key_M, CTRL)
        dialog = desk.dialog()
        dialog.slot.day.clear()
        type_in(dialog.slot.day, "2026-11-19")
        desk.wait(lambda: "already passed" in dialog.note.line.text())
        dialog.slot.day.clear()
        type_in(dialog.slot.day, "32/13")
        desk.wait(lambda: not dialog.note.isVisible())
        dialog.slot.day.clear()
        type_in(dialog.slot.day, "2026-11-19")
        dialog.lane.setFocus()
        desk.key(dialog, Qt.Key.Key_S, CTRL)
        desk.press(desk.dialog(), "Change the day")
        assert dialog.isVisible()
        assert dialog.focusWidget() is dialog.slot.day
        assert stored(desk, block) == before
        desk.click(dialog.primary)
        desk.press(desk.dialog(), "Save all the same")
        desk.wait(lambda: not dialog.isVisible())
        assert stored(desk, block)[0] == "2026-11-19"

    def test_what_is_put_right_on_a_day_that_has_passed_is_not_asked_about(self, desk: FrontDesk) -> None:
        job = book(desk.office, desk.actor, desk.customer(SHOP), "10:00", "11:00", on="2026-11-19")
        edit_job(desk.window.context, job)
        desk.calm()
        form = desk.dialog()
        form.prose["note"].setPlainText("領収書を渡した")
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())


class TestDaysOff:
    def test_entered_and_removed_by_keyboard(self, desk: FrontDesk) -> None:
        desk.click(desk.page.calendar.days_off)
        listed = desk.dialog()
        assert isinstance(listed, DaysOffDialog)
        desk.click(listed.add_button)
        form = desk.dialog()
        assert isinstance(form, AbsenceForm)
        desk.calm()
        form.who.setCurrentIndex(form.who.findText(NAMES[Role.TECHNICIAN]))
        type_in(form.first, "11/25")
        desk.key(form, Qt.Key.Key_S, CTRL)
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        assert NAMES[Role.TECHNICIAN] in texts_in(listed)
        row = lane(desk, NAMES[Role.TECHNICIAN])
        assert row.kind is LaneKind.STAFF
        assert len(desk.page.calendar.board.shown.surroundings.absences) == 1
        remove = next(b for b in listed.findChildren(QPushButton) if b.text() == "Remove")
        for answer, left in (("Keep them", 1), ("Remove", 0)):
            desk.click(remove)
            question = desk.dialog()
            assert question is not listed, "it asks first"
            assert NAMES[Role.TECHNICIAN] in texts_in(question)
            assert "Wed 25 Nov" in texts_in(question)
            assert pressed_by_enter(question) == "Keep them"
            desk.press(question, answer)
            assert len(desk.page.calendar.board.shown.surroundings.absences) == left
            assert desk.dialog() is listed

    def test_the_next_days_are_for_the_same_person(self, desk: FrontDesk) -> None:
        form = AbsenceForm(desk.window.context, desk.window)
        form.open()
        desk.calm()
        form.who.setCurrentIndex(form.who.findText(NAMES[Role.TECHNICIAN]))
        form.kind.setCurrentIndex(form.kind.findData(AbsenceKind.TRAINING.value))
        type_in(form.first, "11/25")
        form.save_and_go_on()
        desk.calm()
        assert form.who.currentText() == NAMES[Role.TECHNICIAN]
        assert form.form.fields["kind"].isVisible()
        assert form.kind.currentData() == AbsenceKind.TRAINING.value
        assert form.typed() is None, "nothing is lost if it is closed now"
        type_in(form.first, "11/27")
        type_in(form.last, "11/28")
        assert form.typed() is not None
        form.save()
        desk.wait(lambda: not form.isVisible())
        today = desk.office.today()
        kept = desk.office.dispatch.absences(desk.actor, today, today + timedelta(days=9))
        assert [(one.name, one.kind, one.first_on) for one in kept] == [
            (NAMES[Role.TECHNICIAN], AbsenceKind.TRAINING, "2026-11-25"),
            (NAMES[Role.TECHNICIAN], AbsenceKind.TRAINING, "2026-11-27"),
        ]

    def test_an_end_before_the_start_is_told_as_that(self, desk: FrontDesk) -> None:
        form = AbsenceForm(desk.window.context, desk.window)
        form.open()
        desk.calm()
        type_in(form.first, "12/20")
        type_in(form.last, "12/10")
        form.save()
        desk.wait(lambda: "The end lies before the start." in texts_in(form.form.fields["last_on"]))
        form.first.clear()
        form.last.clear()
        form.done(0)


def test_beside_a_scroll_bar_the_days_fit_into_the_room_that_it_leaves(desk: FrontDesk) -> None:
    desk.window.resize(1280, 420)
    desk.window.rebuild()
    desk.go("schedule")
    board = desk.page.calendar.board
    assert board.verticalScrollBar().maximum() > 0
    assert board.horizontalScrollBar().maximum() == 0
    assert board._layout.width <= board.viewport().width()


def test_a_jobs_state_is_read_where_its_work_is_cut_off(qapp: QApplication) -> None:
    measures = QFontMetrics(base_font(12))
    text = f"Installation{STATE_BEHIND}Invoiced"
    room = measures.horizontalAdvance(text) + 4
    assert shortened(text, measures, room) == text
    shown = shortened(text, measures, room - 24)
    assert shown.endswith("Invoiced")
    assert shown.startswith("Inst")
    assert measures.horizontalAdvance(shown) <= room - 24
