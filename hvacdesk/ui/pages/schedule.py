"""The schedule: who works where on which day, and what comes round again."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dispatch.calendar_tab import CalendarTab
from hvacdesk.ui.jobs.opening import edit_job, open_job
from hvacdesk.ui.plans.plans_tab import PlansTab
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label


class SchedulePage(Page):
    """The calendar, and for who sees every job the recurring work."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.set_title(self.tr("Schedule"))
        self.ctx = ctx
        self._count = label("", "muted")
        self.add_header_widget(self._count)
        self.calendar = CalendarTab(ctx)
        self.calendar.counted.connect(lambda jobs: self._count.setText(self.tr("%n job(s)", "", jobs)))
        self.tabs = TabRow()
        self.tabs.add(self.tr("Calendar"), self.calendar)
        self.plans: PlansTab | None = None
        if ctx.actor.may(Permission.SEE_ALL_JOBS):
            self.plans = PlansTab(ctx)
            self.tabs.add(self.tr("Recurring work"), self.plans)
        self.tabs.changed.connect(lambda _number: self.refresh())
        self.body.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        shown = self.tabs.stack.currentWidget()
        self._count.setVisible(shown is self.calendar)
        (self.plans if self.plans is not None and shown is self.plans else self.calendar).refresh()

    def open(self, **arguments: object) -> None:
        """``job=ID`` shows one job, with ``edit``, ``results`` or ``estimates`` that form.

        ``day=DATE`` shows the week of that day, ``plans`` the recurring work.
        """
        if arguments.get("plans") and self.plans is not None:
            self.tabs.show_tab(1)
        if arguments.get("day"):
            self.tabs.show_tab(0)
            self.calendar.show_week(date.fromisoformat(str(arguments["day"])))
        if arguments.get("job"):
            job = str(arguments["job"])
            if arguments.get("edit"):
                edit_job(self.ctx, job, self.calendar.read)
            else:
                forms = {name: bool(arguments.get(name)) for name in ("results", "estimates")}
                open_job(self.ctx, job, self.calendar.read, **forms)
