"""Recording the asbestos survey, which comes before the work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.jobs.surveys import SurveyOutcome
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.services.jobs.results import ResultsSheet, asbestos_law
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.jobs.survey_fields import SurveyFields
from hvacdesk.ui.widgets.choices import choose
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.text import label


class SurveyForm(FormDialog):
    """The survey alone; the other results stay as they are."""

    def __init__(self, ctx: DeskContext, sheet: ResultsSheet) -> None:
        title = QCoreApplication.translate("SurveyForm", "Asbestos survey of job {number}")
        super().__init__(ctx, title.format(number=sheet.number), width=620)
        self._sheet = sheet
        before = self.tr(
            "The building was begun before September 2006, or its age is not known: the survey is "
            "done and recorded before anything is drilled or removed."
        )
        after = self.tr(
            "The building was begun in September 2006 or later: check that day in the building's documents, "
            "and name them here. This record is kept for three years like a survey."
        )
        self.form.column.addWidget(label(before if sheet.survey_needed else after, "muted", wrap=True))
        self.fields = SurveyFields(ctx, self.form, sheet.results.survey, ctx.today())
        self.form.column.addWidget(self.fields)
        fields = self.fields
        if sheet.date_check_needed:
            choose(fields.outcome, SurveyOutcome.AFTER_BAN)
        law = asbestos_law(ctx.today())
        source = self.tr("{source}, as of {as_of}.").format(
            source=law.sources[-1], as_of=as_of_text(law.as_of)
        )
        self.form.column.addWidget(label(source, "muted", wrap=True))
        self.watch(
            {
                "outcome": fields.outcome,
                "on": fields.day,
                "by": fields.by,
                "target": fields.target,
                "qualified": fields.qualified,
                "basis": fields.basis,
            },
            known=True,
        )
        self.form.column.addStretch(1)
        self.keep_draft("survey", sheet.job, "schedule", job=sheet.job, survey="yes")
        self.fit(680, 470)
        self.fields.outcome.setFocus()

    def collect(self) -> Callable[[], object]:
        survey, ctx, sheet = self.fields.survey(), self.ctx, self._sheet
        shown = sheet.results.survey
        return lambda: ctx.office.results.record_survey(ctx.actor, sheet.job, survey, shown=shown)

    def present(self) -> Present | None:
        ctx, sheet = self.ctx, self._sheet
        return Present(
            SavedKind.RESULTS,
            sheet.job,
            sheet.version,
            lambda: ctx.office.results.sheet(ctx.actor, sheet.job),
            lambda now: SurveyForm(ctx, now),
        )
