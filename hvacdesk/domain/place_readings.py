"""How places are read: まるのうち finds who lives in 丸の内, though nobody's kana says so.

A place's reading is public and its name is what every mask shows, so finding by it tells nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from hvacdesk.domain.text_forms import fold

LEAST = 3
"""So many kana begin a place's reading; fewer would mean half of the town. A shorter one is typed whole."""

Readings = Callable[[str], tuple[str, ...]]
"""The folded readings of a shown part, empty for a part that is no area."""

_LONGEST_CITY = 16
_PREFECTURE = re.compile("北海道|東京都|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島|..)県")
_IN_DISTRICT, _DISTRICT_READ = re.compile(".+郡.+[町村]"), "グン"
_WARD = re.compile("(.+市)(.+区)")
_CITY_READ = "シ"


class Town(NamedTuple):
    """A town as the postal service lists it, with its readings in katakana; a city itself has no town."""

    city: str
    name: str
    city_kana: str
    kana: str


def area_readings(prefecture: str, towns: Iterable[Town]) -> dict[str, tuple[str, ...]]:
    """The readings of each area of a prefecture: of its city, of the ward or village alone, and of its town.

    Both keys and readings are folded.
    """
    listed = tuple(towns)
    cities = _cities({(town.city, town.city_kana) for town in listed})
    found: dict[str, dict[str, None]] = {}
    for town in listed:
        readings = (*cities[town.city, town.city_kana], town.kana)
        area = found.setdefault(fold(f"{prefecture}{town.city}{town.name}"), {})
        area.update(dict.fromkeys(fold(reading) for reading in readings if reading))
    return {area: tuple(readings) for area, readings in found.items()}


def _cities(cities: set[tuple[str, str]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """What each city, ward or village begins with when somebody names it: ナゴヤシナカク, and ナカク."""
    wards: dict[str, list[str]] = {}
    for city, kana in cities:
        ward = _WARD.fullmatch(city)
        if ward:
            wards.setdefault(ward[1], []).append(kana)
    return {(city, kana): (kana, *_last_component(city, kana, wards)) for city, kana in cities}


def _last_component(city: str, kana: str, wards: Mapping[str, list[str]]) -> tuple[str, ...]:
    if _IN_DISTRICT.fullmatch(city):
        return (kana[kana.find(_DISTRICT_READ, 1) + len(_DISTRICT_READ) :],)
    ward = _WARD.fullmatch(city)
    if ward is None:
        return ()
    alike = _alike(wards[ward[1]])  # all wards of 広島市 begin with ヒロシマシ, whatever シ comes after it
    return (kana[alike.rfind(_CITY_READ) + 1 :],)


def _alike(texts: list[str]) -> str:
    """What all the texts begin with."""
    first, last = min(texts), max(texts)
    end = next((at for at, letter in enumerate(first) if last[at : at + 1] != letter), len(first))
    return first[:end]


class PlaceReadings:
    """The readings of the areas that customers live in.

    Args:
        of_prefecture: what :func:`area_readings` gave for a prefecture; empty for what is none.
        prefectures: those that have a city of a folded name; most lists leave the prefecture out.
    """

    def __init__(
        self,
        of_prefecture: Callable[[str], Mapping[str, tuple[str, ...]]],
        prefectures: Callable[[], Mapping[str, tuple[str, ...]]],
    ) -> None:
        self._of_prefecture = of_prefecture
        self._prefectures = prefectures

    def of(self, part: str) -> tuple[str, ...]:
        """The readings of a folded area, which may go on behind the town that the postal service lists."""
        prefecture = _PREFECTURE.match(part)
        if prefecture is None:
            return tuple(reading for name in self._around(part) for reading in self.of(f"{name}{part}"))
        known = self._of_prefecture(prefecture[0])
        ends = range(len(part), prefecture.end(), -1)
        return next((known[part[:end]] for end in ends if part[:end] in known), ())

    def _around(self, part: str) -> tuple[str, ...]:
        """The prefectures that a part lies in which begins with its city."""
        cities = self._prefectures()
        ends = range(min(len(part), _LONGEST_CITY), 1, -1)
        return next((cities[part[:end]] for end in ends if part[:end] in cities), ())


def begins_reading(readings: tuple[str, ...], spelling: str) -> bool:
    """Whether a folded spelling stands for a place with these readings."""
    if len(spelling) < LEAST:
        return spelling in readings
    return any(reading.startswith(spelling) for reading in readings)


def unread(_part: str) -> tuple[str, ...]:
    """The readings where no list of places is at hand."""
    return ()
