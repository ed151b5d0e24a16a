"""Importing a customer list: read, understood, looked through, and stored whole or not at all."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customers import CustomerRecord
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.import_cells import without_repeats
from hvacdesk.domain.exchange.import_rows import RowReader
from hvacdesk.domain.exchange.importing import (
    CUT_SHORT,
    IN_FILE_TWICE,
    NOT_COMPARED,
    REGISTERED,
    SAME_NAME,
    SAME_NAME_ABOVE,
    Duplicates,
    ImportPreview,
    ImportReport,
    ReadRow,
    Remark,
    RowState,
    TableLayout,
    preview_of,
)
from hvacdesk.domain.exchange.outside_lists import LeftOutRows, ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.domain.text.wording import Words, in_a_row, phrase
from hvacdesk.exchange.errors import EmptyTable, LockedWorkbook
from hvacdesk.exchange.formulas import harmless
from hvacdesk.services.customers import postal
from hvacdesk.services.exchange.import_columns import Chosen, key_of
from hvacdesk.services.exchange.opened_lists import OpenedList, OpenedLists, OpenList
from hvacdesk.services.exchange.outside_lists import note_outside
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import counters
from hvacdesk.store.base import new_record_id
from hvacdesk.store.engine import Session
from hvacdesk.store.exchange import import_history
from hvacdesk.store.exchange import importing as store
from hvacdesk.store.exchange.import_history import ImportNote
from hvacdesk.store.office import office as office_store

MOST_ROWS = 200_000
"""Rows of one import: what fits into memory beside everything else."""

READ_AT_ONCE = 50
"""Rows that go through one step together; measured: 4.4 s for 100,000 rows, with 200 at once 4.7."""

TOLD_AFTER = 4
"""So many of these lots are read before the progress is told again."""

SAMPLED = 20
"""Rows that show what a column holds."""

Progress = Callable[[int, int], None]
"""Rows so far, and how many there are; 0 while that is not known."""

_SETTING = "import_mapping"


class TooManyRows(UserFacingError):
    """A list longer than one import takes."""

    what = phrase("Errors", "This list has more than {limit} rows.")
    todo = phrase("Errors", "Divide it into several files and import them one after the other.")


class ImportStopped(UserFacingError):
    """The person stopped the import; nothing was stored."""

    what = phrase("Errors", "The import was stopped.")
    safe = phrase("Errors", "No customer was registered.")
    todo = phrase("Errors", "Start it again whenever you like.")


class RowsRefused(UserFacingError):
    """Some rows cannot be imported, and all or nothing was asked for."""

    what = phrase("Errors", "{count} rows of this list cannot be imported.")
    safe = phrase("Errors", "No customer was registered.")
    todo = phrase("Errors", "Correct them in the list, or choose to import the other rows.")


class ListOvertaken(UserFacingError):
    """Somebody who is probably on the list was registered after it was checked, as from the same list."""

    what = phrase("Errors", "Since this list was checked, somebody was registered who is probably on it.")
    safe = phrase("Errors", "No customer was registered by this.")
    todo = phrase("Errors", "Check the list once more: it then says who is probably registered.")


def asks_for_password(error: UserFacingError) -> bool:
    """Whether a file was refused for want of its password."""
    return isinstance(error, LockedWorkbook)


class Importing:
    """Imports of an open office. Each call names the list by its key, and raises ListClosed if it is none."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._lists = OpenedLists()
        workplace.held.append(self._lists.forget)

    @needs(Permission.EDIT_CUSTOMERS)
    def open(self, actor: Actor, given: GivenFile, password: str = "") -> OpenedList:
        """Open a list, until :meth:`close` or the login's end.

        Raises:
            UserFacingError: as :func:`hvacdesk.exchange.table_files.opened`.
        """
        return self._lists.add(given, password)

    @needs(Permission.EDIT_CUSTOMERS)
    def close(self, actor: Actor, table: str) -> None:
        """Close a list and drop all that memory keeps of it, once what is under way with it is over."""
        self._lists.close(table)

    @needs(Permission.EDIT_CUSTOMERS)
    def layout(self, actor: Actor, table: str, sheet: str, chosen: Chosen | None = None) -> TableLayout:
        """The sheet's layout, with the mapping that was used for the same columns before.

        Args:
            chosen: what some columns hold, whatever is guessed or remembered.

        Raises:
            EmptyTable, ColumnUnknown: as they say.
        """
        with self._workplace.reading() as session:
            known = office_store.setting(session, office_store.OFFICE, _SETTING)
        found = self._lists.get(table)
        with found.lock:
            return found.layout_of(sheet, known if isinstance(known, dict) else {}, chosen or {})

    @needs(Permission.EDIT_CUSTOMERS)
    def sample(self, actor: Actor, table: str, sheet: str, layout: TableLayout) -> list[list[str]]:
        """The first rows below the header, to show what each column holds."""
        found = self._lists.get(table)
        with found.lock:
            reader = RowReader(layout, postal.towns)
            below = (without_repeats(cells) for line, cells in found.top(sheet) if line > layout.header_row)
            return [list(cells) for cells in islice(below, SAMPLED) if not reader.is_header(cells)]

    @needs(Permission.EDIT_CUSTOMERS)
    def preview(
        self,
        actor: Actor,
        table: str,
        sheet: str,
        layout: TableLayout,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> ImportPreview:
        """Understand every row and mark what is probably registered already. Nothing is stored.

        Raises:
            EmptyTable, TooManyRows, ImportStopped: as they say.
        """
        found = self._lists.get(table)
        with found.lock:
            layout = found.meant(sheet, layout)
            found.keep(found.layout, [])
            rows = self._understood(found, sheet, layout, progress, cancelled)
            found.keep(layout, list(self._with_duplicates(actor, found, rows)))
            return preview_of(table, layout, found.rows, found.left_out)

    def _understood(
        self,
        table: OpenList,
        sheet: str,
        layout: TableLayout,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> list[ReadRow]:
        rows: list[ReadRow] = []

        def look() -> None:
            if cancelled():
                raise ImportStopped

        with postal.many_towns() as towns:
            reader = RowReader(layout, towns, postal.prefectures())
            below = (row for row in table.rows_of(sheet, look) if row[0] > layout.header_row)
            lots = 0
            while some := list(islice(below, READ_AT_ONCE)):
                lots += 1
                rows.extend(row for row in reader.read(some) if row.state is not RowState.EMPTY)
                if len(rows) > MOST_ROWS:
                    raise TooManyRows(limit=f"{MOST_ROWS:,}")
                if lots % TOLD_AFTER == 0:
                    progress(len(rows), 0)
            table.note_left_out(reader.left_out)
        rows = _without_broken(rows, [at for at in table.broken_off(sheet) if at > layout.header_row])
        if not rows:
            raise EmptyTable
        return rows

    @needs(Permission.EDIT_CUSTOMERS)
    def run(
        self,
        actor: Actor,
        table: str,
        *,
        only_good_rows: bool,
        duplicates: Duplicates,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> ImportReport:
        """Register the customers of the list, as it was understood at the last look, in one transaction.

        Args:
            only_good_rows: leave out what cannot be imported; otherwise one such row stops the whole import.

        Raises:
            RowsRefused, ListOvertaken, ImportStopped, DiskFull, …: nothing was stored.
        """
        found = self._lists.get(table)
        with found.lock:
            return self._run(actor, found, only_good_rows, duplicates, progress, cancelled)

    def _run(
        self,
        actor: Actor,
        table: OpenList,
        only_good_rows: bool,
        duplicates: Duplicates,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> ImportReport:
        wrong = sum(row.state is RowState.WRONG for row in table.rows)
        if wrong and not only_good_rows:
            raise RowsRefused(count=wrong)
        taken = [row for row in table.rows if _is_taken(row, duplicates)]
        records = [row.record for row in taken if row.record is not None]
        with self._workplace.transaction() as session:
            _refuse_overtaken(session, records, table.last_number)
            place = table.place
            note = self._store(session, actor, place, records, progress, cancelled) if records else None
            first, last = note.numbers if note else ("", "")
            self._workplace.record(
                session,
                actor,
                Action.CUSTOMERS_IMPORTED,
                customers=len(records),
                first=first,
                last=last,
                left_out=len(table.rows) - len(records),
            )
            self._remember(session, table.layout)
            self._workplace.after_commit(session, self._workplace.shared.finding.drop)
        kept = {row.line for row in taken}
        left_out = [row for row in table.rows if row.line not in kept]
        table.keep(table.layout, left_out, imported=True)
        record = note.record if note else ""
        return ImportReport(len(records), first, last, len(left_out), record, table.left_out)

    def _store(
        self,
        session: Session,
        actor: Actor,
        place: str,
        records: Sequence[CustomerRecord],
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> ImportNote:
        """Store the customers, the list as one that lies outside, and what an undo has to know."""
        today = self._workplace.today()
        note = ImportNote(
            record=new_record_id(),
            first_key=store.next_key(session),
            first_number=counters.take(session, "customer", len(records)),
            customers=len(records),
            at=stamp(self._workplace.now()),
            by=actor.account,
        )
        done = store.add_all(session, records, note.first_number, today=today.isoformat(), at=note.at)
        for count in done:
            progress(count, len(records))
            if cancelled():
                raise ImportStopped
        note_outside(self._workplace, session, actor, ListKind.IMPORTED, len(records), place=place)
        import_history.remember(session, note)
        return note

    @needs(Permission.EDIT_CUSTOMERS)
    def left_out_csv(self, actor: Actor, table: str, words: Words) -> LeftOutRows:
        """The rows that an import left out, each with its line and reason, as a CSV file for Excel.

        Before the import: those that cannot be imported.

        It holds customers' data in plain text: it is in the register of files outside until somebody says
        that it was destroyed, and the log's entry is written before anything is handed out.
        """
        target = io.StringIO(newline="")
        writer = csv.writer(target)
        heads = (words(phrase("Import", "Line")), words(phrase("Import", "Reason")))
        found = self._lists.get(table)
        with found.lock:
            left_out = [row for row in found.rows if found.imported or row.record is None]
        writer.writerow([*heads, *map(harmless, found.layout.columns)])
        for row in left_out:
            reasons = in_a_row(*(words(remark.text).format(**remark.details) for remark in row.remarks))
            writer.writerow([row.line, reasons, *map(harmless, row.cells)])
        with self._workplace.transaction() as session:
            outside = note_outside(self._workplace, session, actor, ListKind.LEFT_OUT, len(left_out))
            self._workplace.record(session, actor, Action.LEFT_OUT_SAVED, left_out=len(left_out))
        return LeftOutRows(target.getvalue().encode("utf-8-sig"), outside)

    def _with_duplicates(self, actor: Actor, table: OpenList, rows: Sequence[ReadRow]) -> Iterator[ReadRow]:
        """The rows, marked where somebody of the same name has the same phone or address.

        Most names of a list are there once, and registered for nobody: of those nothing more is compared,
        unless the name is all that is there.
        Whether a customer has a phone or an address is told of a few of each name: see ``told_of_list``.
        """
        names = deque(store.name_of(row.record) if row.record else "" for row in rows)
        seen, shared = set[str](), set[str]()
        for name in names:
            (shared if name in seen else seen).add(name)
        with self._workplace.reading() as session:
            table.note_last_number(counters.last(session, "customer"))
            known = store.registered(session, seen)
        told = _Told(self._workplace, actor, known)
        shared |= told.namesakes
        first_lines: dict[store.Likeness, int] = {}
        for row in rows:
            name, remark = names.popleft(), None
            if row.record and (name in shared or store.says_name_alone(row.record)):
                remark = _duplicate(row.line, row.record, name, told, first_lines)
            yield row if remark is None else _marked(row, remark)
        told.log()
        for likenesses in (first_lines, known):  # one by one: freeing all at once holds every thread up
            while likenesses:
                likenesses.popitem()
        for gone in (seen, shared, told.namesakes):
            while gone:
                gone.pop()

    def _remember(self, session: Session, layout: TableLayout) -> None:
        """Remember the mapping by the header's words, which are nobody's data."""
        if not layout.header_row:
            return
        known = office_store.setting(session, office_store.OFFICE, _SETTING)
        mappings = dict(known) if isinstance(known, dict) else {}
        mappings[key_of(layout.columns)] = {str(at): kind.value for at, kind in layout.mapping.items()}
        newest = dict(list(mappings.items())[-20:])
        office_store.save_setting(session, office_store.OFFICE, _SETTING, newest)


_UNTOLD = ""
"""In place of a customer's number: whether there is one is not told."""


class _Told:
    """What a list is told of the customers who are registered."""

    def __init__(self, workplace: Workplace, actor: Actor, known: Mapping[store.Likeness, str]) -> None:
        self.namesakes = {name for name, _ in known}
        self._workplace = workplace
        self._actor = actor
        self._known = known
        self._now = workplace.now()
        self._untold = 0

    def number(self, likeness: store.Likeness, record: CustomerRecord) -> str | None:
        """The number of the customer who has it; :data:`_UNTOLD` where too many of one name were compared.

        Of a name alone the given one is what could be tried; a firm's and a family's are on every list.
        """
        name, value = likeness
        known = self._known.get(likeness)
        if not value and (record.organisation or not record.name.given):
            return known
        if value and name not in self.namesakes:
            return None
        tried = (name, value) if value else (fold(record.name.family), name)
        tries = self._workplace.shared.exact_tries
        told = tries.told_of_list(self._actor.account, *tried, self._now, hit=known is not None)
        self._untold += told is None
        return _UNTOLD if told is None else known

    def log(self) -> None:
        """Say in the log that more was tried than was told."""
        if self._untold:
            with self._workplace.transaction() as session:
                record, tried = self._workplace.record, self._untold
                record(session, self._actor, Action.EXACT_SEARCH, "", field="duplicate", hits=0, tries=tried)


def _without_broken(rows: list[ReadRow], lines: Collection[int]) -> list[ReadRow]:
    """The rows, with those that are incomplete in the file as nobody, also where nothing is left of them."""
    if not lines:
        return rows
    by_line = {row.line: row for row in rows}
    for line in lines:
        cells = by_line[line].cells if line in by_line else ()
        by_line[line] = ReadRow(line, cells, RowState.NOBODY, None, (Remark(CUT_SHORT),))
    return [by_line[line] for line in sorted(by_line)]


def _refuse_overtaken(session: Session, records: Sequence[CustomerRecord], last_number: int) -> None:
    """Refuse records of which one is probably registered since the list was looked through."""
    if counters.last(session, "customer") <= last_number:
        return
    known = store.registered(session, {store.name_of(record) for record in records}, last_number)
    for record in records if known else ():
        if any(one in known for one in store.likenesses_of(store.name_of(record), record)):
            raise ListOvertaken


def _is_taken(row: ReadRow, duplicates: Duplicates) -> bool:
    if row.record is None:
        return False
    return row.state is not RowState.DUPLICATE or duplicates is Duplicates.IMPORT


def _duplicate(
    line: int,
    record: CustomerRecord,
    name: str,
    told: _Told,
    first_lines: dict[store.Likeness, int],
) -> Remark | None:
    """What a row shares with a customer or with a row above it; it is noted down for the rows below."""
    likenesses, untold = store.likenesses_of(name, record), False
    for likeness in likenesses:
        first_lines.setdefault(likeness, line)
    for likeness in likenesses:
        alone = not likeness[1]
        number = told.number(likeness, record)
        untold = untold or number == _UNTOLD
        if number:
            return Remark(SAME_NAME if alone else REGISTERED, {"number": number})
        if first_lines[likeness] != line:
            return Remark(SAME_NAME_ABOVE if alone else IN_FILE_TWICE, {"line": first_lines[likeness]})
    return Remark(NOT_COMPARED) if untold else None


def _marked(row: ReadRow, remark: Remark) -> ReadRow:
    """A row that is probably there already; where nobody knows, somebody has to look."""
    state = RowState.CHECK if remark.text in {SAME_NAME_ABOVE, NOT_COMPARED} else RowState.DUPLICATE
    return row._replace(state=state, remarks=(*row.remarks, remark))
