"""The screens of call notes; the sample office has one about a customer and one from somebody unknown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.calls.call_notes import CallNoteRow
from hvacdesk.domain.roles import Role
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.calls.note_dialog import CallNoteDialog
from hvacdesk.ui.calls.opening import FinishForm
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage


def page(stage: Stage) -> QWidget:
    return stage.go("calls")


def note(stage: Stage, *, known: bool) -> CallNoteRow:
    return next(row for row in stage.office.call_notes.open(stage.actor) if bool(row.customer) is known)


def new(*, known: bool) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        person = stage.customer()
        chosen = (person.customer, f"{person.name.text}  {person.number}") if known else ("", "")
        return stage.show(CallNoteForm(stage.ctx, customer=chosen))

    return make


def on_another_day(stage: Stage) -> QWidget:
    form = stage.show(CallNoteForm(stage.ctx))
    form.due.choice.setCurrentIndex(form.due.choice.findData("other"))
    stage.calm()
    return form


def shown(*, known: bool) -> Callable[[Stage], QWidget]:
    return lambda stage: stage.show(CallNoteDialog(stage.ctx, note(stage, known=known)))


CALLS = (
    Screen("calls", page),
    Screen("call-new", new(known=False)),
    Screen("call-new-known", new(known=True)),
    Screen("call-new-another-day", on_another_day),
    Screen("call", shown(known=True)),
    Screen("call-unknown", shown(known=False)),
    Screen("call-change", lambda stage: stage.show(CallNoteForm(stage.ctx, note(stage, known=True)))),
    Screen("call-finish", lambda stage: stage.show(FinishForm(stage.ctx, note(stage, known=True)))),
    Screen("calls-technician", page, Role.TECHNICIAN),
)
