"""Dated events that follow from something else that was recorded about a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.jobs.jobs import JobEvent
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as store

if TYPE_CHECKING:
    from hvacdesk.store.models import Job


def note_event(workplace: Workplace, session: Session, actor: Actor, row: Job, event: JobEvent) -> None:
    """Store an event from which a retention period may start, unless it is known with this day already."""
    if any(one.kind == event.kind and one.on == event.on for one in row.events):
        return
    record_event(workplace, session, actor, row, event)


def record_event(workplace: Workplace, session: Session, actor: Actor, row: Job, event: JobEvent) -> None:
    """Store an event in a job's list, and log that; whether it is known is the caller's question."""
    store.add_event(row, event, actor=actor.account, at=stamp(workplace.now()))
    workplace.record(session, actor, Action.JOB_EVENT_RECORDED, f"job:{row.record_id}", kind=event.kind.value)
