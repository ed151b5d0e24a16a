"""An office in a real file, worked with from a seat: the same calls, the same answers, nothing done twice."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from hvacdesk.domain.backups.backups import BackupFacts, BackupOutcome
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, NotPermitted, UserFacingError
from hvacdesk.domain.office.half_typed import SavedForm
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.seats.seats import OfficePcBusy, SeatLoginEnded
from hvacdesk.domain.text.wording import phrase
from hvacdesk.seats.calls import (
    ANSWER,
    CALL,
    AnswerLost,
    NoAnswer,
    NothingShown,
    NotReached,
    OfficePcFailed,
    SeatAnswer,
    SeatCall,
)
from hvacdesk.seats.doors import AtTheOfficePcOnly, doors
from hvacdesk.seats.remote import TRIES, remote_office
from hvacdesk.seats.under_way import Watch
from hvacdesk.seats.wire import NotForTheWire, Wire
from hvacdesk.services.backups.backups import NewBackups, _Tried
from hvacdesk.services.language import words_for
from hvacdesk.services.office.saved_form import saving
from hvacdesk.services.only_shown import one_work
from hvacdesk.services.open_office import Office
from hvacdesk.vault.backup.destinations import Place
from tests.helpers.front_desk import build_front_desk
from tests.helpers.made_values import made
from tests.helpers.people import customer, payment
from tests.helpers.sabotage import replaced
from tests.helpers.seats import seat_of
from tests.helpers.secret_service import SecretService


class Seat:
    """A login at the office PC and the seat that works with it."""

    def __init__(self, office: Office, actor: Actor) -> None:
        self.local, self.actor = office, actor
        self.bugs: list[Exception] = []
        self.office, self.transport = seat_of(office, actor, self.bugs.append)


@pytest.fixture(params=[Role.OWNER])
def seat(request: pytest.FixtureRequest, tmp_path: Path, secret_service: SecretService) -> Iterator[Seat]:
    real = build_front_desk(tmp_path / "office")
    office, actor = real.login(request.param)
    yield Seat(office, actor)
    office.close()


def test_what_a_seat_saves_is_half_typed_no_longer(seat: Seat) -> None:
    """The office PC knows by the call itself: the line may be cut before the next one."""
    there = SavedForm("customer", "new@5ea7000", ("a" * 10,), "first")
    typed = {"typed": {"name": "早川"}, "name": "a" * 10}
    seat.office.drafts.keep(seat.actor, there.form, there.subject, typed)
    with saving(there, "b" * 32):  # whose it is says the login, not the seat
        with pytest.raises(InvalidInput):
            seat.office.customers.add(seat.actor, customer(email="kein at-Zeichen"))
        assert len(seat.local.drafts.list(seat.actor)) == 1
        seat.office.customers.add(seat.actor, customer())
    assert seat.local.drafts.list(seat.actor) == ()


def test_what_is_found_at_a_seat_is_what_the_office_pc_finds(seat: Seat) -> None:
    here, there = seat.office, seat.local
    found = here.customers.search(seat.actor, "田中")
    assert found == there.customers.search(seat.actor, "田中")
    assert len(found.rows) == 2
    for row in found.rows:
        assert here.customers.detail(seat.actor, row.customer) == there.customers.detail(
            seat.actor, row.customer
        )
    assert here.today_page.overview(seat.actor) == there.today_page.overview(seat.actor)
    assert here.facts() == there.facts()
    assert here.today() == there.today()
    assert here.integrity.damage == there.integrity.damage
    assert here.audit.entries(seat.actor) == there.audit.entries(seat.actor)


def test_a_seat_saves_and_the_office_pc_has_it(seat: Seat) -> None:
    made = seat.office.customers.add(seat.actor, customer(payment=payment()), with_site=True)
    before = seat.local.customers.detail(seat.actor, made)
    changes = {
        "note": "北の部屋",
        "address": {"building": "別館"},
        "phones": {1: None},
        "payment": {"bank": "港銀行"},
    }
    left = seat.office.customers.change(seat.actor, made, before.version, changes)
    assert left == seat.local.jobs.sites(seat.actor, made)
    after = seat.local.customers.detail(seat.actor, made)
    assert len(after.phones) == len(before.phones) - 1
    note = seat.local.customers.reveal(seat.actor, made, CustomerField.ADDRESS, RevealReason.CALL)
    assert "別館" in note
    with pytest.raises(ChangedMeanwhile):
        seat.office.customers.change(seat.actor, made, before.version, changes)
    assert seat.office.edits.count == seat.local.edits.count == 1
    assert seat.office.edits.undo(seat.actor) is not None


@pytest.mark.parametrize("typed", ["kein at-Zeichen", "a\ud800@example.jp"])
def test_an_error_is_the_same_at_a_seat(seat: Seat, typed: str) -> None:
    def raised(office: Office) -> InvalidInput:
        with pytest.raises(InvalidInput) as caught:
            office.customers.add(seat.actor, customer(email=typed))
        return caught.value

    here, there = raised(seat.office), raised(seat.local)
    assert type(here) is type(there)
    assert vars(here) == vars(there.met_at_office_pc())
    assert here.sentences(words_for("ja")) == there.sentences(words_for("ja"))


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_paper_is_drawn_in_the_language_of_the_seat(seat: Seat) -> None:
    letterhead = seat.office.layout.letterhead()
    drawn = {one: text_of(seat.office.layout.sample(letterhead, words_for(one))) for one in ("ja", "en")}
    assert drawn == {
        one: text_of(seat.local.layout.sample(letterhead, words_for(one))) for one in ("ja", "en")
    }
    assert drawn["ja"] != drawn["en"]


@pytest.mark.parametrize("seat", [Role.TECHNICIAN], indirect=True)
def test_who_asks_is_who_logged_in_whatever_a_seat_says(seat: Seat) -> None:
    with pytest.raises(NotPermitted):
        seat.office.customers.search(seat.actor, "田中")
    posing = replace(seat.actor, roles=frozenset({Role.OWNER}))
    with pytest.raises(NotForTheWire):
        seat.office.customers.search(posing, "田中")
    forged = remote_office(seat.transport, posing, seat.local.clock)
    vars(forged)["session_actor"] = posing
    with pytest.raises(NotPermitted):
        forged.customers.search(posing, "田中")


@pytest.mark.parametrize(
    "door",
    [
        "close",  # no statement of who may: not for anybody outside
        "audit.write_anchor",
        "work_orders.register_state",
        "_workplace.vault.close",
        "customers.__init__",
        "customers.search.__globals__",
        "",
    ],
)
def test_what_has_no_door_is_not_called(seat: Seat, door: str) -> None:
    nothing = doors()["facts"].arguments.pack(())
    answer = ANSWER.unpack(seat.transport.send(CALL.pack(SeatCall(1, door, nothing))))
    assert type(answer.failure) is OfficePcFailed
    assert answer.returned is None
    assert seat.local.customers.search(seat.actor, "田中").hits == 2


def test_what_stays_at_the_office_pc_is_refused_at_both_ends(seat: Seat) -> None:
    with pytest.raises(AtTheOfficePcOnly):
        seat.office.keys.renew_sheet(seat.actor)
    assert seat.transport.asked == []
    body = CALL.pack(SeatCall(1, "keys.renew_sheet", b""))
    assert type(ANSWER.unpack(seat.transport.send(body)).failure) is AtTheOfficePcOnly


def test_a_file_that_a_seat_names_within_a_record_is_not_removed(seat: Seat, tmp_path: Path) -> None:
    """They are steps of a run and of a disposal; a tool of a seat's user could ask for them all the same."""
    other = tmp_path / "other.txt"
    other.write_text("somebody's", encoding="utf-8")
    like = made(BackupOutcome, Random(1))
    named = replace(like, backup=replace(made(BackupFacts, Random(1)), path=str(other)))
    new = replace(made(NewBackups, Random(2)), tried=(_Tried(made(Place, Random(1)), named),))
    arguments = Wire(tuple[NewBackups]).pack((new,))
    for number, step in enumerate(("finish", "take_back", "take", "write_disposed_list"), 1):
        body = CALL.pack(SeatCall(number, f"backups.{step}", arguments))
        assert type(ANSWER.unpack(seat.transport.send(body)).failure) is OfficePcFailed
    assert other.exists()
    assert not {one.action for one in seat.local.audit.entries(seat.actor)} & {Action.BACKUP_TAKEN}


