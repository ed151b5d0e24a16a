"""Payments 入金: how they came, what they pay for, and what a bank's file says of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase


class PaymentWay(StrEnum):
    """How a payment came: 振込, 現金, カード, 口座振替."""

    BANK = "bank"
    CASH = "cash"
    CARD = "card"
    DEBIT = "debit"


PAYMENT_WAY_NAMES: dict[PaymentWay, Phrase] = {
    PaymentWay.BANK: phrase("Billing", "Bank transfer"),
    PaymentWay.CASH: phrase("Billing", "Cash"),
    PaymentWay.CARD: phrase("Billing", "Card"),
    PaymentWay.DEBIT: phrase("Billing", "Direct debit"),
}


@dataclass(frozen=True)
class PaymentRecord:
    """What the form saves.

    Attributes:
        received_on: ISO day.
        yen: what arrived; ``fee`` what the customer kept for the bank's fee, which pays the invoice as well.
        allocations: invoice record id → yen of it that this pays, ``fee`` included; what is left over is the
            customer's credit 過入金.
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


@dataclass(frozen=True)
class BankLine:
    """One deposit that a bank's file names.

    Attributes:
        on: ISO day of the booking.
        payer: in half-width or full-width kana, as the file writes it; it may begin with a number.
        reference: what tells this line from all others of the account, so that a second import of the same
            file finds nothing new: the bank's own number, or day, sum, payer and position among equals.
    """

    on: str
    yen: int
    payer: str
    text: str
    reference: str


@dataclass(frozen=True)
class OpenInvoice:
    """What matching needs to know of an invoice that waits for its money.

    Attributes:
        payers: in comparable kana, by which this customer may be named: own name, organisation, the payers of
            earlier payments.
    """

    invoice: str
    number: str
    customer: str
    issued_on: str
    due_on: str
    open_yen: int
    payers: frozenset[str]


class MatchReason(StrEnum):
    """Why a payment is proposed for an invoice."""

    NUMBER = "number"
    PAYER_AND_SUM = "payer_and_sum"
    PAYER_AND_TOTAL = "payer_and_total"
    PAYER_AND_FEE = "payer_and_fee"
    PAYER = "payer"
    SUM = "sum"


@dataclass(frozen=True)
class MatchProposal:
    """What one line may pay for, for a person to confirm; never booked by itself.

    Attributes:
        invoices: record ids, the oldest first; empty where nothing fits.
        certain: whether nothing else fits as well: it may be offered ticked.
        fee: yen that the customer seems to have kept for the bank's fee.
    """

    line: BankLine
    invoices: tuple[str, ...]
    reasons: frozenset[MatchReason]
    certain: bool
    fee: int = 0
