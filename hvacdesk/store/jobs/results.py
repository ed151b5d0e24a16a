"""Results: writing what was checked and measured into its columns and reading it back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.results import Check, InspectionItem, JobCheck, JobResults, UnitResultRecord
from hvacdesk.domain.jobs.surveys import Survey, SurveyOutcome
from hvacdesk.store.models import Job, Unit
from hvacdesk.store.models import JobResult as JobRow
from hvacdesk.store.models import UnitResult as UnitRow

_SURVEY = "asbestos"
_SURVEY_CODES = {
    SurveyOutcome.NONE_FOUND: Check.OK.value,
    SurveyOutcome.FOUND: Check.FOUND.value,
    SurveyOutcome.PRESUMED: SurveyOutcome.PRESUMED.value,
    SurveyOutcome.AFTER_BAN: SurveyOutcome.AFTER_BAN.value,
}


def read(session: Session, job: Job) -> tuple[int, JobResults]:
    """The job's results and their version; version 0 and empty results where there are none."""
    row = _row(session, job)
    if row is None:
        return 0, JobResults()
    checks: dict[str, str] = json.loads(row.checks)
    checks.pop(_SURVEY, "")
    return row.version, JobResults(
        worked_on=row.worked_on,
        started=row.started,
        ended=row.ended,
        checks={JobCheck(name): Check(code) for name, code in checks.items()},
        warranty_until=row.warranty_until,
        survey=_survey(row),
        text=row.text,
        units=_units(session, job),
    )


def surveys(session: Session, jobs: Sequence[int]) -> dict[int, Survey]:
    """The asbestos surveys of the jobs with these primary keys, where one was done."""
    rows = session.scalars(select(JobRow).where(JobRow.job_id.in_(jobs), JobRow.survey_on != ""))
    return {row.job_id: _survey(row) for row in rows}


def save(session: Session, job: Job, record: JobResults, *, by: str, at: str) -> None:
    """Write the results; rows of units of which nothing is noted any more are deleted."""
    row = _row_to_write(session, job, by, at)
    checks: dict[str, str] = {name.value: check.value for name, check in record.checks.items()}
    if record.survey.outcome is not None:
        checks[_SURVEY] = _SURVEY_CODES[record.survey.outcome]
    row.worked_on, row.started, row.ended = record.worked_on, record.started, record.ended
    row.checks = _written(checks)
    row.warranty_until, row.text = record.warranty_until, record.text
    _put_survey(row, record.survey)
    _save_units(session, job, record.units)


def save_survey(session: Session, job: Job, survey: Survey, *, by: str, at: str) -> None:
    """Write the survey alone; whatever else is noted stays."""
    row = _row_to_write(session, job, by, at)
    checks: dict[str, str] = json.loads(row.checks)
    if survey.outcome is not None:
        checks[_SURVEY] = _SURVEY_CODES[survey.outcome]
    row.checks = _written(checks)
    _put_survey(row, survey)


def _row_to_write(session: Session, job: Job, by: str, at: str) -> JobRow:
    """The job's row in its next version, new where there is none."""
    row = _row(session, job)
    if row is None:
        row = JobRow(job_id=job.id, version=0, checks="{}")
        session.add(row)
    row.recorded_by, row.recorded_at = by, at
    row.version += 1
    return row


def _survey(row: JobRow) -> Survey:
    said = json.loads(row.checks).get(_SURVEY, "")
    outcome = next((one for one, code in _SURVEY_CODES.items() if code == said), None)
    return Survey(
        row.survey_on,
        row.survey_by,
        outcome,
        row.survey_target,
        row.survey_qualified,
        row.survey_basis,
    )


def _put_survey(row: JobRow, survey: Survey) -> None:
    row.survey_on, row.survey_by, row.survey_basis = survey.on, survey.by, survey.basis
    row.survey_target, row.survey_qualified = survey.target, survey.qualified


def _save_units(session: Session, job: Job, units: Iterable[UnitResultRecord]) -> None:
    session.execute(delete(UnitRow).where(UnitRow.job_id == job.id))
    keys = {unit.record_id: unit.id for unit in _linked(session, job)}
    for one in units:
        session.add(
            UnitRow(
                job_id=job.id,
                unit_id=keys[one.unit],
                measured=_written({name.value: value for name, value in one.measured.items()}),
                checks=_written({item.value: check.value for item, check in one.checks.items()}),
                text=one.text,
            )
        )


def _linked(session: Session, job: Job) -> tuple[Unit, ...]:
    return tuple(session.get_one(Unit, link.unit_id) for link in job.units)


def _units(session: Session, job: Job) -> tuple[UnitResultRecord, ...]:
    rows = session.execute(
        select(UnitRow, Unit.record_id)
        .join(Unit, Unit.id == UnitRow.unit_id)
        .where(UnitRow.job_id == job.id)
        .order_by(UnitRow.id)
    )
    return tuple(
        UnitResultRecord(
            unit=unit,
            measured={Quantity(name): value for name, value in json.loads(row.measured).items()},
            checks={InspectionItem(name): Check(code) for name, code in json.loads(row.checks).items()},
            text=row.text,
        )
        for row, unit in rows
    )


def _row(session: Session, job: Job) -> JobRow | None:
    found: JobRow | None = session.scalars(select(JobRow).where(JobRow.job_id == job.id)).one_or_none()
    return found


def _written(values: Mapping[str, object]) -> str:
    return json.dumps(values, sort_keys=True)
