"""Orders to partner firms: written, what became of them, and jobs that still want one."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.jobs.jobs import UNDER_WAY
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.partners.partner_orders import NewOrder, OrderRow, OrderStep, payment_due, state_of
from hvacdesk.domain.partners.partners import firm_key
from hvacdesk.store import counters, records
from hvacdesk.store.models import Job, PartnerFirm, PartnerOrder
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.staff.staff import account_names

_COLUMNS = {
    OrderStep.RECEIVED: "received_on",
    OrderStep.PAID: "paid_on",
    OrderStep.WITHDRAWN: "withdrawn_on",
}


def everything(session: Session) -> tuple[OrderRow, ...]:
    """Every order, the newest first."""
    names, printed = account_names(session), audit_log.subjects(session, Action.ORDER_PRINTED)
    query = (
        select(PartnerOrder, PartnerFirm)
        .join(PartnerFirm, PartnerFirm.id == PartnerOrder.firm_id)
        .order_by(PartnerOrder.id.desc())
    )
    return tuple(
        row_of(order, firm, names.get(order.ordered_by, ""), printed=subject_of(order.record_id) in printed)
        for order, firm in session.execute(query)
    )


def one(session: Session, record_id: str) -> OrderRow:
    """One order. Raises :class:`RecordGone`."""
    order = get(session, record_id)
    firm = session.get_one(PartnerFirm, order.firm_id)
    printed = subject_of(record_id) in audit_log.subjects(session, Action.ORDER_PRINTED)
    return row_of(order, firm, account_names(session).get(order.ordered_by, ""), printed=printed)


def subject_of(record_id: str) -> str:
    """How the audit log names an order."""
    return f"partner_order:{record_id}"


def get(session: Session, record_id: str) -> PartnerOrder:
    """The order of a record id. Raises :class:`RecordGone`."""
    return records.get(session, PartnerOrder, record_id)


def add(
    session: Session, firm: PartnerFirm, job: Job | None, order: NewOrder, by: str, today: date
) -> PartnerOrder:
    """Write an order down under the year's next number."""
    row = PartnerOrder(
        number=f"O{today.year}-{counters.take(session, f'partner order {today.year}'):04}",
        ordered_on=today.isoformat(),
        ordered_by=by,
        **_terms(firm, job, order),
    )
    session.add(row)
    session.flush()
    return row


def correct(row: PartnerOrder, firm: PartnerFirm, job: Job | None, order: NewOrder) -> None:
    """Write other terms down under the same number."""
    records.write(row, _terms(firm, job, order))
    row.version += 1


def _terms(firm: PartnerFirm, job: Job | None, order: NewOrder) -> dict[str, object]:
    return {
        "firm_id": firm.id,
        "job_number": job.number if job else "",
        **records.columns_of(order, "firm", job=job.record_id if job else ""),
    }


def note_step(row: PartnerOrder, step: OrderStep, on: str) -> None:
    """Write the day of a step down."""
    setattr(row, _COLUMNS[step], on)
    row.version += 1


def jobs_without(session: Session) -> tuple[tuple[str, str, str], ...]:
    """Jobs under way that a one-person firm does and nobody ordered: number, firm, day of receipt."""
    firms = session.scalars(select(PartnerFirm).where(PartnerFirm.one_person, PartnerFirm.active))
    known = {firm.key: firm.firm for firm in firms}
    if not known:
        return ()
    ordered = select(PartnerOrder.job).where(PartnerOrder.withdrawn_on == "")
    query = select(Job.number, Job.partner_firm, Job.received_on).where(
        Job.partner_firm != "", Job.state.in_(UNDER_WAY), Job.record_id.not_in(ordered)
    )
    return tuple(
        (number, known[key], received)
        for number, name, received in session.execute(query.order_by(Job.id))
        if (key := firm_key(name)) in known
    )


def row_of(order: PartnerOrder, firm: PartnerFirm, by: str, *, printed: bool) -> OrderRow:
    """A line of the list."""
    latest, due = payment_due(order.pay_by, order.received_on, order.work_on, one_person=firm.one_person)
    facts = records.record_of(NewOrder, order, firm=firm.record_id, job=order.job_number)
    return OrderRow(
        order=order.record_id,
        number=order.number,
        firm=firm.firm,
        firm_record=firm.record_id,
        one_person=firm.one_person,
        facts=facts,
        ordered_on=order.ordered_on,
        ordered_by=by,
        received_on=order.received_on,
        paid_on=order.paid_on,
        withdrawn_on=order.withdrawn_on,
        latest=latest,
        due=due,
        state=state_of(order.received_on, order.paid_on, order.withdrawn_on),
        printed=printed,
    )
