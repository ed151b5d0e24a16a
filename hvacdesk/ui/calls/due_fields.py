"""When to call back: today, tomorrow, or a day and time of one's choice."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.errors import Missing
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.slot_fields import HALF_HOURS
from hvacdesk.ui.widgets.time_choice import TimeChoice

NONE, TODAY, TOMORROW, OTHER = "none", "today", "tomorrow", "other"


class DueFields(QObject):
    """A choice, and beside it day and time where they are needed."""

    def __init__(self, form: Form, today: date, call_back_by: str = "", *, start: str = TODAY) -> None:
        """``start`` is the choice of a new note; a stored ``call_back_by`` comes before it."""
        super().__init__(form)
        self._today = today
        self.choice = QComboBox()
        for key, text in (
            (TODAY, self.tr("Call back today")),
            (TOMORROW, self.tr("Call back tomorrow")),
            (OTHER, self.tr("Call back on another day")),
            (NONE, self.tr("No call back")),
        ):
            self.choice.addItem(text, key)
        self.day = DateField(today)
        self.time = TimeChoice()
        self._fill_times("")
        self._day_field = form.field("call_back_by", self.tr("Day"), self.day)
        self._time_field = form.field("call_back_time", self.tr("Until"), self.time)
        self._choice_field = form.field("call_back", self.tr("Call back"), self.choice)
        form.column.addLayout(
            side_by_side((self._choice_field, 4), (self._day_field, 3), (self._time_field, 3))
        )
        self.choice.currentIndexChanged.connect(lambda _number: self._show())
        self._set(call_back_by, start)
        self._before = self.typed()

    def begin_with(self, start: str) -> None:
        """Begin with another choice, unless somebody chose one."""
        if not self.changed:
            self.choice.setCurrentIndex(self.choice.findData(start))
            self._before = self.typed()

    def value(self) -> str:
        """The day, with the time if one is chosen; empty for no call back. Raises :class:`InvalidInput`."""
        chosen = self.choice.currentData()
        if chosen == NONE:
            return ""
        day = {TODAY: self._today, TOMORROW: self._today + timedelta(days=1)}.get(chosen)
        text = day.isoformat() if day else self.day.iso("call_back_by")
        if not text:
            raise Missing("call_back_by")
        time = self.time.currentData()
        return f"{text}T{time}" if time else text

    @property
    def changed(self) -> bool:
        """Whether anything was chosen."""
        return self.typed() != self._before

    def typed(self) -> list[str]:
        """What the fields hold, for a draft."""
        return [self.choice.currentData(), self.day.text(), self.time.currentData()]

    def fill(self, typed: list[str]) -> None:
        """Put a draft back."""
        choice, day, time = typed
        self.day.set_iso(day)
        self._fill_times(time)
        self.choice.setCurrentIndex(self.choice.findData(choice))

    def _set(self, call_back_by: str, start: str) -> None:
        day, _mark, time = call_back_by.partition("T")
        near = {"": start, self._today.isoformat(): TODAY}
        near[(self._today + timedelta(days=1)).isoformat()] = TOMORROW
        choice = near.get(day, OTHER)
        self.fill([choice, day if choice == OTHER else "", time])
        self._show()

    def _fill_times(self, chosen: str) -> None:
        self.time.clear()
        self.time.addItem(self.tr("during the day"), "")
        for time in sorted({*HALF_HOURS, *([chosen] if chosen else [])}):
            self.time.addItem(time, time)
        self.time.setCurrentIndex(max(0, self.time.findData(chosen)))

    def _show(self) -> None:
        chosen = self.choice.currentData()
        self._day_field.setVisible(chosen == OTHER)
        self._time_field.setVisible(chosen != NONE)
