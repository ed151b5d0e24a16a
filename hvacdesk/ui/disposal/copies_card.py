"""Which backups, keys and media a disposal concerns beside the office's file, and what becomes of each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.disposal.copies_ahead import (
    COPY_FATE_NAMES,
    COPY_KIND_NAMES,
    CopyAhead,
    CopyFate,
    CopyKind,
)
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.whole_table import WholeTable

_TONES = {
    CopyFate.REPLACED: Tone.GOOD,
    CopyFate.NOTHING_THERE: Tone.NEUTRAL,
    CopyFate.NOT_SEARCHED: Tone.NEUTRAL,
}
"""Whatever is neither replaced nor only to be looked at is a warning."""


class CopiesCard(Card):
    """A table of the copies, and a warning while no backup can follow the disposal."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._reader = background.Reader(self)
        self.body.addWidget(
            label(self.tr("Backups and media outside the office's file"), "heading", wrap=True)
        )
        self.warning = label(
            self.tr("No backup folder is connected. Connect one before the batch is destroyed."),
            wrap=True,
            tone="bad",
        )
        self.warning.hide()
        self.body.addWidget(self.warning)
        words = context.words
        self.table = WholeTable(self.tr("Backups and media"))
        self.table.set_columns(
            [
                Column(
                    "kind", self.tr("What"), width=100, value=lambda one: words(COPY_KIND_NAMES[one.kind])
                ),
                Column("name", self.tr("Which"), width=120, stretch=1),
                Column("fate", self.tr("What becomes of it"), width=120, kind="chip", value=self._fate),
            ]
        )
        self.table.keep_columns(context.columns, "disposal_copies", names_nobody)
        self.body.addWidget(self.table)

    def refresh(self) -> None:
        """Look at the copies again."""
        office, actor = self._context.office, self._context.actor
        self._reader.read(lambda: office.disposal.destruction.copies_ahead(actor)).then(self._show)

    def _show(self, copies: tuple[CopyAhead, ...]) -> None:
        self.table.set_rows(copies)
        self.table.setVisible(bool(copies))
        folders = [one for one in copies if one.kind is CopyKind.BACKUP_FOLDER]
        self.warning.setVisible(all(one.fate is not CopyFate.REPLACED for one in folders))

    def _fate(self, one: CopyAhead) -> ChipValue:
        return ChipValue(self._context.words(COPY_FATE_NAMES[one.fate]), _TONES.get(one.fate, Tone.WARN))
