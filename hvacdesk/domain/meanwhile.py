"""What one person typed over facts that somebody else may have saved since the form read them."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from hvacdesk.domain.errors import ChangedMeanwhile

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def joined(read: T, typed: T, present: T) -> T:
    """The present facts with what was typed otherwise than it was read.

    Raises:
        ChangedMeanwhile: somebody else changed one of these, too, and to something else.
    """
    changed: dict[str, Any] = {}
    for field in fields(read):
        before, wanted, now = (getattr(one, field.name) for one in (read, typed, present))
        if wanted in (before, now):
            continue
        if now != before:
            raise ChangedMeanwhile
        changed[field.name] = wanted
    return replace(present, **changed)
