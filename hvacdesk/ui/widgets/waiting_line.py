"""Says at a window's foot that an answer is awaited, where nothing else does: the office PC may be away.

It has its room there from the start, so that nothing moves when it comes, and comes only after a moment.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.widgets.failure import AGAIN_MS, FailureLine
from hvacdesk.ui.widgets.notice import NoticePlace, StandingStrip
from hvacdesk.ui.widgets.text import label

T = TypeVar("T")

AFTER_MS = 400
"""Quick answers need no word."""
_LOOK_MS = 100


class WaitingLine(StandingStrip):
    """What is seen while an answer is awaited, and afterwards that none came.

    Args:
        place: at the window's foot.
        concerns: whether an answer is awaited for this window.
        text: what is said then.
    """

    def __init__(
        self,
        place: NoticePlace,
        concerns: Callable[[background.Operation], bool],
        text: Callable[[background.Operation], str],
    ) -> None:
        super().__init__(place)
        self._place, self._concerns, self._text = place, concerns, text
        self._stays = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.said = label("", "muted", wrap=True)
        column.addWidget(self.said)
        self.hide()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        background.starts.begun.connect(self._begin)

    def say_unread(self, text: str) -> None:
        """None came, and what was to be shown is not there: say so until something is asked anew."""
        self._stays = True
        self._show(text)

    def look(self) -> None:
        """Say it as long as an answer is awaited."""
        awaited = next(filter(self._concerns, background.unshown()), None)
        if awaited is not None:
            self._timer.start(_LOOK_MS)
            self._show(self._text(awaited))
        else:
            self._timer.stop()
            if not self._stays:
                self._show("")

    def _begin(self, operation: background.Operation) -> None:
        if not self._concerns(operation):
            return
        self._stays = False
        if not self._timer.isActive():
            self._timer.start(AFTER_MS)

    def _show(self, text: str) -> None:
        if text != self.said.text():
            self.said.setText(text)
            self._place.stand(self, needed=bool(text))


class PatientReading(QObject, Generic[T]):
    """Reads what a dialog is about, and reads again as long as nobody answers: it is shown once it is there.

    Attributes:
        waiting: whether it is not there yet.
    """

    def __init__(
        self,
        owner: QWidget,
        line: WaitingLine,
        place: QBoxLayout,
        work: Callable[[], T],
        done: Callable[[T], object],
    ) -> None:
        """What a dialog is about is read from now on.

        Args:
            line: says meanwhile that it is waited for.
            place: where it is said why it cannot be read, and read once more.
        """
        super().__init__(owner)
        self._owner, self._line, self._work, self._done = owner, line, work, done
        self._failure = FailureLine(place)
        self._reader = background.Reader(owner)
        self.waiting = True
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._read)
        self._read()

    def _read(self) -> None:
        self._failure.clear()
        self._reader.read(self._work).then(self._show).otherwise(self._failed)

    def _show(self, found: T) -> None:
        self.waiting = False
        self._done(found)

    def _failed(self, error: UserFacingError) -> None:
        if error.passes:
            self._line.say_unread(_waits_for_data())
            self._again.start()
            return
        self._line.say_unread("")
        self._failure.show_error(error, self._read)
        QTimer.singleShot(0, self, self._owner.adjustSize)  # once it is shown: its sentences were cut off


def waits_in_dialog(operation: background.Operation) -> str:
    """What a dialog says while it waits: what is perhaps being saved is not given up by closing it."""
    if operation.only_reads:
        return _waits_for_data()
    return QCoreApplication.translate("WaitingLine", "Waiting for the office PC.")


def _waits_for_data() -> str:
    return QCoreApplication.translate(
        "WaitingLine", "Waiting for the office's data. This can be closed meanwhile."
    )


def unread_in_dialog() -> str:
    """What a dialog says once it was in vain."""
    return QCoreApplication.translate(
        "WaitingLine",
        "The office PC did not answer, so something is missing here. Close this and open it again.",
    )


def unheard_in_dialog(act: str, *, perhaps: bool) -> str:
    """What a dialog says of a press in it to which no answer came.

    Args:
        act: what was pressed, as :func:`~hvacdesk.ui.pressed.named` says; empty where that is not known.
        perhaps: whether it may have been done all the same.
    """
    if perhaps and act:
        said = QCoreApplication.translate(
            "WaitingLine",
            "The office PC did not answer. {act} may have been done all the same. Look before you repeat it.",
        )
    elif perhaps:
        said = QCoreApplication.translate(
            "WaitingLine",
            "The office PC did not answer. What you did here last may have been done all the same. Look "
            "before you repeat it.",
        )
    else:
        said = QCoreApplication.translate(
            "WaitingLine",
            "The office PC did not answer, and {act} was not done. Press it again once it answers.",
        )
    return said.format(act=act)
