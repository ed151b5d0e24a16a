"""Which readings an area has: of its city, of the ward or village by itself, and of its town."""

from __future__ import annotations

import pytest

from hvacdesk.domain.text.place_readings import AreaReadings, PlaceReadings, Town, names_read

LISTED = (
    Town("広島市西区", "", "ヒロシマシニシク", ""),
    Town("広島市西区", "己斐上", "ヒロシマシニシク", "コイウエ"),
    Town("広島市中区", "本通", "ヒロシマシナカク", "ホンドオリ"),
    Town("西春日井郡豊山町", "豊場", "ニシカスガイグントヨヤマチョウ", "トヨバ"),
    Town("蒲郡市", "形原町", "ガマゴオリシ", "カタハラチョウ"),
    Town("蒲郡市", "形原町", "ガマゴオリシ", "カタノハラチョウ"),
)


@pytest.mark.parametrize(
    ("area", "readings"),
    [
        ("愛知県広島市西区己斐上", ("ひろしましにしく", "にしく", "こいうえ")),
        ("愛知県広島市西区己斐上三丁目", ("ひろしましにしく", "にしく", "こいうえ")),
        ("愛知県広島市西区どこか", ("ひろしましにしく", "にしく")),
        ("愛知県西春日井郡豊山町豊場", ("にしかすがいぐんとよやまちよう", "とよやまちよう", "とよば")),
        ("愛知県蒲郡市形原町", ("がまごおりし", "かたはらちよう", "かたのはらちよう")),
        ("愛知県広島市中区", ()),
        ("広島市西区己斐上", ("ひろしましにしく", "にしく", "こいうえ")),
        ("府中市本町", ("ほんまち", "もとまち")),
        ("広島市民病院", ()),
        ("田中", ()),
    ],
)
def test_an_area_is_read_like_its_longest_listed_beginning(area: str, readings: tuple[str, ...]) -> None:
    listed = {
        "愛知県": AreaReadings("愛知県", LISTED),
        "東京都": {"東京都府中市本町": {"ほんまち": "本町"}},
        "広島県": {"広島県府中市本町": {"もとまち": "本町"}},
    }
    cities = {"広島市西区": ("愛知県",), "府中市": ("東京都", "広島県")}
    assert tuple(PlaceReadings(lambda name: listed.get(name, {}), lambda: cities).of(area)) == readings


@pytest.mark.parametrize(
    ("spelling", "begins"),
    [("こいう", True), ("こいうえ", True), ("こい", False), ("いうえ", False), ("つし", True), ("つ", False)],
)
def test_three_kana_begin_a_reading_and_fewer_are_the_whole_of_it(spelling: str, begins: bool) -> None:
    assert bool(names_read({"こいうえ": "己斐上", "つし": "津市"}, (spelling,))) is begins


@pytest.mark.parametrize(
    ("area", "spelling", "names"),
    [
        ("広島市西区己斐上", "こいう", {"己斐上"}),
        ("広島市西区己斐上", "にしく", {"西区"}),
        ("広島市西区己斐上", "ひろし", {"広島市西区"}),
        ("広島市西区己斐上", "こい", set()),
        ("西春日井郡豊山町豊場", "とよや", {"豊山町"}),
        ("西春日井郡豊山町豊場", "とよ", set()),
        ("西春日井郡豊山町豊場", "にしかすがい", {"西春日井郡豊山町"}),
        ("蒲郡市形原町", "かたの", {"形原町"}),
    ],
)
def test_a_reading_stands_for_its_own_part_of_the_area(area: str, spelling: str, names: set[str]) -> None:
    readings = AreaReadings("愛知県", LISTED)[f"愛知県{area}"]
    assert names_read(readings, (spelling, "ほかの")) == names
