"""Invoices 請求書 and credit notes 返還請求書: their lines and sums, numbers, and the states they go through.

What was issued is never altered: a correction is a credit note that names it, or a reissue that takes its
place (消費税法 57条の4第4項: 修正した適格請求書).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.billing.money import line_amount
from hvacdesk.domain.billing.pay_terms import CarriedBalance, CarriedOn, PayTerms
from hvacdesk.domain.billing.tax import InvoiceSums, TaxClass
from hvacdesk.domain.jobs.jobs import WorkItem
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.domain.text.wording import Phrase, phrase

_OWN = re.compile(r"[ic][0-9]{4}-[0-9]{6,}", re.IGNORECASE)

MOST_LINES = 500
NO_NAME = Masked("")


class InvoiceKind(StrEnum):
    """What an invoice asks for.

    ``DEPOSIT``, ``PART`` and ``FINAL`` belong to one job and come to its whole; ``COLLECTIVE`` 合計請求書
    asks a customer for all work up to a closing day; ``CREDIT`` takes back some or all of an issued one.
    ``CANCELLATION`` キャンセル料 asks for what the office keeps of a cancelled job's deposit.
    """

    WHOLE = "whole"
    DEPOSIT = "deposit"
    PART = "part"
    FINAL = "final"
    COLLECTIVE = "collective"
    CREDIT = "credit"
    CANCELLATION = "cancellation"


INVOICE_KIND_NAMES: dict[InvoiceKind, Phrase] = {
    InvoiceKind.WHOLE: phrase("Billing", "Invoice"),
    InvoiceKind.DEPOSIT: phrase("Billing", "Deposit invoice"),
    InvoiceKind.PART: phrase("Billing", "Part invoice"),
    InvoiceKind.FINAL: phrase("Billing", "Final invoice"),
    InvoiceKind.COLLECTIVE: phrase("Billing", "Collective invoice"),
    InvoiceKind.CREDIT: phrase("Billing", "Credit note"),
    InvoiceKind.CANCELLATION: phrase("Billing", "Cancellation fee"),
}


class InvoiceState(StrEnum):
    """Draft → issued → sent → settled; an issued one may become void, or give way to another.

    ``REPLACED`` 再発行済み is one that was issued once more as it was; ``CORRECTED`` 訂正済み one whose place
    another with other content took.
    """

    DRAFT = "draft"
    ISSUED = "issued"
    SENT = "sent"
    SETTLED = "settled"
    VOID = "void"
    REPLACED = "replaced"
    CORRECTED = "corrected"


INVOICE_STATE_NAMES: dict[InvoiceState, Phrase] = {
    InvoiceState.DRAFT: phrase("Billing", "Draft"),
    InvoiceState.ISSUED: phrase("Billing", "Issued"),
    InvoiceState.SENT: phrase("Billing", "Sent"),
    InvoiceState.SETTLED: phrase("Billing", "Settled"),
    InvoiceState.VOID: phrase("Billing", "Void"),
    InvoiceState.REPLACED: phrase("Billing", "Replaced by a reissue"),
    InvoiceState.CORRECTED: phrase("Billing", "Corrected"),
}

STORED_STATE_NAMES = INVOICE_STATE_NAMES | {InvoiceState.SETTLED: phrase("Billing", "Nothing left to pay")}
"""For a state as it is stored, which does not tell whether money or a credit note settled the invoice."""

_SET_OFF = phrase("Billing", "Set off")
_PAID_BACK = phrase("Billing", "Paid back")


def invoice_state_name(
    kind: InvoiceKind, state: InvoiceState, *, paid_back: bool = False, set_off: bool = False
) -> Phrase:
    """What is said of a state, by how it came to be.

    Nobody pays a credit note, which is set off or paid back 返金; nor did anybody pay an invoice that credit
    notes and set-offs settled alone, which is set off 相殺 as they are.
    """
    if state is InvoiceState.SETTLED and (set_off or kind is InvoiceKind.CREDIT):
        return _PAID_BACK if paid_back else _SET_OFF
    return INVOICE_STATE_NAMES[state]


class DocumentKind(StrEnum):
    """What is filed as it was issued."""

    INVOICE = "invoice"
    CREDIT = "credit"
    RECEIPT = "receipt"


DOCUMENT_KIND_NAMES: dict[DocumentKind, Phrase] = {
    DocumentKind.INVOICE: phrase("Billing", "Invoice"),
    DocumentKind.CREDIT: phrase("Billing", "Credit note"),
    DocumentKind.RECEIPT: phrase("Billing", "Receipt"),
}

WHOLE_WORK = frozenset({InvoiceKind.WHOLE, InvoiceKind.FINAL, InvoiceKind.COLLECTIVE})
"""Kinds after which nothing of a job is left to bill."""

IN_ADVANCE = frozenset({InvoiceKind.DEPOSIT, InvoiceKind.PART})
"""Kinds that ask for some of a job's sum before its final invoice."""

