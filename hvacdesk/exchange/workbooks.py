"""Reading Excel workbooks.

A workbook is a ZIP archive, so it is measured before it is unpacked; one under a password is an OLE file that
is deciphered in memory. Formulas give the values that Excel stored with them, and are never computed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from hvacdesk.exchange.errors import FileUnreadable, LockedWorkbook, NotATable, OldWorkbook, WorkbookRefused
from hvacdesk.exchange.sheet_streams import FilledCells, merged_ranges

MOST_UNPACKED = 600_000_000
"""Bytes. A list of 1,000,000 customers unpacks to about 400 MB."""

MOST_RATIO = 200
"""Unpacked to packed size of one member; lists reach 30."""

MOST_COLUMNS = 200
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Cell = tuple[int, int]
"""Row and column, from 1."""

Merged = dict[int, dict[int, Cell]]
"""By row and column of a merged range's other cells: the first cell, whose value stands in them."""


class Workbook:
    """An Excel workbook whose cells are read as text.

    Attributes:
        sheets: the names of the sheets that hold cells, in their order.
        cut_short: never; a workbook that breaks off does not open.
    """

    cut_short = False

    def __init__(self, path: Path, password: str = "") -> None:
        """Open the workbook.

        Raises:
            FileUnreadable, NotATable, OldWorkbook, LockedWorkbook, WorkbookRefused: as they say.
        """
        content = _content(path, password)
        _measure(content)
        import openpyxl  # keeps the interpreter for a tenth of a second; no CSV file needs it

        try:
            self._book = openpyxl.load_workbook(content, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # openpyxl raises whatever its parsers meet in a damaged file
            raise WorkbookRefused from error
        self._archive: zipfile.ZipFile = self._book._archive  # noqa: SLF001 - the only way to it
        self._book._archive = FilledCells(self._archive)  # noqa: SLF001 - the only way into its reader
        self._merged: dict[str, Merged] = {}
        self.sheets: tuple[str, ...] = tuple(sheet.title for sheet in self._book.worksheets)

    def rows(self, sheet: str) -> Iterator[tuple[int, list[str]]]:
        """Each row of a sheet with its number; a merged cell's value stands in each of its cells.

        Raises:
            WorkbookRefused: the sheet cannot be read to its end.
        """
        kept: dict[Cell, str] = {}
        try:
            merged = self._merged_in(sheet)
            cells_of = self._book[sheet]
            cells_of.reset_dimensions()  # what the file says of its width may be whatever was formatted
            for number, row in enumerate(cells_of.iter_rows(), start=1):
                cells = [_text(cell) for cell in row[:MOST_COLUMNS]]
                yield number, _spread(number, cells, merged, kept)
        except Exception as error:
            raise WorkbookRefused from error

    def close(self) -> None:
        """Let go of the file."""
        self._book.close()

    def _merged_in(self, sheet: str) -> Merged:
        """Which cell's value stands in the other cells of the sheet's merged ranges.

        openpyxl's streaming reader leaves merged ranges out, and its other one needs fifty times the file's
        size in memory, so they are read from the sheet's own XML.
        """
        if sheet not in self._merged:
            from openpyxl.utils import range_boundaries

            found: Merged = {}
            path = self._book[sheet]._worksheet_path.lstrip("/")  # noqa: SLF001 - the only way to it
            with self._archive.open(path) as xml:
                for merged in merged_ranges(xml):
                    left, top, right, bottom = range_boundaries(merged)
                    for row, column in _covered(left, top, right, bottom):
                        found.setdefault(row, {})[column] = top, left
            self._merged[sheet] = found
        return self._merged[sheet]


def _text(cell: Any) -> str:
    return cell_text(cell.value, getattr(cell, "number_format", ""))


def cell_text(value: object, number_format: str = "") -> str:
    """A cell as it is read on the sheet, as far as it matters: whole numbers without ``.0``, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int):
        zeros = number_format.replace("\\", "").replace('"', "")
        return str(value).zfill(len(zeros)) if zeros and set(zeros) == {"0"} else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def _content(path: Path, password: str) -> BinaryIO:
    try:
        with path.open("rb") as file:
            start = file.read(8)
            if start.startswith(_ZIP):
                file.seek(0)
                # read(n) sets n bytes aside at once, whatever the file's size
                return io.BytesIO(file.read(min(path.stat().st_size, MOST_UNPACKED)))
            if start != _OLE:
                raise NotATable
    except OSError as error:
        raise FileUnreadable from error
    return _deciphered(path, password)


def _deciphered(path: Path, password: str) -> BinaryIO:
    """The workbook inside an OLE file, which is either encrypted or of the format before 2007."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    try:
        with path.open("rb") as file:
            office = msoffcrypto.OfficeFile(file)
            if office.format == "ooxml" and password:
                plain = io.BytesIO()
                office.load_key(password=password)
                office.decrypt(plain)
                plain.seek(0)
                return plain
            refusal = LockedWorkbook if office.format == "ooxml" else OldWorkbook
    except (DecryptionError, InvalidKeyError) as error:
        raise LockedWorkbook from error
    except FileFormatError as error:
        raise OldWorkbook from error
    except Exception as error:  # the OLE reader, too, raises whatever it meets in a damaged file
        raise WorkbookRefused from error
    raise refusal


def _measure(content: BinaryIO) -> None:
    """Refuse what unpacks to more than a list needs, by the archive's own directory."""
    try:
        with zipfile.ZipFile(content) as archive:
            members = archive.infolist()
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise WorkbookRefused from error
    if not any(name.startswith("xl/") for name in names):
        raise NotATable
    swollen = any(
        member.file_size > 10_000_000 and member.file_size > MOST_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if swollen or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise WorkbookRefused
    content.seek(0)


def _covered(left: int, top: int, right: int, bottom: int) -> Iterator[Cell]:
    """Each cell of a range but its first; a range over a whole column is a title and is cut short."""
    for row in range(top, min(bottom, top + 200) + 1):
        for column in range(left, min(right, MOST_COLUMNS) + 1):
            if (row, column) != (top, left):
                yield row, column


def _spread(number: int, cells: list[str], merged: Merged, kept: dict[Cell, str]) -> list[str]:
    """The row with merged cells filled in, also behind its last cell with a value of its own."""
    if not merged:
        return cells
    for column, text in enumerate(cells, start=1):
        if text:
            kept[number, column] = text
    filled = {column: kept.get(origin, "") for column, origin in merged.get(number, {}).items()}
    cells += [""] * (max((column for column, text in filled.items() if text), default=0) - len(cells))
    for column, text in filled.items():
        if column <= len(cells):
            cells[column - 1] = text
    return cells
