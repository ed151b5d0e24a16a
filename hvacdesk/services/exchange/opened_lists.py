"""Lists that one login has open for an import: the office PC keeps what they hold, in memory alone.

A window, at the office PC or at a seat, has the list's key and what it shows of it. So a list travels once,
and no row of it twice.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from threading import Lock

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.import_layout import layout_below, with_mapping
from hvacdesk.domain.exchange.importing import ReadRow, TableLayout
from hvacdesk.domain.text.wording import phrase
from hvacdesk.exchange import table_files
from hvacdesk.exchange.errors import EmptyTable
from hvacdesk.exchange.formulas import as_written
from hvacdesk.services.exchange.import_columns import Chosen, Remembered, layout_of, shipped_words
from hvacdesk.store.base import new_record_id

LOOKED_AT = 60
"""Rows in which the header is looked for."""

BLANK_ABOVE = 5_000
"""Rows after which nothing more is looked for at the top: a damaged file can be blank for gigabytes."""

MOST_OPEN = 4
"""So many lists a login has open; the one that was opened first gives way. A window opens one at a time."""

_LET_GO_AT_ONCE = 500


class ListClosed(UserFacingError):
    """The list is not open any more: customers' data were destroyed meanwhile, or others were opened."""

    what = phrase("Errors", "This list is not open any more.")
    safe = phrase("Errors", "No customer was registered by this.")
    todo = phrase("Errors", "Choose the file again.")


@dataclass(frozen=True)
class OpenedList:
    """A list that was opened for an import.

    Attributes:
        key: names it in the calls of this login.
        name: of the file.
        sheets: the sheets to choose from; a file with one table has one without a name.
    """

    key: str
    name: str
    sheets: tuple[str, ...]


class OpenList:
    """What such a list holds.

    Attributes:
        layout, rows: how it was understood at the last look through it; no rows before that, and after an
            import those that it left out.
        left_out: the headers of the columns that are not imported though something is in them.
        last_number: the count in the last customer's number at that look; who has a later one came after it.
        imported: whether it was imported.
        place: where the file is, as :class:`GivenFile` says it.
        lock: held by the thread that works with them.
    """

    def __init__(self, given: GivenFile, password: str) -> None:
        """Open it, whatever its name says it is. Raises as :func:`hvacdesk.exchange.table_files.opened`."""
        self.lock = Lock()
        self.layout = TableLayout(0, (), {})
        self.rows: list[ReadRow] = []
        self.left_out: tuple[str, ...] = ()
        self.last_number = 0
        self.imported = False
        self.place = given.place
        self._source = table_files.opened(given.content, password)
        self.sheets = self._source.sheets

    def rows_of(self, sheet: str, look: Callable[[], None] = lambda: None) -> Iterator[tuple[int, list[str]]]:
        """The rows with content; ``look`` is called at every row, blank ones too, and may stop it all."""
        for line, cells in self._read(sheet):
            look()
            if _has_content(cells):
                yield line, cells

    def top(self, sheet: str) -> Iterator[tuple[int, list[str]]]:
        """The rows with content near the top of a sheet."""
        return (
            (line, cells) for line, cells in islice(self._read(sheet), BLANK_ABOVE) if _has_content(cells)
        )

    def layout_of(self, sheet: str, remembered: Remembered, chosen: Chosen) -> TableLayout:
        """How the sheet is laid out; see :func:`layout_of`.

        Raises:
            EmptyTable: there is nothing in it.
            ColumnUnknown: see there.
        """
        return layout_of(self._first(sheet), remembered, chosen)

    def _first(self, sheet: str) -> list[tuple[int, list[str]]]:
        first = list(islice(self.top(sheet), LOOKED_AT))
        if not first:
            raise EmptyTable
        return first

    def meant(self, sheet: str, layout: TableLayout) -> TableLayout:
        """A layout as somebody chose it, with the sheet's own columns: of those that are there it says what
        they hold.

        Raises:
            EmptyTable: there is nothing in the sheet.
        """
        own = layout_below(self._first(sheet), layout.header_row, shipped_words())
        kept = {at: choice for at, choice in own.choices.items() if at in layout.choices}
        mapping = {at: kind for at, kind in layout.mapping.items() if 0 <= at < len(own.columns)}
        return with_mapping(replace(own, choices=kept), mapping)

    def broken_off(self, sheet: str) -> Collection[int]:
        """The lines of the rows that are incomplete in the file; known when it was read to its end."""
        return self._source.broken_off(sheet)

    def keep(self, layout: TableLayout, rows: list[ReadRow], *, imported: bool = False) -> None:
        """Keep how it was understood, and nothing of what was kept before."""
        _let_go(self.rows)
        self.layout, self.rows, self.imported = layout, rows, imported

    def note_left_out(self, columns: tuple[str, ...]) -> None:
        """Remember which columns are not imported though something is in them."""
        self.left_out = columns

    def note_last_number(self, count: int) -> None:
        """Remember up to which number customers are registered at this look."""
        self.last_number = count

    def discard(self) -> None:
        """Close it and drop its rows."""
        _let_go(self.rows)
        self._source.close()

    def _read(self, sheet: str) -> Iterator[tuple[int, list[str]]]:
        if sheet not in self.sheets:
            raise EmptyTable
        return ((line, as_written(cells)) for line, cells in self._source.rows(sheet))


def _let_go(rows: list[ReadRow]) -> None:
    """Drop rows from memory, a few at a time: freeing a long list at once holds every thread up."""
    while rows:
        del rows[-_LET_GO_AT_ONCE:]


def _has_content(cells: Sequence[str]) -> bool:
    return any(map(str.strip, cells))


class OpenedLists:
    """The lists that one login has open. Thread-safe."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, OpenList] = OrderedDict()
        self._lock = Lock()

    def add(self, given: GivenFile, password: str) -> OpenedList:
        """Open one. Raises as :class:`OpenList`."""
        made, key = OpenList(given, password), new_record_id()
        with self._lock:
            self._open[key] = made
            first = self._open.popitem(last=False)[1] if len(self._open) > MOST_OPEN else None
        if first is not None:
            self._discard(first)
        return OpenedList(key, given.name, made.sheets)

    def get(self, key: str) -> OpenList:
        """One by its key. Raises :class:`ListClosed`."""
        with self._lock:
            found = self._open.get(key)
        if found is None:
            raise ListClosed
        return found

    def close(self, key: str) -> None:
        """Close one, once nobody works with it any more; nothing is done where it is closed already."""
        with self._lock:
            found = self._open.pop(key, None)
        if found is not None:
            self._discard(found)

    def forget(self) -> None:
        """Close all of them; a thread that still works with one may end that."""
        with self._lock:
            self._open.clear()

    def _discard(self, one: OpenList) -> None:
        with one.lock:
            one.discard()
