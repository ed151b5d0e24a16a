"""Choosing a customer for a part in a job: the same search, in a small dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.customers.customers import CustomerRow, FoundCustomers
from hvacdesk.domain.text.search_marks import SearchMarks
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.search_dialog import SearchDialog
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.wording.places import last_digits, place

SHOWN = 50


class CustomerFinder(SearchDialog):
    """A search and its best hits; of more than it lists it says how many there are.

    Args:
        other_than: record id of the one who cannot be meant, and is not listed.

    Signals:
        chosen(row): a customer was picked.
    """

    chosen = Signal(object)

    def __init__(
        self, ctx: DeskContext, title: str, parent: QWidget | None = None, *, other_than: str = ""
    ) -> None:
        self._other_than = other_than
        translate = QCoreApplication.translate
        prompt = translate("CustomerFinder", "Name, kana, address, last four digits or job number")
        table = DataTable(translate("CustomerFinder", "Customers found"), record="customer")
        super().__init__(
            ctx,
            title,
            prompt,
            table,
            parent,
            read=self._found,
            take=self._take,
            width=620,
            height=260,
            most=SHOWN,
        )
        table.set_columns(
            (
                Column("number", self.tr("Number"), width=96, kind="muted"),
                Column("name", self.tr("Name"), width=130, stretch=3, kind="masked"),
                Column("address", self.tr("Address"), width=150, stretch=4, kind="masked", value=place),
                Column("phone", self.tr("Phone"), width=72, kind="number", value=last_digits),
            )
        )
        table.keep_columns(ctx.columns, "finder", names_its_customer)
        table.offer(tuple, opening=self.tr("Choose"))
        self.begin(self.tr("Choose"), self.tr("Cancel"))

    def _found(self, text: str, answer: FoundCustomers) -> tuple[Sequence[object], SearchMarks]:
        rows = tuple(row for row in answer.rows if row.customer != self._other_than)
        left_out = len(answer.rows) - len(rows)
        self.say(self._counted(replace(answer, rows=rows, hits=answer.hits - left_out)))
        return rows, SearchMarks(text, answer.places)

    def _take(self, row: object) -> None:
        if isinstance(row, CustomerRow):
            self.accept()
            self.chosen.emit(row)

    def _counted(self, found: FoundCustomers) -> str:
        if not found.hits:
            return self.tr("Nobody found.")
        said = self.tr("{hits} / {total} customers").format(hits=f"{found.hits:,}", total=f"{found.total:,}")
        if found.hits <= len(found.rows):
            return said
        rest = self.tr("The first {rows} are listed; more letters, a town or the last four digits narrow it.")
        return f"{said}  {rest.format(rows=f'{len(found.rows):,}')}"
