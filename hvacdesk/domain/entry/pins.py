"""Which PINs are taken for the screen lock.

Source: NIST SP 800-63B-4 (2025-07), 3.1.1.2: what is chosen is compared with a list of what is commonly used.
Somebody at the counter has five tries, and these are the first that anybody would make.
"""

from __future__ import annotations

import re

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.wording import phrase

DIGITS = 6
_SIX_DIGITS = re.compile(rf"[0-9]{{{DIGITS}}}")
_REPEATED = re.compile(r"(.{1,3})\1+")
_COUNTED = "01234567890123"


class PinTooEasy(InvalidInput):
    """A PIN that anybody would try first."""

    what = phrase("Errors", "This PIN is too easy to guess.")
    todo = phrase("Errors", "Choose digits that are neither counted nor repeated.")


def check_pin(pin: str) -> None:
    """Raises :class:`InvalidInput` for what is not six digits, :class:`PinTooEasy` for 111111 or 123456."""
    if not _SIX_DIGITS.fullmatch(pin):
        raise InvalidInput("pin")
    if _REPEATED.fullmatch(pin) or pin in _COUNTED or pin[::-1] in _COUNTED:
        raise PinTooEasy("pin")
