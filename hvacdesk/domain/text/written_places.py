"""How an address is recognised in what people write, however they write its numbers.

Figures and kanji numerals are alike, and so is what parts them: 3-41-7, 三ノ四十一ノ七 and 3丁目41番7号. A
room counts with its building's name, and as 502号室 by itself; a machine's number (502号機) is none.

The other way round, how much of a prefecture, city or town is surely no more than that: what people write
behind it (the number of a house, a name, a phone) is not shown where the street is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.text.text_forms import (
    NUMERALS,
    arabic,
    fold,
    fold_letters,
    folded_with_places,
    kanji_number,
    letter_for_letter,
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
_IN_NUMBER = re.compile(rf"(?<=\d)\d|(?<=[{NUMERALS}{_ZEROS}十百])[{NUMERALS}{_ZEROS}十百]")
"""A place within a number: cut there, a neighbour's 4番70号 would be 4番7号."""
_ZERO = str.maketrans(dict.fromkeys(_ZEROS, NUMERALS[0]))
_PARTED = re.compile("(?<=[0-9])[之乃](?=[0-9])")
_REST = re.compile(
    rf"(?:[-－‐‑–−ー](?:\d+|{_NUMERAL})|[ノﾉのノ之乃](?:\d+|{_NUMERAL})(?=号室?|室(?![内外])))*"
    "(?:番地|番|号室(?![内外]機)|号|室(?![内外]))?"
)
"""What belongs to a number behind which it is written: the room, and what is counted."""


_OF_A_NAME = (
    "(?:条|線|軒|番[町丁]|[町区村]|日[町市]|本木|[のノ之乃](?:町|宮|江|丸|坪|割|森|橋|郷|台|島|関|瀬|谷|条))"
)
"""What makes a place's name of a number before it: 北1条, 24軒, 一番町, 三ノ町, 4日市."""
_PARTS = "[-ーのノ之乃・]"
_NEXT = rf"(?=\s*(?:[0-9]|{_NUMERAL}(?:番|号|{_PARTS})))"
_HOUSE = re.compile(
    rf"[0-9]+(?![0-9])(?!{_OF_A_NAME})"
    rf"|{_NUMERAL}(?:丁目{_NEXT}|番地|番(?:[0-9]+|{_NUMERAL})号|(?:{_PARTS}(?:[0-9]+|{_NUMERAL})){{2,}})"
)
"""Where the number of a house begins, for sure."""
_BLOCK_ALONE = re.compile("[0-9]+丁目")
_MAY_BE_HOUSE = re.compile(
    rf"[0-9]+(?![0-9])(?!{_OF_A_NAME}|丁目(?!{_NEXT}))"
    rf"|{_NUMERAL}(?:丁目{_NEXT}|番地|番(?![町丁])|号(?!線)|{_PARTS}(?:[0-9]+|{_NUMERAL})|$)"
    rf"|{_NUMERAL}(?<=[{NUMERALS}十百]{{3}})(?=[ァ-ヴA-Za-z])(?![ノケヶツ])"
)
"""The same where it only may be one: 五之三 and 六番 are towns, too."""
IN_A_HOUSE = "(?:様|さま)(?:方|宅|邸)|[氏殿]方"
"""Behind a name: in whose house somebody lives."""
_BESIDE = re.compile(
    r"[℡☎㈱㈲(\[{「『【〔〈《、,;:/|#*+]|(?<![a-z])(?:tel|fax)|電話|携帯|キー?ボックス|暗証"
    rf"|(?P<person>@|{IN_A_HOUSE}|(?:様|さま)(?:$|\s))",
    re.IGNORECASE,
)
"""What is in no place's name; 様似 and 氏家 are."""
_FURTHER_PLACE = re.compile(
    r"(?:大字|小?字).+|.+(?:[市区郡町村字通条]|丁目|[上下入][るル]|-(?:ku|cho|machi|shi))", re.IGNORECASE
)
_LAST_PLACE = re.compile(r".*[市区郡町村目条通\s](?=.)")
_HOUSE_NAME = re.compile("[ァ-ヴー]{3,}.*$")


class SurePlace(NamedTuple):
    """What of a text is surely the name of a prefecture, a city or a town, and whether that is all of it."""

    text: str
    whole: bool


@lru_cache(maxsize=4096)
def sure_place(text: str) -> SurePlace:
    """A prefecture, city or town without the number of a house, the name or the phone that may be behind it.

    A name without 様 and without a space before it cannot be told from a part of the town's own.
    """
    kept = letter_for_letter(text)
    beside = _BESIDE.search(kept)
    if beside and beside["person"]:
        before = _LAST_PLACE.match(kept, 0, beside.start())
        kept = before[0] if before else ""
    elif beside:
        kept = kept[: beside.start()]
    first, *others = kept.split() or [""]
    foreign = next((one for one in others if not _FURTHER_PLACE.fullmatch(one)), "")
    kept = kept[: kept.index(foreign, len(first))].rstrip() if foreign else kept.rstrip()
    if house := _MAY_BE_HOUSE.search(kept):
        kept = _HOUSE_NAME.sub("", kept[: house.start()]).rstrip()
    return SurePlace(text[: len(kept)], whole=len(kept) == len(text.rstrip()))


def sure_area(*parts: str) -> SurePlace:
    """Prefecture, city and town together, up to where anything may be more than a place's name."""
    shown = ""
    for part in parts:
        sure = sure_place(part)
        shown += sure.text
        if not sure.whole:
            return SurePlace(shown, whole=False)
    return SurePlace(shown, whole=True)


def house_in_street(place: Address) -> Address:
    """The address with the number of a house in its street that was written behind its town or city.

    The whole of it reads the same. What may be a place's name stays, and so does a 丁目 before a street.
    """
    town, block = _divided(place.town, place.street)
    place = replace(place, town=town, street=f"{block}{place.street}")
    if place.town:
        return place
    city, block = _divided(place.city, place.street)
    return replace(place, city=city, street=f"{block}{place.street}")


def _divided(area: str, street: str) -> tuple[str, str]:
    """A town, and the number behind it that can go before the street."""
    plain = letter_for_letter(area)
    found = _HOUSE.search(plain)
    if found is None:
        return area, ""
    block = plain[found.start() :]
    if street and (_BLOCK_ALONE.fullmatch(block) or (block[-1].isnumeric() and street[0].isnumeric())):
        return area, ""
    return area[: found.start()].rstrip(), area[found.start() :]


def place_forms(place: Address) -> tuple[str, ...]:
    """What of an address tells where somebody lives, folded: the street with its town, building and room."""
    place = house_in_street(place)
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
    pattern = _pattern(form)
    if not _has(pattern, read(text)):
        return None
    cuts = [at for at in range(len(text) + 1) if not _IN_NUMBER.match(text, at)]
    end = cuts[bisect_left(cuts, True, key=lambda cut: _has(pattern, read(text[:cut])))]
    starts = [at for at in reversed(cuts) if at <= end]
    start = starts[bisect_left(starts, True, key=lambda cut: _has(pattern, read(text[cut:end])))]
    return start, _REST.match(text, end).end()  # type: ignore[union-attr]  # it may be empty


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
def _pattern(form: str) -> re.Pattern[str]:
    """A form where it is no part of a longer number; signs may be before its room."""
    name = _NAME_BEFORE.match(form)
    whole = re.escape(form)
    if name:
        whole = rf"{re.escape(name[0])}[の/(「『-]?{re.escape(form[name.end() :])}"
    before = "(?<![0-9])(?<![0-9]-)" if form[0].isdecimal() else ""
    return re.compile(f"{before}{whole}(?![0-9])")
