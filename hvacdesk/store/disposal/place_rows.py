"""Rows that hold something of those who go: what they say, and what may be done about them."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Table, select, text, update
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.place_decisions import PlaceDecision, PlaceRef
from hvacdesk.domain.disposal.remnants import Marks, RemnantPlace
from hvacdesk.store.base import Base, ColumnKind
from hvacdesk.store.billing import filed_pages
from hvacdesk.store.billing.filed_pages import DOCUMENTS
from hvacdesk.store.chunks import among
from hvacdesk.store.column_types import as_stored
from hvacdesk.store.customers import customers, finding
from hvacdesk.store.disposal.identities import FINDINGS, NAME_PAIRS
from hvacdesk.store.disposal.mark_search import Hit, MarkSearch
from hvacdesk.store.disposal.named_in_drafts import DRAFTS
from hvacdesk.store.disposal.next_versions import raise_versions
from hvacdesk.store.disposal.places import TABLE_PLACES
from hvacdesk.store.disposal.readable_rows import said_by
from hvacdesk.store.disposal.record_owners import RecordOwners, owned_tables, owner_columns
from hvacdesk.store.disposal.remnants import NOTHING, one_person
from hvacdesk.store.models import Customer, CustomerFinding

_NEVER_CHANGED = {RemnantPlace.LOG, RemnantPlace.LOG_NOTES, RemnantPlace.DISPOSALS, RemnantPlace.SETTINGS}
_FIXED = frozenset(table for table, place in TABLE_PLACES.items() if place in _NEVER_CHANGED) | {
    "media",
    "notice_texts",
    "rule_texts",
}
"""What hangs on the log by hash, what was published or acknowledged as it reads, and settings."""

_ON_ITS_OWN = ("audit_notes", "call_notes", "drafts")
"""Tables whose rows are deleted as a whole where they are nobody's: no other record is built upon them."""

_NOT_PROSE = {("drafts", "payload"), ("incidents", "answers")}

_SALT = 32


class _Cell(NamedTuple):
    """A text of a row; of a full name that two columns make, ``column`` is empty."""

    column: str
    kind: ColumnKind
    text: str


