"""Paints the cells of a table: text, muted text, masked text with muted ●, chips and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hvacdesk.ui.fonts import base_font, figures_font
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import ChipValue, chip_size, paint_chip
from hvacdesk.ui.widgets.table_model import VALUE_ROLE, Index, TableModel, shown_text

ROW_HEIGHT = 42
PAD_LEFT, PAD_RIGHT = 12, 8
HEAD_PAD = 10
"""The style sheet's padding of a header's section."""
_PARTS = re.compile("●+|[^●]+")
Marks = Callable[[str], Sequence[tuple[int, int]]]
"""The parts of a text that stand out, each from its first character to behind its last."""


def cell_width(value: object, kind: str) -> int:
    """How wide a cell must be to show all of a value."""
    if isinstance(value, ChipValue):
        wanted = chip_size(value.text).width()
    else:
        size = theme.px(14)
        metrics = QFontMetrics(figures_font(size) if kind == "number" else base_font(size))
        wanted = metrics.horizontalAdvance(shown_text(value)) + 1
    return wanted + theme.px(PAD_LEFT) + theme.px(PAD_RIGHT)


def title_width(text: str) -> int:
    """How wide a column must be to show all of its title."""
    return QFontMetrics(base_font(theme.px(12))).horizontalAdvance(text) + 2 * theme.px(HEAD_PAD) + 1


class CellDelegate(QStyledItemDelegate):
    """Draws each cell by its column's kind, in the palette in force.

    Attributes:
        marks: which parts of a text stand out.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.marks: Marks | None = None
        self._set_fonts()
        theme.changed.connect(self._set_fonts)

    def _set_fonts(self) -> None:
        self._text_font = base_font(theme.px(14))
        self._figures_font = figures_font(theme.px(14))

    def _draw_text(
        self, painter: QPainter, box: QRect, text: str, kind: str, *, right: bool, chosen: bool
    ) -> None:
        colours = theme.colours
        painter.setFont(self._figures_font if kind == "number" else self._text_font)
        metrics: QFontMetrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(text)
        shown = text
        if width > box.width():
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            width = metrics.horizontalAdvance(shown)
        base = box.y() + (box.height() - metrics.height()) / 2 + metrics.ascent()
        at = box.right() - width if right else box.x()
        self._draw_marks(painter, QRectF(at, base - metrics.ascent(), 0, metrics.height()), shown)
        plain = colours.muted if kind == "muted" and not chosen else colours.text
        if chosen or "●" not in shown:
            painter.setPen(QColor(plain))
            painter.drawText(QPointF(at, base), shown)
            return
        for part in _PARTS.findall(shown):
            painter.setPen(QColor(colours.muted if part[0] == "●" else plain))
            painter.drawText(QPointF(at, base), part)
            at += metrics.horizontalAdvance(part)

    def _draw_marks(self, painter: QPainter, line: QRectF, text: str) -> None:
        """Underlay the parts that stand out, in a colour that is no text's, with a rule for who sees none."""
        metrics = painter.fontMetrics()
        for first, end in self.marks(text) if self.marks is not None else ():
            left = line.x() + metrics.horizontalAdvance(text[:first])
            part = QRectF(left, line.y(), metrics.horizontalAdvance(text[first:end]), line.height())
            painter.fillRect(part, QColor(theme.colours.shown_ground))
            rule = QRectF(part.x(), part.bottom() - theme.px(2), part.width(), theme.px(2))
            painter.fillRect(rule, QColor(theme.colours.warn))

    # Qt's overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TableModel):
            return
        column = model.columns[index.column()]
        value = model.data(index, VALUE_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = theme.colours
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        box = option.rect.adjusted(theme.px(PAD_LEFT), 0, -theme.px(PAD_RIGHT), -1)
        if isinstance(value, ChipValue):
            if value.text:
                paint_chip(painter, QRectF(box), value.text, value.tone)
        else:
            right = column.align == "right"
            self._draw_text(painter, box, shown_text(value), column.kind, right=right, chosen=chosen)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(80), theme.px(ROW_HEIGHT))
