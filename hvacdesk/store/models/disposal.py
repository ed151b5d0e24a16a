"""Disposal batches, the ledger of what was destroyed, certificates, and media with how each was sanitized."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.disposal.media import Destination, MediumKind, Sanitization, Technique, Verification
from hvacdesk.domain.disposal.place_decisions import KeepReason, PlaceDecision
from hvacdesk.domain.disposal.remnants import RemnantPlace
from hvacdesk.domain.disposal.shredding import ShredMethod
from hvacdesk.store.base import Base, ColumnKind, RecordId, new_record_id, plain
from hvacdesk.store.column_types import NONE_YET, Coded, CodedOrNone


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
    state: Mapped[BatchState] = plain(Coded(BatchState), index=True)
    proposed_by: Mapped[str] = plain(String(32), default="")
    proposed_at: Mapped[str] = plain(String(20), default="")
    approved_by: Mapped[str] = plain(String(32), default="")
    approved_at: Mapped[str] = plain(String(20), default="")
    alone: Mapped[bool] = plain(Boolean, default=False)
    destroyed_at: Mapped[str] = plain(String(20), default="")
    epoch: Mapped[int] = plain(Integer, default=0)
    needle_key: Mapped[str] = plain(String(64), kind=ColumnKind.CODE, default="")
    shred_method: Mapped[ShredMethod | None] = plain(CodedOrNone(ShredMethod), **NONE_YET)
    shred_level: Mapped[str] = plain(String(4), default="")
    shred_witness: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    shred_certificate: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")

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
    decision: Mapped[Decision] = plain(Coded(Decision))
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
    place: Mapped[RemnantPlace] = plain(Coded(RemnantPlace))
    decision: Mapped[PlaceDecision] = plain(Coded(PlaceDecision))
    reason: Mapped[KeepReason | None] = plain(CodedOrNone(KeepReason), **NONE_YET)
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
    result: Mapped[BatchState] = plain(Coded(BatchState))
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


class Medium(Base):
    """A medium of the office. It names things and staff of the office, no customer."""

    __tablename__ = "media"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    kind: Mapped[MediumKind] = plain(Coded(MediumKind))
    label: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT)
    maker: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    model: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    serial: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    used_by: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    registered_by: Mapped[str] = plain(RecordId)
    registered_on: Mapped[str] = plain(String(10))
    sanitized_on: Mapped[str] = plain(String(10), default="")
    sanitized_by: Mapped[str] = plain(RecordId, default="")
    sanitization: Mapped[Sanitization | None] = plain(CodedOrNone(Sanitization), **NONE_YET)
    technique: Mapped[Technique | None] = plain(CodedOrNone(Technique), **NONE_YET)
    tool: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    verification: Mapped[Verification | None] = plain(CodedOrNone(Verification), **NONE_YET)
    verified_by: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    witness: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    certificate: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    destination: Mapped[Destination | None] = plain(CodedOrNone(Destination), **NONE_YET)
