"""Incidents: opened by a lost paper or by anybody's report, and everything that is written down of each."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.incidents.concerned import Extent, Found
from hvacdesk.domain.incidents.incident_errors import IncidentClosed, IncidentJoined
from hvacdesk.domain.incidents.incident_steps import NOT_YET_BEGUN, Event, TimelineStep
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentFacts, OpenLoss
from hvacdesk.domain.incidents.incidents import IncidentPaperDetail as NamedInIncident
from hvacdesk.domain.incidents.leak_rules import (
    ANSWERED,
    LOSES_PAPERS,
    Answer,
    Assessment,
    Encryption,
    IncidentKind,
)
from hvacdesk.domain.incidents.own_reports import OwnReport
from hvacdesk.domain.papers.register import LossRow, PaperRow
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.partners.partners import firm_key
from hvacdesk.store import counters, records
from hvacdesk.store.incidents import affected, concerned
from hvacdesk.store.models import (
    DisposalBatch,
    Incident,
    IncidentCustomer,
    IncidentEvent,
    IncidentPaper,
    IncidentText,
)
from hvacdesk.store.staff.staff import account_names

SERIES = "incident"

_IS_BEGUN = Incident.events.any(IncidentEvent.step.not_in([one.value for one in NOT_YET_BEGUN]))
"""Somebody responsible works on it, and did more than look."""


def open_incident(
    session: Session, kind: IncidentKind, by: str, at: datetime, *, drill: bool = False
) -> Incident:
    """Begin an incident under the next number; drills have a series of their own and are never counted."""
    number = counters.take(session, "drill" if drill else SERIES)
    incident = Incident(
        number=f"{'D' if drill else 'I'}-{number:04}",
        kind=kind,
        drill=drill,
        reported_by=by,
        reported_at=stamp(at),
        known_on=office_day(at).isoformat(),
        extent=Extent.OPEN,
    )
    session.add(incident)
    session.flush()
    add_event(incident, at, by, TimelineStep.REPORTED)
    return incident


def open_loss(session: Session, paper: PaperRow, by: str, at: datetime) -> Incident:
    """Begin an incident about a lost paper: its customers, and the fields that are on it, are known."""
    incident = open_incident(session, IncidentKind.LOST_PAPER, by, at)
    name_paper(session, incident, paper, at)
    return incident


def name_paper(session: Session, incident: Incident, paper: PaperRow, at: datetime) -> bool:
    """Say that an incident is about a paper too, and list whose data it carries; whether that is new."""
    if any(one.paper == paper.paper for one in incident.papers):
        return False
    incident.papers.append(
        IncidentPaper(
            paper=paper.paper,
            paper_number=paper.number,
            paper_kind=paper.kind,
            profile=paper.profile,
            entered_at=stamp(at),
        )
    )
    concerned.put(session, incident, affected.by_paper(session, paper), Found.PAPER)
    list_was_printed(incident)
    return True


def take_paper_off(incident: Incident, paper: str) -> str:
    """Say that an incident is not about a paper; returns its number. Raises :class:`RecordGone`."""
    found = next((one for one in incident.papers if one.paper == paper), None)
    if found is None:
        raise RecordGone
    incident.papers.remove(found)
    return found.paper_number


def papers_of(incident: Incident) -> tuple[NamedInIncident, ...]:
    """The papers that an incident is about, in the order in which they were named."""
    return tuple(
        NamedInIncident(
            paper=one.paper,
            number=one.paper_number,
            kind=one.paper_kind,
            profile=one.profile,
            found_on=day_of(one.found_at),
        )
        for one in incident.papers
    )


def found_days(session: Session, incident: Incident) -> dict[str, str]:
    """The lines of the list whose papers all turned up again: the day of the last one, by record id.

    Lines that were found otherwise, or by a paper that exists no more, are left out.
    """
    people = affected.of_papers(session, [one.paper for one in incident.papers])
    days: dict[str, list[str]] = {}
    for paper in incident.papers:
        for customer in people.get(paper.paper, ()):
            days.setdefault(customer, []).append(day_of(paper.found_at))
    return {
        line.customer: max(days[line.customer])
        for line in incident.customers
        if line.found == Found.PAPER and days.get(line.customer) and all(days[line.customer])
    }


def open_about(session: Session, paper: str) -> tuple[Incident, ...]:
    """The open incidents that are about a paper, also where it had turned up again; the newest first."""
    query = select(Incident).join(IncidentPaper, IncidentPaper.incident_id == Incident.id)
    about = query.where(IncidentPaper.paper == paper, Incident.closed_at == "", Incident.drill.is_(False))
    return tuple(session.scalars(about.order_by(Incident.id.desc())))


def misses(incident: Incident, paper: str) -> bool:
    """Whether an incident is about a paper that has not turned up yet."""
    return any(one.paper == paper and not one.found_at for one in incident.papers)


def note_missing(incident: Incident, paper: str) -> None:
    """Note that a paper of an incident which had turned up again is gone once more."""
    for one in incident.papers:
        if one.paper == paper:
            one.found_at = ""


def has_loss(session: Session, paper: str) -> bool:
    """Whether a real incident is about a lost paper: an open one, or a closed one about papers that are gone.

    Another one that was closed was perhaps closed before the paper was lost.
    """
    query = select(Incident.id).join(IncidentPaper, IncidentPaper.incident_id == Incident.id)
    about = query.where(IncidentPaper.paper == paper, Incident.drill.is_(False))
    gone = Incident.kind.in_([kind.value for kind in LOSES_PAPERS])
    return session.scalar(about.where(or_(Incident.closed_at == "", gone)).limit(1)) is not None


def found_again(session: Session, papers: Collection[str], by: str, at: datetime) -> tuple[str, ...]:
    """Note in the incidents about these papers that they turned up; they are looked at all the same.

    Returns the incidents' numbers, each once.
    """
    query = session.execute(
        select(Incident, IncidentPaper)
        .join(IncidentPaper, IncidentPaper.incident_id == Incident.id)
        .where(IncidentPaper.paper.in_(papers), IncidentPaper.found_at == "", Incident.closed_at == "")
    )
    found = query.all()
    for incident, paper in found:
        paper.found_at = stamp(at)
        add_event(incident, at, by, TimelineStep.FOUND_AGAIN, paper.paper_number)
    return tuple(dict.fromkeys(incident.number for incident, _paper in found))


def get(session: Session, record_id: str) -> Incident:
    """The incident of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Incident, record_id)


