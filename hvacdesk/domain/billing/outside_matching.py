"""Which jobs another program's invoices are for: proposals for a person to confirm, and what follows.

A proposal is certain only by a handle: the invoice's number is noted at a job, or the file names the number
of one job. Then the name has to agree, the sums have to be the same, the days have to follow each other, and
nothing may contradict. Names, sums and days alone only propose. What a confirmation changes is worked out
from the job's events as they are, so that the same file a second time changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hvacdesk.domain.bank.payer_names import PayerName, comparable_payer, legal_form
from hvacdesk.domain.billing.invoices import is_own_number
from hvacdesk.domain.billing.outside_doubts import (
    DONE,
    HARMLESS,
    KnownJob,
    OutsideReason,
    by_what_was_asked,
    days_follow,
    is_asked,
    is_noted_payment,
    name_doubts,
    noted_yen,
    other_doubts,
    sum_doubts,
)
from hvacdesk.domain.billing.outside_invoices import (
    NO_INVOICES,
    InvoiceFile,
    OutsideInvoice,
    flat_text,
    names_number,
    number_key,
)
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.domain.text.wording import phrase
from hvacdesk.domain.text.written_names import without_honorific

_JOB_NUMBER = re.compile(r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2}-[0-9]{6})(?![0-9])")


class JobBilledHere(InvalidInput):
    """The job's invoice was made in this program."""

    what = phrase("Errors", "Job {number} was billed in this program.")
    todo = phrase("Errors", "Book its payment under Payments, or choose another job.")


class NotedElsewhere(InvalidInput):
    """The invoice number is noted at a job that was not chosen."""

    what = phrase("Errors", "Invoice {number} is noted at job {job} already.")
    todo = phrase("Errors", "Choose that job too, or remove the invoice there first.")


class PaidBeforeIssued(InvalidInput):
    """A day of payment without the day of the invoice."""

    what = phrase("Errors", "The day of the invoice is not known.")
    todo = phrase("Errors", "Import the list of invoices first, or enter the day of the invoice.")


class DoubtedMeanwhile(InvalidInput):
    """Something of the jobs' customers speaks against it that the person who decided was not shown.

    Attributes:
        reasons: what it is.
    """

    what = phrase("Errors", "Something speaks against it that was not known when the file was read.")
    todo = phrase("Errors", "Read the file again, and look at what speaks against it.")

    def __init__(
        self, field: str, reasons: tuple[OutsideReason, ...], *, part: str = "", **details: object
    ) -> None:
        super().__init__(field, part=part, **details)
        self.reasons = reasons


@dataclass(frozen=True)
class TakenInvoice:
    """An invoice as a person confirmed it: ISO days, ``settled_on`` empty where it is not paid."""

    number: str = field(repr=False)
    issued_on: str
    yen: int | None
    settled_on: str
    jobs: tuple[str, ...]

    @property
    def key(self) -> str:
        return number_key(self.number)


@dataclass(frozen=True)
class JobChange:
    """What follows at one job; all empty where everything is known already."""

    struck: tuple[JobEvent, ...] = ()
    added: tuple[JobEvent, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.struck or self.added)

    def after(self, events: Iterable[JobEvent]) -> list[JobEvent]:
        """The job's events once it is made."""
        return [*(one for one in events if one not in self.struck), *self.added]


def change_of(taken: TakenInvoice, job: KnownJob) -> JobChange:
    """What a confirmed invoice changes at a job, as its events are now.

    An event that was noted by hand without a number becomes the one of this invoice where its day is the
    same; any other stays beside it, and the later day counts. With several jobs the sum is not said of each.
    Raises :class:`PaidBeforeIssued`.
    """
    struck: list[JobEvent] = []
    added: list[JobEvent] = []
    yen = taken.yen if len(taken.jobs) == 1 else None
    invoice = _noted(taken.key, job.of(EventKind.INVOICE), taken.issued_on)
    if taken.issued_on:
        _put(JobEvent(EventKind.INVOICE, taken.issued_on, taken.number, yen), invoice, struck, added)
    elif invoice is None:
        raise PaidBeforeIssued("issued_on")
    if taken.settled_on:
        noted = _noted(taken.key, job.of(EventKind.SETTLEMENT), taken.settled_on)
        _put(JobEvent(EventKind.SETTLEMENT, taken.settled_on, taken.number, yen), noted, struck, added)
    return JobChange(tuple(struck), tuple(added))


