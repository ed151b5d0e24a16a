"""What stands under a paper's QR code: its digits, by the name that the scanner's field has for them.

Without a name they read like the 登録番号 of the office, which stands on the same invoice with 13 digits.
"""

from __future__ import annotations

from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.text.wording import phrase

_CODE = phrase("Documents", "Paper no. {code}")


def named_code(setter: Typesetter, code: str) -> str:
    """A paper's code or number with its name; empty for none."""
    return setter.say(_CODE, code=code) if code else ""


def code_line(setter: Typesetter, code: str, size: float = 6.5) -> PrintedLine:
    """The same as one line under the QR code."""
    return PrintedLine(setter.clean(named_code(setter, code)), size)
