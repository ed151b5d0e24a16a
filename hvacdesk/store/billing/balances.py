"""What collective invoices carry over: the customer's account since the former one was issued.

An account is three running sums: what was invoiced, what credit notes took back, what was paid. What is open
is the first two less the third, whichever payment pays for which invoice and whatever is left over. So each
collective invoice keeps the three sums as they were once it was issued, and what happened since is the
difference: to the yen, whenever it was booked and whatever day it bears.

A page asks for nothing that was asked for after its closing day, however late it is made: the account that it
keeps is without that, so the next page tells of it. What was paid or credited of what it does ask for counts
until it is made: nobody is asked for what they paid.
"""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Table, case, exists, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import STANDING, InvoiceKind
from hvacdesk.domain.billing.pay_terms import CarriedBalance
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.models import Customer, Invoice, Payment, PaymentAllocation

_INVOICES: Table = Base.metadata.tables[Invoice.__tablename__]
_ALLOCATIONS: Table = Base.metadata.tables[PaymentAllocation.__tablename__]


class RunningSums(NamedTuple):
    """A customer's account in yen, tax included.

    Attributes:
        invoiced: by what stands; ``credited`` by credit notes that stand, so not above zero.
        paid: with fees that the customer kept, less what went back.
        joined: keys of the customers that were merged into this one: with them came accounts of their own.
            None where only their number was noted.
        fees: what of ``paid`` are such fees; None where that was not noted.
    """

    invoiced: int
    credited: int
    paid: int
    joined: tuple[int, ...] | None
    fees: int | None = None

    @property
    def open(self) -> int:
        """What is to be paid of it."""
        return self.invoiced + self.credited - self.paid


def account(session: Session, customer: Customer, closed_on: str) -> RunningSums:
    """A customer's account as it stands, of what was asked for up to an ISO day."""
    later = _later(session, customer, closed_on)
    is_credit = Invoice.kind == InvoiceKind.CREDIT
    sums = select(
        func.coalesce(func.sum(case((is_credit, 0), else_=Invoice.gross_yen)), 0),
        func.coalesce(func.sum(case((is_credit, Invoice.gross_yen), else_=0)), 0),
    ).where(*_standing(customer), ~among(_INVOICES.c.id, later))
    booked = Payment.customer_id == customer.id, Payment.taken_back_on == ""
    for_later = among(_ALLOCATIONS.c.invoice_id, later)
    pays_later = Payment.id.in_(select(_ALLOCATIONS.c.payment_id).where(for_later))
    money = select(
        func.coalesce(func.sum(Payment.yen + Payment.fee), 0),
        func.coalesce(func.sum(case((pays_later, 0), else_=Payment.fee)), 0),
    ).where(*booked)
    beside = select(func.coalesce(func.sum(_ALLOCATIONS.c.yen), 0)).where(for_later, *booked)
    beside = beside.join(Payment, Payment.id == _ALLOCATIONS.c.payment_id)
    joined = select(Customer.id).where(Customer.merged_into_id == customer.id).order_by(Customer.id)
    invoiced, credited = session.execute(sums).one()
    paid, fees = session.execute(money).one()
    paid -= session.scalar(beside) or 0
    return RunningSums(invoiced, credited, paid, tuple(session.scalars(joined)), fees)


def of(
    session: Session, customer: Customer, row: Invoice, about: Invoice | None = None
) -> CarriedBalance | None:
    """What a collective invoice of a customer carries over; None where that was not agreed on.

    Args:
        row: of one that was issued, what its page said then; for a draft what it would say now.
        about: the customer's own invoice whose place it takes: it repeats what that one said, and the next
            page tells what came since.
    """
    if row.number:
        return _told(row)
    if row.kind is not InvoiceKind.COLLECTIVE:
        return None
    if about is not None and about.customer_id == customer.id:
        return _told(about)
    return to_carry(session, customer, row.closed_on)


def to_carry(session: Session, customer: Customer, closed_on: str) -> CarriedBalance | None:
    """What a page of a closing day, given as ISO day, would carry over now; None as for :func:`of`."""
    if not customer.carries_balance:
        return None
    now, former = account(session, customer, closed_on), _former(session, customer, closed_on)
    then = _noted(former) if former is not None else None
    if former is None or then is None or then.joined != now.joined:
        return CarriedBalance(apart=now.open)
    told = _told(former)
    asked = former.gross_yen + (told.carried if told is not None else 0)
    return CarriedBalance(
        former=asked,
        received=now.paid - then.paid,
        credited=now.credited - then.credited,
        apart=then.open - asked + now.invoiced - then.invoiced,
        fees=0 if then.fees is None or now.fees is None else now.fees - then.fees,
    )


