"""Numbers as people type them, and sums of money as they read them."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.billing.money import Totals
from hvacdesk.domain.billing.tax import InvoiceSums
from hvacdesk.domain.errors import BadNumber, BadYear
from hvacdesk.ui.language import listed
from hvacdesk.ui.widgets.text import WORD_JOINER

T = TypeVar("T", int, float)

_BEFORE_AMOUNT = re.compile(" (?=−?¥)")
_WITHIN_NAME = re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff（])")
_WITHOUT_SIGNS = str.maketrans("−", "-", ", 円¥\\")
_THOUSAND = "k"


def number_of(text: str, kind: type[T], field: str, unit: str = "") -> T | None:
    """The number in a text of any width, with or without separators and its unit; None when it is empty.

    Args:
        unit: in which it is kept. A thousandth of it, as grams for ``kg``, is brought into it; another unit
            makes it no number.

    Raises:
        BadNumber: there is none in it; names ``field``.
    """
    plain = _plain(text)
    if not plain:
        return None
    kept, parts = _plain(unit), 1
    if kept and not kept[0].isdecimal() and plain.endswith(kept):
        plain = plain.removesuffix(kept)
    elif kept.startswith(_THOUSAND) and plain.endswith(kept[1:]):
        plain, parts = plain.removesuffix(kept[1:]), 1_000
    try:
        return kind(plain) if parts == 1 else kind(float(plain) / parts)
    except ValueError:
        raise BadNumber(field) from None


def year_of(text: str, field: str, unit: str) -> int | None:
    """The year in a text, also of the Japanese calendar or with 製 behind it; None when it is empty.

    Raises :class:`BadYear` where there is none in it; it names ``field``.
    """
    from hvacdesk.domain.text.written_dates import written_year  # its forms take as long as a window to paint

    try:
        return number_of(text, int, field, unit)
    except BadNumber:
        year = written_year(text)
    if year is None:
        raise BadYear(field)
    return year


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().translate(_WITHOUT_SIGNS).strip()


def yen(amount: int) -> str:
    """``¥12,000``, ``−¥3,000``."""
    return f"¥{amount:,}" if amount >= 0 else f"−¥{-amount:,}"


def gross(amount: int) -> str:
    """A sum that stands alone, and says that tax is in it."""
    return QCoreApplication.translate("Money", "{yen} with tax").format(yen=yen(amount))


def priced(amount: int, *, with_tax: bool) -> str:
    """An amount of a line, which says that it is without tax where it is."""
    without = QCoreApplication.translate("Money", "{yen} without tax")
    return yen(amount) if with_tax else without.format(yen=yen(amount))


def totals_text(sums: Totals) -> str:
    """Net, tax and what is to be paid, in one line, of which no name is broken, and none from its amount."""
    line = (
        QCoreApplication.translate("Money", "Sum {gross}, of which {percent} % tax {tax}")
        if sums.with_tax
        else QCoreApplication.translate("Money", "Sum without tax {net} + {percent} % tax {tax} = {gross}")
    )
    amounts = {"net": yen(sums.net), "tax": yen(sums.tax), "gross": yen(sums.gross)}
    return unbroken(line.format(percent=sums.percent, **amounts))


def sums_text(sums: InvoiceSums) -> str:
    """What an invoice comes to, in one line."""
    rates = {rate.percent for rate in sums.rates if rate.percent}
    line = (
        QCoreApplication.translate("Money", "Sum without tax {net} + {percent} % tax {tax} = {gross}")
        if len(rates) == 1
        else QCoreApplication.translate("Money", "Sum without tax {net} + tax {tax} = {gross}")
    )
    amounts = {"net": yen(sums.net), "tax": yen(sums.tax), "gross": yen(sums.gross)}
    said = line.format(percent=max(rates, default=0), **amounts)
    if len(rates) > 1:
        each = QCoreApplication.translate("Money", "{percent} %: without tax {net} + tax {tax}")
        told = listed(
            each.format(percent=rate.percent, net=yen(rate.net), tax=yen(rate.tax))
            for rate in sums.rates
            if rate.percent
        )
        said = QCoreApplication.translate("Money", "{sums} ({rates})").format(sums=said, rates=told)
    if sums.earlier:
        before = QCoreApplication.translate("Money", "({earlier} asked for before is taken off)")
        said = f"{said}　{before.format(earlier=yen(sums.earlier))}"
    return unbroken(said)


def unbroken(line: str) -> str:
    """A line of sums, of which no name is broken, and none from its amount."""
    return _WITHIN_NAME.sub(WORD_JOINER, _BEFORE_AMOUNT.sub("\u00a0", line))
