"""What was made while two customers were one: what of it goes back with the duplicate, and what binds both.

Undoing a merge moves the duplicate's own rows back. What was made since hangs on them or on the kept
customer's: a paying back on its payment, a draft on the invoice that it is about, a receipt on what was paid,
a job on its site. It goes where that goes. Where money, work or a contact person of one was used for the
other since, the two cannot be told apart any more.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, func, select, update
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.invoices import STANDING, DocumentKind, InvoiceState, is_own_number
from hvacdesk.domain.billing.reminding import read_label
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.store.chunks import among
from hvacdesk.store.customers.marks import table_of
from hvacdesk.store.models import (
    CallNote,
    Consent,
    Customer,
    CustomerContact,
    CustomerRequest,
    Handover,
    HandoverCustomer,
    Hold,
    InspectionPlan,
    Invoice,
    InvoiceJob,
    IssuedDocument,
    Job,
    Paper,
    Payment,
    PaymentAllocation,
    Receipt,
    ReminderSeen,
    Site,
    Unit,
)

MADE = (
    *(CallNote, CustomerContact, HandoverCustomer, InspectionPlan, Invoice, Job, Paper),
    *(Payment, ReminderSeen, Hold, Consent, CustomerRequest),
)
"""What may hang on what goes back, though it names another customer too, or may be meant for the duplicate:
only of what was made since either is asked."""

_PARTIES = ("customer_id", "resident_id", "building_manager_id", "payer_id")

_Node = tuple[type[Invoice | Payment], int]
_Link = tuple[_Node, _Node, bool]
"""Two rows of one customer; False for what no longer counts, which binds nobody."""


def names(table: Table, customer: Customer) -> ColumnElement[bool]:
    """Whose a row of one of the tables of :data:`MADE` is."""
    if "customer_id" in table.c:
        return table.c.customer_id == customer.id
    return table.c.customer == customer.record_id


def next_version(table: Table) -> dict[str, ColumnElement[int]]:
    """What raises the version of rows that go back to another customer, where forms say whose they are."""
    return {"version": table.c.version + 1} if table is table_of(Job) else {}


class Left(NamedTuple):
    """Keys of what was noted while two were one, and may be meant for either."""

    calls: set[int]
    requests: set[int]
    consents: set[int]
    holds: set[int]


class Separation:
    """Two customers that are told apart again, after the duplicate's own rows moved back.

    Args:
        kept, duplicate: primary keys.
        known: by table the keys of what the kept one had at the merge; None where that was not noted, and
            nothing counts as made since.
        merged_on: the ISO day of the merge.
        brought: keys of rows that duplicates brought, by ``table.column``: they are not made since.
        meant: by table keys of what was made since for the duplicate: it is theirs unless it hangs on what is
            the kept one's.

    Attributes:
        undecided: after :meth:`carry_out` the numbers of what was made since for the kept one and hangs on
            nothing: payments with something left over, and invoices that stand.
    """

    def __init__(
        self,
        session: Session,
        kept: Customer,
        duplicate: Customer,
        known: Mapping[str, Collection[int]] | None,
        merged_on: str,
        brought: Mapping[str, Collection[int]],
        meant: Mapping[str, Collection[int]],
    ) -> None:
        self._session = session
        self._kept, self._duplicate = kept, duplicate
        self._known, self._merged_on, self._brought = known, merged_on, brought
        self._meant = meant
        self._stays: set[_Node] = set()
        self.undecided: tuple[str, ...] = ()

    def carry_out(self) -> tuple[str, ...]:
        """Give the duplicate what was made since and hangs on its own.

        Returns the numbers of what belongs to both by now; then the caller takes everything back.
        """
        self._follow_sites()
        mixed = self._follow_money()
        if not mixed:
            self._follow_pages()
            self._follow_notes()
            self._session.flush()
            self._session.expire_all()
        return (*mixed, *self._foreign_contacts())

    def left(self) -> Left:
        """After :meth:`carry_out` what was noted since and stays at the kept one."""
        return Left(*map(self._made_since, (CallNote, CustomerRequest, Consent, Hold)))

    # Work

    def _follow_sites(self) -> None:
        sites = select(Site.id).where(Site.customer_id == self._duplicate.id)
        jobs = self._made_since(Job) & self._keys(select(Job.id).where(Job.site_id.in_(sites)))
        table = table_of(Job)
        for party in _PARTIES:
            rows = update(table).where(among(table.c.id, jobs), table.c[party] == self._kept.id)
            self._session.execute(rows.values({party: self._duplicate.id, **next_version(table)}))
        plans = select(InspectionPlan.id).where(InspectionPlan.site_id.in_(sites))
        self._give(InspectionPlan, self._made_since(InspectionPlan) & self._keys(plans))
        named = select(Job.contact_id).where(Job.contact_id.is_not(None))
        theirs = self._keys(named.where(Job.customer_id == self._duplicate.id))
        theirs -= self._keys(named.where(Job.customer_id == self._kept.id))
        self._give(CustomerContact, self._made_since(CustomerContact) & theirs)

    def _foreign_contacts(self) -> Iterator[str]:
        """Jobs whose contact person is the other customer's."""
        query = select(Job.number).join(CustomerContact, CustomerContact.id == Job.contact_id)
        both = (self._kept.id, self._duplicate.id)
        query = query.where(Job.customer_id.in_(both), CustomerContact.customer_id.in_(both))
        yield from self._session.scalars(query.where(Job.customer_id != CustomerContact.customer_id))

    def _theirs(self) -> tuple[set[int], set[str]]:
        """Keys and record ids of the jobs in which the duplicate has a part and the kept customer none."""
        parts = [getattr(Job, party) for party in _PARTIES]
        query = select(Job.id, Job.record_id, *parts).where(Job.customer_id == self._duplicate.id)
        alone = [row for row in self._session.execute(query) if self._kept.id not in row[2:]]
        return {row[0] for row in alone}, {row[1] for row in alone}

    # Money

    def _follow_money(self) -> tuple[str, ...]:
        """Give payments and invoices back with what they are tied to; returns the numbers of the mixed."""
        both = (self._kept.id, self._duplicate.id)
        invoices: Sequence[Any] = self._session.execute(
            select(
                *(Invoice.id, Invoice.customer_id, Invoice.number, Invoice.about, Invoice.state),
                *(Invoice.gross_yen, Invoice.balance, Invoice.ended_on),
            ).where(Invoice.customer_id.in_(both))
        ).all()
        payments: Sequence[Any] = self._session.execute(
            select(
                *(Payment.id, Payment.customer_id, Payment.number, Payment.record_id),
                *(Payment.pays_back, Payment.taken_back_on, Payment.yen, Payment.fee, Payment.credit_yen),
            ).where(Payment.customer_id.in_(both))
        ).all()
        open_to_both = {Invoice: self._made_since(Invoice), Payment: self._made_since(Payment)}
        owners: dict[_Node, int] = {}
        numbers: dict[_Node, str] = {}
        for model, rows in ((Invoice, invoices), (Payment, payments)):
            for row in rows:
                numbers[model, row.id] = row.number or getattr(row, "about", "")
                if row.id not in open_to_both[model]:
                    owners[model, row.id] = row.customer_id
        links = [*self._links(invoices, payments)]
        unnamed = {row.id: row.state for row in invoices if not row.about}
        asked = self._asked({key: unnamed[key] for key in open_to_both[Invoice] & unnamed.keys()})
        came = dict(owners)
        mixed = self._decide(numbers, owners, links, asked)
        left: set[_Node] = {(Payment, row.id) for row in payments if row.credit_yen and not row.taken_back_on}
        left |= {(Invoice, row.id) for row in invoices if row.number and row.state in STANDING}
        self.undecided = tuple(sorted(numbers[node] for node in left - owners.keys() - self._stays))
        pages = self._pages_of_both(invoices, payments, links, came, owners)
        given = [node for node, owner in owners.items() if owner == self._duplicate.id]
        for kind in (Invoice, Payment):
            self._give(kind, {key for model, key in given if model is kind})
        return tuple(sorted({*mixed, *pages}))

    def _pages_of_both(
        self,
        invoices: Sequence[Any],
        payments: Sequence[Any],
        links: Collection[_Link],
        came: Mapping[_Node, int],
        owners: Mapping[_Node, int],
    ) -> Iterator[str]:
        """Numbers of the standing pages that carried over what both had: they would keep telling of both.

        Whatever became of it since. Where one of the two had nothing open and nothing left over at the merge,
        and nothing of it moved until the page, the page tells of the other alone.

        Args:
            came: whose each was that was there at the merge; ``owners`` of them all.
        """
        by_number = {row.number: row for row in invoices if row.number}
        moved = self._moved(invoices, payments, links, came)
        for page in invoices:
            if (Invoice, page.id) in came or page.state not in STANDING or not _carries(page.balance):
                continue
            first = page
            while first.about in by_number and by_number[first.about].balance == page.balance:
                first = by_number[first.about]
            if (Invoice, first.id) in came:
                continue  # it repeats what was told before the merge
            told = moved | {
                owners.get((Invoice, row.id), self._kept.id)
                for row in invoices
                if (Invoice, row.id) not in came and row.number and row.number <= page.number
            }
            if len(told) > 1:
                yield page.number

    def _moved(
        self,
        invoices: Sequence[Any],
        payments: Sequence[Any],
        links: Collection[_Link],
        came: Mapping[_Node, int],
    ) -> set[int]:
        """Which of the two something was open of, or left over, at the merge, or of what came moved since."""
        sums: dict[int, int] = defaultdict(int)
        moved = {came[other] for one, other, _counts in links if one not in came and other in came}
        rows: list[tuple[_Node, bool, int, str]] = [
            *(((Invoice, row.id), row.state in STANDING, row.gross_yen, row.ended_on) for row in invoices),
            *(
                ((Payment, row.id), not row.taken_back_on, -row.yen - row.fee, row.taken_back_on)
                for row in payments
            ),
        ]
        for node, stands, yen, ended_on in rows:
            if node in came and stands:
                sums[came[node]] += yen
            elif node in came and ended_on >= self._merged_on:
                moved.add(came[node])
        return moved | {customer for customer, yen in sums.items() if yen}

    def _links(self, invoices: Sequence[Any], payments: Sequence[Any]) -> Iterator[_Link]:
        numbered: dict[str, _Node] = {row.number: (Invoice, row.id) for row in invoices if row.number}
        for row in invoices:
            if row.about in numbered:
                yield (Invoice, row.id), numbered[row.about], True
        standing = {row.id: not row.taken_back_on for row in payments}
        recorded: dict[str, _Node] = {row.record_id: (Payment, row.id) for row in payments}
        for row in payments:
            if row.pays_back in recorded:
                yield (Payment, row.id), recorded[row.pays_back], standing[row.id]
        part = table_of(PaymentAllocation)
        query = select(part.c.payment_id, part.c.invoice_id).where(among(part.c.payment_id, standing))
        for payment, invoice in self._session.execute(query):
            yield (Payment, payment), (Invoice, invoice), standing[payment]

    def _asked(self, states: Mapping[int, InvoiceState]) -> dict[_Node, tuple[set[int], bool]]:
        """Whom the jobs of some invoices name, and whether that counts."""
        part = table_of(InvoiceJob)
        query = select(part.c.invoice_id, func.coalesce(Job.payer_id, Job.customer_id))
        query = query.join(Job, Job.id == part.c.job_id).where(among(part.c.invoice_id, states))
        found: dict[_Node, tuple[set[int], bool]] = {}
        for invoice, customer in self._session.execute(query):
            counts = states[invoice] in STANDING or states[invoice] is InvoiceState.DRAFT
            if customer in (self._kept.id, self._duplicate.id):
                found.setdefault((Invoice, invoice), (set(), counts))[0].add(customer)
        return found

    def _decide(
        self,
        numbers: Mapping[_Node, str],
        owners: dict[_Node, int],
        links: Collection[_Link],
        asked: Mapping[_Node, tuple[set[int], bool]],
    ) -> tuple[str, ...]:
        mixed: list[str] = []
        for binding in (True, False):  # what no longer counts follows what does, and hinders nothing
            tied = [(one, other) for one, other, counts in links if counts or not binding]
            for group in _groups(numbers, tied, apart=set() if binding else set(owners)):
                sides = {owners[node] for node in group if node in owners}
                for node in group:
                    named, counts = asked.get(node, (set(), False))
                    sides |= named if counts or not binding else set()
                if len(sides) > 1 and binding:
                    mixed += [numbers[node] for node in group if node not in owners] or [
                        *(numbers[one] for one, other in tied if one in group and _differ(owners, one, other))
                    ]
                elif sides == {self._duplicate.id} or (not sides and self._is_meant(group)):
                    owners |= dict.fromkeys(group, self._duplicate.id)
                elif sides:
                    self._stays |= group
        return tuple(mixed)

    def _is_meant(self, group: Iterable[_Node]) -> bool:
        """Whether something of what is tied together was made for the duplicate."""
        return any(key in self._meant.get(model.__tablename__, ()) for model, key in group)

    def _follow_pages(self) -> None:
        """Receipts go with their payments, filed pages and papers with what they are of."""
        payments = select(Payment.id).where(Payment.customer_id == self._duplicate.id)
        self._give(Receipt, self._keys(select(Receipt.id).where(Receipt.payment_id.in_(payments))))
        invoices = select(Invoice.id).where(Invoice.customer_id == self._duplicate.id)
        self._give(
            IssuedDocument,
            self._keys(select(IssuedDocument.id).where(IssuedDocument.invoice_id.in_(invoices))),
        )
        receipts = self._numbers(Receipt)
        pages = select(IssuedDocument.id).where(
            IssuedDocument.kind == DocumentKind.RECEIPT,
            among(table_of(IssuedDocument).c.number, receipts),
        )
        self._give(IssuedDocument, self._keys(pages))
        self._give(Paper, self._papers(receipts, self._numbers(Invoice)))

    def _papers(self, receipts: set[str], invoices: set[str]) -> set[int]:
        jobs, _records = self._theirs()
        query = select(Paper.id, Paper.kind, Paper.label, Paper.job_id).where(
            among(table_of(Paper).c.id, self._made_since(Paper))
        )
        found = set()
        for key, kind, label, job in self._session.execute(query):
            about = read_label(label) if kind is PaperKind.PAYMENT_REMINDER else None
            if kind is PaperKind.RECEIPT:
                theirs = label in receipts
            elif kind is PaperKind.INVOICE:
                draft = not is_own_number(label)
                theirs = job in jobs if draft else label in invoices
            elif about is not None:
                theirs = invoices.issuperset(about[1])
            else:
                theirs = job in jobs
            if theirs:
                found.add(key)
        return found

    def _follow_notes(self) -> None:
        """Notes of calls about an invoice, reminders seen to, and what partner firms got for a job."""
        table, records = table_of(Invoice), table_of(CallNote)
        invoices = select(table.c.record_id).where(table.c.customer_id == self._duplicate.id)
        notes = select(CallNote.id).where(records.c.invoice.in_(invoices))
        self._give(CallNote, self._made_since(CallNote) & self._keys(notes))
        subjects = [
            select(Job.record_id).where(Job.customer_id == self._duplicate.id),
            select(InspectionPlan.record_id).where(InspectionPlan.customer_id == self._duplicate.id),
            select(Unit.record_id)
            .join(Site, Site.id == Unit.site_id)
            .where(Site.customer_id == self._duplicate.id),
        ]
        for named in subjects:
            seen = select(ReminderSeen.id).where(ReminderSeen.subject.in_(named))
            self._give(ReminderSeen, self._made_since(ReminderSeen) & self._keys(seen))
        self._follow_handovers()

    def _follow_handovers(self) -> None:
        _jobs, records = self._theirs()
        query = select(HandoverCustomer).join(Handover, Handover.id == HandoverCustomer.handover_id)
        query = query.where(
            among(table_of(Handover).c.job, records),
            HandoverCustomer.customer == self._kept.record_id,
        )
        since = self._made_since(HandoverCustomer)
        for row in self._session.scalars(query.where(among(table_of(HandoverCustomer).c.id, since))):
            row.customer, row.customer_number = self._duplicate.record_id, self._duplicate.number

    # Parts

    def _made_since(self, model: type[Any]) -> set[int]:
        """Keys of what names the kept customer and was made while the two were one."""
        if self._known is None:
            return set()
        table = table_of(model)
        here = self._keys(select(table.c.id).where(names(table, self._kept)))
        brought = self._brought.get(f"{table.name}.customer_id", ())
        return here.difference(self._known.get(table.name, ()), brought)

    def _give(self, model: type[Any], keys: Collection[int]) -> None:
        table = table_of(model)
        rows = update(table).where(among(table.c.id, keys), table.c.customer_id == self._kept.id)
        self._session.execute(rows.values(customer_id=self._duplicate.id))

    def _keys(self, query: Any) -> set[int]:
        return set(self._session.scalars(query))

    def _numbers(self, model: type[Invoice | Receipt]) -> set[str]:
        query = select(model.number).where(model.customer_id == self._duplicate.id, model.number != "")
        return set(self._session.scalars(query))


def _carries(balance: str) -> bool:
    """Whether a page tells of anything but its own period."""
    return bool(balance) and any(json.loads(balance))


def _differ(owners: Mapping[_Node, int], one: _Node, other: _Node) -> bool:
    return one in owners and other in owners and owners[one] != owners[other]


def _groups(
    nodes: Iterable[_Node], links: Iterable[tuple[_Node, _Node]], apart: set[_Node]
) -> Iterator[set[_Node]]:
    """What is tied together, over however many links; nothing is tied by way of what is apart."""
    tied: dict[_Node, set[_Node]] = defaultdict(set)
    for one, other in links:
        tied[one].add(other)
        tied[other].add(one)
    seen: set[_Node] = set()
    for node in nodes:
        if node in seen or node in apart:
            continue
        group, waiting = set(), [node]
        while waiting:
            at = waiting.pop()
            if at not in group:
                group.add(at)
                waiting += () if at in apart else tied[at]
        seen |= group - apart
        yield group
