"""Incidents 事案: what went wrong with customers' data, what was done about it, when it is finished.

Source: the office's own rule 6 ("when it goes wrong": tell the customers promptly, say how it happened and
what will be done, meet legal duties, prevent recurrence). Customers are in an incident's list, by number, and
in none of its texts, so that the incident can outlive their data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.incidents.concerned import Concerned, Extent
from hvacdesk.domain.incidents.incident_steps import NOT_YET_BEGUN, Event
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.leak_clients import LeakClient
from hvacdesk.domain.incidents.leak_deadlines import Deadlines
from hvacdesk.domain.incidents.leak_rules import Assessment, IncidentKind, Judgement, LeakVerdict
from hvacdesk.domain.oversight.duties import Duty
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.input_checks import check_span, clean_date, clean_line
from hvacdesk.domain.text.refused_numbers import check_free_text

EARLIEST = date(2000, 1, 1)


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
    check_span("happened_until", start, end, today)
    return replace(facts, known_on=known, happened_from=start, happened_until=end)


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
class OpenIncident:
    """A real incident that is not closed, as today's page tells of it.

    Attributes:
        begun: a person responsible works on it, and did more than look.
        missing: the numbers of its papers that have not turned up.
        found_on: ISO date on which the last of its papers turned up, if all did; else empty.
        next: what it waits for next by a day; None where nothing has a day.
    """

    incident: str
    number: str
    kind: IncidentKind
    begun: bool
    missing: tuple[str, ...] = ()
    found_on: str = ""
    next: Duty | None = None


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
        seen_at, seen_by: when one of the responsible first looked at it, and who. That changes nothing of it.
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