def _noted(key: str, events: Sequence[JobEvent], on: str) -> JobEvent | None:
    """The event of this invoice: by its number, or without a number on the same day."""
    numbered = [one for one in events if one.number and number_key(one.number) == key]
    if numbered:
        return numbered[-1]
    return next((one for one in events if not one.number and one.on == on), None)


def _put(event: JobEvent, noted: JobEvent | None, struck: list[JobEvent], added: list[JobEvent]) -> None:
    """Note an event; a noted one that says as much stays as it was written."""
    if noted is not None:
        if noted.on == event.on and (noted.number or not event.number):
            return
        struck.append(noted)
        amount = noted.amount if event.amount is None else event.amount
        event = JobEvent(event.kind, event.on, noted.number or event.number, amount)
    added.append(event)


def state_by(events: Sequence[JobEvent], state: JobState, added: Iterable[JobEvent] = ()) -> JobState:
    """Where a job is by its events: a done one with an invoice is billed, and paid once each of them is.

    A payment that was noted without a number may be of any invoice. It pays one without a number; one with a
    number only where it is all that a person called the job paid by.

    Args:
        added: the events that were just noted: another invoice that is open takes "paid" back.
    """
    invoices = [one for one in events if one.kind is EventKind.INVOICE]
    settled = [one for one in events if one.kind is EventKind.SETTLEMENT]
    if state not in DONE or not invoices:
        return state
    if state is JobState.PAID and not (settled and any(one.kind is EventKind.INVOICE for one in added)):
        return state
    keys = {number_key(one.number) for one in settled if one.number}
    if numbered := {number_key(one.number) for one in invoices if one.number}:
        by_hand = len(settled) if state is JobState.PAID and not keys else 0
        return JobState.PAID if len(numbered - keys) <= by_hand else JobState.INVOICED
    return JobState.PAID if sum(not one.number for one in settled) >= len(invoices) else JobState.INVOICED


@dataclass(frozen=True)
class OutsideProposal:
    """An invoice of the file with the jobs that it may be for.

    Attributes:
        jobs: record ids; empty where a person has to choose.
        candidates: jobs to choose from, the likeliest first.
        certain: whether it may be taken over with all others that are.
    """

    invoice: OutsideInvoice
    jobs: tuple[str, ...]
    candidates: tuple[str, ...] = ()
    reasons: frozenset[OutsideReason] = frozenset()
    certain: bool = False

    def taken(self) -> TakenInvoice:
        """As it is proposed."""
        told = self.invoice
        return TakenInvoice(told.number, told.issued_on, told.yen, told.settled_on, self.jobs)


@dataclass(frozen=True)
class EarlierImport:
    """A file that was taken over before: stamp and staff of the last time, and how many invoices of it."""

    at: str
    by: str
    invoices: int


@dataclass(frozen=True)
class FileMark:
    """By what a file is known again: its SHA-256; how many customers it names, and where it is."""

    digest: str
    customers: int
    place: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True)
class OutsideProposals:
    """A file that was read, with what its invoices may be for.

    Attributes:
        known: how many invoices say nothing new.
        void_noted: numbers of invoices that are void in the other program and noted at a job here.
        jobs: every job that a proposal names, and all that wait for an invoice; by record id.
        names: customers by record id, as the reader may see them.
        earlier: whether this same file was taken over before.
    """

    file: InvoiceFile
    mark: FileMark
    proposals: tuple[OutsideProposal, ...]
    known: int = 0
    void_noted: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    jobs: Mapping[str, KnownJob] = field(default_factory=dict)
    names: Mapping[str, Masked] = field(default_factory=dict, repr=False)
    earlier: tuple[EarlierImport, ...] = ()


