"""All customers' shown text in memory: what a search looks through.

Measured at 1,000,000 customers: one joined text of all lines takes 67 ms to look through when nothing is in
it, and several times as long to count the hits of a short needle, where the index of
:mod:`hvacdesk.store.customers.part_columns` takes a few milliseconds.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import filterfalse, islice
from operator import is_
from typing import NamedTuple

from hvacdesk.domain.customers.customer_numbers import beginning_numbers, count_of, disjoint, same_number
from hvacdesk.domain.text.place_readings import Readings, begins_reading, unread
from hvacdesk.domain.text.search_terms import FIRST_SEEN, SEPARATOR, Unseen, Words
from hvacdesk.store.customers.fits import Fit, among_all, count_of_all, places_of
from hvacdesk.store.customers.line_reader import LineReader
from hvacdesk.store.customers.part_columns import Match, Vocabulary, inverse, permuted

_UNSEEN_TIER = 3


class Hits(NamedTuple):
    """The customers' primary keys, best first, and how many there are in all.

    Attributes:
        ends: where among the keys each tier ends: those of whom a part is the first word, begins with it,
            holds it, and those who are found by what no row shows. Empty where there are no tiers.
    """

    ids: tuple[int, ...]
    total: int
    ends: tuple[int, ...] = ()


class ShownLines:
    """A searchable copy of every customer's shown text. Not thread-safe: its owner holds a lock.

    Args:
        entries: primary key and line of each customer, in the order of the keys.
        latest_first: the primary keys in the order of last use.
    """

    def __init__(self, entries: Iterable[tuple[int, str]], latest_first: Iterable[int]) -> None:
        read = LineReader(entries)
        self._keys = read.keys
        order = array("I", self._positions(latest_first))
        self._place_of_key = inverse(order)
        self._ids = permuted(read.keys, order)
        self._readings: Readings = unread
        self._vocabulary = Vocabulary(read.codes)
        self._lines = read.lines(self._vocabulary, order, self._place_of_key)
        self._loose: dict[int, str] = {}
        self._gone: set[int] = set()

    def __len__(self) -> int:
        return len(self._ids) - len(self._gone) + len(self._loose)

    @property
    def loose(self) -> int:
        """How many lines were put since; each of them is looked at by itself, so many of them are slow."""
        return len(self._loose)

    def read_by(self, readings: Readings) -> Callable[[], None]:
        """Prepare that areas are also found by the beginning of their reading; returns what lets it be so.

        Args:
            readings: of the parts that are areas.

        Preparing takes long and needs no lock; what is returned takes no time.
        """
        read = self._vocabulary.readings(readings)

        def let() -> None:
            self._readings, self._vocabulary.read = readings, read

        return let

    def put(self, customer: int, line: str) -> None:
        """Add a customer or replace the line; either way it is the most recently used one now."""
        self.remove(customer)
        self._loose[customer] = line

    def remove(self, customer: int) -> None:
        """Drop a customer from memory; one that is not here is no error."""
        if self._loose.pop(customer, None) is None:
            place = self._place_of(customer)
            if place is not None:
                self._gone.add(place)

    def recent(self, limit: int) -> Hits:
        """The most recently used customers."""
        kept = (self._ids[place] for place in filterfalse(self._gone.__contains__, range(len(self._ids))))
        ids = (*reversed(self._loose), *islice(kept, limit))
        return Hits(ids[:limit], len(self))

    def find(self, words: Words, limit: int) -> Hits:
        """Customers whose line holds every word in one of its spellings.

        First come those with a part that is the first word, then those with a part that begins with it, then
        the others, each by last use; and at last who is found by what their row does not show.
        """
        queries = [_Word(spellings, self._readings) for spellings in words]
        tiers = self._tiers(queries)
        loose = self._loose_tiers(queries)
        ids: dict[int, None] = {}
        ends: list[int] = []
        for tier, fits in enumerate(tiers):
            if len(ids) < limit:
                ids.update(dict.fromkeys(loose[tier]))
                places = filterfalse(self._gone.__contains__, places_of(fits))
                found = (self._ids[place] for place in places)
                ids.update(dict.fromkeys(islice(filterfalse(ids.__contains__, found), limit)))
            ends.append(min(len(ids), limit))
        total = self._count(tiers[-1]) + sum(map(len, loose))
        return Hits(tuple(ids)[:limit], total, tuple(ends))

    def _tiers(self, queries: Sequence[_Word]) -> list[tuple[Fit, ...]]:
        """What a line has to fit to be in each tier, or in one before it."""
        anywhere = [query.anywhere(self._vocabulary) for query in queries]
        seen = [self._vocabulary.seen(match) for match in anywhere]
        others = [self._fit(match) for match in seen[1:]]
        firsts = [*queries[0].whole_or_begun(self._vocabulary), seen[0]]
        tiers: list[tuple[Fit, ...]] = [(self._fit(match), *others) for match in firsts]
        if all(map(is_, seen, anywhere)):
            return [*tiers, tiers[-1]]
        return [*tiers, tuple(map(self._fit, anywhere))]

    def whole(self, words: Words, limit: int) -> Hits:
        """Customers who have every word, in one of its spellings, as a whole part; by last use."""
        queries = [_Word(spellings, self._readings) for spellings in words]
        fits = [self._fit(query.whole(self._vocabulary)) for query in queries]
        loose = [
            customer
            for customer, line in reversed(self._loose.items())
            if all(query.is_whole_in(line) for query in queries)
        ]
        places = filterfalse(self._gone.__contains__, places_of(fits))
        ids = (*loose, *(self._ids[place] for place in islice(places, limit)))
        return Hits(ids[:limit], self._count(fits) + len(loose))

    def _fit(self, match: Match) -> Fit:
        return Fit(match, self._lines)

    def _count(self, fits: Sequence[Fit]) -> int:
        return count_of_all(fits) - len(among_all(fits, tuple(self._gone)))

    def _loose_tiers(self, queries: Sequence[_Word]) -> list[list[int]]:
        tiers: list[list[int]] = [[], [], [], []]
        for customer, line in reversed(self._loose.items()):
            found = [tier for query in queries if (tier := query.tier_of(line)) is not None]
            if len(found) == len(queries):
                tiers[_UNSEEN_TIER if _UNSEEN_TIER in found else found[0]].append(customer)
        return tiers

    # Keeping

    def _positions(self, customers: Iterable[int]) -> Iterator[int]:
        """The positions of these customers' keys, of those that have a line."""
        for customer in customers:
            position = bisect_left(self._keys, customer)
            if position < len(self._keys) and self._keys[position] == customer:
                yield position

    def _place_of(self, customer: int) -> int | None:
        return next((self._place_of_key[position] for position in self._positions((customer,))), None)