STANDING = frozenset({InvoiceState.ISSUED, InvoiceState.SENT, InvoiceState.SETTLED})
"""States of an invoice that asks for its sum, or asked until it was paid."""


@dataclass(frozen=True)
class InvoiceLineRecord:
    """One line. ``yen`` is the price of one ``unit``; a discount is negative.

    Attributes:
        on: ISO day of the delivery; needed where an invoice asks for work of several days.
        job: record id of the job that it is for; may be empty.
    """

    label: str
    quantity: float
    unit: str
    yen: int
    tax_class: TaxClass = TaxClass.STANDARD
    on: str = ""
    item: WorkItem | None = None
    job: str = ""

    @property
    def amount(self) -> int:
        """In whole yen, a fraction dropped."""
        return line_amount(self.quantity, self.yen)


@dataclass(frozen=True)
class InvoiceRecord:
    """What the form saves.

    Attributes:
        delivered_from, delivered_to: ISO days of the delivery 取引年月日, or a period's first and last.
        due_on: ISO day; where it is empty, the office's usual one is set when the invoice is issued.
        issue_on: ISO day that it is to be dated; where it is empty, the one on which it is issued.
        with_tax: whether the prices include the tax.
        remarks: for the customer.
    """

    kind: InvoiceKind = InvoiceKind.WHOLE
    lines: tuple[InvoiceLineRecord, ...] = ()
    delivered_from: str = ""
    delivered_to: str = ""
    due_on: str = ""
    with_tax: bool = False
    remarks: str = ""
    issue_on: str = ""

    @property
    def asks_nothing_new(self) -> bool:
        """Whether it is a collective invoice for what is carried over alone 繰越のみ, without a line."""
        return self.kind is InvoiceKind.COLLECTIVE and not self.lines

    def dated(self, today: date) -> date:
        """The day that it is dated if it is issued today."""
        return date.fromisoformat(self.issue_on) if self.issue_on else today


@dataclass(frozen=True)
class InvoiceRow:
    """One invoice as lists show it.

    Attributes:
        customer: record id of whom it asks; ``jobs`` the record ids of what it is for.
        number: empty for a draft: numbers are given when an invoice is issued, so that none is missing.
        about: the number of the invoice that a credit note or a reissue is about.
        open_yen: what is still to be paid; negative for a credit note not yet set off or paid back.
        sent_on: ISO day on which it went to the customer; ``closed_on`` the closing day of a collective one.
        paid_yen: what payments that stand paid of one that is not wholly open; what credit notes paid of it,
            with no money beside, is none.
        paid_back: of a credit note, whether something of it went back to the customer.
        set_off: of a settled invoice, whether credit notes and set-offs alone settled it, without any money.
    """

    invoice: str
    customer: str
    jobs: tuple[str, ...]
    kind: InvoiceKind
    state: InvoiceState
    number: str
    about: str
    issued_on: str
    due_on: str
    sums: InvoiceSums
    open_yen: int
    version: int
    sent_on: str = ""
    closed_on: str = ""
    paid_yen: int = 0
    paid_back: bool = False
    set_off: bool = False

    @property
    def part_paid(self) -> bool:
        """Whether some of it was paid and some is open; what a credit note took back was not paid."""
        return self.state in {InvoiceState.ISSUED, InvoiceState.SENT} and self.paid_yen > 0


@dataclass(frozen=True)
class EarlierInvoice:
    """What an earlier invoice of the same work asked for, tax included and less what was credited.

    ``by_class`` is the same sum by class of tax; ``tax`` what of it is tax, None where that is not known.
    """

    number: str
    kind: InvoiceKind
    issued_on: str
    gross: int
    by_class: tuple[tuple[TaxClass, int], ...] = ()
    tax: int | None = None


