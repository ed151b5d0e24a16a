"""A job on its way to another place of the calendar: what it would be there, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.calendar.dispatch import BoardJob, Lane, Placement
from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.ui.fonts import base_font
from hvacdesk.ui.theme import theme


@dataclass(frozen=True)
class Carry:
    """A job that was picked up.

    Attributes:
        source: the row it was taken from.
        lane, slot: where it would be put now.
    """

    block: BoardJob
    source: Lane
    lane: Lane
    slot: Slot

    @classmethod
    def of(cls, block: BoardJob, lane: Lane) -> Carry:
        """Picked up, and still where it was."""
        return cls(block, lane, lane, block.placement.slot)

    def over(self, lane: Lane, slot: Slot) -> Carry:
        """Somewhere else."""
        return replace(self, lane=lane, slot=slot)

    @property
    def placement(self) -> Placement:
        """What the job would be if it were put down here."""
        return self.block.placement.carried(self.source, self.lane, self.slot)

    @property
    def moved(self) -> bool:
        """Whether anything would change."""
        return self.placement != self.block.placement


class Ghost(QWidget):
    """The frame that shows where a carried job would be put."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = ""
        self._warns = False
        self.hide()

    def show_at(self, box: QRect, text: str, *, warns: bool) -> None:
        """Frame a place; ``warns`` where something speaks against it."""
        self._text, self._warns = text, warns
        self.setGeometry(box)
        self.raise_()
        self.show()
        self.update()

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours
        ink = QColor(colours.warn if self._warns else colours.primary)
        ground = QColor(colours.warn_ground if self._warns else colours.selection)
        ground.setAlpha(225)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 2, Qt.PenStyle.DashLine))
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.setFont(base_font(theme.px(12), bold=True))
        inner = self.rect().adjusted(theme.px(8), theme.px(4), -theme.px(4), -theme.px(4))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, flags, self._text)
        painter.end()
