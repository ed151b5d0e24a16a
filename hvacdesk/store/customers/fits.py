"""Where the words of a query fit: the lines in their order, and how many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from heapq import merge
from itertools import compress, groupby, islice
from operator import itemgetter, or_

from hvacdesk.store.customers.part_columns import Lines, Match

_FIRST, _MOST_AT_ONCE = 50, 1_000
"""A caller takes the first few: so many lines are compared at first, then twice as many each time."""


class Fit:
    """A word's match, and the columns in which it fits anything.

    Attributes:
        size: how many parts of lines fit.
    """

    def __init__(self, match: Match, lines: Iterable[Lines]) -> None:
        sizes = [(column.size(match), column) for column in lines]
        self._match = match
        self._columns = sorted(((size, column) for size, column in sizes if size), key=itemgetter(0))
        self.size = sum(size for size, _ in self._columns)

    def places(self) -> Iterator[int]:
        """The lines that fit, in their order, each once."""
        streams = [column.places(self._match) for _, column in self._columns]
        if len(streams) == 1:
            return streams[0] if self._columns[0][1].single else _once(streams[0])
        return _once(merge(*streams))

    def among(self, places: Sequence[int]) -> Iterator[int]:
        """Those of these lines that fit."""
        fitting = [column.fitting(self._match, places) for _, column in self._columns]
        if not fitting:
            return iter(())
        return compress(places, reduce(lambda one, other: map(or_, one, other), fitting))

    def all(self) -> Collection[int]:
        """The lines that fit, in any order."""
        return self._all_in(self._columns)

    def count(self) -> int:
        """How many lines fit; the lines of the column with the most of them are not looked at."""
        if not self._columns or not self._columns[-1][1].single:
            return len(self.all())
        *columns, (size, most) = self._columns
        more = self._all_in(columns)
        return size + len(more) - sum(most.fitting(self._match, tuple(more)))

    def _all_in(self, columns: Sequence[tuple[int, Lines]]) -> Collection[int]:
        if len(columns) == 1 and columns[0][1].single:
            return tuple(columns[0][1].unordered(self._match))
        return set().union(*(column.unordered(self._match) for _, column in columns))


def places_of(fits: Sequence[Fit]) -> Iterator[int]:
    """The lines that fit everything, in their order."""
    rarest, *others = sorted(fits, key=lambda fit: fit.size)
    if not others:
        return rarest.places()
    return (place for piece in _growing(rarest.places()) for place in among_all(others, piece))


def count_of_all(fits: Sequence[Fit]) -> int:
    """How many lines fit everything."""
    rarest, *others = sorted(fits, key=lambda fit: fit.size)
    return len(among_all(others, tuple(rarest.all()))) if others else rarest.count()


def among_all(fits: Iterable[Fit], places: Sequence[int]) -> Sequence[int]:
    """Those of these lines that fit everything."""
    for fit in fits:
        places = tuple(fit.among(places))
    return places


def _growing(places: Iterator[int]) -> Iterator[list[int]]:
    size = _FIRST
    while piece := list(islice(places, size)):
        yield piece
        size = min(2 * size, _MOST_AT_ONCE)


def _once(places: Iterable[int]) -> Iterator[int]:
    return (place for place, _ in groupby(places))
