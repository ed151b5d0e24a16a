"""What is open, the longest due first, with sums by how long it is overdue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from hvacdesk.domain.billing.invoices import INVOICE_KIND_NAMES
from hvacdesk.domain.billing.open_items import (
    AGE_NAMES,
    Age,
    BillingFile,
    HeldDeposit,
    OpenItem,
    owed_back,
    read_alike,
    sums_by_age,
)
from hvacdesk.domain.billing.payments import CustomerMoney
from hvacdesk.domain.calls.call_notes import CallNoteRow
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.billing.held_deposit_form import open_held_deposit
from hvacdesk.ui.billing.invoice_acts import InvoiceActs, open_where_it_belongs, pay_label
from hvacdesk.ui.billing.payment_form import open_payment
from hvacdesk.ui.billing.payment_forms import CreditNoteForm
from hvacdesk.ui.billing.reminder_form import open_reminder
from hvacdesk.ui.billing.told_apart import name_apart
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.folding_row import below
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.stat_tile import StatTile
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column
from hvacdesk.ui.wording.calls import call_day, call_text
from hvacdesk.ui.wording.payments import paid_text

Calls = dict[str, CallNoteRow]
"""The last call about each invoice, by record id."""

Found = tuple[tuple[OpenItem, ...], Calls, int, tuple[HeldDeposit, ...]]
"""What is open, the calls about it, how many deposits of a bank's file wait, and those of cancelled jobs."""

TONES: dict[Age, Tone] = {
    Age.NOT_DUE: Tone.NEUTRAL,
    Age.TO_30: Tone.WARN,
    Age.TO_60: Tone.WARN,
    Age.TO_90: Tone.BAD,
    Age.OVER_90: Tone.BAD,
}


