"""Which event of a job is usually recorded next."""

from __future__ import annotations

from collections.abc import Collection

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState

_USUAL_EVENTS = (
    EventKind.ESTIMATE,
    EventKind.CONTRACT,
    EventKind.COMPLETION,
    EventKind.HANDOVER,
    EventKind.INVOICE,
    EventKind.SETTLEMENT,
)
_EVENTS_UNTIL: dict[JobState, int] = {
    JobState.RECEIVED: 0,
    JobState.ESTIMATED: 1,
    JobState.ARRANGED: 2,
    JobState.WORKING: 2,
}
"""How many of the usual events are behind a job of this state, whether recorded or not; later ones: three."""


def next_events(state: JobState, recorded: Collection[EventKind]) -> tuple[EventKind, ...]:
    """What is usually recorded of a job next, the first thing first, by its state and what is recorded.

    A handover, an invoice or a payment that is missing comes first even where something later is recorded.
    """
    work = range(_USUAL_EVENTS.index(EventKind.HANDOVER))
    told = [at + 1 for at in work if _USUAL_EVENTS[at] in recorded]
    begin = max([_EVENTS_UNTIL.get(state, len(work)), *told])
    return tuple(kind for kind in _USUAL_EVENTS[begin:] if kind not in recorded)
