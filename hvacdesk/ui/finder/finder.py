"""Choosing a customer for a part in a job: the same search, in a small dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.customers.customers import CustomerRow, FoundCustomers
from hvacdesk.domain.customers.duplicates import LikelyDuplicate
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.text.search_marks import SearchMarks
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.search_dialog import SearchDialog
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.wording.duplicates import resembling
from hvacdesk.ui.wording.jobs import suspended_chip
from hvacdesk.ui.wording.places import last_digits, place

SHOWN = 50


class CustomerFinder(SearchDialog):
    """A search and its best hits; of more than it lists it says how many there are.

    Args:
        duplicate_of: record id of a customer of whom another registration is sought. That one is not listed,
            and before anything is typed only likely ones are, with what they share.
        for_work: whether work is arranged for whoever is picked: nobody whose use is suspended can be.

    Signals:
        chosen(row): a customer was picked.
    """

    chosen = Signal(object)

    def __init__(
        self,
        ctx: DeskContext,
        title: str,
        parent: QWidget | None = None,
        *,
        duplicate_of: str = "",
        for_work: bool = False,
    ) -> None:
        self._for_work = for_work
        self._own = duplicate_of
        self._shared: dict[str, str] = {}
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
            width=740,
            height=260,
            most=SHOWN,
            ask=self._ask if duplicate_of else None,
        )
        shared = Column(
            "shared",
            self.tr("The same"),
            width=150,
            stretch=4,
            value=lambda row: self._shared.get(row.customer, ""),
        )
        state = Column(
            "state",
            self.tr("State"),
            width=88,
            kind="chip",
            value=lambda row: suspended_chip() if row.suspended else None,
        )
        table.set_columns(
            (
                Column("number", self.tr("Customer number"), width=96, kind="muted"),
                Column("name", self.tr("Name"), width=130, stretch=3, kind="masked"),
                Column(
                    "address",
                    self.tr("Address"),
                    width=110 if duplicate_of else 150,
                    stretch=4,
                    kind="masked",
                    value=place,
                ),
                Column("phone", self.tr("Phone"), width=72, kind="number", value=last_digits),
                shared if duplicate_of else state,
            )
        )
        table.keep_columns(ctx.columns, "duplicate_finder" if duplicate_of else "finder", names_its_customer)
        table.offer(tuple, opening=self.tr("Choose"))
        self.begin(self.tr("Choose"), self.tr("Cancel"))

    def _ask(self, text: str, limit: int) -> FoundCustomers | tuple[LikelyDuplicate, ...]:
        customers, actor = self._ctx.office.customers, self._ctx.actor
        if text.strip():
            return customers.search(actor, text, limit)
        return customers.likely_duplicates_of(actor, self._own)

    def _found(
        self, text: str, answer: FoundCustomers | tuple[LikelyDuplicate, ...]
    ) -> tuple[Sequence[object], SearchMarks]:
        if isinstance(answer, tuple):
            self.say(
                self.tr("Likely duplicates. Who is not among them is found by typing.")
                if answer
                else self.tr("No likely duplicate was found. The other registration is found by typing.")
            )
            self._shared = {one.row.customer: resembling(one, self._ctx.words) for one in answer}
            return tuple(one.row for one in answer), SearchMarks(text)
        self._shared = {}
        rows = tuple(row for row in answer.rows if row.customer != self._own)
        left_out = len(answer.rows) - len(rows)
        self.say(self._counted(replace(answer, rows=rows, hits=answer.hits - left_out)))
        return rows, SearchMarks(text, answer.places)

    def _take(self, row: object) -> None:
        if isinstance(row, CustomerRow) and row.suspended and self._for_work:
            refused = CustomerSuspended()
            self.say(in_a_row(row.number, refused.in_full(self._ctx.words)), warns=True)
        elif isinstance(row, CustomerRow):
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
