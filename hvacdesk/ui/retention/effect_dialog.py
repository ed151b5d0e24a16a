"""What a change of retention would do today, before it is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.retention.retention import STANDING_NAMES, Standing
from hvacdesk.domain.retention.retention_choices import Effect, Shift
from hvacdesk.domain.text.wording import Words, in_a_row
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog

LOOSENING = frozenset({Standing.DUE, Standing.REDUCIBLE})
"""Standings in which something may be destroyed."""


class EffectDialog(WorkDialog):
    """Says who becomes due, reducible or kept, and saves only when the person goes on.

    Args:
        save: does the saving, on a worker thread.

    Signals:
        saved: it was saved.
    """

    saved = Signal()

    def __init__(
        self,
        ctx: DeskContext,
        effect: Effect,
        save: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("EffectDialog", "What this changes today")
        super().__init__(title, parent or ctx.window, width=640)
        self._ctx = ctx
        self._save = save
        self.summary = label(self._summary(effect), wrap=True)
        self.body.addWidget(self.summary)
        self.table = DataTable(self.tr("Customers whose answer changes"))
        words = ctx.words
        self.table.set_columns(
            [
                Column("before", self.tr("Now"), width=130, stretch=1, value=_named(words, "before")),
                Column("after", self.tr("Then"), width=130, stretch=1, value=_named(words, "after")),
                Column("customers", self.tr("Customers"), width=84, kind="number", align="right"),
            ]
        )
        self.table.keep_columns(ctx.columns, "retention_effect", names_nobody)
        self.table.set_rows(effect.shifts)
        self.body.addWidget(self.table, 1)
        self.table.setVisible(bool(effect.shifts))
        self.numbers = label("", "muted", wrap=True)
        self.body.addWidget(self.numbers)
        self.table.current_changed.connect(self._show_numbers)
        self.table.select_first()
        self._add_counts(effect)
        note = self.tr("Nothing is destroyed by saving. The next disposal review goes by it.")
        self.add_text(note, "muted")
        self.set_primary(self.tr("Save"), self._go_on)
        self.add_secondary(self.tr("Do not save"))

    def _summary(self, effect: Effect) -> str:
        if effect.none:
            return self.tr("Nothing changes for any of %n customer(s).", None, effect.customers)
        gains = sum(
            shift.customers
            for shift in effect.shifts
            if shift.after in LOOSENING and shift.before not in LOOSENING
        )
        losses = sum(
            shift.customers
            for shift in effect.shifts
            if shift.before in LOOSENING and shift.after not in LOOSENING
        )
        return in_a_row(
            self.tr("%n customer(s) become due or reducible.", None, gains),
            self.tr("%n customer(s) are due or reducible no longer.", None, losses),
        )

    def _add_counts(self, effect: Effect) -> None:
        if effect.longer:
            self.add_text(self.tr("%n other customer(s) are kept longer.", None, effect.longer))
        if effect.shorter:
            self.add_text(self.tr("%n other customer(s) are kept for a shorter time.", None, effect.shorter))

    def _show_numbers(self, shift: object) -> None:
        """Whom the marked line is about, as far as a few numbers say it."""
        if isinstance(shift, Shift):
            numbers = self.tr(", ").join(shift.numbers)
            text = self.tr("For example {numbers}") if shift.customers > len(shift.numbers) else "{numbers}"
            self.numbers.setText(text.format(numbers=numbers))

    def _go_on(self) -> None:
        self.ask(self.tr("Saving"), self._save).then(lambda _done: self._saved())

    def _saved(self) -> None:
        self.accept()
        self.saved.emit()


def _named(words: Words, side: str) -> Callable[[Shift], str]:
    return lambda shift: words(STANDING_NAMES[getattr(shift, side)])
