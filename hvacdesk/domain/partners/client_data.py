"""Client contractors' data: what the office was entrusted with for a job, and that it went back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.partners.partners import ClientTerms
from hvacdesk.domain.text.input_checks import known_day
from hvacdesk.domain.text.wording import Phrase, phrase


class ClientEnding(StrEnum):
    """What was done with the client's data. ``REDUCED``: a law keeps some of it, the rest is destroyed."""

    RETURNED = "returned"
    DESTROYED = "destroyed"
    REDUCED = "reduced"


CLIENT_ENDING_NAMES: dict[ClientEnding, Phrase] = {
    ClientEnding.RETURNED: phrase("Client data", "Returned to the client contractor"),
    ClientEnding.DESTROYED: phrase("Client data", "Destroyed and reported"),
    ClientEnding.REDUCED: phrase("Client data", "Reduced to what a law keeps, reported"),
}


@dataclass(frozen=True)
class ClientJob:
    """A job for a client contractor.

    Attributes:
        done_on: ISO date of its completion; empty while it is not done.
        due: ISO date by which the data goes back; empty while it is not done.
        ended_on, ending: when it went back and how; None while it has not.
    """

    job: str
    job_number: str
    client: str
    firm_record: str
    terms: ClientTerms
    done_on: str = ""
    due: str = ""
    ended_on: str = ""
    ending: ClientEnding | None = None
    confirmed_by: str = ""

    @property
    def open(self) -> bool:
        """Whether the work is done and the data has not gone back."""
        return bool(self.due) and self.ending is None


def due_day(done_on: str, terms: ClientTerms) -> str:
    """The last day for return or destruction, ISO; empty while the work is not done."""
    return (date.fromisoformat(done_on) + timedelta(days=terms.days)).isoformat() if done_on else ""


def checked_ending(done_on: str, ended_on: str, today: str) -> str:
    """The day as it is stored. Raises :class:`InvalidInput` unless the data can have gone back then."""
    if not done_on:
        raise InvalidInput("ended_on")
    first, last = date.fromisoformat(done_on), date.fromisoformat(today)
    return known_day("ended_on", ended_on, first, last).isoformat()
