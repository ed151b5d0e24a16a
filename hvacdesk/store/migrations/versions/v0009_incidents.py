"""Incidents as a whole: facts, answers, texts, measures, timeline; and the sheets of the access review."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_SERIES = "incident"


def upgrade() -> None:
    """Let incidents grow out of the lost papers, and create the tables that belong to them."""
    _incidents()
    _customers()
    _parts()
    _reviews()


def _incidents() -> None:
    for name, length in (
        ("number", 16),
        ("known_on", 10),
        ("happened_from", 10),
        ("happened_until", 10),
        ("account", 32),
        ("batch", 32),
        ("client", 120),
        ("client_told_on", 10),
        ("preliminary_on", 10),
        ("preliminary_number", 80),
        ("final_on", 10),
        ("final_number", 80),
        ("substitute_on", 10),
        ("closed_by", 32),
        ("closed_at", 20),
    ):
        op.add_column("incidents", _text(name, length))
    op.add_column("incidents", sa.Column("drill", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("incidents", _text("extent", 16, "listed"))
    op.add_column("incidents", _text("answers", None, "{}"))
    op.create_index("ix_incidents_number", "incidents", ["number"])
    op.create_index("ix_incidents_closed_at", "incidents", ["closed_at"])
    _number_the_old_ones()


def _number_the_old_ones() -> None:
    """Losses from before have no number, and were known on the day on which they were reported."""
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT id, reported_at FROM incidents ORDER BY id")).all()
    for number, (key, reported_at) in enumerate(rows, 1):
        connection.execute(
            sa.text("UPDATE incidents SET number = :number, known_on = :on WHERE id = :key"),
            {"number": f"I-{number:04}", "on": _office_day(reported_at), "key": key},
        )
    if rows:
        connection.execute(
            sa.text("INSERT INTO counters (series, last) VALUES (:series, :last)"),
            {"series": _SERIES, "last": len(rows)},
        )


def _office_day(stamp: str) -> str:
    """The day in Japan of a stored moment."""
    moment = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return (moment + timedelta(hours=9)).date().isoformat()


def _customers() -> None:
    with op.batch_alter_table("incident_customers", recreate="always") as table:
        for name, length, default in (
            ("found", 16, "paper"),
            ("fields", 120, ""),
            ("reason", 24, ""),
            ("outcome", 16, ""),
            ("outcome_at", 20, ""),
            ("outcome_by", 32, ""),
            ("letter_at", 20, ""),
        ):
            table.add_column(_text(name, length, default))
        table.add_column(sa.Column("removed", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
        table.create_unique_constraint("uq_incident_customers_incident_id", ["incident_id", "customer"])


def _parts() -> None:
    op.create_table(
        "incident_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=24), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("incident_id", "part"),
    )
    op.create_table(
        "incident_measures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=32), nullable=False),
        sa.Column("due", sa.String(length=10), nullable=False),
        sa.Column("done_on", sa.String(length=10), nullable=False),
        sa.Column("done_by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_table(
        "incident_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=24), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    for table in ("incident_texts", "incident_measures", "incident_events"):
        op.create_index(f"ix_{table}_incident_id", table, ["incident_id"])
    op.create_index("ix_incident_measures_done_on", "incident_measures", ["done_on"])


def _reviews() -> None:
    op.create_table(
        "access_reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("signed_by", sa.String(length=32), nullable=False),
        sa.Column("signed_at", sa.String(length=20), nullable=False),
        sa.Column("about_themselves", sa.Boolean(), nullable=False),
        sa.Column("head_sequence", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("month"),
    )


def _text(name: str, length: int | None, default: str = "") -> sa.Column[str]:
    kind = sa.String(length=length) if length else sa.Text()
    return sa.Column(name, kind, nullable=False, server_default=default)
