"""Payments booked and taken back within a transaction: by hand, from a bank's file, for an ended deposit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from hvacdesk.domain.bank.bank_matching import MatchReason
from hvacdesk.domain.bank.typed_payments import BROUGHT_BY_FILES
from hvacdesk.domain.billing.payment_doubts import PAYMENT_ALIKE, SameSumBooked
from hvacdesk.domain.billing.payments import (
    BankLine,
    OpenInvoice,
    PaidBackAlready,
    PaymentReceipted,
    PaymentRecord,
    check_payment,
)
from hvacdesk.domain.billing.receipts import ReceiptMadeOutWithout, payment_number
from hvacdesk.domain.clock import moment_of, office_time, stamp
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.billing import settling
from hvacdesk.services.billing.bank.typed_payments import brought_by_files
from hvacdesk.services.named_edits import payments_edit
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import counters
from hvacdesk.store.billing import bank_deposits, cash_counts, receipts
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.billing import payments as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import CashCount, Customer, Payment

TABLE = "payments"
"""For this what the bank wrote is sealed."""


def book(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    customer: Customer,
    record: PaymentRecord,
    line: BankLine | None = None,
    *,
    doubts: Sequence[MatchReason] = (),
    another: Collection[str] | None = None,
    allow_number: bool = False,
) -> Payment:
    """Book a payment within a transaction, as :meth:`.payments.Payments.book`.

    Args:
        line: the deposit of a bank's file that it is.
        doubts: why it was not certain what the deposit pays for, and a person decided.
        another: as for :func:`said_another`; None where the payment follows from something else, which is
            booked once.
    """
    asked, today = open_of(session, customer, record.allocations), workplace.today()
    checked = check_payment(record, asked, today, allow_number=allow_number)
    if checked.collected_by and checked.collected_by not in account_names(session):
        raise InvalidInput("collected_by")
    said = [] if another is None else said_another(workplace, session, customer, checked, another)
    number = next_number(workplace, session)
    at = stamp(workplace.now())
    row = store.add(session, customer, number, checked, by=actor.account, at=at)
    texts = {"payer": checked.payer, "bank_text": line.text if line is not None else ""}
    seal = workplace.vault.seal_payment
    store.note_bank(row, {name: seal(TABLE, name, row.id, text) for name, text in texts.items() if text})
    if line is not None:
        bank_deposits.note_seen(session, line, row.id, seal, by=actor.account, at=at)
    allot(workplace, session, actor, row, checked.allocations, checked.received_on)
    subject = f"customer:{customer.record_id}"
    decided = [*(one.value for one in doubts), *said]
    workplace.record(session, actor, Action.PAYMENT_BOOKED, subject, payment_number=number, doubts=decided)
    if allow_number:
        note_allowed(workplace, session, actor, subject, lambda: check_payment(record, asked, today))
    return row


def said_another(
    workplace: Workplace,
    session: Session,
    customer: Customer,
    record: PaymentRecord,
    another: Collection[str],
) -> list[str]:
    """What the log notes of a payment that was asked about, since others like it are booked.

    Args:
        another: record ids of the payments like it that were named to who books it: they said that it is none
            of these.

    Raises a :class:`.PaymentAlike` where there is one that was not.
    """
    found = store.alike(session, customer, record)
    named = {row.record_id for row in found}
    if not named <= set(another):
        newest = found[0]
        raise SameSumBooked(
            tuple(row.record_id for row in found),
            at=f"{office_time(moment_of(newest.booked_at)):%Y-%m-%d %H:%M}",
            who=account_names(session).get(newest.booked_by, ""),
            numbers="・".join(sorted(row.number for row in found)),
        )
    brought = brought_by_files(session, workplace.vault.open_payment, customer.record_id, record)
    brought = tuple(one for one in brought if one.payment not in named)
    for asked in BROUGHT_BY_FILES:
        alike = [one for one in brought if one.reason is asked.reason]
        if not {one.payment for one in alike} <= set(another):
            raise asked(tuple(one.payment for one in alike), numbers="・".join(one.number for one in alike))
    return [PAYMENT_ALIKE] if found or brought else []


def keep_undo(
    workplace: Workplace, session: Session, actor: Actor, payments: Sequence[str], told: Phrase
) -> None:
    """Remember payments that were booked together, so that all can be taken back together.

    Args:
        payments: record ids; nothing is remembered where there is none.
        told: what is said once they were.
    """
    if not payments:
        return
    session.flush()

    def read(later: Session) -> object:
        rows = [store.get(later, payment) for payment in payments]
        return tuple((row.version, row.taken_back_on) for row in rows)

    def restore(later: Session) -> Iterable[str]:
        for payment in payments:
            take_back(workplace, later, actor, store.get(later, payment))
        return ("state",)

    named = payments_edit(session, payments)
    workplace.edits.keep(session, actor, "", read, restore, told=told, named=named)


def take_back(workplace: Workplace, session: Session, actor: Actor, row: Payment) -> None:
    """Take back a payment that stands, within a transaction, as :meth:`.payments.Payments.take_back`.

    If its cash was counted with a difference, that count goes back with it.
    """
    if (receipt := receipts.standing(session, row)) is not None:
        raise PaymentReceipted(number=receipt.number)
    if (receipt := receipts.made_out_without(session, row)) is not None:
        raise ReceiptMadeOutWithout(number=receipt.number)
    if store.paid_back(session, row):
        raise PaidBackAlready(number=row.number)
    if row.pays_back and not (paid := store.get(session, row.pays_back)).taken_back_on:
        store.use_credit(paid, row.yen)
    today = workplace.today().isoformat()
    for count, payments in cash_counts.take_back_with(session, row, on=today, by=actor.account):
        log_count(workplace, session, actor, Action.CASH_COUNT_TAKEN_BACK, count, payments)
    store.take_back(row, on=today, by=actor.account)
    session.flush()
    for invoice, yen in store.paid_invoices(session, row):
        settling.note_open(workplace, session, actor, invoice, invoice.open_yen + yen, today)
    customer = customer_store.by_key(session, row.customer_id)
    log(workplace, session, actor, Action.PAYMENT_TAKEN_BACK, row, customer)


def log(
    workplace: Workplace, session: Session, actor: Actor, action: Action, row: Payment, customer: Customer
) -> None:
    """Log what became of a payment."""
    workplace.record(session, actor, action, f"customer:{customer.record_id}", payment_number=row.number)


def log_count(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    action: Action,
    row: CashCount,
    payments: Iterable[Payment],
) -> None:
    """Log it once for each customer whose cash it is; a count that corrects names none again."""
    subjects = {customer_store.by_key(session, one.customer_id).record_id for one in payments}
    collected, counted = row.expected_yen, row.counted_yen
    for customer in sorted(subjects) or [""]:
        subject = f"customer:{customer}" if customer else ""
        workplace.record(session, actor, action, subject, collected_yen=collected, counted_yen=counted)


def next_number(workplace: Workplace, session: Session) -> str:
    """The number of the next payment of this year, which is taken with that."""
    year = workplace.today().year
    return payment_number(year, counters.take(session, f"payment {year}"))


def allot(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    row: Payment,
    allocations: Iterable[tuple[str, int]],
    on: str,
) -> None:
    """Note what pays for which invoice, and what that leaves open of it."""
    for record_id, yen in allocations:
        invoice = invoice_store.get(session, record_id)
        store.allot(session, row, invoice, yen, on)
        settling.note_open(workplace, session, actor, invoice, invoice.open_yen - yen, on)
    session.flush()


def open_of(
    session: Session, customer: Customer, allocations: Iterable[tuple[str, int]]
) -> dict[str, OpenInvoice]:
    """Those of the invoices that are the customer's and open, by record id."""
    named = {invoice for invoice, _yen in allocations}
    return {one.invoice: one for one in store.open_invoices(session, customer, named)}
