"""A list as it is shown on the screen, on its way to paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hvacdesk.domain.errors import InvalidInput, TooLong
from hvacdesk.domain.oversight.entry_shape import check_code
from hvacdesk.domain.text.input_checks import LINE_LIMIT, TEXT_LIMIT, check_range

NAMED_AT_MOST = 200
"""Up to so many customers of a printed list are stored in the log one by one; of more, only their number."""

MOST_COLUMNS, MOST_ROWS, MOST_CHARACTERS = 60, 50_000, 5_000_000
"""Of a list on paper: a register of ten years has a fifth of these rows."""

MOST_SHARE = 1e6
"""Of a column, in dots of a screen."""


@dataclass(frozen=True)
class PrintedList:
    """Only texts: what the screen masks is masked here too, since nothing else was ever read.

    Attributes:
        table: names the list in the log; the same in every language.
        title: what the list is called on the screen.
        titles: of its columns, from the left.
        shares: of the width, one for each column.
        rows: the texts of each row.
        customers: record ids of those who are on it.
    """

    table: str
    title: str
    titles: Sequence[str]
    shares: Sequence[float]
    rows: Sequence[Sequence[str]]
    customers: Sequence[str] = ()


@dataclass(frozen=True)
class DrawnRegister:
    """A register on paper.

    Attributes:
        lines: how many are on it: what is noted once a printer took it, whatever was entered since.
        customers: record ids of those whom it names.
        firm: record id of the registered firm whose name and seat it shows; empty for none.
    """

    pdf: bytes
    lines: int
    customers: tuple[str, ...] = ()
    firm: str = ""


def check_listing(listing: PrintedList) -> PrintedList:
    """The list as it can be drawn and logged.

    Raises:
        TooLong, OutOfRange, InvalidInput: it is longer or wider than any list on a screen, or its rows do not
            have its columns, or no list has such a name.
    """
    columns = len(listing.titles)
    check_range("titles", columns, 1, MOST_COLUMNS)
    check_range("rows", len(listing.rows), 0, MOST_ROWS)
    check_range("customers", len(listing.customers), 0, MOST_ROWS)
    if len(listing.shares) != columns or any(len(row) != columns for row in listing.rows):
        raise InvalidInput("rows")
    for share in (*listing.shares, sum(listing.shares) - 1):
        check_range("shares", share, 0, MOST_SHARE)
    for text in (listing.table, listing.title, *listing.titles, *listing.customers):
        if len(text) > LINE_LIMIT:
            raise TooLong("titles", LINE_LIMIT)
    check_code("table", listing.table)
    if any(len(text) > TEXT_LIMIT for row in listing.rows for text in row):
        raise TooLong("rows", TEXT_LIMIT)
    if sum(len(text) for row in listing.rows for text in row) > MOST_CHARACTERS:
        raise TooLong("rows", MOST_CHARACTERS)
    return listing
