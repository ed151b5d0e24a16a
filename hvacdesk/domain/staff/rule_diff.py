"""Two versions of a rule text side by side, line against line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from hvacdesk.domain.text.wording import Phrase, phrase

_ALIKE = 0.4
"""Two lines that share this much are one line that was changed."""


class LineChange(StrEnum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


LINE_CHANGE_NAMES: dict[LineChange, Phrase] = {
    LineChange.SAME: phrase("RuleTexts", "same"),
    LineChange.CHANGED: phrase("RuleTexts", "changed"),
    LineChange.ADDED: phrase("RuleTexts", "new"),
    LineChange.REMOVED: phrase("RuleTexts", "left out"),
}


@dataclass(frozen=True)
class DiffLine:
    """A line of the former version beside that of the later one; empty where there is none."""

    change: LineChange
    before: str
    after: str


def side_by_side(before: str, after: str) -> tuple[DiffLine, ...]:
    """Both texts in lines of equal height. Empty lines are left out: they say nothing."""
    old = [line for line in before.splitlines() if line.strip()]
    new = [line for line in after.splitlines() if line.strip()]
    found: list[DiffLine] = []
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [DiffLine(LineChange.SAME, line, line) for line in old[first:last]]
        else:
            found += _replaced(old[first:last], new[begin:end])
    return tuple(found)


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffLine]:
    """Lines in the same place: a changed one where they are alike, otherwise one removed and one added."""
    for before, after in zip_longest(old, new, fillvalue=""):
        if not before:
            yield DiffLine(LineChange.ADDED, "", after)
        elif not after:
            yield DiffLine(LineChange.REMOVED, before, "")
        elif SequenceMatcher(None, before, after, autojunk=False).ratio() >= _ALIKE:
            yield DiffLine(LineChange.CHANGED, before, after)
        else:
            yield DiffLine(LineChange.REMOVED, before, "")
            yield DiffLine(LineChange.ADDED, "", after)
