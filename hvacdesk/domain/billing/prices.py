"""The office's price list, lines of its own such as the standard installation, and what a line may say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from hvacdesk.domain.billing.money import Totals, line_amount, totals
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.jobs.job_rules import QUANTITY, YEN
from hvacdesk.domain.jobs.jobs import ADDITIONAL_ITEMS, WORK_ITEM_NAMES, ItemLine, WorkItem, WorkKind
from hvacdesk.domain.text.input_checks import check_range, clean_line
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, Words, phrase

LABEL_LIMIT = 120
UNIT_LIMIT = 8

_LINES = "lines"
_DISCOUNT = re.compile(r"(?:(?:値引|割引)き?(?:額|分)?|discount)[\s\d.%％]*(?:[(（].*)?$", re.IGNORECASE)
"""A line of which this is the end of the name: 特別値引き, 値引き（端数）, Discount 5 %; not 値引対象外."""

METRES = frozenset({WorkItem.EXTRA_PIPE, WorkItem.HIDDEN_PIPE, WorkItem.COVER})
"""Items that are counted in metres; the others in pieces."""

_SET, _PIECE, _MACHINE, _PLACE, _TIME = "式", "個", "台", "か所", "回"
ITEM_UNITS: dict[WorkItem, str] = {
    **dict.fromkeys(METRES, "m"),
    WorkItem.DRILLING: _PLACE,
    WorkItem.NEW_CIRCUIT: _SET,
    WorkItem.VOLTAGE_CHANGE: _SET,
    WorkItem.OUTLET_CHANGE: _PLACE,
    WorkItem.BREAKER: _PIECE,
    WorkItem.BRACKET: _MACHINE,
    WorkItem.REMOVAL: _MACHINE,
    WorkItem.RECYCLING: _MACHINE,
}
"""Units as they are printed on Japanese estimates."""

OWN_LINES: tuple[tuple[Phrase, str], ...] = (
    (phrase("Prices", "Standard installation"), _MACHINE),
    (phrase("Prices", "Relocation"), _MACHINE),
    (phrase("Prices", "Cleaning"), _MACHINE),
    (phrase("Prices", "Inspection"), _MACHINE),
    (phrase("Prices", "Call-out"), _TIME),
)
"""Usual positions that are no work item."""

USUAL_OF_WORK: dict[WorkKind, Phrase] = {
    WorkKind.INSTALL: OWN_LINES[0][0],
    WorkKind.REPLACE: OWN_LINES[0][0],
    WorkKind.RELOCATE: OWN_LINES[1][0],
    WorkKind.CLEAN: OWN_LINES[2][0],
    WorkKind.INSPECT: OWN_LINES[3][0],
}
"""Which usual position is the price of which work; repair and removal have none."""


@dataclass(frozen=True)
class PriceRecord:
    """A position of the list.

    Attributes:
        item: the work item that it prices, or None for a line of its own.
        label: of a line of its own; empty for a work item, whose name is known.
        yen: of one ``unit``; None until the office has decided.
        active: whether it is offered; positions are never deleted, since estimates were made from them.
    """

    item: WorkItem | None = None
    label: str = ""
    unit: str = ""
    yen: int | None = None
    active: bool = True

    def name(self, words: Words) -> str:
        """What the position is called."""
        return words(WORK_ITEM_NAMES[self.item]) if self.item else self.label


@dataclass(frozen=True)
class PriceRow:
    """A position as it is stored."""

    price: str
    record: PriceRecord


@dataclass(frozen=True)
class PriceList:
    """The whole list in its order.

    Attributes:
        with_tax: whether the prices include the consumption tax.
        percent: the tax rate of the day.
        sources: where the rate and the rounding are from, and when that was read.
    """

    rows: tuple[PriceRow, ...]
    with_tax: bool
    percent: int
    sources: tuple[str, ...] = ()

    @property
    def offered(self) -> tuple[PriceRecord, ...]:
        """What is offered when a job or an estimate is priced."""
        return tuple(row.record for row in self.rows if row.record.active)

    def yen_of(self, item: WorkItem) -> int | None:
        """The price of a work item, if the office has one."""
        return next((one.yen for one in self.offered if one.item is item), None)

    def totals_of(self, items: Iterable[ItemLine]) -> Totals:
        """What a job's priced items come to."""
        return totals(
            (line_amount(quantity_of(line), line.yen) for line in items if line.yen is not None),
            self.percent,
            with_tax=self.with_tax,
        )


def quantity_of(line: ItemLine) -> float:
    """An item without a quantity is ordered once."""
    return 1.0 if line.quantity is None else line.quantity


def check_price(record: PriceRecord) -> PriceRecord:
    """The position as it is stored. Raises :class:`InvalidInput` or one of its kinds."""
    label = clean_line("label", record.label, limit=LABEL_LIMIT)
    if record.item is None and not label:
        raise Missing("label")
    check_free_text("label", label)
    check_range("yen", record.yen, -YEN[1], YEN[1])
    unit = clean_line("unit", record.unit, limit=UNIT_LIMIT)
    return replace(record, label="" if record.item else label, unit=unit)


def check_unique(record: PriceRecord, others: Sequence[PriceRecord]) -> None:
    """Raise :class:`InvalidInput` where another active position prices the same work item."""
    if record.active and record.item and any(one.active and one.item is record.item for one in others):
        raise InvalidInput("item")


def usual_positions(words: Words) -> tuple[PriceRecord, ...]:
    """What such offices charge for, without any price: prices are the office's own."""
    own = (PriceRecord(None, words(name), unit) for name, unit in OWN_LINES)
    return (*own, *(PriceRecord(item, unit=ITEM_UNITS[item]) for item in ADDITIONAL_ITEMS))


class LineWords(NamedTuple):
    """The words of a line, tidied."""

    label: str
    unit: str


def lowered(label: str, yen: int) -> int:
    """The price of a line: one that its name says to be a discount 値引き lowers the sum, whichever sign."""
    return -abs(yen) if _DISCOUNT.search(label) else yen


def checked_line(label: str, quantity: float, unit: str, yen: int, *, allow_number: bool) -> LineWords:
    """The words as they are stored. Raises :class:`InvalidInput` or one of its kinds."""
    tidy = clean_line(_LINES, label, limit=LABEL_LIMIT)
    if not tidy:
        raise Missing(_LINES)
    check_free_text(_LINES, tidy, allow_number=allow_number)
    check_range(_LINES, quantity, *QUANTITY)
    check_range(_LINES, yen, -YEN[1], YEN[1])
    return LineWords(tidy, clean_line(_LINES, unit, limit=UNIT_LIMIT))
