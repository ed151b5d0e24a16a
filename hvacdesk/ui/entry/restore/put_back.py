"""Putting the key file back from a backup, where it is missing or damaged beside a database that is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.ui import background
from hvacdesk.ui.entry.restore.backup_wizard import BackupWizard
from hvacdesk.ui.widgets.busy import Busy

if TYPE_CHECKING:
    from hvacdesk.services.entry.entry import OfficeEntry


class PutBackWizard(BackupWizard):
    """Finds and checks a backup and takes its key file; the database is not touched.

    Signals:
        done(): the key file is there again.
    """

    done = Signal()

    def __init__(self, entry: OfficeEntry, parent: QWidget | None = None) -> None:
        super().__init__(entry, key_file_alone=True, parent=parent)
        self.busy = Busy(self.tr("Putting the key file back"), cancellable=False, disable=self.check)
        self.body.addWidget(self.busy)
        self.check.done.connect(self._put_back)
        self.start()

    def later_steps(self) -> tuple[str, ...]:
        return (self.tr("Login"),)

    def resume(self, other: PutBackWizard) -> None:
        """Go on where a wizard of another language was."""
        if other.step is other.check:
            self.go_check(other.path)

    def _put_back(self) -> None:
        path = self.path

        def work() -> None:
            self.entry.acquire()
            self.restoring.put_back_key_file(path)

        background.ask(self, work).with_busy(self.busy).then(lambda _nothing: self.done.emit()).otherwise(
            self.check.refuse
        )
