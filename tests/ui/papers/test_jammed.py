"""A printer that gives up in the middle: what came out is registered, the rest is struck and printed anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QPushButton

from hvacdesk.domain.papers.work_orders import CopyState, Profile
from hvacdesk.ui.papers.day_model import DayModel
from hvacdesk.ui.printing import cups
from hvacdesk.ui.printing.came_out import CameOutDialog
from hvacdesk.ui.printing.preview import WorkOrderPreview
from hvacdesk.ui.printing.spool import spool
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.widgets.task_list import TaskRow
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk

DAMAGED = b"%PDF-1.4\nno pages\n%%EOF"
"""The queue takes it and its filters give up on it, as on a page that a printer cannot draw."""


def states(desk: FrontDesk) -> list[CopyState]:
    """Every copy of the day, in the order in which they were printed."""
    jobs = desk.office.jobs.day(desk.actor, desk.office.today())
    return [
        copy.state
        for job in jobs
        for copy in sorted(
            desk.office.work_orders.copies(desk.actor, job=job.job), key=lambda copy: copy.copy_number
        )
    ]


def previewed(desk: FrontDesk) -> WorkOrderPreview:
    """The preview of all copies of the day's two jobs, three of each."""
    desk.go("work_orders")
    desk.click(desk.page.print_button)
    preview = desk.dialog()
    assert isinstance(preview, WorkOrderPreview)
    assert preview.pages.pages.pageCount() == 6
    return preview


def send(desk: FrontDesk, preview: WorkOrderPreview) -> None:
    desk.click(preview.primary)
    desk.wait(lambda: preview.findChildren(QPrintDialog))
    desk.qtbot.keyClick(preview.findChildren(QPrintDialog)[-1], Qt.Key.Key_Return)
    desk.wait(lambda: not preview.isVisible())
    desk.calm()


def notice_button(desk: FrontDesk, words: str) -> QPushButton:
    desk.wait(lambda: any(words in texts_in(one) for one in desk.window.findChildren(Notice)))
    found = [one for notice in desk.window.findChildren(Notice) for one in notice.findChildren(QPushButton)]
    return next(one for one in found if one.text() == words)


class TestDrawnPages:
    """Where pages are drawn onto the printer, it says itself where it stopped."""

    @pytest.fixture(autouse=True)
    def no_cups(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cups, "available", lambda: False)
        pages = iter((True, True, False))
        monkeypatch.setattr(QPrinter, "newPage", lambda _printer: next(pages))

    def test_copies_before_the_jam_are_registered_and_the_rest_is_struck(
        self, desk: FrontDesk, cups_printer: CupsPrinter
    ) -> None:
        send(desk, previewed(desk))
        question = desk.dialog()
        assert isinstance(question, CameOutDialog)
        assert [box.isChecked() for box in question.boxes.values()] == [True] * 3 + [False] * 3
        assert CopyState.STRUCK not in states(desk)
        desk.click(question.primary)
        desk.wait(lambda: states(desk)[3:] == [CopyState.STRUCK] * 3)
        assert states(desk)[:3] == [CopyState.OUT, CopyState.HANDED_OVER, CopyState.KEPT]
        assert sum(map(len, desk.page.list.chosen().values())) == 3
        assert desk.page.list.again() == 0

    def test_unanswered_all_of_them_count_as_out(self, desk: FrontDesk, cups_printer: CupsPrinter) -> None:
        send(desk, previewed(desk))
        question = desk.dialog()
        desk.key(question, Qt.Key.Key_Escape)
        assert set(states(desk)) == {CopyState.OUT, CopyState.HANDED_OVER, CopyState.KEPT}


class TestQueue:
    def test_a_job_that_the_queue_drops_is_asked_about(
        self, desk: FrontDesk, cups_printer: CupsPrinter
    ) -> None:
        preview = previewed(desk)
        preview.drawn_for = lambda _printer: DAMAGED
        send(desk, preview)
        desk.wait(lambda: not spool.jobs)
        desk.click(notice_button(desk, "Say what came out"))
        question = desk.dialog()
        assert isinstance(question, CameOutDialog)
        for box in question.boxes.values():
            box.setChecked(False)
        desk.click(question.primary)
        desk.wait(lambda: set(states(desk)) == {CopyState.STRUCK})

    def test_a_job_that_went_well_raises_no_question(
        self, desk: FrontDesk, cups_printer: CupsPrinter
    ) -> None:
        send(desk, previewed(desk))
        cups_printer.printed(1)
        desk.wait(lambda: not spool.jobs)
        desk.calm()
        assert not any("gave up" in texts_in(one) for one in desk.window.findChildren(Notice))


