"""Typing the results sheet down from paper, from its first line to its last, without the mouse."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.jobs.results import (
    JOB_CHECK_NAMES,
    PHOTO_CHECKS,
    WARRANTY_YEARS,
    Check,
    DoubtfulValues,
    JobCheck,
    JobResults,
    asked_checks,
    leaves_a_unit,
    warranty_day,
)
from hvacdesk.domain.jobs.surveys import Survey
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.services.jobs.results import ResultsSheet
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.survey_fields import SurveyFields
from hvacdesk.ui.jobs.unit_block import UnitBlock
from hvacdesk.ui.jobs.unit_blocks import UnitBlocks
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.example import show_example
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.text import rule

_CHECK_LINES = (
    (JobCheck.DRAIN, JobCheck.QUIET),
    (JobCheck.REMOTE, JobCheck.EXPLAINED),
    PHOTO_CHECKS,
)


class ResultsForm(FormDialog):
    """The sheet as a form. Enter goes on to the next field, Ctrl+S saves. ``saved`` carries the job's id."""

    takes_statement = True

    def __init__(self, ctx: DeskContext, sheet: ResultsSheet) -> None:
        title = QCoreApplication.translate("ResultsForm", "Results of job {number}")
        super().__init__(ctx, title.format(number=sheet.number), width=640)
        self._sheet = sheet
        self.boxes: dict[JobCheck, QCheckBox] = {}
        self.survey: SurveyFields | None = None
        results = sheet.results
        self._add_times()
        if sheet.survey_needed or results.survey.outcome is not None:
            self._add_survey()
        self._rule()
        self.units = UnitBlocks(ctx, self.form, sheet)
        self.form.column.addWidget(self.units)
        self._rule()
        self._add_checks()
        self._add_end()
        self.form.column.addStretch(1)
        self._before = self._values()
        for block in self.units.blocks.values():
            self._watch(block)
        self.units.built.connect(self._note_built)
        self.keep_draft("results", sheet.job, "schedule", job=sheet.job, results="yes")
        self.fit(820, 720)
        self.day.setFocus()

    # Fields

    def _rule(self) -> None:
        self.form.column.addWidget(rule())

    def _add_times(self) -> None:
        results = self._sheet.results
        self.day = DateField(self.ctx.today(), past=True)
        self.day.set_iso(results.worked_on or self._likely_day())
        self.started, self.ended = QLineEdit(results.started), QLineEdit(results.ended)
        for edit in (self.started, self.ended):
            show_example(edit, "13:00")
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("worked_on", self.tr("Day of the work"), self.day), 2),
                (self.form.field("started", self.tr("From"), self.started), 1),
                (self.form.field("ended", self.tr("To"), self.ended), 1),
            )
        )
        self.form.judge_together("started", "ended")

    def _likely_day(self) -> str:
        """The booked day, once it has come."""
        return self._sheet.on if self._sheet.on <= self.ctx.today().isoformat() else ""

    def _add_survey(self) -> None:
        self.survey = SurveyFields(self.ctx, self.form, self._sheet.results.survey, self.ctx.today())
        self.form.column.addWidget(self.survey)

    def _add_checks(self) -> None:
        asked = {*asked_checks(self._sheet.work_kind), *self._sheet.results.checks}
        for line in _CHECK_LINES:
            boxes = [(self._box(check), 1) for check in line if check in asked]
            if boxes:
                self.form.column.addLayout(side_by_side(*boxes))

    def _box(self, check: JobCheck) -> QCheckBox:
        box = QCheckBox(self.ctx.words(JOB_CHECK_NAMES[check]))
        box.setChecked(self._sheet.results.checks.get(check) is Check.OK)
        self.boxes[check] = box
        return box

    def _add_end(self) -> None:
        results, column = self._sheet.results, self.form.column
        self.warranty = WarrantyField(self.ctx.today(), self.day.day)
        self.warranty.set_iso(results.warranty_until)
        warranted = self.form.field(
            "warranty_until",
            self.tr("Warranty until"),
            self.warranty,
            hint=self.tr("A day, or years such as “2y”, counted from the day of the work."),
        )
        column.addWidget(warranted)
        warranted.setVisible(leaves_a_unit(self._sheet.work_kind) or bool(results.warranty_until))
        self.text = QPlainTextEdit(results.text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(72))
        self.form.add("text", self.tr("Remarks"), self.text)
        column.addWidget(self._box(JobCheck.SIGNED))
        self.complete = QCheckBox(self.tr("Move the job to “Done”, completed on the day of the work"))
        self.complete.setChecked(self._sheet.may_complete)
        self._foot.addWidget(self.complete)  # in sight beside the button that does it
        self.complete.setVisible(self._sheet.may_complete)
        self.confirm = QCheckBox(self.tr("Unusual values are as on the sheet"))
        self.confirm.hide()
        self._foot.addWidget(self.confirm)

    def _note_built(self, block: UnitBlock) -> None:
        """A unit is looked at for the first time: what its fields hold then does not count as typed."""
        self._before |= {key: now for key, now in self._values().items() if key not in self._before}
        self._watch(block)

    def _watch(self, block: UnitBlock) -> None:
        for field in block.fields.values():
            field.value_changed.connect(self._drop_statement)

    def _drop_statement(self) -> None:
        """Clear the tick after a change: it confirmed the former values."""
        self.confirm.setChecked(False)

    # Saving

    def record(self) -> JobResults:
        """The results as they are typed in the form. Raises :class:`InvalidInput`."""
        survey = self.survey.survey() if self.survey is not None else Survey()
        return JobResults(
            worked_on=self.day.iso("worked_on"),
            started=self.started.text(),
            ended=self.ended.text(),
            checks={check: Check.OK for check, box in self.boxes.items() if box.isChecked()},
            warranty_until=self.warranty.iso("warranty_until"),
            survey=survey,
            text=self.text.toPlainText().strip(),
            units=self.units.results(),
        )

    def save(self) -> None:
        """As every form; before an empty sheet is saved, ask."""
        try:
            nothing = self.record().empty
        except InvalidInput:
            nothing = False  # the form itself says what is wrong
        if nothing:
            self._ask_about_nothing()
        else:
            super().save()

    def _ask_about_nothing(self) -> None:
        question = Dialog(self.tr("Save results with nothing in them?"), self)
        question.add_text(self.tr("No time, no value, no check and no remark is filled in."))
        if self.complete.isVisibleTo(self) and self.complete.isChecked():
            question.add_text(self.tr("The job would be “Done” without any result."))
        question.accepted.connect(super().save)
        question.set_primary(self.tr("Save all the same"))
        question.add_secondary(self.tr("Go on typing"))
        question.open()

    def collect(self) -> Callable[[], object]:
        record, ctx, sheet, allow = self.record(), self.ctx, self._sheet, self.number_allowed
        complete = self.complete.isVisibleTo(self) and self.complete.isChecked()
        confirmed = self.confirm.isVisibleTo(self) and self.confirm.isChecked()
        return lambda: ctx.office.results.save(
            ctx.actor,
            sheet.job,
            sheet.version,
            record,
            complete=complete,
            confirmed=confirmed,
            allow_number=allow,
        )

    def present(self) -> Present | None:
        ctx, sheet = self.ctx, self._sheet
        return Present(
            SavedKind.RESULTS,
            sheet.job,
            sheet.version,
            lambda: ctx.office.results.sheet(ctx.actor, sheet.job),
            lambda now: ResultsForm(ctx, now),
        )

    def _failed(self, error: UserFacingError) -> None:
        super()._failed(error)
        if isinstance(error, DoubtfulValues):
            self.confirm.setChecked(False)
            self.confirm.show()
            first = error.doubts[0]
            self.units.show_unit(first.unit)
            doubted = self.form.fields.get(f"measured.{first.unit}.{first.quantity.value}")
            if doubted is not None:
                doubted.control.setFocus()

    # Drafts

    def _values(self) -> dict[str, object]:
        named: dict[str, QWidget] = {key: field.control for key, field in self.form.fields.items()}
        values = {key: _value_of(control) for key, control in named.items()}
        return values | {key: box.isChecked() for key, box in self._ticks().items()}

    def _ticks(self) -> dict[str, QCheckBox]:
        return {"complete": self.complete, **{check.value: box for check, box in self.boxes.items()}}

    def typed(self) -> Typed | None:
        return {key: value for key, value in self._values().items() if value != self._before[key]} or None

    def fill(self, typed: Typed) -> None:
        for unit in dict.fromkeys(key.split(".")[1] for key in typed if "." in key):
            self.units.show_unit(unit)
        _fill({key: field.control for key, field in self.form.fields.items()}, typed)
        _fill(self._ticks(), typed)

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down the lines of the sheet, and from the last one of a unit to the next unit."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and self.units.ends_unit(QApplication.focusWidget()):
            self.units.next()
            return
        super().keyPressEvent(event)


