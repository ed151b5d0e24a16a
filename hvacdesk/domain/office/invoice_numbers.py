"""The number of an issuer of qualified invoices 適格請求書発行事業者の登録番号: T and thirteen digits."""

from __future__ import annotations

import re

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.domain.text.wording import phrase

_FORM = re.compile(r"T\d{13}", re.ASCII)


class BadInvoiceNumber(InvalidInput):
    """Not ``T`` and thirteen digits."""

    what = phrase("Errors", "A registration number is T and 13 digits.")


def clean_invoice_number(field: str, text: str) -> str:
    """The number as it is stored, or empty. Raises :class:`BadInvoiceNumber`."""
    number = plain(text).replace("-", "").replace(" ", "").upper()
    if number and not _FORM.fullmatch(number):
        raise BadInvoiceNumber(field)
    return number


def is_doubtful(text: str) -> bool:
    """Whether a number has the right form, but its first digit does not check the twelve after it.

    A company's number is its corporate number 法人番号, whose first digit does (法人番号の指定等に関する省令
    2条). That those of sole proprietors are made the same way is published nowhere, so a doubt is told and
    nothing is refused.
    """
    from stdnum.jp import cn

    try:
        number = clean_invoice_number("", text)
    except BadInvoiceNumber:
        return False
    return bool(number) and not cn.is_valid(number[1:])
