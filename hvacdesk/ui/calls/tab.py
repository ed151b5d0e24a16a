"""The calls of one customer, as a tab of their panel."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from hvacdesk.domain.calls.call_notes import CallNoteRow
from hvacdesk.ui import background
from hvacdesk.ui.calls.opening import open_note
from hvacdesk.ui.calls.table import CallsTable
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.record_tab import RecordTab
from hvacdesk.ui.wording.calls import note_hint


class CallsTab(RecordTab):
    """Every note about the customer, the newest first. Reads when it is first shown."""

    def __init__(self, ctx: DeskContext, customer: str) -> None:
        super().__init__()
        self._ctx = ctx
        self._customer = customer
        self._reader = background.Reader(self)
        self.table = CallsTable(ctx, self.tr("Calls of this customer"), with_names=False)
        self.table.activated_row.connect(self._open)
        self.table.offer(tuple, opening=self.tr("Open"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("phone", self.tr("No calls yet"), note_hint(ctx.actor)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def read(self) -> None:
        """Read the notes."""
        ctx, customer = self._ctx, self._customer
        self._reader.read(lambda: ctx.office.call_notes.of_customer(ctx.actor, customer)).then(self._show)

    def _show(self, rows: tuple[CallNoteRow, ...]) -> None:
        self.table.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)

    def _open(self, row: object) -> None:
        if isinstance(row, CallNoteRow):
            open_note(self._ctx, row.note)
