"""Reading Excel workbooks.

A workbook is a ZIP archive, so it is measured before it is unpacked; one under a password is an OLE file that
is deciphered in memory. Formulas give the values that Excel stored with them, and are never computed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, BinaryIO

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.import_cells import UNCOMPUTED, Repeated
from hvacdesk.exchange.errors import (
    LockedWorkbook,
    NotATable,
    OldWorkbook,
    RowsOutOfOrder,
    WorkbookRefused,
)
from hvacdesk.exchange.sheet_streams import FilledCells, merged_ranges
from hvacdesk.exchange.tables import distinct
from hvacdesk.exchange.zip_files import ZIP, swollen

MOST_UNPACKED = 600_000_000
"""Bytes. A list of 1,000,000 customers unpacks to about 400 MB."""

MOST_COLUMNS = 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MOST_MERGED = 500_000
"""Merged ranges of a sheet: two in each row of the longest list, and more."""

TALLEST_MERGED = 200
"""Rows that the value of a merged range is read for: a range over a whole column is a title."""


class Workbook:
    """An Excel workbook whose cells are read as text.

    Attributes:
        sheets: the names of the sheets that hold cells, in their order.
    """

    def __init__(self, written: bytes, password: str = "") -> None:
        """Open the workbook.

        Raises:
            NotATable, OldWorkbook, LockedWorkbook, WorkbookRefused: as they say.
        """
        content = _plain(written, password)
        _measure(content)
        import openpyxl  # takes a tenth of a second, and no CSV file needs it

        try:
            self._book = openpyxl.load_workbook(content, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # openpyxl raises whatever its parsers meet in a damaged file
            raise WorkbookRefused from error
        self._archive: zipfile.ZipFile = self._book._archive  # noqa: SLF001 - the only way to it
        self._book._archive = FilledCells(self._archive)  # noqa: SLF001 - the only way into its reader
        self._merged: dict[str, list[_Range]] = {}
        found = self._book.worksheets
        self._sheets = dict(zip(distinct(sheet.title for sheet in found), found, strict=True))
        self.sheets: tuple[str, ...] = tuple(self._sheets)

    def rows(self, sheet: str) -> Iterator[tuple[int, list[str]]]:
        """Each row of a sheet with its number; each cell of a merged range has the range's value.

        Right of the range's first column that is a :class:`Repeated`.

        Raises:
            WorkbookRefused: the sheet cannot be read to its end.
            RowsOutOfOrder: cells stand behind their place, or there twice.
        """
        try:
            merged = _Merged(self._merged_in(sheet))
            last = 0
            for number, row in self._parsed(sheet):
                for blank in range(last + 1, number):
                    yield blank, merged.spread(blank, [])
                last = number
                yield number, merged.spread(number, self._texts(sheet, number, row))
        except UserFacingError:
            raise
        except Exception as error:
            raise WorkbookRefused from error

    def _parsed(self, sheet: str) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """The rows that a sheet's XML holds, each with its number and its cells, in their order.

        openpyxl's own streaming reader drops a row whose place it has passed, and says nothing. What the file
        tells of the sheet's size is not asked: that may be whatever was formatted.
        """
        from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

        class Parser(WorkSheetParser):  # type: ignore[misc]  # openpyxl has no types
            """One that tells a formula without a value from an empty cell; ``str`` is the empty text."""

            def parse_cell(self, element: Any) -> dict[str, Any]:
                cell: dict[str, Any] = super().parse_cell(element)
                never = cell["value"] is None and element.get("t") != "str"
                if never and element.find(FORMULA_TAG) is not None:
                    cell["value"] = UNCOMPUTED
                return cell

        cells_of, last = self._sheets[sheet], 0
        with cells_of._get_source() as source:  # noqa: SLF001 - as its own reader does
            parser = Parser(
                source,
                cells_of._shared_strings,  # noqa: SLF001
                data_only=True,
                epoch=self._book.epoch,
                date_formats=self._book._date_formats,  # noqa: SLF001
                timedelta_formats=self._book._timedelta_formats,  # noqa: SLF001
            )
            for number, row in parser.parse():
                if number <= last:
                    raise RowsOutOfOrder(line=number)
                last = number
                yield number, row

    def _texts(self, sheet: str, number: int, row: list[dict[str, Any]]) -> list[str]:
        """The cells of a row as texts, each in its column."""
        from openpyxl.cell.read_only import ReadOnlyCell

        texts: list[str] = []
        last = 0
        for cell in row:
            column = cell["column"]
            if cell["row"] != number or column <= last:
                raise RowsOutOfOrder(line=number)
            last = column
            if column <= MOST_COLUMNS:
                texts += [""] * (column - 1 - len(texts))
                texts.append(_text(ReadOnlyCell(self._sheets[sheet], **cell)))
        return texts

    def broken_off(self, _sheet: str) -> Collection[int]:
        """Always empty; a workbook that breaks off does not open."""
        return ()

    def close(self) -> None:
        """Close the file."""
        self._book.close()

    def _merged_in(self, sheet: str) -> list[_Range]:
        """The sheet's merged ranges as far as they are read, from the top.

        openpyxl's streaming reader leaves merged ranges out, and its other one needs fifty times the file's
        size in memory, so they are read from the sheet's own XML.
        """
        if sheet not in self._merged:
            from openpyxl.utils import range_boundaries

            found: list[_Range] = []
            path = self._sheets[sheet]._worksheet_path.lstrip("/")  # noqa: SLF001 - the only way to it
            with self._archive.open(path) as xml:
                for merged in merged_ranges(xml):
                    left, top, right, bottom = range_boundaries(merged)
                    if len(found) == MOST_MERGED:
                        raise WorkbookRefused
                    if left <= MOST_COLUMNS:
                        bottom, right = min(bottom, top + TALLEST_MERGED), min(right, MOST_COLUMNS)
                        found.append(_Range(top, left, bottom, right))
            self._merged[sheet] = sorted(found, key=lambda one: one.top)
        return self._merged[sheet]


@dataclass(frozen=True, slots=True)
class _Range:
    """A merged range by its first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int


