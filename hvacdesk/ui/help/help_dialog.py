"""The help's window: contents and search at the left, the page at the right. It stays beside the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.office.help_pages import find_pages
from hvacdesk.domain.text.rule_markup import Block
from hvacdesk.services.office.help_pages import help_pages, help_picture
from hvacdesk.ui.help.contents import Contents
from hvacdesk.ui.help.guide import WallGuide
from hvacdesk.ui.help.keys import keys_text
from hvacdesk.ui.help.picture import HelpPicture
from hvacdesk.ui.language import language
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.text_view import TextView

WIDTH, HEIGHT = 940, 680
LEAST = 560
SIDE = 250


@dataclass(frozen=True)
class HelpSources:
    """What the help is given by the window that it is shown over.

    Attributes:
        draw_guide: makes the guide for the wall, on a worker thread.
        show_keys: opens the overview of all keys; None before the login, where there are few.
    """

    draw_guide: Callable[[], bytes]
    show_keys: Callable[[], object] | None = None


class HelpDialog(Dialog):
    """One page at a time; what is typed into its search is worth no draft.

    Attributes:
        search: the field whose words the contents are narrowed to.
        contents: the pages to choose from.
        text: the page that is open.
        name: of that page.
    """

    def __init__(self, sources: HelpSources, parent: QWidget) -> None:
        super().__init__("", parent, width=LEAST)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_title(self.tr("Help"))
        self._sources = sources
        self._pages = help_pages(language.code)
        self._before: list[str] = []
        self.name = ""
        self.contents = Contents(self._pages)
        self.search = SearchBox(self.tr("Search the help"), self.contents.setFocus)
        self.text = TextView(self.tr("Help"), picture=_picture)
        self.guide = WallGuide(sources.draw_guide)
        self._lay_out()
        self.search.searched.connect(self._find)
        self.search.returnPressed.connect(self._open_first)
        self.contents.chosen.connect(self.show_page)
        self.contents.confirmed.connect(self.text.setFocus)
        for keys, slot in (
            ("Ctrl+F", self._to_search),
            ("Alt+Left", self.go_back),
            ("F1", lambda: self.show_page("help")),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        language.changed.connect(self.close)
        theme.changed.connect(self.close)
        self.fit(WIDTH, HEIGHT)

    def show_page(self, name: str) -> None:
        """Open a page; the one before is a step back from here."""
        if name == self.name:
            return
        if self.name:
            self._before.append(self.name)
        self._show(name)

    def go_back(self) -> None:
        """The page that was open before."""
        if self._before:
            self._show(self._before.pop())

    # Building

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(theme.px(8))
        side.addWidget(self.search)
        side.addWidget(self.contents, 1)
        side.addWidget(self.guide)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        self.title = label("", "heading", wrap=True)
        self.back = button(self.tr("Back"), self.go_back, kind="link", icon="arrow-left", tip="Alt+←")
        head.addWidget(self.title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        page = QVBoxLayout()
        page.setSpacing(theme.px(8))
        page.addLayout(head)
        page.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(18))
        row.addLayout(side, SIDE)
        row.addLayout(page, WIDTH - SIDE)
        self.body.addLayout(row, 1)
        self.set_primary(self.tr("Close"))
        if self._sources.show_keys is not None:
            keys = self.add_secondary(self.tr("All keys"), self._sources.show_keys)
            keys.setToolTip("Ctrl+/")

    # Showing

    def _show(self, name: str) -> None:
        page = self._pages[name]
        self.name = name
        self.title.setText(page.title)
        self.text.setAccessibleName(page.title)
        self.text.show_text("\n".join(filter(None, (page.body, keys_text(name)))))
        self.back.setEnabled(bool(self._before))
        self.contents.mark(name)

    def _find(self, typed: str) -> None:
        if typed.strip():
            self.contents.show_hits(find_pages(self._pages.values(), typed))
        else:
            self.contents.show_chapters()
        self.contents.mark(self.name)

    def _open_first(self) -> None:
        first = self.contents.first()
        if first:
            self.show_page(first)
            self.text.setFocus()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()


def _picture(block: Block) -> QWidget:
    return HelpPicture(help_picture(language.code, block.mark), block.text)
