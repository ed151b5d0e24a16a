"""The payments that came last: what they paid for, what is left over, and which were taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from hvacdesk.domain.billing.collected_cash import CashCounted, CashOut, CashToCome
from hvacdesk.domain.billing.payments import PAYMENT_WAY_NAMES, CustomerMoney, ListedPayment
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.billing.books_form import open_books
from hvacdesk.ui.billing.cash_counts import CashCountsDialog, CashCountsList
from hvacdesk.ui.billing.payment_forms import CashForm, CreditForm, TakeBackForm
from hvacdesk.ui.billing.receipt_form import open_receipt
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.table_model import LeftOut
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column

MOST_NAMED = 5
"""So many jobs are named; the rest is counted with them."""

Found = tuple[tuple[ListedPayment, ...], tuple[CashCounted, ...]]


class PaymentsView(RegisterView):
    """Payments are booked where something is open; here they are found again and put right."""

    rooms = frozenset({Room.BILLING, Room.CUSTOMERS, Room.STAFF})

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.receipt_button = self.act(
            button(self.tr("Receipt…"), self.make_receipt), _can_be_proved, self._why_no_receipt
        )
        self.credit_button = self.act(button(self.tr("Left over…"), self.see_to_credit), _has_credit)
        self.back_button = self.act(button(self.tr("Take back…"), self.take_back), _stands)
        self.cash_button = self.act(button(self.tr("Count collected cash…"), self.count_cash))
        self.counts_button = self.act(button(self.tr("Cash counts…"), self.show_counts))
        self.books_button = self.act(
            button(self.tr("For the accounting program…"), self.hand_over, icon="download")
        )
        self.differences = label("", "muted", wrap=True)
        self.differences.hide()
        self.column.addWidget(self.differences)  # over the list it would leave large text no row of that

    def make_table(self) -> DataTable:
        columns = [
            Column(
                "number",
                self.tr("Payment number"),
                width=120,
                wide_only=True,
                value=lambda one: one.row.number,
            ),
            Column("name", self.tr("Customer"), width=150, stretch=3, most=172, kind="masked"),
            yen_column("yen", self.tr("Sum"), lambda one: one.row.moved),
            Column("received_on", self.tr("Received"), width=104, value=lambda one: one.row.received_on),
            yen_column(
                "fee",
                self.tr("Bank's fee"),
                lambda one: one.row.fee or None,
                width=80,
                wide_only=True,
                left_out=LeftOut.FIRST,
            ),
            Column(
                "way",
                self.tr("How"),
                width=122,
                stretch=1,
                most=190,
                wide_only=True,
                left_out=LeftOut.EARLY,
                value=self._way,
            ),
            Column(
                "paid_for",
                self.tr("Paid for"),
                width=144,
                stretch=1,
                most=260,
                wide_only=theme.large,
                left_out=LeftOut.LATE,
                value=self._paid_for,
            ),
            Column(
                "receipt",
                self.tr("Receipt"),
                width=120,
                value=lambda one: one.row.receipt,
                wide_only=True,
                left_out=LeftOut.FIRST,
            ),
            Column("state", self.tr("State"), width=150, kind="chip", value=self._state),
        ]
        table = self.new_table(
            self.tr("Payments"), columns, kept_as="payments", names=names_its_customer, record="row.payment"
        )
        table.offer(lambda: (self.receipt_button, self.credit_button, self.back_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "wallet",
            self.tr("No payment was booked yet"),
            self.tr("Book one under “Open”, or read a file of your bank under “Bank file”."),
        )

    def reading(self) -> Callable[[], Found]:
        payments, actor = self.context.office.payments, self.context.actor
        return lambda: (payments.latest(actor), payments.cash_differences(actor))

    def show_read(self, found: Found) -> None:
        listed, differences = found
        self.differences.setText("\n".join(map(self._difference, differences)))
        self.differences.setHidden(not differences)
        # What came since it was last looked at comes first: who comes back to the list comes for that.
        known = {one.row.payment for one in cast("Sequence[ListedPayment]", self.table.unsorted)}
        came = self.comes_forward and bool(known) and any(one.row.payment not in known for one in listed)
        self.show_rows(listed)
        if came:
            self.table.select_first()

    def _difference(self, one: CashCounted) -> str:
        said = (
            self.tr("{day}: {yen} too much in the cash of {who}, counted by {counter} ({payments}): {reason}")
            if one.yen > 0
            else self.tr(
                "{day}: {yen} missing in the cash of {who}, counted by {counter} ({payments}): {reason}"
            )
        )
        return said.format(
            day=day_text(one.on),
            yen=self.tr("{difference} of {collected}").format(
                difference=yen(abs(one.yen)), collected=yen(one.expected_yen)
            ),
            who=one.collected_by,
            counter=one.counted_by,
            payments="・".join(one.numbers),
            reason=one.reason,
        )

    def see_to_credit(self) -> None:
        """Use what is left over of the chosen payment, or give it back."""
        ctx, one = self.context, self.table.current()
        if isinstance(one, ListedPayment):
            background.ask(self, lambda: ctx.office.payments.of_customer(ctx.actor, one.row.customer)).then(
                lambda money: self._open_credit(one, money)
            )

    def _open_credit(self, one: ListedPayment, money: CustomerMoney) -> None:
        self.open_form(CreditForm(self.context, one.row, money.open_invoices))

    def make_receipt(self) -> None:
        """Make out a receipt for the chosen payment."""
        one = self.table.current()
        if isinstance(one, ListedPayment):
            open_receipt(self, self.context, one.row)

    def show_payment(self, payment: str, then: Callable[[], object]) -> None:
        """Choose a payment, once the list is read, and do something with it."""
        if self.table.select(lambda one: one.row.payment == payment):
            then()

    def take_back(self) -> None:
        """Ask, and take the chosen payment back."""
        one = self.table.current()
        if isinstance(one, ListedPayment):
            self.open_form(TakeBackForm(self.context, one))

    def count_cash(self) -> None:
        """Count what technicians collected, if anything."""
        ctx = self.context

        def read() -> tuple[tuple[CashOut, ...], CashToCome]:
            office, actor = ctx.office, ctx.actor
            return office.payments.cash_out(actor), office.open_items.to_collect(actor)

        background.ask(self, read).then(lambda found: self._open_cash(*found))

    def _open_cash(self, waiting: tuple[CashOut, ...], to_come: CashToCome) -> None:
        nothing = self.tr("No collected cash waits to be counted.")
        if waiting:
            self.open_form(CashForm(self.context, waiting))
        elif told := self._still_to_come(to_come):
            shown = Dialog(nothing, self.window())
            for text in told:
                shown.add_text(text)
            shown.set_primary(self.tr("Close"))
            shown.open()
        else:
            self.context.notify(nothing)

    def _still_to_come(self, to_come: CashToCome) -> list[str]:
        """What has to be done first for the jobs whose cash may have been collected."""
        unbilled, unpaid = to_come.unbilled, to_come.unpaid
        told = []
        if unbilled:
            said = self.tr(
                "%n finished job(s) with a sum to collect have no invoice yet: {numbers}. Issue the invoice "
                "first, under “To bill”; then the cash is booked for it.",
                "",
                len(unbilled),
            )
            told.append(said.format(numbers=self._named(unbilled)))
        if unpaid:
            said = self.tr(
                "%n finished job(s) with a sum to collect are billed and not paid: {numbers}. Where the cash "
                "was collected, book it under “Open” with “Book a payment…”, and choose who collected it at "
                "the site.",
                "",
                len(unpaid),
            )
            told.append(said.format(numbers=self._named(unpaid)))
        return told

    def _named(self, numbers: Sequence[str]) -> str:
        more = ["…"] if len(numbers) > MOST_NAMED else []
        return "・".join((*numbers[:MOST_NAMED], *more))

    def show_counts(self) -> CashCountsList:
        """Show what was counted, to take a count back or correct it."""
        shown = CashCountsDialog(self.context)
        shown.open()
        return shown.list

    def hand_over(self) -> None:
        """Write what the books do not have yet."""
        open_books(self, self.context)

    def _why_no_receipt(self, one: ListedPayment) -> str:
        if one.row.taken_back_on:
            return self.tr("This payment was taken back.")
        if one.row.receipt:
            said = self.tr(
                "Receipt {number} was made out. Under “Receipts” it is printed again or made void."
            )
            return said.format(number=one.row.receipt)
        return self.tr("This was given back to the customer.")

    def _paid_for(self, one: ListedPayment) -> str:
        if one.row.yen < 0 and not one.row.paid_for:
            return self.tr("Given back")
        return "・".join(number for number, _yen in one.row.paid_for)

    def _way(self, one: ListedPayment) -> str:
        return self.context.words(PAYMENT_WAY_NAMES[one.row.way])

    def _state(self, one: ListedPayment) -> ChipValue:
        row = one.row
        if row.taken_back_on:
            return ChipValue(self.tr("Taken back"), Tone.NEUTRAL)
        if row.credit:
            return ChipValue(self.tr("Left over {yen}").format(yen=yen(row.credit)), Tone.WARN)
        if row.collected_by and not row.handed_in_on:
            return ChipValue(self.tr("Cash not counted"), Tone.WARN)
        return ChipValue(self.tr("Paid back") if row.yen < 0 else self.tr("Booked"), Tone.GOOD)


def _has_credit(one: ListedPayment) -> bool:
    return one.row.credit > 0


def _can_be_proved(one: ListedPayment) -> bool:
    return one.row.yen > 0 and not one.row.taken_back_on and not one.row.receipt


def _stands(one: ListedPayment) -> bool:
    return not one.row.taken_back_on
