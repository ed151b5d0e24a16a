"""What was found and measured on site, and the refrigerant log."""

from __future__ import annotations

from sqlalchemy import Float, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped

from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import Base, Category, ColumnKind, RecordId, new_record_id, personal, plain


class JobResult(Base):
    """What holds for the whole job: explained, photographed, signed, warranted.

    ``checks`` is JSON: for each check's code ``ok``, ``found`` or ``none`` (does not apply). ``survey_on``
    and ``survey_by`` say when and by whom the asbestos survey was done, ``survey_target`` and
    ``survey_qualified`` of what and with which qualification, ``survey_basis`` how its outcome is known.
    """

    __tablename__ = "job_results"

    id: Mapped[int] = plain(Integer, primary_key=True)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), unique=True)
    worked_on: Mapped[str] = plain(String(10), default="")
    started: Mapped[str] = plain(String(5), default="")
    ended: Mapped[str] = plain(String(5), default="")
    checks: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="{}")
    warranty_until: Mapped[str] = plain(String(10), default="")
    survey_on: Mapped[str] = plain(String(10), default="")
    survey_by: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    survey_target: Mapped[str] = plain(String(16), default="")
    survey_qualified: Mapped[str] = plain(String(24), default="")
    survey_basis: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SITE, default="")
    text: Mapped[str] = personal(Category.TEXT, Text, default="")
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))
    version: Mapped[int] = plain(Integer, default=1)


class UnitResult(Base):
    """Measured values of one unit in one job.

    ``measured`` is JSON: for each quantity's code its number in the quantity's own unit. ``checks`` is JSON
    as in :class:`JobResult` and holds the items of a simple inspection (in Japanese kan'i tenken).
    """

    __tablename__ = "unit_results"

    id: Mapped[int] = plain(Integer, primary_key=True)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    unit_id: Mapped[int] = plain(ForeignKey("units.id", ondelete="CASCADE"), index=True)
    measured: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="{}")
    checks: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="{}")
    text: Mapped[str] = personal(Category.TEXT, Text, default="")


class RefrigerantEntry(Base):
    """Refrigerant that was charged into or recovered from a unit, in kg (フロン排出抑制法: kept 5 years)."""

    __tablename__ = "refrigerant_log"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    unit_id: Mapped[int] = plain(ForeignKey("units.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[int | None] = plain(ForeignKey("jobs.id", ondelete="SET NULL"), index=True)
    on: Mapped[str] = plain(String(10), index=True)
    kind: Mapped[str] = plain(String(16))
    kg: Mapped[float] = plain(Float)
    refrigerant: Mapped[str] = plain(String(20))
    reason: Mapped[str] = plain(String(24), default="")
    worker: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    servicer: Mapped[str] = plain(String(200), kind=ColumnKind.ADDRESS, default="")
    certificate: Mapped[str] = personal(Category.IDENTIFIER, Text, field=RecordField.REFRIGERANT, default="")
    text: Mapped[str] = personal(Category.TEXT, Text, default="")
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))
    struck_at: Mapped[str] = plain(String(20), default="")
    struck_by: Mapped[str] = plain(RecordId, default="")
    struck_reason: Mapped[str] = plain(String(24), default="")


class GasHandover(Base):
    """That recovered refrigerant was handed on, in kg, and what became of it (フロン排出抑制法 46条, 47条).

    ``certificate`` and ``certified_on`` are of the paper that says that it was reclaimed or destroyed
    (再生証明書, 破壊証明書); empty until it came.
    """

    __tablename__ = "gas_handovers"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    entry_id: Mapped[int] = plain(ForeignKey("refrigerant_log.id", ondelete="CASCADE"), index=True)
    on: Mapped[str] = plain(String(10))
    kg: Mapped[float] = plain(Float)
    receiver: Mapped[str] = plain(String(200), kind=ColumnKind.NAME)
    use: Mapped[str] = plain(String(16))
    certificate: Mapped[str] = personal(Category.IDENTIFIER, Text, field=RecordField.REFRIGERANT, default="")
    certified_on: Mapped[str] = plain(String(10), default="")
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))


class ElectricalEntry(Base):
    """A job's entry in the electrical-work ledger (電気工事業法 26条, 施行規則 13条: kept 5 years).

    The customer's name and address and the place come from the job. ``result`` says how the inspection ended,
    ``checks`` (JSON as in :class:`JobResult`) what was looked at.
    """

    __tablename__ = "electrical_ledger"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), unique=True)
    on: Mapped[str] = plain(String(10), index=True)
    work: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SITE, default="")
    chief: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    workers: Mapped[str] = plain(String(200), kind=ColumnKind.NAME, default="")
    diagram: Mapped[str] = personal(Category.IDENTIFIER, Text, field=RecordField.SLIP, default="")
    insulation_mohm: Mapped[float | None] = plain(Float)
    earth_ohm: Mapped[float | None] = plain(Float)
    volts: Mapped[float | None] = plain(Float)
    result: Mapped[str] = plain(String(16), default="")
    checks: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="{}")
    text: Mapped[str] = personal(Category.TEXT, Text, default="")
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))
    version: Mapped[int] = plain(Integer, default=1)
