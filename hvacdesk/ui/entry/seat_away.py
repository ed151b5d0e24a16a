"""On a seat: why the office does not open here at the moment, and that it is tried again by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.text import label

AGAIN_MS = 2_000
"""From one try to the next."""


class SeatAwayView(EntryView):
    """Calmly says what is the matter.

    Args:
        passes: whether it may pass without anybody's doing here, and so is tried again by itself.
        joins_anew: whether this PC can do no more than join again.
        elsewhere: whether the office PC may be at another address.
        installer: whether the office PC may have the installer that is needed here.

    Attributes:
        check_button: looks why the office PC is not reached.
        place_button: lets somebody type where it is.
        installer_button: gets the installer from the office PC.
        leave_button: forgets the connection, where the PC has to join again.

    Signals:
        again_wanted(): try now.
        leave_wanted(): forget the connection, to join again.
        check_wanted(): look why the office PC is not reached.
        place_wanted(): say where it is.
        installer_wanted(): get the installer.
    """

    again_wanted = Signal()
    leave_wanted = Signal()
    check_wanted = Signal()
    place_wanted = Signal()
    installer_wanted = Signal()
    widest = 560
    at_seat = True

    def __init__(
        self,
        error: UserFacingError,
        *,
        passes: bool,
        joins_anew: bool,
        elsewhere: bool,
        installer: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._error = error
        self.set_heading(self.tr("The office cannot be opened here at the moment"))
        card = Card()
        card.body.addWidget(Failure(error))
        self.body.addWidget(card)
        if passes:
            text = self.tr("It is tried again by itself every few seconds. You can leave this window open.")
            self.body.addWidget(label(text, "muted", wrap=True))
        self.installer_button = button(
            self.tr("Get the installer from the office PC…"), self.installer_wanted.emit, icon="download"
        )
        self.body.addWidget(self.installer_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.installer_button.setVisible(installer)
        self.check_button = button(self.tr("Check the connection"), self.check_wanted.emit)
        self.body.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.place_button = button(self.tr("It has another address"), self.place_wanted.emit, kind="link")
        self.body.addWidget(self.place_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.place_button.setVisible(elsewhere)
        self.leave_button = button(self.tr("Let this PC join anew"), self.leave_wanted.emit, kind="link")
        self.body.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.leave_button.setVisible(joins_anew)
        self.set_primary(self.tr("Try again"), self.again_wanted.emit)
        if self.primary is not None:
            self.setFocusProxy(self.primary)
        self._timer = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._timer.timeout.connect(self.again_wanted)
        self._passes = passes
        self.wait_again()

    def says(self, error: UserFacingError) -> bool:
        """Whether it says this already."""
        return self._error.sentences(words) == error.sentences(words)

    def wait_again(self) -> None:
        """Try again after a while, if it does so by itself."""
        if self._passes:
            self._timer.start()
