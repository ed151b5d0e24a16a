"""Storing many customers at once, and finding those of them who are registered already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sqlalchemy import ColumnDefault, Table, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.customer_fields import whole_name
from hvacdesk.domain.customers.customer_numbers import count_of, customer_number
from hvacdesk.domain.customers.customers import CustomerRecord
from hvacdesk.domain.text.text_forms import digits, fold
from hvacdesk.store.base import Base, new_record_ids
from hvacdesk.store.customers.customers import columns_of, phone_columns
from hvacdesk.store.customers.finding import finding_values
from hvacdesk.store.models import Customer, CustomerFinding, CustomerPhone

_AT_ONCE = 2_000

Row = dict[str, object]
"""A row's values by column; the rows of one table name the same columns in the same order."""


class _Residence(NamedTuple):
    city: str
    town: str
    street: str


Likeness = tuple[str, str]
"""What makes two customers probably one: a folded name with a phone, a mailbox or a folded address.

Of a record that says nothing but a name it is the name with nothing: everybody who has it may be meant.
"""


def likenesses(name: str, phones: Sequence[str], mailbox: str, place: _Residence) -> Iterator[Likeness]:
    """Every likeness of a customer; nothing without a name.

    The town alone is one of those of whom nothing else is known.
    """
    if not name:
        return
    for figures in phones:
        yield name, figures
    if mailbox:
        yield name, fold(mailbox)
    if place.street:
        yield name, fold(f"{place.town}{place.street}")
    elif (place.city or place.town) and not (phones or mailbox):
        yield name, fold(f"{place.city}{place.town}")


def name_of(record: CustomerRecord) -> str:
    """The folded name that a record's likenesses have; nothing where it has none."""
    return _compared(record.organisation, record.name.family, record.name.given)


def _compared(organisation: str, family: str, given: str) -> str:
    """The folded name; a family name alone ends with a space, so that it is nobody's whole name."""
    alone = f"{fold(family)} " if family else ""
    return fold(organisation) or whole_name(family, given) or alone


def likenesses_of(name: str, record: CustomerRecord) -> tuple[Likeness, ...]:
    """The likenesses of a record whose :func:`name_of` is known."""
    numbers = [digits(phone.number) for phone in record.phones]
    place = _Residence(record.address.city, record.address.town, record.address.street)
    alone = ((name, ""),) if name else ()
    return tuple(likenesses(name, numbers, record.email, place)) or alone


def says_name_alone(record: CustomerRecord) -> bool:
    """Whether nothing tells a record from others of its name."""
    place = record.address
    return not (record.phones or record.email or place.city or place.town or place.street)


def registered(session: Session, names: Collection[str], after: int = 0) -> dict[Likeness, str]:
    """Customer numbers by likeness, of who has one of the names: one pass over the tables, however many rows.

    Args:
        after: only those whose number's count is above this. Primary keys are given out again, numbers never.

    Those whose data is suspended are not among them: a list could try what they hide.

    Nobody else is kept meanwhile: of 100,000 customers a dictionary of all takes 20 ms to free, which is one
    step to the interpreter, so that no other thread has its turn.
    """
    query = select(
        Customer.id,
        Customer.number,
        Customer.organisation,
        Customer.family_name,
        Customer.given_name,
        Customer.email,
        Customer.city,
        Customer.town,
        Customer.street,
    )
    free = Customer.merged_into_id.is_(None), Customer.suspended_on == ""
    living = query.where(*free).execution_options(yield_per=_AT_ONCE)
    namesakes: dict[int, tuple[str, str, str, _Residence]] = {}
    for customer, number, organisation, family, given, mailbox, *place in session.execute(living):
        name = _compared(organisation, family, given)
        if name in names and (not after or count_of(number.casefold()) > after):
            namesakes[customer] = number, name, mailbox, _Residence(*place)
    phones: dict[int, list[str]] = {customer: [] for customer in namesakes}
    every = select(CustomerPhone.customer_id, CustomerPhone.digits).execution_options(yield_per=_AT_ONCE)
    for customer, figures in session.execute(every) if namesakes else ():
        if customer in phones:
            phones[customer].append(figures)
    found: dict[Likeness, str] = {}
    for customer, (number, name, mailbox, where) in namesakes.items():
        for likeness in likenesses(name, phones[customer], mailbox, where):
            found.setdefault(likeness, number)
        found.setdefault((name, ""), number)
    return found


def next_key(session: Session) -> int:
    """The primary key that the next customer gets."""
    return (session.scalar(select(func.max(Customer.id))) or 0) + 1


def add_all(
    session: Session, records: Sequence[CustomerRecord], first_number: int, *, today: str, at: str
) -> Iterator[int]:
    """Store customers without payment fields, numbered on from the first; yields how many are stored so far.

    Primary keys are given out here: the writing transaction keeps every other writer away.
    """
    key = next_key(session)
    waiting = iter(enumerate(records))
    while chunk := list(islice(waiting, _AT_ONCE)):
        customers: list[Row] = []
        phones: list[Row] = []
        findings: list[Row] = []
        for record_id, (at_row, record) in zip(new_record_ids(len(chunk)), chunk, strict=True):
            number = customer_number(first_number + at_row)
            customers.append(
                columns_of(record)
                | {
                    "id": key + at_row,
                    "record_id": record_id,
                    "number": number,
                    "registered_on": today,
                    "last_contact_on": today,
                    "used_at": at,
                    "version": 1,
                }
            )
            findings.append({"customer_id": key + at_row, **finding_values(record, number)})
            phones.extend(
                {"customer_id": key + at_row, **columns} for columns in phone_columns(record.phones)
            )
        for table, rows in ((Customer, customers), (CustomerPhone, phones), (CustomerFinding, findings)):
            _insert(session, Base.metadata.tables[table.__tablename__], rows)
        yield chunk[-1][0] + 1


def _insert(session: Session, table: Table, rows: Sequence[Row]) -> None:
    """Straight to the driver: SQLAlchemy's own handling of each parameter took a third of an import.

    What the rows leave out holds what the models say, since a new file's tables know no values of their own.
    """
    if rows:
        usual = {
            column.name: column.default.arg
            for column in table.columns
            if column.name not in rows[0]
            and isinstance(column.default, ColumnDefault)
            and column.default.is_scalar
        }
        columns, rest = (*rows[0], *usual), tuple(usual.values())
        places = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - the models' own names
        session.connection().exec_driver_sql(sql, [(*row.values(), *rest) for row in rows])
