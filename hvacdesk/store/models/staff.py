"""Accounts and recovery sheets, rule texts and who acknowledged them, the training on record, violations."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Boolean, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from hvacdesk.domain.staff.rule_texts import RuleState
from hvacdesk.domain.staff.violations import Consequence, ViolationKind
from hvacdesk.store.base import Base, ColumnKind, RecordId, new_record_id, plain
from hvacdesk.store.column_types import NONE_YET, Coded, Day


class Account(Base):
    """A staff member. The key file decides who may log in; this row keeps names for papers and the log."""

    __tablename__ = "accounts"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True)
    name: Mapped[str] = plain(String(80), kind=ColumnKind.NAME)
    roles: Mapped[str] = plain(String(80), kind=ColumnKind.CODE)
    active: Mapped[bool] = plain(Boolean, default=True)
    added_at: Mapped[str] = plain(String(20))


class RecoverySheetRow(Base):
    """A recovery sheet that was printed. The key file decides which one opens the office.

    ``exposed_on`` is the day from which its code may be known to somebody who should not use it: it was typed
    in to recover the office, or an owner left.
    """

    __tablename__ = "recovery_sheets"

    id: Mapped[int] = plain(Integer, primary_key=True)
    number: Mapped[int] = plain(Integer, unique=True)
    created_on: Mapped[str] = plain(String(10))
    exposed_on: Mapped[str] = plain(String(10), default="")
    replaced_on: Mapped[str] = plain(String(10), default="")
    shredded_on: Mapped[str] = plain(String(10), default="")


class RuleText(Base):
    """One version of one of the office's rule texts; once it was in force it stays."""

    __tablename__ = "rule_texts"
    __table_args__ = (UniqueConstraint("code", "version"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    code: Mapped[str] = plain(String(40), kind=ColumnKind.CODE)
    version: Mapped[int] = plain(Integer)
    revision: Mapped[int] = plain(Integer, default=1)
    state: Mapped[RuleState] = plain(Coded(RuleState))
    title: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT)
    body: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    source: Mapped[str] = plain(Text, kind=ColumnKind.TEXT, default="")
    as_of: Mapped[str] = plain(String(10), default="")
    made_by: Mapped[str] = plain(RecordId)
    made_on: Mapped[date] = plain(Day)
    in_force_by: Mapped[str] = plain(RecordId, default="")
    in_force_on: Mapped[date | None] = plain(Day, **NONE_YET)
    ended_by: Mapped[str] = plain(RecordId, default="")
    ended_on: Mapped[date | None] = plain(Day, **NONE_YET)


class RuleAcknowledgement(Base):
    """That one person read one version. Both are named by record id, so that it outlives either."""

    __tablename__ = "rule_acknowledgements"
    __table_args__ = (UniqueConstraint("account", "text"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    account: Mapped[str] = plain(RecordId)
    text: Mapped[str] = plain(RecordId)
    acknowledged_on: Mapped[date] = plain(Day)


class TrainingTry(Base):
    """One try at the quiz of the yearly training, passed or not; it outlives the person's account."""

    __tablename__ = "training_tries"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    account: Mapped[str] = plain(RecordId, index=True)
    taken_on: Mapped[str] = plain(String(10))
    asked: Mapped[int] = plain(Integer)
    right: Mapped[int] = plain(Integer)
    pass_mark: Mapped[int] = plain(Integer)
    passed: Mapped[bool] = plain(Boolean)
    wrong: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")


class Violation(Base):
    """A violation of the rules by a staff member and what followed. It names staff, no customer."""

    __tablename__ = "violations"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    version: Mapped[int] = plain(Integer, default=1)
    happened_on: Mapped[str] = plain(String(10))
    account: Mapped[str] = plain(RecordId)
    kind: Mapped[ViolationKind] = plain(Coded(ViolationKind))
    what: Mapped[str] = plain(Text, kind=ColumnKind.TEXT, default="")
    consequence: Mapped[Consequence] = plain(Coded(Consequence))
    followed: Mapped[str] = plain(Text, kind=ColumnKind.TEXT, default="")
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_on: Mapped[str] = plain(String(10))
    closed_by: Mapped[str] = plain(RecordId, default="")
    closed_on: Mapped[str] = plain(String(10), default="")
