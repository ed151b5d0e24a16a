"""What is still to be paid: open and overdue by age, and how invoices are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from hvacdesk.domain.billing.invoices import (
    InvoiceKind,
    InvoiceRow,
    InvoiceState,
    PageLack,
)
from hvacdesk.domain.billing.pay_terms import CarriedBalance, late_after
from hvacdesk.domain.billing.payments import InvoicePayment, PaymentWay, check_paid_back, earliest_payment
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.job_rules import YEN
from hvacdesk.domain.jobs.jobs import JobState, WorkKind
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.input_checks import check_range, clean_date
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.domain.text.wording import Phrase, phrase


class Age(StrEnum):
    """How long an open invoice is overdue 期限超過, in days past its day."""

    NOT_DUE = "not_due"
    TO_30 = "to_30"
    TO_60 = "to_60"
    TO_90 = "to_90"
    OVER_90 = "over_90"


AGE_NAMES: dict[Age, Phrase] = {
    Age.NOT_DUE: phrase("Billing", "Not due yet"),
    Age.TO_30: phrase("Billing", "1 to 30 days overdue"),
    Age.TO_60: phrase("Billing", "31 to 60 days overdue"),
    Age.TO_90: phrase("Billing", "61 to 90 days overdue"),
    Age.OVER_90: phrase("Billing", "More than 90 days overdue"),
}

_UP_TO = ((0, Age.NOT_DUE), (30, Age.TO_30), (60, Age.TO_60), (90, Age.TO_90))


@dataclass(frozen=True)
class BilledWork:
    """A job that an open invoice is for: what tells two customers apart whose masked names read alike.

    Attributes:
        on: ISO day of the work; may be empty.
        town: city and town of its site, as lists show them; empty where the customer's data is suspended.
    """

    number: str
    work_kind: WorkKind
    on: str
    town: str


def read_alike(names: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Of customers' record ids and names as they are seen, the names that several customers have.

    Names that only differ in how they are written (高橋 and 髙橋, ㈱ and 株式会社, half-width kana) count as
    one: at a glance nobody tells them apart.
    """
    seen: dict[str, dict[str, set[str]]] = {}
    for customer, name in names:
        seen.setdefault(fold(name), {}).setdefault(name, set()).add(customer)
    return frozenset(
        name
        for written in seen.values()
        if len(frozenset[str]().union(*written.values())) > 1
        for name in written
    )


@dataclass(frozen=True)
class OpenItem:
    """An invoice that waits for its money, or a credit note not yet set off (``open_yen`` below zero).

    Attributes:
        customer: record id; ``name`` as the reader may see it.
        reminded_on: ISO day of the last payment reminder about it, or about an invoice whose place it took;
            empty where none was written.
        works: what it is for.
        place: number and town of a customer whose name reads like another's of the list; else empty.
    """

    invoice: str
    number: str
    kind: InvoiceKind
    state: InvoiceState
    customer: str
    name: Masked
    issued_on: str
    due_on: str
    gross: int
    open_yen: int
    reminded_on: str = ""
    works: tuple[BilledWork, ...] = ()
    place: str = ""

    def days_overdue(self, today: date) -> int:
        """Days since it is overdue, see :func:`late_after`; 0 where it is not, or asks for nothing."""
        if not self.due_on or self.open_yen <= 0:
            return 0
        return max((today - late_after(self.issued_on, self.due_on)).days, 0)

    def age(self, today: date) -> Age:
        """How long it is overdue."""
        days = self.days_overdue(today)
        return next((age for last, age in _UP_TO if days <= last), Age.OVER_90)


def sums_by_age(items: Iterable[OpenItem], today: date) -> dict[Age, int]:
    """What customers owe in each age, in yen; every age is there.

    One customer's credit pays nobody else's debt, so it is not taken off: see :func:`owed_back`.
    """
    sums = dict.fromkeys(Age, 0)
    for item in items:
        sums[item.age(today)] += max(item.open_yen, 0)
    return sums


def owed_back(items: Iterable[OpenItem]) -> int:
    """What credit notes leave to pay back or set off, in yen."""
    return -sum(min(item.open_yen, 0) for item in items)


