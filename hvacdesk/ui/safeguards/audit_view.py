"""The audit log as a list, with the check of its chain."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.audit import AuditEntry, ChainReport, NoteState, record_sentences, signature_sentences
from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.safeguards.action_names import ACTION_NAMES
from hvacdesk.ui.safeguards.detail_words import detail_text
from hvacdesk.ui.safeguards.section import Section
from hvacdesk.ui.theme import Tone, theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.text import label

PAGE = 500


class AuditView(Section):
    """The newest entries first; older ones are read on request."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: list[AuditEntry] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addLayout(self._chain_line())
        column.addWidget(self._chain_text)
        self._busy = Busy(self.tr("Checking every entry"), cancellable=False, disable=self._verify_button)
        column.addWidget(self._busy)
        card = Card()
        self.table = DataTable(self.tr("Audit log"))
        self.table.set_columns(
            [
                Column(
                    "sequence",
                    self.tr("No."),
                    width=64,
                    kind="number",
                    align="right",
                    optional=True,
                    value=lambda entry: str(entry.sequence),  # as it is told elsewhere, and by hand
                    sort=lambda entry: entry.sequence,
                ),
                Column("at", self.tr("When"), width=176, value=lambda entry: _when(entry.at)),
                Column("actor_name", self.tr("Who"), width=96),
                Column("action", self.tr("What"), width=160, value=lambda e: ACTION_NAMES[e.action]),
                Column(
                    "details",
                    self.tr("Details"),
                    width=200,
                    stretch=1,
                    kind="muted",
                    optional=True,
                    value=self._details,
                ),
            ]
        )
        self.table.keep_columns(context.columns, "audit")
        card.body.addWidget(self.table, 1)
        self._older = button(self.tr("Show older entries"), self._read_older, kind="link")
        card.body.addWidget(self._older)
        column.addWidget(card, 1)

    def _details(self, entry: AuditEntry) -> str:
        return detail_text(entry, self._context.words)

    def refresh(self) -> None:
        """Read the newest entries again."""
        office, actor = self._context.office, self._context.actor
        background.run(self, lambda _progress: office.audit.entries(actor, limit=PAGE), self._show_newest)

    def _chain_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        self.chip = Chip(self.tr("Not checked yet"))
        self._chain_text = label(
            self.tr("Each entry seals the one before it; a changed or missing entry is found."),
            "muted",
            wrap=True,
        )
        self._verify_button = button(self.tr("Check the chain"), self._verify, icon="shield-check")
        line.addWidget(self.chip)
        line.addStretch(1)
        line.addWidget(self._verify_button)
        return line

    def _verify(self) -> None:
        office, actor = self._context.office, self._context.actor
        background.run(self, lambda _progress: office.audit.verify(actor), self._show_report, busy=self._busy)

    def _show_report(self, report: ChainReport) -> None:
        if report.intact:
            self.chip.set(self.tr("Chain intact"), Tone.GOOD)
            text = self.tr("{entries} entries, {anchors} stored heads on the chain. Head: {hash}")
        elif report.broken_at is not None:
            self.chip.set(self.tr("Chain broken"), Tone.BAD)
            text = self.tr("Entry {broken} does not fit the one before it. Tell the person responsible.")
        elif not report.entries_good:
            self.chip.set(self.tr("Log changed"), Tone.BAD)
            text = self.tr(
                "An entry carries a signature that is not the office's, or explains a gap without one. Tell "
                "the person responsible."
            )
        elif not report.records_good:
            self.chip.set(self.tr("Registers changed"), Tone.BAD)
            text = self.tr("Not as the log says. Tell the person responsible.")
        elif any(state is NoteState.OFF_CHAIN for _, state in report.anchors):
            self.chip.set(self.tr("Stored head not on the chain"), Tone.BAD)
            text = self.tr("The log may have been replaced by an older one. Tell the person responsible.")
        else:
            self.chip.set(self.tr("A note of the log's end is missing"), Tone.BAD)
            text = self.tr(
                "A note of the log's last entry is missing, damaged or older than it should be: entries may "
                "have been taken away. Tell the person responsible."
            )
        told = signature_sentences if report.intact else record_sentences
        sentences = told(report, self._context.words, day_text)
        self._chain_text.setText(
            text.format(
                entries=f"{report.entries:,}",
                anchors=f"{len(report.anchors):,}",
                hash=report.head_hash[:16],
                broken=report.broken_at,
            )
            + "".join(f"\n{sentence}" for sentence in sentences)
        )

    def _show_newest(self, entries: tuple[AuditEntry, ...]) -> None:
        self._entries = list(entries)
        self._show_entries(len(entries))

    def _read_older(self) -> None:
        office, actor = self._context.office, self._context.actor
        before = self._entries[-1].sequence

        def done(entries: tuple[AuditEntry, ...]) -> None:
            self._entries.extend(entries)
            self._show_entries(len(entries))

        background.run(
            self,
            lambda _progress: office.audit.entries(actor, limit=PAGE, before_sequence=before),
            done,
        )

    def _show_entries(self, read: int) -> None:
        self.table.set_rows(tuple(self._entries))
        self._older.setVisible(read == PAGE)


def _when(stamp: str) -> str:
    return f"{office_time(moment_of(stamp)):%Y-%m-%d %H:%M:%S}"
