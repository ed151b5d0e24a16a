"""Retention rules and choices, disposal batches, the ledger of what was destroyed, and certificates."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.store.base import Base, ColumnKind, RecordId, new_record_id, plain


class RetentionRuleRow(Base):
    """A version of a retention rule that was in force; the ledger names its code and version."""

    __tablename__ = "retention_rules"

    id: Mapped[int] = plain(Integer, primary_key=True)
    code: Mapped[str] = plain(String(40), kind=ColumnKind.CODE, index=True)
    version: Mapped[int] = plain(Integer)
    law: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    definition: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    source: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    as_of: Mapped[str] = plain(String(10))
    in_force_from: Mapped[str] = plain(String(10))


class RetentionChoice(Base):
    """A version of what the office itself chose about a rule; the latest one of a code counts.

    For a rule of the program it is another period, for a rule of the office's own it is the whole rule. One
    that is not ``active`` says that the choice was withdrawn.
    """

    __tablename__ = "retention_choices"
    __table_args__ = (UniqueConstraint("code", "version"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    code: Mapped[str] = plain(String(40), kind=ColumnKind.CODE)
    version: Mapped[int] = plain(Integer)
    title: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    event: Mapped[str] = plain(String(24), default="")
    keeps: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")
    years: Mapped[int] = plain(Integer)
    months: Mapped[int] = plain(Integer)
    active: Mapped[bool] = plain(Boolean, default=True)
    set_by: Mapped[str] = plain(RecordId)
    set_at: Mapped[str] = plain(String(20))


class RetentionDaysRow(Base):
    """When a customer's standing changes by itself; ``id`` is the customer's key.

    Days are ordinals, as of :meth:`datetime.date.toordinal`: a third of their text's bytes, for a row that
    everybody has. The row is stored and deleted with the customer, and ``judged`` is cleared whenever
    something changes that the judgement depends on: see :mod:`hvacdesk.store.retention.retention_triggers`.
    """

    __tablename__ = "retention_days"

    id: Mapped[int] = plain(Integer, primary_key=True)
    judged: Mapped[bool] = plain(Boolean, default=False)
    undecidable: Mapped[bool] = plain(Boolean, default=False)
    due_from: Mapped[int | None] = plain(Integer)
    reducible_from: Mapped[int | None] = plain(Integer)
    held_until: Mapped[int | None] = plain(Integer)

    __table_args__ = tuple(
        Index(f"ix_retention_days_{column}", column, sqlite_where=text(where))
        for column, where in (
            ("judged", "judged = 0"),
            ("undecidable", "undecidable = 1"),
            ("due_from", "due_from IS NOT NULL"),
            ("reducible_from", "reducible_from IS NOT NULL"),
            ("held_until", "held_until IS NOT NULL"),
        )
    )


class DisposalBatch(Base):
    """One review with its decisions, approval and result; or, ``on_request``, what one customer asked for.

    ``epoch`` is the one whose file the customers were deleted from: that file is not the present one any more
    once the keys were changed. ``needle_key`` opens the list of destroyed values until the result is written.
    """

    __tablename__ = "disposal_batches"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    month: Mapped[str] = plain(String(7), index=True)
    on_request: Mapped[bool] = plain(Boolean, default=False)
    state: Mapped[str] = plain(String(16), index=True)
    proposed_by: Mapped[str] = plain(String(32), default="")
    proposed_at: Mapped[str] = plain(String(20), default="")
    approved_by: Mapped[str] = plain(String(32), default="")
    approved_at: Mapped[str] = plain(String(20), default="")
    alone: Mapped[bool] = plain(Boolean, default=False)
    destroyed_at: Mapped[str] = plain(String(20), default="")
    epoch: Mapped[int] = plain(Integer, default=0)
    needle_key: Mapped[str] = plain(String(64), kind=ColumnKind.CODE, default="")
    shred_method: Mapped[str] = plain(String(16), default="")
    shred_level: Mapped[str] = plain(String(4), default="")
    shred_witness: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    shred_certificate: Mapped[str] = plain(String(80), kind=ColumnKind.CODE, default="")

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
    rule: Mapped[str] = plain(String(40), kind=ColumnKind.CODE, default="")
    keeps: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")

    batch: Mapped[DisposalBatch] = relationship(back_populates="items")


class DisposalPlace(Base):
    """What was decided about a row that is not of those who go, but holds something of them.

    ``of_table`` is one of the program's tables, or empty for all that are not: their names might name
    somebody. ``content`` is a salted hash of the row as it was when it was decided about, and is emptied
    when the batch is carried out.
    """

    __tablename__ = "disposal_places"
    __table_args__ = (UniqueConstraint("batch_id", "of_table", "row_key"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    batch_id: Mapped[int] = plain(ForeignKey("disposal_batches.id", ondelete="CASCADE"))
    of_table: Mapped[str] = plain(String(40), kind=ColumnKind.CODE)
    row_key: Mapped[int] = plain(Integer)
    place: Mapped[str] = plain(String(16))
    decision: Mapped[str] = plain(String(8))
    reason: Mapped[str] = plain(String(16), default="")
    decided_by: Mapped[str] = plain(RecordId)
    decided_at: Mapped[str] = plain(String(20))
    content: Mapped[str] = plain(String(64), kind=ColumnKind.CODE, default="")


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
    categories: Mapped[str] = plain(Text, kind=ColumnKind.CODE)
    rule: Mapped[str] = plain(String(40), kind=ColumnKind.CODE)
    law: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)
    keeps: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")
    keeps_until: Mapped[str] = plain(String(10), default="")
    method: Mapped[str] = plain(String(40), kind=ColumnKind.CODE)
    result: Mapped[str] = plain(String(16))
    destroyed_at: Mapped[str] = plain(String(20))
    certificate: Mapped[str] = plain(String(16), default="")


class Certificate(Base):
    """A numbered certificate, as facts (JSON) and the hash of its Japanese PDF.

    ``kind`` is ``disposal``, or ``restore`` for what a restored file had to lose again, which has no batch.
    The facts hold the staff's names and never a customer's data.
    """

    __tablename__ = "certificates"

    id: Mapped[int] = plain(Integer, primary_key=True)
    number: Mapped[str] = plain(String(16), unique=True)
    kind: Mapped[str] = plain(String(16), default="disposal")
    batch: Mapped[str] = plain(RecordId, index=True)
    facts: Mapped[str] = plain(Text, kind=ColumnKind.NAME)
    pdf_sha256: Mapped[str] = plain(String(64), kind=ColumnKind.CODE)
    head_sequence: Mapped[int] = plain(Integer)
    head_hash: Mapped[str] = plain(String(64), kind=ColumnKind.CODE)


class CertificatePdf(Base):
    """A certificate as it was issued in one language: the PDF's very bytes, and their SHA-256.

    Certificates that were issued before these were kept have none. Like the facts, a PDF holds the staff's
    names and never a customer's data.
    """

    __tablename__ = "certificate_pdfs"
    __table_args__ = (UniqueConstraint("certificate_id", "language"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    certificate_id: Mapped[int] = plain(ForeignKey("certificates.id"))
    language: Mapped[str] = plain(String(2))
    pdf: Mapped[bytes] = plain(LargeBinary)
    sha256: Mapped[str] = plain(String(64), kind=ColumnKind.CODE)
