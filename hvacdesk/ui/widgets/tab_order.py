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
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
"""What is built of parts that are not visited one by one."""

LEADS_ON = "leadsOn"
"""A property: the button for what its window is about, which is at the right end and comes first."""

WAY_BACK = "begunOn"
"""A property: the answer that changes nothing, on which a question begins; it comes before what leads on."""

BESIDE = "besideAField"
"""A property: a button that removes or shows what a field holds, which one key too many should not do.

Tab comes to it after the fields, and Enter, which leads from field to field, does not press it.
"""


def is_usable(one: QWidget) -> bool:
    """Whether it is shown and enabled."""
    return one.isVisible() and one.isEnabled()


def focus_stop(to: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    """Give a stop the keyboard, in sight."""
    to.setFocus(reason)
    _bring_into_view(to)


def reading_order(part: QWidget, also: QWidget | None = None) -> Iterator[QWidget]:
    """The stops within a part of a window, and ``also``, which need not be one, at its place among them."""
    beside = []
    for stop in _stops(part, also):
        if stop.property(BESIDE):
            beside.append(stop)
        else:
            yield stop
    yield from beside


def _stops(part: QWidget, also: QWidget | None) -> Iterator[QWidget]:
    for child in as_read(part, leading_first=True):
        if _is_stop(child) or child is also:
            yield child
        if not isinstance(child, _WHOLE):
            yield from _stops(child, also)


def as_read(part: QWidget, *, leading_first: bool = False) -> list[QWidget]:
    """The visible children line by line; ``leading_first`` puts what leads on before what is beside it."""
    children = [one for one in part.children() if isinstance(one, QWidget)]
    waiting = [one for one in children if one.isVisible() and not one.isWindow()]
    waiting.sort(key=lambda one: one.y())
    found: list[QWidget] = []
    while waiting:
        first = waiting[0]
        line = [one for one in waiting if one.y() <= first.y() + first.height() // 2]
        waiting = [one for one in waiting if one not in line]
        found += sorted(line, key=lambda one: (_rank(one) if leading_first else 0, one.x()))
    return found


def _rank(one: QWidget) -> int:
    return 0 if one.property(WAY_BACK) else 1 if one.property(LEADS_ON) else 2


def _is_stop(one: QWidget) -> bool:
    tabbed = one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return tabbed and one.isEnabled() and one.focusProxy() is None


def _bring_into_view(one: QWidget) -> None:
    parent = one.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(one)
        parent = parent.parentWidget()
