"""Choosing a customer for a part in a job: the same search, in a small dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.customers import CustomerRow, FoundCustomers
from hvacdesk.domain.search_marks import SearchMarks
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.live_search import LiveSearch
from hvacdesk.ui.customers.place_text import last_digits, place
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.search_box import SearchBox

SHOWN = 50


class CustomerFinder(Dialog):
    """A search and its hits.

    Signals:
        chosen(row): a customer was picked.
    """

    chosen = Signal(object)

    def __init__(self, ctx: DeskContext, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent or ctx.window, width=620)
        self._ctx = ctx
        self._take_best = False
        self._live = LiveSearch(ctx, self, lambda: SHOWN, SHOWN)
        self._live.answered.connect(self._show)
        self._live.failed.connect(lambda _text, error: show_error(self, error))
        prompt = self.tr("Name, kana, address, last four digits or job number")
        self.search = SearchBox(prompt, at_once=True)
        self.search.searched.connect(self._live.search)
        self.search.left_down.connect(self._enter_list)
        self.search.returnPressed.connect(self._take_first)
        self.body.addWidget(self.search)
        self.table = DataTable(self.tr("Customers found"), record="customer")
        self.table.set_columns(
            (
                Column("number", self.tr("Number"), width=96, kind="muted"),
                Column("name", self.tr("Name"), width=130, stretch=3, kind="masked"),
                Column("address", self.tr("Address"), width=150, stretch=4, kind="masked", value=place),
                Column("phone", self.tr("Phone"), width=72, kind="number", value=last_digits),
            )
        )
        self.table.keep_columns(ctx.columns, "finder")
        self.table.offer(tuple, opening=self.tr("Choose"))
        self.table.setMinimumHeight(theme.px(260))
        self.table.activated_row.connect(self._take)
        self.table.current_changed.connect(self._arm)
        self.body.addWidget(self.table, 1)
        self.set_primary(self.tr("Choose"), lambda: self._take(self.table.current()))
        self._arm(None)
        self.add_secondary(self.tr("Cancel"))
        self.search.setFocus()
        self._live.search("")

    def _arm(self, row: object) -> None:
        if self.primary is not None:
            self.primary.setEnabled(row is not None)

    def _show(self, text: str, found: FoundCustomers) -> None:
        self.table.set_marks(SearchMarks(text, found.places).of if text else None)
        self.table.set_rows(found.rows)
        if found.rows and text:
            self.table.selectRow(0)
        if self._take_best:
            self._take_first()

    def _enter_list(self) -> None:
        if self.table.current() is None:
            self.table.select_first()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_first(self) -> None:
        """Take the chosen hit, as soon as what was typed last is answered."""
        self._take_best = not self._live.settled
        if self._take_best:
            return
        if self.table.current() is None:
            self._enter_list()
        else:
            self._take(self.table.current())

    def _take(self, row: object) -> None:
        if isinstance(row, CustomerRow):
            self.accept()
            self.chosen.emit(row)
