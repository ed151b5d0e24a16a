"""What is to bill, what is open and overdue, and finding invoices by day, sum and party together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from hvacdesk.domain import masking
from hvacdesk.domain.billing.invoices import INVOICE_KIND_NAMES, INVOICE_STATE_NAMES
from hvacdesk.domain.billing.open_items import (
    BilledWork,
    BillingFile,
    BillingWaits,
    FoundInvoices,
    InvoiceQuery,
    ListedInvoice,
    OpenItem,
    ToBill,
)
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.print_view import whole_name
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.domain.text.search_terms import query_terms
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.exchange.delimited_writing import delimited
from hvacdesk.services.billing.file_waits import waiting_in
from hvacdesk.services.exchange.outside_lists import note_outside
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import documents, payment_reminders
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.billing import open_items as store
from hvacdesk.store.billing.open_items import AskedParty
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.requests import suspension

INVOICES_LISTED = 500
"""So many invoices are listed of what a search finds."""

_LONGEST_PARTY = 200
_MOST_PARTIES = 10_000

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


class OpenItems:
    """What is open in an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_BILLING)
    def open(self, actor: Actor) -> tuple[OpenItem, ...]:
        """Every invoice that is not paid and every credit note not set off, the longest due first."""
        with self._workplace.reading() as session:
            reminded_on = payment_reminders.reminded_on(session)
            return _items(actor, store.open_items(session), reminded_on, billed_works(session))

    @needs(Permission.SEE_BILLING)
    def of_customer(self, actor: Actor, customer: str) -> tuple[OpenItem, ...]:
        """What of a customer's invoices is open. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            key = customer_store.current(session, customer).id
            reminded_on = payment_reminders.reminded_on(session, key)
            return _items(actor, store.open_items(session, key), reminded_on, billed_works(session, key))

    @needs(Permission.SEE_BILLING)
    def to_bill(self, actor: Actor) -> tuple[ToBill, ...]:
        """Jobs that are done and that nothing was billed for as a whole, the longest done first."""
        with self._workplace.reading() as session:
            return tuple(
                ToBill(
                    job=row.job,
                    number=row.number,
                    customer=row.party.customer,
                    name=_name(actor, row.party),
                    work_kind=row.work_kind,
                    state=row.state,
                    done_on=row.done_on,
                    closing_day=row.closing_day,
                    drafted=row.drafted,
                    agreed_yen=row.agreed_yen,
                )
                for row in store.done_jobs(session)
            )

    @nothing_without(Permission.BILL)
    def waiting(self, actor: Actor) -> BillingWaits:
        """How much waits for who keeps the books; nothing for others."""
        if not actor.may(Permission.BILL):
            return BillingWaits()
        with self._workplace.reading() as session:
            kept = {file: waiting_in(session, file, actor.account) for file in BillingFile}
            return BillingWaits(
                *store.how_many(session, self._workplace.today().isoformat()),
                in_files={file: count for file, count in kept.items() if count},
            )

    @needs(Permission.BILL)
    def search(self, actor: Actor, query: InvoiceQuery, limit: int = INVOICES_LISTED) -> FoundInvoices:
        """The newest invoices that fit in every respect, drafts among them.

        A party is found by what every list shows of a name, or by the whole number of an invoice.

        Raises:
            OutOfRange: no list has so many.
        """
        check_limit("limit", limit)
        customers = self._named(query.party)
        with self._workplace.reading() as session:
            rows, total = store.found(session, query, customers, limit)
            parties = store.parties(session, {row.customer_id for row in rows})
            jobs = invoice_store.job_names(session, [row.id for row in rows])
            listed = zip(rows, invoice_store.rows_of(session, rows), strict=True)
            return FoundInvoices(
                tuple(
                    ListedInvoice(
                        shown,
                        _name(actor, parties[row.customer_id]),
                        tuple(number for _record, number in jobs.get(row.id, ())),
                    )
                    for row, shown in listed
                ),
                total,
            )

    @needs(Permission.BILL)
    def index_csv(self, actor: Actor, first: date, last: date, words: Words) -> InvoiceIndex:
        """The index of what was issued in a period, as an inspector asks for it, with names in full.

        Sources: 電子帳簿保存法 施行規則 4条1項, 2条6項5号: by date, sum and party. What was made void or
        replaced is in it, since nothing is taken out. It is logged as an export, and registered among the
        files outside until its destruction is confirmed.

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

    def _named(self, party: str) -> tuple[int, ...] | None:
        typed = " ".join(party[:_LONGEST_PARTY].split())
        if not typed:
            return None
        words = query_terms(typed)
        return self._workplace.finding.find(words, _MOST_PARTIES).ids if words else ()


def billed_works(session: Session, customer: int | None = None) -> dict[str, tuple[BilledWork, ...]]:
    """What each invoice with something open is for, by its record id, as lists may show it.

    Args:
        customer: primary key of whom alone is asked; None for everybody.
    """
    rows = store.works(session, customer)
    locked = suspension.locked_jobs(session, {row.job for row in rows})
    found: dict[str, list[BilledWork]] = {}
    for row in rows:
        town = "" if row.job in locked else masking.town(row.address).text
        found.setdefault(row.invoice, []).append(BilledWork(row.number, row.work_kind, row.on, town))
    return {invoice: tuple(works) for invoice, works in found.items()}


def _items(
    actor: Actor,
    rows: Iterable[store.OpenRow],
    reminded_on: Mapping[str, str],
    works: Mapping[str, tuple[BilledWork, ...]],
) -> tuple[OpenItem, ...]:
    revealable = _reveals(actor)
    return tuple(
        OpenItem(
            *(row.invoice, row.number, row.kind, row.state, row.party.customer),
            masking.name(row.party.name, row.party.organisation, revealable=revealable),
            *(row.issued_on, row.due_on, row.gross, row.open_yen),
            reminded_on.get(row.number, ""),
            works.get(row.invoice, ()),
        )
        for row in rows
    )


def _name(actor: Actor, party: AskedParty) -> Masked:
    return masking.name(party.name, party.organisation, revealable=_reveals(actor))


def _reveals(actor: Actor) -> bool:
    return actor.may(Permission.REVEAL_CONTACT) or actor.may(Permission.REVEAL_ADDRESSEE)
