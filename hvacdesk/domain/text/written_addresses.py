"""Dividing addresses that were written into one cell, so that masks can cut them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.text.text_forms import DASHES, POSTAL_CODE, fold

Cities = Mapping[str, Sequence[str]]
"""The folded names of cities, wards, towns and villages, each with the prefectures that have one."""

_PREFECTURE = re.compile("北海道|東京都|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島|.{2})県")
_CITY = re.compile(
    "(?:大和郡山|蒲郡|郡山|郡上|小郡|四日市|廿日市|野々市|市川|市原|八日市場|十日町|町田|大町|村上|村山|武蔵村山|東村山|羽村|大村"
    "|田村|中村)市"
    "|(?:余市|高市|[^0-9０-９]{1,6}?)郡(?:玉村|大町|.{1,5}?)[町村]"
    "|.{1,6}?市.{1,4}?区(?=.)|.{1,6}?市|.{1,4}?[区町村]"
)
"""A city that is not in the list, for instance written without its district, is cut at its last letter."""

_LONGEST_CITY = 12
_KANJI_NUMBER = "[〇一二三四五六七八九十百]+"
BLOCK = re.compile(
    f"[0-9０-９]+(?![0-9０-９条線])|{_KANJI_NUMBER}(?:丁目|番地|号|番(?=(?:[0-9０-９]+|{_KANJI_NUMBER})号|$))"
)
"""Where the numbers of a block begin; the ones of 北1条西 and 一番町 belong to the town."""

_LATIN = re.compile("[A-Za-z]")
_KYOTO = "京都市"
_AFTER_NUMBER = "(?<=[0-9０-９号地])"
_BUILDING = re.compile(
    _AFTER_NUMBER + r"[\s　]+(?=\S)|" + _AFTER_NUMBER + r"(?=[^\s0-9０-９丁番号地のノ之条ー－‐−―\-])"
)
_POSTAL = re.compile(
    rf"(?:〒[\s　]*({POSTAL_CODE})"
    rf"|([0-9０-９]{{3}}[{re.escape(DASHES)}][0-9０-９]{{4}})(?=[\s　]))[\s　]*"
)
_BEGINS_POSTAL = frozenset("〒0123456789０１２３４５６７８９ 　")
_LOOKS = re.compile(
    "(?:北海道|東京都|京都府|大阪府|.{2,3}県)|〒|^[^0-9０-９@]{1,8}[市区郡町村][^@]{0,20}[0-9０-９]"
)


def looks_like_address(text: str) -> bool:
    """Whether a cell probably holds an address, whatever its header says."""
    return _LOOKS.search(text) is not None


def is_whole_address(text: str, cities: Cities) -> bool:
    """Whether a cell is an address of its own, from its prefecture or city to its number."""
    written = postal_code_before(text)[1].strip()
    if not BLOCK.search(written):
        return False
    return begins_with_prefecture(written) or fold(_city(written, cities)) in cities


def begins_with_prefecture(text: str) -> bool:
    """Whether an address is written from its prefecture on."""
    return _PREFECTURE.match(postal_code_before(text)[1].strip()) is not None


def postal_code_before(text: str) -> tuple[str, str]:
    """The postal code that an address was written behind, and the address."""
    if text[:1] not in _BEGINS_POSTAL:
        return "", text
    match = _POSTAL.match(text.strip())
    return (match[1] or match[2], text.strip()[match.end() :]) if match else ("", text)


def divide_address(
    text: str, postal_code: str = "", towns: Sequence[Address] = (), cities: Cities | None = None
) -> Address:
    """An address in one cell by component, so that masks can cut it.

    Args:
        towns: the towns of the postal code, which decide where they fit and give what is left out; not where
            another prefecture or city is written, see :func:`contradicts`.
        cities: every city; without them the last letter of a city decides.
    """
    area, numbers = _before_numbers(text.strip())
    for town in sorted(towns, key=lambda place: -len(place.town)) if len(towns) > 1 else towns:
        rest = _after(area + numbers, town)
        if rest is not None and not _is_of_a_city(area, len(area + numbers) - len(rest), cities or {}):
            street, building = _street_and_building(rest)
            return Address(postal_code, town.prefecture, town.city, town.town, street, building)
    prefecture = _taken(_PREFECTURE, area)
    rest = area[len(prefecture) :].lstrip()
    city = _city(rest, cities or {})
    if cities and not prefecture and towns and city.endswith(("町", "村")) and fold(city) not in cities:
        city = city if _within(prefecture, city, towns) else ""  # a town's 町, its city is left out
    street, building = _street_and_building(numbers)
    completed = _completed(prefecture, city, rest[len(city) :].strip(), towns, cities or {})
    return Address(postal_code, *completed, street, building)


def contradicts(place: Address, towns: Sequence[Address]) -> bool:
    """Whether all towns of a postal code are in another prefecture or city than the one that is written."""
    return bool(towns) and not _within(place.prefecture, place.city, towns)


def lies_in(text: str, towns: Sequence[Address]) -> bool:
    """Whether an address in one cell may be in one of the towns, whatever of prefecture and city is left out.

    In Kyoto the way along the streets is written before the town. One in Latin letters cannot be compared.
    """
    written, folded = "".join(_before_numbers(postal_code_before(text)[1].strip())), fold(text)
    return (text.isascii() and _LATIN.search(text) is not None) or any(
        _after(written, town) is not None
        or (town.city.startswith(_KYOTO) and fold(town.city) in folded and fold(town.town) in folded)
        for town in towns
    )


def _before_numbers(written: str) -> tuple[str, str]:
    """愛知県名古屋市中区栄 and 3-15 栄ビル, of an address that may be 愛知県 名古屋市 中区 栄 3-15 栄ビル."""
    block = BLOCK.search(written)
    if not block:
        return written, ""
    area, numbers = written[: block.start()], written[block.start() :]
    return (area if area.isprintable() and " " not in area else "".join(area.split())), numbers


def _completed(
    prefecture: str, city: str, town: str, towns: Sequence[Address], cities: Cities
) -> tuple[str, str, str]:
    """The area with what the cell left out: by its postal code, or by a city that there is once."""
    within = _within(prefecture, city, towns)
    if len({(one.prefecture, one.city) for one in within}) == 1:
        prefecture, city = within[0].prefecture, within[0].city
        town = town or (towns[0].town if len(towns) == 1 else "")
    elif len({one.prefecture for one in within}) == 1:
        prefecture = within[0].prefecture
    if not prefecture:
        known = cities.get(fold(city), ()) if city else ()
        prefecture = known[0] if len(known) == 1 else ""
    return prefecture, city, town


def _within(prefecture: str, city: str, towns: Sequence[Address]) -> list[Address]:
    """The towns that are in the written prefecture and city, of which either may be left out."""
    here = [one for one in towns if prefecture in {"", one.prefecture}]
    if not city:
        return here
    wanted = fold(city)
    return [one for one in here if city == one.city or wanted in map(fold, _writings(one.city))]


def _writings(city: str) -> Iterator[str]:
    """A city as it may be written: whole, without its district or city before a ward, or without the ward."""
    yield city
    for mark in "市郡":
        yield city.rpartition(mark)[2]
    yield city[: city.find("市", 1) + 1]


def _is_of_a_city(area: str, end: int, cities: Cities) -> bool:
    """Whether what was taken for a town is the beginning of a city's name: 豊田 of 豊田市."""
    city = _city(area, cities) if cities else ""
    return len(city) > end and fold(city) in cities


