"""A postal code beside an address: it completes what was left out, and moves nobody to another city."""

from __future__ import annotations

import pytest

from hvacdesk.domain.exchange.import_rows import RowReader
from hvacdesk.domain.exchange.importing import (
    KEPT_IN_NOTE,
    POSTAL_ELSEWHERE,
    POSTAL_UNKNOWN,
    ImportField,
    ReadRow,
    Remark,
    RowState,
    TableLayout,
)
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.customers import postal

F = ImportField
REMARKED = ImportField.POSTAL_CODE


def read(mapping: tuple[ImportField, ...], *cells: str) -> ReadRow:
    layout = TableLayout(1, tuple(mapping), dict(enumerate(mapping)))
    (row,) = RowReader(layout, postal.towns, postal.prefectures()).read([(2, cells)])
    return row


@pytest.mark.parametrize(
    ("code", "written", "prefecture", "city", "town"),
    [
        ("060-0001", "豊田市西町1-1", "愛知県", "豊田市", "西町"),
        ("457-0863", "豊田市西町1-1", "愛知県", "豊田市", "西町"),
        ("060-0001", "横浜市中区本町1-1", "神奈川県", "横浜市中区", "本町"),
        ("520-0001", "津市栄町1-1", "三重県", "津市", "栄町"),
        ("460-0008", "府中市栄3-1", "", "府中市", "栄"),
        ("460-0008", "清水市本町1-1", "", "清水市", "本町"),
        ("460-0008", "西区栄3-1", "", "西区", "栄"),
        ("100-0001", "愛知県名古屋市中区栄3-1", "愛知県", "名古屋市中区", "栄"),
        ("060-0001", "愛知県3-1", "愛知県", "", ""),
        ("183-0055", "広島県府中市府中町1-1", "広島県", "府中市", "府中町"),
    ],
)
def test_a_code_of_another_place_leaves_the_address_as_it_is_written_and_is_remarked(
    code: str, written: str, prefecture: str, city: str, town: str
) -> None:
    row = read((F.NAME, F.POSTAL_CODE, F.ADDRESS), "山田 太郎", code, written)
    assert row.record is not None
    place = row.record.address
    assert (place.prefecture, place.city, place.town) == (prefecture, city, town)
    assert place.postal_code == code.replace("-", "")
    assert (row.state, row.remarks) == (RowState.CHECK, (Remark(POSTAL_ELSEWHERE, {}, REMARKED),))


@pytest.mark.parametrize(
    ("code", "written", "area"),
    [
        ("060-0001", "札幌市中央区北一条西1-1", "北海道札幌市中央区北一条西"),
        ("060-0001", "中央区北一条西1-1", "北海道札幌市中央区北一条西"),
        ("060-0001", "札幌市1-1", "北海道札幌市中央区北一条西"),
        ("460-0008", "愛知県3-15-33", "愛知県名古屋市中区栄"),
        ("460-0008", "3-15-33", "愛知県名古屋市中区栄"),
        ("490-1136", "大治町大字花常21", "愛知県海部郡大治町大字花常"),
        ("301-0033", "龍ヶ崎市佐貫4-1", "茨城県龍ケ崎市佐貫"),
    ],
)
def test_a_code_of_the_same_place_completes_the_address(code: str, written: str, area: str) -> None:
    row = read((F.NAME, F.POSTAL_CODE, F.ADDRESS), "山田 太郎", code, written)
    assert row.record is not None
    assert (row.record.address.area, row.state) == (area, RowState.GOOD)


@pytest.mark.parametrize(
    ("code", "remark"), [("060-0001", POSTAL_ELSEWHERE), ("999-9999", POSTAL_UNKNOWN), ("460-0008", None)]
)
def test_an_address_in_columns_is_compared_with_its_code_too(code: str, remark: Phrase | None) -> None:
    mapping = (F.NAME, F.POSTAL_CODE, F.PREFECTURE, F.CITY, F.TOWN)
    row = read(mapping, "山田 太郎", code, "愛知県", "名古屋市中区", "栄")
    assert row.record is not None
    assert row.record.address.area == "愛知県名古屋市中区栄"
    assert [one.text for one in row.remarks] == ([remark] if remark else [])


def test_an_unknown_code_is_remarked_and_the_address_completed_without_it() -> None:
    row = read((F.NAME, F.POSTAL_CODE, F.ADDRESS), "山田 太郎", "999-9999", "豊田市西町1-1")
    assert row.record is not None
    assert row.record.address.area == "愛知県豊田市西町"
    assert (row.state, row.remarks) == (RowState.CHECK, (Remark(POSTAL_UNKNOWN, {}, REMARKED),))


@pytest.mark.parametrize(
    ("mapping", "cells"),
    [
        ((F.PREFECTURE, F.CITY, F.STREET), ("愛知県", "愛知県名古屋市中区", "栄3-1")),
        ((F.PREFECTURE, F.CITY, F.TOWN, F.STREET), ("愛知県", "愛知県名古屋市中区", "栄", "3-1")),
        ((F.PREFECTURE, F.ADDRESS), ("愛知県", "愛知県名古屋市中区栄3-1")),
        ((F.ADDRESS,), ("愛知県愛知県名古屋市中区栄3-1",)),
    ],
)
def test_a_column_that_begins_with_the_one_before_it_says_that_once(
    mapping: tuple[ImportField, ...], cells: tuple[str, ...]
) -> None:
    row = read((F.NAME, F.POSTAL_CODE, *mapping), "山田 太郎", "460-0008", *cells)
    assert row.record is not None
    assert row.record.address.full() == "愛知県名古屋市中区栄3-1"
    assert row.remarks == ()


def test_kana_of_firms_belong_to_the_firm_in_a_cell_of_names() -> None:
    """Beside a person they are kept in the note: nothing of a list is lost without a word."""
    mapping = (F.NAME, F.ORGANISATION_KANA)
    firm, person = read(mapping, "㈱みどり不動産", "ミドリフドウサン"), read(mapping, "佐々木 一", "ササキ")
    assert firm.record is not None
    assert person.record is not None
    assert firm.record.organisation_kana == "ミドリフドウサン"
    assert "ササキ" in person.record.note
    assert [one.text for one in person.remarks] == [KEPT_IN_NOTE]
