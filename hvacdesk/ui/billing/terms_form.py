"""When a customer is billed and pays: closing day, months and day of payment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from hvacdesk.domain.billing.pay_terms import END_OF_MONTH, MOST_MONTHS, USUAL, PayTerms
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.pay_terms import month_day_text, pay_month_text


def day_choice(*, none: str = "") -> QComboBox:
    """A list of the days of a month; the last one is the month's end.

    Args:
        none: words for no day, put first.
    """
    box = QComboBox()
    if none:
        box.addItem(none, 0)
    for day in range(1, END_OF_MONTH + 1):
        box.addItem(month_day_text(day), day)
    return box


def month_choice() -> QComboBox:
    """A list of months from that of the closing or of the invoice."""
    box = QComboBox()
    for months in range(MOST_MONTHS + 1):
        box.addItem(pay_month_text(months), months)
    return box


def choose_number(box: QComboBox, number: int) -> None:
    """Choose the line of a number."""
    box.setCurrentIndex(box.findData(number))


class TermsForm(FormDialog):
    """What was agreed on with one customer, or that the office's usual terms hold."""

    def __init__(self, ctx: DeskContext, customer: str, name: str, own: PayTerms | None) -> None:
        title = QCoreApplication.translate("TermsForm", "Payment terms: {name}")
        super().__init__(ctx, title.format(name=name), width=460)
        self._customer, self._shown = customer, own
        self.usual = QCheckBox(self.tr("Our own usual terms hold"))
        self.usual.setChecked(own is None)
        self.form.column.addWidget(self.usual)
        cash = self.tr("A customer who pays in cash pays once the work is done then.")
        self.form.column.addWidget(label(cash, "muted", wrap=True))
        terms = own or USUAL
        self.closing = day_choice(none=self.tr("none: each job by itself"))
        self.months, self.day = month_choice(), day_choice()
        choose_number(self.closing, terms.closing_day)
        choose_number(self.months, terms.pay_months)
        choose_number(self.day, terms.pay_day)
        self.form.add("closing_day", self.tr("Closing day"), self.closing)
        self.between = label("", "muted", wrap=True)
        self.between.hide()
        self.form.column.addWidget(self.between)
        self.form.add("pay_months", self.tr("Paid"), self.months)
        self.form.add("pay_day", self.tr("on"), self.day)
        self.carries = QCheckBox(self.tr("Carry the former balance over"))
        self.carries.setChecked(terms.carries_balance)
        self.form.column.addWidget(self.carries)
        hint = self.tr(
            "The page then also says what was asked last time, what was paid since, what is carried over and "
            "what is to be paid in all; on the first one “―” stands for the first two. It is also made where "
            "nothing new is to bill, not even as a draft, but something is owed from before. What each "
            "invoice asks for, and its tax, stay those of its own period."
        )
        self.form.column.addWidget(label(hint, "muted", wrap=True))
        self.form.column.addStretch(1)
        self.usual.toggled.connect(self._arm)
        self.closing.currentIndexChanged.connect(lambda _at: self._arm(self.usual.isChecked()))
        self.watch(beside={"usual": self.usual, "carries_balance": self.carries})
        self.keep_draft("pay_terms", customer, "billing", terms=customer)
        self.fit(480, 610)
        self._arm(self.usual.isChecked())

    def _arm(self, usual: bool) -> None:
        for box in (self.closing, self.months, self.day):
            box.setEnabled(not usual)
        self.carries.setEnabled(not usual and bool(self.closing.currentData()))
        self.between.setText(said := self._between())
        self.between.setVisible(bool(said))

    def _between(self) -> str:
        """What becomes of work between the periods of two closing days; empty where the day stays."""
        if (period := self._next_period()) is None:
            return ""
        first, last = period
        said = self.tr(
            "No work falls between two closing days: whatever is done by the next one, {last}, and not "
            "billed yet is on its invoice, also what was done before the period that its page names "
            "({first} to {last})."
        )
        return said.format(first=day_text(first), last=day_text(last))

    def said_of_save(self) -> str:
        if (period := self._next_period()) is None:
            return ""
        said = self.tr("Saved. What is done and not billed by {last} is on the next collective invoice.")
        return said.format(last=day_text(period[1]))

    def _next_period(self) -> tuple[date, date] | None:
        """What the first closing day of another kind than before closes; None where the day stays."""
        before = (self._shown or USUAL).closing_day
        now = 0 if self.usual.isChecked() else self.closing.currentData()
        if not now or now == before:
            return None
        terms = PayTerms(now)
        return terms.period(terms.closing(self.ctx.today()))

    def collect(self) -> Callable[[], object]:
        ctx, customer, before = self.ctx, self._customer, self._shown
        own = None
        if not self.usual.isChecked():
            own = PayTerms(
                *(self.closing.currentData(), self.months.currentData(), self.day.currentData()),
                carries_balance=self.carries.isEnabled() and self.carries.isChecked(),
            )
        return lambda: ctx.office.billing_terms.change_customer(ctx.actor, customer, before, own)


def open_terms(owner: QWidget, ctx: DeskContext, customer: str, name: str) -> None:
    """Read what was agreed on with a customer, and open the form."""
    background.ask(owner, lambda: ctx.office.billing_terms.of_customer(ctx.actor, customer)).then(
        partial(_open, ctx, customer, name)
    )


def _open(ctx: DeskContext, customer: str, name: str, own: PayTerms | None) -> None:
    TermsForm(ctx, customer, name, own).open()
