"""What customers agreed to beyond the order itself, and took back.

Each kind says what it allows and by which law it is needed. A withdrawal takes effect at once: code that
would do what a kind is for asks :func:`hvacdesk.store.requests.consents.allowed` first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

NOTE_LIMIT = 200


class ConsentKind(StrEnum):
    """What a customer may agree to."""

    THIRD_PARTY = "third_party"
    PHOTOS = "photos"
    REMINDERS = "reminders"


class ConsentWay(StrEnum):
    """How the customer said so."""

    SIGNED = "signed"
    COUNTER = "counter"
    PHONE = "phone"
    EMAIL = "email"


CONSENT_WAY_NAMES: dict[ConsentWay, Phrase] = {
    ConsentWay.SIGNED: phrase("Consents", "Signed on paper"),
    ConsentWay.COUNTER: phrase("Consents", "Said at the counter"),
    ConsentWay.PHONE: phrase("Consents", "Said on the phone"),
    ConsentWay.EMAIL: phrase("Consents", "Written by e-mail or post"),
}


@dataclass(frozen=True)
class ConsentFacts:
    """One kind of consent: its name, what it allows, what a withdrawal does, and why it is asked for."""

    name: Phrase
    allows: Phrase
    withdrawn: Phrase
    source: str
    as_of: str


CONSENTS: dict[ConsentKind, ConsentFacts] = {
    ConsentKind.THIRD_PARTY: ConsentFacts(
        phrase("Consents", "Data given to another firm"),
        phrase("Consents", "Another firm gets the data for its own use, for example a maker's guarantee."),
        phrase("Consents", "No further data may be given to other firms for their own use."),
        "個人情報保護法 第27条第1項（第三者提供の同意）",
        "2026-11",
    ),
    ConsentKind.PHOTOS: ConsentFacts(
        phrase("Consents", "Photos of the site"),
        phrase("Consents", "Photos of the rooms are taken for the work and its report."),
        phrase("Consents", "No further photos are taken; the job's page says so."),
        "個人情報保護法 第18条・第20条、通則編 3-1（写真は個人情報になり得る）",
        "2026-11",
    ),
    ConsentKind.REMINDERS: ConsentFacts(
        phrase("Consents", "Reminders of cleaning and inspection"),
        phrase("Consents", "The office writes or calls when cleaning or an agreed inspection is due."),
        phrase("Consents", "Agreed recurring work is no longer listed as due; duties by law stay listed."),
        "特定商取引法・特定電子メール法の再勧誘の考え方、事務所の決まり",
        "2026-11",
    ),
}

NO_PHOTOS = Caution(CautionKind.NO_PHOTOS)
"""Shown with each job of a customer who took back the consent to photos, on screen and on its work order."""


@dataclass(frozen=True)
class ConsentEvent:
    """That a customer agreed, or took it back. ``on`` is an ISO date.

    Attributes:
        note: what exactly, in the office's words; destroyed with the customer's data.
    """

    kind: ConsentKind
    given: bool
    on: str
    way: ConsentWay
    recorded_by: str = ""
    note: str = ""


def checked_note(note: str) -> str:
    """The note as it is stored. Raises :class:`InvalidInput`, also for a number that is never stored."""
    tidy = clean_line("note", note, limit=NOTE_LIMIT)
    check_free_text("note", tidy)
    return tidy
