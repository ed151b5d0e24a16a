"""Where the keyboard is and where it goes next, and the hands of somebody without a mouse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from shiboken6 import isValid

from hvacdesk.ui.calendar.board_view import BoardView
from hvacdesk.ui.shell.curtain import Curtain
from hvacdesk.ui.tour.hands import calm, wait_for
from hvacdesk.ui.widgets.tab_order import BESIDE
from tests.helpers.fitting import name_of

SAME_LINE = 4
"""Middles that differ by less are one line."""
MOST_STOPS = 200
MOST_TABS = 60
"""More presses than these nobody makes to reach a control."""
ALL_OF_IT = (Curtain, BoardView)
"""Where everything on the screen hears the keys: the curtain, and the calendar while a job is carried."""


def stops(window: QWidget) -> dict[QWidget, QRectF]:
    """The controls that the Tab key visits until it comes round, and where each of them was then."""
    window.window().activateWindow()
    QApplication.processEvents()
    found: dict[QWidget, QRectF] = {}
    if QApplication.focusWidget() is None:
        window.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(MOST_STOPS):
        one = QApplication.focusWidget()
        if one is None or one in found:
            break
        if window.isAncestorOf(one) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found[one] = _place(one, window)
        QTest.keyClick(one, Qt.Key.Key_Tab)
        QApplication.processEvents()
    return found


def jumping_back(visited: Mapping[QWidget, QRectF]) -> list[str]:
    """Where the Tab key goes up the window, or to the left on one line, but for where it comes round.

    Buttons beside each other may be visited from the right: the primary one, at the right end, comes first.
    Those that lie beside fields come after everything else.
    """
    in_fields = [(one, place) for one, place in visited.items() if not one.property(BESIDE)]
    jumps = [
        f"Tab goes from {name_of(one)} back to {name_of(after)}"
        for (one, here), (after, there) in pairwise(in_fields)
        if _goes_back(here, there) and not (_on_one_line(here, there) and _are_buttons(one, after))
    ]
    return jumps if len(jumps) > 1 else []


def _are_buttons(*both: QWidget) -> bool:
    return all(isinstance(one, QPushButton) for one in both)


def _place(one: QWidget, window: QWidget) -> QRectF:
    """Where it lies, with what scrolls pressed together into the area that it scrolls in."""
    place = QRectF(0, 0, one.width(), one.height())
    node: QWidget = one
    while node is not window and (holder := node.parentWidget()) is not None:
        if isinstance(holder.parentWidget(), QScrollArea):
            share = min(1.0, holder.height() / max(1, node.height()))
            place = QRectF(place.x(), place.y() * share, place.width(), place.height() * share)
        else:
            place.translate(node.x(), node.y())
        node = holder
    return place


def _goes_back(here: QRectF, there: QRectF) -> bool:
    return there.bottom() < here.top() or (_on_one_line(here, there) and there.left() < here.left())


def _on_one_line(here: QRectF, there: QRectF) -> bool:
    return abs(there.center().y() - here.center().y()) < SAME_LINE


def unmarked(visited: Iterable[QWidget], known: set[tuple[object, ...]]) -> list[str]:
    """The kinds of control that look the same with and without the keyboard.

    Args:
        visited: what the Tab key visits.
        known: the kinds that were looked at before.
    """
    found = []
    for one in visited:
        if not isValid(one):  # a list re-made its rows when the keyboard came to it, or its answer arrived
            continue
        kind = (type(one), one.property("kind"), one.property("role"), one.property("checked"))
        if kind not in known and not isinstance(one, ALL_OF_IT):
            known.add(kind)
            if _looks(one, focused=False) == _looks(one, focused=True):
                found.append(f"{name_of(one)} does not show that the keyboard is on it")
    return found


def _looks(one: QWidget, *, focused: bool) -> QImage:
    if focused:
        one.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        one.clearFocus()
    QApplication.processEvents()
    return one.grab().toImage()


def focused() -> QWidget:
    """Where the keyboard is. No window manager runs, so the window below a closed one is activated here."""
    if QApplication.focusWidget() is None:
        open_windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        front = QApplication.activeModalWidget() or open_windows[-1]
        front.activateWindow()
        wait_for(lambda: QApplication.focusWidget() is not None, "the keyboard")
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def commit(text: str) -> None:
    """What an input method does when its user confirms a conversion: the characters arrive together."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)
    calm()


def tab_to(control: QWidget, most: int = MOST_TABS) -> None:
    """Go on with the Tab key until the control has the keyboard, which takes ``most`` presses at most."""
    target = control.focusProxy() or control
    for _ in range(most + 1):
        if focused() is target:
            return
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"{name_of(control)} cannot be reached with {most} presses of Tab")


def enter(field: QWidget, text: str) -> None:
    """Reach a field with Tab and type into it."""
    tab_to(field)
    commit(text)


def key(which: Qt.Key) -> None:
    """Press a key wherever the keyboard is."""
    QTest.keyClick(focused(), which)
    calm()
