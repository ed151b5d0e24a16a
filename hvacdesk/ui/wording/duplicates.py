"""What a likely duplicate has in common with a customer, in one line."""

from __future__ import annotations

from hvacdesk.domain.customers.duplicates import RESEMBLANCE_NAMES, LikelyDuplicate
from hvacdesk.domain.text.wording import Words


def resembling(one: LikelyDuplicate, words: Words) -> str:
    """What the two share, the most telling first."""
    return "・".join(words(RESEMBLANCE_NAMES[resemblance]) for resemblance in one.shared)
