"""What the three lists about firms have in common: buttons over a table, or an empty state in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow


class ListTab(QWidget):
    """A subclass fills ``line`` with its controls and gives the table and the empty state.

    Attributes:
        line: over the table.
        above: between the line and the table.
    """

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self.context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self.line = FlowRow()
        column.addWidget(self.line)
        self.above = QVBoxLayout()
        self.above.setSpacing(theme.px(8))
        column.addLayout(self.above)
        card = Card()
        self.table = self.make_table()
        self.table.current_changed.connect(lambda _row: self.enable())
        card.body.addWidget(self.table, 1)
        self.empty = self.make_empty()
        self.empty.hide()
        card.body.addWidget(self.empty, 1)
        column.addWidget(card, 1)

    def make_table(self) -> DataTable:
        """The table with its columns."""
        raise AssertionError(f"{type(self).__name__} has no table")

    def make_empty(self) -> EmptyState:
        """What is shown while the list is empty."""
        raise AssertionError(f"{type(self).__name__} has no empty state")

    def enable(self) -> None:
        """Let the buttons follow the chosen row."""

    def show_rows(self, rows: Sequence[object], key: str) -> None:
        """Show other rows; the one with the same ``key`` stays chosen."""
        chosen = getattr(self.table.current(), key, None)
        self.table.set_rows(tuple(rows), keep=lambda row: getattr(row, key) == chosen)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if self.table.current() is None:
            self.table.select_first()
        self.enable()

    def draw(self, work, document: str, note=None, printed=None) -> None:
        """Draw a paper and show it; ``note`` writes into the log that it was printed, where that is asked.

        ``printed`` is called once that is written.
        """
        ctx = self.context
        background.run(
            self,
            lambda _progress: work(),
            lambda pdf: show_pages(ctx, document, pdf, note=note, printed=printed),
        )
