"""A form is given up while the office PC does not answer: it closes at once, and does not come back."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.ui import background
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.given_up import FILE_NAME, MOST_KEPT, GivenUp
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.shell.seat_life import this_pc
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.vault.errors import DiskFull
from tests.helpers.front_desk import FrontDesk, type_in
from tests.helpers.two_pcs import TwoPcs, press
from tests.helpers.waiting import wait_until

PATIENCE_MS = 20_000
THERE = "5ea7000"
EARLIER = {"name": {"family": "早川", "given": "", "organisation": ""}}


class Line:
    """The drafts of an office over a line that can be cut."""

    def __init__(self, drafts: Any) -> None:
        self.drafts, self.away = drafts, False

    def __getattr__(self, name: str) -> Any:
        def call(*what: object) -> object:
            if self.away:
                raise NoAnswer
            return getattr(self.drafts, name)(*what)

        return call


class Seat:
    """A login at a seat whose folder this is, with one form of each kind that is typed into."""

    def __init__(self, desk: FrontDesk, qtbot: QtBot, folder: Path | None) -> None:
        self.line = Line(desk.office.drafts)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        office: Any = type("AtSeat", (), {"clock": staticmethod(desk.office.clock), "drafts": self.line})()
        self.keeper = DraftKeeper(office, desk.actor, self.window, THERE, GivenUp(folder))

    def form(self, **typed: str) -> QWidget:
        owner = QWidget(self.window)
        self.keeper.register(owner, "customer", "new", lambda: typed, page="customers", new="yes")
        self.names = [one.opening.name for one in self.keeper._forms.values()]
        self.keeper.stop()
        return owner

    def tick(self) -> None:
        self.keeper._keep_changed()
        self.calm()

    def calm(self) -> None:
        wait_until(lambda: not self.keeper._keeping and background.idle(), PATIENCE_MS)

    def stored(self) -> Any:
        found = self.line.drafts.find(self.keeper._actor, "customer", f"new@{THERE}")
        return None if found is None else found["typed"]


def given_up(desk: FrontDesk, qtbot: QtBot, folder: Path | None) -> Seat:
    """A form was stored, and thrown away once the office PC did not answer any more."""
    seat = Seat(desk, qtbot, folder)
    owner = seat.form(family="早川")
    seat.tick()
    seat.line.away = True
    seat.keeper.release(owner)
    seat.calm()
    assert seat.stored() == {"family": "早川"}
    return seat


@pytest.mark.parametrize("last", ["thrown away", "saved"])
def test_a_form_closes_at_once_while_nobody_answers(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    answers, asked = threading.Event(), threading.Event()
    drop, threads, faults = desk.office.drafts.drop, [], []

    def held(*_what: object) -> None:
        threads.append(threading.current_thread())
        asked.set()
        answers.wait(PATIENCE_MS / 1000)
        raise NoAnswer

    monkeypatch.setattr(sys, "excepthook", lambda *what: faults.append(what))
    desk.go("customers", new="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    type_in(form.name.parts["family"], "山田")
    desk.window.drafts.keep_all()
    monkeypatch.setattr(desk.office.drafts, "drop", held)
    if last == "saved":
        form.save()
    else:
        form.reject()
        desk.press(desk.dialog(), "Throw away")
        assert not form.isVisible()
    wait_until(asked.is_set, PATIENCE_MS)
    wait_until(lambda: not form.isVisible(), PATIENCE_MS)
    assert threading.main_thread() not in threads
    answers.set()
    desk.calm()
    monkeypatch.setattr(desk.office.drafts, "drop", drop)
    assert desk.window.drafts.left_open() == ()
    desk.window.drafts._keep_changed()
    desk.calm()
    assert desk.office.drafts.list(desk.actor) == ()
    assert faults == []


def test_it_is_thrown_away_once_the_office_pc_answers(desk: FrontDesk, qtbot: QtBot) -> None:
    seat = given_up(desk, qtbot, None)
    seat.tick()
    assert seat.stored() is not None
    seat.line.away = False
    seat.tick()
    assert seat.stored() is None


def test_it_is_not_offered_after_the_next_start(desk: FrontDesk, qtbot: QtBot, tmp_path: Path) -> None:
    given_up(desk, qtbot, tmp_path)
    again = Seat(desk, qtbot, tmp_path)
    assert again.keeper.left_open() == ()
    again.calm()
    assert again.stored() is None


def test_it_is_noted_before_it_is_deleted(desk: FrontDesk, qtbot: QtBot, tmp_path: Path) -> None:
    """The power goes while the office PC is asked; afterwards nothing is to be remembered any more."""
    seat, noted = Seat(desk, qtbot, tmp_path), []
    owner = seat.form(family="早川")
    seat.tick()
    drop = seat.line.drafts.drop

    def asked(*what: object) -> None:
        noted.append((tmp_path / FILE_NAME).read_text(encoding="ascii"))
        drop(*what)

    seat.line.drop = asked  # type: ignore[attr-defined]
    seat.keeper.release(owner)
    seat.calm()
    assert noted == [seat.names[0]]
    assert (tmp_path / FILE_NAME).read_text(encoding="ascii") == ""


def test_the_office_pc_remembers_it_beyond_a_login(
    desk: FrontDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> None:
        raise DiskFull

    desk.go("customers", new="yes")
    form = desk.dialog()
    type_in(form.name.parts["family"], "山田")
    desk.window.drafts.stop()
    desk.window.drafts.keep_all()
    monkeypatch.setattr(desk.office.drafts, "drop", full)
    form.reject()
    desk.press(desk.dialog(), "Throw away")
    desk.calm()
    monkeypatch.undo()
    assert len(desk.office.drafts.list(desk.actor)) == 1
    window = QWidget()
    qtbot.addWidget(window)
    again = DraftKeeper(desk.office, desk.actor, window, *this_pc(desk.office, None))
    assert again.left_open() == ()
    desk.calm()
    assert desk.office.drafts.list(desk.actor) == ()


def test_what_this_pc_keeps_of_it_names_nobody(desk: FrontDesk, qtbot: QtBot, tmp_path: Path) -> None:
    given_up(desk, qtbot, tmp_path)
    kept = (tmp_path / FILE_NAME).read_text(encoding="ascii")
    assert len(kept) == 10
    assert int(kept, 16) >= 0


def test_the_next_form_of_its_kind_begins_empty(desk: FrontDesk, qtbot: QtBot, tmp_path: Path) -> None:
    given_up(desk, qtbot, tmp_path)
    again, found = Seat(desk, qtbot, tmp_path), []
    owner = again.form()
    watched = again.keeper._forms[id(owner)]
    again.keeper._forms[id(owner)] = watched._replace(found=lambda *what: found.append(what))
    again.keeper.look(owner)
    again.calm()
    assert found == []
    assert again.stored() is None


def test_the_next_forms_draft_is_not_thrown_away_in_its_place(desk: FrontDesk, qtbot: QtBot) -> None:
    seat = given_up(desk, qtbot, None)
    seat.line.away = False
    other = seat.form(family="山田")
    seat.keeper.keep_all()
    seat.tick()
    assert seat.stored() == {"family": "山田"}
    assert seat.keeper.is_open(seat.keeper._forms[id(other)].form)


def test_what_is_brought_here_from_another_pc_is_no_longer_given_up(
    desk: FrontDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    """It was gone on with there before it was given up here."""
    seat = given_up(desk, qtbot, tmp_path)
    elsewhere = "0ff1ce5"
    drafts = desk.office.drafts
    assert drafts.move(desk.actor, "customer", f"new@{THERE}", f"new@{elsewhere}")
    again = Seat(desk, qtbot, tmp_path)
    (left,) = again.keeper.left_open()
    here = again.keeper.bring_here(left)
    assert here is not None
    assert [one.seat for one in again.keeper.left_open()] == [THERE]
    assert seat.stored() == {"family": "早川"}


def test_few_are_remembered(tmp_path: Path) -> None:
    one = GivenUp(tmp_path)
    for number in range(MOST_KEPT + 3):
        one.add(f"{number:010x}")
        one.keep(f"{number:010x}")
    again = GivenUp(tmp_path)
    assert f"{2:010x}" not in again
    assert f"{3:010x}" in again
    assert f"{MOST_KEPT + 2:010x}" in again


def test_one_that_is_deleted_twice_at_once_is_let_go_once(tmp_path: Path) -> None:
    one, names = GivenUp(tmp_path), [f"{number:010x}" for number in range(100)]

    def delete(_thread: int) -> None:
        for name in names:
            one.add(name)
            one.keep(name)
            one.let_go(name)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(delete, range(4)))
    assert names[0] not in GivenUp(tmp_path)


@pytest.mark.parametrize("how", ["fails", "late"])
def test_closing_an_empty_form_deletes_no_earlier_one_that_it_was_not_told_of(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    drafts, go_on = desk.office.drafts, threading.Event()
    drafts.keep(
        desk.actor, "customer", "new", {"page": "customers", "arguments": {"new": "yes"}, "typed": EARLIER}
    )
    begin = drafts.begin

    def held(*what: object) -> object:
        if how == "fails":
            raise NoAnswer
        go_on.wait(PATIENCE_MS / 1000)
        return begin(*what)  # type: ignore[arg-type]

    monkeypatch.setattr(drafts, "begin", held)
    desk.window.navigate("customers", new="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    form.reject()
    go_on.set()
    desk.calm()
    found = drafts.find(desk.actor, "customer", "new")
    assert found is not None
    assert found["typed"] == EARLIER


def half_typed_at_the_seat(pcs: TwoPcs, family: str) -> tuple[MainWindow, CustomerForm]:
    """The seat's window with a new customer half typed, of which the office has a draft."""
    pcs.join()
    pcs.log_in(pcs.seat, Role.OWNER)
    window = pcs.seat.window
    assert window is not None
    window.navigate("customers", new="yes")
    form = pcs.dialog(CustomerForm)
    type_in(form.name.parts["family"], family)
    pcs.calm()
    window.drafts._keep_changed()
    pcs.calm()
    return window, form


