"""Whether what pages show is still so, asked once before they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.estimates import EstimateState, numbers_called
from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.billing.reminding import read_label
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import AWAY, PaperKind, PaperState
from hvacdesk.domain.papers.shown import (
    CAME_OUT_BEFORE,
    ENDED,
    ENDED_BY,
    DrawnAt,
    Outdated,
    ShownOrder,
    ShownPages,
    Since,
)
from hvacdesk.domain.papers.shown_parts import ORDERED_FROM, PARTS, PROVIDED_TO
from hvacdesk.domain.partners.partner_orders import OrderState
from hvacdesk.domain.requests.suspension import LEGAL_PAPERS
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.papers.shown_changes import ChangesOfPapers, of_customers, of_firm
from hvacdesk.services.partners.partners import READERS
from hvacdesk.services.permissions import anybody_logged_in, body_decides
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import estimates as estimate_store
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.billing import payments as payment_store
from hvacdesk.store.billing import receipts as receipt_store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.office.half_typed import FormOpened, any_destroyed, newest_line, reduced_since
from hvacdesk.store.papers import given_back
from hvacdesk.store.papers import shown as store
from hvacdesk.store.partners import partner_orders as order_store
from hvacdesk.store.requests import suspension

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer

_FOR_THE_DAY = frozenset(
    {PaperKind.WORK_ORDER, PaperKind.CONTACT_SLIP, PaperKind.FAX, PaperKind.CONTRACT, PaperKind.REMINDER}
)
"""Kinds of no use once the job is cancelled. What is billed for a cancelled one is printed all the same."""
_PRINTING = (
    Permission.REVEAL_ADDRESSEE,
    Permission.REGISTER_COPIES,
    Permission.ISSUE_WORK_ORDERS,
    Permission.BILL,
)
"""Who prints papers that are kept needs one of these; lists of the screen are printed by everybody."""
_PRICED = frozenset({PaperKind.ESTIMATE, PaperKind.CONTRACT})


class ShownNow:
    """Compares pages that are shown with what is there now."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def drawn_now(self, actor: Actor) -> DrawnAt:
        """The newest lines of the registers, to be told as those of pages that are drawn now."""
        with self._workplace.reading() as session:
            return DrawnAt(newest_line(session), store.newest_entry(session))

    @body_decides("customers on a list for everybody, papers for who prints them")
    def outdated(self, actor: Actor, shown: ShownPages) -> tuple[Outdated, ...]:
        """What is not so any more; nothing where the pages may be printed as they are."""
        papers = any(map(actor.may, _PRINTING))
        with self._workplace.reading() as session:
            found = [*_customers(session, shown.customers, shown.drawn)]
            if papers:
                found += _papers(session, shown.papers)
                found += _documents(session, shown.documents)
                found += _draft(session, shown.draft, shown.drawn)
            if any(map(actor.may, READERS)):
                found += _order(session, shown.order, shown.drawn)
                if shown.provided_to and shown.drawn is not None:
                    found += of_firm(session, shown.provided_to, PROVIDED_TO, shown.drawn.entry)
        marked = set(ENDED_BY.values()) if shown.ended else set()
        return tuple(dict.fromkeys(one for one in found if one.since not in marked))


def _customers(session: Session, customers: Sequence[str], drawn: DrawnAt | None) -> Iterator[Outdated]:
    there = store.customers(session, customers)
    if drawn is not None:
        opened = FormOpened("", drawn.ledger)
        if any(reduced_since(session, one.record_id, opened) for one in there):
            yield Outdated(Since.DESTROYED)
    if len(there) != len(set(customers)):
        yield Outdated(Since.DESTROYED)
    for customer in there:
        if customer.merged_into_id is not None:
            yield Outdated(Since.JOINED, customer_store.current(session, customer.record_id).number)
    if there and drawn is not None:
        yield from of_customers(session, there, drawn.entry)


def _draft(session: Session, draft: str, drawn: DrawnAt | None) -> Iterator[Outdated]:
    """Of the draft of an invoice: it is gone, or has become the invoice, or says something else."""
    if not draft:
        return
    try:
        row = invoice_store.get(session, draft)
    except RecordGone:
        yield Outdated(Since.DRAFT_DELETED)
        return
    if suspension.reaches(session, f"invoice:{draft}"):
        yield Outdated(Since.SUSPENDED, customer_store.by_key(session, row.customer_id).number)
    if row.state is not InvoiceState.DRAFT:
        yield Outdated(Since.DRAFT_ISSUED)
    elif drawn is not None and any(
        entry.subject == f"invoice:{draft}"
        for entry in store.entries_after(session, drawn.entry, (Action.INVOICE_CHANGED,))
    ):
        yield Outdated(Since.DRAFT_CHANGED)


def _papers(session: Session, papers: Sequence[str]) -> Iterator[Outdated]:
    found = store.registered(session, papers)
    missing = set(papers) - {one.record for one in found}
    taken_out = given_back.taken_out(session, missing)
    for gone in sorted(missing):
        yield Outdated(Since.TAKEN_OUT if gone in taken_out else Since.DESTROYED, page_of=gone)
    changes = ChangesOfPapers(session, found)
    people = _People(session, changes)
    for one in found:
        yield from people.of(one)
        if one.state in CAME_OUT_BEFORE:
            yield Outdated(Since.PRINTED, one.number)
        if one.state in ENDED:
            yield Outdated(Since.ENDED, one.number, one.record)
        if one.job is not None and one.job.state is JobState.CANCELLED and one.kind in _FOR_THE_DAY:
            yield Outdated(Since.CANCELLED, one.job.number)
        yield from changes.of(one)
        yield from _of_label(session, one, changes)


