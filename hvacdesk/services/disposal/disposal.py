"""The disposals of an open office: one service in four parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.domain.disposal.copies_ahead import CopyAhead
from hvacdesk.domain.disposal.disposal import (
    BatchRow,
    CertificateFacts,
    Decision,
    DisposalResult,
    DryRun,
    LedgerLine,
    PaperToShred,
    Review,
    ReviewRow,
)
from hvacdesk.domain.disposal.place_decisions import (
    KeepReason,
    PlaceDecision,
    PlaceRef,
    PlaceTexts,
    PlaceToDecide,
)
from hvacdesk.domain.disposal.shredding import ShredFacts
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.requests.erasure_requests import ErasureAnswer
from hvacdesk.domain.retention.retention import RetentionVerdict
from hvacdesk.domain.retention.upcoming import MonthAhead
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal import copies_ahead as copies
from hvacdesk.services.disposal.approval import Approvals
from hvacdesk.services.disposal.certificates import Certificates
from hvacdesk.services.disposal.destruction import Destruction, Progress
from hvacdesk.services.disposal.permission import PART, READERS, may_destroy
from hvacdesk.services.disposal.place_decisions import Places
from hvacdesk.services.disposal.review import Reviews
from hvacdesk.services.permissions import anybody_logged_in, body_decides, needs, nothing_without
from hvacdesk.services.requests.erasure_requests import ErasureRequests
from hvacdesk.services.retention import retention_days
from hvacdesk.services.workplace import Workplace


def _nothing_in_memory() -> None:
    """Nothing of a customer is kept outside the database."""


class Disposal:
    """Everything about disposals, in the order of the work; each part tells what its steps raise.

    Args:
        forget: called when customers are gone, to drop what is held of them in memory.
    """

    def __init__(
        self, workplace: Workplace, backups: Backups, forget: Callable[[], None] = _nothing_in_memory
    ) -> None:
        self._workplace = workplace
        self._backups = backups
        self._requests = ErasureRequests(workplace)
        self._reviews = Reviews(workplace)
        self._places = Places(workplace)
        self._approvals = Approvals(workplace, self._places)
        self._destruction = Destruction(workplace, backups, forget)
        self._certificates = Certificates(workplace)

    @needs(Permission.FIND_CUSTOMERS)
    def verdict(self, actor: Actor, customer: str) -> RetentionVerdict:
        """What the rules say about one customer today; see :meth:`Reviews.verdict`."""
        return self._reviews.verdict(actor, customer)

    @needs(*READERS)
    def batches(self, actor: Actor) -> tuple[BatchRow, ...]:
        """Every batch, the newest first."""
        return self._reviews.batches(actor)

    @needs(*PART)
    def review(self, actor: Actor, month: str) -> Review:
        """The review of a month, ``YYYY-MM``, begun now or where it was left; see :meth:`Reviews.review`."""
        return self._reviews.review(actor, month)

    @needs(*PART)
    def open_batch(self, actor: Actor, batch: str) -> Review:
        """Any batch as it is; see :meth:`Reviews.open_batch`."""
        return self._reviews.open_batch(actor, batch)

    @needs(*PART)
    def months_ahead(self, actor: Actor) -> tuple[MonthAhead, ...]:
        """What comes due in the next twelve months; see :meth:`Reviews.months_ahead`."""
        return self._reviews.months_ahead(actor)

    @needs(Permission.READ_AUDIT)
    def mend_retention_days(self, actor: Actor) -> int:
        """Judge everybody and put kept days right; see :func:`retention_calendar.mend`."""
        return retention_days.mend(self._workplace)

    @needs(*PART)
    @body_decides("holds are set and lifted by who may hold")
    def decide(
        self,
        actor: Actor,
        batch: str,
        customer: str,
        decision: Decision,
        *,
        hold_reason: str = "",
        hold_until: str = "",
    ) -> None:
        """Decide about one customer of a draft; see :meth:`Reviews.decide`."""
        self._reviews.decide(actor, batch, customer, decision, hold_reason=hold_reason, hold_until=hold_until)

    @needs(*PART)
    def decide_all(
        self, actor: Actor, batch: str, customers: Sequence[str], decision: Decision
    ) -> tuple[ReviewRow, ...]:
        """Decide alike about many customers of a draft; see :meth:`Reviews.decide_all`."""
        return self._reviews.decide_all(actor, batch, customers, decision)

    @needs(*PART)
    def review_rows(self, actor: Actor, batch: str, customers: Sequence[str]) -> tuple[ReviewRow, ...]:
        """Some customers' rows as they are now; see :meth:`Reviews.rows`."""
        return self._reviews.rows(actor, batch, customers)

    @needs(*PART)
    def papers(self, actor: Actor, batch: str) -> tuple[PaperToShred, ...]:
        """The papers that go with the batch; see :meth:`Reviews.papers`."""
        return self._reviews.papers(actor, batch)

    @needs(*PART)
    def copies_ahead(self, actor: Actor) -> tuple[CopyAhead, ...]:
        """Which other copies a disposal will replace or cannot reach; see :func:`copies.copies_ahead`."""
        return copies.copies_ahead(self._workplace, self._backups, actor)

    @needs(*PART)
    def shredding(self, actor: Actor, batch: str) -> ShredFacts:
        """See :meth:`Reviews.shredding`."""
        return self._reviews.shredding(actor, batch)

    @needs(Permission.REGISTER_COPIES)
    def note_shredding(self, actor: Actor, batch: str, facts: ShredFacts) -> None:
        """See :meth:`Reviews.note_shredding`."""
        self._reviews.note_shredding(actor, batch, facts)

    @needs(Permission.REGISTER_COPIES)
    def shred(self, actor: Actor, batch: str, code: str) -> PaperToShred:
        """Register a scanned paper as shredded; see :meth:`Reviews.shred`."""
        return self._reviews.shred(actor, batch, code)

    @needs(*PART)
    def places(self, actor: Actor, batch: str) -> tuple[PlaceToDecide, ...]:
        """Places outside their records that hold something of those who go; see :meth:`Places.look`."""
        return self._places.look(actor, batch)

    @needs(*PART)
    @body_decides("who may not see what stands in a place can only keep it")
    def decide_places(
        self,
        actor: Actor,
        batch: str,
        refs: Sequence[PlaceRef],
        decision: PlaceDecision,
        reason: KeepReason | None = None,
    ) -> tuple[PlaceToDecide, ...]:
        """Decide alike about some of them; see :meth:`Places.decide`."""
        return self._places.decide(actor, batch, refs, decision, reason)

    @needs(*PART)
    @body_decides("the places that the actor may see")
    def place_text(self, actor: Actor, batch: str, ref: PlaceRef, reason: RevealReason) -> PlaceTexts:
        """The text of one of them, and what blacking out would leave; see :meth:`Places.text`."""
        return self._places.text(actor, batch, ref, reason)

    @needs(Permission.PROPOSE_DISPOSAL)
    def propose(self, actor: Actor, batch: str) -> None:
        """Hand the decisions to the approver; see :meth:`Reviews.propose`."""
        self._reviews.propose(actor, batch)

    @needs(*PART)
    def approvers(self, actor: Actor, batch: str) -> tuple[StaffMember, ...]:
        """Those who may approve the batch; see :meth:`Approvals.approvers`."""
        return self._approvals.approvers(actor, batch)

    @anybody_logged_in
    def only_one_eligible(self, actor: Actor) -> bool:
        """Whether nobody but the actor may approve disposals."""
        return self._approvals.only_one_eligible(actor)

    @needs(*PART)
    @body_decides("the approver named proves it by their passphrase, and may approve")
    def approve(
        self,
        actor: Actor,
        batch: str,
        approver_account: str,
        approver_passphrase: str,
        seen: Sequence[PlaceToDecide] = (),
    ) -> None:
        """Approve in the name of another person; see :meth:`Approvals.approve`."""
        self._approvals.approve(actor, batch, approver_account, approver_passphrase, seen)

    @needs(Permission.APPROVE_DISPOSAL)
    @body_decides("neither who proposed it, nor anybody before their first login")
    def approve_as(self, actor: Actor, batch: str, seen: Sequence[PlaceToDecide] = ()) -> None:
        """Approve from the approver's own session; see :meth:`Approvals.approve_as`."""
        self._approvals.approve_as(actor, batch, seen)

    @needs(Permission.APPROVE_DISPOSAL)
    @body_decides("where nobody else may approve, and on a later day than it was proposed")
    def confirm_alone(self, actor: Actor, batch: str, seen: Sequence[PlaceToDecide] = ()) -> None:
        """Confirm one's own proposal on a later day; see :meth:`Approvals.confirm_alone`."""
        self._approvals.confirm_alone(actor, batch, seen)

    @needs(*PART)
    def reject(self, actor: Actor, batch: str) -> None:
        """Send a batch back; see :meth:`Approvals.reject`."""
        self._approvals.reject(actor, batch)

    @nothing_without(Permission.APPROVE_DISPOSAL)
    def may_destroy(self, actor: Actor) -> bool:
        """Whether this session can carry a batch out; approved batches wait for a person responsible."""
        return actor.may(Permission.APPROVE_DISPOSAL) and may_destroy(self._workplace.vault)

    @needs(*PART)
    def dry_run(self, actor: Actor, batch: str) -> DryRun:
        """What carrying a batch out now would do; see :meth:`Destruction.dry_run`."""
        return self._destruction.dry_run(actor, batch)

    @needs(*PART)
    def destroy(
        self,
        actor: Actor,
        batch: str,
        typed_count: int,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> DisposalResult:
        """Carry out an approved batch, or finish an interrupted one; see :meth:`Destruction.destroy`."""
        return self._destruction.destroy(actor, batch, typed_count, progress, cancelled)

    @needs(Permission.PROPOSE_DISPOSAL)
    def erase_on_request(self, actor: Actor, customer: str, asked_on: str) -> ErasureAnswer:
        """Begin what a customer asked for; see :meth:`ErasureRequests.erase_on_request`."""
        return self._requests.erase_on_request(actor, customer, asked_on)

    @needs(Permission.PROPOSE_DISPOSAL)
    def withdraw_erasure(self, actor: Actor, customer: str) -> None:
        """Note that a customer takes the request back; see :meth:`ErasureRequests.withdraw`."""
        self._requests.withdraw(actor, customer)

    @needs(*READERS)
    def erasure_answer(self, actor: Actor, customer: str) -> ErasureAnswer:
        """What can be told to a customer, by record id or number; see :meth:`ErasureRequests.answer`."""
        return self._requests.answer(actor, customer)

    @needs(*READERS)
    def erasure_answer_pdf(self, actor: Actor, customer: str, words: Words, addressee: str = "") -> bytes:
        """The answer as a PDF; see :meth:`ErasureRequests.answer_pdf`."""
        return self._requests.answer_pdf(actor, customer, words, addressee)

    @needs(*READERS)
    def erasure_answer_printed(self, actor: Actor, customer: str) -> None:
        """Note that the printer took the answer; see :meth:`ErasureRequests.answer_printed`."""
        self._requests.answer_printed(actor, customer)

    @needs(*READERS)
    def certificate_of(self, actor: Actor, batch: str) -> CertificateFacts:
        """The facts of a batch's certificate; see :meth:`Certificates.certificate_of`."""
        return self._certificates.certificate_of(actor, batch)

    @needs(*READERS)
    def certificate_paper(self, actor: Actor, number: str, language: str) -> CertificatePaper:
        """A certificate as it was issued; see :meth:`Certificates.certificate_paper`."""
        return self._certificates.certificate_paper(actor, number, language)

    @needs(*READERS)
    def certificate_printed(self, actor: Actor, printed: CertificatePaper) -> None:
        """Note that a certificate left the printer."""
        self._certificates.certificate_printed(actor, printed)

    @needs(*READERS)
    def certificate_saved(self, actor: Actor, saved: CertificatePaper) -> None:
        """Note that a certificate was written into a file."""
        self._certificates.certificate_saved(actor, saved)

    @needs(Permission.READ_LEDGER)
    def ledger(self, actor: Actor, text: str = "") -> tuple[LedgerLine, ...]:
        """What was destroyed, newest first; see :meth:`Certificates.ledger`."""
        return self._certificates.ledger(actor, text)

    @needs(Permission.READ_LEDGER)
    def ledger_file(self, actor: Actor, text: str, words: Words) -> bytes:
        """See :meth:`Certificates.ledger_file`."""
        return self._certificates.ledger_file(actor, text, words)

    @needs(Permission.READ_LEDGER)
    def ledger_saved(self, actor: Actor, text: str) -> None:
        """See :meth:`Certificates.ledger_saved`."""
        self._certificates.ledger_saved(actor, text)