def _value_of(control: QWidget) -> object:
    if isinstance(control, QComboBox):
        return control.currentData()
    return control.toPlainText() if isinstance(control, QPlainTextEdit) else control.text()  # type: ignore[attr-defined]


def _fill(controls: Mapping[str, QWidget], typed: Typed) -> None:
    for key, control in controls.items():
        if key not in typed:
            continue
        if isinstance(control, QComboBox):
            control.setCurrentIndex(max(0, control.findData(typed[key])))
        elif isinstance(control, QCheckBox):
            control.setChecked(bool(typed[key]))
        elif isinstance(control, QPlainTextEdit):
            control.setPlainText(str(typed[key]))
        elif isinstance(control, QLineEdit):
            control.setText(str(typed[key]))


_YEARS = re.compile(r"(\d{1,2})\s*(?:年間?|y|years?)", re.ASCII)


class WarrantyField(DateField):
    """``2年`` or ``2y`` becomes the day on which they end; a day may be typed too, as far as years reach.

    Args:
        worked_on: gives the day of the work, from which years are counted; None while it is not known.
    """

    def __init__(self, today: date, worked_on: Callable[[], date | None]) -> None:
        self._worked_on = worked_on
        super().__init__(today, any_past=True, until=date(today.year + WARRANTY_YEARS, 12, 31))

    def _read(self) -> date | None:
        plain = unicodedata.normalize("NFKC", self.text()).strip().lower()
        years, worked = _YEARS.fullmatch(plain), self._worked_on()
        if years is not None:
            if worked is None:
                raise ValueError("years from an unknown day")
            return date.fromisoformat(warranty_day(worked.isoformat(), int(years[1])))
        return super()._read()
