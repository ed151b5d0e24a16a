"""Importing a customer list: which column holds what, and what became of each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerRecord
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.wording import Phrase, phrase


class ImportField(StrEnum):
    """What a column of a list may hold."""

    NAME = "name"
    KANA = "kana"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    FAMILY_KANA = "family_kana"
    GIVEN_KANA = "given_kana"
    ORGANISATION = "organisation"
    ORGANISATION_KANA = "organisation_kana"
    POSTAL_CODE = "postal_code"
    ADDRESS = "address"
    PREFECTURE = "prefecture"
    CITY = "city"
    TOWN = "town"
    STREET = "street"
    BUILDING = "building"
    PHONE = "phone"
    MOBILE = "mobile"
    WORK_PHONE = "work_phone"
    FAX = "fax"
    EMAIL = "email"
    NOTE = "note"
    DATE = "date"


_NAMES: dict[ImportField, Phrase] = {
    **{ImportField(one.key): one.label for one in CUSTOMER_FIELDS.texts},
    ImportField.NAME: phrase("Import", "Name (one cell)"),
    ImportField.KANA: phrase("Import", "Kana (one cell)"),
    ImportField.FAMILY_NAME: phrase("Import", "Family name"),
    ImportField.GIVEN_NAME: phrase("Import", "Given name"),
    ImportField.FAMILY_KANA: phrase("Import", "Family name, kana"),
    ImportField.GIVEN_KANA: phrase("Import", "Given name, kana"),
    ImportField.ORGANISATION: phrase("Import", "Organisation"),
    ImportField.ORGANISATION_KANA: phrase("Import", "Organisation, kana"),
    ImportField.POSTAL_CODE: phrase("Import", "Postal code"),
    ImportField.ADDRESS: phrase("Import", "Address (one cell)"),
    ImportField.PREFECTURE: phrase("Import", "Prefecture"),
    ImportField.CITY: phrase("Import", "City and town"),
    ImportField.TOWN: phrase("Import", "Town alone"),
    ImportField.STREET: phrase("Import", "Street and number"),
    ImportField.BUILDING: phrase("Import", "Building and room"),
    ImportField.PHONE: phrase("Import", "Phone"),
    ImportField.MOBILE: phrase("Import", "Mobile phone"),
    ImportField.WORK_PHONE: phrase("Import", "Work phone"),
    ImportField.FAX: phrase("Import", "Fax"),
    ImportField.DATE: phrase("Import", "Date (kept in the note)"),
}

IMPORT_FIELD_NAMES: dict[ImportField, Phrase] = {one: _NAMES[one] for one in ImportField}

REPEATABLE = frozenset(
    {
        ImportField.PHONE,
        ImportField.MOBILE,
        ImportField.WORK_PHONE,
        ImportField.FAX,
        ImportField.NOTE,
        ImportField.DATE,
        ImportField.ADDRESS,
        ImportField.BUILDING,
    }
)
"""Fields that several columns may hold: phones are collected, the others joined."""


@dataclass(frozen=True)
class TableLayout:
    """How a table is read.

    Attributes:
        header_row: its number as the file counts it; 0 for a table without one.
        columns: the header's text of each column, or the column's letter where it has none.
        mapping: what each column holds, by its number from 0; a column that is left out is not imported.
        choices: the columns of a second and further address or name, by their choice from 2 on: of several
            the first that is filled is taken in each row.
        program: the program whose list this seems to be; empty where none is recognised.
        separator: between several phones or e-mail addresses of one cell; empty where there is none.
    """

    header_row: int
    columns: tuple[str, ...]
    mapping: Mapping[int, ImportField]
    choices: Mapping[int, int] = field(default_factory=dict)
    program: str = ""
    separator: str = ""


class RowState(StrEnum):
    """What an import makes of a row."""

    GOOD = "good"
    CHECK = "check"
    DUPLICATE = "duplicate"
    WRONG = "wrong"
    NOBODY = "nobody"
    EMPTY = "empty"


ROW_STATE_NAMES: dict[RowState, Phrase] = {
    RowState.GOOD: phrase("Import", "Ready"),
    RowState.CHECK: phrase("Import", "Please check"),
    RowState.DUPLICATE: phrase("Import", "Probably registered"),
    RowState.WRONG: phrase("Import", "Cannot be imported"),
    RowState.NOBODY: phrase("Import", "No customer"),
    RowState.EMPTY: phrase("Import", "Empty"),
}

NAME_GUESSED = phrase("Import", "The name had no space: check where the family name ends.")
NAME_MIXED = phrase(
    "Import",
    "“{column}” says more than the customer's name: check what became the firm, the person, the building and "
    "the note.",
)
NUMBER_IN_NAME = phrase(
    "Import", "“{column}” has a phone number beside the name, and it became part of the name: check it."
)
KANA_UNDIVIDED = phrase(
    "Import", "The kana could not be divided like the name: it is hidden until somebody divides it."
)
KEPT_IN_NOTE = phrase("Import", "What stands under “{column}” was not understood and is kept in the note.")
POSTAL_UNKNOWN = phrase(
    "Import", "The postal code is not in Japan Post's list: check it. It is imported as it is written."
)
POSTAL_ELSEWHERE = phrase(
    "Import",
    "The postal code belongs to another prefecture or city than the address: check both. They are imported "
    "as they are written.",
)
CELL_FAILED = phrase("Import", "“{column}” holds the error {cell}: nothing was taken from it.")
NEVER_COMPUTED = phrase(
    "Import",
    "“{column}” holds a formula that was never computed: nothing was taken from it. Open the list in Excel, "
    "save it there and choose it again.",
)
SECOND_ADDRESS = phrase("Import", "“{column}” holds a second address: it is kept in the note.")
DAY_IN_ADDRESS = phrase(
    "Import",
    "“{column}” is a date: Excel makes one of a number such as 3-5. Check it: it is imported as it is "
    "written.",
)
COLUMNS_LEFT_OUT = phrase("Import", "Columns that are not imported though something is in them: {columns}")
NO_ROW_ABOVE = phrase("Import", "“{column}” refers to a row above that says nothing there.")
ADDRESS_LEFT_OUT = phrase("Import", "“{column}” seems to be an address, but is not imported.")
NOBODY = phrase("Import", "This row is a total, the list's end or a failed formula, not a customer.")
HEADER_AGAIN = phrase("Import", "This row is the list's header once more, not a customer.")
CUT_SHORT = phrase("Import", "The file is cut off or damaged here: this row is incomplete.")
IN_FILE_TWICE = phrase("Import", "The same name and phone, e-mail or address stand in line {line} too.")
REGISTERED = phrase("Import", "Customer {number} has the same name and the same phone, e-mail or address.")
SAME_NAME = phrase(
    "Import", "Customer {number} has the same name. This row says nothing by which to tell them apart."
)
NOT_COMPARED = phrase(
    "Import",
    "So many rows have this name that this one was not compared with who is registered. Please check whether "
    "the customer is there.",
)
SAME_NAME_ABOVE = phrase(
    "Import", "Line {line} has the same name, and neither says more: check whether they are two customers."
)


class Remark(NamedTuple):
    """Why a row needs a look or cannot be imported: a sentence and what fills its placeholders."""

    text: Phrase
    details: Mapping[str, object] = MappingProxyType({})
    column: ImportField | None = None


class ReadRow(NamedTuple):
    """One row of the file as it was understood.

    Attributes:
        line: its number in the file.
        record: None where it cannot be stored.
        error: the input's error behind a WRONG row.
    """

    line: int
    cells: tuple[str, ...]
    state: RowState
    record: CustomerRecord | None
    remarks: tuple[Remark, ...] = ()
    error: InvalidInput | None = None


class Duplicates(StrEnum):
    """What is done with rows that are probably registered already."""

    LEAVE_OUT = "leave_out"
    IMPORT = "import"


MOST_SHOWN = 2_000
"""Rows of a list that somebody looks at before it is imported: more are not read by anybody."""


@dataclass(frozen=True)
class ImportPreview:
    """A table as it was understood; only rows with content are in it.

    Attributes:
        table: the list's key.
        rows: the first of them.
        looks: the first of those that need a look, or are not imported.
        counts: how many there are in each state that occurs.
        left_out: the headers of the columns that are not imported though something is in them.
    """

    table: str
    layout: TableLayout
    rows: tuple[ReadRow, ...]
    looks: tuple[ReadRow, ...]
    counts: Mapping[RowState, int]
    left_out: tuple[str, ...] = ()

    def count(self, *states: RowState) -> int:
        """How many rows are in one of these states."""
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self.count(*RowState)


def preview_of(
    table: str, layout: TableLayout, rows: Sequence[ReadRow], left_out: tuple[str, ...] = ()
) -> ImportPreview:
    """What is shown of a list that was understood so."""
    looks = islice((row for row in rows if row.state is not RowState.GOOD), MOST_SHOWN)
    counts = Counter(row.state for row in rows)
    return ImportPreview(table, layout, tuple(rows[:MOST_SHOWN]), tuple(looks), counts, left_out)


@dataclass(frozen=True)
class ImportReport:
    """What an import did.

    Attributes:
        imported: how many customers were registered.
        first_number, last_number: of the customers; empty where there are none.
        left_out: how many rows of the file were not imported.
        record: the id by which the import can be undone; empty where nobody was registered.
        columns: the headers of the columns that were not imported though something is in them.
    """

    imported: int
    first_number: str
    last_number: str
    left_out: int
    record: str = ""
    columns: tuple[str, ...] = ()
