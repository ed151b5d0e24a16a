"""Contracts on a visit: recorded at the job, their paper, and the days in which the customer may withdraw."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hvacdesk.documents.jobs.visit_contracts import draw_visit_contract
from hvacdesk.domain.billing.estimates import EstimateState
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import UnitPart
from hvacdesk.domain.jobs.visit_contracts import (
    NoDayForPaper,
    NoPaperOwed,
    NoPriceForPaper,
    VariantNotChosen,
    VisitException,
    VisitLaw,
    VisitPaper,
    VisitRecord,
    VisitView,
    checked_visit,
    parse_visit_law,
    view_of,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.papers.print_view import printed_name
from hvacdesk.domain.papers.register import IssuedPaper, PaperKind, PaperRow
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, Profile
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.resource_files import resource
from hvacdesk.services.jobs.job_events import note_event
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import estimates
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import visit_contracts as store
from hvacdesk.store.papers import office_images

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Estimate, Job

_PRICED = (EstimateState.ACCEPTED, EstimateState.ISSUED)


@cache
def shipped_visit_law() -> VisitLaw:
    """The days and sources as shipped."""
    return parse_visit_law(resource("legal", "visit_sales.toml").read_text(encoding="utf-8"))


class VisitContracts:
    """The contracts on a visit of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_ALL_JOBS)
    def of_job(self, actor: Actor, job: str) -> VisitView:
        """The state of a job's contract; version 0 if there is none."""
        with self._workplace.reading() as session:
            found = job_store.job(session, job)
            row = store.of_job(session, found)
            view = view_of(store.record_of(row), row.version, shipped_visit_law()) if row else VisitView()
            return replace(view, printed=store.paper_printed(session, found))

    @needs(Permission.EDIT_JOBS)
    def record_for_edit(self, actor: Actor, job: str) -> VisitRecord | None:
        """The contract as the form shows it, or None. Raises :class:`CustomerSuspended`."""
        with self._workplace.reading() as session:
            require_readable(session, f"job:{job}")
            row = store.of_job(session, job_store.job(session, job))
            return store.record_of(row) if row else None

    @needs(Permission.EDIT_JOBS)
    def record(self, actor: Actor, job: str, version: int, record: VisitRecord) -> None:
        """Write a job's contract down; its day is a dated event of the job, too.

        Raises:
            ChangedMeanwhile: somebody saved it since ``version`` was read.
            InvalidInput: names the field.
        """
        checked = checked_visit(record, self._workplace.today())
        at = stamp(self._workplace.now())
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            known = store.of_job(session, row)
            if (known.version if known else 0) != version:
                raise ChangedMeanwhile
            store.save(session, row, checked, by=actor.account, at=at)
            self._workplace.record(
                session,
                actor,
                Action.VISIT_CONTRACT_RECORDED,
                f"job:{job}",
                visit_exception=checked.exception.value,
                paper_handed=bool(checked.paper_on),
                withdrawn=bool(checked.withdrawn_on),
            )
            event = JobEvent(EventKind.CONTRACT, checked.contract_on)
            if all(one.kind != EventKind.CONTRACT for one in row.events):
                note_event(self._workplace, session, actor, row, event)

    @needs(Permission.ISSUE_WORK_ORDERS)
    @needs(Permission.REVEAL_CONTACT)
    def print_out(self, actor: Actor, job: str, words: Words) -> IssuedPaper:
        """Register the contract paper for the customer and draw it.

        Raises:
            NoPaperOwed, NoPriceForPaper, NoDayForPaper: as they say; nothing was registered.
        """
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            contract = store.of_job(session, row)
            record = store.record_of(contract) if contract else None
            if record is None or record.exception is not VisitException.NONE or record.withdrawn_on:
                raise NoPaperOwed(number=row.number)
            if not row.on:
                raise NoDayForPaper(number=row.number)
            estimate = _priced(session, row)
            customer = customer_store.by_key(session, row.customer_id)
            paper = enter_printed(
                self._workplace, session, actor, PaperKind.CONTRACT, customer, row, label=estimate.number
            )
            page = _page(session, row, record, estimate, customer, paper)
            pdf = draw_visit_contract(page, words, office_images.letterhead(session))
        return IssuedPaper((paper,), pdf)

    @nothing_without(Permission.EDIT_JOBS)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """Papers that customers have not received: they are due on the day of the contract."""
        if not actor.may(Permission.EDIT_JOBS):
            return ()
        with self._workplace.reading() as session:
            waiting = store.without_paper(session)
        return tuple(
            Duty(DutyKind.VISIT_PAPER, date.fromisoformat(on), number, job) for job, number, on in waiting
        )


def _priced(session: Session, job: Job) -> Estimate:
    """The estimate that was accepted, else the one that is out, where no other variant is out beside it.

    Raises :class:`NoPriceForPaper`, :class:`VariantNotChosen`.
    """
    found = estimates.of_job(session, job)
    for state in _PRICED:
        rows = [row for row in found if row.state is state]
        if state is EstimateState.ISSUED and rows[1:]:
            raise VariantNotChosen(number=job.number)
        if rows:
            return rows[0]
    raise NoPriceForPaper(number=job.number)


def _page(
    session: Session, job: Job, record: VisitRecord, estimate: Estimate, customer: Customer, paper: PaperRow
) -> VisitPaper:
    known = customer_store.record_of(customer)
    name = printed_name(PROFILE_RULES[Profile.CUSTOMER], known.name, known.organisation)
    units = [
        job_store.unit_record(unit)
        for part, unit in job_store.units_of(session, job)
        if part is UnitPart.INSTALL
    ]
    return VisitPaper(
        number=paper.number,
        code=paper.code,
        job_number=job.number,
        record=record,
        work_kind=job.work_kind,
        work_on=job.on,
        name=name.text,
        honorific=name.honorific,
        address=known.address.full(),
        site=job_store.site_record(job.site).address.full(),
        units=tuple(units),
        lines=estimates.record_of(estimate).lines,
        sums=estimates.row_of(estimate).sums,
        days=shipped_visit_law().days,
    )
