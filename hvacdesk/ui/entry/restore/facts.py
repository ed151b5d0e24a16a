"""Facts as a small table of two columns: what, and its value."""

from __future__ import annotations

from collections.abc import Iterable

from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.fact_lines import FactLines


def facts_card(title: str, facts: Iterable[tuple[str, str]]) -> Card:
    """A card with one line for each fact; those without a value are left out."""
    card = Card(title)
    card.body.addLayout(FactLines(fact for fact in facts if fact[1]))
    return card
