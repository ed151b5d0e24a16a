"""Whatever deletes, overwrites or forgets a half-typed form means one opening of it, and no other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.office.half_typed import MovedElsewhere
from hvacdesk.domain.roles import Role
from hvacdesk.domain.seats.seats import SeatLoginEnded
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.ui import background
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.kept_forms import FormsNotPutBack, KeptForms
from hvacdesk.ui.pages.settings_office import OfficeTab
from hvacdesk.ui.shell.draft_offer import LosingQuestion
from hvacdesk.vault.errors import DiskFull
from tests.helpers.front_desk import FrontDesk, open_desk, type_in
from tests.helpers.left_typed import left_typed
from tests.helpers.real_office import RealOffice
from tests.helpers.waiting import wait_until
from tests.ui.shell.test_drafts_and_lost_answers import (
    HERE,
    PATIENCE_MS,
    THERE,
    Join,
    Seat,
    Typed,
    gone_on_with_at,
    join,
    login_ended,
    put_back,
    tick,
)

__all__ = ["join"]

EARLIER = {"name": {"family": "早川", "given": "", "organisation": ""}}


class Held:
    """A call to the office that arrives late."""

    def __init__(self, seat: Seat, form: str = "") -> None:
        self._go_on, self._begun = threading.Event(), threading.Event()
        real = seat.cable._drafts.keep

        def keep(*what: Any) -> object:
            if not self._begun.is_set() and form in ("", what[1]):
                self._begun.set()
                self._go_on.wait(PATIENCE_MS / 1000)
            return real(*what)

        seat.cable.keep = keep  # type: ignore[attr-defined]
        self._seat = seat
        seat.keeper._keep_changed()
        assert self._begun.wait(PATIENCE_MS / 1000)

    def arrives(self) -> None:
        self._go_on.set()
        wait_until(lambda: not self._seat.keeper._keeping and background.idle(), PATIENCE_MS)


def taken_up(seat: Seat) -> Typed:
    """The form is opened again, and filled with what the office has of it."""
    form = Typed(seat.keeper)
    seat.keeper.look(form.owner)
    wait_until(lambda: form.found, PATIENCE_MS)
    form.typed = dict(form.found[0][0])
    return form


def kept_beside_another(join: Join) -> tuple[KeptForms, Seat, dict[str, str]]:
    """An earlier form was left; another one could not be stored when the login ended, and is kept."""
    first = join()
    Typed(first.keeper, family="前の用紙")
    tick(first)
    seat = join()
    seat.cable.away = True
    form = Typed(seat.keeper, family="早川", note="十分打った")
    kept, again = login_ended(seat), join()
    with pytest.raises(FormsNotPutBack):
        put_back(kept, again)
    return kept, again, form.typed


# Only what bears its name is deleted


@pytest.mark.parametrize("answer", ["fails", "late"])
@pytest.mark.parametrize("end", ["cancelled empty", "saved at once"])
def test_an_earlier_form_that_was_not_shown_stays(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, answer: str, end: str
) -> None:
    drafts, go_on = desk.office.drafts, threading.Event()
    payload = {"page": "customers", "arguments": {"new": "yes"}, "typed": EARLIER, "name": "abcdef0123"}
    drafts.keep(desk.actor, "customer", "new", payload)
    begin = drafts.begin

    def held(*what: Any) -> object:
        if answer == "fails":
            raise NoAnswer
        go_on.wait(PATIENCE_MS / 1000)
        return begin(*what)

    monkeypatch.setattr(drafts, "begin", held)
    desk.window.navigate("customers", new="yes")
    desk.window.drafts.stop()
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    if end == "cancelled empty":
        form.reject()
    else:
        type_in(form.name.parts["family"], "山田")
        form.save()
    desk.wait(lambda: not form.isVisible())
    monkeypatch.setattr(drafts, "begin", begin)
    go_on.set()
    desk.calm()
    found = drafts.find(desk.actor, "customer", "new")
    assert found is not None
    assert found["typed"] == EARLIER


def test_what_was_typed_ends_with_the_save_though_deleting_it_is_not_answered(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_what: object) -> None:
        raise NoAnswer

    drafts = desk.office.drafts
    desk.go("customers", new="yes")
    form = desk.dialog()
    type_in(form.name.parts["family"], "独特な山田")
    desk.window.drafts.stop()
    desk.window.drafts.keep_all()
    with monkeypatch.context() as patch:
        patch.setattr(drafts, "drop", lost)
        form.save()
        desk.wait(lambda: not form.isVisible())
        desk.calm()
    assert drafts.list(desk.actor) == (), "another PC offers it as unfinished"
    desk.go("customers", new="yes")
    assert desk.dialog().name.parts["family"].text() == ""
    desk.dialog().reject()


def test_a_save_that_is_refused_leaves_what_was_typed(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a part of it was saved: what is typed is stored again."""
    drafts, add = desk.office.drafts, desk.office.customers.add
    desk.go("customers", new="yes")
    form = desk.dialog()
    type_in(form.name.parts["family"], "独特な山田")
    desk.window.drafts.stop()
    desk.window.drafts.keep_all()

    def full(*what: Any, **named: Any) -> object:
        add(*what, **named)
        raise DiskFull

    for add_one, left in ((refused, 1), (full, 0)):
        monkeypatch.setattr(desk.office.customers, "add", add_one)
        form.save()
        desk.calm()
        assert len(drafts.list(desk.actor)) == left
    assert desk.window.drafts.holds_more()
    desk.window.drafts._keep_changed()
    desk.calm()
    assert [form for form, *_rest in drafts.list(desk.actor)] == ["customer"]
    form.draft.release()
    form.done(0)


