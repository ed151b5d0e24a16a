"""The recovery sheets that were printed, and what a disposal needs over a change of keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the sheets' table, and add the batch's epoch and the key of its list of destroyed values."""
    op.create_table(
        "recovery_sheets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("created_on", sa.String(length=10), nullable=False),
        sa.Column("exposed_on", sa.String(length=10), nullable=False),
        sa.Column("replaced_on", sa.String(length=10), nullable=False),
        sa.Column("shredded_on", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.add_column("disposal_batches", sa.Column("epoch", sa.Integer(), nullable=False, server_default="0"))
    op.add_column(
        "disposal_batches", sa.Column("needle_key", sa.String(length=64), nullable=False, server_default="")
    )
