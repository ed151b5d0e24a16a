"""What speaks against an invoice of another program being a job's, or being paid: a person looks at that.

What is compared are the names, the sums and the days; what the file leaves out is a doubt as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.bank.payer_names import comparable_payer
from hvacdesk.domain.billing.outside_invoices import MOST_FEE, OutsideInvoice, PaidState, number_key
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.domain.text.written_names import without_honorific

DONE = frozenset({JobState.DONE, JobState.INVOICED, JobState.PAID})
"""States of a job of which an invoice asks for the whole."""

LIKELY_WITHIN = timedelta(days=183)
"""So long after the work its invoice is likely, and its payment after that; later ones are asked about."""


class OutsideReason(StrEnum):
    """Why a job is proposed, or why it is not certain."""

    NUMBER_NOTED = "number_noted"
    JOB_NUMBER = "job_number"
    NAME_AND_DAY = "name_and_day"
    NAME_AND_SUM = "name_and_sum"
    NAME = "name"
    SEVERAL = "several"
    OTHER_NAME = "other_name"
    OTHER_DAY = "other_day"
    OTHER_NUMBER = "other_number"
    OTHER_SUM = "other_sum"
    OTHER_JOB = "other_job"
    SEVERAL_JOBS = "several_jobs"
    ROW_NUMBER = "row_number"
    UNLIKELY_DAY = "unlikely_day"
    NO_NAME = "no_name"
    NO_SUM = "no_sum"
    SUSPENDED = "suspended"
    CREDITED = "credited"
    ROW_REFUSED = "row_refused"
    NOT_DONE = "not_done"
    BILLED_HERE = "billed_here"
    PART_HERE = "part_here"
    OWN_NUMBER = "own_number"
    NO_INVOICE_DAY = "no_invoice_day"
    NO_PAID_DAY = "no_paid_day"
    PAID_UNSURE = "paid_unsure"
    NOT_PAID_THERE = "not_paid_there"
    PART_PAID = "part_paid"
    DISPOSAL = "disposal"
    REDUCED = "reduced"
    FAMILY_NAME = "family_name"
    UNKNOWN = "unknown"


OUTSIDE_REASON_NAMES: dict[OutsideReason, Phrase] = {
    OutsideReason.UNLIKELY_DAY: phrase("Billing", "the days do not fit the work"),
    OutsideReason.SUSPENDED: phrase("Billing", "the customer's data is suspended"),
    OutsideReason.SEVERAL: phrase("Billing", "several jobs of this customer"),
    OutsideReason.OTHER_NAME: phrase("Billing", "another customer's name"),
    OutsideReason.OTHER_DAY: phrase("Billing", "another day is noted"),
    OutsideReason.OTHER_NUMBER: phrase("Billing", "the job has another invoice"),
    OutsideReason.OTHER_SUM: phrase("Billing", "another sum was noted or agreed"),
    OutsideReason.OTHER_JOB: phrase("Billing", "the file names another job"),
    OutsideReason.SEVERAL_JOBS: phrase("Billing", "several jobs are named"),
    OutsideReason.ROW_NUMBER: phrase("Billing", "the number may only count the rows"),
    OutsideReason.NO_NAME: phrase("Billing", "no customer's name in the file"),
    OutsideReason.NO_SUM: phrase("Billing", "the sum of the payment is not told"),
    OutsideReason.CREDITED: phrase("Billing", "a credit note is in the file too"),
    OutsideReason.ROW_REFUSED: phrase("Billing", "another row of it was not taken"),
    OutsideReason.NOT_DONE: phrase("Billing", "the work is not done"),
    OutsideReason.BILLED_HERE: phrase("Billing", "the job was billed in this program"),
    OutsideReason.PART_HERE: phrase("Billing", "a part was billed in this program"),
    OutsideReason.OWN_NUMBER: phrase("Billing", "a number as this program gives them"),
    OutsideReason.NO_INVOICE_DAY: phrase("Billing", "payment of an invoice that is not known here"),
    OutsideReason.NO_PAID_DAY: phrase("Billing", "paid, but the day is missing"),
    OutsideReason.PAID_UNSURE: phrase("Billing", "the payment is not clear"),
    OutsideReason.NOT_PAID_THERE: phrase("Billing", "paid here, open there"),
    OutsideReason.PART_PAID: phrase("Billing", "paid in part"),
    OutsideReason.DISPOSAL: phrase("Billing", "the customer is in a disposal under way"),
    OutsideReason.REDUCED: phrase("Billing", "the customer was reduced to the ledger"),
    OutsideReason.FAMILY_NAME: phrase("Billing", "the family name alone does not decide"),
    OutsideReason.UNKNOWN: phrase("Billing", "no job of this name waits for an invoice"),
    OutsideReason.NUMBER_NOTED: phrase("Billing", "the invoice is noted at the job"),
    OutsideReason.JOB_NUMBER: phrase("Billing", "job number"),
    OutsideReason.NAME_AND_DAY: phrase("Billing", "customer, and the day that is noted"),
    OutsideReason.NAME_AND_SUM: phrase("Billing", "customer and sum"),
    OutsideReason.NAME: phrase("Billing", "customer"),
}
"""What is open comes first, the handle last: a narrow column shows the beginning alone."""


HARMLESS = frozenset({OutsideReason.NUMBER_NOTED, OutsideReason.JOB_NUMBER, OutsideReason.PART_PAID})
"""Reasons that leave a proposal certain; each other one is a person's to decide."""

