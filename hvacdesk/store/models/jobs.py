"""Sites, units, jobs with their parties, staff, work items and dated events; what was found and measured on
site, and the ledgers that the law asks for.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Float, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.domain.jobs.electrical import Inspection
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState, UnitPart, WorkItem, WorkKind
from hvacdesk.domain.jobs.refrigerant import GasUse, RefrigerantKind, StrikeReason
from hvacdesk.domain.jobs.surveys import Qualification, SurveyTarget
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import Base, Category, ColumnKind, RecordId, new_record_id, personal, plain
from hvacdesk.store.column_types import NONE_YET, Coded, CodedOrNone


class Site(Base):
    """A place of work of a customer.

    ``detached``: a detached house, or else a flat; None where nobody told.
    """

    __tablename__ = "sites"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = personal(Category.TEXT, Text, default="")
    postal_code: Mapped[str] = personal(Category.ADDRESS, String(7), field=RecordField.SITE, default="")
    prefecture: Mapped[str] = personal(Category.ADDRESS, Text, field=RecordField.SITE, default="")
    city: Mapped[str] = personal(Category.ADDRESS, Text, field=RecordField.SITE, default="")
    town: Mapped[str] = personal(Category.ADDRESS, Text, field=RecordField.SITE, default="")
    street: Mapped[str] = personal(Category.ADDRESS, Text, field=RecordField.SITE, default="")
    building: Mapped[str] = personal(Category.ADDRESS, Text, field=RecordField.SITE, default="")
    detached: Mapped[bool | None] = plain(Boolean)
    floor: Mapped[str] = plain(String(20), kind=ColumnKind.TEXT, default="")
    attends: Mapped[str] = personal(Category.NAME, Text, field=RecordField.TEXT, default="")
    manager_permission: Mapped[bool] = plain(Boolean, default=False)
    building_started_on: Mapped[str] = plain(String(10), default="")
    access: Mapped[str] = personal(Category.ACCESS, Text, default="")
    lock_codes: Mapped[str] = personal(Category.ACCESS, Text, default="")
    version: Mapped[int] = plain(Integer, default=1)

    units: Mapped[list[Unit]] = relationship(back_populates="site", cascade="all, delete-orphan")


class Unit(Base):
    """An air conditioner at a site. Its serial number identifies a purchase, hence a person.

    ``design_years``: the maker's 設計上の標準使用期間 in years; None where nobody read it off the unit.
    """

    __tablename__ = "units"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    site_id: Mapped[int] = plain(ForeignKey("sites.id", ondelete="CASCADE"), index=True)
    place: Mapped[str] = personal(Category.TEXT, Text, default="")
    outdoor: Mapped[bool] = plain(Boolean, default=False)
    maker: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    model: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    serial: Mapped[str] = personal(Category.IDENTIFIER, Text, field=RecordField.UNIT, default="", index=True)
    capacity_kw: Mapped[float | None] = plain(Float)
    year: Mapped[int | None] = plain(Integer)
    refrigerant: Mapped[str] = plain(String(20), kind=ColumnKind.TEXT, default="")
    charge_kg: Mapped[float | None] = plain(Float)
    volts: Mapped[int | None] = plain(Integer)
    outlet: Mapped[str] = plain(String(40), kind=ColumnKind.TEXT, default="")
    commercial: Mapped[bool] = plain(Boolean, default=False)
    design_years: Mapped[int | None] = plain(Integer)

    site: Mapped[Site] = relationship(back_populates="units")


class Job(Base):
    """A piece of work. ``customer_id`` is the requester, in whose name the job is kept;
    ``contact_id`` the person there whom the job is about.
    """

    __tablename__ = "jobs"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    number: Mapped[str] = plain(String(16), unique=True)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    resident_id: Mapped[int | None] = plain(ForeignKey("customers.id", ondelete="SET NULL"), index=True)
    building_manager_id: Mapped[int | None] = plain(
        ForeignKey("customers.id", ondelete="SET NULL"), index=True
    )
    payer_id: Mapped[int | None] = plain(ForeignKey("customers.id", ondelete="SET NULL"), index=True)
    site_id: Mapped[int] = plain(ForeignKey("sites.id", ondelete="CASCADE"), index=True)
    work_kind: Mapped[WorkKind] = plain(Coded(WorkKind))
    state: Mapped[JobState] = plain(Coded(JobState), index=True)
    on: Mapped[str] = plain(String(10), default="", index=True)
    starts: Mapped[str] = plain(String(5), default="")
    ends: Mapped[str] = plain(String(5), default="")
    partner_firm: Mapped[str] = plain(String(120), kind=ColumnKind.NAME, default="", index=True)
    amount_to_collect: Mapped[int | None] = plain(Integer)
    client_contractor: Mapped[str] = plain(String(120), kind=ColumnKind.NAME, default="", index=True)
    contact_id: Mapped[int | None] = plain(
        ForeignKey("customer_contacts.id", ondelete="SET NULL"), index=True
    )
    client_slip: Mapped[str] = personal(Category.IDENTIFIER, Text, field=RecordField.SLIP, default="")
    plan_id: Mapped[int | None] = plain(ForeignKey("inspection_plans.id", ondelete="SET NULL"), index=True)
    new_housing: Mapped[bool] = plain(Boolean, default=False)
    note: Mapped[str] = personal(Category.TEXT, Text, default="")
    received_on: Mapped[str] = plain(String(10))
    version: Mapped[int] = plain(Integer, default=1)

    site: Mapped[Site] = relationship()
    staff: Mapped[list[JobStaff]] = relationship(cascade="all, delete-orphan", order_by="JobStaff.id")
    units: Mapped[list[JobUnitLink]] = relationship(cascade="all, delete-orphan", order_by="JobUnitLink.id")
    items: Mapped[list[JobItem]] = relationship(cascade="all, delete-orphan", order_by="JobItem.id")
    events: Mapped[list[JobEventRow]] = relationship(cascade="all, delete-orphan", order_by="JobEventRow.id")


class JobStaff(Base):
    """A staff member assigned to a job."""

    __tablename__ = "job_staff"

    id: Mapped[int] = plain(Integer, primary_key=True)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    account: Mapped[str] = plain(RecordId, index=True)


class JobUnitLink(Base):
    """A unit that a job is about, and what is done with it."""

    __tablename__ = "job_units"

    id: Mapped[int] = plain(Integer, primary_key=True)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    unit_id: Mapped[int] = plain(ForeignKey("units.id", ondelete="CASCADE"), index=True)
    part: Mapped[UnitPart] = plain(Coded(UnitPart))


class JobItem(Base):
    """One standard or additional work item."""

    __tablename__ = "job_items"

    id: Mapped[int] = plain(Integer, primary_key=True)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    item: Mapped[WorkItem] = plain(Coded(WorkItem))
    quantity: Mapped[float | None] = plain(Float)
    unit: Mapped[str] = plain(String(8), kind=ColumnKind.TEXT, default="")
    yen: Mapped[int | None] = plain(Integer)
    detail: Mapped[str] = personal(Category.TEXT, Text, default="")


class JobEventRow(Base):
    """A dated event from which a retention period may start."""

    __tablename__ = "job_events"

    id: Mapped[int] = plain(Integer, primary_key=True)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    kind: Mapped[EventKind] = plain(Coded(EventKind))
    on: Mapped[str] = plain(String(10))
    number: Mapped[str] = personal(Category.IDENTIFIER, Text, field=RecordField.SLIP, default="")
    amount: Mapped[int | None] = plain(Integer)
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))


class JobStateChange(Base):
    """Who moved a job to which state, and when."""

    __tablename__ = "job_state_changes"

    id: Mapped[int] = plain(Integer, primary_key=True)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    state: Mapped[JobState] = plain(Coded(JobState))
    changed_by: Mapped[str] = plain(RecordId)
    changed_at: Mapped[str] = plain(String(20))


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
    survey_target: Mapped[SurveyTarget | None] = plain(CodedOrNone(SurveyTarget), **NONE_YET)
    survey_qualified: Mapped[Qualification | None] = plain(CodedOrNone(Qualification), **NONE_YET)
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
    kind: Mapped[RefrigerantKind] = plain(Coded(RefrigerantKind))
    kg: Mapped[float] = plain(Float)
    refrigerant: Mapped[str] = plain(String(20), kind=ColumnKind.TEXT)
    reason: Mapped[str] = plain(String(24), default="")
    worker: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    servicer: Mapped[str] = plain(String(200), kind=ColumnKind.ADDRESS, default="")
    certificate: Mapped[str] = personal(Category.IDENTIFIER, Text, field=RecordField.REFRIGERANT, default="")
    text: Mapped[str] = personal(Category.TEXT, Text, default="")
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))
    struck_at: Mapped[str] = plain(String(20), default="")
    struck_by: Mapped[str] = plain(RecordId, default="")
    struck_reason: Mapped[StrikeReason | None] = plain(CodedOrNone(StrikeReason), **NONE_YET)


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
    use: Mapped[GasUse] = plain(Coded(GasUse))
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
    result: Mapped[Inspection | None] = plain(CodedOrNone(Inspection), **NONE_YET)
    checks: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="{}")
    text: Mapped[str] = personal(Category.TEXT, Text, default="")
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))
    version: Mapped[int] = plain(Integer, default=1)
