"""The question before the office is closed for a restore."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.widgets.dialog import Dialog


class RestoreQuestion(Dialog):
    """The last word before the office is closed; accepted means close it and open the wizard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, width=480)
        self.set_title(self.tr("Close the office and restore a backup?"))
        self.add_text(
            self.tr(
                "The office is closed and the restore begins. It shows the backup first; nothing is changed "
                "before you confirm it there. Half-typed forms are kept if the file still takes them."
            )
        )
        self.set_primary(self.tr("Close the office"))
        self.add_secondary(self.tr("Stay here"))
