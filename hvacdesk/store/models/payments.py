"""Payments, what they pay for, receipts, deposits of bank files that were seen to, what the books have."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Index, Integer, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.domain.billing.handover import HandedOverKind
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptState
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import Base, Category, ColumnKind, RecordId, new_record_id, personal, plain
from hvacdesk.store.column_types import Coded


class Payment(Base):
    """Money that a customer paid or got back. Never deleted: one booked in error is taken back, and stays.

    ``payer`` and ``bank_text`` are what the bank wrote, sealed under the payment key. ``credit_yen`` is what
    is left over for the customer. ``collected_by`` took the cash on site and hands it in.
    """

    __tablename__ = "payments"
    __table_args__ = (
        Index("ix_payments_credit", "customer_id", sqlite_where=text("credit_yen != 0")),
        Index(
            "ix_payments_cash_out",
            "collected_by",
            sqlite_where=text("collected_by != '' AND handed_in_on = '' AND taken_back_on = ''"),
        ),
    )

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = plain(String(16), unique=True)
    received_on: Mapped[str] = plain(String(10), index=True)
    yen: Mapped[int] = plain(Integer)
    fee: Mapped[int] = plain(Integer, default=0)
    way: Mapped[PaymentWay] = plain(Coded(PaymentWay, 8))
    credit_yen: Mapped[int] = plain(Integer, default=0)
    payer: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    bank_text: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    note: Mapped[str] = personal(Category.TEXT, Text, default="")
    collected_by: Mapped[str] = plain(RecordId, default="")
    handed_in_on: Mapped[str] = plain(String(10), default="")
    counted_by: Mapped[str] = plain(RecordId, default="")
    taken_back_on: Mapped[str] = plain(String(10), default="")
    taken_back_by: Mapped[str] = plain(RecordId, default="")
    booked_by: Mapped[str] = plain(RecordId)
    booked_at: Mapped[str] = plain(String(20))
    version: Mapped[int] = plain(Integer, default=1)

    allocations: Mapped[list[PaymentAllocation]] = relationship(
        cascade="all, delete-orphan", order_by="PaymentAllocation.id"
    )


class PaymentAllocation(Base):
    """What of a payment pays for an invoice 充当; negative for a credit note that is set off."""

    __tablename__ = "payment_allocations"

    id: Mapped[int] = plain(Integer, primary_key=True)
    payment_id: Mapped[int] = plain(ForeignKey("payments.id", ondelete="CASCADE"), index=True)
    invoice_id: Mapped[int] = plain(ForeignKey("invoices.id", ondelete="CASCADE"), index=True)
    yen: Mapped[int] = plain(Integer)
    on: Mapped[str] = plain(String(10))


class Receipt(Base):
    """A receipt 領収書, or the number of a blank one that a technician carries."""

    __tablename__ = "receipts"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int | None] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    payment_id: Mapped[int | None] = plain(ForeignKey("payments.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = plain(String(16), unique=True)
    state: Mapped[ReceiptState] = plain(Coded(ReceiptState, 16), index=True)
    issued_on: Mapped[str] = plain(String(10), default="")
    proviso: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SLIP, default="")
    electronic: Mapped[bool] = plain(Boolean, default=False)
    stamp_yen: Mapped[int] = plain(Integer, default=0)
    reissues: Mapped[int] = plain(Integer, default=0)
    holder: Mapped[str] = plain(RecordId, default="")
    given_on: Mapped[str] = plain(String(10), default="")
    back_on: Mapped[str] = plain(String(10), default="")
    issued_by: Mapped[str] = plain(RecordId, default="")
    version: Mapped[int] = plain(Integer, default=1)


class BankLineSeen(Base):
    """A deposit of a bank's file that was booked, or set aside as no customer's.

    Nothing of who paid is kept here: ``digest`` only tells whether a line of another file is the same one.
    """

    __tablename__ = "bank_lines"
    __table_args__ = (UniqueConstraint("digest"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    on: Mapped[str] = plain(String(10), index=True)
    salt: Mapped[str] = plain(String(32))
    digest: Mapped[str] = plain(String(64), kind=ColumnKind.CODE)
    payment_id: Mapped[int | None] = plain(ForeignKey("payments.id", ondelete="SET NULL"), index=True)
    seen_by: Mapped[str] = plain(RecordId)
    seen_at: Mapped[str] = plain(String(20))


class HandedOver(Base):
    """An entry that was handed over to the office's books: once, and named by its record."""

    __tablename__ = "handed_over"
    __table_args__ = (UniqueConstraint("kind", "subject"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    kind: Mapped[HandedOverKind] = plain(Coded(HandedOverKind, 16))
    subject: Mapped[str] = plain(RecordId)
    run: Mapped[str] = plain(RecordId, index=True)
    handed_at: Mapped[str] = plain(String(20))
    handed_by: Mapped[str] = plain(RecordId)
