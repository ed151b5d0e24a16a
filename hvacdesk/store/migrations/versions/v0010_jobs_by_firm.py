"""The jobs of a firm by an index: today's page asks for them each time it opens."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the indexes."""
    for column in ("partner_firm", "client_contractor"):
        op.create_index(f"ix_jobs_{column}", "jobs", [column])
