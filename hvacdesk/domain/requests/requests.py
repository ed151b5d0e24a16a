"""What customers may ask of their data, from the day it arrives to the answer.

Source: 個人情報保護法 32–39 (notification of purpose, disclosure, correction, suspension, erasure), read in
2026-11.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.requests.erasure_requests import ErasureAnswer, ErasureOutcome
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, clean_date, clean_line, clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

ASKED_LIMIT = 2_000
LINE_LIMIT = 120


class RequestKind(StrEnum):
    """What is asked for."""

    DISCLOSURE = "disclosure"
    CORRECTION = "correction"
    SUSPENSION = "suspension"
    ERASURE = "erasure"
    PROVISION_STOP = "provision_stop"
    PURPOSE = "purpose"


REQUEST_KIND_NAMES: dict[RequestKind, Phrase] = {
    RequestKind.DISCLOSURE: phrase("Requests", "Disclosure"),
    RequestKind.CORRECTION: phrase("Requests", "Correction"),
    RequestKind.SUSPENSION: phrase("Requests", "Suspension of use"),
    RequestKind.ERASURE: phrase("Requests", "Erasure"),
    RequestKind.PROVISION_STOP: phrase("Requests", "No more provision to third parties"),
    RequestKind.PURPOSE: phrase("Requests", "Notification of purpose"),
}

REQUEST_LAWS: dict[RequestKind, str] = {
    RequestKind.DISCLOSURE: "個人情報保護法 第33条",
    RequestKind.CORRECTION: "個人情報保護法 第34条",
    RequestKind.SUSPENSION: "個人情報保護法 第35条",
    RequestKind.ERASURE: "個人情報保護法 第35条",
    RequestKind.PROVISION_STOP: "個人情報保護法 第35条第3項・第5項",
    RequestKind.PURPOSE: "個人情報保護法 第32条第2項",
}


STOPPING_KINDS = frozenset({RequestKind.SUSPENSION, RequestKind.PROVISION_STOP})
"""Requests whose answer does what was asked, and holds until it is lifted."""

TAKES_FROM_WORK = frozenset({RequestKind.SUSPENSION, RequestKind.ERASURE})
"""Requests that take away the data which work still to be done for the customer needs."""


class RequestState(StrEnum):
    """How far a request is."""

    RECEIVED = "received"
    CHECKED = "checked"
    ANSWERED = "answered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


REQUEST_STATE_NAMES: dict[RequestState, Phrase] = {
    RequestState.RECEIVED: phrase("Requests", "Received"),
    RequestState.CHECKED: phrase("Requests", "Identity checked"),
    RequestState.ANSWERED: phrase("Requests", "Answered"),
    RequestState.REFUSED: phrase("Requests", "Refused"),
    RequestState.WITHDRAWN: phrase("Requests", "Withdrawn"),
}

OPEN_REQUESTS = frozenset({RequestState.RECEIVED, RequestState.CHECKED})
"""States in which an answer is due."""

ERASABLE_REQUESTS = frozenset({RequestState.CHECKED, RequestState.ANSWERED})
"""States in which an erasure that was asked for is begun, also of one that an older program closed before."""


class RequestWay(StrEnum):
    """How the request came in, or how its answer went out."""

    COUNTER = "counter"
    PHONE = "phone"
    POST = "post"
    EMAIL = "email"


REQUEST_WAY_NAMES: dict[RequestWay, Phrase] = {
    RequestWay.COUNTER: phrase("Requests", "At the counter"),
    RequestWay.PHONE: phrase("Requests", "By phone"),
    RequestWay.POST: phrase("Requests", "By post"),
    RequestWay.EMAIL: phrase("Requests", "By e-mail"),
}


class IdentityCheck(StrEnum):
    """How the person was identified. Only the kind is stored, never a document's number or picture."""

    LICENCE = "licence"
    MY_NUMBER_CARD = "my_number_card"
    PASSPORT = "passport"
    RESIDENCE_CARD = "residence_card"
    INSURANCE = "insurance"
    CALL_BACK = "call_back"
    KNOWN = "known"
    AGENT_MANDATE = "agent_mandate"
    LEGAL_GUARDIAN = "legal_guardian"


