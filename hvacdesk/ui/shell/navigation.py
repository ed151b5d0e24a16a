"""The dark navigation at the left: pages at the top, who is logged in and the three covers at the foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.roles import ROLE_NAMES, Actor, Role
from hvacdesk.ui.icons import icon, icon_size
from hvacdesk.ui.language import words
from hvacdesk.ui.page_entry import PageEntry, page_key
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import label

WIDTH, NARROW_WIDTH = 208, 74
ROOM_FOR_NAMES = 960
"""Below this width of the window, in design pixels, the pages need the room, and pictures have to do."""


class Navigation(QFrame):
    """Signals say what was wanted; the main window does it.

    Signals:
        chosen(name): a page.
        lock_wanted(), curtain_wanted(), switch_wanted(), report_wanted(), help_wanted(), search_wanted().
    """

    chosen = Signal(str)
    lock_wanted = Signal()
    curtain_wanted = Signal()
    switch_wanted = Signal()
    report_wanted = Signal()
    help_wanted = Signal()
    search_wanted = Signal()

    def __init__(
        self,
        pages: tuple[PageEntry, ...],
        office_name: str,
        actor: Actor,
        at: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``at``: said below the office's name where the office is on another PC."""
        super().__init__(parent)
        self.setProperty("role", "nav")
        self.setFixedWidth(theme.px(WIDTH))
        self._names: list[QLabel] = []
        self._titles: dict[QPushButton, tuple[str, str]] = {}
        self.setAccessibleName(self.tr("Navigation"))
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.px(3))
        self._add_inset(column, label("hvacdesk", "product"))
        self._add_inset(column, label(office_name, "nav-muted", wrap=True))
        if at:
            self._add_inset(column, label(at, "nav-muted"))
        column.addSpacing(theme.px(4))
        self._add_small(self.tr("Find anything"), "Ctrl+K", "search", self.search_wanted)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        column.addWidget(self._page_list(pages), 1)
        roles = "・".join(words(ROLE_NAMES[role]) for role in Role if role in actor.roles)
        self._add_inset(column, label(actor.name, "nav-text", wrap=True))
        self._add_inset(column, label(roles, "nav-muted", wrap=True))
        column.addSpacing(theme.px(4))
        for text, keys, picture, signal in (
            (self.tr("Help"), "F1", "circle-question-mark", self.help_wanted),
            (self.tr("Report a leak"), "F8", "triangle-alert", self.report_wanted),
            (self.tr("Curtain"), "F9", "blinds", self.curtain_wanted),
            (self.tr("Lock"), "Ctrl+L", "lock", self.lock_wanted),
            (self.tr("Switch user"), "Ctrl+Shift+L", "log-out", self.switch_wanted),
        ):
            self._add_small(text, keys, picture, signal)
        self.fit(theme.px(ROOM_FOR_NAMES))

    def fit(self, window_width: int) -> None:
        """Show pictures alone where the window has no room for names; the names are in the tooltips then."""
        narrow = window_width < theme.px(ROOM_FOR_NAMES)
        self.setFixedWidth(theme.px(NARROW_WIDTH if narrow else WIDTH))
        edge, top, foot = (6, 10, 8) if narrow else (12, 16, 12)
        self._column.setContentsMargins(theme.px(edge), theme.px(top), theme.px(edge), theme.px(foot))
        self.setToolTip("  ".join(name.text() for name in self._names[1:]) if narrow else "")
        for name in self._names:
            name.setVisible(not narrow)
        for made, (title, keys) in self._titles.items():
            made.setText("" if narrow else title)
            made.setToolTip(f"{title}  {keys}" if narrow else keys)

    def mark(self, name: str) -> None:
        """Show which page is in front."""
        self._buttons[name].setChecked(True)
        self._scroll.ensureWidgetVisible(self._buttons[name])

    def _page_list(self, pages: tuple[PageEntry, ...]) -> QScrollArea:
        """The pages' buttons; they scroll where large text does not leave room for all of them."""
        listed = QWidget()
        listed.setProperty("role", "clear")
        listed.setAccessibleName(self.tr("Pages"))
        speak_as(listed, QAccessible.Role.PageTabList)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        for number, page in enumerate(pages, 1):
            column.addWidget(self._page_button(page, number))
        column.addStretch(1)
        self._scroll = ScrollColumn()
        self._scroll.setMinimumHeight(theme.px(120))
        self._scroll.setWidget(listed)
        return self._scroll

    def _add_inset(self, column: QVBoxLayout, text: QLabel) -> None:
        self._names.append(text)
        text.setContentsMargins(theme.px(8), 0, 0, 0)
        column.addWidget(text)

    def _add_small(self, text: str, keys: str, picture: str, wanted: SignalInstance) -> None:
        made = button(text, wanted.emit, kind="nav-small", icon=picture, tip=keys, name=text)
        made.setIcon(icon(picture, "nav_muted"))
        self._titles[made] = text, keys
        self._column.addWidget(made)

    def _page_button(self, page: PageEntry, number: int) -> QPushButton:
        title = words(page.title)
        made = QPushButton(icon(page.icon, "nav_text"), title)
        made.setProperty("kind", "nav")
        made.setCheckable(True)
        speak_as(made, QAccessible.Role.PageTab)
        made.setIconSize(self._icon_size())
        made.setAccessibleName(title)
        self._titles[made] = title, page_key(number)
        made.setToolTip(page_key(number))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda _checked: self.chosen.emit(page.name))
        self._group.addButton(made)
        self._buttons[page.name] = made
        return made

    @staticmethod
    def _icon_size() -> QSize:
        return icon_size(theme.px(18), beside_text=True)
