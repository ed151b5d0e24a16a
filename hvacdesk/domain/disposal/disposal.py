"""Disposal: what a month-end review decides about each customer, and what is said of the result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.disposal.place_decisions import KeptPlaces
from hvacdesk.domain.disposal.shredding import ShredFacts
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import RetentionVerdict
from hvacdesk.domain.text.wording import Phrase, phrase


class Decision(StrEnum):
    """What the reviewer chooses for one customer. ``REDUCE``: only what a law still needs stays."""

    DESTROY = "destroy"
    REDUCE = "reduce"
    KEEP = "keep"
    HOLD = "hold"


DECISION_NAMES: dict[Decision, Phrase] = {
    Decision.DESTROY: phrase("Disposal", "Destroy"),
    Decision.REDUCE: phrase("Disposal", "Reduce to the ledger"),
    Decision.KEEP: phrase("Disposal", "Keep"),
    Decision.HOLD: phrase("Disposal", "Hold disposal"),
}


class BatchState(StrEnum):
    """A batch goes forward through these states; ``REJECTED`` and the three results are final."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"
    DESTROYING = "destroying"
    REJECTED = "rejected"
    VERIFIED = "verified"
    EXCEPTIONS = "exceptions"
    FAILED = "failed"


UNFINISHED = (BatchState.DESTROYING, BatchState.APPROVED, BatchState.PROPOSED, BatchState.DRAFT)
"""States in which a batch waits for somebody, the most pressing first."""

RESULTS = frozenset({BatchState.VERIFIED, BatchState.EXCEPTIONS, BatchState.FAILED})
"""What a batch that was carried out ends in."""

BATCH_STATE_NAMES: dict[BatchState, Phrase] = {
    BatchState.DRAFT: phrase("Disposal", "Being reviewed"),
    BatchState.PROPOSED: phrase("Disposal", "Waiting for approval"),
    BatchState.APPROVED: phrase("Disposal", "Approved"),
    BatchState.DESTROYING: phrase("Disposal", "Interrupted while destroying"),
    BatchState.REJECTED: phrase("Disposal", "Sent back"),
    BatchState.VERIFIED: phrase("Disposal", "Verified as erased"),
    BatchState.EXCEPTIONS: phrase("Disposal", "Verified with exceptions"),
    BatchState.FAILED: phrase("Disposal", "Could not be verified"),
}


class Blocker(StrEnum):
    """Why a customer who is due cannot be destroyed yet."""

    OPEN_JOB = "open_job"
    COPY_OUT = "copy_out"
    PAPER_OUT = "paper_out"
    PAPER_HELD = "paper_held"
    UNPAID_INVOICE = "unpaid_invoice"
    DRAFT_INVOICE = "draft_invoice"
    CREDIT_LEFT = "credit_left"
    DEPOSIT_HELD = "deposit_held"
    CASH_OUT = "cash_out"
    CALL_BACK_OPEN = "call_back_open"
    PLAN_ACTIVE = "plan_active"
    INCIDENT_OPEN = "incident_open"
    REQUEST_OPEN = "request_open"
    HANDED_OUT = "handed_out"


BLOCKER_NAMES: dict[Blocker, Phrase] = {
    Blocker.OPEN_JOB: phrase("Disposal", "A job is still open"),
    Blocker.COPY_OUT: phrase("Disposal", "A paper copy has not come back"),
    Blocker.PAPER_OUT: phrase("Disposal", "A paper about this customer has not come back"),
    Blocker.PAPER_HELD: phrase("Disposal", "A paper of the customer's own has not been returned"),
    Blocker.UNPAID_INVOICE: phrase("Disposal", "An invoice is not settled"),
    Blocker.DRAFT_INVOICE: phrase("Disposal", "The draft of an invoice waits to be issued"),
    Blocker.CREDIT_LEFT: phrase("Disposal", "Money of the customer is left over"),
    Blocker.DEPOSIT_HELD: phrase("Disposal", "What becomes of a cancelled job's deposit is not said"),
    Blocker.CASH_OUT: phrase("Disposal", "Cash that was collected has not been handed in"),
    Blocker.CALL_BACK_OPEN: phrase("Disposal", "A call note is still open"),
    Blocker.PLAN_ACTIVE: phrase("Disposal", "Recurring work is still agreed"),
    Blocker.INCIDENT_OPEN: phrase("Disposal", "An incident about this customer's data is still open"),
    Blocker.REQUEST_OPEN: phrase("Disposal", "A request of this customer is not answered yet"),
    Blocker.HANDED_OUT: phrase("Disposal", "A partner firm has not confirmed return or destruction"),
}