def test_a_bug_at_the_office_pc_tells_a_seat_nothing(seat: Seat) -> None:
    secret = "田中 次郎 /srv/office/customers.db"

    def fail(*_args: object) -> None:
        raise RuntimeError(secret)

    with replaced(seat.local.customers, "search", fail), pytest.raises(OfficePcFailed) as caught:
        seat.office.customers.search(seat.actor, "田中")
    assert [str(bug) for bug in seat.bugs] == [secret]
    assert caught.value.details == {}
    assert secret.encode() not in b"".join(seat.transport.answered)
    assert caught.value.__cause__ is None


class Unsayable(UserFacingError):
    """An error that holds what does not travel."""

    what = phrase("Errors", "x")
    todo = phrase("Errors", "x")


def test_an_error_that_does_not_travel_is_a_bug_of_the_office_pc(seat: Seat) -> None:
    def fail(*_args: object) -> None:
        raise Unsayable(held=object())

    with replaced(seat.local.customers, "search", fail), pytest.raises(OfficePcFailed):
        seat.office.customers.search(seat.actor, "田中")
    assert [type(bug) for bug in seat.bugs] == [NotForTheWire]


def test_a_seat_hears_of_changes_with_its_next_answer(seat: Seat) -> None:
    heard: list[frozenset[Room]] = []
    seat.office.changes.listen(heard.append)
    seat.office.facts()
    assert heard == []
    made = seat.office.customers.add(seat.actor, customer())
    assert Room.CUSTOMERS in heard.pop()
    before = seat.local.customers.detail(seat.actor, made)
    seat.local.customers.change(seat.actor, made, before.version, {"note": "北の部屋"})
    with pytest.raises(ChangedMeanwhile):
        seat.office.customers.change(seat.actor, made, before.version, {"note": "南の部屋"})
    assert Room.CUSTOMERS in heard.pop()
    seat.office.facts()
    assert heard == []


