"""What collective invoices carry over: the customer's account since the former one was issued.

An account is three running sums: what was invoiced, what credit notes took back, what was paid. What is open
is the first two less the third, whichever payment pays for which invoice and whatever is left over. So each
collective invoice keeps the three sums as they were once it was issued, and what happened since is the
difference: to the yen, whenever it was booked and whatever day it bears.

A page asks for nothing that was asked for after its closing day, however late it is made: the account that it
keeps is without that, so the next page tells of it. What was paid or credited of what it does ask for counts
until it is made: nobody is asked for what they paid. A page that is made after one of a later closing day
carries nothing over: that one asks for it already.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Table, case, exists, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import STANDING, InvoiceKind, InvoiceState
from hvacdesk.domain.billing.pay_terms import CarriedBalance
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.store.base import Base
from hvacdesk.store.billing.invoices import has_number, is_about
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
        asking: the numbers of the invoices of it that were not wholly paid, with the page's own: they can
            still be put right. None where they were not noted.
        set_off: what of ``paid`` was set off; None as for ``fees``.
    """

    invoiced: int
    credited: int
    paid: int
    joined: tuple[int, ...] | None
    fees: int | None = None
    asking: tuple[str, ...] | None = None
    set_off: int | None = None

    @property
    def open(self) -> int:
        """What is to be paid of it."""
        return self.invoiced + self.credited - self.paid


def account(session: Session, customer: Customer, closed_on: str) -> RunningSums:
    """A customer's account as it is now, of what was asked for up to an ISO day."""
    later = _later(session, customer, closed_on)
    is_credit = Invoice.kind == InvoiceKind.CREDIT
    sums = select(
        func.coalesce(func.sum(case((is_credit, 0), else_=Invoice.gross_yen)), 0),
        func.coalesce(func.sum(case((is_credit, Invoice.gross_yen), else_=0)), 0),
    ).where(*_standing(customer), ~among(_INVOICES.c.id, later))
    booked = Payment.customer_id == customer.id, Payment.taken_back_on == ""
    for_later = among(_ALLOCATIONS.c.invoice_id, later)
    paying = select(_ALLOCATIONS.c.payment_id, func.sum(_ALLOCATIONS.c.yen).label("yen"))
    paying = paying.join(Payment, Payment.id == _ALLOCATIONS.c.payment_id).where(*booked)
    here = paying.where(~for_later).group_by(_ALLOCATIONS.c.payment_id).subquery()
    # What of a payment counts here: not what pays for later invoices, nor what went back of it.
    counts = func.max(Payment.credit_yen + func.coalesce(here.c.yen, 0), 0)
    set_off = case((Payment.way == PaymentWay.SET_OFF, func.min(Payment.yen, counts)), else_=0)
    money = (
        select(
            func.coalesce(func.sum(Payment.yen + Payment.fee), 0),
            func.coalesce(func.sum(func.min(Payment.fee, counts)), 0),
            func.coalesce(func.sum(set_off), 0),
        )
        .outerjoin(here, here.c.payment_id == Payment.id)
        .where(*booked)
    )
    beside = select(func.coalesce(func.sum(_ALLOCATIONS.c.yen), 0)).where(for_later, *booked)
    beside = beside.join(Payment, Payment.id == _ALLOCATIONS.c.payment_id)
    joined = select(Customer.id).where(Customer.merged_into_id == customer.id).order_by(Customer.id)
    invoiced, credited = session.execute(sums).one()
    paid, fees, no_money = session.execute(money).one()
    paid -= session.scalar(beside) or 0
    return RunningSums(invoiced, credited, paid, tuple(session.scalars(joined)), fees, set_off=no_money)


def of(
    session: Session, customer: Customer, row: Invoice, about: Invoice | None = None
) -> CarriedBalance | None:
    """What a collective invoice of a customer carries over; None where that was not agreed on.

    Args:
        row: of one that was issued, what its page said then; for a draft what it would say now.
        about: the customer's own invoice whose place it takes: it repeats what that one said, but for what
            was put right, made void or credited since; what was paid since tells the next page.
    """
    if row.number:
        return _told(row)
    if row.kind is not InvoiceKind.COLLECTIVE:
        return None
    if about is not None and about.customer_id == customer.id:
        told = _told(about)
        return told and replace(
            told,
            corrected=told.corrected + _corrected(session, customer, about),
            credited=told.credited + _credited_since(session, customer, about),
        )
    return to_carry(session, customer, row.closed_on)


