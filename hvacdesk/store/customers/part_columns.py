"""An inverted index over the parts of many short lines: which lines hold a part, and which part is where.

Customers share their parts: a million of them have some ten thousand family names, readings, towns and last
four digits. So a needle is looked for in each distinct part once, and the lines follow from it. A line is
named by its place in the order of last use.

Whatever takes long is cut into pieces: while C code walks a million numbers no other thread gets a turn.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate, compress, count, repeat
from operator import itemgetter, or_
from typing import NamedTuple, Protocol

from hvacdesk.domain.text.place_readings import LEAST, Readings
from hvacdesk.domain.text.search_terms import FIRST_SEEN, SEPARATOR
from hvacdesk.store.chunks import chunks

_SORTED_AT_ONCE = 5_000
_COPIED_AT_ONCE = 10_000
_FEW = 3
"""A needle in less than one of so many parts is marked where it occurs, else run by run or part by part."""
_MOST_RUNS = 2_000
_WALK = 32
"""Walking a whole column takes as long as sorting so many times fewer lines."""


class Match(NamedTuple):
    """What a word of a query fits.

    Attributes:
        fits: one byte for each part of the vocabulary: whether it does.
        firsts, ends: the parts that do, as first and last + 1 of each run.
        numbers: the customer numbers that do.
    """

    fits: bytearray
    firsts: Sequence[int]
    ends: Sequence[int]
    numbers: Sequence[range] = ()


def _match(fits: bytearray, numbers: Sequence[range]) -> Match:
    firsts, ends = [], []
    first = fits.find(1)
    while first >= 0:
        end = fits.find(0, first)
        if end < 0:
            end = len(fits)
        firsts.append(first)
        ends.append(end)
        first = fits.find(1, end)
    return Match(fits, firsts, ends, numbers)


class AreasRead(NamedTuple):
    """How areas are read, in the order of the readings; two columns, since pairs take twice the room.

    Attributes:
        codes: the part that each reading is one of.
    """

    readings: list[str]
    codes: array[int]


class Vocabulary:
    """The distinct parts of all lines in their order; a part's code is its position. Code 0 is no part.

    Attributes:
        read: the readings of areas in their order, each with the area's code; see :meth:`readings`.
    """

    def __init__(self, parts: Iterable[str]) -> None:
        pieces = (sorted(piece) for piece in chunks(parts, _SORTED_AT_ONCE))
        self.parts = list(merge(*pieces))
        self._text = SEPARATOR + "".join(f"{part}{SEPARATOR}" for part in self.parts)
        self._starts = array("I", accumulate((len(part) + 1 for part in self.parts), initial=1))
        self.read = AreasRead([], array("I"))
        self._unseen = bisect_left(self.parts, FIRST_SEEN)
        """So many parts are seen in no row; they come before all others."""

    def readings(self, of: Readings) -> AreasRead:
        """What :attr:`read` is to be. Takes long, changes nothing, and may run beside a search."""
        read = ((reading, code) for code, part in enumerate(self.parts) for reading in of(part))
        found = AreasRead([], array("I"))
        for reading, code in merge(*(sorted(piece) for piece in chunks(read, _SORTED_AT_ONCE))):
            found.readings.append(reading)
            found.codes.append(code)
        return found

    def exactly(self, spellings: Sequence[str], numbers: Sequence[range] = ()) -> Match:
        """The parts that are one of the spellings."""
        fits = bytearray(len(self.parts))
        for spelling in spellings:
            code = bisect_left(self.parts, spelling)
            if code < len(fits) and self.parts[code] == spelling:
                fits[code] = 1
        return _match(fits, numbers)

    def beginning(self, spellings: Sequence[str], numbers: Sequence[range] = ()) -> Match:
        """The parts that begin with one of the spellings."""
        fits = bytearray(len(self.parts))
        for spelling in spellings:
            first = bisect_left(self.parts, spelling)
            end = bisect_right(self.parts, spelling, first, key=itemgetter(slice(len(spelling))))
            fits[first:end] = b"\1" * (end - first)
        return _match(fits, numbers)

    def holding(self, spellings: Sequence[str], numbers: Sequence[range] = ()) -> Match:
        """The parts that hold one of the spellings anywhere, and the areas whose reading one begins."""
        fits = bytearray(len(self.parts))
        for spelling in spellings:
            often = self._text.count(spelling)
            if often * _FEW <= len(fits):
                if often:
                    self._mark(fits, spelling)
            elif not self._mark_runs(fits, spelling):
                more = bytes([spelling in part for part in self.parts])
                fits = bytearray(map(or_, fits, more))
            self._mark_read(fits, spelling)
        return _match(fits, numbers)

    def seen(self, match: Match) -> Match:
        """The parts that fit and are seen in a row; the same match where all of them are."""
        if match.fits.find(1, 0, self._unseen) < 0:
            return match
        return _match(bytearray(self._unseen) + match.fits[self._unseen :], match.numbers)

    def _mark_read(self, fits: bytearray, spelling: str) -> None:
        """Mark the areas that are read so, as :func:`begins_reading` has it."""
        begun = slice(len(spelling) if len(spelling) >= LEAST else None)
        first = bisect_left(self.read.readings, spelling)
        end = bisect_right(self.read.readings, spelling, first, key=itemgetter(begun))
        for code in self.read.codes[first:end]:
            fits[code] = 1

    def _mark(self, fits: bytearray, needle: str) -> None:
        """Mark the parts that hold a needle: as many separators as come before it, so many parts do."""
        *before, _ = self._text.split(needle)
        for code in set(accumulate(piece.count(SEPARATOR) for piece in before)):
            fits[code - 1] = 1

    def _mark_runs(self, fits: bytearray, needle: str) -> bool:
        """The same for a needle that most parts hold: sorted parts that begin alike up to 名古屋 are one run.

        False where there are too many runs; then not all of them are marked.
        """
        at = 0
        for _ in range(_MOST_RUNS):
            at = self._text.find(needle, at)
            if at < 0:
                return True
            first = bisect_right(self._starts, at) - 1
            length = at - self._starts[first] + len(needle)
            alike = self.parts[first][:length]
            end = bisect_right(self.parts, alike, first, key=itemgetter(slice(length)))
            fits[first:end] = b"\1" * (end - first)
            at = self._starts[end]
        return False


class Lines(Protocol):
    """Some part of every line."""

    single: bool
    """Whether no line has more than one such part."""

    def size(self, match: Match) -> int:
        """How many of these parts fit."""

    def places(self, match: Match) -> Iterator[int]:
        """The lines with a part that fits, in their order."""

    def unordered(self, match: Match) -> Iterable[int]:
        """The lines with a part that fits, in any order."""

    def fitting(self, match: Match, places: Sequence[int]) -> Iterable[int]:
        """For each of these lines, whether it has a part that fits."""


class PartColumn:
    """One part of each line: the first one, the second one and so on.

    Args:
        codes: of the part of each line, 0 where it has none.
        parts: how many parts the vocabulary has.
    """

    single = True

    def __init__(self, codes: array[int], parts: int) -> None:
        self._codes = codes
        frequencies: Counter[int] = Counter()
        for piece in chunks(codes, _COPIED_AT_ONCE):
            frequencies.update(piece)
        absent = frequencies.pop(0, 0)
        sizes = (frequencies.get(code, 0) for code in range(parts))
        self._starts = array("I", accumulate(sizes, initial=0))
        self._places = array("I", bytes(4 * (len(codes) - absent)))
        nexts, places = self._starts[:], self._places
        for place, code in enumerate(codes):
            if code:
                places[nexts[code]] = place
                nexts[code] += 1

    def size(self, match: Match) -> int:
        """See :class:`Lines`."""
        start = self._starts.__getitem__
        return sum(map(start, match.ends)) - sum(map(start, match.firsts))

    def places(self, match: Match) -> Iterator[int]:
        """See :class:`Lines`."""
        if self.size(match) * _WALK > len(self._codes):
            return compress(count(), map(match.fits.__getitem__, self._codes))
        return iter(sorted(self.unordered(match)))

    def unordered(self, match: Match) -> Iterable[int]:
        """See :class:`Lines`."""
        found, places, start = array("I"), self._places, self._starts.__getitem__
        for span in map(slice, map(start, match.firsts), map(start, match.ends)):
            found += places[span]
        return found

    def fitting(self, match: Match, places: Sequence[int]) -> Iterable[int]:
        """See :class:`Lines`."""
        return map(match.fits.__getitem__, map(self._codes.__getitem__, places))


class Surplus:
    """The parts of the few lines that have very many of them: a firm's tenth phone."""

    single = False

    def __init__(self, places: array[int], codes: array[int]) -> None:
        self._places, self._codes = places, codes

    def size(self, match: Match) -> int:
        """See :class:`Lines`."""
        return sum(map(match.fits.__getitem__, self._codes))

    def places(self, match: Match) -> Iterator[int]:
        """See :class:`Lines`."""
        return compress(self._places, map(match.fits.__getitem__, self._codes))

    unordered = places

    def fitting(self, match: Match, places: Sequence[int]) -> Iterable[int]:
        """See :class:`Lines`."""
        return map(set(self.places(match)).__contains__, places)


