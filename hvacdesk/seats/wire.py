"""How values travel between a seat and the office PC: one form of each type hint, both ways.

From a hint three things are made: the *form* by which msgspec reads a body, and the ways from a value of ours
to the form and back. A form holds plain things alone, so that a body is read whole and judged by it, every
field, type, length and number, before an object of ours is made. No name in a body chooses a class: what is
made is written in the hint. Of an error a body gives the name, and only errors of the family that the hint
says are looked up by it. What a hint calls ``object`` is one of ``plain_values``, judged while it is made.

Bodies are MessagePack. What cannot be told apart (a union of two classes), a class that contains itself, and
whatever else has no form of its own is refused when the form is made, that is by a test.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from math import isfinite
from operator import attrgetter
from typing import Annotated, Any, Generic, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.given_files import NamesAFile
from hvacdesk.domain.text.wording import english
from hvacdesk.seats import plain_values

MOST_BYTES = 64 * 1024 * 1024
"""Of a body; a year's books as PDF are a tenth of it."""
MOST_CHARACTERS = 4_000_000
"""Of one text."""
MOST_ENTRIES = 200_000
"""Of one list or map whose entries have a hint: twice the customers of a large office."""

T = TypeVar("T")

_INTEGER = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
_FLOAT = Annotated[float, msgspec.Meta(ge=-sys.float_info.max, le=sys.float_info.max)]
_TEXT = Annotated[str, msgspec.Meta(max_length=MOST_CHARACTERS)]
_MANY = msgspec.Meta(max_length=MOST_ENTRIES)


class UnreadableBody(Exception):
    """What no call and no answer can be; it says nothing of what was in it."""


class NotForTheWire(TypeError):
    """A hint that has no form, or a value that its hint does not allow."""


class BodyTooLong(NotForTheWire):
    """A value whose body would be longer than bodies are."""


class Travel(NamedTuple):
    """How values of one hint travel: the form that is read, and the ways there and back."""

    form: Any
    take: Callable[[Any], Any]
    give: Callable[[Any], Any]


class Wire(Generic[T]):
    """The codec of one hint.

    Args:
        most_bytes: a longer body is not looked at.
    """

    def __init__(self, hint: Any, most_bytes: int = MOST_BYTES) -> None:
        self._travel = travel(hint)
        self._decoder = msgspec.msgpack.Decoder(self._travel.form)
        self._most_bytes = most_bytes

    def pack(self, value: T) -> bytes:
        """The body of a value. Raises NotForTheWire where the hint does not allow it, or it is too long."""
        try:
            body = msgspec.msgpack.encode(self._travel.take(value))
        except NotForTheWire:
            raise
        except (TypeError, ValueError, OverflowError, RecursionError):
            raise NotForTheWire("a value that does not travel") from None
        if len(body) > self._most_bytes:
            raise BodyTooLong("too long")
        return body

    def unpack(self, body: bytes) -> T:
        """The value of a body. Raises UnreadableBody for any body that :meth:`pack` does not make."""
        if len(body) > self._most_bytes:
            raise UnreadableBody
        try:
            value: T = self._travel.give(self._decoder.decode(body))
        except (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError):
            raise UnreadableBody from None
        return value