class OpenView(RegisterView):
    """Enter shows the invoice as it was issued, to who may see it."""

    rooms = frozenset(
        {Room.BILLING, Room.CUSTOMERS, Room.EXCHANGE, Room.JOBS, Room.PAPERS, Room.CALLS, Room.STAFF}
    )

    def __init__(self, context: DeskContext) -> None:
        self._calls: Calls = {}
        super().__init__(context)
        self._alike: frozenset[str] = frozenset()
        self._said = label("", wrap=True)
        self._said.hide()
        self.column.addWidget(self._said)
        bills = context.actor.may(Permission.BILL)
        self.acts = InvoiceActs(context, self)
        self.show_button = self.act(button(self.tr("Show the invoice"), self.show_chosen), any_record)
        self.job_button = self.act(button(self.tr("Job or customer"), self.open_job), any_record)
        self.pay_button = self.act(button(pay_label(), self.pay), any_record)
        self.remind_button = self.act(button(self.tr("Payment reminder…"), self.remind), self._is_overdue)
        self.call_button = self.act(button(self.tr("Note a call…"), self.note_call, icon="phone"), any_record)
        self.call_button.setVisible(context.actor.may(Permission.TAKE_CALLS))
        for made in (self.show_button, self.job_button, self.pay_button, self.remind_button):
            made.setVisible(bills)
        self.tiles = {age: StatTile("", self._named(context.words(name))) for age, name in AGE_NAMES.items()}
        self.above.addWidget(FlowRow(list(self.tiles.values()), even=True, gap=10))
        self.owed = label("", wrap=True)
        self.owed.hide()
        self.above.addWidget(self.owed)
        self._in_file = label("", wrap=True, tone="warn")
        self._in_file.hide()
        self.above.addWidget(self._in_file)
        self._held: tuple[HeldDeposit, ...] = ()
        self._deposits = label("", wrap=True, tone="warn")
        self._deposits.hide()
        self.above.addWidget(self._deposits)
        self.deposit_button = button(self.tr("Deposit of a cancelled job…"), self.see_to_deposit, kind="link")
        self.deposit_button.hide()
        self.above.addWidget(self.deposit_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.activated_row.connect(lambda _row: self.show_chosen())

    def _named(self, age: str) -> str:
        return self.tr("{age}, with tax").format(age=age)

    def make_table(self) -> DataTable:
        words, today = self.context.words, self.context.today
        columns = [
            Column("number", self.tr("Invoice number"), width=120),
            Column(
                "name",
                self.tr("Customer"),
                width=190,
                stretch=3,
                kind="masked",
                value=self._name,
            ),
            yen_column("open_yen", self.tr("Open, with tax")),
            Column(
                "kind",
                self.tr("Kind"),
                width=96,
                value=lambda row: words(INVOICE_KIND_NAMES[row.kind]),
                wide_only=True,
            ),
            Column("issued_on", self.tr("Issued"), width=104, wide_only=True),
            Column("due_on", self.tr("Pay by"), width=104),
            Column(
                "age",
                self.tr("Days overdue"),
                width=110,
                kind="chip",
                value=lambda row: _age(row, today()),
                sort=lambda row: row.days_overdue(today()),
            ),
            Column("called_on", self.tr("Last call"), width=104, value=self._called_on),
            Column("reminded_on", self.tr("Reminded"), width=104),
        ]
        table = self.new_table(
            self.tr("Open invoices"),
            columns,
            kept_as="open_items",
            names=names_its_customer,
            record="invoice",
        )
        table.offer(
            lambda: (
                *(self.pay_button, self.remind_button, self.call_button),
                *(self.show_button, self.job_button),
            )
        )
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "check",
            self.tr("Nothing is open"),
            self.tr(
                "Invoices stand here from the day on which they are issued until they are paid. Those taken "
                "over from another program do not: only their days are noted."
            ),
        )

    def reading(self) -> Callable[[], Found]:
        office, actor = self.context.office, self.context.actor

        def read() -> Found:
            found = office.open_items.open(actor)
            calls = office.call_notes.about_invoices(actor, [one.invoice for one in found])
            held = office.cancelled_deposits.held(actor) if actor.may(Permission.BILL) else ()
            return found, calls, office.open_items.waiting(actor).in_files.get(BillingFile.BANK, 0), held

        return read

    def show_read(self, read: Found) -> None:
        found, self._calls, deposits, self._held = read
        self._deposits.setText("\n".join(self._of_held()))
        for shown in (self._deposits, self.deposit_button):
            shown.setVisible(bool(self._held))
        self._alike = read_alike((one.customer, one.name.text) for one in found)
        waits = self.tr("%n deposit(s) of your bank file are not seen to yet.", "", deposits)
        self._in_file.setText(waits if deposits else "")
        self._in_file.setVisible(bool(deposits))
        sums = sums_by_age(found, self.context.today())
        for age, tile in self.tiles.items():
            tile.set_number(yen(sums[age]), TONES[age] if sums[age] else Tone.NEUTRAL)
        back = owed_back(found)
        said = self.tr(
            "Beside that {yen} of credit notes are to pay back or to set off; nothing is taken off."
        )
        self.owed.setText(said.format(yen=yen(back)))
        self.owed.setVisible(bool(back))
        self.show_rows(found)

    def _of_held(self) -> list[str]:
        """What waits of cancelled jobs: money that came as deposit, and deposit invoices that nobody paid."""
        told = self.tr("{number}: {paid}")
        paid = [
            told.format(number=one.number, paid=paid_text(one.received, one.fees, one.set_off))
            for one in self._held
            if one.received
        ]
        unpaid = [one.number for one in self._held if not one.received]
        lines = []
        if paid:
            said = self.tr("Say what becomes of the deposit of %n cancelled job(s):", "", len(paid))
            lines += [said, "・".join(paid)]
        if unpaid:
            said = self.tr(
                "Nothing came in for the deposit invoice of %n cancelled job(s). Take it back:",
                "",
                len(unpaid),
            )
            lines += [said, "・".join(unpaid)]
        return lines

    def see_to_deposit(self) -> None:
        """Say what becomes of a cancelled job's deposit; of several, offer them in a menu."""
        if len(self._held) == 1:
            open_held_deposit(self.context, self._held[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self._held:
            menu.addAction(f"{one.number}  {one.name.text}", partial(open_held_deposit, self.context, one))
        menu.popup(below(self.deposit_button))

    def show_deposit(self, job: str) -> None:
        """Open the form about one cancelled job's deposit, if it waits still."""
        for one in self._held:
            if one.job == job:
                open_held_deposit(self.context, one)

    def _name(self, row: OpenItem) -> Masked:
        """The customer, with the work where it takes that to tell them from others of the list."""
        if row.name.text not in self._alike:
            return row.name
        return replace(row.name, text=name_apart(row.name.text, row.works, self.context.words, row.place))

    def show_chosen(self) -> None:
        """Show the chosen invoice as it was issued."""
        ctx, row = self.context, self.table.current()
        if isinstance(row, OpenItem) and ctx.actor.may(Permission.BILL):
            background.ask(self, lambda: ctx.office.invoices.detail(ctx.actor, row.invoice)).then(
                lambda detail: self.acts.show(detail.row)
            )

    def pay(self) -> None:
        """Book a payment of the chosen invoice's customer, or what becomes of a credit note."""
        row = self.table.current()
        if isinstance(row, OpenItem) and row.open_yen < 0:
            self._see_to(row)
        elif isinstance(row, OpenItem):
            open_payment(self, self.context, row.customer, self._name(row).text, invoice=row.invoice)

    def _see_to(self, row: OpenItem) -> None:
        """Use what is left of a credit note, or give it back."""
        ctx = self.context

        def read(money: CustomerMoney) -> None:
            note = next((one for one in money.open_invoices if one.invoice == row.invoice), None)
            if note is not None:
                self.open_form(CreditNoteForm(ctx, note, -row.gross, money))

        background.ask(self, lambda: ctx.office.payments.of_customer(ctx.actor, row.customer)).then(read)

    def show_item(self, invoice: str, then: Callable[[], object]) -> None:
        """Choose what is open of an invoice, once the list is read, and do something with it."""
        if self.table.select(lambda one: one.invoice == invoice):
            then()

    def remind(self) -> None:
        """Write to the chosen invoice's customer about all that is overdue."""
        row = self.table.current()
        if isinstance(row, OpenItem):
            open_reminder(self, self.context, row.customer, self._name(row).text)

    def note_call(self) -> None:
        """Note an own call to the chosen invoice's customer about it."""
        row = self.table.current()
        if isinstance(row, OpenItem):
            self.context.rooms.note_own_call((row.customer, row.name.text), (row.invoice, row.number))

    def _called_on(self, row: OpenItem) -> str:
        call = self._calls.get(row.invoice)
        return call_day(call) if call else ""

    def enable(self) -> None:
        """Say below the list what the last call was about, and what is done with money of the chosen row."""
        row = self.table.current()
        owed = isinstance(row, OpenItem) and row.open_yen < 0
        self.pay_button.setText(self.tr("Pay back or set off…") if owed else pay_label())
        call = self._calls.get(row.invoice) if isinstance(row, OpenItem) else None
        self._said.setVisible(call is not None)
        if call is not None:
            self._said.setText(call_text(call, self.context.words))

    def _is_overdue(self, row: object) -> bool:
        return isinstance(row, OpenItem) and row.days_overdue(self.context.today()) > 0

    def open_job(self) -> None:
        """Open the chosen invoice's job, of several the first one; without one its customer's invoices."""
        ctx, row = self.context, self.table.current()
        if isinstance(row, OpenItem):
            background.ask(self, lambda: ctx.office.invoices.detail(ctx.actor, row.invoice)).then(
                lambda detail: open_where_it_belongs(ctx, detail.row, detail.name.text)
            )


def _age(row: OpenItem, today: date) -> ChipValue:
    days = row.days_overdue(today)
    if not days:
        return ChipValue("", Tone.NEUTRAL)
    text = QCoreApplication.translate("OpenView", "%n day(s)", None, days)
    return ChipValue(text, TONES[row.age(today)])