def job_numbers_in(text: str) -> frozenset[str]:
    """The job numbers that a text names in full, such as 2026-000037."""
    return frozenset(_JOB_NUMBER.findall(plain(text).replace(" -", "-").replace("- ", "-")))


class _KnownBooks:
    """What is known of jobs and names, by what it is looked for."""

    def __init__(self, jobs: Iterable[KnownJob], names: Iterable[PayerName]) -> None:
        self.jobs = {one.job: one for one in jobs}
        self.by_number = {one.number: one for one in self.jobs.values()}
        self.by_key = defaultdict[str, list[KnownJob]](list)
        self.waiting = defaultdict[str, list[KnownJob]](list)
        self.of_contractor = defaultdict[str, list[KnownJob]](list)
        for one in self.jobs.values():
            for key in one.keys:
                self.by_key[key].append(one)
            if one.unbilled and not one.locked:
                for customer in one.customers:
                    self.waiting[customer].append(one)
                if one.contractor:
                    self.of_contractor[comparable_payer(one.contractor)].append(one)
        self.named = defaultdict[str, list[PayerName]](list)
        for name in names:
            self.named[name.name].append(name)

    def customers(self, written: str) -> frozenset[str]:
        """Record ids of those whom a whole name may be."""
        return frozenset(one.customer for one in self._named(written) if one.sure)

    def _named(self, written: str) -> list[PayerName]:
        bare = without_honorific(written)
        form = legal_form(bare)
        known = self.named.get(comparable_payer(bare), ()) if bare else ()
        return [one for one in known if one.fits(form)]

    def of_name(self, written: str) -> list[KnownJob]:
        """The jobs that wait for an invoice and are of this name."""
        found = {job.job: job for who in self.customers(written) for job in self.waiting.get(who, ())}
        contractor = self.of_contractor.get(comparable_payer(without_honorific(written)), ())
        found.update({job.job: job for job in contractor if written})
        return list(found.values())

    def of_family(self, written: str) -> list[KnownJob]:
        """The jobs that wait for an invoice and are of somebody of this family name."""
        family = {one.customer for one in self._named(written) if not one.sure}
        return list({job.job: job for who in family for job in self.waiting.get(who, ())}.values())

    def fits(self, written: str, job: KnownJob) -> bool:
        """Whether the name is one of the job's."""
        firm = comparable_payer(without_honorific(written))
        return bool(self.customers(written) & job.customers) or (
            bool(firm and job.contractor) and firm == comparable_payer(job.contractor)
        )


def propose(
    file: InvoiceFile, jobs: Iterable[KnownJob], names: Iterable[PayerName]
) -> tuple[tuple[OutsideProposal, ...], int]:
    """What each invoice of a file may be for, and how many say nothing new."""
    books = _KnownBooks(jobs, names)
    found = [_proposal(one, books) for one in file.invoices]
    proposals = [one for one in found if one is not None]
    beside = _beside(file, proposals, books)
    return tuple(map(beside, proposals)), len(found) - len(proposals)


