"""The office PC does not answer while a form is open: the form says so once, with the way out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.seats.calls import NoAnswer, NothingShown, NotReached
from hvacdesk.ui import background
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog
from hvacdesk.ui.shell import seat_banner
from hvacdesk.ui.shell.seat_banner import SeatBanner
from hvacdesk.ui.shell.seat_life import SeatLife
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import ErrorDialog
from hvacdesk.ui.widgets.notice import Notice, clear_told
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

AWAY = "The office PC does not answer."


@pytest.fixture
def life() -> SeatLife:
    asked = SimpleNamespace(renew=int, require_like_clocks=int, seat="", check=lambda _words: (), home=Path())
    return SeatLife(cast(Any, asked))


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot, life: SeatLife) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, life=life) as one:
        yield one


@pytest.fixture
def form(desk: FrontDesk) -> CustomerForm:
    desk.go("customers", new="yes")
    opened = desk.dialog()
    assert isinstance(opened, CustomerForm)
    desk.calm()
    return opened


def gone(life: SeatLife, *, away: bool = True) -> None:
    life.away = away
    life.changed.emit()


def times_said(form: CustomerForm) -> int:
    return sum(AWAY in one.text() for one in form.findChildren(QLabel) if one.isVisible())


def test_the_form_says_it_and_leads_to_the_check(desk: FrontDesk, form: CustomerForm, life: SeatLife) -> None:
    assert AWAY not in texts_in(form)
    gone(life)
    assert times_said(form) == 1
    assert "is kept as long as hvacdesk stays open here" in texts_in(form)
    desk.press(form, "Check the connection")
    check = desk.dialog()
    assert isinstance(check, SelfCheckDialog)
    check.reject()
    gone(life, away=False)
    assert AWAY not in texts_in(form)


def test_a_form_that_is_opened_later_says_it_too(desk: FrontDesk, life: SeatLife) -> None:
    gone(life)
    form = CustomerForm(desk.window.context)
    form.open()
    assert AWAY in texts_in(form)


def test_what_went_wrong_by_that_opens_no_window_and_is_not_said_twice(
    desk: FrontDesk, form: CustomerForm, life: SeatLife
) -> None:
    gone(life)
    form.show_failure(NoAnswer())
    desk.window.report_error(NoAnswer())
    told = texts_in(form)
    assert times_said(form) == 1
    assert "It may have been saved all the same." in told
    assert "Save it again once the office PC answers: if it was saved, you are asked first." in told
    assert not any(isinstance(one, ErrorDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
    gone(life, away=False)
    assert "The connection is back. Save it again: if it was saved, you are asked first." in texts_in(form)
    desk.window.report_error(NoAnswer())
    assert isinstance(desk.dialog(), ErrorDialog)


def test_a_screen_reader_is_told_of_it(
    desk: FrontDesk, life: SeatLife, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who cannot see the line over the page would not know; that it is over needs no word."""
    told: list[tuple[QAccessible.Event, str]] = []

    def note(event: QAccessibleEvent) -> None:
        banner = event.object()
        assert isinstance(banner, SeatBanner)
        told.append((event.type(), banner.text))

    heard = SimpleNamespace(Event=QAccessible.Event, updateAccessibility=note)
    monkeypatch.setattr(seat_banner, "QAccessible", heard)
    gone(life)
    gone(life)
    ((kind, said),) = told
    assert kind is QAccessible.Event.Alert
    assert AWAY in said
    gone(life, away=False)
    assert len(told) == 1


@pytest.mark.parametrize("known", [True, False], ids=["known", "not known yet"])
def test_a_form_that_could_not_be_saved_says_so_until_it_is_saved(
    desk: FrontDesk, form: CustomerForm, life: SeatLife, known: bool
) -> None:
    """Else somebody walks away from it, as from one that was saved once the connection was back."""
    if known:
        gone(life)
    form.show_failure(NotReached())
    if known:
        assert "This is not saved yet." in texts_in(form)
    gone(life)
    gone(life, away=False)
    told = texts_in(form)
    assert "changed nothing" not in told
    assert "The connection is back. This is not saved yet: save it again." in told
    form.clear_errors()
    assert "not saved yet" not in texts_in(form)


