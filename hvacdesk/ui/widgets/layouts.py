"""Small arrangements that several pages share."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from hvacdesk.ui.theme import theme


def side_by_side(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    """Widgets next to each other with their shares of the width, aligned at the top."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    for widget, share in parts:
        row.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
    return row


def least_size(window: QWidget) -> QSize:
    """What a window's content needs at the width that it has.

    Qt takes the height from the width that it would like, and then gives less width.
    """
    layout = window.layout()
    if layout is None:
        return QSize()
    least = layout.totalMinimumSize()
    by_width = layout.totalMinimumHeightForWidth(window.width()) if layout.hasHeightForWidth() else 0
    return least.expandedTo(QSize(0, by_width))


def grow_to_text(window: QWidget) -> None:
    """Make a window high enough for its paragraphs at the width that it has.

    :mod:`~hvacdesk.ui.widgets.within_screen` sees to it that the screen has room for that.
    """
    window.resize(window.width(), max(window.height(), least_size(window).height()))


def clear(layout: QLayout) -> None:
    """Remove every widget from a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