class PageLack(StrEnum):
    """What a page that asks for money would lack because the office has not entered it."""

    ACCOUNT = "account"
    NUMBER = "number"


PAGE_LACKS: dict[PageLack, Phrase] = {
    PageLack.ACCOUNT: phrase(
        "Billing",
        "No bank account is entered, so the page does not say where to pay to. Owners enter it on the page "
        "“Billing”, under “Billing settings…”.",
    ),
    PageLack.NUMBER: phrase(
        "Billing",
        "No registration number (T…) is entered, so customers cannot deduct the tax of this page in full. "
        "Owners enter it on the page “Settings”, under “Papers”.",
    ),
}
"""What is said of each, and who can enter it where."""


@dataclass(frozen=True)
class InvoiceDetail:
    """One invoice with its lines.

    Attributes:
        earlier: what was asked for before, for a final invoice.
        documents: record ids of what was filed of it, the first issue first.
        name: of whom it asks, as the reader may see it; ``job_numbers`` what it is for.
        lacks: what the office has not entered for its page.
        saved: whether anybody saved the draft since it was made.
        elsewhere: for a draft, the invoices from elsewhere noted at its jobs: the numbers, else the days.
        in_books: whether the accounting program was handed it; of a draft, the invoice that it is about.
        former_due_on: of what takes the place of an invoice, the ISO day by which that one is to be paid.
        done_on: of a draft for the whole work of jobs, the ISO days on which it was done as it is known by
            now, in the order of its jobs; the draft may name others.
        closing: of a draft that asks for something apart from the collective invoices of a customer who gets
            those, the terms of payment that say so; else None.
        agreed: record ids of its jobs of which no estimate says what they cost: their lines may have been
            brought to an agreed sum.
        agreed_yen: that sum, of all its jobs and with the tax; None where it is not noted of each of them, or
            the invoice is not for the whole work.
        carried_on: of an issued one, the pages that carried over what is open of it, the first first.
        waiting: the kinds of the drafts that wait about an issued one: a credit note, or one in its place.
        again_yen: with what its jobs would be billed again if it were made void, where that is another sum
            than it asks for, in yen with the tax; else None.
    """

    row: InvoiceRow
    record: InvoiceRecord
    earlier: tuple[EarlierInvoice, ...] = ()
    documents: tuple[str, ...] = ()
    name: Masked = NO_NAME
    job_numbers: tuple[str, ...] = ()
    lacks: frozenset[PageLack] = frozenset()
    saved: bool = True
    elsewhere: tuple[str, ...] = ()
    in_books: bool = False
    former_due_on: str = ""
    done_on: tuple[str, ...] = ()
    closing: PayTerms | None = None
    agreed: tuple[str, ...] = ()
    agreed_yen: int | None = None
    carried_on: tuple[CarriedOn, ...] = ()
    waiting: tuple[InvoiceKind, ...] = ()
    again_yen: int | None = None

    @property
    def days(self) -> dict[str, str]:
        """:attr:`done_on` by the jobs' record ids."""
        return dict(zip(self.row.jobs, self.done_on, strict=False))


@dataclass(frozen=True)
class WorkedOut:
    """What a draft would come to if it were issued as it is.

    Attributes:
        due_on: ISO day by which it would be to pay, as chosen or by the terms; empty for a credit note.
        pay_by: of a deposit for work that is to come, the last ISO day by which it is asked for; else empty.
        begins_on: the ISO day on which that work begins; else empty.
        carried_on: of what takes back or changes an invoice, the pages that carried over what was open of it.
    """

    sums: InvoiceSums
    due_on: str = ""
    pay_by: str = ""
    begins_on: str = ""
    carried_on: tuple[CarriedOn, ...] = ()

    @property
    def due_late(self) -> bool:
        """Whether a deposit would be due later than it can be asked for."""
        return bool(self.pay_by) and self.due_on > self.pay_by