class UnknownSum(StrEnum):
    """Why nobody knows what is left to bill of a job."""

    NO_PRICE = "no_price"
    NO_RATE = "no_rate"
    NOT_WORKED_OUT = "not_worked_out"


UNKNOWN_SUM_NAMES: dict[UnknownSum, Phrase] = {
    UnknownSum.NO_PRICE: phrase("Billing", "a price is missing"),
    UnknownSum.NO_RATE: phrase("Billing", "no tax rate of its days"),
    UnknownSum.NOT_WORKED_OUT: phrase("Billing", "worked out in its draft"),
}


@dataclass(frozen=True)
class ToBill:
    """A job that is done and that no invoice asks for as a whole.

    Attributes:
        customer: record id of whom an invoice would ask; ``name`` as the reader may see it.
        done_on: ISO day on which it was handed over, else done, else planned.
        closing_day: the customer's, 0 where each job is billed by itself.
        drafted: whether there is a draft already.
        agreed_yen: what the accepted estimate comes to, else the contract, else what is to be collected, else
            the draft of the invoice, else the known prices: tax included, as the invoice would ask for; None
            where a price is missing.
        asked_yen: what its deposit and part invoices ask for already, less their credit notes.
        unknown: why ``agreed_yen`` is None; None where it is known.
    """

    job: str
    number: str
    customer: str
    name: Masked
    work_kind: WorkKind
    state: JobState
    done_on: str
    closing_day: int
    drafted: bool
    agreed_yen: int | None = None
    asked_yen: int = 0
    unknown: UnknownSum | None = None

    @property
    def left_yen(self) -> int | None:
        """What is left to bill; None where nobody knows the whole."""
        return None if self.agreed_yen is None else max(self.agreed_yen - self.asked_yen, 0)


class BillingFile(StrEnum):
    """A file that is seen to line by line; the code is what its window keeps it as meanwhile."""

    BANK = "bank_file"
    OUTSIDE = "outside_file"


@dataclass(frozen=True)
class BillingWaits:
    """What waits for who keeps the books.

    Attributes:
        to_bill: how many jobs are done and not billed.
        overdue: how many invoices are.
        in_files: how much of the reader's own files was not seen to when they were last looked at; a file in
            which nothing waits is not there.
    """

    to_bill: int = 0
    overdue: int = 0
    in_files: Mapping[BillingFile, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.to_bill or self.overdue or self.in_files)


@dataclass(frozen=True)
class InvoiceQuery:
    """How invoices are looked for; whatever is empty does not matter.

    By day, sum and party, and by any of them together: 電子帳簿保存法 施行規則 4条, 2条6項5号.

    Attributes:
        first_day, last_day: ISO days between which it was issued.
        lowest, highest: yen between which its sum is, tax included, or what its page asks to be paid in all.
        party: a part of the customer's name as lists show it, the whole name, or a part of a number.
    """

    first_day: str = ""
    last_day: str = ""
    lowest: int | None = None
    highest: int | None = None
    party: str = ""
    kinds: frozenset[InvoiceKind] = frozenset()
    states: frozenset[InvoiceState] = frozenset()


@dataclass(frozen=True)
class ListedInvoice:
    """An invoice as a list shows it: with its customer as the reader may see them."""

    row: InvoiceRow
    name: Masked
    job_numbers: tuple[str, ...]

    @property
    def customer(self) -> str:
        """Record id of whom it asks; a printed list names it to the log by that."""
        return self.row.customer


@dataclass(frozen=True)
class FoundInvoices:
    """What a search found: so many of them are listed, and how many there are in all."""

    listed: tuple[ListedInvoice, ...]
    total: int


class ApartReason(StrEnum):
    """Why a job cannot go into the collective invoice of its customer."""

    DRAFTED = "drafted"
    IN_ADVANCE = "in_advance"
    NO_PRICE = "no_price"
    OTHER_TAX = "other_tax"
    OTHER_RATE = "other_rate"
    NO_ROOM = "no_room"


