"""Failed logins slow the seat at which they are made, and no other."""

from __future__ import annotations

import pytest

from hvacdesk.services.seats.seat_tries import FORGOTTEN_AFTER, SeatTries
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


def fail(tries: SeatTries, seat: str = SEAT, account: str = "owner") -> WrongPassphrase:
    with pytest.raises(WrongPassphrase) as caught, tries.one(seat, account):
        raise WrongPassphrase(0)
    return caught.value


def test_the_fourth_try_waits(tries: SeatTries, ticks: Ticks) -> None:
    for _time in range(3):
        fail(tries)
    with pytest.raises(TooManyTries), tries.one(SEAT, "owner"):
        pass
    fail(tries, OTHER)
    ticks.now += 5
    fail(tries)
    ticks.now += 5
    with pytest.raises(TooManyTries), tries.one(SEAT, "owner"):
        pass


def test_a_good_login_ends_it(tries: SeatTries) -> None:
    for _time in range(3):
        fail(tries, OTHER)
    for _time in range(2):
        fail(tries)
    with tries.one(SEAT, "owner"):
        pass
    for _time in range(3):
        fail(tries)


def test_a_good_login_of_another_account_gains_no_tries(tries: SeatTries) -> None:
    for _time in range(2):
        fail(tries)
    with tries.one(SEAT, "own"):
        pass
    assert fail(tries).wait > 0
    with pytest.raises(TooManyTries), tries.one(SEAT, "own"):
        pass


def test_one_passphrase_tried_with_everybody_waits_too(tries: SeatTries) -> None:
    for account in ("one", "two", "three"):
        fail(tries, SEAT, account)
    with pytest.raises(TooManyTries), tries.one(SEAT, "four"):
        pass


def test_what_was_failed_long_ago_is_forgotten(tries: SeatTries, ticks: Ticks) -> None:
    for _time in range(3):
        fail(tries)
    ticks.now += FORGOTTEN_AFTER
    for _time in range(3):
        fail(tries)


def test_what_is_no_guess_does_not_count(tries: SeatTries) -> None:
    for _time in range(10):
        with pytest.raises(DatabaseBusy), tries.one(SEAT, "owner"):
            raise DatabaseBusy
    with tries.one(SEAT, "owner"):
        pass


def test_many_at_once_are_all_counted(tries: SeatTries) -> None:
    """The try counts before it is looked at, so that tries beside each other gain nothing."""
    with (
        tries.one(SEAT, "owner"),
        tries.one(SEAT, "owner"),
        tries.one(SEAT, "owner"),
        pytest.raises(TooManyTries),
        tries.one(SEAT, "owner"),
    ):
        pass