class Numbers:
    """Each line's customer number, 0 where it has none.

    Args:
        numbers: one for each line.
        places: the lines in the order of their numbers.
    """

    single = True

    def __init__(self, numbers: array[int], places: array[int]) -> None:
        self._numbers, self._places = numbers, places

    def size(self, match: Match) -> int:
        """See :class:`Lines`."""
        return sum(end - first for first, end in self._spans(match))

    def places(self, match: Match) -> Iterator[int]:
        """See :class:`Lines`."""
        if self.size(match) * _WALK > len(self._numbers):
            return compress(count(), self.fitting(match, range(len(self._numbers))))
        return iter(sorted(self.unordered(match)))

    def unordered(self, match: Match) -> Iterable[int]:
        """See :class:`Lines`."""
        found = array("I")
        for first, end in self._spans(match):
            found += self._places[first:end]
        return found

    def fitting(self, match: Match, places: Sequence[int]) -> Iterable[int]:
        """See :class:`Lines`."""
        inside: Iterable[int] = repeat(False, len(places))
        for span in match.numbers:
            inside = map(or_, inside, map(span.__contains__, map(self._numbers.__getitem__, places)))
        return inside

    def _spans(self, match: Match) -> Iterator[tuple[int, int]]:
        for span in match.numbers:
            first = bisect_left(self._places, span.start, key=self._numbers.__getitem__)
            yield first, bisect_left(self._places, span.stop, first, key=self._numbers.__getitem__)


def permuted(values: array[int], order: Sequence[int]) -> array[int]:
    """The values at these positions."""
    found = array(values.typecode)
    for piece in chunks(order, _COPIED_AT_ONCE):
        found.extend(map(values.__getitem__, piece))
    return found


def inverse(order: Sequence[int]) -> array[int]:
    """Where each position went by :func:`permuted`."""
    found = array("I", bytes(4 * len(order)))
    for place, position in enumerate(order):
        found[position] = place
    return found
