"""The declarative base, and the two kinds of column: personal and plain.

Every column is declared with :func:`personal` or :func:`plain`. Disposal, disclosure and the proof of
erasure derive what they must handle from these marks, so a column without one fails the build.
"""

from __future__ import annotations

import secrets
from enum import StrEnum
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column

from hvacdesk.domain.record_fields import RecordField


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


class Base(DeclarativeBase):
    """Base of all tables. Each declares its INTEGER PRIMARY KEY: an export renumbers undeclared rowids."""


def plain(*args: Any, **options: Any) -> MappedColumn[Any]:
    """A column that says nothing about a customer by itself."""
    return mapped_column(*args, info={"personal": False}, **options)


def personal(
    category: Category,
    *args: Any,
    sealed: bool = False,
    field: RecordField | None = None,
    **options: Any,
) -> MappedColumn[Any]:
    """A column that holds a person's data.

    Args:
        sealed: whether it is ciphertext under the payment key.
        field: what it is to the retention rules, where the category does not say so.
    """
    marks = {
        "personal": True,
        "category": category,
        "sealed": sealed,
        "field": field or RecordField(category.value),
    }
    return mapped_column(*args, info=marks, **options)


CONTENT = {"info": {"content": True}}
"""Marks a table whose rows are there for their personal content alone: without it they go."""


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
