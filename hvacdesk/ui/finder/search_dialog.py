"""A small window with one search and its hits, where Enter takes the one that is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.search_marks import SearchMarks
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.live_search import LiveSearch
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.text import label, restyle


class SearchDialog(Dialog):
    """A search box, a line that says what was found, and the list.

    A subclass gives the table its columns and calls :meth:`begin`.

    Args:
        prompt: what can be typed.
        read: gives the rows of an answer to a text and what marks their hits, and says what was found.
        take: does with the chosen row what the window is for.
        most: how many hits an answer holds at most.
        ask: as for :class:`LiveSearch`.
    """

    def __init__(
        self,
        ctx: DeskContext,
        title: str,
        prompt: str,
        table: DataTable,
        parent: QWidget | None = None,
        *,
        read: Callable[[str, Any], tuple[Sequence[object], SearchMarks]],
        take: Callable[[object], None],
        width: int,
        height: int,
        most: int = 0,
        ask: Callable[[str, int], object] | None = None,
    ) -> None:
        super().__init__(title, parent or ctx.window, width=width)
        self._ctx = ctx
        self._read, self._take_row = read, take
        self._take_best = False
        self._live = LiveSearch(ctx, self, lambda: most, most, ask)
        self._live.answered.connect(self._show)
        self._live.failed.connect(self._fail)
        self.search = SearchBox(prompt, table.enter, at_once=True)
        self.search.searched.connect(self._live.search)
        self.search.returnPressed.connect(self._take_first)
        self.body.addWidget(self.search)
        self.said = label("", "muted", wrap=True)
        self.body.addWidget(self.said)
        self.table = table
        table.setMinimumHeight(theme.px(height))
        table.activated_row.connect(self._take_row)
        table.current_changed.connect(self._arm)
        self.body.addWidget(table, 1)

    def begin(self, taking: str, leaving: str) -> None:
        """Add the buttons and look for what is there before anything is typed."""
        self.set_primary(taking, lambda: self._take_row(self.table.current()))
        self._arm(None)
        self.add_secondary(leaving)
        self.search.setFocus()
        self._live.search("")

    def say(self, text: str, *, warns: bool = False) -> None:
        """Say over the list what was found."""
        self.said.setText(text)
        self.said.setProperty("tone", "warn" if warns else "")
        restyle(self.said)

    def _arm(self, row: object) -> None:
        """Enter belongs to the search field and the list, so no button is the default one."""
        if self.primary is not None:
            self.primary.setDefault(False)
            self.primary.setEnabled(row is not None)

    def _show(self, text: str, answer: object) -> None:
        rows, marks = self._read(text, answer)
        self.table.set_marks(marks.of if text else None)
        self.table.set_rows(rows)
        if rows and text:
            self.table.selectRow(0)
        if self._take_best:
            self._take_first()

    def _fail(self, _text: str, error: UserFacingError) -> None:
        self._take_best = False
        self.table.set_rows(())
        self.say(error.in_full(self._ctx.words), warns=True)

    def _take_first(self) -> None:
        """Take the chosen hit, as soon as what was typed last is answered."""
        self._take_best = not self._live.settled
        if self._take_best:
            return
        if self.table.current() is None:
            self.table.enter()
        else:
            self._take_row(self.table.current())