def _beside(
    file: InvoiceFile, proposals: Iterable[OutsideProposal], books: _KnownBooks
) -> Callable[[OutsideProposal], OutsideProposal]:
    """What the other rows of the file make doubtful.

    Several new invoices of one job contradict each other, as they would if they came one after the other;
    and so does a credit note. A row of the job that was not taken may ask for something that is still open.
    """
    new = Counter(job for one in proposals if OutsideReason.JOB_NUMBER in one.reasons for job in one.jobs)
    credited = _jobs_in(file.credit_subjects, books)
    credits_of = flat_text("|".join(file.credit_subjects))
    untaken = [one for one in file.refused if one.because not in NO_INVOICES]
    refused = _jobs_in([f"{one.number}\n{one.subject}" for one in untaken], books)
    refused_keys = {number_key(one.number) for one in untaken}

    def doubted(one: OutsideProposal) -> OutsideProposal:
        doubts = set[OutsideReason]()
        if OutsideReason.JOB_NUMBER in one.reasons and any(new[job] > 1 for job in one.jobs):
            doubts.add(OutsideReason.OTHER_NUMBER)
        key = one.invoice.key
        if key in file.credited or names_number(credits_of, key) or not credited.isdisjoint(one.jobs):
            doubts.add(OutsideReason.CREDITED)
        if key in refused_keys or not refused.isdisjoint(one.jobs):
            doubts.add(OutsideReason.ROW_REFUSED)
        return replace(one, reasons=one.reasons | doubts, certain=False) if doubts else one

    return doubted


def _jobs_in(texts: Iterable[str], books: _KnownBooks) -> set[str]:
    """Record ids of the known jobs that texts name by number."""
    return {job.job for job in _named_jobs("\n".join(texts), books)}


def void_noted(file: InvoiceFile, jobs: Iterable[KnownJob]) -> tuple[tuple[str, str], ...]:
    """Invoice number and job number of what is noted here and void in the other program."""
    return tuple(
        (event.number, job.number)
        for job in jobs
        for event in job.of(EventKind.INVOICE)
        if event.number and number_key(event.number) in file.void
    )


def _proposal(told: OutsideInvoice, books: _KnownBooks) -> OutsideProposal | None:
    """None where everything that the file says is known."""
    if is_own_number(told.number):
        return OutsideProposal(told, (), reasons=frozenset({OutsideReason.OWN_NUMBER}))
    noted = books.by_key.get(told.key, [])
    by_subject = _named_jobs(told.subject, books)
    if noted:
        reasons = {OutsideReason.NUMBER_NOTED}
        if any(job not in noted for job in by_subject):
            reasons.add(OutsideReason.OTHER_JOB)
        return _of_handle(told, noted, reasons, books)
    by_number = [job for job in _named_jobs(told.number, books) if books.fits(told.customer, job)]
    handles = {job.job: job for job in (*by_subject, *by_number)}
    if handles:
        return _of_handle(told, list(handles.values()), {OutsideReason.JOB_NUMBER}, books)
    return _of_name(told, books)


def _named_jobs(text: str, books: _KnownBooks) -> list[KnownJob]:
    return [books.by_number[one] for one in sorted(job_numbers_in(text)) if one in books.by_number]


def _of_handle(
    told: OutsideInvoice, jobs: Sequence[KnownJob], reasons: set[OutsideReason], books: _KnownBooks
) -> OutsideProposal | None:
    """A proposal by a number that names its jobs."""
    chosen = tuple(job.job for job in jobs)
    noted = OutsideReason.NUMBER_NOTED in reasons
    reasons |= _handle_doubts(told, jobs)
    if OutsideReason.BILLED_HERE in reasons and not noted:
        return OutsideProposal(told, (), reasons=frozenset({OutsideReason.BILLED_HERE}))
    asked = noted_yen(told.key, jobs)
    told = by_what_was_asked(told, asked)
    reasons |= other_doubts(told, jobs) | name_doubts(told, jobs, books.fits) | sum_doubts(told, jobs, asked)
    if noted and is_noted_payment(told, jobs, asked):
        reasons.discard(OutsideReason.NO_NAME)
    if not all(days_follow(told, job) for job in jobs):
        reasons.add(OutsideReason.UNLIKELY_DAY)
    taken = TakenInvoice(told.number, told.issued_on, told.yen, told.settled_on, chosen)
    try:
        changes = [change_of(taken, job) for job in jobs]
    except PaidBeforeIssued:
        reasons.add(OutsideReason.NO_INVOICE_DAY)
        return OutsideProposal(told, chosen, chosen, frozenset(reasons))
    if any(_other_day(change, job) for job, change in zip(jobs, changes, strict=True)):
        reasons.add(OutsideReason.OTHER_DAY)
    follows = [
        state_by(change.after(job.events), job.state, change.added) is not job.state
        for job, change in zip(jobs, changes, strict=True)
    ]
    if not any((*changes, *follows)) and noted and not is_asked(told, jobs, asked, reasons):
        return None
    if not noted and any(job.state not in DONE for job in jobs):
        reasons.add(OutsideReason.NOT_DONE)
    if not noted and any(job.keys for job in jobs):
        reasons.add(OutsideReason.OTHER_NUMBER)
    certain = reasons <= HARMLESS and any((*changes, *follows))
    return OutsideProposal(told, chosen, chosen, frozenset(reasons), certain)