APART_NAMES: dict[ApartReason, Phrase] = {
    ApartReason.DRAFTED: phrase("Billing", "it has a draft"),
    ApartReason.IN_ADVANCE: phrase("Billing", "a deposit or part was invoiced"),
    ApartReason.NO_PRICE: phrase("Billing", "a price is missing"),
    ApartReason.OTHER_TAX: phrase("Billing", "its prices with tax, others without, or the reverse"),
    ApartReason.OTHER_RATE: phrase("Billing", "another tax rate"),
    ApartReason.NO_ROOM: phrase("Billing", "too many lines"),
}


APART_HINTS: dict[ApartReason, Phrase] = {
    ApartReason.OTHER_TAX: phrase(
        "Billing",
        "One invoice has either prices with tax or prices without it, as the first job has them. A job has "
        "what its accepted estimate says, else what the price list says (Settings, the box below the list). "
        "Where no prices without tax come to the sum that was agreed on in the booking, they are prices with "
        "tax. Change it there, or bill the job apart.",
    ),
    ApartReason.OTHER_RATE: phrase(
        "Billing",
        "The tax rate is that of the day on which the work was done and stays so: bill the job apart.",
    ),
}
"""What can be done about a reason that its name does not tell."""


@dataclass(frozen=True)
class ApartJob:
    """A job, by record id and number, that is billed apart from its customer's others, and why."""

    job: str
    number: str
    reason: ApartReason


@dataclass(frozen=True)
class ClosingPreview:
    """What a collective invoice of a customer would ask for on a closing day.

    Attributes:
        jobs: record ids of the jobs that it would take, ``numbers`` their numbers.
        left_out: the jobs that are billed apart: with a deposit, a draft, no price or other prices.
        gross: tax included, in yen.
        drafts: how many drafts for no job are waiting to be issued apart.
        lacks: what the office has not entered for its page.
        adjusted: the lines that bring known prices to an agreed amount: the name and the yen of each.
        balance: what its page carries over; None where that was not agreed on.
        alone: whether the page is for that balance alone: nothing new is asked for in the period.
        carried_on: number of the page of a later closing day, which asks for what was open before this one;
            empty where there is none, or no balance was agreed on.
    """

    customer: str
    name: Masked
    closed_on: str
    due_on: str
    jobs: tuple[str, ...]
    numbers: tuple[str, ...]
    left_out: tuple[ApartJob, ...]
    lines: int
    gross: int
    drafts: int = 0
    lacks: frozenset[PageLack] = frozenset()
    adjusted: tuple[tuple[str, int], ...] = ()
    balance: CarriedBalance | None = None
    alone: bool = False
    carried_on: str = ""

    @property
    def is_billed(self) -> bool:
        """Whether there is a page to issue: for jobs, or for the balance alone."""
        return bool(self.jobs) or self.alone

    @property
    def to_pay(self) -> int:
        """What the page asks to be paid in all, in yen."""
        return self.gross + (self.balance.carried if self.balance else 0)


class MoneyMeanwhile(UserFacingError):
    """A job is to be cancelled by somebody who was shown other money for it than there is by now."""

    what = phrase("Errors", "Since you were asked, money was booked or an invoice made for this job.")
    safe = phrase("Errors", "The job is not cancelled.")
    todo = phrase("Errors", "Look at what came in before the work, and decide again.")


@dataclass(frozen=True)
class AdvancePart:
    """A deposit or part invoice 着手金・中間金 of a job that stands, and what came in for it.

    Attributes:
        gross: what it asked for when it was issued, in yen with the tax; ``asked`` the same less its credit
            notes.
        received: what of ``asked`` was paid.
        payments: all that came in for it, the oldest first, also what a credit note has taken back since.
    """

    number: str
    kind: InvoiceKind
    gross: int
    asked: int
    received: int
    payments: tuple[InvoicePayment, ...] = ()

    @property
    def paid(self) -> int:
        """All that was paid of it, with fees that the customer kept and what credit notes paid."""
        return sum(one.part for one in self.payments)

    @property
    def fees(self) -> int:
        """What of that is not money that came in but its share of the bank's fees, which the office bears."""
        return sum(one.part_fee for one in self.payments)

    @property
    def set_off(self) -> int:
        """What of that is not money that came in but was set off 相殺, with credit notes or otherwise."""
        return sum(one.part_set_off for one in self.payments)

    @property
    def received_fees(self) -> int:
        """What of ``received`` are such fees."""
        return min(self.fees, self.received)

    @property
    def received_set_off(self) -> int:
        """What of ``received`` was set off."""
        return min(self.set_off, self.received - self.received_fees)


