"""An incident of which nothing is left to do."""

from __future__ import annotations

from hvacdesk.domain.incidents.concerned import Outcome
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.incidents import Measure
from hvacdesk.domain.incidents.leak_rules import ANSWERED, Answer, Assessment
from hvacdesk.domain.roles import Actor
from hvacdesk.services.incidents.incidents import Incidents
from tests.helpers.incident_writing import assess, keep_measure, write


def finish(incidents: Incidents, actor: Actor, incident: str) -> None:
    """Do everything that must be done before an incident can be closed."""
    for part in (IncidentPart.WHAT, IncidentPart.CAUSE, IncidentPart.ACTIONS):
        write(incidents, actor, incident, part, "書きました")
    assess(incidents, actor, incident, Assessment(dict.fromkeys(ANSWERED, Answer.NO)))
    who = [one.customer for one in incidents.get(actor, incident).concerned]
    incidents.customers.note_told(actor, incident, who, Outcome.REACHED)
    for measure in incidents.get(actor, incident).measures:
        incidents.writing.finish_measure(actor, incident, measure)
    keep_measure(incidents, actor, incident, Measure("", "鍵付きの箱", actor.account, "2026-12-10"))
    incidents.writing.finish_measure(actor, incident, incidents.get(actor, incident).measures[-1])
