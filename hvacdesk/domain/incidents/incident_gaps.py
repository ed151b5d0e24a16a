"""What is missing before an incident can be closed: only when everything is done is it finished."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.incidents.concerned import Extent
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.incidents.leak_rules import LeakVerdict
from hvacdesk.domain.text.wording import Phrase, phrase


class Gap(StrEnum):
    """What is missing before an incident can be closed."""

    CLIENT = "client"
    WHAT = "what"
    EXTENT = "extent"
    ASSESSMENT = "assessment"
    PRELIMINARY = "preliminary"
    FINAL = "final"
    TELLING = "telling"
    SUBSTITUTE = "substitute"
    CAUSE = "cause"
    ACTIONS = "actions"
    PREVENTION = "prevention"
    PREVENTION_OPEN = "prevention_open"


GAP_NAMES: dict[Gap, Phrase] = {
    Gap.CLIENT: phrase("Incidents", "Tell the client contractor first."),
    Gap.WHAT: phrase("Incidents", "Write down what happened."),
    Gap.EXTENT: phrase("Incidents", "Settle which customers it concerns."),
    Gap.ASSESSMENT: phrase("Incidents", "Answer whether it has to be reported."),
    Gap.PRELIMINARY: phrase("Incidents", "Send the preliminary report and note its day."),
    Gap.FINAL: phrase("Incidents", "Send the final report and note its day."),
    Gap.TELLING: phrase("Incidents", "Tell every customer concerned, or say why not."),
    Gap.SUBSTITUTE: phrase("Incidents", "Publish for those not reached; note the day."),
    Gap.CAUSE: phrase("Incidents", "Write down how it could happen."),
    Gap.ACTIONS: phrase("Incidents", "Write down what was done at once."),
    Gap.PREVENTION: phrase("Incidents", "Decide what prevents it, who sees to it, and by when."),
    Gap.PREVENTION_OPEN: phrase("Incidents", "Finish every measure of prevention."),
}

_WRITTEN = (
    (IncidentPart.WHAT, Gap.WHAT),
    (IncidentPart.CAUSE, Gap.CAUSE),
    (IncidentPart.ACTIONS, Gap.ACTIONS),
)


def gaps(incident: IncidentDetail) -> tuple[Gap, ...]:
    """What is missing before the incident can be closed, in the order of work."""
    found = {gap for part, gap in _WRITTEN if not incident.texts.get(part)}
    if incident.clients_to_tell:
        found.add(Gap.CLIENT)
    if incident.extent is Extent.OPEN or (incident.extent is Extent.LISTED and not incident.concerned):
        found.add(Gap.EXTENT)
    verdict = incident.judgement.verdict
    if verdict is LeakVerdict.UNDECIDED or incident.judgement.unanswered:
        found.add(Gap.ASSESSMENT)
    if verdict.reported:
        found |= {
            gap
            for gap, on in ((Gap.PRELIMINARY, incident.preliminary_on), (Gap.FINAL, incident.final_on))
            if not on
        }
    found |= _notice_gaps(incident)
    if not incident.measures:
        found.add(Gap.PREVENTION)
    elif not all(one.done_on for one in incident.measures):
        found.add(Gap.PREVENTION_OPEN)
    return tuple(gap for gap in Gap if gap in found)


def _notice_gaps(incident: IncidentDetail) -> set[Gap]:
    """People are told, unless nothing has to be reported and a reason is written down.

    Of entrusted data it is enough to tell the client: the duty is the client's then (個人情報保護法 26条2項),
    and writing to a client's customers unasked may break the contract.
    """
    if incident.assessment.client_knows and not incident.own_customers:
        return set()
    duty = incident.judgement.verdict is LeakVerdict.REPORT
    if not duty and incident.texts.get(IncidentPart.NO_NOTICE):
        return set()
    found = set()
    people = incident.own_customers if incident.assessment.client_knows else incident.concerned
    if any(not one.told and not one.out_of_reach for one in people):
        found.add(Gap.TELLING)
    hidden = incident.extent is Extent.UNTRACEABLE or any(one.out_of_reach for one in people)
    if hidden and not incident.substitute_on:
        found.add(Gap.SUBSTITUTE)
    return found


class StillMissing(UserFacingError):
    """It cannot be closed yet.

    Attributes:
        missing: what is not done.
    """

    what = phrase("Errors", "This incident cannot be closed yet.")
    todo = phrase("Errors", "The list beside the button says what is missing.")

    def __init__(self, missing: Collection[Gap]) -> None:
        super().__init__()
        self.missing = tuple(missing)
