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
    """One of them; only the one in front asks for room.

    Args:
        empty: what is shown without rows, made when that is first so.
        unfit: the same where the list is narrowed down; without it ``empty`` says that, too.

    Attributes:
        table: the list.
        empty: the empty state; None as long as there were rows each time.
        unfit: what says that nothing fits; None as long as that was never so.
        failure: why the list could not be read; None as long as it could.
    """

    def __init__(
        self,
        table: DataTable,
        empty: Callable[[], EmptyState],
        unfit: Callable[[], EmptyState] | None = None,
    ) -> None:
        super().__init__()
        self.table = table
        self.empty: EmptyState | None = None
        self.unfit: EmptyState | None = None
        self.failure: FailurePane | None = None
        self._make_empty, self._make_unfit = empty, unfit
        self._stack = FrontStack(self)
        self._stack.addWidget(table)

    def show_rows(
        self,
        rows: Sequence[object],
        keep: Callable[[Any], bool] | None = None,
        *,
        narrowed: bool = False,
    ) -> None:
        """Show other rows.

        Args:
            keep: picks the chosen one, as in :meth:`DataTable.set_rows`.
            narrowed: whether there may be others, which do not fit what the list is narrowed down by.
        """
        self.table.set_rows(rows, keep=keep)
        if rows:
            self._stack.setCurrentWidget(self.table)
            return
        if narrowed and self._make_unfit is not None:
            if self.unfit is None:
                self.unfit = self._make_unfit()
                self._stack.addWidget(self.unfit)
            self._stack.setCurrentWidget(self.unfit)
            return
        if self.empty is None:
            self.empty = self._make_empty()
            self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)

    def claim_nothing(self) -> None:
        """Say no longer that there is nothing: what is typed now is no question that this answers."""
        if self._stack.currentWidget() in (self.empty, self.unfit):
            self._stack.setCurrentWidget(self.table)

    def show_error(self, error: UserFacingError, again: Callable[[], object]) -> None:
        """Say in the list's place why it could not be read, and offer to try again."""
        if self.failure is None:
            self.failure = FailurePane()
            self._stack.addWidget(self.failure)
        self.failure.show_error(error, again)
        self._stack.setCurrentWidget(self.failure)
