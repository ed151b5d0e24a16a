"""Call notes."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped

from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import CONTENT, Base, Category, RecordId, new_record_id, personal, plain


class CallNote(Base):
    """A call 電話メモ, perhaps from somebody unknown, and when to call back.

    ``invoice`` is the record id of the invoice that it was about, which may be gone by now.
    """

    __tablename__ = "call_notes"
    __table_args__ = (
        Index("ix_call_notes_invoice", "invoice", sqlite_where=text("invoice != ''")),
        CONTENT,
    )

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int | None] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    taken_by: Mapped[str] = plain(RecordId)
    taken_at: Mapped[str] = plain(String(20), index=True)
    caller_name: Mapped[str] = personal(Category.NAME, Text, field=RecordField.TEXT, default="")
    phone: Mapped[str] = personal(Category.PHONE, Text, default="")
    digits: Mapped[str] = personal(Category.PHONE, Text, default="", index=True)
    subject: Mapped[str] = plain(String(24), default="")
    text: Mapped[str] = personal(Category.TEXT, Text, default="")
    for_account: Mapped[str] = plain(RecordId, default="", index=True)
    call_back_by: Mapped[str] = plain(String(16), default="", index=True)
    urgent: Mapped[bool] = plain(Boolean, default=False)
    done_at: Mapped[str] = plain(String(20), default="", index=True)
    done_by: Mapped[str] = plain(RecordId, default="")
    outcome: Mapped[str] = personal(Category.TEXT, Text, default="")
    way: Mapped[str] = plain(String(8), default="received")
    invoice: Mapped[str] = plain(RecordId, default="")
    version: Mapped[int] = plain(Integer, default=1)
