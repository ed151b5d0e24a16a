"""Customers, their phones, contacts and cautions, merged duplicates, and the text they are found by."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.domain.customers.cautions import CautionKind
from hvacdesk.domain.customers.customers import CustomerKind, PaymentMethod, PhoneKind
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import CONTENT, Base, Category, ColumnKind, RecordId, new_record_id, personal, plain
from hvacdesk.store.column_types import Coded


class Customer(Base):
    """A person or an organisation. ``number`` is the office's own, printed on the customer's copy.

    ``merged_into_id`` marks a duplicate that lives on in another customer: no list and no search shows it.
    ``reduced_to`` names the fields that a disposal left when it destroyed the others, on ``reduced_on``.
    ``suspended_on``: the day since which the record is locked.
    ``erasure_asked_on`` is the day from which the customer wants everything erased that no law keeps.
    """

    __tablename__ = "customers"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(12), unique=True)
    kind: Mapped[CustomerKind] = plain(Coded(CustomerKind))
    family_name: Mapped[str] = personal(Category.NAME, Text, default="")
    given_name: Mapped[str] = personal(Category.NAME, Text, default="")
    family_kana: Mapped[str] = personal(Category.KANA, Text, default="")
    given_kana: Mapped[str] = personal(Category.KANA, Text, default="")
    organisation: Mapped[str] = personal(Category.NAME, Text, default="")
    organisation_kana: Mapped[str] = personal(Category.KANA, Text, default="")
    postal_code: Mapped[str] = personal(Category.ADDRESS, String(7), default="")
    prefecture: Mapped[str] = personal(Category.ADDRESS, Text, default="")
    city: Mapped[str] = personal(Category.ADDRESS, Text, default="")
    town: Mapped[str] = personal(Category.ADDRESS, Text, default="")
    street: Mapped[str] = personal(Category.ADDRESS, Text, default="")
    building: Mapped[str] = personal(Category.ADDRESS, Text, default="")
    email: Mapped[str] = personal(Category.EMAIL, Text, default="")
    note: Mapped[str] = personal(Category.TEXT, Text, default="")
    payment_method: Mapped[PaymentMethod] = plain(Coded(PaymentMethod))
    bank: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    branch: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    account: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    payer: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    card_brand: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    card_last_four: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    remarks: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    registered_on: Mapped[str] = plain(String(10))
    last_contact_on: Mapped[str] = plain(String(10))
    used_at: Mapped[str] = plain(String(20), index=True)
    version: Mapped[int] = plain(Integer, default=1)
    reduced_on: Mapped[str] = plain(String(10), default="")
    reduced_to: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")
    suspended_on: Mapped[str] = plain(String(10), default="", index=True)
    erasure_asked_on: Mapped[str] = plain(String(10), default="")
    merged_into_id: Mapped[int | None] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    closing_day: Mapped[int] = plain(Integer, default=0, index=True)
    pay_months: Mapped[int] = plain(Integer, default=0)
    pay_day: Mapped[int] = plain(Integer, default=0)
    carries_balance: Mapped[bool] = plain(Boolean, default=False, server_default="0")

    phones: Mapped[list[CustomerPhone]] = relationship(
        back_populates="customer", cascade="all, delete-orphan", order_by="CustomerPhone.position"
    )
    cautions: Mapped[list[CustomerCaution]] = relationship(
        cascade="all, delete-orphan", order_by="CustomerCaution.id"
    )


class CustomerPhone(Base):
    """One phone of a customer. ``digits`` is what a whole number is compared with."""

    __tablename__ = "customer_phones"
    __table_args__ = CONTENT

    id: Mapped[int] = plain(Integer, primary_key=True)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = plain(Integer, default=0)
    kind: Mapped[PhoneKind] = plain(Coded(PhoneKind))
    number: Mapped[str] = personal(Category.PHONE, Text)
    digits: Mapped[str] = personal(Category.PHONE, Text, index=True)

    customer: Mapped[Customer] = relationship(back_populates="phones")


class CustomerFinding(Base):
    """How one customer is found: a narrow table, so that all of it loads into memory quickly.

    ``shown`` is the folded text of what every mask shows and may be matched by any part; the others are
    folded hidden values, matched by their exact full form only: ``whole_address`` is town and street.
    """

    __tablename__ = "customer_findings"

    id: Mapped[int] = plain(Integer, primary_key=True)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), unique=True)
    shown: Mapped[str] = personal(Category.NAME, Text, kind=ColumnKind.TEXT)
    whole_name: Mapped[str] = personal(Category.NAME, Text, index=True)
    whole_kana: Mapped[str] = personal(Category.KANA, Text, index=True)
    whole_email: Mapped[str] = personal(Category.EMAIL, Text, index=True)
    whole_address: Mapped[str] = personal(Category.ADDRESS, Text, index=True, default="")


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
    kind: Mapped[CautionKind] = plain(Coded(CautionKind))
    detail: Mapped[str] = personal(Category.TEXT, Text, default="")
    added_by: Mapped[str] = plain(RecordId, default="")
    added_on: Mapped[str] = plain(String(10), default="")


class CustomerMerge(Base):
    """A duplicate that lives on in another customer, and what must move back to undo the merge.

    ``moved`` is JSON of table names and marks of rows (see :mod:`hvacdesk.store.customers.marks`), in older
    merges their keys; ``before`` is JSON of the values of the kept customer that the merge changed.
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
