"""An answer that takes long: the window that asked for it says so, and can be closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.papers.work_orders import CopyRow
from hvacdesk.domain.roles import Actor
from hvacdesk.seats.calls import NoAnswer, NotReached
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.ui import background
from hvacdesk.ui.papers.issue import IssueDialog
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.widgets import waiting_line
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.standing_note import standing
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk

WAITS = "Waiting for the office's data. This can be closed meanwhile."
PREPARED = "The pages are being prepared."


@contextmanager
def slow(answer: Any = None) -> Iterator[tuple[Event, Callable[[], Any]]]:
    """Work that ends when the event is set."""
    go_on = Event()

    def work() -> Any:
        go_on.wait(60)
        return answer

    try:
        yield go_on, work
    finally:
        go_on.set()


def test_a_dialog_says_that_it_waits_and_moves_nothing_by_that(desk: FrontDesk) -> None:
    dialog = Dialog("Look", desk.window)
    close = dialog.add_secondary("Close")
    dialog.open()
    before = close.mapToGlobal(close.rect().topLeft()), dialog.size()
    with slow() as (go_on, work):
        background.Reader(dialog).read(work).begin()
        desk.wait(lambda: WAITS in texts_in(dialog))
        assert (close.mapToGlobal(close.rect().topLeft()), dialog.size()) == before
        go_on.set()
        desk.wait(lambda: WAITS not in texts_in(dialog))
    dialog.close()


def test_what_a_dialog_asks_before_it_is_seen_is_what_it_shows(desk: FrontDesk) -> None:
    dialog = Dialog("Look", desk.window)
    with slow() as (go_on, work):
        background.ask(dialog, work).begin()
        dialog.open()
        desk.wait(lambda: WAITS in texts_in(dialog))
        go_on.set()
        desk.calm()
    dialog.close()


def test_what_is_perhaps_being_saved_is_not_said_to_be_given_up_by_closing(desk: FrontDesk) -> None:
    dialog = Dialog("Give it back?", desk.window)
    with slow() as (go_on, work):
        give = dialog.set_primary("Give back", lambda: background.ask(dialog, work).begin())
        dialog.open()
        give.click()
        desk.wait(lambda: "Waiting for the office PC." in texts_in(dialog))
        assert "closed meanwhile" not in texts_in(dialog)
        go_on.set()
        desk.wait(lambda: "Waiting for the office PC." not in texts_in(dialog))
    dialog.close()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NotReached, "“Give back” was not done. Press it again"),
        (NoAnswer, "“Give back” may have been done all the same."),
    ],
)
def test_a_press_in_a_dialog_that_got_no_answer_is_said_there(
    desk: FrontDesk, error: type[NoAnswer], said: str
) -> None:
    def nobody() -> object:
        raise error

    dialog = Dialog("Give it back?", desk.window)
    give = dialog.set_primary("Give back", lambda: background.ask(dialog, nobody).begin())
    dialog.open()
    standing.say("The office PC does not answer.", told=(NoAnswer,))
    give.click()
    desk.wait(lambda: said in texts_in(dialog))
    assert "something is missing here" not in texts_in(dialog)
    standing.forget()
    dialog.close()


def test_what_may_have_been_done_without_a_button_is_said_too(desk: FrontDesk) -> None:
    def nobody() -> object:
        raise NoAnswer

    dialog = Dialog("Cabinets", desk.window)
    dialog.open()
    standing.say("The office PC does not answer.", told=(NoAnswer,))
    background.ask(dialog, nobody).begin()
    desk.wait(lambda: "What you did here last may have been done all the same." in texts_in(dialog))
    standing.forget()
    dialog.close()


def test_what_shows_its_work_itself_is_not_said_twice(desk: FrontDesk) -> None:
    dialog = Dialog("Look", desk.window)
    dialog.open()
    with slow() as (go_on, work):
        background.ask(dialog, work).keeping_open("It is being saved.").begin()
        dialog.waiting_line.look()
        assert WAITS not in texts_in(dialog)
        go_on.set()
        desk.calm()
    dialog.close()


def test_a_dialog_that_was_not_answered_says_that_something_is_missing(desk: FrontDesk) -> None:
    def nobody() -> object:
        raise NotReached

    dialog = Dialog("Look", desk.window)
    dialog.open()
    standing.say("The office PC does not answer.", told=(NoAnswer,))
    try:
        background.ask(dialog, nobody).begin()
        desk.wait(lambda: "something is missing here" in texts_in(dialog))
    finally:
        standing.forget()
    background.ask(dialog, int).begin()
    desk.wait(lambda: "something is missing here" not in texts_in(dialog))
    dialog.close()


@pytest.fixture
def issue(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[IssueDialog, Event]]:
    """The dialog of a work order, of which nobody answers what was printed until the event is set."""
    answered, given = Event(), WorkOrders.copies
    monkeypatch.setattr(waiting_line, "AGAIN_MS", 20)

    def away(orders: WorkOrders, actor: Actor, **which: str) -> tuple[CopyRow, ...]:
        if not answered.is_set():
            raise NotReached
        return given(orders, actor, **which)

    monkeypatch.setattr(WorkOrders, "copies", away)
    row = desk.office.jobs.day(desk.actor, desk.office.today())[0]
    dialog = IssueDialog(desk.window.context, row)
    dialog.open()
    yield dialog, answered
    answered.set()
    dialog.close()


def test_a_work_order_waits_until_it_is_known_what_was_printed(
    desk: FrontDesk, issue: tuple[IssueDialog, Event]
) -> None:
    """Before that a copy would be printed twice, and no reason asked for."""
    dialog, answered = issue
    assert dialog.primary is not None
    desk.wait(lambda: WAITS in texts_in(dialog))
    assert not dialog.primary.isEnabled()
    assert dialog.way_back is not None
    assert dialog.way_back.isEnabled()
    answered.set()
    desk.wait(dialog.primary.isEnabled)
    desk.wait(lambda: WAITS not in texts_in(dialog))


def test_a_work_order_that_could_not_be_read_says_why_and_is_read_again(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_asked: object, **_which: str) -> None:
        raise RecordGone

    row = desk.office.jobs.day(desk.actor, desk.office.today())[0]
    with monkeypatch.context() as broken:
        broken.setattr(WorkOrders, "copies", gone)
        dialog = IssueDialog(desk.window.context, row)
        dialog.open()
        desk.calm()
    assert desk.dialog() is dialog
    assert dialog.primary is not None
    assert not dialog.primary.isEnabled()
    desk.calm()
    told = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    assert [one.text() for one in told if one.height() < one.heightForWidth(one.width())] == []
    desk.press(dialog, "Try again")
    assert dialog.primary.isEnabled()
    assert not any(one.isVisible() for one in dialog.findChildren(Failure))
    dialog.close()


def test_pages_that_take_long_are_announced_and_can_be_given_up(desk: FrontDesk) -> None:
    with slow(b"") as (go_on, work):
        draw_pages(desk.page, desk.window.context, work, "Evening check sheet")
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
        told = desk.dialog()
        assert told.windowTitle() == "Evening check sheet"
        assert PREPARED in texts_in(told)
        assert told.way_back is not None
        assert told.way_back.text() == "Close"
        told.way_back.click()
        go_on.set()
        desk.calm()
        assert not any(isinstance(one, PreviewDialog) for one in QApplication.topLevelWidgets())


def test_the_announcement_gives_way_to_the_pages(desk: FrontDesk) -> None:
    pdf = desk.office.papers.day_sheet(desk.actor, desk.window.context.words)
    with slow(pdf) as (go_on, work):
        draw_pages(desk.page, desk.window.context, work, "Evening check sheet")
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
        told = desk.dialog()
        go_on.set()
        desk.wait(lambda: isinstance(desk.dialog(), PreviewDialog))
        assert not told.isVisible()
    desk.dialog().reject()
    desk.calm()


def test_the_announcement_goes_with_the_window_that_asked_for_the_pages(desk: FrontDesk) -> None:
    owner = Dialog("Incident", desk.window)
    owner.open()
    with slow(b"") as (go_on, work):
        draw_pages(owner, desk.window.context, work, "Letters")
        desk.wait(lambda: QApplication.activeModalWidget() is not owner)
        told = desk.dialog()
        assert told.parentWidget() is owner
        delete_now(owner)
        assert not isValid(told)
        go_on.set()
        desk.calm()


def test_pages_are_not_announced_once_the_window_that_asked_is_gone(desk: FrontDesk) -> None:
    owner = Dialog("Incident", desk.window)
    owner.open()
    with slow(b"") as (go_on, work):
        draw_pages(owner, desk.window.context, work, "Letters")
        delete_now(owner)
        desk.qtbot.wait(waiting_line.AFTER_MS + 100)
        assert not any(
            isinstance(one, Dialog) and one.isVisible() and one.windowTitle() == "Letters"
            for one in QApplication.topLevelWidgets()
        )
        go_on.set()
        desk.calm()


def delete_now(owner: Dialog) -> None:
    """Close a window and let Qt take it away at once."""
    owner.close()
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
