"""A foreign text, such as a file's name, as it may be told: it can hold what moves a terminal's cursor."""

from __future__ import annotations

import re

_COMMANDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters, line ends, and marks that turn the direction of writing (Unicode's Bidi_C)."""


def visible(text: str) -> str:
    """The text on one line, with the code of each character in it that is a command and no sign."""
    return _COMMANDS.sub(_code, text)


def _code(one: re.Match[str]) -> str:
    return one[0].encode("unicode_escape").decode("ascii")
