"""A job's results: what was checked and measured, and the way to type them in, change and print them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.jobs.jobs import UNIT_PART_NAMES
from hvacdesk.domain.jobs.quantities import MEASURES, Quantity, is_usual, shown
from hvacdesk.domain.jobs.results import (
    CHECK_NAMES,
    INSPECTION_NAMES,
    JOB_CHECK_NAMES,
    Check,
    JobCheck,
    UnitResultRecord,
    asked_checks,
    difference,
    leaves_a_unit,
)
from hvacdesk.domain.jobs.surveys import SURVEY_NAMES
from hvacdesk.domain.papers.completion_report import IssuedPdf
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.services.jobs.results import ResultsSheet, SheetUnit
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.jobs.ledger_form import LedgerForm
from hvacdesk.ui.jobs.refrigerant_dialog import RefrigerantDialog
from hvacdesk.ui.jobs.result_form import ResultsForm
from hvacdesk.ui.jobs.survey_form import SurveyForm
from hvacdesk.ui.language import listed
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.fact_lines import FactLines
from hvacdesk.ui.widgets.record_tab import RecordTab
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.units import unit_text

FIRST_UNITS = 10
"""So many units are shown at first: a building may have hundreds."""

Lines = list[tuple[str, str]]


class ResultsTab(RecordTab):
    """Read when it comes to the front, and after each change while it is there."""

    def __init__(self, ctx: DeskContext, job: str) -> None:
        super().__init__()
        self._ctx = ctx
        self._job = job
        self._open_when_read: Callable[[], None] | None = None
        self._all_units = False
        self.sheet: ResultsSheet | None = None
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, ctx.changes, frozenset({Room.JOBS, Room.STAFF}), self._read, ages=False)
        self._scroll = ScrollColumn(name=self.tr("Results"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.busy = Busy(self.tr("Drawing the report"), cancellable=False)
        column.addWidget(self.busy)

    def read(self) -> None:
        """Read the results."""
        self._fresh.read()

    def _read(self) -> None:
        ctx, job = self._ctx, self._job
        self._reader.read(lambda: ctx.office.results.sheet(ctx.actor, job)).then(self._show)

    def open_form(self) -> None:
        """Open the form, as soon as the results are read."""
        self._open_when_read = self.type_in
        self.read()

    def open_survey(self) -> None:
        """Open the form for the survey, as soon as the results are read."""
        self._open_when_read = self.record_survey
        self.read()

    def _show(self, sheet: ResultsSheet) -> None:
        if sheet != self.sheet:
            self.sheet = sheet
            self._fill(sheet)
        wanted, self._open_when_read = self._open_when_read, None
        if wanted is not None:
            wanted()

    def _fill(self, sheet: ResultsSheet) -> None:
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(14), 0)
        column.setSpacing(theme.px(8))
        self._add_actions(column, sheet)
        self._add_survey(column, sheet)
        if sheet.version:
            self._add_results(column, sheet)
        else:
            text = self.tr(
                "Nothing is typed in yet. Take the sheet that the technician brought back and type it down; "
                "the form has its order."
            )
            column.addWidget(label(text, "muted", wrap=True))
            self._add_expected(column, sheet)
        column.addStretch(1)
        self._scroll.exchange(content)

    # Parts

    def _add_survey(self, column: QVBoxLayout, sheet: ResultsSheet) -> None:
        survey = sheet.results.survey
        if survey.outcome is not None:
            outcome = self._ctx.words(SURVEY_NAMES[survey.outcome])
            said = "  ".join(filter(None, (outcome, survey.on, survey.by, survey.basis)))
            self._add_lines(column, [(self.tr("Asbestos survey"), said)])
        elif sheet.survey_needed:
            text = self.tr("Asbestos survey first: the building was begun before September 2006, or unknown.")
            act = (self.tr("Record the survey"), self.record_survey) if sheet.may_edit else None
            column.addWidget(WarningBox(text, action=act))
        elif sheet.date_check_needed:
            column.addWidget(
                label(
                    self.tr(
                        "Begun in September 2006 or later: check that day in documents before drilling, and "
                        "record the check."
                    ),
                    "muted",
                    wrap=True,
                )
            )
            if sheet.may_edit:
                column.addWidget(button(self.tr("Record the check"), self.record_survey, kind="link"))

    def _add_actions(self, column: QVBoxLayout, sheet: ResultsSheet) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        if sheet.may_edit:
            text = self.tr("Change the results") if sheet.version else self.tr("Type in the results")
            self.type_button = button(text, self.type_in, icon="pencil")
            row.addWidget(self.type_button)
        if sheet.version and self._ctx.actor.may(Permission.ISSUE_WORK_ORDERS):
            self.report_button = button(self.tr("Completion report"), self.print_report, icon="printer")
            row.addWidget(self.report_button)
        if sheet.electrical and sheet.may_edit:
            row.addWidget(
                button(self.tr("Electrical-work ledger"), self.enter_ledger, kind="link", icon="book-open")
            )
        row.addStretch(1)
        column.addLayout(row)

    def _add_expected(self, column: QVBoxLayout, sheet: ResultsSheet) -> None:
        """What the sheet asks for, while nothing of it is typed in."""
        words = self._ctx.words
        column.addWidget(rule())
        column.addWidget(label(self.tr("What the sheet asks for"), "strong"))
        units = [
            f"{unit.number}. {words(UNIT_PART_NAMES[unit.part])}  {unit_text(unit.record)}"
            for unit in sheet.units
        ]
        lines: Lines = [(self.tr("Units"), "\n".join(units[:FIRST_UNITS]))] if units else []
        asked = asked_checks(sheet.work_kind)
        lines.append((self.tr("To tick"), listed(words(JOB_CHECK_NAMES[check]) for check in asked)))
        self._add_lines(column, lines)

    def _add_results(self, column: QVBoxLayout, sheet: ResultsSheet) -> None:
        results, words = sheet.results, self._ctx.words
        times = "–".join(filter(None, (results.started, results.ended)))
        lines: Lines = [(self.tr("Day of the work"), day_text(f"{results.worked_on}  {times}".strip()))]
        done = [words(JOB_CHECK_NAMES[check]) for check in JobCheck if results.checks.get(check) is Check.OK]
        asked = asked_checks(sheet.work_kind)
        left = [words(JOB_CHECK_NAMES[check]) for check in asked if check not in results.checks]
        lines.append((self.tr("Ticked"), listed(done) or self.tr("nothing")))
        if left:
            lines.append((self.tr("Not ticked"), listed(left)))
        if leaves_a_unit(sheet.work_kind) or results.warranty_until:
            lines.append((self.tr("Warranty until"), day_text(results.warranty_until) or "–"))
        if results.text:
            lines.append((self.tr("Remarks"), results.text))
        self._add_lines(column, lines)
        noted = [unit for unit in sheet.units if not results.of(unit.unit).empty]
        for unit in noted if self._all_units else noted[:FIRST_UNITS]:
            self._add_unit(column, unit, results.of(unit.unit))
        if len(noted) > FIRST_UNITS and not self._all_units:
            more = button(self.tr("Show all %n unit(s)", "", len(noted)), self._show_all, kind="link")
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self) -> None:
        self._all_units = True
        if self.sheet is not None:
            self._fill(self.sheet)

    def _add_unit(self, column: QVBoxLayout, unit: SheetUnit, found: UnitResultRecord) -> None:
        words = self._ctx.words
        column.addWidget(rule())
        part = words(UNIT_PART_NAMES[unit.part])
        column.addWidget(label(f"{unit.number}. {part}  {unit_text(unit.record)}", "strong", wrap=True))
        lines: Lines = [
            (words(measure.name), self._measured(quantity, found.measured[quantity]))
            for quantity, measure in MEASURES.items()
            if quantity in found.measured
        ]
        gap = difference(found.measured)
        if gap is not None:
            lines.append((self.tr("Suction − outlet"), f"{gap:+g} K"))
        net = _net(unit, found)
        if net is not None:
            lines.append((self.tr("Net charge"), f"{shown(net)} kg"))
        for item, check in found.checks.items():
            lines.append((words(INSPECTION_NAMES[item]), words(CHECK_NAMES[check])))
        if found.text:
            lines.append((self.tr("Remark"), found.text))
        self._add_lines(column, lines)
        if unit.record.commercial or unit.record.charge_kg is not None:
            name = self.tr("Refrigerant log of unit {number}").format(number=unit.number)
            link = button(
                self.tr("Refrigerant log"), partial(self._open_log, unit.unit), kind="link", name=name
            )
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _measured(self, quantity: Quantity, value: float) -> str:
        text = f"{shown(value)} {MEASURES[quantity].unit_name(self._ctx.words)}"
        return text if is_usual(quantity, value) else self.tr("{value}  (unusual)").format(value=text)

    def _add_lines(self, column: QVBoxLayout, lines: Lines) -> None:
        column.addLayout(FactLines(lines))

    # Acts

    def type_in(self) -> None:
        """Open the form for the results."""
        if self.sheet is not None and self.sheet.may_edit:
            ResultsForm(self._ctx, self.sheet).open()

    def record_survey(self) -> None:
        """Open the form for the asbestos survey."""
        if self.sheet is not None:
            SurveyForm(self._ctx, self.sheet).open()

    def print_report(self) -> None:
        """Show the completion report as it is printed for the customer."""
        ctx, job = self._ctx, self._job
        background.ask(self, lambda: ctx.office.completion.issue(ctx.actor, job, ctx.words)).with_busy(
            self.busy
        ).then(self._preview)

    def _preview(self, issued: IssuedPdf) -> None:
        document = self.tr("Completion report {number}").format(number=issued.row.number)
        from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

        PaperPreview(self._ctx, (issued.row,), issued.pdf, document).open()

    def _open_log(self, unit: str) -> None:
        RefrigerantDialog(self._ctx, unit).open()

    def enter_ledger(self) -> None:
        """Open the job's entry in the electrical-work ledger."""
        ctx, job = self._ctx, self._job
        background.ask(self, lambda: ctx.office.electrical.draft(ctx.actor, job)).then(
            lambda draft: LedgerForm(ctx, draft).open()
        )


def _net(unit: SheetUnit, found: UnitResultRecord) -> float | None:
    """The charge after this job, in kg; None for a removed unit, and where nobody knows."""
    if unit.base_kg is None or not unit.measured:
        return None
    added = found.measured.get(Quantity.ADDED_KG, 0.0)
    return round(unit.base_kg + added - found.measured.get(Quantity.RECOVERED_KG, 0.0), 3)
