"""From this version on the audit log is signed: what was written before has no signatures."""

from __future__ import annotations

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """The tables stay as they are; the entry that says that the office was brought up to date is the mark."""
