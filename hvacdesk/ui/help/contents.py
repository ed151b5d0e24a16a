"""The help's contents: its chapters and pages, or what a search found."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hvacdesk.domain.office.help_pages import HelpHit, HelpPage
from hvacdesk.services.office.help_pages import CHAPTERS
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme

_NAME = Qt.ItemDataRole.UserRole


class Contents(QListWidget):
    """One line a page; a page is shown as soon as its line is chosen.

    Signals:
        chosen(name): of a page.
        confirmed(): Enter on a line: on to the text.
    """

    chosen = Signal(str)
    confirmed = Signal()

    def __init__(self, pages: dict[str, HelpPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Contents"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = pages
        self.show_chapters()
        self.currentItemChanged.connect(self._on_current)
        self.itemActivated.connect(lambda _item: self.confirmed.emit())

    def show_chapters(self) -> None:
        """Every page under the title of its chapter."""
        self._begin()
        for chapter in CHAPTERS:
            head = QListWidgetItem(words(chapter.title))
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            font = self.font()
            font.setPixelSize(theme.px(12))
            head.setFont(font)
            head.setForeground(QColor(theme.colours.muted))
            self.addItem(head)
            for name in chapter.pages:
                self._add(name, self._pages[name].title)
        self.blockSignals(False)

    def show_hits(self, hits: tuple[HelpHit, ...]) -> None:
        """What was found, each with the place where it was."""
        self._begin()
        for hit in hits:
            self._add(hit.page.name, "\n".join(filter(None, (hit.page.title, hit.excerpt))))
        if not hits:
            nothing = QListWidgetItem(self.tr("No page speaks of that."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(nothing)
        self.blockSignals(False)

    def mark(self, name: str) -> None:
        """Show which page is open, without opening it again."""
        rows = (row for row in range(self.count()) if self.item(row).data(_NAME) == name)
        row = next(rows, -1)
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)
        if row >= 0:
            self.scrollToItem(self.item(row))

    def first(self) -> str:
        """The name of the first page listed; empty where there is none."""
        return next((name for item in self._items() if (name := item.data(_NAME))), "")

    def _begin(self) -> None:
        self.blockSignals(True)
        self.clear()

    def _add(self, name: str, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_NAME, name)
        self.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME):
            self.chosen.emit(item.data(_NAME))

    # Qt's overrides

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(320))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
            return
        super().keyPressEvent(event)
