"""What the register keeps beside the customer: contacts, cautions, call notes and merged duplicates."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped

from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import CONTENT, Base, Category, ColumnKind, RecordId, new_record_id, personal, plain


class CustomerContact(Base):
    """A person to speak to at an organisation. ``digits`` is what a whole number is compared with."""

    __tablename__ = "customer_contacts"
    __table_args__ = CONTENT

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = plain(Integer, default=0)
    department: Mapped[str] = personal(Category.TEXT, Text, default="")
    family_name: Mapped[str] = personal(Category.NAME, Text, field=RecordField.TEXT, default="")
    given_name: Mapped[str] = personal(Category.NAME, Text, field=RecordField.TEXT, default="")
    family_kana: Mapped[str] = personal(Category.KANA, Text, field=RecordField.TEXT, default="")
    given_kana: Mapped[str] = personal(Category.KANA, Text, field=RecordField.TEXT, default="")
    phone: Mapped[str] = personal(Category.PHONE, Text, default="")
    digits: Mapped[str] = personal(Category.PHONE, Text, default="", index=True)
    email: Mapped[str] = personal(Category.EMAIL, Text, default="")
    version: Mapped[int] = plain(Integer, default=1)


class CustomerCaution(Base):
    """One structured caution 注意事項: a code, and at most a short text that may be disclosed."""

    __tablename__ = "customer_cautions"
    __table_args__ = CONTENT

    id: Mapped[int] = plain(Integer, primary_key=True)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = plain(String(24))
    detail: Mapped[str] = personal(Category.TEXT, Text, default="")
    added_by: Mapped[str] = plain(RecordId, default="")
    added_on: Mapped[str] = plain(String(10), default="")


class CustomerMerge(Base):
    """A duplicate that lives on in another customer, and what must move back to undo the merge.

    ``moved`` is JSON of table names and row keys; ``before`` is JSON of the values of the kept customer that
    the merge changed.
    """

    __tablename__ = "customer_merges"
    __table_args__ = CONTENT

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    merged_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    moved: Mapped[str] = plain(Text, kind=ColumnKind.CODE)
    before: Mapped[str] = personal(Category.TEXT, Text, default="{}")
    merged_by: Mapped[str] = plain(RecordId)
    merged_at: Mapped[str] = plain(String(20))


class CallNote(Base):
    """A call 電話メモ, perhaps from somebody unknown, and when to call back."""

    __tablename__ = "call_notes"
    __table_args__ = CONTENT

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
    version: Mapped[int] = plain(Integer, default=1)
