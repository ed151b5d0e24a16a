"""The code of a printed copy: what its QR code holds, a scanner types and a person reads out.

Digits only, since they come through every keyboard layout. A scanner that types while the kana input is on
sends the kana of the digit keys, and a full-width input sends full-width digits; both are read as what was
meant.
"""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text_forms import digits, fold
from hvacdesk.domain.wording import phrase

_ORDER_DIGITS = 6
_COPY_DIGITS = 3
_CHECK_DIGITS = 2
_LONGEST = 40
"""More digits come from a key that is held down or a scanner gone wild."""

_CHECK_MODULUS = 97
"""ISO/IEC 7064 MOD 97-10: finds every wrong digit and every swap of neighbours."""

_KANA_KEYS = str.maketrans(fold("わぬふあうえおやゆよ"), "0123456789")
"""The kana on the digit keys of a Japanese keyboard (JIS X 6002)."""


class WrongCopyCode(UserFacingError):
    """The typed text is no copy's code, or a digit of it is wrong."""

    what = phrase("Errors", "This is not the code of a copy, or a digit of it is wrong.")
    safe = phrase("Errors", "No copy was changed.")
    todo = phrase("Errors", "Scan it again, or type the digits printed under the square.")


def make_code(order: int | str, copy: int) -> str:
    """The code of one copy: the order's digits, the copy's number and two check digits, without separators.

    Args:
        order: the order's number; of a text, such as ``2026-0012``, its digits.
        copy: counts the order's copies from 1 to 999.

    Raises :class:`ValueError` for an order without digits and for a copy out of that range.
    """
    figures = digits(str(order)).zfill(_ORDER_DIGITS)
    if not int(figures):
        raise ValueError("an order's number has digits other than 0")
    if not 1 <= copy < 10**_COPY_DIGITS:
        raise ValueError(f"copies are numbered from 1 to {10**_COPY_DIGITS - 1}")
    return _with_check(f"{figures}{copy:0{_COPY_DIGITS}}")


def read_code(typed: str) -> str:
    """The code that was meant, as :func:`make_code` writes it. Spaces and hyphens of any kind are ignored.

    Raises :class:`WrongCopyCode` when the text is no code or its check digits do not fit.
    """
    code = fold(typed).replace("-", "").translate(_KANA_KEYS)
    shortest = _ORDER_DIGITS + _COPY_DIGITS + _CHECK_DIGITS
    if not (code.isascii() and code.isdigit() and shortest <= len(code) <= _LONGEST):
        raise WrongCopyCode
    if _with_check(code[:-_CHECK_DIGITS]) != code:
        raise WrongCopyCode
    return code


def _with_check(body: str) -> str:
    check = _CHECK_MODULUS + 1 - int(body) * 10**_CHECK_DIGITS % _CHECK_MODULUS
    return f"{body}{check:02}"
