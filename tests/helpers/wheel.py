"""Turning the mouse wheel over a part of a window, as the system sends it, and what that changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

NOTCH = 120


def turn_wheel(over: QWidget, notches: int = -1) -> None:
    """Turn the wheel over the middle of what is seen of a part; down is less than nothing."""
    window = over.window()
    place = over.mapTo(window, over.visibleRegion().boundingRect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(place), QPoint(0, NOTCH * notches))
    QApplication.processEvents()


def answer(box: QWidget) -> str:
    """What a box says."""
    if isinstance(box, QComboBox):
        return str(box.currentIndex())
    if isinstance(box, QAbstractSpinBox):
        return box.text()
    if isinstance(box, QTabBar):
        return str(box.currentIndex())
    return str(box.value()) if isinstance(box, QAbstractSlider) else ""


def answering(shown: QWidget) -> Iterator[QWidget]:
    """Every box, slider and row of tabs of which something is seen."""
    for kind in (QComboBox, QAbstractSpinBox, QAbstractSlider, QTabBar):
        for box in shown.findChildren(kind):
            if box.isVisible() and not isinstance(box, QScrollBar) and not box.visibleRegion().isEmpty():
                yield box


def turned(shown: QWidget) -> list[str]:
    """The boxes that the wheel gives another answer."""
    wrong = []
    for box in list(answering(shown)):
        for notches in (-1, 1, 1):
            before = answer(box)
            if not box.visibleRegion().isEmpty():  # the page may have scrolled it away
                turn_wheel(box, notches)
            if answer(box) != before:
                wrong.append(f"the wheel changes {box.accessibleName() or type(box).__name__}")
                break
    return wrong
