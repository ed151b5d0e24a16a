"""The dark navigation at the left: pages at the top, who is logged in and the three covers at the foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.roles import ROLE_NAMES, Actor, Role
from hvacdesk.ui.icons import icon, icon_size
from hvacdesk.ui.language import words
from hvacdesk.ui.page_registry import PageEntry
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.text import label

WIDTH = 208


class Navigation(QFrame):
    """Signals say what was wanted; the main window does it.

    Signals:
        chosen(name): a page.
        lock_wanted(), curtain_wanted(), switch_wanted().
    """

    chosen = Signal(str)
    lock_wanted = Signal()
    curtain_wanted = Signal()
    switch_wanted = Signal()

    def __init__(
        self, pages: tuple[PageEntry, ...], office_name: str, actor: Actor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "nav")
        self.setFixedWidth(theme.px(WIDTH))
        self.setAccessibleName(self.tr("Navigation"))
        column = QVBoxLayout(self)
        edge = theme.px(12)
        column.setContentsMargins(edge, theme.px(16), edge, theme.px(12))
        column.setSpacing(theme.px(3))
        self._add_inset(column, label("hvacdesk", "product"))
        self._add_inset(column, label(office_name, "nav-muted", wrap=True))
        column.addSpacing(theme.px(10))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        column.addWidget(self._page_list(pages), 1)
        roles = "・".join(words(ROLE_NAMES[role]) for role in Role if role in actor.roles)
        self._add_inset(column, label(actor.name, "nav-text", wrap=True))
        self._add_inset(column, label(roles, "nav-muted", wrap=True))
        column.addSpacing(theme.px(4))
        for text, keys, picture, signal in (
            (self.tr("Curtain"), "F9", "blinds", self.curtain_wanted),
            (self.tr("Lock"), "Ctrl+L", "lock", self.lock_wanted),
            (self.tr("Switch user"), "Ctrl+Shift+L", "log-out", self.switch_wanted),
        ):
            made = button(text, signal.emit, kind="nav-small", icon=picture, tip=keys)
            made.setIcon(icon(picture, "nav_muted"))
            column.addWidget(made)

    def mark(self, name: str) -> None:
        """Show which page is in front."""
        self._buttons[name].setChecked(True)
        self._scroll.ensureWidgetVisible(self._buttons[name])

    def _page_list(self, pages: tuple[PageEntry, ...]) -> QScrollArea:
        """The pages' buttons; they scroll where large text does not leave room for all of them."""
        listed = QWidget()
        listed.setProperty("role", "clear")
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        for number, page in enumerate(pages, 1):
            column.addWidget(self._page_button(page, number))
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setMinimumHeight(theme.px(120))
        self._scroll.setWidget(listed)
        return self._scroll

    @staticmethod
    def _add_inset(column: QVBoxLayout, text: QWidget) -> None:
        text.setContentsMargins(theme.px(8), 0, 0, 0)
        column.addWidget(text)

    def _page_button(self, page: PageEntry, number: int) -> QPushButton:
        title = words(page.title)
        made = QPushButton(icon(page.icon, "nav_text"), title)
        made.setProperty("kind", "nav")
        made.setCheckable(True)
        made.setIconSize(self._icon_size())
        made.setAccessibleName(title)
        made.setToolTip(f"Ctrl+{number}")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda _checked: self.chosen.emit(page.name))
        self._group.addButton(made)
        self._buttons[page.name] = made
        return made

    @staticmethod
    def _icon_size() -> QSize:
        return icon_size(theme.px(18), beside_text=True)
