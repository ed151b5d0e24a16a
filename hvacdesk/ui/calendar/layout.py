"""Where jobs are shown on the calendar: rows of people and firms against days, or against a day's hours.

Two layouts answer the same questions: where is a row, a day's column, a job; and which row and slot does a
place on the calendar mean. Lengths are pixels; the names' column and the heads lie outside.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect

from hvacdesk.domain.calendar.dispatch import Board, BoardJob, Lane, shown_hours, stacked
from hvacdesk.domain.calendar.slots import STEP, Slot, snapped
from hvacdesk.ui.theme import theme

BLOCK_WEEK, BLOCK_DAY = 64, 48
"""Heights of a job in the two layouts."""

GAP = 4
ROW_LEAST = 72
ABSENCE_LINE = 20
"""What a row with somebody's days off has below its jobs, to say so."""

COLUMN_LEAST = 108
HOUR_LEAST = 64
SHORTEST = 30
"""A job is drawn as if it lasted so many minutes at least."""


@dataclass(frozen=True)
class PlacedJob:
    """A job in one of its rows."""

    block: BoardJob
    lane: Lane
    box: QRect


@dataclass(frozen=True)
class CalendarColumn:
    """A day of the week, or an hour of the day; ``day`` is empty where jobs wait for one."""

    day: str
    box: QRect
    hour: int = -1


class CalendarLayout(ABC):
    """Common to both layouts.

    Attributes:
        columns: from left to right.
        rows: the top and height of each row of the board.
        placed: every job in every row that shows it.
    """

    def __init__(self, board: Board, width: int) -> None:
        self.board = board
        self.columns: list[CalendarColumn] = []
        self.rows: list[tuple[int, int]] = []
        self.placed: list[PlacedJob] = []
        self.width = width

    @property
    def height(self) -> int:
        """Of all rows."""
        return sum(self.rows[-1]) if self.rows else 0

    def lane_at(self, y: int) -> Lane:
        """The row at a height; the nearest one outside."""
        for lane, (top, height) in zip(self.board.lanes, self.rows, strict=True):
            if y < top + height:
                return lane
        return self.board.lanes[-1]

    def row(self, lane: Lane) -> tuple[int, int]:
        """Top and height of a row."""
        return self.rows[self.board.lanes.index(lane)]

    def column_at(self, x: int) -> CalendarColumn:
        """The column at a distance from the left; the nearest one outside."""
        return next((one for one in self.columns if x <= one.box.right()), self.columns[-1])

    @abstractmethod
    def target(self, lane: Lane, slot: Slot) -> QRect:
        """Where a job would be shown."""

    @abstractmethod
    def slot_at(self, where: QPoint, slot: Slot, held: QPoint) -> Slot:
        """The slot that a job gets at a place; ``held`` is where in its box it was gripped."""

    @abstractmethod
    def step(self, slot: Slot, steps: int) -> Slot:
        """The slot one arrow key to the right (1) or left (-1)."""

    def _stack_rows(self, tallest: list[int], block: int) -> None:
        top = 0
        away = {one.account for one in self.board.surroundings.absences}
        for lane, count in zip(self.board.lanes, tallest, strict=True):
            height = max(theme.px(ROW_LEAST), count * theme.px(block + GAP) + theme.px(2 * GAP))
            if lane.key and lane.key in away:
                height += theme.px(ABSENCE_LINE)
            self.rows.append((top, height))
            top += height


