"""What was invoiced and received in a month: its sums, a picture of the months, who and what it came from."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from hvacdesk.domain.billing.month_summary import (
    PICTURE_UNIT,
    CustomerMonth,
    DrawnMonth,
    MonthFigures,
    MonthSummary,
    StaffMonth,
    WorkMonth,
    months_until,
)
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.papers.shown import DrawnAt, ShownPages
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import month_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.printing.showing import say_sent
from hvacdesk.ui.printing.still_so import StillSo, marked
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.month_bars import MonthBar, MonthBars
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column

MONTHS_BACK = 60
"""So many months can be chosen: those of the years that the tax office asks about first."""

_TONES = (Tone.INFO, Tone.GOOD)

Row = CustomerMonth | StaffMonth | WorkMonth


class Divided(StrEnum):
    """What the list divides the month by."""

    CUSTOMERS = "customers"
    STAFF = "staff"
    WORKS = "works"


class SalesMonthView(RegisterView):
    """Invoices count in the month of their issue, deposits too, payments in that in which they came."""

    rooms = frozenset({Room.BILLING, Room.CUSTOMERS, Room.JOBS, Room.STAFF})

    _set_off = False
    """Whether there is a column for what was set off: most offices never have any."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._summary: MonthSummary | None = None
        self.month = QComboBox()
        self.month.setAccessibleName(self.tr("Month"))
        for one in reversed(months_until(context.today().isoformat()[:7], MONTHS_BACK)):
            self.month.addItem(month_text(one), one)
        self.divided = QComboBox()
        self.divided.setAccessibleName(self.tr("Divided by"))
        for name, by in (
            (self.tr("By customer"), Divided.CUSTOMERS),
            (self.tr("By person"), Divided.STAFF),
            (self.tr("By kind of work"), Divided.WORKS),
        ):
            self.divided.addItem(name, by.value)
        self.line.add(self.month)
        self.line.add(self.divided)
        self.customer_button = self.act(
            button(self.tr("Open the customer"), self.open_customer), _is_customer
        )
        self.print_button = self.act(button(self.tr("Print the month"), self.print_month, icon="printer"))
        self.sums = label("", wrap=True)
        self.above.addWidget(self.sums)
        counted = self.tr(
            "By the day of issue, deposits and part invoices too. These are sales in the books only with the "
            "final invoice. Received is what came in less what went back; the bank's fees, which the office "
            "bears, and what customers set off pay the invoices as well and stand beside it."
        )
        self.above.addWidget(label(counted, "muted", wrap=True))
        self.divides = label("", "muted", wrap=True)
        self.divides.hide()
        self.above.addWidget(self.divides)
        self._add_picture()
        self.table.activated_row.connect(lambda _row: self.open_customer())
        self.month.currentIndexChanged.connect(self.narrow)
        self.divided.currentIndexChanged.connect(lambda _at: self._divide())

    def _columns(self, by: Divided) -> list[Column]:
        """Those that have a figure where the month is divided so."""
        columns = [
            Column("name", self.tr("Name"), width=170, stretch=3, value=self._name),
            Column("count", self.tr("Invoices"), width=90, kind="number", align="right"),
            yen_column("net", self.tr("Invoiced without tax"), _sum("net"), width=140),
        ]
        if by is Divided.CUSTOMERS:
            columns.append(yen_column("gross", self.tr("Invoiced with tax"), _sum("gross"), width=140))
        if by is not Divided.WORKS:
            received = self.tr("Received") if by is Divided.CUSTOMERS else self.tr("Collected on site")
            columns.append(yen_column("received", received, _sum("received"), width=120))
        if by is Divided.CUSTOMERS:
            columns.append(yen_column("fees", self.tr("Bank's fees"), _sum("fees"), width=100))
            if self._set_off:
                columns.append(yen_column("set_off", self.tr("Set off"), _sum("set_off"), width=100))
        return columns

    def make_table(self) -> DataTable:
        columns = self._columns(Divided.CUSTOMERS)
        table = self.new_table(
            self.tr("Invoiced and received in the month"), columns, kept_as="month_summary", names=_names
        )
        table.offer(lambda: (self.customer_button,))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "wallet",
            self.tr("Nothing in this month"),
            self.tr(
                "Nothing was invoiced in it, and nothing was paid. What was taken over from another program "
                "is not counted here."
            ),
        )

    def reading(self) -> Callable[[], MonthSummary]:
        office, actor, month = self.context.office, self.context.actor, self.month.currentData()
        return lambda: office.month_summaries.of_month(actor, month)

    def show_read(self, found: MonthSummary) -> None:
        self._summary = found
        parts = [
            (self.tr("Invoiced without tax"), found.net),
            (self.tr("Tax"), found.gross - found.net),
            (self.tr("Invoiced with tax"), found.gross),
            (self.tr("Received"), found.received),
            (self.tr("Bank's fees"), found.fees),
        ]
        if found.set_off:
            parts.append((self.tr("Set off"), found.set_off))
        self.sums.setText("　".join(f"{name} {yen(amount)}" for name, amount in parts))
        self.bars.show_months([_bar(one) for one in found.months])
        if bool(found.set_off) != self._set_off:
            self._set_off = not self._set_off
            self._divide()
        self._list()

    def open_customer(self) -> None:
        """Open the chosen customer."""
        row = self.table.current()
        if isinstance(row, CustomerMonth):
            self.context.navigate("customers", customer=row.customer)

    def print_month(self) -> None:
        """Draw the month and show it, ready to print; the log says so once a printer took it."""
        ctx, month = self.context, self.month.currentData()
        draw = marked(ctx, lambda: ctx.office.month_summaries.paper(ctx.actor, month, ctx.words))
        background.ask(self, draw).then(lambda made: _preview(ctx, month, *made))

    def _add_picture(self) -> None:
        names = (self.tr("Invoiced with tax"), self.tr("Received"))
        self.bars = MonthBars(names, tones=_TONES)
        self.bars.setAccessibleName(self.tr("Month by month, in units of 10,000 yen"))
        legend = QHBoxLayout()
        legend.setSpacing(theme.px(8))
        for name, tone in zip(names, _TONES, strict=True):
            legend.addWidget(Chip(name, tone))
        legend.addWidget(label(self.tr("Month by month, in units of 10,000 yen"), "muted", wrap=True), 1)
        self.above.addWidget(self.bars)
        self.above.addLayout(legend)

    def _divide(self) -> None:
        """Show the columns that have figures then, and say what these count."""
        by = Divided(self.divided.currentData())
        self.table.set_columns(self._columns(by))
        said = {
            Divided.STAFF: self.tr(
                "An invoice counts for who was first assigned to its job. Money counts for who collected it "
                "on site; what came by bank or to the office stands beside “Nobody named”."
            ),
            Divided.WORKS: self.tr("Money is paid for invoices, not for kinds of work, so none stands here."),
        }
        self.divides.setText(said.get(by, ""))
        self.divides.setVisible(by in said)
        self._list()

    def _list(self) -> None:
        if self._summary is not None:
            self.show_rows(getattr(self._summary, self.divided.currentData()))

    def _name(self, row: Row) -> str:
        if isinstance(row, WorkMonth):
            return self.context.words(WORK_KIND_NAMES[row.work]) if row.work else self.tr("For no job")
        if isinstance(row, StaffMonth):
            return row.name or (self.tr("Partner firms") if row.firm else self.tr("Nobody named"))
        return row.name


