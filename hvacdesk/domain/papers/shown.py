"""What is still so of pages that are shown, when they are about to be printed.

Pages are drawn once and shown as long as somebody likes. Meanwhile another PC may end what they say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.partners.partner_orders import NewOrder
from hvacdesk.domain.text.wording import Phrase, phrase


class DrawnAt(NamedTuple):
    """The newest lines of the registers when pages were drawn: what is written later is not on the pages.

    Attributes:
        ledger: number of the disposal ledger's.
        entry: number of the log's.
    """

    ledger: int
    entry: int


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
        provided_to: record id of the registered firm of which the record of a provision tells.
        draft: the draft of an invoice that they show.
        ended: the pages say already that what they show does not stand any more.
        drawn: when that was; None where it is not known. Papers and filed pages know by themselves.
    """

    papers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    order: ShownOrder | None = None
    provided_to: str = ""
    draft: str = ""
    ended: bool = False
    drawn: DrawnAt | None = None


class Since(StrEnum):
    """What became of what pages are about while they were shown."""

    DESTROYED = "destroyed"
    SUSPENDED = "suspended"
    JOINED = "joined"
    SEPARATED = "separated"
    CUSTOMER_CHANGED = "customer_changed"
    SITE_CHANGED = "site_changed"
    JOB_CHANGED = "job_changed"
    FIRM_CHANGED = "firm_changed"
    OTHER_AMOUNT = "other_amount"
    ANSWERED = "answered"
    DRAFT_CHANGED = "draft_changed"
    DRAFT_ISSUED = "draft_issued"
    DRAFT_DELETED = "draft_deleted"
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
    TAKEN_OUT = "taken_out"


SINCE_TEXTS: dict[Since, Phrase] = {
    Since.DESTROYED: phrase("Shown pages", "The customer's data was destroyed. This must not be printed."),
    Since.SUSPENDED: phrase(
        "Shown pages",
        "The use of the data of customer {about} was suspended at their request. Until that is lifted, this "
        "must not be printed.",
    ),
    Since.JOINED: phrase(
        "Shown pages", "The customer was joined with another registration. The number is {about} now."
    ),
    Since.SEPARATED: phrase(
        "Shown pages",
        "The pages are from when two registrations were joined, which was undone. The number "
        "of this customer is {about}.",
    ),
    Since.CUSTOMER_CHANGED: phrase("Shown pages", "What the pages show of customer {about} was changed."),
    Since.SITE_CHANGED: phrase("Shown pages", "The site of job {about}, or a unit there, was changed."),
    Since.JOB_CHANGED: phrase("Shown pages", "Job {about}, or what is noted of its work, was changed."),
    Since.FIRM_CHANGED: phrase("Shown pages", "What the pages show of the firm was changed."),
    Since.OTHER_AMOUNT: phrase(
        "Shown pages",
        "A payment for job {about} was booked or taken back: another amount is to be paid than the pages "
        "say.",
    ),
    Since.ANSWERED: phrase(
        "Shown pages", "What the customer answered to estimate {about} was noted or taken back."
    ),
    Since.DRAFT_CHANGED: phrase("Shown pages", "This draft was changed."),
    Since.DRAFT_ISSUED: phrase(
        "Shown pages", "This draft was issued meanwhile. The invoice is in the list of invoices."
    ),
    Since.DRAFT_DELETED: phrase("Shown pages", "This draft was deleted meanwhile."),
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
    Since.TAKEN_OUT: phrase(
        "Shown pages",
        "This copy is not in the register any more: it was noted elsewhere that it was only looked at. Have "
        "it drawn once more, with a number of its own.",
    ),
}

NEVER_PRINTED_THEN = frozenset(
    {Since.DESTROYED, Since.SUSPENDED, Since.ENDED, Since.ORDER_VOID, Since.TAKEN_OUT}
)
"""After this the pages must not be printed, whoever asks for it."""

DRAWN_ANEW_THEN = (
    frozenset(Since) - NEVER_PRINTED_THEN - {Since.PRINTED, Since.DRAFT_ISSUED, Since.DRAFT_DELETED}
)
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
        page_of: record id of the one paper or filed page that must not be printed; without it the others may.
    """

    since: Since
    about: str = ""
    page_of: str = ""
