"""Violations of the office's rules and what followed 違反・処分の記録.

Source: the office's own rule 4: everyone knows what breaking the rules costs. The stated penalties follow
the work rules of the office; a cut in pay is bounded by 労働基準法 91条 (read 2026-11).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.errors import Missing
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, clean_date, clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

TEXT_LIMIT = 1_000


class ViolationKind(StrEnum):
    """What happened."""

    PAPER_LEFT = "paper_left"
    WRONG_RECIPIENT = "wrong_recipient"
    SHARED_LOGIN = "shared_login"
    UNLOCKED_SCREEN = "unlocked_screen"
    CURIOUS_LOOK = "curious_look"
    CARRIED_OUT = "carried_out"
    WRONG_DISPOSAL = "wrong_disposal"
    POSTED = "posted"
    MISUSE = "misuse"
    NOT_REPORTED = "not_reported"
    OTHER = "other"


VIOLATION_NAMES: dict[ViolationKind, Phrase] = {
    ViolationKind.PAPER_LEFT: phrase("Violations", "Papers left behind or lost"),
    ViolationKind.WRONG_RECIPIENT: phrase("Violations", "Sent or handed to the wrong person"),
    ViolationKind.SHARED_LOGIN: phrase("Violations", "Passphrase or PIN shared"),
    ViolationKind.UNLOCKED_SCREEN: phrase("Violations", "Screen left open"),
    ViolationKind.CURIOUS_LOOK: phrase("Violations", "Customer data looked at without need"),
    ViolationKind.CARRIED_OUT: phrase("Violations", "Data carried out without permission"),
    ViolationKind.WRONG_DISPOSAL: phrase("Violations", "Thrown away without shredding"),
    ViolationKind.POSTED: phrase("Violations", "Posted or told to outsiders"),
    ViolationKind.MISUSE: phrase("Violations", "Used for one's own ends"),
    ViolationKind.NOT_REPORTED: phrase("Violations", "Incident not reported"),
    ViolationKind.OTHER: phrase("Violations", "Other"),
}


class Consequence(StrEnum):
    """What followed."""

    UNDECIDED = "undecided"
    TALK = "talk"
    TRAINING_AGAIN = "training_again"
    WRITTEN_WARNING = "written_warning"
    ACCESS_WITHDRAWN = "access_withdrawn"
    PAY_CUT = "pay_cut"
    SUSPENSION = "suspension"
    DISMISSAL = "dismissal"
    NONE = "none"


CONSEQUENCE_NAMES: dict[Consequence, Phrase] = {
    Consequence.UNDECIDED: phrase("Violations", "not decided yet"),
    Consequence.TALK: phrase("Violations", "Spoken warning"),
    Consequence.TRAINING_AGAIN: phrase("Violations", "Written apology and training again"),
    Consequence.WRITTEN_WARNING: phrase("Violations", "Written warning"),
    Consequence.ACCESS_WITHDRAWN: phrase("Violations", "Access withdrawn"),
    Consequence.PAY_CUT: phrase("Violations", "Cut in pay"),
    Consequence.SUSPENSION: phrase("Violations", "Suspension from work"),
    Consequence.DISMISSAL: phrase("Violations", "Dismissal"),
    Consequence.NONE: phrase("Violations", "No penalty"),
}


@dataclass(frozen=True)
class ViolationRecord:
    """What an owner writes down.

    Attributes:
        on: ISO date on which it happened.
        account: the staff member concerned.
        what: in own words; never about a customer.
        followed: what was done, in own words; never about a customer.
    """

    on: str
    account: str
    kind: ViolationKind
    what: str = ""
    consequence: Consequence = Consequence.UNDECIDED
    followed: str = ""


@dataclass(frozen=True)
class ViolationRow:
    """A violation in the register; ``closed_on`` is empty while it is open."""

    violation: str
    number: str
    record: ViolationRecord
    name: str
    recorded_by: str
    recorded_on: str
    version: int
    closed_on: str = ""
    closed_by: str = ""


def checked_violation(record: ViolationRecord, today: date, *, allow_number: bool = False) -> ViolationRecord:
    """The record as it is stored.

    Raises:
        InvalidInput: names ``on``, ``account``, ``what`` or ``followed``; card numbers and My Numbers are
            refused as in every other note.
    """
    on = clean_date("on", record.on, EARLIEST_WORK, today)
    if not on:
        raise Missing("on")
    if not record.account:
        raise Missing("account")
    what = clean_text("what", record.what, limit=TEXT_LIMIT)
    followed = clean_text("followed", record.followed, limit=TEXT_LIMIT)
    if record.kind is ViolationKind.OTHER and not what:
        raise Missing("what")
    check_free_text("what", what, allow_number=allow_number)
    check_free_text("followed", followed, allow_number=allow_number)
    return ViolationRecord(on, record.account, record.kind, what, record.consequence, followed)
