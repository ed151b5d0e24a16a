"""What the program keeps for one person, as JSON: of plain values alone, and not without end."""

from __future__ import annotations

import json
import re
from typing import Any

from hvacdesk.domain.errors import InvalidInput, TooLong, UserFacingError
from hvacdesk.domain.text.input_checks import LINE_LIMIT
from hvacdesk.domain.text.wording import phrase

_NAME = re.compile("[0-9a-z]{0,32}", re.ASCII)
_MOST_NAMES = 8


class TooMuchKept(UserFacingError):
    """More half-typed forms or remembered choices of one person than work brings about."""

    what = phrase("Errors", "So much is kept for you already that no more can be kept.")
    safe = phrase("Errors", "What was kept before is safe.")
    todo = phrase("Errors", "Save or throw away the forms that you left half typed, and try again.")


def kept_text(field: str, value: Any, limit: int) -> str:
    """The value as it is kept.

    Args:
        field: what a refusal names.
        limit: so many characters it has at most.

    Raises:
        InvalidInput: it is none of JSON's values.
        TooLong: it is longer than the limit.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        raise InvalidInput(field) from None
    if len(text) > limit:
        raise TooLong(field, limit)
    return text


def check_name(field: str, text: str) -> None:
    """Raise TooLong for what no form, record or choice is named by."""
    if len(text) > LINE_LIMIT:
        raise TooLong(field, LINE_LIMIT)


def check_openings(*names: str) -> None:
    """Raise InvalidInput where these are no names of openings or attempts, as the program makes them.

    They are noted beyond the form, so they hold nothing that anybody typed.
    """
    if len(names) > _MOST_NAMES or not all(map(_NAME.fullmatch, names)):
        raise InvalidInput("names")


def require_room(others: int, length: int, *, most: int, characters: int) -> None:
    """Raise TooMuchKept where one more does not fit beside others.

    Args:
        others: how many are kept; ``length``: characters of all of them with the new one.
        most, characters: so many of them, and of their characters, are kept for one person.
    """
    if others >= most or length > characters:
        raise TooMuchKept
