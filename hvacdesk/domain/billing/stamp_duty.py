"""Revenue stamps 収入印紙 on receipts. The amounts are dated data.

Source: 印紙税法 別表第一 第17号の1文書 (売上代金に係る金銭の受取書): a contractor's receipt for work is one.
Cheques and bills are securities 有価証券: a receipt for one needs its stamp as one for money does. A receipt
that is sent as a file is no document on paper and needs none. One that says that a card was used, that a
claim was recorded electronically 電子記録債権 (no security), or that the sum was set off 相殺 proves neither
money nor securities and needs none either. A transfer or direct debit makes no difference to a receipt on
paper: it proves that money was received, and needs its stamp.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from hvacdesk.domain.billing.payments import PaymentWay

FORMAT = 1
"""The form of the text that this program understands."""

_SOURCES = (
    *("without_tax_source", "electronic_source", "card_source", "debit_card_source"),
    *("securities_source", "claim_source", "set_off_source"),
)
_KEYS = frozenset({"format", "as_of", *_SOURCES, "table"})
_TABLE_KEYS = frozenset({"from", "free_below", "source", "step"})

_UNSTAMPED = frozenset({PaymentWay.CARD, PaymentWay.CLAIM, PaymentWay.SET_OFF})
"""Ways of which a receipt that names them proves neither money nor securities."""


@dataclass(frozen=True)
class StampTable:
    """What holds from a day on.

    Attributes:
        free_below: yen; a receipt for less needs no stamp.
        steps: the largest sum in yen for which a duty is enough, and the duty; None for all larger sums.
    """

    since: date
    free_below: int
    steps: tuple[tuple[int | None, int], ...]
    source: str

    def duty(self, counted: int) -> int:
        """The duty on a receipt for a sum in yen, as it counts: without tax where the receipt states it."""
        if counted < self.free_below:
            return 0
        return next(yen for up_to, yen in self.steps if up_to is None or counted <= up_to)


@dataclass(frozen=True)
class StampDuty:
    """The tables, oldest first.

    Attributes:
        sources: why tax does not count, why files, credit cards, recorded claims and set-offs need none, and
            why debit cards, cheques and bills do.
        as_of: the month in which the sources were read.
    """

    tables: tuple[StampTable, ...]
    sources: tuple[str, ...]
    as_of: str

    def on(self, day: date) -> StampTable:
        """The table in force on a day. Raises :class:`ValueError` for a day before the first one."""
        found = [table for table in self.tables if table.since <= day]
        if not found:
            raise ValueError(f"no stamp duty is known for {day}")
        return found[-1]

    def of_receipt(
        self, yen: int, way: PaymentWay, on: date, *, stated_tax: int = 0, electronic: bool = False
    ) -> int:
        """Yen of the stamp that a receipt needs; 0 for none.

        Args:
            on: the day on which the receipt is made out.
            stated_tax: the consumption tax in ``yen`` as the receipt states it; 0 where it states none.
        """
        if electronic or way in _UNSTAMPED:
            return 0
        return self.on(on).duty(yen - stated_tax)


def parse_stamp_duty(text_toml: str) -> StampDuty:
    """Tables in a TOML text. Raises :class:`ValueError` for any other form: it is shipped and must fit."""
    document = tomllib.loads(text_toml)
    if set(document) != _KEYS or document["format"] != FORMAT:
        raise ValueError("not a table of stamp duty")
    tables = sorted(map(_table, document["table"]), key=lambda table: table.since)
    sources = tuple(document[key] for key in _SOURCES)
    return StampDuty(tuple(tables), sources, document["as_of"])


def _table(entry: dict[str, Any]) -> StampTable:
    if set(entry) != _TABLE_KEYS or not isinstance(entry["from"], date):
        raise ValueError("not a table of stamp duty")
    steps = tuple((step.get("up_to"), step["yen"]) for step in entry["step"])
    bounds = [up_to for up_to, _yen in steps[:-1]]
    if steps[-1][0] is not None or None in bounds or bounds != sorted(bounds):
        raise ValueError("not a table of stamp duty")
    return StampTable(entry["from"], entry["free_below"], steps, entry["source"])
