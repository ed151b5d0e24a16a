"""Whom an incident concerns: found from papers, log and disposals, put right by hand, and told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from hvacdesk.domain.clock import day_begins, day_ends, stamp
from hvacdesk.domain.customers.customer_numbers import NoSuchCustomer
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, UserFacingError
from hvacdesk.domain.incidents.concerned import (
    ADD_REASONS,
    REMOVE_REASONS,
    Extent,
    Found,
    ListReason,
    Outcome,
)
from hvacdesk.domain.incidents.exposure import EVERY_FIELD, Fields
from hvacdesk.domain.incidents.incident_errors import NamesCustomer
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.leak_drills import BY_ID
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.incidents import affected, concerned, naming
from hvacdesk.store.incidents import incidents as store
from hvacdesk.store.papers import register

if TYPE_CHECKING:
    from hvacdesk.store.models import Incident as Row

ALWAYS_EVERYBODY = frozenset({IncidentKind.LOST_KEY, IncidentKind.MALWARE})
"""Kinds of which nobody can say whose data they spared."""


class NothingToSearchBy(UserFacingError):
    """The facts do not say yet where to look."""

    what = phrase("Errors", "The facts do not say where to look yet.")
    todo = phrase(
        "Errors",
        "In the first tab, name the papers, or the staff member with the days, or the disposal that is "
        "concerned, and search again.",
    )


class Searched(NamedTuple):
    """Whom one search found, by what, and the numbers of those who exist no more."""

    found: Found
    people: Mapping[str, Fields]
    numbers: Mapping[str, str] = {}


class IncidentChanges:
    """Base class of the services that change incidents."""

    _workplace: Workplace

    @contextmanager
    def _changing(self, incident: str) -> Iterator[tuple[Session, Row]]:
        with self._workplace.transaction() as session:
            yield session, store.to_change(session, incident)

    def _record(self, session: Session, actor: Actor, action: Action, row: Row, **details: Any) -> None:
        subject = f"incident:{row.record_id}"
        self._workplace.record(session, actor, action, subject, number=row.number, **details)

    def _refuse_names(
        self, session: Session, row: Row, text: str, field: str, *, client: str | None = None
    ) -> None:
        """The incident is kept longer than its customers' data, so none of its texts may hold any of it."""
        if naming.names_somebody(session, row, [text], client=client):
            raise NamesCustomer(field)


def require_shown(shown: object, now: object) -> None:
    """Raises :class:`ChangedMeanwhile`: somebody else wrote something else over what was ``shown``."""
    if shown != now:
        raise ChangedMeanwhile


