"""Labels in the few styles that the design knows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from hvacdesk.ui.theme import theme

LINE_PITCH = 1.35
"""Distance of a paragraph's lines in line heights."""
MEASURES_KEPT = 8
"""Widths for which a paragraph remembers its height."""


class Paragraph(QLabel):
    """Text of several lines with room between them: BIZ UDPGothic's own lines stand very close."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._counts: dict[tuple[int, str, str], int] = {}

    def _pitch(self) -> int:
        return round(self.fontMetrics().height() * LINE_PITCH)

    def _lines(self, width: int) -> tuple[QTextLayout, int]:
        """The text broken at that width, and how many lines it takes."""
        options = QTextOption(self.alignment())
        options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        layout.setTextOption(options)
        pitch, margins, count = self._pitch(), self.contentsMargins(), 0
        above = (pitch - self.fontMetrics().height()) / 2
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - margins.left() - margins.right()))
            line.setPosition(QPointF(margins.left(), margins.top() + above + count * pitch))
            count += 1
        layout.endLayout()
        return layout, count

    def _count(self, width: int) -> int:
        """How many lines the text takes; a layout asks for the same again and again."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        key = (room, self.text(), self.font().key())
        if key not in self._counts:
            if len(self._counts) >= MEASURES_KEPT:
                self._counts.clear()
            self._counts[key] = self._lines(width)[1]
        return self._counts[key]

    # Qt's overrides

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        return max(1, self._count(width)) * self._pitch() + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        margins = self.contentsMargins()
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + 2
        width = min(wanted, theme.px(420))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(min(self.sizeHint().width(), theme.px(60)), self._pitch())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard:
            super().paintEvent(event)
            return
        layout, count = self._lines(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        spare = self.height() - count * self._pitch()
        top = spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter and spare > 0 else 0
        layout.draw(painter, QPointF(0, top))
        painter.end()


def label(
    text: str, role: str = "", *, tone: str = "", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A label that never reads its text as HTML.

    Args:
        role: ``title``, ``heading``, ``strong``, ``muted``, ``label``, ``error``, ``number``, ``code``.
        tone: a tone of :class:`~hvacdesk.ui.theme.Tone` or ``primary``, for coloured text.
        wrap: break long text; without it the label is as wide as its text.
    """
    made = Paragraph(parent) if wrap else QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin horizontal line between two parts of a card."""
    line = QFrame(parent)
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again after a property that it selects on was changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def gap(size: int = 14) -> int:
    """A distance of the design (4, 8, 14, 24) at the chosen text size."""
    return theme.px(size)