IDENTITY_NAMES: dict[IdentityCheck, Phrase] = {
    IdentityCheck.LICENCE: phrase("Requests", "Driving licence"),
    IdentityCheck.MY_NUMBER_CARD: phrase("Requests", "My Number card (front only)"),
    IdentityCheck.PASSPORT: phrase("Requests", "Passport"),
    IdentityCheck.RESIDENCE_CARD: phrase("Requests", "Residence card"),
    IdentityCheck.INSURANCE: phrase("Requests", "Health-insurance certificate"),
    IdentityCheck.CALL_BACK: phrase("Requests", "Called back on the registered number"),
    IdentityCheck.KNOWN: phrase("Requests", "Known in person for years"),
    IdentityCheck.AGENT_MANDATE: phrase("Requests", "Agent: power of attorney and own document"),
    IdentityCheck.LEGAL_GUARDIAN: phrase("Requests", "Legal representative: register extract and document"),
}

AGENT_CHECKS = frozenset({IdentityCheck.AGENT_MANDATE, IdentityCheck.LEGAL_GUARDIAN})
"""Checks that fit a person who asks for somebody else, and only them."""

IDENTITY_SOURCE = "個人情報保護法 第37条、同法施行令 第12条・第13条"


class RequestOutcome(StrEnum):
    """What came of a request that was not refused."""

    GRANTED = "granted"
    PARTLY = "partly"


OUTCOME_NAMES: dict[RequestOutcome, Phrase] = {
    RequestOutcome.GRANTED: phrase("Requests", "Done as asked"),
    RequestOutcome.PARTLY: phrase("Requests", "Done in part"),
}


@dataclass(frozen=True)
class AnswerClock:
    """Within how many days a request is answered; the day on which it arrives does not count (民法 140条)."""

    days: int
    source: str
    as_of: str


ANSWER_CLOCK = AnswerClock(
    14,
    "個人情報保護法 第33条第2項「遅滞なく」、第39条第1項（到達から2週間を経過した後は訴えを提起できる）",
    "2026-11",
)


class RequestNotReady(UserFacingError):
    """The step does not fit how far the request is."""

    what = phrase("Errors", "This step does not fit the request as it is now.")
    todo = phrase("Errors", "Check the person's identity first; an answered request stays as it is.")


class NobodyConcerned(UserFacingError):
    """The request is not about a customer whom the office knows."""

    what = phrase("Errors", "No customer belongs to this request.")
    todo = phrase("Errors", "Assign the customer first, or answer that nothing is held.")


@dataclass(frozen=True)
class NewRequest:
    """A request as it comes in.

    Attributes:
        customer: record id, or empty for somebody unknown.
        by_agent: whether somebody asks for the person concerned.
        name, contact: of somebody unknown, or of the agent; ``asked``: in the person's own words.
        person: whose data it is, where neither the register nor ``name`` says so: of a firm in the register,
            or of somebody unknown for whom an agent asks. Only a natural person has these rights.
        received_on: ISO date.
    """

    kind: RequestKind
    way: RequestWay
    received_on: str
    customer: str = ""
    by_agent: bool = False
    name: str = ""
    contact: str = ""
    asked: str = ""
    person: str = ""


@dataclass(frozen=True)
class RequestAnswer:
    """How a request ends.

    Attributes:
        outcome: None where it is refused.
        ground: a code of the refusal grounds; needed for a refusal and for an answer in part.
        way: how the answer reaches the person.
        text: what else the letter says.
    """

    outcome: RequestOutcome | None
    way: RequestWay
    ground: str = ""
    text: str = ""


@dataclass(frozen=True)
class RequestRow:
    """One line of the register; dates are ISO dates, or empty.

    Attributes:
        request: record id.
        customer, customer_number: empty for somebody unknown.
        lifted_on: when a granted suspension, or a stop of provision, was lifted.
        in_force: whether the customer's record is locked by it, or nothing of it provided to third parties.
    """

    request: str
    number: str
    kind: RequestKind
    state: RequestState
    customer: str
    customer_number: str
    name: Masked
    received_on: str
    due_on: str
    way: RequestWay
    by_agent: bool = False
    overdue: bool = False
    identity: IdentityCheck | None = None
    identity_on: str = ""
    answered_on: str = ""
    answered_by: str = ""
    outcome: RequestOutcome | None = None
    ground: str = ""
    answer_way: RequestWay | None = None
    lifted_on: str = ""
    in_force: bool = False

    @property
    def open(self) -> bool:
        """Whether an answer is due."""
        return self.state in OPEN_REQUESTS


