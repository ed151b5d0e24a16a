"""The purposes notice and who was given it, consents, and what customers ask of their data."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped

from hvacdesk.domain.requests.consents import ConsentKind, ConsentWay
from hvacdesk.domain.requests.purposes_notice import NoticeWay
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    RequestKind,
    RequestOutcome,
    RequestState,
    RequestWay,
)
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import CONTENT, Base, Category, ColumnKind, RecordId, new_record_id, personal, plain
from hvacdesk.store.column_types import NONE_YET, Coded, CodedOrNone


class NoticeText(Base):
    """One wording of the purposes notice: the office's own words, about no customer."""

    __tablename__ = "notice_texts"

    id: Mapped[int] = plain(Integer, primary_key=True)
    number: Mapped[int] = plain(Integer, unique=True)
    made_on: Mapped[str] = plain(String(10))
    made_by: Mapped[str] = plain(RecordId)
    purposes: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    procedure: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    fee: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    desk: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    measures: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)


class NoticeGivenRow(Base):
    """That a customer was given the notice of one wording."""

    __tablename__ = "notices_given"

    id: Mapped[int] = plain(Integer, primary_key=True)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    version: Mapped[int] = plain(Integer)
    given_on: Mapped[str] = plain(String(10))
    way: Mapped[NoticeWay] = plain(Coded(NoticeWay))
    given_by: Mapped[str] = plain(RecordId)


class Consent(Base):
    """That a customer agreed to something, or withdrew it; the last row of a kind is in force."""

    __tablename__ = "consents"

    id: Mapped[int] = plain(Integer, primary_key=True)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    kind: Mapped[ConsentKind] = plain(Coded(ConsentKind), index=True)
    given: Mapped[bool] = plain(Boolean)
    on: Mapped[str] = plain(String(10))
    way: Mapped[ConsentWay] = plain(Coded(ConsentWay))
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))
    note: Mapped[str] = personal(Category.TEXT, Text, default="")


class CustomerRequest(Base):
    """A request about somebody's data: kinds, days and codes, which outlive the customer's data."""

    __tablename__ = "requests"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    customer_id: Mapped[int | None] = plain(ForeignKey("customers.id", ondelete="SET NULL"), index=True)
    customer_number: Mapped[str] = plain(String(12), default="")
    kind: Mapped[RequestKind] = plain(Coded(RequestKind))
    state: Mapped[RequestState] = plain(Coded(RequestState), index=True)
    way: Mapped[RequestWay] = plain(Coded(RequestWay))
    by_agent: Mapped[bool] = plain(Boolean, default=False)
    received_on: Mapped[str] = plain(String(10))
    received_by: Mapped[str] = plain(RecordId)
    due_on: Mapped[str] = plain(String(10), index=True)
    identity: Mapped[IdentityCheck | None] = plain(CodedOrNone(IdentityCheck), **NONE_YET)
    identity_on: Mapped[str] = plain(String(10), default="")
    identity_by: Mapped[str] = plain(RecordId, default="")
    answered_on: Mapped[str] = plain(String(10), default="")
    answered_by: Mapped[str] = plain(RecordId, default="")
    outcome: Mapped[RequestOutcome | None] = plain(CodedOrNone(RequestOutcome), **NONE_YET)
    ground: Mapped[str] = plain(String(24), default="")
    answer_way: Mapped[RequestWay | None] = plain(CodedOrNone(RequestWay), **NONE_YET)
    lifted_on: Mapped[str] = plain(String(10), default="")
    lifted_by: Mapped[str] = plain(RecordId, default="")


class RequestWords(Base):
    """What was said in a request and its answer, apart from it: it is deleted with the customer's data."""

    __tablename__ = "request_words"
    __table_args__ = CONTENT

    id: Mapped[int] = plain(Integer, primary_key=True)
    request_id: Mapped[int] = plain(ForeignKey("requests.id", ondelete="CASCADE"), unique=True)
    customer_id: Mapped[int | None] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = personal(Category.NAME, Text, field=RecordField.TEXT, default="")
    person: Mapped[str] = personal(Category.NAME, Text, field=RecordField.TEXT, default="")
    contact: Mapped[str] = personal(Category.TEXT, Text, default="")
    asked: Mapped[str] = personal(Category.TEXT, Text, default="")
    answer: Mapped[str] = personal(Category.TEXT, Text, default="")
