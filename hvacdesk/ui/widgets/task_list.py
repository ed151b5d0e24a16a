"""Things to see to, one under the other: each line is a button, and arrow keys move between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QMargins, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from hvacdesk.ui.fonts import base_font, metrics
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.aim import Aim
from hvacdesk.ui.widgets.chip import ChipValue, chip_size, paint_chip
from hvacdesk.ui.widgets.keyboard import has_keyboard
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import broken, line_pitch


@dataclass(frozen=True)
class TaskLine:
    """One thing.

    Attributes:
        text: what it is, in a few words.
        slot: opens the work; called without arguments.
        note: more about it.
        alarm: what is wrong about it, in red words.
        chip: its state.
        record: id of what it is about, where another thing may be called alike.
    """

    text: str
    slot: Callable[[], object] = field(compare=False)
    note: str = ""
    alarm: str = ""
    chip: ChipValue | None = None
    record: str = ""

    @property
    def about(self) -> tuple[str, str]:
        """What tells it from the other lines, whatever is said of it meanwhile."""
        return self.record, "" if self.record else self.text


class _Text:
    """One of a row's texts, as it is drawn; its colour is looked up at that moment."""

    def __init__(self, text: str, pixels: int, colour: str, *, bold: bool = False) -> None:
        self._text = text
        self._one_line = "\n" not in text
        self._font = base_font(pixels, bold=bold)
        self._pitch = line_pitch(metrics(pixels, bold=bold))
        self._colour = colour
        self.width = metrics(pixels, bold=bold).horizontalAdvance(text) + 2

    def height(self, width: int, device: QWidget) -> int:
        """How high it is at that width."""
        if self._one_line and self.width <= width:
            return self._pitch
        return self._broken(width, device)[1] * self._pitch

    def draw(self, painter: QPainter, box: QRect, device: QWidget) -> None:
        """Draw it, from the top of the box."""
        painter.setPen(QColor(getattr(theme.colours, self._colour)))
        self._broken(box.width(), device)[0].draw(painter, QPointF(box.topLeft()))

    def _broken(self, width: int, device: QWidget) -> tuple[QTextLayout, int]:
        return broken(self._text, self._font, width, Qt.AlignmentFlag.AlignLeft, device)


class TaskRow(QAbstractButton):
    """A line; a click, Enter or the space bar opens it.

    It draws its texts itself: as labels they would be three widgets more to style and to lay out in every
    line, which is most of what a page of such lines takes to open.
    """

    def __init__(self, line: TaskLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = (line.text, line.alarm, line.chip.text if line.chip else "")
        self.setAccessibleName(". ".join(filter(None, said)))
        self.setAccessibleDescription(line.note)
        self.clicked.connect(lambda *_checked: self.line.slot())
        self._head = _Text(line.text, theme.px(14), "text", bold=True)
        self._below = [
            _Text(text, theme.px(size), colour)
            for text, size, colour in ((line.alarm, 14, "bad"), (line.note, 13, "muted"))
            if text
        ]
        self._chip = chip_size(line.chip.text) if line.chip is not None else QSize(0, 0)
        self._margins = QMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        self._places: dict[int, list[tuple[_Text, QRect]]] = {}

    def _boxes(self, width: int) -> list[tuple[_Text, QRect]]:
        """Each text and its place in a row of that width, worked out once: a layout asks many times."""
        if width not in self._places:
            self._places[width] = self._place(width)
        return self._places[width]

    def _place(self, width: int) -> list[tuple[_Text, QRect]]:
        """Under one another; the chip has the room beside the first."""
        inner = QRect(0, 0, width, 0).marginsRemoved(self._margins)
        head = QRect(inner.left(), inner.top(), width - self._room_beside(), 0)
        head.setHeight(max(self._head.height(head.width(), self), self._chip.height()))
        boxes, top = [(self._head, head)], head.top() + head.height()
        for text in self._below:
            top += theme.px(2)
            height = text.height(inner.width(), self)
            boxes.append((text, QRect(inner.left(), top, inner.width(), height)))
            top += height
        return boxes

    def _room_beside(self) -> int:
        """The room beside the first text."""
        chip = self._chip.width() + theme.px(8) if self.line.chip is not None else 0
        return self._margins.left() + chip + self._margins.right()

    def _widest(self) -> int:
        return max(text.width for text in (self._head, *self._below))

    # Qt's overrides

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        _last, box = self._boxes(width)[-1]
        return box.top() + box.height() + self._margins.bottom()

    def sizeHint(self) -> QSize:
        width = min(self._widest(), theme.px(420)) + self._room_beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As high as unbroken text; a layout asks what height its own width takes."""
        unbroken = self._widest() + self._room_beside()
        return QSize(self._room_beside() + theme.px(60), self.heightForWidth(unbroken))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # an abstract button would move the focus by its own ideas; the list decides
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            self._draw_ground(painter)
        for text, box in self._boxes(self.width()):
            text.draw(painter, box, self)
        if self.line.chip is not None:
            right = self.width() - self._margins.right() - self._chip.width()
            place = QRectF(QRect(QPoint(right, self._margins.top()), self._chip))
            paint_chip(painter, place, *self.line.chip)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        """Show whether the pointer or the keyboard is on the line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours
        painter.setBrush(QColor(colours.hover if self.underMouse() else colours.surface))
        ring = QPen(QColor(colours.primary), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(ring)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))


class TaskList(QWidget):
    """A handful of lines. The keyboard stays on the same thing when the lines are read again."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows: list[TaskRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._aim = Aim(self, lambda: ((row.geometry(), row.line.text) for row in self.rows))
        self._aim.watch(self)

    def set_lines(self, lines: Sequence[TaskLine]) -> None:
        """Show other lines; where they say the same as before, only what a click does is exchanged."""
        self._aim.rows_move()
        self.setVisible(bool(lines))
        if [row.line for row in self.rows] == list(lines):
            for row, line in zip(self.rows, lines, strict=True):
                row.line = line
            return
        focused = next((row.line.about for row in self.rows if has_keyboard(row)), None)
        clear(self._column)
        self.rows = [TaskRow(line, self) for line in lines]
        for row in self.rows:
            self._column.addWidget(row)
            self._aim.watch(row)
            if row.line.about == focused:
                row.show()
                row.setFocus()

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        at = next((number for number, row in enumerate(self.rows) if row.hasFocus()), -1)
        if step and at >= 0:
            self.rows[max(0, min(len(self.rows) - 1, at + step))].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
