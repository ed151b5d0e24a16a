"""What one person typed over facts that somebody else may have saved since the form read them."""

from __future__ import annotations

from dataclasses import Field, fields, replace
from typing import Any, ClassVar, Protocol, TypeVar

from hvacdesk.domain.errors import ChangedMeanwhile


class _Facts(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


T = TypeVar("T", bound=_Facts)


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
