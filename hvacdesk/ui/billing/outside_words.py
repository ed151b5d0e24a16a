"""What is said of another program's invoices: why a job is proposed, and the state of the payment."""

from __future__ import annotations

from hvacdesk.domain.billing.outside_doubts import OUTSIDE_REASON_NAMES, OutsideReason
from hvacdesk.domain.billing.outside_invoices import REFUSED_WORDS, OutsideInvoice, PaidState, RefusedRow
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.ui.dates import day_text

_PAID: dict[PaidState, Phrase] = {
    PaidState.UNTOLD: phrase("Billing", "not told"),
    PaidState.OPEN: phrase("Billing", "open"),
    PaidState.PART: phrase("Billing", "in part"),
    PaidState.NO_DAY: phrase("Billing", "paid, no day"),
    PaidState.UNSURE: phrase("Billing", "not clear"),
}

_IN_ROW = phrase("Billing", "{because}: “{cell}” in row {line}")


def reasons_text(reasons: frozenset[OutsideReason], words: Words) -> str:
    """All reasons in one line: what is open first, since a narrow column shows no more, the handle last."""
    return "・".join(words(text) for reason, text in OUTSIDE_REASON_NAMES.items() if reason in reasons)


def refused_text(row: RefusedRow, words: Words) -> str:
    """Why a row is left out, with the row's place in the file and what could not be read, if anything."""
    because = words(REFUSED_WORDS[row.because])
    if not row.cell:
        return because
    return words(_IN_ROW).format(because=because, line=row.line, cell=row.cell)


def paid_text(invoice: OutsideInvoice, words: Words) -> str:
    """The state of an invoice's payment: the day on which all was paid, else a word."""
    return day_text(invoice.settled_on) if invoice.settled_on else words(_PAID[invoice.paid])
