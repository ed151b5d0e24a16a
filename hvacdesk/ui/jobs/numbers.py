"""Numbers as people type them."""

from __future__ import annotations

import unicodedata
from typing import TypeVar

T = TypeVar("T", int, float)

_LEFT_OUT = str.maketrans("", "", ", 円¥\\kwgm")


def number_of(text: str, kind: type[T]) -> T | None:
    """The number in a text of any width, with or without separators and units; None when it is empty.

    Raises:
        ValueError: there is no number in it.
    """
    plain = unicodedata.normalize("NFKC", text).lower().translate(_LEFT_OUT).strip()
    return kind(plain) if plain else None


def yen(amount: int) -> str:
    """``¥12,000``."""
    return f"¥{amount:,}"
