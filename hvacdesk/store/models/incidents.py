"""Incidents, whom they concern and what was done about each."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.domain.incidents.concerned import Extent, Found, ListReason, Outcome
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.store.base import Base, ColumnKind, RecordId, new_record_id, plain
from hvacdesk.store.column_types import NONE_YET, Coded, CodedOrNone


class Incident(Base):
    """Something that went wrong with customers' data; a paper that was reported lost begins one.

    It outlives the customers and the papers, so it names record ids and numbers only, and its texts name no
    customer. ``seen_by`` is the person responsible who looked at it first. ``answers`` is JSON of the answers
    to the questions of the law. ``joined_into`` is the record id of the incident that it turned out to be
    part of.
    """

    __tablename__ = "incidents"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), default="", index=True)
    kind: Mapped[IncidentKind] = plain(Coded(IncidentKind))
    drill: Mapped[bool] = plain(Boolean, default=False)
    reported_by: Mapped[str] = plain(RecordId)
    reported_at: Mapped[str] = plain(String(20))
    known_on: Mapped[str] = plain(String(10), default="")
    happened_from: Mapped[str] = plain(String(10), default="")
    happened_until: Mapped[str] = plain(String(10), default="")
    account: Mapped[str] = plain(RecordId, default="")
    batch: Mapped[str] = plain(RecordId, default="")
    extent: Mapped[Extent] = plain(Coded(Extent), default=Extent.OPEN)
    answers: Mapped[str] = plain(Text, kind=ColumnKind.TEXT, default="{}")
    client: Mapped[str] = plain(String(120), kind=ColumnKind.NAME, default="")
    client_told_on: Mapped[str] = plain(String(10), default="")
    preliminary_on: Mapped[str] = plain(String(10), default="")
    preliminary_number: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    final_on: Mapped[str] = plain(String(10), default="")
    final_number: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    substitute_on: Mapped[str] = plain(String(10), default="")
    joined_into: Mapped[str] = plain(RecordId, default="", index=True)
    seen_by: Mapped[str] = plain(RecordId, default="")
    seen_at: Mapped[str] = plain(String(20), default="", index=True)
    closed_by: Mapped[str] = plain(RecordId, default="")
    closed_at: Mapped[str] = plain(String(20), default="", index=True)

    customers: Mapped[list[IncidentCustomer]] = relationship(
        back_populates="incident", cascade="all, delete-orphan", order_by="IncidentCustomer.id"
    )
    papers: Mapped[list[IncidentPaper]] = relationship(
        cascade="all, delete-orphan", order_by="IncidentPaper.id"
    )
    texts: Mapped[list[IncidentText]] = relationship(cascade="all, delete-orphan", order_by="IncidentText.id")
    measures: Mapped[list[IncidentMeasure]] = relationship(
        cascade="all, delete-orphan", order_by="IncidentMeasure.id"
    )
    events: Mapped[list[IncidentEvent]] = relationship(
        cascade="all, delete-orphan", order_by="IncidentEvent.id"
    )


class IncidentPaper(Base):
    """A paper that an incident is about, as it was called; ``found_at`` is when it turned up again."""

    __tablename__ = "incident_papers"
    __table_args__ = (UniqueConstraint("incident_id", "paper"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    incident_id: Mapped[int] = plain(ForeignKey("incidents.id", ondelete="CASCADE"), index=True)
    paper: Mapped[str] = plain(RecordId, index=True)
    paper_number: Mapped[str] = plain(String(24))
    paper_kind: Mapped[PaperKind] = plain(Coded(PaperKind))
    profile: Mapped[Profile | None] = plain(CodedOrNone(Profile), **NONE_YET)
    entered_at: Mapped[str] = plain(String(20))
    found_at: Mapped[str] = plain(String(20), default="")


class IncidentCustomer(Base):
    """A customer whose data an incident concerns. ``fields`` is a list of codes, divided by commas."""

    __tablename__ = "incident_customers"
    __table_args__ = (UniqueConstraint("incident_id", "customer"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    incident_id: Mapped[int] = plain(ForeignKey("incidents.id", ondelete="CASCADE"), index=True)
    customer: Mapped[str] = plain(RecordId, index=True)
    customer_number: Mapped[str] = plain(String(16))
    found: Mapped[Found] = plain(Coded(Found), default=Found.PAPER)
    fields: Mapped[str] = plain(String(120), kind=ColumnKind.CODE, default="")
    reason: Mapped[ListReason | None] = plain(CodedOrNone(ListReason), **NONE_YET)
    removed: Mapped[bool] = plain(Boolean, default=False)
    outcome: Mapped[Outcome] = plain(Coded(Outcome), default=Outcome.NOT_YET)
    outcome_at: Mapped[str] = plain(String(20), default="")
    outcome_by: Mapped[str] = plain(RecordId, default="")
    tries: Mapped[int] = plain(Integer, default=0)
    letter_at: Mapped[str] = plain(String(20), default="")

    incident: Mapped[Incident] = relationship(back_populates="customers")


class IncidentText(Base):
    """A text of an incident: a part that somebody wrote, or an item of a report that was changed by hand."""

    __tablename__ = "incident_texts"
    __table_args__ = (UniqueConstraint("incident_id", "part"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    incident_id: Mapped[int] = plain(ForeignKey("incidents.id", ondelete="CASCADE"), index=True)
    part: Mapped[str] = plain(String(24))
    text: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)


class IncidentMeasure(Base):
    """What is done so that it does not happen again, who sees to it, and by when."""

    __tablename__ = "incident_measures"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    incident_id: Mapped[int] = plain(ForeignKey("incidents.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    owner: Mapped[str] = plain(RecordId)
    due: Mapped[str] = plain(String(10))
    done_on: Mapped[str] = plain(String(10), default="", index=True)
    done_by: Mapped[str] = plain(RecordId, default="")


class IncidentEvent(Base):
    """One line of an incident's timeline."""

    __tablename__ = "incident_events"

    id: Mapped[int] = plain(Integer, primary_key=True)
    incident_id: Mapped[int] = plain(ForeignKey("incidents.id", ondelete="CASCADE"), index=True)
    at: Mapped[str] = plain(String(20))
    by: Mapped[str] = plain(RecordId)
    step: Mapped[TimelineStep] = plain(Coded(TimelineStep))
    text: Mapped[str] = plain(Text, kind=ColumnKind.TEXT, default="")
