"""Exact tries at hidden values: counted per person and slowed when many, so that nobody can list them."""

from __future__ import annotations

import math
import threading
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

WINDOW = timedelta(minutes=10)
FREE_TRIES = 20
"""From this many tries within the window each further one has to wait."""
_FIRST_WAIT = 5
_LONGEST_WAIT = 300
MISSES_PER_ENTRY = 10
"""So many tries that found nothing share one entry in the audit log."""


class TooManyExactSearches(UserFacingError):
    """Whole numbers, names or addresses were tried too often; ``wait`` is in seconds."""

    what = phrase("Errors", "Too many whole names and numbers were searched for in a short time.")
    safe = phrase("Errors", "Searching by part of a name, town or last four digits still works.")
    todo = phrase("Errors", "Try again in {wait} seconds.")

    def __init__(self, wait: int) -> None:
        super().__init__(wait=wait)
        self.wait = wait


class Tried(NamedTuple):
    """What is tried at once.

    Attributes:
        typed: the folded text of a search field. One that goes on from the last is the same try.
        wholes: whole values, each with its kind before it and each a try of its own. However one begins,
            it goes on from no other.
    """

    typed: str = ""
    wholes: frozenset[str] = frozenset()


@dataclass
class _Person:
    turn: threading.Lock = field(default_factory=threading.Lock)
    at: deque[datetime] = field(default_factory=deque)
    last: str = ""
    wholes: dict[str, datetime] = field(default_factory=dict)
    missed: defaultdict[int, dict[int, datetime]] = field(default_factory=lambda: defaultdict(dict))
    """Values in lists that nobody of their name has, by name; kept is only what tells them apart."""
    misses: int = 0
    refusal_told: bool = False


class ExactTries:
    """The tries of everyone who is working with this open office. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._people: defaultdict[str, _Person] = defaultdict(_Person)

    @contextmanager
    def turn(self, account: str) -> Iterator[None]:
        """One of a person's tries after the other: of many at once all would be free, as none is counted yet.

        To be taken where no reading or writing of the database has begun, which the one before may wait for.
        """
        with self._lock:
            person = self._people[account]
        with person.turn:
            yield

    def wait(self, account: str, tried: Tried, now: datetime) -> int:
        """Seconds until this may be looked at; 0 when it may be now, or was counted already.

        Several whole values wait as long as they would one after the other.
        """
        with self._lock:
            person = self._people[account]
            _drop_old(person, now)
            so_far = len(person.at)
            delay = sum(map(_delay, range(so_far, so_far + _fresh(person, tried))))
            since = (now - person.at[-1]).total_seconds() if person.at else 0
            return max(0, math.ceil(delay - since)) if delay else 0

    def forget(self) -> None:
        """Drop what was typed; how often somebody tried stays known."""
        with self._lock:
            for person in self._people.values():
                person.last = ""
                person.wholes.clear()

    def told_of_list(self, account: str, name: str, value: str, now: datetime, *, hit: bool) -> bool | None:
        """Whether a row of a list may be told that somebody of its name has this value; None: not any more.

        A list is full of names and is not slowed by them. But of one name it is told as few values as are
        tried by hand within the same time, or a list of all numbers would find everybody's.
        """
        with self._lock:
            missed = self._people[account].missed[hash(name)]
            for old in [one for one, at in missed.items() if now - at > WINDOW]:
                del missed[old]
            if hash(value) not in missed:
                if len(missed) >= FREE_TRIES:
                    return None
                if not hit:
                    missed[hash(value)] = now
            return hit

    def refused(self, account: str) -> bool:
        """Whether this is the first refusal since the last try that was looked at."""
        with self._lock:
            person = self._people[account]
            first, person.refusal_told = not person.refusal_told, True
            return first

    def count(self, account: str, tried: Tried, now: datetime, *, hit: bool) -> int:
        """Count what was tried and return for how many tries the log is due an entry; 0 for none."""
        with self._lock:
            person = self._people[account]
            fresh = _fresh(person, tried)
            if tried.wholes:
                same = not fresh
                person.wholes |= dict.fromkeys(tried.wholes - person.wholes.keys(), now)
            else:
                same, person.last = tried.typed == person.last, tried.typed
            if fresh:
                person.at.extend([now] * fresh)
                person.misses += fresh
                person.refusal_told = False
            if same or not (hit or person.misses >= MISSES_PER_ENTRY):
                return 0
            tries, person.misses = max(person.misses, 1), 0
            return tries


def _fresh(person: _Person, tried: Tried) -> int:
    """How many tries this is more than those that are counted: a text that goes on is being typed."""
    if tried.wholes:
        return len(tried.wholes - person.wholes.keys())
    return 0 if person.last and tried.typed.startswith(person.last) else 1


def _delay(so_far: int) -> int:
    """Seconds that the next try waits for after so many."""
    if so_far < FREE_TRIES:
        return 0
    delay: int = min(_FIRST_WAIT * 2 ** (so_far - FREE_TRIES), _LONGEST_WAIT)
    return delay


def _drop_old(person: _Person, now: datetime) -> None:
    while person.at and now - person.at[0] > WINDOW:
        person.at.popleft()
    for whole in [one for one, at in person.wholes.items() if now - at > WINDOW]:
        del person.wholes[whole]
