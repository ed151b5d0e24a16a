"""What is said of another program's invoices: why a job is proposed, and how the payment stands."""

from __future__ import annotations

from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.billing.outside_invoices import OutsideInvoice, PaidState
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.ui.dates import day_text

REASONS: dict[OutsideReason, Phrase] = {
    OutsideReason.UNLIKELY_DAY: phrase("Billing", "the days do not fit the work"),
    OutsideReason.SUSPENDED: phrase("Billing", "the customer's data is suspended"),
    OutsideReason.SEVERAL: phrase("Billing", "several jobs of this customer"),
    OutsideReason.OTHER_NAME: phrase("Billing", "another customer's name"),
    OutsideReason.OTHER_DAY: phrase("Billing", "another day is noted"),
    OutsideReason.OTHER_NUMBER: phrase("Billing", "the job has another invoice"),
    OutsideReason.OTHER_SUM: phrase("Billing", "another sum was noted or agreed"),
    OutsideReason.OTHER_JOB: phrase("Billing", "the file names another job"),
    OutsideReason.SEVERAL_JOBS: phrase("Billing", "several jobs are named"),
    OutsideReason.ROW_NUMBER: phrase("Billing", "the number may only count the rows"),
    OutsideReason.NO_NAME: phrase("Billing", "no customer's name in the file"),
    OutsideReason.NO_SUM: phrase("Billing", "the sum of the payment is not told"),
    OutsideReason.CREDITED: phrase("Billing", "a credit note is in the file too"),
    OutsideReason.NOT_DONE: phrase("Billing", "the work is not done"),
    OutsideReason.BILLED_HERE: phrase("Billing", "the job was billed in this program"),
    OutsideReason.OWN_NUMBER: phrase("Billing", "this program's own invoice"),
    OutsideReason.NO_INVOICE_DAY: phrase("Billing", "payment of an invoice that is not known here"),
    OutsideReason.NO_PAID_DAY: phrase("Billing", "paid, but the day is missing"),
    OutsideReason.PAID_UNSURE: phrase("Billing", "the payment is not clear"),
    OutsideReason.NOT_PAID_THERE: phrase("Billing", "paid here, open there"),
    OutsideReason.PART_PAID: phrase("Billing", "paid in part"),
    OutsideReason.DISPOSAL: phrase("Billing", "the customer is in a disposal under way"),
    OutsideReason.REDUCED: phrase("Billing", "the customer was reduced to the ledger"),
    OutsideReason.UNKNOWN: phrase("Billing", "no job of this name waits for an invoice"),
    OutsideReason.NUMBER_NOTED: phrase("Billing", "the invoice is noted at the job"),
    OutsideReason.JOB_NUMBER: phrase("Billing", "job number"),
    OutsideReason.NAME_AND_DAY: phrase("Billing", "customer, and the day that is noted"),
    OutsideReason.NAME_AND_SUM: phrase("Billing", "customer and sum"),
    OutsideReason.NAME: phrase("Billing", "customer"),
}

_PAID: dict[PaidState, Phrase] = {
    PaidState.UNTOLD: phrase("Billing", "not told"),
    PaidState.OPEN: phrase("Billing", "open"),
    PaidState.PART: phrase("Billing", "in part"),
    PaidState.NO_DAY: phrase("Billing", "paid, no day"),
    PaidState.UNSURE: phrase("Billing", "not clear"),
}


def reasons_text(reasons: frozenset[OutsideReason], words: Words) -> str:
    """All reasons in one line: what is open first, since a narrow column shows no more, the handle last."""
    return "・".join(words(text) for reason, text in REASONS.items() if reason in reasons)


def paid_text(invoice: OutsideInvoice, words: Words) -> str:
    """How an invoice's payment stands: the day on which all was paid, else a word."""
    return day_text(invoice.settled_on) if invoice.settled_on else words(_PAID[invoice.paid])
