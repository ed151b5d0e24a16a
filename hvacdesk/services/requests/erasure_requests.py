"""A customer's request for erasure: the same path as the month's review, at once, for one customer.

The customer is asked about by record id or by the customer number printed on their copy, which is all that
is left once the data is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hvacdesk.documents.requests.erasure_requests import draw_erasure_answer
from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.errors import ChangedMeanwhile, RecordGone
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.print_view import ORGANISATION_HONORIFIC, PERSON_HONORIFIC
from hvacdesk.domain.requests.erasure_requests import (
    ErasureAnswer,
    ErasureOutcome,
    ErasurePaper,
    kept_by_law,
    outlook,
)
from hvacdesk.domain.requests.request_letter import name_at_firm
from hvacdesk.domain.requests.requests import (
    ERASABLE_REQUESTS,
    NewRequest,
    RequestDone,
    RequestKind,
    RequestNotReady,
)
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import HoldRecord, RetentionVerdict, Standing
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.disposal.certificates import facts_of
from hvacdesk.services.disposal.errors import WrongState
from hvacdesk.services.disposal.permission import READERS
from hvacdesk.services.permissions import needs
from hvacdesk.services.retention.retention import judged
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal import disposal_ledger, reduction
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import office_images
from hvacdesk.store.requests import requests
from hvacdesk.store.retention.retention import CustomerHistory

if TYPE_CHECKING:
    from hvacdesk.store.models import Certificate, Customer, CustomerRequest, DisposalLedgerRow

DECISIONS = {Standing.DUE: Decision.DESTROY, Standing.REDUCIBLE: Decision.REDUCE}
"""What is done for a customer who asked, by what the laws say."""

_ADDRESSEE_LIMIT = 120

_OUTCOMES = {
    BatchState.VERIFIED: ErasureOutcome.ERASED,
    BatchState.EXCEPTIONS: ErasureOutcome.ERASED,
    BatchState.FAILED: ErasureOutcome.UNCONFIRMED,
    BatchState.DESTROYING: ErasureOutcome.UNDER_WAY,
}

_UNSETTLED = frozenset({BatchState.FAILED, BatchState.DESTROYING})


class ErasureRequests:
    """Requests for erasure in an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*READERS)
    def answer(self, actor: Actor, customer: str) -> ErasureAnswer:
        """What can be told to a customer, by record id or number; before a request: what would happen.

        Raises:
            RecordGone: neither the register nor the ledger knows the customer.
        """
        with self._workplace.reading() as session:
            return self.answer_within(session, customer.strip())

    @needs(Permission.PROPOSE_DISPOSAL)
    def erase_on_request(self, actor: Actor, request: str, *, shown: NewRequest) -> ErasureAnswer:
        """Note that the customer asked for erasure, and begin it as far as no law and nothing open stops it.

        The answer's ``batch`` is a disposal of this one customer, still being reviewed: papers, proposal,
        approval by another person, destruction and certificate follow as for every other. It is empty where
        nothing may go now; the answer says why, and asking again later begins it. From the request on only
        laws keep anything of the customer, in every review.

        Args:
            request: record id of the request, of a known customer whose identity was checked.
            shown: what was noted of it when the erasure was decided on.

        Raises:
            ChangedMeanwhile: something else is noted by now.
            RequestNotReady: it asks for no erasure, was taken back or refused, or nobody known is concerned.
            RecordGone, CustomerMerged: there is no such request or customer any more.
        """
        with self._workplace.transaction() as session:
            asked = requests.get(session, request)
            if asked.state not in ERASABLE_REQUESTS or asked.customer_id is None:
                raise RequestNotReady
            require_as_shown(self._workplace, session, asked, shown)
            if asked.kind != RequestKind.ERASURE:
                raise RequestNotReady
            customer = customers.by_key(session, asked.customer_id).record_id
            row = customers.get(session, customer)
            customers.note_erasure_asked(session, row, asked.received_on)
            history, verdict = self._judge(session, row.id)
            blockers = standstills(session, [row.id])[row.id].blockers
            decision = DECISIONS.get(verdict.standing)
            batch = store.open_request_of(session, customer)
            if batch is None and decision is not None and not blockers:
                today = self._workplace.today()
                batch = store.new_request(session, f"{today:%Y-%m}", today.year)
                store.save_decision(session, batch, row, decision, verdict.reasons[0].rule)
            self._workplace.record(
                session,
                actor,
                Action.ERASURE_ASKED,
                f"customer:{history.record_id}",
                asked_on=row.erasure_asked_on,
                standing=verdict.standing.value,
                batch=batch.record_id if batch else "",
            )
            return self.answer_within(session, customer)

    def withdraw(self, session: Session, actor: Actor, row: Customer) -> None:
        """Note that the customer withdraws the request; a disposal that it began is sent back.

        Raises:
            WrongState: the disposal is being carried out already.
        """
        batch = store.open_request_of(session, row.record_id)
        if batch is not None:
            if batch.state == BatchState.DESTROYING:
                raise WrongState
            store.reject(batch)
        if row.erasure_asked_on:
            customers.note_erasure_asked(session, row, "")
            self._workplace.record(session, actor, Action.ERASURE_WITHDRAWN, f"customer:{row.record_id}")

    @needs(*READERS)
    def answer_pdf(self, actor: Actor, customer: str, words: Words, addressee: str = "") -> ErasurePaper:
        """The answer to the customer as a PDF to look at; logged, since it may show the name in full.

        Args:
            addressee: the name to print; it is kept nowhere. Empty for the name in the register while there
                is one and the actor may see it, of a suspended customer who answers requests; otherwise a
                line to write it on.

        Raises:
            RecordGone: nobody knows the customer.
        """
        name = clean_line("addressee", addressee, limit=_ADDRESSEE_LIMIT)
        with self._workplace.transaction() as session:
            answer = self.answer_within(session, customer.strip())
            self._workplace.record(
                session,
                actor,
                Action.PAPER_SHOWN,
                f"customer:{answer.customer}",
                document=Action.ERASURE_ANSWERED.value,
                fields=[CustomerField.NAME.value],
            )
            pdf = draw_erasure_answer(
                answer,
                words,
                office_images.letterhead(session),
                addressee=name or _registered_name(session, actor, answer.customer),
                day=self._workplace.today().isoformat(),
            )
        return ErasurePaper(pdf, answer.customer, answer.outcome, answer.certificate)

    @needs(*READERS)
    def answer_printed(
        self, actor: Actor, customer: str, *, outcome: ErasureOutcome, certificate: str
    ) -> None:
        """Note that the printer took the answer, as it was drawn: another PC may have gone on since.

        Args:
            customer: record id, as ``outcome`` and ``certificate`` of an :class:`ErasurePaper`.

        Raises:
            RecordGone: nobody knows the customer, or the certificate is none of theirs.
        """
        with self._workplace.transaction() as session:
            self.answer_within(session, customer)
            lines = disposal_ledger.lines_of(session, customer)
            if certificate and all(line.certificate != certificate for line, _paper in lines):
                raise RecordGone
            self._workplace.record(
                session,
                actor,
                Action.ERASURE_ANSWERED,
                f"customer:{customer}",
                outcome=outcome.value,
                certificate=certificate,
            )

    def _judge(
        self, session: Session, key: int, *, as_if_asked: bool = False
    ) -> tuple[CustomerHistory, RetentionVerdict]:
        one = next(judged(self._workplace, session, [key], as_if_asked=as_if_asked))
        return one.customer, one.verdict

    def answer_within(
        self, session: Session, customer: str, *, since: str = "", settled: bool = False
    ) -> ErasureAnswer:
        """As :meth:`answer`, within a transaction, for an actor who is known to be allowed to read it.

        Args:
            since: the moment at which a request was entered; what was done before it is no answer to it.
            settled: that request was answered as carried out, so what came in later changes nothing of it.
        """
        row = _found(session, customer)
        lines = disposal_ledger.lines_of(session, row.record_id if row else customer)
        if row is not None:
            return self._of_living(session, row, lines, since, settled)
        if not lines:
            raise RecordGone
        line, certificate = lines[0]
        return _of_ledger(line, certificate)

    def _of_living(
        self,
        session: Session,
        row: Customer,
        lines: Sequence[tuple[DisposalLedgerRow, Certificate | None]],
        since: str,
        settled: bool,
    ) -> ErasureAnswer:
        history, verdict = self._judge(session, row.id, as_if_asked=True)
        standstill = standstills(session, [row.id])[row.id]
        batch = store.open_request_of(session, row.record_id)
        outcome = outlook(verdict, bool(standstill.blockers))
        held, goes = history.facts.held, verdict.goes
        line, paper = next(((line, paper) for line, paper in lines if line.keeps), (None, None))
        nothing_goes = bool(row.reduced_on) and outcome is ErasureOutcome.REFUSED
        if batch is not None:
            outcome, line = ErasureOutcome.UNDER_WAY, None
        # An earlier reduction is the answer only if nothing more can go, or it was given as one already.
        elif line is not None and (nothing_goes or settled) and _answers(line, since):
            outcome = _outcome(line, reduced=True)
            held = held if row.reduced_on else reduction.read(line.keeps)
            goes = frozenset(RecordField) - held
        else:
            line = None
        facts = facts_of(paper.facts) if line is not None and paper is not None else None
        return ErasureAnswer(
            customer=row.record_id,
            customer_number=row.number,
            outcome=outcome,
            asked_on=row.erasure_asked_on,
            goes=tuple(field for field in RecordField if field in goes),
            kept=kept_by_law(verdict, held, self._workplace.today()),
            blockers=tuple(sorted(standstill.blockers)),
            on_hold=verdict.standing is Standing.ON_HOLD,
            hold_until=_last_day(history.facts.holds, self._workplace.today()),
            papers_to_shred=standstill.to_shred,
            batch=batch.record_id if batch else "",
            certificate=line.certificate if line else "",
            done_on=_day(line.destroyed_at) if line else "",
            state=line.result if line else None,
            exceptions=facts.exceptions if facts else (),
        )


