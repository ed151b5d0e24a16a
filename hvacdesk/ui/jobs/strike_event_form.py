"""Taking an event that was recorded wrongly out of a job's list: which one, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.jobs.jobs import EVENT_STRIKE_REASON_NAMES, JobEvent
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.reason_choice import ReasonChoice
from hvacdesk.ui.widgets.text import label


class StrikeEventForm(FormDialog):
    """The last event is offered first; no reason is chosen beforehand.

    Args:
        listed: events that may be struck, and how each is told.
    """

    def __init__(self, ctx: DeskContext, job: str, listed: Sequence[tuple[JobEvent, str]]) -> None:
        super().__init__(ctx, QCoreApplication.translate("StrikeEventForm", "Strike an event?"), width=460)
        self._job = job
        self._listed = listed
        self.form.column.addWidget(
            label(
                self.tr(
                    "It leaves the list and no longer counts for how long data is kept. The log keeps that "
                    "it was recorded, struck, and why."
                ),
                "muted",
                wrap=True,
            )
        )
        self.which = self.form.add("kind", self.tr("Event"), QComboBox())
        self.which.addItems([told for _event, told in listed])
        self.which.setCurrentIndex(len(listed) - 1)
        self.reason = ReasonChoice(ctx.words, EVENT_STRIKE_REASON_NAMES)
        self.reason.changed.connect(self._arm)
        self.form.column.addWidget(self.reason)
        self.form.column.addStretch(1)
        self.fit(520, 480)
        if self.primary is not None:
            self.primary.setText(self.tr("Strike"))
            self.primary.setEnabled(False)

    def _arm(self) -> None:
        if self.primary is not None:
            self.primary.setEnabled(self.reason.chosen() is not None)

    def collect(self) -> Callable[[], object]:
        event, _told = self._listed[self.which.currentIndex()]
        reason = self.reason.chosen()
        assert reason is not None  # the button waits for one
        ctx, job = self.ctx, self._job
        return lambda: ctx.office.jobs.strike_event(ctx.actor, job, event, reason)

    def said_of_save(self) -> str:
        return self.tr("The event was struck.")
