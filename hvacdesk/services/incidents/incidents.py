"""Incidents: reported by anybody, handled by the person responsible until nothing is missing any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hvacdesk.domain.errors import Missing, RecordGone
from hvacdesk.domain.incidents.concerned import Extent, Found
from hvacdesk.domain.incidents.incident_errors import CannotJoin, IncidentJoined
from hvacdesk.domain.incidents.incident_gaps import StillMissing, gaps
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incident_texts import IncidentPart, checked_text
from hvacdesk.domain.incidents.incidents import (
    EARLIEST,
    IncidentDetail,
    IncidentRow,
    OpenIncident,
)
from hvacdesk.domain.incidents.leak_drills import scenario_of
from hvacdesk.domain.incidents.leak_rules import IncidentKind, LeakLaw
from hvacdesk.domain.incidents.own_reports import OwnReport
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty
from hvacdesk.domain.papers.paper_names import names_in
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import clean_date, clean_line
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.incidents.concerned import IncidentChanges, Listing
from hvacdesk.services.incidents.law import leak_law
from hvacdesk.services.incidents.paper_naming import name_papers
from hvacdesk.services.incidents.printing import IncidentPapers
from hvacdesk.services.incidents.reading import as_open, duties_of, in_list, read
from hvacdesk.services.incidents.writing import IncidentWriting
from hvacdesk.services.papers.losses import keep_in_sight
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.permissions import anybody_logged_in, body_decides, needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.incidents import concerned, naming
from hvacdesk.store.incidents import incidents as store
from hvacdesk.store.incidents.incident_joining import join
from hvacdesk.store.office.office import DRAFT_SUBJECT, drop_drafts_about
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Incident as Row

OWN_REPORTS = 20
"""So many of one's own reports are shown."""


@dataclass(frozen=True)
class Happening:
    """What somebody reports.

    Attributes:
        text: in the person's own words; names no customer.
        paper: what is printed on the papers concerned, one on a line or divided by commas; may be empty.
        customer: the number of the customer concerned; may be empty.
    """

    kind: IncidentKind
    text: str
    happened_on: str = ""
    paper: str = ""
    customer: str = ""


