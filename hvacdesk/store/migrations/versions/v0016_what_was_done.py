"""Several papers to one incident, incidents joined into one, and records put right that said too much.

Work orders' office copies stay here once they are printed, so they are not out. A request for erasure that
was closed as done while its customer is still here in full waits for its answer again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_OF_THE_PAPER = ("paper", "paper_number", "paper_kind", "profile", "found_at")


def upgrade() -> None:
    """Create the table, move each incident's paper into it, and put the records right."""
    op.create_table(
        "incident_papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(32), nullable=False),
        sa.Column("paper_number", sa.String(24), nullable=False),
        sa.Column("paper_kind", sa.String(24), nullable=False),
        sa.Column("profile", sa.String(16), nullable=False),
        sa.Column("entered_at", sa.String(20), nullable=False),
        sa.Column("found_at", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("incident_id", "paper"),
    )
    for column in ("incident_id", "paper"):
        op.create_index(f"ix_incident_papers_{column}", "incident_papers", [column])
    op.execute(
        "INSERT INTO incident_papers"
        " (incident_id, paper, paper_number, paper_kind, profile, entered_at, found_at)"
        " SELECT id, paper, paper_number, paper_kind, profile, reported_at, found_at"
        " FROM incidents WHERE paper != '' ORDER BY id"
    )
    op.drop_index("ix_incidents_paper", "incidents")
    for column in _OF_THE_PAPER:
        op.drop_column("incidents", column)
    op.add_column("incidents", sa.Column("joined_into", sa.String(32), nullable=False, server_default=""))
    op.create_index("ix_incidents_joined_into", "incidents", ["joined_into"])
    op.execute(
        "UPDATE copies SET state = 'kept'"
        " WHERE profile = 'office' AND state = 'out' AND printed_at != '' AND holder = ''"
    )
    op.execute(
        "UPDATE requests SET state = 'checked', answered_on = '', answered_by = '', outcome = '',"
        " ground = '', answer_way = ''"
        " WHERE kind = 'erasure' AND state = 'answered' AND customer_id IN"
        " (SELECT id FROM customers WHERE reduced_on = '')"
    )