def _of_ledger(line: DisposalLedgerRow, certificate: Certificate | None) -> ErasureAnswer:
    """What is left of a customer whose data is gone."""
    return ErasureAnswer(
        customer=line.record,
        customer_number=line.customer_number,
        outcome=_outcome(line, reduced=False),
        goes=tuple(RecordField),
        batch=line.batch,
        certificate=line.certificate,
        done_on=_day(line.destroyed_at),
        state=line.result,
        exceptions=facts_of(certificate.facts).exceptions if certificate else (),
    )


def _answers(line: DisposalLedgerRow, since: str) -> bool:
    """Whether a reduction counts for a request: it came later, or is still to be confirmed."""
    return line.destroyed_at > since or line.result in _UNSETTLED


def _outcome(line: DisposalLedgerRow, *, reduced: bool) -> ErasureOutcome:
    outcome = _OUTCOMES[line.result]
    return ErasureOutcome.REDUCED if reduced and outcome is ErasureOutcome.ERASED else outcome


def require_as_shown(workplace: Workplace, session: Session, row: CustomerRequest, shown: NewRequest) -> None:
    """Raises :class:`ChangedMeanwhile`: a request reads otherwise than what was ``shown`` of it."""
    if requests.detail(session, row, workplace.today(), RequestDone()).noted != shown:
        raise ChangedMeanwhile


