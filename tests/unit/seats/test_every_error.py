"""Every error that a user can meet comes back from the office PC as it was, whatever fields it has."""

from __future__ import annotations

import inspect
from random import Random
from typing import Any, get_type_hints

import pytest

from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.seats.wire import Wire
from tests.helpers.made_values import made, told
from tests.unit.domain.test_errors import CLASSES, placeholders

CODEC: Wire[UserFacingError] = Wire(UserFacingError)
TIMES = 3


def made_up(kind: type[UserFacingError], chance: Random) -> UserFacingError:
    """An error of the class with everything that it can be given."""
    hints, values = get_type_hints(kind.__init__), dict[str, Any]()
    for name, one in list(inspect.signature(kind.__init__).parameters.items())[1:]:
        if one.kind is not one.VAR_KEYWORD:
            values[name] = InvalidInput("x") if hints[name] is Exception else made(hints[name], chance)
    error = kind(**values)
    for name in placeholders(kind) - set(error.details):
        error.details[name] = chance.choice(("x", 3))
    return error


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__qualname__)
def test_an_error_comes_back_as_it_was(kind: type[UserFacingError]) -> None:
    chance = Random(kind.__qualname__)
    for _time in range(TIMES):
        error = made_up(kind, chance)
        assert told(CODEC.unpack(CODEC.pack(error))) == told(error)
