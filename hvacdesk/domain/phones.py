"""Phone numbers: the one door to the library that knows how they are written."""

from __future__ import annotations

import re

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text_forms import digits, plain
from hvacdesk.domain.wording import phrase

_JAPAN = 81
_WRITTEN = re.compile(r"\+?[0-9()./\- ]*[0-9]")
_NATIONAL = re.compile("0[1-9][0-9]{8,9}")
"""総務省's numbering plan: a trunk 0 and nine digits, or ten for mobile, IP and some toll-free numbers."""

_LEAST_DIGITS = 9
_LABEL = re.compile(r"(?:tel|fax|phone|電話|携帯|℡)[:. ]*", re.IGNORECASE)
_DIALLED = re.compile(r"\+?[0-9()./\- ]+")
_ABROAD = re.compile(r"(?:\+|010-?|00)81-?(?:\(0\)-?)?0?")


class BadPhone(InvalidInput):
    """A text that is no phone number that can be dialled from Japan."""

    what = phrase("Errors", "This is not a complete phone number.")
    todo = phrase(
        "Errors", "Enter the number with its area code, digits and hyphens only; remarks go into the note."
    )


def format_phone(text: str, field: str = "phones") -> str:
    """The number with hyphens the Japanese way: ``052-123-4567``; a foreign one as it was typed.

    Accepts any width and any dash, and restores a leading zero that a spreadsheet dropped. ``field`` is named
    by the refusal. Raises :class:`BadPhone` for anything else, words beside the number included.
    """
    import phonenumbers

    typed = " ".join(plain(text).split())
    if not _WRITTEN.fullmatch(typed):
        raise BadPhone(field)
    try:
        number = phonenumbers.parse(typed, "JP")
    except phonenumbers.NumberParseException:
        raise BadPhone(field) from None
    if not phonenumbers.is_possible_number(number):
        raise BadPhone(field)
    if number.country_code != _JAPAN:
        return typed
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    for written in (national, typed):  # numbers of blocks not given out yet are formatted without their 0
        if _NATIONAL.fullmatch(digits(written)):
            return written
    raise BadPhone(field)


def whole_number(text: str) -> tuple[str, ...]:
    """The digits that a text may be, if it is a whole phone number in any writing; empty for anything else.

    ``+81 (0)52-123-4567``, ``０５２（１２３）４５６７``, ``℡052.123.4567`` and ``521234567``, which a
    spreadsheet robbed of its leading zero, are all ``0521234567``.
    """
    typed = _LABEL.sub("", plain(text).strip(), count=1).replace(" ", "")
    if not _DIALLED.fullmatch(typed):
        return ()
    home = _ABROAD.match(typed)
    figures = digits(f"0{typed[home.end() :]}" if home else typed)
    if len(figures) < _LEAST_DIGITS:
        return ()
    return (figures,) if figures.startswith("0") or typed.startswith("+") else (figures, f"0{figures}")
