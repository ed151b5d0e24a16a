"""Taking back what a whole file of another program or of a bank brought, as far as nothing was built on it.

What stays is told with its reason before anything is done. Payments that are taken back stay as such with
their numbers, and what was filed stays filed: nothing here deletes a document or gives a number out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.outside_matching import JobChange
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.exchange.taken_imports import ImportKind, StayingRow, StayReason
from hvacdesk.domain.jobs.job_events import EventStrikeReason, JobEvent
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.services.billing import settling
from hvacdesk.services.billing.payment_booking import take_back as take_payment_back
from hvacdesk.services.jobs.job_events import move_job, strike_event
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import imported as store
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.billing import outside_invoices, payments
from hvacdesk.store.billing.imported import ImportedJob, ImportStep
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store

if TYPE_CHECKING:
    from hvacdesk.store.models import Job, Payment


@dataclass(frozen=True)
class TakenFile:
    """What is known of a file that was taken over, by now.

    Attributes:
        at: stamp of its last step; ``by`` the account.
        jobs: what goes at each job, in the order in which it is taken back; ``payments`` those that go.
        going: numbers of the jobs or payments that go.
        staying: those that stay.
    """

    kind: ImportKind
    digest: str
    at: str
    by: str
    jobs: tuple[ImportedJob, ...]
    payments: tuple[str, ...]
    going: tuple[str, ...]
    staying: tuple[StayingRow, ...]


def files(session: Session, kind: ImportKind) -> tuple[TakenFile, ...]:
    """The last files of a kind, the oldest first; one of which nothing is left is not among them."""
    by_file: dict[str, list[ImportStep]] = {}
    for step in store.steps(session):
        if step.kind is kind:
            by_file.setdefault(step.digest, []).append(step)
    found = (_file(session, steps) for steps in by_file.values())
    return tuple(sorted((one for one in found if one.going or one.staying), key=lambda one: one.at))


def take_file_back(workplace: Workplace, session: Session, actor: Actor, file: TakenFile) -> None:
    """Take back what goes of a file, within a transaction that read it."""
    take_jobs_back(workplace, session, actor, file.jobs)
    for payment in file.payments:
        take_payment_back(workplace, session, actor, payments.get(session, payment))
    if file.kind is ImportKind.OUTSIDE_INVOICES:
        store.forget_jobs(session, file.kind, file.digest, {one.job for one in file.jobs})
        outside_invoices.note_left(session, file.digest, len(file.staying))


def take_jobs_back(workplace: Workplace, session: Session, actor: Actor, jobs: Iterable[ImportedJob]) -> None:
    """Put back what steps of an import changed at jobs, in this order; each event is logged."""
    for one in jobs:
        row = job_store.job(session, one.job)
        now = store.noted(row)
        change = JobChange(
            struck=tuple(now[key].event for key in one.new),
            added=tuple(
                JobEvent(was.kind, was.on, now[was.like].event.number if was.like else "", was.amount)
                for was in one.replaced
            ),
        )
        note_events(workplace, session, actor, row, change, [(was.by, was.at) for was in one.replaced])
        settling.follow(workplace, session, actor, row)
        if row.state is not one.before:
            move_job(workplace, session, actor, row, one.before)


def note_events(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    row: Job,
    change: JobChange,
    recorded: Sequence[tuple[str, str]] = (),
) -> None:
    """Strike and add a job's events, each with its entry in the log.

    Args:
        recorded: who recorded the added ones, and when; empty for the actor, now.
    """
    for event in change.struck:
        strike_event(workplace, session, actor, row, event, EventStrikeReason.WRONG_DAY)
    own = ((actor.account, stamp(workplace.now())),) * len(change.added)
    for event, (by, at) in zip(change.added, recorded or own, strict=True):
        job_store.add_event(row, event, actor=by, at=at)
        subject = f"job:{row.record_id}"
        workplace.record(session, actor, Action.JOB_EVENT_RECORDED, subject, kind=event.kind.value)
    session.flush()


def _file(session: Session, steps: Sequence[ImportStep]) -> TakenFile:
    last = steps[-1]
    going: list[str] = []
    staying: list[StayingRow] = []
    jobs = tuple(_jobs(session, steps, going, staying))
    paid = tuple(_payments(session, [one for step in steps for one in step.payments], going, staying))
    return TakenFile(last.kind, last.digest, last.at, last.by, jobs, paid, tuple(going), tuple(staying))


def _jobs(
    session: Session, steps: Sequence[ImportStep], going: list[str], staying: list[StayingRow]
) -> Iterator[ImportedJob]:
    """What goes at the jobs of a file, the last step first; a job that was destroyed is passed over."""
    done: dict[str, list[ImportedJob]] = {}
    for step in steps:
        for one in step.jobs:
            done.setdefault(one.job, []).append(one)
    leaving = _leaving(session, done)
    for job, parts in done.items():
        try:
            row = job_store.job(session, job)
        except RecordGone:
            continue
        if reason := _job_stays(session, row, parts[-1], leaving):
            staying.append(StayingRow(row.number, reason))
        else:
            going.append(row.number)
            yield from reversed(parts)


def _leaving(session: Session, jobs: Iterable[str]) -> frozenset[str]:
    """Those of the jobs of whose customers a disposal was proposed."""
    known = outside_invoices.known_jobs(session, outside_invoices.keys_of(session, tuple(jobs)).values())
    return frozenset(one.job for one in known.values() if one.going)


def _job_stays(session: Session, row: Job, last: ImportedJob, leaving: frozenset[str]) -> StayReason | None:
    """Why what an import noted at a job stays; None where the job is as its last step left it."""
    if row.record_id in leaving:
        return StayReason.LEAVING
    if row.state is last.after and store.as_left(store.noted(row)) == last.left:
        return None
    if invoice_store.whole_of(session, row) is not None:
        return StayReason.BILLED_HERE
    return StayReason.NOTED if row.state is last.after else StayReason.MOVED


def _payments(
    session: Session, booked: Sequence[str], going: list[str], staying: list[StayingRow]
) -> Iterator[str]:
    """The payments of a file that go; what was taken back already or destroyed is passed over."""
    rows = []
    for payment in booked:
        try:
            row = payments.get(session, payment)
        except RecordGone:
            continue
        if not row.taken_back_on:
            rows.append(row)
    for row, listed in zip(rows, payments.rows_of(session, rows), strict=True):
        if reason := _payment_stays(session, row, listed.receipt):
            staying.append(StayingRow(row.number, reason))
        else:
            going.append(row.number)
            yield row.record_id


def _payment_stays(session: Session, row: Payment, receipt: str) -> StayReason | None:
    """Why a payment stays; None where nothing was done with it since it was booked."""
    if receipt:
        return StayReason.RECEIPT
    if payments.paid_back(session, row):
        return StayReason.PAID_BACK
    if row.in_books:
        return StayReason.IN_BOOKS
    return StayReason.ALLOTTED if row.version != 1 else None
