"""How the audit log's columns are read: whatever is in them, reading gives a text and never fails.

A person who opens the file with other tools can store bytes that are no text, a number, a moment that is
none, or details that no reader of JSON gets through. Each is read as something that every reader can take,
marked as :class:`Garbled`: such an entry fits no hash, so that the check of the log finds it.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import LargeBinary, String, Text, case, cast, func, type_coerce
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeDecorator

from hvacdesk.domain.clock import moment_of

_LEVELS = 12
"""Details are never nested so deep; those of the program are five levels at most."""

_NO_MOMENT, _LAST_YEAR = "1970-01-01T00:00:00Z", "9999"
_NO_DETAILS = "{}"


class Garbled(str):
    """What is read in place of something that the program did not write."""

    __slots__ = ()


class LogText(TypeDecorator[str]):
    """A text of the log. Asked for as bytes, since SQLite's driver fails for a text that is not UTF-8."""

    impl = String
    cache_ok = True

    def column_expression(self, column: ColumnElement[str]) -> ColumnElement[Any]:
        """The column's bytes; NULL for what is stored as a number or as bytes."""
        bytes_there = case((func.typeof(column) == "text", cast(column, LargeBinary)))
        return type_coerce(bytes_there, self)

    def process_result_value(self, value: Any, dialect: object) -> str:
        """The text as it is there, or one to read in its place."""
        if isinstance(value, str):  # of an expression over the column
            return self.read(value)
        if value is None:
            return Garbled(self.read(""))
        try:
            return self.read(value.decode())
        except UnicodeDecodeError:
            return Garbled(self.read(value.decode(errors="replace")))

    def read(self, stored: str) -> str:
        """What a reader gets of a stored text."""
        return stored


class LogMoment(LogText):
    """The moment of an entry; one that is none is read as the first of 1970."""

    cache_ok = True

    def read(self, stored: str) -> str:
        """The stamp, if it is one."""
        try:
            moment_of(stored)
        except ValueError:
            return Garbled(_NO_MOMENT)
        return stored if stored < _LAST_YEAR else Garbled(_NO_MOMENT)


class LogDetails(LogText):
    """The details of an entry in the very form in which the program writes them, or none."""

    impl = Text
    cache_ok = True

    def read(self, stored: str) -> str:
        """The details, if the program could have written them."""
        return stored if _written(stored) else Garbled(_NO_DETAILS)


def details_text(details: object) -> str:
    """The form in which the details of an entry are stored."""
    return json.dumps(details, ensure_ascii=False, sort_keys=True, default=str)


def _written(stored: str) -> bool:
    """Whether details are as :func:`details_text` writes them; only one text is written for each."""
    try:
        details = json.loads(stored)
        return isinstance(details, dict) and _shallow(details, _LEVELS) and details_text(details) == stored
    except (ValueError, RecursionError):
        return False


def _shallow(value: object, levels: int) -> bool:
    if isinstance(value, dict):
        return levels > 0 and all(_shallow(one, levels - 1) for one in value.values())
    return not isinstance(value, list) or (levels > 0 and all(_shallow(one, levels - 1) for one in value))