def living(session: Session, record_id: str) -> Incident:
    """The incident of a record id, or the one in which it lives on. Raises :class:`RecordGone`."""
    found = get(session, record_id)
    while found.joined_into:
        found = get(session, found.joined_into)
    return found


def joined_in(session: Session, row: Incident) -> tuple[Incident, ...]:
    """Every incident that lives on in this one."""
    parts = session.scalars(select(Incident).where(Incident.joined_into == row.record_id)).all()
    return (*parts, *(further for part in parts for further in joined_in(session, part)))


def number_of(session: Session, record_id: str) -> str:
    """The number of an incident by its record id; empty for none."""
    query = select(Incident.number).where(Incident.record_id == record_id)
    return (session.scalar(query) or "") if record_id else ""


def to_change(session: Session, record_id: str) -> Incident:
    """An incident that can be changed.

    Raises :class:`RecordGone`, :class:`IncidentClosed`, :class:`IncidentJoined`.
    """
    found = get(session, record_id)
    if found.joined_into:
        raise IncidentJoined
    if found.closed_at:
        raise IncidentClosed
    return found


def everything(session: Session) -> tuple[Incident, ...]:
    """Every incident: open ones first, the newest first."""
    return tuple(session.scalars(select(Incident).order_by(Incident.closed_at != "", Incident.id.desc())))


def open_ones(session: Session) -> tuple[Incident, ...]:
    """Every real incident that is not closed: no drill counts."""
    query = select(Incident).where(Incident.closed_at == "", Incident.drill.is_(False))
    return tuple(session.scalars(query.order_by(Incident.id)))


def waiting(session: Session) -> int:
    """How many real incidents are open."""
    query = select(func.count()).where(Incident.closed_at == "", Incident.drill.is_(False))
    return session.scalar(query) or 0


