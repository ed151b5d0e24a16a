"""The calendar of duties, each line one click from its work; and the form of a backup drill."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.backups.drills import (
    DRILL_OUTCOME_NAMES,
    DRILL_STEPS,
    DRILL_WAY_NAMES,
    Drill,
    DrillOutcome,
    DrillWay,
)
from hvacdesk.domain.oversight.duties import DUTY_NAMES, Duty
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.oversight.duty_opening import open_duty
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.duties import state_chip


class DutiesView(RegisterView):
    """Whatever the actor's roles show, by day, overdue first."""

    rooms = frozenset(Room)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.drill_button = self.act(button(self.tr("Note a backup drill…"), self.note_drill))
        if not context.actor.may(Permission.MANAGE_OFFICE):
            self.drill_button.hide()
        self.save_button = self.act(
            button(self.tr("Save as a calendar file"), self.ask_file, icon="download"), any_record
        )
        self.open_button = self.act(
            button(self.tr("Open the work"), lambda: self._open(self.table.current())), any_record
        )
        self.add_note(
            self.tr(
                "The calendar file is a copy of this list for a phone or another calendar. It names no "
                "customer; save it again when the list has changed."
            )
        )

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "calendar-days",
            self.tr("Nothing is due"),
            self.tr("Whatever gets a day of its own stands here: reviews, checks, answers, deadlines."),
        )

    def reading(self) -> Callable[[], tuple[Duty, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.duties.all(actor)

    def open(self, **arguments: object) -> None:
        """``drill`` asks how the backup drill went."""
        if arguments.get("drill"):
            self.note_drill()

    def note_drill(self) -> None:
        """Write down a backup drill."""
        if not self.drill_button.isHidden():
            self.open_form(DrillForm(self.context))

    def ask_file(self) -> None:
        """Ask where the calendar shall be saved."""
        name = self.tr("office duties {day}.ics").format(day=self.context.today().isoformat())
        choose_new_file(self, self.tr("Save the calendar"), name, "iCalendar (*.ics)", self.save_to)

    def save_to(self, path: str) -> None:
        """Write the duties into a calendar file."""
        context = self.context

        def work() -> None:
            write_private(Path(path), context.office.duties.calendar(context.actor, context.words))
            context.office.duties.calendar_saved(context.actor)

        background.ask(self, work).then(
            lambda _nothing: context.notify(self.tr("The calendar was saved. It names no customer."))
        )

    def make_table(self) -> DataTable:
        context = self.context
        columns = [
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
        table = self.new_table(self.tr("Duties"), columns, kept_as="duties", names=names_nobody)
        table.offer(lambda: (self.open_button,))
        table.activated_row.connect(self._open)
        return table

    def _open(self, row: object) -> None:
        if isinstance(row, Duty):
            open_duty(self.context, row)


class DrillForm(FormDialog):
    """Which backup was restored where, and whether everything was there."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx, "", width=480)
        self.set_title(self.tr("Note a backup drill"))
        self.form.column.addWidget(label(ctx.words(DRILL_STEPS), "muted", wrap=True))
        today = ctx.today()
        self.day = self.form.add(
            "on", self.tr("Day of the drill"), DateField(today, past=True), required=True
        )
        self.day.set_iso(today.isoformat())
        self.backup_of = self.form.add(
            "backup_of",
            self.tr("Day of the backup that was restored"),
            DateField(today, past=True),
            required=True,
        )
        self.way = self.form.add(
            "way", self.tr("Where it was restored"), code_choice(ctx.words, DRILL_WAY_NAMES)
        )
        self.outcome = self.form.add(
            "outcome", self.tr("How it went"), code_choice(ctx.words, DRILL_OUTCOME_NAMES)
        )
        self.form.column.addStretch(1)
        self.watch()
        self.keep_draft("drill", "new", "safeguards", section="duties", drill="yes")
        self.fit(520, 480)

    def collect(self) -> Callable[[], object]:
        drill = Drill(
            on=self.day.iso("on"),
            backup_of=self.backup_of.iso("backup_of"),
            way=DrillWay(self.way.currentData()),
            outcome=DrillOutcome(self.outcome.currentData()),
        )
        office, actor = self.ctx.office, self.ctx.actor
        return lambda: office.drills.note(actor, drill)
