"""Deposits that were booked by hand in other parts than the bank's: several for one, or one for several.

A customer pays two invoices by one transfer, and the office booked a payment for each; or two transfers were
typed as one payment. Then no payment has the sum of any deposit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

MOST_TRIED = 12
"""Of so many parts every choice is tried; of more, any may be a part: then nothing is certain there."""

Choice = tuple[int, ...]
"""Of some parts those that are taken, by their places."""

Choices = Mapping[int, Sequence[Choice]]
"""What choices of two parts and more come to each sum."""


def choices_of(yen: Sequence[int]) -> Choices:
    """Every choice of two and more of at most :data:`MOST_TRIED` parts, by its sum."""
    found = defaultdict[int, list[Choice]](list)
    for size in range(2, len(yen) + 1):
        for chosen in combinations(range(len(yen)), size):
            found[sum(yen[at] for at in chosen)].append(chosen)
    return found


def in_parts(yen: Sequence[int], wanted: Iterable[int]) -> set[int]:
    """The places of those payments that with others of them come to a deposit's sum.

    Args:
        wanted: its sum, as it is and before a fee.
    """
    asked = set(wanted)
    if len(yen) > MOST_TRIED:
        return _any_of(yen, min(asked), max(asked))
    found = choices_of(yen)
    return {at for sum_ in asked for chosen in found.get(sum_, ()) for at in chosen}


def parts_of(deposits: Sequence[int], whole: int, fees: Collection[int]) -> set[int]:
    """The places of those deposits that with others of them come to one payment.

    Args:
        fees: yen that may have been kept of one deposit, or of each of them.
    """
    if len(deposits) > MOST_TRIED:
        return _any_of(deposits, whole - max(fees, default=0) * len(deposits), whole)
    found = choices_of(deposits)
    places = set[int]()
    for fee in {0, *fees}:
        for times in {1, *range(2, len(deposits) + 1)} if fee else {1}:
            for chosen in found.get(whole - fee * times, ()):
                if times in {1, len(chosen)}:
                    places.update(chosen)
    return places


def _any_of(yen: Sequence[int], least: int, most: int) -> set[int]:
    """Those that may be a part, where they are too many to be tried."""
    small = {at for at, one in enumerate(yen) if one < most}
    return small if sum(yen[at] for at in small) >= least else set()
