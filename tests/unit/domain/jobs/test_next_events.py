"""What is recorded of a job next, by its state and by what is recorded."""

from __future__ import annotations

import pytest

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.jobs.next_events import next_events

ESTIMATE, CONTRACT, COMPLETION = EventKind.ESTIMATE, EventKind.CONTRACT, EventKind.COMPLETION
HANDOVER, INVOICE, SETTLEMENT = EventKind.HANDOVER, EventKind.INVOICE, EventKind.SETTLEMENT


@pytest.mark.parametrize(
    ("state", "recorded", "first"),
    [
        (JobState.RECEIVED, (), ESTIMATE),
        (JobState.RECEIVED, (ESTIMATE,), CONTRACT),
        (JobState.RECEIVED, (CONTRACT,), COMPLETION),
        (JobState.ESTIMATED, (), CONTRACT),
        (JobState.ARRANGED, (), COMPLETION),
        (JobState.WORKING, (ESTIMATE, COMPLETION), HANDOVER),
        (JobState.DONE, (), HANDOVER),
        (JobState.DONE, (COMPLETION, HANDOVER), INVOICE),
        (JobState.INVOICED, (INVOICE,), HANDOVER),
        (JobState.INVOICED, (HANDOVER, INVOICE), SETTLEMENT),
    ],
)
def test_what_comes_next(state: JobState, recorded: tuple[EventKind, ...], first: EventKind) -> None:
    assert next_events(state, recorded)[0] is first


def test_nothing_comes_after_everything() -> None:
    every = (ESTIMATE, CONTRACT, COMPLETION, HANDOVER, INVOICE, SETTLEMENT)
    assert next_events(JobState.PAID, every) == ()
