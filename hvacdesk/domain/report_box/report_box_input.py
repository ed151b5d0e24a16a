"""What is typed into the report box, tidied and checked."""

from __future__ import annotations

import re
import unicodedata

from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.text.input_checks import clean_line, clean_text
from hvacdesk.domain.text.wording import phrase

REPORT_LIMIT = 4_000
"""Characters of a report's first text. In UTF-8 it fills at most a third of a sealed file."""

ADDITION_LIMIT = 2_000
"""Characters of an addition, an answer or a note among readers."""

CONTACT_LIMIT = 200
RECEIPT_DIGITS = 16
MOST_READERS = 8
"""How many people one report can be sealed to."""


class ReceiptMistyped(InvalidInput):
    """Not sixteen digits; nothing was looked up."""

    what = phrase("Errors", "A receipt number has {digits} digits.")
    todo = phrase("Errors", "Type it as it was shown when the report was sent.")

    def __init__(self) -> None:
        super().__init__("receipt", digits=RECEIPT_DIGITS)


class NoReader(InvalidInput):
    """Nobody was chosen to read the report."""

    what = phrase("Errors", "Nobody is chosen who may read this.")
    todo = phrase("Errors", "Choose at least one person.")


def clean_report(text: str) -> str:
    """A report's first text as it is stored. Raises :class:`InvalidInput`."""
    return _required("text", text, REPORT_LIMIT)


def clean_addition(text: str) -> str:
    """An addition, answer or note as it is stored. Raises :class:`InvalidInput`."""
    return _required("text", text, ADDITION_LIMIT)


def clean_contact(text: str) -> str:
    """How to reach the reporter, or nothing."""
    return clean_line("contact", text, limit=CONTACT_LIMIT)


def _required(field: str, text: str, limit: int) -> str:
    if len(text) > 4 * limit:  # so that a megabyte is not checked first
        text = text[: 4 * limit]
    tidy = clean_text(field, text, limit=limit)
    if not tidy:
        raise Missing(field)
    return tidy


def clean_receipt(text: str) -> str:
    """Sixteen digits, however they were grouped. Raises :class:`ReceiptMistyped`."""
    plain = unicodedata.normalize("NFKC", text[:100])
    digits = re.sub(r"[\s\u2010-\u2015\u2212\u30fc-]", "", plain)
    if not re.fullmatch(r"[0-9]{16}", digits):
        raise ReceiptMistyped
    return digits


def grouped_receipt(digits: str) -> str:
    """A receipt as it is shown: four groups of four."""
    return " ".join(digits[at : at + 4] for at in range(0, RECEIPT_DIGITS, 4))
