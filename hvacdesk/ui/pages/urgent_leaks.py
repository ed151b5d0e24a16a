"""Leaks that wait for somebody, over everything else of today's page: they are seen without scrolling."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.incidents.incidents import OpenIncident
from hvacdesk.domain.papers.register import LossRow
from hvacdesk.services.office.today import TodayOverview
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.pages.waiting_box import WaitingBox
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.task_list import TaskLine
from hvacdesk.ui.wording.leaks import found_text, incident_state, incident_title, is_urgent


class UrgentLeaks(WaitingBox):
    """Incidents on which nobody works yet or of which a day has passed, and lost papers.

    Who handles incidents finds each incident here, with its papers; who registers papers, each lost paper.
    To open one takes it away from nobody: it stays until somebody says that they work on it.
    """

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Leaks that wait"), Tone.BAD, parent)
        self._ctx = ctx

    def show_overview(self, overview: TodayOverview) -> None:
        """Show what waits, or nothing at all."""
        today = self._ctx.today()
        urgent = [one for one in overview.incidents if is_urgent(one, today)]
        lines = [self._incident_line(one) for one in sorted(urgent, key=lambda one: one.begun)]
        lines += [self._loss_line(loss) for loss in overview.losses if not loss.found_on]
        self.show_lines(lines, lambda more: self._more_line(more, bool(urgent)))

    def _incident_line(self, incident: OpenIncident) -> TaskLine:
        ctx = self._ctx
        return TaskLine(
            incident_title(incident, ctx.words),
            lambda: ctx.navigate("safeguards", section="leaks", incident=incident.incident),
            alarm=incident_state(incident, ctx.words, ctx.today()),
            note=found_text(incident, ctx.today()),
            record=incident.incident,
        )

    def _loss_line(self, loss: LossRow) -> TaskLine:
        return TaskLine(
            self.tr("Lost paper {number}").format(number=loss.number),
            self._to_losses,
            alarm=self.tr("Nobody responsible works on it yet."),
        )

    def _to_losses(self) -> None:
        self._ctx.navigate("work_orders", losses="yes")

    def _more_line(self, more: int, incidents: bool) -> TaskLine:
        if incidents:
            return TaskLine(
                self.tr("%n more incident(s) that wait", "", more),
                lambda: self._ctx.navigate("safeguards", section="leaks", incident=""),
            )
        return TaskLine(self.tr("%n more lost paper(s)", "", more), self._to_losses)
