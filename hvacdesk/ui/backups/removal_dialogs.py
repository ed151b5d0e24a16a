"""Letting go of a backup folder."""

from __future__ import annotations

from hvacdesk.domain.backups import BackupPlace
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class ForgetPlaceDialog(WorkDialog):
    """The folder is no longer used; nothing in it is deleted."""

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
        self.set_primary(self.tr("Stop using the folder"), self.forget)
        self.add_secondary(self.tr("Cancel"))

    def forget(self) -> None:
        """Take it off the list."""
        context, place = self._context, self._place
        self.start(
            self.tr("Saving"),
            lambda _progress: context.office.backups.remove_place(context.actor, place),
            lambda _nothing: self.accept(),
        )
