"""What a new office sees to first: in place of an empty list of jobs, each line leading to its work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.office.first_week import FirstStep, StepState
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList
from hvacdesk.ui.widgets.text import label

_PLACES: dict[FirstStep, tuple[str, Mapping[str, object]]] = {
    FirstStep.LETTERHEAD: ("settings", {"tab": "layout_of_papers"}),
    FirstStep.BACKUP: ("settings", {"tab": "backups"}),
    FirstStep.STAFF: ("settings", {"tab": "accounts"}),
    FirstStep.CUSTOMER_LIST: ("customers", {"bring_in": "yes"}),
    FirstStep.CUSTOMER: ("customers", {"new": "yes"}),
    FirstStep.JOB: ("schedule", {"book": "yes"}),
    FirstStep.WORK_ORDER: ("work_orders", {}),
}
"""The page on which a step is done, and what is asked of it; the page of work orders is asked for a day."""

_EITHER = frozenset({FirstStep.CUSTOMER_LIST, FirstStep.CUSTOMER})
"""Either is enough, so what is said of both is what they led to."""


class FirstWeekView(QWidget):
    """The steps, as long as the person wants to see them."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self._ctx = ctx
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        content.setProperty("role", "clear")
        outer.addWidget(ScrollColumn(content))
        column = QVBoxLayout(content)
        edge = theme.px(16)
        column.setContentsMargins(edge, edge, edge, theme.px(8))
        column.setSpacing(theme.px(8))
        column.addWidget(label(self.tr("The first week"), "heading"))
        text = self.tr(
            "There are no jobs today. This is what a new office sees to first; a step is ticked once it is "
            "done."
        )
        column.addWidget(label(text, "muted", wrap=True))
        self.steps = TaskList(self.tr("The first week"))
        column.addWidget(self.steps)
        self.hide_button = button(self.tr("Do not show this list any more"), self.hide_for_good, kind="link")
        column.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_steps(self, steps: Sequence[StepState]) -> None:
        """Show the state of the steps."""
        said = _words()
        self.steps.set_lines([self._line(one, *said[one.step]) for one in steps])

    def hide_for_good(self) -> None:
        """Show the list to this person no longer."""
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.first_week.hide(ctx.actor)).begin()

    def _line(self, one: StepState, text: str, note: str) -> TaskLine:
        page, arguments = _PLACES[one.step]
        if one.step is FirstStep.WORK_ORDER:
            arguments = {"day": self._ctx.today().isoformat()}
        done = self.tr("Customers are registered") if one.step in _EITHER else self.tr("Done")
        chip = ChipValue(done, Tone.GOOD) if one.done else None
        return TaskLine(text, partial(self._ctx.navigate, page, **arguments), note=note, chip=chip)


def _words() -> dict[FirstStep, tuple[str, str]]:
    return {
        FirstStep.LETTERHEAD: (
            QCoreApplication.translate("FirstWeek", "Fill in the letterhead"),
            QCoreApplication.translate(
                "FirstWeek",
                "Estimates, invoices and letters show postal code, address and phone; "
                "work orders only the phone.",
            ),
        ),
        FirstStep.BACKUP: (
            QCoreApplication.translate("FirstWeek", "Name a folder for backups"),
            QCoreApplication.translate("FirstWeek", "On a disk or stick that is taken off afterwards."),
        ),
        FirstStep.STAFF: (
            QCoreApplication.translate("FirstWeek", "Invite those who work here"),
            QCoreApplication.translate("FirstWeek", "Everybody works under their own name."),
        ),
        FirstStep.CUSTOMER_LIST: (
            QCoreApplication.translate("FirstWeek", "Bring in your customer list"),
            QCoreApplication.translate("FirstWeek", "From Excel or CSV; you see it before it is stored."),
        ),
        FirstStep.CUSTOMER: (
            QCoreApplication.translate("FirstWeek", "Or register the first customer"),
            QCoreApplication.translate("FirstWeek", "The postal code fills in the address."),
        ),
        FirstStep.JOB: (
            QCoreApplication.translate("FirstWeek", "Book the first job"),
            QCoreApplication.translate("FirstWeek", "For a customer, on a day, with who goes there."),
        ),
        FirstStep.WORK_ORDER: (
            QCoreApplication.translate("FirstWeek", "Print the first work order"),
            QCoreApplication.translate("FirstWeek", "Each copy has a number and comes back."),
        ),
    }
