"""The steps of an incident that the program writes into its timeline."""

from __future__ import annotations

from enum import StrEnum

from hvacdesk.domain.wording import Phrase, phrase


class Step(StrEnum):
    """A line of the timeline that the program writes."""

    REPORTED = "reported"
    LOOKED_AT = "looked_at"
    FOUND_AGAIN = "found_again"
    PAPER_NAMED = "paper_named"
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


NOT_YET_BEGUN = frozenset({Step.REPORTED, Step.LOOKED_AT, Step.FOUND_AGAIN, Step.PAPER_NAMED})
"""Steps by which nobody responsible has begun to work at an incident."""

STEP_NAMES: dict[Step, Phrase] = {
    Step.REPORTED: phrase("Incidents", "Reported"),
    Step.LOOKED_AT: phrase("Incidents", "The person responsible looked at it"),
    Step.FOUND_AGAIN: phrase("Incidents", "The paper was found again"),
    Step.PAPER_NAMED: phrase("Incidents", "Paper named"),
    Step.PAPER_TAKEN_OFF: phrase("Incidents", "Paper taken off"),
    Step.FACTS_CHANGED: phrase("Incidents", "Facts changed"),
    Step.WRITTEN: phrase("Incidents", "Written down"),
    Step.TOLD: phrase("Incidents", "Customers told or tried"),
    Step.MEASURE_DECIDED: phrase("Incidents", "Measure decided"),
    Step.MEASURE_DONE: phrase("Incidents", "Measure done"),
    Step.MEASURE_REOPENED: phrase("Incidents", "Measure not done after all"),
    Step.JOINED: phrase("Incidents", "Joined with another incident"),
    Step.CUSTOMERS_FOUND: phrase("Incidents", "Customers concerned settled"),
    Step.ASSESSED: phrase("Incidents", "Assessed"),
    Step.CLIENT_TOLD: phrase("Incidents", "Client told"),
    Step.PRELIMINARY_SENT: phrase("Incidents", "Preliminary report sent"),
    Step.FINAL_SENT: phrase("Incidents", "Final report sent"),
    Step.LETTERS_PRINTED: phrase("Incidents", "Letters printed"),
    Step.SUBSTITUTE_PUBLISHED: phrase("Incidents", "Notice published in place of letters"),
    Step.CLOSED: phrase("Incidents", "Closed"),
    Step.REOPENED: phrase("Incidents", "Opened again"),
    Step.NOTE: phrase("Incidents", "Note"),
}
