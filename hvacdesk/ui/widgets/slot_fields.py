"""When the work is done: day and time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.time_choice import TimeChoice

HALF_HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(7, 21) for minute in (0, 30))
NEXT_STEPS = 4
"""An end that nobody chose yet follows its start by two hours."""


def _minutes(time: str) -> int:
    """Minutes since midnight of ``13:30``."""
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


class SlotFields(QObject):
    """Day, start and end.

    Signals:
        edited(): one of the three is different now.
    """

    edited = Signal()

    def __init__(self, form: Form, today: date, on: str, starts: str, ends: str) -> None:
        super().__init__(form)
        self.day = DateField(today)
        self.day.set_iso(on)
        self.starts = self._times(starts)
        self.ends = self._times(ends)
        self._started = starts
        self._before = [self.day.text(), starts, ends]
        self.day.textChanged.connect(lambda _text: self.edited.emit())
        self.starts.currentIndexChanged.connect(self._follow)
        self.ends.currentIndexChanged.connect(lambda _number: self.edited.emit())
        form.column.addLayout(
            side_by_side(
                (form.field("on", self.tr("Day"), self.day), 2),
                (form.field("starts", self.tr("From"), self.starts), 1),
                (form.field("ends", self.tr("To"), self.ends), 1),
            )
        )
        form.judge_together("starts", "ends")

    def _times(self, chosen: str) -> TimeChoice:
        made = TimeChoice()
        made.addItem("–", "")
        for time in sorted({*HALF_HOURS, *([chosen] if chosen else [])}):
            made.addItem(time, time)
        made.setCurrentIndex(made.findData(chosen))
        return made

    def _follow(self, number: int) -> None:
        starts, ends = self.starts.currentData(), self.ends.currentData()
        if starts and not ends:
            self.ends.setCurrentIndex(min(number + NEXT_STEPS, self.ends.count() - 1))
        elif starts and starts >= ends:
            self.ends.setCurrentIndex(self.ends.findData(self._later(starts)))
        self._started = starts or self._started
        self.edited.emit()

    def _later(self, starts: str) -> str:
        """The end that keeps the job as long as it was, as far as the list goes."""
        length = (
            max(_minutes(self.ends.currentData()) - _minutes(self._started), 30) if self._started else 120
        )
        wanted = _minutes(starts) + length
        times = [self.ends.itemData(at) for at in range(1, self.ends.count())]
        return next((time for time in times if _minutes(time) >= wanted), times[-1])

    def slot(self) -> Slot:
        """What was chosen. Raises :class:`~hvacdesk.domain.errors.BadDate`."""
        return Slot(self.day.iso("on"), self.starts.currentData(), self.ends.currentData())

    def typed(self) -> list[str | None]:
        """What was chosen, for a draft, None for what is as it was; empty while nothing differs."""
        now = [self.day.text(), self.starts.currentData(), self.ends.currentData()]
        if now == self._before:
            return []
        return [one if one != before else None for one, before in zip(now, self._before, strict=True)]

    def fill(self, typed: Sequence[str | None]) -> None:
        """Put a draft back."""
        day, starts, ends = typed or (None, None, None)
        if day is not None:
            self.day.setText(day)
        for times, one in ((self.starts, starts), (self.ends, ends)):
            if one is not None:
                times.setCurrentIndex(times.findData(one))
