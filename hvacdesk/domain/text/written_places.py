"""How an address is recognised in what people write, however they write its numbers."""

from __future__ import annotations

import re
from bisect import bisect_left

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.text.text_forms import fold

_WHOLE_STREET = re.compile(r"[0-9]+-[0-9]+-[0-9]+.*")
"""A street that says enough without its town: two numbers are also sizes and quantities."""
_ROOM = re.compile("[^0-9]{2,}.*[0-9]")
"""A building's name with the room at its end: a name alone is told of many, and further words are no name."""
_REST = re.compile(r"(?:[-－‐‑–−ー]\d+)*(?:番地|番|号室|号|室)?")
"""What belongs to a number behind which it is written: the room, and what is counted."""


def place_forms(place: Address) -> tuple[str, ...]:
    """What of an address tells where somebody lives, folded: the street with its town, and the building."""
    street, building = fold(place.street), fold(place.building)
    found = [fold(f"{place.town or place.city}{place.street}")] if street else []
    if _WHOLE_STREET.fullmatch(street):
        found.append(street)
    if _ROOM.fullmatch(building):
        found.append(building)
    return tuple(found)


def place_in(text: str, form: str) -> tuple[int, int] | None:
    """Where such a form begins and ends in a text; None where it is not, or is part of a longer number."""
    folded = fold(text)
    if form not in folded or not _apart(form).search(folded):
        return None
    end = bisect_left(range(len(text) + 1), True, key=lambda length: form in fold(text[:length]))
    most = bisect_left(range(end + 1), True, key=lambda length: form in fold(text[end - length : end]))
    return end - most, _REST.match(text, end).end()  # type: ignore[union-attr]  # it may be empty


def _apart(form: str) -> re.Pattern[str]:
    before = "(?<![0-9])(?<![0-9]-)" if form[0].isdecimal() else ""
    return re.compile(f"{before}{re.escape(form)}(?![0-9])")
