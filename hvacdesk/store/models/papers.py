"""Work orders and the register of their printed copies."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.store.base import Base, Category, RecordId, new_record_id, personal, plain


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
    code: Mapped[str] = plain(String(40), unique=True)
    copy_number: Mapped[int] = plain(Integer)
    copies: Mapped[int] = plain(Integer)
    profile: Mapped[str] = plain(String(16))
    state: Mapped[str] = plain(String(16), index=True)
    return_by: Mapped[str] = plain(String(10), default="")
    holder: Mapped[str] = plain(String(120), default="")
    holder_note: Mapped[str] = personal(Category.TEXT, Text, default="")
    printed_at: Mapped[str] = plain(String(20), default="")
    changed_by: Mapped[str] = plain(RecordId, default="")
    changed_at: Mapped[str] = plain(String(20), default="")

    work_order: Mapped[WorkOrder] = relationship(back_populates="copies")
