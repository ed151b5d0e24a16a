"""A call of any door of an office, with arguments that somebody makes up one by one."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import reduce
from typing import Any, get_type_hints

from hvacdesk.seats.doors import Door

Make = Callable[[inspect.Parameter, Any], Any]
"""Makes an argument from its parameter and type hint."""


def called(office: Any, door: Door, make: Make) -> Any:
    """What a door of the office gives back, at the office PC or at a seat. Raises what it raises."""
    hints = get_type_hints(door.method, include_extras=True)
    positional, named = [], {}
    for one in list(inspect.signature(door.method).parameters.values())[1:]:
        value = make(one, hints[one.name])
        if one.kind is one.KEYWORD_ONLY:
            named[one.name] = value
        else:
            positional.append(value)
    member = reduce(getattr, door.name.split("."), office)
    return member if door.is_property else member(*positional, **named)
