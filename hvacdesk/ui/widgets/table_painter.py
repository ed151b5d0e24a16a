"""Paints the rows of a table: text, muted text, masked text with muted ●, chips and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLine, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QTableView

from hvacdesk.ui.fonts import base_font, figures_font, metrics
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import ChipValue, chip_size, paint_chip
from hvacdesk.ui.widgets.table_model import Column, TableModel, shown_text

ROW_HEIGHT = 42
_TEXT_OF_ROW = 26
"""Of it so much grows with the text; the rest is room between the lines."""
PAD_LEFT, PAD_RIGHT = 12, 8
HEAD_PAD = 10
"""The style sheet's padding of a header's section."""
_PARTS = re.compile("●+|[^●]+")
_REMEMBERED = 2_000
_CUT = "…"
Marks = Callable[[str], Sequence[tuple[int, int]]]
"""The parts of a text that are highlighted, each from its first character to behind its last."""


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


_Placed = tuple[QPointF, str]
"""A text and where its baseline begins."""


class _Laid(NamedTuple):
    """A text as it fits into a cell.

    Attributes:
        text: what there is room for.
        width: of that.
        parts: the text cut into parts that are masked and parts that are not, each with its distance from
            the left; nothing where it hides nothing.
    """

    text: str
    width: int
    parts: Sequence[tuple[int, str]]


class _PaintedLine(NamedTuple):
    """A row that is to be painted."""

    number: int
    top: int
    row: object
    chosen: bool


class _Strip(NamedTuple):
    """A column that is to be painted."""

    number: int
    column: Column
    left: int
    width: int


class TablePainter(QObject):
    """Draws what is seen of a table, in the palette in force.

    It goes column by column and colour by colour: a list of customers paints eighty cells for each key typed,
    and a delegate that is called for each cell sets a font and two colours each time, which took nearly twice
    as long.

    Attributes:
        marks: which parts of a text are highlighted.
    """

    @staticmethod
    def row_height() -> int:
        """The height of a row, in pixels."""
        return theme.px(_TEXT_OF_ROW) + theme.gap(ROW_HEIGHT - _TEXT_OF_ROW)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.cover(everything=True)
        self.marks: Marks | None = None
        self._set_fonts()
        theme.changed.connect(self._set_fonts)

    def _set_fonts(self) -> None:
        size, colours = theme.px(14), theme.colours
        self._laid: dict[tuple[str, int, bool], _Laid] = {}
        self._text_font, self._figures_font = base_font(size), figures_font(size)
        self._text_measures, self._figures_measures = metrics(size), metrics(size, figures=True)
        self._left, self._right = theme.px(PAD_LEFT), theme.px(PAD_RIGHT)
        self._rule = theme.px(2)
        self._text, self._muted, self._line = (
            QColor(colour) for colour in (colours.text, colours.muted, colours.line)
        )
        self._ground = QColor(colours.surface)
        self._selection, self._hover = QColor(colours.selection), QColor(colours.hover)
        self._mark_ground, self._mark_rule = QColor(colours.shown_ground), QColor(colours.warn)

    def cover(self, *, everything: bool) -> None:
        """Say whether the rows' ground hides all that lies under the table; round corners let some be seen.

        Where it does, nothing of that is painted again with each key that is typed.
        """
        self._table.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, everything)

    def paint(self, painter: QPainter, model: TableModel, area: QRect, hovered: tuple[int, int]) -> None:
        """Draw the cells that touch an area.

        Args:
            area: of the table's viewport.
            hovered: row and column under the mouse; -1 for none.
        """
        if self._table.viewport().testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent):
            painter.fillRect(area, self._ground)
        lines, strips = self._lines(model, area), self._strips(model, area)
        if not lines or not strips:
            return
        height = self._table.rowHeight(lines[0].number)
        self._draw_grounds(painter, lines, strips, height, hovered)
        for strip in strips:
            self._draw_strip(painter, strip, lines, height)

    def _lines(self, model: TableModel, area: QRect) -> list[_PaintedLine]:
        table = self._table
        first, last = table.rowAt(area.top()), table.rowAt(area.bottom())
        if first < 0:
            return []
        chosen = {index.row() for index in table.selectionModel().selectedRows()}
        top, height = table.rowViewportPosition(first), table.rowHeight(first)
        numbers = range(first, (last if last >= 0 else model.rowCount() - 1) + 1)
        return [
            _PaintedLine(number, top + height * (number - first), model.row_at(number), number in chosen)
            for number in numbers
        ]

    def _strips(self, model: TableModel, area: QRect) -> list[_Strip]:
        table = self._table
        strips = (
            _Strip(number, column, table.columnViewportPosition(number), table.columnWidth(number))
            for number, column in enumerate(model.columns)
            if not table.isColumnHidden(number)
        )
        return [
            strip for strip in strips if strip.left <= area.right() and strip.left + strip.width > area.left()
        ]

    def _draw_grounds(
        self,
        painter: QPainter,
        lines: Sequence[_PaintedLine],
        strips: Sequence[_Strip],
        height: int,
        hovered: tuple[int, int],
    ) -> None:
        left = min(strip.left for strip in strips)
        right = max(strip.left + strip.width for strip in strips)
        for line in lines:
            if line.chosen:
                painter.fillRect(left, line.top, right - left, height, self._selection)
                continue
            for strip in strips:
                if (line.number, strip.number) == hovered:
                    painter.fillRect(strip.left, line.top, strip.width, height, self._hover)
        painter.setPen(self._line)
        bottoms = (line.top + height - 1 for line in lines)
        painter.drawLines([QLine(left, bottom, right - 1, bottom) for bottom in bottoms])

    def _draw_strip(
        self, painter: QPainter, strip: _Strip, lines: Iterable[_PaintedLine], height: int
    ) -> None:
        box = QRect(strip.left, 0, strip.width, height).adjusted(self._left, 0, -self._right, -1)
        texts: list[tuple[_PaintedLine, str]] = []
        for line in lines:
            value = strip.column.of(line.row)
            if not isinstance(value, ChipValue):
                texts.append((line, shown_text(value)))
            elif value.text:
                paint_chip(painter, QRectF(box.translated(0, line.top)), value.text, value.tone)
        self._draw_texts(painter, strip.column, box, texts)

    def _draw_texts(
        self, painter: QPainter, column: Column, box: QRect, texts: Iterable[tuple[_PaintedLine, str]]
    ) -> None:
        figures = column.kind == "number"
        measures = self._figures_measures if figures else self._text_measures
        base = (box.height() - measures.height()) / 2 + measures.ascent()
        plain: list[_Placed] = []
        muted: list[_Placed] = []
        for line, text in texts:
            laid = self._laid_out(text, box.width(), figures)
            if laid.text != text and self.marks is not None:
                laid = self._laid_with_mark(text, laid, box.width(), figures)
            left = box.right() - laid.width if column.align == "right" else box.x()
            top = line.top + base
            if self.marks is not None:
                self._draw_marks(painter, QPointF(left, top), laid.text, measures)
            own = muted if column.kind == "muted" and not line.chosen else plain
            if line.chosen or not laid.parts:
                own.append((QPointF(left, top), laid.text))
            else:
                for distance, part in laid.parts:
                    (muted if part[0] == "●" else own).append((QPointF(left + distance, top), part))
        painter.setFont(self._figures_font if figures else self._text_font)
        _draw(painter, plain, self._text)
        _draw(painter, muted, self._muted)

    def _laid_out(self, text: str, room: int, figures: bool) -> _Laid:
        """How a text fits; remembered, since most of the texts after a key were on the screen before it."""
        key = (text, room, figures)
        laid = self._laid.get(key)
        if laid is None:
            if len(self._laid) >= _REMEMBERED:
                self._laid.clear()
            measures = self._figures_measures if figures else self._text_measures
            shown, width = text, measures.horizontalAdvance(text)
            if width > room:
                shown = measures.elidedText(text, Qt.TextElideMode.ElideRight, room)
                width = measures.horizontalAdvance(shown)
            parts = tuple(_parts(shown, measures)) if "●" in shown else ()
            laid = self._laid[key] = _Laid(shown, width, parts)
        return laid

    def _laid_with_mark(self, text: str, laid: _Laid, room: int, figures: bool) -> _Laid:
        """The same with its beginning cut off instead, where what is marked would be behind the end."""
        found = self.marks(text) if self.marks is not None else ()
        if not found or found[0][1] < len(laid.text):
            return laid
        first, end = found[0]
        key = (f"{first} {end} {text}", room, figures)
        behind = self._laid.get(key)
        if behind is None:
            measures = self._figures_measures if figures else self._text_measures
            while first and measures.horizontalAdvance(_CUT + text[first - 1 : end]) <= room:
                first -= 1
            shown = measures.elidedText(_CUT + text[first:], Qt.TextElideMode.ElideRight, room)
            parts = tuple(_parts(shown, measures)) if "●" in shown else ()
            behind = self._laid[key] = _Laid(shown, measures.horizontalAdvance(shown), parts)
        return behind

    def _draw_marks(self, painter: QPainter, at: QPointF, text: str, measures: QFontMetrics) -> None:
        """Underlay the marked parts, in a colour that no text has, with a line for the colour-blind."""
        for first, end in self.marks(text) if self.marks is not None else ():
            left = at.x() + measures.horizontalAdvance(text[:first])
            width = measures.horizontalAdvance(text[first:end])
            part = QRectF(left, at.y() - measures.ascent(), width, measures.height())
            painter.fillRect(part, self._mark_ground)
            painter.fillRect(QRectF(left, part.bottom() - self._rule, width, self._rule), self._mark_rule)


def _parts(text: str, measures: QFontMetrics) -> Iterator[tuple[int, str]]:
    """The masked parts of the text and the others, each with its distance from the left."""
    distance = 0
    for part in _PARTS.findall(text):
        yield distance, part
        distance += measures.horizontalAdvance(part)


def _draw(painter: QPainter, texts: Iterable[_Placed], colour: QColor) -> None:
    painter.setPen(colour)
    for at, text in texts:
        painter.drawText(at, text)
