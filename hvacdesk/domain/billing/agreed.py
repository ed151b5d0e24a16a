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

    What the other lines ask for is taken off the work itself, which comes first. Where that leaves nothing
    for the work, or a price has no whole yen with its tax, the work alone asks for all of it.

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
    others = lines[1:] if with_tax else tuple(_with_tax(line, percent) for line in lines[1:])
    rest = agreed - sum(line.amount for line in others if line is not None)
    if rest > 0 and all(line is not None and line.yen for line in others):
        return (replace(work, yen=rest), *(line for line in others if line is not None)), True
    return (replace(work, yen=agreed),), True


def _with_tax(line: EstimateLineRecord, percent: int) -> EstimateLineRecord | None:
    """The line at its price with the tax; None where that is no whole number of yen."""
    tax, fraction = divmod(line.yen * percent, 100)
    return None if fraction else replace(line, yen=line.yen + tax)
