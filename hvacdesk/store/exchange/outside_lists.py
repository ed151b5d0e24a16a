"""The register of customer lists outside the program."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.exchange.outside_lists import ListKind, ListMethod, OutsideListFacts
from hvacdesk.store import records
from hvacdesk.store.models import OutsideList
from hvacdesk.store.staff.staff import account_names

_OF_THE_BOOKS = (ListKind.INVOICE, ListKind.RECEIPT, ListKind.REMINDER)


def add(
    session: Session,
    kind: ListKind,
    customers: int,
    by: str,
    today: date,
    document: str = "",
    *,
    seat: str = "",
    place: str = "",
) -> str:
    """Register a list, of one document that has a number perhaps, and return its record id.

    Args:
        seat: the name of the seat at which it was; empty at the office PC.
        place: as of :class:`OutsideListFacts`.
    """
    made_on = today.isoformat()
    row = OutsideList(
        kind=kind,
        made_on=made_on,
        made_by=by,
        customers=customers,
        document=document,
        seat=seat,
        place=place,
    )
    session.add(row)
    session.flush()
    return row.record_id


def everything(session: Session, invoices_and_of: str = "") -> tuple[OutsideListFacts, ...]:
    """Every list, those that are still out first, the newest first.

    Args:
        invoices_and_of: leaves out what is neither of the books' documents nor was made by this account.
    """
    names = account_names(session)
    order = (OutsideList.destroyed_on != "", OutsideList.id.desc())
    query = select(OutsideList).order_by(*order)
    if invoices_and_of:
        query = query.where(or_(OutsideList.kind.in_(_OF_THE_BOOKS), OutsideList.made_by == invoices_and_of))
    return tuple(
        OutsideListFacts(
            list=row.record_id,
            kind=row.kind,
            made_on=row.made_on,
            made_by=names.get(row.made_by, ""),
            customers=row.customers,
            document=row.document,
            seat=row.seat,
            destroyed_on=row.destroyed_on,
            destroyed_by=names.get(row.destroyed_by, ""),
            method=row.method,
            place=row.place,
        )
        for row in session.scalars(query)
    )


def saved(kind: ListKind) -> Select[str]:
    """The numbers of the documents of a kind that were written into a file."""
    return select(OutsideList.document).where(
        OutsideList.kind == kind, OutsideList.method.is_distinct_from(ListMethod.NEVER_WRITTEN)
    )


def maker(session: Session, record_id: str) -> str:
    """The account that made a list; empty where there is none."""
    return session.scalar(select(OutsideList.made_by).where(OutsideList.record_id == record_id)) or ""


def note_destroyed(session: Session, record_id: str, method: ListMethod, by: str, today: date) -> None:
    """Note that a list was destroyed. Raises :class:`RecordGone` for one that is not out."""
    row = records.get(session, OutsideList, record_id)
    if row.destroyed_on:
        raise RecordGone
    row.destroyed_on, row.destroyed_by, row.method = today.isoformat(), by, method
    row.place = ""  # of no use any more, and perhaps named after somebody


def note_place(session: Session, record_id: str, place: str) -> None:
    """Note where the file of a list is. Raises :class:`RecordGone` for one that is not out."""
    row = records.get(session, OutsideList, record_id)
    if row.destroyed_on:
        raise RecordGone
    row.place = place
