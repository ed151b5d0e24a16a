"""Payments 入金: how they came, what they pay for, and what a bank's file says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.jobs.job_rules import YEN
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.input_checks import check_range, clean_date, clean_line, clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

FEE = (0, 9_999)
"""A bank's fee in yen; the dearest transfers cost about a thousand."""

BOOKS_YEARS = 10
"""A company keeps its books for ten years (会社法432条): no older payment is entered or put right."""

PAYER_LIMIT = 100
NOTE_LIMIT = 1_000


class PaymentWay(StrEnum):
    """How a payment came.

    振込, 現金, クレジットカード, デビットカード, 口座振替, 小切手, 手形, 電子記録債権 (でんさい), 相殺.

    A bill or a recorded claim counts as paid on the day on which it is taken; when it falls due is the books'
    affair. What a customer sets off pays the invoice without any money, as credit notes do.

    A debit card that draws on the customer's account at once 即時決済型 is told apart from a credit card: its
    receipt needs a stamp like one for cash. One that is settled like a credit card is entered as one.
    """

    BANK = "bank"
    CASH = "cash"
    CARD = "card"
    DEBIT_CARD = "debit_card"
    DEBIT = "debit"
    CHEQUE = "cheque"
    BILL = "bill"
    CLAIM = "claim"
    SET_OFF = "set_off"


PAYMENT_WAY_NAMES: dict[PaymentWay, Phrase] = {
    PaymentWay.BANK: phrase("Billing", "Bank transfer"),
    PaymentWay.CASH: phrase("Billing", "Cash"),
    PaymentWay.CARD: phrase("Billing", "Credit card"),
    PaymentWay.DEBIT_CARD: phrase("Billing", "Debit card"),
    PaymentWay.DEBIT: phrase("Billing", "Direct debit"),
    PaymentWay.CHEQUE: phrase("Billing", "Cheque"),
    PaymentWay.BILL: phrase("Billing", "Promissory note"),
    PaymentWay.CLAIM: phrase("Billing", "Electronically recorded claim (densai)"),
    PaymentWay.SET_OFF: phrase("Billing", "Set-off"),
}

RECEIPT_WAY_NAMES: dict[PaymentWay, Phrase] = {
    **PAYMENT_WAY_NAMES,
    PaymentWay.CARD: phrase("Billing", "Credit card used"),
    PaymentWay.CLAIM: phrase("Billing", "Electronically recorded claim"),
}
"""The same as a receipt says them: without クレジットカード利用 one for a card would need its stamp.

Source: 国税庁 質疑応答事例 印紙税「クレジット販売の場合の領収書」; see ``stamp_duty.toml``.
"""

_PAID_BACK = (PaymentWay.BANK, PaymentWay.CASH, PaymentWay.CARD, PaymentWay.DEBIT_CARD)
PAID_BACK_WAY_NAMES = {way: PAYMENT_WAY_NAMES[way] for way in _PAID_BACK}
"""The ways in which money goes back 返金."""

FILLED_IN_ON_SITE = (PaymentWay.CASH, PaymentWay.CARD, PaymentWay.DEBIT_CARD)
"""The ways in which a technician takes money; a blank receipt has a box to tick for each."""

DISHONOURED = frozenset({PaymentWay.CHEQUE, PaymentWay.BILL, PaymentWay.CLAIM})
"""Ways that may turn out to be no money 不渡り after they were booked."""

TO_THE_ACCOUNT = frozenset({PaymentWay.BANK, PaymentWay.DEBIT})
"""Ways that a file of the bank brings: who books one by hand may take it for the other."""


class NotOpen(InvalidInput):
    """More is allotted to an invoice than it still asks for, or anything to one that asks for nothing."""

    what = phrase("Errors", "Invoice {number} asks for {open} yen; {yen} yen cannot be allotted to it.")
    todo = phrase("Errors", "Lower what is allotted to it. What is left over stays as the customer's credit.")

    def __init__(self, number: str, asked: int, yen: int) -> None:
        super().__init__("allocations", number=number, open=f"{asked:,}", yen=f"{yen:,}")


class PaidMeanwhile(InvalidInput):
    """An invoice that nothing is open of: somebody booked its payment, or it no longer stands."""

    what = phrase("Errors", "Nothing is open any more of an invoice that this payment is for.")
    todo = phrase("Errors", "Refresh the list of open invoices and allot the payment again.")


