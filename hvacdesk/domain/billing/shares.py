"""What a deposit or part invoice asks for of a whole, told as it is computed.

The share is taken of the sum of the lines, a fraction of a yen dropped, and its tax is computed from that:
the share of a sum before tax is not, to the yen, that of the sum with tax.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from hvacdesk.domain.text.wording import Words, phrase

_BEFORE_TAX = phrase(
    "Billing", "{sum} ({net} before tax + {tax} consumption tax; {percent} % of the sum before tax{cut})"
)
_WITH_TAX = phrase("Billing", "{sum} (of which {tax} consumption tax; {percent} % of the sum with tax{cut})")
_CUT = phrase("Billing", ", the fraction dropped")


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
    """What a share of a whole asks for, and of which sum it is that percentage.

    Args:
        money: writes a sum in yen.
    """
    of, taken = (whole.gross, share.gross) if share.with_tax else (whole.net, share.net)
    cut = words(_CUT) if taken * 100 != of * percent else ""
    said = words(_WITH_TAX if share.with_tax else _BEFORE_TAX)
    sums = {"sum": share.gross, "net": share.net, "tax": share.tax}
    return said.format(percent=percent, cut=cut, **{name: money(yen) for name, yen in sums.items()})
