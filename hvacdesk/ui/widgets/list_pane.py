"""Where a list lies: the table, or what it is for while it is empty, or why it could not be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.page_room import FrontStack


class ListPane(QWidget):
    """One of the three; only the one in front asks for room.

    Args:
        empty: what is shown without rows, made when that is first so.

    Attributes:
        table: the list.
        empty: the empty state; None as long as there were rows each time.
        failure: why the list could not be read; None as long as it could.
    """

    def __init__(self, table: DataTable, empty: Callable[[], EmptyState]) -> None:
        super().__init__()
        self.table = table
        self.empty: EmptyState | None = None
        self.failure: FailurePane | None = None
        self._make_empty = empty
        self._stack = FrontStack(self)
        self._stack.addWidget(table)

    def show_rows(self, rows: Sequence[object], keep: Callable[[Any], bool] | None = None) -> None:
        """Show other rows; ``keep`` picks the chosen one, as in :meth:`DataTable.set_rows`."""
        self.table.set_rows(rows, keep=keep)
        if rows:
            self._stack.setCurrentWidget(self.table)
            return
        if self.empty is None:
            self.empty = self._make_empty()
            self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)

    def show_error(self, error: UserFacingError, again: Callable[[], object]) -> None:
        """Say in the list's place why it could not be read, and offer to try again."""
        if self.failure is None:
            self.failure = FailurePane()
            self._stack.addWidget(self.failure)
        self.failure.show_error(error, again)
        self._stack.setCurrentWidget(self.failure)
