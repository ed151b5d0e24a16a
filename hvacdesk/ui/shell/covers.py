"""What is in front of everything: the desk itself, or the curtain or the lock in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from hvacdesk.ui.shell.curtain import Curtain
from hvacdesk.ui.shell.held_windows import HeldWindows, is_above
from hvacdesk.ui.shell.lock_view import LockView
from hvacdesk.ui.wording.window_titles import NAMELESS


class Covers(QStackedWidget):
    """One desk with its two covers; while one of them is shown, the desk's widgets and dialogs are gone.

    Hiding is not enough: a screen reader, and any program that asks as one does, reads what is hidden too. So
    a covered desk lies in a window that was never shown, of which the system knows nothing, and dialogs give
    theirs up.

    Attributes:
        curtain: hides every name; anybody may lift it.
        lock_view: asks for the passphrase.
    """

    curtain: Curtain
    lock_view: LockView

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._layers: tuple[QWidget, ...] = ()
        self._held = HeldWindows(self._holds, self)
        self._open_title = NAMELESS
        self._aside = QWidget(self, Qt.WindowType.Window)
        self._keyboard: QWidget | None = None

    def hold(self, desk: QWidget, curtain: Curtain, lock_view: LockView, title: str) -> None:
        """Hold these in place of what was held before.

        Args:
            title: the window's while the desk is open.
        """
        for old in self._layers:
            self.removeWidget(old)
            old.deleteLater()
        self.curtain, self.lock_view = curtain, lock_view
        self._layers = (desk, curtain, lock_view)
        self._open_title = title
        self._window.setWindowTitle(title)
        for layer in self._layers:
            self.addWidget(layer)

    @property
    def covered(self) -> bool:
        """Whether curtain or lock is shown in place of the desk."""
        return self.currentWidget() is not self._layers[0]

    @property
    def curtained(self) -> bool:
        """Whether the curtain is drawn."""
        return self.currentWidget() is self.curtain

    @property
    def locked(self) -> bool:
        """Whether the screen is locked."""
        return self.currentWidget() is self.lock_view

    def cover(self, cover: QWidget) -> None:
        """Bring one of the two covers to the front: first of all, so that nothing can go wrong before it."""
        if not self.covered:
            self._keyboard = self._window.focusWidget()
        self.setCurrentWidget(cover)
        self._window.setWindowTitle(NAMELESS)
        self._held.take_away()
        desk = self._layers[0]
        if self.indexOf(desk) >= 0:
            self.removeWidget(desk)
            desk.setParent(self._aside)

    def lift(self, page: QWidget) -> None:
        """Bring the desk back as it was, the keyboard where it was, but on no button.

        A PIN opens by its last digit, and many hands press Enter after it: that would press the button.

        Args:
            page: has the keyboard where a button had it.
        """
        self._window.setWindowTitle(self._open_title)
        if self.covered:
            self.insertWidget(0, self._layers[0])
        self.setCurrentWidget(self._layers[0])
        back, self._keyboard = self._keyboard, None
        typed_in = back is not None and isValid(back) and not isinstance(back, QAbstractButton)
        (back if back is not None and typed_in else page).setFocus(Qt.FocusReason.OtherFocusReason)
        self._held.give_back()

    def owns(self, window: QWidget) -> bool:
        """Whether a dialog was opened from this window, however many dialogs lie between."""
        return is_above(window, self._window)

    def _holds(self, window: QWidget) -> bool:
        """All of this window's dialogs are of the desk, but for what the covers themselves open.

        On Windows Qt gives a tooltip no parent: whose it is cannot be told, so none is shown there.
        """
        if window.windowType() is Qt.WindowType.ToolTip and window.parentWidget() is None:
            return True
        return self.owns(window) and not any(is_above(window, one) for one in self._layers[1:])