class WeekLayout(CalendarLayout):
    """Days side by side, a job's place in its cell by time; at the right those that wait for a day."""

    def __init__(self, board: Board, width: int, job_least: int = 0, job_whole: int = 0) -> None:
        """Days are never narrower than jobs need; where they do not fit anyway, jobs are not cut either.

        Args:
            job_least, job_whole: the widths of jobs that cut no time, and neither work nor state.
        """
        days = [*(day.isoformat() for day in board.days), ""]
        beside = 2 * theme.px(GAP)
        wide, least = width // len(days), max(theme.px(COLUMN_LEAST), job_least + beside)
        if wide < least:
            wide = max(least, job_whole + beside)
        super().__init__(board, max(wide * len(days), width))
        self._cells = [[board.in_lane(lane, day) for day in days] for lane in board.lanes]
        self._stack_rows([max(map(len, row)) for row in self._cells], BLOCK_WEEK)
        edges = [*(number * wide for number in range(len(days))), self.width]
        self.columns = [
            CalendarColumn(day, QRect(left, 0, right - left, self.height))
            for day, (left, right) in zip(days, pairwise(edges), strict=True)
        ]
        self.placed = list(self._place())

    def target(self, lane: Lane, slot: Slot) -> QRect:
        top, height = self.row(lane)
        column = next((one for one in self.columns if one.day == slot.on), self.columns[-1])
        edge = theme.px(GAP) // 2
        return QRect(column.box.left(), top, column.box.width(), height).adjusted(edge, edge, -edge, -edge)

    def slot_at(self, where: QPoint, slot: Slot, held: QPoint) -> Slot:
        return slot.on_day(self.column_at(where.x()).day)

    def step(self, slot: Slot, steps: int) -> Slot:
        days = [one.day for one in self.columns]
        now = days.index(slot.on) if slot.on in days else 0
        return slot.on_day(days[min(max(now + steps, 0), len(days) - 1)])

    def _place(self) -> Iterator[PlacedJob]:
        gap, tall = theme.px(GAP), theme.px(BLOCK_WEEK)
        for lane, (top, _height), cells in zip(self.board.lanes, self.rows, self._cells, strict=True):
            for column, cell in zip(self.columns, cells, strict=True):
                for number, block in enumerate(cell):
                    y = top + gap + number * (tall + gap)
                    yield PlacedJob(
                        block, lane, QRect(column.box.left() + gap, y, column.box.width() - 2 * gap, tall)
                    )


class DayLayout(CalendarLayout):
    """One day's hours from left to right."""

    def __init__(self, board: Board, width: int) -> None:
        self._day = board.days[0].isoformat()
        blocks = board.blocks
        first, last = shown_hours(board.surroundings.hours, [one.placement.slot for one in blocks])
        self._first = first * 60
        hours = last - first
        super().__init__(board, max(theme.px(HOUR_LEAST) * hours, width))
        self._minute = self.width / (hours * 60)
        self._storeys = [self._of_lane(lane) for lane in board.lanes]
        self._stack_rows([1 + max((s for _, s in row), default=0) for row in self._storeys], BLOCK_DAY)
        edges = [round(number * self.width / hours) for number in range(hours + 1)]
        self.columns = [
            CalendarColumn(self._day, QRect(left, 0, right - left, self.height), first + number)
            for number, (left, right) in enumerate(pairwise(edges))
        ]
        self.placed = list(self._place())

    def _of_lane(self, lane: Lane) -> list[tuple[BoardJob, int]]:
        blocks = self.board.in_lane(lane, self._day)
        spans = [self._drawn(one.placement.slot) for one in blocks]
        return list(zip(blocks, stacked(spans), strict=True))

    def _drawn(self, slot: Slot) -> tuple[int, int]:
        first, last = slot.span
        return first, max(last, first + SHORTEST)

    def _across(self, slot: Slot) -> tuple[int, int]:
        """Left edge and width."""
        first, last = self._drawn(slot)
        left = max(0, round((first - self._first) * self._minute))
        right = min(self.width, round((last - self._first) * self._minute))
        return left, max(right - left, theme.px(GAP))

    def target(self, lane: Lane, slot: Slot) -> QRect:
        top, height = self.row(lane)
        left, wide = self._across(slot)
        return QRect(left, top + theme.px(2), wide, height - theme.px(4))

    def minute_at(self, x: int) -> int:
        """The nearest quarter of an hour."""
        return snapped(x / self._minute + self._first)

    def slot_at(self, where: QPoint, slot: Slot, held: QPoint) -> Slot:
        return slot.on_day(self._day).starting(self.minute_at(where.x() - held.x()))

    def step(self, slot: Slot, steps: int) -> Slot:
        first, _last = slot.on_day(self._day).span
        start = first if slot.timed else self.board.surroundings.hours.opens
        return slot.on_day(self._day).starting(start + (steps * STEP if slot.timed else 0))

    def _place(self) -> Iterator[PlacedJob]:
        gap, tall = theme.px(GAP), theme.px(BLOCK_DAY)
        for lane, (top, _height), row in zip(self.board.lanes, self.rows, self._storeys, strict=True):
            for block, storey in row:
                left, wide = self._across(block.placement.slot)
                y = top + gap + storey * (tall + gap)
                yield PlacedJob(block, lane, QRect(left + 1, y, wide - 2, tall))
