"""Today's page on backups and keys: calm while all is well, and one click from the work when not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.backups.backups import BackupOverview, PlaceState
from hvacdesk.domain.entry.keys import KeyStanding
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.backups.tasks import Task, tasks
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.backup_places import verified_text

Standing = tuple[BackupOverview, KeyStanding | None]


class BackupCard(Card):
    """Those who manage the office see what is to be done; the others only whether somebody should be told.

    Attributes:
        shown_tasks: what is listed now.

    Signals:
        appeared(): the card has something to say, or no longer.
    """

    appeared = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._context = context
        self._manages = context.actor.may(Permission.MANAGE_OFFICE)
        self.shown_tasks: tuple[Task, ...] = ()
        self._reader = background.Reader(self)
        self.heading.setText(self.tr("Backups"))
        self.setAccessibleName(self.tr("Backups"))
        self.chip = Chip("")
        self.head.addWidget(self.chip)
        self.state = label("", "muted", wrap=True)
        self.body.addWidget(self.state)
        self.tell = label(self.tr("Please tell the person responsible that a backup is due."), wrap=True)
        self.tell.hide()
        self.body.addWidget(self.tell)
        self.rows = TaskList(self.tr("Backups"))
        self.body.addWidget(self.rows)
        self.hide()

    def refresh(self) -> None:
        """Look at the folders and the keys again."""
        self._reader.read(self._look).then(self._show).otherwise(self._failed)

    def _look(self) -> Standing:
        office, actor = self._context.office, self._context.actor
        return office.backups.overview(actor), office.keys.standing(actor) if self._manages else None

    def _show(self, found: Standing) -> None:
        overview, standing = found
        today = self._context.today()
        self.state.setText(verified_text(overview.verified_at, today))
        if standing is None:
            self._show_to_others(overview)
            return
        self.shown_tasks = tasks(overview, standing, self._context.words, today)
        self.rows.set_lines([self._line(task) for task in self.shown_tasks])
        if self.shown_tasks and _is_to_come(overview):
            self.chip.set(self.tr("Not set up yet"), Tone.NEUTRAL)
        elif self.shown_tasks:
            self.chip.set(self.tr("To do"), Tone.WARN)
        else:
            self.chip.set(self.tr("Up to date"), Tone.GOOD)
        self._appear(shown=True)

    def _show_to_others(self, overview: BackupOverview) -> None:
        self._appear(shown=overview.late)
        self.chip.set(self.tr("Overdue"), Tone.WARN)
        self.tell.show()

    def _failed(self, error: UserFacingError) -> None:
        """What cannot be read is said in one sentence; the page's work goes on."""
        self.rows.set_lines(())
        self.state.setText(error.in_short(self._context.words))
        self.chip.set("")
        self._appear(shown=True)

    def _appear(self, *, shown: bool) -> None:
        self.setVisible(shown)
        self.appeared.emit()

    def _line(self, task: Task) -> TaskLine:
        return TaskLine(task.text, lambda: self._context.navigate("settings", tab=task.tab), note=task.note)


def _is_to_come(overview: BackupOverview) -> bool:
    """Whether the office is new and its first backup is still to be set up; nothing went wrong yet."""
    never = all(place.state is PlaceState.NEVER for place in overview.places)
    return never and not overview.late and not overview.verified_at
