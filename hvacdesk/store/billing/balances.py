"""What collective invoices carry over: the customer's account since the former one was issued.

An account is three running sums: what was invoiced, what credit notes took back, what was paid. What is open
is the first two less the third, whichever payment pays for which invoice and whatever is left over. So each
collective invoice keeps the three sums as they were once it was issued, and what happened since is the
difference: to the yen, whenever it was booked and whatever day it bears.
"""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from sqlalchemy import case, exists, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import STANDING, CarriedBalance, InvoiceKind
from hvacdesk.store.models import Customer, Invoice, Payment


class RunningSums(NamedTuple):
    """A customer's account in yen, tax included.

    Attributes:
        invoiced: by what stands; ``credited`` by credit notes that stand, so not above zero.
        paid: with fees that the customer kept, less what went back.
        joined: how many other customers were merged into this one: with them came accounts of their own.
        fees: what of ``paid`` are such fees.
    """

    invoiced: int
    credited: int
    paid: int
    joined: int
    fees: int = 0

    @property
    def open(self) -> int:
        """What is to be paid of it."""
        return self.invoiced + self.credited - self.paid


def account(session: Session, customer: Customer, but: Invoice | None = None) -> RunningSums:
    """A customer's account as it stands.

    Args:
        but: an invoice that is left out, whose place another takes.
    """
    is_credit = Invoice.kind == InvoiceKind.CREDIT
    sums = select(
        func.coalesce(func.sum(case((is_credit, 0), else_=Invoice.gross_yen)), 0),
        func.coalesce(func.sum(case((is_credit, Invoice.gross_yen), else_=0)), 0),
    ).where(Invoice.customer_id == customer.id, Invoice.state.in_(STANDING))
    if but is not None:
        sums = sums.where(Invoice.id != but.id)
    money = select(
        func.coalesce(func.sum(Payment.yen + Payment.fee), 0), func.coalesce(func.sum(Payment.fee), 0)
    ).where(Payment.customer_id == customer.id, Payment.taken_back_on == "")
    joined = select(func.count(Customer.id)).where(Customer.merged_into_id == customer.id)
    invoiced, credited = session.execute(sums).one()
    paid, fees = session.execute(money).one()
    return RunningSums(invoiced, credited, paid, session.scalars(joined).one(), fees)


def of(
    session: Session, customer: Customer, row: Invoice | None = None, about: Invoice | None = None
) -> CarriedBalance | None:
    """What a collective invoice of a customer carries over; None where that was not agreed on.

    Args:
        row: of one that was issued, what its page said then; for a draft or None what it would say now.
        about: the invoice whose place it takes. Where a page of a later period stands, it says what that one
            said: what came since is told there.
    """
    if row is not None and row.number:
        return _told(row)
    if about is not None and _is_older(session, customer, about):
        return _told(about)
    if not customer.carries_balance or (row is not None and row.kind is not InvoiceKind.COLLECTIVE):
        return None
    now, former = account(session, customer, about), _former(session, customer, about)
    then = RunningSums(*json.loads(former.account)) if former is not None else None
    if former is None or then is None or then.joined != now.joined:
        return CarriedBalance(apart=now.open)
    told = of(session, customer, former)
    asked = former.gross_yen + (told.carried if told is not None else 0)
    return CarriedBalance(
        former=asked,
        received=now.paid - then.paid,
        credited=now.credited - then.credited,
        apart=then.open - asked + now.invoiced - then.invoiced,
        fees=now.fees - then.fees,
    )


def stands_alone(session: Session, customer: Customer, period: tuple[date, date]) -> bool:
    """Whether a page is due for what is carried over, though nothing new is asked for in a period.

    That is so where a customer with whom the balance was agreed on owes something from before the period, and
    neither its collective invoice nor a later one stands.

    Args:
        period: the first and the last day of what the closing day closes.
    """
    first, closed = (day.isoformat() for day in period)
    balance = of(session, customer)
    if balance is None or balance.carried <= 0:
        return False
    own = (Invoice.customer_id == customer.id, Invoice.state.in_(STANDING))
    page = exists().where(*own, Invoice.kind == InvoiceKind.COLLECTIVE, Invoice.closed_on >= closed)
    asked_on = case((Invoice.closed_on != "", Invoice.closed_on), else_=Invoice.issued_on)
    owed = exists().where(*own, Invoice.open_yen > 0, asked_on < first)
    return bool(session.scalar(select(owed & ~page)))


def note(row: Invoice, balance: CarriedBalance | None) -> None:
    """Store what the page of a collective invoice carries over, as it is issued."""
    told = balance and [balance.former, balance.received, balance.credited, balance.apart, balance.fees]
    row.balance = json.dumps(told) if told else ""


def note_account(session: Session, row: Invoice, customer: Customer, about: Invoice | None) -> None:
    """Store the customer's account once a collective invoice is issued.

    Args:
        about: the invoice whose place it took. Of an older period it is the account as it was then.
    """
    if row.kind is not InvoiceKind.COLLECTIVE:
        return
    sums = account(session, customer)
    if about is not None and about.account and _is_older(session, customer, about):
        then = RunningSums(*json.loads(about.account))
        sums = then._replace(invoiced=then.invoiced - about.gross_yen + row.gross_yen)
    row.account = json.dumps(sums)


def _told(row: Invoice) -> CarriedBalance | None:
    return CarriedBalance(*json.loads(row.balance)) if row.balance else None


def _is_older(session: Session, customer: Customer, about: Invoice) -> bool:
    """Whether a collective invoice of a later period than this one's stands."""
    if about.kind is not InvoiceKind.COLLECTIVE or not about.closed_on:
        return False
    later = select(Invoice.id).where(
        Invoice.customer_id == customer.id,
        Invoice.kind == InvoiceKind.COLLECTIVE,
        Invoice.state.in_(STANDING),
        Invoice.closed_on > about.closed_on,
    )
    return session.scalars(later.limit(1)).first() is not None


def _former(session: Session, customer: Customer, about: Invoice | None) -> Invoice | None:
    """The collective invoice of the last period that stands, but for the one whose place another takes."""
    query = select(Invoice).where(
        Invoice.customer_id == customer.id,
        Invoice.kind == InvoiceKind.COLLECTIVE,
        Invoice.state.in_(STANDING),
        Invoice.account != "",
    )
    if about is not None:
        query = query.where(Invoice.id != about.id)
    last = (Invoice.closed_on.desc(), Invoice.issued_on.desc(), Invoice.number.desc())
    return session.scalars(query.order_by(*last).limit(1)).first()