def refused(*_what: object, **_named: object) -> object:
    raise DiskFull


# Nothing is written over


@pytest.mark.parametrize("newer", [False, True])
def test_what_was_gone_on_with_is_not_written_over_by_what_is_put_back(join: Join, newer: bool) -> None:
    seat = join()
    form = Typed(seat.keeper, family="早川")
    tick(seat)
    if newer:
        seat.cable.away = True
        form.typed["note"] = "接続が切れてから"
    kept, between = login_ended(seat), join()
    between.cable.away = True
    with pytest.raises(FormsNotPutBack):
        put_back(kept, between)
    between.cable.away = False
    other = taken_up(between)
    other.typed["note"] = "一時間分"
    assert between.keeper.keep_all() == 1
    again = join()
    if newer:
        with pytest.raises(FormsNotPutBack):
            put_back(kept, again)
    else:
        put_back(kept, again)
    assert left_typed(again.keeper, "customer", "new") == other.typed
    assert bool(kept._forms) == newer


def test_an_older_text_that_arrives_late_does_not_take_the_place_of_a_newer_one(join: Join) -> None:
    seat = join()
    Typed(seat.keeper, "call", note="a")
    form = Typed(seat.keeper, family="早川")
    late = Held(seat, "call")
    form.typed["note"] = "そのあいだに打った文"
    assert seat.keeper.keep_all() == 2
    late.arrives()
    assert left_typed(join().keeper, "customer", "new") == form.typed
    assert not seat.keeper.holds_more()


@pytest.mark.parametrize("next_one", ["none", "the same window"])
def test_a_storing_that_arrives_after_the_save_is_refused(join: Join, next_one: str) -> None:
    seat = join()
    form = Typed(seat.keeper, family="保存した客")
    late = Held(seat)
    seat.keeper.release(form.owner)
    late._go_on.set()
    background.settle()  # the office answered, and nobody has heard of it here yet
    assert left_typed(seat.keeper, "customer", "new") is None
    if next_one != "none":
        again = Typed(seat.keeper, family="次の客")
        assert seat.keeper.keep_all() == 1
        assert left_typed(seat.keeper, "customer", "new") == again.typed


def test_a_form_that_was_finished_before_its_first_storing_stores_nothing(join: Join) -> None:
    seat = join()
    go_on, begun, begin = threading.Event(), threading.Event(), seat.cable._drafts.begin

    def held(*what: Any) -> object:
        begun.set()
        go_on.wait(PATIENCE_MS / 1000)
        return begin(*what)

    seat.cable.begin = held  # type: ignore[attr-defined]
    form = Typed(seat.keeper, family="早川")
    seat.keeper._keep_changed()
    assert begun.wait(PATIENCE_MS / 1000)
    seat.keeper.release(form.owner)
    go_on.set()
    wait_until(lambda: not seat.keeper._keeping, PATIENCE_MS)
    assert left_typed(seat.keeper, "customer", "new") is None


# Only what bears its name is forgotten


@pytest.mark.parametrize("end", ["saved", "thrown away"])
def test_what_is_kept_stays_when_the_waiting_form_is_seen_to(join: Join, end: str) -> None:
    kept, again, typed = kept_beside_another(join)
    if end == "saved":
        again.keeper.release(taken_up(again).owner)
    else:
        again.keeper.throw_away(again.keeper.left_open()[0])
    wait_until(background.idle, PATIENCE_MS)
    assert left_typed(put_back(kept, join()), "customer", "new") == typed


