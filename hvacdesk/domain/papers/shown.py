"""What is still so of pages that are shown, when they are about to be printed.

Pages are drawn once and shown as long as somebody likes. Meanwhile another PC may end what they say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.text.wording import Phrase, phrase


@dataclass(frozen=True)
class ShownPages:
    """What pages are about, by record ids.

    Attributes:
        papers: papers and copies of work orders that were registered to be printed.
        documents: filed pages of invoices and receipts.
        customers: whom the pages name besides.
        ended: the pages say already that what they show does not stand any more.
    """

    papers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    ended: bool = False


class Since(StrEnum):
    """What became of what pages are about while they were shown."""

    DESTROYED = "destroyed"
    JOINED = "joined"
    CANCELLED = "cancelled"
    VOID = "void"
    REPLACED = "replaced"
    CORRECTED = "corrected"
    PAID = "paid"
    PRINTED = "printed"


SINCE_TEXTS: dict[Since, Phrase] = {
    Since.DESTROYED: phrase("Shown pages", "The customer's data was destroyed. This must not be printed."),
    Since.JOINED: phrase(
        "Shown pages", "The customer was joined with another registration. The number is {about} now."
    ),
    Since.CANCELLED: phrase("Shown pages", "Job {about} is cancelled."),
    Since.VOID: phrase("Shown pages", "{about} is void."),
    Since.REPLACED: phrase("Shown pages", "{about} was replaced by another one."),
    Since.CORRECTED: phrase("Shown pages", "{about} was corrected by another one."),
    Since.PAID: phrase("Shown pages", "Nothing is open of {about} any more."),
    Since.PRINTED: phrase(
        "Shown pages",
        "By the register, {about} came out of the printer before. Look for it first: printed once more, "
        "there are two papers with this number.",
    ),
}

DRAWN_ANEW_THEN = frozenset(Since) - {Since.DESTROYED, Since.PRINTED}
"""After this, pages that are drawn once more say what is so now."""

NEVER_PRINTED_THEN = frozenset({Since.DESTROYED})
"""After this no page may be printed, whoever asks for it."""

ENDED_BY: dict[str, Since] = {
    InvoiceState.VOID: Since.VOID,
    InvoiceState.REPLACED: Since.REPLACED,
    InvoiceState.CORRECTED: Since.CORRECTED,
}
"""By the state of an invoice; receipts and estimates that end write theirs the same."""

CAME_OUT_BEFORE = frozenset(set(PaperState) - {PaperState.PRINTING, PaperState.STRUCK})
"""States of a paper that somebody had in the hand."""


@dataclass(frozen=True)
class Outdated:
    """One thing that is not as pages show it.

    Attributes:
        about: the number of what it is said of, and no personal data.
    """

    since: Since
    about: str = ""
