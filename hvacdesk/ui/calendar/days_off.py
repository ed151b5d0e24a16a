"""Days off of people and of the office, and when the office works."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from hvacdesk.domain.calendar.dispatch import ABSENCE_NAMES, AbsenceKind, AbsenceRecord, WorkingHours
from hvacdesk.domain.calendar.slots import time_of
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import between, near_day
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.in_front import in_front
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.scroll_column import scrolled
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.time_choice import TimeChoice
from hvacdesk.ui.wording.dispatch import absence_words

AHEAD = timedelta(days=366)
"""So far ahead days off are listed."""

ABSENCE, HOURS = "absence", "hours"
"""What the schedule's page calls the two forms."""

HALF_HOURS = tuple(range(5 * 60, 23 * 60 + 1, 30))


class DaysOffDialog(Dialog):
    """The list of days off from today on."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(QCoreApplication.translate("DaysOffDialog", "Days off"), ctx.window, width=560)
        self._ctx = ctx
        self.add_text(
            self.tr("Jobs can still be booked on these days; the calendar says so and asks."), "muted"
        )
        self.list = LineList(self.tr("Days off"))
        self._reader = background.Reader(self)
        self._none = label(self.tr("No days off are entered."), "muted", wrap=True)
        self.body.addWidget(self._none)
        edges = (theme.px(10), theme.px(8), theme.px(14), theme.px(8))
        self.body.addWidget(scrolled(self.list, edges), 1)
        row = QHBoxLayout()
        self.add_button = button(self.tr("Enter days off…"), self._add, icon="plus")
        row.addWidget(self.add_button)
        if ctx.actor.may(Permission.MANAGE_OFFICE):
            self.hours_button = button(self.tr("Working hours…"), self._hours, icon="clock")
            row.addWidget(self.hours_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.set_primary(self.tr("Close"))
        self.fit(600, 520)
        self._read()

    def _read(self) -> None:
        ctx, today = self._ctx, self._ctx.today()
        self._reader.read(lambda: ctx.office.dispatch.absences(ctx.actor, today, today + AHEAD)).then(
            self._show
        )

    def _show(self, absences: tuple[AbsenceRecord, ...]) -> None:
        self._none.setVisible(not absences)
        self.list.set_lines([self._line(one) for one in absences])

    def _line(self, absence: AbsenceRecord) -> Line:
        first, last = date.fromisoformat(absence.first_on), date.fromisoformat(absence.last_on)
        today = self._ctx.today()
        days = between(near_day(first, today), near_day(last, today))
        who = absence.name or self.tr("The whole office")
        about = self.tr("Remove: {who} {days}").format(who=who, days=days)
        action = LineAction(self.tr("Remove"), partial(self._ask_removal, absence.absence, who, days), about)
        return Line(f"{days}  {who}", [absence_words(absence, self._ctx.words)], actions=[action])

    def _ask_removal(self, absence: str, who: str, days: str) -> None:
        """Ask first: what is removed is gone, and the next entry's button has its place then."""

        def remove() -> None:
            question.accept()
            self._drop(absence)

        question = Dialog(self.tr("Remove these days off?"), self)
        question.add_text(self.tr("{who}: {days}").format(who=who, days=days), "strong")
        question.set_primary(self.tr("Keep them"))
        question.add_secondary(self.tr("Remove"), remove)
        question.open()

    def _drop(self, absence: str) -> None:
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.dispatch.drop_absence(ctx.actor, absence)).then(
            lambda _nothing: self._read()
        )

    def _add(self) -> None:
        if in_front(AbsenceForm, lambda _one: True):
            return
        form = AbsenceForm(self._ctx, self)
        form.saved.connect(lambda _nothing: self._read())
        form.open()

    def open_form(self, form: str) -> None:
        """Open one of the forms: :data:`ABSENCE` or :data:`HOURS`."""
        if form == ABSENCE:
            self._add()
        elif self._ctx.actor.may(Permission.MANAGE_OFFICE):
            self._hours()

    def _hours(self) -> None:
        HoursForm(self._ctx, self).open()


