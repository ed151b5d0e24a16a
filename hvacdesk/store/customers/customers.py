"""Customers: writing a record into its columns, reading it back, and the rows of a list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import CompoundSelect, Row, Select, and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customer_numbers import NoSuchCustomer, meant_customer
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PaymentDetails,
    PersonName,
    Phone,
)
from hvacdesk.domain.customers.merging import CustomerMerged
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.store import records
from hvacdesk.store.chunks import among
from hvacdesk.store.customers import finding
from hvacdesk.store.customers.contacts import person_columns, person_of
from hvacdesk.store.models import Customer, CustomerCaution, CustomerPhone, Hold, Job, Site

PAYMENT_FIELDS = tuple(field.name for field in fields(PaymentDetails))
"""The sealed columns, in the order in which forms show them."""

_TEXTS = tuple(one.key.value for one in CUSTOMER_FIELDS.texts)

WRITTEN_COLUMNS = tuple(
    getattr(Customer, name) for one in CUSTOMER_FIELDS for name in one.columns if name != "kind"
)
"""The columns of :func:`as_written`."""

_ORDER = {kind: place for place, kind in enumerate(CautionKind)}

Sealing = Callable[[str, int, str], bytes]
"""Seals a payment field: column, primary key, text."""


class RowFacts(NamedTuple):
    """What a line of the customer list is made from. ``phone`` is the first number, in full."""

    id: int
    record_id: str
    number: str
    name: PersonName
    organisation: str
    organisation_kana: str
    address: Address
    phone: str
    reduced: bool
    suspended: bool


class ListedFacts(NamedTuple):
    """The same with what a day brings: whether the disposal is on hold, and whether there is a job."""

    facts: RowFacts
    on_hold: bool
    job_today: bool


_ROWS = (
    select(
        Customer.id,
        Customer.record_id,
        Customer.number,
        Customer.family_name,
        Customer.given_name,
        Customer.family_kana,
        Customer.given_kana,
        Customer.organisation,
        Customer.organisation_kana,
        Customer.prefecture,
        Customer.city,
        Customer.town,
        Customer.street,
        Customer.building,
        Customer.reduced_on,
        Customer.suspended_on,
        CustomerPhone.number.label("phone"),
    )
    .outerjoin(CustomerPhone, and_(CustomerPhone.customer_id == Customer.id, CustomerPhone.position == 0))
    .where(Customer.id.in_(bindparam("ids", expanding=True)))
)
_LISTED = _ROWS.add_columns(
    exists()
    .where(
        Hold.customer_id == Customer.id,
        Hold.lifted_at == "",
        (Hold.until == "") | (Hold.until >= bindparam("today")),
    )
    .label("on_hold"),
    # The day's jobs are few and read once; each customer's own, of all years, would be read for every line.
    Customer.id.in_(
        select(Job.customer_id).where(Job.on == bindparam("today"), Job.state != JobState.CANCELLED)
    ).label("job_today"),
)
"""Made once: a search asks for it with every key that is typed."""


def get(session: Session, record_id: str) -> Customer:
    """The customer of a record id.

    Raises:
        RecordGone: there is none; :class:`CustomerMerged` where it is a duplicate by now.
    """
    customer = records.get(session, Customer, record_id)
    if customer.merged_into_id is not None:
        raise CustomerMerged(number=session.get_one(Customer, customer.merged_into_id).number)
    return customer


def by_key(session: Session, key: int) -> Customer:
    """The customer of a primary key that another row names."""
    return session.get_one(Customer, key)


def known(session: Session, key: int | None) -> Customer | None:
    """The customer of a primary key, where a row names one who is still there."""
    return None if key is None else session.get(Customer, key)


def note_used(customer: Customer, at: str, contact_on: str = "") -> None:
    """Note when somebody last worked with the customer, and the day of a later contact if there was one."""
    customer.used_at = at
    customer.last_contact_on = max(customer.last_contact_on, contact_on)


def count_change(customer: Customer) -> None:
    """Count one more saved change: who opened the customer before has to open it again."""
    customer.version += 1


def note_erasure_asked(session: Session, customer: Customer, on: str) -> None:
    """Note since which day the customer wants everything erased; an empty day takes it back."""
    customer.erasure_asked_on = on
    session.flush()


def wishes_in(session: Session, customer: Customer) -> frozenset[str]:
    """The marks with which duplicates came that live on in a customer."""
    query = select(Customer.erasure_asked_on).where(Customer.merged_into_id == customer.id)
    return frozenset(session.scalars(query))


def keys_of(session: Session, record_ids: Sequence[str]) -> tuple[int, ...]:
    """The primary keys of these record ids in their order, without those that are gone or merged."""
    query = select(Customer.record_id, Customer.id)
    wanted = query.where(Customer.record_id.in_(record_ids), Customer.merged_into_id.is_(None))
    found = {row.record_id: row.id for row in session.execute(wanted)}
    return tuple(found[one] for one in record_ids if one in found)


def there(session: Session, record_ids: Sequence[str]) -> list[str]:
    """Those of the record ids that are a customer's, merged ones too, in their order."""
    known = Customer.metadata.tables[Customer.__tablename__].c.record_id
    found = set(session.scalars(select(known).where(among(known, record_ids))))
    return [one for one in record_ids if one in found]


