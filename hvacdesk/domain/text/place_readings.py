"""How places are read: まるのうち finds who lives in 丸の内, though nobody's kana says so.

A place's reading is public and its name is what every mask shows, so finding by it tells nothing more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from hvacdesk.domain.text.text_forms import fold

LEAST = 3
"""The first kana of a reading that find a place; fewer fit half of the town. Shorter ones are typed whole."""

NamesByReading = Mapping[str, str]
"""How an area may be read, each reading with the name within the area that is read so; both are folded."""

Readings = Callable[[str], NamesByReading]
"""The readings of a shown part, empty for a part that is no area."""

_UNREAD: NamesByReading = {}
_MARK = "\t"
"""Between the parts of a town's line; folding leaves none in a text."""
_LONGEST_CITY = 16
_PREFECTURE = re.compile("北海道|東京都|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島|..)県")
_IN_DISTRICT, _DISTRICT_READ = re.compile(".+?郡(.+[町村])"), "グン"
_WARD = re.compile("(.+市)(.+区)")
_CITY_READ = "シ"


class Town(NamedTuple):
    """A town as the postal service lists it, with its readings in katakana; a city itself has no town."""

    city: str
    name: str
    city_kana: str
    kana: str


class AreaReadings(Mapping[str, NamesByReading]):
    """The readings of each area of a prefecture: of its city, of the ward or village alone, and of its town.

    The areas are folded. A prefecture has thousands of towns and the program keeps those of each that
    customers live in. So a town is one line of text, and lines are in order; as dictionaries they took four
    times the room.
    """

    def __init__(self, prefecture: str, towns: Iterable[Town]) -> None:
        """The towns are asked for one after the other, so that they need not be in memory all at once."""
        numbers: dict[tuple[str, str], int] = {}
        self._lines: list[str] = []
        for town in towns:
            city = numbers.setdefault((town.city, town.city_kana), len(numbers))
            area = fold(f"{prefecture}{town.city}{town.name}")
            self._lines.append(_MARK.join((area, str(city), fold(town.kana), fold(town.name))))
        self._lines.sort(key=_area)
        self._cities = tuple(_cities(numbers).values())

    def __getitem__(self, area: str) -> NamesByReading:
        found: dict[str, str] = {}
        begun = f"{area}{_MARK}"
        for at in range(bisect_left(self._lines, begun), len(self._lines)):
            if not self._lines[at].startswith(begun):
                break
            city, kana, name = self._lines[at][len(begun) :].split(_MARK)
            found.update(self._cities[int(city)])
            if kana:
                found[kana] = name
        if not found:
            raise KeyError(area)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(map(_area, self._lines)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _area(line: str) -> str:
    return line.partition(_MARK)[0]


def _cities(cities: Collection[tuple[str, str]]) -> dict[tuple[str, str], dict[str, str]]:
    """The folded first kana of each city, ward or village, as said: ナゴヤシナカク, and ナカク."""
    wards: dict[str, list[str]] = {}
    for city, kana in cities:
        ward = _WARD.fullmatch(city)
        if ward:
            wards.setdefault(ward[1], []).append(kana)
    return {
        (city, kana): {
            fold(read): fold(name)
            for read, name in {kana: city, **_last_component(city, kana, wards)}.items()
            if read
        }
        for city, kana in cities
    }


def _last_component(city: str, kana: str, wards: Mapping[str, list[str]]) -> dict[str, str]:
    district = _IN_DISTRICT.fullmatch(city)
    if district:
        return {kana[kana.find(_DISTRICT_READ, 1) + len(_DISTRICT_READ) :]: district[1]}
    ward = _WARD.fullmatch(city)
    if ward is None:
        return {}
    alike = _alike(wards[ward[1]])  # all wards of 広島市 begin with ヒロシマシ, whatever シ comes after it
    return {kana[alike.rfind(_CITY_READ) + 1 :]: ward[2]}


def _alike(texts: list[str]) -> str:
    """What all the texts begin with."""
    first, last = min(texts), max(texts)
    end = next((at for at, letter in enumerate(first) if last[at : at + 1] != letter), len(first))
    return first[:end]


class PlaceReadings:
    """The readings of the areas that customers live in.

    Args:
        of_prefecture: :class:`AreaReadings` of a prefecture; empty for what is none.
        prefectures: those that have a city of a folded name; most lists leave the prefecture out.
    """

    def __init__(
        self,
        of_prefecture: Callable[[str], Mapping[str, NamesByReading]],
        prefectures: Callable[[], Mapping[str, tuple[str, ...]]],
    ) -> None:
        self._of_prefecture = of_prefecture
        self._prefectures = prefectures

    def of(self, part: str) -> NamesByReading:
        """The readings of a folded area, which may have more text behind the postal service's town."""
        prefecture = _PREFECTURE.match(part)
        if prefecture is None:
            around = (self.of(f"{name}{part}") for name in self._around(part))
            return {reading: name for names in around for reading, name in names.items()}
        known = self._of_prefecture(prefecture[0])
        ends = range(len(part), prefecture.end(), -1)
        return next((known[part[:end]] for end in ends if part[:end] in known), _UNREAD)

    def _around(self, part: str) -> tuple[str, ...]:
        """The prefectures that an area may be in; its text begins with the city."""
        cities = self._prefectures()
        ends = range(min(len(part), _LONGEST_CITY), 1, -1)
        return next((cities[part[:end]] for end in ends if part[:end] in cities), ())


def names_read(names: NamesByReading, spellings: Iterable[str]) -> set[str]:
    """The names within an area that one of the folded spellings means."""
    return {
        name
        for spelling in spellings
        for reading, name in names.items()
        if name and _is_begun(reading, spelling)
    }


def _is_begun(reading: str, spelling: str) -> bool:
    return reading.startswith(spelling) if len(spelling) >= LEAST else reading == spelling


def unread(_part: str) -> NamesByReading:
    """No readings, for use where there is no list of places."""
    return _UNREAD
