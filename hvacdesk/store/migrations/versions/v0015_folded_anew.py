"""Search texts are folded again: without accents and apostrophes, with what no row shows marked as such."""

from __future__ import annotations

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """The tables stay as they are; see :mod:`hvacdesk.store.customers.refolding`."""
