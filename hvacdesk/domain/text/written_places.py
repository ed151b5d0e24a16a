"""How an address is recognised in what people write, however they write its numbers.

Figures and kanji numerals are alike, and so is what parts them: 3-41-7, 三ノ四十一ノ七 and 3丁目41番7号. A
room counts with its building's name, and as 502号室 by itself; a machine's number (502号機) is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.text.text_forms import (
    NUMERALS,
    arabic,
    fold,
    fold_letters,
    folded_with_places,
    kanji_number,
    without_unseen,
)

_WHOLE_STREET = re.compile(r"[0-9]+-[0-9]+-[0-9]+.*")
"""A street that says enough without its town: two numbers are also sizes and quantities."""
_ROOM = re.compile("[^0-9]{2,}.*[0-9]")
"""A building's name with the room at its end: a name alone is told of many, and further words are no name."""
_ROOM_AT_END = re.compile("(?<![0-9])(?:([0-9]{2,5})|([0-9])(?=号|室))(?:号室?|室)?$")
_ROOM_NUMBERED = "号室"
"""How a form ends that is a room by itself; no folded street or building does."""

_NAME_BEFORE = re.compile("(.*[^0-9-])(?=[0-9](?:-?[0-9]){2})")
"""What is before three figures and more: 栄の1-2台 is no address in 栄."""

_SHORTEST_SURE_ROOM = 3

_ZEROS = "零○◯"
_NUMERAL = f"[{NUMERALS}十百][{NUMERALS}{_ZEROS}十百]*"
_NUMERALS_IN = re.compile(_NUMERAL)
_ZERO = str.maketrans(dict.fromkeys(_ZEROS, NUMERALS[0]))
_PARTED = re.compile("(?<=[0-9])[之乃](?=[0-9])")
_REST = re.compile(
    rf"(?:[-－‐‑–−ー](?:\d+|{_NUMERAL})|[ノﾉのノ之乃](?:\d+|{_NUMERAL})(?=号室?|室(?![内外])))*"
    "(?:番地|番|号室(?![内外]機)|号|室(?![内外]))?"
)
"""What belongs to a number behind which it is written: the room, and what is counted."""


def place_forms(place: Address) -> tuple[str, ...]:
    """What of an address tells where somebody lives, folded: the street with its town, building and room."""
    street, building = fold(place.street), fold(place.building)
    found = [fold(f"{place.town or place.city}{place.street}")] if street else []
    if _WHOLE_STREET.fullmatch(street):
        found.append(street)
    if _ROOM.fullmatch(building):
        found.append(building)
    room = _ROOM_AT_END.search(_in_figures(without_unseen(place.building).strip()))
    if room:
        found.append(f"{room[1] or room[2]}{_ROOM_NUMBERED}")
    return tuple(found)


def place_in(text: str, form: str) -> tuple[int, int] | None:
    """Where such a form begins and ends in a text; None where it is not, or is part of a longer number."""
    if form.endswith(_ROOM_NUMBERED):
        return _room_in(text, form.removesuffix(_ROOM_NUMBERED))
    found = _place_in(text, form, fold)
    if found is None and _NUMERALS_IN.search(f"{text}{form}"):
        found = _place_in(text, _read(form), _read)
    return found


def _place_in(text: str, form: str, read: Callable[[str], str]) -> tuple[int, int] | None:
    """The same for a way in which texts are read."""
    whole, apart = _patterns(form)
    if not apart.search(read(text)):
        return None
    end = bisect_left(range(len(text) + 1), True, key=lambda length: _has(whole, read(text[:length])))
    most = bisect_left(range(end + 1), True, key=lambda length: _has(whole, read(text[end - length : end])))
    return end - most, _REST.match(text, end).end()  # type: ignore[union-attr]  # it may be empty


def _room_in(text: str, room: str) -> tuple[int, int] | None:
    """Where a room is that is called one: 502号室, 五〇二号室."""
    if "室" not in text:
        return None
    folded = folded_with_places(text)
    found = _room(room).search(folded.text)
    return (folded.start(found.start()), folded.end(found.end() - 1)) if found else None


@lru_cache(maxsize=256)
def _room(number: str) -> re.Pattern[str]:
    """A room's number in figures or in kanji; 2号室外機 is a second machine, 502号室外機 the room's."""
    figures = "".join(
        f"[{figure}{NUMERALS[int(figure)]}{'' if int(figure) else _ZEROS}]" for figure in number
    )
    of_machine = "|号(?=室)" if len(number) >= _SHORTEST_SURE_ROOM else ""
    return re.compile(
        f"(?<![0-9{NUMERALS}{_ZEROS}十百])(?:{figures}|{kanji_number(number)})"
        f"(?:号室(?![内外]機){of_machine}|室(?![内外温]))"
    )


def _read(text: str) -> str:
    """The folded text with every numeral in figures, also of a name (三好町): both sides are read so."""
    return fold(_PARTED.sub("の", _in_figures(fold_letters(text))))


def _in_figures(letters: str) -> str:
    return _NUMERALS_IN.sub(lambda numeral: _figures(numeral[0]), letters)


@lru_cache(maxsize=1024)
def _figures(numeral: str) -> str:
    return _NUMERALS_IN.sub(arabic, numeral.translate(_ZERO))


def _has(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


@lru_cache(maxsize=512)
def _patterns(form: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A form as it is found, and where it is no part of a longer number; signs may be before its room."""
    name = _NAME_BEFORE.match(form)
    whole = re.escape(form)
    if name:
        whole = rf"{re.escape(name[0])}[の/(「『-]?{re.escape(form[name.end() :])}"
    before = "(?<![0-9])(?<![0-9]-)" if form[0].isdecimal() else ""
    return re.compile(whole), re.compile(f"{before}{whole}(?![0-9])")