BLOCKER_STEPS: dict[Blocker, Phrase] = {
    Blocker.OPEN_JOB: phrase("Disposal", "Finish the job, or cancel it."),
    Blocker.COPY_OUT: phrase("Disposal", "Fetch the copy back, and note what became of it."),
    Blocker.PAPER_OUT: phrase("Disposal", "Fetch the paper back, and note what became of it."),
    Blocker.PAPER_HELD: phrase("Disposal", "Give the paper back to the customer, and note it."),
    Blocker.UNPAID_INVOICE: phrase("Disposal", "Book the payment of the invoice, or note it in the job."),
    Blocker.DRAFT_INVOICE: phrase("Disposal", "Issue the draft, or delete it."),
    Blocker.CREDIT_LEFT: phrase("Disposal", "Use what was paid too much for an invoice, or pay it back."),
    Blocker.DEPOSIT_HELD: phrase("Disposal", "Say under “Billing”, “Open”, whether it goes back or is kept."),
    Blocker.CASH_OUT: phrase("Disposal", "Count the cash under “Payments”, or take the payment back."),
    Blocker.CALL_BACK_OPEN: phrase("Disposal", "See to the call, and close its note."),
    Blocker.PLAN_ACTIVE: phrase("Disposal", "End the recurring work."),
    Blocker.INCIDENT_OPEN: phrase("Disposal", "Bring the incident to its end."),
    Blocker.REQUEST_OPEN: phrase("Disposal", "Answer the other request first."),
    Blocker.HANDED_OUT: phrase("Disposal", "Ask the firm, and note the return or the destruction."),
}
"""What is to be done next about each."""


@dataclass(frozen=True)
class Decided:
    """What was decided about one customer of a review, and the hold that is in force."""

    decision: Decision
    hold_reason: str = ""
    hold_until: str = ""


@dataclass(frozen=True)
class ReviewRow:
    """One customer in the review.

    Attributes:
        last_job: ISO date and work kind of the last job, or empty.
        verdict: what the retention rules say today, with every reason.
        decision: what the reviewer chose so far.
        papers_to_shred: kept papers of every kind that must be shredded first.
    """

    customer: str
    number: str
    name: Masked
    last_job_on: str
    last_job_kind: Phrase | None
    verdict: RetentionVerdict
    blockers: tuple[Blocker, ...]
    decision: Decision
    papers_to_shred: int
    hold_reason: str = ""
    hold_until: str = ""

    @property
    def decided(self) -> Decided:
        """What a decision about the customer is made from."""
        return Decided(self.decision, self.hold_reason, self.hold_until)


@dataclass(frozen=True)
class Review:
    """The month's review: the customers who are due, reducible, undecidable or on hold, and all counts.

    Attributes:
        call_notes: call notes without a customer that are destroyed with the batch.
        call_notes_open: such notes that are still open, and stay whatever their age.
        on_request: whether it is no month's review, but what one customer asked for.
        number: the batch's own, which is printed on its certificate.
        first_day: of an approved batch, the first day on which it may be carried out.
    """

    batch: str
    state: BatchState
    month: str
    due: int
    reducible: int
    kept: int
    on_hold: int
    undecided: int
    papers_out: int
    rows: tuple[ReviewRow, ...]
    proposed_by: str = ""
    approved_by: str = ""
    call_notes: int = 0
    call_notes_open: int = 0
    on_request: bool = False
    first_day: date | None = None
    number: str = ""

    def chosen(self, *decisions: Decision) -> int:
        """For how many customers one of these was decided."""
        return sum(row.decision in decisions for row in self.rows)

    @property
    def decisions(self) -> dict[str, Decision]:
        """What was decided about each customer."""
        return {row.customer: row.decision for row in self.rows}

    @property
    def carried_out(self) -> int:
        """How many customers the batch is to destroy or to reduce."""
        return self.chosen(Decision.DESTROY, Decision.REDUCE)

    @property
    def number_to_type(self) -> int:
        """What arms the destruction: the number of customers, or of call notes where there is no customer."""
        return self.carried_out or self.call_notes


@dataclass(frozen=True)
class PaperToShred:
    """A kept paper of a customer in the batch; it must be shredded before the customer is destroyed.

    Attributes:
        paper: record id of a work order's copy or of any other paper.
        code: what a scanner types; ``number`` is printed on it.
        name: what it is.
        known_at, known_by: when and by whom it was registered as shredded before it was named once more.
    """

    paper: str
    code: str
    number: str
    name: Phrase
    shredded: bool
    known_at: str = ""
    known_by: str = ""


