"""All receipts by number, and the blank ones that technicians carry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hvacdesk.domain.billing.receipts import (
    RECEIPT_DAY_NAMES,
    RECEIPT_STATE_NAMES,
    FoundReceipts,
    ReceiptDay,
    ReceiptQuery,
    ReceiptRow,
    ReceiptState,
)
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.billing.receipt_form import GiveOutForm, ReceiptVoidForm, print_again, show_blanks
from hvacdesk.ui.billing.receipt_page import open_receipt_page
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.day_range import DayRange
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.sum_range import SumRange
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column

TONES: dict[ReceiptState, Tone] = {
    ReceiptState.GIVEN_OUT: Tone.WARN,
    ReceiptState.ISSUED: Tone.GOOD,
    ReceiptState.RETURNED: Tone.NEUTRAL,
    ReceiptState.VOID: Tone.NEUTRAL,
}

Found = tuple[FoundReceipts, tuple[StaffMember, ...]]


class ReceiptsView(RegisterView):
    """Receipts are made out beside their payment; here they are printed again, or made void.

    Enter opens one, whatever became of it.
    """

    rooms = frozenset({Room.BILLING, Room.CUSTOMERS, Room.STAFF})
    empty_may_be_unfit = True

    def __init__(self, context: DeskContext) -> None:
        self._customers: Mapping[str, Masked] = {}
        super().__init__(context)
        self._names: Mapping[str, str] = {}
        self._staff: Sequence[StaffMember] = ()
        self.search = SearchBox(self.tr("Customer or receipt number"), self.table.enter, delay_ms=150)
        self.search.searched.connect(self.narrow)
        self.line.fill_with(self.search)
        self.states = code_choice(context.words, RECEIPT_STATE_NAMES)
        self.states.insertItem(0, self.tr("In every state"), "")
        self.states.setCurrentIndex(0)
        self.states.setAccessibleName(self.tr("State"))
        self.states.activated.connect(self.narrow)
        self.line.add(self.states)
        self.open_button = self.act(button(self.tr("Open"), self.open_chosen), any_record)
        self.again_button = self.act(button(self.tr("Print or save"), self.print_again), _is_issued)
        self.back_button = self.act(button(self.tr("Came back unused"), self.bring_back), _is_out)
        self.void_button = self.act(button(self.tr("Void…"), self.void), _can_be_void)
        self.out_button = self.act(button(self.tr("Give out blank ones…"), self.give_out, icon="printer"))
        self.days = DayRange(context.today())
        self.days.edited.connect(self.narrow)
        self.sums = SumRange(self.tr("Sum"))
        self.sums.edited.connect(self.narrow)
        self.day_kind = code_choice(context.words, RECEIPT_DAY_NAMES)
        self.day_kind.setAccessibleName(self.tr("Which day"))
        self.day_kind.activated.connect(self.narrow)
        self.narrow_with(FlowRow([self.day_kind, self.days, self.sums]))
        self._told = label("", "muted", wrap=True)
        self.above.addWidget(self._told)
        self.table.activated_row.connect(lambda _row: self.open_chosen())

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("number", self.tr("Receipt number"), width=120),
            Column(
                "name",
                self.tr("Customer"),
                width=190,
                stretch=3,
                kind="masked",
                value=lambda row: self._customers.get(row.customer, Masked("")),
            ),
            yen_column("yen", self.tr("Sum"), lambda row: row.yen or None),
            Column("issued_on", self.tr("Date"), width=104),
            Column("received_on", self.tr("Received"), width=104, wide_only=True),
            Column("proviso", self.tr("For"), width=150, stretch=2, wide_only=True),
            yen_column(
                "stamp", self.tr("Stamp"), lambda row: row.stamp_yen or None, width=90, wide_only=True
            ),
            Column(
                "holder",
                self.tr("Technician"),
                width=110,
                value=lambda row: self._names.get(row.holder, ""),
                wide_only=True,
            ),
            Column(
                "state",
                self.tr("State"),
                width=150,
                kind="chip",
                value=lambda row: ChipValue(words(RECEIPT_STATE_NAMES[row.state]), TONES[row.state]),
            ),
        ]
        table = self.new_table(
            self.tr("Receipts"), columns, kept_as="receipts", names=names_its_customer, record="receipt"
        )
        table.offer(lambda: (self.open_button, self.again_button, self.back_button, self.void_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "wallet",
            self.tr("No receipt fits"),
            self.tr(
                "To make one out, choose a payment under “Payments” and press “Receipt…”. A customer is "
                "found by family name, organisation or whole name; the given name alone finds nobody."
            ),
        )

    def reading(self) -> Callable[[], Found]:
        office, actor = self.context.office, self.context.actor
        state = self.states.currentData()
        states = frozenset({ReceiptState(state)}) if state else frozenset()
        first, last = self.days.days()
        lowest, highest = self.sums.sums()
        query = ReceiptQuery(
            self.search.whole_text(),
            states,
            first_day=first,
            last_day=last,
            lowest=lowest,
            highest=highest,
            day=ReceiptDay(self.day_kind.currentData()),
        )
        return lambda: (office.receipts.listed(actor, query), office.jobs.staff(actor))

    def show_read(self, found: Found) -> None:
        receipts, self._staff = found
        self._customers = receipts.names
        self._names = {member.account: member.name for member in self._staff}
        self._told.setText(
            self.tr("%n receipt(s)", "", receipts.total)
            if len(receipts.rows) == receipts.total
            else self.tr("the newest {shown} of %n receipt(s)", "", receipts.total).format(
                shown=f"{len(receipts.rows):,}"
            )
        )
        self.show_rows(receipts.rows)

    def open_chosen(self) -> None:
        """Show the chosen receipt with what became of it."""
        row = self.table.current()
        if isinstance(row, ReceiptRow):
            open_receipt_page(self, self.context, row, self._names.get(row.holder, ""))

    def print_again(self) -> None:
        """Print the chosen receipt, marked as a reissue if anything of it left the office before."""
        row = self.table.current()
        if isinstance(row, ReceiptRow):
            print_again(self, self.context, row)

    def bring_back(self) -> None:
        """Note that the chosen blank receipt came back unused."""
        ctx, row = self.context, self.table.current()
        if isinstance(row, ReceiptRow):
            self.do(lambda: ctx.office.receipts.bring_back(ctx.actor, [row.number]))

    def void(self) -> None:
        """Ask, and make the chosen receipt void."""
        ctx, row = self.context, self.table.current()
        if isinstance(row, ReceiptRow):
            background.ask(self, lambda: ctx.office.receipts.out(ctx.actor, row.receipt)).then(
                lambda out: self.open_form(ReceiptVoidForm(ctx, row, out))
            )

    def give_out(self) -> None:
        """Give blank receipts to a technician, and print them."""
        form = GiveOutForm(self.context, self._staff)
        form.saved.connect(partial(show_blanks, self.context))
        self.open_form(form)


def _is_issued(row: ReceiptRow) -> bool:
    return row.state is ReceiptState.ISSUED


def _is_out(row: ReceiptRow) -> bool:
    return row.state is ReceiptState.GIVEN_OUT


def _can_be_void(row: ReceiptRow) -> bool:
    return _is_issued(row) or _is_out(row)
