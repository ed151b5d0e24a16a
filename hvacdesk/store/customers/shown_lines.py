"""All customers' shown text in memory: what a search looks through.

Who fits something is told by one number, with a byte for each customer in the order of last use: 1 where the
customer fits. So words are joined by ``&`` and ``|``, and a million customers are counted in a moment.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, islice
from operator import and_, or_
from typing import NamedTuple, TypeVar

from hvacdesk.domain.customers.customer_numbers import beginning_numbers, disjoint, same_number
from hvacdesk.domain.text.place_readings import Readings, unread
from hvacdesk.domain.text.search_terms import Unseen, Words
from hvacdesk.store.customers.part_index import PartIndex

_Sought = TypeVar("_Sought")


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
        self._loose: dict[int, str] = {}
        self._late: PartIndex | None = None
        self._kept = PartIndex((self._place_of[customer], line) for customer, line in entries)
        self._here = self._fitting(PartIndex.beginning, ("",))

    def __len__(self) -> int:
        return self._here.bit_count()

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

    def remove(self, customer: int) -> None:
        """Drop a customer from memory; one that is not here is no error."""
        place = self._place_of[customer] if customer < len(self._place_of) else 0
        self._here &= ~_mark(place)
        self._loose.pop(place, None)
        self._late = None

    def recent(self, limit: int) -> Hits:
        """The most recently used customers."""
        return Hits(tuple(islice(self._latest_first(self._here), limit)), len(self))

    def find(self, words: Words, limit: int) -> Hits:
        """Customers whose line holds every word in one of its spellings.

        First come those with a part that is the first word, then those with a part that begins with it, then
        the others, each by last use; and at last who is found by what their row does not show.
        """
        numbered = [self._fitting(PartIndex.numbered, _numbers_begun(spellings)) for spellings in words]
        begins = [self._fitting(PartIndex.begun, spellings) for spellings in words]
        further_on = (self._fitting(PartIndex.further_on, spellings) for spellings in words)
        seen = [reduce(or_, ways) for ways in zip(numbered, begins, further_on, strict=True)]
        any_part = map(or_, seen, (self._fitting(PartIndex.unseen, spellings) for spellings in words))
        shown = reduce(and_, seen, self._here)
        begun = shown & (numbered[0] | begins[0])
        whole = shown & self._whole(words[0])
        found = reduce(and_, any_part, self._here)
        ids: list[int] = []
        ends: list[int] = []
        for tier, before in ((whole, 0), (begun, whole), (shown, begun), (found, shown)):
            ids += islice(self._latest_first(tier ^ before), limit - len(ids))
            ends.append(len(ids))
        return Hits(tuple(ids), found.bit_count(), tuple(ends))

    def whole(self, words: Words, limit: int) -> Hits:
        """Customers who have every word, in one of its spellings, as a whole part; by last use."""
        marked = (
            (*spellings, *(f"{mark}{one}" for one in spellings for mark in Unseen)) for spellings in words
        )
        found = reduce(and_, map(self._whole, marked), self._here)
        return Hits(tuple(islice(self._latest_first(found), limit)), found.bit_count())

    def _whole(self, spellings: Sequence[str]) -> int:
        numbers = [span for spelling in spellings for span in same_number(spelling)]
        return self._fitting(PartIndex.exactly, spellings) | self._fitting(PartIndex.numbered, numbers)

    def _fitting(
        self, find: Callable[[PartIndex, _Sought], Iterable[array[int]]], sought: Iterable[_Sought]
    ) -> int:
        """Who fits one of what is sought."""
        found = [places for one in sought for index in self._indexes() for places in find(index, one)]
        if not any(found):
            return 0
        marks = bytearray(len(self._customers))
        for place in chain.from_iterable(found):
            marks[place] = 1
        return int.from_bytes(marks, "little")

    def _indexes(self) -> tuple[PartIndex, PartIndex]:
        if self._late is None:
            self._late = PartIndex(self._loose.items())
            self._late.areas = self._late.read(self._readings)
        return self._kept, self._late

    def _latest_first(self, fitting: int) -> Iterator[int]:
        marks = fitting.to_bytes(len(self._customers), "little")
        place = marks.rfind(1)
        while place >= 0:
            yield self._customers[place]
            place = marks.rfind(1, 0, place)


def _numbers_begun(spellings: Sequence[str]) -> tuple[range, ...]:
    """The customer numbers that a word may mean or begin, in one of its spellings."""
    meant = (*map(same_number, spellings), *map(beginning_numbers, spellings))
    return disjoint(chain.from_iterable(meant))


def _mark(place: int) -> int:
    return 1 << 8 * place