class AllottedTooMuch(InvalidInput):
    """The invoices would be paid with more than arrived."""

    what = phrase("Errors", "{allotted} yen are allotted to invoices, but only {received} yen were received.")
    todo = phrase("Errors", "Lower what is allotted, or check the sum received and the bank's fee.")

    def __init__(self, allotted: int, received: int) -> None:
        super().__init__("allocations", allotted=f"{allotted:,}", received=f"{received:,}")


class FeeWithoutTransfer(InvalidInput):
    """Only a bank keeps a fee, and only of what a customer transfers to the office."""

    what = phrase("Errors", "A bank's fee belongs to a bank transfer.")
    todo = phrase("Errors", "Choose bank transfer, or clear the fee.")


class FeeAndCredit(InvalidInput):
    """Nobody keeps a fee back and pays too much at the same time: one of the sums is mistyped."""

    what = phrase("Errors", "A bank's fee was kept back, and yet more was paid than the invoices ask for.")
    todo = phrase("Errors", "Allot the whole sum with its fee to invoices, or clear the fee.")


class CollectedOtherwise(InvalidInput):
    """A technician collects cash; every other way leads to the office by itself."""

    what = phrase("Errors", "Only cash is collected on site.")
    todo = phrase("Errors", "Choose cash, or clear who collected it.")


class PaidBackOtherwise(InvalidInput):
    """Nobody gives a bill for what was paid too much, or draws on the customer's account to pay it back."""

    what = phrase("Errors", "Money does not go back to a customer this way.")
    todo = phrase("Errors", "Choose bank transfer, cash, or the card that was used.")


class NothingCollected(InvalidInput):
    """What goes back to a customer is paid from the office's cash: nobody has it to hand in."""

    what = phrase("Errors", "Only cash that came in is collected on site.")
    todo = phrase("Errors", "Clear who collected it.")


class PaidBackBefore(InvalidInput):
    """Money cannot go back before it came."""

    what = phrase("Errors", "The money came on {day}: it cannot have gone back before.")
    todo = phrase("Errors", "Enter that day or a later one.")


@dataclass(frozen=True)
class PaymentRecord:
    """What the form saves.

    Attributes:
        received_on: ISO day.
        yen: what arrived; ``fee`` what the customer kept for the bank's fee, which pays the invoice as well.
            Negative for what was paid back 返金; 0 where credit notes alone pay, which is a set-off 相殺.
        allocations: invoice record id → yen of it that this pays, ``fee`` included; negative for a credit
            note. What is left over is the customer's credit 過入金.
        payer: as the bank writes it; sealed under the payment key.
        collected_by: account record id of the technician who took the cash on site; else empty.
    """

    received_on: str
    yen: int
    way: PaymentWay
    fee: int = 0
    allocations: tuple[tuple[str, int], ...] = ()
    payer: str = ""
    note: str = ""
    collected_by: str = ""

    @property
    def allotted(self) -> int:
        """Yen that pay for invoices, fee included."""
        return sum(yen for _invoice, yen in self.allocations)

    @property
    def credit(self) -> int:
        """What is left over for the customer 過入金."""
        return self.yen + self.fee - self.allotted


@dataclass(frozen=True)
class BankLine:
    """One deposit that a bank's file names.

    Attributes:
        on: ISO day of the booking.
        payer: in half-width or full-width kana, as the file writes it; it may begin with a number.
        reference: what tells this line from all others of the account, so that a second import of the same
            file finds nothing new: the bank's own number, or day, sum, payer and position among equals.
        account: which of the file's accounts it arrived on; empty where the file does not say.
    """

    on: str
    yen: int
    payer: str
    text: str
    reference: str
    account: str = ""


@dataclass(frozen=True)
class OpenInvoice:
    """What matching needs to know of an invoice that waits for its money."""

    invoice: str
    number: str
    customer: str
    issued_on: str
    due_on: str
    open_yen: int


