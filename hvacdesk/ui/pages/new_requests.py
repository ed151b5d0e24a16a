"""Customers' requests with which nobody has begun: an answer is owed without delay, and the days run."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.services.office.today import TodayOverview
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.oversight.duty_opening import open_duty
from hvacdesk.ui.pages.waiting_box import WaitingBox
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.task_list import TaskLine
from hvacdesk.ui.wording.duties import due_text, late_text


def is_new_request(duty: Duty) -> bool:
    """Whether it stands in this box, and so in no list of other things with a day."""
    return duty.kind is DutyKind.REQUEST and duty.untouched


class NewRequests(WaitingBox):
    """Each stands here until somebody has checked who asks; from then on it is one of the dated tasks."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Requests that nobody has begun with"), Tone.WARN, parent)
        self._ctx = ctx

    def show_overview(self, overview: TodayOverview) -> None:
        """Show what waits, or nothing at all."""
        new = filter(is_new_request, overview.duties)
        self.show_lines([self._line(duty) for duty in new], self._more_line)

    def _line(self, duty: Duty) -> TaskLine:
        today = self._ctx.today()
        late = duty.overdue(today)
        begin = self.tr("Nobody has begun with it. First check who asks.")
        return TaskLine(
            self.tr("A customer's request {number}").format(number=duty.about),
            partial(open_duty, self._ctx, duty),
            alarm=late_text(duty, today) if late else "",
            note=begin if late else f"{begin}  {due_text(duty, today)}",
        )

    def _more_line(self, more: int) -> TaskLine:
        return TaskLine(
            self.tr("%n more request(s) that nobody has begun with", "", more),
            lambda: self._ctx.navigate("safeguards", section="requests"),
        )
