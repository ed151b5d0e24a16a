"""The yearly check of a partner firm, question by question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from hvacdesk.domain.errors import Missing
from hvacdesk.domain.partners.partner_checks import (
    ANSWER_NAMES,
    CHECK_AS_OF,
    CHECK_ITEMS,
    CHECK_PART_NAMES,
    CHECK_RESULT_NAMES,
    CHECK_SOURCE,
    CheckAnswer,
    CheckPart,
    CheckResult,
    FirmCheck,
    next_day,
    suggested_result,
)
from hvacdesk.domain.partners.partners import FirmRow
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.text import label, rule

REMARKS_HEIGHT = 84


class CheckForm(FormDialog):
    """Every question has an answer before it is saved.

    What follows is suggested from them until the person chooses or types it; that stays.
    """

    def __init__(self, ctx: DeskContext, row: FirmRow) -> None:
        title = QCoreApplication.translate("CheckForm", "Check of {firm}")
        super().__init__(ctx, title.format(firm=row.facts.firm), width=620)
        self._firm = row.record
        self._chosen: set[str] = set()
        self.answers: dict[str, QComboBox] = {}
        source = self.tr("Source: {source} (as of {date}). Once saved, a check is not changed any more.")
        self.form.column.addWidget(
            label(source.format(source=CHECK_SOURCE, date=as_of_text(CHECK_AS_OF)), "muted", wrap=True)
        )
        if row.open_handovers:
            open_ = self.tr("%n hand-over(s) still out", "", row.open_handovers)
            late = self.tr("%n overdue", "", row.overdue_handovers)
            self.form.column.addWidget(label(f"{open_}  {late}", "strong", wrap=True))
        for part in CheckPart:
            self._add_part(part)
        self._add_result()
        self.form.column.addStretch(1)
        self._suggested = {"result": str(self.finding.currentData()), "next_on": ""}
        # Before watching, so that what is suggested does not count as typed.
        self._suggest()
        self.watch()
        self.keep_draft(
            "firm-check", self._firm, "safeguards", section="partners", firm=self._firm, dialog="check"
        )
        self.fit(680, 720)

    def collect(self) -> Callable[[], object]:
        missing = next((item for item, box in self.answers.items() if not box.currentData()), "")
        if missing:
            raise Missing(missing)
        check = FirmCheck(
            self.day.iso("on"),
            self._answers(),
            CheckResult(self.finding.currentData()),
            self.next_on.iso("next_on"),
            self.remarks.toPlainText(),
        )
        office, actor, firm = self.ctx.office, self.ctx.actor, self._firm
        return lambda: office.partners.check(actor, firm, check)

    def fill(self, typed: Typed) -> None:
        """Put a stored draft back; a next check that follows from its day and finding goes on following."""
        super().fill(typed)
        day, next_on = self.day.day(), self.next_on.day()
        if day is not None and next_on == next_day(day, CheckResult(self.finding.currentData())):
            self._suggested["next_on"] = next_on.isoformat()

    def _add_part(self, part: CheckPart) -> None:
        self.form.column.addWidget(rule())
        self.form.column.addWidget(label(self.ctx.words(CHECK_PART_NAMES[part]), "strong"))
        for item in CHECK_ITEMS:
            if item.part is part:
                box = code_choice(self.ctx.words, ANSWER_NAMES)
                box.insertItem(0, self.tr("Not answered yet"), "")
                box.setCurrentIndex(0)
                self.answers[item.code] = self.form.add(
                    item.code, self.ctx.words(item.text), box, hint=item.source
                )
                self.form.fields[item.code].label.setWordWrap(True)
                box.currentIndexChanged.connect(lambda _at: self._suggest())

    def _add_result(self) -> None:
        today = self.ctx.today()
        self.form.column.addWidget(rule())
        self.form.column.addWidget(label(self.tr("What follows"), "strong"))
        self.day, self.next_on = DateField(today, past=True), DateField(today)
        self.day.set_iso(today.isoformat())
        self.finding: QComboBox = code_choice(self.ctx.words, CHECK_RESULT_NAMES)
        self.form.add("result", self.tr("Finding"), self.finding)
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("on", self.tr("Checked on"), self.day, required=True), 1),
                (self.form.field("next_on", self.tr("Next check by"), self.next_on, required=True), 1),
            )
        )
        self.remarks = QPlainTextEdit()
        self.remarks.setFixedHeight(theme.px(REMARKS_HEIGHT))
        self.remarks.setTabChangesFocus(True)
        self.form.add(
            "remarks",
            self.tr("What was found, what is to be mended, by whom and when"),
            self.remarks,
            hint=self.tr("Needed unless everything is in order. No customers' data."),
        )
        self.finding.activated.connect(lambda _at: self._chosen.add("result"))
        self.finding.currentIndexChanged.connect(lambda _at: self._set_next())
        self.next_on.textEdited.connect(lambda _text: self._chosen.add("next_on"))
        self.day.editingFinished.connect(self._set_next)

    def _answers(self) -> dict[str, CheckAnswer]:
        """What was answered so far."""
        return {
            item: CheckAnswer(box.currentData()) for item, box in self.answers.items() if box.currentData()
        }

    def _suggest(self) -> None:
        if self._is_free("result", self.finding.currentData()):
            result = suggested_result(self._answers()).value
            self._suggested["result"] = result
            self.finding.setCurrentIndex(self.finding.findData(result))
        self._set_next()

    def _set_next(self) -> None:
        day, shown = self.day.day(), self.next_on.day()
        if day is not None and self._is_free("next_on", shown.isoformat() if shown else self.next_on.text()):
            self._chosen.discard("next_on")
            self._suggested["next_on"] = next_day(day, CheckResult(self.finding.currentData())).isoformat()
            self.next_on.set_iso(self._suggested["next_on"])

    def _is_free(self, key: str, shown: str) -> bool:
        """Whether nobody has said it: it is empty, or as it was suggested and not chosen so.

        What a stored draft or the calendar puts in differs from what was suggested, and was chosen.
        """
        return not shown or (key not in self._chosen and shown == self._suggested[key])
