"""Dated events and steps of a job that follow from something else that was recorded about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.open_items import AdvancePart, MoneyMeanwhile
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.jobs.job_events import EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import open_items
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


def strike_event(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    row: Job,
    event: JobEvent,
    reason: EventStrikeReason,
) -> tuple[str, str]:
    """Take an event out of a job's list, and log that; returns who recorded it and when.

    Raises :class:`RecordGone`.
    """
    was = store.strike_event(session, row, event)
    workplace.record(
        session,
        actor,
        Action.JOB_EVENT_STRUCK,
        f"job:{row.record_id}",
        kind=event.kind.value,
        reason=reason.value,
    )
    return was


def move_job(workplace: Workplace, session: Session, actor: Actor, row: Job, state: JobState) -> None:
    """Bring a job to a state, and log that; whether the step is possible is the caller's question."""
    before = row.state
    store.move(session, row, state, actor=actor.account, at=stamp(workplace.now()))
    workplace.record(
        session,
        actor,
        Action.JOB_STATE_CHANGED,
        f"job:{row.record_id}",
        before=before,
        after=state.value,
    )


def require_same_money(session: Session, actor: Actor, job: Job, shown: Sequence[AdvancePart] | None) -> None:
    """Raise :class:`MoneyMeanwhile` where other money came in than whoever cancels the job was shown.

    Args:
        shown: None where the question did not name it: nobody cancels by it, or they may not see it.
    """
    if shown is None or not actor.may(Permission.SEE_BILLING):
        return
    if open_items.advance_parts(session, open_items.standing_in_advance(session, job)) != tuple(shown):
        raise MoneyMeanwhile
