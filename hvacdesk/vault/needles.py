"""Searching for thousands of values at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter

_SEPARATOR = "\u0100"
"""Joins pieces of text that are searched as one. No needle holds it: bytes are characters up to U+00FF."""

_number_of = itemgetter(1)


@dataclass(frozen=True)
class Needle:
    """A destroyed value in one stored form."""

    value: bytes = field(repr=False)


class Search:
    """All needles in one pass (Aho-Corasick over the bytes read as Latin-1, one character each).

    Attributes:
        needles: the different values.
        shortest, longest: the lengths of the shortest and of the longest one in bytes; 0 without any.

    Raises:
        ValueError: an empty needle, which would be found everywhere.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        import ahocorasick

        self.needles = tuple(dict.fromkeys(needles))
        lengths = [len(needle.value) for needle in self.needles]
        self.shortest, self.longest = min(lengths, default=0), max(lengths, default=0)
        self._automaton = ahocorasick.Automaton()
        for number, needle in enumerate(self.needles):
            if not needle.value:
                raise ValueError("an empty value cannot be sought")
            self._automaton.add_word(needle.value.decode("latin-1"), number)
        self._automaton.make_automaton()

    def found(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Every hit in bytes read as Latin-1, overlapping ones too: start, end, and the needle's number."""
        if not self.needles:
            return
        for last, number in self._automaton.iter(text):
            yield last - len(self.needles[number].value) + 1, last + 1, number

    def numbers_in(self, pieces: Iterable[str]) -> list[int]:
        """The needle's number for every hit within pieces of bytes that were read as Latin-1."""
        # The automaton makes the pairs and map() empties them: a hit costs no step of Python's own.
        return list(map(_number_of, self._automaton.iter(_SEPARATOR.join(pieces)))) if self.needles else []

    def holders(self, pieces: Iterable[str], known: Collection[int]) -> list[str]:
        """Those of the pieces that hold a needle whose number is not known yet; read as Latin-1."""
        text = _SEPARATOR.join(pieces)
        found: dict[int, str] = {}
        for last, number in self._automaton.iter(text) if self.needles else ():
            if number not in known:
                start = text.rfind(_SEPARATOR, 0, last) + 1
                end = text.find(_SEPARATOR, last)
                found[start] = text[start : end if end >= 0 else None]
        return list(found.values())

    def occurs_in(self, text: str) -> bool:
        """Whether any needle does, in bytes that were read as Latin-1."""
        return bool(self.needles) and next(self._automaton.iter(text), None) is not None


class Sieve:
    """Needles that fall through as soon as they are found: to learn which of them occur at all.

    Attributes:
        left: those that were not found yet.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        self.left = set(needles)
        self._search = Search(self.left)

    def sift(self, pieces: Iterable[str]) -> None:
        """Search pieces of bytes that were read as Latin-1."""
        needles = self._search.needles
        self.left.difference_update(needles[number] for number in set(self._search.numbers_in(pieces)))
        # What is found everywhere must not be found again and again; making a new search has its price too.
        if 2 * len(self.left) <= len(needles) and needles:
            self._search = Search(self.left)