_OPEN_QUESTIONS = frozenset(
    {
        OutsideReason.NO_PAID_DAY,
        OutsideReason.PAID_UNSURE,
        OutsideReason.NOT_PAID_THERE,
        OutsideReason.OTHER_JOB,
    }
)
"""What keeps an invoice in sight although nothing of it is new."""


@dataclass(frozen=True)
class KnownJob:
    """What the matching knows of a job.

    Attributes:
        job, customers: record ids; the customers are the payer and who ordered the work.
        payer: record id of whom an invoice would ask.
        contractor: the firm in whose name the work was done, if it was.
        agreed_yen: the sum that was agreed, if it is known.
        events: those of money that no invoice of this program tells of.
        billed_here: whether an invoice of this program asks for the whole of it; ``part_here``: whether one
            asks, or asked, for a share of it.
        locked: whether a customer's data is suspended: then nobody's name is compared.
        reduced: whether one was reduced to the ledger: what went is not brought back unasked.
        going: whether a disposal under way takes one of them along.
    """

    job: str
    number: str
    state: JobState
    customers: frozenset[str]
    payer: str
    contractor: str = field(default="", repr=False)
    done_on: str = ""
    agreed_yen: int | None = None
    events: tuple[JobEvent, ...] = field(default=(), repr=False)
    billed_here: bool = False
    part_here: bool = False
    locked: bool = False
    reduced: bool = False
    going: bool = False

    def of(self, kind: EventKind) -> tuple[JobEvent, ...]:
        """Its events of a kind."""
        return tuple(one for one in self.events if one.kind is kind)

    @property
    def keys(self) -> frozenset[str]:
        """The invoice numbers that are noted, as they are compared."""
        return frozenset(number_key(one.number) for one in self.of(EventKind.INVOICE) if one.number)

    @property
    def unbilled(self) -> bool:
        """Whether it is done and waits for the number of its invoice."""
        return self.state in DONE and not (self.billed_here or self.reduced or self.keys)


def noted_yen(key: str, jobs: Sequence[KnownJob]) -> int | None:
    """The sum that was noted for an invoice at its only job."""
    if len(jobs) > 1:
        return None
    noted = [one for one in jobs[0].of(EventKind.INVOICE) if one.number and number_key(one.number) == key]
    return noted[-1].amount if noted else None


def by_what_was_asked(told: OutsideInvoice, asked: int | None) -> OutsideInvoice:
    """A list of payments does not say what was asked: less than is noted here pays a part of it."""
    if not told.settled_on or told.yen is not None or told.received is None or asked is None:
        return told
    if told.said_paid and asked - told.received > MOST_FEE:
        return replace(told, paid=PaidState.UNSURE, settled_on="")
    if told.received < asked and not told.said_paid:
        return replace(told, paid=PaidState.PART, settled_on="")
    return told


def name_doubts(
    told: OutsideInvoice, jobs: Sequence[KnownJob], fits: Callable[[str, KnownJob], bool]
) -> set[OutsideReason]:
    """What speaks against the name; that of somebody whose data is suspended is compared with none."""
    doubts = set[OutsideReason]()
    if not comparable_payer(without_honorific(told.customer)):
        doubts.add(OutsideReason.NO_NAME)
    elif not all(job.locked or fits(told.customer, job) for job in jobs):
        doubts.add(OutsideReason.OTHER_NAME)
    return doubts


def is_noted_payment(told: OutsideInvoice, jobs: Sequence[KnownJob], asked: int | None) -> bool:
    """Whether a list of payments that names nobody tells of just the sum of one job's noted invoice.

    Such lists hold number, day and sum alone; the number says by itself whose payment it is.
    """
    nobody = not told.customer and not told.issued_on
    return nobody and len(jobs) == 1 and asked is not None and told.received == asked


