"""Files with tables, of whatever kind: workbooks, contact cards, archives of CSV files, and CSV files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from typing import Protocol

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.exchange.archives import Archive
from hvacdesk.exchange.contact_cards import ContactCards, is_cards
from hvacdesk.exchange.delimited import DelimitedFile
from hvacdesk.exchange.errors import NotATable, QuoteNotClosed
from hvacdesk.exchange.workbooks import Workbook


class TableFile(Protocol):
    """A file that was opened.

    Attributes:
        sheets: the names of its tables, each another one.
    """

    sheets: tuple[str, ...]

    def rows(self, sheet: str) -> Iterator[tuple[int, list[str]]]:
        """Each row of a table with its number."""

    def broken_off(self, sheet: str) -> Collection[int]:
        """The numbers of the rows that were found incomplete; known when they were read to the end."""

    def close(self) -> None:
        """Close the file."""


class _One:
    """A file with one table that has no name."""

    def __init__(self, table: DelimitedFile | ContactCards) -> None:
        self._table = table
        self.sheets: tuple[str, ...] = ("",)

    def rows(self, _sheet: str) -> Iterator[tuple[int, list[str]]]:
        """The table's rows."""
        return self._table.rows()

    def broken_off(self, _sheet: str) -> Collection[int]:
        """See :class:`TableFile`."""
        return self._table.broken_off

    def close(self) -> None:
        """Nothing is held open between two readings."""


def opened(content: bytes, password: str = "") -> TableFile:
    """Open a file by its content, whatever its name says it is; nothing of it is written anywhere.

    Raises:
        NotATable, OldWorkbook, LockedWorkbook, LockedArchive, WorkbookRefused, EncodingUnknown.
    """
    if is_cards(content):
        return _One(ContactCards(content))
    for kind in (Workbook, Archive):
        with suppress(NotATable):
            return kind(content, password)
    return _One(DelimitedFile(content))


def whole_rows(
    table: TableFile, sheet: str, cut_off: Callable[[], UserFacingError]
) -> Iterator[tuple[int, list[str]]]:
    """Each row of a table of which every row is needed.

    Raises:
        QuoteNotClosed: a row within it is not whole.
        UserFacingError: ``cut_off``, where the last one is not.
    """
    last = 0
    for last, cells in table.rows(sheet):
        yield last, cells
    for line in sorted(table.broken_off(sheet)):
        raise cut_off() if line == last else QuoteNotClosed(line=line)