def test_what_is_kept_stays_when_the_login_ends_over_the_waiting_form(join: Join) -> None:
    kept, again, typed = kept_beside_another(join)
    other = taken_up(again)
    other.typed["note"] = "打ち足し"
    tick(again)
    kept.keep(again.keeper._actor, again.keeper, SeatLoginEnded())
    assert [one.typed for one in kept._forms[again.keeper._actor.account]] == [other.typed, typed]


def test_what_an_earlier_version_stored_without_a_name_is_the_forms_that_shows_it(
    join: Join, desk: FrontDesk
) -> None:
    payload = {"page": "customers", "arguments": {"new": "yes"}, "typed": {"family": "早川"}}
    desk.office.drafts.keep(desk.actor, "customer", f"new@{THERE}", payload)
    seat = join()
    form = taken_up(seat)
    form.typed["note"] = "打ち足し"
    assert left_typed(put_back(login_ended(seat), join()), "customer", "new") == form.typed


# Typing newer than what went to another PC


def moved_on(join: Join) -> tuple[Seat, Typed, DraftKeeper]:
    seat, pc = join(), join(HERE).keeper
    form = Typed(seat.keeper, family="早川")
    tick(seat)
    gone_on_with_at(pc)
    form.typed["note"] = "そのあとで打った文"
    return seat, form, pc


@pytest.mark.parametrize("told", [False, True])
def test_newer_typing_of_what_was_moved_counts_as_not_stored(join: Join, told: bool) -> None:
    seat, form, pc = moved_on(join)
    if told:
        tick(seat)
    with pytest.raises(MovedElsewhere):
        seat.keeper.keep_all()
    assert len(form.ended) == 1
    assert seat.keeper.holds_more()
    again = put_back(login_ended(seat), join())
    assert left_typed(again, "customer", "new") == form.typed
    assert left_typed(pc, "customer", "new") == {"family": "早川"}


def test_a_moved_form_without_newer_typing_asks_nothing(join: Join) -> None:
    seat, form, _pc = moved_on(join)
    del form.typed["note"]
    assert seat.keeper.keep_all() == 0
    assert not seat.keeper.holds_more()
    assert login_ended(seat)._forms == {}


Moved = Callable[[FrontDesk], OfficeTab]


@pytest.fixture
def moved_page(qtbot: QtBot) -> Moved:
    """The form of a page, of which what was stored is gone on with at another PC."""

    def moved(desk: FrontDesk) -> OfficeTab:
        desk.go("settings", tab="office")
        tab = desk.window.findChild(OfficeTab)
        assert tab is not None
        desk.window.drafts.stop()
        type_in(tab.form.address, "あ")
        assert desk.window.drafts.keep_all() == 1
        other = QWidget()
        qtbot.addWidget(other)
        gone_on_with_at(DraftKeeper(desk.office, desk.actor, other, THERE), "office")
        return tab

    return moved


def asked() -> LosingQuestion:
    (question,) = (
        one for one in QApplication.allWidgets() if isinstance(one, LosingQuestion) and one.isVisible()
    )
    return question


@pytest.mark.parametrize("way", ["close", "language"])
def test_a_page_with_newer_typing_does_not_go_without_a_question(
    template: RealOffice, tmp_path: Path, qtbot: QtBot, moved_page: Moved, way: str
) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        tab, closed = moved_page(desk), []
        desk.window.closed.connect(lambda: closed.append(way))
        type_in(tab.form.address, "十分打った文")
        if way == "close":
            desk.window.close()
        else:
            desk.window.rebuild()
        QDialog.reject(asked())
        assert closed == []
        assert tab.isVisible()
        assert "十分打った文" in tab.form.address.text()
        tab.draft.release()


def test_a_page_that_was_emptied_after_it_was_told_is_kept_again(
    template: RealOffice, tmp_path: Path, qtbot: QtBot, moved_page: Moved
) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        desk.go("settings", tab="office")
        first = desk.window.findChild(OfficeTab)
        assert first is not None
        before = first.form.address.text()
        tab = moved_page(desk)
        type_in(tab.form.address, "い")
        desk.window.drafts._keep_changed()
        desk.calm()
        tab.form.address.setText(before)
        desk.window.drafts._keep_changed()
        type_in(tab.form.address, "次の日")
        assert desk.window.drafts.keep_all() == 1
        tab.draft.release()
