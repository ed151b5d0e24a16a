"""Retention rules, the office's choices among them, days that begin a period, and holds."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from hvacdesk.store.base import CONTENT, Base, Category, ColumnKind, RecordId, personal, plain


class RetentionRuleRow(Base):
    """A version of a retention rule that was in force; the ledger names its code and version."""

    __tablename__ = "retention_rules"

    id: Mapped[int] = plain(Integer, primary_key=True)
    code: Mapped[str] = plain(String(40), kind=ColumnKind.CODE, index=True)
    version: Mapped[int] = plain(Integer)
    law: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    definition: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    source: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    as_of: Mapped[str] = plain(String(10))
    in_force_from: Mapped[str] = plain(String(10))


class RetentionChoice(Base):
    """A version of what the office itself chose about a rule; the latest one of a code counts.

    For a rule of the program it is another period, for a rule of the office's own it is the whole rule. One
    that is not ``active`` says that the choice was withdrawn.
    """

    __tablename__ = "retention_choices"
    __table_args__ = (UniqueConstraint("code", "version"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    code: Mapped[str] = plain(String(40), kind=ColumnKind.CODE)
    version: Mapped[int] = plain(Integer)
    title: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    event: Mapped[str] = plain(String(24), default="")
    keeps: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")
    years: Mapped[int] = plain(Integer)
    months: Mapped[int] = plain(Integer)
    active: Mapped[bool] = plain(Boolean, default=True)
    set_by: Mapped[str] = plain(RecordId)
    set_at: Mapped[str] = plain(String(20))


class RetentionDaysRow(Base):
    """When a customer's standing changes by itself; ``id`` is the customer's key.

    Days are ordinals, as of :meth:`datetime.date.toordinal`: a third of their text's bytes, for a row that
    everybody has. The row is stored and deleted with the customer, and ``judged`` is cleared whenever
    something changes that the judgement depends on: see :mod:`hvacdesk.store.retention.retention_triggers`.
    """

    __tablename__ = "retention_days"

    id: Mapped[int] = plain(Integer, primary_key=True)
    judged: Mapped[bool] = plain(Boolean, default=False)
    undecidable: Mapped[bool] = plain(Boolean, default=False)
    due_from: Mapped[int | None] = plain(Integer)
    reducible_from: Mapped[int | None] = plain(Integer)
    held_until: Mapped[int | None] = plain(Integer)

    __table_args__ = tuple(
        Index(f"ix_retention_days_{column}", column, sqlite_where=text(where))
        for column, where in (
            ("judged", "judged = 0"),
            ("undecidable", "undecidable = 1"),
            ("due_from", "due_from IS NOT NULL"),
            ("reducible_from", "reducible_from IS NOT NULL"),
            ("held_until", "held_until IS NOT NULL"),
        )
    )


class Hold(Base):
    """A disposal put off for one customer, with who, why and until when."""

    __tablename__ = "holds"
    __table_args__ = CONTENT

    id: Mapped[int] = plain(Integer, primary_key=True)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    reason: Mapped[str] = personal(Category.TEXT, Text)
    until: Mapped[str] = plain(String(10))
    set_by: Mapped[str] = plain(RecordId)
    set_at: Mapped[str] = plain(String(20))
    lifted_at: Mapped[str] = plain(String(20), default="")
