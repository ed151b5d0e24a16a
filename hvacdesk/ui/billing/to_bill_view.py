"""Jobs that are done and not billed: what an office forgets first."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.billing.open_items import UNKNOWN_SUM_NAMES, ToBill
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.billing.terms_form import open_terms
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.yen_column import yen_column


class ToBillView(RegisterView):
    """Enter opens the job at its invoices."""

    rooms = frozenset({Room.BILLING, Room.JOBS, Room.CUSTOMERS})

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.acts = InvoiceActs(context, self)
        bills = context.actor.may(Permission.BILL)
        self.bill_button = self.act(button(self.tr("Make the invoice"), self.bill, icon="wallet"), any_record)
        self.open_button = self.act(button(self.tr("Open the job"), self.open_chosen), any_record)
        self.terms_button = self.act(button(self.tr("Payment terms…"), self.terms), any_record)
        for made in (self.bill_button, self.terms_button):
            made.setVisible(bills)
        self.table.activated_row.connect(lambda _row: self.open_chosen())

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("number", self.tr("Job"), width=116),
            Column("name", self.tr("Customer"), width=150, stretch=3, kind="masked"),
            yen_column("left_yen", self.tr("Left to bill, with tax"), width=130, missing=self._why_unknown),
            Column("closing", self.tr("Billed"), width=130, value=self._closing),
            Column("drafted", self.tr("Draft"), width=110, kind="chip", value=self._drafted, wide_only=True),
            Column("done_on", self.tr("Done on"), width=104, wide_only=True),
            yen_column(
                "asked_yen",
                self.tr("Deposit, with tax"),
                lambda row: row.asked_yen or None,
                wide_only=True,
            ),
            Column(
                "work_kind",
                self.tr("Work"),
                width=100,
                stretch=1,
                value=lambda row: words(WORK_KIND_NAMES[row.work_kind]),
                wide_only=True,
            ),
        ]
        table = self.new_table(
            self.tr("Done and not billed"), columns, kept_as="to_bill", names=names_its_customer, record="job"
        )
        table.offer(lambda: (self.bill_button, self.open_button, self.terms_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "check",
            self.tr("Everything that is done is billed"),
            self.tr("A job stands here from its completion until an invoice asks for the whole of it."),
        )

    def reading(self) -> Callable[[], tuple[ToBill, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.open_items.to_bill(actor)

    def _why_unknown(self, row: ToBill) -> str:
        return self.context.words(UNKNOWN_SUM_NAMES[row.unknown]) if row.unknown else ""

    def _closing(self, row: ToBill) -> str:
        if not row.closing_day:
            return self.tr("by itself")
        return self.tr("at the closing day")

    def _drafted(self, row: ToBill) -> ChipValue:
        if row.drafted:
            return ChipValue(self.tr("there is one"), Tone.INFO)
        return ChipValue("", Tone.NEUTRAL)

    def bill(self) -> None:
        """Open the draft of the chosen job's invoice."""
        row = self.table.current()
        if isinstance(row, ToBill):
            self.acts.bill(row.job)

    def open_chosen(self) -> None:
        """Open the chosen job."""
        row = self.table.current()
        if isinstance(row, ToBill):
            self.context.rooms.open_invoices(row.job)

    def terms(self) -> None:
        """Open the payment terms of the chosen job's customer."""
        row = self.table.current()
        if isinstance(row, ToBill):
            open_terms(self, self.context, row.customer, row.name.text)
