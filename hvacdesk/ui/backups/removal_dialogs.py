"""Removing a backup folder, or a former office that a restore set aside."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from hvacdesk.domain.backups.backups import BackupPlace, PlaceState
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class ForgetPlaceDialog(WorkDialog):
    """The folder is no longer used; what is in it is deleted only where that is ticked."""

    def __init__(self, context: DeskContext, place: BackupPlace) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Stop backing up to this folder?"))
        self._context = context
        self._place = place
        self.add_text(place.folder, "strong")
        self.add_text(
            self.tr(
                "The backups in it stay there, encrypted, and are no longer looked after. After a disposal "
                "they may still hold what was destroyed: delete them then, or destroy the disk."
            )
        )
        self.with_backups = QCheckBox(self.tr("Delete the backups in it as well"))
        self.with_backups.setEnabled(place.state is not PlaceState.ABSENT)
        self.body.addWidget(self.with_backups)
        self.set_primary(self.tr("Stop using the folder"), self.forget)
        self.add_secondary(self.tr("Cancel"))

    def forget(self) -> None:
        """Take it off the list."""
        context, place, with_backups = self._context, self._place, self.with_backups.isChecked()
        self.ask(
            self.tr("Saving"),
            lambda: context.office.backups.remove_place(
                context.actor, place.place, with_backups=with_backups
            ),
        ).then(lambda _nothing: self.accept())


class RemoveSetAsideDialog(WorkDialog):
    """The files of the office that was there before a restore."""

    def __init__(self, context: DeskContext, folder: str) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Remove what was set aside?"))
        self._context = context
        self._folder = folder
        self.add_text(folder, "strong")
        self.add_text(
            self.tr(
                "It holds an earlier state of the office, with what may not be in the present one. "
                "Remove it once you have seen that nothing is missing. It cannot be brought back."
            )
        )
        self.set_primary(self.tr("Remove"), self.remove)
        self.add_secondary(self.tr("Keep it"))

    def remove(self) -> None:
        """Delete the folder."""
        context, folder = self._context, self._folder
        self.ask(
            self.tr("Removing"), lambda: context.office.backups.remove_set_aside(context.actor, folder)
        ).then(lambda _nothing: self._removed())

    def _removed(self) -> None:
        self.accept()
        self._context.notify(self.tr("What was set aside was removed."))
