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
:func:`~hvacdesk.domain.text.text_forms.fold` makes equal, or than
:func:`~hvacdesk.domain.disposal.remnants.full_names` and ``phone_forms`` give it: a part of a name, a number
or an address by itself, a nickname, and in Latin letters a name whose reading is not known. Signs and titles
within a name, signs within a number and what stands for the @ of a mailbox make no difference in free text.
Of JSON the values are read.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import Any, NamedTuple

from sqlalchemy import Text, cast, literal, select
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
from hvacdesk.store.disposal.mark_search import BETWEEN, Hit, MarkSearch, as_read, marks_of
from hvacdesk.store.disposal.places import place_of
from hvacdesk.store.disposal.readable_rows import ReadableTable, readable
from hvacdesk.store.disposal.record_owners import RecordOwners
from hvacdesk.vault.erasure.needles import Needle, Search

_BETWEEN = BETWEEN.encode()
_ROWS_AT_ONCE = 1_000
_MOST_BYTES_AHEAD = 32_000_000
"""So much may have been read that is not searched yet."""

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
    # The database reads in this thread while the other one searches.
    with ThreadPoolExecutor(1, "marks") as other:
        reading = _Reading(session, sought, going or {}, other)
        false = _false_lines(session, marks_of(sought.people))
        found = [*reading.certain(), *_not_their_own(session, reading.doubtful, losing or {})]
    known = {one.key for one in found if one.table == FINDINGS.name}
    false -= known.union((going or {}).get(FINDINGS.name, ()))
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
    query = select(said.label("said"), *made_of, *others).join(
        CUSTOMERS, CUSTOMERS.c.id == FINDINGS.c.customer_id
    )
    alike = session.execute(query.where(among(said, marks)).distinct())
    if wrong := {row.said for row in alike if row.said != form.of(as_written(row))}:
        lines = session.execute(query.add_columns(FINDINGS.c.id).where(among(said, wrong)))
        yield from (row.id for row in lines if row.said != form.of(as_written(row)))


class _Glance(NamedTuple):
    """A first look at many rows together.

    Attributes:
        after, last: the keys between which they lie.
        going: those among them that are not read, in JSON.
        owned: whether each of the others is somebody's or the office's own.
        suspected: becomes the numbers of the texts in which something occurs.
    """

    after: float
    last: int
    going: str
    owned: bool
    suspected: Future[list[int]]


