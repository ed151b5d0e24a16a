"""The guide for the wall, with the office's own numbers where an office is open."""

from __future__ import annotations

from datetime import date

from hvacdesk.documents.office.quick_guide import draw_quick_guide
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.text.wording import Words

_UNDATED = "2000-01-01"
"""What is in the properties of a guide that no office made."""


def draw_guide(words: Words, facts: OfficeFacts | None, today: date | None) -> bytes:
    """The two pages as a PDF. They hold nothing about any customer, so everybody may have them."""
    return draw_quick_guide(words, facts, today.isoformat() if today else _UNDATED)
