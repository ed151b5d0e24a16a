"""The lines of a job whose whole price was agreed on, where the price list does not come to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hvacdesk.domain.billing.estimates import EstimateLineRecord
from hvacdesk.domain.billing.money import totals


def agreed_lines(
    lines: Sequence[EstimateLineRecord], agreed: int, percent: int, *, with_tax: bool, lot: str
) -> tuple[tuple[EstimateLineRecord, ...], bool]:
    """The lines that come to what was agreed on, and whether their prices include the tax.

    What the other lines ask for is taken off the work itself, which comes first; what has no price of its own
    is part of it. Where that leaves nothing for the work, or a price has no whole yen with its tax, the work
    alone asks for all of it.

    Args:
        lines: the work itself first, at the prices that are known.
        agreed: yen, tax included.
        percent: the rate of the tax.
        with_tax: whether the prices of the lines include it.
        lot: the unit of a line that asks for all of it, 式.
    """
    known = totals((line.amount for line in lines), percent, with_tax=with_tax)
    if known.gross == agreed and all(line.yen for line in lines):
        return tuple(lines), with_tax
    work = replace(lines[0], quantity=1.0, unit=lot)
    priced = [line for line in lines[1:] if line.yen]
    exact = with_tax or all(line.yen * percent % 100 == 0 for line in priced)
    others = [line if with_tax else replace(line, yen=line.yen * (100 + percent) // 100) for line in priced]
    rest = agreed - sum(line.amount for line in others)
    if exact and rest > 0:
        return (replace(work, yen=rest), *others), True
    return (replace(work, yen=agreed),), True