class _Reading:
    """Reads the whole file, and has another thread search what is read.

    Attributes:
        doubtful: what :meth:`certain` could not tell by the row alone, after it was read to its end.
    """

    def __init__(self, session: Session, sought: Sought, going: Going, other: Executor) -> None:
        self._connection: Any = session.connection().connection.driver_connection
        self._people = sought.people
        self._search = MarkSearch(sought.people)
        self._values = sought.stored
        self._going = going
        self._other = other
        self._ahead: deque[tuple[Future[list[int]], int]] = deque()
        self._lost = self._without_owner()
        self._glances = {table: list(self._glanced_at(table)) for table in self._tables()}
        self.doubtful: list[_RowFindings] = []

    @cached_property
    def _stored(self) -> Search:
        """Every value; made only when needed: there is hardly ever a place where nothing may be at all."""
        return Search(map(Needle, self._values))

    def _holds_a_value(self, text: bytes) -> bool:
        """Whether any value stands in a place where nothing may be at all."""
        read = as_read(text.decode(errors="replace")).encode(errors="replace")
        return any(map(self._stored.occurs_in, (text, read)))

    def certain(self) -> Iterator[Remnant]:
        """Rows that are remnants, no matter whose they are."""
        for said in self._rows("SELECT name, tbl_name, sql FROM sqlite_master"):
            if self._search.hits(BETWEEN.join(filter(None, said)), ColumnKind.CODE):
                yield Remnant(RemnantPlace.UNKNOWN, "sqlite_master", 0)
        for table, glances in self._glances.items():
            lost = self._lost.get(table.name, ())
            rows = self._suspects(table, glances) if self._may_be_glanced_at(table) else self._all_of(table)
            for row in rows:
                yield from self._judged(table, row, row[0] in lost)

    def _rows(self, query: str, *values: object) -> list[Row]:
        rows: list[Row] = self._connection.execute(query, values).fetchall()
        return rows

    def _without_owner(self) -> Mapping[str, Collection[int]]:
        """By table the keys of rows that name an owner who does not exist."""
        lost: dict[str, set[int]] = defaultdict(set)
        for table, key, *_ in self._rows("PRAGMA foreign_key_check"):
            lost[table].add(key)
        return lost

    def _tables(self) -> Iterator[ReadableTable]:
        tables = (
            "SELECT m.name, l.wr IS 0 FROM sqlite_master AS m"
            " LEFT JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = m.name"
            " WHERE m.type = 'table' AND m.rootpage > 0 ORDER BY m.name"
        )
        for name, keyed in self._rows(tables):
            columns: dict[str, str] = dict(self._rows("SELECT name, type FROM pragma_table_info(?)", name))
            yield readable(name, columns, Base.metadata.tables.get(name), keyed=bool(keyed))

    def _may_be_glanced_at(self, table: ReadableTable) -> bool:
        """Whether many rows can be read together, and one in whose texts no mark occurs is no remnant."""
        return table.keyed and not (table.strange or self._lost.get(table.name))

    def _glanced_at(self, table: ReadableTable) -> Iterator[_Glance]:
        """All rows of a table, many at a time. In nearly all tables nothing occurs."""
        going, after = sorted(self._going.get(table.name, ())), -inf
        while self._may_be_glanced_at(table):
            ((last,),) = self._rows(table.last_of, after, _ROWS_AT_ONCE)
            if last is None:
                break
            leaving = json.dumps(going[bisect_right(going, after) : bisect_right(going, last)])
            ((owned, *texts),) = self._rows(table.texts, after, last, leaving)
            suspected = self._other.submit(self._suspected, table, texts)
            self._ahead.append((suspected, sum(map(len, filter(None, texts)))))
            while sum(size for _, size in self._ahead) > _MOST_BYTES_AHEAD:
                self._ahead.popleft()[0].result()
            yield _Glance(after, last, leaving, owned != 0, suspected)
            after = last

    def _suspected(self, table: ReadableTable, texts: Sequence[bytes | None]) -> list[int]:
        return [at for at, text in enumerate(texts) if text and self._occurs(table, at, _once(text))]

    def _occurs(self, table: ReadableTable, at: int, text: bytes) -> bool:
        kind = table.kinds[at]
        occurs = self._search.anything if table.reaches(kind) else self._search.astray
        return occurs(text.decode(errors="replace"), kind)

    def _suspects(self, table: ReadableTable, glances: Sequence[_Glance]) -> Iterator[Row]:
        """Rows that have to be looked at one by one."""
        for after, last, going, owned, suspected in glances:
            if owned and not suspected.result():
                continue
            for row in self._rows(table.rows, after, last, going):
                texts = row[ReadableTable.FIRST :]
                if not row[1] or any(self._occurs(table, at, texts[at]) for at in suspected.result()):
                    yield row

    def _all_of(self, table: ReadableTable) -> Iterator[Row]:
        going = self._going.get(table.name, ())
        rows: Iterator[Row] = self._connection.execute(table.every_row)
        return (row for row in rows if row[0] not in going)

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
        if table.strange and (any(hit.of is None for hit in hits) or self._holds_a_value(texts[-1])):
            yield Remnant(RemnantPlace.UNKNOWN, table.name, key, kinds, combined)
        elif lost and (hits or any(map(self._holds_a_value, texts))):
            yield Remnant(RemnantPlace.NOBODY, table.name, key, kinds, combined)
        elif hits and (not owned or combined):
            yield Remnant(place_of(table.name), table.name, key, kinds, combined)
        else:
            own = tuple(hit for hit in hits if hit.of is not hit.what)
            if own:
                self.doubtful.append(_RowFindings(table.name, key, own))


def _once(text: bytes) -> bytes:
    """Each different value once: names, towns and notes are the same in many rows. ASCII is quick anyway."""
    return text if text.isascii() else _BETWEEN.join(set(text.split(_BETWEEN)))


def kinds_of(hits: Iterable[Hit]) -> frozenset[ValueKind]:
    """What kinds of values these are; where none is a mark, it is another value."""
    return frozenset(ValueKind(hit.what.value) for hit in hits) or frozenset({ValueKind.OTHER})


def one_person(hits: Sequence[Hit]) -> bool:
    """Whether somebody's full name is beside a way to reach them."""
    named = {hit.person for hit in hits if hit.what is ColumnKind.NAME}
    return any(hit.person in named for hit in hits if hit.what in (ColumnKind.PHONE, ColumnKind.EMAIL))
