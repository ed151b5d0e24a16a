"""A dated event of a job: recording one, such as an invoice with its number, and striking one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from hvacdesk.domain.errors import Missing
from hvacdesk.domain.jobs.job_events import (
    EVENT_NAMES,
    EVENT_STRIKE_REASON_NAMES,
    MONEY_EVENTS,
    TOLD_ELSEWHERE,
    EventKind,
    EventStrikeReason,
    JobEvent,
)
from hvacdesk.domain.jobs.jobs import JOB_STATE_NAMES, TAKEN_BACK, JobRow, JobState
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.jobs.reason_form import ReasonForm
from hvacdesk.ui.widgets.ahead_question import ahead_question
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.firm_contract import FirmContractNote
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.jobs import moved_text, planned_text

ACCOUNTED = frozenset({EventKind.INVOICE, EventKind.SETTLEMENT})
"""Events that accounting records too."""

NUMBERED = frozenset(
    {
        EventKind.INVOICE,
        EventKind.LEDGER_ENTRY,
        EventKind.SLIP_RETURN,
        EventKind.RECOVERY_SLIP,
        EventKind.MANIFEST,
        EventKind.MANIFEST_B2,
        EventKind.MANIFEST_D,
        EventKind.MANIFEST_E,
        EventKind.ESTIMATE,
        EventKind.CONTRACT,
        EventKind.HANDOVER,
    }
)


WORK_ENDED = frozenset({EventKind.COMPLETION, EventKind.HANDOVER})
"""Events after which the work is done: only then is the job in the list of what is to bill."""


class EventForm(FormDialog):
    """One event. Retention periods start from these, so each asks for its own day.

    Args:
        row: the job.
        amounts: what each kind most likely comes to, in yen.
        step: the state to which the job is moved when the event is saved, and not before.
        typed_for: the step for which a draft was typed that is made no more: the job is not moved by saving.
        shown: the state from which the job is moved.
        not_done: whether the work is not noted as done, so that a handover or completion may note that too.
    """

    def __init__(
        self,
        ctx: DeskContext,
        row: JobRow,
        kind: EventKind = EventKind.INVOICE,
        amounts: Mapping[EventKind, int | None] | None = None,
        step: JobState | None = None,
        typed_for: JobState | None = None,
        *,
        not_done: bool = False,
        shown: JobState | None = None,
    ) -> None:
        title = QCoreApplication.translate("EventForm", "Record an event")
        if step is not None:
            title = QCoreApplication.translate("EventForm", "Move job {number} to “{state}”")
            title = title.format(number=row.number, state=ctx.words(JOB_STATE_NAMES[step]))
        super().__init__(ctx, title, width=440)
        drafted = step or typed_for
        self._row, self._job = row, (job := row.job)
        self._amounts = amounts or {}
        self._filled = ""
        self._step, self._shown_state = step, shown
        self._may_be_done = not_done and step is None
        if step is not None:
            moved = self.tr("Saving moves the job to “{state}”; cancelling leaves it as it is.")
            self.form.column.addWidget(
                label(moved.format(state=ctx.words(JOB_STATE_NAMES[step])), "muted", wrap=True)
            )
        if step is JobState.ARRANGED:
            arranged = self.tr(
                "Arranged so far: {planned}. Who goes and when is not chosen here but with “Change booking”."
            )
            self.form.column.addWidget(label(arranged.format(planned=planned_text(row)), wrap=True))
            self._ask_for_contract(row)
        self.kind = QComboBox()
        for one in (kind for kind in EventKind if kind not in TOLD_ELSEWHERE):
            if ctx.actor.may(Permission.EDIT_JOBS) or one in ACCOUNTED:
                self.kind.addItem(ctx.words(EVENT_NAMES[one]), one.value)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind.value)))
        self.kind.setEnabled(drafted is None)
        self.form.add("kind", self.tr("Event"), self.kind)
        self.day = DateField(ctx.today(), mostly_past=True)
        self.day.set_iso(ctx.today().isoformat())
        self.form.add("on", self.tr("Day"), self.day, required=True)
        self.number = self.form.add("number", self.tr("Number on the document"), QLineEdit())
        self.amount = self.form.add("amount", self.tr("Amount, tax included (yen)"), money_field())
        done = self.tr("Move the job to “{state}” too")
        self.moves = QCheckBox(done.format(state=ctx.words(JOB_STATE_NAMES[JobState.DONE])))
        self.moves.setChecked(True)
        self.form.add(
            "moves",
            self.tr("The job after that"),
            self.moves,
            hint=self.tr("Only a job that is done is listed as to bill."),
        )
        self.form.column.addStretch(1)
        self.kind.currentIndexChanged.connect(lambda _number: self._show_kind())
        self._show_kind()
        if step in TAKEN_BACK - {JobState.PAID}:
            self.add_secondary(self.tr("Move without recording"), self._move_alone)
        # Each step has a draft of its own: an unfinished invoice must not fill in the form for a contract.
        self.watch(without=("kind",) if drafted is not None else (), beside={"moves": self.moves})
        form, asked = ("event", "yes") if drafted is None else (f"event-{drafted.value}", drafted.value)
        self.keep_draft(form, job, "schedule", job=job, event=asked)
        self.fit(500, 480 if step is None else 580)
        (self.kind if drafted is None else self.day).setFocus()

    def _ask_for_contract(self, row: JobRow) -> None:
        """Say which contract is meant, and what the firm that does the work lacks: that is another one."""
        self.form.begin_section(self.tr("What is recorded here"))
        why = self.tr(
            "This is the contract with the customer: its day, that of the signed order, or of the accepted "
            "estimate. Where there is none yet, choose “Move without recording”; “Record an event” notes it "
            "later."
        )
        self.form.column.addWidget(label(why, "muted", wrap=True))
        self.firm = FirmContractNote(self.ctx)
        self.form.column.addWidget(self.firm)
        self.firm.read(row.partner_firm)

    @property
    def chosen(self) -> EventKind:
        """The chosen kind."""
        return EventKind(self.kind.currentData())

    def _show_kind(self) -> None:
        on = self.form.fields["on"]
        on.set_name(self._day_name(), required=True)
        hint = self.tr(
            "Not always today: the day of the document, or on which it happened. How long data is kept is "
            "counted from it."
        )
        if self.chosen is EventKind.HANDOVER:
            hint = self.tr(
                "Not always today: the day on which it happened. How long data is kept is counted from it. "
                "It is that of the sale: closing day, invoice and books follow it."
            )
        on.set_hint(hint)
        self.form.fields["number"].setVisible(self.chosen in NUMBERED)
        self.form.fields["amount"].setVisible(self.chosen in MONEY_EVENTS)
        self.form.fields["moves"].setVisible(self._offers_done())
        if self.amount.text() == self._filled:
            known = self._amounts.get(self.chosen)
            self._filled = "" if known is None else f"{known:,}"
            self.amount.setText(self._filled)

    def _day_name(self) -> str:
        match self.chosen:
            case EventKind.CONTRACT:
                return self.tr("Day of the contract")
            case EventKind.HANDOVER:
                return self.tr("Day of the handover")
            case EventKind.INVOICE:
                return self.tr("Day of the invoice")
            case EventKind.SETTLEMENT:
                return self.tr("Day of the payment")
            case _:
                return self.tr("Day")

    def _offers_done(self) -> bool:
        return self._may_be_done and self.chosen in WORK_ENDED

    def collect(self) -> Callable[[], object]:
        on = self.day.iso("on")
        if not on:
            raise Missing("on")
        amount = number_of(self.amount.text(), int, "amount") if self.chosen in MONEY_EVENTS else None
        number = self.number.text().strip() if self.chosen in NUMBERED else ""
        event = JobEvent(self.chosen, on, number, amount)
        ctx, job, step, shown = self.ctx, self._job, self._step, self._shown_state
        if self._offers_done() and self.moves.isChecked():
            step = JobState.DONE
        return lambda: ctx.office.jobs.record_event(ctx.actor, job, event, step=step, shown=shown)

    def said_of_save(self) -> str:
        words, moves = self.ctx.words, self._offers_done() and self.moves.isChecked()
        if (step := JobState.DONE if moves else self._step) is not None:
            return moved_text(self._row, step, words)
        said = self.tr("Job {number}: “{event}” of {day} was recorded.")
        day = day_text(self.day.iso("on"))
        return said.format(number=self._row.number, event=words(EVENT_NAMES[self.chosen]), day=day)

    def save_question(self) -> SaveQuestion | None:
        return ahead_question(self.day, self.ctx.today())

    def _move_alone(self) -> None:
        """The work goes on, and its document is recorded later or elsewhere."""
        ctx, job, step, shown = self.ctx, self._job, self._step, self._shown_state
        assert step is not None  # the button is there for a step alone
        said = moved_text(self._row, step, ctx.words)
        self.save_here(lambda: ctx.office.jobs.set_state(ctx.actor, job, step, shown=shown), said)

    def typed(self) -> Typed | None:
        """Nothing is typed while only another kind is chosen."""
        amount = self.amount.text()
        typed = self.number.text() or amount != self._filled or self.day.day() != self.ctx.today()
        return super().typed() if typed else None


class StrikeEventForm(ReasonForm[EventStrikeReason]):
    """The last event is offered first.

    Args:
        listed: events that may be struck, and how each is told.
    """

    def __init__(self, ctx: DeskContext, job: str, listed: Sequence[tuple[JobEvent, str]]) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            ctx,
            translate("StrikeEventForm", "Strike an event?"),
            translate(
                "StrikeEventForm",
                "It leaves the list and no longer counts for how long data is kept. The log keeps that "
                "it was recorded, struck, and why.",
            ),
        )
        self._job = job
        self._listed = listed
        self.which = self.form.add("kind", self.tr("Event"), QComboBox())
        self.which.addItems([told for _event, told in listed])
        self.which.setCurrentIndex(len(listed) - 1)
        self.ask_why(EVENT_STRIKE_REASON_NAMES, self.tr("Strike"))
        self.fit(520, 480)

    def collect(self) -> Callable[[], object]:
        event, _told = self._listed[self.which.currentIndex()]
        ctx, job, reason = self.ctx, self._job, self.chosen()
        return lambda: ctx.office.jobs.strike_event(ctx.actor, job, event, reason)
