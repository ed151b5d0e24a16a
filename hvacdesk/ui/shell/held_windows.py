"""The windows that were opened from a desk, while a cover is in front of it: they are held back."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget
from shiboken6 import isValid

from hvacdesk.ui.widgets.closed_dialogs import leave_no_window

PASSING = frozenset({Qt.WindowType.Popup, Qt.WindowType.ToolTip})
"""Menus, lists and tooltips: they belong to the moment and most delete themselves, so they are closed."""

WAITS = "waits-behind-a-cover"
"""Property of a dialog that somebody shall see once the cover is lifted."""


class HeldWindows(QObject):
    """Takes the open dialogs away, and lets none be shown, until they are given back.

    Work that was begun before the cover came goes on behind it, and what it then shows would appear over the
    cover: a job that has been read, an error, a printer's dialog. So every window is stopped, no matter what
    made it, while Qt shows it and before the system knows of it.

    A filter on the application sees each event in Python, which an open desk could not afford; a covered one
    is at rest, and the filter is there only then.

    Args:
        holds: whether a window is one that a cover takes away.
    """

    def __init__(self, holds: Callable[[QWidget], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._holds = holds
        self._held: dict[QWidget, QMetaObject.Connection | None] = {}
        self._stopped: dict[QWidget, Qt.WindowModality] = {}

    def take_away(self) -> None:
        """Hold back what is open and whatever would be opened from now on.

        One window that cannot be hidden keeps no other one in sight: its error goes to ``sys.excepthook``.
        """
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        for window in QApplication.topLevelWidgets():
            try:
                if isValid(window) and window.isVisible() and self._holds(window):
                    self._put_away(window)
            except Exception as error:  # noqa: BLE001 - the next one has to be hidden all the same
                sys.excepthook(type(error), error, error.__traceback__)

    def give_back(self) -> None:
        """Show what was held back, in the order in which it came; what is gone meanwhile stays gone."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        held = list(self._held)
        for window in held:
            self._release(window)
        for window in held:
            if isValid(window):
                window.show()
                _type_on_in(window)

    def _put_away(self, window: QWidget) -> None:
        if window.windowType() in PASSING:
            window.close()
            return
        if window not in self._held:
            closed = window.finished.connect(self._drop_closed) if isinstance(window, QDialog) else None
            self._held[window] = closed
            window.setProperty(WAITS, True)
        window.hide()
        leave_no_window(window)

    def _drop_closed(self) -> None:
        closed = self.sender()
        if isinstance(closed, QWidget):
            self._drop(closed)

    def _drop(self, closed: QWidget) -> None:
        """A held dialog was closed behind the cover: neither it nor the dialogs over it are shown again."""
        for window in list(self._held):
            if not isValid(window) or window is closed or is_above(window, closed):
                self._release(window)

    def _release(self, window: QWidget) -> None:
        connection = self._held.pop(window)
        if isValid(window):
            window.setProperty(WAITS, None)
            if connection is not None:
                QObject.disconnect(connection)

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop a window between Qt's two notices that it is shown; the system is told of it between them."""
        kind = event.type()
        if kind not in (QEvent.Type.Show, QEvent.Type.ShowToParent, QEvent.Type.Close):
            return False
        if not isinstance(watched, QWidget) or not watched.isWindow() or event.spontaneous():
            return False
        if kind is QEvent.Type.Close:
            if watched in self._held and not watched.isVisible():
                self._drop(watched)
            return False
        if not self._holds(watched):
            return False
        if kind is QEvent.Type.Show:
            self._stopped[watched] = watched.windowModality()
            watched.setWindowModality(
                Qt.WindowModality.NonModal
            )  # or it would keep the cover from being used
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        elif watched in self._stopped:
            self._put_away(watched)
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
            watched.setWindowModality(self._stopped.pop(watched))
        return True


def is_above(window: QWidget, other: QWidget) -> bool:
    """Whether a window was opened from that widget, however many dialogs lie between."""
    parent = window.parentWidget()
    while parent is not None and parent is not other:
        parent = parent.parentWidget()
    return parent is other


def _type_on_in(dialog: QWidget) -> None:
    """The next key presses and replaces nothing: Qt selects the whole text of the field with the keyboard."""
    field = dialog.focusWidget()
    if isinstance(field, QAbstractButton):
        dialog.setFocus(Qt.FocusReason.OtherFocusReason)
    elif isinstance(field, QLineEdit) and field.hasSelectedText():
        field.end(False)
