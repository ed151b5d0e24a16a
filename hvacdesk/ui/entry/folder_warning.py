"""What speaks against the folder that an office is about to be put into, and the tick that overrules it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from hvacdesk.domain.backups.folder_kinds import OFFICE_WARNINGS, FolderStanding
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.warning_box import WarningBox


class FolderWarning(WarningBox):
    """The warning.

    Attributes:
        accepted: whether the office shall be put there all the same.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.accepted = QCheckBox(self.tr("Put the office there all the same"))
        self.accepted.setAccessibleDescription(text)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self.accepted)


def folder_warning(standing: FolderStanding) -> FolderWarning | None:
    """The warning for a folder, or None where nothing speaks against it."""
    text = OFFICE_WARNINGS.get(standing.kind)
    return None if text is None else FolderWarning(words(text).format(name=standing.name))