def _last_day(holds: Sequence[HoldRecord], today: date) -> str:
    """The last day on which a hold stops the disposal; empty where one lasts until it is lifted."""
    days = [hold.until for hold in holds if hold.binds(today)]
    return "" if None in days else max((day.isoformat() for day in days if day), default="")


def _day(moment: str) -> str:
    return office_day(moment_of(moment)).isoformat() if moment else ""


def _found(session: Session, customer: str) -> Customer | None:
    """The living customer of a record id or number, or the one in whom that one lives on."""
    record = customers.record_id_of(session, customer)
    return customers.current(session, record) if record else None


def _registered_name(session: Session, actor: Actor, customer: str) -> str:
    """The name in the register with its honorific, for those who may address documents.

    While the use of somebody's data is suspended they still get answers, as the law wants it, from those who
    answer requests; for all others the name is what it is everywhere else.
    """
    row = _found(session, customer) if actor.may_address else None
    if row is None or (row.suspended_on and not actor.may(Permission.ANSWER_REQUESTS)):
        return ""
    if row.organisation:
        asked = requests.last_asked(session, row, RequestKind.ERASURE)
        person = name_at_firm(row.organisation, *asked[:2], by_agent=asked.by_agent) if asked else None
        return person.line if person and person.name else f"{row.organisation} {ORGANISATION_HONORIFIC}"
    name = " ".join(filter(None, (row.family_name, row.given_name)))
    return f"{name} {PERSON_HONORIFIC}" if name else ""