@dataclass(frozen=True)
class LedgerLine:
    """What was destroyed, without any of its content.

    Attributes:
        record: the destroyed record's id.
        categories: field categories and how many values of each were destroyed.
        keeps: the fields that were kept, where the customer was reduced; ``rule`` and ``law`` say why, until
            ``keeps_until``.
        witness: who saw the batch's papers shredded, if that was noted.
    """

    record: str
    customer_number: str
    categories: tuple[tuple[str, int], ...]
    rule: str
    law: str
    method: str
    result: BatchState
    destroyed_at: str
    certificate: str
    proposed_by: str
    approved_by: str
    keeps: tuple[RecordField, ...] = ()
    keeps_until: str = ""
    witness: str = ""


@dataclass(frozen=True)
class KeptFields:
    """What a certificate says of customers who were reduced: why, which fields stay, how many they are."""

    rule: str
    law: str
    fields: tuple[str, ...]
    customers: int


@dataclass(frozen=True)
class CertificateFacts:
    """What a certificate of disposal states.

    Attributes:
        result: one of the three results; nothing else may be certified.
        exceptions: each named; empty when verified.
        remnants: by code of :class:`~hvacdesk.domain.disposal.remnants.RemnantPlace` how many rows that were
            kept hold something of the destroyed where it does not belong; ``kept`` are those that were kept
            on purpose.
        cleaned, taken: in how many such places values were blacked out, and how many rows were destroyed too.
        customers: those who were destroyed as a whole; ``reduced`` says what was kept of the others.
        call_notes: call notes without a customer that were destroyed too.
        batch_number: the review's own number, which runs apart from the certificate's; empty on older ones.
        on_request: whether the customer had asked for it.
        pages, frames, values: how many database pages and log frames were decrypted and how many values
            sought.
        head: the audit log's last sequence number and hash.
        checkpoint: that head as a signed note (:mod:`hvacdesk.domain.oversight.checkpoints`); empty where it
            was not signed.
    """

    number: str
    office_name: str
    issued_on: str
    month: str
    customers: int
    records: int
    values: int
    rules: tuple[tuple[str, str, int], ...]
    copies_shredded: int
    method: Phrase
    pages: int
    frames: int
    result: BatchState
    exceptions: tuple[Phrase, ...]
    proposed_by: str
    proposed_on: str
    approved_by: str
    approved_on: str
    destroyed_at: str
    same_person: bool
    head_sequence: int
    head_hash: str
    reduced: tuple[KeptFields, ...] = ()
    shredding: ShredFacts | None = None
    call_notes: int = 0
    checkpoint: str = ""
    on_request: bool = False
    remnants: tuple[tuple[str, int], ...] = ()
    kept: tuple[KeptPlaces, ...] = ()
    cleaned: int = 0
    taken: int = 0
    batch_number: str = ""


@dataclass(frozen=True)
class DisposalResult:
    """How a destruction ended.

    Attributes:
        customers: how many were destroyed or reduced.
        call_notes: call notes without a customer that were destroyed.
        dropped: numbers of the customers that dropped out, because their standing had changed since approval.
    """

    batch: str
    state: BatchState
    certificate: str
    customers: int
    pages: int
    frames: int
    exceptions: tuple[Phrase, ...]
    dropped: tuple[str, ...] = ()
    call_notes: int = 0


@dataclass(frozen=True)
class DryRun:
    """What carrying a batch out now would do; nothing was changed to find it out.

    Attributes:
        customers, reduced: how many would be destroyed, and how many reduced.
        records, values: how many rows and personal values would be destroyed; a value that is in several
            places counts in each.
        sought: how many different values that is, without those that are too short to be searched for. So
            many the certificate says were searched for.
        dropped: numbers of the customers that would drop out, because their standing has changed.
        half_typed: how many of the records are forms that somebody left half typed.
    """

    customers: int
    reduced: int
    call_notes: int
    records: int
    values: int
    sought: int
    dropped: tuple[str, ...] = ()
    half_typed: int = 0


@dataclass(frozen=True)
class BatchRow:
    """One line of the list of past and present batches. ``on_request``: one that a customer asked for."""

    batch: str
    number: str
    month: str
    state: BatchState
    customers: int
    proposed_by: str
    approved_by: str
    certificate: str
    on_request: bool = False
