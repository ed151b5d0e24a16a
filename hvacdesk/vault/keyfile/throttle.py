"""Failed logins slow down, and stay slow after a restart.

The count lives in the operating system's key store, apart from the key file, so that putting an old file back
does not reset it. A missing or unreadable count means the longest delay: deleting it gains nothing. This
slows a person at the keyboard; a program running as the same user can bypass it, as the threat model says.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import errors, folder
from hvacdesk.vault.device.keyring_store import Secrets

Clock = Callable[[], float]
"""Seconds since 1970 in UTC."""

_DELAYS = (0, 0, 0, 5, 15, 30, 60, 300, 900)
"""Seconds to wait after 0, 1, 2 … failed tries; the last one holds for every further try."""
_FREE_AT_SEATS = 100
"""Failed tries for one account at all seats together that do not slow it: each seat is slowed by itself."""
_AT_SEATS = " at seats"
_LOCK_SECONDS = 10.0
_RECORD = struct.Struct(">Id")
_MOST = 0xFFFF
_NOT_KNOWN = 1 << 31
"""Added to a count that went missing, until a good try: nobody is told that so many tries failed."""
_MISSING = _NOT_KNOWN | len(_DELAYS) - 1
"""What a missing count begins at: the longest delay, and no try that anybody made."""


@dataclass(frozen=True)
class FailedTries:
    """Failed tries before a good one.

    Attributes:
        known: how many were counted.
        went_missing: whether there may have been more, of which the count went missing.
    """

    known: int = 0
    went_missing: bool = False


NO_FAILED_TRIES = FailedTries()


class Throttle:
    """The failed tries of one office's slots at this computer's login.

    Args:
        home: the office's folder, in which two programs that count at the same time wait for each other.
    """

    def __init__(self, secrets: Secrets, office_id: str, clock: Clock, home: Path) -> None:
        self._secrets = secrets
        self._office_id = office_id
        self._clock = clock
        self._home = home
        self._lock = home / folder.TRIES_LOCK_NAME

    def start(self, slot_id: str) -> None:
        """Give a new slot its count of zero."""
        self._write(slot_id, 0)

    def start_missing(self, slot_id: str) -> None:
        """Give a slot its count of zero in a key store that may have none; one that is there stays."""
        if self._secrets.read(self._account(slot_id)) is None:
            self.start(slot_id)

    def forget(self, slot_id: str) -> None:
        """Remove the count of a removed slot."""
        for account in (self._account(slot_id), self._account(slot_id) + _AT_SEATS):
            with suppress(UserFacingError):  # a count that is left is nobody's, and opens nothing
                self._secrets.delete(account)

    def at_seats(self) -> Throttle:
        """The count of what is tried at other PCs: none of them can shut this computer's own door."""
        return _AtSeats(self._secrets, self._office_id, self._clock, self._home)

    def taken(self, slot_id: str) -> int:
        """How many tries failed since this was asked last; they count no more."""
        failed, _ = self._read(slot_id)
        if failed:
            self.start(slot_id)
        return failed

    def begin(self, slot_id: str) -> int:
        """Count a try before it is looked at, so that ending the program does not save it.

        Returns:
            The number of failed tries before this one; of a count that went missing, those since.

        Raises:
            TooManyTries: the delay after the last try is not over.
            TriesNotKnown: so it is, since the count went missing.
            DatabaseBusy: another program is counting and does not come to an end.
        """
        with folder.locked(self._lock, _LOCK_SECONDS):
            return self._counted(slot_id)

    def _counted(self, slot_id: str) -> int:
        failed, last = self._read(slot_id)
        now = self._clock()
        elapsed = now - last if now >= last else 0.0
        wait = math.ceil(self._delay(failed) - elapsed)
        if wait > 0:
            if now < last:
                self._write(slot_id, failed)
            raise (errors.TriesNotKnown if failed & _NOT_KNOWN else errors.TooManyTries)(wait)
        self._write(slot_id, failed + 1)
        return failed - _MISSING if failed & _NOT_KNOWN else failed

    def went_missing(self, slot_id: str) -> bool:
        """Whether tries may have failed before the count began, since it went missing."""
        failed, _ = self._read(slot_id)
        return bool(failed & _NOT_KNOWN)

    def wait(self, slot_id: str) -> int:
        """Seconds that the next try has to wait."""
        failed, _ = self._read(slot_id)
        return self._delay(failed)

    def _delay(self, failed: int) -> int:
        return delay_after(failed)

    def _read(self, slot_id: str) -> tuple[int, float]:
        raw = self._secrets.read(self._account(slot_id))
        if raw is None or len(raw) != _RECORD.size:
            return self._missing(slot_id)
        failed, last = _RECORD.unpack(raw)
        return failed, last

    def _missing(self, slot_id: str) -> tuple[int, float]:
        self._write(slot_id, _MISSING)
        return _MISSING, self._clock()

    def _write(self, slot_id: str, failed: int) -> None:
        kept = failed & _NOT_KNOWN | min(failed & ~_NOT_KNOWN, _MOST)
        self._secrets.write(self._account(slot_id), _RECORD.pack(kept, self._clock()))

    def _account(self, slot_id: str) -> str:
        return f"{self._office_id}/{slot_id}/tries"


class _AtSeats(Throttle):
    """The failed tries at seats, of one account at all of them together.

    Who could delete the count sits at the office PC, and needs no seat: a missing one is none.
    """

    def _delay(self, failed: int) -> int:
        return 0 if failed < _FREE_AT_SEATS else _DELAYS[-1]

    def _missing(self, _slot_id: str) -> tuple[int, float]:
        return 0, 0.0

    def _account(self, slot_id: str) -> str:
        return super()._account(slot_id) + _AT_SEATS


def delay_after(failed: int) -> int:
    """Seconds to wait after so many failed tries."""
    return _DELAYS[min(failed, len(_DELAYS) - 1)]
