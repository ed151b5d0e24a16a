"""Orders to partner firms: written terms, the day of payment, and what may be deducted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hvacdesk.documents.partners.partner_orders import draw_partner_order
from hvacdesk.domain.errors import ChangedMeanwhile, Missing
from hvacdesk.domain.masking import town
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, Profile
from hvacdesk.domain.partners.partner_orders import (
    NEXT_STEPS,
    NewOrder,
    NotThisStep,
    OrderPaper,
    OrderPaperVoid,
    OrderPrinted,
    OrderRow,
    OrderState,
    OrderStep,
    checked_order,
    checked_step,
)
from hvacdesk.domain.partners.purchase_deduction import DeductionTable, parse_deduction
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.resource_files import resource
from hvacdesk.services.papers.work_order_view import cleaner
from hvacdesk.services.partners.partners import READERS
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.papers import office_images, work_orders
from hvacdesk.store.partners import partner_orders as store
from hvacdesk.store.partners import partners

if TYPE_CHECKING:
    from hvacdesk.store.models import Job, PartnerFirm


@cache
def shipped_deduction() -> DeductionTable:
    """The shares of the transitional measure as shipped."""
    return parse_deduction(resource("legal", "purchase_deduction.toml").read_text(encoding="utf-8"))


class PartnerOrders:
    """The orders of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @nothing_without(Permission.EDIT_JOBS)
    def may_order(self, actor: Actor) -> bool:
        """Whether the actor may write orders and note what became of them."""
        return actor.may(Permission.EDIT_JOBS)

    @needs(*READERS)
    def all(self, actor: Actor) -> tuple[OrderRow, ...]:
        """Every order, the newest first."""
        with self._workplace.reading() as session:
            return store.everything(session)

    @needs(Permission.EDIT_JOBS)
    def write(self, actor: Actor, order: NewOrder) -> str:
        """Write an order down; returns its record id. Where no place is given, it is the job's town.

        It is stored as its paper says it: it is kept when the job and its customer are gone.

        Raises:
            InvalidInput: names the field; ``job`` where no job has the number.
            PaidTooLate: a one-person firm would be paid too late.
            RecordGone: the firm is not in the register.
        """
        today = self._workplace.today()
        with self._workplace.transaction() as session:
            firm, job, checked = _terms(session, order, today)
            row = store.add(session, firm, job, checked, actor.account, today)
            self._log(session, actor, Action.WORK_ORDERED, row.record_id, row.number)
            return row.record_id

    @needs(Permission.EDIT_JOBS)
    def correct(self, actor: Actor, order: str, terms: NewOrder, *, shown: NewOrder) -> str:
        """Correct an order of which no paper was printed yet; returns its record id.

        Args:
            shown: the terms that the correction was made from.

        Raises:
            ChangedMeanwhile: others are written down by now.
            OrderPrinted: the firm may have the paper.
            NotThisStep: it is further on by now.
            InvalidInput, PaidTooLate, RecordGone: as for :meth:`write`.
        """
        with self._workplace.transaction() as session:
            row, now = store.get(session, order), store.one(session, order)
            if now.printed:
                raise OrderPrinted
            if not now.correctable:
                raise NotThisStep
            if now.facts != shown:
                raise ChangedMeanwhile
            store.correct(row, *_terms(session, terms, self._workplace.today()))
            self._log(session, actor, Action.ORDER_CORRECTED, order, row.number)
            return order

    @needs(Permission.EDIT_JOBS)
    def note(self, actor: Actor, order: str, step: OrderStep, on: str, *, shown: NewOrder) -> None:
        """Note on which day the work was received, the firm paid or the order withdrawn.

        Args:
            shown: the order's terms when the step was begun.

        Raises:
            ChangedMeanwhile: others are written down by now.
            NotThisStep: it is further on by now.
            Missing, BadDate: the day.
        """
        with self._workplace.transaction() as session:
            row = store.get(session, order)
            now = store.one(session, order)
            if step not in NEXT_STEPS[now.state]:
                raise NotThisStep
            if now.facts != shown:
                raise ChangedMeanwhile
            store.note_step(row, step, checked_step(step, on, row.ordered_on, self._workplace.today()))
            subject = store.subject_of(order)
            self._workplace.record(
                session,
                actor,
                Action.ORDER_STEP_NOTED,
                subject,
                order_number=row.number,
                order_step=step.value,
            )

    @needs(*READERS)
    def pdf(self, actor: Actor, order: str, words: Words) -> OrderPaper:
        """The order paper as a PDF with its terms, without what the firm's copy of the work order hides.

        Raises :class:`RecordGone`.
        """
        with self._workplace.reading() as session:
            row, job = store.one(session, order), store.get(session, order).job
            told = replace(row, facts=_cleaned(session, job, row.facts))
            pdf = draw_partner_order(told, words, office_images.letterhead(session))
            return OrderPaper(pdf, row.facts)

    @needs(*READERS)
    def printed(self, actor: Actor, order: str, *, shown: NewOrder) -> None:
        """Note that the printer took it.

        Args:
            shown: the terms on the paper.

        Raises:
            OrderPaperVoid: the order has others by now, or was withdrawn.
        """
        with self._workplace.transaction() as session:
            now = store.one(session, order)
            if now.facts != shown or now.state is OrderState.WITHDRAWN:
                raise OrderPaperVoid
            self._log(session, actor, Action.ORDER_PRINTED, order, store.get(session, order).number)

    @nothing_without(Permission.EDIT_JOBS)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """Payments that are open, and jobs of one-person firms that nobody ordered in writing."""
        if not actor.may(Permission.EDIT_JOBS):
            return ()
        today = self._workplace.today().isoformat()
        with self._workplace.reading() as session:
            orders, missing = store.everything(session), store.jobs_without(session)
        payments = [
            Duty(DutyKind.PARTNER_PAYMENT, date.fromisoformat(row.due), f"{row.firm} {row.number}", row.order)
            for row in orders
            if row.state is OrderState.RECEIVED
            or (row.state is OrderState.ORDERED and row.one_person and row.facts.work_on <= today)
        ]
        wanted = [
            Duty(DutyKind.PARTNER_ORDER, date.fromisoformat(received), number)
            for number, _firm, received in missing
        ]
        return (*payments, *wanted)

    def _log(self, session: Session, actor: Actor, action: Action, record: str, number: str) -> None:
        self._workplace.record(session, actor, action, store.subject_of(record), order_number=number)


def _terms(session: Session, order: NewOrder, today: date) -> tuple[PartnerFirm, Job | None, NewOrder]:
    """The firm, the job and what is stored of an order. Raises as :meth:`PartnerOrders.write` does."""
    if not order.firm:
        raise Missing("firm")
    firm = partners.get(session, order.firm)
    job = _job(session, order.job)
    if job is not None and not order.place.strip():
        order = replace(order, place=_town(session, job))
    order = _cleaned(session, job.record_id if job else "", order)
    return firm, job, checked_order(order, today, one_person=firm.one_person)


def _cleaned(session: Session, job: str, order: NewOrder) -> NewOrder:
    """An order without what the firm's copy of the job's work order hides; a registered firm's name stays."""
    found = work_orders.materials(session, [job]) if job else ()
    if not found:
        return order
    clean = cleaner(found[0], PROFILE_RULES[Profile.PARTNER])
    return replace(order, work=clean(order.work), place=clean(order.place, codes=False))


def _job(session: Session, number: str) -> Job | None:
    if not number.strip():
        return None
    return job_store.called(session, "job", number)


def _town(session: Session, job: Job) -> str:
    return town(customer_store.address_of(job_store.site_by_key(session, job.site_id))).text