def has_phone(session: Session, key: int) -> bool:
    """Whether a customer, by primary key, has any number to call."""
    query = select(CustomerPhone.id).where(CustomerPhone.customer_id == key).limit(1)
    return session.scalar(query) is not None


def record_id_of(session: Session, text: str) -> str:
    """The record id of the customer with this record id or customer number, or an empty text."""
    query = select(Customer.record_id).where((Customer.record_id == text) | (Customer.number == text))
    return session.scalar(query) or ""


def called(session: Session, field: str, typed: str) -> Customer:
    """The customer of a typed number. Raises :class:`NoSuchCustomer` for the field."""
    row = session.scalar(select(Customer).where(Customer.number == meant_customer(typed)))
    if row is None:
        raise NoSuchCustomer(field)
    return row


def current(session: Session, record_id: str) -> Customer:
    """The customer of a record id, or the one in whom it lives on. Raises :class:`RecordGone`.

    One step leads there: whoever lives on in a customer that is merged in turn is moved along with it.
    """
    customer = records.get(session, Customer, record_id)
    if customer.merged_into_id is not None:
        customer = session.get_one(Customer, customer.merged_into_id)
    return customer


def joined_records(session: Session, customer: Customer) -> tuple[str, ...]:
    """The record ids of a customer and of the duplicates that live on in this one; the log knows each."""
    rows = or_(Customer.id == customer.id, Customer.merged_into_id == customer.id)
    return tuple(session.scalars(select(Customer.record_id).where(rows)))


def add(
    session: Session, record: CustomerRecord, number: str, *, today: str, at: str, by: str = ""
) -> Customer:
    """Store a new customer, payment fields apart: :func:`seal` needs the primary key that this gives."""
    customer = Customer(
        number=number, registered_on=today, last_contact_on=today, used_at=at, version=1, **columns_of(record)
    )
    customer.phones = [CustomerPhone(**columns) for columns in phone_columns(record.phones)]
    save_cautions(customer, record.cautions, by=by, on=today)
    session.add(customer)
    session.flush()
    finding.write(session, customer.id, record, number)
    return customer


def save(
    session: Session, customer: Customer, record: CustomerRecord, *, by: str = "", today: str = ""
) -> tuple[str, ...]:
    """Write what differs, payment fields apart, and return the names of the columns that did.

    ``by`` and ``today`` are noted with each caution that is new.
    """
    changed = [*records.write(customer, columns_of(record))]
    if _phones(customer) != record.phones:
        _save_phones(customer, record.phones)
        changed.append("phones")
    if cautions_of(customer) != record.cautions:
        save_cautions(customer, record.cautions, by=by, on=today)
        changed.append("cautions")
    finding.write(session, customer.id, record, customer.number)
    return tuple(changed)


def seal(customer: Customer, details: Mapping[str, str], sealing: Sealing) -> None:
    """Seal payment fields into their columns; an empty text empties the column."""
    for name, text in details.items():
        setattr(customer, name, sealing(name, customer.id, text) if text else None)


def empty_sealed(customer: Customer, names: Iterable[str]) -> None:
    """Empty some payment fields."""
    for name in names:
        setattr(customer, name, None)


def put_sealed(customer: Customer, values: Mapping[str, bytes]) -> tuple[str, ...]:
    """Put sealed payment fields back as :func:`sealed` gave them; returns the names of those that differ."""
    return records.write(customer, {name: values.get(name) for name in PAYMENT_FIELDS})


def sealed(customer: Customer) -> dict[str, bytes]:
    """The payment fields that hold something, in the order in which forms show them."""
    values = {name: getattr(customer, name) for name in PAYMENT_FIELDS}
    return {name: value for name, value in values.items() if value is not None}


def record_of(customer: Customer) -> CustomerRecord:
    """The record in full, payment fields apart. It must not leave the services."""
    return record_with(customer, _phones(customer), cautions_of(customer))


def record_with(
    customer: Customer, phones: tuple[Phone, ...] = (), cautions: tuple[Caution, ...] = ()
) -> CustomerRecord:
    """The same with phones that were read for many customers at once."""
    written = as_written(customer, phones)
    kind, method = customer.kind, customer.payment_method
    return replace(written, kind=kind, payment_method=method, cautions=cautions)


def as_written(row: Customer | Row[Any], phones: tuple[Phone, ...] = ()) -> CustomerRecord:
    """What is written in a row that has the :data:`WRITTEN_COLUMNS`, whatever its codes say."""
    texts: dict[str, Any] = {name: getattr(row, name) for name in _TEXTS}
    return CustomerRecord(
        kind=CustomerKind.PERSON,
        name=person_of(row),
        organisation=row.organisation,
        organisation_kana=row.organisation_kana,
        address=address_of(row),
        phones=phones,
        **texts,
    )


