"""While something is saved, nothing is typed or changed in what it was read from.

What was sent is what the fields show meanwhile; what came to them later would be in no record, and would go
without a word with the form once it is saved. Disabled fields would flicker with each save, lose the
keyboard, and be read out once more by a screen reader; so they stay as they are, and what a hand does is kept
from them. The wheel changes no field anyway (see :mod:`.wheel`), and a long form can be scrolled meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QMouseEvent, QSinglePointEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QScrollBar, QWidget
from shiboken6 import isValid

from hvacdesk.ui.program_wide import program_wide

STAYS_FREE = "staysFree"
"""A property of what can be used while the part around it is held, such as the work's own *Cancel*."""

TELLS_AFTER_S = 0.4
"""A save that is over by then is said by nothing: somebody types on after it and misses nothing."""

clock = time.monotonic

_Kind = QEvent.Type
_KEYS = frozenset({_Kind.KeyPress, _Kind.KeyRelease, _Kind.InputMethod})
_PRESSES = frozenset({_Kind.MouseButtonPress, _Kind.MouseButtonDblClick})
_POINTED = _PRESSES | {_Kind.MouseButtonRelease, _Kind.ContextMenu}
_DROPS = frozenset({_Kind.DragEnter, _Kind.DragMove, _Kind.Drop})
_TOLD = _PRESSES | {_Kind.KeyPress, _Kind.InputMethod, _Kind.Drop}
_HELD = _KEYS | _POINTED | _DROPS | {_Kind.ShortcutOverride}


class _Holding(NamedTuple):
    """A part of a window, what says that it is held, and since when it is."""

    part: QWidget
    tell: Callable[[], object] | None
    since: float


class HeldFields(QObject):
    """Keeps keys, text, presses and drops from what is held; one for the program.

    A filter on the application sees each event in Python, which an open desk could not afford; it is there
    only while something is saved.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._held: list[_Holding] = []
        self._composed = False

    def hold(self, part: QWidget, tell: Callable[[], object] | None = None) -> None:
        """Keep everything from a part of a window, or a window with its lists and menus.

        Args:
            tell: says that it is held, to somebody who types or presses all the same, or who wants to leave.
        """
        if any(one.part is part for one in self._held):
            return
        _end_steps(part)
        if not self._held:
            self._app.installEventFilter(self)
        self._held.append(_Holding(part, tell, clock()))
        part.destroyed.connect(self._drop_gone)
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and one.windowType() is Qt.WindowType.Popup and self._holding(one):
                one.close()

    def let_go(self, part: QWidget) -> None:
        """It can be used again."""
        if any(one.part is part for one in self._held):
            part.destroyed.disconnect(self._drop_gone)
            self._held = [one for one in self._held if one.part is not part]
            self._rest()

    def _drop_gone(self) -> None:
        self._held = [one for one in self._held if isValid(one.part)]
        self._rest()

    def _rest(self) -> None:
        if not self._held:
            self._app.removeEventFilter(self)
            if self._composed:
                self._composed = False
                QGuiApplication.inputMethod().reset()  # what is half composed is in no field

    def _holding(self, one: QWidget | None) -> _Holding | None:
        """What holds a widget, or the field that its list or menu belongs to; None for what is free."""
        while one is not None:
            if isinstance(one, QScrollBar) or one.property(STAYS_FREE):
                return None
            for holding in self._held:
                if holding.part is one:
                    return holding
            if not one.isWindow():
                one = one.parentWidget()
            elif one.windowType() is Qt.WindowType.Popup:  # a completer's list has its field as proxy alone
                one = one.parentWidget() or one.focusProxy()
            else:
                return None
        return None

    def _keep_from(self, watched: QWidget, holding: _Holding, event: QEvent) -> bool:
        kind = event.type()
        leaves = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if kind is _Kind.ShortcutOverride:
            event.accept()  # and so no shortcut is carried out; the key itself comes next
            return True
        if kind in _DROPS:
            event.ignore()
        self._composed = self._composed or kind is _Kind.InputMethod
        if kind in (_Kind.MouseButtonRelease, _Kind.KeyRelease) and isinstance(watched, QAbstractButton):
            watched.setDown(False)  # it was pressed before, and is not to be by this
        late = leaves or clock() - holding.since > TELLS_AFTER_S
        if holding.tell is not None and kind in _TOLD and late:
            holding.tell()
        return True

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _HELD:
            return False
        if isinstance(watched, QWidget):
            holding = self._holding(watched)
            if holding is None and kind is _Kind.ShortcutOverride:
                holding = self._holding(watched.window())
            return holding is not None and self._keep_from(watched, holding, event)
        if not isinstance(watched, QWindow) or kind in (*_KEYS, _Kind.ShortcutOverride):
            return False
        # Kept from the window already: a press on a field would take the keyboard there.
        if kind is _Kind.MouseButtonRelease or not isinstance(event, (QSinglePointEvent, QDropEvent)):
            return False
        window = QWidget.find(watched.winId())
        if not window:
            return False
        at = window.childAt(event.position().toPoint()) or window
        holding = self._holding(at)
        return holding is not None and self._keep_from(at, holding, event)


def _end_steps(part: QWidget) -> None:
    """Let go of the arrow or the key by which a number or a time goes on by itself, with no further event."""
    nowhere, key, no_key = QPointF(), Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for one in (part, *part.findChildren(QAbstractSpinBox)):
        if isinstance(one, QAbstractSpinBox):
            released = QMouseEvent(_Kind.MouseButtonRelease, nowhere, nowhere, left, none, no_key)
            QApplication.sendEvent(one, released)
            QApplication.sendEvent(one, QKeyEvent(_Kind.KeyRelease, key, no_key))


def hold(part: QWidget, tell: Callable[[], object] | None = None) -> None:
    """As :meth:`HeldFields.hold`."""
    program_wide(HeldFields).hold(part, tell)


def let_go(part: QWidget) -> None:
    """As :meth:`HeldFields.let_go`."""
    program_wide(HeldFields).let_go(part)
