"""Failed logins slow the seat at which they are made, and no other."""

from __future__ import annotations

import pytest

from hvacdesk.services.seats.seat_tries import SeatTries
from hvacdesk.vault.errors import DatabaseBusy, TooManyTries, WrongPassphrase

SEAT, OTHER = "a" * 32, "b" * 32


class Ticks:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def tries(ticks: Ticks) -> SeatTries:
    return SeatTries(ticks)


def fail(tries: SeatTries, seat: str = SEAT) -> None:
    with pytest.raises(WrongPassphrase), tries.one(seat):
        raise WrongPassphrase(0)


def test_the_fourth_try_waits(tries: SeatTries, ticks: Ticks) -> None:
    for _time in range(3):
        fail(tries)
    with pytest.raises(TooManyTries), tries.one(SEAT):
        pass
    fail(tries, OTHER)
    ticks.now += 5
    fail(tries)
    ticks.now += 5
    with pytest.raises(TooManyTries), tries.one(SEAT):
        pass


def test_a_good_login_ends_it(tries: SeatTries) -> None:
    for _time in range(3):
        fail(tries, OTHER)
    for _time in range(2):
        fail(tries)
    with tries.one(SEAT):
        pass
    for _time in range(3):
        fail(tries)


def test_what_is_no_guess_does_not_count(tries: SeatTries) -> None:
    for _time in range(10):
        with pytest.raises(DatabaseBusy), tries.one(SEAT):
            raise DatabaseBusy
    with tries.one(SEAT):
        pass


def test_many_at_once_are_all_counted(tries: SeatTries) -> None:
    """The try counts before it is looked at, so that tries beside each other gain nothing."""
    with tries.one(SEAT), tries.one(SEAT), tries.one(SEAT), pytest.raises(TooManyTries), tries.one(SEAT):
        pass