class AbsenceForm(FormDialog):
    """Who, from when to when, and why."""

    def __init__(self, ctx: DeskContext, parent: QWidget) -> None:
        super().__init__(
            ctx, QCoreApplication.translate("AbsenceForm", "Enter days off"), width=460, parent=parent
        )
        self.who = QComboBox()
        self.who.addItem(self.tr("The whole office"), "")
        self.form.add("account", self.tr("Who"), self.who)
        self.first, self.last = DateField(ctx.today()), DateField(ctx.today())
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("first_on", self.tr("From"), self.first, required=True), 1),
                (self.form.field("last_on", self.tr("To"), self.last), 1),
            )
        )
        self.kind = code_choice(ctx.words, ABSENCE_NAMES)
        self.form.add("kind", self.tr("Kind"), self.kind)
        self.form.column.addStretch(1)
        self.who.currentIndexChanged.connect(self._follow)
        self._follow()
        self.watch()
        self.offer_another(self.who, keeps=("account", "kind"))
        self.fit(560, 360)
        self.who.setFocus()
        background.ask(self, lambda: ctx.office.jobs.staff(ctx.actor)).then(self._show_staff)

    def _show_staff(self, members: tuple[StaffMember, ...]) -> None:
        for member in members:
            self.who.addItem(member.name, member.account)
        # Only now: a draft that was kept may name one of them.
        self.keep_draft("absence", "new", "schedule", days_off="yes", enter=ABSENCE)

    def _follow(self) -> None:
        whole = not self.who.currentData()
        wanted = AbsenceKind.CLOSED if whole else AbsenceKind.LEAVE
        self.kind.setCurrentIndex(self.kind.findData(wanted.value))
        self.form.fields["kind"].setVisible(not whole)

    def collect(self) -> Callable[[], object]:
        absence = AbsenceRecord(
            account=self.who.currentData(),
            first_on=self.first.iso("first_on"),
            last_on=self.last.iso("last_on"),
            kind=AbsenceKind(self.kind.currentData()),
        )
        ctx = self.ctx
        return lambda: ctx.office.dispatch.keep_absence(ctx.actor, absence)


class HoursForm(FormDialog):
    """When the office works, and on which days of the week it rests."""

    def __init__(self, ctx: DeskContext, parent: QWidget) -> None:
        super().__init__(
            ctx, QCoreApplication.translate("HoursForm", "Working hours"), width=460, parent=parent
        )
        self._read = hours = ctx.office.dispatch.hours()
        self.opens, self.closes = self._times(hours.opens), self._times(hours.closes)
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("opens", self.tr("From"), self.opens), 1),
                (self.form.field("closes", self.tr("To"), self.closes), 1),
            )
        )
        self.form.judge_together("opens", "closes")
        self.days: list[QCheckBox] = []
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        for number in range(7):
            box = QCheckBox(QLocale().dayName(number + 1, QLocale.FormatType.ShortFormat))
            box.setChecked(bool(hours.rest_days >> number & 1))
            self.days.append(box)
            row.addWidget(box)
        row.addStretch(1)
        self.form.add("rest_days", self.tr("Rest days every week"), place)
        self.form.column.addStretch(1)
        self.watch(beside={f"rest_{number}": box for number, box in enumerate(self.days)}, known=True)
        self.keep_draft("hours", "new", "schedule", days_off="yes", enter=HOURS)
        self.fit(560, 340)
        self.opens.setFocus()

    def _times(self, chosen: int) -> TimeChoice:
        made = TimeChoice()
        for minutes in sorted({*HALF_HOURS, chosen}):
            made.addItem(time_of(minutes), minutes)
        made.setCurrentIndex(made.findData(chosen))
        return made

    def collect(self) -> Callable[[], object]:
        rest = sum(1 << number for number, box in enumerate(self.days) if box.isChecked())
        hours = WorkingHours(self.opens.currentData(), self.closes.currentData(), rest)
        ctx, read = self.ctx, self._read
        return lambda: ctx.office.dispatch.set_hours(ctx.actor, hours, read)
