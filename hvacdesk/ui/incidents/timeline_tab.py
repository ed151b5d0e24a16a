"""What was done when, and by whom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.incidents.incident_steps import STEP_NAMES, Event, event_text
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.incidents.forms import NoteForm
from hvacdesk.ui.incidents.tab import IncidentTab
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_nobody


class TimelineTab(IncidentTab):
    """The last tab."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx)
        line = QHBoxLayout()
        line.addStretch(1)
        self.add_button = button(self.tr("Add a note"), self.add, icon="plus")
        line.addWidget(self.add_button)
        self.column.addLayout(line)
        self.table = DataTable(self.tr("Timeline"))
        self.table.set_columns(
            [
                Column("at", self.tr("When"), width=140, value=_when),
                Column("step", self.tr("What"), width=190, stretch=1, value=_what(ctx.words)),
                Column("text", self.tr("Details"), width=160, stretch=2, value=_details(ctx.words)),
                Column("by", self.tr("Who"), width=100),
            ]
        )
        self.table.keep_columns(ctx.columns, "incident-timeline", names_nobody)
        self.pane = self.add_list(self.table, self._make_empty)

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "history",
            self.tr("Nothing happened yet"),
            self.tr("Every step is written down here by itself; “Add a note” adds a line of your own."),
        )

    def fill(self, incident: IncidentDetail) -> None:
        self.pane.show_rows(tuple(reversed(incident.events)))
        self.add_button.setEnabled(not incident.closed)

    def add(self) -> None:
        """Add a line of one's own."""
        if self.incident is not None:
            NoteForm(self.ctx, self.incident).open()


def _when(event: Event) -> str:
    return f"{office_time(moment_of(event.at)):%Y-%m-%d %H:%M}"


def _what(words: Words) -> Callable[[Event], str]:
    return lambda event: words(STEP_NAMES[event.step])


def _details(words: Words) -> Callable[[Event], str]:
    return lambda event: event_text(event, words)