def sum_doubts(told: OutsideInvoice, jobs: Sequence[KnownJob], asked: int | None) -> set[OutsideReason]:
    """Whether a sum is another one than was noted or agreed, or a payment is told without any."""
    doubts = set[OutsideReason]()
    known = asked if asked is not None or len(jobs) > 1 else jobs[0].agreed_yen
    if told.sums_differ or (told.yen is not None and known is not None and told.yen != known):
        doubts.add(OutsideReason.OTHER_SUM)
    whole = known if told.yen is None else told.yen
    if told.last_paid_on and told.received is not None and whole is not None and told.received != whole:
        doubts.add(OutsideReason.OTHER_SUM)
    if told.settled_on and (whole is None if told.received is not None else not _is_told_paid(told)):
        doubts.add(OutsideReason.NO_SUM)
    return doubts


def _is_told_paid(told: OutsideInvoice) -> bool:
    """Whether a word says that the whole of a known sum is paid."""
    return told.said_paid and told.yen is not None


def days_follow(told: OutsideInvoice, job: KnownJob) -> bool:
    """Whether the days come after each other as they do: contract or work, invoice, payment; none to come."""
    if told.is_ahead:
        return False
    contracts = [one.on for one in job.of(EventKind.CONTRACT)]
    noted = [one.on for one in job.of(EventKind.INVOICE) if number_key(one.number) == told.key]
    begun = min(filter(None, (*contracts, job.done_on)), default="")
    issued = told.issued_on or max(noted, default="")
    if not _follows(issued, begun, job.done_on or begun):
        return False
    return not told.last_paid_on or _follows(told.last_paid_on, issued, issued)


def _follows(on: str, earliest: str, before: str) -> bool:
    """Whether a day is not before the earliest, and not long after the one before it; ISO days, all known."""
    if not (on and earliest and before):
        return False
    return earliest <= on and date.fromisoformat(on) <= date.fromisoformat(before) + LIKELY_WITHIN


def is_asked(
    told: OutsideInvoice, jobs: Sequence[KnownJob], asked: int | None, reasons: set[OutsideReason]
) -> bool:
    """Whether an invoice that changes nothing has to be shown: something is open, or it is another's."""
    if reasons & _OPEN_QUESTIONS:
        return True
    same_sum = asked is not None and asked == (told.received if told.yen is None else told.yen)
    if OutsideReason.OTHER_NAME in reasons and len(jobs) == 1 and not same_sum:
        return True
    if told.yen is not None and asked is not None and told.yen != asked:
        return True
    all_settled = all(_settled(told.key, job) for job in jobs)
    return OutsideReason.OTHER_SUM in reasons and bool(told.last_paid_on) and not all_settled


def other_doubts(told: OutsideInvoice, jobs: Sequence[KnownJob]) -> set[OutsideReason]:
    """What of the payment, or of the customer, a person has to look at."""
    doubts = set[OutsideReason]()
    all_settled = bool(jobs) and all(_settled(told.key, job) for job in jobs)
    if told.paid is PaidState.NO_DAY and not all_settled:
        doubts.add(OutsideReason.NO_PAID_DAY)
    if told.paid is PaidState.UNSURE:
        doubts.add(OutsideReason.PAID_UNSURE)
    if told.paid is PaidState.PART:
        doubts.add(OutsideReason.PART_PAID)
    noted = any(not one.number for job in jobs for one in job.of(EventKind.SETTLEMENT))
    paid_here = all_settled or noted or any(job.state is JobState.PAID for job in jobs)
    if paid_here and told.paid in {PaidState.OPEN, PaidState.PART}:
        doubts.add(OutsideReason.NOT_PAID_THERE)
    return doubts | customer_doubts(jobs)


def customer_doubts(jobs: Sequence[KnownJob]) -> set[OutsideReason]:
    """What of the jobs and their customers a person has to decide, whatever is noted at them."""
    found = {
        OutsideReason.PART_HERE: any(job.part_here for job in jobs),
        OutsideReason.SUSPENDED: any(job.locked for job in jobs),
        OutsideReason.DISPOSAL: any(job.going for job in jobs),
        OutsideReason.REDUCED: any(job.reduced for job in jobs),
    }
    return {reason for reason, holds in found.items() if holds}


def _settled(key: str, job: KnownJob) -> bool:
    events = job.of(EventKind.SETTLEMENT)
    return any(number_key(one.number) == key for one in events if one.number) or (
        len(job.of(EventKind.INVOICE)) == 1 and any(not one.number for one in events)
    )