def test_nothing_moves_when_the_office_pc_is_away(desk: FrontDesk, life: SeatLife) -> None:
    """A press that is under way would land on something else."""
    desk.go("calls")
    desk.window.resize(1280, 800)
    desk.calm()

    def place() -> tuple[QPoint, QSize]:
        QApplication.processEvents()
        return desk.page.mapToGlobal(QPoint()), desk.page.size()

    before = place()
    gone(life)
    assert AWAY in texts_in(desk.window)
    assert place() == before
    gone(life, away=False)
    assert AWAY not in texts_in(desk.window)
    assert place() == before


def test_it_stays_in_sight_beside_notices(desk: FrontDesk, life: SeatLife) -> None:
    """A notice over it would hide for ten seconds why the next press does nothing."""
    gone(life)
    whole = texts_in(desk.window)
    assert "Once it does you can go on here." in whole
    desk.window.notify("Saved.")
    told = texts_in(desk.window)
    assert AWAY in told
    assert "Saved." in told
    assert "Once it does you can go on here." not in told
    banner, notice = desk.window._banner, desk.window._notices.findChildren(Notice)[-1]
    assert banner is not None
    desk.calm()
    assert not banner.geometry().intersects(notice.geometry())
    clear_told(desk.window)
    desk.wait(lambda: "Once it does you can go on here." in texts_in(desk.window))
    Notice(desk.window._notices, "Unfinished work", lambda: None, action="Go on", stays=True)
    assert AWAY in texts_in(desk.window)
    assert "Unfinished work" not in texts_in(desk.window)
    gone(life, away=False)
    assert "Unfinished work" in texts_in(desk.window)


@pytest.mark.parametrize(
    ("error", "said"), [(NotReached(), "was not done"), (NoAnswer(), "may have been done all the same")]
)
def test_a_press_that_came_to_nothing_is_told_of_afterwards(
    desk: FrontDesk, life: SeatLife, error: NoAnswer, said: str
) -> None:
    gone(life)
    background.ask(desk.window, lambda: nobody(error)).then(lambda _form: pytest.fail("it was not read"))
    desk.calm()
    assert said not in texts_in(desk.window)
    gone(life, away=False)
    assert said in texts_in(desk.window)


def nobody(error: NoAnswer) -> object:
    raise error


def asks(desk: FrontDesk, words: str, error: NoAnswer, parent: QWidget | None = None) -> None:
    """Press a button of this name that asks the office PC for something, which gives no answer."""
    owner = parent or desk.page
    made = button(words, lambda: background.ask(owner, lambda: nobody(error)).begin(), parent=owner)
    made.click()
    desk.calm()


def test_what_may_have_been_done_is_named_with_where_it_was_pressed(desk: FrontDesk, life: SeatLife) -> None:
    desk.go("calls")
    gone(life)
    asks(desk, "Book…", NoAnswer())
    asks(desk, "Look", NothingShown())
    gone(life, away=False)
    told = texts_in(desk.window)
    assert "may have been done all the same: “Book” (Call notes)." in told
    assert "was not done: “Look” (Call notes). Press it again." in told
    clear_told(desk.window)
    gone(life)
    gone(life, away=False)
    assert "No answer came" not in texts_in(desk.window), "it was told before"


def test_what_only_asked_to_be_shown_is_not_said_to_be_done(desk: FrontDesk, life: SeatLife) -> None:
    gone(life)
    asks(desk, "Look", NothingShown())
    background.ask(desk.window, lambda: nobody(NotReached())).begin()
    desk.calm()
    gone(life, away=False)
    told = texts_in(desk.window)
    assert "may have been done" not in told
    assert "This was not done: “Look” (Today). Press it again." in told


def test_of_many_presses_the_newest_are_named_and_the_others_counted(desk: FrontDesk, life: SeatLife) -> None:
    gone(life)
    for name in ("One", "Two", "Three", "Four"):
        asks(desk, name, NoAnswer())
    gone(life, away=False)
    assert "“Three” (Today), “Four” (Today), 2 others" in texts_in(desk.window)


