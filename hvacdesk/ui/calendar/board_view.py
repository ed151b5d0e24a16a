"""The calendar's window: jobs on their ground, carried with the mouse or by keys, never moved unasked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hvacdesk.domain.calendar.dispatch import Board, BoardJob, Clash, Lane
from hvacdesk.domain.calendar.slots import STEP
from hvacdesk.ui.calendar.block import JobBlock, widths_of
from hvacdesk.ui.calendar.canvas import HEADS_HEIGHT, NAMES_WIDTH, Canvas, Heads, Names
from hvacdesk.ui.calendar.carry import Carry, Ghost
from hvacdesk.ui.calendar.layout import GAP, CalendarLayout, DayLayout, WeekLayout
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.aim import Aim
from hvacdesk.ui.widgets.keyboard import has_keyboard
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.wording.dispatch import clash_sentences, clash_word, lane_text, slot_words, time_span

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
LEAST_HEIGHT = 140
"""In design pixels: the heads, a whole row and the beginning of the next. Lower, the page scrolls instead."""
_DROPPING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BoardView(QScrollArea):
    """Rows of people and firms against days or hours.

    Attributes:
        blocks: the jobs in reading order.
        carry: the job that is on its way, or None.

    Signals:
        opened(block): a job is to be opened.
        move_wanted(block, lane): day, times and row are to be typed.
        dropped(carry, clashes): a job was put down somewhere else.
        carrying(text, warns): what is to be said of the job on its way; empty at its end.
    """

    opened = Signal(object)
    move_wanted = Signal(object, object)
    dropped = Signal(object, object)
    carrying = Signal(str, bool)

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._board: Board | None = None
        self._layout: CalendarLayout | None = None
        self.blocks: list[JobBlock] = []
        self.carry: Carry | None = None
        self._dragged: JobBlock | None = None
        self._waiting: Board | None = None
        self._fitted = QSize()
        self._follows_today = True
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Calendar"))
        speak_as(self, QAccessible.Role.List)
        self._canvas = Canvas()
        self.setWidget(self._canvas)
        self._aim = Aim(
            self._canvas, lambda: ((one.geometry(), one.placed.block.row.job) for one in self.blocks)
        )
        self._aim.watch(self._canvas)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.actionTriggered.connect(lambda _how: self._somebody_scrolls())
        self.heads, self.names = Heads(self), Names(self)
        self.setViewportMargins(theme.px(NAMES_WIDTH), theme.px(HEADS_HEIGHT), 0, 0)
        self._ghost = Ghost(self._canvas)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # Showing

    @property
    def shown(self) -> Board | None:
        """The days that are shown."""
        return self._board

    def show_board(self, board: Board) -> None:
        """Show these days; the keyboard stays on the job it was on, if that is still there.

        Until somebody scrolls, today's first job is in sight as a whole: large text leaves room for few.

        While the mouse carries a job they wait: it would lose what it holds.
        """
        if self._dragged is not None:
            self._waiting = board
            return
        kept = self._focused()
        if self._board is None or self._board.days != board.days:
            self._follows_today = True
        self._aim.rows_move()
        self._board = board
        self._build()
        if self.carry is not None:
            self._show_carry()
        elif kept is not None:
            self.focus_job(*kept)
        else:
            self._show_today()

    def focus_first(self) -> None:
        """Move the keyboard to today's first job, or to the first one."""
        first = next(iter((*self._of_today(), *self.blocks)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(first, 0, theme.px(GAP))

    def _of_today(self) -> list[JobBlock]:
        return self.in_column(self._ctx.today().isoformat())

    def _show_today(self) -> None:
        """Scroll to today's first job, unless somebody scrolled elsewhere."""
        if self._follows_today and (jobs := self._of_today()):
            self.ensureWidgetVisible(jobs[0], 0, theme.px(GAP))

    def _somebody_scrolls(self) -> None:
        self._aim.forget()
        self._follows_today = False

    def focus_job(self, job: str, lane: Lane | None = None) -> bool:
        """Move the keyboard to a job, in a given row if it is shown there; false when it is not shown."""
        same = [one for one in self.blocks if one.placed.block.row.job == job]
        found = next((one for one in same if one.placed.lane == lane), same[0] if same else None)
        if found is None:
            return False
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(found)
        return True

    def in_column(self, day: str) -> list[JobBlock]:
        """The jobs shown on a day, from top to bottom."""
        return [one for one in self.blocks if one.placed.block.placement.slot.on == day]

    def names_of_people(self) -> dict[str, str]:
        """Names by account."""
        return {lane.key: lane.name for lane in self._board.lanes} if self._board else {}

    def _build(self) -> None:
        board = self._board
        if board is None:
            return
        self._layout = layout = self._lay_out(board)
        self.heads.show_layout(layout, self._ctx.today().isoformat())
        self.names.show_layout(layout)
        for old in self.blocks:
            old.hide()
            old.deleteLater()
        self.blocks = []
        for placed in layout.placed:
            made = JobBlock(
                placed,
                board.clashes(placed.block),
                self._ctx.words,
                self._canvas,
                movable=board.may_move,
                stretchable=board.may_move
                and isinstance(layout, DayLayout)
                and placed.block.placement.slot.timed,
            )
            self._aim.watch(made)
            made.opened.connect(partial(self.opened.emit, placed.block))
            made.dragged.connect(partial(self._drag, made))
            made.dropped.connect(self.drop)
            made.pressed_key.connect(partial(self._key_on, made))
            made.show()
            self.blocks.append(made)

    def _lay_out(self, board: Board) -> CalendarLayout:
        """Fit the days into the room, less that of the scroll bar which many rows will bring."""
        times, works = widths_of(board, self._ctx.words)
        week = partial(WeekLayout, job_least=times, job_whole=works)
        make = week if len(board.days) > 1 else DayLayout
        size, bar = self.viewport().size(), self.verticalScrollBar()
        wide = size.width() + (bar.width() if bar.isVisible() else 0)
        layout = make(board, wide)
        if layout.height > size.height():
            wide -= bar.sizeHint().width()
            layout = make(board, wide)
        self._fitted = QSize(wide, size.height())
        self._canvas.show_layout(layout, self._ctx.today().isoformat(), self._ctx.words, size.height())
        return layout

    def _focused(self) -> tuple[str, Lane] | None:
        found = next(filter(has_keyboard, self.blocks), None)
        return (found.placed.block.row.job, found.placed.lane) if found is not None else None

    def _scrolled(self) -> None:
        self.heads.offset = self.horizontalScrollBar().value()
        self.names.offset = self.verticalScrollBar().value()
        self.heads.update()
        self.names.update()

    # Carrying

    def take_up(self, block: BoardJob, lane: Lane) -> None:
        """Pick a job up with the keyboard: arrows move it, Enter puts it down, Esc leaves it where it was."""
        if self._board is None or not self._board.may_move:
            return
        self.carry = Carry.of(block, lane)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_carry()

    def _drag(self, made: JobBlock, where: QPoint, held: QPoint, by_end: bool) -> None:
        assert self._layout is not None
        block, source = made.placed.block, made.placed.lane
        carry = self.carry or Carry.of(block, source)
        self._dragged = made
        slot = block.placement.slot
        if by_end and isinstance(self._layout, DayLayout):
            self.carry = carry.over(source, slot.ending(self._layout.minute_at(where.x())))
        else:
            self.carry = carry.over(self._layout.lane_at(where.y()), self._layout.slot_at(where, slot, held))
        self.ensureVisible(where.x(), where.y(), theme.px(30), theme.px(30))
        self._show_carry()

    def _step(self, across: int, along: int, *, by_end: bool) -> None:
        assert self.carry is not None
        assert self._layout is not None
        assert self._board is not None
        carry, lanes = self.carry, self._board.lanes
        if by_end:
            self.carry = carry.over(carry.lane, carry.slot.ending(carry.slot.span[1] + across * STEP))
        elif across:
            self.carry = carry.over(carry.lane, self._layout.step(carry.slot, across))
        else:
            now = lanes.index(carry.lane) if carry.lane in lanes else 0
            self.carry = carry.over(lanes[min(max(now + along, 0), len(lanes) - 1)], carry.slot)
        self._show_carry()

    def _show_carry(self) -> None:
        assert self.carry is not None
        assert self._layout is not None
        carry = self.carry
        clashes = self._clashes(carry)
        head = f"{slot_words(carry.slot, self._ctx.today())}  {lane_text(carry.lane)}"
        against = clash_sentences(clashes, self.names_of_people(), self._ctx.words)
        if carry.lane in self._layout.board.lanes:
            box = self._layout.target(carry.lane, carry.slot)
            short = dict.fromkeys(clash_word(one, self._ctx.words) for one in clashes)
            self._ghost.show_at(box, "\n".join((time_span(carry.slot), *short)), warns=bool(clashes))
            self.ensureVisible(box.center().x(), box.center().y(), box.width() // 2, box.height() // 2)
        self.carrying.emit("  ".join(filter(None, (head, against.replace("\n", "・")))), bool(clashes))

    def _clashes(self, carry: Carry) -> tuple[Clash, ...]:
        assert self._board is not None
        return self._board.clashes(carry.block, carry.placement)

    def drop(self) -> None:
        """Put the carried job down here."""
        if self.carry is None:
            return
        carry, clashes = self.carry, self._clashes(self.carry)
        self._lay_down(carry)
        if carry.moved:
            self.dropped.emit(carry, clashes)

    def give_up(self) -> None:
        """Leave the carried job where it was."""
        if self.carry is not None:
            self._lay_down(self.carry)

    def _lay_down(self, carry: Carry) -> None:
        self.carry = None
        self._ghost.hide()
        self.carrying.emit("", False)
        self.focus_job(carry.block.row.job, carry.source)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        waiting, self._waiting = self._waiting, None
        if self._dragged is not None:
            self._dragged.drop()
            self._dragged = None
        if waiting is not None:
            self.show_board(waiting)

    # Keys

    def _key_on(self, made: JobBlock, event: QKeyEvent) -> None:
        key, block, lane = Qt.Key(event.key()), made.placed.block, made.placed.lane
        if event.matches(QKeySequence.StandardKey.Cut):
            self.take_up(block, lane)
        elif key is Qt.Key.Key_M and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.move_wanted.emit(block, lane)
        elif key is Qt.Key.Key_Escape and self.carry is not None:
            self.give_up()
        elif key in _ARROWS and not event.modifiers():
            self._go(made, *_ARROWS[key])
        else:
            event.ignore()

    def _go(self, made: JobBlock, across: int, along: int) -> None:
        """To the nearest job in that direction."""
        here = made.geometry().center()

        def distance(other: JobBlock) -> int | None:
            way = other.geometry().center() - here
            ahead = way.x() * across + way.y() * along
            aside = abs(way.x() * along) + abs(way.y() * across)
            return ahead + 2 * aside if ahead > 0 else None

        ways = [(far, one) for one in self.blocks if (far := distance(one)) is not None]
        if ways:
            nearest = min(ways, key=lambda way: way[0])[1]
            nearest.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(nearest)

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.carry is None:
            event.ignore()
            return
        key = Qt.Key(event.key())
        acts: dict[Qt.Key, Callable[[], None]] = {Qt.Key.Key_Escape: self.give_up}
        acts |= dict.fromkeys(_DROPPING, self.drop)
        if key in _ARROWS:
            by_end = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(*_ARROWS[key], by_end=by_end)
        elif key in acts:
            acts[key]()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.drop()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        names, heads = theme.px(NAMES_WIDTH), theme.px(HEADS_HEIGHT)
        self.heads.setGeometry(names, 0, self.viewport().width(), heads)
        self.names.setGeometry(0, 0, names, heads + self.viewport().height())
        if self._board is None:
            return
        kept = self._focused()
        if event.size() != self._fitted:
            self._build()
            if kept is not None:
                self.focus_job(*kept)
        if kept is None and self.carry is None:
            self._show_today()
