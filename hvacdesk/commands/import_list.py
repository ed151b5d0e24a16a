"""``hvacdesk import``: a customer list into the register, looked through first, whole or its good rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.commands.door import FAILED, OK, logged_in, say, secret, words
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.importing import (
    COLUMNS_LEFT_OUT,
    IMPORT_FIELD_NAMES,
    Duplicates,
    ImportField,
    ImportPreview,
    ImportReport,
    ReadRow,
    RowState,
    TableLayout,
)
from hvacdesk.domain.exchange.saved_files import FileNotSaved
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.visible import visible
from hvacdesk.domain.text.wording import in_a_row, phrase
from hvacdesk.services.exchange.importing import asks_for_password
from hvacdesk.services.exchange.opened_lists import OpenedList
from hvacdesk.services.office import named_places
from hvacdesk.services.open_office import Office
from hvacdesk.ui.file_reading import given_file
from hvacdesk.ui.outside_files import write_outside

LINES_TOLD = 20
"""Rows whose remarks are printed; the file of left-out rows has all of them."""

UNUSED = phrase("Command line", "not imported")
MORE = phrase("Command line", "and {count} more")
PROGRAM = phrase("Command line", "Recognised as {program}.")
COLUMN = phrase("Command line", "Column {number}, {name}: {meaning}")
LINE = phrase("Command line", "Line {line}: {reason}")
SHEET = phrase("Command line", "There is no sheet of that name. Name one with --sheet: {names}")
PASSWORD = phrase("Command line", "The file's password: ")
FIELD_UNKNOWN = phrase(
    "Command line", "“{column}” names no field. Write FIELD=HEADER with one of these: {fields}"
)
NONE = "none"
COUNTS = phrase(
    "ImportCheckStep",
    "{good} rows are ready, {check} need a look, {duplicate} are probably registered, "
    "{wrong} cannot be imported.",
)
CHECKED = phrase("Command line", "Nothing was stored: it was asked to check only.")
REGISTERED = phrase("DoneStep", "{count} customers were registered ({first} to {last}).")
NOBODY = phrase("Command line", "No customer was registered.")
LEFT_OUT = phrase("DoneStep", "{count} rows were left out.")
SAVED = phrase("DoneStep", "Saved. The file holds customers' data: delete it when you are done.")
ADVICE = phrase(
    "DoneStep",
    "The list “{name}” still holds all these customers in plain text. Delete it, "
    "and every copy of it on USB sticks and in e-mails, once you have checked the import.",
)


@dataclass(frozen=True)
class Choices:
    """What the command was told.

    Attributes:
        sheet: of a workbook; the first where it is empty.
        only_good_rows: leave out what cannot be imported; otherwise one such row stops everything.
        with_duplicates: import also what is probably registered already.
        check_only: look through the list and store nothing.
        columns: what columns hold, each as ``field=header``; ``none=header`` leaves one out.
        left_out: the file to be written with the rows that were left out, for its owner's eyes alone. It
            may not be there yet, and lies outside every office's folder.
    """

    sheet: str = ""
    only_good_rows: bool = False
    with_duplicates: bool = False
    check_only: bool = False
    left_out: Path | None = None
    columns: tuple[str, ...] = ()


def run(home: Path | None, account: str | None, file: Path, choices: Choices) -> int:
    """Import; 1 when nobody was registered though it was wanted, or a file could not be written."""
    try:
        columns = dict(map(_column, choices.columns))
    except ValueError as error:
        say(FIELD_UNKNOWN, column=error.args[0], fields=", ".join((*ImportField, NONE)))
        return FAILED
    if choices.left_out is not None:  # before anything is stored, and before a passphrase is typed
        named_places.require_place(choices.left_out, replaced=False)
        if not choices.left_out.parent.is_dir():
            raise FileNotSaved
    with logged_in(home, account) as (office, actor):
        table = _opened(office, actor, file)
        try:
            sheet = choices.sheet or table.sheets[0]
            if sheet not in table.sheets:
                say(SHEET, names=", ".join(table.sheets))
                return FAILED
            layout = office.importing.layout(actor, table.key, sheet, columns)
            _tell_columns(layout)
            preview = office.importing.preview(actor, table.key, sheet, layout, _quietly, _never)
            _tell_preview(preview)
            return _carry_out(office, actor, table, preview, choices)
        finally:
            office.importing.close(actor, table.key)


def _column(text: str) -> tuple[str, ImportField | None]:
    """A header and what is below it. Raises :class:`ValueError` with the text if it names no field."""
    name, equals, header = text.partition("=")
    field = name.strip().lower()
    if not equals or not header.strip() or field not in (*ImportField, NONE):
        raise ValueError(text)
    return header.strip(), None if field == NONE else ImportField(field)


def _opened(office: Office, actor: Actor, file: Path) -> OpenedList:
    try:
        return office.importing.open(actor, given_file(file))
    except UserFacingError as error:
        if not asks_for_password(error):
            raise
    return office.importing.open(actor, given_file(file), secret(words()(PASSWORD)))


def _carry_out(
    office: Office, actor: Actor, table: OpenedList, preview: ImportPreview, choices: Choices
) -> int:
    refused = preview.count(RowState.WRONG, RowState.NOBODY)
    stopped = preview.count(RowState.WRONG) > 0 and not choices.only_good_rows
    if choices.check_only or stopped:
        _save_left_out(office, actor, table, refused, choices.left_out)
    if choices.check_only:
        say(CHECKED)
        return OK
    report = office.importing.run(
        actor,
        table.key,
        only_good_rows=choices.only_good_rows,
        duplicates=Duplicates.IMPORT if choices.with_duplicates else Duplicates.LEAVE_OUT,
        progress=_quietly,
        cancelled=_never,
    )
    _tell_report(report)
    _save_left_out(office, actor, table, report.left_out, choices.left_out)
    if not report.imported:
        return FAILED
    _tell_left_out(report.columns)
    say(ADVICE, name=table.name)
    return OK


def _save_left_out(office: Office, actor: Actor, table: OpenedList, rows: int, target: Path | None) -> None:
    if target is None or not rows:
        return
    made = office.importing.left_out_csv(actor, table.key, words())
    write_outside(office, actor, target, made, replaced=False)
    say(SAVED)
    print(visible(str(target)))


def _tell_columns(layout: TableLayout) -> None:
    """How each column is understood."""
    if layout.program:
        say(PROGRAM, program=layout.program)
    for at, name in enumerate(layout.columns):
        field = layout.mapping.get(at)
        meaning = words()(IMPORT_FIELD_NAMES[field] if field is not None else UNUSED)
        say(COLUMN, number=at + 1, name=name, meaning=meaning)


def _tell_preview(preview: ImportPreview) -> None:
    """Counts, and why rows need a look; never what is in them."""
    say(COUNTS, **{state.value: f"{preview.count(state):,}" for state in RowState})
    _tell_left_out(preview.left_out)
    for row in preview.looks[:LINES_TOLD]:
        say(LINE, line=row.line, reason=_reason(row))
    more = preview.total - preview.count(RowState.GOOD) - LINES_TOLD
    if more > 0:
        say(MORE, count=f"{more:,}")


def _tell_left_out(columns: Sequence[str]) -> None:
    if columns:
        say(COLUMNS_LEFT_OUT, columns=", ".join(columns))


def _tell_report(report: ImportReport) -> None:
    if report.imported:
        count = f"{report.imported:,}"
        say(REGISTERED, count=count, first=report.first_number, last=report.last_number)
    else:
        say(NOBODY)
    if report.left_out:
        say(LEFT_OUT, count=f"{report.left_out:,}")


def _reason(row: ReadRow) -> str:
    return in_a_row(*(words()(remark.text).format(**remark.details) for remark in row.remarks))


def _quietly(_done: int, _total: int) -> None:
    """A pipe gets results, not progress."""


def _never() -> bool:
    return False
