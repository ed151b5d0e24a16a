"""Several papers in one preview: which pages are whose, and what of them is left out of the print."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument

from hvacdesk.ui.language import listed


def page_ranges(pages: QPdfDocument, count: int) -> tuple[range, ...]:
    """The pages of each of so many papers in their order; nothing where they cannot be told apart.

    A document of several papers marks the first page of each; without marks each may be one page long.
    """
    marks = QPdfBookmarkModel()
    marks.setDocument(pages)
    role = QPdfBookmarkModel.Role.Page
    firsts = [int(marks.index(row, 0).data(role)) for row in range(marks.rowCount())]
    if not firsts and pages.pageCount() == count:
        firsts = [*range(count)]
    if len(firsts) != count:
        return ()
    return tuple(range(first, after) for first, after in pairwise((*firsts, pages.pageCount())))


class Pile:
    """The papers whose pages are shown together.

    Attributes:
        drawn_again: whether what is drawn for the printer shows just the papers that are in the print; else
            its pages are chosen.

    Args:
        numbers: what each paper or filed page is called, by record id, in the order of their pages.
    """

    def __init__(self, numbers: Mapping[str, str]) -> None:
        self._numbers = dict(numbers)
        self._out: set[str] = set()
        self._ranges: tuple[range, ...] = ()
        self.drawn_again = False

    def measure(self, pages: QPdfDocument) -> None:
        """Find out which pages are whose."""
        self._ranges = page_ranges(pages, len(self._numbers))

    def __contains__(self, record: object) -> bool:
        """Whether it is in the print."""
        return record in self._numbers and record not in self._out

    @property
    def papers(self) -> tuple[str, ...]:
        """Record ids of what is in the print."""
        return tuple(record for record in self._numbers if record not in self._out)

    def called(self, records: Collection[str]) -> str:
        """What these are called."""
        return listed(self._numbers[record] for record in self._numbers if record in records)

    def may_lose(self, records: Collection[str]) -> bool:
        """Whether these can be left out, and others are in the print then."""
        known = bool(self._ranges) or self.drawn_again
        return known and all(one in self for one in records) and len(set(records)) < len(self.papers)

    def leave_out(self, records: Iterable[str]) -> None:
        """Print the others alone."""
        self._out.update(records)

    @property
    def pages(self) -> tuple[int, ...] | None:
        """The pages to be printed of those that are shown; None for all that are drawn."""
        if not self._out or self.drawn_again:
            return None
        whose = zip(self._numbers, self._ranges, strict=True)
        return tuple(page for record, pages in whose if record in self for page in pages)

    def came(self, taken: int) -> frozenset[str]:
        """What a printer took whole that stopped after so many pages; all where that cannot be told."""
        if not self._ranges or self.drawn_again:
            return frozenset(self.papers)
        found, end = set(), 0
        for record, pages in zip(self._numbers, self._ranges, strict=True):
            end += len(pages) if record in self else 0
            found |= {record} if record in self and end <= taken else set()
        return frozenset(found)
