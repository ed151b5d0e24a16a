"""The Tab key goes as one reads: from the top, from the left, part by part, whatever was built when.

Qt's own order is that in which widgets were made, so fields that come later, such as the units of a site that
was chosen just now, would be visited last.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
"""What is built of parts that are not visited one by one."""


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Take the keyboard to the next or the previous stop of a window; false when there is none."""
    stops = list(reading_order(window))
    if not stops:
        return False
    now = QApplication.focusWidget()
    at = stops.index(now) if now in stops else (-1 if forward else 0)
    to = stops[(at + (1 if forward else -1)) % len(stops)]
    reasons = Qt.FocusReason
    to.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    _bring_into_view(to)
    return True


def reading_order(part: QWidget) -> Iterator[QWidget]:
    """The stops within a part of a window."""
    for child in as_read(part, default_first=True):
        if _is_stop(child):
            yield child
        if not isinstance(child, _WHOLE):
            yield from reading_order(child)


def as_read(part: QWidget, *, default_first: bool = False) -> list[QWidget]:
    """The visible children line by line; with ``default_first`` that button comes before those beside it."""
    children = [one for one in part.children() if isinstance(one, QWidget)]
    waiting = [one for one in children if one.isVisible() and not one.isWindow()]
    waiting.sort(key=lambda one: one.y())
    found: list[QWidget] = []
    while waiting:
        first = waiting[0]
        line = [one for one in waiting if one.y() <= first.y() + first.height() // 2]
        waiting = [one for one in waiting if one not in line]
        found += sorted(line, key=lambda one: (default_first and not _is_default(one), one.x()))
    return found


def _is_default(one: QWidget) -> bool:
    return isinstance(one, QPushButton) and one.isDefault()


def _is_stop(one: QWidget) -> bool:
    tabbed = one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return tabbed and one.isEnabled() and one.focusProxy() is None


def _bring_into_view(one: QWidget) -> None:
    parent = one.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(one)
        parent = parent.parentWidget()
