"""Recurring inspections and visits, reminders that were seen, and who is away when."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped

from hvacdesk.domain.calendar.dispatch import AbsenceKind
from hvacdesk.domain.calendar.reminders import ReminderKind, ReminderOutcome
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.domain.jobs.visit_contracts import VisitException
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import Base, Category, ColumnKind, RecordId, new_record_id, personal, plain
from hvacdesk.store.column_types import Coded


class InspectionPlan(Base):
    """Work that comes round again at a site, such as the yearly inspection of commercial units."""

    __tablename__ = "inspection_plans"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    site_id: Mapped[int] = plain(ForeignKey("sites.id", ondelete="CASCADE"), index=True)
    work_kind: Mapped[WorkKind] = plain(Coded(WorkKind))
    basis: Mapped[str] = plain(String(24), default="")
    every_months: Mapped[int] = plain(Integer)
    next_on: Mapped[str] = plain(String(10), index=True)
    text: Mapped[str] = personal(Category.TEXT, Text, default="")
    active: Mapped[bool] = plain(Boolean, default=True)
    version: Mapped[int] = plain(Integer, default=1)


class ReminderSeen(Base):
    """That somebody saw to a reminder. ``subject`` is the record id of the job, unit or plan it is about."""

    __tablename__ = "reminders_seen"

    id: Mapped[int] = plain(Integer, primary_key=True)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    kind: Mapped[ReminderKind] = plain(Coded(ReminderKind))
    subject: Mapped[str] = plain(RecordId, index=True)
    due: Mapped[str] = plain(String(10))
    outcome: Mapped[ReminderOutcome] = plain(Coded(ReminderOutcome))
    on: Mapped[str] = plain(String(10))
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))


class VisitContract(Base):
    """A contract made away from the office (特定商取引法 訪問販売), one for each job.

    ``exception`` is a code, ``none`` where the law holds in full; ``asked_on`` and ``asked_for`` say what the
    customer had called for. ``paper_on`` is the day on which the customer got the paper.
    """

    __tablename__ = "visit_contracts"

    id: Mapped[int] = plain(Integer, primary_key=True)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), unique=True)
    contract_on: Mapped[str] = plain(String(10))
    seller: Mapped[str] = plain(String(80), kind=ColumnKind.NAME)
    exception: Mapped[VisitException] = plain(Coded(VisitException), default=VisitException.NONE)
    asked_on: Mapped[str] = plain(String(10), default="")
    asked_for: Mapped[str] = personal(Category.TEXT, Text, default="")
    payment: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SLIP, default="")
    terms: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SLIP, default="")
    paper_on: Mapped[str] = plain(String(10), default="")
    withdrawn_on: Mapped[str] = plain(String(10), default="")
    withdrawn_way: Mapped[str] = plain(String(16), default="")
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))
    version: Mapped[int] = plain(Integer, default=1)


class Absence(Base):
    """Days on which a staff member, or the whole office where ``account`` is empty, does not work."""

    __tablename__ = "absences"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    account: Mapped[str] = plain(RecordId, default="", index=True)
    first_on: Mapped[str] = plain(String(10), index=True)
    last_on: Mapped[str] = plain(String(10), index=True)
    kind: Mapped[AbsenceKind] = plain(Coded(AbsenceKind))