@dataclass(frozen=True)
class PaymentRow:
    """One payment as lists show it; who paid is asked for by itself.

    Attributes:
        number: what the office and its books call it, ``P2026-000012``.
        paid_for: numbers of the invoices and yen of each that it pays.
        credit: yen that are left over for the customer.
        handed_in_on: ISO day on which the collected cash was counted in the office; else empty.
        taken_back_on: ISO day on which it was taken back as booked in error; else empty.
        receipt: number of its receipt; empty where none stands.
        payer: who paid, of which nothing shows; empty where the bank wrote nothing.
        differed: yen that were too much when its cash was counted, below zero what was missing; None where
            it was counted right, or not at all. 0 where later counts brought it to what was collected.
        counted_with: numbers of the payments that were counted with it, where that differed.
    """

    payment: str
    number: str
    customer: str
    received_on: str
    yen: int
    fee: int
    way: PaymentWay
    paid_for: tuple[tuple[str, int], ...]
    credit: int
    collected_by: str
    handed_in_on: str
    taken_back_on: str
    receipt: str
    payer: Masked
    note: str
    version: int
    differed: int | None = None
    counted_with: tuple[str, ...] = ()

    @property
    def moved(self) -> int:
        """Its yen: what came in, or where a credit note pays for invoices, what of that does."""
        return self.yen or sum(part for _number, part in self.paid_for if part > 0)


@dataclass(frozen=True)
class InvoicePayment:
    """A payment that stands, as it is told beside one invoice that it pays for.

    Attributes:
        invoice: record id; ``invoice_number`` its number; ``part`` yen of the payment, fee included, that are
            the invoice's.
        on: ISO day on which it came; ``yen`` what arrived, for all that it pays; ``fee`` as for a record.
        part_fee, part_set_off: what of ``part`` is no money that came in: its share of that fee, and of what
            the customer or credit notes set off 相殺.
    """

    invoice: str
    invoice_number: str
    part: int
    on: str
    yen: int
    fee: int
    way: PaymentWay
    part_fee: int = 0
    part_set_off: int = 0


@dataclass(frozen=True)
class CustomerMoney:
    """What is open between the office and a customer.

    Attributes:
        open_invoices: the longest due first, credit notes among them.
        payments: the newest first.
        usual_way: how the customer pays, as agreed.
    """

    open_invoices: tuple[OpenInvoice, ...]
    payments: tuple[PaymentRow, ...]
    usual_way: PaymentWay = PaymentWay.BANK

    @property
    def credit(self) -> int:
        """Yen of his that no invoice has used yet 過入金."""
        return sum(one.credit for one in self.payments)


@dataclass(frozen=True)
class ListedPayment:
    """A payment in a list of everybody's, with its customer as the reader may see them."""

    row: PaymentRow
    name: Masked

    @property
    def customer(self) -> str:
        """Record id of whose payment it is; a printed list names it to the log by that."""
        return self.row.customer


class PaymentTakenBack(UserFacingError):
    """A payment that was booked in error is kept and used no more."""

    what = phrase("Errors", "Payment {number} was taken back.")
    todo = phrase("Errors", "Refresh the list and choose another payment.")


class PaymentReceipted(UserFacingError):
    """A receipt proves the money: it is made void before the payment is taken back."""

    what = phrase("Errors", "Receipt {number} was made out for this payment.")
    todo = phrase(
        "Errors",
        "Make it void under “Receipts”, where it is said what of it is out, then take the payment back.",
    )


class PaidBackAlready(UserFacingError):
    """What was left over of a payment went back to the customer, so that it cannot be undone alone."""

    what = phrase("Errors", "Something of payment {number} was paid back.")
    todo = phrase("Errors", "Take back the paying back first, then this payment.")


def earliest_payment(today: date) -> date:
    """The first day that a payment may have: the beginning of the oldest year whose books are kept."""
    return date(today.year - BOOKS_YEARS, 1, 1)


def check_paid_back(way: PaymentWay) -> None:
    """Raise :class:`PaidBackOtherwise` for a way in which no money goes back."""
    if way not in PAID_BACK_WAY_NAMES:
        raise PaidBackOtherwise("way")


def check_pay_back(record: PaymentRecord, left: int, came_on: str, today: date) -> PaymentRecord:
    """What goes back of a sum that was left over, as it is stored.

    Args:
        left: yen of it. Raises :class:`InvalidInput` or one of its kinds where more would go back.
        came_on: ISO day on which it came.
    """
    received_on = clean_date("received_on", record.received_on, earliest_payment(today), today)
    if not received_on:
        raise Missing("received_on")
    if received_on < came_on:
        raise PaidBackBefore("received_on", day=came_on)
    check_range("yen", record.yen, -left, -1)
    check_paid_back(record.way)
    if record.allocations or record.fee or record.collected_by:
        raise InvalidInput("allocations")
    note = clean_text("note", record.note, limit=NOTE_LIMIT)
    check_free_text("note", note)
    return replace(record, received_on=received_on, payer="", note=note)


