"""Telling a customer: by telephone, which comes first, or in another way; and what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.incidents.incidents import OUTCOME_NAMES, Concerned, IncidentDetail, Outcome
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import choice


class TellForm(FormDialog):
    """What came of it; ``shown`` is the name and number that were revealed for a call."""

    def __init__(
        self, ctx: DeskContext, incident: IncidentDetail, one: Concerned, shown: tuple[str, str] | None = None
    ) -> None:
        title = QCoreApplication.translate("TellForm", "Tell {number}").format(number=one.number)
        super().__init__(ctx, title, width=460)
        self._incident, self._one = incident, one
        if shown is not None:
            name, phone = shown
            self.form.column.addWidget(label(name, "strong", wrap=True))
            self.form.column.addWidget(label(phone or self.tr("No phone number is known."), "heading"))
            self.form.column.addWidget(
                label(
                    self.tr("Say what happened, which data, what you do about it, and that you are sorry."),
                    "muted",
                    wrap=True,
                )
            )
        self.outcome = self.form.add("outcome", self.tr("What came of it"), choice(ctx.words, OUTCOME_NAMES))
        likely = Outcome.REACHED if shown is not None and not one.outcome else one.outcome
        self.outcome.setCurrentIndex(self.outcome.findData(likely.value))
        self.form.column.addStretch(1)
        self.fit(480, 360 if shown else 240)

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        customer, outcome = self._one.customer, Outcome(self.outcome.currentData())
        return lambda: office.incidents.customers.note_told(actor, incident, [customer], outcome)
