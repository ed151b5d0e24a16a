"""What a month's summary of invoices and payments is read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, selectinload

from hvacdesk.domain.billing.invoices import STANDING
from hvacdesk.domain.billing.money import line_amount
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Invoice, Job, JobStaff, Payment

_MONTH = 7
"""Characters of ``YYYY-MM``, with which a day begins."""

_MONEY = case((Payment.way == PaymentWay.SET_OFF, 0), else_=Payment.yen)
"""Yen of a payment that came in or went back."""


class SoldPart(NamedTuple):
    """What the lines of an invoice ask for one job; ``account`` is who was first assigned to it, or empty.

    ``firm`` says whether a partner firm does it, and nobody of the office was assigned.
    """

    account: str
    work: WorkKind | None
    yen: int
    firm: bool


class Sold(NamedTuple):
    """An invoice or credit note that was issued; ``customer`` is a primary key."""

    customer: int
    net: int
    gross: int
    parts: tuple[SoldPart, ...]


def sold(session: Session, month: str) -> tuple[Sold, ...]:
    """Every invoice of a month that stands, and every credit note."""
    query = (
        select(Invoice)
        .where(Invoice.state.in_(STANDING), _within(Invoice.issued_on, month, month))
        .order_by(Invoice.id)
        .options(selectinload(Invoice.lines), selectinload(Invoice.jobs))
    )
    rows = session.scalars(query).all()
    works = _works(session, {link.job_id for row in rows for link in row.jobs})
    return tuple(Sold(row.customer_id, row.net_yen, row.gross_yen, _parts(row, works)) for row in rows)


class Paid(NamedTuple):
    """A payment; ``customer`` is a primary key, ``account`` who collected it on site, or empty.

    ``yen`` is 0 where it was ``set_off``.
    """

    customer: int
    yen: int
    account: str
    fee: int
    set_off: int


def paid(session: Session, month: str) -> tuple[Paid, ...]:
    """Every payment of a month; what was taken back is left out."""
    query = select(
        Payment.customer_id, _MONEY, Payment.collected_by, Payment.fee, Payment.yen - _MONEY
    ).where(_within(Payment.received_on, month, month), Payment.taken_back_on == "")
    return tuple(Paid(*row) for row in session.execute(query.order_by(Payment.id)))


def by_month(session: Session, months: Sequence[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Invoiced with tax, and payments, by month; a month without any is left out."""
    issued, came = func.substr(Invoice.issued_on, 1, _MONTH), func.substr(Payment.received_on, 1, _MONTH)
    sales = (
        select(issued, func.sum(Invoice.gross_yen))
        .where(Invoice.state.in_(STANDING), _within(Invoice.issued_on, months[0], months[-1]))
        .group_by(issued)
    )
    received = (
        select(came, func.sum(_MONEY))
        .where(Payment.taken_back_on == "", _within(Payment.received_on, months[0], months[-1]))
        .group_by(came)
    )
    return (
        {row[0]: row[1] for row in session.execute(sales)},
        {row[0]: row[1] for row in session.execute(received)},
    )


def _works(session: Session, jobs: set[int]) -> dict[int, tuple[str, WorkKind, bool]]:
    """For each job who was first assigned to it, its kind of work, and whether a partner firm does it."""
    first = (
        select(JobStaff.account)
        .where(JobStaff.job_id == Job.id)
        .order_by(JobStaff.id)
        .limit(1)
        .scalar_subquery()
    )
    query = select(Job.id, first, Job.work_kind, Job.partner_firm).where(Job.id.in_(jobs))
    return {
        job: (account or "", work, bool(firm) and not account)
        for job, account, work, firm in session.execute(query)
    }


def _parts(row: Invoice, works: dict[int, tuple[str, WorkKind, bool]]) -> tuple[SoldPart, ...]:
    """A line that names no job is for the first of the invoice's."""
    usual = row.jobs[0].job_id if row.jobs else None
    sums: dict[int | None, int] = {}
    for line in row.lines:
        job = line.job_id or usual
        sums[job] = sums.get(job, 0) + line_amount(line.quantity, line.yen)
    parts = []
    for job, yen in sums.items():
        account, work, firm = works[job] if job is not None and job in works else ("", None, False)
        parts.append(SoldPart(account, work, yen, firm))
    return tuple(parts)


def _within(day: InstrumentedAttribute[str], first: str, last: str) -> ColumnElement[bool]:
    """Whether an ISO day lies in these months ``2026-11``; asked so that an index of the days answers."""
    return day.between(f"{first}-01", f"{last}-31")