def to_carry(session: Session, customer: Customer, closed_on: str) -> CarriedBalance | None:
    """What a page of a closing day, given as ISO day, would carry over now; None as for :func:`of`."""
    if not customer.carries_balance or later_page(session, customer, closed_on):
        return None
    now, former = account(session, customer, closed_on), _former(session, customer, closed_on)
    then = _noted(former) if former is not None else None
    if former is None or then is None or then.joined != now.joined:
        return CarriedBalance(apart=now.open)
    told = _told(former)
    asked = former.gross_yen + (told.carried if told is not None else 0)
    corrected = _corrected(session, customer, former)
    return CarriedBalance(
        former=asked,
        received=now.paid - then.paid,
        credited=now.credited - then.credited,
        apart=then.open - asked + now.invoiced - then.invoiced - corrected,
        fees=0 if then.fees is None or now.fees is None else now.fees - then.fees,
        corrected=corrected,
        set_off=0 if then.set_off is None or now.set_off is None else now.set_off - then.set_off,
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


def carrying(session: Session, row: Invoice) -> list[Invoice]:
    """The collective invoices that stand and carried over what is open of an issued one, the first first.

    So did those that carried what it took the place of.
    """
    if row.open_yen <= 0:
        return []
    pages = select(Invoice).where(
        Invoice.customer_id == row.customer_id,
        Invoice.kind == InvoiceKind.COLLECTIVE,
        Invoice.state.in_(STANDING),
        Invoice.id != row.id,
        Invoice.balance != "",
    )
    own = set(_numbers(session, row))
    return [one for one in session.scalars(pages.order_by(Invoice.id)) if own & set(_asking(one))]


def said(row: Invoice) -> CarriedBalance | None:
    """What the page of an issued collective invoice carries over; None where it carries nothing."""
    return _told(row)


def _asking(row: Invoice) -> tuple[str, ...]:
    """What was asked for and not wholly paid as a page was issued; nothing where that was not noted."""
    then = _noted(row)
    return (then.asking or ()) if then is not None else ()


def _corrected(session: Session, customer: Customer, page: Invoice) -> int:
    """By how much what a page carried over became more or less since: what was put right, or made void."""
    carried = [number for number in _asking(page) if number != page.number]
    ended = (row for row in _numbered(session, carried) if row.state not in STANDING)
    return sum(_in_place_of(session, customer, row) - row.gross_yen for row in ended)


def _in_place_of(session: Session, customer: Customer, row: Invoice) -> int:
    """What the invoice asks a customer for that took the place of one; 0 where none stands."""
    last = _last(session, row)
    return last.gross_yen if last.state in STANDING and last.customer_id == customer.id else 0


def _last(session: Session, row: Invoice) -> Invoice:
    """The last of the issued invoices of which each took the place of the one before."""
    issued = select(Invoice).where(Invoice.kind != InvoiceKind.CREDIT, Invoice.state != InvoiceState.DRAFT)
    while (after := session.scalars(issued.where(is_about(Invoice.about, row.number))).first()) is not None:
        row = after
    return row


def _numbered(session: Session, numbers: Sequence[str]) -> list[Invoice]:
    """The invoices of some numbers, in the order in which they were made."""
    query = select(Invoice).where(has_number(among(_INVOICES.c.number, numbers)))
    return list(session.scalars(query.order_by(Invoice.id)))


def _credited_since(session: Session, customer: Customer, page: Invoice) -> int:
    """What credit notes took back since a page was issued; nothing where another page tells of it."""
    then, now = _noted(page), account(session, customer, page.closed_on)
    if then is None or then.joined != now.joined or later_page(session, customer, page.closed_on):
        return 0
    return now.credited - then.credited


def still_asked(session: Session, customer: Customer, page: Invoice, note: Invoice | None) -> int | None:
    """What is still to be paid of all that an issued collective invoice asks for, in yen.

    None where it does not say: a later one asks for it, customers were merged since, or something else was
    asked for as of its days since, of which payments cannot be told apart. Nor does it where the account and
    the list of open items differ: something is left over or waits to go back, of which nobody knows yet what
    it pays for, or a payment that the page took off was taken back.

    Args:
        note: a credit note that does not count, though it may just have been issued.
    """
    told, then, now = _told(page), _noted(page), account(session, customer, page.closed_on)
    if told is None or then is None or then.joined != now.joined:
        return None
    corrected = _corrected(session, customer, page)
    if now.invoiced - then.invoiced != corrected or later_page(session, customer, page.closed_on):
        return None
    own = note.gross_yen if note is not None and note.state in STANDING else 0
    since = now.credited - own - then.credited - (now.paid - then.paid)
    left = page.gross_yen + told.carried + corrected + since
    asked = _numbered(session, _asking(page))
    asking = (row if row.state in STANDING else _last(session, row) for row in asked)
    theirs = [row for row in asking if row.state in STANDING and row.customer_id == customer.id]
    return left if left == sum(row.open_yen for row in theirs) else None


def later_page(session: Session, customer: Customer, closed_on: str) -> str:
    """The number of the collective invoice of the last closing day after an ISO day; empty for none."""
    pages = Invoice.kind == InvoiceKind.COLLECTIVE, Invoice.closed_on > closed_on
    query = select(Invoice.number).where(*_standing(customer), *pages)
    return session.scalar(query.order_by(Invoice.closed_on.desc(), Invoice.id.desc()).limit(1)) or ""


def note(row: Invoice, balance: CarriedBalance | None) -> None:
    """Store what the page of a collective invoice carries over, as it is issued."""
    row.balance = json.dumps(astuple(balance)) if balance else ""


def note_account(session: Session, row: Invoice, customer: Customer, about: Invoice | None) -> None:
    """Store the customer's account once a collective invoice is issued.

    Args:
        about: the invoice whose place it took: as it repeats what that one said, it is the account of then.
    """
    if row.kind is not InvoiceKind.COLLECTIVE:
        return
    sums = account(session, customer, row.closed_on)
    asking = _open(session, customer, row.closed_on)
    if about is not None and about.customer_id == customer.id and (then := _noted(about)) is not None:
        more = row.gross_yen - about.gross_yen + _corrected(session, customer, about)
        credited = then.credited + _credited_since(session, customer, about)
        sums = then._replace(invoiced=then.invoiced + more, credited=credited)
        asking = _still_asking(session, about)
    row.account = json.dumps(sums._replace(asking=tuple(dict.fromkeys((*asking, row.number)))))


def _open(session: Session, customer: Customer, closed_on: str) -> list[str]:
    """The numbers of a customer's invoices, asked for up to an ISO day, that are not wholly paid."""
    later = _later(session, customer, closed_on)
    query = select(Invoice.number).where(
        *_standing(customer), Invoice.kind != InvoiceKind.CREDIT, Invoice.open_yen > 0
    )
    return list(session.scalars(query.where(~among(_INVOICES.c.id, later)).order_by(Invoice.id)))


def _still_asking(session: Session, page: Invoice) -> list[str]:
    """What a page carried over, by the numbers of what stands in its place by now."""
    carried = [number for number in _asking(page) if number != page.number]
    last = (_last(session, row) for row in _numbered(session, carried))
    return [one.number for one in last if one.state in STANDING]


def _noted(row: Invoice) -> RunningSums | None:
    """The account that was stored with an invoice; None where none was."""
    if not row.account:
        return None
    invoiced, credited, paid, joined, *rest = json.loads(row.account)
    if isinstance(joined, int):  # the version before noted how many were merged into the customer, not which
        joined = None if joined else ()
    fees, asking, set_off = (*rest, None, None, None)[:3]
    joined = None if joined is None else tuple(joined)
    asking = None if asking is None else tuple(asking)
    return RunningSums(invoiced, credited, paid, joined, fees, asking, set_off)


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
    return _numbers(session, row)[-1]


def _numbers(session: Session, row: Invoice) -> list[str]:
    """The numbers of invoices of which each took the place of the one before; of this one first."""
    numbers, about = [row.number], row.about
    while about:
        numbers.append(about)
        about = session.scalars(select(Invoice.about).where(Invoice.number == about)).one_or_none() or ""
    return numbers
