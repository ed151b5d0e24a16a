"""What a customer is told of their own data: everything that is stored, why, until when, and who saw it.

Source: 個人情報保護法 33条 (disclosure, in the form chosen, records of provisions to third parties included).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hvacdesk.domain.papers.register import PaperRow
from hvacdesk.domain.requests.consents import ConsentEvent
from hvacdesk.domain.requests.purposes_notice import NoticeGiven
from hvacdesk.domain.requests.request_letter import LetterName
from hvacdesk.domain.requests.requests import RequestRow
from hvacdesk.domain.text.wording import Phrase

Value = str | int | float | bool | None


@dataclass(frozen=True)
class HeldRow:
    """One stored row: every column by name, as it is stored, sealed ones opened."""

    values: Mapping[str, Value]


@dataclass(frozen=True)
class HeldTable:
    """The rows of one table that belong to the customer.

    Attributes:
        personal: the columns that are marked as personal, in their order.
        withheld: those of them that are told by word of mouth only, and whose values are not here.
    """

    name: str
    personal: tuple[str, ...]
    rows: tuple[HeldRow, ...]
    withheld: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Seen:
    """One act with the customer's data, in words. ``at`` is a stamp."""

    at: str
    who: str
    what: str


@dataclass(frozen=True)
class Provision:
    """That data was given to another firm.

    Attributes:
        on: ISO date.
        to_whom: the firm's name.
        basis: on which ground, in words: entrusted with the work, or for its own use with consent.
        fields: which data, in words.
        back: what became of it, in words; may be empty.
    """

    on: str
    to_whom: str
    basis: str
    fields: str
    back: str = ""


@dataclass(frozen=True)
class Disclosure:
    """Everything that the answer to a request for disclosure says. It exists in memory only.

    Attributes:
        to: the person who gets it, at a firm under the firm's name.
        made_on: ISO date.
        kept: why and until when the data is kept, as a sentence with what fills it in.
        held: every table that can hold the customer's data, empty ones too.
        copies: ``table.column`` of what is stored a second time to be searched by.
    """

    request: str
    customer_number: str
    to: LetterName
    made_on: str
    received_on: str
    kept: tuple[Phrase, Mapping[str, object]]
    held: tuple[HeldTable, ...] = field(repr=False)
    copies: tuple[str, ...] = ()
    seen: Sequence[Seen] = field(default=(), repr=False)
    papers: Sequence[PaperRow] = field(default=(), repr=False)
    provisions: Sequence[Provision] = field(default=(), repr=False)
    notices: Sequence[NoticeGiven] = ()
    consents: Sequence[ConsentEvent] = field(default=(), repr=False)
    requests: Sequence[RequestRow] = field(default=(), repr=False)


@dataclass(frozen=True)
class DisclosedFile:
    """A disclosure ready to be saved or printed; it exists in memory only.

    Attributes:
        content: the PDF or the JSON.
        password: of an encrypted PDF, shown once and stored nowhere; empty where there is none.
        list: record id in the register of lists outside the program.
    """

    content: bytes = field(repr=False)
    password: str = field(default="", repr=False)
    list: str = ""
