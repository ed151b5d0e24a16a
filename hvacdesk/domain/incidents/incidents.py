"""Incidents 事案: what went wrong with customers' data, whom it concerns, what was done, when it is finished.

Source: the office's own rule 6 ("when it goes wrong": tell the customers promptly, say how it happened and
what will be done, meet legal duties, prevent recurrence). Texts of an incident name no customer: customers
are in its list, by number, so that the incident can outlive their data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.incidents.incident_steps import NOT_YET_BEGUN, TimelineStep
from hvacdesk.domain.incidents.leak_clients import LeakClient
from hvacdesk.domain.incidents.leak_deadlines import Deadlines
from hvacdesk.domain.incidents.leak_rules import Assessment, IncidentKind, Judgement, LeakVerdict
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.input_checks import clean_date, clean_line, clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, Words, phrase

EARLIEST = date(2000, 1, 1)
TEXT_LIMIT = 4_000


class Extent(StrEnum):
    """Whom it concerns. ``UNTRACEABLE``: somebody, but nobody can tell who."""

    OPEN = "open"
    LISTED = "listed"
    EVERYBODY = "everybody"
    UNTRACEABLE = "untraceable"


EXTENT_NAMES: dict[Extent, Phrase] = {
    Extent.OPEN: phrase("Incidents", "Not settled yet"),
    Extent.LISTED: phrase("Incidents", "The customers on the list"),
    Extent.EVERYBODY: phrase("Incidents", "All customers"),
    Extent.UNTRACEABLE: phrase("Incidents", "Cannot be traced"),
}


class Found(StrEnum):
    """How a customer came onto the list."""

    PAPER = "paper"
    LOG = "log"
    BATCH = "batch"
    EVERYBODY = "everybody"
    HAND = "hand"
    DRILL = "drill"


FOUND_NAMES: dict[Found, Phrase] = {
    Found.PAPER: phrase("Incidents", "by the paper"),
    Found.LOG: phrase("Incidents", "by the log"),
    Found.BATCH: phrase("Incidents", "by the disposal"),
    Found.EVERYBODY: phrase("Incidents", "as everybody"),
    Found.HAND: phrase("Incidents", "by hand"),
    Found.DRILL: phrase("Incidents", "made up"),
}


class ListReason(StrEnum):
    """Why somebody was put onto the list or taken off it by hand. Codes only."""

    SEEN_ON_PAPER = "seen_on_paper"
    STAFF_SAID = "staff_said"
    OUTSIDER_SAID = "outsider_said"
    NOT_CONCERNED = "not_concerned"
    DATA_MASKED = "data_masked"
    PAPER_FOUND = "paper_found"
    WRONG_ENTRY = "wrong_entry"


ADD_REASONS: dict[ListReason, Phrase] = {
    ListReason.SEEN_ON_PAPER: phrase("Incidents", "Stood on the paper or in the file"),
    ListReason.STAFF_SAID: phrase("Incidents", "A member of the staff said so"),
    ListReason.OUTSIDER_SAID: phrase("Incidents", "Somebody outside said so"),
}
REMOVE_REASONS: dict[ListReason, Phrase] = {
    ListReason.NOT_CONCERNED: phrase("Incidents", "Checked: not concerned"),
    ListReason.DATA_MASKED: phrase("Incidents", "Only masked data could be seen"),
    ListReason.PAPER_FOUND: phrase("Incidents", "Paper found again: nobody can have read it"),
    ListReason.WRONG_ENTRY: phrase("Incidents", "Entered by mistake"),
}
LIST_REASON_NAMES: dict[ListReason, Phrase] = {**ADD_REASONS, **REMOVE_REASONS}


class Outcome(StrEnum):
    """How far a customer has been told."""

    NOT_YET = ""
    REACHED = "reached"
    IN_PERSON = "in_person"
    LETTER = "letter"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    LETTER_BACK = "letter_back"


OUTCOME_NAMES: dict[Outcome, Phrase] = {
    Outcome.NOT_YET: phrase("Incidents", "Not told yet"),
    Outcome.REACHED: phrase("Incidents", "Told by telephone"),
    Outcome.IN_PERSON: phrase("Incidents", "Told in person"),
    Outcome.LETTER: phrase("Incidents", "Told by letter"),
    Outcome.NO_ANSWER: phrase("Incidents", "No answer"),
    Outcome.WRONG_NUMBER: phrase("Incidents", "Number not in use"),
    Outcome.LETTER_BACK: phrase("Incidents", "Letter came back"),
}

TOLD = frozenset({Outcome.REACHED, Outcome.IN_PERSON, Outcome.LETTER})


class IncidentPart(StrEnum):
    """A text that the person responsible writes."""

    WHAT = "what"
    CAUSE = "cause"
    SECONDARY = "secondary"
    ACTIONS = "actions"
    PUBLICATION = "publication"
    OTHER = "other"
    NO_NOTICE = "no_notice"
    NO_CLIENT = "no_client"
    LETTER_WHAT = "letter_what"
    LETTER_CAUSE = "letter_cause"
    LETTER_DAMAGE = "letter_damage"
    LETTER_MEASURES = "letter_measures"


PART_NAMES: dict[IncidentPart, Phrase] = {
    IncidentPart.WHAT: phrase("Incidents", "What happened"),
    IncidentPart.CAUSE: phrase("Incidents", "How it could happen"),
    IncidentPart.SECONDARY: phrase("Incidents", "Damage that followed or may follow"),
    IncidentPart.ACTIONS: phrase("Incidents", "What was done at once"),
    IncidentPart.PUBLICATION: phrase("Incidents", "Publication"),
    IncidentPart.OTHER: phrase("Incidents", "Anything else"),
    IncidentPart.NO_NOTICE: phrase("Incidents", "Why nobody has to be told"),
    IncidentPart.NO_CLIENT: phrase("Incidents", "Why the client contractor need not be told"),
    IncidentPart.LETTER_WHAT: phrase("Incidents", "Letter: what happened"),
    IncidentPart.LETTER_CAUSE: phrase("Incidents", "Letter: how it happened"),
    IncidentPart.LETTER_DAMAGE: phrase("Incidents", "Letter: damage that may follow"),
    IncidentPart.LETTER_MEASURES: phrase("Incidents", "Letter: what we do"),
}


LETTER_PARTS = (
    IncidentPart.LETTER_WHAT,
    IncidentPart.LETTER_CAUSE,
    IncidentPart.LETTER_DAMAGE,
    IncidentPart.LETTER_MEASURES,
)
"""What customers read in letters and in the notice; the other texts stay inside or go into the reports."""


class CommissionReport(StrEnum):
    """Which of the two reports to the commission."""

    PRELIMINARY = "preliminary"
    FINAL = "final"


REPORT_TITLES: dict[CommissionReport, Phrase] = {
    CommissionReport.PRELIMINARY: phrase("Documents", "Leak report, preliminary (draft)"),
    CommissionReport.FINAL: phrase("Documents", "Leak report, final (draft)"),
}
ITEM_TITLES: tuple[Phrase, ...] = (
    phrase("Documents", "Outline"),
    phrase("Documents", "Items of personal data"),
    phrase("Documents", "Number of people"),
    phrase("Documents", "Cause"),
    phrase("Documents", "Secondary damage, or its possibility, and what it is"),
    phrase("Documents", "What is done towards the people concerned"),
    phrase("Documents", "Publication"),
    phrase("Documents", "What is done so that it does not happen again"),
    phrase("Documents", "Other matters of note"),
)
"""In the order of the law."""


@dataclass(frozen=True)
class IncidentFacts:
    """What is known of what happened.

    Attributes:
        known_on: the day on which the office came to know of it, day 1 of every deadline.
        happened_from, happened_until: ISO dates of the time in which it happened; may be empty.
        account: record id of the staff member whose login is concerned; may be empty.
        batch: record id of the disposal concerned; may be empty.
    """

    kind: IncidentKind
    known_on: str
    happened_from: str = ""
    happened_until: str = ""
    account: str = ""
    batch: str = ""


def checked_facts(facts: IncidentFacts, today: date) -> IncidentFacts:
    """The facts as they are stored. Raises :class:`InvalidInput` for days that cannot be right."""
    known = clean_date("known_on", facts.known_on, EARLIEST, today)
    if not known:
        raise Missing("known_on")
    latest = date.fromisoformat(known)
    start = clean_date("happened_from", facts.happened_from, EARLIEST, latest)
    end = clean_date("happened_until", facts.happened_until, EARLIEST, today)
    if end and start and end < start:
        raise InvalidInput("happened_until")
    return replace(facts, known_on=known, happened_from=start, happened_until=end)


def checked_text(name: str, text: str) -> str:
    """A text as it is stored: no card or My Number. Raises :class:`InvalidInput`."""
    tidy = clean_text(name, text, limit=TEXT_LIMIT)
    check_free_text(name, tidy)
    return tidy


@dataclass(frozen=True)
class Measure:
    """One thing that is done so that it does not happen again.

    Attributes:
        owner: record id of who sees to it; ``owner_name`` that person's name.
        due, done_on: ISO dates; ``done_on`` is empty while it is open.
    """

    measure: str
    text: str
    owner: str
    due: str
    owner_name: str = ""
    done_on: str = ""


def checked_measure(measure: Measure, today: date) -> Measure:
    """A measure as it is stored. Raises :class:`InvalidInput`."""
    text = clean_line("text", measure.text, limit=400)
    if not text:
        raise Missing("text")
    check_free_text("text", text)
    if not measure.owner:
        raise Missing("owner")
    due = clean_date("due", measure.due, EARLIEST, date(today.year + 5, 12, 31))
    if not due:
        raise Missing("due")
    return replace(measure, text=text, due=due)


@dataclass(frozen=True)
class Concerned:
    """A customer whom an incident concerns.

    Attributes:
        customer: record id of the customer as found; of a made-up one in a drill, ``drill`` and a number.
        number: as it was; it stays when the customer is destroyed.
        name: masked; empty for a destroyed customer.
        living: record id of the customer to write to, after mergers; empty once destroyed.
        living_number: that customer's number.
        has_phone, has_address: whether there is one to call or to write to.
        removed: taken off the list by hand, with ``reason``.
        clients: the client contractors that entrusted the office with this customer's data.
        found_on: ISO date on which the last of the papers with this customer's data was found again; empty
            while one is missing.
    """

    customer: str
    number: str
    found: Found
    fields: tuple[CustomerField, ...] = ()
    name: Masked = field(default_factory=lambda: Masked(""))
    living: str = ""
    living_number: str = ""
    has_phone: bool = False
    has_address: bool = False
    outcome: Outcome = Outcome.NOT_YET
    outcome_at: str = ""
    tries: int = 0
    letter_at: str = ""
    reason: ListReason | None = None
    removed: bool = False
    clients: tuple[str, ...] = ()
    found_on: str = ""

    @property
    def told(self) -> bool:
        return self.outcome in TOLD

    @property
    def out_of_reach(self) -> bool:
        """Whether the office cannot tell this person: destroyed, or without phone and address."""
        return not self.told and not (self.living and (self.has_phone or self.has_address))


@dataclass(frozen=True)
class Event:
    """One line of the timeline.

    Attributes:
        text: what a person wrote, or the details of a step; of ``TOLD`` an outcome's code and customer
            numbers, of ``WRITTEN`` a part's code.
    """

    at: str
    by: str
    step: TimelineStep
    text: str = ""


def event_text(event: Event, words: Words) -> str:
    """The details of a line in words."""
    code, _, rest = event.text.partition(" ")
    if event.step is TimelineStep.TOLD and code in set(Outcome):
        return "  ".join(filter(None, (words(OUTCOME_NAMES[Outcome(code)]), rest)))
    if event.step is TimelineStep.WRITTEN and code in set(IncidentPart):
        return words(PART_NAMES[IncidentPart(code)])
    return event.text


@dataclass(frozen=True)
class IncidentPaperDetail:
    """A paper that an incident is about.

    Attributes:
        paper: record id; the paper may be gone.
        found_on: ISO date on which it turned up again, or empty.
    """

    paper: str
    number: str
    kind: PaperKind
    profile: Profile | None = None
    found_on: str = ""


@dataclass(frozen=True)
class ReportedIncident:
    """An incident that no person responsible has looked at yet."""

    incident: str
    number: str
    kind: IncidentKind


@dataclass(frozen=True)
class OpenLoss:
    """An open incident to which another lost paper may belong; it names nobody.

    Attributes:
        papers: the numbers of the papers that it is about already.
    """

    incident: str
    number: str
    kind: IncidentKind
    reported_at: str
    papers: tuple[str, ...] = ()


@dataclass(frozen=True)
class IncidentRow:
    """One incident in the list. ``begun``: a person responsible works on it, and did more than look."""

    incident: str
    number: str
    kind: IncidentKind
    drill: bool
    reported_at: str
    reported_by: str
    known_on: str
    seen: bool
    closed_on: str
    people: int
    extent: Extent
    verdict: LeakVerdict
    next_due: str = ""
    papers: tuple[str, ...] = ()
    joined_into: str = ""
    begun: bool = False


@dataclass(frozen=True)
class IncidentDetail:
    """Everything about one incident, as a person responsible sees it.

    Attributes:
        people: how many are concerned: the list without those taken off it, mergers counted once.
        registered: how many customers there are.
        papers: the papers that it is about.
        joined_into: the number of the incident that it turned out to be part of; it is closed then.
        texts: by part; ``edited`` holds the items of the reports that were changed by hand, by report and
            number from 1.
        substitute_on: ISO date on which a notice was published for those out of reach.
        clients: the client contractors that hear of it first.
        typed_for: record id of the incident about which a form was half-typed before that was joined into
            this one; empty for none.
    """

    incident: str
    number: str
    facts: IncidentFacts
    drill: bool
    reported_at: str
    reported_by: str
    judgement: Judgement
    assessment: Assessment
    deadlines: Deadlines
    extent: Extent
    people: int
    registered: int = 0
    account_name: str = ""
    batch_number: str = ""
    papers: tuple[IncidentPaperDetail, ...] = ()
    joined_into: str = ""
    seen_at: str = ""
    seen_by: str = ""
    closed_at: str = ""
    closed_by: str = ""
    preliminary_on: str = ""
    preliminary_number: str = ""
    final_on: str = ""
    final_number: str = ""
    substitute_on: str = ""
    texts: Mapping[IncidentPart, str] = field(default_factory=dict)
    edited: Mapping[tuple[CommissionReport, int], str] = field(default_factory=dict)
    customers: tuple[Concerned, ...] = ()
    measures: tuple[Measure, ...] = ()
    events: tuple[Event, ...] = ()
    clients: tuple[LeakClient, ...] = ()
    typed_for: str = ""

    @property
    def closed(self) -> bool:
        return bool(self.closed_at)

    def sent(self, report: CommissionReport) -> tuple[str, str]:
        """On which day a report went to the commission, with its receipt number; both may be empty."""
        preliminary = report is CommissionReport.PRELIMINARY
        first, last = (self.preliminary_on, self.preliminary_number), (self.final_on, self.final_number)
        return first if preliminary else last

    @property
    def begun(self) -> bool:
        """Whether a person responsible works on it, and did more than look."""
        return any(one.step not in NOT_YET_BEGUN for one in self.events)

    @property
    def most(self) -> int:
        """How many people it concerns at the most."""
        hidden = self.extent is Extent.UNTRACEABLE
        return self.assessment.most(self.people, self.registered) if hidden else self.people

    @property
    def paper_numbers(self) -> str:
        """The numbers of its papers, in one line."""
        return "・".join(paper.number for paper in self.papers)

    @property
    def concerned(self) -> tuple[Concerned, ...]:
        """Those who are on the list."""
        return tuple(one for one in self.customers if not one.removed)

    @property
    def clients_to_tell(self) -> tuple[LeakClient, ...]:
        """The client contractors that have not been told yet, unless a reason is written down."""
        if self.texts.get(IncidentPart.NO_CLIENT):
            return ()
        return tuple(one for one in self.clients if not one.told_on)

    @property
    def own_customers(self) -> tuple[Concerned, ...]:
        """Those on the list whose data no client entrusted, as far as the jobs tell; where they tell of no
        client at all and the person responsible names one, it may be anybody's.
        """
        if any(one.clients for one in self.concerned):
            return tuple(one for one in self.concerned if not one.clients)
        return () if self.assessment.client else self.concerned

    @property
    def mixed(self) -> bool:
        """Whether it concerns clients' customers and the office's own ones."""
        return any(one.clients for one in self.concerned) and bool(self.own_customers)

    @property
    def fields(self) -> tuple[CustomerField, ...]:
        """Every kind of data concerned, in the order of the fields."""
        held = {name for one in self.concerned for name in one.fields}
        return tuple(name for name in CustomerField if name in held)

    @property
    def out_of_reach(self) -> tuple[Concerned, ...]:
        return tuple(one for one in self.concerned if one.out_of_reach)