# Nothing is done twice


def registered(seat: Seat) -> int:
    return sum(one.action is Action.CUSTOMER_ADDED for one in seat.local.audit.entries(seat.actor))


def test_a_save_whose_answer_was_lost_is_answered_again_and_done_once(seat: Seat) -> None:
    before = registered(seat)
    seat.transport.losing = TRIES - 1
    made = seat.office.customers.add(seat.actor, customer())
    assert len(seat.transport.asked) == TRIES
    assert len(set(seat.transport.asked)) == 1
    assert registered(seat) == before + 1
    assert seat.local.customers.detail(seat.actor, made).customer == made


def test_a_save_that_is_never_answered_says_so_and_is_done_once(seat: Seat) -> None:
    before = registered(seat)
    seat.transport.losing = TRIES
    with pytest.raises(NoAnswer):
        seat.office.customers.add(seat.actor, customer())
    assert registered(seat) == before + 1


@pytest.mark.parametrize("answered", [True, False])
def test_a_save_under_way_while_the_office_pc_restarts_is_not_said_to_be_undone(
    seat: Seat, answered: bool
) -> None:
    """Whoever hears that a login ended and nothing else would type it again, and it would be there twice."""
    before, send = registered(seat), seat.transport.send

    def restarted(body: bytes, watch: Watch | None) -> bytes:
        if seat.transport.losing:
            return send(body, watch)
        if answered:
            return ANSWER.pack(SeatAnswer(failure=SeatLoginEnded()))
        raise SeatLoginEnded

    seat.transport.losing = 1
    with replaced(seat.transport, "send", restarted), pytest.raises(AnswerLost):
        seat.office.customers.add(seat.actor, customer())
    assert registered(seat) == before + 1


