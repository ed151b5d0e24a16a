"""Partner firms and client contractors, their checks, the hand-over ledger, and clients' data that went back.

None of these tables holds a customer's data: they name record ids, numbers and fields, and stay as proof of
what was done with the data when that is destroyed.
"""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.domain.partners.client_data import ClientEnding
from hvacdesk.domain.partners.handovers import Ending, HandoverMedium
from hvacdesk.domain.partners.partner_checks import CheckAnswer, CheckResult
from hvacdesk.domain.partners.partners import Basis, Reentrustment, ReturnTerm
from hvacdesk.store.base import Base, ColumnKind, RecordId, new_record_id, plain
from hvacdesk.store.column_types import NONE_YET, Coded, CodedOrNone


class PartnerFirm(Base):
    """A firm of the register. ``key`` is what its spellings have in common.

    ``one_person``: a 特定受託事業者, who has no employees. ``invoice_number``: T and 13 digits, or empty.
    """

    __tablename__ = "partner_firms"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    firm: Mapped[str] = plain(String(120), kind=ColumnKind.NAME)
    key: Mapped[str] = plain(String(120), kind=ColumnKind.NAME, unique=True)
    partner: Mapped[bool] = plain(Boolean, default=True)
    client: Mapped[bool] = plain(Boolean, default=False)
    active: Mapped[bool] = plain(Boolean, default=True)
    basis: Mapped[Basis] = plain(Coded(Basis))
    seat: Mapped[str] = plain(String(200), kind=ColumnKind.ADDRESS, default="")
    representative: Mapped[str] = plain(String(120), kind=ColumnKind.NAME, default="")
    contract_on: Mapped[str] = plain(String(10), default="")
    contract_number: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    contract_ends: Mapped[str] = plain(String(10), default="")
    confidentiality: Mapped[bool] = plain(Boolean, default=False)
    reentrustment: Mapped[Reentrustment] = plain(Coded(Reentrustment))
    contract_terms: Mapped[str] = plain(Text, kind=ColumnKind.TEXT, default="")
    data_after: Mapped[ReturnTerm] = plain(Coded(ReturnTerm))
    data_days: Mapped[int] = plain(Integer)
    leak_first: Mapped[bool] = plain(Boolean, default=True)
    leak_hours: Mapped[int | None] = plain(Integer)
    leak_contact: Mapped[str] = plain(String(120), kind=ColumnKind.TEXT, default="")
    registered_by: Mapped[str] = plain(RecordId)
    registered_on: Mapped[str] = plain(String(10))
    one_person: Mapped[bool] = plain(Boolean, default=False)
    invoice_number: Mapped[str] = plain(String(14), default="")

    checks: Mapped[list[FirmCheckRow]] = relationship(
        cascade="all, delete-orphan", order_by="FirmCheckRow.on, FirmCheckRow.id"
    )


class FirmCheckRow(Base):
    """A yearly check of a firm; once written it is not changed."""

    __tablename__ = "firm_checks"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    firm_id: Mapped[int] = plain(ForeignKey("partner_firms.id", ondelete="CASCADE"), index=True)
    on: Mapped[str] = plain(String(10))
    result: Mapped[CheckResult] = plain(Coded(CheckResult))
    next_on: Mapped[str] = plain(String(10))
    remarks: Mapped[str] = plain(Text, kind=ColumnKind.TEXT, default="")
    checked_by: Mapped[str] = plain(RecordId)
    checked_at: Mapped[str] = plain(String(20))

    answers: Mapped[list[FirmCheckAnswer]] = relationship(
        cascade="all, delete-orphan", order_by="FirmCheckAnswer.id"
    )


class FirmCheckAnswer(Base):
    """The answer to one item of a check."""

    __tablename__ = "firm_check_answers"

    id: Mapped[int] = plain(Integer, primary_key=True)
    check_id: Mapped[int] = plain(ForeignKey("firm_checks.id", ondelete="CASCADE"), index=True)
    item: Mapped[str] = plain(String(24))
    answer: Mapped[CheckAnswer] = plain(Coded(CheckAnswer))


