"""The declarative base, and how each column says what it holds: :func:`personal` or :func:`plain`.

Disposal, disclosure and the proof of erasure derive what they must handle from these marks, so a column
without one fails the build. Every column has a :class:`ColumnKind`: a destroyed person's name in a column
of names may be a living namesake's, and in any other column it is a leftover.
"""

from __future__ import annotations

import secrets
from enum import StrEnum
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column

from hvacdesk.domain.retention.record_fields import RecordField


class Category(StrEnum):
    """What a personal column holds, as the disposal ledger counts it."""

    NAME = "name"
    KANA = "kana"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    PAYMENT = "payment"
    TEXT = "text"
    ACCESS = "access"
    IDENTIFIER = "identifier"


class ColumnKind(StrEnum):
    """What a column may hold. ``CODE`` is nothing of a person: ids, days, numbers, codes, ciphertext.

    The program makes every code. A number that people type or a file brings in, or a unit, is ``TEXT``: it
    can be anything, and whatever names somebody can be blacked out there.
    """

    CODE = "code"
    NAME = "name"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    TEXT = "text"


_KINDS = {
    Category.NAME: ColumnKind.NAME,
    Category.KANA: ColumnKind.NAME,
    Category.ADDRESS: ColumnKind.ADDRESS,
    Category.PHONE: ColumnKind.PHONE,
    Category.EMAIL: ColumnKind.EMAIL,
    Category.PAYMENT: ColumnKind.CODE,
    Category.TEXT: ColumnKind.TEXT,
    Category.ACCESS: ColumnKind.TEXT,
    Category.IDENTIFIER: ColumnKind.TEXT,
}
"""What a personal column's category says of it already."""

_WIDE = 40
"""A column of so many characters has room for a name with a phone number, so nobody may leave open what it
is for."""


class Base(DeclarativeBase):
    """Base of all tables. Each declares its INTEGER PRIMARY KEY: an export renumbers undeclared rowids."""


def plain(*args: Any, kind: ColumnKind | None = None, **options: Any) -> MappedColumn[Any]:
    """A column that says nothing about a customer by itself.

    Args:
        kind: what it may hold of the office's own: a staff member's name, say. Narrow columns and
            numbers hold codes where nothing else is said.

    Raises:
        TypeError: the column is wide enough for prose, and nothing is said of what it is for.
    """
    if kind is None and any(map(_is_wide, args)):
        raise TypeError("a column of free length must say what kind of value it holds")
    return mapped_column(*args, info={"personal": False, "kind": kind or ColumnKind.CODE}, **options)


def _is_wide(declared: Any) -> bool:
    """Whether what was declared is a type of text that has room for anything."""
    made = declared() if isinstance(declared, type) else declared
    return isinstance(made, String) and (made.length is None or made.length >= _WIDE)


def personal(
    category: Category,
    *args: Any,
    sealed: bool = False,
    field: RecordField | None = None,
    kind: ColumnKind | None = None,
    **options: Any,
) -> MappedColumn[Any]:
    """A column that holds a person's data.

    Args:
        sealed: whether it is ciphertext under the payment key.
        field: what it is to the retention rules, where the category does not say so.
        kind: what it may hold, where the category does not say so.
    """
    marks = {
        "personal": True,
        "kind": kind or _KINDS[category],
        "category": category,
        "sealed": sealed,
        "field": field or RecordField(category.value),
    }
    return mapped_column(*args, info=marks, **options)


CONTENT = {"info": {"content": True}}
"""Marks a table whose rows are there for their personal content alone: without it they are deleted."""


_RECORD_ID_BYTES = 16


def new_record_id() -> str:
    """A random 128-bit id, 32 hexadecimal digits: safe to print, never reused, and says nothing."""
    return secrets.token_hex(_RECORD_ID_BYTES)


def new_record_ids(count: int) -> list[str]:
    """As many of them, for loops over thousands of rows.

    Asking the system for each one lets the interpreter go too briefly for another thread to take it, and yet
    often enough that none ever asks for its turn: one waited for up to 37 ms.
    """
    digits = secrets.token_hex(_RECORD_ID_BYTES * count)
    length = 2 * _RECORD_ID_BYTES
    return [digits[at : at + length] for at in range(0, length * count, length)]


RecordId = String(32)
"""The column type of an id that may leave the database."""
