"""Phone numbers: the one door to the library that knows how they are written."""

from __future__ import annotations

import re
from functools import lru_cache

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.text_forms import digits, plain
from hvacdesk.domain.text.wording import phrase

_JAPAN = 81
_WRITTEN = re.compile(r"\+?[0-9()./\- ]*[0-9]")
_NATIONAL = re.compile("0[1-9][0-9]{8,9}")
"""総務省's numbering plan: a trunk 0 and nine digits, or ten for mobile, IP and some toll-free numbers."""

_TELLING = 7
"""Digits that decide where the hyphens of a number are written, its trunk 0 among them."""

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
    typed = " ".join(plain(text).split())
    if not _WRITTEN.fullmatch(typed):
        raise BadPhone(field)
    figures = digits(typed)
    if typed.startswith(("0", "(0")) and _NATIONAL.fullmatch(figures):
        ends = _group_ends(figures[:_TELLING], len(figures))
        if ends:
            return f"{figures[: ends[0]]}-{figures[ends[0] : ends[1]]}-{figures[ends[1] :]}"
    import phonenumbers

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


@lru_cache(maxsize=4096)
def _group_ends(start: str, length: int) -> tuple[int, int] | None:
    """Where the hyphens are in a number that begins so; None where there are not exactly two.

    The library's own rules look at no more of a Japanese number than that, and each look takes it 0.1 ms.
    """
    import phonenumbers

    sample = phonenumbers.parse(start.ljust(length, "0"), "JP")
    groups = phonenumbers.format_number(sample, phonenumbers.PhoneNumberFormat.NATIONAL).split("-")
    if len(groups) != len(["0", "0", "0"]) or "".join(groups) != start.ljust(length, "0"):
        return None
    return len(groups[0]), len(groups[0]) + len(groups[1])


def whole_number(text: str) -> tuple[str, ...]:
    """The digits that a text may be, if it is a whole phone number in any writing; empty for anything else.

    ``+81 (0)52-123-4567``, ``０５２（１２３）４５６７``, ``℡052.123.4567`` and ``521234567``, which lost its
    leading zero in a spreadsheet, are all ``0521234567``.
    """
    typed = _LABEL.sub("", plain(text).strip(), count=1).replace(" ", "")
    if not _DIALLED.fullmatch(typed):
        return ()
    home = _ABROAD.match(typed)
    figures = digits(f"0{typed[home.end() :]}" if home else typed)
    if len(figures) < _LEAST_DIGITS:
        return ()
    return (figures,) if figures.startswith("0") or typed.startswith("+") else (figures, f"0{figures}")
