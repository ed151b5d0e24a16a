"""The schedule: who works where on which day, what comes round again, and whom to remind of what."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.calendar.calendar_tab import CalendarTab
from hvacdesk.ui.calendar.plans_tab import PlansTab
from hvacdesk.ui.calendar.reminders_tab import RemindersTab
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.jobs.opening import FORMS, edit_job, open_booking, open_job
from hvacdesk.ui.widgets.deferred import Deferred
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label


class SchedulePage(Page):
    """The calendar; for a person who sees every job, also the recurring work and the reminders."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Schedule"))
        self.ctx = ctx
        self._count = label("", "muted")
        self.add_header_widget(self._count)
        self.calendar = CalendarTab(ctx)
        self.calendar.counted.connect(lambda jobs: self._count.setText(self.tr("%n job(s)", "", jobs)))
        self.tabs = TabRow(frugal=True)
        self.tabs.add(self.tr("Calendar"), self.calendar)
        self._plans: Deferred[PlansTab] | None = None
        self._reminders: Deferred[RemindersTab] | None = None
        if ctx.actor.may(Permission.SEE_ALL_JOBS):
            self._plans = Deferred(lambda: PlansTab(ctx))
            self.tabs.add(self.tr("Recurring work"), self._plans)
            self._reminders = Deferred(lambda: RemindersTab(ctx))
            self.tabs.add(self.tr("Reminders"), self._reminders)
        self.tabs.changed.connect(lambda _number: self.refresh())
        if ctx.actor.may(Permission.EDIT_JOBS):
            self.book_button = self.set_primary(self.tr("Book a job"), "plus", self.book)
        self.body.addWidget(self.tabs, 1)

    @property
    def plans(self) -> PlansTab | None:
        """The recurring work; None for a person who does not see every job."""
        return None if self._plans is None else self._plans.content

    @property
    def reminders(self) -> RemindersTab | None:
        """The reminders; None for a person who does not see every job."""
        return None if self._reminders is None else self._reminders.content

    def book(self) -> None:
        """Book a job for a customer, on the day that is shown if it is one."""
        finder = CustomerFinder(self.ctx, self.tr("For which customer?"), self, for_work=True)
        finder.chosen.connect(self._book_for)
        finder.open()

    def _book_for(self, row: CustomerRow) -> None:
        ctx, calendar = self.ctx, self.calendar
        on = calendar.first.isoformat() if calendar.days == 1 else ""
        background.ask(self, lambda: ctx.office.customers.detail(ctx.actor, row.customer)).then(
            lambda customer: open_booking(ctx, customer, on=on)
        )

    def refresh(self) -> None:
        shown = self.tabs.stack.currentWidget()
        self._count.setVisible(shown is self.calendar)
        if self._plans is not None and shown is self._plans:
            self._plans.content.refresh()
        elif self._reminders is not None and shown is self._reminders:
            self._reminders.content.refresh()
        else:
            self.calendar.refresh()

    def open(self, **arguments: object) -> None:
        """``job=ID`` shows one job, with ``edit`` or one of the job's own forms that form.

        ``day=DATE`` shows the week of that day, ``days_off`` the list of days off, with ``enter`` one of
        its forms too, ``move=ID`` asks where a job is moved to, ``book`` for whom a job is booked, ``plans``
        shows the recurring work, with ``customer`` and perhaps ``plan`` or ``site`` its form,
        ``reminders=KIND`` the reminders of that kind, or ``all``.
        """
        if arguments.get("plans") and self.plans is not None:
            self.tabs.show_tab(1)
            if arguments.get("customer"):
                customer, plan, site = (str(arguments.get(one, "")) for one in ("customer", "plan", "site"))
                self.plans.open_for(customer, plan, site)
        if arguments.get("reminders") and self.reminders is not None:
            self.tabs.show_tab(2)
            self.reminders.show_kind(str(arguments["reminders"]))
        if arguments.get("book"):
            self.book()
        if arguments.get("days_off"):
            self.tabs.show_tab(0)
            self.calendar.open_days_off(str(arguments.get("enter", "")))
        if arguments.get("day"):
            self.tabs.show_tab(0)
            self.calendar.show_week(date.fromisoformat(str(arguments["day"])))
        if arguments.get("move"):
            self.tabs.show_tab(0)
            self.calendar.move_again(str(arguments["move"]), str(arguments.get("week", "")))
        if arguments.get("job"):
            job = str(arguments["job"])
            if arguments.get("edit"):
                edit_job(self.ctx, job)
            else:
                forms = {name: str(arguments[name]) for name in FORMS if arguments.get(name)}
                open_job(self.ctx, job, forms)