def phones_by_customer(
    session: Session, customers: Select[Any] | CompoundSelect[Any] | Collection[int]
) -> dict[int, tuple[Phone, ...]]:
    """The phones of many customers at once, by primary key; customers without one are left out.

    Args:
        customers: their primary keys, or a query for them.
    """
    query = (
        select(CustomerPhone.customer_id, CustomerPhone.kind, CustomerPhone.number)
        .where(CustomerPhone.customer_id.in_(customers))
        .order_by(CustomerPhone.customer_id, CustomerPhone.position)
    )
    rows = groupby(session.execute(query), key=attrgetter("customer_id"))
    return {key: tuple(Phone(row.kind, row.number) for row in group) for key, group in rows}


def address_of(row: Customer | Site | Row[Any]) -> Address:
    """By component, where a customer lives or a site is."""
    return Address(row.postal_code, row.prefecture, row.city, row.town, row.street, row.building)


def rows(session: Session, ids: Sequence[int]) -> list[RowFacts]:
    """The facts of each customer, in the order of the primary keys; those that are gone are left out."""
    found = {row.id: _facts(row) for row in session.execute(_ROWS, {"ids": ids})}
    return [found[customer] for customer in ids if customer in found]


def listed(session: Session, ids: Sequence[int], today: str) -> list[ListedFacts]:
    """As :func:`rows`, with what is so today; in one statement, since each takes 0.2 ms beside its work."""
    found = {
        row.id: ListedFacts(_facts(row), bool(row.on_hold), bool(row.job_today))
        for row in session.connection().execute(_LISTED, {"ids": ids, "today": today})
    }
    return [found[customer] for customer in ids if customer in found]


def _facts(row: Any) -> RowFacts:
    return RowFacts(
        row.id,
        row.record_id,
        row.number,
        person_of(row),
        row.organisation,
        row.organisation_kana,
        Address("", row.prefecture, row.city, row.town, row.street, row.building),
        row.phone or "",
        bool(row.reduced_on),
        bool(row.suspended_on),
    )


def columns_of(record: CustomerRecord) -> dict[str, str]:
    """A record's columns; phones and cautions have tables of their own, and payment fields are sealed."""
    place = record.address
    return {
        "kind": record.kind,
        **person_columns(record.name),
        "organisation": record.organisation,
        "organisation_kana": record.organisation_kana,
        "postal_code": place.postal_code,
        "prefecture": place.prefecture,
        "city": place.city,
        "town": place.town,
        "street": place.street,
        "building": place.building,
        "payment_method": record.payment_method,
        **{name: getattr(record, name) for name in _TEXTS},
    }


def name_of(customer: Customer) -> tuple[PersonName, str]:
    """The name in full and the organisation's, without reading phones and cautions."""
    return person_of(customer), customer.organisation


def cautions_of(customer: Customer) -> tuple[Caution, ...]:
    """The cautions in the order of their kinds."""
    found = (Caution(row.kind, row.detail) for row in customer.cautions)
    return tuple(sorted(found, key=lambda one: _ORDER[one.kind]))


def caution_authors(customer: Customer) -> dict[str, tuple[str, str]]:
    """Who added each caution and when, by the caution's kind."""
    return {row.kind: (row.added_by, row.added_on) for row in customer.cautions}


def put_caution_authors(customer: Customer, authors: Mapping[str, tuple[str, str]]) -> None:
    """Put back what :func:`caution_authors` gave, where a caution came back."""
    for row in customer.cautions:
        row.added_by, row.added_on = authors.get(row.kind, (row.added_by, row.added_on))


def save_cautions(customer: Customer, cautions: Sequence[Caution], *, by: str, on: str) -> None:
    """Write the cautions; who added one and when stays with it when its text changes."""
    rows = {row.kind: row for row in customer.cautions}
    for caution in cautions:
        row = rows.pop(caution.kind, None)
        if row is None:
            row = CustomerCaution(kind=caution.kind, added_by=by, added_on=on)
            customer.cautions.append(row)
        row.detail = caution.detail
    for dropped in rows.values():
        customer.cautions.remove(dropped)


def _phones(customer: Customer) -> tuple[Phone, ...]:
    return tuple(Phone(row.kind, row.number) for row in customer.phones)


def phone_columns(phones: Sequence[Phone]) -> Iterator[dict[str, object]]:
    """The columns of each phone's row."""
    for position, phone in enumerate(phones):
        yield {
            "position": position,
            "kind": phone.kind,
            "number": phone.number,
            "digits": digits(phone.number),
        }


def _save_phones(customer: Customer, phones: tuple[Phone, ...]) -> None:
    for position, phone in enumerate(phones[: len(customer.phones)]):
        row = customer.phones[position]
        row.position, row.kind = position, phone.kind
        row.number, row.digits = phone.number, digits(phone.number)
    del customer.phones[len(phones) :]
    customer.phones += [
        CustomerPhone(**columns) for columns in list(phone_columns(phones))[len(customer.phones) :]
    ]
