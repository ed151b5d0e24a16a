"""Sums in yen and the consumption tax on them.

Rounding: a line's amount is cut to whole yen towards zero (切捨て); the tax is computed once from the sum of
a paper's lines, never line by line, and rounded as the office does on its invoices. Rates are data, see
:func:`parse_tax`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from typing import Any, Protocol

from hvacdesk.domain.billing.tax import Rounding, TaxClass, rounded
from hvacdesk.domain.text.wording import Words, phrase

FORMAT = 2
"""The form of the text that this program understands."""

_BEFORE_TAX = phrase(
    "Billing", "{sum} ({net} before tax + {tax} consumption tax; {percent} % of the sum before tax{cut})"
)
_WITH_TAX = phrase("Billing", "{sum} (of which {tax} consumption tax; {percent} % of the sum with tax{cut})")
_CUT = phrase("Billing", ", the fraction dropped")

_RATED = frozenset({TaxClass.STANDARD, TaxClass.REDUCED})
"""Classes that have a rate."""

_RATE_KEYS = frozenset({"class", "percent", "from", "source"})
_KEYS = frozenset({"format", "rounding", "rounding_source", "as_of", "rate"})


@dataclass(frozen=True)
class TaxRate:
    """A rate of the consumption tax, the local one included, and the day from which it is in force."""

    tax_class: TaxClass
    percent: int
    since: date
    source: str


@dataclass(frozen=True)
class TaxTable:
    """The rates, oldest first; ``as_of`` is the month in which the sources were read."""

    rates: tuple[TaxRate, ...]
    rounding_source: str
    as_of: str

    def on(self, day: date) -> TaxRate:
        """The standard rate in force on a day. Raises :class:`ValueError` for a day before the first one."""
        found = self._in_force(day).get(TaxClass.STANDARD)
        if found is None:
            raise ValueError(f"no rate is known for {day}")
        return found

    def percents(self, day: date) -> dict[TaxClass, int]:
        """The rates in force on a day, by class; a class without one is left out."""
        return {tax_class: rate.percent for tax_class, rate in self._in_force(day).items()}

    def _in_force(self, day: date) -> dict[TaxClass, TaxRate]:
        return {rate.tax_class: rate for rate in self.rates if rate.since <= day}


def parse_tax(text_toml: str) -> TaxTable:
    """The table in a TOML text. Raises :class:`ValueError` for any other form: it is shipped and must fit."""
    document = tomllib.loads(text_toml)
    if set(document) != _KEYS or document["format"] != FORMAT or document["rounding"] != "down":
        raise ValueError("not a table of tax rates")
    rates = tuple(sorted((_rate(entry) for entry in document["rate"]), key=lambda rate: rate.since))
    return TaxTable(rates, document["rounding_source"], document["as_of"])


def _rate(entry: dict[str, Any]) -> TaxRate:
    if set(entry) != _RATE_KEYS or not isinstance(entry["from"], date):
        raise ValueError("not a tax rate")
    if entry["class"] not in _RATED:
        raise ValueError("not a class of tax that has a rate")
    return TaxRate(TaxClass(entry["class"]), entry["percent"], entry["from"], entry["source"])


def line_amount(quantity: float, yen: int) -> int:
    """What a quantity costs at a price for one: whole yen, a fraction dropped. A discount is negative.

    The quantity counts as it is written, in decimals: 0.1 m is exactly a tenth, not the nearest binary one.
    """
    exact = Decimal(str(quantity)) * yen
    return int(exact.to_integral_value(rounding=ROUND_DOWN))


@dataclass(frozen=True)
class Totals:
    """The sums of a paper: ``net`` + ``tax`` = ``gross``, in yen.

    Attributes:
        with_tax: whether the prices of its lines include the tax.
        rounding: what became of a fraction of the tax.
    """

    net: int
    tax: int
    gross: int
    percent: int
    with_tax: bool = False
    rounding: Rounding = Rounding.DOWN


def totals(
    amounts: Iterable[int], percent: int, *, with_tax: bool = False, rounding: Rounding = Rounding.DOWN
) -> Totals:
    """The sums of a paper's lines."""
    whole = sum(amounts)
    if with_tax:
        tax = rounded(Fraction(whole * percent, 100 + percent), rounding)
        return Totals(whole - tax, tax, whole, percent, with_tax=True, rounding=rounding)
    tax = rounded(Fraction(whole * percent, 100), rounding)
    return Totals(whole, tax, whole + tax, percent, rounding=rounding)


def net_of(gross: int, percent: int, rounding: Rounding) -> int | None:
    """The sum before tax that comes to a sum with it; None where the rounding leaves that one out."""
    near = gross * 100 // (100 + percent)
    found = (
        net for net in range(near - 1, near + 3) if totals((net,), percent, rounding=rounding).gross == gross
    )
    return next(found, None)


class Sums(Protocol):
    """The sums of a paper, in yen; ``with_tax`` says whether its prices include the tax."""

    @property
    def net(self) -> int: ...
    @property
    def tax(self) -> int: ...
    @property
    def gross(self) -> int: ...
    @property
    def with_tax(self) -> bool: ...


def share_told(whole: Sums, share: Sums, percent: int, words: Words, money: Callable[[int], str]) -> str:
    """What a share of a whole asks for, as it is computed, and of which sum it is that percentage.

    The share is of the sum of the lines, a fraction of a yen dropped, and its tax is computed from that:
    the share of a sum before tax is not, to the yen, that of the sum with tax.

    Args:
        money: writes a sum in yen.
    """
    of, taken = (whole.gross, share.gross) if share.with_tax else (whole.net, share.net)
    cut = words(_CUT) if taken * 100 != of * percent else ""
    said = words(_WITH_TAX if share.with_tax else _BEFORE_TAX)
    sums = {"sum": share.gross, "net": share.net, "tax": share.tax}
    return said.format(percent=percent, cut=cut, **{name: money(yen) for name, yen in sums.items()})


def shared_out(yen: int, parts: Iterable[int], whole: int) -> tuple[int, ...]:
    """What of a sum falls on each part of a whole, in whole yen: of all parts together, the sum itself."""
    shares, reached = [], 0
    for part in parts:
        before = yen * reached // whole
        reached += part
        shares.append(yen * reached // whole - before)
    return tuple(shares)
