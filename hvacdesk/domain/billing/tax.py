"""A qualified invoice's sums 適格請求書: for each tax rate one base, one tax, rounded once.

Source: 消費税法 57条の4第1項4号・5号 and 消費税法施行令 70条の10: the tax of a rate is computed from the sum
of its lines and rounded once for each invoice and rate, never line by line. How a fraction is treated is the
office's choice (国税庁 インボイス制度に関するQ&A).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from hvacdesk.domain.text.wording import Phrase, phrase


class TaxClass(StrEnum):
    """How a line is taxed: the standard rate, the reduced one 軽減税率, or outside the tax 対象外.

    Outside are sums passed on for others, such as an appliance's recycling fee or stamps.
    """

    STANDARD = "standard"
    REDUCED = "reduced"
    OUTSIDE = "outside"


TAX_CLASS_NAMES: dict[TaxClass, Phrase] = {
    TaxClass.STANDARD: phrase("Billing", "Standard rate"),
    TaxClass.REDUCED: phrase("Billing", "Reduced rate"),
    TaxClass.OUTSIDE: phrase("Billing", "Outside the tax"),
}


class Rounding(StrEnum):
    """What becomes of a fraction of a yen of the tax: 切捨て, 四捨五入, 切上げ; negative sums likewise."""

    DOWN = "down"
    NEAREST = "nearest"
    UP = "up"


ROUNDING_NAMES: dict[Rounding, Phrase] = {
    Rounding.DOWN: phrase("Billing", "Drop the fraction"),
    Rounding.NEAREST: phrase("Billing", "Round to the nearest yen"),
    Rounding.UP: phrase("Billing", "Round the fraction up"),
}


@dataclass(frozen=True)
class RateSum:
    """The sums of one rate: ``net`` + ``tax`` = ``gross``, in yen. Outside the tax, ``percent`` is 0."""

    tax_class: TaxClass
    percent: int
    net: int
    tax: int
    gross: int


@dataclass(frozen=True)
class InvoiceSums:
    """All sums of an invoice, by rate in the order of :class:`TaxClass`; only rates that occur.

    Attributes:
        with_tax: whether the prices of its lines include the tax.
        earlier: what earlier invoices of the same work asked for, tax included; taken off in ``rates``.
    """

    rates: tuple[RateSum, ...]
    with_tax: bool = False
    earlier: int = 0

    @property
    def net(self) -> int:
        """Without tax."""
        return sum(rate.net for rate in self.rates)

    @property
    def tax(self) -> int:
        """The taxes of all rates."""
        return sum(rate.tax for rate in self.rates)

    @property
    def gross(self) -> int:
        """What is to be paid."""
        return sum(rate.gross for rate in self.rates)

    @property
    def taxed(self) -> bool:
        """Whether tax is included 税込; of what is all outside the tax, such as damages, no paper says so."""
        return is_taxed((rate.tax_class, rate.gross) for rate in self.rates)

    @property
    def all_taxed(self) -> bool:
        """Whether tax is included in every part of it, so that a heading over all of them may say 税込."""
        return is_all_taxed((rate.tax_class, rate.gross) for rate in self.rates)


def is_taxed(sums: Iterable[tuple[TaxClass, int]]) -> bool:
    """Whether tax is included in any of some sums by class."""
    return any(yen and tax_class is not TaxClass.OUTSIDE for tax_class, yen in sums)


def is_all_taxed(sums: Iterable[tuple[TaxClass, int]]) -> bool:
    """Whether tax is included in each of some sums by class, of which there is one."""
    asked = [tax_class for tax_class, yen in sums if yen]
    return bool(asked) and TaxClass.OUTSIDE not in asked


def invoice_sums(
    amounts: Iterable[tuple[TaxClass, int]],
    percents: Mapping[TaxClass, int],
    rounding: Rounding,
    *,
    with_tax: bool = False,
    earlier: Mapping[TaxClass, int] | None = None,
) -> InvoiceSums:
    """The sums of lines, each with its class and its amount in yen.

    Args:
        percents: the rates in force; none is needed for :attr:`TaxClass.OUTSIDE`.
        earlier: by class, what earlier invoices asked for, **tax included**. It is taken off the whole with
            its tax, and the tax of what remains is computed from that once: so the invoices of one work come
            to the whole to the yen, and each rounds its own tax once, as the law asks.
    """
    asked = dict(earlier or {})
    found: dict[TaxClass, int] = {}
    for tax_class, amount in amounts:
        found[tax_class] = found.get(tax_class, 0) + amount
    rates = []
    for tax_class in TaxClass:
        if tax_class not in found and not asked.get(tax_class):
            continue
        percent = 0 if tax_class is TaxClass.OUTSIDE else percents[tax_class]
        whole = _rate_sum(tax_class, percent, found.get(tax_class, 0), rounding, with_tax=with_tax)
        if before := asked.get(tax_class, 0):
            whole = _rate_sum(tax_class, percent, whole.gross - before, rounding, with_tax=True)
        rates.append(whole)
    return InvoiceSums(tuple(rates), with_tax, sum(asked.values()))


def _rate_sum(
    tax_class: TaxClass, percent: int, amount: int, rounding: Rounding, *, with_tax: bool
) -> RateSum:
    if with_tax:
        tax = rounded(Fraction(amount * percent, 100 + percent), rounding)
        return RateSum(tax_class, percent, amount - tax, tax, amount)
    tax = rounded(Fraction(amount * percent, 100), rounding)
    return RateSum(tax_class, percent, amount, tax, amount + tax)


def rounded(exact: Fraction, rounding: Rounding) -> int:
    """Whole yen; a negative sum is rounded as its positive one, so that a credit note takes all back."""
    size = abs(exact)
    if rounding is Rounding.DOWN:
        whole = floor(size)
    elif rounding is Rounding.UP:
        whole = ceil(size)
    else:
        whole = floor(size + Fraction(1, 2))
    return whole if exact >= 0 else -whole
