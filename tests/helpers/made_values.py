"""Made-up values of any type hint that a service has, and whether a value is one of a hint."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from random import Random
from typing import Annotated, Any, Union, get_args, get_origin

from hvacdesk.domain.errors import (
    BadPostalCode,
    InvalidInput,
    NotPermitted,
    TooLong,
    Unfinished,
    UserFacingError,
)
from hvacdesk.domain.exchange.given_files import NamesAFile
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.vault.backup.backup_errors import PlaceAbsent
from tests.helpers.type_hints import hints_of

TEXTS = ("", "田中 ●●", "𠮷野家の隣", "0", "\x00", "a" * 300, "名\u0301", "\u202e")
NUMBERS = (0, 1, -1, 255, 2**31, 2**63 - 1, -(2**63))
FRACTIONS = (0.0, -0.5, 2.5, 1e300, 5e-324)
ERRORS: tuple[UserFacingError, ...] = (
    InvalidInput("name", part="family"),
    TooLong("note", 400),
    BadPostalCode("address", part="postal_code"),
    NotPermitted(permission="edit customers"),
    Unfinished(NotPermitted(permission="bill")),
    PlaceAbsent(),
)
_SERIES: dict[Any, Any] = {
    list: list,
    frozenset: frozenset,
    Set: frozenset,
    **dict.fromkeys((tuple, Sequence, Collection, Iterable), tuple),
}
_SIMPLE: dict[Any, Callable[[Random], Any]] = {
    str: lambda chance: chance.choice(TEXTS),
    int: lambda chance: chance.choice(NUMBERS),
    float: lambda chance: chance.choice(FRACTIONS),
    bool: lambda chance: chance.random() < 0.5,
    bytes: lambda chance: chance.randbytes(chance.randrange(40)),
    date: lambda chance: date(2026, 1, 1) + timedelta(days=chance.randrange(-9_000, 9_000)),
    datetime: lambda chance: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=chance.randrange(10**8)),
    time: lambda chance: time(chance.randrange(24), chance.randrange(60)),
    type(None): lambda _chance: None,
    Any: lambda chance: _plain(chance, 0),
    object: lambda chance: _plain(chance, 0),
}


def made(hint: Any, chance: Random) -> Any:
    """A value of the hint; a series has none, one or a few entries."""
    origin, inside = get_origin(hint), get_args(hint)
    if hint in _SIMPLE:
        return _SIMPLE[hint](chance)
    if origin in (Union, types.UnionType):
        return made(chance.choice(inside), chance)
    if origin is Annotated:
        return made(inside[0], chance) if inside[1] is NamesAFile else _changes(inside[1], chance)
    if origin is tuple and Ellipsis not in inside:
        return tuple(made(one, chance) for one in inside)
    if origin in _SERIES:
        return _SERIES[origin](made(inside[0], chance) for _ in range(chance.choice((0, 1, 3))))
    if origin in (dict, Mapping):
        return {made(inside[0], chance): made(inside[1], chance) for _ in range(chance.choice((0, 1, 3)))}
    return _of_class(hint, chance)


def _of_class(kind: Any, chance: Random) -> Any:
    if issubclass(kind, Enum):
        return chance.choice(list(kind))
    if issubclass(kind, UserFacingError):
        return chance.choice([one for one in ERRORS if isinstance(one, kind)])
    hints = hints_of(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else kind._fields
    return kind(**{name: made(hints[name], chance) for name in names})


def _changes(record: Any, chance: Random) -> dict[str, Any]:
    hints = hints_of(record)
    changes = {}
    for name in chance.sample(sorted(hints), chance.randrange(len(hints) + 1)):
        parts = [one for one in (hints[name], *get_args(hints[name])) if is_dataclass(one)]
        if get_origin(hints[name]) is tuple:
            changes[name] = made(chance.choice((hints[name], dict[int, parts[0] | None])), chance)  # type: ignore[valid-type]
        else:
            changes[name] = _changes(parts[0], chance) if parts else made(hints[name], chance)
    return changes


def _plain(chance: Random, depth: int) -> Any:
    kinds = (str, int, float, bool, type(None), date, datetime, Phrase, list, tuple, dict)
    kind = chance.choice(kinds[:-3] if depth > 3 else kinds)
    if kind is Phrase:
        return Phrase("Customers", chance.choice(TEXTS))
    if kind in (list, tuple):
        return kind(_plain(chance, depth + 1) for _ in range(chance.randrange(4)))
    if kind is dict:
        return {chance.choice(TEXTS): _plain(chance, depth + 1) for _ in range(chance.randrange(4))}
    return _SIMPLE[kind](chance)


def told(value: Any) -> Any:
    """The value so that two alike are equal, errors too, and a class is never taken for another."""
    if isinstance(value, UserFacingError):
        return type(value), told(vars(value)), str(value)
    if is_dataclass(value):
        return type(value), [told(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, Mapping):
        return sorted(((told(name), told(one)) for name, one in value.items()), key=repr)
    if isinstance(value, (list, tuple)):
        return type(value), [told(one) for one in value]
    return type(value), repr(value) if isinstance(value, (float, datetime)) else value


def fits(value: Any, hint: Any) -> bool:
    """Whether the value is one of the hint, through and through."""
    origin, inside = get_origin(hint), get_args(hint)
    if hint in (Any, object):
        return _is_plain(value)
    if hint in _SIMPLE:
        return type(value) is hint and (hint is not float or abs(value) < float("inf"))
    if origin in (Union, types.UnionType):
        return any(fits(value, one) for one in inside)
    if origin is Annotated:
        return _fits_marked(value, *inside)
    if origin is tuple and Ellipsis not in inside:
        return type(value) is tuple and len(value) == len(inside) and all(map(fits, value, inside))
    if origin in _SERIES:
        return type(value) is _SERIES[origin] and all(fits(one, inside[0]) for one in value)
    if origin in (dict, Mapping):
        return type(value) is dict and all(
            fits(name, inside[0]) and fits(one, inside[1]) for name, one in value.items()
        )
    if issubclass(hint, UserFacingError):
        return isinstance(value, hint) and bool(str(value))
    if issubclass(hint, Enum):
        return type(value) is hint
    hints = hints_of(hint)
    names = [one.name for one in fields(hint)] if is_dataclass(hint) else hint._fields
    return type(value) is hint and all(fits(getattr(value, name), hints[name]) for name in names)


def _fits_marked(value: Any, hint: Any, mark: Any) -> bool:
    if mark is NamesAFile:
        return fits(value, hint)
    return set(value) <= {one.name for one in fields(mark)}


def _is_plain(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(_is_plain(name) and _is_plain(one) for name, one in value.items())
    return type(value) in (str, int, float, bool, type(None), date, datetime)
