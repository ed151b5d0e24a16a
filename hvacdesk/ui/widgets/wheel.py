"""The mouse wheel scrolls the page and never changes the value of a box that it happens to pass over.

Qt turns the wheel over a closed list, a number, a slider or a row of tabs into another answer, without a
click and without a word: somebody who scrolls a long form would store an answer that nobody gave.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

from hvacdesk.ui.program_wide import program_wide

ANSWERS = (QComboBox, QAbstractSpinBox, QAbstractSlider, QTabBar)
"""What Qt changes by the wheel; times and days are spin boxes, and an open list is a window."""


class WheelForPages(QObject):
    """Makes every box ignore the wheel, so that the page around it scrolls; one for the program.

    A filter on the application would see each event of each part, so it watches the windows, and a box only
    from the first time that the wheel turns over it.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusWindowChanged.connect(self._watch)
        self._watch()

    def _watch(self, _now: QWindow | None = None) -> None:
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # a second time changes nothing

    def _pass_by(self, window: QWidget, place: QPoint) -> None:
        at = window.childAt(place)
        while at is not None and not at.isWindow():
            if isinstance(at, ANSWERS) and not isinstance(at, QScrollBar):
                at.installEventFilter(self)
                if at.focusPolicy() is Qt.FocusPolicy.WheelFocus:  # nor does it take the keyboard away
                    at.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            at = at.parentWidget()

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QWheelEvent):
            return False
        if not isinstance(watched, QWindow):
            event.ignore()  # and so Qt offers it to the box's parent
            return True
        window = QWidget.find(watched.winId())
        if window:
            self._pass_by(window, event.position().toPoint())
        return False


def keep_wheel_for_pages() -> None:
    """From now on; each kind of window asks for that."""
    program_wide(WheelForPages)
