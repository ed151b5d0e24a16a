"""The schedule: who works where on which day."""

from __future__ import annotations

from datetime import date

from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dispatch.calendar_tab import CalendarTab
from hvacdesk.ui.jobs.opening import edit_job, open_job
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.text import label


class SchedulePage(Page):
    """The calendar."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.set_title(self.tr("Schedule"))
        self.ctx = ctx
        self._count = label("", "muted")
        self.add_header_widget(self._count)
        self.calendar = CalendarTab(ctx)
        self.calendar.counted.connect(lambda jobs: self._count.setText(self.tr("%n job(s)", "", jobs)))
        self.body.addWidget(self.calendar, 1)

    def refresh(self) -> None:
        self.calendar.refresh()

    def open(self, **arguments: object) -> None:
        """``job=ID`` shows one job, with ``edit``, ``results`` or ``estimates`` a form; ``day=DATE``."""
        if arguments.get("day"):
            self.calendar.show_week(date.fromisoformat(str(arguments["day"])))
        if arguments.get("job"):
            job = str(arguments["job"])
            if arguments.get("edit"):
                edit_job(self.ctx, job, self.calendar.read)
            else:
                forms = {name: bool(arguments.get(name)) for name in ("results", "estimates")}
                open_job(self.ctx, job, self.calendar.read, **forms)
