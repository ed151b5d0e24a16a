"""The audit log as a list, with the check of its chain and the copies of its state that others keep.

What is shown comes from these modules: :mod:`hvacdesk.services.oversight.audit_log` reads the entries and
checks them, through :mod:`hvacdesk.services.oversight.log_check` (chain, signatures and notes of its end) and
:mod:`hvacdesk.services.oversight.log_records` (registers that hang on the log);
:mod:`hvacdesk.services.oversight.log_witness` saves and compares kept copies. The sentences are those of
:mod:`hvacdesk.domain.oversight.audit_log` and :mod:`hvacdesk.domain.oversight.checkpoints`, the words for an
entry's details those of :mod:`hvacdesk.ui.oversight.detail_words`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.action_names import ACTION_NAMES
from hvacdesk.domain.oversight.audit_log import AuditEntry
from hvacdesk.domain.oversight.chain_report import (
    ChainReport,
    NoteState,
    record_sentences,
    signature_sentences,
)
from hvacdesk.domain.oversight.checkpoints import HeadComparison, comparison_sentences
from hvacdesk.domain.rooms import Room
from hvacdesk.services.oversight.witness_folder import kept_in, save_into
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.oversight.detail_words import detail_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.file_choice import choose_folder
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.text import label

PAGE = 500


class AuditView(Section):
    """The newest entries first; older ones are read on request."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = background.Reader(self)
        self._newer_reader = background.Reader(self)
        self._entries: list[AuditEntry] = []
        self._fresh = Freshness(self, context.changes, frozenset(Room), self._look_for_newer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addLayout(self._chain_line())
        column.addWidget(self._chain_text)
        about = self.tr(
            "A copy of the log's present state, kept on a USB stick or by your tax adviser, shows later "
            "whether anybody rewrote the log. It holds no customer data."
        )
        column.addWidget(label(about, "muted", wrap=True))
        column.addWidget(self._kept_line())
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
                    wide_only=True,
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
                    wide_only=True,
                    value=self._details,
                ),
            ]
        )
        self.table.keep_columns(context.columns, "audit", names_nobody)
        card.body.addWidget(self.table, 1)
        self._older = button(self.tr("Show older entries"), self._read_older, kind="link")
        card.body.addWidget(self._older)
        column.addWidget(card, 1)

    def _details(self, entry: AuditEntry) -> str:
        return detail_text(entry, self._context.words)

    def refresh(self) -> None:
        """Read the newest entries again."""
        self._fresh.note()
        office, actor = self._context.office, self._context.actor
        self._newer_reader.drop()
        self._reader.read(lambda: office.audit.entries(actor, limit=PAGE)).then(self._show_newest)

    def _look_for_newer(self) -> None:
        """Offer the entries written since; those that somebody reads stay where they are."""
        office, actor = self._context.office, self._context.actor
        self._newer_reader.read(lambda: office.audit.entries(actor, limit=1)).then(self._offer_newer)

    def _offer_newer(self, newest: tuple[AuditEntry, ...]) -> None:
        self.newer_button.setVisible(newest[:1] != tuple(self._entries[:1]))

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
        self.newer_button = button(self.tr("Show newer entries"), self.refresh, kind="link")
        self.newer_button.hide()
        line.addWidget(self.newer_button)
        line.addWidget(self._verify_button)
        return line

    def _kept_line(self) -> FlowRow:
        """What outsiders keep of the log, and get compared."""
        context = self._context
        self.save_button = button(self.tr("Save a copy to keep"), self._ask_where, icon="save", parent=self)
        self.save_button.setVisible(context.office.log_witness.may_save(context.actor))
        self.compare_button = button(
            self.tr("Compare with kept copies"), self._ask_which, icon="search", parent=self
        )
        return FlowRow([self.save_button, self.compare_button])

    def _ask_where(self) -> None:
        title = self.tr("Where to keep the log's state, for example a USB stick")
        self.chooser = choose_folder(self._context.window, title, self.save_to)

    def _ask_which(self) -> None:
        title = self.tr("Folder with kept copies of the log's state")
        self.chooser = choose_folder(self._context.window, title, self.compare_with)

    def save_to(self, folder: str) -> None:
        """Save the log's state into a folder."""
        office, actor = self._context.office, self._context.actor
        background.ask(
            self, lambda: save_into(Path(folder), partial(office.log_witness.save, actor))
        ).with_busy(self._busy).then(self._saved).otherwise(self._failed)

    def _saved(self, file: Path) -> None:
        self._context.notify(
            self.tr(
                "Two files were saved: {file}, and the office's public keys (hvacdesk-log-key-…). Take both "
                "out of this computer and keep them elsewhere."
            ).format(file=file.name)
        )

    def compare_with(self, folder: str) -> None:
        """Compare every state that is kept in a folder with the log."""
        office, actor = self._context.office, self._context.actor
        background.ask(self, lambda: office.log_witness.compare(actor, kept_in([Path(folder)]))).with_busy(
            self._busy
        ).then(self._show_comparison).otherwise(self._failed)

    def _failed(self, error: UserFacingError) -> None:
        self._context.report_error(error)

    def _show_comparison(self, found: HeadComparison) -> None:
        if found.good:
            self.chip.set(self.tr("Agrees with kept copies"), Tone.GOOD)
        elif found.contradicted:
            self.chip.set(self.tr("Does not agree with kept copies"), Tone.BAD)
        elif found.kept:
            self.chip.set(self.tr("A kept copy cannot be used"), Tone.WARN)
        else:
            self.chip.set(self.tr("No kept copy found"), Tone.WARN)
        self._chain_text.setText("\n".join(comparison_sentences(found, self._context.words, day_text)))

    def _verify(self) -> None:
        office, actor = self._context.office, self._context.actor
        background.ask(self, lambda: office.audit.verify(actor)).with_busy(self._busy).then(self._show_report)

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
        self.newer_button.hide()
        self._show_entries(len(entries))

    def _read_older(self) -> None:
        office, actor = self._context.office, self._context.actor
        before = self._entries[-1].sequence

        def done(entries: tuple[AuditEntry, ...]) -> None:
            if self._entries[-1].sequence == before:  # asked twice, or others were read meanwhile
                self._entries.extend(entries)
                self._show_entries(len(entries))

        background.ask(self, lambda: office.audit.entries(actor, limit=PAGE, before_sequence=before)).then(
            done
        )

    def _show_entries(self, read: int) -> None:
        self.table.set_rows(tuple(self._entries))
        self._older.setVisible(read == PAGE)


def _when(stamp: str) -> str:
    return f"{office_time(moment_of(stamp)):%Y-%m-%d %H:%M:%S}"
