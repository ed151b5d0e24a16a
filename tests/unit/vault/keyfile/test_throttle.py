"""Failed tries slow down, whatever happens to the clock or the count."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hvacdesk.vault import folder
from hvacdesk.vault.errors import TooManyTries, TriesNotKnown
from hvacdesk.vault.keyfile.throttle import Clock as Now
from hvacdesk.vault.keyfile.throttle import Throttle, delay_after
from tests.helpers.vault_offices import Clock, MemorySecrets

SLOT = "ab" * 16
LONGEST = 900
Make = Callable[..., Throttle]


@pytest.fixture
def throttle_of(tmp_path: Path) -> Make:
    """Makes a throttle over a key store."""

    def make(secrets: MemorySecrets, clock: Now | None = None) -> Throttle:
        return Throttle(secrets, "office", clock or Clock(), tmp_path)

    return make


def test_delays_grow_and_end_at_a_quarter_of_an_hour() -> None:
    delays = [delay_after(failed) for failed in range(20)]
    assert delays == sorted(delays)
    assert delays[:3] == [0, 0, 0]
    assert delays[-1] == LONGEST


def test_a_try_that_comes_too_soon_is_refused_and_a_later_one_taken(throttle_of: Make) -> None:
    clock, secrets = Clock(), MemorySecrets()
    throttle = throttle_of(secrets, clock)
    throttle.start(SLOT)
    assert [throttle.begin(SLOT) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(TooManyTries) as caught:
        throttle.begin(SLOT)
    assert caught.value.wait == delay_after(3)
    clock.now += delay_after(3)
    assert throttle_of(secrets, clock).begin(SLOT) == 3


def test_tries_at_seats_slow_nobody_at_this_computer(throttle_of: Make) -> None:
    throttle = throttle_of(MemorySecrets())
    throttle.start(SLOT)
    seats = throttle.at_seats()
    for failed in range(20):
        assert seats.begin(SLOT) == failed
    assert throttle.begin(SLOT) == 0
    assert seats.taken(SLOT) == 20
    assert seats.taken(SLOT) == 0


def test_tries_at_all_seats_together_end_at_the_longest_delay(throttle_of: Make) -> None:
    clock, secrets = Clock(), MemorySecrets()
    seats = throttle_of(secrets, clock).at_seats()
    for _try in range(100):
        seats.begin(SLOT)
    with pytest.raises(TooManyTries) as caught:
        throttle_of(secrets, clock).at_seats().begin(SLOT)
    assert caught.value.wait == LONGEST
    clock.now += LONGEST
    assert seats.begin(SLOT) == 100


def test_nothing_is_left_of_a_removed_slot(throttle_of: Make) -> None:
    secrets = MemorySecrets()
    throttle = throttle_of(secrets)
    throttle.start(SLOT)
    throttle.at_seats().begin(SLOT)
    account = throttle.at_seats()._account(SLOT)
    assert secrets.read(account) is not None
    throttle.forget(SLOT)
    assert secrets.read(account) is None


def test_no_number_of_tries_is_taken_for_a_count_that_went_missing(throttle_of: Make) -> None:
    seats = throttle_of(MemorySecrets()).at_seats()
    seats._write(SLOT, 0xFFFF)
    for _try in range(2):
        with pytest.raises(TooManyTries) as told:
            seats.begin(SLOT)
        assert type(told.value) is TooManyTries
        seats._write(SLOT, 0xFFFF + 1)
    assert seats.taken(SLOT) == 0xFFFF


def test_deleting_the_count_means_the_longest_delay(throttle_of: Make) -> None:
    clock, secrets = Clock(), MemorySecrets()
    throttle = throttle_of(secrets, clock)
    with pytest.raises(TooManyTries) as caught:
        throttle.begin(SLOT)
    assert caught.value.wait == LONGEST
    clock.now += LONGEST
    throttle.begin(SLOT)


def test_an_unreadable_count_means_the_longest_delay(throttle_of: Make) -> None:
    secrets = MemorySecrets()
    throttle = throttle_of(secrets)
    throttle.start(SLOT)
    (account,) = secrets.kept
    secrets.write(account, b"nonsense")
    with pytest.raises(TooManyTries):
        throttle.begin(SLOT)


def test_of_a_missing_count_nobody_is_told_that_there_were_failed_tries(throttle_of: Make) -> None:
    """Not at once, not while they wait, and not after a try of their own that failed or was none."""
    clock, secrets = Clock(), MemorySecrets()
    for seconds in (0, 10, LONGEST - 10):
        clock.now += seconds
        if seconds == LONGEST - 10:
            throttle_of(secrets, clock).begin(SLOT)
        with pytest.raises(TriesNotKnown) as told:
            throttle_of(secrets, clock).begin(SLOT)
        assert "too many failed tries" not in str(told.value)
    assert told.value.wait == LONGEST
    clock.now += LONGEST
    throttle_of(secrets, clock).begin(SLOT)
    throttle_of(secrets, clock).start(SLOT)
    assert [throttle_of(secrets, clock).begin(SLOT) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(TooManyTries) as known:
        throttle_of(secrets, clock).begin(SLOT)
    assert type(known.value) is TooManyTries


def test_a_count_deleted_again_and_again_gains_no_try(throttle_of: Make) -> None:
    clock, secrets = Clock(), MemorySecrets()
    throttle = throttle_of(secrets, clock)
    for _time in range(3):
        secrets.kept.clear()
        for _try in range(2):
            with pytest.raises(TriesNotKnown) as told:
                throttle.begin(SLOT)
            assert told.value.wait == LONGEST
        clock.now += LONGEST - 1
        with pytest.raises(TriesNotKnown):
            throttle.begin(SLOT)
        clock.now += 1
        throttle.begin(SLOT)
        with pytest.raises(TriesNotKnown) as told:
            throttle.begin(SLOT)
        assert told.value.wait == LONGEST


def test_an_earlier_program_takes_a_count_that_is_not_known_for_a_high_one(throttle_of: Make) -> None:
    """It reads the first four bytes as a number of tries, of which the longest delay is all it knows."""
    secrets = MemorySecrets()
    with pytest.raises(TriesNotKnown):
        throttle_of(secrets).begin(SLOT)
    (record,) = secrets.kept.values()
    assert delay_after(int.from_bytes(record[:4], "big")) == LONGEST


def test_setting_the_clock_back_does_not_shorten_the_delay_nor_lengthen_it_for_ever(
    throttle_of: Make,
) -> None:
    clock = Clock()
    throttle = throttle_of(MemorySecrets(), clock)
    throttle.start(SLOT)
    for _ in range(3):
        throttle.begin(SLOT)
    clock.now -= 10**6
    with pytest.raises(TooManyTries) as caught:
        throttle.begin(SLOT)
    assert caught.value.wait == delay_after(3)
    clock.now += delay_after(3)
    throttle.begin(SLOT)


def test_setting_the_clock_forward_gains_one_try_only(throttle_of: Make) -> None:
    clock = Clock()
    throttle = throttle_of(MemorySecrets(), clock)
    throttle.start(SLOT)
    for _ in range(3):
        throttle.begin(SLOT)
    clock.now += 10**6
    throttle.begin(SLOT)
    clock.now -= 10**6
    with pytest.raises(TooManyTries):
        throttle.begin(SLOT)


def test_a_count_that_is_there_is_not_started_again(throttle_of: Make) -> None:
    secrets = MemorySecrets()
    throttle = throttle_of(secrets)
    throttle.start_missing(SLOT)
    assert throttle.begin(SLOT) == 0
    throttle.start_missing(SLOT)
    assert throttle.begin(SLOT) == 1


@dataclass
class MeetingSecrets(MemorySecrets):
    """A key store in which two that read at the same time wait for each other, as far as they can."""

    meeting: threading.Barrier = field(default_factory=lambda: threading.Barrier(2, timeout=0.5))

    def read(self, account: str) -> bytes | None:
        found = super().read(account)
        with suppress(threading.BrokenBarrierError):
            self.meeting.wait()
        return found


def test_two_at_the_same_time_cannot_both_take_the_last_free_try(throttle_of: Make) -> None:
    secrets = MeetingSecrets()
    plain = MemorySecrets(kept=secrets.kept)
    throttle_of(plain).start(SLOT)
    for _ in range(2):
        throttle_of(plain).begin(SLOT)
    outcomes: list[int | None] = []

    def attempt() -> None:
        try:
            outcomes.append(throttle_of(secrets).begin(SLOT))
        except TooManyTries:
            outcomes.append(None)

    threads = [threading.Thread(target=attempt) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [2, None]


COUNTS = """
import sys
from pathlib import Path
from hvacdesk.vault import errors; from hvacdesk.vault.keyfile import throttle
from tests.helpers.vault_offices import Clock, MemorySecrets
throttle._LOCK_SECONDS = 0.0
try:
    throttle.Throttle(MemorySecrets(), "office", Clock(), Path(sys.argv[1])).begin("slot")
except errors.UserFacingError as error:
    print(type(error).__name__)
"""


def test_another_program_waits_while_one_counts(tmp_path: Path) -> None:
    command = [sys.executable, "-c", COUNTS, str(tmp_path)]

    def outcome() -> str:
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip()

    with folder.locked(tmp_path / folder.TRIES_LOCK_NAME, 0):
        assert outcome() == "DatabaseBusy"
    assert outcome() == "TriesNotKnown"
