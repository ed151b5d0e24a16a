"""Retention rules in force, disposal batches, the ledger of what was destroyed, and certificates."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.store.base import Base, RecordId, new_record_id, plain


class RetentionRuleRow(Base):
    """A version of a retention rule that was in force; the ledger names its code and version."""

    __tablename__ = "retention_rules"

    id: Mapped[int] = plain(Integer, primary_key=True)
    code: Mapped[str] = plain(String(40), index=True)
    version: Mapped[int] = plain(Integer)
    law: Mapped[str] = plain(Text)
    definition: Mapped[str] = plain(Text)
    source: Mapped[str] = plain(Text)
    as_of: Mapped[str] = plain(String(10))
    in_force_from: Mapped[str] = plain(String(10))


class DisposalBatch(Base):
    """One review with its decisions, approval and result.

    ``epoch`` is the one whose file the customers were deleted from: that file is not the present one any more
    once the keys were changed. ``needle_key`` opens the list of destroyed values until the result is written.
    """

    __tablename__ = "disposal_batches"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    month: Mapped[str] = plain(String(7), index=True)
    state: Mapped[str] = plain(String(16), index=True)
    proposed_by: Mapped[str] = plain(String(32), default="")
    proposed_at: Mapped[str] = plain(String(20), default="")
    approved_by: Mapped[str] = plain(String(32), default="")
    approved_at: Mapped[str] = plain(String(20), default="")
    alone: Mapped[bool] = plain(Boolean, default=False)
    destroyed_at: Mapped[str] = plain(String(20), default="")
    epoch: Mapped[int] = plain(Integer, default=0)
    needle_key: Mapped[str] = plain(String(64), default="")
    shred_method: Mapped[str] = plain(String(16), default="")
    shred_level: Mapped[str] = plain(String(4), default="")
    shred_witness: Mapped[str] = plain(String(80), default="")
    shred_certificate: Mapped[str] = plain(String(80), default="")

    items: Mapped[list[DisposalItem]] = relationship(
        back_populates="batch", cascade="all, delete-orphan", order_by="DisposalItem.id"
    )


class DisposalItem(Base):
    """The decision about one customer. The row outlives the customer, so it names record ids only."""

    __tablename__ = "disposal_items"

    id: Mapped[int] = plain(Integer, primary_key=True)
    batch_id: Mapped[int] = plain(ForeignKey("disposal_batches.id", ondelete="CASCADE"), index=True)
    customer: Mapped[str] = plain(RecordId, index=True)
    customer_number: Mapped[str] = plain(String(12))
    decision: Mapped[str] = plain(String(16))
    rule: Mapped[str] = plain(String(40), default="")
    keeps: Mapped[str] = plain(Text, default="")

    batch: Mapped[DisposalBatch] = relationship(back_populates="items")


class DisposalLedgerRow(Base):
    """What was destroyed: record id, categories with counts, rule, law, method, result. Never a value.

    ``keeps`` names the fields that a reduction left, and ``rule`` and ``law`` say why until ``keeps_until``.
    A customer who is reduced and later destroyed has a line for each.
    """

    __tablename__ = "disposal_ledger"

    id: Mapped[int] = plain(Integer, primary_key=True)
    batch: Mapped[str] = plain(RecordId, index=True)
    record: Mapped[str] = plain(RecordId, index=True)
    customer_number: Mapped[str] = plain(String(12), index=True)
    categories: Mapped[str] = plain(Text)
    rule: Mapped[str] = plain(String(40))
    law: Mapped[str] = plain(Text)
    keeps: Mapped[str] = plain(Text, default="")
    keeps_until: Mapped[str] = plain(String(10), default="")
    method: Mapped[str] = plain(String(40))
    result: Mapped[str] = plain(String(16))
    destroyed_at: Mapped[str] = plain(String(20))
    certificate: Mapped[str] = plain(String(16), default="")


class Certificate(Base):
    """A numbered certificate of disposal, as facts (JSON) and the hash of each PDF drawn from them.

    The facts hold the staff's names and never a customer's data.
    """

    __tablename__ = "certificates"

    id: Mapped[int] = plain(Integer, primary_key=True)
    number: Mapped[str] = plain(String(16), unique=True)
    batch: Mapped[str] = plain(RecordId, index=True)
    facts: Mapped[str] = plain(Text)
    pdf_sha256: Mapped[str] = plain(String(64))
    head_sequence: Mapped[int] = plain(Integer)
    head_hash: Mapped[str] = plain(String(64))
