"""The office PC does not answer while a form is open: the form says so once, with the way out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.seats.calls import NoAnswer, NotReached
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog
from hvacdesk.ui.shell import seat_banner
from hvacdesk.ui.shell.seat_banner import SeatBanner
from hvacdesk.ui.shell.seat_life import SeatLife
from hvacdesk.ui.widgets.errors import ErrorDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, copy_office, open_window
from tests.helpers.real_office import RealOffice

AWAY = "The office PC does not answer."


@pytest.fixture
def life() -> SeatLife:
    asked = SimpleNamespace(renew=int, require_like_clocks=int, seat="", check=lambda _words: (), home=Path())
    return SeatLife(cast(Any, asked))


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot, life: SeatLife) -> Iterator[FrontDesk]:
    home = tmp_path / "office"
    copy_office(template.home, home)
    with open_window(RealOffice(home, template.clock, template.accounts), qtbot, Role.DESK, life=life) as one:
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
    assert "log in again" in texts_in(form)
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
    assert "Look whether it was saved before you repeat it." in told
    assert not any(isinstance(one, ErrorDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
    gone(life, away=False)
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


def test_a_form_that_could_not_be_saved_says_so_no_longer_once_it_can(
    desk: FrontDesk, form: CustomerForm, life: SeatLife
) -> None:
    gone(life)
    form.show_failure(NotReached())
    assert "Nothing was changed." in texts_in(form)
    gone(life, away=False)
    assert "Nothing was changed." not in texts_in(form)
    form.show_failure(NotReached())  # before anybody knew
    gone(life)
    gone(life, away=False)
    assert "Nothing was changed." not in texts_in(form)


def test_what_may_have_been_saved_stays_said(desk: FrontDesk, form: CustomerForm, life: SeatLife) -> None:
    gone(life)
    form.show_failure(NoAnswer())
    gone(life, away=False)
    assert "Look whether it was saved before you repeat it." in texts_in(form)


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
