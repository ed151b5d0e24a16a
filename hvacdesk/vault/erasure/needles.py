"""Searching for thousands of values at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, repeat
from operator import itemgetter

_number_of = itemgetter(0)


@dataclass(frozen=True)
class Needle:
    """A destroyed value in one stored form."""

    value: bytes = field(repr=False)


class Search:
    """All needles in one pass, by the method of Aho and Corasick.

    Attributes:
        needles: the different values.
        shortest, longest: the lengths of the shortest and of the longest one in bytes; 0 without any.

    Raises:
        ValueError: an empty needle, which would be found everywhere.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        self.needles = tuple(dict.fromkeys(needles))
        lengths = [len(needle.value) for needle in self.needles]
        self.shortest, self.longest = min(lengths, default=0), max(lengths, default=0)
        if self.needles and not self.shortest:
            raise ValueError("an empty value cannot be sought")
        # Left to itself it makes a table of every byte's step for few needles: seconds, where one is long.
        searcher = BytesAhoCorasick(
            [needle.value for needle in self.needles], implementation=Implementation.ContiguousNFA
        )
        self._matches = searcher.find_matches_as_indexes

    def found(self, content: bytes) -> list[tuple[int, int, int]]:
        """Every hit, overlapping ones too: the needle's number, start and end."""
        return self._matches(content, True)

    def numbers_in(self, pieces: Iterable[bytes]) -> Iterator[int]:
        """The needle's number for every hit within the pieces."""
        # There are millions of hits, so no step of this is one of Python's own.
        return map(_number_of, chain.from_iterable(map(self._matches, pieces, repeat(True))))

    def holders(self, pieces: Sequence[bytes], known: set[int]) -> list[bytes]:
        """Those of the pieces that hold a needle whose number is not known yet."""
        # All in one search: with one for each of them, as many steps of Python would follow.
        ends = list(accumulate(map(len, pieces)))
        hits = [hit for hit in self.found(b"".join(pieces)) if hit[0] not in known]
        within = {at for _, start, end in hits if end <= ends[at := bisect_right(ends, start)]}
        return [pieces[at] for at in sorted(within)]

    def occurs_in(self, content: bytes) -> bool:
        """Whether any needle does."""
        return bool(self._matches(content))


class Sieve:
    """Needles that are dropped as soon as they are found: to learn which of them occur at all.

    Attributes:
        left: those that were not found yet.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        self.left = set(needles)
        self._search = Search(self.left)

    def sift(self, pieces: Iterable[bytes]) -> None:
        """Drop the needles that are found in the pieces."""
        needles = self._search.needles
        self.left.difference_update(needles[number] for number in set(self._search.numbers_in(pieces)))
        # What is found everywhere must not be found again and again; making a new search has its price too.
        if 2 * len(self.left) <= len(needles) and needles:
            self._search = Search(self.left)
