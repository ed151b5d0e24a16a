"""Columns that hold a code or a day as the text that it has always been, and give what the text means."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, String
from sqlalchemy.types import TypeDecorator

Code = TypeVar("Code", bound=StrEnum)


class Coded(TypeDecorator[Code], Generic[Code]):
    """One of an enum's members, stored as its value.

    A code that the program does not know is read as the text that is there: who looks for what is left of
    destroyed customers reads rows that somebody wrote into with other tools. And a column may be compared
    with a code that only another table has. It has no length: SQLite heeds none, and a member that is added
    may be longer than all before it.
    """

    impl = String
    cache_ok = True

    def __init__(self, kind: type[Code]) -> None:
        super().__init__()
        self.kind = kind
        self._members: dict[str, Code] = {member.value: member for member in kind}

    def process_bind_param(self, value: str | None, dialect: object) -> str | None:
        """The text to store, or to compare with."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: object) -> Any:
        """The member."""
        return self._members.get(value, value)


class CodedOrNone(Coded[Code]):
    """The same where nothing may be chosen: the text is empty then."""

    cache_ok = True
    should_evaluate_none = True

    def process_bind_param(self, value: str | None, dialect: object) -> str:
        """The text to store, or to compare with."""
        return str(value or "")

    def process_result_value(self, value: Any, dialect: object) -> Any:
        """The member, or None."""
        return self._members.get(value, value) if value else None


class Day(TypeDecorator[date]):
    """A day, stored as ISO text; the text is empty where there is none.

    Text that is no day is read as it is, for the same reason as a code that nobody knows.
    """

    impl = String(10)
    cache_ok = True
    should_evaluate_none = True

    def process_bind_param(self, value: date | str | None, dialect: object) -> str:
        """The text to store, or to compare with."""
        return value.isoformat() if isinstance(value, date) else value or ""

    def process_result_value(self, value: Any, dialect: object) -> Any:
        """The day, or None."""
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            return value


def _none() -> None:
    return None


NONE_YET: dict[str, Any] = {"default": _none, "nullable": False}
"""Options of a column of these that may be none: the file holds an empty text then, never NULL."""


def as_stored(column: Column[Any], value: Any) -> Any:
    """What the file holds of a value that was read from a column."""
    declared = column.type
    return declared.process_bind_param(value, None) if isinstance(declared, Coded | Day) else value
