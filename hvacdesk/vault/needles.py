"""Searching bytes for thousands of values at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Needle:
    """A destroyed value in one stored form.

    ``allowed``: in how many places living rows rightly hold the same bytes.
    """

    value: bytes = field(repr=False)
    allowed: int = 0


class Search:
    """All needles in one pass (Aho-Corasick over the bytes read as Latin-1, one character each).

    Attributes:
        needles: the different values; of one given twice, the higher allowance counts.
        longest: the length of the longest one in bytes.

    Raises:
        ValueError: an empty needle, which would be found everywhere.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        import ahocorasick

        allowed: dict[bytes, int] = {}
        for needle in needles:
            if not needle.value:
                raise ValueError("an empty value cannot be sought")
            allowed[needle.value] = max(needle.allowed, allowed.get(needle.value, 0))
        self.needles = tuple(Needle(value, count) for value, count in allowed.items())
        self.longest = max(map(len, allowed), default=0)
        self._automaton = ahocorasick.Automaton()
        for index, value in enumerate(allowed):
            self._automaton.add_word(value.decode("latin-1"), (index, len(value)))
        self._automaton.make_automaton()

    def found(self, text: bytes) -> Iterator[tuple[int, int, int]]:
        """Every hit, overlapping ones too: start, end, and the needle's number."""
        if not self.needles:
            return
        for last, (index, length) in self._automaton.iter(text.decode("latin-1")):
            yield last - length + 1, last + 1, index