class Incidents(IncidentChanges):
    """The leak desk of an open office.

    Attributes:
        customers: whom an incident concerns, and how far each has been told.
        writing: what is written down of an incident.
        papers: reports, letters, notices and the record.
    """

    def __init__(self, workplace: Workplace, register: Papers) -> None:
        self._workplace = workplace
        self._register = register
        self.customers = Listing(workplace)
        self.writing = IncidentWriting(workplace)
        self.papers = IncidentPapers(workplace)

    @anybody_logged_in
    def law(self) -> LeakLaw:
        """The law as it holds today, with its sources and day."""
        return leak_law(self._workplace.today())

    @nothing_without(Permission.HANDLE_INCIDENTS)
    def may_handle(self, actor: Actor) -> bool:
        """Whether the actor handles incidents."""
        return actor.may(Permission.HANDLE_INCIDENTS)

    # From outside the leak desk

    @needs(Permission.REPORT_INCIDENT)
    def report(self, actor: Actor, what: Happening) -> str:
        """Begin an incident; returns its number. The person who reports sees nothing more of it.

        Nothing tells whether what they wrote is true of a customer concerned: it is blacked out. Only who
        handles incidents is told, to write it otherwise. Who may find no customers does not hear either that
        nobody has the number that they gave; it is in the timeline then.

        Raises:
            InvalidInput: ``text`` is missing or too long, ``happened_on`` is to come, ``paper`` or
                ``customer`` names none that there is, or ``paper`` too many.
            SeveralCopies: a number is on several copies.
        """
        text = checked_text("text", what.text)
        if not text:
            raise Missing("text")
        day = clean_date("happened_on", what.happened_on, EARLIEST, self._workplace.today())
        customer = clean_line("customer", what.customer)
        check_free_text("customer", customer)
        with self._workplace.transaction() as session:
            row = store.open_incident(session, what.kind, actor.account, self._workplace.now())
            store.note_day(row, day)
            name_papers(self._workplace, self._register, session, actor, row, what.paper)
            if customer:
                self.customers.name_reported(session, actor, row, customer)
            if self.may_handle(actor):
                self._refuse_names(session, row, text, "text")
            store.put_text(row, IncidentPart.WHAT.value, text)
            naming.take_names_out(session, row)
            self._record(session, actor, Action.INCIDENT_OPENED, row, kind=row.kind)
            return row.number

    @needs(Permission.REPORT_INCIDENT)
    def own_reports(self, actor: Actor) -> tuple[OwnReport, ...]:
        """What the actor reported, the newest first: their own words and papers, and nothing of the rest."""
        with self._workplace.reading() as session:
            return store.reported_by(session, actor.account, OWN_REPORTS)

    @needs(Permission.REPORT_INCIDENT)
    @body_decides("one's own report")
    def add_to_report(self, actor: Actor, incident: str, papers: str) -> None:
        """Name papers that came to light after one's own report. Raises as :meth:`name_papers`.

        Raises:
            RecordGone: the actor did not report it.
        """
        with self._workplace.transaction() as session:
            row = store.to_change(session, incident)
            if row.reported_by != actor.account:
                raise RecordGone
            self._add_papers(session, actor, row, papers)

    @needs(Permission.HANDLE_INCIDENTS)
    def start_drill(self, actor: Actor, kind: IncidentKind, words: Words) -> str:
        """Begin a drill with made-up customers; returns its record id. Raises InvalidInput for no drill."""
        scenario = scenario_of(kind)
        with self._workplace.transaction() as session:
            row = store.open_incident(session, kind, actor.account, self._workplace.now(), drill=True)
            people = {one.customer: frozenset(scenario.fields) for one in scenario.people}
            concerned.put(session, row, people, Found.DRILL)
            store.put_extent(row, Extent.LISTED)
            store.put_text(row, IncidentPart.WHAT.value, words(scenario.story))
            self._record(session, actor, Action.INCIDENT_OPENED, row, kind=row.kind, drill=True)
            return row.record_id

    @nothing_without(Permission.HANDLE_INCIDENTS)
    def waiting(self, actor: Actor) -> int:
        """How many incidents are open; 0 for a person who does not handle them."""
        if not self.may_handle(actor):
            return 0
        with self._workplace.reading() as session:
            return store.waiting(session)

    @nothing_without(Permission.HANDLE_INCIDENTS)
    def open(self, actor: Actor) -> tuple[OpenIncident, ...]:
        """Every real incident that is not closed, the newest first, and whether somebody works on it."""
        if not self.may_handle(actor):
            return ()
        with self._workplace.reading() as session:
            found = store.open_ones(session)
            people = concerned.people(session) if found else {}
            return tuple(as_open(session, row, people.get(row.id, 0)) for row in reversed(found))

    @nothing_without(Permission.HANDLE_INCIDENTS)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """Deadlines of reports and of measures; those of drills are none."""
        if not self.may_handle(actor):
            return ()
        with self._workplace.reading() as session:
            found = store.open_ones(session)
            people = concerned.people(session) if found else {}
            return tuple(duty for row in found for duty in duties_of(session, row, people.get(row.id, 0)))

    # The desk

    @needs(Permission.HANDLE_INCIDENTS)
    def all(self, actor: Actor) -> tuple[IncidentRow, ...]:
        """Every incident, the open ones first."""
        with self._workplace.reading() as session:
            people, names = concerned.people(session), account_names(session)
            rows = store.everything(session)
            numbers = {row.record_id: row.number for row in rows}
            return tuple(in_list(session, row, people.get(row.id, 0), names, numbers) for row in rows)

    @needs(Permission.HANDLE_INCIDENTS)
    def get(self, actor: Actor, incident: str) -> IncidentDetail:
        """Everything about one. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            return read(session, store.get(session, incident))

    @needs(Permission.HANDLE_INCIDENTS)
    def look_at(self, actor: Actor, incident: str) -> None:
        """Note who of the responsible looked at it first. That begins nothing, and hides it from nobody."""
        with self._workplace.transaction() as session:
            row = store.get(session, incident)
            if row.seen_at:
                return
            store.note_seen(row, actor.account, self._workplace.now())
            store.add_event(row, self._workplace.now(), actor.account, TimelineStep.LOOKED_AT)
            self._record(session, actor, Action.INCIDENT_SEEN, row)

    @needs(Permission.HANDLE_INCIDENTS)
    def begin(self, actor: Actor, incident: str) -> None:
        """Say that somebody responsible works on it from now on; nothing where somebody does already.

        Raises:
            IncidentClosed, IncidentJoined: as they say.
        """
        with self._changing(incident) as (session, row):
            if not store.begun(session, row):
                store.add_event(row, self._workplace.now(), actor.account, TimelineStep.BEGUN)
                self._record(session, actor, Action.INCIDENT_BEGUN, row)

    @needs(Permission.HANDLE_INCIDENTS)
    def close(self, actor: Actor, incident: str) -> None:
        """Close it: from then on it can only be read, until somebody opens it again.

        What became known of those concerned since a text was written is taken out of the text.

        Raises:
            StillMissing, IncidentClosed: as they say.
        """
        with self._changing(incident) as (session, row):
            missing = gaps(read(session, row))
            if missing:
                raise StillMissing(missing)
            naming.take_names_out(session, row)
            now = self._workplace.now()
            store.add_event(row, now, actor.account, TimelineStep.CLOSED)
            store.close(row, actor.account, now)
            for one in (row, *store.joined_in(session, row)):
                drop_drafts_about(session, one.record_id[:DRAFT_SUBJECT])
            self._record(session, actor, Action.INCIDENT_CLOSED, row)

    @needs(Permission.HANDLE_INCIDENTS)
    def reopen(self, actor: Actor, incident: str, reason: str) -> None:
        """Open a closed incident again; the reason is written in its timeline.

        Raises:
            InvalidInput: there is no reason, or it names a customer concerned.
            IncidentJoined: it goes on in another one.
        """
        why = checked_text("reason", reason)
        if not why:
            raise Missing("reason")
        with self._workplace.transaction() as session:
            row = store.get(session, incident)
            if row.joined_into:
                raise IncidentJoined
            if not row.closed_at:
                return
            self._refuse_names(session, row, why, "reason")
            store.reopen(row)
            store.add_event(row, self._workplace.now(), actor.account, TimelineStep.REOPENED, why)
            self._record(session, actor, Action.INCIDENT_REOPENED, row)

    @needs(Permission.HANDLE_INCIDENTS)
    def name_papers(self, actor: Actor, incident: str, papers: str) -> None:
        """Say that an incident is about these papers too; whose data they carry is put onto its list.

        Args:
            papers: what is printed on them, one on a line or divided by commas.

        Raises:
            InvalidInput: a line names none, or they are too many.
            SeveralCopies: a number is on several copies.
            IncidentClosed: it is closed.
        """
        with self._changing(incident) as (session, row):
            self._add_papers(session, actor, row, papers)

    @needs(Permission.HANDLE_INCIDENTS)
    def take_paper_off(self, actor: Actor, incident: str, paper: str) -> str:
        """Say that an incident is not about a paper after all; the list of customers stays as it is.

        Returns the number of the incident that begins, where the register says that the paper is lost and no
        other is about it; else an empty text.
        """
        with self._changing(incident) as (session, row):
            number = store.take_paper_off(row, paper)
            store.add_event(row, self._workplace.now(), actor.account, TimelineStep.PAPER_TAKEN_OFF, number)
            self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=["papers"], papers=[number])
            return "" if row.drill else keep_in_sight(self._workplace, session, actor, paper)

    @needs(Permission.HANDLE_INCIDENTS)
    def join(self, actor: Actor, incident: str, other: str) -> None:
        """Join another open incident into this one, with its papers, customers, texts and half-typed forms.

        Raises:
            CannotJoin: they are one, one of them is closed, or one is a drill and the other is not.
        """
        with self._workplace.transaction() as session:
            into, part = store.get(session, incident), store.get(session, other)
            if into is part or into.closed_at or part.closed_at or into.drill is not part.drill:
                raise CannotJoin
            join(session, into, part, actor.account, self._workplace.now())
            self._record(session, actor, Action.INCIDENT_JOINED, into, joined=part.number)

    @needs(Permission.HANDLE_INCIDENTS)
    def batches(self, actor: Actor) -> tuple[tuple[str, str], ...]:
        """Disposals that were carried out: record id and number."""
        with self._workplace.reading() as session:
            return store.batches(session)

    def _add_papers(self, session: Session, actor: Actor, row: Row, papers: str) -> None:
        if not names_in(papers):
            raise Missing("paper")
        named = name_papers(self._workplace, self._register, session, actor, row, papers)
        for number in named:
            store.add_event(row, self._workplace.now(), actor.account, TimelineStep.PAPER_NAMED, number)
        if named:
            self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=["papers"], papers=named)