def losses(session: Session, *, waiting: bool) -> tuple[LossRow, ...]:
    """Every loss of a paper, the newest first; ``waiting``: of open incidents that nobody works on yet.

    Each names the customers of its own paper; one that exists no more, those of its incident.
    """
    query = (
        select(Incident, IncidentPaper)
        .join(IncidentPaper, IncidentPaper.incident_id == Incident.id)
        .where(Incident.drill.is_(False))
        .order_by(Incident.id.desc(), IncidentPaper.id)
    )
    if waiting:
        query = query.where(Incident.closed_at == "", ~_IS_BEGUN)
    names, found = account_names(session), session.execute(query).all()
    people = affected.of_papers(session, [paper.paper for _one, paper in found])
    numbers = concerned.numbers_of(session, {who for of_paper in people.values() for who in of_paper})
    return tuple(
        LossRow(
            incident=one.record_id,
            number=paper.paper_number,
            kind=paper.paper_kind,
            profile=Profile(paper.profile) if paper.profile else None,
            customers=tuple(sorted(numbers[who] for who in people[paper.paper]))
            if paper.paper in people
            else tuple(who.customer_number for who in one.customers),
            reported_at=one.reported_at,
            reported_by=names.get(one.reported_by, ""),
            found_on=day_of(paper.found_at),
            seen_on=day_of(one.seen_at),
            seen_by=names.get(one.seen_by, ""),
        )
        for one, paper in found
    )


def open_losses(session: Session, by: str) -> tuple[OpenLoss, ...]:
    """Open incidents about papers, and those that ``by`` reported: to which another paper may belong."""
    query = select(Incident).where(
        Incident.closed_at == "",
        Incident.drill.is_(False),
        or_(Incident.papers.any(), Incident.reported_by == by),
    )
    return tuple(
        OpenLoss(
            one.record_id,
            one.number,
            one.kind,
            one.reported_at,
            tuple(paper.paper_number for paper in one.papers),
        )
        for one in session.scalars(query.order_by(Incident.id.desc()))
    )


def reported_by(session: Session, by: str, limit: int) -> tuple[OwnReport, ...]:
    """The real incidents that somebody reported, the newest first."""
    query = select(Incident).where(Incident.reported_by == by, Incident.drill.is_(False))
    rows = session.scalars(query.order_by(Incident.id.desc()).limit(limit))
    return tuple(
        OwnReport(
            row.record_id,
            row.number,
            row.kind,
            row.reported_at,
            "" if _not_shown(session, row) else text_of(row, IncidentPart.WHAT.value),
            tuple(paper.paper_number for paper in row.papers),
            not row.closed_at,
        )
        for row in rows
    )


def _not_shown(session: Session, row: Incident) -> bool:
    """Whether the text is the reporter's to read no more: somebody else worded it, or a customer was named.

    From then on values of customers are blacked out in it; where they are, and that they are nowhere, would
    tell which of them somebody had guessed right. So would a number that is the only one to leave it shown.
    """
    listed = select(IncidentCustomer.id).where(IncidentCustomer.incident_id == row.id).limit(1)
    return session.scalar(listed) is not None or any(
        one.step in (TimelineStep.JOINED, TimelineStep.UNKNOWN_NUMBER)
        or (one.step == TimelineStep.WRITTEN and one.text == IncidentPart.WHAT)
        for one in row.events
    )


def day_of(moment: str) -> str:
    """The office's day of a stored moment; empty for none."""
    return office_day(moment_of(moment)).isoformat() if moment else ""


def note_seen(row: Incident, by: str, at: datetime) -> None:
    """Note who of the responsible looked at it first."""
    if not row.seen_at:
        row.seen_by, row.seen_at = by, stamp(at)


def close(row: Incident, by: str, at: datetime) -> None:
    """Close it; who closes it has looked at it."""
    row.closed_by, row.closed_at = by, stamp(at)
    note_seen(row, by, at)


def reopen(row: Incident) -> None:
    """Open a closed one again."""
    row.closed_at = row.closed_by = ""


# What is in an incident


def note_day(row: Incident, on: str) -> None:
    """Note on which day it happened, or began to."""
    row.happened_from = on


def put_extent(row: Incident, extent: Extent) -> None:
    """Note whom it concerns."""
    row.extent = extent


def list_was_printed(row: Incident) -> None:
    """Note that it concerns those on its list, where nobody said whom it concerns."""
    if row.extent == Extent.OPEN:
        row.extent = Extent.LISTED


def note_sent(row: Incident, report: CommissionReport, on: str, receipt: str) -> None:
    """Note when a report went to the commission, with its receipt number."""
    if report is CommissionReport.PRELIMINARY:
        row.preliminary_on, row.preliminary_number = on, receipt
    else:
        row.final_on, row.final_number = on, receipt


def sent(row: Incident, report: CommissionReport) -> tuple[str, str]:
    """On which day a report went to the commission, with its receipt number."""
    if report is CommissionReport.PRELIMINARY:
        return row.preliminary_on, row.preliminary_number
    return row.final_on, row.final_number


