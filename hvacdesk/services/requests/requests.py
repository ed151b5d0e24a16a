"""Customers' requests: received, identity checked, answered or refused, within the two weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hvacdesk.documents.requests.request_letter import draw_request_answer
from hvacdesk.domain.customers.customers import CustomerField, CustomerKind
from hvacdesk.domain.errors import ChangedMeanwhile, RecordGone
from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.requests.refusal_grounds import KEPT_BY_LAW, grounds_for
from hvacdesk.domain.requests.request_answers import WITHOUT_CHECK, check_true
from hvacdesk.domain.requests.requests import (
    OPEN_REQUESTS,
    STOPPING_KINDS,
    TAKES_FROM_WORK,
    IdentityCheck,
    NewRequest,
    NobodyConcerned,
    RequestAnswer,
    RequestDetail,
    RequestKind,
    RequestNotReady,
    RequestRow,
    RequestState,
    checked_answer,
    checked_identity,
    checked_request,
)
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.jobs.ahead import jobs_ahead_of
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.requests.erasure_requests import ErasureRequests, require_as_shown
from hvacdesk.services.requests.request_facts import read_detail, still_marked
from hvacdesk.services.requests.request_letter import letter_facts
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.office.office import drop_drafts_about
from hvacdesk.store.papers import office_images
from hvacdesk.store.requests import requests as store
from hvacdesk.store.requests import suspension

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, CustomerRequest


class Requests:
    """The register of requests of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.KEEP_REQUESTS)
    def all(self, actor: Actor) -> tuple[RequestRow, ...]:
        """Every request, those that wait for an answer first."""
        with self._workplace.reading() as session:
            return store.rows(session, self._workplace.today())

    @needs(Permission.FIND_CUSTOMERS)
    def of_customer(self, actor: Actor, customer: str) -> tuple[RequestRow, ...]:
        """A customer's requests."""
        with self._workplace.reading() as session:
            row = customer_store.current(session, customer)
            return store.rows(session, self._workplace.today(), customer=row)

    @needs(Permission.KEEP_REQUESTS)
    def detail(self, actor: Actor, request: str) -> RequestDetail:
        """One request with what was said in it. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            row = store.get(session, request)
            return replace(read_detail(self._workplace, session, row), ahead=self._ahead(session, row))

    @nothing_without(Permission.KEEP_REQUESTS)
    def waiting(self, actor: Actor) -> int:
        """How many requests wait for an answer."""
        return len(self._open(actor))

    @nothing_without(Permission.KEEP_REQUESTS)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """The answers that are due, by the request's number."""
        return tuple(
            Duty(
                DutyKind.REQUEST,
                date.fromisoformat(row.due_on),
                row.number,
                row.request,
                untouched=row.state is RequestState.RECEIVED,
            )
            for row in self._open(actor)
        )

    @needs(Permission.KEEP_REQUESTS)
    def receive(self, actor: Actor, new: NewRequest) -> str:
        """Enter a request and return its record id; from its day on the two weeks run.

        Raises:
            InvalidInput: a day to come, or nobody named where the customer is unknown or a firm.
        """
        with self._workplace.transaction() as session:
            customer = customer_store.get(session, new.customer) if new.customer else None
            firm = customer is not None and customer.kind == CustomerKind.ORGANISATION
            checked = checked_request(new, self._workplace.today(), firm=firm)
            row = store.add(session, checked, customer, actor.account)
            self._record(session, actor, Action.REQUEST_RECEIVED, row, request_kind=row.kind)
            return row.record_id

    @needs(Permission.KEEP_REQUESTS)
    def correct(self, actor: Actor, request: str, new: NewRequest, *, shown: NewRequest) -> None:
        """Put right what was noted of a request, as long as it is not answered; what changed is logged.

        Whose request it is stays as it is. Where another person asks than was noted, or for somebody else,
        the identity is checked again. What colleagues have half-typed about it stays: their forms say what is
        noted by now.

        Args:
            shown: what was noted when the correction was begun.

        Raises:
            ChangedMeanwhile: something else is noted by now.
            InvalidInput: as :meth:`receive`.
            RequestNotReady: it is answered.
            WrongState: it was for an erasure that is being carried out already.
        """
        with self._workplace.transaction() as session:
            row = self._waiting_one(session, request)
            require_as_shown(self._workplace, session, row, shown)
            customer = customer_store.known(session, row.customer_id)
            firm = customer is not None and customer.kind == CustomerKind.ORGANISATION
            former = row.kind
            known = replace(new, customer=customer.record_id if customer is not None else "")
            changed = store.correct(session, row, checked_request(known, self._workplace.today(), firm=firm))
            if not changed:
                return
            if former is RequestKind.ERASURE and row.kind != former and customer is not None:
                ErasureRequests(self._workplace).withdraw(session, actor, customer)
            if {"by_agent", "name", "person"} & set(changed):
                store.forget_identity(row)
            self._record(session, actor, Action.REQUEST_CORRECTED, row, fields=sorted(changed))

    @needs(Permission.KEEP_REQUESTS)
    def assign(self, actor: Actor, request: str, customer: str, *, shown: NewRequest) -> None:
        """Say which customer a request of somebody unknown is about.

        By what that person was known says nothing of whether they are this customer: it is checked again.

        Args:
            shown: what was noted when the customer was sought: who asks, above all.

        Raises:
            ChangedMeanwhile: something else is noted by now, perhaps another person.
            RequestNotReady: it is answered, or belongs to a customer.
        """
        with self._workplace.transaction() as session:
            row = self._waiting_one(session, request)
            if row.customer_id is not None:
                raise RequestNotReady
            require_as_shown(self._workplace, session, row, shown)
            store.assign(session, row, customer_store.get(session, customer))
            store.forget_identity(row)
            self._record(session, actor, Action.REQUEST_ASSIGNED, row)

    @needs(Permission.KEEP_REQUESTS)
    def check_identity(
        self,
        actor: Actor,
        request: str,
        check: IdentityCheck,
        *,
        shown: NewRequest,
        known_by: IdentityCheck | None,
    ) -> None:
        """Note by what the person was known; the number of a document is never asked for.

        Args:
            shown: what was noted of the request: who asks, above all.
            known_by: by what they were known when this was begun, if they were.

        Raises:
            ChangedMeanwhile: something else is noted by now, perhaps another person, or another check.
            InvalidInput: a check that does not fit the one who asks: the person, or somebody for them.
            RequestNotReady: it is answered.
        """
        with self._workplace.transaction() as session:
            row = self._waiting_one(session, request)
            require_as_shown(self._workplace, session, row, shown)
            if row.identity != known_by:
                raise ChangedMeanwhile
            checked = checked_identity(check, by_agent=row.by_agent)
            store.note_identity(row, checked, self._workplace.today(), actor.account)
            self._record(session, actor, Action.REQUEST_CHECKED, row, identity=row.identity)

    @needs(Permission.ANSWER_REQUESTS)
    def answer(
        self,
        actor: Actor,
        request: str,
        answer: RequestAnswer,
        *,
        shown: NewRequest,
        ahead: Sequence[tuple[str, str, str]] = (),
    ) -> None:
        """Answer or refuse; an answer says what was done, so it is possible only after that.

        A suspension that is granted locks the customer's record at once, a stop of provision lets nothing of
        it be given to a third party any more, and an erasure that is refused for another reason than a law
        is not asked for any more.

        Args:
            shown: what was noted when the answer was decided on.
            ahead: the jobs that were shown as still to be done, as planned; a suspension is not granted
                over others.

        Raises:
            ChangedMeanwhile: something else is noted by now, perhaps another kind of request, or a job was
                booked for the customer or moved meanwhile.
            RequestNotReady: the person's identity was not checked, or it is answered already.
            NobodyConcerned: nothing can be done for somebody unknown.
            InvalidInput: a refusal without a ground that fits.
            AnswerNotTrue: what the answer says has not happened.
        """
        with self._workplace.transaction() as session:
            row = self._waiting_one(session, request)
            require_as_shown(self._workplace, session, row, shown)
            kind = row.kind
            checked = checked_answer(kind, answer, frozenset(one.code for one in grounds_for(kind)))
            refused = checked.outcome is None
            if row.state != RequestState.CHECKED and not (refused and checked.ground in WITHOUT_CHECK):
                raise RequestNotReady
            if not row.customer_number and not refused:
                raise NobodyConcerned
            check_true(read_detail(self._workplace, session, row), checked)
            if kind is RequestKind.SUSPENSION and not refused:
                self._require_shown(session, row, ahead)
            store.note_answer(session, row, checked, self._workplace.today(), actor.account)
            drop_drafts_about(session, row.record_id)
            action = Action.REQUEST_REFUSED if refused else Action.REQUEST_ANSWERED
            said = {"outcome": row.outcome or "", "ground": row.ground}
            self._record(session, actor, action, row, request_kind=row.kind, **said)
            if refused and checked.ground != KEPT_BY_LAW:
                self._ask_no_more(session, actor, row)
            if kind in STOPPING_KINDS and not refused:
                self._stop(session, actor, row, kind)

    @needs(Permission.KEEP_REQUESTS)
    def withdraw(self, actor: Actor, request: str, *, shown: NewRequest) -> None:
        """Note that the person withdrew the request; an erasure that it began is sent back.

        Of a request for erasure that has ended already, the customer's mark alone is taken away, should one
        be left although nobody asks for it.

        Args:
            shown: what was noted when this was begun.

        Raises:
            ChangedMeanwhile: something else is noted by now.
            RequestNotReady: it is answered.
            WrongState: the erasure is being carried out already.
        """
        with self._workplace.transaction() as session:
            if still_marked(session, row := store.get(session, request)):
                self._ask_no_more(session, actor, row)
                return
            row = self._waiting_one(session, request)
            require_as_shown(self._workplace, session, row, shown)
            store.note_withdrawn(row, self._workplace.today(), actor.account)
            drop_drafts_about(session, row.record_id)
            self._ask_no_more(session, actor, row)
            self._record(session, actor, Action.REQUEST_WITHDRAWN, row)

    @needs(Permission.ANSWER_REQUESTS)
    def lift(self, actor: Actor, request: str) -> None:
        """Lift a suspension, or a stop of provision; the record opens once no other suspension binds it.

        Raises:
            RequestNotReady: the request stops nothing.
        """
        with self._workplace.transaction() as session:
            row = store.get(session, request)
            customer, kind = self._concerned(session, row), row.kind
            if kind not in STOPPING_KINDS or row not in store.in_force(session, kind, [customer.id]):
                raise RequestNotReady
            store.note_lifted(session, row, self._workplace.today(), actor.account)
            if kind is RequestKind.PROVISION_STOP:
                self._record(session, actor, Action.PROVISION_ALLOWED, row)
                return
            if not store.in_force(session, kind, [customer.id]):
                suspension.unlock(session, customer)
            self._record(session, actor, Action.SUSPENSION_LIFTED, row)

    @needs(Permission.ANSWER_REQUESTS)
    def erase_words(self, actor: Actor, request: str) -> None:
        """Delete what was said in a finished request of somebody unknown, whom no disposal would reach.

        Raises:
            RequestNotReady: it waits for an answer, or belongs to a customer, with whose data it is deleted.
        """
        with self._workplace.transaction() as session:
            row = store.get(session, request)
            if row.state in OPEN_REQUESTS or row.customer_id is not None:
                raise RequestNotReady
            if store.erase_words(session, row):
                self._record(session, actor, Action.REQUEST_FORGOTTEN, row)

    @needs(Permission.ANSWER_REQUESTS)
    def letter(self, actor: Actor, request: str, words: Words) -> bytes:
        """The answer as a letter to look at, with the name in full; that it was shown is logged.

        Raises:
            RequestNotReady: there is no answer yet.
        """
        with self._workplace.transaction() as session:
            row = self._answered_one(session, request)
            self._record(
                session,
                actor,
                Action.PAPER_SHOWN,
                row,
                document=Action.ANSWER_PRINTED.value,
                fields=[CustomerField.NAME.value],
            )
            facts = letter_facts(self._workplace, session, row)
            return draw_request_answer(facts, words, office_images.letterhead(session))

    @needs(Permission.ANSWER_REQUESTS)
    def letter_printed(self, actor: Actor, request: str) -> None:
        """Note that the printer took the answer. Raises :class:`RequestNotReady` where there is none."""
        with self._workplace.transaction() as session:
            self._record(session, actor, Action.ANSWER_PRINTED, self._answered_one(session, request))

    def _ahead(self, session: Session, row: CustomerRequest) -> tuple[JobAhead, ...]:
        """The work that the request would stop, or has stopped: nobody hears of it from anywhere else."""
        customer = customer_store.known(session, row.customer_id)
        stops = row.state in OPEN_REQUESTS or bool(customer and customer.suspended_on)
        if customer is None or row.kind not in TAKES_FROM_WORK or not stops:
            return ()
        return jobs_ahead_of(session, customer)

    def _require_shown(
        self, session: Session, row: CustomerRequest, shown: Sequence[tuple[str, str, str]]
    ) -> None:
        if {one.planned for one in self._ahead(session, row)}.difference(shown):
            raise ChangedMeanwhile

    def _stop(self, session: Session, actor: Actor, row: CustomerRequest, kind: RequestKind) -> None:
        """What a granted request stops, from today on."""
        customer = self._concerned(session, row)
        if kind is RequestKind.PROVISION_STOP:
            self._record(session, actor, Action.PROVISION_STOPPED, row)
            return
        suspension.lock(session, customer, self._workplace.today().isoformat())
        self._record(session, actor, Action.USE_SUSPENDED, row)
        self._workplace.after_commit(session, self._workplace.shared.forget_edits)

    def _ask_no_more(self, session: Session, actor: Actor, row: CustomerRequest) -> None:
        """Nobody asks for the erasure any more, so nothing of it may go on by itself."""
        if row.kind == RequestKind.ERASURE and row.customer_id is not None:
            erasures = ErasureRequests(self._workplace)
            erasures.withdraw(session, actor, self._concerned(session, row))

    def _open(self, actor: Actor) -> tuple[RequestRow, ...]:
        if not actor.may(Permission.KEEP_REQUESTS):
            return ()
        with self._workplace.reading() as session:
            return store.open_requests(session, self._workplace.today())

    def _waiting_one(self, session: Session, request: str) -> CustomerRequest:
        row = store.get(session, request)
        if row.state not in OPEN_REQUESTS:
            raise RequestNotReady
        return row

    def _answered_one(self, session: Session, request: str) -> CustomerRequest:
        row = store.get(session, request)
        if row.state not in {RequestState.ANSWERED, RequestState.REFUSED}:
            raise RequestNotReady
        return row

    def _concerned(self, session: Session, row: CustomerRequest) -> Customer:
        customer = customer_store.known(session, row.customer_id)
        if customer is None:
            raise RecordGone
        return customer

    def _record(
        self, session: Session, actor: Actor, action: Action, row: CustomerRequest, **details: Any
    ) -> None:
        """One entry, in the customer's history where there is a customer."""
        customer = customer_store.known(session, row.customer_id)
        subject = f"customer:{customer.record_id}" if customer else f"request:{row.record_id}"
        self._workplace.record(session, actor, action, subject, number=row.number, **details)
