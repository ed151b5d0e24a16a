"""Payments: booked, allotted to invoices, taken back, and the cash that technicians hand in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.collected_cash import (
    CashCounted,
    CashCountEnded,
    CashCountInBooks,
    CashCountNotInBooks,
    CashDiffers,
    CashHandedIn,
    CashOut,
    CountsTheSame,
    check_back_reason,
    check_difference_reason,
)
from hvacdesk.domain.billing.payments import (
    AllottedTooMuch,
    CustomerMoney,
    InvoicePayment,
    ListedPayment,
    PaymentRecord,
    PaymentRow,
    PaymentTakenBack,
    PaymentWay,
    check_allocations,
    check_pay_back,
)
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customers import CustomerField, PaymentMethod
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing
from hvacdesk.domain.jobs.job_rules import YEN
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_limit, check_range
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.billing import payment_booking as booking
from hvacdesk.services.billing.told_apart import told_apart
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import cash_counts, open_items
from hvacdesk.store.billing import payments as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.customers import merging
from hvacdesk.store.engine import Session
from hvacdesk.store.requests import suspension
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Payment

DIFFERENCES_LISTED = 3
COUNTS_LISTED = 100
PAYMENTS_LISTED = 500
"""So many payments are listed."""

_UNDONE = phrase("Undo", "The payment was taken back.")

_USUAL_WAYS: dict[PaymentMethod, PaymentWay] = {
    PaymentMethod.CASH: PaymentWay.CASH,
    PaymentMethod.CARD: PaymentWay.CARD,
    PaymentMethod.DEBIT: PaymentWay.DEBIT,
}
"""How the payments of customers come who agreed on a way; all others' by bank transfer."""


