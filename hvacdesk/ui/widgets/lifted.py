"""What is said at a window's foot lies over nothing that can be pressed: it pushes up what is above it.

A sentence of several lines takes its room from the page or the form. What scrolls there would lose its lower
end behind the sentence, and a button that is half in sight would seem to lie under it. So it is scrolled by
as much as it lost, and goes back once nothing is said any more, unless somebody has scrolled it meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets import within_screen

PRESSED = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
"""What somebody presses or types in, and has to see whole for that."""
BESIDE = 24
"""So near to what is said, in design pixels, an area seems to go on under it."""
MOST_TURNS = 4
"""So often it is looked after what changed by that: layouts in layouts follow one after the other."""


class Lift(QObject):
    """Looks after what scrolls above one place of a window.

    Args:
        place: where something is said at times.
        barred: whether it is said on a ground of its own, which seems to lie over what is cut beside it.
    """

    def __init__(self, place: QWidget, barred: Callable[[], bool]) -> None:
        super().__init__(place)
        self._place, self._barred = place, barred
        self._heights: dict[QScrollArea, int] = {}
        self._window_height = 0
        self._turns = 0
        self._lifted: dict[QScrollArea, tuple[int, int]] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)

    def begin(self) -> None:
        """Something is about to be said, or to be said no more."""
        if not self._soon.isActive():
            self._heights = {area: area.height() for area in self._areas()}
            self._window_height = self._place.window().height()
        self._turns = MOST_TURNS
        self._soon.start()

    def go_on(self) -> None:
        """The place has got another height by that."""
        if self._heights:
            self._soon.start()

    def _areas(self) -> list[QScrollArea]:
        """The innermost first: what is in them moves with those that they lie in."""
        found = self._place.window().findChildren(QScrollArea)
        return [one for one in reversed(found) if one.isVisible() and not self._place.isAncestorOf(one)]

    def _lost(self, area: QScrollArea) -> int:
        if self._place.window().height() < self._window_height:
            return 0  # somebody made the window lower meanwhile
        return max(0, self._heights.get(area, 0) - area.height())

    def _follow(self) -> None:
        if not any(one.isVisible() for one in self._place.findChildren(QWidget)):
            self._let_down()
            return
        areas = self._areas()
        if areas and isinstance(self._place.window(), QDialog):
            self._grow(max(map(self._lost, areas)))
        left = {area: self._raise(area, self._lost(area)) for area in areas}
        self._heights = {area: area.height() + left[area] for area in areas}
        self._window_height = self._place.window().height()
        self._turns -= 1
        if self._turns > 0 and any(left.values()):
            self._soon.start()  # what it holds is not laid out yet
        elif self._barred():
            for area in filter(self._is_beside, areas):
                self._raise(area, _cut(area))

    def _is_beside(self, area: QScrollArea) -> bool:
        """Whether nothing that stands still is between the area's lower edge and what is said."""
        window, view = self._place.window(), area.viewport()
        edge = view.mapTo(window, view.rect().bottomLeft()).y()
        return abs(self._place.mapTo(window, QPoint(0, 0)).y() - edge) <= theme.px(BESIDE)

    def _grow(self, lost: int) -> None:
        """A dialog is as much higher as its screen allows: then nothing in it has to move."""
        window = self._place.window()
        height = min(window.height() + lost, within_screen.free_room(window).height())
        if lost and height > window.height():
            window.resize(window.width(), height)

    def _raise(self, area: QScrollArea, by: int) -> int:
        """Scroll by so much; returns how much of it could not be done."""
        bar = area.verticalScrollBar()
        start = bar.value()
        bar.setValue(start + by)
        if bar.value() != start:
            first, last = self._lifted.get(area, (start, start))
            went_on = start == min(last, bar.maximum())
            self._lifted[area] = (first if went_on else start, bar.value())
        return start + by - bar.value()

    def _let_down(self) -> None:
        for area, (first, last) in self._lifted.items():
            if isValid(area) and area.verticalScrollBar().value() == min(
                last, area.verticalScrollBar().maximum()
            ):
                area.verticalScrollBar().setValue(first)
        self._lifted, self._heights = {}, {}


def _cut(area: QScrollArea) -> int:
    """So far below the area's lower edge end those that can be pressed and are cut by it.

    One that is higher than the area loses its upper end instead: that is out of sight by the page's own edge,
    and nothing seems to lie under what is said.
    """
    view = area.viewport().rect()
    below = 0
    for one in area.findChildren(QWidget):
        if isinstance(one, PRESSED) and one.isVisible():
            whole, seen = places(one, area)
            if seen.bottom() == view.bottom() and 0 < seen.height() < whole.height():
                below = max(below, whole.bottom() - view.bottom())
    return below


def places(one: QWidget, area: QScrollArea) -> tuple[QRect, QRect]:
    """Where a part of an area lies in its view, and what of that neither its view nor an area in it cuts."""
    view = area.viewport()
    whole = QRect(one.mapTo(view, QPoint(0, 0)), one.size())
    seen, above = whole & view.rect(), one.parentWidget()
    while above is not None and above is not view:
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            seen &= QRect(above.mapTo(view, QPoint(0, 0)), above.size())
        above = above.parentWidget()
    return whole, seen