def test_a_save_whose_second_ask_is_refused_is_not_said_to_be_undone(seat: Seat) -> None:
    before, send = registered(seat), seat.transport.send

    def crowded(body: bytes, _watch: object = None) -> bytes:
        if seat.transport.losing:
            return send(body)
        raise OfficePcBusy

    seat.transport.losing = 1
    with replaced(seat.transport, "send", crowded), pytest.raises(AnswerLost):
        seat.office.customers.add(seat.actor, customer())
    assert registered(seat) == before + 1
    with replaced(seat.transport, "send", crowded), pytest.raises(OfficePcBusy):
        seat.office.customers.add(seat.actor, customer())  # it was not made, and can be repeated


def test_a_save_that_never_left_the_seat_says_so(seat: Seat) -> None:
    def away(_body: bytes, _watch: Watch | None) -> bytes:
        raise NotReached

    with replaced(seat.transport, "send", away), pytest.raises(NotReached):
        seat.office.customers.add(seat.actor, customer())


def test_what_was_only_asked_to_be_shown_is_not_said_to_be_done(seat: Seat) -> None:
    seat.transport.losing = TRIES
    with pytest.raises(NothingShown) as told, one_work():
        seat.office.customers.search(seat.actor, "田中")
    assert not told.value.may_be_done

    def away(_body: bytes, _watch: Watch | None) -> bytes:
        raise NotReached

    with replaced(seat.transport, "send", away), pytest.raises(NotReached), one_work():
        seat.office.customers.search(seat.actor, "田中")


@pytest.mark.parametrize("arrives", [True, False])
def test_what_is_read_after_a_save_is_not_said_to_have_changed_nothing(seat: Seat, arrives: bool) -> None:
    """One piece of work saves and reads again: whoever heard that nothing was done would save it twice."""

    def away(_body: bytes, _watch: Watch | None) -> bytes:
        raise NotReached

    with one_work():
        seat.office.customers.add(seat.actor, customer())
        seat.transport.losing = TRIES
        nobody = seat.transport.send if arrives else away
        with replaced(seat.transport, "send", nobody), pytest.raises(NoAnswer) as told:
            seat.office.customers.search(seat.actor, "田中")
        assert told.value.may_be_done


def test_a_refusal_that_was_lost_is_given_again(seat: Seat) -> None:
    seat.transport.losing = 1
    with pytest.raises(InvalidInput):
        seat.office.customers.add(seat.actor, customer(email="kein at-Zeichen"))
    assert len(set(seat.transport.asked)) == 1


def test_two_saves_alike_are_two(seat: Seat) -> None:
    before = registered(seat)
    for _one in range(2):
        seat.office.customers.add(seat.actor, customer())
    assert registered(seat) == before + 2


def test_a_recorded_call_is_not_done_by_playing_it_again(seat: Seat) -> None:
    seat.office.customers.add(seat.actor, customer())
    after = registered(seat)
    first = seat.transport.answered[0]
    assert seat.transport.send(seat.transport.asked[0]) == first
    assert registered(seat) == after


def test_when_customers_are_dropped_from_memory_no_answer_about_them_is_kept(seat: Seat) -> None:
    seat.office.customers.search(seat.actor, "田中")
    asked = seat.transport.asked[0]
    seat.local._workplace.forget()
    assert type(ANSWER.unpack(seat.transport.send(asked)).failure) is AnswerLost
