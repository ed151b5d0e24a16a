"""Every reason for what the retention rules say about one customer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.disposal import BLOCKER_NAMES, ReviewRow
from hvacdesk.domain.jobs import EVENT_NAMES
from hvacdesk.domain.record_fields import RECORD_FIELD_NAMES, RecordField
from hvacdesk.domain.retention import Reason, Standing
from hvacdesk.domain.wording import Words
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.text import label, rule


class ReasonsDialog(Dialog):
    """Which rule, counted from what, until when; what is missing; what blocks."""

    def __init__(self, row: ReviewRow, words: Words, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ReasonsDialog", "Why? {number}").format(number=row.number)
        super().__init__(title, parent, width=560)
        self._words = words
        for reason in row.verdict.reasons:
            self._add_reason(reason)
        if row.verdict.standing is Standing.REDUCIBLE:
            self.add_text(self.tr("May go now: {fields}").format(fields=self._fields(row.verdict.goes)))
            self.add_text(self.tr("Kept: {fields}").format(fields=self._fields(row.verdict.held_back)))
        for blocker in row.blockers:
            self.add_text(self.tr("Not now: {what}").format(what=words(BLOCKER_NAMES[blocker])))
        if row.hold_reason:
            text = self.tr("On hold until {until}: {reason}")
            self.add_text(text.format(until=row.hold_until, reason=row.hold_reason))
        self.set_primary(self.tr("Close"))

    def _fields(self, fields: frozenset[RecordField]) -> str:
        names = [self._words(name) for field, name in RECORD_FIELD_NAMES.items() if field in fields]
        return self.tr(", ").join(names)

    def _add_reason(self, reason: Reason) -> None:
        job = f"{reason.job_number}  " if reason.job_number else ""
        self.body.addWidget(label(f"{job}{self._words(reason.title)}", "strong", wrap=True))
        self.body.addWidget(label(reason.law, "muted", wrap=True))
        if reason.missing is not None:
            missing = self._words(EVENT_NAMES[reason.missing])
            self.add_text(self.tr("The date is not recorded: {event}").format(event=missing))
        elif reason.started_on is not None and reason.keep_until is not None:
            text = self.tr("Counted from {start}, kept until {until}")
            self.add_text(text.format(start=reason.started_on, until=reason.keep_until))
        self.body.addWidget(rule())