def _handle_doubts(told: OutsideInvoice, jobs: Sequence[KnownJob]) -> set[OutsideReason]:
    """What makes a number doubtful as a handle, or its jobs as what it is for."""
    found = {
        OutsideReason.BILLED_HERE: any(job.billed_here for job in jobs),
        OutsideReason.ROW_NUMBER: not told.number_is_plain,
        OutsideReason.SEVERAL_JOBS: len(jobs) > 1,
    }
    return {reason for reason, holds in found.items() if holds}


def _other_day(change: JobChange, job: KnownJob) -> bool:
    """Whether a day that is noted would become another one, or get one without a number beside it."""
    days = {(one.kind, one.on) for one in change.added}
    kinds = {one.kind for one in change.added}
    replaced = any((one.kind, one.on) not in days for one in change.struck)
    return replaced or any(
        one.kind in kinds and not one.number for one in job.events if one not in change.struck
    )


def _of_name(told: OutsideInvoice, books: _KnownBooks) -> OutsideProposal:
    """A proposal by the customer's name: the only job that fits, or the only one of that sum."""
    if not told.issued_on:
        reasons = {OutsideReason.NO_INVOICE_DAY, *other_doubts(told, ())}
        return OutsideProposal(told, (), reasons=frozenset(reasons))
    fitting = [job for job in books.of_name(told.customer) if _is_before(job, told)]
    if not fitting and (family := [job for job in books.of_family(told.customer) if _is_before(job, told)]):
        return _of_family(told, family)
    fitting.sort(key=lambda job: (bool(job.of(EventKind.INVOICE)), _sums_differ(told, job), job.number))
    same_day = [job for job in fitting if any(one.on == told.issued_on for one in job.of(EventKind.INVOICE))]
    bare = [job for job in fitting if not job.of(EventKind.INVOICE)]
    same_sum = [job for job in bare if not _sums_differ(told, job)]
    chosen, reason = list[KnownJob](), OutsideReason.SEVERAL if fitting else OutsideReason.UNKNOWN
    for likely, because in (
        (same_day, OutsideReason.NAME_AND_DAY),
        (same_sum, OutsideReason.NAME_AND_SUM),
        (bare, OutsideReason.NAME),
    ):
        if len(likely) == 1:
            chosen, reason = likely, because
            break
    return OutsideProposal(
        told,
        tuple(job.job for job in chosen),
        tuple(job.job for job in fitting),
        frozenset({reason, *other_doubts(told, chosen)}),
    )


def _of_family(told: OutsideInvoice, family: Sequence[KnownJob]) -> OutsideProposal:
    """A family name may be anybody's of that family: a person chooses."""
    ordered = sorted(family, key=lambda job: (_sums_differ(told, job), job.number))
    return OutsideProposal(
        told,
        (),
        tuple(job.job for job in ordered),
        frozenset({OutsideReason.FAMILY_NAME, *other_doubts(told, ())}),
    )


def _is_before(job: KnownJob, told: OutsideInvoice) -> bool:
    return job.done_on <= told.issued_on


def _sums_differ(told: OutsideInvoice, job: KnownJob) -> bool:
    return told.yen is None or job.agreed_yen != told.yen
