"""Labels in the few styles that the design knows."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintDevice, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QWidget

from hvacdesk.ui.theme import theme

LINE_PITCH = 1.35
"""Distance of a paragraph's lines in line heights."""
_IN_LETTERS = re.compile(r"[!-~]+")
_OTHER_MEASURES = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


WORD_JOINER = "\u2060"
"""Shows nothing, and no line ends beside it."""


def unbroken(text: str) -> str:
    """A short text, such as a name, that is not to be broken: between kanji a line may end anywhere."""
    return WORD_JOINER.join(text.replace(" ", "\u00a0").replace("\u3000", "\u00a0"))


def line_pitch(measures: QFontMetrics) -> int:
    """The distance of a paragraph's lines in pixels."""
    return round(measures.height() * LINE_PITCH)


def broken(
    text: str, font: QFont, width: int, alignment: Qt.AlignmentFlag, device: QPaintDevice
) -> tuple[QTextLayout, int]:
    """A paragraph's text broken at that width, and how many lines it takes."""
    options = QTextOption(alignment)
    options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font, device)
    layout.setTextOption(options)
    measures, count = QFontMetrics(font), 0
    pitch = line_pitch(measures)
    above = (pitch - measures.height()) / 2
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, above + count * pitch))
        count += 1
    layout.endLayout()
    return layout, count


class Paragraph(QLabel):
    """Text of several lines with room between them: BIZ UDPGothic's own lines are very close.

    A layout asks for the height of the same width again and again, three hundred times for a customer's
    panel, so heights are remembered until text, font or margins change.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._longest: tuple[int, int] | None = None
        self._distance = 0

    def _pitch(self) -> int:
        if not self._distance:
            self._distance = line_pitch(self.fontMetrics())
        return self._distance

    def _lines(self, width: int) -> tuple[QTextLayout, int]:
        """The text broken at that width, and how many lines it takes."""
        margins = self.contentsMargins()
        return broken(
            self.text(), self.font(), width - margins.left() - margins.right(), self.alignment(), self
        )

    def _whole_lines(self, room: int) -> int:
        """How many lines the text has if none of them needs to be broken, else 0; quicker than a layout."""
        if self._longest is None:
            parts = self.text().split("\n")
            self._longest = max(map(self.fontMetrics().horizontalAdvance, parts)) + 2, len(parts)
        longest, lines = self._longest
        return lines if longest <= room else 0

    def _forget(self) -> None:
        self._heights.clear()
        self._hint = self._longest = None
        self._distance = 0

    # Qt's overrides

    def setText(self, text: str) -> None:
        self._forget()
        super().setText(text)

    def setContentsMargins(self, *margins: Any) -> None:
        self._forget()
        super().setContentsMargins(*margins)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _OTHER_MEASURES:
            self._forget()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            margins = self.contentsMargins()
            lines = self._whole_lines(width - margins.left() - margins.right())
            lines = lines or max(1, self._lines(width)[1])
            self._heights[width] = height = lines * self._pitch() + margins.top() + margins.bottom()
        return height

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        if self._hint is None:
            margins = self.contentsMargins()
            wanted = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + 2
            width = min(wanted, theme.px(420))
            self._hint = QSize(width, self.heightForWidth(width))
        return self._hint

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.px(60)), self._pitch())

    def paintEvent(self, event: QPaintEvent) -> None:
        selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
        if selectable and (self.hasFocus() or self.hasSelectedText()):  # Qt shows where and what is selected
            super().paintEvent(event)
            return
        layout, count = self._lines(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        spare, margins = self.height() - count * self._pitch(), self.contentsMargins()
        top = spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter and spare > 0 else 0
        layout.draw(painter, QPointF(margins.left(), margins.top() + top))
        painter.end()


class Title(Paragraph):
    """A page's title, in which no word of usual length is broken: beside it are buttons that want much room.

    Japanese may be broken anywhere, so only what is written in letters counts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "title")
        self.setWordWrap(True)

    # Qt's overrides

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        words = _IN_LETTERS.findall(self.text())
        longest = max(map(self.fontMetrics().horizontalAdvance, words), default=0) + 2
        return QSize(max(least.width(), min(longest, theme.px(150))), least.height())


def label(
    text: str, role: str = "", *, tone: str = "", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A label that never reads its text as HTML.

    Args:
        role: ``title``, ``heading``, ``strong``, ``muted``, ``label``, ``error``, ``number``, ``code``.
        tone: a tone of :class:`~hvacdesk.ui.palette.Tone` or ``primary``, for coloured text.
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
    """Make the style sheet look again after a property that it selects on was changed.

    A widget that it has not looked at yet needs none of it.
    """
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def gap(size: int = 14) -> int:
    """A distance of the design (4, 8, 14, 24) at the chosen text size."""
    return theme.px(size)


def points(column: QBoxLayout, *texts: str) -> None:
    """Add sentences one after the other, each after a dot."""
    for text in texts:
        column.addWidget(label(f"・{text}", wrap=True))
