"""What a person chose about the columns of one table, and back from what was stored of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from hvacdesk.domain.papers.printed_lists import PrintedList

NARROWEST, WIDEST = 40, 1200
"""Widths in design pixels that a column may be given."""


@dataclass(frozen=True)
class TableChoice:
    """Keys are those of the columns; a key without a column any more is ignored.

    Attributes:
        order: from the left; columns that are not named follow in their own order.
        hidden: not to be seen.
        shown: to be seen even where the table is too narrow for all of its columns.
        widths: in design pixels; columns that are not named share the room as the table likes.
        sort: the column that is sorted by; empty for the order in which the rows come.
    """

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False

    def plain(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "order": list(self.order),
            "hidden": sorted(self.hidden),
            "shown": sorted(self.shown),
            "widths": dict(self.widths),
            "sort": self.sort,
            "descending": self.descending,
        }

    @classmethod
    def read(cls, stored: object) -> TableChoice:
        """From what :meth:`plain` gave; anything else counts as no choice."""
        if not isinstance(stored, Mapping):
            return cls()
        widths = stored.get("widths")
        pairs = widths.items() if isinstance(widths, Mapping) else ()
        sort = stored.get("sort")
        return cls(
            order=_names(stored.get("order")),
            hidden=frozenset(_names(stored.get("hidden"))),
            shown=frozenset(_names(stored.get("shown"))),
            widths={str(key): width for key, width in pairs if _is_width(width)},
            sort=sort if isinstance(sort, str) else "",
            descending=stored.get("descending") is True,
        )


def _names(stored: object) -> tuple[str, ...]:
    if not isinstance(stored, Sequence) or isinstance(stored, str):
        return ()
    return tuple(one for one in stored if isinstance(one, str))


def _is_width(stored: object) -> bool:
    return isinstance(stored, int) and NARROWEST <= stored <= WIDEST


class KeptChoices(Protocol):
    """Where choices are remembered: :class:`~hvacdesk.ui.column_choices.ColumnChoices`."""

    def of(self, table: str) -> TableChoice: ...

    def keep(self, table: str, choice: TableChoice) -> None: ...

    def print_list(self, listing: PrintedList) -> None: ...
