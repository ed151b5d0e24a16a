"""Openness: the purposes notice, consents, customers' requests, and the lock of a suspended record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create their tables, and let a customer's record be locked."""
    op.add_column("customers", sa.Column("suspended_on", sa.String(10), nullable=False, server_default=""))
    op.create_index("ix_customers_suspended_on", "customers", ["suspended_on"])
    _notices()
    _consents()
    _requests()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _text(name: str, length: int | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(length) if length else sa.Text(), nullable=False)


def _customer(on_delete: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(
        "customer_id", sa.Integer(), sa.ForeignKey("customers.id", ondelete=on_delete), nullable=nullable
    )


def _notices() -> None:
    op.create_table(
        "notice_texts",
        _id(),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("made_on", 10),
        _text("made_by", 32),
        *(_text(part) for part in ("purposes", "procedure", "fee", "desk", "measures")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_table(
        "notices_given",
        _id(),
        _customer("CASCADE"),
        sa.Column("version", sa.Integer(), nullable=False),
        _text("given_on", 10),
        _text("way", 16),
        _text("given_by", 32),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_notices_given_customer_id", "notices_given", ["customer_id"])


def _consents() -> None:
    op.create_table(
        "consents",
        _id(),
        _customer("CASCADE"),
        _text("kind", 24),
        sa.Column("given", sa.Boolean(), nullable=False),
        _text("on", 10),
        _text("way", 16),
        _text("recorded_by", 32),
        _text("recorded_at", 20),
        _text("note"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_consents_customer_id", "consents", ["customer_id"])
    op.create_index("ix_consents_kind", "consents", ["kind"])


def _requests() -> None:
    op.create_table(
        "requests",
        _id(),
        _text("record_id", 32),
        _text("number", 16),
        _customer("SET NULL", nullable=True),
        _text("customer_number", 12),
        _text("kind", 16),
        _text("state", 16),
        _text("way", 16),
        sa.Column("by_agent", sa.Boolean(), nullable=False),
        _text("received_on", 10),
        _text("received_by", 32),
        _text("due_on", 10),
        _text("identity", 24),
        _text("identity_on", 10),
        _text("identity_by", 32),
        _text("answered_on", 10),
        _text("answered_by", 32),
        _text("outcome", 16),
        _text("ground", 24),
        _text("answer_way", 16),
        _text("lifted_on", 10),
        _text("lifted_by", 32),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
        sa.UniqueConstraint("number"),
    )
    for column in ("customer_id", "state", "due_on"):
        op.create_index(f"ix_requests_{column}", "requests", [column])
    op.create_table(
        "request_words",
        _id(),
        sa.Column(
            "request_id", sa.Integer(), sa.ForeignKey("requests.id", ondelete="CASCADE"), nullable=False
        ),
        _customer("CASCADE", nullable=True),
        *(_text(name) for name in ("name", "contact", "asked", "answer")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("request_id"),
    )
    op.create_index("ix_request_words_customer_id", "request_words", ["customer_id"])
