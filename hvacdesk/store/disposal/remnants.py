"""What is left of destroyed persons in rows that stay: every row of every table of the file is read.

A value is where it belongs when it is in a column of its kind (a name in a column of names) of a record
that is somebody's; or in any text of a record whose own customer has the same value in such a column, as a
living namesake's notes have his name. Everything else is a remnant: free text of others, codes and log
entries, rows that belong to no customer, tables and columns that are not the program's, and a full name
together with a phone number or an e-mail address of the same person in one row, wherever it is.

What is sought in texts are the :class:`Marks` of a person. Where nothing of theirs may be at all, in strange
tables and columns and in rows whose owner is gone, it is every destroyed value as it was stored.

The page of an issued document is packed, and is judged by the text that is filed with it: it counts besides
its row where the row is found, and on its own where its text is not all any more that the page shows.

Not found: a value within a picture, another PDF or a ciphertext, and one that is written otherwise than
:func:`~hvacdesk.domain.text.text_forms.fold` makes equal, such as a name in Latin letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Text, cast, func, literal, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS, Field
from hvacdesk.domain.customers.customers import CustomerRecord
from hvacdesk.domain.disposal.remnants import Marks, Remnant, RemnantPlace, ValueKind
from hvacdesk.domain.fields import WholeForm
from hvacdesk.store.base import Base, ColumnKind
from hvacdesk.store.billing import filed_pages
from hvacdesk.store.billing.filed_pages import DOCUMENTS
from hvacdesk.store.chunks import among
from hvacdesk.store.customers.customers import WRITTEN_COLUMNS, as_written
from hvacdesk.store.disposal.erasure import CUSTOMERS
from hvacdesk.store.disposal.identities import FINDINGS
from hvacdesk.store.disposal.mark_search import BETWEEN, Hit, MarkSearch, marks_of
from hvacdesk.store.disposal.places import place_of
from hvacdesk.store.disposal.readable_rows import ReadableTable
from hvacdesk.store.disposal.record_owners import RecordOwners
from hvacdesk.vault.erasure.needles import Needle, Search

_ROWS_AT_ONCE = 1_000
_PARTED = BETWEEN.encode()

Going = Mapping[str, Collection[int]]
"""By table the keys of rows that are not read."""

Row = tuple[Any, ...]

NOTHING = Marks()


@dataclass(frozen=True)
class Sought:
    """What is looked for.

    Attributes:
        people: the marks of each person.
        stored: every destroyed value as it was stored.
    """

    people: tuple[Marks, ...] = field(repr=False)
    stored: Collection[bytes] = field(repr=False)


@dataclass(frozen=True)
class _RowFindings:
    """A row of ours with something in it that its column does not explain.

    Attributes:
        own: hits that are right if the row's own customer has the same.
    """

    table: str
    key: int
    own: tuple[Hit, ...]


def find(
    session: Session, sought: Sought, going: Going | None = None, losing: Mapping[int, Marks] | None = None
) -> tuple[Remnant, ...]:
    """Every row in which something is where it does not belong, each once, and its filed page once more.

    Before a deletion this finds what will be there afterwards:

    Args:
        going: rows that the disposal will delete or empty: they hold nothing afterwards.
        losing: by customer what they will not have any more.
    """
    reading = _Reading(session, sought, going or {})
    found = [*reading.certain(), *_not_their_own(session, reading.doubtful, losing or {})]
    known = {one.key for one in found if one.table == FINDINGS.name}
    false = _false_lines(session, marks_of(sought.people)) - known.union((going or {}).get(FINDINGS.name, ()))
    found += [Remnant(RemnantPlace.SEARCH, FINDINGS.name, key) for key in false]
    return (*found, *_pages(session, found, (going or {}).get(DOCUMENTS.name, ())))


def _pages(session: Session, found: Sequence[Remnant], going: Collection[int]) -> Iterator[Remnant]:
    """The filed pages of rows that were found, and those that show more than the text beside them."""
    rows = {one.key: one for one in found if one.table == DOCUMENTS.name}
    for key, is_whole in filed_pages.there(session, going):
        if key in rows:
            yield rows[key]
        elif not is_whole:
            yield Remnant(place_of(DOCUMENTS.name), DOCUMENTS.name, key)


def _not_their_own(
    session: Session, doubtful: Sequence[_RowFindings], losing: Mapping[int, Marks]
) -> Iterator[Remnant]:
    """Those of the rows whose own customers do not have what is there."""
    rows: dict[str, set[int]] = defaultdict(set)
    for one in doubtful:
        rows[one.table].add(one.key)
    owners = RecordOwners(session, rows)
    own = owners.marks()
    for one in doubtful:
        held = [
            own[owner].without(losing.get(owner, NOTHING))
            for owner in owners.of(one.table, one.key)
            if owner in own
        ]
        strangers = [hit for hit in one.own if not any(hit.is_among(marks) for marks in held)]
        if strangers:
            yield Remnant(place_of(one.table), one.table, one.key, kinds_of(strangers))


def _false_lines(session: Session, marks: Collection[str]) -> set[int]:
    """The search lines that say a mark which their customers' records do not make.

    Thousands of customers share a name: lines that say the same, and whose records do, are judged as one.
    """
    return {line for one in CUSTOMER_FIELDS if one.whole for line in _false(session, marks, one, one.whole)}


def _false(
    session: Session, marks: Collection[str], described: Field, form: WholeForm[CustomerRecord]
) -> Iterator[int]:
    # Cast, for it may be stored as bytes, and an index may say something else than the table.
    said = cast(FINDINGS.c[form.column], Text)
    made_of = [column for column in WRITTEN_COLUMNS if column.key in described.columns]
    others = [literal("").label(column.key) for column in WRITTEN_COLUMNS if column not in made_of]
    lines = func.group_concat(FINDINGS.c.id).label("lines")
    query = (
        select(said.label("said"), lines, *made_of, *others)
        .join(CUSTOMERS, CUSTOMERS.c.id == FINDINGS.c.customer_id)
        .where(among(said, marks))
        .group_by(said, *made_of)
    )
    for row in session.execute(query):
        if row.said != form.of(as_written(row)):
            yield from map(int, row.lines.split(","))


class _Reading:
    """Reads the whole file.

    Attributes:
        doubtful: what :meth:`certain` could not tell by the row alone, after it was read to its end.
    """

    def __init__(self, session: Session, sought: Sought, going: Going) -> None:
        self._connection: Any = session.connection().connection.driver_connection
        self._people = sought.people
        self._search = MarkSearch(sought.people)
        self._values = sought.stored
        self._going = going
        self._lost = self._without_owner()
        self.doubtful: list[_RowFindings] = []

    @cached_property
    def _stored(self) -> Search:
        """Every value; made only when needed: there is hardly ever a place where nothing may be at all."""
        return Search(map(Needle, self._values))

    def certain(self) -> Iterator[Remnant]:
        """Rows that are remnants, no matter whose they are."""
        for said in self._rows("SELECT name, tbl_name, sql FROM sqlite_master"):
            if self._search.hits(BETWEEN.join(filter(None, said)), ColumnKind.CODE):
                yield Remnant(RemnantPlace.UNKNOWN, "sqlite_master", 0)
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name"
        for (name,) in self._rows(tables):
            columns: dict[str, str] = dict(self._rows("SELECT name, type FROM pragma_table_info(?)", name))
            yield from self._in_table(ReadableTable(name, columns, Base.metadata.tables.get(name)))

    def _rows(self, query: str, *values: object) -> list[Row]:
        rows: list[Row] = self._connection.execute(query, values).fetchall()
        return rows

    def _without_owner(self) -> Mapping[str, Collection[int]]:
        """By table the keys of rows that name an owner who does not exist."""
        lost: dict[str, set[int]] = defaultdict(set)
        for table, key, *_ in self._rows("PRAGMA foreign_key_check"):
            lost[table].add(key)
        return lost

    def _in_table(self, table: ReadableTable) -> Iterator[Remnant]:
        going, lost = self._going.get(table.name, ()), self._lost.get(table.name, ())
        reading = self._connection.execute(table.query)
        while rows := reading.fetchmany(_ROWS_AT_ONCE):
            rows = [row for row in rows if row[0] not in going] if going else rows
            for row in self._suspects(table, rows, lost):
                yield from self._judged(table, row, row[0] in lost)

    def _suspects(self, table: ReadableTable, rows: Sequence[Row], lost: Collection[int]) -> Iterator[Row]:
        """Rows that have to be looked at one by one; of nearly all tables there are none."""
        if table.strange or lost:
            yield from rows
            return
        suspected = {row[0]: row for row in rows if not row[1]}
        for at, kind in enumerate(table.kinds, ReadableTable.FIRST):
            occurs = self._search.anything if table.reaches(kind) else self._search.astray
            if occurs(_PARTED.join({row[at] for row in rows}).decode(errors="replace"), kind):
                suspected |= {row[0]: row for row in rows if occurs(row[at].decode(errors="replace"), kind)}
        yield from suspected.values()

    def _judged(self, table: ReadableTable, row: Row, lost: bool) -> Iterator[Remnant]:
        key, owned, *texts = row
        hits = [
            hit
            for text, kind in zip(texts, table.kinds, strict=True)
            for hit in self._search.hits(text.decode(errors="replace"), kind)
        ]
        if not owned:
            hits = [hit for hit in hits if hit.of is not hit.what or not self._people[hit.person].caller]
        kinds, combined = kinds_of(hits), one_person(hits)
        if table.strange and (any(hit.of is None for hit in hits) or self._stored.occurs_in(texts[-1])):
            yield Remnant(RemnantPlace.UNKNOWN, table.name, key, kinds, combined)
        elif lost and (hits or any(map(self._stored.occurs_in, texts))):
            yield Remnant(RemnantPlace.NOBODY, table.name, key, kinds, combined)
        elif hits and (not owned or combined):
            yield Remnant(place_of(table.name), table.name, key, kinds, combined)
        else:
            own = tuple(hit for hit in hits if hit.of is not hit.what)
            if own:
                self.doubtful.append(_RowFindings(table.name, key, own))


def kinds_of(hits: Iterable[Hit]) -> frozenset[ValueKind]:
    """What kinds of values these are; where none is a mark, it is another value."""
    return frozenset(ValueKind(hit.what.value) for hit in hits) or frozenset({ValueKind.OTHER})


def one_person(hits: Sequence[Hit]) -> bool:
    """Whether somebody's full name is beside a way to reach them."""
    named = {hit.person for hit in hits if hit.what is ColumnKind.NAME}
    return any(hit.person in named for hit in hits if hit.what in (ColumnKind.PHONE, ColumnKind.EMAIL))
