"""Small questions about invoices: what share a deposit asks for, and whether one is made void."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.billing.invoices import INVOICE_KIND_NAMES, InvoiceKind, InvoiceRow
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.text.input_checks import check_range
from hvacdesk.services.billing.invoices import USUAL_SHARE
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.numbers import number_of
from hvacdesk.ui.widgets.text import label


class ShareForm(FormDialog):
    """Deposit or part invoice, and what percentage of the whole it asks for.

    Signals:
        saved(invoice): the draft's record id.
    """

    def __init__(self, ctx: DeskContext, job: str, kind: InvoiceKind) -> None:
        super().__init__(ctx, QCoreApplication.translate("ShareForm", "Deposit or part invoice"), width=440)
        self._job = job
        names = {one: INVOICE_KIND_NAMES[one] for one in (InvoiceKind.DEPOSIT, InvoiceKind.PART)}
        self.kind = code_choice(ctx.words, names)
        choose(self.kind, kind)
        self.form.add("kind", self.tr("Kind"), self.kind)
        self.percent = QLineEdit(str(USUAL_SHARE))
        self.form.add(
            "percent",
            self.tr("Percent of the whole"),
            self.percent,
            hint=self.tr("The sum can be changed in the draft. The final invoice takes it off."),
        )
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Make the draft"))
        self.watch()
        self.keep_draft("invoice_share", job, "schedule", job=job, share="yes")
        self.fit(460, 300)

    def collect(self) -> Callable[[], object]:
        percent = number_of(self.percent.text().replace("%", "").replace("％", ""), int, "percent")
        if percent is None:
            raise Missing("percent")
        check_range("percent", percent, 1, 100)
        ctx, job, kind = self.ctx, self._job, InvoiceKind(self.kind.currentData())
        return lambda: ctx.office.invoices.draft(ctx.actor, job, kind, ctx.words, percent=percent)


class VoidForm(FormDialog):
    """Asks before an invoice is made void."""

    def __init__(self, ctx: DeskContext, row: InvoiceRow) -> None:
        title = QCoreApplication.translate("VoidForm", "Make invoice {number} void")
        super().__init__(ctx, title.format(number=row.number), width=460)
        self._row = row
        about = self.tr(
            "It asks for nothing any more, and the job is to bill again. Number and document are kept. If "
            "the customer has it already, tell them, or make a credit note instead."
        )
        self.form.column.addWidget(label(about, wrap=True))
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Make it void"))
        self.fit(480, 240)

    def collect(self) -> Callable[[], object]:
        ctx, invoice = self.ctx, self._row.invoice
        return lambda: ctx.office.invoices.void(ctx.actor, invoice)
