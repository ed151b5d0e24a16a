"""Who chose what about retention, and when."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.retention.retention_choices import Choice
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.wording.periods import period_text


class HistoryDialog(Dialog):
    """Every version of every choice, the newest first.

    Args:
        titles: of the program's rules, by code.
    """

    def __init__(
        self,
        ctx: DeskContext,
        history: tuple[Choice, ...],
        titles: Mapping[str, Phrase],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("HistoryDialog", "The office's choices so far")
        super().__init__(title, parent or ctx.window, width=680)
        self.table = DataTable(title)
        self.table.set_columns(
            [
                Column("set_on", self.tr("Day"), width=96),
                Column("set_by", self.tr("By"), width=110),
                Column(
                    "title",
                    self.tr("Record"),
                    width=170,
                    stretch=1,
                    value=lambda one: one.title or ctx.words(titles[one.code]),
                ),
                Column("years", self.tr("Kept for"), width=150, value=self._period),
            ]
        )
        self.table.keep_columns(ctx.columns, "retention_history")
        self.table.set_rows(history)
        self.body.addWidget(self.table, 1)
        self.table.setVisible(bool(history))
        if not history:
            self.add_text(self.tr("The office has chosen nothing yet: the program's rules apply."), "muted")
        self.set_primary(self.tr("Close"))
        self.resize(self.sizeHint().expandedTo(self.minimumSize()))

    def _period(self, choice: Choice) -> str:
        return period_text(choice.years, choice.months) if choice.active else self.tr("taken back")
