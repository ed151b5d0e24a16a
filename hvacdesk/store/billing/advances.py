"""What was asked for before the work was handed over, and which final invoice made it sales.

A deposit or part invoice is 前受金 until a final invoice takes it off; from then on it is part of the sales.
So what becomes of it afterwards, a credit note or its end, goes against the sales, and a second final
invoice, made after all of the first one was credited, does not make it sales once more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Table, and_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import IN_ADVANCE, STANDING, EarlierInvoice, InvoiceKind
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.store.base import Base
from hvacdesk.store.billing.invoices import earlier_of, has_number
from hvacdesk.store.chunks import among
from hvacdesk.store.models import Invoice, InvoiceJob

_INVOICES: Table = Base.metadata.tables[Invoice.__tablename__]
_JOBS: Table = Base.metadata.tables[InvoiceJob.__tablename__]


class _Final(NamedTuple):
    """A final invoice: ``order`` is its place among all, ``earlier`` what it takes off, by number."""

    order: tuple[str, str]
    earlier: Mapping[str, EarlierInvoice]


class Advances(NamedTuple):
    """What is in advance, by primary keys of invoices and credit notes.

    Attributes:
        unsold: those of which nothing was made sales by a final invoice.
        released: what each final invoice makes sales of, tax included, by class.
    """

    unsold: frozenset[int]
    released: Mapping[int, Mapping[TaxClass, int]]


def of(session: Session, invoices: Collection[int]) -> Advances:
    """What of several invoices, by primary key, is in advance, and what the final ones among them release."""
    wanted = Invoice.kind.in_((*IN_ADVANCE, InvoiceKind.FINAL, InvoiceKind.CREDIT))
    rows = session.scalars(select(Invoice).where(among(_INVOICES.c.id, invoices), wanted)).all()
    notes = [row for row in rows if row.kind is InvoiceKind.CREDIT]
    about = _advance_numbered(session, {row.about for row in notes})
    standing = _standing_finals(
        session, {row.id for row in rows if row.kind is not InvoiceKind.CREDIT} | set(about.values())
    )
    left = _left_after_notes(session, about)
    unsold, released = set(), {}
    for row in rows:
        if row.kind is InvoiceKind.FINAL:
            released[row.id] = _released(_final(row), standing)
        elif row.kind is not InvoiceKind.CREDIT:
            stands = row.state in STANDING
            if stands or _taking(row.number, standing) is None:
                unsold.add(row.id)
        elif row.about in about:
            taken = _taking(row.about, standing)
            if taken is None or left[row.number] >= taken.gross:
                unsold.add(row.id)
    return Advances(frozenset(unsold), released)


def _final(row: Invoice) -> _Final:
    return _Final((row.issued_on, row.number), {one.number: one for one in earlier_of(row)})


def _released(final: _Final, standing: Iterable[_Final]) -> dict[TaxClass, int]:
    """What no final invoice before it took off, by class."""
    before = {number for one in standing if one.order < final.order for number in one.earlier}
    found: dict[TaxClass, int] = defaultdict(int)
    for number, one in final.earlier.items():
        if number not in before:
            for tax_class, gross in one.by_class:
                found[tax_class] += gross
    return dict(found)


def _taking(number: str, standing: Iterable[_Final]) -> EarlierInvoice | None:
    """How the first standing final invoice took a deposit off, or None."""
    return next((one.earlier[number] for one in standing if number in one.earlier), None)


def _advance_numbered(session: Session, numbers: Collection[str]) -> dict[str, int]:
    """The primary keys of the deposit and part invoices among these numbers."""
    fits = has_number(among(_INVOICES.c.number, numbers))
    query = select(Invoice.number, Invoice.id).where(fits, Invoice.kind.in_(IN_ADVANCE))
    return {row.number: row.id for row in session.execute(query)}


def _standing_finals(session: Session, invoices: Collection[int]) -> tuple[_Final, ...]:
    """The standing final invoices of the jobs that these are for, the first issued first."""
    jobs = select(InvoiceJob.job_id).where(among(_JOBS.c.invoice_id, invoices))
    of_jobs = select(InvoiceJob.invoice_id).where(InvoiceJob.job_id.in_(jobs))
    query = select(Invoice).where(Invoice.id.in_(of_jobs), Invoice.kind == InvoiceKind.FINAL)
    rows = session.scalars(query.where(Invoice.state.in_(STANDING)))
    return tuple(sorted((_final(row) for row in rows), key=lambda one: one.order))


def _left_after_notes(session: Session, about: Mapping[str, int]) -> dict[str, int]:
    """By the number of each credit note about these, what it left of the deposit, tax included."""
    asked = select(Invoice.number, Invoice.gross_yen).where(among(_INVOICES.c.id, about.values()))
    left = {row.number: row.gross_yen for row in session.execute(asked)}
    notes = select(Invoice.about, Invoice.number, Invoice.gross_yen).where(
        and_(among(_INVOICES.c.about, about), Invoice.about != ""),
        Invoice.kind == InvoiceKind.CREDIT,
        Invoice.state.in_(STANDING),
    )
    found = {}
    for deposit, number, gross in session.execute(notes.order_by(Invoice.issued_on, Invoice.number)):
        left[deposit] += gross
        found[number] = left[deposit]
    return found
