"""The dark navigation at the left: pages at the top, who is logged in and the three covers at the foot."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hvacdesk.domain.roles import Actor, role_words
from hvacdesk.ui.icons import icon, icon_size
from hvacdesk.ui.language import words
from hvacdesk.ui.page_entry import PageEntry, page_key
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import label, restyle

ROOM_FOR_NAMES = 960
"""Below this width of the window, in design pixels, the pages need the room, and pictures have to do."""
_PAGE_ROW, _SMALL_ROW = 43, 33
"""Design pixels that one entry of each kind takes, with the gap to the next."""


class Fit(StrEnum):
    """How the entries are shown; the stylesheet knows the values.

    Where a window is so low that most pictures would have to be scrolled to, as one on a small screen at
    twice the size is, they are shown in pairs and all can be seen.
    """

    NAMES = "names"
    PICTURES = "pictures"
    PAIRS = "pairs"


_WIDTHS = {Fit.NAMES: 208, Fit.PICTURES: 74, Fit.PAIRS: 75}
_MARGINS = {Fit.NAMES: (12, 16, 12), Fit.PICTURES: (6, 10, 8), Fit.PAIRS: (2, 6, 6)}
"""At the sides, at the top, at the foot."""


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
        self._fit: Fit | None = None
        self._names: list[QLabel] = []
        self._titles: dict[QPushButton, tuple[str, str]] = {}
        self._by_keys = False
        self.setAccessibleName(self.tr("Navigation"))
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.px(3))
        self._add_inset(column, label("hvacdesk", "product"))
        self._add_inset(column, label(office_name, "nav-muted", wrap=True))
        if at:
            self._add_inset(column, label(at, "nav-muted"))
        column.addSpacing(theme.px(4))
        column.addWidget(self._small(self.tr("Find anything"), "Ctrl+K", "search", self.search_wanted))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._page_grid, self._foot_grid = QGridLayout(), QGridLayout()
        column.addWidget(self._page_list(pages), 1)
        roles = role_words(actor.roles, words)
        self._add_inset(column, label(actor.name, "nav-text", wrap=True))
        self._add_inset(column, label(roles, "nav-muted", wrap=True))
        column.addSpacing(theme.px(4))
        self._foot = [
            self._small(*entry)
            for entry in (
                (self.tr("Help"), "F1", "circle-question-mark", self.help_wanted),
                (self.tr("Report a leak"), "F8", "triangle-alert", self.report_wanted),
                (self.tr("Curtain"), "F9", "blinds", self.curtain_wanted),
                (self.tr("Lock"), "Ctrl+L", "lock", self.lock_wanted),
                (self.tr("Switch user"), "Ctrl+Shift+L", "log-out", self.switch_wanted),
            )
        ]
        self._short = {self._foot[-1]: self.tr("User")}
        column.addLayout(self._foot_grid)
        self.fit(QSize(theme.px(ROOM_FOR_NAMES), 0))

    def fit(self, window: QSize) -> None:
        """Show pictures alone where the window has no room for names; the names are in the tooltips then."""
        fit = Fit.NAMES
        if window.width() < theme.px(ROOM_FOR_NAMES):
            fit = Fit.PICTURES if window.height() >= self._height_of_pictures() else Fit.PAIRS
        if fit is self._fit:
            return
        self._fit = fit
        self._show(fit)

    def show_keys(self, *, only: bool) -> None:
        """Name the keys at the foot while a dialog lies over this window: only they are heard then.

        The system lets nothing be pressed below such a dialog, and tells nobody of the press.
        """
        if only is not self._by_keys and self._fit is not None:
            self._by_keys = only
            self._show(self._fit)

    def _text_of(self, made: QPushButton) -> str:
        title, keys = self._titles[made]
        if not self._by_keys or made not in self._foot:
            return title
        return self.tr("{keys}  {title}").format(keys=keys, title=self._short.get(made, title))

    def _show(self, fit: Fit) -> None:
        named = fit is Fit.NAMES
        self.setFixedWidth(theme.px(_WIDTHS[fit]))
        edge, top, foot = (theme.px(one) for one in _MARGINS[fit])
        self._column.setContentsMargins(edge, top, edge, foot)
        self.setToolTip("" if named else "  ".join(name.text() for name in self._names[1:]))
        for name in self._names:
            name.setVisible(named)
        for made, (title, keys) in self._titles.items():
            made.setText(self._text_of(made) if named else "")
            made.setToolTip(keys if named else f"{title}  {keys}")
            made.setIconSize(icon_size(made.iconSize().height(), beside_text=named))
            made.setProperty("fit", fit.value)
            restyle(made)
        _arrange(self._page_grid, self._buttons.values(), 2 if fit is Fit.PAIRS else 1)
        _arrange(self._foot_grid, self._foot, 2 if fit is Fit.PAIRS else 1)

    def _height_of_pictures(self) -> int:
        """So high a window has to be for one column of all pictures."""
        small = 1 + len(self._foot)
        edges = sum(_MARGINS[Fit.PICTURES][1:])
        return theme.px(edges + len(self._buttons) * _PAGE_ROW + small * _SMALL_ROW)

    def mark(self, name: str) -> None:
        """Show which page is in front."""
        self._buttons[name].setChecked(True)
        self._show_marked()

    def _show_marked(self) -> None:
        """Scroll to the page in front, where the list has to scroll at all."""
        marked = self._group.checkedButton()
        if marked is not None:
            self._scroll.ensureWidgetVisible(marked)

    def _page_list(self, pages: tuple[PageEntry, ...]) -> QScrollArea:
        """The pages' buttons; they scroll where large text does not leave room for all of them."""
        listed = QWidget()
        listed.setProperty("role", "clear")
        listed.setAccessibleName(self.tr("Pages"))
        speak_as(listed, QAccessible.Role.PageTabList)
        listed.setLayout(self._page_grid)
        for number, page in enumerate(pages, 1):
            self._page_button(page, number)
        self._page_grid.setRowStretch(len(pages), 1)
        self._scroll = ScrollColumn()
        self._scroll.setMinimumHeight(theme.px(120))
        self._scroll.setWidget(listed)
        return self._scroll

    def _add_inset(self, column: QVBoxLayout, text: QLabel) -> None:
        self._names.append(text)
        text.setContentsMargins(theme.px(8), 0, 0, 0)
        column.addWidget(text)

    def _small(self, text: str, keys: str, picture: str, wanted: SignalInstance) -> QPushButton:
        made = button(text, wanted.emit, kind="nav-small", icon=picture, tip=keys, name=text)
        made.setIcon(icon(picture, "nav_muted"))
        self._titles[made] = text, keys
        return made

    def _page_button(self, page: PageEntry, number: int) -> None:
        title = words(page.title)
        made = QPushButton(icon(page.icon, "nav_text"), title)
        made.setProperty("kind", "nav")
        made.setCheckable(True)
        speak_as(made, QAccessible.Role.PageTab)
        made.setIconSize(icon_size(theme.px(18), beside_text=True))
        made.setAccessibleName(title)
        self._titles[made] = title, page_key(number)
        made.setToolTip(page_key(number))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda _checked: self.chosen.emit(page.name))
        self._group.addButton(made)
        self._buttons[page.name] = made

    # Qt's overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowBlocked, QEvent.Type.WindowUnblocked):
            self.show_keys(only=event.type() is QEvent.Type.WindowBlocked)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_marked()


def _arrange(grid: QGridLayout, entries: Iterable[QPushButton], columns: int) -> None:
    """Place the entries row by row."""
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.px(3 if columns == 1 else 2))
    for number, entry in enumerate(entries):
        grid.removeWidget(entry)
        grid.addWidget(entry, number // columns, number % columns)
