"""All customers' shown text in memory: what a search looks through.

Who fits a word is told by one number, with a byte for each customer in the order of last use: how well the
customer fits, and 0 where not. So words are joined by ``&``, and a million customers are counted in a moment.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, islice
from operator import and_, itemgetter
from typing import NamedTuple

from hvacdesk.domain.customers.customer_numbers import beginning_numbers, disjoint, same_number
from hvacdesk.domain.text.place_readings import Readings, unread
from hvacdesk.domain.text.search_terms import Unseen, Words
from hvacdesk.store.customers.part_index import PartIndex

_UNSEEN, _SHOWN, _BEGUN, _WHOLE = 1, 3, 7, 15
"""How well somebody fits a word. What is better has the bits of all that is less: ``&`` leaves the least."""

_MANY = 16
"""A character with which parts of a sixteenth of all customers begin is looked up once, and its marks kept:
it is the first key of most searches, a third of all fit it, and no other key would take as long."""
_ALL_NUMBERS = ("c", "c-", "c-0")
"""What all customer numbers begin with, or nearly all; the marks of these are kept, too."""
_REMEMBERED = 16
"""So many more words are remembered that a sixteenth of all customers fit: an office's own city is typed
again and again, and to mark all who live there takes longer than all else that a search does."""

_Way = tuple[int, Iterable[array[int]]]
"""How well one fits in some way, and the places of those who do."""


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
        entries: primary key and line of each customer.
        latest_first: the primary keys in the order of last use.
    """

    def __init__(self, entries: Iterable[tuple[int, str]], latest_first: Iterable[int]) -> None:
        self._customers = array("I", chain(latest_first, (0,)))  # so place 0 is nobody's
        self._customers.reverse()
        self._place_of = array("I", bytes(4 * (max(self._customers) + 1)))
        for place, customer in enumerate(self._customers):
            self._place_of[customer] = place
        self._readings: Readings = unread
        self._typed: dict[tuple[str, ...], int] = {}
        self._loose: dict[int, str] = {}
        self._late: PartIndex | None = None
        self._kept = PartIndex((self._place_of[customer], line) for customer, line in entries)
        self._here = self._marked([(_WHOLE, (self._kept.all_lines(),))])
        self._ones = int.from_bytes(b"\1" * len(self._customers), "little")
        frequent = (*self._kept.frequent(len(self) / _MANY), *_ALL_NUMBERS)
        self._ready = {word: self._marked(_ways(self._kept, word)) for word in frequent}

    def __len__(self) -> int:
        return self._here.bit_count() // _WHOLE.bit_count()

    @property
    def loose(self) -> int:
        """How many lines were put since; they are taken apart again after each change, so many are slow."""
        return len(self._loose)

    def read_by(self, readings: Readings) -> Callable[[], None]:
        """Prepare that areas are also found by the beginning of their reading; returns what lets it be so.

        Args:
            readings: of the parts that are areas.

        Preparing takes long and needs no lock; what is returned takes no time.
        """
        read = self._kept.read(readings)

        def let() -> None:
            self._readings, self._kept.areas, self._late = readings, read, None
            self._typed.clear()

        return let

    def put(self, customer: int, line: str) -> None:
        """Add a customer or replace the line; either way it is the most recently used one now."""
        self.remove(customer)
        place = len(self._customers)
        self._customers.append(customer)
        self._place_of.frombytes(bytes(4 * max(0, customer + 1 - len(self._place_of))))
        self._place_of[customer] = place
        self._loose[place] = line
        self._here |= _mark(place)
        self._ones |= 1 << 8 * place

    def remove(self, customer: int) -> None:
        """Drop a customer from memory; one that is not here is no error."""
        place = self._place_of[customer] if customer < len(self._place_of) else 0
        self._here &= ~_mark(place)
        self._loose.pop(place, None)
        self._late = None

    def recent(self, limit: int) -> Hits:
        """The most recently used customers."""
        return Hits(tuple(islice(self._latest_first(self._marks(self._here), _WHOLE), limit)), len(self))

    def find(self, words: Words, limit: int) -> Hits:
        """Customers whose line holds every word in one of its spellings.

        First come those with a part that is the first word, then those with a part that begins with it, then
        the others, each by last use; and at last who is found by what their row does not show.
        """
        first, *others = map(self._fitting, words)
        fitting = reduce(and_, map(self._seen_at_all, others), self._here & first)
        marks = self._marks(fitting)
        ids: list[int] = []
        ends: list[int] = []
        for fits in (_WHOLE, _BEGUN, _SHOWN, _UNSEEN):
            ids += islice(self._latest_first(marks, fits), limit - len(ids))
            ends.append(len(ids))
        return Hits(tuple(ids), self._count(fitting), tuple(ends))

    def whole(self, words: Words, limit: int) -> Hits:
        """Customers who have every word, in one of its spellings, as a whole part; by last use."""
        found = self._here
        for spellings in words:
            marked = (*spellings, *(f"{mark}{one}" for one in spellings for mark in Unseen))
            wholes = [index.holders(one).whole for one in marked for index in self._indexes()]
            for one in spellings:
                wholes += [index.numbered(span) for span in same_number(one) for index in self._indexes()]
            found &= self._marked([(_WHOLE, wholes)])
        latest = self._latest_first(self._marks(found), _WHOLE)
        return Hits(tuple(islice(latest, limit)), self._count(found))

    def _fitting(self, spellings: Sequence[str]) -> int:
        """How well each customer fits a word."""
        fitting = self._kept_fitting(tuple(spellings))
        return fitting | self._marked(_all_ways(self._late_index(), spellings)) if self._loose else fitting

    def _kept_fitting(self, spellings: tuple[str, ...]) -> int:
        """The same of those whose lines were not put since."""
        typed = self._typed.get(spellings)
        if typed is not None:
            return typed
        fitting = self._marked(_all_ways(self._kept, spellings, self._ready))
        for one in self._ready.keys() & spellings:
            fitting |= self._ready[one]
        if not self._ready.keys() >= set(spellings) and self._count(fitting) >= len(self) / _MANY:
            if len(self._typed) == _REMEMBERED:
                del self._typed[next(iter(self._typed))]
            self._typed[spellings] = fitting
        return fitting

    def _marked(self, ways: Iterable[_Way]) -> int:
        """The number that tells how well each customer fits, in the best of these ways."""
        marks = bytearray(len(self._customers))
        for fits, found in sorted(ways, key=itemgetter(0)):
            for place in chain.from_iterable(found):
                marks[place] = fits
        return int.from_bytes(marks, "little")

    def _seen_at_all(self, fitting: int) -> int:
        """The same without how well one fits by what a row shows."""
        return (fitting >> 1 & self._ones) * _WHOLE | fitting & self._ones

    def _count(self, fitting: int) -> int:
        return (fitting & self._ones).bit_count()

    def _marks(self, fitting: int) -> bytes:
        return fitting.to_bytes(len(self._customers), "little")

    def _indexes(self) -> tuple[PartIndex, PartIndex]:
        return self._kept, self._late_index()

    def _late_index(self) -> PartIndex:
        if self._late is None:
            self._late = PartIndex(self._loose.items())
            self._late.areas = self._late.read(self._readings)
        return self._late

    def _latest_first(self, marks: bytes, fits: int) -> Iterator[int]:
        """Who fits just so well."""
        place = marks.rfind(fits)
        while place >= 0:
            yield self._customers[place]
            place = marks.rfind(fits, 0, place)


def _all_ways(index: PartIndex, spellings: Iterable[str], ready: Container[str] = ()) -> Iterator[_Way]:
    """The ways in which customers fit a word in its spellings, but for the spellings that are ready."""
    for one in spellings:
        if one not in ready:
            yield from _ways(index, one)
        yield _SHOWN, index.read_as(one)


def _ways(index: PartIndex, word: str) -> Iterator[_Way]:
    """The ways in which customers fit a word in one spelling, but for how areas are read."""
    found = index.holders(word)
    yield _UNSEEN, found.unseen
    yield _SHOWN, found.further_on
    yield _BEGUN, (found.begun,)
    yield _WHOLE, (found.whole,)
    same = same_number(word)
    yield _BEGUN, map(index.numbered, disjoint((*same, *beginning_numbers(word))))
    yield _WHOLE, map(index.numbered, same)


def _mark(place: int) -> int:
    """What is kept of a place where a customer is."""
    return _WHOLE << 8 * place
