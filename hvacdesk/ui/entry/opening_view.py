"""The first thing that the entry window shows, painted before anything is read."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.entry_view import EntryView


class OpeningView(EntryView):
    """Says that the names are being read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("One moment"), self.tr("Reading the names from the key file"))
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(theme.px(6))
        bar.setAccessibleName(self.tr("Reading the names from the key file"))
        self.body.addWidget(bar)
