"""Recording the asbestos survey, which comes before the work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hvacdesk.services.results import ResultsSheet
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.results.survey_fields import SurveyFields
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import label


class SurveyForm(FormDialog):
    """The survey alone; the other results stay as they are."""

    def __init__(self, ctx: DeskContext, sheet: ResultsSheet) -> None:
        title = QCoreApplication.translate("SurveyForm", "Asbestos survey of job {number}")
        super().__init__(ctx, title.format(number=sheet.number), width=620)
        self._sheet = sheet
        self.form.column.addWidget(
            label(
                self.tr(
                    "The building was begun before September 2006, or its age is not known: the survey is "
                    "done and recorded before anything is drilled or removed."
                ),
                "muted",
                wrap=True,
            )
        )
        self.fields = SurveyFields(ctx, self.form, sheet.results.survey, ctx.today())
        self.form.column.addWidget(self.fields)
        self.form.column.addStretch(1)
        self.watch({"outcome": self.fields.outcome, "on": self.fields.day, "by": self.fields.by})
        self.keep_draft("survey", sheet.job, "schedule", job=sheet.job, survey="yes")
        self.fit(640, 290)
        self.fields.outcome.setFocus()

    def collect(self) -> Callable[[], object]:
        survey, ctx, job = self.fields.survey(), self.ctx, self._sheet.job
        return lambda: ctx.office.results.record_survey(ctx.actor, job, survey)
