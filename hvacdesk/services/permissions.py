"""What each method of a service asks of the person in whose name it is called.

Every public method and function that is given an :class:`Actor` states it, in one of these ways:

- :func:`needs` a permission: anybody else is refused before anything else happens;
- :func:`nothing_without` a permission: anybody else is told that there is nothing;
- :func:`anybody_logged_in`;
- :func:`body_decides`, by the record or the wish: the rule in words, beside one of the above or alone;
- :func:`step_of` other methods, which stated it before.

What works within a transaction opened elsewhere, and so is given its session, states nothing: whatever opened
it did. Of what takes no actor, that alone states *anybody* which another PC may call, too: see
``hvacdesk.seats.doors``.
``tests/unit/services/test_permissions.py`` reads all of the statements and tries them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import ParamSpec, TypeVar

from hvacdesk.domain.roles import Actor, Permission

_STATED = "hvacdesk_access"

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Access:
    """What a method states.

    Attributes:
        choices: of each of these the actor holds one permission at least; empty where none is needed.
        refuses: whether others are refused; they get an empty answer otherwise.
        rule: in words, by what the body decides besides.
        callers: the methods of which it is a step, each as ``Class.method``.
    """

    choices: tuple[tuple[Permission, ...], ...] = ()
    refuses: bool = True
    rule: str = ""
    callers: tuple[str, ...] = ()


def needs(first: Permission, *others: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let the method run only for an actor who holds one of these permissions.

    Everybody else is refused with :class:`NotPermitted`, which names the first of them, before the method
    does anything. Written twice over a method, both must hold.
    """

    def state(method: Callable[P, R]) -> Callable[P, R]:
        @wraps(method)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            actor = _actor(*args, **kwargs)
            if not any(actor.may(other) for other in others):
                actor.require(first)
            return method(*args, **kwargs)

        inner = stated(method) or Access()
        return _state(checked, replace(inner, choices=((first, *others), *inner.choices)))

    return state


def nothing_without(first: Permission, *others: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """State that the body answers with nothing, as there is none, to who holds none of these permissions."""

    def state(method: Callable[P, R]) -> Callable[P, R]:
        return _state(method, Access(((first, *others),), refuses=False))

    return state


def anybody_logged_in(method: Callable[P, R]) -> Callable[P, R]:
    """State that anyone who is logged in may call it: it is about everybody, or about the actor alone."""
    return _state(method, Access())


def body_decides(rule: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """State in words by what rule the body itself decides who gets what; written below :func:`needs`."""

    def state(method: Callable[P, R]) -> Callable[P, R]:
        return _state(method, Access(rule=rule))

    return state


def step_of(first: str, *others: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """State that only these methods, ``Class.method``, call it, each of which states what it asks."""

    def state(method: Callable[P, R]) -> Callable[P, R]:
        return _state(method, Access(callers=(first, *others)))

    return state


def stated(method: Callable[..., object]) -> Access | None:
    """What the method states; None where it states nothing."""
    found = method.__dict__.get(_STATED)
    return found if isinstance(found, Access) else None


def _state(method: Callable[P, R], access: Access) -> Callable[P, R]:
    method.__dict__[_STATED] = access
    return method


def _actor(*args: object, **kwargs: object) -> Actor:
    for one in (*args, *kwargs.values()):
        if isinstance(one, Actor):
            return one
    raise TypeError("a method that needs a permission is called with an actor")