@dataclass(frozen=True)
class HeldDeposit:
    """The deposit of a cancelled job 前受金, of which nobody has said yet what becomes of it.

    Attributes:
        parts: its deposit invoices, the first issued first.
        beside: its part invoices 中間金: for work that was done, so they are put right by themselves.
        credit: what the customer paid too much and nobody used, for whatever it came; it is given back apart.
    """

    job: str
    number: str
    customer: str
    name: Masked
    parts: tuple[AdvancePart, ...]
    beside: tuple[AdvancePart, ...] = ()
    credit: int = 0

    @property
    def numbers(self) -> tuple[str, ...]:
        """Those of its deposit invoices."""
        return tuple(one.number for one in self.parts)

    @property
    def asked(self) -> int:
        """What they ask for, less their credit notes, in yen with the tax."""
        return sum(one.asked for one in self.parts)

    @property
    def received(self) -> int:
        """What of that was paid, with fees that the customer kept."""
        return sum(one.received for one in self.parts)

    @property
    def fees(self) -> int:
        """What of that are such fees."""
        return sum(one.received_fees for one in self.parts)

    @property
    def set_off(self) -> int:
        """What of that was set off."""
        return sum(one.received_set_off for one in self.parts)


@dataclass(frozen=True)
class DepositEnd:
    """What becomes of a cancelled job's deposit.

    Money for what the office loses by the cancellation is damages and no consideration, so it is not taxed; a
    fee for the handling is; where one sum is for both and not divided, none of it is taxed.
    Source: 国税庁 タックスアンサー No.6253 キャンセル料 (law of 2023-10-01, read 2026-11), which rests on
    消費税法 4条 and 消費税法基本通達 5-2-5 and 5-5-2; those were not read themselves: a tax adviser confirms.

    Attributes:
        fee: yen that are kept as cancellation fee 違約金, tax included where there is one; 0 to pay all back.
        taxable: whether it is a fee for the handling 事務手数料.
        paid_back_on: ISO day on which the rest went back 返金; empty where that is still to be done.
        way: how it went back.
    """

    fee: int = 0
    taxable: bool = False
    paid_back_on: str = ""
    way: PaymentWay = PaymentWay.BANK

    def back(self, held: HeldDeposit) -> int:
        """Yen of what was received that go back to the customer."""
        return max(held.received - self.fee, 0)

    def lacking(self, held: HeldDeposit) -> int:
        """Yen of the fee that the customer still has to pay."""
        return max(self.fee - held.received, 0)


class NoHeldDeposit(UserFacingError):
    """It was paid back, kept or credited meanwhile, or the job is cancelled no more."""

    what = phrase("Errors", "No deposit of job {number} waits any more.")
    todo = phrase("Errors", "Refresh the list of what is open.")


class DepositsOfSeveral(UserFacingError):
    """The deposit invoices of one job ask different customers, so the money is not one customer's."""

    what = phrase("Errors", "The deposit invoices of job {number} ask several customers.")
    todo = phrase("Errors", "Make a credit note for each of them, and pay back what each customer paid.")


def check_deposit_end(end: DepositEnd, held: HeldDeposit, today: date) -> DepositEnd:
    """What becomes of a deposit, as it is done. Raises :class:`InvalidInput` or one of its kinds."""
    check_range("fee", end.fee, 0, YEN[1])
    check_paid_back(end.way)
    day = clean_date("paid_back_on", end.paid_back_on, earliest_payment(today), today)
    return replace(end, paid_back_on=day if end.back(held) else "", taxable=end.taxable and end.fee > 0)
