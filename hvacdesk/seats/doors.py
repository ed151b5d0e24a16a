"""What a seat may call: every method of an open office's services that states who may call it.

Nothing is listed by hand. The shape of an office is learnt from one that is built over nothing, and a *door*
is a public method or property there that states its access (``services/permissions.py``): whatever states
none, and whatever is a step of another method, has no door. What a door takes and gives its hints say.

Some arguments do not travel. They are named here, with what takes their place at the office PC:

- the actor: the person who logged in at the seat. No call says who asks.
- :data:`Words`: the language's code travels, and the office PC translates.
- what is told of the progress, and whether to cancel: a call that has either is watched while it is under
  way (``under_way.py``).
- chance: that of the office PC.
- a day travels, and one that nothing can be about is refused.

:data:`STAYS` names what cannot be anywhere but at the office PC, its own files above all: a method with such
an argument or answer, or with an :data:`OfficeFile` among what it takes, by itself or within a record, is
known here and cannot be called: a seat would have the office PC look into, or remove, whatever it names.

A file that somebody chooses at a seat is read there and travels whole, as a ``GivenFile``; one that is made
comes back as bytes, and is written there.
"""

from __future__ import annotations

import collections.abc
import inspect
import secrets
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.given_files import NamesAFile
from hvacdesk.domain.roles import ROLE_NAMES, Actor, Role
from hvacdesk.domain.staff.training import Chance
from hvacdesk.domain.text.input_checks import known_day
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.seats.under_way import Running, Watch
from hvacdesk.seats.wire import UnreadableBody, Wire
from hvacdesk.services.entry.keys import SheetRenewal
from hvacdesk.services.language import words_for
from hvacdesk.services.only_shown import is_only_shown
from hvacdesk.services.open_office import Office
from hvacdesk.services.permissions import stated
from hvacdesk.services.workplace import Workplace

_KNOWN_TO_ALL = ROLE_NAMES[Role.OWNER]


class AtTheOfficePcOnly(UserFacingError):
    """Something that needs the office's own files or keys in hand."""

    what = phrase("Errors", "This can be done at the office PC only.")
    todo = phrase("Errors", "Do it at the PC that keeps the office's data.")


@dataclass(frozen=True)
class Stand:
    """What stands for an argument that does not travel as it is.

    Attributes:
        travels: the hint of what travels instead; None where nothing does.
        at_seat: makes that of the argument.
        at_host: makes the argument of that, or of what is known there of the call where nothing travels.
    """

    travels: Any
    at_seat: Callable[[Any], Any]
    at_host: Callable[[Any], Any]


class CallHere(NamedTuple):
    """What is known of a call where it is made: who asks, and the call under way."""

    actor: Actor
    running: Running


def language_of(words: Words) -> str:
    """The language into which these words translate."""
    return next(one for one in LANGUAGES if words_for(one)(_KNOWN_TO_ALL) == words(_KNOWN_TO_ALL))


def _known_words(language: str) -> Words:
    return words_for(_known_language(language))


def _known_language(code: str) -> str:
    """The code of a language of ours; files are named by it."""
    if code not in LANGUAGES:
        raise UnreadableBody
    return code


def _possible_day(name: str, day: date) -> date:
    """The day, if anything can be about it."""
    return known_day(name, day.isoformat())


def _untold(*_progress: object) -> None:
    """Nobody wants to know how far it is."""


def _never() -> bool:
    """Nobody cancels."""
    return False


def _as_it_is(value: Any) -> Any:
    return value


def _nothing(_value: object) -> None:
    return None


_TOLD = Stand(None, _nothing, lambda here: here.running.tell)
_CANCELLED = Stand(None, _nothing, lambda here: here.running.cancelled)
_STANDS: dict[Any, Stand] = {
    Actor: Stand(None, _nothing, lambda here: here.actor),
    Words: Stand(str, language_of, _known_words),
    Callable[[Phrase, int, int], None]: _TOLD,
    Callable[[int, int], None]: _TOLD,
    Callable[[int], None]: _TOLD,
    Callable[[], bool]: _CANCELLED,
    Chance: Stand(None, _nothing, lambda _here: secrets.randbelow),
}

STAYS: dict[Any, str] = {
    Path: "a file or folder of the office PC; one that is chosen at a seat travels as a GivenFile",
    SheetRenewal: "the recovery sheet is renewed at the office PC",
}
"""Kinds of arguments and answers that do not leave the office PC, and why."""


_BY_DECISION = {
    "keys.rotate": "keys are renewed where they lie",
    "backups.remove_place": "backup folders are named and given up at the PC to which they are connected",
    "leave": "a seat leaves by an ask of its own, after which nothing calls any more",
}
"""What could travel and is done at the office PC all the same."""


@dataclass(frozen=True)
class Argument:
    """One argument that a method takes, how it is given, and what stands for it."""

    name: str
    kind: inspect._ParameterKind
    stand: Stand