def check_payment(
    record: PaymentRecord,
    open_invoices: Mapping[str, OpenInvoice],
    today: date,
    *,
    allow_number: bool = False,
) -> PaymentRecord:
    """The payment as it is stored. Raises :class:`InvalidInput` or one of its kinds.

    Args:
        open_invoices: by record id, those that the payment may pay for.
    """
    received_on = clean_date("received_on", record.received_on, earliest_payment(today), today)
    if not received_on:
        raise Missing("received_on")
    check_range("yen", record.yen, -YEN[1], YEN[1])
    check_range("fee", record.fee, *FEE)
    if not record.yen and not record.allocations:
        raise Missing("yen")
    if record.collected_by and record.way is not PaymentWay.CASH:
        raise CollectedOtherwise("collected_by")
    if record.collected_by and record.yen <= 0:
        raise NothingCollected("collected_by")
    if record.yen < 0:
        check_paid_back(record.way)
    note = clean_text("note", record.note, limit=NOTE_LIMIT)
    check_free_text("note", note, allow_number=allow_number)
    checked = replace(
        record,
        received_on=received_on,
        way=record.way if record.yen else PaymentWay.SET_OFF,
        payer=clean_line("payer", record.payer, limit=PAYER_LIMIT),
        note=note,
        allocations=tuple((invoice, yen) for invoice, yen in record.allocations if yen),
    )
    check_allocations(checked.allocations, open_invoices)
    _check_sums(checked)
    return checked


def _check_sums(record: PaymentRecord) -> None:
    if record.fee and (record.way is not PaymentWay.BANK or record.yen <= 0):
        raise FeeWithoutTransfer("fee")
    if record.fee and record.credit > 0:
        raise FeeAndCredit("fee")
    if record.yen >= 0 and record.credit < 0:
        raise AllottedTooMuch(record.allotted, record.yen + record.fee)
    if record.yen < 0 and record.credit != 0:  # what is paid back is paid back for something
        raise AllottedTooMuch(record.allotted, record.yen + record.fee)


def check_allocations(
    allocations: Iterable[tuple[str, int]], open_invoices: Mapping[str, OpenInvoice]
) -> None:
    """Raise :class:`NotOpen`, :class:`PaidMeanwhile`, or :class:`InvalidInput` for an invoice named twice.

    A credit note asks for a negative sum, so what is allotted to it is negative as well.
    """
    seen = set[str]()
    for invoice, yen in allocations:
        if invoice not in open_invoices:
            raise PaidMeanwhile("allocations")
        if invoice in seen:
            raise InvalidInput("allocations")
        seen.add(invoice)
        asked = open_invoices[invoice]
        if yen * asked.open_yen < 0 or abs(yen) > abs(asked.open_yen):
            raise NotOpen(asked.number, asked.open_yen, yen)


def oldest_first(yen: int, invoices: Iterable[OpenInvoice]) -> tuple[tuple[str, int], ...]:
    """How a sum is offered to a customer's invoices: the oldest is paid first, credit notes make up the rest.

    The last one that it reaches may be paid in part; what no invoice asks for is left over.
    """
    ordered = sorted(invoices, key=by_age)
    missing = max(sum(one.open_yen for one in ordered if one.open_yen > 0) - max(yen, 0), 0)
    set_off = _taken(missing, [(one.invoice, -one.open_yen) for one in ordered if one.open_yen < 0])
    left = max(yen, 0) + sum(part for _invoice, part in set_off)
    paid = _taken(left, [(one.invoice, one.open_yen) for one in ordered if one.open_yen > 0])
    return (*((invoice, -part) for invoice, part in set_off), *paid)


def _taken(yen: int, asked: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    found = []
    for invoice, whole in asked:
        part = min(yen, whole)
        if part > 0:
            found.append((invoice, part))
            yen -= part
    return found


def by_age(invoice: OpenInvoice) -> tuple[str, str, str]:
    """Sorts open invoices: the longest due first."""
    return invoice.due_on, invoice.issued_on, invoice.number
