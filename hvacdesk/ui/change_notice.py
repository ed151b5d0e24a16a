"""What is in front shows every change, and what is not reads again when it comes to the front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.rooms import Room
from hvacdesk.services.changes import Changes
from hvacdesk.ui import under_way

Rooms = frozenset[Room]

MINUTE_MS = 60_000
"""What is overdue, and which day it is, changes without anybody's doing."""

PAUSE_MS = 100
"""So long after one change the next reading waits for more of them: an import commits thousands of times."""


class ChangeNotice(QObject):
    """Brings the office's change notice to the window's thread.

    Signals:
        told(rooms): something in these rooms was changed.
        aged(): a minute has passed.
    """

    told = Signal(object)
    aged = Signal()
    _written = Signal(object)

    def __init__(self, changes: Changes) -> None:
        super().__init__()  # of no window: the thread that writes last may outlive it
        # Queued, so that it comes before the answer of the work that wrote.
        self._written.connect(self.told, Qt.ConnectionType.QueuedConnection)
        changes.listen(self._written.emit)
        self._minutes = QTimer(self, interval=MINUTE_MS)
        self._minutes.timeout.connect(self.aged)
        self._minutes.start()


class Freshness(QObject):
    """Whether what a widget shows is as it is in the office now.

    Args:
        widget: what shows it.
        rooms: what it is read from.
        read: reads it again and shows it.
        at_once: whether it reads again while it is in front, each minute too. Where somebody works in what is
            shown, it waits until the widget comes to the front the next time after a change.
        ages: whether what it shows also changes as time passes.
    """

    def __init__(
        self,
        widget: QWidget,
        notice: ChangeNotice,
        rooms: Rooms,
        read: Callable[[], object],
        *,
        at_once: bool = True,
        ages: bool = True,
    ) -> None:
        super().__init__(widget)
        self._widget, self._rooms, self._read, self._at_once = widget, rooms, read, at_once
        self._outdated = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        notice.told.connect(self._hear)
        if at_once and ages:
            notice.aged.connect(self._age)  # no lambda: Qt drops a method's connection with its object
        widget.destroyed.connect(self.cancel)

    def keep(self) -> None:
        """Read again if something was changed since; for when the widget comes to the front."""
        if self._outdated:
            self.read()

    def read(self) -> None:
        """Read again, whatever was changed; for when something else is to be shown."""
        self.note()
        self._read()

    def note(self) -> None:
        """What is shown is being read."""
        self._outdated = False

    def cancel(self) -> None:
        """Wait for nothing: the office is being closed, or the widget is gone."""
        under_way.drop(self)

    def _hear(self, rooms: Rooms) -> None:
        if not rooms & self._rooms:
            return
        self._outdated = True
        if self._pause.isActive():
            under_way.add(self)
        else:
            self._look()

    def _age(self) -> None:
        self._hear(self._rooms)

    def _look(self) -> None:
        under_way.drop(self)
        if self._outdated and self._at_once and self._widget.isVisible():
            self._pause.start()
            self.read()
