"""Pages, and beside them what the person who looks at them has to know first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.ui.printing.pages_view import PagesView
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label


class SaidBeside(QWidget):
    """What is said scrolls in a column of its own: over the pages it took the height that they need.

    Attributes:
        pages: the pages.
        said: the column; hidden while there is nothing to say.
    """

    def __init__(self, pdf: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(14))
        content = QWidget()
        content.setProperty("role", "clear")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, theme.px(4), 0)
        self._column.setSpacing(theme.px(10))
        self._column.addStretch(1)
        name = QCoreApplication.translate("SaidBeside", "About these pages")
        self.said = ScrollColumn(content, name=name, parent=self)
        self.said.hide()
        self.pages = PagesView(pdf)
        row.addWidget(self.said, 1)
        row.addWidget(self.pages, 2)

    def say(self, text: str, role: str = "", *, tone: str = "") -> None:
        """Say something more, under what is said already."""
        self.add(label(text, role, wrap=True, tone=tone))

    def add(self, part: QWidget, *, first: bool = False) -> None:
        """Say something more that is a widget; ``first`` puts it above everything else."""
        self._column.insertWidget(0 if first else self._column.count() - 1, part)
        self.said.show()
