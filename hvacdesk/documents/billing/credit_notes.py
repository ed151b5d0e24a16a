"""What a credit note 返還請求書 says of its invoice: all of it or a part, paid or not, and what is open."""

from __future__ import annotations

from hvacdesk.documents.kit.amounts import figures
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import paragraph
from hvacdesk.documents.kit.page import BODY
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.billing.invoices import InvoicePaper
from hvacdesk.domain.text.wording import Phrase, phrase

_TAKEN_BACK = phrase("Invoice paper", "We take back the following of our invoice.")
_PART_TAKEN_BACK = phrase("Invoice paper", "We take back the following part of our invoice.")
_WITHDRAWN = phrase(
    "Invoice paper", "We no longer ask for the following. It had not been paid, so nothing is paid out."
)
_PART_WITHDRAWN = phrase(
    "Invoice paper",
    "We no longer ask for the following part of our invoice. That part had not been paid, so nothing is paid "
    "out.",
)
_TAKEN_BACK_SUM = phrase("Invoice paper", "Taken back")
_PART_TAKEN_BACK_SUM = phrase("Invoice paper", "Taken back (a part)")
_WITHDRAWN_SUM = phrase("Invoice paper", "No longer asked for")
_PART_WITHDRAWN_SUM = phrase("Invoice paper", "No longer asked for (a part)")
_PARTLY_WITHDRAWN = phrase(
    "Invoice paper",
    "Of it {paid} yen had been paid. The other {withdrawn} yen had not: they are no longer asked for, "
    "and are not paid out.",
)
_GOES_BACK = phrase(
    "Invoice paper",
    "These {paid} yen had been paid: they are paid back to you, or set off against what you owe.",
)
_REMAINS = phrase("Invoice paper", "Of invoice no. {number} ({asked} yen), {open} yen remain to be paid.")
_NOTHING_REMAINS = phrase(
    "Invoice paper", "Of invoice no. {number} ({asked} yen), nothing remains to be paid."
)
_PAGE_REMAINS = phrase(
    "Invoice paper",
    "Collective invoice no. {number} ({asked} yen) asks for this too. With this credit note, {open} yen in "
    "all remain to be paid of it.",
)
_NOTHING_REMAINS_OF_PAGE = phrase(
    "Invoice paper",
    "Collective invoice no. {number} ({asked} yen) asks for this too. With this credit note, nothing remains "
    "to be paid of it.",
)


def credit_statement(paper: InvoicePaper) -> Phrase:
    """The sentence above the sum."""
    if _nothing_came(paper):
        return _PART_WITHDRAWN if paper.takes_back_part else _WITHDRAWN
    return _PART_TAKEN_BACK if paper.takes_back_part else _TAKEN_BACK


def credit_sum_name(paper: InvoicePaper) -> Phrase:
    """What its sum is called."""
    if _nothing_came(paper):
        return _PART_WITHDRAWN_SUM if paper.takes_back_part else _WITHDRAWN_SUM
    return _PART_TAKEN_BACK_SUM if paper.takes_back_part else _TAKEN_BACK_SUM


def credit_remarks(setter: Typesetter, paper: InvoicePaper) -> list[Band]:
    """Its remarks, right below the sum: of a deposit that is kept in part they say how much goes back."""
    if not paper.record.remarks:
        return []
    return paragraph(setter.wrap(paper.record.remarks, BODY, 12), gap=8)


def credit_told(setter: Typesetter, paper: InvoicePaper) -> list[Band]:
    """What of it had been paid and what not, and for a part what remains to be paid of the invoice.

    Where a collective invoice asks for that invoice by now, also what remains to be paid of the page.

    Nothing for another kind of invoice.
    """
    say, paid = setter.say, -paper.row.sums.gross - paper.withdrawn
    told = []
    if paper.withdrawn and not _nothing_came(paper):
        told.append(say(_PARTLY_WITHDRAWN, paid=figures(paid), withdrawn=figures(paper.withdrawn)))
    elif paper.takes_back_part and paid > 0:
        told.append(say(_GOES_BACK, paid=figures(paid)))
    if paper.takes_back_part:
        remains, asked = paper.unpaid - paper.withdrawn, figures(paper.about_yen)
        said = _REMAINS if remains > 0 else _NOTHING_REMAINS
        told.append(say(said, number=paper.about, asked=asked, open=figures(max(remains, 0))))
    if (page := paper.carried_on) is not None and page.left is not None:
        remains, asked = page.left - paper.withdrawn, figures(page.to_pay)
        said = _PAGE_REMAINS if remains > 0 else _NOTHING_REMAINS_OF_PAGE
        told.append(say(said, number=page.number, asked=asked, open=figures(max(remains, 0))))
    return paragraph(setter.wrap("\n".join(told), BODY, 10), gap=4) if told else []


def _nothing_came(paper: InvoicePaper) -> bool:
    """Whether it takes back what nobody had paid, and nothing else."""
    return paper.withdrawn > 0 and paper.withdrawn == -paper.row.sums.gross
