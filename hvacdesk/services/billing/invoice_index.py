"""Invoices found by day, sum and party together: in a search, and in the index that an inspector is handed.

Sources: 電子帳簿保存法 施行規則 4条1項, 2条6項5号.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.invoices import (
    DOCUMENT_KIND_NAMES,
    INVOICE_KIND_NAMES,
    DocumentKind,
    invoice_state_name,
    traded_on,
)
from hvacdesk.domain.billing.open_items import FoundInvoices, InvoiceQuery, ListedInvoice
from hvacdesk.domain.billing.receipts import RECEIPT_STATE_NAMES
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.print_view import postal_name
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.exchange.delimited_writing import delimited
from hvacdesk.services.billing.told_apart import told_apart
from hvacdesk.services.customers.customer_search import CustomerSearch
from hvacdesk.services.exchange.outside_lists import note_outside
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import documents, handover, invoices, receipts
from hvacdesk.store.billing import open_items as store
from hvacdesk.store.billing.handover import Allotted
from hvacdesk.store.billing.receipts import IndexedReceipt
from hvacdesk.store.requests import suspension

if TYPE_CHECKING:
    from hvacdesk.store.models import Invoice

INVOICES_LISTED = 500
"""So many invoices are listed of what a search finds."""

INDEX_TITLES: tuple[Phrase, ...] = (
    phrase("Invoice index", "Number"),
    phrase("Invoice index", "Kind"),
    phrase("Invoice index", "State"),
    phrase("Invoice index", "Date"),
    phrase("Invoice index", "Issued"),
    phrase("Invoice index", "Party"),
    phrase("Invoice index", "Amount (yen)"),
    phrase("Invoice index", "Tax (yen)"),
    phrase("Invoice index", "Due"),
    phrase("Invoice index", "About"),
    phrase("Invoice index", "File"),
    phrase("Invoice index", "SHA-256"),
)


_Line = tuple[str | int, ...]


@dataclass(frozen=True)
class InvoiceIndex:
    """An index ready to be saved; it names customers, and exists in memory only.

    Attributes:
        rows: how many invoices and receipts are in it.
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

        Invoices and credit notes first, then receipts, each by its day and number; of every one the day of
        the trade 取引年月日 and, beside it, the day of issue: a receipt's trade is the money's arrival. What
        was made void or replaced is in it, since nothing is taken out. It is logged as an export, and
        registered among the files outside until its destruction is confirmed.

        Raises:
            DutiesOverdue: rules or training are overdue.
        """
        query = InvoiceQuery(first.isoformat(), last.isoformat())
        with self._workplace.transaction() as session:
            rows, total = store.found(session, query, None, -1)
            issued = receipts.issued(session, query.first_day, query.last_day)
            parties = store.parties(
                session, {row.customer_id for row in rows} | {one.customer for one in issued}
            )
            locked = suspension.locked_numbers(session, parties.keys())
            names = {
                key: locked.get(key) or postal_name(party.name, party.organisation).text
                for key, party in parties.items()
            }
            hashes = documents.first_hashes(session, [row.id for row in rows])
            back, credited = invoices.paid_back(session, rows), invoices.set_off(session, rows)
            paid = handover.allotted(session, [one.payment for one in issued])
            lines = [
                *(
                    _of_invoice(row, (row.id in back, row.id in credited), names, hashes, words)
                    for row in reversed(rows)
                ),
                *(_of_receipt(one, names, paid.get(one.payment, ()), words) for one in issued),
            ]
            total += len(issued)
            days = f"{query.first_day}/{query.last_day}"
            outside = note_outside(
                self._workplace, session, actor, ListKind.INVOICE_INDEX, len(parties), document=days
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


def _of_invoice(
    row: Invoice,
    settled_by: tuple[bool, bool],
    names: Mapping[int, str],
    hashes: Mapping[int, str],
    words: Words,
) -> _Line:
    back, credited = settled_by
    return (
        row.number,
        words(INVOICE_KIND_NAMES[row.kind]),
        words(invoice_state_name(row.kind, row.state, paid_back=back, set_off=credited)),
        traded_on(row.kind, row.delivered_from, row.delivered_to, row.issued_on),
        row.issued_on,
        names[row.customer_id],
        *(row.gross_yen, row.tax_yen, row.due_on, row.about),
        f"{row.number}.pdf",
        hashes.get(row.id, ""),
    )


def _of_receipt(
    one: IndexedReceipt, names: Mapping[int, str], paid: Sequence[Allotted], words: Words
) -> _Line:
    return (
        one.number,
        words(DOCUMENT_KIND_NAMES[DocumentKind.RECEIPT]),
        words(RECEIPT_STATE_NAMES[one.state]),
        one.received_on,
        one.issued_on,
        names[one.customer],
        *(one.yen, "", "", "・".join(part.number for part in paid if part.yen > 0)),
        f"{one.number}.pdf",
        one.sha256,
    )


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
            jobs = invoices.job_names(session, [row.id for row in rows])
            listed = zip(rows, invoices.rows_of(session, rows), strict=True)
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
