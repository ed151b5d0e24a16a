"""The notice 個人情報の取り扱いについて: what the office must make knowable, and how a customer was given it.

Source: 個人情報保護法 21 (purposes stated before collecting on a form) and 32 (what is made knowable: name,
address, representative, purposes, procedure and fee, complaints desk, security measures), read in 2026-11.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from hvacdesk.domain.errors import Missing
from hvacdesk.domain.text.input_checks import clean_text
from hvacdesk.domain.text.wording import Phrase, Words, phrase

TEXT_LIMIT = 3_000
"""Characters of one part: more does not fit the two pages that are handed over."""

NOTICE_LAW = "個人情報保護法 第21条・第32条"
NOTICE_AS_OF = "2026-11"


class NoticeWay(StrEnum):
    """How a customer was given the notice."""

    PAPER = "paper"
    READ_OUT = "read_out"
    POSTED = "posted"
    EMAIL = "email"
    WITH_ESTIMATE = "with_estimate"


NOTICE_WAY_NAMES: dict[NoticeWay, Phrase] = {
    NoticeWay.PAPER: phrase("Notice", "On paper"),
    NoticeWay.READ_OUT: phrase("Notice", "Read out, by phone"),
    NoticeWay.POSTED: phrase("Notice", "Shown on the wall at the counter"),
    NoticeWay.EMAIL: phrase("Notice", "By e-mail"),
    NoticeWay.WITH_ESTIMATE: phrase("Notice", "Together with an estimate"),
}


@dataclass(frozen=True)
class NoticeTexts:
    """The parts that the office writes itself; its name, address and representative come from its facts.

    Attributes:
        purposes: what the data is used for.
        procedure: how to ask for disclosure, correction, suspension or erasure, and how identity is checked.
        fee: what a disclosure costs.
        desk: where to complain.
        measures: how the data is kept safe, in words that do not help a thief.
    """

    purposes: str = ""
    procedure: str = ""
    fee: str = ""
    desk: str = ""
    measures: str = ""


NOTICE_PARTS: dict[str, Phrase] = {
    "purposes": phrase("Notice", "What the data is used for"),
    "procedure": phrase("Notice", "How people ask to see, correct, stop or erase their data"),
    "fee": phrase("Notice", "Fee"),
    "desk": phrase("Notice", "Complaints and questions"),
    "measures": phrase("Notice", "How the data is kept safe"),
}
"""In the order in which they are printed."""

_FIRST: dict[str, Phrase] = {
    "purposes": phrase(
        "Notice",
        "1. To estimate, install, repair and inspect air conditioners, and to carry out the order\n"
        "2. To send invoices and confirm payments\n"
        "3. To keep in touch about the work and for warranty and after-sales service\n"
        "4. To keep the records that laws require\n"
        "Other uses only with your consent.",
    ),
    "procedure": phrase(
        "Notice",
        "Ask at the counter, by phone or by post. We confirm who you are with an identity document, "
        "of which we record the kind but not the number, and answer within two weeks.",
    ),
    "fee": phrase("Notice", "Free of charge."),
    "desk": phrase("Notice", "Our office, at the phone number above, on working days."),
    "measures": phrase(
        "Notice",
        "We keep data encrypted, show staff only what their work needs, record who looked at it, lock papers "
        "away, train staff every year, check partner firms, and destroy what is no longer needed.",
    ),
}


def first_texts(words: Words) -> NoticeTexts:
    """What the office may start from, in the reader's language."""
    return NoticeTexts(**{part: words(text) for part, text in _FIRST.items()})


@dataclass(frozen=True)
class NoticeVersion:
    """One wording, kept as it was. ``number`` counts from 1; ``made_on`` is an ISO date."""

    number: int
    made_on: str
    made_by: str
    texts: NoticeTexts


@dataclass(frozen=True)
class NoticeGiven:
    """That one customer was given the notice. ``given_on`` is an ISO date."""

    version: int
    given_on: str
    way: NoticeWay
    given_by: str


def checked_texts(texts: NoticeTexts) -> NoticeTexts:
    """The texts as they are stored. Raises :class:`Missing` for an empty part and :class:`TooLong`."""
    tidy = {part: clean_text(part, text, limit=TEXT_LIMIT) for part, text in asdict(texts).items()}
    for part, text in tidy.items():
        if not text:
            raise Missing(part)
    return NoticeTexts(**tidy)
