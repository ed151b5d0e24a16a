"""Finds what a window cuts off: texts wider than their room, and areas that scroll sideways."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from hvacdesk.ui.widgets.data_table import DataTable


def cut(widget: QWidget) -> list[str]:
    """The visible texts on one line that are wider than their room."""
    texts: list[QLabel | QPushButton] = list(widget.findChildren(QPushButton))
    texts += [one for one in widget.findChildren(QLabel) if not one.wordWrap()]
    return [
        f"{one.text()!r} needs {one.sizeHint().width()}, has {one.width()}"
        for one in texts
        if one.isVisible() and one.text() and one.sizeHint().width() > one.width()
    ]


def scrolling(widget: QWidget) -> list[str]:
    """The visible tables and areas whose content is wider than they are."""
    return [
        f"{area.accessibleName() or type(area).__name__} lacks {area.horizontalScrollBar().maximum()}"
        for kind in (DataTable, QScrollArea)
        for area in widget.findChildren(kind)
        if area.isVisible() and area.horizontalScrollBar().maximum()
    ]
