"""The completion report 作業完了報告書: what a customer is told of the work, cut to their profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hvacdesk.domain.jobs.jobs import UnitPart, UnitRecord
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.results import Check, InspectionItem, JobCheck
from hvacdesk.domain.jobs.surveys import Survey
from hvacdesk.domain.papers.register import PaperRow
from hvacdesk.domain.papers.work_orders import WorkOrderView


@dataclass(frozen=True)
class ReportUnit:
    """One unit as the report shows it; ``net_kg`` is its charge after the work where that is known."""

    number: int
    part: UnitPart
    record: UnitRecord
    measured: Mapping[Quantity, float]
    checks: Mapping[InspectionItem, Check]
    net_kg: float | None
    text: str


@dataclass(frozen=True)
class CompletionReport:
    """Everything that one report may show.

    Attributes:
        view: the job as the customer's copy of its work order shows it.
        number, code: the paper's own number and what its QR code holds.
        worked_on, warranty_until: ISO dates; ``started``/``ended``: ``HH:MM``.
        text: the technician's remarks, without what the customer's profile hides.
    """

    view: WorkOrderView
    number: str
    code: str
    worked_on: str
    started: str
    ended: str
    checks: Mapping[JobCheck, Check]
    warranty_until: str
    survey: Survey
    text: str
    units: tuple[ReportUnit, ...]


@dataclass(frozen=True)
class IssuedPdf:
    """A freshly registered paper and its PDF, kept in memory only.

    Attributes:
        notice: which version of the purposes notice is printed on the last pages; 0 where none is.
    """

    row: PaperRow
    pdf: bytes
    notice: int = 0
