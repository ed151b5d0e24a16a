"""Finds what a window cuts off, lets overlap or hides: by size hints against geometry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.layouts import least_size
from hvacdesk.ui.widgets.page_room import PageRoom
from hvacdesk.ui.widgets.table_painter import title_width
from hvacdesk.ui.widgets.task_list import TaskRow
from hvacdesk.ui.widgets.text import Paragraph
from hvacdesk.ui.widgets.within_screen import fits
from tests.helpers.visible import visible

_NUMBER = re.compile(r"[-+]?[0-9][0-9,.]*")
_BESIDE_TEXT = 2
"""What Qt leaves free on each side of a field's text (QLineEdit's own horizontal margin)."""

SLACK = 1
"""Rounding of a layout that shares out pixels."""


def cut(widget: QWidget) -> list[str]:
    """The visible texts on one line that are wider than their room."""
    texts: list[QLabel | QPushButton] = list(visible(widget, QPushButton))
    texts += [one for one in visible(widget, QLabel) if not one.wordWrap()]
    return [
        f"{one.text()!r} needs {one.sizeHint().width()}, has {one.width()}"
        for one in texts
        if one.text() and one.sizeHint().width() > one.width()
    ]


def half_numbers(widget: QWidget) -> list[str]:
    """The visible fields whose number is wider than they are: what shows of it is read as another number."""
    return [
        f"{name_of(one)} shows a part of {one.text()}: needs {need}, has {room}"
        for one in visible(widget, QLineEdit)
        if _NUMBER.fullmatch(one.text())
        and (need := one.fontMetrics().horizontalAdvance(one.text())) > (room := _room(one))
    ]


def _room(field: QLineEdit) -> int:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    return inside.marginsRemoved(field.textMargins()).width() - 2 * _BESIDE_TEXT


def scrolling(widget: QWidget) -> list[str]:
    """The visible tables and areas whose content is wider than they are."""
    return [text for _kind, _pixels, text in sideways(widget)]


def sideways(widget: QWidget) -> list[tuple[str, int, str]]:
    """The same, each with the name of its class and the pixels that it lacks."""
    return [
        (type(area).__name__, lacks, f"{area.accessibleName() or type(area).__name__} lacks {lacks}")
        for kind in (DataTable, QScrollArea)
        for area in visible(widget, kind)
        if (lacks := area.horizontalScrollBar().maximum())
    ]


def needless(widget: QWidget) -> list[str]:
    """The visible areas that scroll up and down though everything in them would be seen without."""
    return [
        f"{name_of(area)} scrolls by {area.verticalScrollBar().maximum()}, its content ends at {foot}"
        for area in visible(widget, QScrollArea)
        if area.widgetResizable()
        and area.verticalScrollBar().maximum()
        and (foot := _foot(area)) < area.viewport().height()
    ]


def _foot(area: QScrollArea) -> int:
    """The height that the content needs: down to the lowest part that shows something, and its margin."""
    content = area.widget()
    assert content is not None, name_of(area)
    layout = content.layout()
    edge = layout.contentsMargins().bottom() if layout is not None else 0
    shown = [one for one in visible(content, QWidget) if not _holds_others(one)]
    return edge + max((one.mapTo(content, one.rect().bottomLeft()).y() for one in shown), default=0)


def _holds_others(one: QWidget) -> bool:
    return one.layout() is not None and type(one) is QWidget


def pressed_flat(widget: QWidget) -> list[str]:
    """The visible texts, buttons and fields that are lower than they need to be."""
    return [
        f"{name_of(one)} needs the height {need}, has {one.height()}"
        for one in visible(widget, QWidget)
        if (need := _height_needed(one)) > one.height() + SLACK
    ]


def _height_needed(one: QWidget) -> int:
    if isinstance(one, TaskRow):
        return one.heightForWidth(one.width())
    if isinstance(one, Paragraph):
        return one.heightForWidth(one.width()) if one.text() else 0
    if isinstance(one, QToolButton):
        return 0  # inside a field, with a margin that the field's height may eat
    if isinstance(one, (QLabel, QAbstractButton, QComboBox, QAbstractSpinBox, Chip)):
        return one.minimumSizeHint().height()
    return 0


def narrow(widget: QWidget) -> list[str]:
    """Check marks, choices, chips and column titles that do not show all of their words, nor a tooltip."""
    found = [
        f"{name_of(one)} needs {one.sizeHint().width()}, has {one.width()}"
        for kind in (QCheckBox, QRadioButton, Chip)
        for one in visible(widget, kind)
        if not one.toolTip() and one.sizeHint().width() > one.width() + SLACK
    ]
    for table in visible(widget, DataTable):
        found += _narrow_titles(table)
    return found


def _narrow_titles(table: DataTable) -> Iterator[str]:
    for at, column in enumerate(table._model.columns):
        if not table.isColumnHidden(at) and title_width(column.title) > table.columnWidth(at) + SLACK:
            yield f"column {column.title!r} of {table.accessibleName()!r} has {table.columnWidth(at)}"


def overlapping(widget: QWidget) -> list[str]:
    """Visible neighbours that lie over each other, and parts that stick out of what holds them."""
    found = []
    for parent in (widget, *visible(widget, QWidget)):
        if isinstance(parent, (QAbstractScrollArea, QHeaderView, QComboBox)):
            continue
        parts = [one for one in _parts(parent) if one.width() and one.height()]
        for first, second in combinations(parts, 2):
            common = first.geometry() & second.geometry()
            if common.width() > SLACK and common.height() > SLACK:
                found.append(f"{name_of(first)} lies over {name_of(second)}")
        if isinstance(parent.parentWidget(), (QAbstractScrollArea, QStackedWidget)):
            continue
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        found += [
            f"{name_of(one)} sticks out of {name_of(parent)}" for one in parts if _sticks_out(one, room)
        ]
    return found


def _parts(parent: QWidget) -> list[QWidget]:
    children = [one for one in parent.children() if isinstance(one, QWidget)]
    return [one for one in children if one.isVisible() and not one.isWindow()]


def _sticks_out(one: QWidget, room: QRect) -> bool:
    return not isinstance(one.parentWidget(), QAbstractScrollArea) and not room.contains(one.geometry())


def larger_than(shown: QWidget, width: int, height: int) -> list[str]:
    """Whether the window is larger than that, or could be made no smaller."""
    window = shown.window()
    room = QSize(width, height)
    found = []
    for what, size in (("is", window.size()), ("needs", least_size(window)), ("keeps", window.minimumSize())):
        if not fits(size, room):
            found.append(f"the window {what} {size.width()} × {size.height()}, more than {width} × {height}")
    return found


def crowded(window: QWidget) -> list[str]:
    """Whether a page needs more than the window has from top to foot."""
    return [
        f"the page lacks {lacks} from top to foot"
        for room in visible(window, PageRoom)
        if (lacks := room.verticalScrollBar().maximum())
    ]


def name_of(widget: QWidget) -> str:
    """How a person would find the widget."""
    text = getattr(widget, "text", "")
    shown = widget.accessibleName() or (text() if callable(text) else text) or ""
    at = widget.mapTo(widget.window(), QPoint(0, 0))
    return f"{type(widget).__name__} {shown[:40]!r} at {at.x()}, {at.y()}"
