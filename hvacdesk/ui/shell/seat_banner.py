"""Over the pages of a seat: that the office PC does not answer, or that everybody is asked to pause."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.seats.seats import Pause
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.ui.language import words
from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog
from hvacdesk.ui.shell.seat_life import SeatLife
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.standing_note import standing
from hvacdesk.ui.widgets.warning_box import WarningBox


class SeatBanner(QWidget):
    """Takes no room while the office PC answers and nobody is asked to wait.

    Attributes:
        text: what is said; empty while nothing is.
    """

    def __init__(self, life: SeatLife, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._life = life
        self.text = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        life.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what is so now, here and in the forms that lie over the page."""
        text = self._text()
        if text == self.text:
            return
        check_there = (self.tr("Check the connection"), self.check_from) if self._life.away else None
        standing.say(text, check_there, (NoAnswer,) if self._life.away else ())
        self.text = text
        clear(self._column)
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(20) if text else 0, side, 0)
        if text:
            check = (self.tr("Check the connection"), self.check) if self._life.away else None
            self._column.addWidget(WarningBox(text, action=check))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def check(self) -> None:
        """Look why the office PC is not reached."""
        self.check_from(self.window())

    def check_from(self, window: QWidget) -> None:
        """The same over a form."""
        SelfCheckDialog(lambda: self._life.entry.check(words), window, connection=True).open()

    def _text(self) -> str:
        if self._life.away:
            return self.tr(
                "The office PC does not answer. What you type is kept as long as hvacdesk stays open here. "
                "Once the connection is back it goes on by itself; if the office PC was restarted, log in "
                "again: what you typed is offered then."
            )
        if self._life.pause is Pause.DISPOSAL:
            return self.tr(
                "Customers' data are being destroyed at the office PC. Saving waits for that; it takes some "
                "seconds."
            )
        if self._life.pause is Pause.KEY_RENEWAL:
            return self.tr(
                "The office's keys are being renewed at the office PC. Saving waits for that; it takes some "
                "seconds."
            )
        return ""
