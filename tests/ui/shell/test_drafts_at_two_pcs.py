"""One person at two PCs: what is half typed takes no other's place, and is moved where it is gone on with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hvacdesk.domain.office.half_typed import MovedElsewhere, SavedBefore
from hvacdesk.domain.seats.seats import SeatLoginEnded
from hvacdesk.store.models import Customer
from hvacdesk.ui import background
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.half_typed import OpenForm, new_name
from hvacdesk.ui.kept_forms import KeptForms
from hvacdesk.vault.errors import DiskFull
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, type_in
from tests.helpers.left_typed import left_typed
from tests.helpers.waiting import wait_until

HERE, THERE = "", "5ea7000"
PATIENCE_MS = 20_000

Keeper = Callable[[str], DraftKeeper]


@pytest.fixture
def keeper(qtbot: QtBot, desk: FrontDesk) -> Keeper:
    """Makes what watches the forms of a login at a PC; nothing is stored by itself."""

    def made(seat: str) -> DraftKeeper:
        window = QWidget()
        qtbot.addWidget(window)
        return DraftKeeper(desk.office, desk.actor, window, seat)

    return made


def typing(drafts: DraftKeeper, family: str) -> QWidget:
    """A form for a new customer, half typed and stored."""
    owner = QWidget(drafts._window)
    drafts.register(owner, "customer", "new", lambda: {"family": family}, page="customers", new="yes")
    drafts.stop()
    drafts.keep_all()
    return owner


def left(drafts: DraftKeeper) -> list[tuple[str, Any]]:
    """What is offered at a PC: where it was typed, and the family name."""
    wait_until(background.idle, PATIENCE_MS)
    found = []
    for one in drafts.left_open():
        kept = drafts._office.drafts.find(drafts._actor, one.form, one.subject)
        assert kept is not None
        typed = kept["typed"]
        found.append((one.seat, typed["family"] if "family" in typed else typed["name"]))
    return sorted(found)


def family(desk: FrontDesk) -> str:
    """What the form in front holds as family name; empty while none is in front."""
    form = QApplication.activeModalWidget()
    return form.name.parts["family"].text() if isinstance(form, CustomerForm) else ""


def test_two_new_customers_are_kept_apart(keeper: Keeper) -> None:
    here, there = keeper(HERE), keeper(THERE)
    typing(here, "早川")
    other = typing(there, "山田")
    assert left(here) == [(HERE, "早川"), (THERE, "山田")]
    there.release(other)  # it was saved
    assert left(here) == [(HERE, "早川")]


def test_a_form_of_another_pc_is_not_filled_in_unasked(keeper: Keeper) -> None:
    typing(keeper(THERE), "山田")
    assert left_typed(keeper(HERE), "customer", "new") is None


@pytest.mark.parametrize("then", ["typing", "saved"])
def test_what_a_login_left_comes_back_though_another_was_typed_elsewhere(keeper: Keeper, then: str) -> None:
    seat, kept = keeper(THERE), KeptForms()
    typing(seat, "早川")
    kept.keep(seat._actor, seat, SeatLoginEnded())
    office_pc = keeper(HERE)
    other = typing(office_pc, "山田")
    if then == "saved":
        office_pc.release(other)
    again = keeper(THERE)
    kept.put_back(again._actor, again)
    assert left_typed(again, "customer", "new") == {"family": "早川"}
    assert kept._forms == {}


def test_what_is_gone_on_with_elsewhere_is_moved_there_and_does_not_come_back(keeper: Keeper) -> None:
    seat, kept = keeper(THERE), KeptForms()
    typing(seat, "早川")
    kept.keep(seat._actor, seat, SeatLoginEnded())
    office_pc = keeper(HERE)
    (form,) = office_pc.left_open()
    here = office_pc.bring_here(form)
    assert (here.seat, left(office_pc)) == (HERE, [(HERE, "早川")])
    office_pc.throw_away(here)  # as a save does
    wait_until(background.idle, PATIENCE_MS)
    again = keeper(THERE)
    kept.put_back(again._actor, again)
    assert left(again) == []


@pytest.mark.parametrize("busy", ["open", "left"])
def test_nothing_is_moved_over_what_is_typed_here(keeper: Keeper, busy: str) -> None:
    typing(keeper(THERE), "早川")
    office_pc = keeper(HERE)
    typing(office_pc if busy == "open" else keeper(HERE), "山田")
    (form,) = (one for one in office_pc.left_open() if one.seat == THERE)
    assert office_pc.bring_here(form) is None
    assert left(office_pc) == [(HERE, "山田"), (THERE, "早川")]


def test_a_key_that_looks_like_a_seats_is_still_the_whole_key(keeper: Keeper) -> None:
    here = keeper(HERE)
    owner = QWidget(here._window)
    here.register(owner, "rule", "keys@home", lambda: {"family": "早川"}, page="rules", edit="keys@home")
    here.stop()
    here.keep_all()
    (form,) = here.left_open()
    assert (form.key, form.seat) == ("keys@home", HERE)


def test_what_could_not_be_moved_here_is_offered_again(
    keeper: Keeper, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(keeper(THERE), "早川")

    def full(*_args: object) -> None:
        raise DiskFull

    desk.window.draft_offer.offer()
    monkeypatch.setattr(desk.office.drafts, "move", full)
    desk.press(desk.window, "Go on")
    desk.wait(lambda: "The disk is full." in texts_in(desk.dialog()))
    desk.dialog().reject()
    monkeypatch.undo()
    desk.press(desk.window, "Go on")
    family = desk.dialog().name.parts["family"]
    desk.wait(lambda: desk.window.drafts.left_open()[0].seat == HERE)
    assert family is not None


def test_the_other_pcs_form_stays_offered_while_this_ones_is_gone_on_with(
    keeper: Keeper, desk: FrontDesk
) -> None:
    def half_typed(subject: str, family: str) -> None:
        payload = {"page": "customers", "arguments": {"new": "yes"}, "typed": {"name": {"family": family}}}
        desk.office.drafts.keep(desk.actor, "customer", subject, {**payload, "name": new_name()})
        desk.real.clock.pass_time(seconds=5)

    half_typed("new", "山田")
    half_typed(f"new@{THERE}", "早川")
    desk.window.draft_offer.offer()
    desk.press(desk.window, "Go on")
    desk.wait(lambda: family(desk) == "山田")
    form = desk.dialog()
    desk.wait(lambda: "Unfinished work is waiting: 1" in texts_in(desk.window))
    form.draft.release()
    form.done(0)
    desk.press(desk.window, "Go on")
    desk.wait(lambda: family(desk) == "早川")
    desk.wait(lambda: "Unfinished work" not in texts_in(desk.window))


def test_what_was_seen_to_elsewhere_since_it_was_offered_opens_no_empty_form(desk: FrontDesk) -> None:
    payload = {"page": "customers", "arguments": {"new": "yes"}, "typed": {"name": {"family": "山田"}}}
    desk.office.drafts.keep(desk.actor, "customer", "new", {**payload, "name": new_name()})
    desk.window.draft_offer.offer()
    desk.office.drafts.drop(desk.actor, "customer", "new")  # it was moved to the other PC, and saved there
    desk.press(desk.window, "Go on")
    desk.calm()
    assert QApplication.activeModalWidget() is None
    told = texts_in(desk.window)
    assert "That was gone on with, or saved, at another PC." in told
    assert "Unfinished work" not in told


def test_what_the_other_pc_stores_while_it_is_moved_is_not_lost(
    keeper: Keeper, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, here = keeper(THERE), keeper(HERE)
    typing(there, "山")
    (form,) = here.left_open()
    drafts = desk.office.drafts
    move, typed = drafts.move, {"family": "山田太郎"}

    def store() -> None:
        payload = {"page": "customers", "arguments": {"new": "yes"}, "typed": typed}
        drafts.keep(desk.actor, "customer", f"new@{THERE}", payload, again=True)

    def moving(*which: object) -> bool:
        store()
        answer = move(*which)  # type: ignore[arg-type]
        with pytest.raises(MovedElsewhere):
            store()
        return answer

    monkeypatch.setattr(drafts, "move", moving)
    here.bring_here(form)
    assert left(here) == [(HERE, "山田太郎")]


def test_a_form_that_was_moved_while_it_was_open_says_so_and_is_stored_no_more(
    keeper: Keeper, desk: FrontDesk
) -> None:
    desk.go("customers", new="yes")
    form = desk.dialog()
    type_in(form.name.parts["family"], "山田")
    assert desk.window.drafts.keep_all() == 1
    other = keeper(THERE)
    (offered,) = other.left_open()
    other.bring_here(offered)
    type_in(form.name.parts["family"], "太郎")
    desk.window.drafts._keep_changed()
    desk.calm()
    assert left(other) == [(THERE, {"family": "山田"})]
    assert form.isVisible()
    assert "You went on with this form at another PC." in texts_in(form)
    assert form.name.parts["family"].text() == "山田太郎"
    other.throw_away(other.left_open()[0])  # it was saved there
    with pytest.raises(MovedElsewhere):
        desk.window.drafts.keep_all()
    assert left(other) == []
    form.draft.release()
    form.done(0)
    assert left(other) == []
    desk.go("customers", new="yes")
    again = desk.dialog()
    type_in(again.name.parts["family"], "早川")
    assert desk.window.drafts.keep_all() == 1
    assert left(other) == [(HERE, {"family": "早川"})]
    again.draft.release()
    again.done(0)


def test_what_a_restored_backup_does_not_hold_is_put_back(keeper: Keeper, desk: FrontDesk) -> None:
    seat, kept = keeper(THERE), KeptForms()
    typing(seat, "早川")
    kept.keep(seat._actor, seat, SeatLoginEnded())
    desk.office.drafts.drop(desk.actor, "customer", f"new@{THERE}")  # the backup is of before
    again = keeper(THERE)
    kept.put_back(again._actor, again)
    assert left(again) == [(THERE, "早川")]


def moved_while_open(keeper: Keeper, desk: FrontDesk) -> tuple[CustomerForm, OpenForm, OpenForm]:
    """A form half typed here and open, and its draft as it was offered and as it went to the other PC."""
    desk.go("customers", new="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    type_in(form.name.parts["family"], "山田")
    assert desk.window.drafts.keep_all() == 1
    other = keeper(THERE)
    (offered,) = other.left_open()
    moved = other.bring_here(offered)
    assert moved is not None
    return form, offered, moved


def test_once_it_was_saved_here_the_pc_where_it_went_is_asked_too(keeper: Keeper, desk: FrontDesk) -> None:
    form, offered, moved = moved_while_open(keeper, desk)
    there = ("customer", moved.subject, (offered.name,))
    assert not desk.office.drafts.was_moved(desk.actor, *there)
    type_in(form.name.parts["family"], "太郎")
    with pytest.raises(MovedElsewhere):
        desk.window.drafts.keep_all()
    form.save()
    desk.calm()
    desk.press(desk.dialog(), "Save it here")
    desk.wait(lambda: not form.isVisible())
    with pytest.raises(SavedBefore):
        desk.office.drafts.was_moved(desk.actor, *there)


@pytest.mark.parametrize("told", [False, True])
def test_what_was_gone_on_with_elsewhere_is_saved_here_after_a_question_alone(
    keeper: Keeper, desk: FrontDesk, told: bool
) -> None:
    def stored() -> int:
        with desk.office._workplace.reading() as session:
            return len(session.scalars(select(Customer.id)).all())

    before = stored()
    form, offered, moved = moved_while_open(keeper, desk)
    keeper(THERE).throw_away(moved)  # it was saved there
    mark = ("customer", "new", (offered.name,))
    assert desk.office.drafts.was_moved(desk.actor, *mark)
    if told:
        type_in(form.name.parts["family"], "太郎")
        with pytest.raises(MovedElsewhere):
            desk.window.drafts.keep_all()
    form.save()
    desk.calm()
    question = desk.dialog()
    assert "Save it here too?" in texts_in(question)
    assert stored() == before
    desk.press(question, "Back to the form")
    form.save()
    desk.calm()
    desk.press(desk.dialog(), "Save it here")
    desk.wait(lambda: not form.isVisible())
    assert stored() == before + 1
    with pytest.raises(SavedBefore):
        desk.office.drafts.was_moved(desk.actor, *mark)


def test_a_new_form_was_not_moved_though_an_earlier_one_of_its_kind_was(keeper: Keeper) -> None:
    here, there = keeper(HERE), keeper(THERE)
    earlier = typing(here, "山田")
    (offered,) = there.left_open()
    moved = there.bring_here(offered)
    assert moved is not None
    there.throw_away(moved)
    here.leave(earlier)  # its window went
    owner = typing(here, "早川")
    here.require_here(owner)
    assert (HERE, "早川") in left(here)
