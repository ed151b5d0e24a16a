"""Paints the cells of a table: text, muted text, masked text with muted ●, chips and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hvacdesk.ui.fonts import base_font, figures_font, metrics
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import ChipValue, chip_size, paint_chip
from hvacdesk.ui.widgets.table_model import Index, TableModel, shown_text

ROW_HEIGHT = 42
PAD_LEFT, PAD_RIGHT = 12, 8
HEAD_PAD = 10
"""The style sheet's padding of a header's section."""
_PARTS = re.compile("●+|[^●]+")
_SELECTED, _HOVERED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value
Marks = Callable[[str], Sequence[tuple[int, int]]]
"""The parts of a text that stand out, each from its first character to behind its last."""


def cell_width(value: object, kind: str) -> int:
    """How wide a cell must be to show all of a value."""
    if isinstance(value, ChipValue):
        wanted = chip_size(value.text).width()
    else:
        measures = metrics(theme.px(14), figures=kind == "number")
        wanted = measures.horizontalAdvance(shown_text(value)) + 1
    return wanted + theme.px(PAD_LEFT) + theme.px(PAD_RIGHT)


def title_width(text: str) -> int:
    """How wide a column must be to show all of its title."""
    return metrics(theme.px(12)).horizontalAdvance(text) + 2 * theme.px(HEAD_PAD) + 1


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
        """Make what every cell needs once: a list of customers paints seventy cells for each key typed."""
        size, colours = theme.px(14), theme.colours
        self._text_font, self._figures_font = base_font(size), figures_font(size)
        self._text_measures, self._figures_measures = metrics(size), metrics(size, figures=True)
        self._left, self._right = theme.px(PAD_LEFT), theme.px(PAD_RIGHT)
        self._text, self._muted, self._line = (
            QColor(colour) for colour in (colours.text, colours.muted, colours.line)
        )
        self._selection, self._hover = QColor(colours.selection), QColor(colours.hover)

    def _draw_text(
        self, painter: QPainter, box: QRect, text: str, kind: str, *, right: bool, chosen: bool
    ) -> None:
        figures = kind == "number"
        measures = self._figures_measures if figures else self._text_measures
        painter.setFont(self._figures_font if figures else self._text_font)
        shown = measures.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        at: float = box.right() - measures.horizontalAdvance(shown) if right else box.x()
        height, ascent = measures.height(), measures.ascent()
        base = box.y() + (box.height() - height) / 2 + ascent
        if self.marks is not None:
            self._draw_marks(painter, QRectF(at, base - ascent, 0, height), shown, measures)
        plain = self._muted if kind == "muted" and not chosen else self._text
        if chosen or "●" not in shown:
            painter.setPen(plain)
            painter.drawText(QPointF(at, base), shown)
            return
        for part in _PARTS.findall(shown):
            painter.setPen(self._muted if part[0] == "●" else plain)
            painter.drawText(QPointF(at, base), part)
            at += measures.horizontalAdvance(part)

    def _draw_marks(self, painter: QPainter, line: QRectF, text: str, measures: QFontMetrics) -> None:
        """Underlay the parts that stand out, in a colour that is no text's, with a rule for who sees none."""
        for first, end in self.marks(text) if self.marks is not None else ():
            left = line.x() + measures.horizontalAdvance(text[:first])
            part = QRectF(left, line.y(), measures.horizontalAdvance(text[first:end]), line.height())
            painter.fillRect(part, QColor(theme.colours.shown_ground))
            rule = QRectF(part.x(), part.bottom() - theme.px(2), part.width(), theme.px(2))
            painter.fillRect(rule, QColor(theme.colours.warn))

    # Qt's overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TableModel):
            return
        column = model.columns[index.column()]
        value = model.value_at(index)
        state, rect = option.state.value, option.rect
        chosen = bool(state & _SELECTED)
        if chosen:
            painter.fillRect(rect, self._selection)
        elif state & _HOVERED:
            painter.fillRect(rect, self._hover)
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        box = rect.adjusted(self._left, 0, -self._right, -1)
        if isinstance(value, ChipValue):
            if value.text:
                paint_chip(painter, QRectF(box), value.text, value.tone)
        elif text := shown_text(value):
            right = column.align == "right"
            self._draw_text(painter, box, text, column.kind, right=right, chosen=chosen)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(80), theme.px(ROW_HEIGHT))
