"""Notices given to customers, and what they agreed to or withdrew."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind
from hvacdesk.domain.requests.purposes_notice import NoticeGiven, NoticeTexts, NoticeVersion, NoticeWay
from hvacdesk.store.chunks import chunks
from hvacdesk.store.models import Consent, Customer, NoticeGivenRow, NoticeText
from hvacdesk.store.staff.staff import account_names


def versions(session: Session) -> tuple[NoticeVersion, ...]:
    """Every wording of the notice, the newest first."""
    names = account_names(session)
    return tuple(
        NoticeVersion(row.number, row.made_on, names.get(row.made_by, ""), _texts(row))
        for row in session.scalars(select(NoticeText).order_by(NoticeText.number.desc()))
    )


def add_version(session: Session, texts: NoticeTexts, by: str, today: date) -> int:
    """Store a new wording and return its number."""
    number = (session.scalar(select(func.max(NoticeText.number))) or 0) + 1
    session.add(NoticeText(number=number, made_on=today.isoformat(), made_by=by, **asdict(texts)))
    session.flush()
    return number


def note_given(
    session: Session, customer: Customer, version: int, way: NoticeWay, by: str, today: date
) -> bool:
    """Note that a customer was given the notice today; False if that is noted already."""
    known = select(NoticeGivenRow.id).where(
        NoticeGivenRow.customer_id == customer.id,
        NoticeGivenRow.version == version,
        NoticeGivenRow.way == way.value,
        NoticeGivenRow.given_on == today.isoformat(),
    )
    if session.scalar(known.limit(1)) is not None:
        return False
    row = NoticeGivenRow(
        customer_id=customer.id, version=version, given_on=today.isoformat(), way=way, given_by=by
    )
    session.add(row)
    return True


def drop_given(session: Session, customer: Customer, version: int, way: NoticeWay, on: date) -> bool:
    """Delete the note that the customer was given a wording that day in that way; False if there is none."""
    same = (NoticeGivenRow.version == version, NoticeGivenRow.way == way.value)
    query = select(NoticeGivenRow).where(NoticeGivenRow.customer_id == customer.id, *same)
    row = session.scalars(
        query.where(NoticeGivenRow.given_on == on.isoformat()).order_by(NoticeGivenRow.id.desc()).limit(1)
    ).one_or_none()
    if row is not None:
        session.delete(row)
    return row is not None


def given(session: Session, customer: Customer) -> tuple[NoticeGiven, ...]:
    """When the customer was given the notice, the latest first."""
    names = account_names(session)
    query = select(NoticeGivenRow).where(NoticeGivenRow.customer_id == customer.id)
    return tuple(
        NoticeGiven(row.version, row.given_on, row.way, names.get(row.given_by, ""))
        for row in session.scalars(query.order_by(NoticeGivenRow.id.desc()))
    )


def note_consent(session: Session, customer: Customer, event: ConsentEvent, by: str, at: str) -> int:
    """Note that a customer agreed, declined or withdrew it; ``at`` is a stamp. Returns the primary key."""
    row = Consent(
        customer_id=customer.id,
        kind=event.kind,
        given=event.given,
        on=event.on,
        way=event.way,
        recorded_by=by,
        recorded_at=at,
        note=event.note,
    )
    session.add(row)
    session.flush()
    return row.id


def drop_consent(session: Session, noted: int) -> None:
    """Delete the note of what a customer said."""
    session.delete(session.get_one(Consent, noted))


def refuse_also(session: Session, customer: Customer, keys: Collection[int]) -> tuple[ConsentEvent, ...]:
    """Let what others said no to with these keys, and said last, be refused by a customer who agreed, too.

    Returns what was noted for the customer so; what was told with it is the others'.
    """
    said = {
        row.kind: row
        for row in session.scalars(select(Consent).where(Consent.id.in_(keys)).order_by(Consent.id))
    }
    noted = []
    for kind, row in said.items():
        if not row.given and allowed(session, customer.id, kind):
            event = ConsentEvent(kind, False, row.on, row.way)
            note_consent(session, customer, event, row.recorded_by, row.recorded_at)
            noted.append(event)
    return tuple(noted)


def consent_events(session: Session, customer: Customer) -> tuple[ConsentEvent, ...]:
    """Everything the customer said, the latest first."""
    names = account_names(session)
    query = select(Consent).where(Consent.customer_id == customer.id).order_by(Consent.id.desc())
    return tuple(
        ConsentEvent(
            row.kind,
            row.given,
            row.on,
            row.way,
            names.get(row.recorded_by, ""),
            row.note,
        )
        for row in session.scalars(query)
    )


def allowed(session: Session, customer: int, kind: ConsentKind) -> bool:
    """Whether the customer with this primary key agreed, and has not withdrawn it."""
    query = select(Consent.given).where(Consent.customer_id == customer, Consent.kind == kind.value)
    return bool(session.scalar(query.order_by(Consent.id.desc()).limit(1)))


def refusing(session: Session, customers: Collection[int], kind: ConsentKind) -> frozenset[int]:
    """Those of the customers who last declined or withdrew; those who never were asked are not among them."""
    found: set[int] = set()
    for few in chunks(customers):
        last = select(func.max(Consent.id)).where(Consent.customer_id.in_(few), Consent.kind == kind.value)
        rows = select(Consent.customer_id).where(
            Consent.id.in_(last.group_by(Consent.customer_id)), Consent.given.is_(False)
        )
        found.update(session.scalars(rows))
    return frozenset(found)


def registrations(session: Session, customer: Customer) -> Iterable[Customer]:
    """The customer and the duplicates that live on in it."""
    rows = or_(Customer.id == customer.id, Customer.merged_into_id == customer.id)
    return session.scalars(select(Customer).where(rows).order_by(Customer.id))


def _texts(row: NoticeText) -> NoticeTexts:
    return NoticeTexts(row.purposes, row.procedure, row.fee, row.desk, row.measures)
