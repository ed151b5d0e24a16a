"""Every reason for what the retention rules say about one customer."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.disposal.disposal import BLOCKER_NAMES, ReviewRow
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES, RecordField
from hvacdesk.domain.retention.retention import Reason, Standing, legal_ground
from hvacdesk.domain.retention.retention_words import verdict_sentence
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.wording.counting import counted

WIDTH, MOST_HEIGHT = 560, 380
"""In design pixels; a customer with many jobs has more reasons than a screen has room for."""


class ReasonsDialog(Dialog):
    """The answer first, and what blocks; then each rule: counted from what, until when, what is missing."""

    def __init__(self, row: ReviewRow, words: Words, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ReasonsDialog", "Why? {number}").format(number=row.number)
        super().__init__(title, parent, width=WIDTH)
        self._words = words
        answer, details = verdict_sentence(row.verdict)
        self.add_text(day_text(words(answer).format(**details)), "strong")
        if row.verdict.standing is Standing.REDUCIBLE:
            self.add_text(self.tr("May go now: {fields}").format(fields=self._fields(row.verdict.goes)))
            self.add_text(self.tr("Kept: {fields}").format(fields=self._fields(row.verdict.held_back)))
        for blocker in row.blockers:
            self.add_text(self.tr("Not now: {what}").format(what=words(BLOCKER_NAMES[blocker])))
        if row.hold_reason:
            self.add_text(hold_text(row))
        self.body.addWidget(rule())
        self.body.addWidget(self._scrolled(row.verdict.reasons), 1)
        self.set_primary(self.tr("Close"))

    def _fields(self, fields: frozenset[RecordField]) -> str:
        names = [self._words(name) for field, name in RECORD_FIELD_NAMES.items() if field in fields]
        return self.tr(", ").join(names)

    def _scrolled(self, reasons: Iterable[Reason]) -> ScrollColumn:
        inside = QWidget()
        inside.setProperty("role", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(10), theme.px(8), theme.px(14), 0)
        column.setSpacing(theme.px(6))
        for reason in reasons:
            column.addWidget(label(self._title_of(reason), "strong", wrap=True))
            ground = legal_ground(reason.law, self._words)
            text = self.tr("{ground}. {counted}").format(ground=ground, counted=counted(reason, self._words))
            column.addWidget(label(text, wrap=True))
            column.addSpacing(theme.px(8))
        column.addStretch(1)
        area = ScrollColumn(inside, name=self.tr("The rules, one by one"))
        area.setMinimumHeight(min(column.heightForWidth(theme.px(WIDTH - 80)), theme.px(MOST_HEIGHT)))
        return area

    def _title_of(self, reason: Reason) -> str:
        job = f"{reason.job_number}  " if reason.job_number else ""
        return f"{job}{self._words(reason.title)}"


def hold_text(row: ReviewRow) -> str:
    """Until when a customer's disposal is put off, and why."""
    text = QCoreApplication.translate("ReasonsDialog", "On hold until {until}: {reason}")
    return text.format(until=day_text(row.hold_until), reason=row.hold_reason)