@dataclass(frozen=True)
class RequestDone:
    """What the office has done about a request, read from its records; nobody types it in.

    Attributes:
        on: ISO date on which it was done, wholly or in part; empty while nothing was.
        erasure: what a request for erasure has come to; None for the other kinds.
        in_the_way: what still stops an erasure; None where it was carried out, or may begin.
        still_marked: whether the customer is marked for erasure although the request for it has ended.
    """

    on: str = ""
    erasure: ErasureOutcome | None = None
    in_the_way: ErasureAnswer | None = None
    still_marked: bool = False


@dataclass(frozen=True)
class RequestDetail:
    """A request with what was written about it; empty once its customer's data is destroyed.

    Attributes:
        done: what was done about it so far.
        ahead: jobs still to be done for the customer, where the request would stop them, or has.
    """

    row: RequestRow
    received_by: str
    name: str = ""
    contact: str = ""
    asked: str = ""
    answer: str = ""
    done: RequestDone = RequestDone()
    person: str = ""
    ahead: tuple[JobAhead, ...] = ()

    @property
    def noted(self) -> NewRequest:
        """What was noted as it came in."""
        row = self.row
        return NewRequest(
            row.kind,
            row.way,
            row.received_on,
            row.customer,
            row.by_agent,
            self.name,
            self.contact,
            self.asked,
            self.person,
        )


def due_day(received_on: str) -> date:
    """The last day on which the answer is in time."""
    return date.fromisoformat(received_on) + timedelta(days=ANSWER_CLOCK.days)


def is_overdue(state: RequestState, due_on: str, today: date) -> bool:
    """Whether an answer should have gone out before today."""
    return state in OPEN_REQUESTS and due_on < today.isoformat()


def checked_request(new: NewRequest, today: date, *, firm: bool = False) -> NewRequest:
    """The request as it is stored.

    Args:
        firm: whether the customer is a firm, at which a person asks.

    Raises:
        InvalidInput: a day to come, nobody named where the customer is unknown or a firm, or a number that
            is never stored.
    """
    received = clean_date("received_on", new.received_on, EARLIEST_WORK, today)
    if not received:
        raise Missing("received_on")
    name = clean_line("name", new.name, limit=LINE_LIMIT)
    contact = clean_line("contact", new.contact, limit=LINE_LIMIT)
    asked = clean_text("asked", new.asked, limit=ASKED_LIMIT)
    person = clean_line("person", new.person, limit=LINE_LIMIT) if asks_person(new, firm=firm) else ""
    for field, text in (("name", name), ("contact", contact), ("asked", asked), ("person", person)):
        check_free_text(field, text)
    if not name and (new.by_agent or not new.customer):
        raise Missing("name")
    if not person and asks_person(new, firm=firm):
        raise Missing("person")
    return replace(new, received_on=received, name=name, contact=contact, asked=asked, person=person)


def asks_person(new: NewRequest, *, firm: bool) -> bool:
    """Whether the person concerned has to be named too: at a firm, or where an agent asks for a stranger."""
    return firm or (new.by_agent and not new.customer)


def checked_identity(check: IdentityCheck, *, by_agent: bool) -> IdentityCheck:
    """The check, if it fits the person who asks. Raises :class:`InvalidInput`."""
    if by_agent is not (check in AGENT_CHECKS):
        raise InvalidInput("identity")
    return check


def checked_answer(kind: RequestKind, answer: RequestAnswer, grounds: frozenset[str]) -> RequestAnswer:
    """The answer as it is stored; ``grounds`` are the codes that may be used against the kind.

    Raises:
        InvalidInput: a refusal without a ground, or a ground of another kind of request.
    """
    text = clean_text("text", answer.text, limit=ASKED_LIMIT)
    check_free_text("text", text)
    needed = answer.outcome is not RequestOutcome.GRANTED
    if needed and answer.ground not in grounds:
        raise InvalidInput("ground")
    return replace(answer, text=text, ground=answer.ground if needed else "")
