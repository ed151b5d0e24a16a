"""A customer's invoices, with a job or without one, and a new one without a job."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.invoices import InvoiceRow
from hvacdesk.domain.billing.payments import InvoicePayment
from hvacdesk.domain.calls.call_notes import CallNoteRow
from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.services.billing.invoices import LISTED_OF_CUSTOMER
from hvacdesk.ui import background
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.billing.invoice_list import InvoiceList, calls_about
from hvacdesk.ui.billing.terms_form import open_terms
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.in_front import in_front
from hvacdesk.ui.widgets.kept_note import KeptNote
from hvacdesk.ui.widgets.scroll_column import scrolled
from hvacdesk.ui.widgets.text import label

_READ = frozenset({Room.BILLING, Room.JOBS, Room.CUSTOMERS, Room.CALLS})


class CustomerInvoices(Dialog):
    """Everything that a customer is asked for; who keeps the books begins an invoice for no job here.

    Args:
        name: of the customer, as the reader may see it.
    """

    def __init__(self, ctx: DeskContext, customer: str, name: str) -> None:
        title = QCoreApplication.translate("CustomerInvoices", "Invoices of {name}").format(name=name)
        super().__init__(title, ctx.window, width=720)
        self._ctx, self.customer, self._name = ctx, customer, name
        self._reader = background.Reader(self)
        self._said = label("", "muted", wrap=True)
        self._said.hide()
        self.body.addWidget(self._said)
        self.kept = KeptNote(ctx)
        self.body.addWidget(self.kept)
        self.list = InvoiceList(ctx)
        self.body.addWidget(scrolled(self.list, (0, 0, theme.px(4), 0)), 1)
        self.set_primary(self.tr("Close"))
        if ctx.actor.may(Permission.BILL):
            self.free_button = self.add_secondary(self.tr("Invoice without a job"), self.draft_free)
            self.terms_button = self.add_secondary(self.tr("Payment terms…"), self.change_terms)
        self.fit(760, 560)
        self._fresh = Freshness(self, ctx.changes, _READ, self._read)
        self._fresh.read()

    def _read(self) -> None:
        ctx, customer = self._ctx, self.customer

        def found() -> tuple[tuple[InvoiceRow, ...], tuple[InvoicePayment, ...], dict[str, CallNoteRow]]:
            rows = ctx.office.invoices.of_customer(ctx.actor, customer)
            received = ctx.office.payments.received(ctx.actor, [row.invoice for row in rows])
            return rows, received, calls_about(ctx, rows)

        self._reader.read(found).then(lambda told: self._show(*told))

    def _show(
        self,
        rows: tuple[InvoiceRow, ...],
        received: tuple[InvoicePayment, ...],
        calls: dict[str, CallNoteRow],
    ) -> None:
        self._said.setText(self._about(rows))
        self._said.setVisible(bool(self._said.text()))
        self.list.set_rows(rows, received, calls)
        self.kept.read(self.customer)

    def _about(self, rows: tuple[InvoiceRow, ...]) -> str:
        if not rows:
            return self.tr("No invoice yet.")
        if len(rows) < LISTED_OF_CUSTOMER:
            return ""
        return self.tr("The newest ones; the others are on the page “Billing”, under “All invoices”.")

    def draft_free(self) -> None:
        """Begin an invoice for no job."""
        draft_free(self._ctx, self.list.acts, self, self.customer)

    def change_terms(self) -> None:
        """Open the form for when the customer is billed and pays."""
        open_terms(self, self._ctx, self.customer, self._name)


def open_customer_invoices(ctx: DeskContext, customer: str, name: str) -> None:
    """Show a customer's invoices; where they are shown already, they stay the only ones."""
    if in_front(CustomerInvoices, lambda one: one.customer == customer) is None:
        CustomerInvoices(ctx, customer, name).open()


def find_and_draft(ctx: DeskContext, acts: InvoiceActs, owner: QWidget) -> None:
    """Ask which customer, and begin an invoice for no job."""
    finder = CustomerFinder(
        ctx, QCoreApplication.translate("CustomerInvoices", "Whom does the invoice go to?")
    )

    def begin(row: CustomerRow) -> None:
        draft_free(ctx, acts, owner, row.customer)

    finder.chosen.connect(begin)
    finder.open()


def draft_free(ctx: DeskContext, acts: InvoiceActs, owner: QWidget, customer: str) -> None:
    """Begin an invoice for a customer and no job, and open its draft."""
    background.ask(owner, lambda: ctx.office.invoices.draft_free(ctx.actor, customer)).then(acts.open_draft)
