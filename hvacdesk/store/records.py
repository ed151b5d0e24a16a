"""From a record id to its row, and between a record and its row.

A record is a dataclass of the domain. A field and the column that holds it have one name; what a column holds
otherwise is said where the two are copied.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.errors import RecordGone
from hvacdesk.store.base import Base

Model = TypeVar("Model", bound=Base)
Record = TypeVar("Record")


def get(session: Session, model: type[Model], record_id: str) -> Model:
    """The row of a record id. Raises :class:`RecordGone`."""
    row = find(session, model, record_id)
    if row is None:
        raise RecordGone
    return row


def find(session: Session, model: type[Model], record_id: str) -> Model | None:
    """The row of a record id, or None."""
    return session.scalars(select(model).filter_by(record_id=record_id)).one_or_none()


def write(row: object, values: Mapping[str, object]) -> tuple[str, ...]:
    """Write what differs into the row's columns, and return their names."""
    changed = tuple(name for name, value in values.items() if getattr(row, name) != value)
    for name in changed:
        setattr(row, name, values[name])
    return changed


def columns_of(record: Any, /, *apart: str, **otherwise: object) -> dict[str, Any]:
    """What the columns of a row hold of a record, by name.

    Args:
        apart: fields that no column of their name holds.
        otherwise: columns that do not hold the field of their name as it is.
    """
    names = (one.name for one in fields(record) if one.name not in apart)
    return {name: getattr(record, name) for name in names} | otherwise


def record_of(kind: type[Record], row: object, /, **otherwise: object) -> Record:
    """The record that a row holds.

    Args:
        otherwise: fields that are not in the column of their name as they are.
    """
    names = (one.name for one in fields(cast(Any, kind)) if one.name not in otherwise)
    return kind(**{name: getattr(row, name) for name in names}, **otherwise)
