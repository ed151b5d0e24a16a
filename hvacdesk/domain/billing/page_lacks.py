"""What a page that asks for money would lack because the office has not entered it."""

from __future__ import annotations

from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase


class PageLack(StrEnum):
    """What is not entered."""

    ACCOUNT = "account"
    NUMBER = "number"


PAGE_LACKS: dict[PageLack, Phrase] = {
    PageLack.ACCOUNT: phrase(
        "Billing",
        "No bank account is entered, so the page does not say where to pay to. Owners enter it on the page "
        "“Billing”, under “Billing settings…”.",
    ),
    PageLack.NUMBER: phrase(
        "Billing",
        "No registration number (T…) is entered, so customers cannot deduct the tax of this page in full. "
        "Owners enter it on the page “Settings”, under “Papers”.",
    ),
}
"""What is said of each, and who can enter it where."""
