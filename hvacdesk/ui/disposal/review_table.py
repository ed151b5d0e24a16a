"""The customers of a review as a table: who, why, and what was decided; Enter says every reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.disposal.disposal import BLOCKER_NAMES, DECISION_NAMES, Decision, ReviewRow
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.domain.retention.retention_words import verdict_in_short, verdict_sentence
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.disposal.reasons_dialog import ReasonsDialog
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.named_rows import names_its_customer

TONES = {
    Decision.DESTROY: Tone.BAD,
    Decision.REDUCE: Tone.WARN,
    Decision.KEEP: Tone.GOOD,
    Decision.HOLD: Tone.INFO,
}


LEAST_ROWS = 5
"""So many are seen together, however large the text is: one is no list. The page scrolls if it must."""


class ReviewTable(DataTable):
    """Rows are :class:`ReviewRow`.

    The chosen one stays in sight wherever a sorting puts it: single keys decide about it.

    Args:
        name: of the table, for screen readers.
        key: under which the person's choice of columns is stored.
    """

    def __init__(self, context: DeskContext, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._words = context.words
        self.set_columns(
            [
                Column("number", self.tr("Customer"), width=96),
                Column("name", self.tr("Name"), width=100, kind="masked"),
                Column(
                    "last_job_on",
                    self.tr("Last job"),
                    width=96,
                    kind="muted",
                    wide_only=True,
                    value=self._last_job,
                ),
                Column("verdict", self.tr("Reason"), width=160, stretch=1, value=self._reason),
                Column("decision", self.tr("Decision"), width=84, kind="chip", value=self._decision),
                Column(
                    "papers_to_shred",
                    self.tr("Papers"),
                    width=60,
                    kind="number",
                    align="right",
                    wide_only=True,
                ),
            ]
        )
        self.keep_columns(context.columns, key, names_its_customer)
        rows = LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())
        self.activated_row.connect(self.show_reasons)
        self.offer(tuple, opening=self.tr("Why?"))

    def show_reasons(self, row: object) -> None:
        """Say why, with every rule and date."""
        if isinstance(row, ReviewRow):
            ReasonsDialog(row, self._words, self.window()).open()

    def _last_job(self, row: ReviewRow) -> str:
        if row.last_job_kind is None:
            return self.tr("No job")
        return f"{row.last_job_on} {self._words(row.last_job_kind)}"

    def _reason(self, row: ReviewRow) -> str:
        return reason_text(row, self._words)

    def _decision(self, row: ReviewRow) -> ChipValue:
        return ChipValue(self._words(DECISION_NAMES[row.decision]), TONES[row.decision])


def reason_text(row: ReviewRow, words: Words) -> str:
    """Why a customer is due or stays, in one line: what blocks comes before what the rules say."""
    if row.verdict.standing is Standing.DUE and row.blockers:
        return _blockers(row, words)
    return verdict_in_short(row.verdict, words)


def whole_reason(row: object, words: Words) -> str:
    """What the marked row's column may have cut, and the job that is concerned; empty without a row."""
    if not isinstance(row, ReviewRow):
        return ""
    text, details = verdict_sentence(row.verdict)
    says = day_text(words(text).format(**details))
    return "  ".join(filter(None, (row.number, says, _blockers(row, words))))


def _blockers(row: ReviewRow, words: Words) -> str:
    return " / ".join(words(BLOCKER_NAMES[blocker]) for blocker in row.blockers)
