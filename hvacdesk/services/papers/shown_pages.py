"""Whether what pages show is still so, asked once before they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.estimates import EstimateState
from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.billing.reminding import read_label
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.papers.shown import (
    CAME_OUT_BEFORE,
    ENDED,
    ENDED_BY,
    Outdated,
    ShownOrder,
    ShownPages,
    Since,
)
from hvacdesk.domain.partners.partner_orders import OrderState
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.partners.partners import READERS
from hvacdesk.services.permissions import anybody_logged_in, body_decides
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import estimates as estimate_store
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.billing import payments as payment_store
from hvacdesk.store.billing import receipts as receipt_store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.office.half_typed import FormOpened, newest_line, reduced_since
from hvacdesk.store.papers import shown as store
from hvacdesk.store.partners import partner_orders as order_store

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
    def newest_disposal(self, actor: Actor) -> int:
        """The number of the disposal ledger's last line, to be told as that of pages that are drawn now."""
        with self._workplace.reading() as session:
            return newest_line(session)

    @body_decides("customers on a list for everybody, papers for who prints them")
    def outdated(self, actor: Actor, shown: ShownPages) -> tuple[Outdated, ...]:
        """What is not so any more; nothing where the pages may be printed as they are."""
        papers = any(map(actor.may, _PRINTING))
        with self._workplace.reading() as session:
            found = [*_customers(session, shown.customers, shown.ledger)]
            if papers:
                found += _papers(session, shown.papers)
                found += _documents(session, shown.documents)
            if any(map(actor.may, READERS)):
                found += _order(session, shown.order)
        marked = set(ENDED_BY.values()) if shown.ended else set()
        return tuple(dict.fromkeys(one for one in found if one.since not in marked))


def _customers(session: Session, customers: Sequence[str], ledger: int | None) -> Iterator[Outdated]:
    there = store.customers(session, customers)
    drawn = FormOpened("", ledger)
    if ledger is not None and any(reduced_since(session, one.record_id, drawn) for one in there):
        yield Outdated(Since.DESTROYED)
    if len(there) != len(set(customers)):
        yield Outdated(Since.DESTROYED)
    for customer in there:
        if customer.merged_into_id is not None:
            yield Outdated(Since.JOINED, customer_store.current(session, customer.record_id).number)


def _papers(session: Session, papers: Sequence[str]) -> Iterator[Outdated]:
    found = store.registered(session, papers)
    if len(found) != len(set(papers)):
        yield Outdated(Since.DESTROYED)
    for one in found:
        waiting = one.state is PaperState.PRINTING
        yield from _of_customer(session, one.customer, one.registered_at, waiting=waiting)
        if one.state in CAME_OUT_BEFORE:
            yield Outdated(Since.PRINTED, one.number)
        if one.state in ENDED:
            yield Outdated(Since.ENDED, one.number)
        if one.job is not None and one.job.state is JobState.CANCELLED and one.kind in _FOR_THE_DAY:
            yield Outdated(Since.CANCELLED, one.job.number)
        yield from _of_label(session, one)


def _of_customer(session: Session, customer: Customer, since: str, *, waiting: bool) -> Iterator[Outdated]:
    """While a paper waits to be printed, its customer is neither destroyed nor reduced."""
    if not waiting and reduced_since(session, customer.record_id, FormOpened(since, None)):
        yield Outdated(Since.DESTROYED)
    if store.joined_since(session, customer, since):
        yield Outdated(Since.JOINED, customer_store.current(session, customer.record_id).number)
    elif store.was_joined(session, customer, since):
        yield Outdated(Since.SEPARATED, customer.number)


def _of_label(session: Session, one: store.Registered) -> Iterator[Outdated]:
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
            yield from _invoice(session, number, asked_at=one.registered_at)
    elif one.kind in _PRICED and one.job is not None:
        for estimate in estimate_store.of_job(session, one.job):
            if estimate.number == one.label.partition(",")[0] and estimate.state is EstimateState.REPLACED:
                yield Outdated(Since.REPLACED, estimate.number)


def _invoice(session: Session, number: str, *, asked_at: str = "") -> Iterator[Outdated]:
    """Of an invoice; of one for which a letter asks since a moment, also what is open."""
    row = invoice_store.numbered(session, number)
    if row is None:
        return
    if row.state in ENDED_BY:
        yield Outdated(ENDED_BY[row.state], number)
    elif asked_at and row.state is InvoiceState.SETTLED:
        yield Outdated(Since.PAID, number)
    elif asked_at and store.was_paid_since(session, row, asked_at):
        yield Outdated(Since.OTHER_SUM, number)


def _receipt(session: Session, number: str) -> Iterator[Outdated]:
    row = receipt_store.numbered(session, number)
    if row is not None and row.state in ENDED_BY:
        yield Outdated(ENDED_BY[row.state], number)


def _documents(session: Session, documents: Sequence[str]) -> Iterator[Outdated]:
    found = store.still_filed(session, documents)
    if len(found) != len(set(documents)):
        yield Outdated(Since.DESTROYED)
    for number in found:
        yield from _invoice(session, number)
        yield from _receipt(session, number)


def _order(session: Session, shown: ShownOrder | None) -> Iterator[Outdated]:
    if shown is not None:
        now = order_store.one(session, shown.order)
        if now.facts != shown.terms or now.state is OrderState.WITHDRAWN:
            yield Outdated(Since.ORDER_VOID, now.number)
