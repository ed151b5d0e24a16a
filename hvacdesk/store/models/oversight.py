"""The audit log, the notes apart from its hash chain that may be erased, and the sheets of access reviews."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped

from hvacdesk.store.base import CONTENT, Base, Category, ColumnKind, RecordId, personal, plain
from hvacdesk.store.oversight.log_text import LogDetails, LogMoment, LogText


class AuditRow(Base):
    """One entry. ``details`` is canonical JSON of codes, field names and counts."""

    __tablename__ = "audit_log"

    id: Mapped[int] = plain(Integer, primary_key=True)
    at: Mapped[str] = plain(LogMoment(20), index=True)
    actor: Mapped[str] = plain(LogText(32), index=True)
    action: Mapped[str] = plain(LogText(32), index=True)
    subject: Mapped[str] = plain(LogText(48), kind=ColumnKind.CODE, default="", index=True)
    details: Mapped[str] = plain(LogDetails, kind=ColumnKind.CODE, default="{}")
    note_hash: Mapped[str] = plain(LogText(64), kind=ColumnKind.CODE, default="")
    previous: Mapped[str] = plain(LogText(64), kind=ColumnKind.CODE)
    hash: Mapped[str] = plain(LogText(64), kind=ColumnKind.CODE)


class AuditNote(Base):
    """A free-text note to an entry; the chain holds only its salted hash."""

    __tablename__ = "audit_notes"
    __table_args__ = CONTENT

    id: Mapped[int] = plain(Integer, primary_key=True)
    audit_id: Mapped[int] = plain(ForeignKey("audit_log.id"), unique=True)
    customer_id: Mapped[int | None] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    salt: Mapped[bytes] = plain(LargeBinary)
    text: Mapped[str] = personal(Category.TEXT, Text)


class AccessReviewRow(Base):
    """A month's access review that was signed off; ``findings`` is JSON of codes and counts."""

    __tablename__ = "access_reviews"

    id: Mapped[int] = plain(Integer, primary_key=True)
    month: Mapped[str] = plain(String(7), unique=True)
    signed_by: Mapped[str] = plain(RecordId)
    signed_at: Mapped[str] = plain(String(20))
    about_themselves: Mapped[bool] = plain(Boolean, default=False)
    head_sequence: Mapped[int] = plain(Integer)
    head_hash: Mapped[str] = plain(String(64), kind=ColumnKind.CODE)
    findings: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="[]")
    remark: Mapped[str] = plain(Text, kind=ColumnKind.TEXT, default="")
