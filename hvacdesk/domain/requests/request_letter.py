"""The letter that answers a request."""

from __future__ import annotations

from dataclasses import dataclass, field

from hvacdesk.domain.papers.print_view import PERSON_HONORIFIC
from hvacdesk.domain.requests.erasure_requests import ErasureAnswer
from hvacdesk.domain.requests.requests import RequestRow


@dataclass(frozen=True)
class LetterName:
    """To whom a letter goes, in full; ``firm`` is printed above the person there, empty where there is none.

    An empty ``name`` is a line to write it on: nobody noted who asked for the firm.
    """

    name: str = field(repr=False)
    honorific: str
    firm: str = field(default="", repr=False)

    @property
    def line(self) -> str:
        """All of it on one line."""
        return "　".join(filter(None, (self.firm, f"{self.name} {self.honorific}" if self.name else "")))


def name_at_firm(firm: str, person: str, name: str, *, by_agent: bool) -> LetterName:
    """The person at a firm who asked: noted as such, or who asked as a stranger before the firm was known."""
    return LetterName(person or ("" if by_agent else name), PERSON_HONORIFIC, firm)


@dataclass(frozen=True)
class RequestLetter:
    """What the letter says; it exists in memory only.

    Attributes:
        written_on: ISO date.
        text: what else is said.
        desk: where to complain, from the notice in force.
        erasure: what a request for erasure has come to; None for other kinds and for nobody known.
    """

    row: RequestRow
    to: LetterName
    written_on: str
    text: str = field(default="", repr=False)
    desk: str = ""
    erasure: ErasureAnswer | None = None
