"""The days on which a customer's standing changes, so that a review reads whom it concerns alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_TABLE = "retention_days"


def upgrade() -> None:
    """Create the table. Its triggers are put at every start, and with them a row for everybody."""
    op.create_table(
        _TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("judged", sa.Boolean(), nullable=False),
        sa.Column("undecidable", sa.Boolean(), nullable=False),
        sa.Column("due_from", sa.Integer(), nullable=True),
        sa.Column("reducible_from", sa.Integer(), nullable=True),
        sa.Column("held_until", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    for column, where in (
        ("judged", "judged = 0"),
        ("undecidable", "undecidable = 1"),
        ("due_from", "due_from IS NOT NULL"),
        ("reducible_from", "reducible_from IS NOT NULL"),
        ("held_until", "held_until IS NOT NULL"),
    ):
        op.create_index(f"ix_{_TABLE}_{column}", _TABLE, [column], sqlite_where=sa.text(where))
