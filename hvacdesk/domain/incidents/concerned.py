"""Whom an incident concerns: how they came onto its list, how far they were told, why some were taken off."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.wording import Phrase, phrase


class Extent(StrEnum):
    """Whom it concerns. ``UNTRACEABLE``: somebody, but nobody can tell who."""

    OPEN = "open"
    LISTED = "listed"
    EVERYBODY = "everybody"
    UNTRACEABLE = "untraceable"


EXTENT_NAMES: dict[Extent, Phrase] = {
    Extent.OPEN: phrase("Incidents", "Not settled yet"),
    Extent.LISTED: phrase("Incidents", "The customers on the list"),
    Extent.EVERYBODY: phrase("Incidents", "All customers"),
    Extent.UNTRACEABLE: phrase("Incidents", "Cannot be traced"),
}


class Found(StrEnum):
    """How a customer came onto the list."""

    PAPER = "paper"
    LOG = "log"
    BATCH = "batch"
    EVERYBODY = "everybody"
    HAND = "hand"
    DRILL = "drill"


FOUND_NAMES: dict[Found, Phrase] = {
    Found.PAPER: phrase("Incidents", "by the paper"),
    Found.LOG: phrase("Incidents", "by the log"),
    Found.BATCH: phrase("Incidents", "by the disposal"),
    Found.EVERYBODY: phrase("Incidents", "as everybody"),
    Found.HAND: phrase("Incidents", "by hand"),
    Found.DRILL: phrase("Incidents", "made up"),
}


class ListReason(StrEnum):
    """Why somebody was put onto the list or taken off it by hand. Codes only."""

    SEEN_ON_PAPER = "seen_on_paper"
    STAFF_SAID = "staff_said"
    OUTSIDER_SAID = "outsider_said"
    NOT_CONCERNED = "not_concerned"
    DATA_MASKED = "data_masked"
    PAPER_FOUND = "paper_found"
    WRONG_ENTRY = "wrong_entry"


ADD_REASONS: dict[ListReason, Phrase] = {
    ListReason.SEEN_ON_PAPER: phrase("Incidents", "Stood on the paper or in the file"),
    ListReason.STAFF_SAID: phrase("Incidents", "A member of the staff said so"),
    ListReason.OUTSIDER_SAID: phrase("Incidents", "Somebody outside said so"),
}
REMOVE_REASONS: dict[ListReason, Phrase] = {
    ListReason.NOT_CONCERNED: phrase("Incidents", "Checked: not concerned"),
    ListReason.DATA_MASKED: phrase("Incidents", "Only masked data could be seen"),
    ListReason.PAPER_FOUND: phrase("Incidents", "Paper found again: nobody can have read it"),
    ListReason.WRONG_ENTRY: phrase("Incidents", "Entered by mistake"),
}
LIST_REASON_NAMES: dict[ListReason, Phrase] = {**ADD_REASONS, **REMOVE_REASONS}


class Outcome(StrEnum):
    """How far a customer has been told."""

    NOT_YET = ""
    REACHED = "reached"
    IN_PERSON = "in_person"
    LETTER = "letter"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    LETTER_BACK = "letter_back"


OUTCOME_NAMES: dict[Outcome, Phrase] = {
    Outcome.NOT_YET: phrase("Incidents", "Not told yet"),
    Outcome.REACHED: phrase("Incidents", "Told by telephone"),
    Outcome.IN_PERSON: phrase("Incidents", "Told in person"),
    Outcome.LETTER: phrase("Incidents", "Told by letter"),
    Outcome.NO_ANSWER: phrase("Incidents", "No answer"),
    Outcome.WRONG_NUMBER: phrase("Incidents", "Number not in use"),
    Outcome.LETTER_BACK: phrase("Incidents", "Letter came back"),
}

TOLD = frozenset({Outcome.REACHED, Outcome.IN_PERSON, Outcome.LETTER})


@dataclass(frozen=True)
class Concerned:
    """A customer whom an incident concerns.

    Attributes:
        customer: record id of the customer as found; of a made-up one in a drill, ``drill`` and a number.
        number: as it was; it stays when the customer is destroyed.
        name: masked; empty for a destroyed customer.
        living: record id of the customer to write to, after mergers; empty once destroyed.
        living_number: that customer's number.
        has_phone, has_address: whether there is one to call or to write to.
        removed: taken off the list by hand, with ``reason``.
        clients: the client contractors that entrusted the office with this customer's data.
        found_on: ISO date on which the last of the papers with this customer's data was found again; empty
            while one is missing.
    """

    customer: str
    number: str
    found: Found
    fields: tuple[CustomerField, ...] = ()
    name: Masked = field(default_factory=lambda: Masked(""))
    living: str = ""
    living_number: str = ""
    has_phone: bool = False
    has_address: bool = False
    outcome: Outcome = Outcome.NOT_YET
    outcome_at: str = ""
    tries: int = 0
    letter_at: str = ""
    reason: ListReason | None = None
    removed: bool = False
    clients: tuple[str, ...] = ()
    found_on: str = ""

    @property
    def told(self) -> bool:
        return self.outcome in TOLD

    @property
    def out_of_reach(self) -> bool:
        """Whether the office cannot tell this person: destroyed, or without phone and address."""
        return not self.told and not (self.living and (self.has_phone or self.has_address))
