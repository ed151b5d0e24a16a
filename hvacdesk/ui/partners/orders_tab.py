"""Orders to partner firms: written, received, paid."""

from __future__ import annotations

from hvacdesk.domain.partners.partner_orders import ORDER_STATE_NAMES, OrderRow, OrderState, OrderStep
from hvacdesk.domain.partners.partners import FirmRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.partners.order_forms import OrderForm, OrderStepForm
from hvacdesk.ui.partners.tab import ListTab
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.text import label

TONES = {
    OrderState.ORDERED: Tone.NEUTRAL,
    OrderState.RECEIVED: Tone.WARN,
    OrderState.PAID: Tone.GOOD,
    OrderState.WITHDRAWN: Tone.NEUTRAL,
}


class OrdersTab(ListTab):
    """Enter notes the next step of an order."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._wanted = ""
        self._orders = context.office.partner_orders.may_order(context.actor)
        self.write_button = button(self.tr("Write an order…"), self.write, icon="plus")
        self.step_button = button(self.tr("Note a step…"), self.note_step, icon="check")
        self.print_button = button(self.tr("Print the order"), self.print_order, icon="printer")
        self.correct_button = button(self.tr("Correct the order…"), self.correct, icon="pencil")
        self.withdraw_button = button(self.tr("Withdraw the order…"), self.withdraw, icon="ban")
        for one in (
            self.write_button,
            self.step_button,
            self.print_button,
            self.correct_button,
            self.withdraw_button,
        ):
            self.line.add_at_end(one)
            if not self._orders and one is not self.print_button:
                one.hide()
        note = self.tr(
            "A one-person firm gets its order in writing as soon as the work is agreed, and is paid within "
            "60 days of the work, its day included. Until it is printed an order can be corrected; "
            "afterwards it is withdrawn and a new one is written."
        )
        self.above.addWidget(label(note, "muted", wrap=True))
        self.table.activated_row.connect(lambda _row: self.note_step())

    def make_table(self) -> DataTable:
        table = DataTable(self.tr("Orders"))
        table.set_columns(
            [
                Column("number", self.tr("Number"), width=110),
                Column("firm", self.tr("Firm"), width=140, stretch=2),
                Column("job", self.tr("Job"), width=110, optional=True, value=lambda row: row.facts.job),
                Column("work_on", self.tr("Work on"), width=104, value=lambda row: row.facts.work_on),
                Column(
                    "yen",
                    self.tr("Reward"),
                    width=100,
                    kind="number",
                    align="right",
                    value=lambda row: yen(row.facts.yen),
                    sort=lambda row: row.facts.yen,
                ),
                Column("due", self.tr("Pay by"), width=104),
                Column("state", self.tr("State"), width=120, kind="chip", value=self._state),
            ]
        )
        table.keep_columns(self.context.columns, "partner_orders")
        table.offer(lambda: (self.step_button, self.print_button, self.correct_button, self.withdraw_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "building-2",
            self.tr("No order was written"),
            self.tr("Orders to partner firms stand here until the work is done and paid."),
        )

    def read(self, order: str = "") -> None:
        """Read the orders again; ``order`` is the record id of the one to choose."""
        office, actor = self.context.office, self.context.actor
        self._wanted = order
        background.run(self, lambda _progress: office.partner_orders.all(actor), self._show)

    def _show(self, rows: tuple[OrderRow, ...]) -> None:
        self.show_rows(rows, "order")
        if self._wanted:
            self.table.select(lambda row: row.order == self._wanted)
            self._wanted = ""

    def enable(self) -> None:
        row = self.table.current()
        open_one = isinstance(row, OrderRow) and row.state in (OrderState.ORDERED, OrderState.RECEIVED)
        self.step_button.setEnabled(open_one)
        self.correct_button.setEnabled(isinstance(row, OrderRow) and row.correctable)
        self.withdraw_button.setEnabled(isinstance(row, OrderRow) and row.state is OrderState.ORDERED)
        self.print_button.setEnabled(isinstance(row, OrderRow) and row.state is not OrderState.WITHDRAWN)

    def write(self, job: str = "") -> None:
        """Write an order; ``job`` is the number of the job that it is for."""
        self._open_form(job, None)

    def correct(self) -> None:
        """Correct the chosen order while nothing of it was printed."""
        row = self.table.current()
        if isinstance(row, OrderRow) and row.correctable:
            self._open_form(row.facts.job, row)

    def correct_one(self, order: str) -> None:
        """Correct the order of a record id, as its stored draft asks."""
        office, actor = self.context.office, self.context.actor

        def found(rows: tuple[OrderRow, ...]) -> None:
            row = next((one for one in rows if one.order == order and one.correctable), None)
            if row is not None:
                self._open_form(row.facts.job, row)

        background.run(self, lambda _progress: office.partner_orders.all(actor), found)

    def _open_form(self, job: str, written: OrderRow | None) -> None:
        office, actor = self.context.office, self.context.actor
        if not self._orders:
            return

        def found(rows: tuple[FirmRow, ...]) -> None:
            ordered = written.firm_record if written is not None else ""
            firms = [
                row
                for row in rows
                if row.record and ((row.facts.partner and row.facts.active) or row.record == ordered)
            ]
            firms.sort(key=lambda row: not row.facts.one_person)
            form = OrderForm(self.context, firms, job, written=written)
            form.saved.connect(lambda order: self.read(str(order)))
            form.open()

        background.run(self, lambda _progress: office.partners.all(actor), found)

    def note_step(self) -> None:
        """Note the chosen order's next step."""
        if self.step_button.isEnabled():
            self._open_step(None)

    def withdraw(self) -> None:
        """Note that the chosen order was withdrawn."""
        if self.withdraw_button.isEnabled():
            self._open_step(OrderStep.WITHDRAWN)

    def _open_step(self, step: OrderStep | None) -> None:
        row = self.table.current()
        if isinstance(row, OrderRow) and self._orders:
            form = OrderStepForm(self.context, row, step)
            form.saved.connect(lambda _nothing: self.read())
            form.open()

    def print_order(self) -> None:
        """Show the chosen order's paper, from which to print it."""
        row, context = self.table.current(), self.context
        if not isinstance(row, OrderRow):
            return
        orders, actor = context.office.partner_orders, context.actor
        self.draw(
            lambda: orders.pdf(actor, row.order, context.words),
            self.tr("Order {number}").format(number=row.number),
            lambda: orders.printed(actor, row.order),
            self.read,
        )

    def _state(self, row: OrderRow) -> ChipValue:
        late = row.state is OrderState.RECEIVED and row.due < self.context.today().isoformat()
        if late:
            return ChipValue(self.tr("overdue"), Tone.BAD)
        return ChipValue(self.context.words(ORDER_STATE_NAMES[row.state]), TONES[row.state])
