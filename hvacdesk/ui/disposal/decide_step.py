"""Step 2: for each customer, destroy, reduce, keep or hold; with every reason on request."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from hvacdesk.domain.disposal import (
    BLOCKER_NAMES,
    DECISION_NAMES,
    Decision,
    Review,
    ReviewRow,
)
from hvacdesk.domain.retention import STANDING_NAMES, Standing
from hvacdesk.domain.retention_words import verdict_sentence
from hvacdesk.domain.text_forms import fold
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.hold_dialog import HoldDialog
from hvacdesk.ui.disposal.reasons_dialog import ReasonsDialog
from hvacdesk.ui.disposal.step import Step, call_notes_text
from hvacdesk.ui.theme import Tone, theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.text import label

LISTED = (Standing.DUE, Standing.REDUCIBLE, Standing.UNDECIDABLE, Standing.ON_HOLD)
TONES = {
    Decision.DESTROY: Tone.BAD,
    Decision.REDUCE: Tone.WARN,
    Decision.KEEP: Tone.GOOD,
    Decision.HOLD: Tone.INFO,
}


class DecideStep(Step):
    """The list of customers whose data is due, reducible, undecidable or on hold."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.title = self.tr("Decide")
        self.next_text = self.tr("Next: paper")
        self._batch = ""
        self._rows: tuple[ReviewRow, ...] = ()
        self.body.addLayout(self._filters())
        card = Card()
        self.table = DataTable(self.tr("Customers to decide about"))
        self.table.set_columns(
            [
                Column("number", self.tr("Number"), width=96),
                Column("name", self.tr("Customer"), width=100, kind="masked"),
                Column(
                    "last_job_on",
                    self.tr("Last job"),
                    width=96,
                    kind="muted",
                    optional=True,
                    value=self._last_job,
                ),
                Column("verdict", self.tr("Reason"), width=180, stretch=1, value=self._reason),
                Column("decision", self.tr("Decision"), width=84, kind="chip", value=self._decision),
                Column(
                    "papers_to_shred", self.tr("Paper"), width=60, kind="number", align="right", optional=True
                ),
            ]
        )
        self.table.keep_columns(context.columns, "disposal_decisions")
        self.table.activated_row.connect(self._show_reasons)
        self.table.current_changed.connect(self._enable)
        card.body.addWidget(self.table, 1)
        self.body.addWidget(card, 1)
        self.body.addLayout(self._actions())

    def show_batch(self, review: Review) -> None:
        self._batch = review.batch
        chosen = self.table.current()
        customer = chosen.customer if isinstance(chosen, ReviewRow) else ""
        self._rows = review.rows
        self._show_rows(customer)

    def _filters(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.search = SearchBox(self.tr("Number or family name"))
        self.search.searched.connect(lambda _text: self._show_rows())
        self.standing = QComboBox()
        self.standing.setAccessibleName(self.tr("Show"))
        self.standing.addItem(self.tr("Everybody listed"), "")
        for standing in LISTED:
            self.standing.addItem(self.context.words(STANDING_NAMES[standing]), standing.value)
        self.standing.currentIndexChanged.connect(lambda _at: self._show_rows())
        self.shown = label("", "muted")
        line.addWidget(self.search, 1)
        line.addWidget(self.standing)
        line.addWidget(self.shown)
        return line

    def _show_rows(self, customer: str = "") -> None:
        """Show those whom search and choice leave; what was decided about the others stays."""
        text, standing = fold(self.search.whole_text()), self.standing.currentData()
        rows = tuple(
            row
            for row in self._rows
            if (not standing or row.verdict.standing == standing)
            and (not text or text in fold(f"{row.number} {row.name.text}"))
        )
        self.table.set_rows(rows, keep=lambda row: row.customer == customer)
        self.shown.setText(self.tr("{shown} of {all}").format(shown=len(rows), all=len(self._rows)))
        if self.table.current() is None:
            self.table.select_first()

    def sentence(self, review: Review) -> str:
        count = review.chosen(Decision.DESTROY)
        texts = [
            self.tr("%n customer(s) chosen to be destroyed. Nothing has been destroyed yet.", None, count)
        ]
        if reduced := review.chosen(Decision.REDUCE):
            texts.append(self.tr("%n customer(s) chosen to be reduced to the ledger.", None, reduced))
        if review.call_notes:
            texts.append(call_notes_text(review.call_notes))
        texts.append(self.tr("Another person responsible approves."))
        return " ".join(texts)

    def may_go_on(self, review: Review) -> bool:
        return review.number_to_type > 0

    def _actions(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(label(self.tr("Selected customer:"), "muted"))
        self._destroy = button(self.tr("Destroy (D)"), lambda: self._decide(Decision.DESTROY))
        self._reduce = button(self.tr("Reduce (R)"), lambda: self._decide(Decision.REDUCE))
        self._reduce.setToolTip(self.tr("Destroys what no law needs any longer and keeps the rest."))
        self._keep = button(self.tr("Keep (K)"), lambda: self._decide(Decision.KEEP))
        self._hold = button(self.tr("Hold… (H)"), self._ask_hold)
        self._why = button(self.tr("Why? (Enter)"), self._show_current_reasons, kind="link")
        for one in (self._destroy, self._reduce, self._keep, self._hold, self._why):
            line.addWidget(one)
        line.addStretch(1)
        for key, slot in (
            ("D", lambda: self._decide(Decision.DESTROY)),
            ("R", lambda: self._decide(Decision.REDUCE)),
            ("K", lambda: self._decide(Decision.KEEP)),
            ("H", self._ask_hold),
        ):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        return line

    def _enable(self, row: ReviewRow | None) -> None:
        standing = None if row is None or row.blockers else row.verdict.standing
        self._destroy.setEnabled(standing is Standing.DUE)
        self._reduce.setEnabled(standing is Standing.REDUCIBLE)
        for one in (self._keep, self._hold, self._why):
            one.setEnabled(row is not None)

    def _decide(self, decision: Decision, reason: str = "", until: str = "") -> None:
        row = self.table.current()
        if not isinstance(row, ReviewRow):
            return
        if decision is Decision.DESTROY and not self._destroy.isEnabled():
            self.context.notify(self.tr("This customer cannot be destroyed now: see the reason."))
            return
        if decision is Decision.REDUCE and not self._reduce.isEnabled():
            self.context.notify(self.tr("Nothing of this customer can go before the rest: see the reason."))
            return
        office, actor, batch = self.context.office, self.context.actor, self._batch
        background.run(
            self,
            lambda _progress: office.disposal.decide(
                actor, batch, row.customer, decision, hold_reason=reason, hold_until=until
            ),
            lambda _answer: self.changed.emit(),
        )

    def _ask_hold(self) -> None:
        if self.table.current() is None:
            return
        dialog = HoldDialog(self.context.office.today(), self)
        dialog.accepted.connect(
            lambda: self._decide(Decision.HOLD, dialog.reason.text().strip(), dialog.until_text())
        )
        dialog.open()

    def _show_current_reasons(self) -> None:
        row = self.table.current()
        if isinstance(row, ReviewRow):
            self._show_reasons(row)

    def _show_reasons(self, row: ReviewRow) -> None:
        ReasonsDialog(row, self.context.words, self).open()

    def _last_job(self, row: ReviewRow) -> str:
        if row.last_job_kind is None:
            return self.tr("No job")
        return f"{row.last_job_on} {self.context.words(row.last_job_kind)}"

    def _reason(self, row: ReviewRow) -> str:
        words = self.context.words
        if row.verdict.standing is Standing.DUE and row.blockers:
            return " / ".join(words(BLOCKER_NAMES[blocker]) for blocker in row.blockers)
        text, details = verdict_sentence(row.verdict)
        return words(text).format(**details)

    def _decision(self, row: ReviewRow) -> ChipValue:
        return ChipValue(self.context.words(DECISION_NAMES[row.decision]), TONES[row.decision])
