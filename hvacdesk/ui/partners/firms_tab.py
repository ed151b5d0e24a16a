"""The register of firms: contracts, checks, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.oversight.small_firm import (
    RELIEF_AS_OF,
    RELIEF_HOLDS,
    RELIEF_LOST_TEXTS,
    RELIEF_SOURCE,
    Relief,
)
from hvacdesk.domain.partners.partner_checks import CheckRow
from hvacdesk.domain.partners.partners import TROUBLE_NAMES, FirmRow, Trouble, trouble
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.services.partners.partner_orders import shipped_deduction
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.partners.check_form import CheckForm
from hvacdesk.ui.partners.firm_form import FirmForm
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox

MILD = frozenset({Trouble.CONTRACT_ENDING, Trouble.UNREGISTERED})


class FirmsTab(RegisterView):
    """Firms that we entrust and firms that entrust us."""

    rooms = frozenset({Room.PARTNERS, Room.JOBS, Room.PAPERS, Room.CUSTOMERS})

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._keeps = context.office.partners.may_keep(context.actor)
        self.add_button = self.act(button(self.tr("Register a firm"), self.add, icon="plus"))
        self.change_button = self.act(button(self.tr("Change"), self.change, icon="pencil"), any_record)
        self.check_button = self.act(button(self.tr("Check the firm…"), self.check), _can_be_checked)
        self.print_button = self.act(
            button(self.tr("Print the last check"), self.print_check, icon="printer"), _was_checked
        )
        if not self._keeps:
            for one in (self.add_button, self.change_button, self.check_button):
                one.hide()
        self.table.activated_row.connect(lambda _row: self._activate())

    def make_table(self) -> DataTable:
        today = self.context.today()
        columns = [
            Column("number", self.tr("Firm number"), width=72, wide_only=True, value=lambda row: row.number),
            Column("firm", self.tr("Firm"), width=150, stretch=3, value=lambda row: row.facts.firm),
            Column("kind", self.tr("What it is"), width=120, stretch=1, value=self._kind),
            Column("ends", self.tr("Contract until"), width=108, value=self._contract, wide_only=True),
            Column("checked_on", self.tr("Checked"), width=100, kind="muted", wide_only=True),
            Column("invoice", self.tr("Invoice number"), width=130, kind="chip", value=self._invoice),
            Column("next_check", self.tr("Next check"), width=100),
            Column("out", self.tr("Out"), width=56, kind="number", align="right", value=_out),
            Column(
                "state",
                self.tr("State"),
                width=140,
                kind="chip",
                value=lambda row: self._state(row, today),
            ),
        ]
        table = self.new_table(
            self.tr("Partner firms"), columns, kept_as="partner_firms", names=names_nobody, record="record"
        )
        table.offer(lambda: (self.change_button, self.check_button, self.print_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "building-2",
            self.tr("No firm is registered"),
            self.tr(
                "Register the partner firms that get work orders, and the client contractors whose customers "
                "you work for. Firms that jobs name appear here by themselves."
            ),
        )

    def reading(self) -> Callable[[], tuple[tuple[FirmRow, ...], Relief]]:
        office, actor = self.context.office, self.context.actor
        return lambda: (office.partners.all(actor), office.partners.relief(actor))

    def show_read(self, found: tuple[tuple[FirmRow, ...], Relief]) -> None:
        rows, relief = found
        self.show_rows(rows)
        self._show_relief(relief)

    def choose_firm(self, firm: str, form: str = "") -> None:
        """Choose the firm with this record id.

        ``form`` opens a form of it that was left half-typed: ``firm`` or ``check``.
        """
        self.once_read(partial(self._go_on, firm, form))

    def _go_on(self, firm: str, form: str) -> None:
        if firm:
            self.table.select(lambda row: row.record == firm)
        if form == "check":
            self.check()
        elif form and self._keeps:
            self.change() if firm else self.add()

    def _show_relief(self, relief: Relief) -> None:
        words = self.context.words
        clear(self.above)
        source = self.tr("Source: {source} (as of {date}). Have a professional confirm it.").format(
            source=RELIEF_SOURCE, date=as_of_text(RELIEF_AS_OF)
        )
        if relief.lost:
            box = WarningBox(in_a_row(*(words(RELIEF_LOST_TEXTS[reason]) for reason in relief.lost)))
            box.body.addWidget(label(source, "muted", wrap=True))
            self.above.addWidget(box)
        else:
            self.above.addWidget(label(in_a_row(words(RELIEF_HOLDS), source), "muted", wrap=True))

    # Acts

    def add(self) -> None:
        """Register another firm."""
        self.open_form(FirmForm(self.context))

    def change(self) -> None:
        """Change the chosen firm, or register the one that jobs name."""
        row = self.table.current()
        if isinstance(row, FirmRow) and self._keeps:
            self.open_form(FirmForm(self.context, row))

    def check(self) -> None:
        """Check the chosen firm."""
        row = self.table.current()
        if isinstance(row, FirmRow) and row.record and self._keeps:
            self.open_form(CheckForm(self.context, row))

    def print_check(self) -> None:
        """Show the record of the chosen firm's last check."""
        row, context = self.table.current(), self.context
        if not isinstance(row, FirmRow) or not row.record:
            return
        document = QCoreApplication.translate("FirmsTab", "Check of {firm}").format(firm=row.facts.firm)

        def work() -> bytes:
            last: CheckRow = context.office.partners.checks(context.actor, row.record)[0]
            return context.office.partners.check_pdf(context.actor, last.record, context.words)

        draw_pages(self, context, work, document)

    def _activate(self) -> None:
        if self._keeps:
            self.change()
        elif self.print_button.isEnabled():
            self.print_check()

    # Cells

    def _kind(self, row: FirmRow) -> str:
        kinds = (
            self.tr("Partner firm") if row.facts.partner else "",
            self.tr("Client contractor") if row.facts.client else "",
            self.tr("one person") if row.facts.one_person else "",
        )
        return "・".join(filter(None, kinds))

    def _invoice(self, row: FirmRow) -> ChipValue:
        if not row.facts.partner:
            return ChipValue("", Tone.NEUTRAL)
        if row.facts.invoice_number:
            return ChipValue(self.tr("registered"), Tone.GOOD)
        percent = shipped_deduction().on(self.context.today()).percent
        return ChipValue(self.tr("none: {percent} %").format(percent=percent), Tone.WARN)

    def _contract(self, row: FirmRow) -> str:
        contract = row.facts.contract
        return contract.ends or (self.tr("until ended") if contract.on else "")

    def _state(self, row: FirmRow, today) -> ChipValue:
        wrong = trouble(row, today)
        if wrong is not None:
            tone = Tone.WARN if wrong in MILD else Tone.BAD
            name = self.context.words(TROUBLE_NAMES[wrong])
            if wrong is Trouble.OVERDUE:
                name = self.tr("{trouble}: {count}").format(trouble=name, count=row.overdue_handovers)
            return ChipValue(name, tone)
        if row.next_check and row.next_check <= today.isoformat():
            return ChipValue(self.tr("Check due"), Tone.WARN)
        if not row.facts.active:
            return ChipValue(self.tr("no longer"), Tone.NEUTRAL)
        return ChipValue(self.tr("in order"), Tone.GOOD)


def _out(row: FirmRow) -> int:
    return row.open_handovers


def _can_be_checked(row: FirmRow) -> bool:
    return bool(row.record) and row.facts.partner


def _was_checked(row: FirmRow) -> bool:
    return bool(row.record) and bool(row.checked_on)
