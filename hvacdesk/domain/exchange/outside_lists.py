"""Customer lists outside the program: an imported file stays in plain text until somebody destroys it.

Source: the office's own rule 3, "thorough disposal", and the design (product owner, 2026-11): a plain-text
list that was imported is registered as media to destroy and stays on today's page until that is confirmed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import Phrase, phrase

REMINDED = (Permission.EDIT_CUSTOMERS, Permission.BILL)
"""Who is reminded of files outside and may say what became of them; with the second alone, of invoices and of
the person's own files: nobody takes a file out or over who could not end it."""


class ListKind(StrEnum):
    """Where the list came from."""

    IMPORTED = "imported"
    EXPORTED = "exported"
    LEFT_OUT = "left_out"
    BOOKS = "books"
    INVOICE_INDEX = "invoice_index"
    DISCLOSED = "disclosed"
    INVOICE = "invoice"
    ESTIMATE = "estimate"
    RECEIPT = "receipt"
    REMINDER = "reminder"
    RECOVERY_SHEET = "recovery_sheet"

    @property
    def for_customer(self) -> bool:
        """Whether it was made for the customer whom it is about, so that it is handed over first of all."""
        return self not in _FOR_NO_CUSTOMER


_FOR_NO_CUSTOMER = {ListKind.IMPORTED, ListKind.EXPORTED, ListKind.LEFT_OUT, ListKind.RECOVERY_SHEET}


class ListMethod(StrEnum):
    """How the file was destroyed, as the person says."""

    DELETED = "deleted"
    WIPED = "wiped"
    MEDIUM_DESTROYED = "medium_destroyed"
    HANDED_OVER = "handed_over"
    NEVER_WRITTEN = "never_written"


LIST_METHOD_NAMES: dict[ListMethod, Phrase] = {
    ListMethod.DELETED: phrase("Outside lists", "Deleted everywhere, bin emptied"),
    ListMethod.WIPED: phrase("Outside lists", "Overwritten with an erasing program"),
    ListMethod.MEDIUM_DESTROYED: phrase("Outside lists", "The medium was destroyed"),
    ListMethod.HANDED_OVER: phrase("Outside lists", "Handed to the customer, no copy kept"),
    ListMethod.NEVER_WRITTEN: phrase("Outside lists", "It could not be saved"),
}


def methods_for(kind: ListKind) -> tuple[ListMethod, ...]:
    """How a list of this kind may end."""
    destroyed = (ListMethod.DELETED, ListMethod.WIPED, ListMethod.MEDIUM_DESTROYED)
    return (ListMethod.HANDED_OVER, *destroyed) if kind.for_customer else destroyed


LIST_SENTENCES: dict[ListKind, Phrase] = {
    ListKind.IMPORTED: phrase(
        "Outside lists", "The list imported on {day} still holds {count} customers in plain text."
    ),
    ListKind.EXPORTED: phrase("Outside lists", "The list exported on {day} holds {count} customers."),
    ListKind.LEFT_OUT: phrase(
        "Outside lists",
        "The rows that an import left out, saved on {day}, hold {count} customers in plain text.",
    ),
    ListKind.BOOKS: phrase(
        "Outside lists", "The file for the accounting program of {day}, {document}: {count} customers."
    ),
    ListKind.INVOICE_INDEX: phrase(
        "Outside lists", "The index of invoices saved on {day}, {document}: {count} customers."
    ),
    ListKind.DISCLOSED: phrase(
        "Outside lists", "The file made on {day} for a customer's disclosure is outside the program."
    ),
    ListKind.INVOICE: phrase(
        "Outside lists", "Invoice {document}, saved as a file on {day}, is outside the program."
    ),
    ListKind.ESTIMATE: phrase(
        "Outside lists", "Estimate {document}, saved as a file on {day}, is outside the program."
    ),
    ListKind.RECEIPT: phrase(
        "Outside lists", "Receipt {document}, saved as a file on {day}, is outside the program."
    ),
    ListKind.REMINDER: phrase(
        "Outside lists", "Payment reminder {document}, saved as a file on {day}, is outside the program."
    ),
    ListKind.RECOVERY_SHEET: phrase(
        "Outside lists",
        "Recovery sheet {document}, saved as a file on {day}: whoever has it and the data opens everything.",
    ),
}


@dataclass(frozen=True)
class SavedDocument:
    """A document ready to be written into a file; it names the customer, and exists in memory only.

    Attributes:
        list: its record id in the register of files outside the program.
    """

    content: bytes = field(repr=False)
    number: str
    list: str


@dataclass(frozen=True)
class LeftOutRows:
    """The rows that an import left out, as a file; they are customers' data, and exist in memory only.

    Attributes:
        list: its record id in the register of files outside the program.
    """

    content: bytes = field(repr=False)
    list: str


@dataclass(frozen=True)
class OutsideListFacts:
    """One list.

    Attributes:
        place: folder and name of the file at the PC where it was taken in or given out; empty where nobody
            noted it, and once it is destroyed.
        document: number of the document that it is a copy of, or the first and last ISO day that it is about,
            as ``2026-10-01/2026-10-31``; empty for any other file.
        seat: what the seat was called at which it was taken in or given out; empty at the office PC.
        made_on, destroyed_on: ISO dates; ``destroyed_on`` is empty while the list is out.
        made_by, destroyed_by: names of staff.
    """

    list: str
    kind: ListKind
    made_on: str
    made_by: str
    customers: int
    document: str = ""
    seat: str = ""
    destroyed_on: str = ""
    destroyed_by: str = ""
    method: ListMethod | None = None
    place: str = field(default="", repr=False)