def _city(rest: str, cities: Cities) -> str:
    ends = [end for end in range(min(_LONGEST_CITY, len(rest)), 1, -1) if rest[end - 1] in "市区町村"]
    for end in ends if cities else ():
        if rest[:end] in cities or fold(rest[:end]) in cities:
            return rest[:end]
    return _taken(_CITY, rest)


def _after(written: str, town: Address) -> str | None:
    """What follows the town in the written address, whatever of prefecture and city was left out."""
    if not (town.town or town.city):
        return None
    for area in _areas(town):
        start = len(area) if written.startswith(area) else 0  # to the letter: the town alone is compared
        prefix = town.town if start else f"{area}{town.town}"
        matches = written.startswith(prefix, start)
        end = start + len(prefix) if matches else _folded_end(written, start, prefix)
        if end and not written.startswith(("町", "村"), end):
            return written[end:]
    return None


def _areas(town: Address) -> Iterator[str]:
    """What may be written before the town."""
    yield f"{town.prefecture}{town.city}"
    yield town.city
    if town.town:
        for mark in "市郡":
            district = town.city.rpartition(mark)[2]
            if district and district != town.city:
                yield district
        yield ""


def _folded_end(written: str, start: int, prefix: str) -> int:
    """Where a prefix ends that is written in another form, such as 龍ヶ崎 for 龍ケ崎; 0 if it is missing."""
    first, wanted_first = written[start : start + 1], prefix[:1]
    counted = start and (first.isnumeric() or wanted_first.isnumeric())  # 1条 is 一条
    if not (counted or _same_letter(first, wanted_first)):
        return 0
    wanted = fold(prefix)
    shortest = start + len(prefix)
    for end in range(shortest, min(len(written), shortest + 4) + 1):
        if fold(written[start:end]) == wanted:
            return end
    return 0


@lru_cache(maxsize=4096)
def _same_letter(one: str, other: str) -> bool:
    return one == other or fold(one)[:1] == fold(other)[:1]


def _street_and_building(rest: str) -> tuple[str, str]:
    rest = rest.strip()
    cut = _BUILDING.search(rest)
    return (rest[: cut.start()], rest[cut.end() :]) if cut else (rest, "")


def _taken(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return match[0] if match else ""
