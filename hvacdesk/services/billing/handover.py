"""Handing invoices and payments over to the office's accounting program: each once, and marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hvacdesk.domain.billing.accounting_export import (
    AccountingProgram,
    ReceivedPayment,
    SoldInvoice,
    accounting_table,
)
from hvacdesk.domain.billing.handover import (
    HandedOverKind,
    HandoverRun,
    HandoverSummary,
    NothingToHandOver,
    check_period,
)
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.print_view import whole_name
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.exchange.accounting_files import accounting_file
from hvacdesk.services.billing.prices import shipped_tax
from hvacdesk.services.exchange.outside_lists import note_not_written
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import handover as store
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.billing import payments as payment_store
from hvacdesk.store.billing.handover import BookEntry
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.exchange import outside_lists
from hvacdesk.store.requests import suspension


@dataclass(frozen=True)
class BooksFile:
    """A file ready to be saved; it names customers, and exists in memory only.

    Attributes:
        list: its record id in the register of files outside the program.
        run: under which the entries are marked; empty for a list that is had again.
    """

    content: bytes = field(repr=False)
    entries: int
    list: str
    run: str = ""


class BooksHandover:
    """What an open office hands over to its books. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def summary(self, actor: Actor, first: str, last: str) -> HandoverSummary:
        """What a hand-over of a period (ISO days) would hold. Raises :class:`InvalidInput`."""
        begin, end = check_period(first, last, self._workplace.today())
        with self._workplace.reading() as session:
            entries = store.waiting(session, begin, end)
            invoices = [_sign(one) * one.invoice.gross_yen for one in entries if one.invoice is not None]
            payments = [_sign(one) * one.payment.yen for one in entries if one.payment is not None]
            before = store.days_before(session, begin)
            return HandoverSummary(
                *(len(invoices), sum(invoices), len(payments), sum(payments)),
                *(len(before), min(before, default="")),
            )

    @needs(Permission.BILL)
    def runs(self, actor: Actor) -> tuple[HandoverRun, ...]:
        """The lists that were handed over, the newest first."""
        with self._workplace.reading() as session:
            return store.runs(session)

    @needs(Permission.BILL)
    def export(self, actor: Actor, program: AccountingProgram, first: str, last: str) -> BooksFile:
        """What of a period the books do not have, marked as handed over; logged as every export is.

        Raises:
            NothingToHandOver: they have everything.
            InvalidInput: the days cannot be.
        """
        begin, end = check_period(first, last, self._workplace.today())
        with self._workplace.transaction() as session:
            entries = store.waiting(session, begin, end)
            made = self._made(session, actor, program, entries, begin, end)
            run = store.mark(session, entries, by=actor.account, at=stamp(self._workplace.now()))
            return replace(made, run=run)

    @needs(Permission.BILL)
    def not_written(self, actor: Actor, made: BooksFile) -> None:
        """Note that a file could not be saved, so that there is none: its entries wait for the next one.

        Raises:
            RecordGone: the actor did not make it, or its end is noted already.
        """
        with self._workplace.transaction() as session:
            note_not_written(self._workplace, session, actor, made.list)
            store.unmark(session, made.run)

    @needs(Permission.BILL)
    def again(self, actor: Actor, program: AccountingProgram, run: str) -> BooksFile:
        """A list that was handed over, once more. Raises :class:`NothingToHandOver`."""
        with self._workplace.transaction() as session:
            return self._made(session, actor, program, store.of_run(session, run), "", "")

    def _made(
        self,
        session: Session,
        actor: Actor,
        program: AccountingProgram,
        entries: Sequence[BookEntry],
        first: str,
        last: str,
    ) -> BooksFile:
        if not entries:
            raise NothingToHandOver
        today = self._workplace.today()
        customers = {one.customer.id for one in entries}
        outside = outside_lists.add(session, ListKind.EXPORTED, len(customers), actor.account, today)
        self._workplace.record(
            session,
            actor,
            Action.BOOKS_EXPORTED,
            rows=len(entries),
            first_day=first,
            until=last,
            program=program.value,
            fields=[CustomerField.NAME.value],
            listed=sorted({one.customer.record_id for one in entries}),
        )
        locked = suspension.locked_numbers(session, customers)

        def partner(one: BookEntry) -> str:
            record = customer_store.record_of(one.customer)
            return locked.get(one.customer.id) or whole_name(record.name, record.organisation).text

        table = accounting_table(
            program,
            [_sold(one, partner(one)) for one in entries if one.invoice is not None],
            [_received(session, one, partner(one)) for one in entries if one.payment is not None],
            shipped_tax().on(today).percent,
        )
        return BooksFile(accounting_file(table), len(entries), outside)


def _sign(one: BookEntry) -> int:
    """What was taken back goes the other way round."""
    return -1 if one.kind in {HandedOverKind.INVOICE_BACK, HandedOverKind.PAYMENT_BACK} else 1


def _sold(one: BookEntry, partner: str) -> SoldInvoice:
    row = one.invoice
    assert row is not None
    void = one.kind is HandedOverKind.INVOICE_BACK
    on = row.ended_on if void else row.issued_on
    return SoldInvoice(row.number, on, row.due_on, partner, invoice_store.sums_of(row).rates, void)


def _received(session: Session, one: BookEntry, partner: str) -> ReceivedPayment:
    row = one.payment
    assert row is not None
    paid = payment_store.paid_invoices(session, row)
    taken_back = one.kind is HandedOverKind.PAYMENT_BACK
    alone = len(paid) == 1 and paid[0][1] == paid[0][0].gross_yen == row.yen and not row.fee
    return ReceivedPayment(
        number=row.number,
        on=row.taken_back_on if taken_back else row.received_on,
        yen=row.yen,
        fee=row.fee,
        way=row.way,
        partner=partner,
        invoices=tuple(invoice.number for invoice, _yen in paid),
        settles=paid[0][0].number if alone else "",
        taken_back=taken_back,
    )
