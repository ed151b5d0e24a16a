"""The hand-over ledger: what is out, what came back, and the record on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.papers.printed_lists import DrawnRegister
from hvacdesk.domain.papers.shown import DrawnAt, ShownPages
from hvacdesk.domain.partners.handovers import (
    ENDING_NAMES,
    HANDED_FIELD_NAMES,
    MEDIUM_NAMES,
    Ending,
    HandoverRow,
    LedgerQuery,
)
from hvacdesk.domain.partners.partners import BASIS_NAMES, Basis, FirmRow, firm_key
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.partners.handover_forms import HANDOVER, ConfirmForm, HandoverForm
from hvacdesk.ui.printing.showing import prepare, show_pages
from hvacdesk.ui.printing.still_so import marked
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.day_range import DayRange
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView


class LedgerTab(RegisterView):
    """Lines of one firm or of all, of a period, or those alone that are out."""

    rooms = frozenset({Room.PARTNERS, Room.PAPERS, Room.JOBS, Room.STAFF})

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._keeps = context.office.handovers.may_keep(context.actor)
        self._filters()
        self.enter_button = self.act(button(self.tr("Enter by hand…"), self.enter, icon="plus"))
        self.confirm_button = self.act(
            button(self.tr("It came back…"), self.confirm, icon="check"), lambda row: row.ending is None
        )
        self.provision_button = self.act(
            button(self.tr("Provision record"), self.print_provision, icon="printer"),
            lambda row: row.keep_until is not None,
        )
        self.print_button = self.act(
            button(self.tr("Print the hand-over ledger"), self.print_ledger, icon="printer")
        )
        if not self._keeps:
            self.enter_button.hide()
            self.confirm_button.hide()
        if not context.actor.may(Permission.KEEP_PARTNERS):
            self.provision_button.hide()
        self.add_note(
            self.tr(
                "Copies for partner firms enter themselves. The ledger names customers by number and stays "
                "when their data is destroyed."
            )
        )
        self.table.activated_row.connect(lambda _row: self.confirm())

    def _filters(self) -> None:
        self.firm = QComboBox()
        self.firm.setAccessibleName(self.tr("Firm"))
        self.firm.addItem(self.tr("All firms"), "")
        self.only_open = QCheckBox(self.tr("Only what is out"))
        self.period = DayRange(self.context.today())
        self.first, self.last = self.period.first, self.period.last
        self.period.edited.connect(self.narrow)
        self.firm.activated.connect(self.narrow)
        self.only_open.toggled.connect(self.narrow)
        self.narrow_with(FlowRow((self.firm, self.period, self.only_open)))

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("number", self.tr("Hand-over number"), width=104, wide_only=True),
            Column("on", self.tr("Handed over"), width=96),
            Column("firm", self.tr("Firm"), width=120, stretch=2),
            Column("job_number", self.tr("About"), width=88, value=_job),
            Column(
                "fields",
                self.tr("What"),
                width=120,
                stretch=3,
                kind="muted",
                wide_only=True,
                value=lambda row: "・".join(words(HANDED_FIELD_NAMES[one]) for one in row.fields),
            ),
            Column(
                "basis",
                self.tr("Basis"),
                width=96,
                wide_only=True,
                value=lambda row: words(BASIS_NAMES[row.basis]),
            ),
            Column(
                "medium",
                self.tr("On"),
                width=64,
                wide_only=True,
                value=lambda row: words(MEDIUM_NAMES[row.medium]),
            ),
            Column("due", self.tr("Back by"), width=96),
            Column("state", self.tr("State"), width=120, kind="chip", value=self._state),
        ]
        table = self.new_table(
            self.tr("Hand-over ledger"), columns, kept_as="handovers", names=names_nobody, record="record"
        )
        table.offer(lambda: (self.confirm_button, self.provision_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "clipboard-list",
            self.tr("Nothing was handed over"),
            self.tr("As soon as a partner firm's copy of a work order is printed, it stands here."),
        )

    def reading(self) -> Callable[[], tuple[tuple[HandoverRow, ...], tuple[FirmRow, ...]]]:
        office, actor, query = self.context.office, self.context.actor, self.query()
        return lambda: (office.handovers.all(actor, query), office.partners.all(actor))

    def show_firm(self, firm: str) -> None:
        """Show the lines of the firm with this name alone."""
        if firm:
            self._choose(firm)
        self.refresh()

    def query(self) -> LedgerQuery:
        """What is asked for now. Raises :class:`InvalidInput` where a day is none."""
        first, last = self.period.days()
        return LedgerQuery(
            firm=str(self.firm.currentData() or ""),
            first_on=first,
            last_on=last,
            only_open=self.only_open.isChecked(),
        )

    def _choose(self, firm: str) -> None:
        at = next(
            (at for at in range(1, self.firm.count()) if firm_key(self.firm.itemData(at)) == firm_key(firm)),
            -1,
        )
        if at < 0:
            self.firm.addItem(firm, firm)
            at = self.firm.count() - 1
        self.firm.setCurrentIndex(at)

    def show_read(self, found: tuple[tuple[HandoverRow, ...], tuple[FirmRow, ...]]) -> None:
        rows, firms = found
        known = {firm_key(self.firm.itemData(at)) for at in range(1, self.firm.count())}
        for firm in firms:
            if firm.facts.partner and firm_key(firm.facts.firm) not in known:
                self.firm.addItem(firm.facts.firm, firm.facts.firm)
        self.show_rows(rows)

    def enable(self) -> None:
        self.print_button.setEnabled(bool(self.table.rows()))

    # Acts

    def enter(self) -> None:
        """Enter a hand-over by hand."""
        self.open_form(HandoverForm(self.context, str(self.firm.currentData() or "")))

    def enter_or_confirm(self, form: str) -> None:
        """Open the form left half-typed: a new hand-over's, or that of the one with this record id."""

        def ask() -> None:
            if self.table.select(lambda row: row.record == form):
                self.confirm()

        if form == HANDOVER:
            self.enter()
        else:
            self.once_read(ask)

    def confirm(self) -> None:
        """Write down what became of the chosen line."""
        row = self.table.current()
        if isinstance(row, HandoverRow) and row.ending is None and self._keeps:
            self.open_form(ConfirmForm(self.context, row))

    def print_ledger(self) -> None:
        """Show what is listed, as it prints; not while what it is narrowed down by is no question."""
        try:
            query = self.query()
        except InvalidInput as error:
            self.show_wrong(error)
            return
        context = self.context
        document = QCoreApplication.translate("LedgerTab", "Hand-over ledger")
        handovers = context.office.handovers
        prepare(
            self,
            document,
            lambda: handovers.ledger_pdf(context.actor, query, context.words),
            lambda paper: show_pages(
                context,
                document,
                paper.pdf,
                note=lambda: handovers.ledger_printed(context.actor, paper.lines),
            ),
        )

    def print_provision(self) -> None:
        """Show the record of the chosen provision to a third party."""
        row, context = self.table.current(), self.context
        if isinstance(row, HandoverRow) and row.basis is Basis.PROVISION:
            record = row.record
            document = QCoreApplication.translate("LedgerTab", "Record of provision {number}")
            handovers = context.office.handovers
            title = document.format(number=row.number)

            def show(drawn: DrawnAt, paper: DrawnRegister) -> None:
                show_pages(
                    context,
                    title,
                    paper.pdf,
                    note=lambda: handovers.provision_printed(context.actor, record),
                    shown=ShownPages(customers=paper.customers, provided_to=paper.firm, drawn=drawn),
                )

            draw = marked(context, lambda: handovers.provision_pdf(context.actor, record, context.words))
            prepare(self, title, draw, lambda made: show(*made))

    def _state(self, row: HandoverRow) -> ChipValue:
        if row.ending is not None:
            tone = Tone.BAD if row.ending is Ending.LOST else Tone.GOOD
            tone = Tone.NEUTRAL if row.ending is Ending.NOT_GIVEN else tone
            return ChipValue(self.context.words(ENDING_NAMES[row.ending]), tone)
        if row.printing:
            return ChipValue(self.tr("waiting to be printed"), Tone.WARN)
        if row.overdue:
            return ChipValue(self.tr("overdue"), Tone.BAD)
        return (
            ChipValue(self.tr("out"), Tone.INFO)
            if row.due
            else ChipValue(self.tr("given for good"), Tone.NEUTRAL)
        )


def _job(row: HandoverRow) -> str:
    return row.job_number or "・".join(number for _, number in row.customers)