class _Merged:
    """Merged ranges while their sheet is read from the top: the value of each column at the moment.

    Only one row's cells are in memory, however many ranges a file names, and however they overlap.
    """

    def __init__(self, ranges: list[_Range]) -> None:
        self._ranges = ranges
        self._begun = 0
        self._standing: dict[int, tuple[int, str]] = {}

    def spread(self, number: int, cells: list[str]) -> list[str]:
        """The next row with merged cells filled in, also behind its last cell with a value of its own."""
        if not self._ranges:  # as in most sheets
            return cells
        firsts = self._begin(number, cells)
        filled = {column: text for column, (_, text) in self._standing.items() if column not in firsts}
        width = max((column for column, text in filled.items() if text), default=0)
        cells = cells + [""] * (width - len(cells))
        for column, text in filled.items():
            if column <= len(cells):
                cells[column - 1] = text
        return cells

    def _begin(self, number: int, cells: list[str]) -> set[int]:
        """End the ranges above this row, and begin those of it; gives the columns of their first cells."""
        ended = [column for column, (bottom, _) in self._standing.items() if bottom < number]
        for column in ended:
            del self._standing[column]
        firsts = set[int]()
        while self._begun < len(self._ranges) and self._ranges[self._begun].top <= number:
            one = self._ranges[self._begun]
            self._begun += 1
            text = cells[one.left - 1] if one.left <= len(cells) else ""
            repeated = one.bottom, Repeated(text)
            self._standing[one.left] = one.bottom, text
            self._standing.update(dict.fromkeys(range(one.left + 1, one.right + 1), repeated))
            firsts.add(one.left)
        return firsts


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


def _plain(written: bytes, password: str) -> BinaryIO:
    if written.startswith(ZIP):
        return io.BytesIO(written)
    if not written.startswith(_OLE):
        raise NotATable
    return _deciphered(written, password)


def _deciphered(written: bytes, password: str) -> BinaryIO:
    """The workbook inside an OLE file, which is either encrypted or of the format before 2007."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(written))
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
    if any(map(swollen, members)) or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise WorkbookRefused
    content.seek(0)
