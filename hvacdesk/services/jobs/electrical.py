"""The electrical-work ledger of an open office: entries from jobs, what is missing, the ledger on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.documents.jobs.electrical import draw_electrical_ledger
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.jobs.electrical import (
    ElectricalLedgerLine,
    LedgerDraft,
    LedgerPaper,
    LedgerReason,
    LedgerRecord,
    LedgerRow,
    check_entry,
    check_period,
    without_words,
)
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers import print_view
from hvacdesk.domain.papers.printed_lists import DrawnRegister
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, Profile
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.jobs.job_events import note_event
from hvacdesk.services.jobs.job_views import JobSight
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import electrical as store
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import results as results_store
from hvacdesk.store.papers import office_images
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Job


class NoLedgerEntries(UserFacingError):
    """The period holds no entry."""

    what = phrase("Errors", "The ledger has no entry in this period.")
    todo = phrase("Errors", "Choose another period, or make the entries first.")


class ElectricalLedger:
    """The ledger. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_ALL_JOBS)
    def rows(self, actor: Actor, first: str, last: str) -> tuple[LedgerRow, ...]:
        """Done jobs that still need an entry, then the period's entries by day; names masked.

        Raises :class:`InvalidInput` for a period that is none.
        """
        today = self._workplace.today()
        start, end = check_period(first, last, today)
        sight = JobSight(actor, today)
        with self._workplace.reading() as session:
            waiting = store.waiting(session)
            entered = store.entries(session, start, end)
            found = sight.rows(session, [*waiting, *(job for job, _ in entered)])
            records = [*[None] * len(waiting), *(record for _, record in entered)]
            return tuple(
                LedgerRow(
                    job=row.job,
                    number=row.number,
                    customer=row.customer,
                    name=row.name,
                    town=row.town,
                    work_kind=row.work_kind,
                    on=record.on if record else row.on,
                    entry=without_words(record) if record and row.suspended else record,
                )
                for row, record in zip(found, records, strict=True)
            )

    @needs(Permission.EDIT_JOBS)
    def draft(self, actor: Actor, job: str) -> LedgerDraft:
        """What a job's entry begins with: the entry, or what booking and results say."""
        with self._workplace.reading() as session:
            row = job_store.job(session, job)
            version, record = store.read(session, row)
            return LedgerDraft(job, row.number, version, record or _known(session, row))

    @needs(Permission.EDIT_JOBS)
    def save(self, actor: Actor, job: str, version: int, record: LedgerRecord) -> str:
        """Store a job's entry and date it, since its five years are counted from then. Returns the job's id.

        Raises :class:`ChangedMeanwhile`, and :class:`InvalidInput` where something that the law asks for is
        missing.
        """
        today = self._workplace.today()
        checked = check_entry(record, today)
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            if store.read(session, row)[0] != version:
                raise ChangedMeanwhile
            at = stamp(self._workplace.now())
            store.save(session, row, checked, by=actor.account, at=at)
            self._workplace.record(session, actor, Action.ELECTRICAL_ENTRY, f"job:{job}")
            if not version:
                event = JobEvent(EventKind.LEDGER_ENTRY, today.isoformat())
                note_event(self._workplace, session, actor, row, event)
            return job

    @needs(Permission.ISSUE_WORK_ORDERS)
    def paper(self, actor: Actor, first: str, last: str, reason: LedgerReason, words: Words) -> DrawnRegister:
        """The entries of a period as a PDF to look at, names and addresses in full; logged with the reason.

        Raises:
            NoLedgerEntries: there is none.
            InvalidInput: the period is none.
        """
        today = self._workplace.today()
        start, end = check_period(first, last, today)
        with self._workplace.transaction() as session:
            entered = store.entries(session, start, end)
            if not entered:
                raise NoLedgerEntries
            self._workplace.record(
                session,
                actor,
                Action.PAPER_SHOWN,
                document=Action.ELECTRICAL_LEDGER_PRINTED.value,
                reason=reason.value,
                lines=len(entered),
                until=end,
            )
            paper = LedgerPaper(
                first=start,
                last=end,
                printed_on=today.isoformat(),
                printed_by=actor.name,
                lines=tuple(_line(session, job, record) for job, record in entered),
            )
            pdf = draw_electrical_ledger(paper, words, office_images.letterhead(session))
            named = {customer_store.by_key(session, job.customer_id).record_id for job, _record in entered}
        return DrawnRegister(pdf, len(entered), tuple(sorted(named)))

    @needs(Permission.ISSUE_WORK_ORDERS)
    def printed(self, actor: Actor, first: str, last: str, reason: LedgerReason, lines: int) -> None:
        """Note that the printer took so many entries of a period: those on the paper, not what came since."""
        _start, end = check_period(first, last, self._workplace.today())
        check_limit("lines", lines)
        with self._workplace.transaction() as session:
            self._workplace.record(
                session,
                actor,
                Action.ELECTRICAL_LEDGER_PRINTED,
                reason=reason.value,
                lines=lines,
                until=end,
            )


def _known(session: Session, row: Job) -> LedgerRecord:
    """What the booking and the typed results say of the work."""
    results = results_store.read(session, row)[1]
    names = account_names(session)
    workers = [names.get(member.account, "") for member in row.staff]
    return LedgerRecord(
        on=results.worked_on or row.on,
        workers="・".join(filter(None, (*workers, row.partner_firm))),
    )


def _line(session: Session, job: Job, record: LedgerRecord) -> ElectricalLedgerLine:
    customer = customer_store.record_of(customer_store.by_key(session, job.customer_id))
    rules = PROFILE_RULES[Profile.CUSTOMER]
    name = print_view.printed_name(rules, customer.name, customer.organisation)
    return ElectricalLedgerLine(
        number=job.number,
        name=name.text,
        address=customer.address.full(),
        place=job_store.site_record(job.site).address.full(),
        record=record,
    )
