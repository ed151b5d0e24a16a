"""The screens of jobs and the calendar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.open_items import AdvancePart
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState, Party
from hvacdesk.domain.jobs.visit_contracts import VisitException, VisitRecord, VisitView
from hvacdesk.ui.jobs.cancel_question import CancelQuestion
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.event_form import EventForm
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.jobs.visit_form import VisitForm
from hvacdesk.ui.wording.advances import _told
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage, page


def job_page(stage: Stage) -> QWidget:
    stage.go("schedule", job=stage.job().job)
    return stage.dialog()


def cancelling(stage: Stage) -> QWidget:
    job_page(stage)._ask_cancel()  # type: ignore[attr-defined]
    stage.wait(lambda: isinstance(stage.dialog(), CancelQuestion))
    return stage.dialog()


def cancelling_paid(stage: Stage) -> QWidget:
    """The same of a job of which a deposit was received in part, and a part invoice was paid."""
    parts = (
        AdvancePart("I2026-000031", InvoiceKind.DEPOSIT, 99_000, 99_000, 66_000),
        AdvancePart("I2026-000040", InvoiceKind.PART, 55_000, 55_000, 55_000),
    )
    return stage.show(CancelQuestion(stage.window, stage.job(), stage.ctx.words, _told(parts, bills=False)))


def booking(stage: Stage) -> QWidget:
    one = stage.customer()
    return stage.show(JobForm(stage.ctx, {Party.REQUESTER: (one.customer, f"{one.name.text}  {one.number}")}))


def change_booking(stage: Stage) -> QWidget:
    stage.go("schedule", job=stage.job().job, edit="yes")
    return stage.dialog()


def doubted_firm(stage: Stage, *, asked: bool = False) -> QWidget:
    """A part of a registered firm's name as the partner firm, and what is asked when that is saved."""
    form = change_booking(stage)
    assert isinstance(form, JobForm)
    form.edits["partner_firm"].setText("見本設備")
    stage.calm()
    if not asked:
        return form
    form.save()
    stage.wait(lambda: stage.dialog() is not form)
    return stage.dialog()


def strike_event_form(stage: Stage) -> QWidget:
    """The question which event was wrong, of a job with one event at least."""
    event = JobEvent(EventKind.HANDOVER, "2026-11-20")
    stage.office.jobs.record_event(stage.actor, stage.job().job, event)
    dialog = job_page(stage)
    assert isinstance(dialog, JobDialog)
    stage.calm()
    dialog.strike_event()
    return stage.dialog()


def visit_job(stage: Stage, record: VisitRecord) -> QWidget:
    """The job's page with a contract on a visit, scrolled down to that contract."""
    contracts, job = stage.office.visit_contracts, stage.job().job
    contracts.record(stage.actor, job, contracts.of_job(stage.actor, job).version, record)
    dialog = job_page(stage)
    assert isinstance(dialog, JobDialog)
    stage.calm()
    assert dialog.visit is not None
    dialog._scroll.ensureWidgetVisible(dialog.visit)
    stage.calm()
    return dialog


def visit_form(stage: Stage) -> QWidget:
    record = VisitRecord(
        "2026-11-24",
        "佐藤 綾",
        VisitException.ASKED,
        "2026-11-20",
        "カタログの機種を指定し、自宅での契約を申込み",
    )
    return stage.show(VisitForm(stage.ctx, stage.job(), VisitView(), record))


JOBS = (
    Screen("visit-no-paper", lambda stage: visit_job(stage, VisitRecord("2026-11-24", "佐藤 綾"))),
    Screen(
        "visit-cooling-off",
        lambda stage: visit_job(stage, VisitRecord("2026-11-24", "佐藤 綾", paper_on="2026-11-24")),
    ),
    Screen("visit-form", visit_form),
    Screen("schedule", page("schedule")),
    Screen("job", job_page),
    Screen("job-cancel", cancelling),
    Screen("job-cancel-paid", cancelling_paid),
    Screen("job-new", booking),
    Screen("job-firm-doubted", doubted_firm),
    Screen("job-firm-asked", lambda stage: doubted_firm(stage, asked=True)),
    Screen("job-change", change_booking),
    Screen("job-strike-event", strike_event_form),
    Screen(
        "job-event-handover",
        lambda stage: stage.show(EventForm(stage.ctx, stage.job(), EventKind.HANDOVER, not_done=True)),
    ),
    Screen(
        "job-arranged",
        lambda stage: stage.show(
            EventForm(stage.ctx, stage.job(), EventKind.CONTRACT, step=JobState.ARRANGED)
        ),
    ),
    Screen("job-event", lambda stage: stage.show(EventForm(stage.ctx, stage.job(), EventKind.INVOICE))),
)
