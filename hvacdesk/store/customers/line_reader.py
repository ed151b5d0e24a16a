"""Reads customers' lines into the columns of the search index, a thousand at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import islice, zip_longest
from operator import gt

from hvacdesk.domain.customers.customer_numbers import count_of
from hvacdesk.domain.text.search_terms import SEPARATOR
from hvacdesk.store.chunks import chunks
from hvacdesk.store.customers.part_columns import (
    Lines,
    Numbers,
    PartColumn,
    Surplus,
    Vocabulary,
    inverse,
    permuted,
)

COLUMNS = 12
"""Parts of a line beyond this many are kept apart: a column takes its room whether or not lines have it."""

_AT_ONCE = 1_000


class _Codes(dict[str, int]):
    """Gives each distinct part a code, in the order in which they come; 0 is no part."""

    def __missing__(self, part: str) -> int:
        code = self[part] = len(self)
        return code


class LineReader:
    """What the lines consist of, in the order in which they came.

    Attributes:
        keys: the customers' primary keys.
        codes: the distinct parts.
    """

    def __init__(self, entries: Iterable[tuple[int, str]]) -> None:
        self.keys, self._numbers = array("I"), array("I")
        self.codes = _Codes({"": 0})
        self._columns: list[array[int]] = []
        self._surplus: list[tuple[int, int]] = []
        for piece in chunks(entries, _AT_ONCE):
            self._add(piece)

    def lines(self, vocabulary: Vocabulary, order: Sequence[int], place_of: array[int]) -> tuple[Lines, ...]:
        """The columns of the index.

        Args:
            vocabulary: of :attr:`codes`.
            order: the lines as they came, in the order in which they are to lie.
            place_of: where each line that came is to lie.
        """
        final = inverse([self.codes[part] for part in vocabulary.parts])
        found: list[Lines] = []
        while self._columns:  # one by one, so that there are never two copies of all
            column = self._columns.pop()
            column.frombytes(bytes(4 * (len(self.keys) - len(column))))
            found.append(PartColumn(permuted(final, permuted(column, order)), len(final)))
        if self._surplus:
            surplus = sorted((place_of[line], final[code]) for line, code in self._surplus)
            places, codes = zip(*surplus, strict=True)
            found.append(Surplus(array("I", places), array("I", codes)))
        by_number: Sequence[int] = range(len(self.keys))
        if any(map(gt, self._numbers, islice(self._numbers, 1, None))):
            by_number = sorted(by_number, key=self._numbers.__getitem__)
        found.append(Numbers(permuted(self._numbers, order), permuted(place_of, by_number)))
        return tuple(found)

    def _add(self, piece: Sequence[tuple[int, str]]) -> None:
        first, rows = len(self.keys), []
        for customer, line in piece:
            begun, _, last = line.rpartition(SEPARATOR)
            number = count_of(last)
            self.keys.append(customer)
            self._numbers.append(number)
            rows.append((begun if number else line).split(SEPARATOR))
        for at, parts in enumerate(zip_longest(*rows, fillvalue="")):
            if at < COLUMNS:
                self._column(at, first).extend(map(self.codes.__getitem__, parts))
            else:
                self._surplus += [(first + row, self.codes[part]) for row, part in enumerate(parts) if part]

    def _column(self, at: int, length: int) -> array[int]:
        """The column, filled up to this length."""
        if at == len(self._columns):
            self._columns.append(array("I"))
        column = self._columns[at]
        column.frombytes(bytes(4 * (length - len(column))))
        return column
