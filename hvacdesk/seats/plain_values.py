"""Values that a hint calls ``object`` or ``Any``: a closed list of plain kinds, and no other.

Details of log entries and errors, half-typed forms and personal choices hold them. Numbers, texts, truths,
nothing and lists travel as they are; any other kind as a map of one entry, whose key says which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from math import isfinite
from pathlib import PurePath
from typing import Any

from hvacdesk.domain.text.wording import Phrase

MOST_DEEP = 24
"""So many lists and maps lie within each other at most."""
MOST_ENTRIES = 10_000
"""Of one list or map."""

_HALF = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = "\x1a"


def whole(text: str) -> str:
    """The text with a control character for each half of a character, which no encoding carries.

    What refuses the one in a field refuses the other, too: ``UnprintableCharacter``, with the field's name.
    """
    return text if text.isascii() else _HALF.sub(_UNPRINTABLE, text)


def taken(value: object, depth: int = 0) -> object:
    """The value as it travels. Raises TypeError or ValueError for what is none of the kinds."""
    _require(depth <= MOST_DEEP)
    match value:
        case Enum():
            return taken(value.value, depth)  # a code among details: the far side knows it by its value
        case float():
            return _finite(value)
        case None | bool() | int():
            return value
        case str() | PurePath():
            return whole(str(value))
        case list():
            return [taken(one, depth + 1) for one in value]
    return _marked(value, depth + 1)


def _marked(value: object, depth: int) -> dict[str, object]:
    match value:
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case Phrase():
            return {"phrase": [value.context, value.text]}
        case tuple():
            return {"tuple": [taken(one, depth) for one in value]}
        case Mapping():
            return {"map": [[taken(key, depth), taken(one, depth)] for key, one in value.items()]}
    raise TypeError(f"{type(value).__name__} is no plain value")


def given(form: object, depth: int = 0) -> object:
    """The value that travelled so. Raises TypeError or ValueError for what :func:`taken` makes of none."""
    _require(depth <= MOST_DEEP)
    match form:
        case float():
            return _finite(form)
        case None | bool() | int() | str():
            return form
        case list():
            return [given(one, depth + 1) for one in _few(form)]
        case dict() if len(form) == 1:
            return _unmarked(form, depth + 1)
    raise TypeError("no plain value")


def _unmarked(form: dict[object, object], depth: int) -> object:
    match form:
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case {"phrase": [str(context), str(text)]}:
            return Phrase(context, text)
        case {"tuple": list(inside)}:
            return tuple(given(one, depth) for one in _few(inside))
        case {"map": list(inside)}:
            return {given(key, depth): given(one, depth) for key, one in _few(inside)}
    raise TypeError("no plain value")


def _few(inside: list[Any]) -> list[Any]:
    _require(len(inside) <= MOST_ENTRIES)
    return inside


def _finite(number: float) -> float:
    _require(isfinite(number))
    return number


def _require(allowed: bool) -> None:
    if not allowed:
        raise ValueError("no plain value")
