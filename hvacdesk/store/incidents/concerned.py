"""The customers whom an incident concerns: put onto its list, read with what is still there of each, told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import and_, func, insert, select
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain import masking
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.incidents.concerned import Concerned, Found, ListReason, Outcome
from hvacdesk.domain.incidents.exposure import Fields
from hvacdesk.domain.incidents.leak_drills import BY_ID
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.other_papers import Addressee, addressee
from hvacdesk.store import records
from hvacdesk.store.chunks import chunks
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.incidents import naming
from hvacdesk.store.models import Customer, CustomerPhone, Incident, IncidentCustomer

_CALLS = frozenset({Outcome.REACHED, Outcome.NO_ANSWER, Outcome.WRONG_NUMBER})
_SEPARATOR = ","


def put(
    session: Session,
    incident: Incident,
    people: Mapping[str, Fields],
    found: Found,
    *,
    numbers: Mapping[str, str] | None = None,
    reason: ListReason | None = None,
) -> int:
    """Put customers onto the list; who is on it already gets the fields added. Returns how many are new.

    What was written before of those who are new names them no more.

    Args:
        people: record ids and fields.
        numbers: customer numbers of those who exist no more.
    """
    session.flush()
    known = {
        row.customer: row
        for row in session.scalars(
            select(IncidentCustomer).where(IncidentCustomer.incident_id == incident.id)
        )
    }
    for customer in people.keys() & known.keys():
        row = known[customer]
        row.fields = _joined(frozenset(_fields(row.fields)) | people[customer])
        # Only a person, who gives a reason, puts a customer back who was taken off the list.
        if reason is not None:
            row.removed, row.reason = False, reason
    fresh = {customer: fields for customer, fields in people.items() if customer not in known}
    named = dict(numbers or {}) | numbers_of(session, fresh)
    lines = [
        {
            "incident_id": incident.id,
            "customer": customer,
            "customer_number": named[customer],
            "found": found,
            "fields": _joined(fields),
            "reason": reason.value if reason else "",
        }
        for customer, fields in fresh.items()
        if customer in named
    ]
    lines.sort(key=lambda line: str(line["customer_number"]))
    if lines:
        session.execute(insert(IncidentCustomer), lines)
        session.expire(incident, ["customers"])
        naming.take_names_out(session, incident)
    return len(lines)


def take_off(row: IncidentCustomer, reason: ListReason) -> None:
    """Take somebody off the list; the line stays, with the reason."""
    row.removed, row.reason = True, reason


def note_told(row: IncidentCustomer, outcome: Outcome, by: str, at: datetime) -> None:
    """Note how far somebody has been told; each call counts as a try."""
    row.outcome, row.outcome_by, row.outcome_at = outcome, by, stamp(at)
    row.tries += outcome in _CALLS


def note_letters(incident: Incident, customers: Collection[str], at: datetime) -> None:
    """Note that the printer took the letters to some customers of the list."""
    for row in incident.customers:
        if row.customer in customers:
            row.letter_at = stamp(at)


def line(session: Session, incident: Incident, customer: str) -> IncidentCustomer:
    """The line of one customer. Raises :class:`RecordGone`."""
    query = select(IncidentCustomer).where(
        IncidentCustomer.incident_id == incident.id, IncidentCustomer.customer == customer
    )
    found = session.scalars(query).one_or_none()
    if found is None:
        raise RecordGone
    return found


def living_customer(session: Session, customer: str) -> Customer:
    """The customer in whom one of the list lives on. Raises :class:`RecordGone` for a destroyed one."""
    row = records.get(session, Customer, customer)
    return row if row.merged_into_id is None else session.get_one(Customer, row.merged_into_id)


def listed(session: Session, incident: Incident) -> tuple[Concerned, ...]:
    """Everybody on the list and off it again, with masked names, by number."""
    return tuple(_concerned(*row) for row in session.execute(_lines(incident)))


def registered(session: Session) -> int:
    """How many customers there are, mergers counted once."""
    living = select(func.count()).select_from(Customer).where(Customer.merged_into_id.is_(None))
    return session.scalar(living) or 0


def people(session: Session) -> dict[int, int]:
    """How many people each incident concerns: mergers counted once, those taken off the list not at all."""
    return dict(session.execute(_counted()).all())


def people_of(session: Session, incident: Incident) -> int:
    """How many people one incident concerns, counted the same way."""
    query = _counted().where(IncidentCustomer.incident_id == incident.id)
    found: dict[int, int] = dict(session.execute(query).all())
    return found.get(incident.id, 0)


@cache
def _counted() -> Any:
    """The query, made once: aliases of so wide a table take longer to make than it does to ask."""
    own, living = aliased(Customer), aliased(Customer)
    who = func.coalesce(living.record_id, IncidentCustomer.customer)
    return (
        select(IncidentCustomer.incident_id, func.count(func.distinct(who)))
        .outerjoin(own, own.record_id == IncidentCustomer.customer)
        .outerjoin(living, living.id == func.coalesce(own.merged_into_id, own.id))
        .where(IncidentCustomer.removed.is_(False))
        .group_by(IncidentCustomer.incident_id)
    )


@dataclass(frozen=True)
class Reachable:
    """Somebody to tell: the lines of the list that are about one living customer, and where to find them."""

    customer: str
    lines: tuple[str, ...]
    to: Addressee | None
    fields: tuple[CustomerField, ...]


def reachable(
    session: Session, incident: Incident, wanted: Collection[str] | None = None
) -> tuple[Reachable, ...]:
    """Everybody who lives on in the register, once each, with name and address in full.

    Args:
        wanted: record ids of lines; None means all that are on the list.
    """
    lines = [
        one
        for one in listed(session, incident)
        if not one.removed and one.living and (wanted is None or one.customer in wanted)
    ]
    records = dict(_addressees(session, {one.living for one in lines}))
    grouped: dict[str, list[Concerned]] = {}
    for one in lines:
        grouped.setdefault(one.living, []).append(one)
    return tuple(
        Reachable(
            living,
            tuple(one.customer for one in group),
            records.get(living),
            tuple(name for name in CustomerField if any(name in one.fields for one in group)),
        )
        for living, group in grouped.items()
    )


def _lines(incident: Incident) -> Any:
    own, living = aliased(Customer), aliased(Customer)
    return (
        select(IncidentCustomer, living, CustomerPhone.number)
        .outerjoin(own, own.record_id == IncidentCustomer.customer)
        .outerjoin(living, living.id == func.coalesce(own.merged_into_id, own.id))
        .outerjoin(CustomerPhone, and_(CustomerPhone.customer_id == living.id, CustomerPhone.position == 0))
        .where(IncidentCustomer.incident_id == incident.id)
        .order_by(IncidentCustomer.removed, IncidentCustomer.customer_number, IncidentCustomer.id)
    )


def _concerned(row: IncidentCustomer, living: Customer | None, phone: str | None) -> Concerned:
    who = _who(row, living, phone)
    return Concerned(
        customer=row.customer,
        number=row.customer_number,
        found=row.found,
        fields=_fields(row.fields),
        outcome=row.outcome,
        outcome_at=row.outcome_at,
        tries=row.tries,
        letter_at=row.letter_at,
        reason=row.reason,
        removed=row.removed,
        **who,
    )


def _who(row: IncidentCustomer, living: Customer | None, phone: str | None) -> dict[str, Any]:
    """What is still there of a customer; of somebody made up everything, of a destroyed one nothing."""
    made_up = BY_ID.get(row.customer)
    if made_up is not None:
        return {
            "name": masking.name(made_up.name),
            "living": made_up.customer,
            "living_number": made_up.number,
            "has_phone": True,
            "has_address": True,
        }
    if living is None:
        return {"name": Masked("")}
    name, organisation = customer_store.name_of(living)
    return {
        "name": masking.name(name, organisation),
        "living": living.record_id,
        "living_number": living.number,
        "has_phone": bool(phone),
        "has_address": bool(living.street or living.town or living.city),
    }


def _addressees(session: Session, customers: Collection[str]) -> Iterator[tuple[str, Addressee | None]]:
    for one in customers & BY_ID.keys():
        made_up = BY_ID[one]
        yield one, addressee(made_up.name, "", made_up.address)
    for piece in chunks(set(customers) - BY_ID.keys()):
        for row in session.scalars(select(Customer).where(Customer.record_id.in_(piece))):
            name, organisation = customer_store.name_of(row)
            yield row.record_id, addressee(name, organisation, customer_store.address_of(row))


def numbers_of(session: Session, customers: Collection[str]) -> dict[str, str]:
    """The numbers of customers, made up ones too; those who exist no more are left out."""
    found = {one: BY_ID[one].number for one in customers if one in BY_ID}
    for piece in chunks(customers):
        query = select(Customer.record_id, Customer.number).where(Customer.record_id.in_(piece))
        found |= dict(session.execute(query).all())
    return found


def _fields(kept: str) -> tuple[CustomerField, ...]:
    names = kept.split(_SEPARATOR) if kept else []
    return tuple(field for field in CustomerField if field.value in names)


def _joined(fields: Fields) -> str:
    return _SEPARATOR.join(field.value for field in CustomerField if field in fields)
