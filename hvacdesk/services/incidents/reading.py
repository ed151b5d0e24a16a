"""An incident read from its rows, with what the law says of it today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hvacdesk.domain.incidents.concerned import Extent
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail, IncidentRow, Measure, OpenIncident
from hvacdesk.domain.incidents.leak_clients import LeakClient, clients_to_tell
from hvacdesk.domain.incidents.leak_deadlines import Deadlines, deadlines
from hvacdesk.domain.incidents.leak_rules import Judgement, LeakLaw, judge
from hvacdesk.domain.oversight.duties import Duty, DutyKind, in_order
from hvacdesk.domain.partners.partners import ClientTerms
from hvacdesk.services.calendar.holidays import is_working_day
from hvacdesk.services.incidents.law import leak_law
from hvacdesk.store.engine import Session
from hvacdesk.store.incidents import concerned, measures
from hvacdesk.store.incidents import incidents as store
from hvacdesk.store.partners import client_data
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Incident as Row


def judgement_of(session: Session, row: Row, people: int) -> Judgement:
    """What the law says of an incident with so many people on its list."""
    answers = store.assessment_of(row)
    if row.extent == Extent.UNTRACEABLE:
        people = answers.most(people, concerned.registered(session))
    own = answers.client_knows and _own_too(session, row)
    return judge(row.kind, answers, people, law_of(row), own=own)


def open_clients(session: Session, row: Row) -> tuple[LeakClient, ...]:
    """Those of them that have not been told, unless a reason is written down."""
    if IncidentPart.NO_CLIENT in store.texts_of(row)[0]:
        return ()
    return tuple(one for one in clients_of(session, row) if not one.told_on)


def clients_of(session: Session, row: Row) -> tuple[LeakClient, ...]:
    """The client contractors that hear of an incident first."""
    return _clients(row, client_data.entrusted(session, row))


def _clients(row: Row, entrusted: Mapping[str, Mapping[str, ClientTerms]]) -> tuple[LeakClient, ...]:
    by_jobs = [pair for of_line in entrusted.values() for pair in of_line.items()]
    told = store.assessment_of(row).told
    return clients_to_tell(by_jobs, row.client, told, row.known_on, row.reported_at)


def _own_too(session: Session, row: Row) -> bool:
    """Whether some of the list are clients' customers and others the office's own ones."""
    theirs = client_data.entrusted(session, row)
    return bool(theirs) and any(not one.removed and one.customer not in theirs for one in row.customers)


def law_of(row: Row) -> LeakLaw:
    """The law of the day on which the office came to know of an incident."""
    return leak_law(date.fromisoformat(row.known_on))


def deadlines_of(row: Row, judgement: Judgement) -> Deadlines:
    """The days of both reports."""
    known = date.fromisoformat(row.known_on)
    return deadlines(known, improper=judgement.improper, law=law_of(row), works_on=is_working_day)


def read(session: Session, row: Row) -> IncidentDetail:
    """Everything about an incident."""
    names = account_names(session)
    people = concerned.people_of(session, row)
    judgement = judgement_of(session, row, people)
    texts, edited = store.texts_of(row)
    entrusted, found = client_data.entrusted(session, row), store.found_days(session, row)
    return IncidentDetail(
        incident=row.record_id,
        number=row.number,
        facts=store.facts_of(row),
        drill=row.drill,
        reported_at=row.reported_at,
        reported_by=names.get(row.reported_by, ""),
        judgement=judgement,
        assessment=store.assessment_of(row),
        deadlines=deadlines_of(row, judgement),
        extent=row.extent,
        people=people,
        registered=concerned.registered(session),
        account_name=names.get(row.account, ""),
        batch_number=store.batch_number(session, row.batch),
        papers=store.papers_of(row),
        joined_into=store.number_of(session, row.joined_into),
        seen_at=row.seen_at,
        seen_by=names.get(row.seen_by, ""),
        closed_at=row.closed_at,
        closed_by=names.get(row.closed_by, ""),
        preliminary_on=row.preliminary_on,
        preliminary_number=row.preliminary_number,
        final_on=row.final_on,
        final_number=row.final_number,
        substitute_on=row.substitute_on,
        texts=texts,
        edited=edited,
        customers=tuple(
            replace(
                one,
                clients=tuple(entrusted.get(one.customer, ())),
                found_on=found.get(one.customer, ""),
            )
            for one in concerned.listed(session, row)
        ),
        measures=measures.of_incident(row, names),
        events=store.events_of(row, names),
        clients=_clients(row, entrusted),
    )


def in_list(
    session: Session, row: Row, people: int, names: dict[str, str], numbers: dict[str, str]
) -> IncidentRow:
    """An incident as a line of the list; ``numbers`` of incidents by record id."""
    judgement = judgement_of(session, row, people)
    clients = () if row.closed_at else open_clients(session, row)
    open_measures = [one for one in measures.of_incident(row, names) if not one.done_on]
    return IncidentRow(
        incident=row.record_id,
        number=row.number,
        kind=row.kind,
        drill=row.drill,
        reported_at=row.reported_at,
        reported_by=names.get(row.reported_by, ""),
        known_on=row.known_on,
        closed_on=store.day_of(row.closed_at),
        people=people,
        extent=row.extent,
        verdict=judgement.verdict,
        next_due=min(due_days(row, judgement, open_measures, clients), default=""),
        papers=tuple(paper.paper_number for paper in row.papers),
        joined_into=numbers.get(row.joined_into, ""),
        begun=store.begun(session, row),
    )


def as_open(session: Session, row: Row, people: int) -> OpenIncident:
    """An open incident as today's page tells of it."""
    found = [store.day_of(paper.found_at) for paper in row.papers]
    return OpenIncident(
        incident=row.record_id,
        number=row.number,
        kind=row.kind,
        begun=store.begun(session, row),
        missing=tuple(paper.paper_number for paper in row.papers if not paper.found_at),
        found_on=max(found) if found and all(found) else "",
        next=next(iter(in_order(duties_of(session, row, people))), None),
    )


def due_days(
    row: Row, judgement: Judgement, measures: list[Measure], clients: tuple[LeakClient, ...]
) -> list[str]:
    """The days that an open incident still waits for, as ISO dates.

    Until the questions are answered the deadlines of a report run: they do not wait for the answers.
    """
    if row.closed_at:
        return []
    days = [one.due for one in measures]
    days += [one.due.isoformat() for one in clients]
    if judgement.verdict.reported or judgement.unanswered:
        due = deadlines_of(row, judgement)
        if not row.preliminary_on:
            days.append(due.preliminary_to.isoformat())
        if not row.final_on:
            days.append(due.final.isoformat())
    return days


def duties_of(session: Session, row: Row, people: int) -> Iterator[Duty]:
    """What an open incident still asks for by a day: clients to tell, reports to send, measures to finish."""
    for client in open_clients(session, row):
        yield Duty(DutyKind.INCIDENT_CLIENT, client.due, row.number, row.record_id)
    judgement = judgement_of(session, row, people)
    if judgement.verdict.reported or judgement.unanswered:
        due = deadlines_of(row, judgement)
        if not row.preliminary_on:
            yield Duty(DutyKind.INCIDENT_PRELIMINARY, due.preliminary_to, row.number, row.record_id)
        if not row.final_on:
            yield Duty(DutyKind.INCIDENT_FINAL, due.final, row.number, row.record_id)
    for measure in measures.of_incident(row, {}):
        if not measure.done_on:
            yield Duty(DutyKind.PREVENTION, date.fromisoformat(measure.due), row.number, row.record_id)