@dataclass(frozen=True)
class BillingBasis:
    """What the invoices of a job begin with.

    Attributes:
        kind: what the next one most likely is.
        name: of whom it would ask, as the reader may see it.
        number: of the job; ``done`` whether the work is noted as done.
        deposit_percent: the share of the whole that the accepted estimate asks for in advance; 0 where none
            is agreed on, or it was asked for already.
        contractor: the firm in whose name the work is done 元請, where nobody is named as who pays.
        cancelled: whether the job was cancelled: no deposit is asked for any more, nor the whole.
        billed: the number of the standing invoice that asks for the whole of it; empty while none does.
    """

    kind: InvoiceKind
    name: Masked
    number: str
    done: bool
    deposit_percent: int = 0
    contractor: str = ""
    cancelled: bool = False
    billed: str = ""


@dataclass(frozen=True)
class BankAccount:
    """The office's own account, as invoices name it."""

    bank: str = ""
    branch: str = ""
    kind: str = ""
    number: str = ""
    holder: str = ""


@dataclass(frozen=True)
class InvoicePaper:
    """What the printed page shows. ``name`` is whole: it goes to the customer.

    Attributes:
        code: of the register of papers; ``issuer_number`` is the office's T-number, empty where it has none.
        earlier: for a final invoice, what was asked for before; ``whole`` what its lines come to before that
            is taken off.
        about, about_on: number and ISO day of the invoice that a credit note or a reissue is about.
        reissue: whether it takes the place of ``about``; ``corrected`` whether with another content.
        address: postal code and address of the recipient, for the window of an envelope.
        phone, customer_number: of the recipient, as the print profile has them; empty where it has not.
        job_numbers, site: what it is for.
        period: of a collective invoice the first and last ISO day of what its closing day closes.
        balance: what it carries over; None where that was not agreed on.
        unpaid, about_yen: of a credit note, what was still to be paid of its invoice when it was issued, and
            what that one asked for.
        carried_on: of a credit note, the collective invoice that asks for its invoice by now, with what was
            still to be paid of that; None for none, and where nobody can say.
        cash: whether the customer pays in cash once the work is done: to no account, and with no day where
            none was chosen.
    """

    row: InvoiceRow
    record: InvoiceRecord
    code: str
    name: str
    honorific: str
    contact: str = ""
    address: tuple[str, ...] = ()
    issuer_number: str = ""
    account: BankAccount = BankAccount()
    earlier: tuple[EarlierInvoice, ...] = ()
    about: str = ""
    about_on: str = ""
    reissue: bool = False
    corrected: bool = False
    job_numbers: tuple[str, ...] = ()
    site: str = ""
    issued_by: str = ""
    period: tuple[str, str] = ("", "")
    phone: str = ""
    customer_number: str = ""
    whole: InvoiceSums | None = None
    balance: CarriedBalance | None = None
    unpaid: int = 0
    about_yen: int = 0
    carried_on: CarriedOn | None = None
    cash: bool = False

    @property
    def takes_back_part(self) -> bool:
        """Whether a credit note takes back less than its invoice asked for 一部."""
        return 0 < -self.row.sums.gross < self.about_yen

    @property
    def withdrawn(self) -> int:
        """What of a credit note's sum nobody had paid: it is no longer asked for, and does not go back."""
        return min(max(self.unpaid, 0), max(-self.row.sums.gross, 0))

    @property
    def to_pay(self) -> int:
        """What the page asks to be paid in all 今回御請求額."""
        return self.row.sums.gross + (self.balance.carried if self.balance else 0)


def traded_on(kind: InvoiceKind, delivered_from: str, delivered_to: str, issued_on: str) -> str:
    """The ISO day of the trade 取引年月日 that the page of an issued invoice bears.

    That of the delivery, or the last one of its period; of a credit note the day on which it takes back, and
    where no delivery is named, the day of issue.
    """
    if kind is InvoiceKind.CREDIT:
        return issued_on
    return delivered_to or delivered_from or issued_on


def series(year: int, kind: InvoiceKind) -> str:
    """What the numbers of a year begin with; those of credit notes are a series of their own."""
    return f"{'C' if kind is InvoiceKind.CREDIT else 'I'}{year}-"


def invoice_number(year: int, count: int, kind: InvoiceKind) -> str:
    """``I2026-000012``; a credit note ``C2026-000003``."""
    return f"{series(year, kind)}{count:06}"


def is_own_number(written: str) -> bool:
    """Whether a number is of the form of :func:`invoice_number`, in any width and case.

    So this program's own documents are known by it, and no other's number may have it: the series might reach
    it one day, and nobody could tell then whose it is.
    """
    return _OWN.fullmatch("".join(plain(written).split())) is not None
