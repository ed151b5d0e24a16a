"""One job on the calendar, drawn by hand so that what does not fit ends in an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from hvacdesk.domain.calendar.dispatch import Board, BoardJob, Clash
from hvacdesk.domain.jobs.jobs import JOB_STATE_NAMES
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.calendar.layout import BLOCK_WEEK, PlacedJob
from hvacdesk.ui.fonts import base_font, metrics
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.wording.dispatch import against_text, lane_text, slot_words, time_span
from hvacdesk.ui.wording.jobs import STATE_TONES, kind_text

EDGE = 9
"""So near to its right end a job is gripped by its end, in design pixels."""
TEXT, LEFT, EDGES = 12, 12, 17
"""Design pixels of the text, and of what it leaves free at its left and at both sides together."""


STATE_BEHIND = "  "
"""Between what is done and how far it is."""


def shortened(text: str, measures: QFontMetrics, room: int) -> str:
    """Work and state as they fit: where both do not, the work is cut off, which the tooltip tells too."""
    whole = measures.elidedText(text, Qt.TextElideMode.ElideRight, room)
    first, between, last = text.rpartition(STATE_BEHIND)
    left = room - measures.horizontalAdvance(between + last)
    if whole == text or not between or left < measures.horizontalAdvance("…"):
        return whole
    return measures.elidedText(first, Qt.TextElideMode.ElideRight, left) + between + last


def lines_of(job: BoardJob, words: Words) -> tuple[str, str, str]:
    """When, what and how far, who and where."""
    row, slot = job.row, job.placement.slot
    return (
        time_span(slot) if slot.on else row.number,
        f"{kind_text(row, words)}{STATE_BEHIND}{words(JOB_STATE_NAMES[row.state])}",
        f"{row.name.text}  {row.town.text}",
    )


def widths_of(board: Board, words: Words) -> tuple[int, int]:
    """How wide blocks are that cut no time, and that cut no number, work or state either."""
    bold, plain = metrics(theme.px(TEXT), bold=True), metrics(theme.px(TEXT))
    times = [bold.horizontalAdvance(lines_of(job, words)[0]) for job in board.blocks]
    jobs = [lines_of(job, words) for job in (*board.blocks, *board.undated)]
    whole = [max(bold.horizontalAdvance(job[0]), plain.horizontalAdvance(job[1])) for job in jobs]
    return max(times, default=0) + theme.px(EDGES), max(whole, default=0) + theme.px(EDGES)


class JobBlock(QWidget):
    """A job in one row. It is told apart by colour *and* words: its state, and what speaks against it.

    Signals:
        opened(): a click, Enter or Space.
        dragged(where, held, by_end): the mouse carries it; ``where`` on the calendar.
        dropped(): the mouse let it go.
        pressed_key(event): any other key.
    """

    opened = Signal()
    dragged = Signal(QPoint, QPoint, bool)
    dropped = Signal()
    pressed_key = Signal(object)

    def __init__(
        self,
        placed: PlacedJob,
        clashes: tuple[Clash, ...],
        words: Words,
        parent: QWidget,
        *,
        movable: bool,
        stretchable: bool,
    ) -> None:
        super().__init__(parent)
        self.placed = placed
        self.clashes = clashes
        self._movable, self._stretchable = movable, stretchable
        self._held: QPoint | None = None
        self._by_end = False
        self._dragging = False
        row, slot = placed.block.row, placed.block.placement.slot
        self.tone = Tone(STATE_TONES[row.state])
        self.lines = lines_of(placed.block, words)
        self.warning = against_text(row, clashes, words)
        self.setGeometry(placed.box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(stretchable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        whole = (lane_text(placed.lane), slot_words(slot), *self.lines[1:], row.number)
        self.setAccessibleName("  ".join(whole))
        speak_as(self, QAccessible.Role.Button)
        self.setAccessibleDescription(self.warning)
        self.setToolTip("\n".join(filter(None, (*self.lines, row.number, self.warning))))

    def drop(self) -> None:
        """Stop being carried, though the mouse button may still be down."""
        self._held = None
        self._dragging = False

    def _by_its_end(self, where: QPoint) -> bool:
        return self._stretchable and where.x() >= self.width() - theme.px(EDGE)

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours
        ink, ground = colours.tone(self.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, radius = self.hasFocus(), theme.px(6)
        line = colours.primary if focused else colours.warn if self.warning else colours.field_line
        wide = 2.0 if focused or self.warning else 1.0
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(QPen(QColor(line), wide))
        painter.setBrush(QColor(colours.warn_ground if self.warning else ground))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawRoundedRect(
            QRectF(theme.px(4), theme.px(6), theme.px(3), self.height() - theme.px(12)), 1.5, 1.5
        )
        self._paint_lines(painter)
        painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        left, room = theme.px(LEFT), self.width() - theme.px(EDGES)
        lines = self._shown_lines()
        tall = (self.height() - theme.px(8)) / len(lines)
        for number, (text, bold, ink) in enumerate(lines):
            painter.setFont(base_font(theme.px(TEXT), bold=bold))
            painter.setPen(QColor(ink))
            measures = painter.fontMetrics()
            keeps_end = text == self.lines[1]
            shown = (
                shortened(text, measures, room)
                if keeps_end
                else measures.elidedText(text, Qt.TextElideMode.ElideRight, room)
            )
            box = QRect(left, round(theme.px(4) + number * tall), room, round(tall))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _shown_lines(self) -> list[tuple[str, bool, str]]:
        """Text, weight and colour of each line; what speaks against the placement takes the state's place."""
        colours = theme.colours
        when, what, who = self.lines
        about = (self.warning, True, colours.warn) if self.warning else (what, False, colours.text)
        if self.height() >= theme.px(BLOCK_WEEK):
            return [(when, True, colours.text), about, (who, False, colours.text)]
        first = f"{self.warning}  {when}" if self.warning else f"{when}  {what}"
        return [(first, True, about[2]), (who, False, colours.text)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
            self._by_end = self._by_its_end(self._held)
            self._dragging = False
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if self._held is None:
            ends = self._by_its_end(where)
            self.setCursor(Qt.CursorShape.SizeHorCursor if ends else Qt.CursorShape.PointingHandCursor)
            return
        far = (where - self._held).manhattanLength() >= QApplication.startDragDistance()
        if self._movable and (self._dragging or far):
            self._dragging = True
            self.dragged.emit(self.mapToParent(where), self._held, self._by_end)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._dragging:
            self._dragging = False
            self.dropped.emit()
        elif self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            self.pressed_key.emit(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()
