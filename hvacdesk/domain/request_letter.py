"""The letter that answers a request."""

from __future__ import annotations

from dataclasses import dataclass, field

from hvacdesk.domain.erasure_requests import ErasureAnswer
from hvacdesk.domain.requests import RequestRow


@dataclass(frozen=True)
class RequestLetter:
    """What the letter says; it exists in memory only.

    Attributes:
        name, honorific: to whom it goes, in full.
        written_on: ISO date.
        text: what is said besides.
        desk: where to complain, from the notice in force.
        erasure: what a request for erasure has come to; None for other kinds and for nobody known.
    """

    row: RequestRow
    name: str = field(repr=False)
    honorific: str
    written_on: str
    text: str = field(default="", repr=False)
    desk: str = ""
    erasure: ErasureAnswer | None = None
