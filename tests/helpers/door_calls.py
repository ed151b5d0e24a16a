"""A call of any door of an office, with arguments that somebody makes up one by one."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache, reduce
from typing import Any

from hvacdesk.seats.doors import Door
from tests.helpers.type_hints import hints_of

Make = Callable[[inspect.Parameter, Any], Any]
"""Makes an argument from its parameter and type hint."""


def called(office: Any, door: Door, make: Make) -> Any:
    """What a door of the office gives back, at the office PC or at a seat. Raises what it raises."""
    hints = hints_of(door.method)
    positional, named = [], {}
    for one in _arguments(door.method):
        value = make(one, hints[one.name])
        if one.kind is one.KEYWORD_ONLY:
            named[one.name] = value
        else:
            positional.append(value)
    member = reduce(getattr, door.name.split("."), office)
    return member if door.is_property else member(*positional, **named)


@cache
def _arguments(method: Callable[..., Any]) -> tuple[inspect.Parameter, ...]:
    """All but ``self``."""
    return tuple(inspect.signature(method).parameters.values())[1:]