class Payments:
    """The payments of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def of_customer(self, actor: Actor, customer: str) -> CustomerMoney:
        """What is open between the office and a customer. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            row = customer_store.current(session, customer)
            payments = _rows(session, store.of_customer(session, row))
            usual = _USUAL_WAYS.get(row.payment_method, PaymentWay.BANK)
            return CustomerMoney(store.open_invoices(session, row), payments, usual)

    @needs(Permission.SEE_BILLING)
    def received(self, actor: Actor, invoices: Collection[str]) -> tuple[InvoicePayment, ...]:
        """What came in for some invoices, by their record ids: when, how much, how, and the fee.

        Who paid and what the bank wrote are not among it.
        """
        with self._workplace.reading() as session:
            return store.received(session, invoices)

    @needs(Permission.BILL)
    def latest(self, actor: Actor, limit: int = PAYMENTS_LISTED) -> tuple[ListedPayment, ...]:
        """The payments of everybody that came last, the newest first. Raises :class:`OutOfRange`."""
        check_limit("limit", limit)
        with self._workplace.reading() as session:
            rows = store.latest(session, limit)
            parties = open_items.parties(session, {row.customer_id for row in rows})
            names = told_apart(session, parties.values(), revealable=True)
            return tuple(ListedPayment(row, names[row.customer]) for row in _rows(session, rows))

    @needs(Permission.BILL)
    def book(
        self,
        actor: Actor,
        customer: str,
        record: PaymentRecord,
        *,
        another: Collection[str] = (),
        allow_number: bool = False,
    ) -> str:
        """Book a payment of a customer and what it pays for; returns its record id.

        Its invoices' open sums, their states and those of their jobs follow in the same step, which can be
        undone: the payment is taken back then.

        Args:
            another: record ids of the payments like it that :class:`PaymentAlike` named: the person was
                asked, and said that this is another one. The log notes that.

        Raises:
            PaymentAlike: one of the same sum, way and day, or of the day before or after, was booked for the
                customer, or a file of the bank seems to have brought this money (see
                :mod:`hvacdesk.domain.bank.typed_payments`); and it is not among these.
            InvalidInput: a value cannot be, or an invoice asks for less by now; names the field.
        """
        with self._workplace.transaction() as session:
            row = customer_store.current(session, customer)
            made = booking.book(
                self._workplace, session, actor, row, record, another=another, allow_number=allow_number
            )
            merging.note_meant(session, customer, made)
            booking.keep_undo(self._workplace, session, actor, (made.record_id,), _UNDONE)
            return made.record_id

    @needs(Permission.BILL)
    def use_credit(
        self, actor: Actor, payment: str, version: int, allocations: Sequence[tuple[str, int]]
    ) -> None:
        """Let what is left over of a payment pay for invoices of the customer.

        Raises:
            PaymentTakenBack, ChangedMeanwhile: it is not as it was read.
            InvalidInput: more is allotted than is left, or than an invoice asks for.
        """
        with self._workplace.transaction() as session:
            row = self._standing(session, payment, version)
            customer = customer_store.by_key(session, row.customer_id)
            chosen = tuple((invoice, yen) for invoice, yen in allocations if yen)
            allotted = sum(yen for _invoice, yen in chosen)
            check_allocations(chosen, booking.open_of(session, customer, chosen))
            if not chosen:
                raise Missing("allocations")
            if not 0 <= allotted <= row.credit_yen:
                raise AllottedTooMuch(allotted, row.credit_yen)
            store.use_credit(row, allotted)
            on = self._workplace.today().isoformat()
            booking.allot(self._workplace, session, actor, row, chosen, on)
            self._log(session, actor, Action.PAYMENT_ALLOTTED, row, customer)

    @needs(Permission.BILL)
    def pay_back(
        self,
        actor: Actor,
        payment: str,
        version: int,
        record: PaymentRecord,
        *,
        another: Collection[str] = (),
    ) -> str:
        """Note that what is left over of a payment went back to the customer; returns the new record id.

        Args:
            record: its ``yen`` are negative, and nothing is allotted.
            another: as for :meth:`book`.

        Raises:
            PaymentAlike: as for :meth:`book`.
            PaymentTakenBack, ChangedMeanwhile: it is not as it was read.
            InvalidInput: more goes back than is left, or a value cannot be.
        """
        with self._workplace.transaction() as session:
            row = self._standing(session, payment, version)
            checked = check_pay_back(record, row.credit_yen, row.received_on, self._workplace.today())
            customer = customer_store.by_key(session, row.customer_id)
            said = booking.said_another(self._workplace, session, customer, checked, another)
            number = booking.next_number(self._workplace, session)
            at = stamp(self._workplace.now())
            made = store.add(
                session, customer, number, checked, by=actor.account, at=at, pays_back=row.record_id
            )
            store.use_credit(row, -checked.yen)
            subject = f"customer:{customer.record_id}"
            self._workplace.record(
                session, actor, Action.PAYMENT_BOOKED, subject, payment_number=number, doubts=said
            )
            return made.record_id

    @needs(Permission.BILL)
    def take_back(self, actor: Actor, payment: str, version: int) -> None:
        """Take back a payment that was booked in error: it stays, and its invoices are open again.

        Where its cash was counted with a difference, that goes back, too, also in the books; other payments
        that were counted with it wait to be counted again.

        Raises:
            PaymentTakenBack, ChangedMeanwhile: it is not as it was read.
            PaymentReceipted, PaidBackAlready: a receipt for it stands, or something of it went back.
            ReceiptMadeOutWithout: it went back, and a receipt for what was kept stands.
        """
        with self._workplace.transaction() as session:
            booking.take_back(self._workplace, session, actor, self._standing(session, payment, version))

    @needs(Permission.SEE_PAYMENT)
    def payer(self, actor: Actor, payment: str, reason: RevealReason) -> str:
        """Who paid and what else the bank wrote, in full; logged as every reveal is."""
        with self._workplace.transaction() as session:
            row = store.get(session, payment)
            customer = customer_store.by_key(session, row.customer_id)
            self._workplace.record(
                session,
                actor,
                Action.REVEALED,
                f"customer:{customer.record_id}",
                fields=[CustomerField.PAYMENT.value],
                reason=reason.value,
            )
            vault = self._workplace.vault
            opened = (
                vault.open_payment(booking.TABLE, name, row.id, sealed) if sealed else ""
                for name, sealed in (("payer", row.payer), ("bank_text", row.bank_text))
            )
            return " ".join(filter(None, opened))

    @needs(Permission.BILL)
    def cash_out(self, actor: Actor) -> tuple[CashOut, ...]:
        """Collected cash that was not handed in yet, by technician."""
        with self._workplace.reading() as session:
            names = account_names(session)
            rows = sorted(
                _rows(session, store.cash_out(session)),
                key=lambda one: (one.collected_by, one.number),
            )
            return tuple(
                CashOut(account, names.get(account, ""), tuple(payments))
                for account, payments in groupby(rows, key=lambda one: one.collected_by)
            )

    @needs(Permission.BILL)
    def hand_in(self, actor: Actor, payments: Sequence[str], counted: int, reason: str = "") -> None:
        """Note that collected cash, all of one person, was handed in and counted.

        With a reason it may be another sum than was collected: a person who paid has paid what their receipt
        says, and the difference is the office's. It is logged, kept with the count, and goes to the books.

        Args:
            counted: yen.

        Raises:
            CashDiffers: another sum was counted than was collected, and nobody said why.
            CashHandedIn: somebody counted one of them since.
            PaymentTakenBack, InvalidInput: one of them is not waiting for it, or the reason cannot be stored.
        """
        check_range("counted", counted, 0, YEN[1])
        checked = check_difference_reason(reason)
        with self._workplace.transaction() as session:
            if len(set(payments)) < len(payments):
                raise InvalidInput("counted")
            rows = [self._waiting(session, payment) for payment in payments]
            if len({row.collected_by for row in rows}) != 1:
                raise InvalidInput("counted")
            collected = sum(row.yen for row in rows)
            if counted != collected and not checked:
                raise CashDiffers(counted, collected)
            if counted == collected:
                checked = ""
            today = self._workplace.today().isoformat()
            cash_counts.add(session, rows, counted, checked, on=today, by=actor.account)
            for row in rows:
                customer = customer_store.by_key(session, row.customer_id)
                if not checked:
                    self._log(session, actor, Action.CASH_HANDED_IN, row, customer)
                    continue
                self._workplace.record(
                    session,
                    actor,
                    Action.CASH_HANDED_IN,
                    f"customer:{customer.record_id}",
                    payment_number=row.number,
                    collected_yen=collected,
                    counted_yen=counted,
                )

    @needs(Permission.BILL)
    def cash_differences(self, actor: Actor) -> tuple[CashCounted, ...]:
        """The last :data:`DIFFERENCES_LISTED` counts of collected cash that differed, the newest first."""
        with self._workplace.reading() as session:
            return cash_counts.latest(session, DIFFERENCES_LISTED, differing=True)

    @needs(Permission.BILL)
    def cash_counts(self, actor: Actor) -> tuple[CashCounted, ...]:
        """The last :data:`COUNTS_LISTED` counts, those taken back among them, the newest first."""
        with self._workplace.reading() as session:
            return cash_counts.latest(session, COUNTS_LISTED)

    @needs(Permission.BILL)
    def take_count_back(self, actor: Actor, count: str, reason: str) -> None:
        """Take back a wrong count: it stays, with the reason, and its cash waits to be counted again.

        Raises:
            CashCountInBooks: the books have its difference, so that a new count corrects it.
            CashCountEnded: it was taken back, or a later one corrects it.
            InvalidInput: the reason is missing or cannot be stored.
        """
        why = check_back_reason(reason)
        with self._workplace.transaction() as session:
            row = cash_counts.get(session, count)
            told = cash_counts.told(session, row)
            if not told.last:
                raise CashCountEnded
            if told.in_books:
                raise CashCountInBooks
            today = self._workplace.today().isoformat()
            payments = cash_counts.take_back(session, row, why, on=today, by=actor.account)
            booking.log_count(self._workplace, session, actor, Action.CASH_COUNT_TAKEN_BACK, row, payments)

    @needs(Permission.BILL)
    def correct_count(self, actor: Actor, count: str, counted: int, reason: str) -> None:
        """Count once more what a count says whose difference the books have: what is another is a new entry.

        Args:
            counted: yen that are there now.

        Raises:
            CashCountNotInBooks: it can be taken back instead.
            CashCountEnded: it was taken back, or a later one corrects it.
            CountsTheSame, InvalidInput: nothing is another, or the reason is missing or cannot be stored.
        """
        check_range("counted", counted, 0, YEN[1])
        why = check_back_reason(reason)
        with self._workplace.transaction() as session:
            row = cash_counts.get(session, count)
            told = cash_counts.told(session, row)
            if not told.last:
                raise CashCountEnded
            if not told.in_books:
                raise CashCountNotInBooks
            if counted == row.counted_yen:
                raise CountsTheSame("counted", counted=f"{counted:,}")
            today = self._workplace.today().isoformat()
            made = cash_counts.correct(session, row, counted, why, on=today, by=actor.account)
            booking.log_count(self._workplace, session, actor, Action.CASH_COUNT_CORRECTED, made, ())

    # Parts

    def _waiting(self, session: Session, payment: str) -> Payment:
        row = store.get(session, payment)
        if row.taken_back_on:
            raise PaymentTakenBack(number=row.number)
        if row.handed_in_on:
            who = account_names(session).get(row.counted_by, "")
            raise CashHandedIn("counted", number=row.number, who=who)
        if not row.collected_by:
            raise InvalidInput("counted")
        return row

    def _standing(self, session: Session, payment: str, version: int) -> Payment:
        row = store.get(session, payment)
        if row.taken_back_on:
            raise PaymentTakenBack(number=row.number)
        if row.version != version:
            raise ChangedMeanwhile
        return row

    def _log(self, session: Session, actor: Actor, action: Action, row: Payment, customer: Customer) -> None:
        booking.log(self._workplace, session, actor, action, row, customer)


def _rows(session: Session, rows: Sequence[Payment]) -> tuple[PaymentRow, ...]:
    """Payments as lists show them; no note of a customer whose data is suspended."""
    locked = suspension.locked_numbers(session, {row.customer_id for row in rows})
    return tuple(
        replace(listed, note="") if row.customer_id in locked else listed
        for row, listed in zip(rows, store.rows_of(session, rows), strict=True)
    )
