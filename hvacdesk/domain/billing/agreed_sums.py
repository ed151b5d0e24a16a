"""The lines of a first invoice, brought to the sum that was agreed on, with no price bent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from hvacdesk.domain.billing.estimates import EstimateLineRecord
from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.billing.money import net_of, totals
from hvacdesk.domain.billing.tax import Rounding
from hvacdesk.domain.text.wording import Words, phrase

ADJUSTED_DOWN = phrase("Billing", "Discount")
ADJUSTED_UP = phrase("Billing", "Adjustment to the amount agreed on")
"""What the customer reads of the line that brings known prices to the sum that was agreed on."""

_LOT = phrase("Billing", "lot")


def agreed_lines(
    lines: Sequence[EstimateLineRecord],
    agreed: int,
    percent: int,
    words: Words,
    *,
    with_tax: bool,
    rounding: Rounding = Rounding.DOWN,
) -> tuple[tuple[EstimateLineRecord, ...], bool]:
    """The lines that come to what was agreed on, and whether their prices include the tax.

    Every line that has a price of its own keeps it: what they come to more or less than was agreed on is a
    line of its own, see :func:`is_adjustment`. Work without a price asks for what the others leave, and alone
    for all of it where they leave nothing; other lines without a price are part of it. Where no sum before
    tax comes to the agreed one by the office's rounding, the prices are told with their tax.

    Args:
        lines: the work itself first, at the prices that are known.
        agreed: yen, tax included.
        percent: the rate of the tax.
        with_tax: whether the prices of the lines include it.
    """
    known = totals((line.amount for line in lines), percent, with_tax=with_tax, rounding=rounding)
    if known.gross == agreed and all(line.yen for line in lines):
        return tuple(lines), with_tax
    priced = [line for line in lines if line.yen]
    wanted = agreed if with_tax else net_of(agreed, percent, rounding)
    if wanted is None:
        priced = [replace(line, yen=line.yen * (100 + percent) // 100) for line in priced]
        with_tax, wanted = True, agreed
    rest = wanted - sum(line.amount for line in priced)
    if lines[0].yen:
        return (*priced, *((_adjustment(rest, words),) if rest else ())), with_tax
    work = replace(lines[0], quantity=1.0, unit=words(_LOT))
    if rest > 0:
        return (replace(work, yen=rest), *priced), with_tax
    return (replace(work, yen=agreed),), True


def _adjustment(yen: int, words: Words) -> EstimateLineRecord:
    return EstimateLineRecord(words(ADJUSTED_DOWN if yen < 0 else ADJUSTED_UP), 1.0, words(_LOT), yen)


def is_adjustment(line: InvoiceLineRecord, agreed: Collection[str], words: Words) -> bool:
    """Whether a line is the one that :func:`agreed_lines` adds, in the reader's language.

    A discount that somebody added to the draft is for no job, and an estimated one for an estimated job.

    Args:
        agreed: record ids of the jobs of which no estimate says what they cost.
    """
    return line.job in agreed and line.item is None and line.label in map(words, (ADJUSTED_DOWN, ADJUSTED_UP))
