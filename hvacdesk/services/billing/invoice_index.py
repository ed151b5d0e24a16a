"""The index of invoices that is handed to an inspector beside the filed pages: by date, sum and party.

Sources: 電子帳簿保存法 施行規則 4条1項, 2条6項5号.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hvacdesk.domain.billing.invoices import INVOICE_KIND_NAMES, INVOICE_STATE_NAMES
from hvacdesk.domain.billing.open_items import InvoiceQuery
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.print_view import whole_name
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.exchange.delimited_writing import delimited
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import documents
from hvacdesk.store.billing import open_items as store
from hvacdesk.store.exchange import outside_lists
from hvacdesk.store.requests import suspension

INDEX_TITLES: tuple[Phrase, ...] = (
    phrase("Invoice index", "Number"),
    phrase("Invoice index", "Kind"),
    phrase("Invoice index", "State"),
    phrase("Invoice index", "Date"),
    phrase("Invoice index", "Party"),
    phrase("Invoice index", "Amount (yen)"),
    phrase("Invoice index", "Tax (yen)"),
    phrase("Invoice index", "Due"),
    phrase("Invoice index", "About"),
    phrase("Invoice index", "File"),
    phrase("Invoice index", "SHA-256"),
)


@dataclass(frozen=True)
class InvoiceIndex:
    """An index ready to be saved; it names customers, and exists in memory only.

    Attributes:
        rows: how many invoices are in it.
        list: its record id in the register of files outside the program.
    """

    content: bytes = field(repr=False)
    rows: int
    list: str


class InvoiceIndexes:
    """Makes the indexes of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def as_csv(self, actor: Actor, first: date, last: date, words: Words) -> InvoiceIndex:
        """The index of what was issued in a period, as an inspector asks for it, with names in full.

        What was made void or replaced is in it, since nothing is taken out. It is logged as an export, and
        registered among the files outside until its destruction is confirmed.

        Raises:
            DutiesOverdue: rules or training are overdue.
        """
        query = InvoiceQuery(first.isoformat(), last.isoformat())
        with self._workplace.transaction() as session:
            rows, total = store.found(session, query, None, -1)
            parties = store.parties(session, {row.customer_id for row in rows})
            locked = suspension.locked_numbers(session, parties.keys())
            hashes = documents.first_hashes(session, [row.id for row in rows])
            lines = []
            for row in reversed(rows):
                party = parties[row.customer_id]
                lines.append(
                    (
                        row.number,
                        words(INVOICE_KIND_NAMES[row.kind]),
                        words(INVOICE_STATE_NAMES[row.state]),
                        row.issued_on,
                        locked.get(row.customer_id) or whole_name(party.name, party.organisation).text,
                        *(row.gross_yen, row.tax_yen, row.due_on, row.about),
                        f"{row.number}.pdf",
                        hashes.get(row.id, ""),
                    )
                )
            today = self._workplace.today()
            days = f"{query.first_day}/{query.last_day}"
            outside = outside_lists.add(
                session, ListKind.INVOICE_INDEX, len(parties), actor.account, today, document=days
            )
            self._workplace.record(
                session,
                actor,
                Action.INVOICES_EXPORTED,
                rows=total,
                first_day=query.first_day,
                until=query.last_day,
                fields=[CustomerField.NAME.value],
            )
        return InvoiceIndex(delimited([words(title) for title in INDEX_TITLES], lines), total, outside)
