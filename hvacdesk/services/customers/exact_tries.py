"""Exact tries at hidden values: counted per person and slowed when many, so that nobody can list them."""

from __future__ import annotations

import math
import threading
from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

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


@dataclass
class _Person:
    at: deque[datetime] = field(default_factory=deque)
    last: str = ""
    misses: int = 0
    refusal_told: bool = False


class ExactTries:
    """The tries of everyone who is working with this open office. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._people: defaultdict[str, _Person] = defaultdict(_Person)

    def wait(self, account: str, text: str, now: datetime) -> int:
        """Seconds until this try may be looked at; 0 when it may be now, or goes on with the last one."""
        with self._lock:
            person = self._people[account]
            _drop_old(person, now)
            if _goes_on(person, text) or len(person.at) < FREE_TRIES:
                return 0
            delay: int = min(_FIRST_WAIT * 2 ** (len(person.at) - FREE_TRIES), _LONGEST_WAIT)
            return max(0, math.ceil(delay - (now - person.at[-1]).total_seconds()))

    def forget(self) -> None:
        """Drop what was typed; how often somebody tried stays known."""
        with self._lock:
            for person in self._people.values():
                person.last = ""

    def refused(self, account: str) -> bool:
        """Whether this is the first refusal since the last try that was looked at."""
        with self._lock:
            person = self._people[account]
            first, person.refusal_told = not person.refusal_told, True
            return first

    def count(self, account: str, text: str, now: datetime, *, hit: bool) -> int:
        """Count a try and return for how many tries the log is due an entry; 0 for none.

        A text that goes on from the last one is the same try: it is being typed.
        """
        with self._lock:
            person = self._people[account]
            going_on, same = _goes_on(person, text), text == person.last
            person.last = text
            if not going_on:
                person.at.append(now)
                person.misses += 1
                person.refusal_told = False
            if same or not (hit or person.misses >= MISSES_PER_ENTRY):
                return 0
            tries, person.misses = max(person.misses, 1), 0
            return tries


def _goes_on(person: _Person, text: str) -> bool:
    return bool(person.last) and text.startswith(person.last)


def _drop_old(person: _Person, now: datetime) -> None:
    while person.at and now - person.at[0] > WINDOW:
        person.at.popleft()
