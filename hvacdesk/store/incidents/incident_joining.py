"""Two incidents that turn out to be one: what is written in the one is moved into the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.incidents.concerned import TOLD, Extent
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incident_texts import TEXT_LIMIT
from hvacdesk.store.incidents import incidents, naming
from hvacdesk.store.models import Incident, IncidentCustomer

_WIDER = (Extent.OPEN, Extent.LISTED, Extent.UNTRACEABLE, Extent.EVERYBODY)
"""Of two, the one that concerns more people holds for both."""

_FACTS = (
    *("account", "batch", "client", "client_told_on", "substitute_on"),
    *("preliminary_on", "preliminary_number", "final_on", "final_number"),
)
"""Where both say something, what the one says that goes on holds."""

_OF_A_LINE = (
    *("customer", "customer_number", "found", "fields", "reason", "removed"),
    *("outcome", "outcome_at", "outcome_by", "tries", "letter_at"),
)


def join(session: Session, into: Incident, other: Incident, by: str, at: datetime) -> None:
    """Put everything of ``other`` into ``into`` and close it. The earlier day of knowing holds for both."""
    _join_facts(into, other)
    _join_texts(into, other, by, at)
    with session.no_autoflush:  # what is of neither for a moment would be deleted
        for paper in list(other.papers):
            if all(one.paper != paper.paper for one in into.papers):
                other.papers.remove(paper)
                into.papers.append(paper)
        for measure in list(other.measures):
            other.measures.remove(measure)
            into.measures.append(measure)
    _join_customers(session, into, other)
    if not into.seen_at:
        into.seen_at, into.seen_by = other.seen_at, other.seen_by
    incidents.add_event(into, at, by, TimelineStep.JOINED, other.number)
    incidents.add_event(other, at, by, TimelineStep.JOINED, into.number)
    other.joined_into, other.closed_at, other.closed_by = into.record_id, stamp(at), by
    if not other.seen_at:
        other.seen_at, other.seen_by = stamp(at), by
    for one in (into, other):
        naming.take_names_out(session, one, listed_of=into)


def _join_facts(into: Incident, other: Incident) -> None:
    into.known_on = min(into.known_on, other.known_on)
    into.happened_from = min(filter(None, (into.happened_from, other.happened_from)), default="")
    into.happened_until = max(into.happened_until, other.happened_until)
    for name in _FACTS:
        setattr(into, name, getattr(into, name) or getattr(other, name))
    mine, theirs = incidents.assessment_of(into), incidents.assessment_of(other)
    kept = mine if mine.triggers else replace(theirs, client=into.client, client_told_on=into.client_told_on)
    incidents.put_assessment(into, replace(kept, told={**theirs.told, **mine.told}))
    into.extent = max(into.extent, other.extent, key=lambda one: _WIDER.index(Extent(one)))


def _join_texts(into: Incident, other: Incident, by: str, at: datetime) -> None:
    """If both have a text, the other's is put below; if there is no room, it goes into the timeline."""
    mine = {one.part: one.text for one in into.texts}
    for text in other.texts:
        known = mine.get(text.part, "")
        both = f"{known}\n{text.text}" if known else text.text
        if text.text == known or (known and ":" in text.part):
            continue  # an item of a report that was worded by hand stays as it is
        if len(both) <= TEXT_LIMIT:
            incidents.put_text(into, text.part, both)
        else:
            incidents.add_event(into, at, by, TimelineStep.NOTE, f"{other.number}  {text.text}")


def _join_customers(session: Session, into: Incident, other: Incident) -> None:
    """A customer on both lists is there once: with the fields of both, and told if told once.

    Who was taken off one list only stays on: the reason was about what is in that incident. How they came
    onto the list, and why, is then said as on the list where they still were.
    """
    mine = {line.customer: line for line in into.customers}
    for line in list(other.customers):
        known = mine.get(line.customer)
        if known is None:
            session.add(_copied(line, into.id))
            continue
        fields = dict.fromkeys(filter(None, (*known.fields.split(","), *line.fields.split(","))))
        known.fields = ",".join(sorted(fields))
        if known.removed and not line.removed:
            known.removed, known.found, known.reason = False, line.found, line.reason
        known.tries += line.tries
        known.letter_at = max(known.letter_at, line.letter_at)
        if _told_more(line) > _told_more(known):
            known.outcome, known.outcome_at = line.outcome, line.outcome_at
            known.outcome_by = line.outcome_by
    session.flush()
    session.expire(into, ["customers"])


def _told_more(line: IncidentCustomer) -> tuple[bool, bool]:
    """Whether they were told, and whether anybody tried: what says more is the greater one."""
    return line.outcome in TOLD, bool(line.outcome)


def _copied(line: IncidentCustomer, incident: int) -> IncidentCustomer:
    return IncidentCustomer(incident_id=incident, **{name: getattr(line, name) for name in _OF_A_LINE})
