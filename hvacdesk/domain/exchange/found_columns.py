"""Tables of other programs: where each kind of column is, found by the words over it, and sums as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from hvacdesk.domain.exchange.import_cells import is_error, tidy
from hvacdesk.domain.exchange.import_columns import header_key
from hvacdesk.domain.text.text_forms import plain

LOOKED_AT = 30
"""So many lines may be above a table before its columns begin."""

LONGEST_SUM = 15
"""More digits have no sum: a field is broken, and so long a number would only take time."""

_SUM = re.compile(r"([-+▲△]?)[¥\\]?([-▲△]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.0+)?円?")
_NO_SUM = re.compile(r"[-*]*")

Kind = TypeVar("Kind", bound=StrEnum)


class NotASum(ValueError):
    """A cell that is no sum in yen."""


def parse_columns(words: Mapping[str, Iterable[str]], kinds: type[Kind]) -> dict[str, Kind]:
    """Kinds of columns by the header's key. Raises :class:`ValueError` for one header for two columns."""
    columns: dict[str, Kind] = {}
    for name, headers in words.items():
        for header in headers:
            if columns.setdefault(header_key(header), kinds(name)) is not kinds(name):
                raise ValueError(f"{header} stands for two columns")
    return columns


class FoundColumns(Generic[Kind]):
    """Where the columns of a table are; of several of a kind the first counts, or all."""

    def __init__(self, row: Sequence[str], words: Mapping[str, Kind]) -> None:
        self._places: dict[Kind, list[int]] = {}
        for at, header in enumerate(row):
            kind = words.get(header_key(header))
            if kind is not None:
                self._places.setdefault(kind, []).append(at)

    def __contains__(self, kind: object) -> bool:
        return kind in self._places

    def cell(self, row: Sequence[str], kind: Kind) -> str:
        """The first cell; nothing where there is no such column or the row is too short."""
        return next(iter(self.cells(row, kind)), "")

    def cells(self, row: Sequence[str], kind: Kind) -> list[str]:
        """Every cell of a kind that the row reaches."""
        return [tidy(row[at]) for at in self._places.get(kind, ()) if at < len(row)]

    def failed(self, row: Sequence[str]) -> str:
        """The first cell of any kind in which a formula failed or was never computed; nothing without one."""
        cells = (cell for kind in self._places for cell in self.cells(row, kind))
        return next(filter(is_error, cells), "")


def no_sum(cell: str) -> bool:
    """Whether a cell of sums holds none: empty, dashes or asterisks."""
    return _NO_SUM.fullmatch(plain(cell).replace(" ", "")) is not None


def read_yen(cell: str) -> int:
    """Yen as programs and people write them: ``¥12,000``, ``12000円``, ``▲500``; 0 for an empty cell.

    Raises:
        NotASum: it is something else, or longer than any sum.
    """
    text = plain(cell).replace(" ", "")
    if no_sum(cell):
        return 0
    match = _SUM.fullmatch(text)
    if match is None:
        raise NotASum(cell)
    figures = match[3].replace(",", "")
    if len(figures) > LONGEST_SUM:
        raise NotASum(cell)
    return -int(figures) if {match[1], match[2]} & {"-", "▲", "△"} else int(figures)
