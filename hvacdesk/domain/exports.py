"""Exporting customers: why, how much of them shows, and what was handed out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.wording import Phrase, phrase


class ExportReason(StrEnum):
    """Why a list leaves the program. Codes only, as in the audit log."""

    TAX_ADVISER = "tax_adviser"
    MAILING = "mailing"
    OTHER_PROGRAM = "other_program"
    AUTHORITY = "authority"
    OWN_CHECK = "own_check"


EXPORT_REASON_NAMES: dict[ExportReason, Phrase] = {
    ExportReason.TAX_ADVISER: phrase("Export", "For the tax adviser"),
    ExportReason.MAILING: phrase("Export", "For a mailing to customers"),
    ExportReason.OTHER_PROGRAM: phrase("Export", "For another program of the office"),
    ExportReason.AUTHORITY: phrase("Export", "For a public authority"),
    ExportReason.OWN_CHECK: phrase("Export", "To check the list on paper or screen"),
}


class ExportExtent(StrEnum):
    """How much of each customer the list holds."""

    MASKED = "masked"
    FULL = "full"


EXPORT_EXTENT_NAMES: dict[ExportExtent, Phrase] = {
    ExportExtent.MASKED: phrase("Export", "Masked, as on the screen"),
    ExportExtent.FULL: phrase("Export", "In full, without payment details, notes and lock codes"),
}

EXPORT_HEADER: tuple[Phrase, ...] = (
    phrase("Export", "Customer number"),
    phrase("Export", "Name"),
    phrase("Export", "Kana"),
    phrase("Export", "Postal code"),
    phrase("Export", "Address"),
    phrase("Export", "Phone"),
    phrase("Export", "E-mail"),
    phrase("Export", "Registered on"),
    phrase("Export", "Last contact on"),
)


@dataclass(frozen=True)
class Exported:
    """A list ready to be saved; it holds customers' data and its password, and exists in memory alone.

    Attributes:
        content: an Excel workbook under the password.
        password: shown once, never stored.
        customers: how many are in it.
    """

    content: bytes
    password: str
    customers: int

    def __repr__(self) -> str:
        return f"<Exported {self.customers} customers>"
