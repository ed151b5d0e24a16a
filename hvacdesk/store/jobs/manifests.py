"""The manifests of jobs, as far as their slips are recorded."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.manifests import SLIP_CLOCK, AwaitedSlip, awaited
from hvacdesk.store.models import Job, JobEventRow

_KINDS = (EventKind.MANIFEST.value, *(kind.value for kind in SLIP_CLOCK.days))


def awaited_slips(session: Session) -> tuple[AwaitedSlip, ...]:
    """The next slip of each job whose manifest waits for one."""
    rows = session.execute(
        select(Job.id, Job.record_id, Job.number, JobEventRow.kind, JobEventRow.on)
        .join(JobEventRow, JobEventRow.job_id == Job.id)
        .where(JobEventRow.kind.in_(_KINDS))
    )
    events: dict[tuple[str, str], list[JobEvent]] = defaultdict(list)
    # Sorted here, since the database would walk every job by its key rather than sort the few.
    for _job, record, number, kind, on in sorted(rows, key=itemgetter(0)):
        events[record, number].append(JobEvent(EventKind(kind), on))
    found = (awaited(record, number, those) for (record, number), those in events.items())
    return tuple(slip for slip in found if slip is not None)
