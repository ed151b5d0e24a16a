"""Results: what the technician brought back on paper, typed in, checked and kept, and what follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing
from hvacdesk.domain.jobs.electrical import is_electrical
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.job_rules import asbestos_survey_needed
from hvacdesk.domain.jobs.jobs import JobState, UnitPart, UnitRecord, WorkKind, next_states
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.refrigerant import (
    REASON_OF_PART,
    RefrigerantKind,
    RefrigerantRecord,
    check_refrigerant,
)
from hvacdesk.domain.jobs.results import (
    DoubtfulValues,
    JobResults,
    check_results,
    doubts,
    measured_units,
    removed_units,
)
from hvacdesk.domain.jobs.surveys import (
    RENOVATIONS,
    AsbestosLaw,
    Survey,
    check_survey,
    check_surveyor,
    parse_asbestos,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.resource_files import resource
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.billing.settling import follow_day
from hvacdesk.services.jobs.job_events import move_job, note_event
from hvacdesk.services.jobs.job_views import SEES_JOBS
from hvacdesk.services.jobs.refrigerant import bring_in_line, charge_without
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import results as store
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Job

_AMOUNTS = {
    Quantity.ADDED_KG: RefrigerantKind.CHARGED,
    Quantity.RECOVERED_KG: RefrigerantKind.RECOVERED,
}


@dataclass(frozen=True)
class SheetUnit:
    """A unit of the job as its results sheet shows it.

    Attributes:
        number: its number in the sheet's table of units, from 1.
        measured: it has a line of measured values; a removed one has a line for what was recovered.
        base_kg: the net charge before this job, in kg; None where nobody knows it.
    """

    unit: str
    number: int
    part: UnitPart
    record: UnitRecord
    measured: bool
    recovers: bool
    base_kg: float | None


@dataclass(frozen=True)
class ResultsSheet:
    """A job's results with all that the form, the page and the printed report say around them."""

    job: str
    number: str
    version: int
    work_kind: WorkKind
    state: JobState
    on: str
    staff: tuple[str, ...]
    survey_needed: bool
    electrical: bool
    units: tuple[SheetUnit, ...]
    results: JobResults
    may_edit: bool

    @property
    def date_check_needed(self) -> bool:
        """Whether it is still to be recorded that documents say when the building was begun."""
        recorded = self.results.survey.outcome is not None
        return not self.survey_needed and not recorded and self.work_kind in RENOVATIONS

    @property
    def may_complete(self) -> bool:
        """Whether saving may move the job to *done*."""
        return self.may_edit and JobState.DONE in next_states(self.state)


