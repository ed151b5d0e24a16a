"""What a technician brings back in the sample office: measured values, and the papers they make."""

from __future__ import annotations

from pathlib import Path

from hvacdesk.demo.work import INSTALLING
from hvacdesk.domain.jobs.jobs import UnitPart
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.results import Check, JobCheck, JobResults, UnitResultRecord, warranty_day
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.jobs.results import ResultsSheet, SheetUnit
from hvacdesk.services.open_office import Office

COOLING = {
    Quantity.AIRTIGHT_MPA: 4.15,
    Quantity.AIRTIGHT_MIN: 10.0,
    Quantity.VACUUM_MIN: 20.0,
    Quantity.VACUUM_PA: 66.7,
    Quantity.VACUUM_HELD_MIN: 2.0,
    Quantity.ADDED_KG: 0.06,
    Quantity.INSULATION_MOHM: 100.0,
    Quantity.SUCTION_C: 26.5,
    Quantity.OUTLET_C: 13.2,
    Quantity.CURRENT_A: 4.6,
}
EMPTIED = {Quantity.RECOVERED_KG: 0.5}


def type_in_results(office: Office, actor: Actor) -> ResultsSheet:
    """Type in the results of a job of the day that put a unit in; if possible one that lacks no survey."""
    sheets = (office.results.sheet(actor, row.job) for row in office.jobs.day(actor, office.today()))
    installed = (sheet for sheet in sheets if sheet.work_kind in INSTALLING)
    sheet = min(installed, key=lambda sheet: sheet.survey_needed)
    _save(office, actor, sheet, office.today().isoformat())
    return sheet


def type_in_warranty(office: Office, actor: Actor, job: str, worked_on: str) -> None:
    """Type in what was measured on a day at a job that was done; its warranty runs for a year from then."""
    _save(office, actor, office.results.sheet(actor, job), worked_on)


def _save(office: Office, actor: Actor, sheet: ResultsSheet, worked_on: str) -> None:
    record = JobResults(
        worked_on=worked_on,
        started="09:05",
        ended="11:40",
        checks={check: Check.OK for check in JobCheck if check is not JobCheck.PHOTO_HIDDEN},
        warranty_until=warranty_day(worked_on, 1),
        text="ドレンホースを30cm延長しました。",
        units=tuple(map(_measured, sheet.units)),
    )
    office.results.save(actor, sheet.job, sheet.version, record, complete=sheet.may_complete)


def _measured(unit: SheetUnit) -> UnitResultRecord:
    values = EMPTIED if unit.part is UnitPart.REMOVE else COOLING
    return UnitResultRecord(unit.unit, values if unit.measured or unit.recovers else {})


def print_results(
    office: Office, actor: Actor, sheet: ResultsSheet, words: Words, printer: str, folder: Path
) -> list[str]:
    """The job's report and its units' refrigerant logs as files, registered like those on paper."""
    folder.mkdir(exist_ok=True)
    report = office.completion.issue(actor, sheet.job, words)
    log, log_pdf = office.refrigerant.paper(actor, [unit.unit for unit in sheet.units], words)
    files = {f"report-{report.row.number}.pdf": report.pdf, f"refrigerant-{log.number}.pdf": log_pdf}
    for name, pdf in files.items():
        (folder / name).write_bytes(pdf)
    office.papers.printed(actor, [report.row.paper, log.paper], printer)
    return sorted(files)
