"""Who uses a medium, which a record of its sanitization has to say."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column; it is empty for the media of before, whose records keep the line to write on."""
    op.add_column("media", sa.Column("used_by", sa.String(length=80), nullable=False, server_default=""))
