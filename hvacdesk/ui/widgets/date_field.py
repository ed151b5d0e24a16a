"""A date to type in any usual way, or to pick from a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction

from hvacdesk.domain.errors import BadDate, NoSuchDay
from hvacdesk.domain.text.written_dates import NotADate, NotInCalendar
from hvacdesk.ui.dates import FARTHEST, day_of, day_text, earliest_day, qt_day, typed_day
from hvacdesk.ui.icons import icon
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.end_button import EndButtonLine
from hvacdesk.ui.widgets.example import show_example

OLDEST = date(1868, 1, 1)
CELL = (44, 32)
"""Width and height of a day in the calendar, in design pixels."""
DAYS_IN_MONTH = 31
MONTH_BAR = 44
"""Height of the line above the days that names the month, in design pixels."""


def _name_month(calendar: QCalendarWidget) -> None:
    """Say the month above the days in the language's order, 2026年 11月; Qt always names the month first."""
    long = calendar.locale().dateFormat(QLocale.FormatType.LongFormat)
    if long.index("M") < long.index("y"):
        return
    month, year = _part(calendar, "monthbutton"), _part(calendar, "yearbutton")
    bar = month.parentWidget()  # held for as long as its row is used
    assert bar is not None
    row = bar.layout()
    assert isinstance(row, QHBoxLayout)
    first, second = row.indexOf(month), row.indexOf(year)
    for button in (month, year):
        row.removeWidget(button)
    row.insertWidget(first, year)
    row.insertWidget(second, month)

    def name_year() -> None:
        text = QCoreApplication.translate("DateField", "{year}").format(year=calendar.yearShown())
        _part(calendar, "yearbutton").setText(text)

    calendar.currentPageChanged.connect(name_year)
    name_year()


def _part(calendar: QCalendarWidget, name: str) -> QToolButton:
    """A button of Qt's own in the line above the days, by its name there."""
    found = calendar.findChild(QToolButton, f"qt_calendar_{name}")
    assert found is not None
    return found


class DateField(EndButtonLine):
    """A line for a date; the arrow keys go a day up or down, the calendar is behind its icon and Alt+Down.

    Args:
        any_past: whether old dates make sense, as for a contract of years ago.
        past: whether no other ones do, as for a payment; without a year the last such day is meant then.
        mostly_past: whether old days make sense and are meant as a rule, as where a list is searched by them:
            without a year as what is ``past``.
        begin: the field of the day with which begins what ends here; without a year the first such day since
            then is meant.
        earliest: whether a month or a year alone is taken as its first day, as for the building of a house;
            the year is needed then, and no future day is accepted.
        since: the first day that makes sense where old dates do.
        until: the last day that makes sense, where that is not three years from today.
    """

    def __init__(
        self,
        today: date,
        parent: QWidget | None = None,
        *,
        any_past: bool = False,
        past: bool = False,
        mostly_past: bool = False,
        begin: DateField | None = None,
        earliest: bool = False,
        since: date = OLDEST,
        until: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._earliest, self._past, self._begin = earliest, past or mostly_past, begin
        self._first = since if any_past or past or mostly_past or earliest else today - FARTHEST
        self._last = until or (today if past or earliest else today + FARTHEST)
        show_example(self, day_text(date(1998, 4, 1) if earliest else today))
        self.setClearButtonEnabled(False)
        self.add_end_button("calendar-days", self.tr("Pick a day (Alt+Down)"), self.open_calendar)
        self.editingFinished.connect(self._tidy)

    def iso(self, field: str) -> str:
        """The date as ISO text, or empty.

        Raises:
            NoSuchDay, BadDate: anything else was typed into ``field``.
        """
        try:
            day = self._read()
        except NotInCalendar:
            raise NoSuchDay(field) from None
        except ValueError:
            raise BadDate(field, self._first.isoformat(), self._last.isoformat()) from None
        return day.isoformat() if day else ""

    def set_iso(self, text: str) -> None:
        """Show a stored date; it is taken again, though by now what is typed may not lie as far back."""
        day = day_of(text)
        if day is not None:
            self._first, self._last = min(self._first, day), max(self._last, day)
        self.setText(day_text(day) if day is not None else text)

    def day(self) -> date | None:
        """The date, or None while there is none or it cannot be read."""
        try:
            return self._read()
        except ValueError:
            return None

    def open_calendar(self) -> None:
        """Pick a day by eye."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        # Qt reckons without the padding of the style: its own size cuts days and weeks off.
        calendar.setMinimumSize(theme.px(CELL[0] * 7), theme.px(CELL[1] * 7 + MONTH_BAR))
        shown = self.day() or self._today
        self._bound(calendar)
        _name_month(calendar)
        for step, drawn in (("prev", "left"), ("next", "right")):  # Qt's own are black in the dark look, too
            _part(calendar, f"{step}month").setIcon(icon(f"chevron-{drawn}"))
        calendar.setSelectedDate(qt_day(shown))
        calendar.activated.connect(lambda day: self._pick(day, menu))
        calendar.clicked.connect(lambda day: self._pick(day, menu))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _bound(self, calendar: QCalendarWidget) -> None:
        """Let only days be picked that are taken, and mark today: Qt shows them all alike."""
        calendar.setDateRange(qt_day(self._first), qt_day(self._last))
        now = QTextCharFormat()
        now.setFontWeight(QFont.Weight.Bold)
        calendar.setDateTextFormat(qt_day(self._today), now)
        refused = QTextCharFormat()
        refused.setForeground(QColor(theme.colours.muted))
        for days in range(1, DAYS_IN_MONTH):
            for beyond in (qt_day(self._first).addDays(-days), qt_day(self._last).addDays(days)):
                calendar.setDateTextFormat(beyond, refused)

    def _read(self) -> date | None:
        if self._earliest:
            day = earliest_day(self.text(), self._today)
        else:
            since = self._begin.day() if self._begin else None
            day = typed_day(self.text(), self._today, past=self._past, since=since)
        if day is not None and not self._first <= day <= self._last:
            raise NotADate("out of bounds")
        return day

    def _pick(self, day: QDate, menu: QMenu) -> None:
        self.setText(day_text(date(day.year(), day.month(), day.day())))
        menu.close()
        self.setFocus()

    def _tidy(self) -> None:
        day = self.day()
        if day is not None:
            self.setText(day_text(day))

    def _step(self, days: int) -> None:
        day = self.day() or self._today
        self.setText(day_text(min(max(self._first, day + timedelta(days=days)), self._last)))

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Up else -1)
            return
        super().keyPressEvent(event)
