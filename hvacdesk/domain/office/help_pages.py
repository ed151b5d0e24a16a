"""The pages of the help: what one is made of, and how the pages about something are found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hvacdesk.domain.text.rule_markup import BlockKind, blocks
from hvacdesk.domain.text.text_forms import fold

_BEFORE = 24
_ROOM = 70
"""Characters of a hit's surroundings: before the first word, and in all."""


@dataclass(frozen=True)
class HelpPage:
    """One page.

    Attributes:
        name: of its file, the same in every language.
        body: Markdown without the title.
    """

    name: str
    title: str
    body: str


@dataclass(frozen=True)
class HelpHit:
    """A page that has the words of a search; ``excerpt`` is the place, empty where the title has them all."""

    page: HelpPage
    excerpt: str = ""


def parse_help(name: str, source: str) -> HelpPage:
    """The page of a file, whose first line is ``# Title``. Raises :class:`ValueError` for any other."""
    first, _, body = source.partition("\n")
    title = first.removeprefix("# ").strip()
    if not first.startswith("# ") or not title:
        raise ValueError(f"{name}: the first line is no title")
    return HelpPage(name, title, body.strip())


def find_pages(pages: Iterable[HelpPage], typed: str) -> tuple[HelpHit, ...]:
    """The pages with every word of ``typed``, those first that have them in their titles.

    Width, case and kana make no difference. Nothing typed finds nothing.
    """
    sought = [fold(word) for word in typed.split()]
    if not sought:
        return ()
    in_title: list[HelpHit] = []
    in_text: list[HelpHit] = []
    for page in pages:
        title, lines = fold(page.title), _lines(page)
        whole = f"{title}\n{fold(page.body)}"
        if all(word in title for word in sought):
            in_title.append(HelpHit(page))
        elif all(word in whole for word in sought):
            in_text.append(HelpHit(page, _excerpt(lines, sought)))
    return (*in_title, *in_text)


def _lines(page: HelpPage) -> list[str]:
    return [one.text for one in blocks(page.body, pictures=True) if one.kind is not BlockKind.PICTURE]


def _excerpt(lines: Iterable[str], sought: Iterable[str]) -> str:
    """The line that holds most of the words, cut around the first of them."""
    words = list(sought)
    best = max(lines, key=lambda line: sum(word in fold(line) for word in words), default="")
    at = min((place for word in words if (place := best.casefold().find(word)) >= 0), default=0)
    start = 0 if at <= _BEFORE else _word_from(best, at - _BEFORE, at)
    cut = best[start : start + _ROOM].strip()
    return f"{'…' if start else ''}{cut}{'…' if start + _ROOM < len(best) else ''}"


def _word_from(line: str, start: int, end: int) -> int:
    """Where the first whole word after ``start`` begins; Japanese has no spaces and is cut anywhere."""
    space = line.find(" ", start, end)
    return start if space < 0 else space + 1
