"""One row of a customer list after the other as records, or the reasons why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from hvacdesk.domain.customers.customer_rules import PHONES_LIMIT, check_record, check_tidy
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.exchange.import_cells import (
    LONGEST_SIGN,
    UNCOMPUTED,
    Understood,
    day_in,
    email_in,
    is_day,
    is_ditto,
    is_error,
    is_nothing,
    is_total,
    names_home,
    phones_in,
    postal_code_in,
    tidy,
    without_repeats,
)
from hvacdesk.domain.exchange.import_choices import KINDS_OF_PHONES, MAILBOXES, RowChoices
from hvacdesk.domain.exchange.import_layout import column_letter
from hvacdesk.domain.exchange.importing import (
    ADDRESS_LEFT_OUT,
    CELL_FAILED,
    DAY_IN_ADDRESS,
    KANA_UNDIVIDED,
    KEPT_IN_NOTE,
    NAME_GUESSED,
    NEVER_COMPUTED,
    NO_ROW_ABOVE,
    NOBODY,
    NUMBER_IN_NAME,
    POSTAL_ELSEWHERE,
    POSTAL_UNKNOWN,
    SECOND_ADDRESS,
    ImportField,
    ReadRow,
    Remark,
    RowState,
    TableLayout,
)
from hvacdesk.domain.text.family_names import is_divided, is_family, settled
from hvacdesk.domain.text.input_checks import LINE_LIMIT, is_seen, is_tidy
from hvacdesk.domain.text.kana import katakana
from hvacdesk.domain.text.text_forms import digits, postal_code_of
from hvacdesk.domain.text.wording import Phrase
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
from hvacdesk.domain.text.written_names import WrittenName, divide_name, is_divided_by_signs

Towns = Callable[[str], Sequence[Address]]
"""The towns of a postal code."""

_NAMES = frozenset({ImportField.NAME, ImportField.FAMILY_NAME, ImportField.ORGANISATION})
_WRITTEN_NAMES = (
    ImportField.NAME,
    ImportField.FAMILY_NAME,
    ImportField.GIVEN_NAME,
    ImportField.ORGANISATION,
)
_PLACES = frozenset({ImportField.ADDRESS, ImportField.CITY, ImportField.TOWN, ImportField.STREET})
_NUMBERED = (*sorted(_PLACES), ImportField.BUILDING)
_PARTS = (ImportField.PREFECTURE, ImportField.CITY, ImportField.STREET)
_REACHING = (*KINDS_OF_PHONES, *MAILBOXES, ImportField.POSTAL_CODE)
_ADDRESSES = ("住所", "所在地", "address")
_LONGEST_FAMILY = 3
"""A family name's column with longer names, in a list without given names, holds both."""


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
            _ImportedRow.read_name,
            self._read_address,
            _ImportedRow.read_phones,
            _ImportedRow.make_record,
            self._look_at_rest,
        ):
            for row in customers:
                step(row)
        return [row.finished() for row in read]

    def _taken(self, line: int, cells: Sequence[str]) -> _ImportedRow:
        """A row with every mapped cell that says something; 〃 is read as the cell above it."""
        cells = without_repeats(cells)
        left: list[str] = []
        row = _ImportedRow(self._columns, line, cells, self._choices.of(cells, left))
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

    def _note_left_out(self, cells: Sequence[str]) -> None:
        """Remember which columns have something in them and are not imported, also those without a header."""
        beyond = range(len(self._columns), len(cells))
        for at in (*self._not_mapped, *beyond):
            if at < len(cells) and at not in self._filled and cells[at].strip():
                self._filled.add(at)

    def _read_address(self, row: _ImportedRow) -> None:
        for kind in _NUMBERED:
            for at, cell in row.cells.get(kind, ()):
                if is_day(cell):
                    row.remark(DAY_IN_ADDRESS, kind, at)
        row.address = place = _exact_address(row) if self._divided else self._address(row)
        if (code := postal_code_of(place.postal_code)) and not (towns := self._towns(code)):
            row.remark(POSTAL_UNKNOWN, ImportField.POSTAL_CODE)
        elif code and contradicts(place, towns):
            row.remark(POSTAL_ELSEWHERE, ImportField.POSTAL_CODE)

    def _address(self, row: _ImportedRow) -> Address:
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

    def _one_address(self, row: _ImportedRow) -> str:
        """The cells of one address; a second whole one is never mixed into it."""
        taken = "".join([row.first(part) for part in self._parts])
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

    def _look_at_rest(self, row: _ImportedRow) -> None:
        """An address in a column that is not imported would be lost, and nobody would notice."""
        width = len(row.chosen)
        for at, named in self._left_out if row.record else ():
            cell = row.chosen[at].strip() if at < width else ""
            if cell and not is_nothing(cell) and (named or looks_like_address(cell)):
                row.remark(ADDRESS_LEFT_OUT, ImportField.ADDRESS, at)


