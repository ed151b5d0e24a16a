"""Work orders, the register of their printed copies, and all other papers about customers."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.papers.work_orders import CopyState, Profile
from hvacdesk.store.base import Base, Category, ColumnKind, RecordId, new_record_id, personal, plain
from hvacdesk.store.column_types import Coded


class WorkOrder(Base):
    """One issue of a job's work order. A reprint is another issue with a reason."""

    __tablename__ = "work_orders"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    issued_by: Mapped[str] = plain(RecordId)
    issued_at: Mapped[str] = plain(String(20))
    reprint_reason: Mapped[str] = plain(String(20), default="")

    copies: Mapped[list[Copy]] = relationship(
        back_populates="work_order", cascade="all, delete-orphan", order_by="Copy.copy_number"
    )


class Copy(Base):
    """One numbered copy on paper. ``code`` is what its QR code holds."""

    __tablename__ = "copies"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    work_order_id: Mapped[int] = plain(ForeignKey("work_orders.id", ondelete="CASCADE"), index=True)
    code: Mapped[str] = plain(String(40), kind=ColumnKind.CODE, unique=True)
    copy_number: Mapped[int] = plain(Integer)
    copies: Mapped[int] = plain(Integer)
    profile: Mapped[Profile] = plain(Coded(Profile))
    state: Mapped[CopyState] = plain(Coded(CopyState), index=True)
    return_by: Mapped[str] = plain(String(10), default="")
    holder: Mapped[str] = plain(String(120), kind=ColumnKind.NAME, default="")
    holder_note: Mapped[str] = personal(Category.TEXT, Text, default="")
    printed_at: Mapped[str] = plain(String(20), default="")
    changed_by: Mapped[str] = plain(RecordId, default="")
    changed_at: Mapped[str] = plain(String(20), default="")

    work_order: Mapped[WorkOrder] = relationship(back_populates="copies")


class Cabinet(Base):
    """Where papers are locked away, and the staff member who holds its key."""

    __tablename__ = "cabinets"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    label: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT)
    key_holder: Mapped[str] = plain(RecordId, default="")
    active: Mapped[bool] = plain(Boolean, default=True)


class Paper(Base):
    """Any other paper about a customer: received, signed, or printed here (a contact slip, a report).

    ``code`` is what its QR code holds, or a label's; empty for a paper that carries none.
    """

    __tablename__ = "papers"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[int | None] = plain(ForeignKey("jobs.id", ondelete="SET NULL"), index=True)
    cabinet_id: Mapped[int | None] = plain(ForeignKey("cabinets.id", ondelete="SET NULL"), index=True)
    number: Mapped[str] = plain(String(16), unique=True)
    code: Mapped[str] = plain(String(40), kind=ColumnKind.CODE, default="", index=True)
    kind: Mapped[PaperKind] = plain(Coded(PaperKind))
    label: Mapped[str] = personal(Category.TEXT, Text, default="")
    pages: Mapped[int] = plain(Integer, default=1)
    state: Mapped[PaperState] = plain(Coded(PaperState), index=True)
    dated: Mapped[str] = plain(String(10), default="")
    return_by: Mapped[str] = plain(String(10), default="", index=True)
    holder: Mapped[str] = plain(String(120), kind=ColumnKind.NAME, default="")
    holder_note: Mapped[str] = personal(Category.TEXT, Text, default="")
    registered_by: Mapped[str] = plain(RecordId)
    registered_at: Mapped[str] = plain(String(20))
    changed_by: Mapped[str] = plain(RecordId, default="")
    changed_at: Mapped[str] = plain(String(20), default="")
