"""Failed tries slow down, whatever happens to the clock or the count."""

from __future__ import annotations

import pytest

from hvacdesk.vault.errors import TooManyTries
from hvacdesk.vault.throttle import Throttle, delay_after
from tests.helpers.vault_offices import Clock, MemorySecrets

SLOT = "ab" * 16
LONGEST = 900


def test_delays_grow_and_end_at_a_quarter_of_an_hour() -> None:
    delays = [delay_after(failed) for failed in range(20)]
    assert delays == sorted(delays)
    assert delays[:3] == [0, 0, 0]
    assert delays[-1] == LONGEST


def test_a_try_that_comes_too_soon_is_refused_and_a_later_one_taken() -> None:
    clock, secrets = Clock(), MemorySecrets()
    throttle = Throttle(secrets, "office", clock)
    throttle.start(SLOT)
    assert [throttle.begin(SLOT) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(TooManyTries) as caught:
        throttle.begin(SLOT)
    assert caught.value.wait == delay_after(3)
    clock.now += delay_after(3)
    assert Throttle(secrets, "office", clock).begin(SLOT) == 3


def test_deleting_the_count_means_the_longest_delay() -> None:
    clock, secrets = Clock(), MemorySecrets()
    throttle = Throttle(secrets, "office", clock)
    with pytest.raises(TooManyTries) as caught:
        throttle.begin(SLOT)
    assert caught.value.wait == LONGEST
    clock.now += LONGEST
    throttle.begin(SLOT)


def test_an_unreadable_count_means_the_longest_delay() -> None:
    secrets = MemorySecrets()
    throttle = Throttle(secrets, "office", Clock())
    throttle.start(SLOT)
    (account,) = secrets.kept
    secrets.write(account, b"nonsense")
    with pytest.raises(TooManyTries):
        throttle.begin(SLOT)


def test_setting_the_clock_back_does_not_shorten_the_delay_nor_lengthen_it_for_ever() -> None:
    clock = Clock()
    throttle = Throttle(MemorySecrets(), "office", clock)
    throttle.start(SLOT)
    for _ in range(3):
        throttle.begin(SLOT)
    clock.now -= 10**6
    with pytest.raises(TooManyTries) as caught:
        throttle.begin(SLOT)
    assert caught.value.wait == delay_after(3)
    clock.now += delay_after(3)
    throttle.begin(SLOT)


def test_setting_the_clock_forward_gains_one_try_only() -> None:
    clock = Clock()
    throttle = Throttle(MemorySecrets(), "office", clock)
    throttle.start(SLOT)
    for _ in range(3):
        throttle.begin(SLOT)
    clock.now += 10**6
    throttle.begin(SLOT)
    clock.now -= 10**6
    with pytest.raises(TooManyTries):
        throttle.begin(SLOT)
