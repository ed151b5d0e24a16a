"""A computer's clock that is behind what the office has recorded: what that means, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hvacdesk.domain.clock import office_time
from hvacdesk.domain.text.wording import Words, phrase

SAID_FROM = timedelta(hours=1)
"""A clock may be so far behind unmentioned: it was corrected by the network, or is another computer's."""

_WHAT = phrase(
    "Clock",
    "The clock of the computer that keeps the office says {now}, but there are entries up to {last}: it was "
    "set back.",
)
_MEANS = phrase(
    "Clock",
    "Today's jobs, deadlines and retention periods are counted by this clock, and backups are dated by it: "
    "a deadline can pass unseen, and the newest backup can look like an older one. Nothing is destroyed "
    "meanwhile; everything that is stored is safe.",
)
_TODO = phrase("Clock", "Set the computer's date and time right. Until then the work can go on.")


@dataclass(frozen=True)
class ClockBehind:
    """A clock that was set back.

    Attributes:
        now: what it says.
        last: the latest moment that the office has recorded.
    """

    now: datetime
    last: datetime

    def sentences(self, words: Words) -> tuple[str, str, str]:
        """What is wrong, what it means and what to do, in the reader's language."""
        now, last = (f"{office_time(moment):%Y-%m-%d %H:%M}" for moment in (self.now, self.last))
        return words(_WHAT).format(now=now, last=last), words(_MEANS), words(_TODO)


def clock_behind(now: datetime, last: datetime) -> ClockBehind | None:
    """The clock against the latest moment that was recorded; None where they agree."""
    return ClockBehind(now, last) if now + SAID_FROM <= last else None
