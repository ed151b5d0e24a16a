"""The timeline of an incident: the steps that the program writes into it, and a line in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.incidents.concerned import OUTCOME_NAMES, Outcome
from hvacdesk.domain.incidents.incident_texts import PART_NAMES, IncidentPart
from hvacdesk.domain.text.wording import Phrase, Words, phrase


class TimelineStep(StrEnum):
    """A line of the timeline that the program writes."""

    REPORTED = "reported"
    UNKNOWN_NUMBER = "unknown_number"
    LOOKED_AT = "looked_at"
    BEGUN = "begun"
    FOUND_AGAIN = "found_again"
    PAPER_NAMED = "paper_named"
    PAPER_LOST = "paper_lost"
    PAPER_TAKEN_OFF = "paper_taken_off"
    FACTS_CHANGED = "facts_changed"
    WRITTEN = "written"
    TOLD = "told"
    MEASURE_DECIDED = "measure_decided"
    MEASURE_DONE = "measure_done"
    MEASURE_REOPENED = "measure_reopened"
    JOINED = "joined"
    CUSTOMERS_FOUND = "customers_found"
    ASSESSED = "assessed"
    CLIENT_TOLD = "client_told"
    PRELIMINARY_SENT = "preliminary_sent"
    FINAL_SENT = "final_sent"
    LETTERS_PRINTED = "letters_printed"
    SUBSTITUTE_PUBLISHED = "substitute_published"
    CLOSED = "closed"
    REOPENED = "reopened"
    NOTE = "note"


IN_WORDS = frozenset(
    {
        TimelineStep.UNKNOWN_NUMBER,
        TimelineStep.NOTE,
        TimelineStep.MEASURE_DECIDED,
        TimelineStep.MEASURE_DONE,
        TimelineStep.MEASURE_REOPENED,
        TimelineStep.CLIENT_TOLD,
        TimelineStep.PRELIMINARY_SENT,
        TimelineStep.FINAL_SENT,
        TimelineStep.REOPENED,
    }
)
"""Steps whose lines hold what somebody typed; those of the others hold codes and numbers."""

NOT_YET_BEGUN = frozenset(
    {
        TimelineStep.REPORTED,
        TimelineStep.UNKNOWN_NUMBER,
        TimelineStep.LOOKED_AT,
        TimelineStep.FOUND_AGAIN,
        TimelineStep.PAPER_NAMED,
        TimelineStep.PAPER_LOST,
    }
)
"""Steps after which no person responsible works on the incident yet: to read it begins nothing."""

STEP_NAMES: dict[TimelineStep, Phrase] = {
    TimelineStep.REPORTED: phrase("Incidents", "Reported"),
    TimelineStep.UNKNOWN_NUMBER: phrase("Incidents", "Customer number that nobody has"),
    TimelineStep.LOOKED_AT: phrase("Incidents", "The person responsible looked at it"),
    TimelineStep.BEGUN: phrase("Incidents", "Begun to work on it"),
    TimelineStep.FOUND_AGAIN: phrase("Incidents", "The paper was found again"),
    TimelineStep.PAPER_NAMED: phrase("Incidents", "Paper named"),
    TimelineStep.PAPER_LOST: phrase("Incidents", "Paper registered as lost"),
    TimelineStep.PAPER_TAKEN_OFF: phrase("Incidents", "Paper taken off"),
    TimelineStep.FACTS_CHANGED: phrase("Incidents", "Facts changed"),
    TimelineStep.WRITTEN: phrase("Incidents", "Written down"),
    TimelineStep.TOLD: phrase("Incidents", "Customers told or tried"),
    TimelineStep.MEASURE_DECIDED: phrase("Incidents", "Measure decided"),
    TimelineStep.MEASURE_DONE: phrase("Incidents", "Measure done"),
    TimelineStep.MEASURE_REOPENED: phrase("Incidents", "Measure not done after all"),
    TimelineStep.JOINED: phrase("Incidents", "Joined with another incident"),
    TimelineStep.CUSTOMERS_FOUND: phrase("Incidents", "Customers concerned settled"),
    TimelineStep.ASSESSED: phrase("Incidents", "Assessed"),
    TimelineStep.CLIENT_TOLD: phrase("Incidents", "Client told"),
    TimelineStep.PRELIMINARY_SENT: phrase("Incidents", "Preliminary report sent"),
    TimelineStep.FINAL_SENT: phrase("Incidents", "Final report sent"),
    TimelineStep.LETTERS_PRINTED: phrase("Incidents", "Letters printed"),
    TimelineStep.SUBSTITUTE_PUBLISHED: phrase("Incidents", "Notice published in place of letters"),
    TimelineStep.CLOSED: phrase("Incidents", "Closed"),
    TimelineStep.REOPENED: phrase("Incidents", "Opened again"),
    TimelineStep.NOTE: phrase("Incidents", "Note"),
}


@dataclass(frozen=True)
class Event:
    """One line of the timeline.

    Attributes:
        text: what a person wrote, or the details of a step; of ``TOLD`` an outcome's code and customer
            numbers, of ``WRITTEN`` a part's code, of ``PAPER_LOST`` the paper's number and, if another
            incident is about the loss, that one's.
    """

    at: str
    by: str
    step: TimelineStep
    text: str = ""


def event_text(event: Event, words: Words) -> str:
    """The details of a line in words."""
    code, _, rest = event.text.partition(" ")
    if event.step is TimelineStep.TOLD and code in set(Outcome):
        return "  ".join(filter(None, (words(OUTCOME_NAMES[Outcome(code)]), rest)))
    if event.step is TimelineStep.WRITTEN and code in set(IncidentPart):
        return words(PART_NAMES[IncidentPart(code)])
    return event.text
