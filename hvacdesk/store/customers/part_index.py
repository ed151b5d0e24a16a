"""Which of many short lines hold a part: an index from the distinct parts to the lines.

Customers share their parts: a million of them have some ten thousand family names, readings, towns and last
four digits. So a word is looked for in each distinct part once, and the lines follow from it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import accumulate, chain
from typing import NamedTuple, TypeVar

from hvacdesk.domain.customers.customer_numbers import count_of
from hvacdesk.domain.text.place_readings import LEAST, Readings, unread
from hvacdesk.domain.text.search_terms import FIRST_SEEN, SEPARATOR
from hvacdesk.store.chunks import chunks

_SORTED_AT_ONCE = 5_000
"""While C code sorts a million texts no other thread gets a turn."""
_PLACE_BITS = 32

_Item = TypeVar("_Item", int, str)


class Holders(NamedTuple):
    """Lines that hold a word, some of them more than once. What is not gone through takes no time.

    Attributes:
        whole: the word is one of the line's parts.
        begun: a part that a row shows begins with it.
        further_on: such a part holds it further on.
        unseen: a part that no row shows holds it.
    """

    whole: array[int]
    begun: array[int]
    further_on: Iterator[array[int]]
    unseen: Iterator[array[int]]


class PartIndex:
    """The distinct parts of all lines in their order, in one text, and the lines that hold each of them.

    Args:
        lines: each with its place, a number that the caller chose. All that is found are places, unordered.
    """

    def __init__(self, lines: Iterable[tuple[int, str]]) -> None:
        holders: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        numbers = array("Q")
        for place, line in lines:
            begun, _, last = line.rpartition(SEPARATOR)
            if number := count_of(last):
                numbers.append(number << _PLACE_BITS | place)
            for part in (begun if number else line).split(SEPARATOR):
                holders[part].append(place)
        parts = list(_sorted(holders))
        self._text = "".join(f"{part}{SEPARATOR}" for part in parts)
        self._starts = array("I", accumulate((len(part) + 1 for part in parts), initial=0))
        self._first_seen = bisect_left(parts, FIRST_SEEN)
        self._holders, self._firsts = array("I"), array("I", [0])
        for part in parts:
            self._holders += holders.pop(part)
            self._firsts.append(len(self._holders))
        self._numbers, self._numbered = array("I"), array("I")
        for number in _sorted(numbers):
            self._numbers.append(number >> _PLACE_BITS)
            self._numbered.append(number & (1 << _PLACE_BITS) - 1)
        self.areas = Areas((), unread)

    def read(self, readings: Readings) -> Areas:
        """What :attr:`areas` is to be. Takes long, changes nothing, and may run beside a search."""
        return Areas(map(self._part, range(len(self._firsts) - 1)), readings)

    def all_lines(self) -> array[int]:
        """Every line, as often as it has parts."""
        return self._holders

    def frequent(self, least: float) -> Iterator[str]:
        """The characters with which so many of the lines' parts begin that a row shows."""
        first = self._first_seen
        while first < len(self._firsts) - 1:
            letter = self._part(first, 1)
            end = self._end(letter, first)
            if self._firsts[end] - self._firsts[first] >= least:
                yield letter
            first = end

    def holders(self, word: str) -> Holders:
        """The lines that hold a word."""
        begun = self._beginning(word)
        seen = range(max(begun.start, self._first_seen), max(begun.stop, self._first_seen))
        whole = begun[:1] if begun and self._part(begun.start) == word else begun[:0]
        return Holders(
            whole=self._holding(whole),
            begun=self._holding(seen),
            further_on=chain(
                self._within(word, self._first_seen, seen.start),
                self._within(word, seen.stop, len(self._firsts) - 1),
            ),
            unseen=self._within(word, 0, self._first_seen),
        )

    def read_as(self, word: str) -> Iterator[array[int]]:
        """Lines with an area whose reading a word begins."""
        return map(self._holding, self.areas.read(word))

    def numbered(self, numbers: range) -> array[int]:
        """Lines with one of these customer numbers."""
        first = bisect_left(self._numbers, numbers.start)
        return self._numbered[first : bisect_left(self._numbers, numbers.stop, first)]

    def _within(self, word: str, first: int, stop: int) -> Iterator[array[int]]:
        """Lines that hold the word in one of the parts at these positions."""
        if not word or SEPARATOR in word:  # no part is meant by it
            return
        text, starts, length = self._text, self._starts, len(word)
        end = starts[stop]
        at = text.find(word, starts[first], end)
        while at >= 0:
            following = bisect_right(starts, at)
            first, alike = following - 1, text[starts[following - 1] : at + length]
            if text.startswith(alike, starts[following]):  # sorted parts that begin alike up to 名古屋
                following = self._end(alike, first)
            yield self._holders[self._firsts[first] : self._firsts[following]]
            at = text.find(word, starts[following], end)

    def _beginning(self, text: str) -> range:
        """The positions of the parts that begin with a text."""
        positions = range(len(self._firsts) - 1)
        first = bisect_left(positions, text, key=lambda position: self._part(position, len(text)))
        return range(first, self._end(text, first))

    def _end(self, text: str, first: int) -> int:
        """Where the parts end that begin with a text; no part before ``first`` is greater."""
        near, last = first, len(self._firsts) - 1
        step = 1  # most often few begin alike, and each of all these questions is one to Python
        while near + step < last and self._text.startswith(text, self._starts[near + step]):
            near += step
            step *= 2
        positions = range(last)
        return bisect_right(
            positions,
            text,
            near,
            min(near + step, last),
            key=lambda position: self._part(position, len(text)),
        )

    def _part(self, position: int, most: int | None = None) -> str:
        """The part at a position, or so many characters of it at most."""
        return self._text[self._starts[position] : self._starts[position + 1] - 1][:most]

    def _holding(self, positions: range) -> array[int]:
        """The lines that hold one of the parts at these positions."""
        return self._holders[self._firsts[positions.start] : self._firsts[positions.stop]]


class Areas:
    """The areas among the parts at these positions, to be found by how they are read."""

    def __init__(self, parts: Iterable[str], readings: Readings) -> None:
        self._areas: dict[str, list[range]] = {}
        for position, part in enumerate(parts):
            for reading in readings(part):
                spans = self._areas.setdefault(reading, [])
                first = spans.pop().start if spans and spans[-1].stop == position else position
                spans.append(range(first, position + 1))
        self._readings = list(_sorted(self._areas))

    def read(self, word: str) -> Iterator[range]:
        """The positions of the areas that a word means, as :func:`names_read` has it."""
        begun = slice(len(word) if len(word) >= LEAST else None)
        first = bisect_left(self._readings, word)
        end = bisect_right(self._readings, word, first, key=lambda reading: reading[begun])
        for reading in self._readings[first:end]:
            yield from self._areas[reading]


def _sorted(items: Iterable[_Item]) -> Iterator[_Item]:
    return merge(*map(sorted, chunks(items, _SORTED_AT_ONCE)))
