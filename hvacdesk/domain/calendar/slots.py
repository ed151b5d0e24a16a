"""When a job is done: its day and times, how a slot is moved and stretched, and when two of them meet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

DAY_MINUTES = 24 * 60
LAST_MINUTE = DAY_MINUTES - 1
"""23:59: a slot never reaches into the next day."""

STEP = 15
"""Slots are moved and stretched by quarters of an hour."""

USUAL_MINUTES = 120
"""How long a job is assumed to last where only its start is known."""


def minutes_of(time: str) -> int:
    """``HH:MM`` as minutes since midnight."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def time_of(minutes: int) -> str:
    """Minutes since midnight as ``HH:MM``, kept within the day."""
    inside = min(max(minutes, 0), LAST_MINUTE)
    return f"{inside // 60:02}:{inside % 60:02}"


def snapped(minutes: float) -> int:
    """The nearest quarter of an hour within the day."""
    nearest = round(minutes / STEP) * STEP
    return min(max(nearest, 0), DAY_MINUTES - STEP)


@dataclass(frozen=True)
class Slot:
    """A day and times, as a job stores them.

    Attributes:
        on: ISO date, or empty: no day yet, and then no times either.
        starts, ends: ``HH:MM``, or empty: without a start its hours are not settled yet.
    """

    on: str = ""
    starts: str = ""
    ends: str = ""

    @property
    def timed(self) -> bool:
        """Whether a start is known."""
        return bool(self.starts)

    @property
    def span(self) -> tuple[int, int]:
        """First and last minute, the last excluded; the whole day without a start, which may be any."""
        if not self.starts:
            return 0, DAY_MINUTES
        first = minutes_of(self.starts)
        last = minutes_of(self.ends) if self.ends else min(first + USUAL_MINUTES, LAST_MINUTE)
        return first, last

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        first, last = self.span
        return last - first

    def meets(self, other: Slot) -> bool:
        """Whether both have a minute in common on the same day; those that only touch do not."""
        if not self.on or self.on != other.on:
            return False
        (first, last), (other_first, other_last) = self.span, other.span
        return first < other_last and other_first < last

    def is_over(self, now: datetime) -> bool:
        """Whether its last minute has passed on the office's wall clock; without times, its day."""
        if not self.on:
            return False
        return (self.on, self.span[1]) <= (now.date().isoformat(), now.hour * 60 + now.minute)

    def put_into_past(self, now: datetime, before: Slot | None = None) -> bool:
        """Whether a job placed here is put where nobody can go any more.

        Nobody is asked about a job that was on that very day in the past already: then a time, a name or a
        result is put right.
        """
        stood = before is not None and before.on == self.on and before.is_over(now)
        return self.is_over(now) and not stood

    def on_day(self, day: str) -> Slot:
        """The same times on another day; without a day there are no times."""
        return replace(self, on=day) if day else Slot()

    def starting(self, minutes: int) -> Slot:
        """Begun at another minute, as long as before; cut where the day ends."""
        length = self.minutes if self.timed else USUAL_MINUTES
        first = min(max(minutes, 0), LAST_MINUTE - STEP)
        return replace(self, starts=time_of(first), ends=time_of(first + length))

    def ending(self, minutes: int) -> Slot:
        """Ended at another minute, but a quarter of an hour after its start at the earliest."""
        if not self.timed:
            return self
        first, _last = self.span
        return replace(self, ends=time_of(max(minutes, min(first + STEP, LAST_MINUTE))))
