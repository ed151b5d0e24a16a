"""The calendar of duties: one list of everything with a day, each line one click from its work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.oversight.duties import DUTY_NAMES, Duty
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.oversight.drill_form import DrillForm
from hvacdesk.ui.oversight.duty_opening import open_duty
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.duties import state_chip


class DutiesView(Section):
    """Whatever the actor's roles show, by day, overdue first."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(self._actions())
        note = self.tr(
            "The calendar file is a copy of this list for a phone or another calendar. It names no customer; "
            "save it again when the list has changed."
        )
        column.addWidget(label(note, "muted", wrap=True))
        card = Card()
        self.table = self._make_table()
        card.body.addWidget(self.table, 1)
        self._empty = EmptyState(
            "calendar-days",
            self.tr("Nothing is due"),
            self.tr("Whatever gets a day of its own stands here: reviews, checks, answers, deadlines."),
        )
        card.body.addWidget(self._empty, 1)
        column.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the duties again."""
        office, actor = self._context.office, self._context.actor
        background.run(self, lambda _progress: office.duties.all(actor), self._show)

    def open(self, **arguments: object) -> None:
        """``drill`` asks how the backup drill went."""
        if arguments.get("drill"):
            self.note_drill()

    def note_drill(self) -> None:
        """Write down a backup drill."""
        if not self.drill_button.isHidden():
            form = DrillForm(self._context)
            form.saved.connect(lambda _record: self.refresh())
            form.open()

    def ask_file(self) -> None:
        """Ask where the calendar shall be saved."""
        name = self.tr("office duties {day}.ics").format(day=self._context.today().isoformat())
        choose_new_file(self, self.tr("Save the calendar"), name, "iCalendar (*.ics)", self.save_to)

    def save_to(self, path: str) -> None:
        """Write the duties into a calendar file."""
        context = self._context

        def work(_progress: object) -> None:
            write_private(Path(path), context.office.duties.calendar(context.actor, context.words))
            context.office.duties.calendar_saved(context.actor)

        background.run(
            self,
            work,
            lambda _nothing: context.notify(self.tr("The calendar was saved. It names no customer.")),
        )

    def _actions(self) -> FlowRow:
        self.drill_button = button(self.tr("Note a backup drill…"), self.note_drill)
        if not self._context.actor.may(Permission.MANAGE_OFFICE):
            self.drill_button.hide()
        self.save_button = button(self.tr("Save as a calendar file"), self.ask_file, icon="download")
        self.open_button = button(self.tr("Open the work"), lambda: self._open(self.table.current()))
        return FlowRow(at_end=(self.drill_button, self.save_button, self.open_button))

    def _make_table(self) -> DataTable:
        context = self._context
        table = DataTable(self.tr("Duties"))
        table.set_columns(
            [
                Column("due", self.tr("By"), width=112),
                Column(
                    "kind",
                    self.tr("What"),
                    width=200,
                    stretch=2,
                    value=lambda duty: context.words(DUTY_NAMES[duty.kind]),
                ),
                Column("about", self.tr("Which"), width=160, stretch=3),
                Column(
                    "state",
                    self.tr("State"),
                    width=120,
                    kind="chip",
                    value=lambda duty: state_chip(duty, context.today()),
                    sort=lambda duty: duty.due,
                ),
            ]
        )
        table.keep_columns(context.columns, "duties")
        table.offer(lambda: (self.open_button,))
        table.activated_row.connect(self._open)
        table.current_changed.connect(lambda row: self.open_button.setEnabled(isinstance(row, Duty)))
        return table

    def _show(self, duties: tuple[Duty, ...]) -> None:
        chosen = self.table.current()
        self.table.set_rows(duties, keep=lambda duty: duty == chosen)
        self.table.setVisible(bool(duties))
        self._empty.setVisible(not duties)
        self.save_button.setEnabled(bool(duties))
        if self.table.current() is None:
            self.table.select_first()
        self.open_button.setEnabled(isinstance(self.table.current(), Duty))

    def _open(self, row: object) -> None:
        if isinstance(row, Duty):
            open_duty(self._context, row)
