"""What the customer said of an estimate: accepted or declined, what follows from it, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit

from hvacdesk.domain.billing.estimates import (
    ESTIMATE_STATE_NAMES,
    AnswerTakenBack,
    EstimateAnswer,
    EstimateRow,
    EstimateState,
)
from hvacdesk.domain.billing.open_items import MoneyMeanwhile
from hvacdesk.domain.errors import Missing, UserFacingError
from hvacdesk.domain.jobs.jobs import JOB_STATE_NAMES, JobState
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.ahead_question import ahead_question
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.example import show_example
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.numbers import gross, yen
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.advances import Advances, advance_lines, read_advances


class AcceptedForm(FormDialog):
    """The contract's day, from which papers are kept, and the amount to collect.

    Args:
        name: of the customer, as the reader may see it.
        variants: whether there are others beside it, which are closed.
        paid_on_site: whether the customer pays who does the work; else nothing is collected there.
    """

    def __init__(
        self,
        ctx: DeskContext,
        job: str,
        row: EstimateRow,
        name: str,
        *,
        variants: bool = False,
        paid_on_site: bool = True,
    ) -> None:
        title = QCoreApplication.translate("AcceptedForm", "Estimate {number} is accepted")
        super().__init__(ctx, title.format(number=row.number), width=480)
        self._row = row
        self.form.column.addWidget(label(_whose(name, row), "strong", wrap=True))
        if variants:
            closed = self.tr("The other variants are closed. Invoices begin with this one.")
            self.form.column.addWidget(label(closed, "muted", wrap=True))
        self.contract = QCheckBox(self.tr("Record the contract"))
        self.contract.setChecked(True)
        self.form.column.addWidget(self.contract)
        self.day = DateField(ctx.today(), mostly_past=True)
        self.day.set_iso(ctx.today().isoformat())
        self.form.add(
            "on",
            self.tr("Day of the contract"),
            self.day,
            hint=self.tr("How long its papers are kept is counted from it."),
        )
        self.number = QLineEdit()
        show_example(self.number, row.number)
        self.form.add("number", self.tr("Number on the contract"), self.number)
        collect = self.tr("Collect {amount} on the day of the work")
        self.collect_sum = QCheckBox(collect.format(amount=gross(row.to_collect)))
        hint = self._hint(paid_on_site)
        self.form.add("collect_sum", self.tr("On the day of the work"), self.collect_sum, hint=hint)
        self.collect_sum.setEnabled(paid_on_site and row.to_collect > 0)
        self.form.column.addStretch(1)
        self.contract.toggled.connect(self._show)
        if self.primary is not None:
            self.primary.setText(self.tr("Accepted"))
        self.watch(beside={"contract": self.contract, "collect_sum": self.collect_sum})
        self.keep_draft("accepted", row.estimate, "schedule", job=job, accepted=row.estimate)
        self.fit(520, 500)

    def _hint(self, paid_on_site: bool) -> str:
        """Why nothing, or not all of it, is collected there."""
        row = self._row
        if not paid_on_site:
            return self.tr(
                "This customer does not pay at the site. If they do now, change their payment method to cash "
                "or card first."
            )
        if not row.deposit_yen:
            return ""
        billed = self.tr("{whole} less the deposit of {deposit}, which an invoice asks for beforehand.")
        return billed.format(whole=gross(row.sums.gross), deposit=yen(row.deposit_yen))

    def _show(self, recorded: bool) -> None:
        for key in ("on", "number"):
            self.form.fields[key].setVisible(recorded)

    def collect(self) -> Callable[[], object]:
        recorded = self.contract.isChecked()
        on = self.day.iso("on") if recorded else ""
        if recorded and not on:
            raise Missing("on")
        answer = EstimateAnswer(True, on, self.number.text().strip(), collect=self.collect_sum.isChecked())
        ctx, estimate = self.ctx, self._row.estimate
        return lambda: ctx.office.estimates.answer(ctx.actor, estimate, answer)

    def save_question(self) -> SaveQuestion | None:
        return ahead_question(self.day, self.ctx.today()) if self.contract.isChecked() else None


class DeclinedForm(FormDialog):
    """Whether the job ends with it.

    Args:
        name: of the customer, as the reader may see it.
        job: record id of the job, ``state`` the state in which it was shown.
        money: what came in before the work; told once the job is to end.
    """

    def __init__(
        self,
        ctx: DeskContext,
        row: EstimateRow,
        name: str,
        job: str,
        state: JobState | None = None,
        money: Advances = None,
    ) -> None:
        title = QCoreApplication.translate("DeclinedForm", "Estimate {number} is declined")
        super().__init__(ctx, title.format(number=row.number), width=480)
        self._row, self._job, self._state, self._money = row, job, state, money
        self.form.column.addWidget(label(_whose(name, row), "strong", wrap=True))
        about = self.tr("The estimate is kept. A changed offer is its next issue.")
        self.form.column.addWidget(label(about, "muted", wrap=True))
        self.cancel = QCheckBox(self.tr("Cancel the job too"))
        self.form.column.addWidget(self.cancel)
        self._told = label("", wrap=True, tone="warn")
        self.form.column.addWidget(self._told)
        self.cancel.toggled.connect(lambda _on: self._tell_money())
        self._tell_money()
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Declined"))
        self.fit(520, 440 if money else 280)
        self.cancel.setFocus()

    def _tell_money(self) -> None:
        self._told.setText("\n".join(advance_lines(self.ctx, self._money)))
        self._told.setVisible(self.cancel.isChecked() and bool(self._told.text()))

    def collect(self) -> Callable[[], object]:
        answer = EstimateAnswer(False, cancel_job=self.cancel.isChecked())
        ctx, estimate, shown, money = self.ctx, self._row.estimate, self._state, self._money
        return lambda: ctx.office.estimates.answer(ctx.actor, estimate, answer, shown=shown, money=money)

    def ask_about(self, error: UserFacingError) -> bool:
        """Where money came in since, show it, and leave it to the person to save again."""
        if not isinstance(error, MoneyMeanwhile):
            return False

        def show(money: Advances) -> None:
            self._money = money
            self._tell_money()
            self.say_refused(error)

        background.ask(self, lambda: read_advances(self.ctx, self._job)).with_busy(self.saving).then(show)
        return True


class AnswerBackForm(FormDialog):
    """Asks before an answer is taken back, and says what changes by that."""

    def __init__(self, ctx: DeskContext, row: EstimateRow, name: str, follows: AnswerTakenBack) -> None:
        translate = QCoreApplication.translate
        title = (
            translate("AnswerBackForm", "Take back the acceptance of {number}")
            if row.state is EstimateState.ACCEPTED
            else translate("AnswerBackForm", "Take back the refusal of {number}")
        )
        super().__init__(ctx, title.format(number=row.number), width=480)
        self._row = row
        self.form.column.addWidget(label(_whose(name, row), "strong", wrap=True))
        about = self.tr("For an answer that was noted by mistake. This is how it is afterwards:")
        self.form.column.addWidget(label(about, wrap=True))
        for said in self._changes(follows):
            self.form.column.addWidget(label(f"・{said}", wrap=True))
        kept = self.tr("The log keeps the answer, and who took it back.")
        self.form.column.addWidget(label(kept, "muted", wrap=True))
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Take it back"))
        self.fit(520, 430)

    def _changes(self, follows: AnswerTakenBack) -> Iterator[str]:
        """What changes, one thing after the other."""
        words = self.ctx.words
        for number, state in follows.estimates:
            told = self.tr("Estimate {number}: {state}")
            yield told.format(number=number, state=words(ESTIMATE_STATE_NAMES[state]))
        for day in follows.contracts:
            struck = self.tr("The contract of {day} is no longer an event of the job.")
            yield struck.format(day=day_text(day))
        if follows.collects and follows.collect is not None:
            yield self.tr("To collect on the day of the work: {amount}").format(amount=gross(follows.collect))
        elif follows.collects:
            yield self.tr("Nothing is to be collected on the day of the work.")
        if follows.job_state is not None:
            told = self.tr("State of the job: {state}")
            yield told.format(state=words(JOB_STATE_NAMES[follows.job_state]))
        else:
            yield self.tr("The job stays in the state in which it is.")

    def collect(self) -> Callable[[], object]:
        ctx, row = self.ctx, self._row
        return lambda: ctx.office.estimates.take_back_answer(ctx.actor, row.estimate, row.version)


def _whose(name: str, row: EstimateRow) -> str:
    """Whose answer it is, and about how much."""
    said = QCoreApplication.translate("AcceptedForm", "{name}, {amount}")
    return said.format(name=name, amount=gross(row.sums.gross))
