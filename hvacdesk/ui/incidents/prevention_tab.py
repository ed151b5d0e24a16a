"""What is done so that it does not happen again: who sees to it, by when, and whether it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from hvacdesk.domain.incidents.incidents import IncidentDetail, Measure
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.incidents.forms import MeasureForm
from hvacdesk.ui.incidents.tab import IncidentTab
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_nobody


class PreventionTab(IncidentTab):
    """The fourth tab."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addStretch(1)
        self.add_button = button(self.tr("Decide a measure"), self.add, icon="plus")
        self.change_button = button(self.tr("Change"), self.change, icon="pencil")
        self.done_button = button(self.tr("It is done"), self.finish)
        for one in (self.add_button, self.change_button, self.done_button):
            line.addWidget(one)
        self.column.addLayout(line)
        self.table = DataTable(self.tr("Measures of prevention"), record="measure")
        self.table.set_columns(
            [
                Column("text", self.tr("What is done"), width=200, stretch=4),
                Column("owner_name", self.tr("Who"), width=100, stretch=1),
                Column("due", self.tr("By when"), width=104),
                Column("state", self.tr("State"), width=130, kind="chip", value=self._state),
            ]
        )
        self.table.keep_columns(ctx.columns, "measures", names_nobody)
        self.table.offer(lambda: (self.change_button, self.done_button))
        self.table.current_changed.connect(self._enable)
        self.table.activated_row.connect(lambda _row: self.change())
        self.pane = self.add_list(self.table, self._make_empty)

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "shield-check",
            self.tr("No measure decided yet"),
            self.tr(
                "Write down what is done so that it does not happen again, by whom and by when. The incident "
                "can be closed once all of it is done."
            ),
        )

    def fill(self, incident: IncidentDetail) -> None:
        self.pane.show_rows(incident.measures)
        self.table.choose_first()
        self.add_button.setEnabled(not incident.closed)
        self._enable(self.table.current())

    def add(self) -> None:
        """Decide another measure."""
        self._ask(None)

    def change(self) -> None:
        """Change the chosen measure."""
        one = self.table.current()
        if isinstance(one, Measure) and self.writable:
            self._ask(one)

    def ask_for(self, measure: str) -> None:
        """Change the measure with this record id, or decide another where none has it."""
        known = self.incident.measures if self.incident is not None else ()
        self._ask(next((one for one in known if one.measure == measure), None))

    def finish(self) -> None:
        """Note that the chosen measure is done, or that it is not after all."""
        ctx, one, incident = self.ctx, self.table.current(), self.incident
        if incident is not None and isinstance(one, Measure):
            background.ask(
                self,
                lambda: ctx.office.incidents.writing.finish_measure(
                    ctx.actor, incident.incident, one, done=not one.done_on
                ),
            ).begin()

    def _ask(self, measure: Measure | None) -> None:
        ctx, incident = self.ctx, self.incident
        if incident is not None:
            background.ask(
                self, lambda: tuple((one.account, one.name) for one in ctx.office.accounts.list(ctx.actor))
            ).then(lambda staff: MeasureForm(ctx, incident, staff, measure).open())

    def _state(self, row: Measure) -> ChipValue:
        if row.done_on:
            return ChipValue(self.tr("done {day}").format(day=day_text(row.done_on)), Tone.GOOD)
        late = row.due < self.ctx.today().isoformat()
        return ChipValue(self.tr("overdue") if late else self.tr("open"), Tone.BAD if late else Tone.WARN)

    def _enable(self, row: object) -> None:
        one = row if isinstance(row, Measure) else None
        self.change_button.setEnabled(self.writable and one is not None)
        self.done_button.setEnabled(self.writable and one is not None)
        self.done_button.setText(self.tr("Open again") if one and one.done_on else self.tr("It is done"))