def stands_alone(session: Session, customer: Customer, period: tuple[date, date]) -> bool:
    """Whether a page is due for what is carried over, though nothing new is asked for in a period.

    That is so where a customer with whom the balance was agreed on owes something from before the period, and
    neither its collective invoice nor a later one stands.

    Args:
        period: the first and the last day of what the closing day closes.
    """
    first, closed = (day.isoformat() for day in period)
    balance = to_carry(session, customer, closed)
    if balance is None or balance.carried <= 0:
        return False
    own = _standing(customer)
    page = exists().where(*own, Invoice.kind == InvoiceKind.COLLECTIVE, Invoice.closed_on >= closed)
    owed = exists().where(*own, Invoice.open_yen > 0, _asked_on() < first)
    return bool(session.scalar(select(owed & ~page)))


def _later(session: Session, customer: Customer, closed_on: str) -> list[int]:
    """The keys of a customer's invoices that ask as of a day after an ISO day, with what takes them back.

    What took the place of another asks as of the day of that one.
    """
    query = select(Invoice).where(
        *_standing(customer), Invoice.kind != InvoiceKind.CREDIT, _asked_on() > closed_on
    )
    later = [row for row in session.scalars(query) if _first_asked_on(session, row) > closed_on]
    about = among(_INVOICES.c.about, [row.number for row in later])
    notes = select(Invoice.id).where(*_standing(customer), Invoice.kind == InvoiceKind.CREDIT, about)
    return [*(row.id for row in later), *(session.scalars(notes) if later else ())]


def _first_asked_on(session: Session, row: Invoice) -> str:
    day = select(_asked_on()).where(Invoice.number == _first_number(session, row))
    return session.scalars(day).one()


def _asked_on() -> ColumnElement[str]:
    """The ISO day as of which an invoice asks."""
    return case((Invoice.closed_on != "", Invoice.closed_on), else_=Invoice.issued_on)


def _standing(customer: Customer) -> tuple[ColumnElement[bool], ...]:
    """That an invoice is a customer's, and stands."""
    return Invoice.customer_id == customer.id, Invoice.state.in_(STANDING)


def note(row: Invoice, balance: CarriedBalance | None) -> None:
    """Store what the page of a collective invoice carries over, as it is issued."""
    told = balance and [balance.former, balance.received, balance.credited, balance.apart, balance.fees]
    row.balance = json.dumps(told) if told else ""


def note_account(session: Session, row: Invoice, customer: Customer, about: Invoice | None) -> None:
    """Store the customer's account once a collective invoice is issued.

    Args:
        about: the invoice whose place it took: as it repeats what that one said, it is the account of then.
    """
    if row.kind is not InvoiceKind.COLLECTIVE:
        return
    sums = account(session, customer, row.closed_on)
    if about is not None and about.customer_id == customer.id and (then := _noted(about)) is not None:
        sums = then._replace(invoiced=then.invoiced - about.gross_yen + row.gross_yen)
    row.account = json.dumps(sums)


def _noted(row: Invoice) -> RunningSums | None:
    """The account that was stored with an invoice; None where none was."""
    if not row.account:
        return None
    invoiced, credited, paid, joined, *fees = json.loads(row.account)
    if isinstance(joined, int):  # the version before noted how many were merged into the customer, not which
        joined = None if joined else ()
    return RunningSums(invoiced, credited, paid, None if joined is None else tuple(joined), *fees)


def _told(row: Invoice) -> CarriedBalance | None:
    return CarriedBalance(*json.loads(row.balance)) if row.balance else None


def _former(session: Session, customer: Customer, closed_on: str) -> Invoice | None:
    """The collective invoice of the last period up to a day that stands; of several the one issued last.

    What took the place of another counts as issued when that one was.
    """
    query = select(Invoice).where(
        Invoice.customer_id == customer.id,
        Invoice.kind == InvoiceKind.COLLECTIVE,
        Invoice.state.in_(STANDING),
        Invoice.account != "",
        Invoice.closed_on <= closed_on,
    )
    last = (Invoice.closed_on.desc(), Invoice.issued_on.desc(), Invoice.number.desc())
    found = session.scalars(query.order_by(*last).limit(1)).first()
    if found is None or not found.about:
        return found
    of_its_day = session.scalars(query.where(Invoice.closed_on == found.closed_on))
    return max(of_its_day, key=lambda one: _first_number(session, one))


def _first_number(session: Session, row: Invoice) -> str:
    """The number of the first of the invoices of which each took the place of the one before."""
    number, about = row.number, row.about
    while about:
        number = about
        about = session.scalars(select(Invoice.about).where(Invoice.number == number)).one_or_none() or ""
    return number