class PartnerOrder(Base):
    """Work ordered from a firm in writing. ``job`` is a record id, or empty; the money stays when it is gone.

    ``place`` names no house: that is on the work order's copy, which the order refers to.
    """

    __tablename__ = "partner_orders"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    firm_id: Mapped[int] = plain(ForeignKey("partner_firms.id", ondelete="CASCADE"), index=True)
    job: Mapped[str] = plain(RecordId, default="", index=True)
    job_number: Mapped[str] = plain(String(16), default="")
    ordered_on: Mapped[str] = plain(String(10))
    work: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    work_on: Mapped[str] = plain(String(10))
    place: Mapped[str] = plain(String(120), kind=ColumnKind.ADDRESS)
    inspect_by: Mapped[str] = plain(String(10), default="")
    yen: Mapped[int] = plain(Integer)
    pay_by: Mapped[str] = plain(String(10))
    received_on: Mapped[str] = plain(String(10), default="")
    paid_on: Mapped[str] = plain(String(10), default="")
    withdrawn_on: Mapped[str] = plain(String(10), default="")
    ordered_by: Mapped[str] = plain(RecordId)
    version: Mapped[int] = plain(Integer, default=1)


class Handover(Base):
    """One line of the hand-over ledger.

    ``job`` and ``copy`` are record ids, or empty. ``fields`` are codes, parted by blanks.
    """

    __tablename__ = "handovers"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    firm: Mapped[str] = plain(String(120), kind=ColumnKind.NAME)
    firm_key: Mapped[str] = plain(String(120), kind=ColumnKind.NAME, index=True)
    basis: Mapped[Basis] = plain(Coded(Basis), index=True)
    medium: Mapped[HandoverMedium] = plain(Coded(HandoverMedium))
    fields: Mapped[str] = plain(String(200), kind=ColumnKind.CODE)
    on: Mapped[str] = plain(String(10), index=True)
    due: Mapped[str] = plain(String(10), default="")
    job: Mapped[str] = plain(RecordId, default="", index=True)
    job_number: Mapped[str] = plain(String(16), default="")
    copy: Mapped[str] = plain(RecordId, default="", index=True)
    copy_number: Mapped[int] = plain(Integer, default=0)
    consent: Mapped[bool] = plain(Boolean, default=False)
    by_contract: Mapped[bool] = plain(Boolean, default=False)
    entered_by: Mapped[str] = plain(RecordId)
    entered_at: Mapped[str] = plain(String(20))
    ended_on: Mapped[str] = plain(String(10), default="", index=True)
    ending: Mapped[Ending | None] = plain(CodedOrNone(Ending), **NONE_YET)
    confirmed_by: Mapped[str] = plain(RecordId, default="")

    customers: Mapped[list[HandoverCustomer]] = relationship(
        cascade="all, delete-orphan", order_by="HandoverCustomer.id"
    )


class HandoverCustomer(Base):
    """A customer whose data was handed over."""

    __tablename__ = "handover_customers"

    id: Mapped[int] = plain(Integer, primary_key=True)
    handover_id: Mapped[int] = plain(ForeignKey("handovers.id", ondelete="CASCADE"), index=True)
    customer: Mapped[str] = plain(RecordId, index=True)
    customer_number: Mapped[str] = plain(String(16))


class ClientDataReturn(Base):
    """That a client contractor's data of one job was returned or destroyed."""

    __tablename__ = "client_data_returns"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    job: Mapped[str] = plain(RecordId, unique=True)
    job_number: Mapped[str] = plain(String(16))
    client: Mapped[str] = plain(String(120), kind=ColumnKind.NAME)
    ended_on: Mapped[str] = plain(String(10))
    ending: Mapped[ClientEnding] = plain(Coded(ClientEnding))
    confirmed_by: Mapped[str] = plain(RecordId)
    confirmed_at: Mapped[str] = plain(String(20))
