"""The screens of jobs and the calendar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.jobs import EventKind, Party
from hvacdesk.ui.jobs.event_form import EventForm
from hvacdesk.ui.jobs.form import JobForm
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage, page


def job_page(stage: Stage) -> QWidget:
    stage.go("schedule", job=stage.job().job)
    return stage.dialog()


def cancelling(stage: Stage) -> QWidget:
    job_page(stage)._ask_cancel()  # type: ignore[attr-defined]
    return stage.dialog()


def booking(stage: Stage) -> QWidget:
    one = stage.customer()
    return stage.show(JobForm(stage.ctx, {Party.REQUESTER: (one.customer, f"{one.name.text}  {one.number}")}))


def change_booking(stage: Stage) -> QWidget:
    stage.go("schedule", job=stage.job().job, edit="yes")
    return stage.dialog()


JOBS = (
    Screen("schedule", page("schedule")),
    Screen("job", job_page),
    Screen("job-cancel", cancelling),
    Screen("job-new", booking),
    Screen("job-change", change_booking),
    Screen("job-event", lambda stage: stage.show(EventForm(stage.ctx, stage.job().job, EventKind.INVOICE))),
)