class _Word:
    """A word of a query, in its spellings, and the customer numbers that it may mean."""

    def __init__(self, spellings: Sequence[str], readings: Readings) -> None:
        self._spellings = spellings
        self._readings = readings
        self._whole_spellings = (*spellings, *(f"{mark}{one}" for one in spellings for mark in Unseen))
        self._same = tuple(span for spelling in spellings for span in same_number(spelling))
        begun = tuple(span for spelling in spellings for span in beginning_numbers(spelling))
        self._begun = disjoint((*self._same, *begun))

    def whole_or_begun(self, vocabulary: Vocabulary) -> tuple[Match, Match]:
        """What it fits as a whole and as a beginning, of what is seen."""
        return (
            vocabulary.exactly(self._spellings, self._same),
            vocabulary.beginning(self._spellings, self._begun),
        )

    def whole(self, vocabulary: Vocabulary) -> Match:
        """What it fits as a whole, seen or not."""
        return vocabulary.exactly(self._whole_spellings, self._same)

    def anywhere(self, vocabulary: Vocabulary) -> Match:
        """What it fits in any way."""
        return vocabulary.holding(self._spellings, self._begun)

    def is_whole_in(self, line: str) -> bool:
        """Whether a line has it as a whole, seen or not."""
        parts, number = _parts_of(line)
        return any(part in self._whole_spellings for part in parts) or any(
            number in span for span in self._same
        )

    def tier_of(self, line: str) -> int | None:
        """In which of the tiers a line lies, None for none."""
        parts, number = _parts_of(line)
        if any(part in self._spellings for part in parts) or any(number in span for span in self._same):
            return 0
        if any(part.startswith(tuple(self._spellings)) for part in parts) or any(
            number in span for span in self._begun
        ):
            return 1
        held = list(filter(self._held_by, parts))
        if any(part >= FIRST_SEEN for part in held):
            return 2
        return _UNSEEN_TIER if held else None

    def _held_by(self, part: str) -> bool:
        if any(spelling in part for spelling in self._spellings):
            return True
        readings = self._readings(part)
        return any(begins_reading(readings, spelling) for spelling in self._spellings)


def _parts_of(line: str) -> tuple[list[str], int]:
    """A line's parts, and its customer number or 0."""
    *parts, last = line.split(SEPARATOR)
    number = count_of(last)
    return (parts, number) if number else ([*parts, last], 0)
