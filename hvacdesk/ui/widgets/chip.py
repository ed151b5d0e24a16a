"""A small word in a coloured pill: how a state is shown, never by colour alone."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hvacdesk.ui.fonts import base_font, metrics
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme


class ChipValue(NamedTuple):
    """A chip as a value in a table's cell."""

    text: str
    tone: str = Tone.NEUTRAL


def chip_size(text: str) -> QSize:
    """How large :func:`paint_chip` draws it."""
    measures = metrics(theme.px(12), bold=True)
    return QSize(measures.horizontalAdvance(text) + theme.px(24), measures.height() + theme.px(8))


def paint_chip(painter: QPainter, box: QRectF, text: str, tone: str) -> None:
    """Draw a chip at the left of ``box``, centred in its height; long words end in an ellipsis."""
    ink, ground = theme.colours.tone(tone)
    wanted = chip_size(text)
    width = min(float(wanted.width()), box.width())
    height = float(wanted.height())
    pill = QRectF(box.x(), box.y() + (box.height() - height) / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(base_font(theme.px(12), bold=True))
    painter.setPen(QColor(ink))
    inner = pill.adjusted(theme.px(8), 0, -theme.px(8), 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class Chip(QWidget):
    """A chip as a widget. ``tone`` is one of good, info, warn, bad, neutral."""

    def __init__(self, text: str, tone: str = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone)
        theme.changed.connect(self.update)

    def set(self, text: str, tone: str = Tone.NEUTRAL) -> None:
        """Show another word; without one the chip takes no room."""
        self.text = text
        self.tone = Tone(tone)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    # Qt's overrides

    def sizeHint(self) -> QSize:
        return chip_size(self.text) if self.text else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text:
            return
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self.text, self.tone)
        painter.end()
