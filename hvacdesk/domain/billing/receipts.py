"""Receipts 領収書: what they say, their states, and the blank ones that technicians carry."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.input_checks import clean_date, clean_line
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

PROVISO_LIMIT = 80
MOST_BLANK = 100
"""Blank receipts that are given out at once: a pad has fifty."""


class ReceiptState(StrEnum):
    """Given out blank to a technician, issued, back unused, or void; none is ever missing from the series."""

    GIVEN_OUT = "given_out"
    ISSUED = "issued"
    RETURNED = "returned"
    VOID = "void"


RECEIPT_STATE_NAMES: dict[ReceiptState, Phrase] = {
    ReceiptState.GIVEN_OUT: phrase("Billing", "With the technician"),
    ReceiptState.ISSUED: phrase("Billing", "Issued"),
    ReceiptState.RETURNED: phrase("Billing", "Back unused"),
    ReceiptState.VOID: phrase("Billing", "Void"),
}


class ReceiptDay(StrEnum):
    """Which of its days a receipt is looked for by; the index for the inspector has both."""

    ISSUED = "issued"
    RECEIVED = "received"


RECEIPT_DAY_NAMES: dict[ReceiptDay, Phrase] = {
    ReceiptDay.ISSUED: phrase("Billing", "By day of issue"),
    ReceiptDay.RECEIVED: phrase("Billing", "By day received"),
}


class ReceiptNotIssued(UserFacingError):
    """Only an issued receipt can be printed again or made void."""

    what = phrase("Errors", "Receipt {number} is not an issued one.")
    todo = phrase("Errors", "Refresh the list and look at its state.")


class ReceiptNotOut(UserFacingError):
    """Only a blank receipt that a technician carries comes back, and only on one is something written."""

    what = phrase("Errors", "Receipt {number} is not with a technician.")
    todo = phrase("Errors", "Check the number on the paper.")


class NothingReceived(UserFacingError):
    """A payment that was taken back, or money that was paid back, needs no receipt."""

    what = phrase("Errors", "No receipt is made out for this payment: nothing was received.")
    todo = phrase("Errors", "Refresh the list and choose another payment.")


class MoneyWentBack(UserFacingError):
    """What went back of the payment is not what was told before its receipt was asked for."""

    what = phrase("Errors", "What went back of this payment is another sum by now.")
    safe = phrase("Errors", "No receipt was made out or printed again.")
    todo = phrase("Errors", "Look at what is told now, and go on only if the receipt is still wanted.")


class ReceiptStands(UserFacingError):
    """One payment has one receipt; a second one would prove the money twice."""

    what = phrase("Errors", "Receipt {number} was made out for this payment already.")
    todo = phrase("Errors", "Print it from the list of receipts, or make it void there first.")


class ReceiptMadeOutWithout(UserFacingError):
    """A receipt over what was kept is right only as long as the rest stays paid back."""

    what = phrase("Errors", "Receipt {number} was made out without this money, as it had gone back.")
    safe = phrase("Errors", "The paying back was not taken back.")
    todo = phrase(
        "Errors",
        "Make it void under “Receipts”, where it is said what of it is out, then take back the paying back.",
    )


@dataclass(frozen=True)
class ReceiptRecord:
    """What the form saves.

    Attributes:
        proviso: 但し書き, what was paid for.
        issued_on: ISO day that the receipt bears.
        electronic: sent as a file.
        number: of the blank receipt on which the technician wrote it; empty for a new number.
        over_kept: made out over what the office kept of the payment, where too much came in and some of it
            went back before: 民法 486条 gives a receipt for what was paid, which change is no part of.
    """

    proviso: str
    issued_on: str
    electronic: bool = False
    number: str = ""
    over_kept: bool = False


@dataclass(frozen=True)
class ReceiptRow:
    """One receipt as lists show it.

    Attributes:
        payment: record id; empty for a blank one.
        received_on: ISO day on which the money was received; empty for a blank one.
        holder: account record id of the technician who has, or had, a blank one.
        yen: what it says was received; 0 for a blank one.
        stamp_yen: of the revenue stamp that the paper needs; 0 for none.
        reissues: how often it was printed again.
    """

    receipt: str
    number: str
    state: ReceiptState
    customer: str
    payment: str
    issued_on: str
    yen: int
    proviso: str
    way: PaymentWay | None
    electronic: bool
    stamp_yen: int
    reissues: int
    holder: str
    given_on: str
    version: int
    received_on: str = ""


@dataclass(frozen=True)
class ReceiptStep:
    """Something that was done with a receipt, by the log: ``at`` is a stamp, ``by`` a name of staff."""

    action: Action
    at: str
    by: str


@dataclass(frozen=True)
class ReceiptDetail:
    """One receipt, whatever became of it.

    Attributes:
        document: record id of its page as it was filed last; empty for one that was never filled in.
        back_on: ISO day on which a blank one came back, used or not.
        history: the oldest first.
        replaced_by: number of the receipt that is valid for the same payment in its place; empty for none.
    """

    row: ReceiptRow
    document: str
    back_on: str
    history: tuple[ReceiptStep, ...]
    replaced_by: str


@dataclass(frozen=True)
class ReceiptOut:
    """What of a receipt left the office, or may have.

    Attributes:
        papers: still with somebody, as the register of papers has them; a filled-in blank one counts.
        files: saved outside the program and not destroyed there since.
        ever: whether anything of it ever came out of a printer or was saved: from then on a print of it is a
            reissue 再発行.
    """

    papers: int = 0
    files: int = 0
    ever: bool = False


@dataclass(frozen=True)
class MoneyBack:
    """Money that went back to the customer of what a receipt is for, or would be.

    Attributes:
        number: of the payment back; ``on`` the ISO day on which it went; ``yen`` are above zero.
        note: number of the credit note that took the money's invoice back; empty where too much was paid.
    """

    number: str
    on: str
    yen: int
    way: PaymentWay
    note: str = ""


@dataclass(frozen=True)
class ReceiptQuery:
    """How receipts are looked for; whatever is empty does not matter.

    By day, sum and party, and by any of them together: 電子帳簿保存法 施行規則 4条, 2条6項5号.

    Attributes:
        party: a part of the customer's name as lists show it, the whole name, or a part of a number.
        states: one of them; empty for every one.
        first_day, last_day: ISO days between which it was issued, or the money was received: as ``day`` says.
        lowest, highest: yen between which its sum is.
    """

    party: str = ""
    states: frozenset[ReceiptState] = frozenset()
    first_day: str = ""
    last_day: str = ""
    lowest: int | None = None
    highest: int | None = None
    day: ReceiptDay = ReceiptDay.ISSUED


@dataclass(frozen=True)
class FoundReceipts:
    """What a search found, the newest number first: so many are listed, and how many there are in all.

    ``names`` are the customers of the listed ones by record id, as the reader may see them.
    """

    rows: tuple[ReceiptRow, ...]
    total: int
    names: Mapping[str, Masked] = field(default_factory=dict)


_FOR_WORK = phrase("Billing", "Air-conditioning work (invoice {number})")
_FOR_WORK_ALONE = phrase("Billing", "Air-conditioning work")
_FOR_WORK_AND_FEE = phrase("Billing", "Air-conditioning work and cancellation fee (invoice {number})")
_FOR_OTHER = phrase("Billing", "What invoice {number} asks for")
_OF_KIND = {
    InvoiceKind.CANCELLATION: phrase("Billing", "Cancellation fee (invoice {number})"),
    InvoiceKind.DEPOSIT: phrase("Billing", "Deposit for air-conditioning work (invoice {number})"),
    InvoiceKind.PART: phrase("Billing", "Part payment for air-conditioning work (invoice {number})"),
}


def counted(back: Sequence[MoneyBack], left_out: int) -> tuple[MoneyBack, ...]:
    """What went back of a payment that its receipt still counts as received.

    Args:
        left_out: yen of the payment that the receipt was made out without, as they had gone back before:
            what was paid back first is among them.
    """
    told = list(back)
    for one in sorted((one for one in back if not one.note), key=lambda one: one.number):
        without = min(one.yen, left_out)
        left_out -= without
        told[told.index(one)] = replace(one, yen=one.yen - without)
    return tuple(one for one in told if one.yen)


def require_told(back: Sequence[MoneyBack], told: Sequence[MoneyBack]) -> None:
    """Refuse a receipt where other money went back than was told. Raises :class:`MoneyWentBack`."""
    if tuple(back) != tuple(told):
        raise MoneyWentBack


def what_was_paid_for(kinds: Collection[InvoiceKind], *, taxed: bool) -> Phrase:
    """What a receipt begins with 但し書き, by the kinds of the invoices that were paid.

    Args:
        taxed: whether tax is included in any of them; work is never untaxed.
    """
    if not kinds:
        return _FOR_WORK_ALONE
    if len(kinds) == 1:
        return _OF_KIND.get(next(iter(kinds)), _FOR_WORK if taxed else _FOR_OTHER)
    return _FOR_WORK_AND_FEE if InvoiceKind.CANCELLATION in kinds else _FOR_WORK


def receipt_number(year: int, count: int) -> str:
    """``R2026-000012``."""
    return f"R{year}-{count:06}"


def payment_number(year: int, count: int) -> str:
    """``P2026-000012``: what the office and its books call a payment."""
    return f"P{year}-{count:06}"


def check_receipt(record: ReceiptRecord, received_on: date, today: date) -> ReceiptRecord:
    """The receipt as it is stored. Raises :class:`InvalidInput` or one of its kinds.

    It bears no day before the money was received.
    """
    proviso = clean_line("proviso", record.proviso, limit=PROVISO_LIMIT)
    if not proviso:
        raise Missing("proviso")
    check_free_text("proviso", proviso)
    issued_on = clean_date("issued_on", record.issued_on, received_on, today)
    if not issued_on:
        raise Missing("issued_on")
    if record.number and record.electronic:
        raise InvalidInput("electronic")
    return replace(record, proviso=proviso, issued_on=issued_on)
