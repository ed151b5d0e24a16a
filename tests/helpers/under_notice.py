"""Whether a long message at a window's foot lies over anything that can be pressed or typed in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.notice import Notice, NoticePlace
from tests.helpers.fitting import name_of
from tests.helpers.visible import visible

LONG = (
    "事務所のパソコンから応答がありませんでした。次の操作は実行されている可能性があります："
    "「廃棄を申請」（月末の廃棄点検）。もう一度操作する前に確認してください。"
)
"""As long as any: three lines and more of large text on a small screen."""
NEAR = 24
"""Design pixels: what is cut so near to the message seems to be cut by it."""
TURNS = 5
"""As many as there may be layouts in layouts, and what follows on them."""
PRESSED: tuple[type[QWidget], ...] = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)


def under_notice(window: QWidget) -> list[str]:
    """What lies under a message or goes under it when it comes, and what does not come back afterwards."""
    place = next(reversed(visible(window, NoticePlace)), None)
    if place is None:
        return []
    silent = not visible(place, QWidget)
    before = {one: _where(one, window) for one in _pressable(window, place)}
    told = Notice(place, LONG, lambda: None, action="元に戻す")
    _settle()
    bar = _where(place, window)
    found = []
    for one in _pressable(window, place):
        whole, room = _where(one, window), _room(one, window)
        if (whole & room).intersects(bar):
            found.append(f"{name_of(one)} lies under the message")
        elif whole.bottom() > room.bottom() >= max(whole.top(), bar.top() - theme.px(NEAR)) > room.top():
            found.append(f"{name_of(one)} lies half under the message")
        elif whole.bottom() > room.bottom() and before.get(one, QRect()).bottom() <= room.bottom():
            found.append(f"{name_of(one)} goes under the message")
    if isValid(told):
        told.close()
        _settle()
    if silent and not isinstance(window, QDialog):  # which stays as large as it had to become
        moved = [one for one, where in before.items() if isValid(one) and _where(one, window) != where]
        found += [f"{name_of(one)} does not come back" for one in moved if one.isVisible()]
    return found


def _pressable(window: QWidget, place: QWidget) -> list[QWidget]:
    found = [one for one in visible(window, QWidget) if isinstance(one, PRESSED)]
    return [one for one in found if one.isEnabled() and not place.isAncestorOf(one)]


def _where(one: QWidget, window: QWidget) -> QRect:
    return QRect(one.mapTo(window, QPoint(0, 0)), one.size())


def _room(one: QWidget, window: QWidget) -> QRect:
    """What of the window is not cut by those in which it lies."""
    room, above = window.rect(), one.parentWidget()
    while above is not None and above is not window:
        room &= _where(above, window)
        above = above.parentWidget()
    return room


def _settle() -> None:
    for _ in range(TURNS):
        QApplication.processEvents()
