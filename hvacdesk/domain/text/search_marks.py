"""Which part of a shown text a search matched, so that a list can mark it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hvacdesk.domain.text.search_terms import query_terms
from hvacdesk.domain.text.text_forms import fold

_REMEMBERED = 4_096


class SearchMarks:
    """The marks of one query.

    Args:
        text: what was typed.
        places: folded names of places that it means, as they are read.

    Characters are folded one by one, so a form that spans several of them (half-width ガ, 三丁目) may be
    found and not be marked.
    """

    def __init__(self, text: str, places: Iterable[str] = ()) -> None:
        self._words = (*query_terms(text), *((name,) for name in places))

    def of(self, text: str) -> tuple[tuple[int, int], ...]:
        """Each marked part, from its first character to behind its last; they do not overlap."""
        forms = [_folded(character) for character in text]
        folded = "".join(forms)
        spans = [span for spellings in self._words if (span := _earliest(folded, spellings))]
        if not spans:
            return ()
        places = [place for place, form in enumerate(forms) for _ in form]
        return _joined([(places[first], places[end - 1] + 1) for first, end in spans])


@lru_cache(maxsize=_REMEMBERED)
def _folded(character: str) -> str:
    return fold(character)


def _earliest(folded: str, spellings: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the first spelling is that the text holds: from its first character to behind its last."""
    for spelling in spellings:
        at = folded.find(spelling)
        if at >= 0:
            return at, at + len(spelling)
    return None


def _joined(parts: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for first, end in sorted(parts):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((first, end))
    return tuple(joined)
