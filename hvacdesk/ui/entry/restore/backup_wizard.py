"""The two steps with which everything begins that is done with a backup: find it, check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.ui.entry.restore.check_step import CheckStep
from hvacdesk.ui.entry.restore.examiner import Examiner
from hvacdesk.ui.entry.restore.find_step import FindStep
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.step_bar import StepBar

if TYPE_CHECKING:
    from hvacdesk.services.entry.entry import OfficeEntry

FIND, CHECK = range(2)


class BackupWizard(EntryView):
    """Leads through the first two steps; what follows a checked backup is the derived wizard's matter.

    Args:
        key_file_alone: see :class:`CheckStep`.

    Attributes:
        step: the step that is shown.
        path: the backup that was chosen.

    Signals:
        left(): back to where one came from; nothing was changed.
    """

    left = Signal()
    steady = True
    widest = 680

    def __init__(
        self, entry: OfficeEntry, *, key_file_alone: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        self.restoring = entry.restoring()
        self.path = ""
        self._title.hide()
        self.bar = StepBar([self.tr("Backup"), self.tr("Check"), *self.later_steps()])
        self.body.addWidget(self.bar)
        self._steps = QVBoxLayout()
        self.body.addLayout(self._steps)
        examiner = Examiner(self.restoring, self)
        self.finding = FindStep(self.restoring, examiner)
        self.check = CheckStep(examiner, key_file_alone=key_file_alone)
        self.step: EntryView = self.finding
        for step in (self.finding, self.check):
            self.place(step)
        self.finding.chosen.connect(self.go_check)
        self.finding.back.connect(self.left)
        self.check.back.connect(self.go_find)
        self.check.another_wanted.connect(self.go_find)

    def later_steps(self) -> tuple[str, ...]:
        """Names of the steps that follow."""
        return ()

    def start(self, path: str = "") -> None:
        """Begin with a known backup, or look for one."""
        if path:
            self.go_check(path)
        else:
            self.go_find()

    def go_find(self) -> None:
        """Look for backups, once more if that was done already."""
        self.show_step(self.finding, FIND)
        self.finding.search()

    def go_check(self, path: str) -> None:
        """Check the backup that was chosen."""
        self.path = path
        self.show_step(self.check, CHECK)
        self.check.show_backup(path)

    def place(self, step: EntryView) -> None:
        """Add a step, hidden."""
        step.hide()
        self._steps.addWidget(step)

    def show_step(self, step: EntryView, number: int) -> None:
        """Show this step in place of the one before."""
        self.step.hide()
        self.step = step
        self.bar.set_current(number)
        step.show()
        self.setFocusProxy(step)
        step.setFocus()
