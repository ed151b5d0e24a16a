"""Work that is still to be done, as it is named before what it needs is taken away, or who does it leaves."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.jobs.jobs import JobState, WorkKind
from hvacdesk.domain.masked import Masked


@dataclass(frozen=True)
class JobAhead:
    """A job before its completion, without the customer's name: whoever is asked knows whose it is.

    Attributes:
        on, starts, ends: as of :class:`~hvacdesk.domain.jobs.jobs.JobRow`; ``on`` is empty without a day.
        town: city and town of the site, as lists show it.
        staff: names of those who go there.
    """

    job: str
    number: str
    work_kind: WorkKind
    state: JobState
    on: str
    starts: str
    ends: str
    town: Masked
    staff: tuple[str, ...] = ()
    partner_firm: str = ""

    @property
    def planned(self) -> tuple[str, str, str]:
        """Which job it is, its day and its time: what somebody agrees to who goes on in spite of it."""
        return self.job, self.on, self.starts
