"""The asbestos survey: its outcome, its day, who made it, of what, and from what the outcome is known."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from hvacdesk.domain.jobs.surveys import (
    QUALIFICATION_NAMES,
    SURVEY_NAMES,
    TARGET_NAMES,
    Qualification,
    Survey,
    SurveyOutcome,
    SurveyTarget,
)
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import choice, choose
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import side_by_side


class SurveyFields(QWidget):
    """An outcome needs its day and author too; where only documents were checked, also which ones."""

    def __init__(self, ctx: DeskContext, form: Form, survey: Survey, today: date) -> None:
        super().__init__()
        self._form = form
        self.outcome = QComboBox()
        self.outcome.addItem(self.tr("Not done yet"), "")
        for one in SurveyOutcome:
            self.outcome.addItem(ctx.words(SURVEY_NAMES[one]), one.value)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(survey.outcome or "")))
        self.day = DateField(today, past=True)
        self.day.set_iso(survey.on)
        self.by, self.basis = QLineEdit(survey.by), QLineEdit(survey.basis)
        self.target = choice(ctx.words, TARGET_NAMES, none=True)
        self.qualified = choice(ctx.words, QUALIFICATION_NAMES, none=True)
        # Older records may not say what was surveyed; for a new one a building is chosen first.
        choose(self.target, survey.target or (None if survey.outcome else SurveyTarget.BUILDING))
        choose(self.qualified, survey.qualified)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(
            side_by_side(
                (form.field("survey_outcome", self.tr("Asbestos survey"), self.outcome), 3),
                (form.field("survey_on", self.tr("Surveyed on"), self.day), 2),
                (form.field("survey_by", self.tr("Surveyed by"), self.by), 2),
            )
        )
        self._whom = QWidget()
        row = side_by_side(
            (form.field("survey_target", self.tr("Survey of"), self.target), 1),
            (form.field("survey_qualified", self.tr("Surveyor's qualification"), self.qualified), 1),
        )
        row.setContentsMargins(0, 0, 0, 0)
        self._whom.setLayout(row)
        column.addWidget(self._whom)
        column.addWidget(
            form.field(
                "survey_basis", self.tr("From what it is known (documents, parts looked at)"), self.basis
            )
        )
        self.outcome.currentIndexChanged.connect(lambda _at: self._follow())
        self._follow()

    def survey(self) -> Survey:
        """What the fields hold. Raises :class:`~hvacdesk.domain.errors.BadDate`."""
        outcome, target, qualified = (
            box.currentData() for box in (self.outcome, self.target, self.qualified)
        )
        return Survey(
            self.day.iso("survey_on"),
            self.by.text().strip(),
            SurveyOutcome(outcome) if outcome else None,
            SurveyTarget(target) if target else None,
            Qualification(qualified) if qualified else None,
            self.basis.text().strip(),
        )

    def _follow(self) -> None:
        """With an outcome show the basis; also target and qualification unless it is from documents."""
        outcome = self.outcome.currentData()
        self._whom.setVisible(bool(outcome) and outcome != SurveyOutcome.AFTER_BAN)
        self._form.fields["survey_basis"].setVisible(bool(outcome))
