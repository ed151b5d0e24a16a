"""The session PIN: six digits, five tries."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from hvacdesk.domain.entry.pins import PinTooEasy
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.vault.keyfile.pin import SessionPin


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "12345a", "一二三四五六", "¹²³⁴⁵x"])
def test_anything_but_six_digits_is_refused(pin: str) -> None:
    with pytest.raises(InvalidInput):
        SessionPin(pin)


@pytest.mark.parametrize(
    "pin",
    [
        "111111",
        "000000",
        "123456",
        "012345",
        "567890",
        "654321",
        "098765",
        "121212",
        "123123",
        "７７７７７７",
    ],
)
def test_what_anybody_would_try_first_is_refused(pin: str) -> None:
    with pytest.raises(PinTooEasy):
        SessionPin(pin)


@pytest.mark.parametrize("pin", ["482901", "240611", "123457", "112233", "135791"])
def test_others_are_taken(pin: str) -> None:
    assert SessionPin(pin).matches(pin)


def test_full_width_digits_are_the_same_pin() -> None:
    assert SessionPin("４８２９０１").matches("482901")


def test_a_good_try_gives_all_tries_back() -> None:
    pin = SessionPin("482901")
    assert not pin.matches("000000")
    assert pin.tries_left == 4
    assert pin.matches("482901")
    assert pin.tries_left == 5


def test_after_five_wrong_tries_even_the_right_pin_is_refused() -> None:
    pin = SessionPin("482901")
    for _ in range(5):
        assert not pin.matches("111111")
    assert pin.tries_left == 0
    assert not pin.matches("482901")


def test_guesses_side_by_side_are_counted_too() -> None:
    pin, together = SessionPin("482901"), Barrier(16)

    def guess(number: int) -> bool:
        together.wait()
        return pin.matches(f"9{number:05}")

    with ThreadPoolExecutor(16) as guessing:
        assert not any(guessing.map(guess, range(16)))
    assert pin.tries_left == 0
