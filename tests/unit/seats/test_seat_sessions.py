"""The logins of seats: none enters after the end, one stays at a seat, one that fails ends no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from threading import Barrier, Event, Thread
from types import SimpleNamespace
from typing import Any

import pytest

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.seats.seats import (
    Pause,
    SeatAccountGone,
    SeatLoginEnded,
    SeatLoginReplaced,
    SeatRoleChanged,
    SeatRoleTaken,
)
from hvacdesk.seats import seat_sessions
from hvacdesk.seats.asks import NewsAsked
from hvacdesk.seats.seat_sessions import SeatSessions
from hvacdesk.vault.login_ended import LoginEnded, RoleTaken
from hvacdesk.vault.session import VaultClosed
from tests.helpers.waiting import until

PATIENCE = 20
WHO = Actor("a" * 32, "受付", frozenset({Role.DESK}))


class MadeOffice:
    """All that a session asks of an office."""

    def __init__(self, fails: Exception | None = None) -> None:
        self.left = 0
        self.stopped = False
        self.fails = fails
        self.ended: Exception | None = None
        self.changes = SimpleNamespace(listen=lambda _told: None)
        self.clock = lambda: datetime(2026, 11, 30, tzinfo=UTC)

    def require_login(self) -> None:
        if self.ended is not None:
            raise self.ended

    def leave(self, _actor: Actor) -> None:
        self.left += 1
        if self.fails is not None:
            raise self.fails

    def stop(self) -> None:
        self.stopped = True

    def when_forgotten(self, _drop: Callable[[], None]) -> None:
        pass


class Door:
    """Lets everybody in, and notes where they came from."""

    def __init__(self) -> None:
        self.offices: list[Any] = []
        self.seats: list[str | None] = []
        self.fails: Exception | None = None
        self.staff_fails: Exception | None = None
        self.there: tuple[StaffMember, ...] = ()
        self.begun, self.go_on = Event(), Event()
        self.go_on.set()
        self._within, self.most_within = 0, 0

    def office_name(self) -> str:
        return "試験空調"

    def staff(self) -> tuple[StaffMember, ...]:
        if self.staff_fails is not None:
            raise self.staff_fails
        return self.there

    def login(self, _account: str, _passphrase: str, at: str | None = None) -> tuple[Any, Actor]:
        self._within += 1
        self.most_within = max(self.most_within, self._within)
        self.begun.set()
        assert self.go_on.wait(PATIENCE)
        self._within -= 1
        self.seats.append(at)
        self.offices.append(MadeOffice(self.fails))
        return self.offices[-1], WHO


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def bugs() -> list[Exception]:
    return []


@pytest.fixture
def sessions(door: Door, bugs: list[Exception]) -> Iterator[SeatSessions]:
    made = SeatSessions(door, bugs.append, kept_seconds=PATIENCE)
    yield made
    made.close()


def in_at(sessions: SeatSessions, seat: str = "seat") -> bytes:
    return sessions.log_in(seat, WHO.account, "passphrase", f"name of {seat}").token.encode()


def test_a_login_in_progress_when_all_end_does_not_stay(door: Door, sessions: SeatSessions) -> None:
    door.go_on.clear()
    failed: list[UserFacingError] = []

    def log_in() -> None:
        try:
            in_at(sessions)
        except UserFacingError as error:
            failed.append(error)

    entering = Thread(target=log_in)
    entering.start()
    assert door.begun.wait(PATIENCE)
    closing = Thread(target=sessions.close)
    closing.start()
    closing.join(0.1)
    door.go_on.set()
    entering.join(PATIENCE)
    closing.join(PATIENCE)
    assert [type(one) for one in failed] == [SeatLoginEnded]
    assert sessions.logged_in() == ()
    assert [one.left for one in door.offices] == [1]


def test_one_passphrase_at_a_time_is_checked_whatever_seats_ask(door: Door, sessions: SeatSessions) -> None:
    """Each check takes much memory: a crowd that logs in at once would bring the office PC down."""
    door.go_on.clear()
    entering = [Thread(target=in_at, args=(sessions, f"seat {number}")) for number in range(3)]
    for one in entering:
        one.start()
    assert door.begun.wait(PATIENCE)
    entering[-1].join(0.1)  # whoever does not wait is within by then
    door.go_on.set()
    for one in entering:
        one.join(PATIENCE)
    assert (len(sessions.logged_in()), door.most_within) == (3, 1)


def test_who_logs_in_during_a_pause_is_told_of_it(sessions: SeatSessions) -> None:
    sessions.pause(Pause.KEY_RENEWAL)
    token = in_at(sessions)
    assert sessions.news(token, "seat", NewsAsked(0)).pause is Pause.KEY_RENEWAL


def test_of_two_logins_at_one_seat_at_one_moment_one_stays(
    door: Door, sessions: SeatSessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    both, made = Barrier(2), seat_sessions.SeatSession

    class Slow(made):  # type: ignore[valid-type,misc]
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            both.wait(PATIENCE)

    monkeypatch.setattr(seat_sessions, "SeatSession", Slow)
    entering = [Thread(target=in_at, args=(sessions,)) for _one in range(2)]
    for one in entering:
        one.start()
    for one in entering:
        one.join(PATIENCE)
    assert len(sessions.logged_in()) == 1
    assert sorted(one.left for one in door.offices) == [0, 1]


@pytest.mark.parametrize("failure", [VaultClosed(), RuntimeError("a bug")], ids=["closed", "bug"])
def test_a_login_that_fails_at_its_end_leaves_none_of_the_others(
    door: Door, sessions: SeatSessions, bugs: list[Exception], failure: Exception
) -> None:
    door.fails = failure
    in_at(sessions, "bad")
    door.fails = None
    in_at(sessions, "good")
    sessions.close()
    assert [one.left for one in door.offices] == [1, 1]
    assert bugs == [failure]


def test_the_thread_that_ends_silent_logins_outlives_what_it_meets(
    door: Door, bugs: list[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seat_sessions, "_UPKEEP_SECONDS", 0.01)
    monkeypatch.setattr(seat_sessions, "_LOOK_SECONDS", 0.01)
    failing = Event()

    class Sessions(SeatSessions):
        def end_silent(self) -> None:
            if not failing.is_set():
                failing.set()
                raise RuntimeError
            super().end_silent()

    made = Sessions(door, bugs.append, kept_seconds=0.0)
    assert failing.wait(PATIENCE)
    in_at(made)
    until(lambda: made.logged_in() == ())
    assert [type(one) for one in bugs] == [RuntimeError]
    made.close()


def test_a_login_that_was_ended_elsewhere_is_over_at_the_next_ask(door: Door, sessions: SeatSessions) -> None:
    token = in_at(sessions)
    sessions.of(token, "seat")
    door.offices[0].ended = LoginEnded()
    with pytest.raises(SeatLoginEnded):
        sessions.of(token, "seat")
    assert sessions.logged_in() == ()
    assert door.offices[0].left == 1


def test_a_login_whose_office_is_closed_is_told_as_a_bug_once(door: Door, sessions: SeatSessions) -> None:
    token = in_at(sessions)
    door.offices[0].ended = VaultClosed()
    with pytest.raises(VaultClosed):
        sessions.of(token, "seat")
    with pytest.raises(SeatLoginEnded):
        sessions.of(token, "seat")


def test_a_login_is_left_once_though_many_end_it(door: Door, sessions: SeatSessions) -> None:
    token = in_at(sessions)
    session = sessions.of(token, "seat")
    ending = [Thread(target=session.end) for _one in range(8)]
    for one in ending:
        one.start()
    for one in ending:
        one.join(PATIENCE)
    assert door.offices[0].left == 1


def test_the_door_is_told_at_which_seat_somebody_is(door: Door, sessions: SeatSessions) -> None:
    in_at(sessions, "front")
    assert door.seats == ["name of front"]


def test_why_a_login_is_over_is_told_to_its_own_seat_alone(sessions: SeatSessions) -> None:
    """Whoever stole a token learns nothing of it at another seat."""
    over = in_at(sessions)
    in_at(sessions)
    with pytest.raises(SeatLoginReplaced):
        sessions.of(over, "seat")
    with pytest.raises(SeatLoginEnded) as told:
        sessions.of(over, "another seat")
    assert type(told.value) is SeatLoginEnded


@pytest.mark.parametrize(("ended", "why"), [(RoleTaken(), SeatRoleTaken), (LoginEnded(), SeatRoleChanged)])
def test_a_seat_is_told_whether_a_role_was_taken(
    door: Door, sessions: SeatSessions, ended: LoginEnded, why: type[SeatLoginEnded]
) -> None:
    """What was half typed goes with a role, and stays otherwise."""
    token = in_at(sessions)
    door.there = (StaffMember(WHO.account, WHO.name, ()),)
    door.offices[0].ended = ended
    with pytest.raises(SeatLoginEnded) as told:
        sessions.of(token, "seat")
    assert type(told.value) is why
    assert told.value.typed_stays == (why is SeatRoleChanged)


@pytest.mark.parametrize("unreadable", [False, True], ids=["staff read", "staff unreadable"])
def test_a_login_that_the_office_ended_is_over_whether_its_reason_is_known_or_not(
    door: Door, sessions: SeatSessions, *, unreadable: bool
) -> None:
    token = in_at(sessions)
    door.offices[0].ended = LoginEnded()
    door.staff_fails = LoginEnded() if unreadable else None
    with pytest.raises(SeatLoginEnded) as told:
        sessions.of(token, "seat")
    assert type(told.value) is (SeatLoginEnded if unreadable else SeatAccountGone)
    assert sessions.logged_in() == ()
