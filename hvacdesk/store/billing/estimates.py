"""Estimates and their lines."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain.billing.estimates import (
    ANSWERED,
    AnswerEffects,
    EstimateLineRecord,
    EstimateRecord,
    EstimateRow,
    EstimateState,
    later_issue,
    offer_of,
    variant_of,
)
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.store import counters, records
from hvacdesk.store.billing import terms
from hvacdesk.store.models import Estimate, Job
from hvacdesk.store.models import EstimateLine as LineRow


def of_job(session: Session, job: Job) -> tuple[Estimate, ...]:
    """The job's estimates, the newest issue first, its variants in the order of their letters."""
    query = select(Estimate).where(Estimate.job_id == job.id)
    query = query.order_by(Estimate.issue.desc(), Estimate.number)
    return tuple(session.scalars(query.options(selectinload(Estimate.lines))))


def accepted_yen(session: Session, jobs: Select[int]) -> dict[str, int]:
    """What the newest accepted estimate of each job comes to, tax included, by the job's record id.

    Args:
        jobs: their primary keys.
    """
    query = (
        select(Job.record_id, Estimate)
        .join(Job, Job.id == Estimate.job_id)
        .where(Job.id.in_(jobs), Estimate.state == EstimateState.ACCEPTED)
        .order_by(Estimate.issue, Estimate.number.desc())
        .options(selectinload(Estimate.lines))
    )
    return {job: row_of(row).sums.gross for job, row in session.execute(query)}


def variants(session: Session, row: Estimate) -> tuple[Estimate, ...]:
    """An estimate with all variants of its issue, in the order of their letters."""
    query = select(Estimate).where(Estimate.job_id == row.job_id).order_by(Estimate.number)
    found = session.scalars(query.options(selectinload(Estimate.lines)))
    return tuple(one for one in found if offer_of(one.number) == offer_of(row.number))


def renumber(session: Session, row: Estimate, number: str) -> None:
    """Give a draft another number."""
    row.number = number
    session.flush()


def drop(session: Session, row: Estimate) -> None:
    """Delete a draft."""
    session.delete(row)
    session.flush()


def get(session: Session, record_id: str) -> Estimate:
    """The estimate of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Estimate, record_id)


def add(
    session: Session, job: Job, number: str, issue: int, percent: int, record: EstimateRecord
) -> Estimate:
    """Store a new draft, summed as the office rounds."""
    row = Estimate(job_id=job.id, number=number, issue=issue, state=EstimateState.DRAFT, tax_percent=percent)
    row.rounding = terms.facts(session).rounding
    _write(row, record)
    session.add(row)
    session.flush()
    return row


_ISSUES_LEFT_OUT, _LEFT_OUT_UNTIL = "estimate issues left out", "estimate issues left out until"
_MOST_LEFT_OUT = 900
"""Issues are counted in up to three digits."""


def next_issue(session: Session, former: Estimate) -> int:
    """Which issue follows an estimate: none that a restore left out of those that there were then."""
    left_out, until = (counters.last(session, name) for name in (_ISSUES_LEFT_OUT, _LEFT_OUT_UNTIL))
    return max(former.issue, left_out if former.id <= until else 0) + 1


def leave_out_issues(session: Session, count: int) -> None:
    """Give out no number again that a further issue of a present estimate may have got without its being
    known here. A draft may have been issued with its number, and gets another; one of which the customer has
    variants by the backup stays beside them.
    """
    given = session.scalar(select(func.max(Estimate.issue))) or 0
    highest = max(given, counters.last(session, _ISSUES_LEFT_OUT))
    counters.raise_to(session, _ISSUES_LEFT_OUT, min(highest + count, _MOST_LEFT_OUT))
    counters.raise_to(session, _LEFT_OUT_UNTIL, session.scalar(select(func.max(Estimate.id))) or 0)
    rows = session.execute(select(Estimate.number).where(Estimate.state != EstimateState.DRAFT)).scalars()
    given = {offer_of(number) for number in rows}
    drafts = session.scalars(select(Estimate).where(Estimate.state == EstimateState.DRAFT))
    for row in [one for one in drafts if offer_of(one.number) not in given]:
        issue = next_issue(session, row)
        row.number = later_issue(row.number, row.issue, issue) + variant_of(row.number)
        row.issue = issue
    session.flush()


def save(row: Estimate, record: EstimateRecord) -> None:
    """Write a draft's lines and terms as one change."""
    _write(row, record)
    row.version += 1


def issue(
    session: Session, job: Job, row: Estimate, today: date, valid_until: date, percent: int, by: str
) -> None:
    """Issue a draft, in place of what was issued for the job before; its variants stay beside it.

    Args:
        valid_until: the last day on which it can be accepted, where the draft says none.
    """
    for former in of_job(session, job):
        if former.state == EstimateState.ISSUED and offer_of(former.number) != offer_of(row.number):
            former.state = EstimateState.REPLACED
    row.state, row.issued_on, row.issued_by = EstimateState.ISSUED, today.isoformat(), by
    row.valid_until = row.valid_until or valid_until.isoformat()
    row.tax_percent, row.rounding = percent, terms.facts(session).rounding
    row.version += 1


def move(row: Estimate, state: EstimateState) -> None:
    """Bring an estimate to the state that an answer, or its being taken back, leads to."""
    row.state = state
    row.version += 1


def keep_effects(row: Estimate, effects: AnswerEffects | None) -> None:
    """Note what the answer to an estimate changed beside it; None where it is not answered any more."""
    known = asdict(effects) if effects is not None else {}
    row.answer = json.dumps(known) if effects is not None else ""


def effects_of(row: Estimate) -> AnswerEffects | None:
    """What the answer to this very estimate changed beside it, as far as that is known; None without one."""
    if not row.answer:
        return None
    known = json.loads(row.answer)
    closed = tuple((one, EstimateState(was)) for one, was in known.pop("closed", ()))
    states = {name: JobState(known.pop(name)) for name in ("job_before", "job_after") if known.get(name)}
    return AnswerEffects(
        **{**known, **states}, closed=tuple((one, EstimateState(was)) for one, was in closed)
    )


def _write(row: Estimate, record: EstimateRecord) -> None:
    row.valid_until, row.prices_with_tax, row.text = record.valid_until, record.with_tax, record.text
    row.costs_apart, row.deposit_percent = record.costs_apart, record.deposit_percent
    row.lines = [
        LineRow(position=position, **records.columns_of(line))
        for position, line in enumerate(record.lines, 1)
    ]


def record_of(row: Estimate) -> EstimateRecord:
    """The estimate as the form shows it."""
    return EstimateRecord(
        lines=tuple(records.record_of(EstimateLineRecord, line) for line in row.lines),
        valid_until=row.valid_until,
        with_tax=row.prices_with_tax,
        text=row.text,
        costs_apart=row.costs_apart,
        deposit_percent=row.deposit_percent,
    )


def row_of(row: Estimate) -> EstimateRow:
    """The estimate as lists show it."""
    record = record_of(row)
    return EstimateRow(
        estimate=row.record_id,
        number=row.number,
        issue=row.issue,
        state=row.state,
        issued_on=row.issued_on,
        valid_until=row.valid_until,
        sums=record.totals(row.tax_percent, row.rounding),
        version=row.version or 1,
        answered=bool(row.answer) and row.state in ANSWERED,
        label=next((line.label for line in row.lines), ""),
        deposit_yen=record.deposit(row.tax_percent, row.rounding).gross,
    )
