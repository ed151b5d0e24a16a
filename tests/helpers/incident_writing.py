"""What a person responsible writes about an incident who has just looked at it."""

from __future__ import annotations

from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentFacts, Measure
from hvacdesk.domain.incidents.leak_rules import Assessment
from hvacdesk.domain.roles import Actor
from hvacdesk.services.incidents.incidents import Incidents


def save_facts(desk: Incidents, actor: Actor, incident: str, facts: IncidentFacts) -> None:
    """Write what is known."""
    desk.writing.save_facts(actor, incident, facts, shown=desk.get(actor, incident).facts)


def write(desk: Incidents, actor: Actor, incident: str, part: IncidentPart, text: str) -> None:
    """Write one of the texts."""
    desk.writing.write(actor, incident, part, text, shown=desk.get(actor, incident).texts.get(part, ""))


def edit_item(
    desk: Incidents, actor: Actor, incident: str, report: CommissionReport, number: int, text: str
) -> None:
    """Change an item of a report's draft."""
    shown = desk.get(actor, incident).edited.get((report, number), "")
    desk.writing.edit_item(actor, incident, report, number, text, shown=shown)


def assess(desk: Incidents, actor: Actor, incident: str, answers: Assessment) -> None:
    """Answer the questions of the law."""
    desk.writing.assess(actor, incident, answers, shown=desk.get(actor, incident).assessment)


def keep_measure(desk: Incidents, actor: Actor, incident: str, measure: Measure) -> None:
    """Decide a measure, or change one."""
    known = desk.get(actor, incident).measures
    shown = next((one for one in known if one.measure == measure.measure), measure)
    desk.writing.keep_measure(actor, incident, measure, shown=shown)
