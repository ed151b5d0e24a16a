"""The code of a printed paper: what its QR code holds, a scanner types and a person reads out.

Digits only, since most keyboard layouts send them unchanged. A scanner that types while the kana input is on
sends the kana of the digit keys, a full-width input sends full-width digits, and a layout with digits behind
the Shift key (French, Czech) sends the signs of the same keys without Shift; all are read as the digits that
were meant. The check digits decide between readings.

Copies of work orders begin with their order's year, or with an 8 where their number may have been shown in a
preview before that nobody printed; other papers with a 7. No order's year begins so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.text_forms import digits, fold
from hvacdesk.domain.text.wording import phrase

_ORDER_DIGITS = 6
_COPY_DIGITS = 3
_CHECK_DIGITS = 2
_AGAIN_MARK = "8"
_AGAIN_DIGITS = 2
_PAPER_MARK = "7"
_PAPER_DIGITS = 5
_YEAR_DIGITS = 4
_LONGEST = 40
"""More digits come from a key that is held down or a faulty scanner."""

_CHECK_MODULUS = 97
"""ISO/IEC 7064 MOD 97-10: finds every wrong digit and every swap of neighbours."""

KANA_KEYS = str.maketrans(fold("わぬふあうえおやゆよ"), "0123456789")
"""The kana on the digit keys of a Japanese keyboard (JIS X 6002)."""

_OTHER_KEYS = tuple(
    str.maketrans(row, "1234567890")
    for row in (
        "&é\"'(-è_çà",  # French
        "&é\"'(§è!çà",  # Belgian
        "+ěščřžýáíé",  # Czech
        "+ľščťžýáíé",  # Slovak
        "!\"#$%&'()~",  # Japanese, Shift held
        "!@#$%^&*()",  # American, Shift held
    )
)
"""What the digit row types in layouts with the digits behind Shift, and in others while Shift is held."""

PAPER_LETTER, DEMAND_LETTER = "P", "D"
"""What papers' numbers begin with; those that demand a payment have a letter that no payment has."""

LETTER_KEYS = {"せ": "p", "し": "d"}
"""The kana on the keys of these letters (JIS X 6002)."""

_PAPER_NUMBER = re.compile(f"[pd{''.join(LETTER_KEYS)}]([0-9]{{4}})-?([0-9]{{1,5}})")
"""A paper's number as a person types it, which is known by its figures, whatever its letter."""


class WrongCopyCode(UserFacingError):
    """The typed text is no paper's code, or a digit of it is wrong."""

    what = phrase("Errors", "This is not the code of a paper, or a digit of it is wrong.")
    safe = phrase("Errors", "No paper was changed.")
    todo = phrase("Errors", "Scan it again, or type the digits printed under the square.")


def make_code(order: int | str, copy: int, given_back: int = 0) -> str:
    """The code of one copy: the order's digits, the copy's number and two check digits, without separators.

    Args:
        order: the order's number; of a text, such as ``2026-0012``, its digits.
        copy: counts the order's copies from 1 to 999.
        given_back: how often numbers of the order were given back before. A backup may know a copy with this
            number from then, for which a sheet with another page must never be taken.

    Raises :class:`ValueError` for an order without digits and for a copy out of that range.
    """
    figures = digits(str(order)).zfill(_ORDER_DIGITS)
    if not int(figures):
        raise ValueError("an order's number has digits other than 0")
    if not 1 <= copy < 10**_COPY_DIGITS:
        raise ValueError(f"copies are numbered from 1 to {10**_COPY_DIGITS - 1}")
    again = f"{_AGAIN_MARK}{given_back:0{_AGAIN_DIGITS}}" if given_back else ""
    return _with_check(f"{again}{figures}{copy:0{_COPY_DIGITS}}")


def paper_number(year: int, count: int, letter: str = PAPER_LETTER) -> str:
    """The number of a paper that is not a work order's copy, as it is printed and typed: ``P2026-00012``."""
    return f"{letter}{year}-{count:0{_PAPER_DIGITS}}"


def paper_code(number: str) -> str:
    """The code of a paper with this number."""
    return _with_check(f"{_PAPER_MARK}{digits(number).zfill(_YEAR_DIGITS + _PAPER_DIGITS)}")


def numbers_of(code: str) -> tuple[str, ...]:
    """The numbers of which a paper that was entered with this code has one; none for a work order's copy."""
    figures = code.removeprefix(_PAPER_MARK)[:-_CHECK_DIGITS]
    if not code.startswith(_PAPER_MARK) or len(figures) != _YEAR_DIGITS + _PAPER_DIGITS:
        return ()
    year, count = int(figures[:_YEAR_DIGITS]), int(figures[_YEAR_DIGITS:])
    return tuple(paper_number(year, count, letter) for letter in (PAPER_LETTER, DEMAND_LETTER))


def read_code(typed: str) -> str:
    """The code that was meant, as it was made. Spaces and hyphens of any kind are ignored.

    A paper's number gives its code.

    Raises :class:`WrongCopyCode` when the text is neither, or its check digits do not fit.
    """
    found = next(filter(_is_code, _readings(typed)), None)
    if found is None:
        raise WrongCopyCode
    return found


def is_whole_code(typed: str) -> bool:
    """Whether a code with its check digits was given, as a scanner does, and no number that may be a slip."""
    return _as_number(typed) is None and any(map(_is_code, _readings(typed)))


def _as_number(typed: str) -> re.Match[str] | None:
    kana = fold(typed).replace("ほ", "-").translate(KANA_KEYS)  # ほ is on the hyphen's key
    return _PAPER_NUMBER.fullmatch(kana)


def _readings(typed: str) -> Iterator[str]:
    """What the keys may have meant, the likeliest first."""
    folded = fold(typed)
    if number := _as_number(typed):
        yield paper_code(paper_number(int(number[1]), int(number[2])))
    yield folded.replace("-", "").translate(KANA_KEYS)
    for keys in _OTHER_KEYS:
        yield "".join(typed.split()).casefold().translate(keys)


def _is_code(text: str) -> bool:
    shortest = _ORDER_DIGITS + _COPY_DIGITS + _CHECK_DIGITS
    plausible = text.isascii() and text.isdigit() and shortest <= len(text) <= _LONGEST
    return plausible and _with_check(text[:-_CHECK_DIGITS]) == text


def _with_check(body: str) -> str:
    check = _CHECK_MODULUS + 1 - int(body) * 10**_CHECK_DIGITS % _CHECK_MODULUS
    return f"{body}{check:02}"
