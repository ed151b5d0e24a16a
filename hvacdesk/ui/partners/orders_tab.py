"""Orders to partner firms: written, received, paid."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.papers.shown import DrawnAt, ShownOrder, ShownPages
from hvacdesk.domain.partners.partner_orders import (
    ORDER_STATE_NAMES,
    OrderPaper,
    OrderRow,
    OrderState,
    OrderStep,
)
from hvacdesk.domain.partners.partners import FirmRow
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.partners.order_forms import OrderForm, OrderStepForm
from hvacdesk.ui.printing.showing import prepare, show_pages
from hvacdesk.ui.printing.still_so import marked
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.yen_column import yen_column

TONES = {
    OrderState.ORDERED: Tone.NEUTRAL,
    OrderState.RECEIVED: Tone.WARN,
    OrderState.PAID: Tone.GOOD,
    OrderState.WITHDRAWN: Tone.NEUTRAL,
}


class OrdersTab(RegisterView):
    """Enter notes the next step of an order."""

    rooms = frozenset({Room.PARTNERS, Room.JOBS, Room.STAFF})

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._orders = context.office.partner_orders.may_order(context.actor)
        self.write_button = self.act(button(self.tr("Write an order…"), self.write, icon="plus"))
        self.step_button = self.act(
            button(self.tr("Note a step…"), self.note_step, icon="check"),
            lambda row: row.state in (OrderState.ORDERED, OrderState.RECEIVED),
        )
        self.print_button = self.act(
            button(self.tr("Print the order"), self.print_order, icon="printer"),
            lambda row: row.state is not OrderState.WITHDRAWN,
        )
        self.correct_button = self.act(
            button(self.tr("Correct the order…"), self.correct, icon="pencil"), lambda row: row.correctable
        )
        self.withdraw_button = self.act(
            button(self.tr("Withdraw the order…"), self.withdraw, icon="ban"),
            lambda row: row.state is OrderState.ORDERED,
        )
        if not self._orders:
            for one in (self.write_button, self.step_button, self.correct_button, self.withdraw_button):
                one.hide()
        self.add_note(
            self.tr(
                "A one-person firm gets its order in writing as soon as the work is agreed, and is paid "
                "within 60 days of the work, its day included. Until it is printed an order can be "
                "corrected; afterwards it is withdrawn and a new one is written."
            )
        )
        self.table.activated_row.connect(lambda _row: self.note_step())

    def make_table(self) -> DataTable:
        columns = [
            Column("number", self.tr("Order number"), width=110),
            Column("firm", self.tr("Firm"), width=140, stretch=2),
            Column("job", self.tr("Job"), width=110, wide_only=True, value=lambda row: row.facts.job),
            Column("work_on", self.tr("Work on"), width=104, value=lambda row: row.facts.work_on),
            yen_column("yen", self.tr("Reward"), lambda row: row.facts.yen, width=100),
            Column("due", self.tr("Pay by"), width=104),
            Column("state", self.tr("State"), width=120, kind="chip", value=self._state),
        ]
        table = self.new_table(
            self.tr("Orders"), columns, kept_as="partner_orders", names=names_nobody, record="order"
        )
        table.offer(lambda: (self.step_button, self.print_button, self.correct_button, self.withdraw_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "building-2",
            self.tr("No order was written"),
            self.tr("Orders to partner firms stand here until the work is done and paid."),
        )

    def reading(self) -> Callable[[], tuple[OrderRow, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.partner_orders.all(actor)

    def choose_order(self, order: str, *, form: str = "") -> None:
        """Choose the order with this record id; ``form``: and open the form for that step of it."""

        def choose() -> None:
            if not self.table.select(lambda row: row.order == order):
                return
            if form == OrderStep.WITHDRAWN:
                self.withdraw()
            elif form:
                self.note_step()

        self.once_read(choose)

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

        background.ask(self, lambda: office.partner_orders.all(actor)).then(found)

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
            self.open_form(OrderForm(self.context, firms, job, written=written))

        background.ask(self, lambda: office.partners.all(actor)).then(found)

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
            self.open_form(OrderStepForm(self.context, row, step))

    def print_order(self) -> None:
        """Show the chosen order's paper, from which to print it."""
        row, context = self.table.current(), self.context
        if not isinstance(row, OrderRow):
            return
        orders, actor = context.office.partner_orders, context.actor
        title = self.tr("Order {number}").format(number=row.number)

        def show(drawn: DrawnAt, paper: OrderPaper) -> None:
            show_pages(
                context,
                title,
                paper.pdf,
                note=lambda: orders.printed(actor, row.order, shown=paper.terms),
                printed=self.refresh,
                shown=ShownPages(order=ShownOrder(row.order, paper.terms), drawn=drawn),
            )

        draw = marked(context, lambda: orders.pdf(actor, row.order, context.words))
        prepare(self, title, draw, lambda made: show(*made))

    def _state(self, row: OrderRow) -> ChipValue:
        late = row.state is OrderState.RECEIVED and row.due < self.context.today().isoformat()
        if late:
            return ChipValue(self.tr("overdue"), Tone.BAD)
        return ChipValue(self.context.words(ORDER_STATE_NAMES[row.state]), TONES[row.state])
