"""Things to see to, one under the other: each line is a button, and arrow keys move between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import Chip, ChipValue
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label


@dataclass(frozen=True)
class TaskLine:
    """One thing.

    Attributes:
        text: what it is, in a few words.
        slot: opens the work; called without arguments.
        note: more about it.
        alarm: what is wrong about it, in red words.
        chip: its state.
    """

    text: str
    slot: Callable[[], object] = field(compare=False)
    note: str = ""
    alarm: str = ""
    chip: ChipValue | None = None


class TaskRow(QAbstractButton):
    """A line; a click, Enter or the space bar opens it."""

    def __init__(self, line: TaskLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(". ".join(filter(None, (line.text, line.alarm))))
        self.setAccessibleDescription(line.note)
        self.clicked.connect(lambda *_checked: self.line.slot())
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        column.setSpacing(theme.px(2))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(label(line.text, "strong", wrap=True), 1)
        if line.chip is not None:
            head.addWidget(Chip(*line.chip), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if line.alarm:
            column.addWidget(label(line.alarm, tone="bad", wrap=True))
        if line.note:
            column.addWidget(label(line.note, "muted", wrap=True))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # Qt's overrides

    def hasHeightForWidth(self) -> bool:
        return True

    def minimumSizeHint(self) -> QSize:
        """As high as the text is at this width; the layout's own answer is for a narrow column."""
        width = super().minimumSizeHint().width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # an abstract button would move the focus by its own ideas; the list decides
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.underMouse() or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours
        painter.setBrush(QColor(colours.hover if self.underMouse() else colours.surface))
        ring = QPen(QColor(colours.primary), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(ring)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        painter.end()


class TaskList(QWidget):
    """A handful of lines. The keyboard stays on the same thing when the lines are read anew."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows: list[TaskRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))

    def set_lines(self, lines: Sequence[TaskLine]) -> None:
        """Show other lines; where they say the same as before, only what a click does is exchanged."""
        self.setVisible(bool(lines))
        if [row.line for row in self.rows] == list(lines):
            for row, line in zip(self.rows, lines, strict=True):
                row.line = line
            return
        focused = next((row.line.text for row in self.rows if row.hasFocus()), None)
        clear(self._column)
        self.rows = [TaskRow(line, self) for line in lines]
        for row in self.rows:
            self._column.addWidget(row)
            if row.line.text == focused:
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
