"""The draft of an estimate: lines, discount, validity, notes, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QPlainTextEdit

from hvacdesk.domain.billing.estimates import VALID_DAYS, EstimateDetail, EstimateLineRecord, EstimateRecord
from hvacdesk.domain.billing.prices import PriceList, PriceRecord
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.ui import background
from hvacdesk.ui.billing.line_rows import LineRows
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.numbers import totals_text
from hvacdesk.ui.widgets.text import label


class EstimateForm(FormDialog):
    """Saves a draft; *save and issue* makes it the estimate that the customer gets.

    Attributes:
        issues: whether the last save was to issue it.
    """

    takes_statement = True

    def __init__(self, ctx: DeskContext, detail: EstimateDetail) -> None:
        title = QCoreApplication.translate("EstimateForm", "Estimate {number}")
        super().__init__(ctx, title.format(number=detail.row.number), width=760)
        self._detail = detail
        self.issues = False
        record = detail.record
        self.rows = LineRows(record.lines)
        self.form.add("lines", self.tr("Lines"), self.rows)
        self.form.column.addLayout(self._adding())
        self.with_tax = QCheckBox(self.tr("The prices include the consumption tax"))
        self.with_tax.setChecked(record.with_tax)
        self.form.column.addWidget(self.with_tax)
        self.costs_apart = QCheckBox(self.tr("Names material, labour and other needed costs apart"))
        self.costs_apart.setChecked(record.costs_apart)
        self.form.column.addWidget(self.costs_apart)
        why = self.tr(
            "Ticked beforehand for holders of a construction licence: the law wants these costs named apart "
            "(建設業法 第20条第1項). Untick it while the lines do not name them."
        )
        if record.costs_apart:
            self.form.column.addWidget(label(why, "muted", wrap=True))
        self.sum = label("", "strong", wrap=True)
        self.form.column.addWidget(self.sum)
        self.valid = DateField(ctx.today())
        self.valid.set_iso(record.valid_until)
        hint = self.tr("Empty: {days} days from the day it is issued.").format(days=VALID_DAYS)
        self.form.add("valid_until", self.tr("Valid until"), self.valid, hint=hint)
        self.text = QPlainTextEdit(record.text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(84))
        self.form.add("text", self.tr("Notes for the customer"), self.text)
        self.form.column.addStretch(1)
        self.rows.edited.connect(self._show_sum)
        self.with_tax.toggled.connect(lambda _on: self._show_sum())
        self.issue_button = self.add_secondary(self.tr("Save and issue"), self.save_and_issue)
        self._show_sum()
        self.keep_draft("estimate", detail.row.estimate, "schedule", job=detail.job, estimates="yes")
        self.fit(860, 720)
        background.ask(self, lambda: ctx.office.prices.listed(ctx.actor)).then(self._show_prices)

    def _adding(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        blank = EstimateLineRecord("", 1.0, "", 0)
        self.add_line = button(self.tr("Add a line"), partial(self.rows.add, blank), kind="link", icon="plus")
        self.from_list = button(self.tr("From the price list"), self._open_list, kind="link", icon="wallet")
        discount = EstimateLineRecord(self.tr("Discount"), 1.0, "式", 0)
        self.add_discount = button(self.tr("Discount"), partial(self._add_discount, discount), kind="link")
        for made in (self.add_line, self.from_list, self.add_discount):
            line.addWidget(made)
        line.addStretch(1)
        self._menu = QMenu(self)
        return line

    def _show_prices(self, prices: PriceList) -> None:
        for record in prices.offered:
            name = record.name(self.ctx.words)
            self._menu.addAction(name.replace("&", "&&"), partial(self._add_price, record, name))
        self.from_list.setEnabled(bool(prices.offered))

    def _open_list(self) -> None:
        self._menu.popup(self.from_list.mapToGlobal(self.from_list.rect().bottomLeft()))

    def _add_price(self, record: PriceRecord, name: str) -> None:
        self.rows.add(EstimateLineRecord(name, 1.0, record.unit, record.yen or 0, record.item))

    def _add_discount(self, line: EstimateLineRecord) -> None:
        self.rows.add(line)
        price = self.rows.rows[-1].yen
        price.setText("-")
        price.setFocus()

    def _show_sum(self) -> None:
        try:
            record = EstimateRecord(self.rows.lines(), with_tax=self.with_tax.isChecked())
        except InvalidInput:
            return
        self.sum.setText(totals_text(record.totals(self._detail.row.sums.percent)))

    # Saving

    def record(self) -> EstimateRecord:
        """The estimate as it is typed in the form. Raises :class:`InvalidInput`."""
        return EstimateRecord(
            lines=self.rows.lines(),
            valid_until=self.valid.iso("valid_until"),
            with_tax=self.with_tax.isChecked(),
            text=self.text.toPlainText().strip(),
            costs_apart=self.costs_apart.isChecked(),
        )

    def save_and_issue(self) -> None:
        """Save the draft and issue it."""
        self.issues = True
        self.save()

    def collect(self) -> Callable[[], object]:
        record, ctx, row = self.record(), self.ctx, self._detail.row
        issues, allow = self.issues, self.number_allowed
        self.issues = False

        def work() -> str:
            save = ctx.office.estimates.issue if issues else ctx.office.estimates.change
            save(ctx.actor, row.estimate, row.version, record, allow_number=allow)
            return row.estimate if issues else ""

        return work

    def typed(self) -> Typed | None:
        try:
            unchanged = self.record() == self._detail.record
        except InvalidInput:
            unchanged = False
        if unchanged:
            return None
        return {
            "lines": self.rows.texts(),
            "valid": self.valid.text(),
            "with_tax": self.with_tax.isChecked(),
            "costs_apart": self.costs_apart.isChecked(),
            "text": self.text.toPlainText(),
        }

    def fill(self, typed: Typed) -> None:
        self.rows.fill(cast("Sequence[Sequence[str]]", typed["lines"]))
        self.valid.setText(str(typed["valid"]))
        self.with_tax.setChecked(bool(typed["with_tax"]))
        self.costs_apart.setChecked(bool(typed.get("costs_apart")))
        self.text.setPlainText(str(typed["text"]))
        self._show_sum()
