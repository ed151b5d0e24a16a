"""Finding invoices by day, sum and party together, whatever became of them.

Sources: 電子帳簿保存法 施行規則 4条1項, 2条6項5号.
"""

from __future__ import annotations

from hvacdesk.domain.billing.open_items import FoundInvoices, InvoiceQuery, ListedInvoice
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.services.billing.told_apart import told_apart
from hvacdesk.services.customers.customer_search import CustomerSearch
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.billing import open_items as store

INVOICES_LISTED = 500
"""So many invoices are listed of what a search finds."""


class InvoiceSearch:
    """The search among the invoices of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._customers = CustomerSearch(workplace)

    @needs(Permission.BILL)
    def search(self, actor: Actor, query: InvoiceQuery, limit: int = INVOICES_LISTED) -> FoundInvoices:
        """The newest invoices that fit in every respect, drafts among them.

        A party is found as among the customers, by what every list shows of a name or by the whole name, or
        by a part of an invoice's number, as receipts are by theirs.

        Raises:
            OutOfRange: no list has so many.
            TooManyExactSearches: the actor has to wait before the next whole name.
        """
        check_limit("limit", limit)
        customers = self._customers.named(actor, query.party)
        with self._workplace.reading() as session:
            rows, total = store.found(session, query, customers, limit)
            parties = store.parties(session, {row.customer_id for row in rows})
            names = told_apart(session, parties.values(), revealable=True)
            jobs = invoice_store.job_names(session, [row.id for row in rows])
            listed = zip(rows, invoice_store.rows_of(session, rows), strict=True)
            return FoundInvoices(
                tuple(
                    ListedInvoice(
                        shown,
                        names[parties[row.customer_id].customer],
                        tuple(number for _record, number in jobs.get(row.id, ())),
                    )
                    for row, shown in listed
                ),
                total,
            )
