"""What the law's records ask for besides: of surveys, recovered gas, electrical work, estimates and requests.

Who asks for a firm is a person; an asbestos survey says of what, by whose qualification and from what it is
known; recovered gas was handed on to somebody; an estimate may name material and labour apart. Estimates of
the time since that rule are taken for such, since nobody was asked and nothing is to go too early.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_COST_ESTIMATES_SINCE = "2025-12-12"
"""建設業法 20条 and 施行規則 26条 as in force since then."""


def upgrade() -> None:
    """Add the columns and the table of gas that was handed on."""
    _text("request_words", "person", sa.Text())
    _text("job_results", "survey_target", sa.String(16))
    _text("job_results", "survey_qualified", sa.String(24))
    _text("job_results", "survey_basis", sa.Text())
    _text("refrigerant_log", "servicer", sa.String(200))
    _text("electrical_ledger", "checks", sa.Text(), default="{}")
    for table, column in (("office_facts", "electrical_incidental"), ("estimates", "costs_apart")):
        op.add_column(table, sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(
        sa.text("UPDATE estimates SET costs_apart = 1 WHERE issued_on >= :since").bindparams(
            since=_COST_ESTIMATES_SINCE
        )
    )
    op.create_table(
        "gas_handovers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.String(10), nullable=False),
        sa.Column("kg", sa.Float(), nullable=False),
        sa.Column("receiver", sa.String(200), nullable=False),
        sa.Column("use", sa.String(16), nullable=False),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.Column("certified_on", sa.String(10), nullable=False),
        sa.Column("recorded_by", sa.String(32), nullable=False),
        sa.Column("recorded_at", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["refrigerant_log.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_gas_handovers_entry_id", "gas_handovers", ["entry_id"])


def _text(table: str, name: str, kind: sa.types.TypeEngine[str], default: str = "") -> None:
    op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))