class Results:
    """The results of an open office's jobs. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*SEES_JOBS)
    @body_decides("who does not see all jobs reads their own")
    def sheet(self, actor: Actor, job: str) -> ResultsSheet:
        """A job's results.

        Raises:
            NotPermitted: a technician is not assigned to the job.
            CustomerSuspended: the use of a customer's data in it is suspended.
        """
        with self._workplace.reading() as session:
            require_readable(session, f"job:{job}")
            row = job_store.job(session, job)
            own = any(member.account == actor.account for member in row.staff)
            if not own:
                actor.require(Permission.SEE_ALL_JOBS)
            found = self._sheet(session, actor, row)
            return found if found.may_edit or own else _without_texts(found)

    @needs(Permission.EDIT_JOBS)
    def save(
        self,
        actor: Actor,
        job: str,
        version: int,
        record: JobResults,
        *,
        complete: bool = False,
        confirmed: bool = False,
        allow_number: bool = False,
    ) -> str:
        """Store the results; refrigerant that was added or recovered goes into the units' logs.

        Args:
            version: of the results that the form had read.
            complete: move the job to *done*, completed on the day of the work.
            confirmed: the person confirms values that are not usual, which is logged.

        Returns the job's record id.

        Raises:
            ChangedMeanwhile: somebody else saved results in the meantime.
            DoubtfulValues: a value is not usual, and nobody has confirmed it.
            InvalidInput: a value cannot be right.
        """
        today = self._workplace.today()
        checked = check_results(record, today, allow_number=allow_number)
        if complete and not checked.worked_on:
            raise Missing("worked_on")
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            sheet = self._sheet(session, actor, row)
            if sheet.version != version:
                raise ChangedMeanwhile
            _check_units(sheet, checked)
            if checked.survey != sheet.results.survey:
                _check_surveyor(row, checked.survey, today)
            doubted = doubts(checked.units, _nets(sheet, checked))
            if doubted and not confirmed:
                raise DoubtfulValues(doubted)
            at = stamp(self._workplace.now())
            store.save(session, row, checked, by=actor.account, at=at)
            subject = f"job:{job}"
            self._workplace.record(
                session,
                actor,
                Action.RESULTS_RECORDED,
                subject,
                units=len(checked.units),
                confirmed=sorted({doubt.quantity.value for doubt in doubted}),
            )
            if allow_number:
                note_allowed(self._workplace, session, actor, subject, lambda: check_results(record, today))
            self._log_refrigerant(session, actor, row, sheet, checked)
            if complete:
                self._complete(session, actor, row, checked.worked_on)
            follow_day(session, row)
            return job

    @needs(Permission.EDIT_JOBS)
    def record_survey(self, actor: Actor, job: str, survey: Survey, *, shown: Survey) -> str:
        """Store the outcome of the asbestos survey, which is done before the work. Returns the job's id.

        Args:
            shown: the survey that the change was made from.

        Raises:
            ChangedMeanwhile: another one is recorded by now.
            InvalidInput: something is not named, or does not agree with what is known of the building.
            NotQualified: somebody else has to make it.
        """
        checked = check_survey(survey, self._workplace.today())
        if checked.outcome is None:
            raise Missing("survey_outcome")
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            if shown != store.read(session, row)[1].survey:
                raise ChangedMeanwhile
            _check_surveyor(row, checked, self._workplace.today())
            store.save_survey(session, row, checked, by=actor.account, at=stamp(self._workplace.now()))
            self._workplace.record(
                session, actor, Action.SURVEY_RECORDED, f"job:{job}", outcome=checked.outcome.value
            )
            return job

    def _sheet(self, session: Session, actor: Actor, row: Job) -> ResultsSheet:
        version, results = store.read(session, row)
        linked = job_store.units_of(session, row)
        records = [job_store.unit_record(unit) for _, unit in linked]
        measured, removed = measured_units(linked, records), removed_units(linked, records)
        names = account_names(session)
        return ResultsSheet(
            job=row.record_id,
            number=row.number,
            version=version,
            work_kind=row.work_kind,
            state=row.state,
            on=row.on,
            staff=tuple(names.get(member.account, "") for member in row.staff),
            electrical=is_electrical(job_store.items(row)),
            survey_needed=asbestos_survey_needed(row.site.building_started_on, self._workplace.today()),
            units=tuple(
                SheetUnit(
                    unit=unit.record_id,
                    number=number + 1,
                    part=part,
                    record=records[number],
                    measured=number in measured,
                    recovers=number in removed,
                    base_kg=charge_without(session, row, unit),
                )
                for number, (part, unit) in enumerate(linked)
            ),
            results=results,
            may_edit=actor.may(Permission.EDIT_JOBS) and row.state is not JobState.CANCELLED,
        )

    def _log_refrigerant(
        self, session: Session, actor: Actor, row: Job, sheet: ResultsSheet, results: JobResults
    ) -> None:
        for unit in sheet.units:
            target = job_store.unit(session, unit.unit)
            wanted = _entries(sheet, unit, results)
            bring_in_line(self._workplace, session, actor, row, target, wanted)
            if wanted and unit.record.commercial:
                event = JobEvent(EventKind.REFRIGERANT, results.worked_on)
                note_event(self._workplace, session, actor, row, event)

    def _complete(self, session: Session, actor: Actor, row: Job, on: str) -> None:
        """Move the job to *done* and date its completion, from which periods may be counted."""
        if JobState.DONE not in next_states(row.state):
            raise InvalidInput("complete")
        move_job(self._workplace, session, actor, row, JobState.DONE)
        note_event(self._workplace, session, actor, row, JobEvent(EventKind.COMPLETION, on))


def _check_units(sheet: ResultsSheet, results: JobResults) -> None:
    known = {unit.unit for unit in sheet.units}
    if any(one.unit not in known for one in results.units):
        raise InvalidInput("units")


def _nets(sheet: ResultsSheet, results: JobResults) -> dict[str, tuple[float, float]]:
    """The rated charge of each measured unit, and the net charge that the results leave in it."""
    nets: dict[str, tuple[float, float]] = {}
    for unit in sheet.units:
        measured = results.of(unit.unit).measured
        if unit.base_kg is None or unit.record.charge_kg is None or not unit.measured:
            continue
        added = measured.get(Quantity.ADDED_KG, 0.0) - measured.get(Quantity.RECOVERED_KG, 0.0)
        nets[unit.unit] = (unit.record.charge_kg, round(unit.base_kg + added, 3))
    return nets


def _entries(
    sheet: ResultsSheet, unit: SheetUnit, results: JobResults
) -> dict[RefrigerantKind, RefrigerantRecord]:
    measured = results.of(unit.unit).measured
    return {
        kind: check_refrigerant(
            RefrigerantRecord(
                kind=kind,
                on=results.worked_on,
                kg=measured[quantity],
                refrigerant=unit.record.refrigerant,
                reason=REASON_OF_PART[unit.part],
                worker="・".join(sheet.staff)[:80],
            ),
            date.fromisoformat(results.worked_on),
        )
        for quantity, kind in _AMOUNTS.items()
        if measured.get(quantity)
    }


@cache
def asbestos_law(on: date) -> AsbestosLaw:
    """The rules on asbestos as shipped for a day."""
    return parse_asbestos(resource("legal", "asbestos.toml").read_text(encoding="utf-8"), on)


def _check_surveyor(row: Job, survey: Survey, today: date) -> None:
    """Check who may make the survey, for work that begins on the job's day, or today if it has none."""
    begun = date.fromisoformat(row.on) if row.on else today
    check_surveyor(survey, begun, row.site.building_started_on, asbestos_law(max(begun, today)))


def _without_texts(sheet: ResultsSheet) -> ResultsSheet:
    """For roles that see jobs without their notes."""
    units = tuple(replace(one, text="") for one in sheet.results.units)
    return replace(sheet, results=replace(sheet.results, text="", units=units))
