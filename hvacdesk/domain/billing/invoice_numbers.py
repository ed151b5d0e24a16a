"""The number of an issuer of qualified invoices 適格請求書発行事業者の登録番号: T and thirteen digits."""

from __future__ import annotations

import re

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.text_forms import plain

_FORM = re.compile(r"T\d{13}", re.ASCII)


def clean_invoice_number(field: str, text: str) -> str:
    """The number as it is stored, or empty. Raises :class:`InvalidInput` naming the field."""
    number = plain(text).replace("-", "").replace(" ", "").upper()
    if number and not _FORM.fullmatch(number):
        raise InvalidInput(field)
    return number