class _ImportedRow:
    """A row while it is understood, step by step.

    Attributes:
        chosen: its cells, of several addresses or names the chosen one only.
        cells: the columns and their texts, by field.
        whole: all of it, one after the other.
        errors: what is said of the cells in which a formula failed.
        notes: whole cells that say more than their field takes.
    """

    __slots__ = (
        "_columns",
        "_kept",
        "_line",
        "_wrong",
        "address",
        "cells",
        "chosen",
        "errors",
        "name",
        "notes",
        "phones",
        "record",
        "remarks",
        "state",
        "whole",
    )

    name: WrittenName
    address: Address
    phones: tuple[Phone, ...]

    def __init__(self, columns: Sequence[str], line: int, kept: Sequence[str], chosen: Sequence[str]) -> None:
        self._columns = columns
        self._line = line
        self._kept = kept
        self._wrong: InvalidInput | None = None
        self.chosen = chosen
        self.cells: dict[ImportField, list[tuple[int, str]]] = {}
        self.whole = ""
        self.errors: list[Remark] = []
        self.notes: list[str] = []
        self.remarks: list[Remark] = []
        self.record: CustomerRecord | None = None
        self.state = RowState.GOOD

    def judge(self) -> None:
        """Decide by the cells alone whether this is a customer's row."""
        if not self.cells and not self.errors:
            self.state = RowState.EMPTY
        elif self.nobody or self._is_total():
            self.state, self.remarks = RowState.NOBODY, [Remark(NOBODY)]

    def finished(self) -> ReadRow:
        """What became of the row."""
        self.remarks += self.errors
        if self.state is RowState.GOOD and self.remarks:
            self.state = RowState.CHECK
        remarks = () if self.state is RowState.EMPTY else tuple(self.remarks)
        return ReadRow(self._line, tuple(self._kept), self.state, self.record, remarks, self._wrong)

    @property
    def is_tidy(self) -> bool:
        """Whether no text of the row needs tidying or is too long: then the record can be stored as it is."""
        whole = self.whole
        return not self.notes and len(whole) <= LINE_LIMIT and is_tidy(whole.replace("\u3000", " "))

    @property
    def nobody(self) -> bool:
        """Whether a formula failed where the name should be."""
        return bool(self.errors) and not any(kind in self.cells for kind in _NAMES)

    def first(self, kind: ImportField) -> str:
        """The first value of a field, or nothing."""
        return self.cells[kind][0][1] if kind in self.cells else ""

    def reading(self, kind: ImportField) -> str:
        """The first value of a field of kana, in katakana as forms have it."""
        return katakana(self.first(kind))

    def all(self, kind: ImportField) -> list[str]:
        """Every value of a field."""
        return [cell for _, cell in self.cells[kind]] if kind in self.cells else []

    def remark(self, text: Phrase, kind: ImportField, at: int | None = None) -> None:
        """Say something of the row, and of its column where it has one."""
        details = {} if at is None else {"column": self._column(at)}
        self.remarks.append(Remark(text, details, kind))

    def fail(self, kind: ImportField, at: int, cell: str) -> None:
        """Say that a formula failed in a cell, or was never computed."""
        if cell == UNCOMPUTED:
            self.errors.append(Remark(NEVER_COMPUTED, {"column": self._column(at)}, kind))
        else:
            self.errors.append(Remark(CELL_FAILED, {"column": self._column(at), "cell": cell}, kind))

    def keep_second(self, at: int, cell: str) -> None:
        """Keep a cell with another address than the customer's, and say so."""
        self._keep(at, cell)
        self.remark(SECOND_ADDRESS, ImportField.ADDRESS, at)

    def understood(self, kind: ImportField, reading: Callable[[str], Understood]) -> str:
        """The value of the first cell; what cannot be read is kept in the note, and said."""
        value = ""
        for at, cell in self.cells.get(kind, ()):
            read = Understood(rest=True) if value else reading(cell)
            value = value or read.value
            if read.rest:
                self._keep(at, cell)
                if not read.value:
                    self.remark(KEPT_IN_NOTE, kind, at)
        return value

    def keep_in_note(self, kind: ImportField) -> None:
        """Keep the cells of a field, which say something that cannot be stored, and say so."""
        for at, cell in self.cells.get(kind, ()):
            self._keep(at, cell)
            self.remark(KEPT_IN_NOTE, kind, at)

    def read_phones(self) -> None:
        """The numbers of all cells; a cell that says more is kept in the note too.

        A firm has no home: its numbers ring at work, unless the header says otherwise.
        """
        firm = bool(self.name.organisation)
        fixed = PhoneKind.WORK if firm else PhoneKind.HOME
        found: dict[str, Phone] = {}
        for kind, usual in KINDS_OF_PHONES.items():
            for at, cell in self.cells.get(kind, ()):
                rings = fixed if usual is PhoneKind.HOME and not names_home(self._column(at)) else usual
                numbers, rest = phones_in(cell, rings, fixed)
                for phone in numbers:
                    if kind is not ImportField.PHONE or phone.number not in found:
                        found[phone.number] = phone
                if rest or not numbers or len(found) > PHONES_LIMIT:
                    self._keep(at, cell)
                if not numbers:
                    self.remark(KEPT_IN_NOTE, kind, at)
        self.phones = tuple(found.values())[:PHONES_LIMIT]

    def make_record(self) -> None:
        """Put together what was read and what else there is, unless it cannot be stored."""
        self._keep_days()
        mailboxes: dict[str, Any] = {one.value: self.understood(one, email_in) for one in MAILBOXES}
        record = CustomerRecord(
            kind=CustomerKind.ORGANISATION if self.name.organisation else CustomerKind.PERSON,
            name=self.name.person,
            organisation=self.name.organisation,
            organisation_kana=self.name.organisation_kana,
            address=self.address,
            phones=self.phones,
            note="\n".join((*self.all(ImportField.NOTE), *self.notes)),
            **mailboxes,
        )
        try:
            record = check_tidy(record) if self.is_tidy else check_record(record)
        except InvalidInput as error:
            self.state, self.remarks, self._wrong = RowState.WRONG, [Remark(error.what, error.details)], error
            return
        self.record = record
        if self.name.guessed:
            self.remark(NAME_GUESSED, ImportField.NAME)
        for kind in _WRITTEN_NAMES:
            for at, cell in self.cells.get(kind, ()):
                if not cell.isalpha() and phones_in(cell, PhoneKind.HOME)[0]:
                    self.remark(NUMBER_IN_NAME, kind, at)
        if not is_divided(record.name):
            self.remark(KANA_UNDIVIDED, ImportField.KANA)

    def _keep_days(self) -> None:
        """Put the days into the note as they were read: a customer has none, contracts belong to jobs."""
        for at, cell in self.cells.get(ImportField.DATE, ()):
            read = day_in(cell)
            self._keep(at, read.value or cell)
            if read.rest:
                self.remark(KEPT_IN_NOTE, ImportField.DATE, at)

    def read_name(self) -> None:
        """Separate name columns win over a name in one cell; an organisation and a person are both kept."""
        self.name = self._name()

    def _name(self) -> WrittenName:
        organisation, written = self.first(ImportField.ORGANISATION), self._person()
        if not organisation:
            return written
        organisation_kana = self.reading(ImportField.ORGANISATION_KANA)
        if written.organisation and written.organisation != organisation:
            return WrittenName(written.person, f"{organisation} {written.organisation}", organisation_kana)
        if written.person.family or written.organisation:
            kana = organisation_kana or written.organisation_kana
            return written._replace(organisation=organisation, organisation_kana=kana)
        return WrittenName(PersonName(), organisation, organisation_kana or self.reading(ImportField.KANA))

    def _person(self) -> WrittenName:
        family, given = self.first(ImportField.FAMILY_NAME), self.first(ImportField.GIVEN_NAME)
        kana = self.reading(ImportField.KANA)
        if not (family or given):
            return divide_name(self.first(ImportField.NAME), kana)
        family_kana = self.reading(ImportField.FAMILY_KANA)
        if not given and (
            len(family.split()) > 1
            or (len(family) > _LONGEST_FAMILY and not is_family(family))
            or is_divided_by_signs(family)
        ):
            return divide_name(family, family_kana or kana)
        if not family_kana:
            family_kana, _, rest = kana.partition(" " if " " in kana else "　")
        else:
            rest = ""
        given_kana = self.reading(ImportField.GIVEN_KANA) or rest.strip()
        return WrittenName(settled(PersonName(family, given, family_kana, given_kana)))

    def _is_total(self) -> bool:
        """Whether the row adds up the others: it says so first, or where a name should be."""
        for kind in _NAMES:
            if kind in self.cells and is_total(self.first(kind)):
                return True
        first = self.chosen[0].strip() or next(filter(None, map(str.strip, self.chosen)), "")
        return is_total(first) and self.cells.keys().isdisjoint(_REACHING)

    def _keep(self, at: int, cell: str) -> None:
        self.notes.append(f"{self._column(at)}: {tidy(cell)}")

    def _column(self, at: int) -> str:
        return self._columns[at] if at < len(self._columns) else ""


def _exact_address(row: _ImportedRow) -> Address:
    """An address that is divided already down to the town, to the letter: as this program exports it."""
    parts = (ImportField.POSTAL_CODE, ImportField.PREFECTURE, ImportField.CITY, ImportField.TOWN)
    rest = (ImportField.STREET, ImportField.BUILDING)
    return Address(*(row.first(kind) for kind in (*parts, *rest)))
