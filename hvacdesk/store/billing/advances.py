"""What was asked for before the work was handed over, and which final invoice made it sales.

A deposit or part invoice is 前受金 until a final invoice takes it off; from then on it is part of the sales.
So what becomes of it afterwards, a credit note or its end, goes against the sales, and a second final
invoice, made after all of the first one was credited, does not make it sales once more. Where the final
invoice itself is taken back, only what was not credited meanwhile is in advance again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sqlalchemy import Table, and_, exists, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.handover import HandedOverKind
from hvacdesk.domain.billing.invoices import IN_ADVANCE, STANDING, EarlierInvoice, InvoiceKind
from hvacdesk.domain.billing.tax import RateSum, Rounding, TaxClass, rounded
from hvacdesk.store.base import Base
from hvacdesk.store.billing.invoices import earlier_of, has_number, rates_of
from hvacdesk.store.chunks import among
from hvacdesk.store.models import HandedOver, Invoice, InvoiceJob

_INVOICES: Table = Base.metadata.tables[Invoice.__tablename__]
_JOBS: Table = Base.metadata.tables[InvoiceJob.__tablename__]


class Taxed(NamedTuple):
    """A sum in yen, tax included, and the tax in it as the invoices and credit notes stated it."""

    gross: int
    tax: int


ByClass = Mapping[TaxClass, Taxed]


class _Final(NamedTuple):
    """A final invoice: ``order`` is its place among all, ``earlier`` what it takes off, by number."""

    order: tuple[str, str]
    earlier: Mapping[str, EarlierInvoice]


class Advances(NamedTuple):
    """What is in advance, by primary keys of invoices and credit notes.

    Attributes:
        unsold: those of which nothing was made sales by a final invoice when they were issued.
        unsold_back: those of which nothing was when they were made void or replaced.
        released: what each final invoice makes sales of, tax included, by class.
        returned: what of that is in advance again once it is made void or replaced.
    """

    unsold: frozenset[int]
    unsold_back: frozenset[int]
    released: Mapping[int, ByClass]
    returned: Mapping[int, ByClass]


def of(session: Session, invoices: Collection[int]) -> Advances:
    """What of several invoices, by primary key, is in advance, and what the final ones among them release."""
    wanted = Invoice.kind.in_((*IN_ADVANCE, InvoiceKind.FINAL, InvoiceKind.CREDIT))
    rows = session.scalars(select(Invoice).where(among(_INVOICES.c.id, invoices), wanted)).all()
    notes = [row for row in rows if row.kind is InvoiceKind.CREDIT]
    deposits = {row.id: row.number for row in rows if row.kind in IN_ADVANCE}
    finals = {row.id: _final(row) for row in rows if row.kind is InvoiceKind.FINAL}
    standing = _standing_finals(session, [*deposits, *finals])
    released = {key: _released(final, standing) for key, final in finals.items()}
    stated = _stated(session, {one.number for taken in released.values() for one in taken})
    by_class = {key: _by_class(taken, stated) for key, taken in released.items()}
    return Advances(
        frozenset((*deposits, *_unsold_notes(session, notes))),
        frozenset(key for key, number in deposits.items() if _taking(number, standing) is None),
        by_class,
        _returned(session, finals, released, by_class),
    )


def sold_by(session: Session, deposit: Invoice) -> str:
    """The number of the standing final invoice that made a deposit sales; empty where none did."""
    taking = _taking(deposit.number, _standing_finals(session, [deposit.id]))
    return taking.order[1] if taking is not None else ""


def _final(row: Invoice) -> _Final:
    return _Final((row.issued_on, row.number), {one.number: one for one in earlier_of(row)})


def _taking(number: str, standing: Iterable[_Final]) -> _Final | None:
    """The first standing final invoice that takes a deposit off, or None."""
    return next((one for one in standing if number in one.earlier), None)


def _released(final: _Final, standing: Iterable[_Final]) -> list[EarlierInvoice]:
    """What a final invoice takes off that no standing one before it took off."""
    before = {number for one in standing if one.order < final.order for number in one.earlier}
    return [one for number, one in final.earlier.items() if number not in before]


def _stated(session: Session, deposits: Collection[str]) -> dict[str, tuple[tuple[RateSum, ...], Rounding]]:
    """What deposits stated by rate, by number, and how their taxes were rounded."""
    query = select(Invoice.number, Invoice.rates, Invoice.rounding)
    rows = session.execute(query.where(has_number(among(_INVOICES.c.number, deposits))))
    return {number: (rates_of(rates), rounding) for number, rates, rounding in rows}


def _by_class(
    taken: Iterable[EarlierInvoice], stated: Mapping[str, tuple[tuple[RateSum, ...], Rounding]]
) -> dict[TaxClass, Taxed]:
    found: dict[TaxClass, Taxed] = {}
    for one in taken:
        for tax_class, gross, tax in _taxed(one, *stated.get(one.number, ((), Rounding.DOWN))):
            before = found.get(tax_class, Taxed(0, 0))
            found[tax_class] = Taxed(before.gross + gross, before.tax + tax)
    return found


def _taxed(
    one: EarlierInvoice, rates: Sequence[RateSum], rounding: Rounding
) -> Iterator[tuple[TaxClass, int, int]]:
    """What was asked for by class, and its tax as it was stated, less what credit notes took off."""
    percents = {rate.tax_class: rate.percent for rate in rates}
    taxes = {}
    for tax_class, gross in one.by_class:
        percent = percents.get(tax_class, 0)
        taxes[tax_class] = rounded(Fraction(gross * percent, 100 + percent), rounding)
    if one.tax is not None and taxes:
        taxes[max(taxes, key=lambda each: taxes[each])] += one.tax - sum(taxes.values())
    for tax_class, gross in one.by_class:
        yield tax_class, gross, taxes[tax_class]


def _returned(
    session: Session,
    finals: Mapping[int, _Final],
    released: Mapping[int, Sequence[EarlierInvoice]],
    by_class: Mapping[int, ByClass],
) -> dict[int, ByClass]:
    """What of the released was not credited while its final invoice stood."""
    deposits = {one.number for taken in released.values() for one in taken}
    query = select(Invoice.sold_by, Invoice.rates).where(
        and_(among(_INVOICES.c.about, deposits), Invoice.about != ""),
        Invoice.sold_by != "",
        Invoice.state.in_(STANDING),
    )
    credited: dict[tuple[str, TaxClass], list[RateSum]] = defaultdict(list)
    for number, rates in session.execute(query):
        for rate in rates_of(rates):
            credited[number, rate.tax_class].append(rate)
    return {
        key: {
            tax_class: Taxed(
                was.gross + sum(rate.gross for rate in credited[finals[key].order[1], tax_class]),
                was.tax + sum(rate.tax for rate in credited[finals[key].order[1], tax_class]),
            )
            for tax_class, was in sums.items()
        }
        for key, sums in by_class.items()
    }


def _unsold_notes(session: Session, notes: Sequence[Invoice]) -> set[int]:
    """The credit notes about a deposit that no final invoice had made sales, as far as the books know.

    One that was taken back before the books ever had it made nothing sales there.
    """
    numbers = {row.about for row in notes}
    query = select(Invoice.number).where(has_number(among(_INVOICES.c.number, numbers)))
    of_deposits = set(session.scalars(query.where(Invoice.kind.in_(IN_ADVANCE))))
    had = exists(
        select(HandedOver.id).where(
            HandedOver.kind == HandedOverKind.INVOICE, HandedOver.subject == Invoice.record_id
        )
    )
    finals = {row.sold_by for row in notes if row.sold_by}
    known = select(Invoice.number).where(has_number(among(_INVOICES.c.number, finals)))
    sold = set(session.scalars(known.where(or_(Invoice.state.in_(STANDING), had))))
    return {row.id for row in notes if row.about in of_deposits and row.sold_by not in sold}


def _standing_finals(session: Session, invoices: Collection[int]) -> tuple[_Final, ...]:
    """The standing final invoices of the jobs that these are for, the first issued first."""
    jobs = select(InvoiceJob.job_id).where(among(_JOBS.c.invoice_id, invoices))
    of_jobs = select(InvoiceJob.invoice_id).where(InvoiceJob.job_id.in_(jobs))
    query = select(Invoice).where(Invoice.id.in_(of_jobs), Invoice.kind == InvoiceKind.FINAL)
    rows = session.scalars(query.where(Invoice.state.in_(STANDING)))
    return tuple(sorted((_final(row) for row in rows), key=lambda one: one.order))
