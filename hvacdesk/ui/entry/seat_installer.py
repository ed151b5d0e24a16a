"""At a seat of an older version: the installer that the office PC keeps, checked here before it is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.seats.seat_entry import SeatEntry
from hvacdesk.ui import background
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.file_choice import choose_folder
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class SeatInstallerDialog(WorkDialog):
    """Saves the installer where its user wants it; it runs nothing.

    Args:
        version: the office PC's.
    """

    def __init__(self, entry: SeatEntry, version: str, parent: QWidget) -> None:
        super().__init__("", parent, width=520)
        self.set_title(self.tr("Installer of version {version}").format(version=version))
        self._entry, self._version = entry, version
        self.add_text(
            self.tr(
                "The office PC hands its installer over, if it keeps one for this kind of computer. Before "
                "it is saved, this PC checks the publisher's signature and every byte of it."
            )
        )
        self.set_primary(self.tr("Save the installer…"), self.ask_folder)
        self.add_secondary(self.tr("Close"))

    def ask_folder(self) -> None:
        """Let the person choose where the installer is put."""
        choose_folder(self, self.tr("Where to save the installer"), self.save_to)

    def save_to(self, folder: str) -> None:
        """Get the installer and save it into a folder."""
        entry, version = self._entry, self._version

        def work(progress: background.Progress) -> Path:
            return entry.get_installer(version, Path(folder), progress)

        self.ask_with_progress(self.tr("Getting the installer"), work).then(self._saved).otherwise(
            self._failed
        )

    def _saved(self, installer: Path) -> None:
        self.turn_to(self.tr("The installer is here"), self.tr("Close"))
        self.add_text(self.tr("Saved and checked: {path}").format(path=installer))
        self.add_text(self.tr("Close hvacdesk, open the installer, then start hvacdesk again."), "muted")

    def _failed(self, error: UserFacingError) -> None:
        self.turn_to(self.tr("The installer was not saved"), self.tr("Close"))
        self.body.addWidget(Failure(error))
