"""The invoices of one job, the newest first, each with what can be done next."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hvacdesk.domain.billing.invoices import BillingBasis, InvoiceKind, InvoiceRow, InvoiceState
from hvacdesk.domain.billing.payments import InvoicePayment
from hvacdesk.domain.calls.call_notes import CallNoteRow
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.billing.invoice_list import InvoiceList, calls_about
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.kept_note import KeptNote
from hvacdesk.ui.widgets.record_tab import InvoicesPart
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label

READ = frozenset({Room.BILLING, Room.JOBS, Room.PAPERS, Room.CALLS})


class InvoicesTab(InvoicesPart):
    """Drafts, issues and corrects for who keeps the books; states and sums for the front desk."""

    def __init__(self, ctx: DeskContext, job: str) -> None:
        super().__init__()
        self._ctx, self._job = ctx, job
        self._next, self._deposit_percent = InvoiceKind.WHOLE, 0
        self._bills = ctx.actor.may(Permission.BILL)
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, ctx.changes, READ, self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(self._buttons())
        self._about = label("", "muted", wrap=True)
        column.addWidget(self._about)
        self._none = label("", "muted", wrap=True)
        column.addWidget(self._none)
        self.kept = KeptNote(ctx)
        column.addWidget(self.kept)
        self.list = InvoiceList(ctx)
        column.addWidget(ScrollColumn(self.list), 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.draft_button = button(self.tr("Make an invoice"), self.draft, icon="plus")
        self.share_button = button(self.tr("Deposit or part invoice…"), self.ask_share, kind="link")
        for made in (self.draft_button, self.share_button):
            row.addWidget(made)
            if not self._bills:
                made.hide()
        row.addStretch(1)
        return row

    def read(self) -> None:
        """Read the invoices again."""
        self._fresh.read()

    def _read(self) -> None:
        ctx, job = self._ctx, self._job

        def found() -> tuple[
            BillingBasis, tuple[InvoiceRow, ...], tuple[InvoicePayment, ...], dict[str, CallNoteRow]
        ]:
            invoices = ctx.office.invoices
            rows = invoices.of_job(ctx.actor, job)
            received = ctx.office.payments.received(ctx.actor, [row.invoice for row in rows])
            return invoices.basis(ctx.actor, job), rows, received, calls_about(ctx, rows)

        self._reader.read(found).then(lambda told: self._show(*told))

    def _show(
        self,
        basis: BillingBasis,
        rows: tuple[InvoiceRow, ...],
        received: tuple[InvoicePayment, ...],
        calls: dict[str, CallNoteRow],
    ) -> None:
        self._next, self._deposit_percent = basis.kind, basis.deposit_percent
        about = [self.tr("Invoices of this job go to {name}.").format(name=basis.name.text)]
        if basis.contractor:
            why = self.tr(
                "That is who ordered the work, as nobody is named as payer: {contractor} is noted as the "
                "main contractor alone. If it pays, choose it as payer with “Change booking”."
            )
            if not self._ctx.actor.may(Permission.EDIT_JOBS):
                why = self.tr(
                    "That is who ordered the work, as nobody is named as payer: {contractor} is noted as the "
                    "main contractor alone. If it pays, ask the front desk or the person responsible to "
                    "choose it as payer in the booking."
                )
            about.append(why.format(contractor=basis.contractor))
        billed = cancelled = ""
        if basis.billed:
            billed = self.tr(
                "Invoice {number} asks for the whole of this job. To change what is billed, choose "
                "“Put right…” at it."
            ).format(number=basis.billed)
            if self._bills:
                about.append(billed)
        elif basis.cancelled:
            cancelled = self.tr(
                "The job was cancelled: only a part invoice for what was done all the same is made. What "
                "came as deposit is seen to on the page “Billing”, under “Open”."
            )
            about.append(cancelled)
        elif not basis.done and self._bills:
            about.append(
                self.tr("The work is not noted as done, so only a deposit or a part is asked for as yet.")
            )
        self._about.setText(in_a_row(*about))
        self._none.setText(
            self.tr("No invoice yet. It begins with the accepted estimate, else with the job's work.")
            if self._bills
            else self.tr("No invoice yet. Accounting makes the invoices.")
        )
        self._none.setVisible(not rows and not basis.cancelled)
        waiting = any(row.state is InvoiceState.DRAFT for row in rows)
        self.draft_button.setEnabled(waiting if billed else not basis.cancelled)
        self.share_button.setEnabled(not billed)
        for made in (self.draft_button, self.share_button):
            why = "" if made.isEnabled() else billed or cancelled
            made.setToolTip(why)
            made.setAccessibleDescription(why)
        self.list.set_rows(rows, received, calls)
        if rows:
            self.kept.read(rows[0].customer, basis.number)

    # Acts

    def draft(self) -> None:
        """Open the draft that there is, or make the invoice that comes next and open it."""
        self.list.acts.draft_next(self._job, self._next, self.list.rows, self._deposit_percent)

    def open_draft(self, invoice: str) -> None:
        """Open the form of one draft."""
        self.list.acts.open_draft(invoice)

    def ask_share(self) -> None:
        """Ask what share of the whole is asked for in advance, and open the draft."""
        self.list.acts.ask_share(self._job, self._next, self._deposit_percent)
