"""Tabs as a row of quiet words over a stack of contents."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QStackedLayout, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.page_room import FrontStack
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import rule


class TabRow(QWidget):
    """Add contents with :meth:`add`; left and right arrows move between the tabs.

    Args:
        frugal: the tabs are on several lines where one has no room for them, and contents behind the one in
            front ask for nothing.

    Signals:
        changed(number): another tab is in front.
    """

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, frugal: bool = False) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._line = FlowRow(gap=0, breaks=frugal)
        self._line.setAccessibleName(self.tr("Tabs"))
        speak_as(self._line, QAccessible.Role.PageTabList)
        self._group = QButtonGroup(self)
        self.stack = FrontStack() if frugal else QStackedLayout()
        column.addWidget(self._line)
        column.addWidget(rule())
        column.addSpacing(theme.px(8))
        column.addLayout(self.stack, 1)
        self._group.idClicked.connect(self.show_tab)

    def add(self, name: str, content: QWidget) -> None:
        """Add a tab at the right end."""
        number = self.stack.addWidget(content)
        tab = button(name, kind="tab")
        tab.setCheckable(True)
        speak_as(tab, QAccessible.Role.PageTab)
        self._group.addButton(tab, number)
        self._line.add(tab)
        if number == 0:
            tab.setChecked(True)

    @property
    def line_width(self) -> int:
        """The width in which all tabs fit on one line."""
        return self._line.sizeHint().width()

    @property
    def current(self) -> int:
        """The number of the tab in front, from 0."""
        return self.stack.currentIndex()

    def show_tab(self, number: int) -> None:
        """Bring a tab to the front; the keyboard moves to it if it was on another tab."""
        tab = self._group.button(number)
        tab.setChecked(True)
        if self.has_keyboard:
            tab.setFocus(Qt.FocusReason.TabFocusReason)
        self.stack.setCurrentIndex(number)
        self.changed.emit(number)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on one of the tabs."""
        return any(one.hasFocus() for one in self._group.buttons())

    def take_keyboard(self) -> None:
        """Put the keyboard on the tab in front."""
        if (front := self._group.button(self.current)) is not None:
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self.stack.count():
            number = (self.current + step) % self.stack.count()
            self.show_tab(number)
            self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
