"""One row of a customer list while it is understood, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from hvacdesk.domain.customers.name_cells import DividedName, divide_cell
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.exchange.import_cells import (
    UNCOMPUTED,
    Understood,
    day_in,
    email_in,
    is_total,
    names_home,
    phones_in,
    tidy,
)
from hvacdesk.domain.exchange.import_choices import KINDS_OF_PHONES, MAILBOXES
from hvacdesk.domain.exchange.importing import (
    CELL_FAILED,
    KANA_UNDIVIDED,
    KEPT_IN_NOTE,
    NAME_GUESSED,
    NAME_MIXED,
    NEVER_COMPUTED,
    NOBODY,
    NUMBER_IN_NAME,
    SECOND_ADDRESS,
    ImportField,
    ReadRow,
    Remark,
    RowState,
)
from hvacdesk.domain.text.family_names import is_divided, is_family, settled
from hvacdesk.domain.text.input_checks import LINE_LIMIT, is_tidy
from hvacdesk.domain.text.kana import katakana
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.domain.text.written_names import WrittenName, divide_name, is_divided_by_signs

NAMES = frozenset({ImportField.NAME, ImportField.FAMILY_NAME, ImportField.ORGANISATION})
_WRITTEN_NAMES = (
    ImportField.NAME,
    ImportField.FAMILY_NAME,
    ImportField.GIVEN_NAME,
    ImportField.ORGANISATION,
)
_REACHING = (*KINDS_OF_PHONES, *MAILBOXES, ImportField.POSTAL_CODE)
_LONGEST_FAMILY = 3
"""A family name's column with longer names, in a list without given names, holds both."""


class ImportedRow:
    """A row while it is understood, step by step.

    Attributes:
        chosen: its cells, of several addresses or names the chosen one only.
        cells: the columns and their texts, by field.
        whole: all of it, one after the other.
        errors: what is said of the cells in which a formula failed.
        house: in whose house the customer lives, which belongs to the building.
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
        "house",
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
        self.house = ""
        self.notes: list[str] = []
        self.remarks: list[Remark] = []
        self.record: CustomerRecord | None = None
        self.state = RowState.GOOD

    def judge(self) -> None:
        """Decide by the cells alone whether this is a customer's row."""
        if not self.cells and not self.errors:
            self.state = RowState.EMPTY
        elif self._name_failed or self._is_total():
            self.leave_out(NOBODY)

    def leave_out(self, why: Phrase) -> None:
        """Leave it out: it is no customer's row."""
        self.state, self.remarks = RowState.NOBODY, [Remark(why)]

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
    def _name_failed(self) -> bool:
        """Whether a formula failed where the name should be."""
        return bool(self.errors) and not any(kind in self.cells for kind in NAMES)

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
        if self.house:
            building = f"{self.address.building} {self.house}".strip()
            self.address = replace(self.address, building=building)
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
        written = self._person()
        if ImportField.ORGANISATION not in self.cells:
            return self._with_firms_kana(written)
        firm = self._firm(written)
        organisation, organisation_kana = firm.organisation, firm.organisation_kana
        if written.organisation and written.organisation != organisation:
            return WrittenName(written.person, f"{organisation} {written.organisation}", organisation_kana)
        if written.person.family or written.organisation:
            kana = organisation_kana or written.organisation_kana
            return written._replace(organisation=organisation, organisation_kana=kana)
        kana = "" if firm.person.given_kana else organisation_kana or self.reading(ImportField.KANA)
        return firm._replace(organisation_kana=kana)

    def _with_firms_kana(self, written: WrittenName) -> WrittenName:
        """A firm that was found in the name's cell, with the kana of a column of its own."""
        if ImportField.ORGANISATION_KANA not in self.cells:
            return written
        if written.organisation and not written.organisation_kana:
            return written._replace(organisation_kana=self.reading(ImportField.ORGANISATION_KANA))
        if not written.organisation:
            self.keep_in_note(ImportField.ORGANISATION_KANA)
        return written

    def _firm(self, written: WrittenName) -> WrittenName:
        """The firm in its own column, and who is named beside it: in the note, if another one is named."""
        at, cell = self.cells[ImportField.ORGANISATION][0]
        kana = self.reading(ImportField.ORGANISATION_KANA)
        divided = divide_cell(cell, kana)
        name, person = divided.name, written.person
        if divided == DividedName(divide_name(cell, kana)):
            return WrittenName(PersonName(), cell, kana)
        if not name.organisation and divided.doubted:
            name = WrittenName(PersonName(), cell.split()[0], kana)
        elif not person.family or not name.person.family or person.family == name.person.family:
            return self._taken(divided, ImportField.ORGANISATION)
        self._keep(at, cell)
        self.remark(NAME_MIXED, ImportField.ORGANISATION, at)
        return name

    def _divided(self, kind: ImportField, kana: str) -> WrittenName:
        """A name in one cell; a title beside it goes into the note, somebody's house into the address."""
        return self._taken(divide_cell(self.first(kind), kana), kind)

    def _taken(self, divided: DividedName, kind: ImportField) -> WrittenName:
        if divided.title:
            self._keep(self.cells[kind][0][0], divided.title)
        if divided.house:
            self.house = divided.house
        if divided.doubted:
            self.remark(NAME_MIXED, kind, self.cells[kind][0][0])
        return divided.name

    def _person(self) -> WrittenName:
        family, given = self.first(ImportField.FAMILY_NAME), self.first(ImportField.GIVEN_NAME)
        kana = self.reading(ImportField.KANA)
        if not (family or given):
            return self._divided(ImportField.NAME, kana)
        family_kana = self.reading(ImportField.FAMILY_KANA)
        if not given and (
            len(family.split()) > 1
            or (len(family) > _LONGEST_FAMILY and not is_family(family))
            or is_divided_by_signs(family)
        ):
            return self._divided(ImportField.FAMILY_NAME, family_kana or kana)
        if not family_kana:
            family_kana, _, rest = kana.partition(" " if " " in kana else "　")
        else:
            rest = ""
        given_kana = self.reading(ImportField.GIVEN_KANA) or rest.strip()
        return WrittenName(settled(PersonName(family, given, family_kana, given_kana)))

    def _is_total(self) -> bool:
        """Whether the row adds up the others: it says so first, or where a name should be."""
        for kind in NAMES:
            if kind in self.cells and is_total(self.first(kind)):
                return True
        first = self.chosen[0].strip() or next(filter(None, map(str.strip, self.chosen)), "")
        return is_total(first) and self.cells.keys().isdisjoint(_REACHING)

    def _keep(self, at: int, cell: str) -> None:
        self.notes.append(f"{self._column(at)}: {tidy(cell)}")

    def _column(self, at: int) -> str:
        return self._columns[at] if at < len(self._columns) else ""
