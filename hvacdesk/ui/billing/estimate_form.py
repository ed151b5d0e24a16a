"""The draft of an estimate: lines, discount, validity, notes, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from hvacdesk.domain.billing.estimates import (
    DEPOSITS,
    VALID_DAYS,
    EstimateDetail,
    EstimateLineRecord,
    EstimateRecord,
    EstimateSettled,
    EstimateState,
)
from hvacdesk.domain.billing.money import share_told
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.text.input_checks import check_range
from hvacdesk.ui.billing.issuing_form import IssuingForm
from hvacdesk.ui.billing.line_adding import LineAdding
from hvacdesk.ui.billing.line_rows import LineRows
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.numbers import number_of, totals_text, yen
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.text import label


class EstimateForm(IssuingForm):
    """Saves a draft; *save and issue* makes it the estimate that the customer gets.

    Args:
        just_made: the draft was made for this window; closed without saving, nothing of it is kept.
    """

    takes_statement = True

    def __init__(self, ctx: DeskContext, detail: EstimateDetail, *, just_made: bool = False) -> None:
        title = QCoreApplication.translate("EstimateForm", "Estimate {number}")
        super().__init__(ctx, title.format(number=detail.row.number), width=760)
        self._detail = detail
        record = detail.record
        self.form.column.addWidget(label(self._whose(), "strong", wrap=True))
        self.rows = LineRows(record.lines)
        self.form.add("lines", self.tr("Lines"), self.rows)
        self.adding = LineAdding(ctx, self.rows, EstimateLineRecord)
        self.form.column.addWidget(self.adding)
        self.with_tax = QCheckBox(self.tr("The prices include the consumption tax"))
        self.with_tax.setChecked(record.with_tax)
        self.form.column.addWidget(self.with_tax)
        self.costs_apart = QCheckBox(self.tr("Name material, labour and other needed costs apart"))
        self.costs_apart.setChecked(record.costs_apart)
        self.form.column.addWidget(self.costs_apart)
        self.rows.show_costs(record.costs_apart)
        self.costs_apart.toggled.connect(self._show_costs)
        why = self.tr(
            "Ticked beforehand for holders of a construction licence: the law wants these costs named apart "
            "(建設業法 第20条第1項). Where no line names them, you are asked before it is issued."
        )
        if record.costs_apart:
            self.form.column.addWidget(label(why, "muted", wrap=True))
        self.sum = label("", "strong", wrap=True)
        self.form.column.addWidget(self.sum)
        self.valid = DateField(ctx.today())
        self.valid.set_iso(record.valid_until)
        hint = self.tr("Empty: {days} days from the day it is issued.").format(days=VALID_DAYS)
        self.form.add("valid_until", self.tr("Valid until"), self.valid, hint=hint)
        self.deposit = QLineEdit(str(record.deposit_percent or ""))
        self.form.add(
            "deposit_percent",
            self.tr("Deposit, percent of the whole"),
            self.deposit,
            hint=self.tr("Empty: nothing is asked for in advance. The deposit invoice begins with it."),
        )
        self.text = QPlainTextEdit(record.text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(84))
        self.form.add("text", self.tr("Notes for the customer"), self.text)
        self.form.column.addStretch(1)
        self.rows.edited.connect(self._show_sum)
        self.with_tax.toggled.connect(lambda _on: self._show_sum())
        self.deposit.textChanged.connect(lambda _text: self._show_sum())
        self.issue_button = self.add_secondary(self.tr("Save and issue…"), self.save_and_issue)
        self.offer_deletion(
            detail.row.estimate,
            lambda: ctx.office.estimates.drop(ctx.actor, detail.row.estimate, detail.row.version),
            saved=detail.row.version > 1,
            kept=not just_made,
        )
        self._show_sum()
        self.watch(beside={"with_tax": self.with_tax, "costs_apart": self.costs_apart})
        self.keep_draft(
            "estimate", detail.row.estimate, "schedule", job=detail.job, estimates=detail.row.estimate
        )
        self.fit(860, 720)

    def _show_costs(self, shown: bool) -> None:
        self.rows.show_costs(shown)
        self._show_sum()

    def _show_sum(self) -> None:
        """Say what it comes to; what is half typed, or wrong, comes to nothing yet."""
        percent, rounding = self._detail.row.sums.percent, self._detail.row.sums.rounding
        said = []
        try:
            record = EstimateRecord(self._lines(), with_tax=self.with_tax.isChecked())
            whole = record.totals(percent, rounding)
            said.append(totals_text(whole))
            if share := self._deposit_percent():
                deposit = replace(record, deposit_percent=share).deposit(percent, rounding)
                told = share_told(whole, deposit, share, self.ctx.words, yen)
                said.append(self.tr("Of this in advance: {sum}").format(sum=told))
        except InvalidInput:
            pass
        self.sum.setText("\n".join(said))

    def _lines(self) -> tuple[EstimateLineRecord, ...]:
        return cast("tuple[EstimateLineRecord, ...]", self.rows.lines())

    # Saving

    def record(self) -> EstimateRecord:
        """The estimate as it is typed in the form. Raises :class:`InvalidInput`."""
        return EstimateRecord(
            lines=self._lines(),
            valid_until=self.valid.iso("valid_until"),
            with_tax=self.with_tax.isChecked(),
            text=self.text.toPlainText().strip(),
            costs_apart=self.costs_apart.isChecked(),
            deposit_percent=self._deposit_percent(),
        )

    def _deposit_percent(self) -> int:
        typed = self.deposit.text().replace("%", "").replace("％", "")
        percent = number_of(typed, int, "deposit_percent") or 0
        check_range("deposit_percent", percent, *DEPOSITS)
        return percent

    def _whose(self) -> str:
        """Whom it is for, and for which job."""
        said = self.tr("To {name}, for job {number}")
        return said.format(name=self._detail.name.text, number=self._detail.job_number)

    def drawing(self, record: EstimateRecord) -> Callable[[], bytes]:
        ctx, row, allow = self.ctx, self._detail.row, self.number_allowed
        return lambda: ctx.office.estimates.preview(
            ctx.actor, row.estimate, row.version, record, ctx.words, allow_number=allow
        )

    def ask_issue(self, record: EstimateRecord, drawn: bytes) -> None:
        """Show the page; before, ask where it would be kept as one that names its costs, and names none."""
        self._show_sum()
        kept = self.tr("It is the estimate that the customer gets, and is no longer changed.")
        show = partial(self.show_page, drawn, (self._whose(), self.sum.text()), kept=kept)
        if record.costs_apart and not record.names_costs:
            self.ask_first(self._asks_for_costs(), show)
        else:
            show()

    def _asks_for_costs(self) -> SaveQuestion:
        """The page has no columns for costs that no line names: it is the same with the box unticked."""
        return SaveQuestion(
            self.tr("Issue it without naming material and labour?"),
            self.tr(
                "“{box}” is ticked, but no line says what of its price is material, labour or statutory "
                "welfare. Issued as it is, it counts as one that does not name them: the box is unticked."
            ).format(box=self.costs_apart.text()),
            self.tr("Back to the lines"),
            self.tr("Untick it and show the page"),
            about=next((row.costs[0] for row in self.rows.rows if row.costs), self.costs_apart),
            agreed=lambda: self.costs_apart.setChecked(False),
        )

    def collect(self) -> Callable[[], object]:
        record, ctx, row = self.record(), self.ctx, self._detail.row
        issues, allow = self.issues, self.number_allowed
        self.issues = False

        def work() -> str:
            save = ctx.office.estimates.issue if issues else ctx.office.estimates.change
            save(ctx.actor, row.estimate, row.version, record, allow_number=allow)
            return row.estimate if issues else ""

        return work

    def present(self) -> Present | None:
        ctx, row = self.ctx, self._detail.row

        def read() -> EstimateDetail:
            detail = ctx.office.estimates.detail(ctx.actor, row.estimate)
            if detail.row.state is not EstimateState.DRAFT:
                raise EstimateSettled
            return detail

        return Present(
            SavedKind.ESTIMATE,
            row.estimate,
            row.version,
            read,
            lambda now: EstimateForm(ctx, now),
            merges=False,
        )

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        self._show_sum()
