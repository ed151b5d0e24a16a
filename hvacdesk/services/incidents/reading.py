"""An incident read from its rows, with what the law says of it today."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.incidents import Extent, Incident, IncidentRow, Measure
from hvacdesk.domain.leak_deadlines import Deadlines, deadlines
from hvacdesk.domain.leak_rules import IncidentKind, Judgement, LeakLaw, judge
from hvacdesk.services.holidays import is_working_day
from hvacdesk.services.incidents.law import leak_law
from hvacdesk.store import concerned
from hvacdesk.store import incidents as store
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Incident as Row
from hvacdesk.store.staff import account_names


def judgement_of(session: Session, row: Row, people: int) -> Judgement:
    """What the law says of an incident with so many people on its list."""
    answers = store.assessment_of(row)
    if row.extent == Extent.UNTRACEABLE.value:
        people = answers.most(people, concerned.registered(session))
    return judge(IncidentKind(row.kind), answers, people, law_of(row))


def law_of(row: Row) -> LeakLaw:
    """The law of the day on which the office came to know of an incident."""
    return leak_law(date.fromisoformat(row.known_on))


def deadlines_of(row: Row, judgement: Judgement) -> Deadlines:
    """The days of both reports."""
    known = date.fromisoformat(row.known_on)
    return deadlines(known, improper=judgement.improper, law=law_of(row), works_on=is_working_day)


def read(session: Session, row: Row) -> Incident:
    """Everything about an incident."""
    names = account_names(session)
    people = concerned.people_of(session, row)
    judgement = judgement_of(session, row, people)
    texts, edited = store.texts_of(row)
    return Incident(
        incident=row.record_id,
        number=row.number,
        facts=store.facts_of(row),
        drill=row.drill,
        reported_at=row.reported_at,
        reported_by=names.get(row.reported_by, ""),
        judgement=judgement,
        assessment=store.assessment_of(row),
        deadlines=deadlines_of(row, judgement),
        extent=Extent(row.extent),
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
        customers=concerned.listed(session, row),
        measures=store.measures_of(row, names),
        events=store.events_of(row, names),
    )


def in_list(
    session: Session, row: Row, people: int, names: dict[str, str], numbers: dict[str, str]
) -> IncidentRow:
    """An incident as a line of the list; ``numbers`` of incidents by record id."""
    judgement = judgement_of(session, row, people)
    open_measures = [one for one in store.measures_of(row, names) if not one.done_on]
    return IncidentRow(
        incident=row.record_id,
        number=row.number,
        kind=IncidentKind(row.kind),
        drill=row.drill,
        reported_at=row.reported_at,
        reported_by=names.get(row.reported_by, ""),
        known_on=row.known_on,
        seen=bool(row.seen_at),
        closed_on=store.day_of(row.closed_at),
        people=people,
        extent=Extent(row.extent),
        verdict=judgement.verdict,
        next_due=min(due_days(row, judgement, open_measures), default=""),
        papers=tuple(paper.paper_number for paper in row.papers),
        joined_into=numbers.get(row.joined_into, ""),
    )


def due_days(row: Row, judgement: Judgement, measures: list[Measure]) -> list[str]:
    """The days that an open incident still waits for, as ISO dates.

    Until the questions are answered the deadlines of a report run: they do not wait for the answers.
    """
    if row.closed_at:
        return []
    days = [one.due for one in measures]
    if judgement.verdict.reported or judgement.unanswered:
        due = deadlines_of(row, judgement)
        if not row.preliminary_on:
            days.append(due.preliminary_to.isoformat())
        if not row.final_on:
            days.append(due.final.isoformat())
    return days
