"""When personal data may and must be destroyed: the retention rules and the judgement over one customer.

The start of a period comes from the office's facts and recorded events, never from completion plus years.
Where a needed event is missing the answer is *undecidable, kept* and never *due*. Rules are data (a TOML
file with law, period, start event, source and date). Several may bind one customer: the latest end wins, and
until then each rule keeps only the fields that it names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.retention.record_fields import EVERY_FIELD, RecordField
from hvacdesk.domain.text.wording import Phrase, Words, phrase


class Standing(StrEnum):
    """The answer for a customer on a day.

    ``REDUCIBLE``: a law still needs some fields, nothing needs the others.
    """

    DUE = "due"
    REDUCIBLE = "reducible"
    KEPT = "kept"
    ON_HOLD = "on_hold"
    UNDECIDABLE = "undecidable"


STANDING_NAMES: dict[Standing, Phrase] = {
    Standing.DUE: phrase("Retention", "Due"),
    Standing.REDUCIBLE: phrase("Retention", "Reducible to the ledger"),
    Standing.KEPT: phrase("Retention", "Kept"),
    Standing.ON_HOLD: phrase("Retention", "On hold"),
    Standing.UNDECIDABLE: phrase("Retention", "Undecidable, kept"),
}


class Start(StrEnum):
    """What a rule's clock starts from.

    ``EVENT``: the event itself. ``RETURN_DEADLINE``: the deadline of the tax return for the fiscal year that
    holds the event: two months after the year's end for a company (法人税法74条), or as many more as
    were granted (75条の2), 15 March of the next year for a sole proprietor (所得税法120条).
    ``TAX_PERIOD``: two months after the end of the tax period, the fiscal year (消費税法30条).
    ``CLOSING``: the end of that fiscal year (会社法432条).
    """

    EVENT = "event"
    RETURN_DEADLINE = "return_deadline"
    TAX_PERIOD = "tax_period"
    CLOSING = "closing"


class Binding(StrEnum):
    """Which jobs a rule binds.

    ``ORDERED``: ordered and not cancelled, or invoiced anyway. ``NOT_ORDERED``: all others, and customers
    without any job. ``DOCUMENTED``: ordered ones, and others for which an estimate was issued or a contract
    made: what was written for a deal is kept even if the deal came to nothing. ``RECORDED``: jobs for
    which the rule's event is recorded.
    """

    ORDERED = "ordered"
    NOT_ORDERED = "not_ordered"
    DOCUMENTED = "documented"
    RECORDED = "recorded"


class Circumstance(StrEnum):
    """A fact without which a rule does not bind: of the office, of the job or of the customer."""

    CONSTRUCTION_LICENCE = "construction_licence"
    ELECTRICAL_REGISTRATION = "electrical_registration"
    INVOICE_ISSUER = "invoice_issuer"
    BOOKS_HERE = "books_here"
    ELECTRICAL_WORK = "electrical_work"
    RECYCLED_APPLIANCE = "recycled_appliance"
    NEW_HOUSING = "new_housing"
    DIRECT_ORDER = "direct_order"
    DRAWINGS = "drawings"
    ASBESTOS_SURVEY = "asbestos_survey"
    COSTS_APART = "costs_apart"
    MANIFEST_ISSUED = "manifest_issued"
    PAYMENT_DETAILS = "payment_details"


CIRCUMSTANCE_NAMES: dict[Circumstance, Phrase] = {
    Circumstance.CONSTRUCTION_LICENCE: phrase("Retention", "the office has a construction licence"),
    Circumstance.ELECTRICAL_REGISTRATION: phrase("Retention", "the office keeps the electrical-work ledger"),
    Circumstance.INVOICE_ISSUER: phrase("Retention", "the office issues qualified invoices"),
    Circumstance.BOOKS_HERE: phrase("Retention", "these records serve as the accounting books"),
    Circumstance.ELECTRICAL_WORK: phrase("Retention", "electrical work was done"),
    Circumstance.RECYCLED_APPLIANCE: phrase("Retention", "an appliance was taken for recycling"),
    Circumstance.NEW_HOUSING: phrase("Retention", "work on a house that is being built"),
    Circumstance.DIRECT_ORDER: phrase("Retention", "ordered by the customer directly"),
    Circumstance.DRAWINGS: phrase("Retention", "drawings or meeting records were made"),
    Circumstance.ASBESTOS_SURVEY: phrase("Retention", "an asbestos survey was made"),
    Circumstance.COSTS_APART: phrase("Retention", "an estimate names material and labour apart"),
    Circumstance.MANIFEST_ISSUED: phrase("Retention", "a waste manifest was issued"),
    Circumstance.PAYMENT_DETAILS: phrase("Retention", "payment details are held"),
}


OFFICE_RULE = "社内の決まり"
"""Written in place of a law where the office itself decided how long it keeps something."""

_OFFICE_RULE_NAME = phrase("Retention", "Office rule")


def legal_ground(law: str, words: Words) -> str:
    """What to say of a rule's law: a law has its Japanese name everywhere, the office's own rule is told."""
    return words(_OFFICE_RULE_NAME) if law == OFFICE_RULE else law


@dataclass(frozen=True)
class RetentionRule:
    """One duty or office rule.

    Attributes:
        code: stable name, as recorded in the ledger.
        events: what the clock starts from: the first of these that is recorded. ``CONTACT`` means the last
            contact with the customer.
        also: events whose documents the rule keeps too, where they are recorded. Each counts from its
            own day, and the latest end binds. Without an order they are all that there is to count from.
        years, months: the period. It begins on the day after the start (民法140条).
        loss_years: the years instead of ``years`` where the event's fiscal year closed with a loss; 0 where
            that makes no difference.
        legal_forms: the office's legal forms that the rule binds; empty for all.
        needs: circumstances that must all be there.
        keeps: the fields that the rule needs.
        source, as_of: where the rule was read, and when (ISO date or month).
    """

    code: str
    title: Phrase
    law: str
    events: tuple[EventKind, ...]
    start: Start
    years: int
    months: int
    binds: Binding
    source: str
    as_of: str
    legal_forms: frozenset[str] = frozenset()
    needs: frozenset[Circumstance] = frozenset()
    keeps: frozenset[RecordField] = EVERY_FIELD
    loss_years: int = 0
    also: tuple[EventKind, ...] = ()
    version: int = 1

    @property
    def by_law(self) -> bool:
        """Whether a law asks for the record, and not only the office."""
        return self.law != OFFICE_RULE


@dataclass(frozen=True)
class JobFacts:
    """What the retention rules ask of a job.

    ``cancelled_on``: the day on which it was cancelled; None while it is not, or where nobody noted the day.
    """

    number: str
    state: JobState
    events: tuple[JobEvent, ...] = ()
    circumstances: frozenset[Circumstance] = frozenset()
    cancelled_on: date | None = None

    def days(self, kind: EventKind) -> tuple[date, ...]:
        """The days of the events of a kind: a job may be invoiced in parts."""
        return tuple(date.fromisoformat(event.on) for event in self.events if event.kind is kind)


@dataclass(frozen=True)
class HoldRecord:
    """A hold, which postpones a disposal; ``until`` is its last day, None if it holds until it is lifted."""

    until: date | None

    def binds(self, day: date) -> bool:
        """Whether the hold is in force on a day."""
        return self.until is None or day <= self.until


@dataclass(frozen=True)
class CustomerFacts:
    """What the retention rules ask of a customer.

    Attributes:
        jobs: those in which the customer has any part.
        held: the fields that may hold something: fewer after a reduction, and without payment details where
            there are none.
        erasure_asked_on: the day on which the customer asked for erasure; the office's own rules keep nothing
            from then on.
        documents: days on which invoices and credit notes were issued (``INVOICE``), and on which payments
            were booked and receipts made out (``SETTLEMENT``), whatever became of them later, and of no
            matter which job.
    """

    jobs: tuple[JobFacts, ...] = ()
    holds: tuple[HoldRecord, ...] = ()
    last_contact: date | None = None
    held: frozenset[RecordField] = EVERY_FIELD
    erasure_asked_on: date | None = None
    documents: tuple[JobEvent, ...] = ()

    @property
    def pays_by_details(self) -> bool:
        """Whether payment details are held."""
        return RecordField.PAYMENT in self.held


@dataclass(frozen=True)
class Reason:
    """Why one rule says what it says.

    Attributes:
        keep_until: the last day of the period, or None when it cannot be told.
        keeps: the fields that the rule needs until then.
        missing: the event that is not recorded, when it cannot be told.
        job_number: the job that the reason is about, or empty.
        start, years, months: from what the period is counted, and how long it is.
        in_progress: the event is missing because it is not time for it yet, which nobody has to mend.
        of_documents: counted from what was already issued, paid or receipted, of no matter which job.
        of_cancellation: counted from the day on which the job was cancelled, as its own event never comes.
    """

    rule: str
    title: Phrase
    law: str
    started_on: date | None
    keep_until: date | None
    keeps: frozenset[RecordField] = EVERY_FIELD
    missing: EventKind | None = None
    job_number: str = ""
    in_progress: bool = False
    start: Start = field(default=Start.EVENT, compare=False)
    years: int = field(default=0, compare=False)
    months: int = field(default=0, compare=False)
    of_documents: bool = field(default=False, compare=False)
    of_cancellation: bool = field(default=False, compare=False)

    def runs(self, day: date) -> bool:
        """Whether the rule still needs its fields on a day."""
        return self.keep_until is None or day <= self.keep_until


@dataclass(frozen=True)
class RetentionVerdict:
    """The answer with every reason, latest end first.

    Attributes:
        keep_until: the last day on which anything must be kept; None when it cannot be told.
        goes: the fields that may be destroyed now: all held when due, some when reducible, otherwise none.
        held_back: the fields that running rules keep of what is held.
    """

    standing: Standing
    keep_until: date | None
    reasons: tuple[Reason, ...]
    goes: frozenset[RecordField] = frozenset()
    held_back: frozenset[RecordField] = EVERY_FIELD
