"""The price list and estimates."""

from __future__ import annotations

from sqlalchemy import Boolean, Float, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.domain.billing.estimates import EstimateState
from hvacdesk.domain.jobs.jobs import WorkItem
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import Base, Category, ColumnKind, RecordId, new_record_id, personal, plain
from hvacdesk.store.column_types import NONE_YET, Coded, CodedOrNone


class Price(Base):
    """One line of the office's price list. ``item`` is a work item's code, or empty for a line of its own.

    ``yen`` is empty until the office has decided on a price.
    """

    __tablename__ = "prices"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    position: Mapped[int] = plain(Integer, default=0)
    item: Mapped[WorkItem | None] = plain(CodedOrNone(WorkItem, 32), **NONE_YET)
    label: Mapped[str] = plain(String(120), kind=ColumnKind.TEXT, default="")
    unit: Mapped[str] = plain(String(8), default="")
    yen: Mapped[int | None] = plain(Integer)
    active: Mapped[bool] = plain(Boolean, default=True)


class Estimate(Base):
    """An estimate 見積書 for a job, as it was given; a changed one is another with a higher ``issue``.

    ``costs_apart``: material, labour and other needed costs are listed apart
    (建設業法 20条 材料費等記載見積書).
    """

    __tablename__ = "estimates"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = plain(String(16), unique=True)
    issue: Mapped[int] = plain(Integer, default=1)
    state: Mapped[EstimateState] = plain(Coded(EstimateState, 16))
    issued_on: Mapped[str] = plain(String(10), default="")
    valid_until: Mapped[str] = plain(String(10), default="")
    tax_percent: Mapped[int] = plain(Integer)
    prices_with_tax: Mapped[bool] = plain(Boolean, default=False)
    costs_apart: Mapped[bool] = plain(Boolean, default=False)
    text: Mapped[str] = personal(Category.TEXT, Text, default="")
    issued_by: Mapped[str] = plain(RecordId, default="")
    version: Mapped[int] = plain(Integer, default=1)

    lines: Mapped[list[EstimateLine]] = relationship(
        cascade="all, delete-orphan", order_by="EstimateLine.position"
    )


class EstimateLine(Base):
    """One line of an estimate. ``yen`` is the price of one ``unit``; a discount is negative."""

    __tablename__ = "estimate_lines"

    id: Mapped[int] = plain(Integer, primary_key=True)
    estimate_id: Mapped[int] = plain(ForeignKey("estimates.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = plain(Integer)
    item: Mapped[WorkItem | None] = plain(CodedOrNone(WorkItem, 32), **NONE_YET)
    label: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SLIP, default="")
    quantity: Mapped[float] = plain(Float)
    unit: Mapped[str] = plain(String(8), default="")
    yen: Mapped[int] = plain(Integer)
