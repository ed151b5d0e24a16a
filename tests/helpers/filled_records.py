"""A record every attribute of which holds something that it does not hold by itself."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from itertools import count
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")

_numbers = count(3)


def filled_record(kind: type[Record], /, **given: object) -> Record:
    """The record with a value of its own in each attribute, found by what the class says of itself.

    Args:
        given: what only somebody who knows the office can make, such as record ids of others.
    """
    known = cast(Any, kind)
    hints, values = get_type_hints(kind), dict(given)
    for field in fields(known):
        default = _default(field)
        if field.name in given:
            continue
        made = values[field.name] = _made(hints[field.name], field.name, default)
        assert made != default, (
            f"{kind.__name__}.{field.name} is tried with the value that it has by itself, so that its loss "
            "would not show: let another one be made here."
        )
    return kind(**values)


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _made(hint: Any, name: str, default: Any) -> Any:
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _made(next(one for one in inside if one is not type(None)), name, default)
    if origin is tuple:
        return (_made(inside[0], name, MISSING),)
    if origin is not None and issubclass(origin, Mapping):
        return {_made(inside[0], name, MISSING): _made(inside[1], name, MISSING)}
    if is_dataclass(hint):
        return filled_record(cast(Any, hint))
    if issubclass(hint, Enum):
        return next(one for one in reversed(hint) if one != default)
    if hint is bool:
        return default is not True
    if hint in (int, float):
        return hint(next(_numbers))
    assert hint is str, f"Nothing is made here yet for {name}, which is a {hint}: add it."
    return f"印{name}"