def test_at_two_pcs_it_closes_and_is_gone_once_the_connection_is_back(pcs: TwoPcs) -> None:
    window, form = half_typed_at_the_seat(pcs, "山田")
    office, actor = pcs.real_owner()
    assert len(office.drafts.list(actor)) == 1
    pcs.cut()
    form.reject()
    press(pcs.dialog(Dialog), "Throw away")
    assert not form.isVisible()
    pcs.wait(lambda: window.drafts.owed.wait)
    assert len(office.drafts.list(actor)) == 1
    pcs.mend()
    pcs.wait(lambda: office.drafts.list(actor) == ())


def test_what_a_seat_saved_is_offered_nowhere_though_its_line_was_cut_then(
    pcs: TwoPcs, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, form = half_typed_at_the_seat(pcs, "切断")
    owner = pcs.office.window
    assert owner is not None
    assert len(owner.drafts.left_open()) == 1
    release = window.drafts.release

    def cut(part: QWidget, seen_to: str = "") -> None:
        pcs.cut()
        release(part, seen_to)

    monkeypatch.setattr(window.drafts, "release", cut)
    form.save()
    pcs.wait(lambda: not form.isVisible())
    assert owner.drafts.left_open() == ()
    pcs.mend()
    pcs.wait(lambda: not window.drafts.owed.wait and background.idle())
