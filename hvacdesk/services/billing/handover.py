"""Handing invoices and payments over to the office's accounting program: each once, and marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hvacdesk.domain.billing.accounting_export import (
    AccountingProgram,
    DifferingCash,
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
    proposed_period,
)
from hvacdesk.domain.billing.tax import RateSum, TaxClass
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.print_view import postal_name
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.exchange.accounting_files import accounting_file
from hvacdesk.services.billing.prices import shipped_tax
from hvacdesk.services.exchange.outside_lists import note_not_written, note_outside
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import advances, open_items
from hvacdesk.store.billing import handover as store
from hvacdesk.store.billing.advances import Advances
from hvacdesk.store.billing.handover import Allotted, BookCash, BookEntry, BookInvoice, BookPayment
from hvacdesk.store.engine import Session
from hvacdesk.store.requests import suspension


@dataclass(frozen=True)
class BooksFile:
    """A file ready to be saved; it names customers, and exists in memory only.

    Attributes:
        list: its record id in the register of files outside the program.
        run: record id of the list that was handed over with it; empty for one that is had again.
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
            found = store.totals(session, begin, end)
            new, back = found[HandedOverKind.INVOICE], found[HandedOverKind.INVOICE_BACK]
            paid, taken_back = found[HandedOverKind.PAYMENT], found[HandedOverKind.PAYMENT_BACK]
            differing, undone = found[HandedOverKind.CASH], found[HandedOverKind.CASH_BACK]
            return HandoverSummary(
                *(new.entries + back.entries, new.yen - back.yen),
                *(paid.entries + taken_back.entries, paid.yen - taken_back.yen),
                *store.before(session, begin),
                *(differing.entries + undone.entries, differing.yen - undone.yen),
                set_off_yen=store.set_off(session, begin, end),
            )

    @needs(Permission.BILL)
    def proposed(self, actor: Actor) -> tuple[date, date]:
        """The first and the last day of the period with what the books do not have yet, to begin with."""
        today = self._workplace.today()
        with self._workplace.reading() as session:
            _count, earliest = store.before(session, (today + timedelta(days=1)).isoformat())
        return proposed_period(earliest, today)

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
            at = stamp(self._workplace.now())
            store.mark(session, made.list, entries, program, (begin, end), by=actor.account, at=at)
            return replace(made, run=made.list)

    @needs(Permission.BILL)
    def not_written(self, actor: Actor, made: BooksFile) -> None:
        """Note that a file could not be saved, so that there is none: its entries wait for the next one.

        Raises:
            RecordGone: the actor did not make it, or its end is noted already.
            BuiltUpon: another list was handed over since.
        """
        with self._workplace.transaction() as session:
            note_not_written(self._workplace, session, actor, made.list)

    @needs(Permission.BILL)
    def again(self, actor: Actor, program: AccountingProgram, run: str) -> BooksFile:
        """A list that was handed over, once more, with what its payments paid for then.

        Raises :class:`NothingToHandOver`.
        """
        with self._workplace.transaction() as session:
            entries, until = store.of_run(session, run), store.allotted_until(session, run)
            return self._made(session, actor, program, entries, "", "", until)

    def _made(
        self,
        session: Session,
        actor: Actor,
        program: AccountingProgram,
        entries: Sequence[BookEntry],
        first: str,
        last: str,
        until: int | None = None,
    ) -> BooksFile:
        if not entries:
            raise NothingToHandOver
        today = self._workplace.today()
        customers = {one.customer for one in entries if not isinstance(one, BookCash)}
        parties = open_items.parties(session, customers)
        days = (first, last) if first else (min(one.on for one in entries), max(one.on for one in entries))
        outside = note_outside(
            self._workplace, session, actor, ListKind.BOOKS, len(customers), document="/".join(days)
        )
        self._workplace.record(
            session,
            actor,
            Action.BOOKS_EXPORTED,
            rows=len(entries),
            first_day=first,
            until=last,
            program=program.value,
            fields=[CustomerField.NAME.value],
            listed=sorted(party.customer for party in parties.values()),
        )
        locked = suspension.locked_numbers(session, customers)

        names = {
            key: locked.get(key) or postal_name(party.name, party.organisation).text
            for key, party in parties.items()
        }
        sold = [one for one in entries if isinstance(one, BookInvoice)]
        in_advance = advances.of(session, [one.key for one in sold])
        payments = [one for one in entries if isinstance(one, BookPayment)]
        paid = store.allotted(session, [one.key for one in payments], until)
        table = accounting_table(
            program,
            [_sold(one, names[one.customer], in_advance) for one in sold],
            [_received(one, names[one.customer], paid.get(one.key, ())) for one in payments],
            shipped_tax().on(today).percent,
            differing=[_differing(one) for one in entries if isinstance(one, BookCash)],
        )
        return BooksFile(accounting_file(table), len(entries), outside)


def _sold(row: BookInvoice, partner: str, in_advance: Advances) -> SoldInvoice:
    back = row.kind is HandedOverKind.INVOICE_BACK
    released = (in_advance.returned if back else in_advance.released).get(row.key, {})
    percents, order = {rate.tax_class: rate.percent for rate in row.rates}, [*TaxClass]
    return SoldInvoice(
        number=row.number,
        on=row.on,
        due_on=row.due_on,
        partner=partner,
        rates=row.rates,
        void=back,
        advance=row.key in (in_advance.unsold_back if back else in_advance.unsold),
        released=tuple(
            RateSum(tax_class, percents[tax_class], gross - tax, tax, gross)
            for tax_class, (gross, tax) in sorted(released.items(), key=lambda one: order.index(one[0]))
        ),
        delivered=row.delivered,
        other=row.other,
    )


def _differing(row: BookCash) -> DifferingCash:
    return DifferingCash(row.on, row.yen, row.payments, row.kind is HandedOverKind.CASH_BACK)


def _received(row: BookPayment, partner: str, paid: Sequence[Allotted]) -> ReceivedPayment:
    alone = len(paid) == 1 and paid[0].yen == paid[0].gross == row.yen and not row.fee
    return ReceivedPayment(
        number=row.number,
        on=row.on,
        yen=row.yen,
        fee=row.fee,
        way=row.way,
        partner=partner,
        invoices=tuple(one.number for one in paid),
        settles=paid[0].number if alone else "",
        taken_back=row.kind is HandedOverKind.PAYMENT_BACK,
    )
