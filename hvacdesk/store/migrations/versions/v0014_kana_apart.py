"""Kana of a given name are no longer with the family name's, where everybody saw them."""

from __future__ import annotations

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """The tables stay; their values are settled afterwards by :mod:`hvacdesk.store.customers.kana_apart`."""