def test_before_it_is_known_that_nobody_answers_the_error_names_the_press(desk: FrontDesk) -> None:
    asked = Dialog("Give P2026-00007 back?", desk.window)
    asked.open()
    asks(desk, "Give back", NoAnswer(), asked)
    error = desk.dialog()
    assert isinstance(error, ErrorDialog)
    assert "“Give back” (Give P2026-00007 back?)" in texts_in(error)


def test_a_press_outside_of_any_page_is_named_without_a_place(desk: FrontDesk, life: SeatLife) -> None:
    asks(desk, "Undo", NoAnswer(), desk.window)
    error = desk.dialog()
    assert isinstance(error, ErrorDialog)
    assert "Pressed: “Undo”" in texts_in(error)
    assert "()" not in texts_in(error)
    error.close()
    gone(life)
    asks(desk, "Undo", NoAnswer(), desk.window)
    gone(life, away=False)
    assert "may have been done all the same: “Undo”." in texts_in(desk.window)


def test_a_form_of_the_next_login_says_nothing_of_the_last_one(desk: FrontDesk, life: SeatLife) -> None:
    assert desk.window._banner is not None
    desk.window._banner.stop()
    gone(life)
    form = CustomerForm(desk.window.context)
    form.open()
    assert AWAY not in texts_in(form)


def test_with_a_form_open_the_navigation_names_the_keys(desk: FrontDesk, form: CustomerForm) -> None:
    """Below a form nothing can be pressed, and nothing tells why."""
    navigation = desk.window.navigation
    desk.wait(lambda: "Ctrl+L  Lock" in texts_in(navigation))
    assert "Ctrl+Shift+L  User" in texts_in(navigation)
    form.draft.release()
    form.done(0)
    desk.wait(lambda: "Ctrl+L  Lock" not in texts_in(navigation))
    assert "Switch user" in texts_in(navigation)


def test_the_lock_says_it_no_longer_once_it_answers(
    desk: FrontDesk, life: SeatLife, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*_what: object, **_more: object) -> None:
        raise NoAnswer

    desk.window.lock()
    desk.calm()
    gone(life)
    monkeypatch.setattr(desk.office.accounts, "unlock_with_passphrase", nobody)
    view = desk.window.lock_view
    view._ask(pin=False)
    view.passphrase.set_text("ajisai hashi")
    view.try_passphrase()
    desk.calm()
    assert AWAY in texts_in(view)
    gone(life, away=False)
    assert AWAY not in texts_in(view)


def test_what_may_have_been_saved_stays_said(desk: FrontDesk, form: CustomerForm, life: SeatLife) -> None:
    gone(life)
    form.show_failure(NoAnswer())
    gone(life, away=False)
    assert "if it was saved, you are asked first." in texts_in(form)


@pytest.mark.parametrize("known", [True, False], ids=["known", "not known yet"])
def test_a_list_is_read_again_by_itself_and_speaks_of_no_saving(
    desk: FrontDesk, life: SeatLife, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    def nobody(*_what: object, **_more: object) -> None:
        raise NoAnswer

    calls = desk.office.call_notes
    desk.go("calls")
    told: Any = desk.window.page
    monkeypatch.setattr(calls, "listed", nobody)
    if known:
        gone(life)
    told.show_filter(told.which)
    desk.wait(lambda: "This is shown here by itself" in texts_in(told))
    assert "saved" not in texts_in(told)
    gone(life)
    monkeypatch.undo()
    gone(life, away=False)
    desk.wait(lambda: "This is shown here by itself" not in texts_in(told))


def test_a_press_that_waits_for_an_answer_is_named_at_the_windows_foot(
    desk: FrontDesk, life: SeatLife
) -> None:
    answered = Event()
    waits = button("Print…", lambda: background.ask(desk.page, lambda: answered.wait(60)).begin())
    waits.setParent(desk.page)
    waits.click()
    desk.wait(lambda: "“Print”: waiting for the office PC." in texts_in(desk.window))
    gone(life)
    assert "waiting for the office PC" not in texts_in(desk.window)
    assert AWAY in texts_in(desk.window)
    answered.set()
    desk.calm()
    gone(life, away=False)
    desk.wait(lambda: "waiting for the office PC" not in texts_in(desk.window))