def test_the_notice_after_a_print_leads_to_the_question(desk: FrontDesk, cups_printer: CupsPrinter) -> None:
    send(desk, previewed(desk))
    desk.click(notice_button(desk, "Something missing?"))
    question = desk.dialog()
    assert isinstance(question, CameOutDialog)
    assert question.missing == ()
    next(iter(question.boxes.values())).setChecked(False)
    desk.click(question.primary)
    desk.wait(lambda: states(desk)[0] is CopyState.STRUCK)
    assert CopyState.STRUCK not in states(desk)[1:]


def test_long_after_the_print_the_days_list_leads_there_too(desk: FrontDesk) -> None:
    job = desk.office.jobs.day(desk.actor, desk.office.today())[0].job
    order = desk.office.work_orders.issue(
        desk.actor, job, (Profile.TECHNICIAN, Profile.OFFICE), desk.window.context.words
    )
    desk.office.work_orders.printed(desk.actor, [copy.copy for copy in order.copies], "test")
    desk.go("work_orders")
    desk.click(desk.page.missing_button)
    question = desk.dialog()
    assert isinstance(question, CameOutDialog)
    assert len(question.boxes) == 2
    desk.click(question.primary)
    assert states(desk) == [CopyState.OUT, CopyState.KEPT]


def issued_and_cut_off(desk: FrontDesk) -> None:
    """What a power cut between the preview and the printer leaves behind."""
    orders = desk.office.work_orders
    orders.issue_day(desk.actor, desk.office.today(), None, desk.window.context.words)


def asking_lines(desk: FrontDesk) -> list[TaskRow]:
    """The lines of today's page about it."""
    lines = desk.page.attention.findChildren(TaskRow)
    return [one for one in lines if one.isVisible() and "perhaps never printed" in one.line.text]


def asking_line(desk: FrontDesk) -> TaskRow:
    desk.wait(lambda: asking_lines(desk))
    return asking_lines(desk)[0]


class TestCutOff:
    def test_what_is_in_a_preview_here_is_not_asked_about_meanwhile(self, desk: FrontDesk) -> None:
        """Somebody is about to print it."""
        job = desk.office.jobs.day(desk.actor, desk.office.today())[0].job
        desk.office.work_orders.issue(desk.actor, job, (Profile.OFFICE,), desk.window.context.words)
        desk.go("work_orders")
        desk.click(desk.page.print_button)
        preview = desk.dialog()
        desk.go("today")
        asking_line(desk)
        assert "1 paper registered" in asking_lines(desk)[0].line.text
        preview.reject()
        desk.calm()
        assert len(desk.office.papers.unprinted(desk.actor)) == 1

    def test_the_home_page_asks_and_one_step_takes_all_back(self, desk: FrontDesk) -> None:
        issued_and_cut_off(desk)
        desk.go("today")
        page = desk.page
        assert "2" in texts_in(page.print_tile).split()
        assert "0" in texts_in(page.out_tile).split()
        desk.click(asking_line(desk))
        question = desk.dialog()
        assert isinstance(question, CameOutDialog)
        assert len(question.boxes) == 6
        desk.click(question.none_button)
        desk.wait(lambda: set(states(desk)) == {CopyState.STRUCK})
        desk.calm()
        assert not asking_lines(desk)

    def test_all_of_them_may_have_come_out(self, desk: FrontDesk) -> None:
        issued_and_cut_off(desk)
        desk.go("today")
        desk.click(asking_line(desk))
        desk.click(desk.dialog().primary)
        desk.wait(lambda: set(states(desk)) == {CopyState.OUT, CopyState.HANDED_OVER, CopyState.KEPT})

    def test_the_days_list_says_that_they_wait_and_leads_to_the_question(self, desk: FrontDesk) -> None:
        issued_and_cut_off(desk)
        desk.go("work_orders")
        (model,) = desk.page.list.findChildren(DayModel)
        assert model.state(model.rows[0]).text == "waiting to be printed"
        desk.click(desk.page.missing_button)
        desk.click(desk.dialog().none_button)
        desk.wait(lambda: set(states(desk)) == {CopyState.STRUCK})
