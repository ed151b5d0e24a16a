"""No text of an incident names whom it concerns: it is kept longer than their data.

What is typed once they are on the list is refused; what was written before is blacked out when they come to
it, since they have to be listed. Looked for is what :mod:`~hvacdesk.domain.fields` says of each field, also
of the registration in which one who was merged lives on. A client contractor may be named though it is a
customer: the report to the authorities has to.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.fields import Use
from hvacdesk.domain.incidents.incident_steps import IN_WORDS
from hvacdesk.domain.partners.partners import firm_key
from hvacdesk.domain.text.traces import Blackout, Trace, Written
from hvacdesk.store.customers import people
from hvacdesk.store.models import (
    Customer,
    Incident,
    IncidentCustomer,
    IncidentEvent,
    IncidentMeasure,
    IncidentText,
)

_TYPED = ("client", "preliminary_number", "final_number")
"""Columns of an incident itself that people type into."""


def names_somebody(
    session: Session, incident: Incident, texts: Collection[str], *, client: str | None = None
) -> frozenset[str]:
    """The texts that hold anything by which those concerned, or who is named with them, are recognised.

    Args:
        client: who becomes the incident's client, where that is another one than so far.
    """
    client = incident.client if client is None else client
    written = {text: Written(text) for text in texts if text}
    found: set[str] = set()
    for trace in _traces(session, incident, client) if written else ():
        found |= {text for text, one in written.items() if text not in found and one.holds(trace)}
    return frozenset(found)


def take_names_out(session: Session, incident: Incident, *, listed_of: Incident | None = None) -> None:
    """Black all of that out in what is written in the incident so far.

    Args:
        listed_of: the incident that has the list of those concerned, where it is another one by now.
    """
    pieces: list[IncidentText | IncidentMeasure | IncidentEvent] = [*incident.texts, *incident.measures]
    pieces += [one for one in incident.events if one.step in IN_WORDS]
    if not (pieces or any(getattr(incident, name) for name in _TYPED)):
        return
    clean = Blackout(_traces(session, listed_of or incident, incident.client), on_paper=False)
    for one in pieces:
        one.text = clean(one.text)
    _clean_told(incident, clean)
    for name in _TYPED:
        setattr(incident, name, clean(getattr(incident, name)))


def _clean_told(incident: Incident, clean: Blackout) -> None:
    """The days on which clients were told, by what the clients are called from now on."""
    answers = json.loads(incident.answers)
    if told := answers.get("told"):
        known, called = firm_key(incident.client), firm_key(clean(incident.client))
        answers["told"] = {called if key == known else key: day for key, day in told.items()}
        incident.answers = json.dumps(answers, sort_keys=True)


def _traces(session: Session, incident: Incident, client: str) -> Iterator[Trace]:
    """What is looked for of those on an incident's list; names of its clients are not."""
    called = (firm_key(client), *json.loads(incident.answers).get("told", ()))
    listed = select(IncidentCustomer.customer).where(IncidentCustomer.incident_id == incident.id)
    own = select(Customer.id).where(Customer.record_id.in_(listed))
    living = select(Customer.merged_into_id).where(Customer.record_id.in_(listed))
    for held in people.everything(session, own.union(living)):
        for trace in held.traces(Use.BARRED):
            others = tuple(
                one for one in trace.organisations if not any(firm_key(one) in key for key in called)
            )
            yield replace(trace, organisations=others) if others != trace.organisations else trace
