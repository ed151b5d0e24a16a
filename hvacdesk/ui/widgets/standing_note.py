"""What holds for the whole window until it is over, and is seen in the form in front of the window, too.

A page says such a thing above itself. A form lies over the page and keeps it from being used, so the forms
say it above their buttons, with the same way out.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.pressed import Press, pressed
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.warning_box import WarningBox

WayOut = tuple[str, Callable[[QWidget], object]]
"""A button's text, and what it does over the window that it is pressed in."""


class StandingText(QObject):
    """What is so at the moment.

    Attributes:
        text: what is said; empty while nothing is.
        at_desk: whether somebody's desk is open, which closes and says why as soon as their login is over.

    Signals:
        changed(): something else is said now.
        missed(unsaid): it is over, and meanwhile these went wrong without a word of their own: what was
            pressed, and the error of each.
    """

    changed = Signal()
    missed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.at_desk = False
        self.way_out: WayOut | None = None
        self._told: tuple[type[UserFacingError], ...] = ()
        self._unsaid: dict[Press, UserFacingError] = {}

    def say(
        self, text: str, way_out: WayOut | None = None, told: tuple[type[UserFacingError], ...] = ()
    ) -> None:
        """Say this from now on, or nothing any more.

        Args:
            told: errors that say no more than the text does, so that no window has to open for them.
        """
        if text != self.text:
            self.text, self.way_out, self._told = text, way_out, told
            self.changed.emit()
            if not text and self._unsaid:
                unsaid, self._unsaid = self._unsaid, {}
                self.missed.emit(unsaid)

    def tells(self, error: UserFacingError) -> bool:
        """Whether what went wrong is said already where everybody looks."""
        return bool(self.text) and isinstance(error, self._told)

    def says_later(self, error: UserFacingError) -> bool:
        """As :meth:`tells`, where nothing else tells that a press did nothing: that is said once it is over.

        What may have been done counts most where one thing was pressed again and again.
        """
        if not self.tells(error):
            return False
        press = pressed()
        if press not in self._unsaid or self._unsaid[press].passes:
            self._unsaid[press] = error
        return True

    def forget(self) -> None:
        """Another person's desk comes: what went wrong at the last one is none of theirs."""
        self._unsaid = {}
        self.say("")


standing = StandingText()


class StandingNote(QWidget):
    """The place in a dialog for what is so; it takes no room while nothing is said."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        standing.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what is so now."""
        clear(self._column)
        self.hide()
        if not standing.text:
            return
        action = None
        if standing.way_out is not None:
            name, go = standing.way_out
            action = (name, lambda: go(self._dialog))
        self._column.addWidget(WarningBox(standing.text, action=action))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
