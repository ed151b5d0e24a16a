"""A press is for what lay under the pointer when it was aimed, though another PC's change moved the rows."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

REACTION_S = 0.8
"""So long after rows moved a hand still does what it had begun: what is seen only now cannot stop it."""

clock = time.monotonic

Places = list[tuple[QRect, object]]
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Aim(QObject):
    """Knows what lay where in a list until a moment ago.

    Args:
        seen: what the rows lie in.
        places: which record, or which button, lies where in it; what lies elsewhere can be pressed always.
    """

    def __init__(self, seen: QWidget, places: Callable[[], Iterable[tuple[QRect, object]]]) -> None:
        super().__init__(seen)
        self._seen, self._places = seen, places
        self._before: list[tuple[float, Places]] = []

    def rows_move(self) -> None:
        """Other rows are about to be shown: remember these until a while after the others are painted."""
        if self._seen.isVisible():
            self._before = [*self._recent(), (math.inf, self._now())]

    def rows_painted(self) -> None:
        """Until then nobody could see that they moved, however long that took."""
        self._before = [(min(since, clock()), places) for since, places in self._before]

    def forget(self) -> None:
        """Somebody who scrolls looks at what comes."""
        self._before = []

    def misses(self, at: QPoint) -> bool:
        """Whether something else lay at a point of the screen when a press there was aimed."""
        self._before = self._recent()
        if not self._before:
            return False
        point = self._seen.window().mapFromGlobal(at)
        here = _at(self._now(), point)
        return any(_at(places, point) not in (None, here) for _since, places in self._before)

    def watch(self, part: QWidget) -> None:
        """Take from a row, or button, that is a widget of its own what was not aimed at it.

        Of what the rows lie in, see when it is painted; a table says so itself, which is faster.
        """
        part.installEventFilter(self)

    def _recent(self) -> list[tuple[float, Places]]:
        return [one for one in self._before if clock() - one[0] < REACTION_S]

    def _now(self) -> Places:
        """In the window's pixels: what comes or goes above the list moves the rows, too."""
        corner = self._seen.mapTo(self._seen.window(), QPoint(0, 0))
        return [(box.translated(corner), what) for box, what in self._places()]

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._seen:
            if event.type() is QEvent.Type.Paint:
                self.rows_painted()
        elif event.type() in _PRESSES and isinstance(event, QMouseEvent):
            return self.misses(event.globalPosition().toPoint())
        return False


def _at(places: Places, point: QPoint) -> object | None:
    return next((what for box, what in places if box.contains(point)), None)
