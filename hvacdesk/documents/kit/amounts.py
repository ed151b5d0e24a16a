"""Sums of yen as papers write them."""

from __future__ import annotations


def money(amount: int) -> str:
    """``¥12,000``; a discount ``−¥3,000``."""
    return f"¥{amount:,}" if amount >= 0 else f"−¥{-amount:,}"


def figures(amount: int) -> str:
    """``12,000``; a discount ``−3,000``: for columns whose head says that they are sums."""
    return f"{amount:,}".replace("-", "−")
