"""All invoices, found by day, sum and party together, and their index as a file for an inspector."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from hvacdesk.domain.billing.invoices import INVOICE_KIND_NAMES, InvoiceState
from hvacdesk.domain.billing.open_items import FoundInvoices, InvoiceQuery, ListedInvoice
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.input_checks import EARLIEST_WORK
from hvacdesk.services.billing.invoice_index import InvoiceIndex
from hvacdesk.ui import background
from hvacdesk.ui.billing.customer_invoices import find_and_draft
from hvacdesk.ui.billing.invoice_acts import (
    InvoiceActs,
    can_be_paid,
    can_be_put_right,
    can_have_receipt,
    open_where_it_belongs,
    pay_label,
    put_right_label,
    receipt_label,
    state_chip,
)
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_of
from hvacdesk.ui.outside_files import made_for, write_outside
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.day_range import DayRange
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.sum_range import SumRange
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column


class InvoicesView(RegisterView):
    """Enter opens a draft, and shows what was issued."""

    rooms = frozenset({Room.BILLING, Room.CUSTOMERS, Room.JOBS})
    empty_may_be_unfit = True

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.acts = InvoiceActs(context, self)
        self.search = SearchBox(self.tr("Customer or invoice number"), self.table.enter)
        self.search.searched.connect(self.narrow)
        self.line.fill_with(self.search)
        self.open_button = self.act(button(self.tr("Open"), self.open_chosen), any_record)
        self.pay_button = self.act(button(pay_label(), self.pay), lambda one: can_be_paid(one.row))
        self.receipt_button = self.act(
            button(receipt_label(), self.receipt), lambda one: can_have_receipt(one.row)
        )
        self.right_button = self.act(
            button(put_right_label(), self.put_right), lambda one: can_be_put_right(one.row)
        )
        self.job_button = self.act(button(self.tr("Job or customer"), self.open_job), any_record)
        self.free_button = self.act(
            button(
                self.tr("Invoice without a job…"),
                lambda: find_and_draft(context, self.acts, self),
                icon="plus",
            )
        )
        self.index_button = self.act(button(self.tr("Save the index…"), self.ask_file, icon="download"))
        self.days = DayRange(context.today())
        self.days.edited.connect(self.narrow)
        self.sums = SumRange(
            self.tr("Sum with tax"),
            self.tr(
                "The sum of the invoice, or what its page asks to be paid in all with what is carried over"
            ),
        )
        self.sums.edited.connect(self.narrow)
        narrowed = FlowRow([label(self.tr("Issued"), "label"), self.days, self.sums])
        self.narrow_with(narrowed)
        self._told = label("", "muted", wrap=True)
        self.above.addWidget(self._told)
        self.table.activated_row.connect(lambda _row: self.open_chosen())

    def make_table(self) -> DataTable:
        words, ctx = self.context.words, self.context
        columns = [
            Column("number", self.tr("Invoice number"), width=120, value=lambda one: one.row.number),
            Column(
                "kind",
                self.tr("Kind"),
                width=96,
                value=lambda one: words(INVOICE_KIND_NAMES[one.row.kind]),
                wide_only=True,
            ),
            Column("name", self.tr("Customer"), width=150, stretch=3, kind="masked"),
            yen_column("gross", self.tr("Sum with tax"), lambda one: one.row.sums.gross, width=104),
            yen_column(
                "open", self.tr("Still open, with tax"), lambda one: one.row.open_yen or None, width=104
            ),
            Column(
                "jobs",
                self.tr("Job"),
                width=120,
                value=lambda one: "・".join(one.job_numbers),
                wide_only=True,
            ),
            Column("issued_on", self.tr("Issued"), width=104, value=lambda one: one.row.issued_on),
            Column("sent_on", self.tr("Sent"), width=104, value=lambda one: one.row.sent_on, wide_only=True),
            Column(
                "state",
                self.tr("State"),
                width=110,
                kind="chip",
                value=lambda one: state_chip(ctx, one.row),
            ),
        ]
        table = self.new_table(
            self.tr("All invoices"),
            columns,
            kept_as="invoices",
            names=names_its_customer,
            record="row.invoice",
        )
        table.offer(self._of_chosen)
        return table

    def _of_chosen(self) -> tuple[QPushButton, ...]:
        acts = (self.open_button, self.pay_button, self.receipt_button, self.right_button)
        return *acts, self.job_button

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "search",
            self.tr("No invoice fits"),
            self.tr(
                "Drafts and everything that was issued is found here, also what was made void. A customer is "
                "found by family name, organisation or whole name; the given name alone finds nobody. Sums "
                "are looked for among those of the invoices and among what pages ask to be paid in all."
            ),
        )

    def reading(self) -> Callable[[], FoundInvoices]:
        office, actor = self.context.office, self.context.actor
        first, last = self.days.days()
        lowest, highest = self.sums.sums()
        query = InvoiceQuery(
            first_day=first,
            last_day=last,
            lowest=lowest,
            highest=highest,
            party=self.search.whole_text(),
        )
        return lambda: office.invoice_search.search(actor, query)

    def show_read(self, found: FoundInvoices) -> None:
        self._told.setText(
            self.tr("%n invoice(s)", "", found.total)
            if len(found.listed) == found.total
            else self.tr("the newest {shown} of %n invoice(s)", "", found.total).format(
                shown=f"{len(found.listed):,}"
            )
        )
        self.show_rows(found.listed)

    def open_chosen(self) -> None:
        """Open the chosen draft, or show what was issued."""
        one = self.table.current()
        if isinstance(one, ListedInvoice):
            if one.row.state is InvoiceState.DRAFT:
                self.acts.open_draft(one.row.invoice)
            else:
                self.acts.show(one.row)

    def pay(self) -> None:
        """Book a payment for the chosen invoice."""
        one = self.table.current()
        if isinstance(one, ListedInvoice):
            self.acts.pay(one.row, one.name.text)

    def receipt(self) -> None:
        """Lead to the receipts of what came in for the chosen invoice."""
        one = self.table.current()
        if isinstance(one, ListedInvoice):
            self.acts.receipt(one.row, self.receipt_button)

    def put_right(self) -> None:
        """Offer the ways to put the chosen invoice right."""
        one = self.table.current()
        if isinstance(one, ListedInvoice):
            self.acts.offer_corrections(one.row, self.right_button)

    def open_job(self) -> None:
        """Open the chosen invoice's job, of several the first one; without one its customer's invoices."""
        one = self.table.current()
        if isinstance(one, ListedInvoice):
            open_where_it_belongs(self.context, one.row, one.name.text)

    def ask_file(self) -> None:
        """Ask where the index shall be saved; it is of the days that the list is narrowed down to.

        What is no day is refused: it would be an index of other days.
        """
        if self._index_days() is None:
            return
        name = self.tr("invoices {day}.csv").format(day=self.context.today().isoformat())
        choose_new_file(self, self.tr("Save the index of invoices"), name, "CSV (*.csv)", self.save_to)

    def _index_days(self) -> tuple[date, date] | None:
        """The days of the index, of this year where none are typed; None where one is wrong and told so."""
        today = self.context.today()
        try:
            first, last = self.days.days()
        except InvalidInput as error:
            self.show_wrong(error)
            return None
        begin = EARLIEST_WORK if last else today.replace(month=1, day=1)
        begin = day_of(first) or begin
        return begin, day_of(last) or max(begin, today)

    def save_to(self, path: str) -> None:
        """Write the index of the days that the list is narrowed down to."""
        ctx, days = self.context, self._index_days()
        if days is None:
            return
        first, last = days

        def work() -> InvoiceIndex:
            made = made_for(
                Path(path),
                lambda: ctx.office.invoice_indexes.as_csv(ctx.actor, first, last, ctx.words),
            )
            write_outside(ctx.office, ctx.actor, Path(path), made)
            return made

        background.ask(self, work).then(
            lambda made: ctx.notify(
                self.tr(
                    "%n invoice(s) and receipt(s) are in the file, with names. "
                    "Delete it when it is no longer needed.",
                    "",
                    made.rows,
                )
            )
        )
