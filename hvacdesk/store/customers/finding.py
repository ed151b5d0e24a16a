"""How customers are found: the stored text, its copy in memory, and the exact finds of hidden values."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, Executable, bindparam, delete, func, or_, select, union
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.contacts import MAILBOXES, NUMBERS
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS, WHOLE_FORMS
from hvacdesk.domain.customers.customers import CustomerRecord
from hvacdesk.domain.fields import TextKind, Use
from hvacdesk.domain.jobs.unit_fields import UNIT_FIELDS
from hvacdesk.domain.text.place_readings import Readings, names_read, unread
from hvacdesk.domain.text.search_terms import Words, search_line
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.store.customers.contacts import as_findable
from hvacdesk.store.customers.shown_lines import Hits, ShownLines
from hvacdesk.store.engine import Store
from hvacdesk.store.models import Customer, CustomerContact, CustomerFinding, CustomerPhone, Job, Site, Unit

_ROWS_AT_ONCE = 1_000
_READ_ONE_BY_ONE = 1_000
"""After more changes than this, in an import or one by one, everything is loaded again."""


def _any_of(name: str) -> BindParameter[Any]:
    return bindparam(name, expanding=True)


# Statements are made once: a search asks for these with nearly every key, and making one takes as long as
# running it.
_BY_PHONE = union(
    select(CustomerPhone.customer_id).where(CustomerPhone.digits.in_(_any_of("numbers"))),
    *(
        select(CustomerContact.customer_id).where(
            getattr(CustomerContact, one.whole.column).in_(_any_of("numbers"))
        )
        for one in NUMBERS
        if one.whole
    ),
)
_BY_WHOLE_NAME = union(
    select(CustomerFinding.customer_id).where(CustomerFinding.whole_name.in_(_any_of("forms"))),
    select(CustomerFinding.customer_id).where(CustomerFinding.whole_kana.in_(_any_of("forms"))),
)
_BY_JOB_NUMBER = select(Job.customer_id).where(Job.number == bindparam("number"))
_BY_SERIAL = (
    select(Site.customer_id)
    .join(Unit, Unit.site_id == Site.id)
    .where(or_(*(getattr(Unit, one.key.value).in_(_any_of("forms")) for one in UNIT_FIELDS.used(Use.FOUND))))
    .distinct()
)


def finding_values(
    record: CustomerRecord,
    number: str,
    people: Sequence[CustomerContact] = (),
    former_numbers: Sequence[str] = (),
) -> dict[str, str]:
    """The columns of a customer's :class:`CustomerFinding`; the arguments are those of the search line."""
    return {
        "shown": search_line(record, number, map(as_findable, people), former_numbers),
        **{form.column: form.of(record) for form in WHOLE_FORMS},
    }


def write(session: Session, customer: int, record: CustomerRecord, number: str) -> None:
    """Rewrite what a customer is found by: the record, the people at it, and numbers it took over."""
    people = session.scalars(
        select(CustomerContact)
        .where(CustomerContact.customer_id == customer)
        .order_by(CustomerContact.position)
    ).all()
    former = session.scalars(select(Customer.number).where(Customer.merged_into_id == customer)).all()
    row = session.scalars(
        select(CustomerFinding).where(CustomerFinding.customer_id == customer)
    ).one_or_none()
    if row is None:
        row = CustomerFinding(customer_id=customer)
        session.add(row)
    for name, value in finding_values(record, number, people, former).items():
        setattr(row, name, value)


def remove(session: Session, customer: int) -> None:
    """Remove what a customer is found by: a duplicate that lives on in another one."""
    session.execute(delete(CustomerFinding).where(CustomerFinding.customer_id == customer))


def by_phone(session: Session, numbers: Sequence[str]) -> tuple[int, ...]:
    """Customers with exactly one of these phone numbers, or somebody at them with one."""
    return _keys(session, _BY_PHONE, numbers=numbers)


def by_mailbox(session: Session, typed: str) -> tuple[int, ...]:
    """Customers with exactly this e-mail address, or somebody at them with it."""
    forms = (one.whole for one in CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX))
    columns = (getattr(CustomerFinding, form.column) for form in forms if form)
    own = (select(CustomerFinding.customer_id).where(column == fold(typed)) for column in columns)
    theirs = (func.lower(getattr(CustomerContact, one.key.value)) for one in MAILBOXES)
    people = (select(CustomerContact.customer_id).where(column == typed.lower()) for column in theirs)
    return tuple(session.scalars(union(*own, *people)))


def by_whole_name(session: Session, forms: tuple[str, ...]) -> tuple[int, ...]:
    """Customers with exactly this full name or its full kana, in one of the folded forms."""
    return _keys(session, _BY_WHOLE_NAME, forms=forms)


def with_last_four(session: Session, customers: Sequence[int], figures: str) -> tuple[int, ...]:
    """Those of the customers one of whose own numbers ends with these digits."""
    found = session.scalars(
        select(CustomerPhone.customer_id)
        .where(CustomerPhone.customer_id.in_(customers), CustomerPhone.digits.endswith(figures))
        .distinct()
    )
    return tuple(found)


def by_address(session: Session, area: str, street: str) -> tuple[int, ...]:
    """Customers with exactly this street, in a town that the area ends with.

    Args:
        area: prefecture, city and town together, as much of it as was typed.
    """
    towns = [area[start:] for start in range(len(area))]
    found = session.execute(
        select(Customer.id, Customer.prefecture, Customer.city, Customer.town)
        .join(CustomerFinding, CustomerFinding.customer_id == Customer.id)
        .where(CustomerFinding.whole_address.in_([fold(f"{town}{street}") for town in towns]))
    )
    typed = fold(area)
    return tuple(row.id for row in found if fold(f"{row.prefecture}{row.city}{row.town}").endswith(typed))


