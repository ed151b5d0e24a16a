"""The screens of results, the refrigerant log, the electrical-work ledger, and a print that went wrong."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.jobs.jobs import ItemLine, JobState, WorkItem, next_states
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.refrigerant import RefrigerantKind, RefrigerantRecord, StrikeReason
from hvacdesk.domain.jobs.results import Check, JobCheck, JobResults, UnitResultRecord
from hvacdesk.domain.papers.work_orders import Profile, ReprintReason
from hvacdesk.ui.jobs.gas_form import GasForm
from hvacdesk.ui.jobs.ledger_form import LedgerForm, LedgerReasonDialog
from hvacdesk.ui.jobs.refrigerant_dialog import RefrigerantDialog
from hvacdesk.ui.jobs.result_form import ResultsForm
from hvacdesk.ui.jobs.survey_form import SurveyForm
from hvacdesk.ui.printing.came_out import CameOutDialog, copy_number
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage


def results_form(stage: Stage) -> ResultsForm:
    return stage.show(ResultsForm(stage.ctx, stage.office.results.sheet(stage.actor, stage.job().job)))


def doubtful_results(stage: Stage) -> QWidget:
    form = results_form(stage)
    for field in list(form.units.blocks.values())[-1].fields.values():
        field.edit.setText({"suction_c": "27", "outlet_c": "24"}.get(field.quantity, "0.01"))
    form.save()
    stage.calm()
    return form


def survey_form(stage: Stage) -> QWidget:
    form = stage.show(SurveyForm(stage.ctx, stage.office.results.sheet(stage.actor, stage.job().job)))
    form.fields.outcome.setCurrentIndex(3)
    stage.calm()
    return form


def job_results(stage: Stage) -> QWidget:
    """The page of a job whose results are typed in."""
    job = stage.job().job
    sheet = stage.office.results.sheet(stage.actor, job)
    measured = {Quantity.AIRTIGHT_MPA: 4.15, Quantity.VACUUM_PA: 66.7, Quantity.ADDED_KG: 0.1}
    unit = next(unit.unit for unit in sheet.units if unit.measured)
    record = JobResults(
        stage.office.today().isoformat(),
        "13:00",
        "15:10",
        {JobCheck.DRAIN: Check.OK, JobCheck.SIGNED: Check.OK},
        units=(UnitResultRecord(unit, measured),),
        text="ドレンホースを延長",
    )
    stage.office.results.save(stage.actor, job, sheet.version, record, confirmed=True)
    stage.go("schedule", job=job)
    page_of_job = stage.dialog()
    page_of_job.tabs.show_tab(1)  # type: ignore[attr-defined]
    stage.calm()
    return page_of_job


def refrigerant_log(stage: Stage) -> RefrigerantDialog:
    """A unit's log with an entry that counts and one that is struck."""
    job = stage.office.results.sheet(stage.actor, stage.job().job)
    unit = next(unit.unit for unit in job.units if unit.measured)
    today, refrigerant = stage.office.today().isoformat(), stage.office.refrigerant
    record = RefrigerantRecord(RefrigerantKind.CHARGED, today, 0.25, "R32", worker="鈴木 亮")
    wrong = refrigerant.add(stage.actor, unit, record)
    refrigerant.strike(stage.actor, wrong, StrikeReason.WRONG_AMOUNT)
    refrigerant.add(stage.actor, unit, record)
    return stage.show(RefrigerantDialog(stage.ctx, unit))


def gas_form(stage: Stage) -> QWidget:
    """The form for gas that was recovered and is handed on."""
    log = refrigerant_log(stage)
    record = RefrigerantRecord(RefrigerantKind.RECOVERED, stage.office.today().isoformat(), 1.2, "R410A")
    stage.office.refrigerant.add(stage.actor, log._unit, record)
    (entry,) = stage.office.refrigerant.log(stage.actor, log._unit).entries[-1:]
    return stage.show(GasForm(stage.ctx, log._unit, entry))


def refrigerant_form(stage: Stage) -> QWidget:
    refrigerant_log(stage).add()
    return stage.dialog()


def strike_form(stage: Stage) -> QWidget:
    log = refrigerant_log(stage)
    log.table.select_first()
    log.strike()
    return stage.dialog()


def came_out(stage: Stage) -> QWidget:
    """The question after a print that went wrong."""
    job, words = stage.job().job, stage.ctx.words
    profiles = (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
    order = stage.office.work_orders.issue(stage.actor, job, profiles, words, reason=ReprintReason.SPOILED)
    stage.office.work_orders.printed(stage.actor, [copy.copy for copy in order.copies], "test")
    lines = {copy.copy: copy_number(copy) for copy in order.copies}
    came = [copy.copy for copy in order.copies[:1]]
    return stage.show(CameOutDialog(stage.ctx, lines, came, lambda _missing: 0))


def electrical_job(stage: Stage) -> str:
    """A job with electrical work that is done and not in the ledger yet."""
    office, actor = stage.office, stage.actor
    detail = office.jobs.detail(actor, stage.job().job)
    record = office.jobs.record_for_edit(actor, detail.row.job)
    items = (*record.items, ItemLine(WorkItem.NEW_CIRCUIT, 1))
    office.jobs.change(actor, detail.row.job, detail.version, replace(record, items=items))
    if JobState.DONE in next_states(detail.row.state):
        office.jobs.set_state(actor, detail.row.job, JobState.DONE)
    return detail.row.job


def electrical_ledger(stage: Stage) -> QWidget:
    electrical_job(stage)
    stage.go("work_orders")
    tabs = stage.page.tabs  # type: ignore[attr-defined]
    tabs.show_tab(tabs.stack.count() - 1)
    stage.calm()
    return stage.window


def ledger_form(stage: Stage) -> QWidget:
    job = electrical_job(stage)
    return stage.show(LedgerForm(stage.ctx, stage.office.electrical.draft(stage.actor, job)))


RESULTS = (
    Screen("job-results", job_results),
    Screen("results-form", results_form),
    Screen("results-doubtful", doubtful_results),
    Screen("survey-form", survey_form),
    Screen("print-came-out", came_out),
    Screen("electrical-ledger", electrical_ledger),
    Screen("electrical-form", ledger_form),
    Screen("electrical-reason", lambda stage: stage.show(LedgerReasonDialog(stage.ctx))),
    Screen("refrigerant-log", refrigerant_log),
    Screen("refrigerant-form", refrigerant_form),
    Screen("refrigerant-strike", strike_form),
    Screen("gas-handed-on", gas_form),
)
