"""What a seat's windows ask by the way, answered as it was last while the office PC does not answer.

Windows ask some things on their own thread: how the office is called, whether something can be undone. None
of it is about a customer. While the office PC is away they would wait for nothing, so they get what they were
told before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hvacdesk.seats.calls import NoAnswer, NotReached
from hvacdesk.seats.doors import doors
from hvacdesk.services.open_office import Office

_UNKNOWN = object()
READINGS: dict[str, Any] = {
    "accounts.has_pin": False,
    "accounts.tries_left": 0,
    "dispatch.hours": _UNKNOWN,
    "drafts.list": (),
    "edits.acts": 0,
    "edits.count": 0,
    "edits.possible": False,
    "facts": _UNKNOWN,
    "integrity.damage": None,
    "settings.office_value": _UNKNOWN,
    "settings.personal": None,
}
"""By the names of their doors, what is answered where nothing is known yet; without that it is an error."""


def remember(office: Office, is_away: Callable[[], bool]) -> None:
    """Have a seat's office answer these from memory while the office PC is away.

    Args:
        is_away: whether the office PC is known not to answer.
    """
    for name, otherwise in READINGS.items():
        way, _dot, last = name.rpartition(".")
        part = getattr(office, way) if way else office
        if doors()[name].is_property:
            _replace_property(part, last, otherwise, is_away)
        else:
            vars(part)[last] = _remembered(vars(part)[last], otherwise, is_away)


def _replace_property(part: Any, name: str, otherwise: Any, is_away: Callable[[], bool]) -> None:
    """Properties lie in a class, of which each part has its own."""
    read = getattr(type(part), name).fget
    answer = _remembered(lambda: read(part), otherwise, is_away)
    setattr(type(part), name, property(lambda _part: answer()))


def _remembered(ask: Callable[..., Any], otherwise: Any, is_away: Callable[[], bool]) -> Callable[..., Any]:
    known: dict[tuple[Any, ...], Any] = {}

    def answer(*args: Any, **kwargs: Any) -> Any:
        asked = (*args, *sorted(kwargs.items()))
        if not is_away():
            try:
                known[asked] = ask(*args, **kwargs)
            except NoAnswer:
                return _last(known, asked, otherwise)
        return _last(known, asked, otherwise)

    return answer


def _last(known: dict[tuple[Any, ...], Any], asked: tuple[Any, ...], otherwise: Any) -> Any:
    found = known.get(asked, otherwise)
    if found is _UNKNOWN:
        raise NotReached
    return found