class _People:
    """Whom papers are about, asked once for all the copies of an order."""

    def __init__(self, session: Session, changes: ChangesOfPapers) -> None:
        self._session, self._changes = session, changes
        self._asked: dict[tuple[int, int, bool], tuple[Outdated, ...]] = {}

    def of(self, one: store.Registered) -> Iterator[Outdated]:
        """Of its customer, and of everybody named on the job where their names decide what stands there."""
        waiting = one.state is PaperState.PRINTING
        parts = PARTS.get(one.kind)
        rows = {one.customer.id: one.customer}
        if parts is not None and parts.everybody and one.job is not None:
            rows |= {row.id: row for row in store.involved(self._session, one.job)}
            if one.state not in AWAY and any_destroyed(self._session, FormOpened(one.registered_at, None)):
                yield Outdated(Since.DESTROYED, page_of=one.record)  # the job may have lost somebody by that
        for row in rows.values():
            asked = row.id, self._changes.entry(one), waiting
            if asked not in self._asked:
                self._asked[asked] = tuple(
                    _of_customer(self._session, row, one.registered_at, asked[1], waiting=waiting)
                )
            for found in self._asked[asked]:
                yield replace(found, page_of=one.record) if found.since is Since.DESTROYED else found
            if row.suspended_on and one.kind not in LEGAL_PAPERS:
                yield Outdated(Since.SUSPENDED, row.number, one.record)


def _of_customer(
    session: Session, customer: Customer, since: str, entry: int, *, waiting: bool
) -> Iterator[Outdated]:
    """While a paper waits to be printed, nobody who has a part in it is destroyed or reduced."""
    if not waiting and reduced_since(session, customer.record_id, FormOpened(since, None)):
        yield Outdated(Since.DESTROYED)
    joined, separated = store.with_whom(session, customer, entry)
    if joined:
        yield Outdated(Since.JOINED, customer_store.current(session, customer.record_id).number)
    elif separated:
        yield Outdated(Since.SEPARATED, customer.number)


def _of_label(session: Session, one: store.Registered, changes: ChangesOfPapers) -> Iterator[Outdated]:
    """Of the document that a paper's label names."""
    if one.kind is PaperKind.INVOICE:
        yield from _invoice(session, one.label)
    elif one.kind is PaperKind.RECEIPT:
        yield from _receipt(session, one.label)
    elif one.kind is PaperKind.PAYMENT_REMINDER:
        if payment_store.owed_back(session, one.customer.id):
            yield Outdated(Since.CREDIT)
        letter = read_label(one.label)
        for number in letter[1] if letter else ():
            yield from _invoice(session, number, asked=changes.entry(one))
    elif one.kind in _PRICED and one.job is not None:
        called = numbers_called(one.label)
        for estimate in estimate_store.of_job(session, one.job):
            if estimate.number in called and estimate.state is EstimateState.REPLACED:
                yield Outdated(Since.REPLACED, estimate.number)


def _invoice(session: Session, number: str, *, asked: int | None = None) -> Iterator[Outdated]:
    """Of an invoice; of one for which a letter asks since an entry of the log, also what is open."""
    row = invoice_store.numbered(session, number)
    if row is None:
        return
    if row.state in ENDED_BY:
        yield Outdated(ENDED_BY[row.state], number)
    elif asked is not None and row.state is InvoiceState.SETTLED:
        yield Outdated(Since.PAID, number)
    elif asked is not None and store.asks_otherwise(session, row, asked):
        yield Outdated(Since.OTHER_SUM, number)


def _receipt(session: Session, number: str) -> Iterator[Outdated]:
    row = receipt_store.numbered(session, number)
    if row is not None and row.state in ENDED_BY:
        yield Outdated(ENDED_BY[row.state], number)


def _documents(session: Session, documents: Sequence[str]) -> Iterator[Outdated]:
    """What was filed stays as it was issued, whatever became of the customer's name; it may have ended."""
    found = store.still_filed(session, documents)
    for gone in sorted(set(documents) - {one.record for one in found}):
        yield Outdated(Since.DESTROYED, page_of=gone)
    for one in found:
        if one.customer.suspended_on:
            yield Outdated(Since.SUSPENDED, one.customer.number, one.record)
        yield from _invoice(session, one.number)
        yield from _receipt(session, one.number)


def _order(session: Session, shown: ShownOrder | None, drawn: DrawnAt | None) -> Iterator[Outdated]:
    if shown is not None:
        now = order_store.one(session, shown.order)
        if now.facts != shown.terms or now.state is OrderState.WITHDRAWN:
            yield Outdated(Since.ORDER_VOID, now.number)
        if drawn is not None:
            yield from of_firm(session, now.firm_record, ORDERED_FROM, drawn.entry)
        for job in job_store.numbered(session, now.facts.job, None) if now.facts.job else ():
            if job.state is JobState.CANCELLED:
                yield Outdated(Since.CANCELLED, job.number)