class Door:
    """One method that a seat may call.

    Attributes:
        name: the way to it from an open office: ``disposal.reviews.rows``.
        method: of the service's class.
        is_property: it is read without being called.
        stays: why it is done at the office PC only; empty where it is not.
    """

    def __init__(self, name: str, method: Callable[..., Any], *, is_property: bool) -> None:
        self.name = name
        self.method = method
        self.is_property = is_property
        hints = get_type_hints(method, include_extras=True)
        self._answer_hint = hints.pop("return")
        self._signature = inspect.signature(method)
        self._arguments = tuple(
            Argument(one.name, one.kind, _stand(one, hints[one.name]))
            for one in list(self._signature.parameters.values())[1:]
        )
        self.stays = next(self._stays(hints), "")

    def _stays(self, hints: dict[str, Any]) -> Iterator[str]:
        if self.name in _BY_DECISION:
            yield _BY_DECISION[self.name]
        if any(_names_a_file(hint) for hint in hints.values()):
            yield STAYS[Path]
        for hint in (*hints.values(), self._answer_hint):
            yield from (STAYS[one] for one in _within(hint))

    @cached_property
    def is_only_shown(self) -> bool:
        """Whether nothing comes of a call but its answer."""
        return is_only_shown(self.method)

    @cached_property
    def arguments(self) -> Wire[tuple[Any, ...]]:
        """The codec of what travels of the arguments."""
        hints = tuple(one.stand.travels for one in self._arguments if one.stand.travels is not None)
        return Wire(tuple[hints])  # type: ignore[valid-type]

    @cached_property
    def answer(self) -> Wire[Any]:
        """The codec of the answer."""
        return Wire(self._answer_hint)

    def sent(self, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
        """What travels of the arguments of a call. Raises TypeError as the method itself would."""
        bound = self._signature.bind(None, *args, **kwargs)
        bound.apply_defaults()
        return tuple(
            one.stand.at_seat(bound.arguments[one.name])
            for one in self._arguments
            if one.stand.travels is not None
        )

    @property
    def is_watched(self) -> bool:
        """Whether its calls say how far they are, or can be cancelled."""
        return any(one.stand in (_TOLD, _CANCELLED) for one in self._arguments)

    def watch(self, *args: Any, **kwargs: Any) -> Watch | None:
        """What a call wants while it is under way; None where nothing can be told of it."""
        if not self.is_watched:
            return None
        given = self._signature.bind(None, *args, **kwargs).arguments
        wanted = {one.stand: given[one.name] for one in self._arguments if one.name in given}
        return Watch(0, wanted.get(_TOLD, _untold), wanted.get(_CANCELLED, _never))

    def received(self, here: CallHere, travelled: tuple[Any, ...]) -> tuple[list[Any], dict[str, Any]]:
        """The arguments of the call, with what does not travel put in."""
        arrived = iter(travelled)
        positional, named = [], {}
        for one in self._arguments:
            value = one.stand.at_host(here if one.stand.travels is None else next(arrived))
            if one.kind is inspect.Parameter.KEYWORD_ONLY:
                named[one.name] = value
            elif one.kind is inspect.Parameter.VAR_POSITIONAL:
                positional.extend(value)
            else:
                positional.append(value)
        return positional, named


@cache
def doors() -> dict[str, Door]:
    """Every door of an open office, by its name."""
    empty = Office(cast(Workplace, _Hollow()))
    return {door.name: door for door in _doors(empty, type(empty), "")}


class _Hollow:
    """What an office is built over to learn its shape: everything that is asked of it is this again."""

    def __getattr__(self, name: str) -> _Hollow:
        return self

    def __call__(self, *_args: object, **_kwargs: object) -> _Hollow:
        return self


def _doors(service: object, kind: type, way: str) -> Iterator[Door]:
    for name, member in inspect.getmembers(kind):
        method = member.fget if isinstance(member, property) else member
        if name.startswith("_") or not inspect.isfunction(method):
            continue
        access = stated(method)
        if access is not None and not access.callers:
            yield Door(way + name, method, is_property=isinstance(member, property))
        elif isinstance(member, property) and _is_service(made := get_type_hints(method)["return"]):
            yield from _doors(None, made, f"{way}{name}.")
    for name, inner in vars(service).items() if service is not None else ():
        if not name.startswith("_") and _is_service(type(inner)):
            yield from _doors(inner, type(inner), f"{way}{name}.")


def _is_service(kind: Any) -> bool:
    return isinstance(kind, type) and kind.__module__.startswith("hvacdesk.services.")


def _stand(parameter: inspect.Parameter, hint: Any) -> Stand:
    if parameter.name == "language":
        return Stand(hint, _as_it_is, _known_language)
    if hint is date:
        return Stand(hint, _as_it_is, partial(_possible_day, parameter.name))
    if parameter.kind is parameter.VAR_POSITIONAL:
        return Stand(tuple[hint, ...], _as_it_is, _as_it_is)
    for one in (hint, *_alternatives(hint)):
        if one in _STANDS:
            return _STANDS[one]
    return Stand(hint, _as_it_is, _as_it_is)


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else ()


def _names_a_file(hint: Any) -> bool:
    """Whether a hint, or a field of a record in it, is an OfficeFile; no record that travels holds itself."""
    if hint is NamesAFile:
        return True
    if isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields")):
        return any(map(_names_a_file, get_type_hints(hint, include_extras=True).values()))
    return any(map(_names_a_file, get_args(hint)))


def _within(hint: Any) -> Iterator[Any]:
    """The kinds in a hint that stay at the office PC."""
    if hint in STAYS:
        yield hint
    elif get_origin(hint) is not collections.abc.Callable:
        for one in get_args(hint):
            yield from _within(one)
