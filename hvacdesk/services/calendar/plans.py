"""Recurring work: plans by site, what is due, and the next job booked in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hvacdesk.domain.calendar.plans import (
    AGREED,
    InspectionRule,
    PlanRecord,
    PlanRow,
    check_plan,
    parse_inspections,
)
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.jobs.job_rules import check_job
from hvacdesk.domain.jobs.jobs import JobRecord, JobUnit, Party, UnitPart
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.consents import ConsentKind
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.resource_files import resource
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.calendar.holidays import is_working_day, next_working_day
from hvacdesk.services.jobs.job_undo import keep_new_booking
from hvacdesk.services.jobs.job_views import JobSight
from hvacdesk.services.jobs.jobs import enter_job
from hvacdesk.services.permissions import needs
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.calendar import plans as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.requests import consents

if TYPE_CHECKING:
    from hvacdesk.store.models import InspectionPlan


@cache
def shipped_inspections(on: date) -> tuple[InspectionRule, ...]:
    """The duties to inspect as shipped for a day."""
    return parse_inspections(resource("legal", "inspections.toml").read_text(encoding="utf-8"), on)


class Plans:
    """The recurring work of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_ALL_JOBS)
    def due(self, actor: Actor, until: date) -> tuple[PlanRow, ...]:
        """Recurring work that is due up to a day, the earliest first."""
        with self._workplace.reading() as session:
            return self._rows(session, actor, self._wanted(session, store.due(session, until.isoformat())))

    def _wanted(self, session: Session, plans: Sequence[InspectionPlan]) -> list[InspectionPlan]:
        """Without plans of customers who refuse reminders; what a law asks for stays."""
        agreed = [plan.customer_id for plan in plans if plan.basis == AGREED]
        refusing = consents.refusing(session, agreed, ConsentKind.REMINDERS)
        return [plan for plan in plans if plan.basis != AGREED or plan.customer_id not in refusing]

    @needs(Permission.SEE_ALL_JOBS)
    def of_customer(self, actor: Actor, customer: str) -> tuple[PlanRow, ...]:
        """All of a customer's recurring work, ended one too."""
        with self._workplace.reading() as session:
            owner = customer_store.get(session, customer)
            return self._rows(session, actor, store.of_customer(session, owner))

    @needs(Permission.EDIT_JOBS)
    def record_for_edit(self, actor: Actor, plan: str) -> PlanRecord:
        """The plan as the form shows it."""
        with self._workplace.reading() as session:
            require_readable(session, f"plan:{plan}")
            return store.record_of(session, store.get(session, plan))

    @needs(Permission.EDIT_JOBS)
    def keep(
        self,
        actor: Actor,
        record: PlanRecord,
        plan: str = "",
        version: int = 0,
        *,
        allow_number: bool = False,
    ) -> str:
        """Add a plan, or change the one with this record id; returns the id.

        Raises:
            ChangedMeanwhile: somebody changed it since ``version`` was read, or its job was done.
            InvalidInput: it cannot be stored.
        """
        today = self._workplace.today()
        bases = [rule.code for rule in shipped_inspections(today)]
        checked = check_plan(record, today, bases, allow_number=allow_number)
        with self._workplace.transaction() as session:
            if plan:
                row = store.get(session, plan)
                if row.version != version:
                    raise ChangedMeanwhile
                fields = store.change(session, row, checked)
                self._log(session, actor, Action.PLAN_CHANGED, row, fields)
            else:
                row = store.add(session, customer_store.get(session, checked.customer), checked)
                self._log(session, actor, Action.PLAN_KEPT, row, ())
            if allow_number:
                subject = f"plan:{row.record_id}"
                note_allowed(
                    self._workplace, session, actor, subject, lambda: check_plan(record, today, bases)
                )
            return row.record_id

    @needs(Permission.EDIT_JOBS)
    def book(self, actor: Actor, plan: str) -> str:
        """Book the next job of a plan and return its record id; the job that is booked already, if one is.

        It is on the plan's day or the first working day after it; without a day if that has passed.
        """
        today = self._workplace.today()
        with self._workplace.transaction() as session:
            row = store.get(session, plan)
            booked = store.open_jobs(session, [row]).get(row.id)
            if booked is not None:
                return booked.record_id
            record = check_job(self._job(session, row, today), today, allow_number=True)
            job = enter_job(self._workplace, session, actor, record)
            store.note_booked(row, job)
            keep_new_booking(self._workplace, session, actor, job.record_id)
            return job.record_id

    def _job(self, session: Session, row: InspectionPlan, today: date) -> JobRecord:
        site = job_store.site_by_key(session, row.site_id)
        units = [unit for unit in site.units if row.basis == AGREED or unit.commercial]
        return JobRecord(
            site=site.record_id,
            work_kind=row.work_kind,
            parties={Party.REQUESTER: customer_store.by_key(session, row.customer_id).record_id},
            on=_day(date.fromisoformat(row.next_on), today),
            units=tuple(JobUnit(unit.record_id, UnitPart.SERVICE) for unit in units),
            note=row.text,
        )

    def _rows(self, session: Session, actor: Actor, plans: Sequence[InspectionPlan]) -> tuple[PlanRow, ...]:
        today = self._workplace.today().isoformat()
        sight = JobSight(actor, self._workplace.today())
        booked = store.open_jobs(session, plans)
        rows = []
        for plan in plans:
            customer = customer_store.by_key(session, plan.customer_id)
            site = job_store.site_by_key(session, plan.site_id)
            job = booked.get(plan.id)
            rows.append(
                PlanRow(
                    plan=plan.record_id,
                    version=plan.version,
                    customer=customer.record_id,
                    name=sight.masked_name(customer),
                    town=sight.masked_town(site),
                    site=site.record_id,
                    work_kind=plan.work_kind,
                    basis=plan.basis,
                    every_months=plan.every_months,
                    next_on=plan.next_on,
                    active=plan.active,
                    overdue=plan.active and job is None and plan.next_on < today,
                    job=job.record_id if job else "",
                    job_number=job.number if job else "",
                    job_on=job.on if job else "",
                )
            )
        return tuple(rows)

    def _log(
        self, session: Session, actor: Actor, action: Action, row: InspectionPlan, fields: Sequence[str]
    ) -> None:
        self._workplace.record(session, actor, action, f"plan:{row.record_id}", fields=sorted(fields))


def _day(planned: date, today: date) -> str:
    if planned < today:
        return ""
    return (planned if is_working_day(planned) else next_working_day(planned)).isoformat()
