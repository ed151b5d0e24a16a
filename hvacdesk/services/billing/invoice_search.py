"""Finding invoices by day, sum and party together, whatever became of them.

Sources: 電子帳簿保存法 施行規則 4条1項, 2条6項5号.
"""

from __future__ import annotations

from hvacdesk.domain.billing.open_items import FoundInvoices, InvoiceQuery, ListedInvoice
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.domain.text.search_terms import query_terms
from hvacdesk.services.billing.told_apart import told_apart
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.billing import open_items as store

INVOICES_LISTED = 500
"""So many invoices are listed of what a search finds."""

_LONGEST_PARTY = 200
_MOST_PARTIES = 10_000


class InvoiceSearch:
    """The search among the invoices of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def search(self, actor: Actor, query: InvoiceQuery, limit: int = INVOICES_LISTED) -> FoundInvoices:
        """The newest invoices that fit in every respect, drafts among them.

        A party is found by what every list shows of a name, or by the whole number of an invoice.

        Raises:
            OutOfRange: no list has so many.
        """
        check_limit("limit", limit)
        customers = customers_named(self._workplace, query.party)
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


def customers_named(workplace: Workplace, party: str) -> tuple[int, ...] | None:
    """Primary keys of the customers of whom lists show this part of a name; None where none is looked for."""
    typed = " ".join(party[:_LONGEST_PARTY].split())
    if not typed:
        return None
    words = query_terms(typed)
    return workplace.finding.find(words, _MOST_PARTIES).ids if words else ()