def note_published(row: Incident, on: str) -> None:
    """Note the day of the notice for people out of reach."""
    row.substitute_on = on


def facts_of(row: Incident) -> IncidentFacts:
    """What is known of what happened."""
    return records.record_of(IncidentFacts, row)


def put_facts(row: Incident, facts: IncidentFacts) -> tuple[str, ...]:
    """Write the facts; returns the names of those that differ."""
    return records.write(row, records.columns_of(facts))


def assessment_of(row: Incident) -> Assessment:
    """The answers to the questions of the law."""
    kept: dict[str, Any] = json.loads(row.answers)

    def answer(name: str) -> Answer:
        return Answer(kept.get(name, Answer.UNKNOWN.value))

    return Assessment(
        triggers={one: Answer(kept[one.value]) for one in ANSWERED if one.value in kept},
        encryption=Encryption(answer("encrypted"), answer("key_apart"), answer("key_protected")),
        survives=answer("survives"),
        client=row.client,
        client_told_on=row.client_told_on,
        unreadable=answer("unreadable"),
        at_most=kept.get("at_most"),
        told=_told(row) | kept.get("told", {}),
    )


def _told(row: Incident) -> dict[str, str]:
    """The day of the client that older answers name alone."""
    return {firm_key(row.client): row.client_told_on} if row.client and row.client_told_on else {}


def put_assessment(row: Incident, answers: Assessment) -> None:
    """Write the answers."""
    worth = answers.encryption
    triggers = {trigger.value: answer.value for trigger, answer in answers.triggers.items()}
    kept: dict[str, Any] = triggers | {
        "encrypted": worth.encrypted.value,
        "key_apart": worth.key_apart.value,
        "key_protected": worth.key_protected.value,
        "survives": answers.survives.value,
        "unreadable": answers.unreadable.value,
        "at_most": answers.at_most,
        "told": dict(answers.told),
    }
    row.answers = json.dumps(kept, sort_keys=True)
    row.client, row.client_told_on = answers.client, answers.client_told_on


def texts_of(row: Incident) -> tuple[dict[IncidentPart, str], dict[tuple[CommissionReport, int], str]]:
    """What was written of each part, and the items of reports that were changed by hand."""
    parts: dict[IncidentPart, str] = {}
    edited: dict[tuple[CommissionReport, int], str] = {}
    for one in row.texts:
        name, _, number = one.part.partition(":")
        if number:
            edited[CommissionReport(name), int(number)] = one.text
        else:
            parts[IncidentPart(name)] = one.text
    return parts, edited


def text_of(row: Incident, part: str) -> str:
    """A text, or an empty one where nothing is written. ``part``: see the table."""
    return next((one.text for one in row.texts if one.part == part), "")


def put_text(row: Incident, part: str, text: str) -> bool:
    """Write a text, or drop it if it is empty; whether that changed anything. ``part``: see the table."""
    found = next((one for one in row.texts if one.part == part), None)
    if text_of(row, part) == text:
        return False
    if not text and found is not None:
        row.texts.remove(found)
    elif found is not None:
        found.text = text
    else:
        row.texts.append(IncidentText(part=part, text=text))
    return True


def add_event(row: Incident, at: datetime, by: str, step: TimelineStep, text: str = "") -> None:
    """Add a line to the timeline."""
    row.events.append(IncidentEvent(at=stamp(at), by=by, step=step, text=text))


def begun(session: Session, row: Incident) -> bool:
    """Whether somebody responsible works on it, and did more than look."""
    return session.scalar(select(Incident.id).where(Incident.id == row.id, _IS_BEGUN)) is not None


def events_of(row: Incident, names: Mapping[str, str]) -> tuple[Event, ...]:
    """The timeline, the oldest first."""
    return tuple(Event(one.at, names.get(one.by, ""), one.step, one.text) for one in row.events)


def batch_number(session: Session, batch: str) -> str:
    """The number of a disposal; empty for none."""
    query = select(DisposalBatch.number).where(DisposalBatch.record_id == batch)
    return (session.scalar(query) or "") if batch else ""


def batches(session: Session) -> tuple[tuple[str, str], ...]:
    """Disposals that were carried out: record id and number, the newest first."""
    query = (
        select(DisposalBatch.record_id, DisposalBatch.number)
        .where(DisposalBatch.destroyed_at != "")
        .order_by(DisposalBatch.id.desc())
    )
    return tuple(session.execute(query))