def _is_customer(row: object) -> bool:
    return isinstance(row, CustomerMonth)


def _names(row: Row) -> tuple[str, ...]:
    return (row.customer,) if isinstance(row, CustomerMonth) else ()


def _sum(key: str) -> Callable[[object], int | None]:
    """Only customers have every sum; of a person the money is what they collected on site."""
    return lambda row: getattr(row, key, None)


def _bar(one: MonthFigures) -> MonthBar:
    year, number = one.month.split("-")
    text = (
        QCoreApplication.translate("SalesMonthView", "{month}/{year}")
        if number == "01"
        else QCoreApplication.translate("SalesMonthView", "{month}")
    )
    short = text.format(month=int(number), year=year)
    return MonthBar(short, round(one.gross / PICTURE_UNIT), round(one.received / PICTURE_UNIT))


def _preview(ctx: DeskContext, month: str, drawn: DrawnAt, paper: DrawnMonth) -> None:
    from hvacdesk.ui.printing.preview import PreviewDialog  # loads Qt's PDF and printing modules

    def note(printer: str, stopped_after: int = 0) -> None:
        note_printed(
            ctx,
            title,
            lambda: ctx.office.month_summaries.printed(ctx.actor, paper.customers, printer, stopped_after),
            lambda _nothing: say_sent(ctx),
        )

    text = QCoreApplication.translate("SalesMonthView", "Invoiced and received, {month}")
    title = text.format(month=month_text(month))
    preview = PreviewDialog(paper.pdf, title, ctx.window)
    if paper.customers:
        preview.still_so = StillSo(ctx, ShownPages(customers=paper.customers, drawn=drawn))
    preview.printed.connect(note)
    preview.stopped.connect(note)
    preview.open()
