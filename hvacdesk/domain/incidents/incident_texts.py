"""The texts of an incident: what the person responsible writes, and the two reports to the commission.

They name no customer, so that the incident can outlive their data.
"""

from __future__ import annotations

from enum import StrEnum

from hvacdesk.domain.text.input_checks import clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

TEXT_LIMIT = 4_000


class IncidentPart(StrEnum):
    """A text that the person responsible writes."""

    WHAT = "what"
    CAUSE = "cause"
    SECONDARY = "secondary"
    ACTIONS = "actions"
    PUBLICATION = "publication"
    OTHER = "other"
    NO_NOTICE = "no_notice"
    NO_CLIENT = "no_client"
    LETTER_WHAT = "letter_what"
    LETTER_CAUSE = "letter_cause"
    LETTER_DAMAGE = "letter_damage"
    LETTER_MEASURES = "letter_measures"


PART_NAMES: dict[IncidentPart, Phrase] = {
    IncidentPart.WHAT: phrase("Incidents", "What happened"),
    IncidentPart.CAUSE: phrase("Incidents", "How it could happen"),
    IncidentPart.SECONDARY: phrase("Incidents", "Damage that followed or may follow"),
    IncidentPart.ACTIONS: phrase("Incidents", "What was done at once"),
    IncidentPart.PUBLICATION: phrase("Incidents", "Publication"),
    IncidentPart.OTHER: phrase("Incidents", "Anything else"),
    IncidentPart.NO_NOTICE: phrase("Incidents", "Why nobody has to be told"),
    IncidentPart.NO_CLIENT: phrase("Incidents", "Why the client contractor need not be told"),
    IncidentPart.LETTER_WHAT: phrase("Incidents", "Letter: what happened"),
    IncidentPart.LETTER_CAUSE: phrase("Incidents", "Letter: how it happened"),
    IncidentPart.LETTER_DAMAGE: phrase("Incidents", "Letter: damage that may follow"),
    IncidentPart.LETTER_MEASURES: phrase("Incidents", "Letter: what we do"),
}


LETTER_PARTS = (
    IncidentPart.LETTER_WHAT,
    IncidentPart.LETTER_CAUSE,
    IncidentPart.LETTER_DAMAGE,
    IncidentPart.LETTER_MEASURES,
)
"""What customers read in letters and in the notice; the other texts stay inside or go into the reports."""


class CommissionReport(StrEnum):
    """Which of the two reports to the commission."""

    PRELIMINARY = "preliminary"
    FINAL = "final"


REPORT_TITLES: dict[CommissionReport, Phrase] = {
    CommissionReport.PRELIMINARY: phrase("Documents", "Leak report, preliminary (draft)"),
    CommissionReport.FINAL: phrase("Documents", "Leak report, final (draft)"),
}
ITEM_TITLES: tuple[Phrase, ...] = (
    phrase("Documents", "Outline"),
    phrase("Documents", "Items of personal data"),
    phrase("Documents", "Number of people"),
    phrase("Documents", "Cause"),
    phrase("Documents", "Secondary damage, or its possibility, and what it is"),
    phrase("Documents", "What is done towards the people concerned"),
    phrase("Documents", "Publication"),
    phrase("Documents", "What is done so that it does not happen again"),
    phrase("Documents", "Other matters of note"),
)
"""In the order of the law."""


def checked_text(name: str, text: str) -> str:
    """A text as it is stored: no card or My Number. Raises :class:`InvalidInput`."""
    tidy = clean_text(name, text, limit=TEXT_LIMIT)
    check_free_text(name, tidy)
    return tidy
