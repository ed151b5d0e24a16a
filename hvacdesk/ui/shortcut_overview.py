"""F1: the keys that work everywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from hvacdesk.ui.language import words
from hvacdesk.ui.page_registry import PageEntry
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.text import label


class ShortcutOverview(Dialog):
    """A table of keys and what they do."""

    def __init__(self, pages: tuple[PageEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=420)
        self.set_title(self.tr("Keys"))
        lines = [
            ("F9", self.tr("Draw or lift the curtain")),
            ("Ctrl+L", self.tr("Lock the screen")),
            ("Ctrl+Shift+L", self.tr("Switch user")),
            ("Ctrl+F", self.tr("Find a customer")),
            ("F2", self.tr("Note a call")),
            ("F3", self.tr("What waits for you")),
            ("F5", self.tr("Read the page again")),
            ("F1", self.tr("Show these keys")),
        ]
        lines += [(f"Ctrl+{number}", words(page.title)) for number, page in enumerate(pages, 1)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for row, (keys, text) in enumerate(lines):
            grid.addWidget(label(keys, "strong"), row, 0)
            grid.addWidget(label(text, wrap=True), row, 1)
        self.body.addLayout(grid)
        self.set_primary(self.tr("Close"))
