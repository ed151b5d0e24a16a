"""Sums by rate, as a qualified invoice 適格請求書 has to show them."""

from __future__ import annotations

from collections.abc import Iterable

from hvacdesk.documents.billing.lines_and_sums import SMALL, Align, GridColumn, GridPlan, small_note
from hvacdesk.documents.kit.amounts import figures
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.page import LEFT
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.billing.tax import InvoiceSums, TaxClass
from hvacdesk.domain.text.wording import phrase

_RATE = phrase("Papers of money", "Rate")
_BASE = phrase("Papers of money", "Base without tax")
_TAX = phrase("Papers of money", "Tax")
_WITH_TAX = phrase("Papers of money", "With tax")
_TOGETHER = phrase("Papers of money", "Total")
"""Where a row beneath is outside the tax, so that no tax is in it."""

_AT = phrase("Papers of money", "{percent} %")
_AT_REDUCED_RATE = phrase("Papers of money", "{percent} % ※")
_REDUCED_MARK = phrase("Papers of money", "※ subject to the reduced rate")
_NO_RATE = phrase("Papers of money", "Outside the tax")
_PRICES_WITH_TAX = phrase("Papers of money", "The prices above include the tax.")
_TAXED_PRICES_WITH_TAX = phrase(
    "Papers of money", "The prices above include the tax, but for what is outside the tax."
)


def rate_name(setter: Typesetter, tax_class: TaxClass, percent: int) -> str:
    """What a row of sums by rate is called."""
    if tax_class is TaxClass.OUTSIDE:
        return setter.say(_NO_RATE)
    return setter.say(_AT_REDUCED_RATE if tax_class is TaxClass.REDUCED else _AT, percent=percent)


def rate_notes(setter: Typesetter, classes: Iterable[TaxClass], width: float) -> tuple[PrintedLine, ...]:
    """What the mark of the reduced rate means, where there is such a rate."""
    if TaxClass.REDUCED not in classes:
        return ()
    return small_note(setter, setter.say(_REDUCED_MARK), width)


def price_notes(setter: Typesetter, sums: InvoiceSums, width: float) -> tuple[PrintedLine, ...]:
    """That the prices of the lines include the tax, where they do."""
    if not sums.with_tax or not sums.taxed:
        return ()
    said = setter.say(_PRICES_WITH_TAX if sums.all_taxed else _TAXED_PRICES_WITH_TAX)
    return small_note(setter, said, width)


def rates_table(setter: Typesetter, sums: InvoiceSums, *, left: float = LEFT, width: float) -> list[Band]:
    """For each rate its base, its tax and both together, under a head that is true of every row."""
    say = setter.say
    outside = any(rate.tax_class is TaxClass.OUTSIDE for rate in sums.rates)
    grid = GridPlan(
        (
            GridColumn(say(_RATE), 25, Align.MIDDLE, SMALL),
            GridColumn(say(_BASE), 26, size=SMALL),
            GridColumn(say(_TAX), 23, size=SMALL),
            GridColumn(say(_TOGETHER if outside else _WITH_TAX), 26, size=SMALL),
        ),
        left,
        width,
    ).grid(setter)
    rows = [
        (
            rate_name(setter, rate.tax_class, rate.percent),
            figures(rate.net),
            figures(rate.tax),
            figures(rate.gross),
        )
        for rate in sums.rates
    ]
    return [grid.head(), *grid.rows(rows)]