def same_hidden_values(
    session: Session, numbers: tuple[str, ...], names: tuple[str, ...], mailboxes: tuple[str, ...]
) -> tuple[int, ...]:
    """Customers who share a whole phone number, full name, full kana or e-mail address with someone new."""
    found = [
        by_phone(session, numbers) if numbers else (),
        by_whole_name(session, names) if names else (),
        *(by_mailbox(session, mailbox) for mailbox in mailboxes),
    ]
    return tuple(dict.fromkeys(customer for group in found for customer in group))


def by_job_number(session: Session, number: str) -> tuple[int, ...]:
    """The customer of exactly this job."""
    return _keys(session, _BY_JOB_NUMBER, number=number)


def by_serial(session: Session, forms: tuple[str, ...]) -> tuple[int, ...]:
    """Customers at whose sites there is a unit with exactly this serial number, in one of its writings."""
    return _keys(session, _BY_SERIAL, forms=forms)


def lines_of(session: Session, customers: Sequence[int]) -> dict[int, str]:
    """The shown text of these customers, by primary key."""
    statement = select(CustomerFinding.customer_id, CustomerFinding.shown)
    found = session.execute(statement.where(CustomerFinding.customer_id.in_(customers)))
    return {row.customer_id: row.shown for row in found}


def _keys(session: Session, statement: Executable, **values: str | Sequence[str]) -> tuple[int, ...]:
    return tuple(session.connection().scalars(statement, values))


class FindingIndex:
    """The shown text of all customers in memory, loaded at first use and kept current. Thread-safe.

    Code that commits a change of a customer calls :meth:`changed` afterwards. The lock is held while loading,
    so a change committed meanwhile is noted after the load and read again.

    Args:
        readings: of the areas that customers live in.
    """

    def __init__(self, store: Store, readings: Readings = unread) -> None:
        self._store = store
        self._readings = readings
        self._places_read = False
        self._lock = threading.Lock()
        self._lines: ShownLines | None = None
        self._changed: dict[int, None] = {}

    def find(self, words: Words, limit: int) -> Hits:
        """The customers that match every word by a shown part."""
        with self._lock:
            return self._current().find(words, limit)

    def whole(self, words: Words, limit: int) -> Hits:
        """The customers that have every word as a whole shown part."""
        with self._lock:
            return self._current().whole(words, limit)

    def recent(self, limit: int) -> Hits:
        """The most recently used customers."""
        with self._lock:
            return self._current().recent(limit)

    def total(self) -> int:
        """How many customers there are."""
        with self._lock:
            return len(self._current())

    def read_places(self) -> None:
        """Let customers be found by the readings of their areas; meanwhile they are found by all else.

        The lists of the areas' prefectures are read for it, which takes a third of a second each.
        """
        with self._lock:
            lines = self._current()
        let = lines.read_by(self._readings)
        with self._lock:
            self._places_read = True
            if self._lines is lines:
                let()
            else:
                self._lines = None  # loaded again meanwhile, without them: once more, with them

    def places(self, words: Words, areas: Iterable[str]) -> frozenset[str]:
        """The names within these folded areas that a word finds by reading; none before they were read."""
        read = [spelling for word in words for spelling in word if "ぁ" <= spelling[0] <= "ん"]
        if not read or not self._places_read:
            return frozenset()
        return frozenset().union(*(names_read(self._readings(area), read) for area in areas))

    def changed(self, *customers: int) -> None:
        """Read these customers again before the next search: they were added, changed, used or destroyed."""
        with self._lock:
            if self._lines is not None:
                self._changed.update(dict.fromkeys(customers))

    def drop(self) -> None:
        """Drop everything from memory; the next search loads it again. On closing, and after a disposal."""
        with self._lock:
            self._lines = None
            self._changed.clear()

    def _current(self) -> ShownLines:
        if self._lines is None or len(self._changed) + self._lines.loose > _READ_ONE_BY_ONE:
            with self._store.reading() as session:
                self._lines = _all_lines(session)
            self._changed.clear()
            if self._places_read:
                self._lines.read_by(self._readings)()
        elif self._changed:
            self._refresh(self._lines)
        return self._lines

    def _refresh(self, lines: ShownLines) -> None:
        with self._store.reading() as session:
            current = lines_of(session, tuple(self._changed))
        for customer in self._changed:
            if customer in current:
                lines.put(customer, current[customer])
            else:
                lines.remove(customer)
        self._changed.clear()


def _all_lines(session: Session) -> ShownLines:
    """Every customer's line, ordered by last use in memory.

    Fetching each line in that order would jump through the encrypted file: at 100,000 customers that took 3 s
    and left 15 MB of pages behind, where the table's own order takes 0.4 s.
    """
    rows = session.execute(
        select(CustomerFinding.customer_id, CustomerFinding.shown)
        .order_by(CustomerFinding.customer_id)
        .execution_options(yield_per=_ROWS_AT_ONCE)
    )
    latest_first = session.scalars(
        select(Customer.id)
        .where(Customer.merged_into_id.is_(None))
        .order_by(Customer.used_at.desc(), Customer.id.desc())
        .execution_options(yield_per=_ROWS_AT_ONCE)
    )
    return ShownLines(((row.customer_id, row.shown) for row in rows), latest_first)
