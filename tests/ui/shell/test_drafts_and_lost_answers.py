"""Half-typed forms while the office PC is away, its answers are lost, or a seat's clock is wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from hvacdesk.domain.clock import Clock
from hvacdesk.domain.errors import TooLong, UserFacingError
from hvacdesk.domain.office.half_typed import MovedElsewhere, NumberLeftOut
from hvacdesk.domain.seats.seats import SeatLoginEnded
from hvacdesk.domain.text.wording import english
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.store.models import Draft
from hvacdesk.ui import background
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.kept_forms import FormsNotPutBack, KeptForms
from tests.helpers.desk_office import texts_in
from tests.helpers.disposed import stored_line
from tests.helpers.front_desk import TANAKA, FrontDesk, type_in
from tests.helpers.left_typed import left_typed
from tests.helpers.waiting import wait_until

HERE, THERE = "", "5ea7000"
CARD, MY_NUMBER = "4111 1111 1111 1111", "123456789018"
PATIENCE_MS = 20_000
LONG = {"note": "あ" * 1_000_001}


class Cable:
    """The drafts of an office over a line that can be cut, or lose the answers alone."""

    def __init__(self, drafts: Any) -> None:
        self._drafts = drafts
        self.away = self.loses_answers = False

    def __getattr__(self, name: str) -> Callable[..., object]:
        def call(*what: object) -> object:
            if self.away:
                raise NoAnswer
            answer = getattr(self._drafts, name)(*what)
            if self.loses_answers:
                raise NoAnswer
            return answer

        return call


@dataclass
class AtSeat:
    """As much of the office as drafts at a seat reach."""

    clock: Clock
    drafts: Any


@dataclass
class Seat:
    """What watches the forms of a login at a seat, and its line to the office PC."""

    keeper: DraftKeeper
    cable: Cable


class Typed:
    """A form that somebody types into, and what it is told."""

    def __init__(self, keeper: DraftKeeper, form: str = "customer", key: str = "new", **typed: str) -> None:
        self.owner = QWidget(keeper._window)
        self.typed = typed
        self.ended: list[UserFacingError] = []
        self.found: list[tuple[dict[str, Any], bool, tuple[str, ...]]] = []
        which = {"new": "yes"} if key == "new" else {form: key}
        keeper.register(
            self.owner,
            form,
            key,
            lambda: dict(self.typed),
            page="customers",
            end=self.ended.append,
            found=lambda *what: self.found.append(what),
            **which,
        )
        keeper.stop()


Join = Callable[..., Seat]


@pytest.fixture
def join(qtbot: QtBot, desk: FrontDesk) -> Join:
    """Lets somebody work at a seat; its clock may be wrong."""

    def joined(seat: str = THERE, apart: timedelta = timedelta()) -> Seat:
        window, cable = QWidget(), Cable(desk.office.drafts)
        qtbot.addWidget(window)

        def clock() -> datetime:
            return desk.office.clock() + apart

        return Seat(DraftKeeper(AtSeat(clock, cable), desk.actor, window, seat), cable)  # type: ignore[arg-type]

    return joined


def tick(seat: Seat) -> None:
    seat.keeper._keep_changed()
    wait_until(lambda: not seat.keeper._keeping and background.idle(), PATIENCE_MS)


def gone_on_with_at(pc: DraftKeeper, form: str = "customer") -> None:
    (left,) = (one for one in pc.left_open() if one.form == form)
    assert pc.bring_here(left) is not None


def login_ended(seat: Seat) -> KeptForms:
    kept = KeptForms()
    kept.keep(seat.keeper._actor, seat.keeper, SeatLoginEnded())
    return kept


def put_back(kept: KeptForms, seat: Seat) -> DraftKeeper:
    kept.put_back(seat.keeper._actor, seat.keeper)
    return seat.keeper


# What is compared


@pytest.mark.parametrize("number", ["", CARD, MY_NUMBER])
def test_what_was_typed_beside_a_number_that_is_never_stored_is_put_back(join: Join, number: str) -> None:
    seat = join()
    form = Typed(seat.keeper, family="早川", note=number)
    tick(seat)
    seat.cable.away = True
    form.typed["family"] = "早川と、接続が切れてから十分のあいだに打った文"
    tick(seat)
    again = put_back(login_ended(seat), join())
    found = left_typed(again, "customer", "new")
    assert found is not None
    assert found["family"] == form.typed["family"]


def test_a_number_that_is_never_stored_is_kept_in_memory_and_given_back(join: Join) -> None:
    seat = join()
    form = Typed(seat.keeper, family="早川", note=f"裏口の鍵は植木鉢の下、製造番号 {CARD}")
    tick(seat)
    assert left_typed(seat.keeper, "customer", "new") == {
        "family": "早川",
        "note": "裏口の鍵は植木鉢の下、製造番号 …",
    }
    assert seat.keeper.holds_more()
    with pytest.raises(NumberLeftOut):
        seat.keeper.keep_all()
    kept = login_ended(seat)
    for _login in range(2):
        again = join()
        taken_up = Typed(put_back(kept, again))
        again.keeper.look(taken_up.owner)
        wait_until(lambda form=taken_up: form.found, PATIENCE_MS)
        assert taken_up.found == [(form.typed, False, ())]
    taken_up.typed = {**form.typed, "note": "番号なし"}
    tick(again)
    assert not again.keeper.holds_more()
    assert again.keeper.keep_all() == 1
    again.keeper.release(taken_up.owner)
    assert kept._forms == {}


def test_a_form_that_is_given_back_without_a_number_says_so(join: Join) -> None:
    seat = join()
    Typed(seat.keeper, family="早川", note=f"製造番号 {CARD}")
    tick(seat)
    again = join()
    form = Typed(again.keeper)
    again.keeper.look(form.owner)
    wait_until(lambda: form.found, PATIENCE_MS)
    assert form.found == [({"family": "早川", "note": "製造番号 …"}, False, ("note",))]
    form.typed = dict(form.found[0][0])
    assert not again.keeper.holds_more()


def test_the_field_that_lost_a_number_says_so(desk: FrontDesk) -> None:
    payload = {"page": "customers", "arguments": {"new": "yes"}, "typed": {"note": f"製造番号 {CARD}"}}
    desk.office.drafts.keep(desk.actor, "customer", "new", payload)
    desk.go("customers", new="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    said = form.form.fields["note"].error.text()
    assert "My Number" in said
    assert "here again, but for a number." in texts_in(form)
    form.draft.release()
    form.done(0)


def test_typing_after_a_first_storing_whose_answer_was_lost_is_put_back(join: Join) -> None:
    seat = join()
    form = Typed(seat.keeper, family="早")
    tick_without_answer(seat)
    form.typed["family"] = "早川"
    assert left_typed(put_back(login_ended(seat), join()), "customer", "new") == {"family": "早川"}


def tick_without_answer(seat: Seat) -> None:
    """The office stores what is typed, and the seat never hears of it."""
    (watched,) = seat.keeper._forms.values()
    watched.opening.begun = seat.keeper._at_office.read(watched.form, watched.opening)[0][0]
    seat.cable.loses_answers = True
    tick(seat)
    seat.cable.loses_answers = False


# Gone on with elsewhere


def test_a_form_whose_first_storing_had_no_answer_hears_that_it_was_gone_on_with(
    join: Join, desk: FrontDesk
) -> None:
    seat, pc = join(), join(HERE).keeper
    form = Typed(seat.keeper, family="早川")
    tick_without_answer(seat)
    gone_on_with_at(pc)
    with pytest.raises(MovedElsewhere):
        seat.keeper.require_here(form.owner)
    form.typed["family"] = "早川 太郎"
    tick(seat)
    assert [type(one) for one in form.ended] == [MovedElsewhere]


def test_what_is_said_of_it_claims_no_typing_that_is_not_there(join: Join) -> None:
    seat, pc = join(), join(HERE).keeper
    form = Typed(seat.keeper, family="早川")
    tick(seat)
    seat.cable.away = True
    form.typed["note"] = "接続が切れてから打った文"
    tick(seat)
    gone_on_with_at(pc)
    seat.cable.away = False
    tick(seat)
    (told,) = form.ended
    said = " ".join(told.sentences(english))
    assert left_typed(pc, "customer", "new") == {"family": "早川"}
    assert "What the office PC had of it by then is there." in said
    assert "Copy from it what is missing there" in said


def test_newer_typing_of_a_form_that_went_on_elsewhere_is_offered_and_says_so(
    join: Join, desk: FrontDesk
) -> None:
    seat, pc = join(), join(HERE).keeper
    form = Typed(seat.keeper, family="早川")
    tick(seat)
    seat.cable.away = True
    form.typed["note"] = "接続が切れてから打った文"
    tick(seat)
    gone_on_with_at(pc)
    kept, again = login_ended(seat), join()
    put_back(kept, again)
    assert kept._forms == {}
    assert left_typed(again.keeper, "customer", "new") == form.typed
    assert left_typed(pc, "customer", "new") == {"family": "早川"}
    taken_up = Typed(again.keeper)
    again.keeper.look(taken_up.owner)
    wait_until(lambda: taken_up.found, PATIENCE_MS)
    assert taken_up.found == [(form.typed, True, ())]
    with pytest.raises(MovedElsewhere):
        again.keeper.require_here(taken_up.owner)
    taken_up.typed = {"family": "早川 太郎"}
    tick(again)
    later = Typed(join().keeper)
    assert later.typed == {}
    kept_so = desk.office.drafts.find(desk.actor, "customer", f"new@{THERE}")
    assert kept_so is not None
    assert kept_so["elsewhere"] is True


def test_newer_typing_waits_while_another_form_stands_in_its_place(join: Join) -> None:
    seat = join()
    form = Typed(seat.keeper, family="早川")
    tick(seat)
    seat.cable.away = True
    form.typed["note"] = "接続が切れてから打った文"
    kept = login_ended(seat)
    between = join()
    other = Typed(between.keeper, family="山田")
    between.keeper.throw_away(next(iter(between.keeper.left_open())))
    tick(between)
    again = join()
    with pytest.raises(FormsNotPutBack) as told:
        put_back(kept, again)
    assert "left half typed before" in told.value.sentences(english)[0]
    assert left_typed(again.keeper, "customer", "new") == {"family": "山田"}
    between.keeper.release(other.owner)  # it was saved
    wait_until(background.idle, PATIENCE_MS)
    assert left_typed(put_back(kept, join()), "customer", "new") == form.typed


def test_what_was_saved_while_its_storing_had_no_answer_does_not_come_back(
    join: Join, desk: FrontDesk
) -> None:
    seat = join()
    go_on, begun = threading.Event(), threading.Event()

    def keep(*what: object) -> None:
        begun.set()
        go_on.wait(PATIENCE_MS / 1000)
        desk.office.drafts.keep(*what)  # type: ignore[arg-type]
        raise NoAnswer

    seat.cable.keep = keep  # type: ignore[attr-defined]
    form = Typed(seat.keeper, family="早川")
    seat.keeper._keep_changed()
    assert begun.wait(PATIENCE_MS / 1000)
    seat.keeper.release(form.owner)
    go_on.set()
    wait_until(lambda: not seat.keeper._keeping, PATIENCE_MS)
    assert seat.keeper.left_open() == ()


# One that is refused


def test_a_form_that_is_refused_keeps_no_other_one_from_being_stored(join: Join) -> None:
    seat = join()
    Typed(seat.keeper, "call", **LONG)
    other = Typed(seat.keeper, family="早川")
    tick(seat)
    assert [one.form for one in seat.keeper.left_open()] == ["customer"]
    other.typed["family"] = "早川 太郎"
    with pytest.raises(TooLong):
        seat.keeper.keep_all()
    assert left_typed(seat.keeper, "customer", "new") == {"family": "早川 太郎"}


# An earlier form


@pytest.mark.parametrize("how", ["fails", "late"])
def test_an_earlier_form_is_not_written_over_without_a_word(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    drafts, go_on = desk.office.drafts, threading.Event()
    earlier = {"name": {"family": "早川", "given": "", "organisation": ""}}
    payload = {"page": "customers", "arguments": {"new": "yes"}, "typed": earlier}
    drafts.keep(desk.actor, "customer", "new", payload)

    def held(*what: object) -> object:
        if how == "fails":
            raise NoAnswer
        go_on.wait(PATIENCE_MS / 1000)
        return begin(*what)  # type: ignore[arg-type]

    begin = drafts.begin
    monkeypatch.setattr(drafts, "begin", held)
    desk.window.navigate("customers", new="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm), "an error is in front of it"
    type_in(form.name.parts["family"], "山田")
    if how == "fails":
        desk.window.drafts._keep_changed()
        desk.calm()
    stored = drafts.find(desk.actor, "customer", "new")
    assert stored is not None
    assert stored["typed"] == earlier
    monkeypatch.setattr(drafts, "begin", begin)
    go_on.set()
    desk.window.drafts._keep_changed()
    desk.calm()
    assert form.name.parts["family"].text() == "山田"
    assert "You had typed something here before." in texts_in(form)
    desk.press(form, "Bring back the earlier")
    assert form.name.parts["family"].text() == "早川"
    form.draft.release()
    form.done(0)


def test_a_lock_leaves_an_earlier_form_that_nobody_was_told_of(join: Join) -> None:
    first = join()
    Typed(first.keeper, family="早川")
    tick(first)
    second = join()
    Typed(second.keeper, family="山田")
    with pytest.raises(UserFacingError) as told:
        second.keeper.keep_all()
    assert "left half typed before" in told.value.sentences(english)[0]
    assert left_typed(second.keeper, "customer", "new") == {"family": "早川"}
    assert second.keeper.holds_more()


# A seat's clock


def reduce(desk: FrontDesk, who: str) -> None:
    """What a disposal that leaves the customer notes, and that it takes every draft of theirs."""
    workplace = desk.office._workplace
    with workplace.transaction() as session:
        session.add(stored_line(who, workplace.now(), keeps="tax"))
        session.execute(delete(Draft))


@pytest.mark.parametrize("minutes", [-30, 0, 1, 10])
def test_what_was_begun_before_a_reduction_is_stored_no_more(
    join: Join, desk: FrontDesk, minutes: int
) -> None:
    who, seat = desk.customer(TANAKA), join(apart=timedelta(minutes=minutes))
    form = Typed(seat.keeper, key=who, note="裏鍵は植木鉢")
    tick(seat)
    desk.real.clock.pass_time(minutes=5)
    reduce(desk, who)
    form.typed["note"] += "、または郵便受け"
    tick(seat)
    assert len(form.ended) == 1
    assert seat.keeper.left_open() == ()


@pytest.mark.parametrize("minutes", [-30, -1, 0, 10])
def test_what_was_begun_after_a_reduction_is_stored(join: Join, desk: FrontDesk, minutes: int) -> None:
    who, seat = desk.customer(TANAKA), join(apart=timedelta(minutes=minutes))
    reduce(desk, who)
    desk.real.clock.pass_time(minutes=1)
    form = Typed(seat.keeper, key=who, note="裏鍵は植木鉢")
    tick(seat)
    assert form.ended == []
    assert len(seat.keeper.left_open()) == 1


def test_a_form_that_is_asked_about_late_is_as_old_as_it_is(join: Join, desk: FrontDesk) -> None:
    who, seat = desk.customer(TANAKA), join(apart=timedelta(minutes=10))
    seat.cable.away = True
    form = Typed(seat.keeper, key=who, note="裏鍵は植木鉢")
    tick(seat)
    desk.real.clock.pass_time(minutes=5)
    reduce(desk, who)
    desk.real.clock.pass_time(minutes=5)
    seat.cable.away = False
    tick(seat)
    assert len(form.ended) == 1