class PlaceRows:
    """Some rows of the program's own tables, as they are now.

    Args:
        people: the marks of those who go.
        losing: by customer what they will not have any more.
        rows: by table their keys.
    """

    def __init__(
        self,
        session: Session,
        people: Sequence[Marks],
        losing: Mapping[int, Marks],
        rows: Mapping[str, Collection[int]],
    ) -> None:
        self._session = session
        self._people = people
        self._search = MarkSearch(people)
        self._owners = RecordOwners(session, rows)
        own = self._owners.marks()
        self._own = {owner: marks.without(losing.get(owner, NOTHING)) for owner, marks in own.items()}
        self._cells: dict[PlaceRef, list[_Cell]] = {}
        self._whole: dict[PlaceRef, list[object]] = {}
        self._orphans: dict[str, frozenset[int]] = {}
        self._records: dict[PlaceRef, str] = {}
        for name, keys in rows.items():
            self._read(Base.metadata.tables[name], keys)

    def __contains__(self, ref: object) -> bool:
        """Whether the row is there."""
        return ref in self._cells

    def owners(self, ref: PlaceRef) -> frozenset[int]:
        """The customers in whose record it is."""
        return self._owners.of(*ref)

    def customer(self, ref: PlaceRef) -> str:
        """Number of the customer in whose record it is; empty where it is nobody's, or several's."""
        owners = self.owners(ref) if ref in self._cells else frozenset()
        row = self._session.get(Customer, min(owners)) if len(owners) == 1 else None
        return row.number if row else ""

    def record(self, ref: PlaceRef) -> str:
        """The row's record id; empty where its table has none."""
        return self._records[ref]

    def may(self, ref: PlaceRef, place: RemnantPlace) -> frozenset[PlaceDecision]:
        """What can be decided about a row that was found in a place; it can always be kept."""
        found = {PlaceDecision.KEEP}
        if place is RemnantPlace.NOBODY:
            free = ref.table not in _FIXED and ref.key in self._without_owner(ref.table)
            found |= {PlaceDecision.TAKE} if free else set()
        elif place is not RemnantPlace.UNKNOWN:
            found |= {PlaceDecision.CLEAN} if self._can_clean(ref, self.cleaned(ref)) else set()
            found |= {PlaceDecision.TAKE} if self._can_go(ref) else set()
        return frozenset(found)

    def concerns(self, ref: PlaceRef) -> bool:
        """Whether anything in the row is a mark of those who go."""
        return bool(self._hits(self._cells[ref])) or self._is_torn_page(ref)

    def texts(self, ref: PlaceRef) -> tuple[str, ...]:
        """The row's texts and codes that hold a mark of those who go; all its texts if none of them does."""
        cells = [one for one in self._cells[ref] if one.column and one.text]
        telling = [one.text for one in cells if self._search.hits(one.text, one.kind)]
        return tuple(telling or [one.text for one in cells if one.kind is not ColumnKind.CODE])

    def left(self, ref: PlaceRef) -> tuple[str, ...]:
        """The texts that blacking out would change, as they would read then."""
        new = self.cleaned(ref) or {}
        return tuple(new[one.column] for one in self._cells[ref] if one.column in new)

    def content(self, ref: PlaceRef, salt: str = "") -> str:
        """A salted hash of the whole row, to recognise it by: whose it is and what state it is in count, too.

        Only ciphertext and pictures are left out, which the program itself may rewrite.
        """
        salt = salt or secrets.token_hex(_SALT // 2)
        said = json.dumps([salt, self._whole[ref]])
        return salt + hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_SALT]

    def is_as(self, ref: PlaceRef, content: str) -> bool:
        """Whether the row is what it was when a hash of it was made."""
        return ref in self._cells and self.content(ref, content[:_SALT]) == content

    def cleaned(self, ref: PlaceRef) -> dict[str, str] | None:
        """The row's texts with the values blacked out, by column; None where that does not end it.

        What the row's own customer has, too, stays, unless the row would then still tell of those who go.
        """
        if ref.table in _FIXED:
            return None
        if ref.table == FINDINGS.name:
            return {}
        held = self._held(ref)
        for spared in (lambda hit: any(hit.is_among(marks) for marks in held), lambda _hit: False):
            cells = [self._blacked_out(ref, one, spared) for one in self._cells[ref]]
            if not self._is_place(ref, cells):
                changed = zip(self._cells[ref], cells, strict=True)
                return {new.column: new.text for old, new in changed if new.text != old.text}
        return None

    def clean(self, ref: PlaceRef) -> bool:
        """Black the values out; a search line is rewritten from its customer's record, a filed page goes.

        Returns:
            Whether anything was changed: what a living customer has by now, too, stays.
        """
        new = self.cleaned(ref)
        if not self._can_clean(ref, new):
            return False
        if new:
            table = Base.metadata.tables[ref.table]
            self._session.execute(update(table).where(table.c.id == ref.key).values(new))
        page_gone = ref.table == DOCUMENTS.name and filed_pages.empty(self._session, ref.key)
        if new or page_gone:
            raise_versions(self._session, {Base.metadata.tables[ref.table]: [ref.key]})
        owners = self._findable(ref)
        before = self._lines(owners)
        for owner in owners:
            row = self._session.get(Customer, owner)
            if row is not None and row.merged_into_id is None:
                finding.write(self._session, owner, customers.record_of(row), row.number)
        self._session.flush()
        return bool(new) or page_gone or before != self._lines(owners)

    def _can_clean(self, ref: PlaceRef, new: Mapping[str, str] | None) -> bool:
        """Whether there is anything to write of what :meth:`cleaned` gives, or :meth:`clean` does more."""
        return bool(new) or (new is not None and (ref.table == FINDINGS.name or self._is_torn_page(ref)))

    def _is_torn_page(self, ref: PlaceRef) -> bool:
        return ref.table == DOCUMENTS.name and filed_pages.is_torn(self._session, ref.key)

    def _lines(self, owners: Collection[int]) -> list[tuple[object, ...]]:
        """The search lines of some customers, without their keys, which are new with every writing."""
        said = [column for column in FINDINGS.columns if column is not FINDINGS.c.id]
        query = select(*said).where(among(FINDINGS.c.customer_id, owners)).order_by(FINDINGS.c.customer_id)
        return [tuple(row) for row in self._session.execute(query)]

    def _findable(self, ref: PlaceRef) -> Collection[int]:
        if ref.table != FINDINGS.name:
            return self.owners(ref)
        row = self._session.get(CustomerFinding, ref.key)
        return () if row is None else (row.customer_id,)

    def _read(self, table: Table, keys: Collection[int]) -> None:
        query = select(*table.columns).where(among(table.c.id, keys))
        pairs = [pair for pair in NAME_PAIRS if set(pair) <= set(table.c.keys())]
        for row in self._session.execute(query).mappings():
            ref = PlaceRef(table.name, row[table.c.id])
            self._records[ref] = str(row[table.c.record_id]) if "record_id" in table.c else ""
            whole = {column.name: as_stored(column, row[column]) for column in table.columns}
            self._whole[ref] = [None if isinstance(one, bytes) else one for one in whole.values()]
            said = {name: said_by(value) for name, value in whole.items()}
            cells = [_Cell(column.name, column.info["kind"], said[column.name]) for column in table.columns]
            cells += [_Cell("", ColumnKind.NAME, "".join(said[part] for part in pair)) for pair in pairs]
            self._cells[ref] = cells

    def _without_owner(self, table: str) -> frozenset[int]:
        """The keys of a table's rows that name an owner who does not exist."""
        if table not in self._orphans:
            found = self._session.execute(text(f'PRAGMA foreign_key_check("{table}")'))
            self._orphans[table] = frozenset(row[1] for row in found)
        return self._orphans[table]

    def _held(self, ref: PlaceRef) -> list[Marks]:
        return [self._own[owner] for owner in self.owners(ref) if owner in self._own]

    def _is_somebodys(self, ref: PlaceRef) -> bool:
        return bool(self.owners(ref))

    def _can_go(self, ref: PlaceRef) -> bool:
        """A form is only half typed, whomever it is about."""
        return ref.table in _ON_ITS_OWN and (ref.table == DRAFTS.name or not self._is_somebodys(ref))

    def _is_office_s(self, ref: PlaceRef) -> bool:
        return ref.table not in owned_tables() or not owner_columns(Base.metadata.tables[ref.table])

    def _blacked_out(self, ref: PlaceRef, cell: _Cell, spared: Callable[[Hit], bool]) -> _Cell:
        if cell.kind is not ColumnKind.TEXT or (ref.table, cell.column) in _NOT_PROSE:
            return cell
        return cell._replace(text=self._search.blacked_out(cell.text, spared))

    def _hits(self, cells: Iterable[_Cell]) -> list[Hit]:
        return [hit for one in cells for hit in self._search.hits(one.text, one.kind)]

    def _is_place(self, ref: PlaceRef, cells: Sequence[_Cell]) -> bool:
        """Whether a row that says this would be found."""
        hits = self._hits(cells)
        if not (self._is_somebodys(ref) or self._is_office_s(ref)):
            return any(hit.of is not hit.what or not self._people[hit.person].caller for hit in hits)
        held = self._held(ref)
        return one_person(hits) or any(
            hit.of is not hit.what and not any(hit.is_among(marks) for marks in held) for hit in hits
        )


def with_owners(refs: Iterable[PlaceRef], owner: Callable[[int], int]) -> Mapping[Table, Mapping[int, int]]:
    """Rows as :func:`~hvacdesk.store.disposal.erasure.belongings` takes them."""
    return {
        Base.metadata.tables[name]: {key: owner(key) for key in keys} for name, keys in by_table(refs).items()
    }


def by_table(refs: Iterable[PlaceRef]) -> dict[str, set[int]]:
    """The keys of rows of the program's own tables."""
    found: dict[str, set[int]] = defaultdict(set)
    for ref in refs:
        if ref.table:
            found[ref.table].add(ref.key)
    return found
