"""Storage media that hold customers' data, and how each was sanitized."""

from __future__ import annotations

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped

from hvacdesk.store.base import Base, ColumnKind, RecordId, new_record_id, plain


class Medium(Base):
    """A medium of the office. It names things and staff of the office, no customer."""

    __tablename__ = "media"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    kind: Mapped[str] = plain(String(16))
    label: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT)
    maker: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    model: Mapped[str] = plain(String(80), kind=ColumnKind.CODE, default="")
    serial: Mapped[str] = plain(String(80), kind=ColumnKind.CODE, default="")
    used_by: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    registered_by: Mapped[str] = plain(RecordId)
    registered_on: Mapped[str] = plain(String(10))
    sanitized_on: Mapped[str] = plain(String(10), default="")
    sanitized_by: Mapped[str] = plain(RecordId, default="")
    sanitization: Mapped[str] = plain(String(16), default="")
    technique: Mapped[str] = plain(String(24), default="")
    tool: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    verification: Mapped[str] = plain(String(16), default="")
    verified_by: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    witness: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    certificate: Mapped[str] = plain(String(80), kind=ColumnKind.CODE, default="")
    destination: Mapped[str] = plain(String(16), default="")