@cache
def travel(hint: Any) -> Travel:
    """How values of a hint travel. Raises NotForTheWire where they cannot."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _optional(inside)
    if origin is Annotated:
        return travel(inside[0]) if inside[1] is NamesAFile else _named_changes(inside[1])
    if origin is tuple and not (len(inside) == 2 and inside[1] is Ellipsis):
        return _fixed(tuple, [travel(one) for one in inside])
    if origin in _SERIES:
        return _series(*_SERIES[origin], travel(inside[0]))
    if origin in (dict, Mapping):
        return _mapping(travel(inside[0]), travel(inside[1]))
    if isinstance(hint, type):
        return _of_class(hint)
    raise NotForTheWire(str(hint))


def _of_class(kind: type) -> Travel:
    if issubclass(kind, UserFacingError):
        return _error(kind)
    if issubclass(kind, Enum):
        return Travel(kind, _exactly(kind), _same)
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        hints = get_type_hints(kind, include_extras=True)
        return _fixed(kind, [travel(hints[name]) for name in kind._fields])
    if is_dataclass(kind):
        return _record(kind)
    raise NotForTheWire(kind.__name__)


def _same(value: Any) -> Any:
    return value


def _exactly(kind: type) -> Callable[[Any], Any]:
    """Let a value pass that is of this very class: what another one holds besides stays where it is."""

    def take(value: Any) -> Any:
        if type(value) is not kind:
            raise NotForTheWire(f"{type(value).__name__} instead of {kind.__name__}")
        return value

    return take


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise NotForTheWire(f"{type(value).__name__} instead of a text")
    return plain_values.whole(str(value))  # a text of a class of its own travels as a text


def _float(value: Any) -> float:
    if type(value) not in (int, float) or not isfinite(value):
        raise NotForTheWire(f"{type(value).__name__} instead of a number")
    return float(value)


_ANYTHING = Travel(Any, plain_values.taken, plain_values.given)
_PLAIN: dict[Any, Travel] = {
    str: Travel(_TEXT, _text, _same),
    float: Travel(_FLOAT, _float, _same),
    int: Travel(_INTEGER, _exactly(int), _same),
    **{kind: Travel(kind, _exactly(kind), _same) for kind in (bool, bytes, date, datetime, time)},
    type(None): Travel(None, _exactly(type(None)), _same),
    Any: _ANYTHING,
    object: _ANYTHING,
}
_SERIES: dict[Any, tuple[type, type]] = {
    list: (list, list),
    tuple: (tuple, tuple),
    frozenset: (tuple, frozenset),
    Set: (tuple, frozenset),
    Sequence: (tuple, tuple),
    Collection: (tuple, tuple),
    Iterable: (tuple, tuple),
}
"""As what a series travels, and what is made of it; of what is only promised to be one, a tuple."""


def _optional(inside: tuple[Any, ...]) -> Travel:
    chosen = [one for one in inside if one is not type(None)]
    if len(chosen) != 1 or len(inside) != 2:
        raise NotForTheWire(f"{inside} cannot be told apart")
    form, take, give = travel(chosen[0])
    return Travel(
        form | None if form is not Any else Any,
        lambda value: None if value is None else take(value),
        lambda value: None if value is None else give(value),
    )


def _series(carrier: type, made: type, one: Travel) -> Travel:
    form = list[one.form] if carrier is list else tuple[one.form, ...]  # type: ignore[name-defined]

    def take(value: Any) -> Any:
        if isinstance(value, (str, bytes, Mapping)):
            raise NotForTheWire(f"{type(value).__name__} instead of a series")
        return carrier(map(one.take, value))

    return Travel(Annotated[form, _MANY], take, lambda value: made(map(one.give, value)))


def _mapping(key: Travel, one: Travel) -> Travel:
    def take(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise NotForTheWire(f"{type(value).__name__} instead of a mapping")
        return {key.take(name): one.take(entry) for name, entry in value.items()}

    def give(value: Any) -> Any:
        return {key.give(name): one.give(entry) for name, entry in value.items()}

    return Travel(Annotated[dict[key.form, one.form], _MANY], take, give)  # type: ignore[name-defined]


def _fixed(kind: type, parts: list[Travel]) -> Travel:
    """A tuple of so many, or a named one: each part has its own hint."""
    exactly = _exactly(kind)

    def take(value: Any) -> Any:
        return tuple(part.take(one) for part, one in zip(parts, exactly(value), strict=True))

    def give(value: Any) -> Any:
        inside = (part.give(one) for part, one in zip(parts, value, strict=True))
        return tuple(inside) if kind is tuple else kind(*inside)

    return Travel(tuple[tuple(part.form for part in parts)], take, give)  # type: ignore[misc]


def _record(kind: type) -> Travel:
    """A dataclass: a map of its fields, all of them and no other."""
    hints = get_type_hints(kind, include_extras=True)
    parts = {field.name: travel(hints[field.name]) for field in fields(kind)}
    form = _form(kind, [(name, part.form) for name, part in parts.items()])
    exactly, names = _exactly(kind), tuple(parts)
    takes, gives = [part.take for part in parts.values()], [part.give for part in parts.values()]
    read = _reader(names)
    as_they_are = all(one is _same for one in gives) and not any(one.kw_only for one in fields(kind))

    def take(value: Any) -> Any:
        return form(*[one(part) for one, part in zip(takes, read(exactly(value)), strict=True)])

    def give(value: Any) -> Any:
        if as_they_are:
            return kind(*read(value))
        given = [part if one is _same else one(part) for one, part in zip(gives, read(value), strict=True)]
        return kind(**dict(zip(names, given, strict=True)))

    return Travel(form, take, give)


def _reader(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Reads these fields, in their order."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _form(kind: type, parts: list[Any]) -> type[msgspec.Struct]:
    return msgspec.defstruct(kind.__name__, parts, frozen=True, forbid_unknown_fields=True)


# Some named fields of a record: Annotated[Mapping[str, object], Record]


def _named_changes(record: Any) -> Travel:
    """Some fields of a record by name, each whole; of one that is a record itself, some of its parts.

    Of a series also single places: a mapping of the place to what is put there, None for nothing.
    """
    hints = get_type_hints(record, include_extras=True)
    parts = {field.name: _changed(hints[field.name]) for field in fields(record)}
    form = _form(
        record, [(name, part.form | msgspec.UnsetType, msgspec.UNSET) for name, part in parts.items()]
    )
    exactly = _exactly(record)

    def take(value: Any) -> Any:
        named = value if isinstance(value, Mapping) else vars(exactly(value))
        return form(**{name: parts[name].take(one) for name, one in named.items() if _known(name, parts)})

    def give(value: Any) -> Any:
        named = {name: getattr(value, name) for name in parts}
        return {name: parts[name].give(one) for name, one in named.items() if one is not msgspec.UNSET}

    return Travel(form, take, give)


def _known(name: Any, parts: Mapping[str, Travel]) -> bool:
    if name not in parts:
        raise NotForTheWire("no field of the record")
    return True


def _changed(hint: Any) -> Travel:
    inside = [one for one in get_args(hint) if one is not type(None)]
    if get_origin(hint) is tuple:
        whole, places = travel(hint), travel(dict[int, inside[0] | None])  # type: ignore[valid-type]
        return Travel(
            whole.form | places.form,
            lambda value: (places if isinstance(value, Mapping) else whole).take(value),
            lambda value: (places if isinstance(value, dict) else whole).give(value),
        )
    record = inside[0] if inside else hint
    if is_dataclass(record):
        changes = Annotated[Mapping[str, object], record]
        return travel(changes | None if inside else changes)
    return travel(hint)


# Errors that a user meets


class _ErrorForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(max_length=100)]
    state: Annotated[dict[str, Any], msgspec.Meta(max_length=20)]
    cause: _ErrorForm | None = None


MOST_CAUSES = 4
"""So many errors lie behind each other at most."""


def _error(family: type[UserFacingError]) -> Travel:
    """An error of a family: the name of its class, its fields, and another error as its ``cause``.

    A field that ``__init__`` names has that hint and is a body of its own; the details are plain values.
    """

    def take(error: Any) -> _ErrorForm:
        if not isinstance(error, family):
            raise NotForTheWire(f"{type(error).__name__} is none of {family.__name__}")
        return _taken_error(error)

    return Travel(_ErrorForm, take, lambda form: _given_error(form, family))


def _taken_error(error: UserFacingError) -> _ErrorForm:
    state = {name: one for name, one in vars(error).items() if not name.startswith("_")}
    kind: Any = type(error)
    cause, hinted = state.pop("cause", None), _hinted_fields(kind)
    told = {
        name: hinted[name].pack(one) if name in hinted else plain_values.taken(one)
        for name, one in state.items()
    }
    return _ErrorForm(kind.__name__, told, None if cause is None else _taken_error(cause))


def _given_error(form: _ErrorForm, family: type[UserFacingError], behind: int = 0) -> UserFacingError:
    kind: Any = next((one for one in _family(family) if one.__name__ == form.name), None)
    if kind is None or behind > MOST_CAUSES or any(hasattr(kind, name) for name in form.state):
        raise UnreadableBody
    found: UserFacingError = kind.__new__(kind)
    hinted = _hinted_fields(kind)
    for name, one in form.state.items():
        vars(found)[name] = hinted[name].unpack(one) if name in hinted else plain_values.given(one)
    if form.cause is not None:
        vars(found)["cause"] = _given_error(form.cause, UserFacingError, behind + 1)
    try:
        found.sentences(english)
    except (AttributeError, KeyError, IndexError):  # a sentence that cannot be said
        raise UnreadableBody from None
    return found


@cache
def _hinted_fields(kind: Any) -> dict[str, Wire[Any]]:
    """The codecs of the fields that an error's ``__init__`` names, details and cause apart."""
    hints = get_type_hints(kind.__init__)
    return {name: Wire(hint) for name, hint in hints.items() if name not in {"details", "cause", "return"}}


def _family(kind: type[UserFacingError]) -> Iterable[type[UserFacingError]]:
    yield kind
    for one in kind.__subclasses__():
        yield from _family(one)
