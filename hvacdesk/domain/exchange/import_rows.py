"""One row of a customer list after the other as records, or the reasons why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from hvacdesk.domain.customers.customer_rules import said_once
from hvacdesk.domain.customers.customers import (
    Address,
)
from hvacdesk.domain.exchange.import_cells import (
    LONGEST_SIGN,
    is_day,
    is_ditto,
    is_error,
    is_nothing,
    postal_code_in,
    tidy,
    without_repeats,
)
from hvacdesk.domain.exchange.import_choices import RowChoices
from hvacdesk.domain.exchange.import_columns import header_key
from hvacdesk.domain.exchange.import_layout import column_letter
from hvacdesk.domain.exchange.imported_row import NAMES, ImportedRow
from hvacdesk.domain.exchange.importing import (
    ADDRESS_LEFT_OUT,
    DAY_IN_ADDRESS,
    HEADER_AGAIN,
    NO_ROW_ABOVE,
    POSTAL_ELSEWHERE,
    POSTAL_UNKNOWN,
    ImportField,
    ReadRow,
    RowState,
    TableLayout,
)
from hvacdesk.domain.text.input_checks import is_seen
from hvacdesk.domain.text.text_forms import digits, postal_code_of
from hvacdesk.domain.text.written_addresses import (
    BLOCK,
    Cities,
    begins_with_prefecture,
    contradicts,
    divide_address,
    is_whole_address,
    looks_like_address,
    postal_code_before,
)

Towns = Callable[[str], Sequence[Address]]
"""The towns of a postal code."""

_PLACES = frozenset({ImportField.ADDRESS, ImportField.CITY, ImportField.TOWN, ImportField.STREET})
_NUMBERED = (*sorted(_PLACES), ImportField.BUILDING)
_PARTS = (ImportField.PREFECTURE, ImportField.CITY, ImportField.STREET)
_ADDRESSES = ("住所", "所在地", "address")


class RowReader:
    """Reads the rows of one table from the top: a cell may mean the same as the one above it."""

    def __init__(self, layout: TableLayout, towns: Towns, cities: Cities | None = None) -> None:
        self._columns = layout.columns
        self._mapping = sorted(layout.mapping.items())
        self._choices = RowChoices(layout)
        fields = frozenset(layout.mapping.values())
        self._divided = ImportField.TOWN in fields
        self._parts = [part for part in _PARTS if part in fields]
        self._left_out = [
            (at, fields.isdisjoint(_PLACES) and any(word in column.lower() for word in _ADDRESSES))
            for at, column in enumerate(layout.columns)
            if at not in layout.mapping
        ]
        self._not_mapped = [at for at in range(len(layout.columns)) if at not in layout.mapping]
        named = sorted(self._mapping, key=lambda one: one[1] not in NAMES) if layout.header_row else []
        self._headers = [
            (at, self._columns[at].strip(), kind in NAMES) for at, kind in named if self._columns[at:]
        ]
        self._towns = towns
        self._cities = cities or {}
        self._above: dict[int, str] = {}
        self._filled: set[int] = set()

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headers of the columns that are not imported though the rows so far have something in them."""
        columns = self._columns
        return tuple(columns[at] if at < len(columns) else column_letter(at) for at in sorted(self._filled))

    def read(self, rows: Iterable[tuple[int, Sequence[str]]]) -> list[ReadRow]:
        """Understand some rows. Never raises for what a cell holds: a row that cannot be stored is WRONG.

        Each step is done for all of them before the next: a processor that keeps at one thing is half as fast
        again.
        """
        read = [self._taken(line, cells) for line, cells in rows]
        customers = [row for row in read if row.state is RowState.GOOD]
        for step in (
            ImportedRow.read_name,
            self._read_address,
            ImportedRow.read_phones,
            ImportedRow.make_record,
            self._look_at_rest,
        ):
            for row in customers:
                step(row)
        return [row.finished() for row in read]

    def _taken(self, line: int, cells: Sequence[str]) -> ImportedRow:
        """A row with every mapped cell that says something; 〃 is read as the cell above it."""
        cells = without_repeats(cells)
        left: list[str] = []
        row = ImportedRow(self._columns, line, cells, self._choices.of(cells, left))
        if self.is_header(cells):
            row.leave_out(HEADER_AGAIN)
            return row
        row.notes += map(tidy, left)
        self._note_left_out(cells)
        above: dict[int, str] = {}
        width = len(row.chosen)
        for at, kind in self._mapping:
            cell = row.chosen[at] if at < width else ""
            cell = cell.strip() if cell.isprintable() else tidy(cell, lines=kind is ImportField.NOTE)
            if not cell:
                continue
            if len(cell) <= LONGEST_SIGN:
                if is_ditto(cell):
                    cell = self._above.get(at, "")
                    if not cell:
                        row.remark(NO_ROW_ABOVE, kind, at)
                        continue
                elif not is_seen(cell) or (kind is not ImportField.NOTE and is_nothing(cell)):
                    continue
            if cell[0] == "#" and is_error(cell):
                row.fail(kind, at, cell)
            else:
                above[at] = cell
                row.cells.setdefault(kind, []).append((at, cell))
                row.whole += cell
        if above:
            self._above = above
        row.judge()
        return row

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether a row says the header again, as on every page of a print or in cells merged with it.

        Nobody is called 氏名: below it the other columns may have headers of their own, and no figures.
        """
        filled = [
            (header, cell, named)
            for at, header, named in self._headers
            if at < len(cells) and (cell := cells[at].strip())
        ]
        if not filled or filled[0][1][0] != filled[0][0][:1]:  # as in nearly every row
            return False
        if filled[0][2] and header_key(filled[0][0]) == header_key(filled[0][1]):
            return not any(map(str.isdecimal, "".join(cell for _, cell, _ in filled[1:])))
        return all(header_key(header) == header_key(cell) for header, cell, _ in filled)

    def _note_left_out(self, cells: Sequence[str]) -> None:
        """Remember which columns have something in them and are not imported, also those without a header."""
        beyond = range(len(self._columns), len(cells))
        for at in (*self._not_mapped, *beyond):
            if at < len(cells) and at not in self._filled and cells[at].strip():
                self._filled.add(at)

    def _read_address(self, row: ImportedRow) -> None:
        for kind in _NUMBERED:
            for at, cell in row.cells.get(kind, ()):
                if is_day(cell):
                    row.remark(DAY_IN_ADDRESS, kind, at)
        row.address = place = said_once(_exact_address(row) if self._divided else self._address(row))
        if (code := postal_code_of(place.postal_code)) and not (towns := self._towns(code)):
            row.remark(POSTAL_UNKNOWN, ImportField.POSTAL_CODE)
        elif code and contradicts(place, towns):
            row.remark(POSTAL_ELSEWHERE, ImportField.POSTAL_CODE)

    def _address(self, row: ImportedRow) -> Address:
        code = row.understood(ImportField.POSTAL_CODE, postal_code_in)
        whole = self._one_address(row)
        written, whole = postal_code_before(whole)
        before = digits(written) if written else ""
        if before not in {"", code} and code:
            row.keep_in_note(next((part for part in self._parts if part in row.cells), ImportField.ADDRESS))
        code = code or before
        towns = self._towns(code) if code else ()
        divided = divide_address(whole, code, towns, self._cities) if whole else Address(code)
        building = " ".join(row.all(ImportField.BUILDING))
        return replace(divided, building=f"{divided.building} {building}".strip()) if building else divided

    def _one_address(self, row: ImportedRow) -> str:
        """The cells of one address; a second whole one is never mixed into it."""
        taken = ""
        for part in self._parts:  # a column may begin with what the one before it holds
            cell = row.first(part)
            taken = cell if cell.startswith(taken) else f"{taken}{cell}"
        between, second = "", False
        for at, cell in row.cells.get(ImportField.ADDRESS, ()):
            second = second or (not cell.startswith(taken) and self._begins_again(taken, cell))
            if not second:
                taken = cell if cell.startswith(taken) else f"{taken}{between}{cell}"
            elif cell not in taken:
                row.keep_second(at, cell)
            between = " "
        return taken

    def _begins_again(self, taken: str, cell: str) -> bool:
        """Whether a cell is no more of an address, but another one."""
        if begins_with_prefecture(taken) and begins_with_prefecture(cell):
            return True
        return BLOCK.search(taken) is not None and is_whole_address(cell, self._cities)

    def _look_at_rest(self, row: ImportedRow) -> None:
        """An address in a column that is not imported would be lost, and nobody would notice."""
        width = len(row.chosen)
        for at, named in self._left_out if row.record else ():
            cell = row.chosen[at].strip() if at < width else ""
            if cell and not is_nothing(cell) and (named or looks_like_address(cell)):
                row.remark(ADDRESS_LEFT_OUT, ImportField.ADDRESS, at)


def _exact_address(row: ImportedRow) -> Address:
    """An address that is divided already down to the town, to the letter: as this program exports it."""
    parts = (ImportField.POSTAL_CODE, ImportField.PREFECTURE, ImportField.CITY, ImportField.TOWN)
    rest = (ImportField.STREET, ImportField.BUILDING)
    return Address(*(row.first(kind) for kind in (*parts, *rest)))
