"""Which jobs and payments the last imports of billing changed, so that a whole one can be taken back.

Nothing of a customer is kept here: record ids, states and days, of which each import takes its own back.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from hvacdesk.domain.exchange.taken_imports import ImportKind
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.models import Job, Payment
from hvacdesk.store.office import office

KEPT = 5
"""So many files of each kind are remembered; on what an older one brought something was long built."""

_SETTING = "billing_imports"
_JOBS: Table = Base.metadata.tables[Job.__tablename__]
_PAYMENTS: Table = Base.metadata.tables[Payment.__tablename__]
_TOLD = 16


class NotedEvent(NamedTuple):
    """A job's event with the account that noted it, and when: a stamp."""

    event: JobEvent
    by: str
    at: str


@dataclass(frozen=True)
class ReplacedEvent:
    """An event in whose place an import put one of its own.

    Attributes:
        by: the account that had noted it, ``at`` the stamp.
        like: primary key of the import's event that bears the same number; 0 where this one had none.
    """

    kind: EventKind
    on: str
    amount: int | None
    by: str
    at: str
    like: int = 0


@dataclass(frozen=True)
class ImportedJob:
    """What one step of an import did at a job.

    Attributes:
        job: record id; ``before`` and ``after`` its states.
        left: its events as the step left them, each as :func:`as_left` writes it.
        new: primary keys of those that it noted.
    """

    job: str
    before: JobState
    after: JobState
    left: tuple[str, ...]
    new: tuple[int, ...] = ()
    replaced: tuple[ReplacedEvent, ...] = ()


@dataclass(frozen=True)
class ImportStep:
    """What was taken over of a file at once.

    Attributes:
        digest: the file's SHA-256.
        at: stamp; ``by`` the account.
        jobs: for another program's invoices; ``payments`` record ids, for a bank's file.
    """

    kind: ImportKind
    digest: str
    at: str
    by: str
    jobs: tuple[ImportedJob, ...] = ()
    payments: tuple[str, ...] = ()


def steps(session: Session) -> tuple[ImportStep, ...]:
    """The steps of the last imports, the oldest first."""
    known = office.setting(session, office.OFFICE, _SETTING)
    return tuple(map(_step, known)) if isinstance(known, list) else ()


def remember(session: Session, step: ImportStep) -> None:
    """Note a step; of the files of its kind the newest stay known."""
    every = (*steps(session), step)
    files = list(dict.fromkeys(one.digest for one in reversed(every) if one.kind is step.kind))
    _save(session, [one for one in every if one.kind is not step.kind or one.digest in files[:KEPT]])


def forget_step(session: Session, step: ImportStep) -> None:
    """Drop a step that was undone by itself."""
    _save(session, [one for one in steps(session) if one != step])


def forget_jobs(session: Session, kind: ImportKind, digest: str, jobs: Collection[str]) -> None:
    """Drop what was taken back of a file."""
    left = [
        replace(one, jobs=tuple(job for job in one.jobs if job.job not in jobs))
        if (one.kind, one.digest) == (kind, digest)
        else one
        for one in steps(session)
    ]
    _save(session, [one for one in left if one.jobs or one.payments])


def forget_gone(session: Session) -> None:
    """Drop what was noted of jobs and payments that are there no more: they went with their customers."""
    every = steps(session)
    if not every:
        return
    jobs = _there(session, _JOBS, {job.job for one in every for job in one.jobs})
    payments = _there(session, _PAYMENTS, {payment for one in every for payment in one.payments})
    left = [
        replace(
            one,
            jobs=tuple(job for job in one.jobs if job.job in jobs),
            payments=tuple(payment for payment in one.payments if payment in payments),
        )
        for one in every
    ]
    _save(session, [one for one in left if one.jobs or one.payments])


def _there(session: Session, table: Table, records: Collection[str]) -> frozenset[str]:
    return frozenset(session.scalars(select(table.c.record_id).where(among(table.c.record_id, records))))


def noted(row: Job) -> dict[int, NotedEvent]:
    """A job's events by primary key, by value."""
    return {
        one.id: NotedEvent(
            JobEvent(one.kind, one.on, one.number, one.amount), one.recorded_by, one.recorded_at
        )
        for one in row.events
    }


def change_at(row: Job, state: JobState, before: dict[int, NotedEvent]) -> ImportedJob:
    """What became of a job since it was in a state and had these events."""
    now = noted(row)
    new = {key: one.event for key, one in now.items() if before.get(key) != one}
    replaced = [
        ReplacedEvent(one.event.kind, one.event.on, one.event.amount, one.by, one.at, _like(one.event, new))
        for key, one in before.items()
        if now.get(key) != one
    ]
    return ImportedJob(row.record_id, state, row.state, as_left(now), tuple(new), tuple(replaced))


def as_left(events: dict[int, NotedEvent]) -> tuple[str, ...]:
    """What tells whether a job's events are still the same, without the numbers that they bear.

    The primary key alone does not: the one of an event that was struck is given out again. Each is told by
    the beginning of a hash, which says nothing of days and sums.
    """
    told = (
        f"{key} {one.event.kind} {one.event.on} {one.event.amount} {bool(one.event.number)} {one.at}"
        for key, one in events.items()
    )
    return tuple(sha256(one.encode()).hexdigest()[:_TOLD] for one in told)


def _like(event: JobEvent, new: dict[int, JobEvent]) -> int:
    """The event that took the place of one, and bears its number."""
    named = event.kind, event.number
    return next((key for key, one in new.items() if event.number and (one.kind, one.number) == named), 0)


def _save(session: Session, kept: Collection[ImportStep]) -> None:
    office.save_setting(session, office.OFFICE, _SETTING, [asdict(one) for one in kept])


def _step(said: dict[str, Any]) -> ImportStep:
    jobs = tuple(
        ImportedJob(
            job=one["job"],
            before=JobState(one["before"]),
            after=JobState(one["after"]),
            left=tuple(one["left"]),
            new=tuple(one["new"]),
            replaced=tuple(
                ReplacedEvent(**{**event, "kind": EventKind(event["kind"])}) for event in one["replaced"]
            ),
        )
        for one in said["jobs"]
    )
    kind = ImportKind(said["kind"])
    return ImportStep(kind, said["digest"], said["at"], said["by"], jobs, tuple(said["payments"]))
