"""Numbers of months as bars, two to a month, each with its number above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme

APART = 0.36
"""Of a month's room, from the middle of one bar to that of the other, and a little less."""

LEAST_PX = 9

BARS = (0.14, 0.51)
"""Where the bars of a month begin, as shares of its room; MIDDLE lies between them."""

BAR, MIDDLE = 0.33, 0.49


@dataclass(frozen=True)
class MonthBar:
    """One month: its short name and its two numbers."""

    name: str
    first: int
    second: int


class MonthBars(QWidget):
    """Drawn by hand: twelve bars need no charting library, which would bring numpy along.

    Args:
        names: what the two numbers are, as the screen reader says them.
        tones: their colours.
    """

    def __init__(
        self,
        names: tuple[str, str],
        parent: QWidget | None = None,
        *,
        tones: tuple[Tone, Tone] = (Tone.BAD, Tone.WARN),
    ) -> None:
        super().__init__(parent)
        self._tones = tones
        self._names = names
        self._months: Sequence[MonthBar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_months(self, months: Sequence[MonthBar]) -> None:
        """Show other numbers."""
        self._months = months
        first, second = self._names
        said = [
            f"{month.name}: {first} {month.first:,}, {second} {month.second:,}"
            for month in months
            if month.first or month.second
        ]
        self.setAccessibleDescription(" / ".join(said))
        self.update()

    # Qt's overrides

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(132))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(132))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        line = painter.fontMetrics().height()
        most = max((max(month.first, month.second) for month in self._months), default=0)
        room = self.height() - 2 * line - theme.px(8)
        step = self.width() / max(1, len(self._months))
        plain, numbered = self.font(), self._number_font(step)
        for position, month in enumerate(self._months):
            left = position * step
            first, second = (theme.colours.tone(tone)[0] for tone in self._tones)
            numbers = ((month.first, first), (month.second, second))
            painter.setFont(numbered)
            widths = [painter.fontMetrics().horizontalAdvance(f"{number:,}") for number, _colour in numbers]
            starts = self._starts(step, widths)
            for (number, colour), share, start in zip(numbers, BARS, starts, strict=True):
                bar = QRectF(left + step * share, 0, step * BAR, 0)
                self._draw_bar(painter, bar, number, most, room, QColor(colour), line, left + start)
            painter.setFont(plain)
            painter.setPen(QColor(theme.colours.muted))
            foot = QRectF(left, self.height() - line, step, line)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, month.name)

    def _number_font(self, step: float) -> QFont:
        """The font of the numbers, smaller where two long ones would run into each other."""
        font = QFont(self.font())
        measure = QFontMetrics(font)
        texts = [f"{number:,}" for month in self._months for number in (month.first, month.second)]
        widest = max((measure.horizontalAdvance(text) for text in texts), default=0)
        room = step * APART
        if widest > room:
            font.setPixelSize(max(int(QFontInfo(font).pixelSize() * room / widest), theme.px(LEAST_PX)))
        return font

    def _starts(self, step: float, widths: Sequence[int]) -> tuple[float, float]:
        """Where a month's two numbers begin: above their bars, and never across the middle between them."""
        over = [step * (share + BAR / 2) - width / 2 for share, width in zip(BARS, widths, strict=True)]
        middle, gap = step * MIDDLE, theme.px(1)
        return min(over[0], middle - gap - widths[0]), max(over[1], middle + gap)

    def _draw_bar(
        self,
        painter: QPainter,
        bar: QRectF,
        number: int,
        most: int,
        room: float,
        colour: QColor,
        line: int,
        start: float,
    ) -> None:
        height = room * number / most if most else 0.0
        base = self.height() - line - theme.px(4)
        bar.setRect(bar.x(), base - max(height, 1.0), bar.width(), max(height, 1.0))
        painter.fillRect(bar, colour if number else QColor(theme.colours.line))
        if number:
            painter.setPen(QColor(theme.colours.text))
            above = QRectF(start, bar.y() - line, bar.width() * 3, line)
            vertically = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(above, vertically, f"{number:,}")
