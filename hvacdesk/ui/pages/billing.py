"""Billing 請求・入金: what is to bill, what is open and overdue, all invoices, and the closing days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.billing.bank_view import BankView
from hvacdesk.ui.billing.billing_facts_form import BillingFactsForm
from hvacdesk.ui.billing.books_form import open_books
from hvacdesk.ui.billing.closing_view import ClosingView
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.billing.invoices_view import InvoicesView
from hvacdesk.ui.billing.open_view import OpenView
from hvacdesk.ui.billing.outside_view import OutsideView
from hvacdesk.ui.billing.payment_form import open_payment
from hvacdesk.ui.billing.payments_view import PaymentsView
from hvacdesk.ui.billing.receipts_view import ReceiptsView
from hvacdesk.ui.billing.reminder_form import open_reminder
from hvacdesk.ui.billing.sales_month_view import SalesMonthView
from hvacdesk.ui.billing.terms_form import open_terms
from hvacdesk.ui.billing.to_bill_view import ToBillView
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.tabbed_page import TabbedPage

_OF_CUSTOMERS = {"terms": open_terms, "pay": open_payment, "remind": open_reminder}
"""The forms about a customer, by the argument that asks for each."""


class BillingPage(TabbedPage):
    """The lists of billing; the front desk sees what is to bill and what is open.

    Attributes:
        to_bill, open_items, invoices, closing, payments, receipts, bank, outside, month: the tabs; all but
            the first two are None for who makes no invoices.
    """

    CALLED = (
        "to_bill",
        "open_items",
        "invoices",
        "closing",
        "payments",
        "receipts",
        "bank",
        "outside",
        "month",
    )

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Billing"))
        self._context = context
        self._acts = InvoiceActs(context, self)
        self.tabs.place("to_bill", self.tr("To bill"), lambda: ToBillView(context))
        self.tabs.place("open_items", self.tr("Open"), lambda: OpenView(context))
        if context.actor.may(Permission.BILL):
            self.tabs.place("invoices", self.tr("All invoices"), lambda: InvoicesView(context))
            self.tabs.place("closing", self.tr("Closing day"), lambda: ClosingView(context))
            self.tabs.place("payments", self.tr("Payments"), lambda: PaymentsView(context))
            self.tabs.place("receipts", self.tr("Receipts"), lambda: ReceiptsView(context))
            self.tabs.place("bank", self.tr("Bank file"), lambda: BankView(context))
            self.tabs.place("outside", self.tr("Other program"), lambda: OutsideView(context))
            self.tabs.place("month", self.tr("Month"), lambda: SalesMonthView(context))
        if context.actor.may(Permission.MANAGE_OFFICE):
            self.add_action(self.tr("Billing settings…"), "settings", self.change_facts)

    def refresh(self) -> None:
        shown = self.tabs.content(self.tabs.in_front)
        if isinstance(shown, RegisterView):
            shown.refresh()

    def change_facts(self) -> None:
        """Open the form for what the office bills by."""
        ctx = self._context
        background.ask(self, lambda: ctx.office.billing_terms.office(ctx.actor)).then(
            lambda facts: BillingFactsForm(ctx, facts).open()
        )

    def open(self, **arguments: object) -> None:
        """``tab=NAME`` shows that tab; ``terms=ID`` opens a customer's payment terms, ``facts`` the form
        for what the office bills by, ``invoice=ID`` the draft of an invoice, ``pay=ID`` that for a customer's
        payment, ``cash`` that for counting collected cash, ``credit=ID`` that for what is left over of a
        payment, ``credit_note=ID`` that for what is left of a credit note, ``receipt=ID`` that for a
        payment's receipt, ``count_back=ID`` and ``count_correct=ID`` those for a count of collected cash,
        ``held=ID`` that for a cancelled job's deposit, ``remind=ID`` that for a letter to a customer about
        what is overdue, ``books`` that for the accounting program, and ``blanks`` that for blank receipts.
        """
        self.tabs.show_named(str(arguments.get("tab", "")))
        if invoice := str(arguments.get("invoice", "")):
            self._acts.open_draft(invoice)
        if arguments.get("facts"):
            self.change_facts()
        for name, of_customer in _OF_CUSTOMERS.items():
            if customer := str(arguments.get(name, "")):
                self._open_named(of_customer, customer)
        self._open_of_payments(arguments)
        if held := str(arguments.get("held", "")):
            self.open_items.once_read(partial(self.open_items.show_deposit, held))
        if arguments.get("books"):
            open_books(self, self._context)
        if arguments.get("blanks"):
            self.receipts.once_read(self.receipts.give_out)

    def _open_named(self, form: Callable[[QWidget, DeskContext, str, str], object], customer: str) -> None:
        """Open a form about a customer, whose name its title says."""
        ctx = self._context
        background.ask(self, lambda: ctx.office.customers.detail(ctx.actor, customer).name.text).then(
            partial(form, self, ctx, customer)
        )

    def _open_of_payments(self, arguments: Mapping[str, object]) -> None:
        if arguments.get("cash"):
            self.payments.count_cash()
        for name in ("count_back", "count_correct"):
            if count := str(arguments.get(name, "")):
                counts = self.payments.show_counts()
                then = {"count_back": counts.take_back, "count_correct": counts.correct}[name]
                counts.once_read(partial(counts.show_count, count, then))
        if note := str(arguments.get("credit_note", "")):
            shown = self.open_items
            shown.once_read(partial(shown.show_item, note, shown.pay))
        for name in ("credit", "receipt"):
            if payment := str(arguments.get(name, "")):
                listed = self.payments
                then = {"credit": listed.see_to_credit, "receipt": listed.make_receipt}[name]
                listed.once_read(partial(listed.show_payment, payment, then))
