"""What may have become of a document after it was filed as it was issued."""

from __future__ import annotations

import json
from typing import Any

from hvacdesk.domain.billing.estimates import EstimateState
from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.billing.payment_papers import ReceiptPaper
from hvacdesk.domain.billing.receipts import ReceiptState
from hvacdesk.domain.billing.tax import InvoiceSums, RateSum, TaxClass
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import Phrase, phrase

END_MARKS: dict[EstimateState | InvoiceState | ReceiptState, Phrase] = {
    EstimateState.DECLINED: phrase("Filed page", "DECLINED"),
    EstimateState.REPLACED: phrase("Filed page", "REPLACED"),
    InvoiceState.VOID: phrase("Filed page", "VOID"),
    InvoiceState.REPLACED: phrase("Filed page", "REPLACED"),
    InvoiceState.CORRECTED: phrase("Filed page", "CORRECTED"),
    ReceiptState.VOID: phrase("Filed page", "VOID"),
}
"""What is written across every copy of what does not stand any more; a filed page itself stays as it is."""


class FiledPageDestroyed(UserFacingError):
    """The page named a customer whose data was destroyed, and went with it."""

    what = phrase(
        "Errors", "The page of {number} was destroyed, together with the data of a customer whom it named."
    )
    safe = phrase("Errors", "Its number, sums and hash are still there.")
    todo = phrase("Errors", "Nothing needs to be done. The certificate of the disposal counts it.")


class FiledPageAltered(UserFacingError):
    """The filed page, its text or the sums of its invoice are not what was issued."""

    what = phrase("Errors", "What is filed of {number} is not what was issued any more.")
    safe = phrase("Errors", "It was neither shown nor printed, and nothing was changed.")
    todo = phrase(
        "Errors", "Tell the person responsible, who checks the audit log and takes the page from a backup."
    )


def receipt_of(data: str) -> ReceiptPaper:
    """What a receipt's page showed, from the text that was filed with it."""
    said: dict[str, Any] = json.loads(data)
    if (sums := said["sums"]) is not None:
        rates = tuple(RateSum(**{**rate, "tax_class": TaxClass(rate["tax_class"])}) for rate in sums["rates"])
        said["sums"] = InvoiceSums(rates, sums["with_tax"], sums["earlier"])
    return ReceiptPaper(**said)
