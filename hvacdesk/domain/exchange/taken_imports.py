"""What a whole import brought in, and what of it stays when it is taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase

_DIGEST = re.compile("[0-9a-f]{64}")

STAYING_TOLD = 200
"""So many rows that stay are named; of more, the rest is counted."""


class ImportKind(StrEnum):
    """What was imported: customers, another program's invoices and payments, or a bank's deposits."""

    CUSTOMERS = "customers"
    OUTSIDE_INVOICES = "outside_invoices"
    DEPOSITS = "deposits"


IMPORT_NAMES: dict[ImportKind, Phrase] = {
    ImportKind.CUSTOMERS: phrase("Imports", "Customer list"),
    ImportKind.OUTSIDE_INVOICES: phrase("Imports", "Another program's invoices"),
    ImportKind.DEPOSITS: phrase("Imports", "Bank file"),
}


class StayReason(StrEnum):
    """Why a row of an import is not taken back with it: what was built on it, or done with it since."""

    USED = "used"
    NAMED = "named"
    MERGED = "merged"
    HALF_TYPED = "half_typed"
    BILLED_HERE = "billed_here"
    MOVED = "moved"
    NOTED = "noted"
    LEAVING = "leaving"
    RECEIPT = "receipt"
    PAID_BACK = "paid_back"
    ALLOTTED = "allotted"
    IN_BOOKS = "in_books"


STAY_NAMES: dict[StayReason, Phrase] = {
    StayReason.USED: phrase("Imports", "somebody looked at it in full or changed it"),
    StayReason.NAMED: phrase("Imports", "a site, job, call or other record names it"),
    StayReason.MERGED: phrase("Imports", "it was joined with another customer"),
    StayReason.HALF_TYPED: phrase("Imports", "a half-typed form of it waits"),
    StayReason.BILLED_HERE: phrase("Imports", "an invoice of this program was made for it"),
    StayReason.MOVED: phrase("Imports", "the job was moved on or back"),
    StayReason.NOTED: phrase("Imports", "its invoices or payments were changed"),
    StayReason.LEAVING: phrase("Imports", "a disposal of its customer's data was proposed"),
    StayReason.RECEIPT: phrase("Imports", "a receipt was made out for it"),
    StayReason.PAID_BACK: phrase("Imports", "something of it went back to the customer"),
    StayReason.ALLOTTED: phrase("Imports", "what was left over of it was used"),
    StayReason.IN_BOOKS: phrase("Imports", "it was handed over to the accounting program"),
}


@dataclass(frozen=True)
class StayingRow:
    """A row that stays: the number of its customer, job or payment, and why."""

    number: str
    reason: StayReason


@dataclass(frozen=True)
class ImportRow:
    """One import.

    Attributes:
        at: stamp; of a file that was taken over in several steps, of the last one.
        by: a name of staff.
        going: how many customers, jobs or payments would be taken back with it by now.
        staying: how many would not.
        first_number, last_number: of the customers, jobs or payments that it brought or changed.
    """

    record: str
    kind: ImportKind
    at: str
    by: str
    going: int
    staying: int
    first_number: str
    last_number: str


@dataclass(frozen=True)
class ImportLook:
    """What taking an import back would do by now.

    Attributes:
        rows: the first of those that stay; how many there are in all says :attr:`ImportRow.staying`.
        mark: tells whether it is still so when it is done.
    """

    row: ImportRow
    rows: tuple[StayingRow, ...]
    mark: str


def is_digest(text: str) -> bool:
    """Whether a text is a SHA-256 as a file is known by: a window sends back what it was given."""
    return _DIGEST.fullmatch(text) is not None