class Listing(IncidentChanges):
    """The list of customers of each incident."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.HANDLE_INCIDENTS)
    def find(self, actor: Actor, incident: str) -> int:
        """Search papers, log and disposals for the customers concerned; returns how many are new.

        Where a list was printed of which the log keeps only the length, the incident says that not everybody
        can be traced.

        Raises:
            NothingToSearchBy: the facts name no paper, staff member or disposal.
            IncidentClosed: it is closed.
        """
        with self._changing(incident) as (session, row):
            searched = tuple(self._searched(session, row))
            if not searched:
                raise NothingToSearchBy
            new = sum(
                concerned.put(session, row, one.people, one.found, numbers=one.numbers) for one in searched
            )
            ways = dict.fromkeys(one.found for one in searched)
            store.put_extent(row, self._extent(session, row, ways))
            self._note(session, actor, row, found=[way.value for way in ways], customers=new)
            return new

    @needs(Permission.HANDLE_INCIDENTS)
    def set_extent(self, actor: Actor, incident: str, extent: Extent, *, shown: Extent) -> None:
        """Say whom it concerns: those listed, everybody, or people whom nobody can trace.

        Args:
            shown: what was said of that before.

        Raises:
            ChangedMeanwhile: somebody else said something else.
        """
        with self._changing(incident) as (session, row):
            require_shown(shown, row.extent)
            if extent is Extent.EVERYBODY:
                concerned.put(session, row, affected.everybody(session), Found.EVERYBODY)
            store.put_extent(row, extent)
            self._note(session, actor, row, extent=extent.value)

    @needs(Permission.HANDLE_INCIDENTS)
    def add(self, actor: Actor, incident: str, number: str, fields: Fields, reason: ListReason) -> None:
        """Put a customer onto the list by hand.

        Raises:
            InvalidInput: no customer has this ``number``, or no field is named.
        """
        if reason not in ADD_REASONS:
            raise InvalidInput("reason")
        if not fields:
            raise InvalidInput("fields")
        with self._changing(incident) as (session, row):
            self.put_by_number(session, row, number, fields, reason)
            self._note(session, actor, row, added=1, reason=reason.value)

    def put_by_number(
        self,
        session: Session,
        row: Row,
        number: str,
        fields: Fields = frozenset({CustomerField.NAME}),
        reason: ListReason = ListReason.STAFF_SAID,
    ) -> None:
        """Put the customer of a number onto the list, in a transaction. Raises :class:`NoSuchCustomer`."""
        customer = customer_store.called(session, "customer", number)
        concerned.put(session, row, {customer.record_id: fields}, Found.HAND, reason=reason)
        store.list_was_printed(row)

    def name_reported(self, session: Session, actor: Actor, row: Row, number: str) -> None:
        """As :meth:`put_by_number`, as somebody reports it.

        Who may find no customers does not hear that nobody has the number; it is in the timeline then.
        """
        try:
            self.put_by_number(session, row, number)
        except NoSuchCustomer:
            if actor.may(Permission.FIND_CUSTOMERS):
                raise
            now = self._workplace.now()
            store.add_event(row, now, actor.account, TimelineStep.UNKNOWN_NUMBER, number)

    @needs(Permission.HANDLE_INCIDENTS)
    def take_off(self, actor: Actor, incident: str, customer: str, reason: ListReason) -> None:
        """Take a customer off the list; the line stays with its reason."""
        if reason not in REMOVE_REASONS:
            raise InvalidInput("reason")
        with self._changing(incident) as (session, row):
            concerned.take_off(concerned.line(session, row, customer), reason)
            self._note(session, actor, row, removed=1, reason=reason.value)

    @needs(Permission.HANDLE_INCIDENTS)
    def note_told(self, actor: Actor, incident: str, customers: Collection[str], outcome: Outcome) -> None:
        """Note how far customers have been told; each call counts as a try."""
        with self._changing(incident) as (session, row):
            numbers: list[str] = []
            for customer in customers:
                line = concerned.line(session, row, customer)
                concerned.note_told(line, outcome, actor.account, self._workplace.now())
                numbers.append(line.customer_number)
            said = " ".join((outcome.value, "・".join(numbers)))
            store.add_event(row, self._workplace.now(), actor.account, TimelineStep.TOLD, said)
            self._record(
                session, actor, Action.INCIDENT_TOLD, row, outcome=outcome.value, customers=len(customers)
            )

    @needs(Permission.REVEAL_CONTACT)
    def to_call(self, actor: Actor, incident: str, customer: str) -> tuple[str, str]:
        """The name and the first phone of a customer concerned, in full, for a call; logged.

        Raises:
            RecordGone: the customer is not on the list, or was destroyed.
        """
        with self._changing(incident) as (session, row):
            concerned.line(session, row, customer)
            if customer in BY_ID:
                made_up = BY_ID[customer]
                return f"{made_up.name.family} {made_up.name.given}", made_up.phone
            living = concerned.living_customer(session, customer)
            self._workplace.record(
                session,
                actor,
                Action.SHOWN_FOR_INCIDENT,
                f"customer:{living.record_id}",
                fields=[CustomerField.NAME.value, CustomerField.PHONE.value],
                reason=RevealReason.INCIDENT.value,
                incident=row.number,
            )
            name, organisation = customer_store.name_of(living)
            phones = customer_store.record_of(living).phones
            written = organisation or f"{name.family} {name.given}".strip()
            return written, phones[0].number if phones else ""

    def _searched(self, session: Session, row: Row) -> Iterator[Searched]:
        """Every paper, login and disposal that the facts name; everybody where nobody can say whom."""
        facts = store.facts_of(row)
        if row.papers:
            papers = [one.paper for one in row.papers]
            for paper in register.rows_of(session, papers, self._workplace.today()):
                yield Searched(Found.PAPER, affected.by_paper(session, paper))
        if facts.account:
            start, end = self._stamps(facts.happened_from, facts.happened_until or facts.known_on)
            yield Searched(Found.LOG, affected.by_account(session, facts.account, start, end))
        if facts.batch:
            numbers = affected.by_batch(session, facts.batch)
            yield Searched(Found.BATCH, dict.fromkeys(numbers, EVERY_FIELD), numbers)
        if not (row.papers or facts.account or facts.batch) and facts.kind in ALWAYS_EVERYBODY:
            yield Searched(Found.EVERYBODY, affected.everybody(session))

    def _extent(self, session: Session, row: Row, ways: Collection[Found]) -> Extent:
        """Whom a search has found; nobody can tell it where too long a list of customers was printed."""
        if Found.EVERYBODY in ways:
            return Extent.EVERYBODY
        facts = store.facts_of(row)
        if facts.account:
            start, end = self._stamps(facts.happened_from, facts.happened_until or facts.known_on)
            if affected.prints_of_unknown(session, facts.account, start, end):
                return Extent.UNTRACEABLE
        return Extent.LISTED

    def _stamps(self, first: str, last: str) -> tuple[str, str]:
        """The moments at which the first day begins and the last one ends in the office."""
        start, end = date.fromisoformat(first or "2000-01-01"), date.fromisoformat(last)
        return stamp(day_begins(start)), stamp(day_ends(end))

    def _note(self, session: Session, actor: Actor, row: Row, **details: Any) -> None:
        store.add_event(row, self._workplace.now(), actor.account, TimelineStep.CUSTOMERS_FOUND)
        self._record(session, actor, Action.INCIDENT_CUSTOMERS, row, **details)
