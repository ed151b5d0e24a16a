"""A computer's clock that leapt forward, as far as the office's records show it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hvacdesk.domain.clock import office_time
from hvacdesk.domain.text.wording import Words, phrase

LONGEST_SILENCE = timedelta(days=45)
"""Longer than any holiday of an office that works."""

_WHAT = phrase(
    "Clock",
    "By the clock of the computer that keeps the office, nobody worked with this program from {before} to "
    "{after}: {days} days.",
)
_MEANS = phrase(
    "Clock",
    "If the clock leapt, people are shown as due whose data must still be kept. Nothing is destroyed until "
    "somebody responsible has confirmed today's date; everything that is stored is safe.",
)
_TODO = phrase("Clock", "Compare today's date with another clock.")


@dataclass(frozen=True)
class ClockLeap:
    """A silence of the log that is longer than an office ever is silent, and that nobody has answered for.

    Attributes:
        before: the last moment that was recorded before it.
        after: the first one after it, or now.
    """

    before: datetime
    after: datetime

    @property
    def days(self) -> int:
        """How long it lasted."""
        return (self.after - self.before).days

    def sentences(self, words: Words) -> tuple[str, str, str]:
        """What is strange, what it means and what to do, in the reader's language."""
        before, after = (f"{office_time(moment):%Y-%m-%d}" for moment in (self.before, self.after))
        what = words(_WHAT).format(before=before, after=after, days=f"{self.days:,}")
        return what, words(_MEANS), words(_TODO)
