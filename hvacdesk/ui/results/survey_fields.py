"""The asbestos survey: its outcome, its day and who did it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from hvacdesk.domain.results import SURVEY_NAMES, Survey, SurveyOutcome
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.date_field import DateField
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import side_by_side


class SurveyFields(QWidget):
    """Three fields in a row; whoever names the outcome names day and author too."""

    def __init__(self, ctx: DeskContext, form: Form, survey: Survey, today: date) -> None:
        super().__init__()
        self.outcome = QComboBox()
        self.outcome.addItem(self.tr("Not done yet"), "")
        for one in SurveyOutcome:
            self.outcome.addItem(ctx.words(SURVEY_NAMES[one]), one.value)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(survey.outcome or "")))
        self.day = DateField(today)
        self.day.set_iso(survey.on)
        self.by = QLineEdit(survey.by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(
            side_by_side(
                (form.field("survey_outcome", self.tr("Asbestos survey"), self.outcome), 2),
                (form.field("survey_on", self.tr("Surveyed on"), self.day), 2),
                (form.field("survey_by", self.tr("Surveyed by (name, qualification)"), self.by), 3),
            )
        )

    def survey(self) -> Survey:
        """What stands in the fields. Raises :class:`~hvacdesk.domain.errors.BadDate`."""
        outcome = self.outcome.currentData()
        return Survey(
            self.day.iso("survey_on"),
            self.by.text().strip(),
            SurveyOutcome(outcome) if outcome else None,
        )
