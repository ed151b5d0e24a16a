"""Reminders that were seen to, units' design periods, orders to partner firms, and contracts made on a visit.

A unit of before says no design period of its own: what makers usually state counts for it. A firm of before
is no one-person firm and has no invoice number until somebody says so.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Create the tables and the columns."""
    op.add_column("units", sa.Column("design_years", sa.Integer(), nullable=True))
    op.add_column(
        "partner_firms", sa.Column("one_person", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "partner_firms", sa.Column("invoice_number", sa.String(14), nullable=False, server_default="")
    )
    _reminders()
    _partner_orders()
    _visit_contracts()


def _reminders() -> None:
    op.create_table(
        "reminders_seen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(32), nullable=False),
        sa.Column("due", sa.String(10), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("on", sa.String(10), nullable=False),
        sa.Column("recorded_by", sa.String(32), nullable=False),
        sa.Column("recorded_at", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("customer_id", "subject"):
        op.create_index(f"ix_reminders_seen_{column}", "reminders_seen", [column])


def _partner_orders() -> None:
    op.create_table(
        "partner_orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("firm_id", sa.Integer(), nullable=False),
        sa.Column("job", sa.String(32), nullable=False),
        sa.Column("job_number", sa.String(16), nullable=False),
        sa.Column("ordered_on", sa.String(10), nullable=False),
        sa.Column("work", sa.Text(), nullable=False),
        sa.Column("work_on", sa.String(10), nullable=False),
        sa.Column("place", sa.String(120), nullable=False),
        sa.Column("inspect_by", sa.String(10), nullable=False),
        sa.Column("yen", sa.Integer(), nullable=False),
        sa.Column("pay_by", sa.String(10), nullable=False),
        sa.Column("received_on", sa.String(10), nullable=False),
        sa.Column("paid_on", sa.String(10), nullable=False),
        sa.Column("withdrawn_on", sa.String(10), nullable=False),
        sa.Column("ordered_by", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["firm_id"], ["partner_firms.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
        sa.UniqueConstraint("number"),
    )
    for column in ("firm_id", "job"):
        op.create_index(f"ix_partner_orders_{column}", "partner_orders", [column])


def _visit_contracts() -> None:
    op.create_table(
        "visit_contracts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("contract_on", sa.String(10), nullable=False),
        sa.Column("seller", sa.String(80), nullable=False),
        sa.Column("exception", sa.String(16), nullable=False),
        sa.Column("asked_on", sa.String(10), nullable=False),
        sa.Column("asked_for", sa.Text(), nullable=False),
        sa.Column("payment", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("paper_on", sa.String(10), nullable=False),
        sa.Column("withdrawn_on", sa.String(10), nullable=False),
        sa.Column("withdrawn_way", sa.String(16), nullable=False),
        sa.Column("recorded_by", sa.String(32), nullable=False),
        sa.Column("recorded_at", sa.String(20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("job_id"),
    )
