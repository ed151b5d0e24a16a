"""A unit's refrigerant log: what was charged and recovered, what is in it now, and the log on paper."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.jobs.quantities import shown
from hvacdesk.domain.jobs.refrigerant import (
    REFRIGERANT_KIND_NAMES,
    REFRIGERANT_REASON_NAMES,
    STRIKE_REASON_NAMES,
    LoggedRefrigerant,
    RefrigerantLog,
)
from hvacdesk.domain.papers.register import PaperRow
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.gas_form import GasForm
from hvacdesk.ui.jobs.refrigerant_form import RefrigerantForm, StrikeForm
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.list_pane import ListPane
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.units import unit_text


@dataclass(frozen=True)
class _RefrigerantLine:
    entry: LoggedRefrigerant
    net: float | None


class RefrigerantDialog(Dialog):
    """The log of one unit. Entries are added and struck, never changed."""

    def __init__(self, ctx: DeskContext, unit: str, *, adds: bool = False, gas_of: str = "") -> None:
        """``adds``: open the form for an entry too; ``gas_of``: that for the gas of this entry."""
        super().__init__(
            QCoreApplication.translate("RefrigerantDialog", "Refrigerant log"), ctx.window, width=760
        )
        self._ctx = ctx
        self._reader = background.Reader(self)
        self._unit = unit
        self._adds_when_read, self._gas_when_read = adds, gas_of
        self.log: RefrigerantLog | None = None
        self.about = label("", "strong", wrap=True)
        self.body.addWidget(self.about)
        self.net = label("", wrap=True)
        self.body.addWidget(self.net)
        self.table = self._make_table()
        self.pane = ListPane(self.table, self._make_empty)
        self.body.addWidget(self.pane, 1)
        self._add_actions()
        self.busy = Busy(self.tr("Drawing the log"), cancellable=False)
        self.body.addWidget(self.busy)
        self.set_primary(self.tr("Close"))
        self.fit(860, 560)
        self.read()

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "snowflake",
            self.tr("Nothing charged or recovered yet"),
            self.tr("Typed results make entries by themselves; others are added here."),
        )

    def _make_table(self) -> DataTable:
        words = self._ctx.words
        table = DataTable(self.tr("Entries"), record="entry.entry")
        table.set_columns(
            (
                Column("on", self.tr("Day"), width=100, kind="number", value=lambda one: one.entry.record.on),
                Column(
                    "kind",
                    self.tr("What"),
                    width=86,
                    value=lambda one: words(REFRIGERANT_KIND_NAMES[one.entry.record.kind]),
                ),
                Column(
                    "kg",
                    self.tr("Amount"),
                    width=88,
                    kind="number",
                    value=_amount,
                    sort=lambda one: one.entry.record.kg,
                ),
                Column("net", self.tr("Net"), width=88, kind="number", value=_net, sort=_net_order),
                Column(
                    "reason",
                    self.tr("Occasion"),
                    width=100,
                    wide_only=True,
                    value=lambda one: words(REFRIGERANT_REASON_NAMES[one.entry.record.reason]),
                ),
                Column("worker", self.tr("Done by"), width=90, stretch=1, kind="muted", value=_worker),
                Column("job", self.tr("Job"), width=110, kind="muted", wide_only=True, value=_job),
                Column("state", self.tr("State"), width=150, kind="chip", value=self._state),
            )
        )
        table.keep_columns(self._ctx.columns, "refrigerant_log", names_nobody)
        table.offer(lambda: (self.strike_button,))
        table.current_changed.connect(self._judge)
        return table

    def _state(self, line: _RefrigerantLine) -> ChipValue:
        if line.entry.struck is None:
            return self._gas(line.entry) or ChipValue(self.tr("counts"), Tone.GOOD)
        reason = self._ctx.words(STRIKE_REASON_NAMES[line.entry.struck])
        return ChipValue(self.tr("struck: {reason}").format(reason=reason), Tone.NEUTRAL)

    def _gas(self, entry: LoggedRefrigerant) -> ChipValue | None:
        """What recovered gas still waits for."""
        if self.log is None or not self.log.record.commercial:
            return None
        if entry.left_kg:
            return ChipValue(self.tr("gas here: {kg} kg").format(kg=shown(entry.left_kg)), Tone.WARN)
        if entry.uncertified is not None:
            return ChipValue(self.tr("certificate awaited"), Tone.INFO)
        return None

    def _add_actions(self) -> None:
        row = FlowRow()
        self.add_button = button(self.tr("Add an entry"), self.add, icon="plus")
        self.strike_button = button(self.tr("Strike the entry"), self.strike, icon="ban")
        self.gas_button = button(self.tr("Gas handed on…"), self.hand_on, icon="arrow-right")
        self.print_button = button(self.tr("Print this log"), self.print_one, icon="printer")
        self.print_all = button(self.tr("Print all of this site"), self.print_site, kind="link")
        may = self._ctx.actor.may
        for made, allowed in (
            (self.add_button, may(Permission.EDIT_JOBS)),
            (self.strike_button, may(Permission.EDIT_JOBS)),
            (self.gas_button, may(Permission.EDIT_JOBS)),
            (self.print_button, may(Permission.ISSUE_WORK_ORDERS)),
            (self.print_all, may(Permission.ISSUE_WORK_ORDERS)),
        ):
            row.add(made)
            if not allowed:
                made.hide()
        self.body.addWidget(row)

    def read(self) -> None:
        """Read the log."""
        ctx, unit = self._ctx, self._unit
        self._reader.read(lambda: ctx.office.refrigerant.log(ctx.actor, unit)).then(self._show)

    def _show(self, log: RefrigerantLog) -> None:
        self.log = log
        self.about.setText(unit_text(log.record))
        rated = shown(log.rated_kg) + " kg" if log.rated_kg is not None else self.tr("not known")
        net = shown(log.net_kg) + " kg" if log.net_kg is not None else self.tr("not known")
        text = self.tr("{refrigerant}  Charge from the works: {rated}  Charge now (net): {net}")
        refrigerant = log.record.refrigerant or self.tr("Refrigerant not known")
        self.net.setText(text.format(refrigerant=refrigerant, rated=rated, net=net))
        lines = [_RefrigerantLine(entry, one) for entry, one in zip(log.entries, log.running(), strict=True)]
        self.pane.show_rows(lines[::-1])
        self._judge(self.table.current())
        if self._adds_when_read:
            self._adds_when_read = False
            self.add()
        wanted, self._gas_when_read = self._gas_when_read, ""
        if wanted and self.table.select(lambda line: line.entry.entry == wanted):
            self.hand_on()

    def _judge(self, line: object) -> None:
        counts = isinstance(line, _RefrigerantLine) and line.entry.struck is None
        self.strike_button.setEnabled(counts)
        waits = isinstance(line, _RefrigerantLine) and bool(line.entry.left_kg or line.entry.uncertified)
        commercial = self.log is not None and self.log.record.commercial
        self.gas_button.setEnabled(counts and waits and commercial)

    # Acts

    def add(self) -> None:
        """Open the form for an entry."""
        if self.log is not None:
            form = RefrigerantForm(self._ctx, self.log)
            form.saved.connect(lambda _entry: self.read())
            form.open()

    def strike(self) -> None:
        """Ask why the selected entry is struck."""
        line = self.table.current()
        if isinstance(line, _RefrigerantLine):
            form = StrikeForm(self._ctx, line.entry)
            form.saved.connect(lambda _nothing: self.read())
            form.open()

    def hand_on(self) -> None:
        """Ask to whom the selected entry's gas went, or for the certificate that came back."""
        line = self.table.current()
        if isinstance(line, _RefrigerantLine) and self.gas_button.isEnabled():
            form = GasForm(self._ctx, self._unit, line.entry)
            form.saved.connect(lambda _handover: self.read())
            form.open()

    def print_one(self) -> None:
        """Show this unit's log as it is printed."""
        self._print((self._unit,))

    def print_site(self) -> None:
        """Show the logs of all units of the same site."""
        ctx, unit = self._ctx, self._unit
        background.ask(self, lambda: ctx.office.refrigerant.units_beside(ctx.actor, unit)).then(self._print)

    def _print(self, units: tuple[str, ...]) -> None:
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.refrigerant.paper(ctx.actor, units, ctx.words)).with_busy(
            self.busy
        ).then(self._preview)

    def _preview(self, made: tuple[PaperRow, bytes]) -> None:
        row, pdf = made
        document = self.tr("Refrigerant log {number}").format(number=row.number)
        from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

        PaperPreview(self._ctx, (row,), pdf, document, parent=self).open()


def _amount(line: _RefrigerantLine) -> str:
    return f"{shown(line.entry.record.kg)} kg"


def _net_order(line: _RefrigerantLine) -> tuple[bool, float]:
    return not _net(line), line.net or 0


def _net(line: _RefrigerantLine) -> str:
    return "" if line.net is None or line.entry.struck is not None else f"{shown(line.net)} kg"


def _worker(line: _RefrigerantLine) -> str:
    return line.entry.record.worker


def _job(line: _RefrigerantLine) -> str:
    return line.entry.job_number
