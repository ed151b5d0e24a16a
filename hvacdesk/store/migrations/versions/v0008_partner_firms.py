"""Partner firms and client contractors, their checks, the hand-over ledger, and backup drills."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create the tables."""
    _drills()
    _firms()
    _handovers()


def _drills() -> None:
    op.create_table(
        "backup_drills",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("on", sa.String(length=10), nullable=False),
        sa.Column("backup_of", sa.String(length=10), nullable=False),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("recorded_by", sa.String(length=32), nullable=False),
        sa.Column("recorded_at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )


def _firms() -> None:
    op.create_table(
        "partner_firms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("firm", sa.String(length=120), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("partner", sa.Boolean(), nullable=False),
        sa.Column("client", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("seat", sa.String(length=200), nullable=False),
        sa.Column("representative", sa.String(length=120), nullable=False),
        sa.Column("contract_on", sa.String(length=10), nullable=False),
        sa.Column("contract_number", sa.String(length=80), nullable=False),
        sa.Column("contract_ends", sa.String(length=10), nullable=False),
        sa.Column("confidentiality", sa.Boolean(), nullable=False),
        sa.Column("reentrustment", sa.String(length=16), nullable=False),
        sa.Column("contract_terms", sa.Text(), nullable=False),
        sa.Column("data_after", sa.String(length=16), nullable=False),
        sa.Column("data_days", sa.Integer(), nullable=False),
        sa.Column("leak_first", sa.Boolean(), nullable=False),
        sa.Column("leak_hours", sa.Integer(), nullable=True),
        sa.Column("leak_contact", sa.String(length=120), nullable=False),
        sa.Column("registered_by", sa.String(length=32), nullable=False),
        sa.Column("registered_on", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("key"),
    )
    op.create_table(
        "firm_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("firm_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.String(length=10), nullable=False),
        sa.Column("result", sa.String(length=16), nullable=False),
        sa.Column("next_on", sa.String(length=10), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("checked_by", sa.String(length=32), nullable=False),
        sa.Column("checked_at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["firm_id"], ["partner_firms.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index(op.f("ix_firm_checks_firm_id"), "firm_checks", ["firm_id"], unique=False)
    op.create_table(
        "firm_check_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("check_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=24), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["firm_checks.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_firm_check_answers_check_id"), "firm_check_answers", ["check_id"], unique=False)


def _handovers() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("firm", sa.String(length=120), nullable=False),
        sa.Column("firm_key", sa.String(length=120), nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("medium", sa.String(length=16), nullable=False),
        sa.Column("fields", sa.String(length=200), nullable=False),
        sa.Column("on", sa.String(length=10), nullable=False),
        sa.Column("due", sa.String(length=10), nullable=False),
        sa.Column("job", sa.String(length=32), nullable=False),
        sa.Column("job_number", sa.String(length=16), nullable=False),
        sa.Column("copy", sa.String(length=32), nullable=False),
        sa.Column("copy_number", sa.Integer(), nullable=False),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.Column("by_contract", sa.Boolean(), nullable=False),
        sa.Column("entered_by", sa.String(length=32), nullable=False),
        sa.Column("entered_at", sa.String(length=20), nullable=False),
        sa.Column("ended_on", sa.String(length=10), nullable=False),
        sa.Column("ending", sa.String(length=16), nullable=False),
        sa.Column("confirmed_by", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
        sa.UniqueConstraint("number"),
    )
    op.create_index(op.f("ix_handovers_basis"), "handovers", ["basis"], unique=False)
    op.create_index(op.f("ix_handovers_copy"), "handovers", ["copy"], unique=False)
    op.create_index(op.f("ix_handovers_ended_on"), "handovers", ["ended_on"], unique=False)
    op.create_index(op.f("ix_handovers_firm_key"), "handovers", ["firm_key"], unique=False)
    op.create_index(op.f("ix_handovers_job"), "handovers", ["job"], unique=False)
    op.create_index(op.f("ix_handovers_on"), "handovers", ["on"], unique=False)
    op.create_table(
        "handover_customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("customer", sa.String(length=32), nullable=False),
        sa.Column("customer_number", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["handover_id"], ["handovers.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_handover_customers_customer"), "handover_customers", ["customer"], unique=False)
    op.create_index(
        op.f("ix_handover_customers_handover_id"), "handover_customers", ["handover_id"], unique=False
    )
    op.create_table(
        "client_data_returns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("job", sa.String(length=32), nullable=False),
        sa.Column("job_number", sa.String(length=16), nullable=False),
        sa.Column("client", sa.String(length=120), nullable=False),
        sa.Column("ended_on", sa.String(length=10), nullable=False),
        sa.Column("ending", sa.String(length=16), nullable=False),
        sa.Column("confirmed_by", sa.String(length=32), nullable=False),
        sa.Column("confirmed_at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
        sa.UniqueConstraint("job"),
    )
