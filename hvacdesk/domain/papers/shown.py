"""What is still so of pages that are shown, when they are about to be printed.

Pages are drawn once and shown as long as somebody likes. Meanwhile another PC may end what they say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.partners.partner_orders import NewOrder
from hvacdesk.domain.text.wording import Phrase, phrase


@dataclass(frozen=True)
class ShownOrder:
    """An order to a partner firm, by record id, and the terms on its paper."""

    order: str
    terms: NewOrder


@dataclass(frozen=True)
class ShownPages:
    """What pages are about, by record ids.

    Attributes:
        papers: papers and copies of work orders that were registered to be printed.
        documents: filed pages of invoices and receipts.
        customers: whom the pages name besides.
        order: the order whose paper they are.
        ended: the pages say already that what they show does not stand any more.
        ledger: the number of the disposal ledger's last line when they were drawn; None where that is not
            known.
    """

    papers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    order: ShownOrder | None = None
    ended: bool = False
    ledger: int | None = None


class Since(StrEnum):
    """What became of what pages are about while they were shown."""

    DESTROYED = "destroyed"
    JOINED = "joined"
    SEPARATED = "separated"
    CANCELLED = "cancelled"
    VOID = "void"
    REPLACED = "replaced"
    CORRECTED = "corrected"
    PAID = "paid"
    OTHER_SUM = "other_sum"
    CREDIT = "credit"
    PRINTED = "printed"
    ENDED = "ended"
    ORDER_VOID = "order_void"


SINCE_TEXTS: dict[Since, Phrase] = {
    Since.DESTROYED: phrase("Shown pages", "The customer's data was destroyed. This must not be printed."),
    Since.JOINED: phrase(
        "Shown pages", "The customer was joined with another registration. The number is {about} now."
    ),
    Since.SEPARATED: phrase(
        "Shown pages",
        "The pages are from when two registrations were joined, which was undone. The number "
        "of this customer is {about}.",
    ),
    Since.CANCELLED: phrase("Shown pages", "Job {about} is cancelled."),
    Since.VOID: phrase("Shown pages", "{about} is void."),
    Since.REPLACED: phrase("Shown pages", "{about} was replaced by another one."),
    Since.CORRECTED: phrase("Shown pages", "{about} was corrected by another one."),
    Since.PAID: phrase("Shown pages", "Nothing is open of {about} any more."),
    Since.OTHER_SUM: phrase(
        "Shown pages",
        "A payment for {about} was booked or taken back since: another sum is open than the letter asks for.",
    ),
    Since.CREDIT: phrase(
        "Shown pages",
        "Something that the customer paid too much, or is owed by a credit note, is neither used nor given "
        "back: the letter asks for too much.",
    ),
    Since.PRINTED: phrase(
        "Shown pages",
        "By the register, {about} came out of the printer before. Look for it first: printed once more, "
        "there are two papers with this number.",
    ),
    Since.ENDED: phrase(
        "Shown pages",
        "By the register, {about} was shredded or is lost. Another paper with this number would be missing "
        "there: have the pages drawn once more, with a new number.",
    ),
    Since.ORDER_VOID: phrase(
        "Shown pages", "Order {about} was corrected or withdrawn. This paper of it is not valid."
    ),
}

NEVER_PRINTED_THEN = frozenset({Since.DESTROYED, Since.ENDED, Since.ORDER_VOID})
"""After this the pages must not be printed, whoever asks for it."""

DRAWN_ANEW_THEN = frozenset(Since) - NEVER_PRINTED_THEN - {Since.PRINTED}
"""After this, pages that are drawn once more show what is so now."""

ENDED_BY: dict[str, Since] = {
    InvoiceState.VOID: Since.VOID,
    InvoiceState.REPLACED: Since.REPLACED,
    InvoiceState.CORRECTED: Since.CORRECTED,
}
"""By the state of an invoice; receipts and estimates that end write theirs the same."""

ENDED = frozenset({PaperState.SHREDDED, PaperState.LOST})
"""States of a paper for which nobody waits any more, nor would for one that is printed with its number."""

CAME_OUT_BEFORE = frozenset(set(PaperState) - {PaperState.PRINTING, PaperState.STRUCK} - ENDED)
"""States of a paper that is in somebody's hand."""


@dataclass(frozen=True)
class Outdated:
    """One thing that is not as pages show it.

    Attributes:
        about: the number of what it is said of, and no personal data.
    """

    since: Since
    about: str = ""
