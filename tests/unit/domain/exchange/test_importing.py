"""Customer lists as offices keep them: titles above the header, a name in one cell, a phone without its 0."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.customers.customers import Address, CustomerKind, PhoneKind
from hvacdesk.domain.exchange.import_layout import column_letter, find_layout
from hvacdesk.domain.exchange.import_rows import RowReader
from hvacdesk.domain.exchange.importing import (
    KEPT_IN_NOTE,
    NAME_GUESSED,
    ImportField,
    ReadRow,
    RowState,
    TableLayout,
)
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.domain.text.written_addresses import divide_address
from hvacdesk.domain.text.written_names import divide_name
from hvacdesk.services.exchange.import_columns import shipped_words

F = ImportField
SAKAE = Address("4600008", "愛知県", "名古屋市中区", "栄", "", "")
HEADER = ["No", "氏名", "フリガナ", "〒", "住所", "TEL", "備考"]


def towns(code: str) -> Sequence[Address]:
    return (SAKAE,) if "".join(filter(str.isdigit, code)) == "4600008" else ()


def understood(**cells: str) -> ReadRow:
    mapping = {at: F(name.rstrip("0123456789")) for at, name in enumerate(cells)}
    return RowReader(TableLayout(1, tuple(cells), mapping), towns).read([(7, list(cells.values()))])[0]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2019-04-01", "2019/04/01"),
        ("2019-04-01 00:00:00", "2019/04/01"),
        ("H31.4.1", "2019/04/01"),
        ("令和元年5月1日(水)", "2019/05/01"),
    ],
)
def test_a_date_goes_into_the_note_as_it_was_read(written: str, kept: str) -> None:
    row = understood(name="山田 太郎", note="犬がいる", date=written)
    assert row.state is RowState.GOOD
    assert row.record is not None
    assert row.record.note == f"犬がいる\ndate: {kept}"


@pytest.mark.parametrize(
    "written", ["H31.13.1", "4/1", "2019年4月", "令和元年5月1日(月)", "平成31年5月1日", "来週"]
)
def test_a_date_that_cannot_be_told_for_sure_is_kept_as_written_and_said(written: str) -> None:
    row = understood(name="山田 太郎", date=written)
    assert row.state is RowState.CHECK
    assert row.record is not None
    assert row.record.note == f"date: {written}"
    assert [(remark.text, remark.column) for remark in row.remarks] == [(KEPT_IN_NOTE, F.DATE)]


def test_the_header_is_found_below_titles() -> None:
    rows = [(1, ["お客様一覧"] * 7), (2, []), (3, ["2026年11月現在", "", "", "", "", "", ""]), (4, HEADER)]
    layout = find_layout([*rows, (5, ["1", "山田 太郎", "", "", "", "", ""])], shipped_words())
    assert (layout.header_row, layout.columns) == (4, tuple(HEADER))
    assert layout.mapping == {1: F.NAME, 2: F.KANA, 3: F.POSTAL_CODE, 4: F.ADDRESS, 5: F.PHONE, 6: F.NOTE}


def test_a_table_without_a_header_maps_nothing() -> None:
    layout = find_layout(
        [(1, ["山田 太郎", "052-123-4567"]), (2, ["田中 花子", "052-765-4321", "x"])], shipped_words()
    )
    assert (layout.header_row, layout.columns, layout.mapping) == (0, ("A", "B", "C"), {})


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("契約日", F.DATE),
        ("ご契約日（任意）", F.DATE),
        ("お客様名", F.NAME),
        ("電話番号 2", F.PHONE),
        ("ＴＥＬ", F.PHONE),
        ("住所１", F.ADDRESS),
        ("E-mail", F.EMAIL),
        ("ﾌﾘｶﾞﾅ", F.KANA),
        ("携帯電話", F.MOBILE),
        ("名", F.GIVEN_NAME),
        ("担当", None),
        ("", None),
    ],
)
def test_headers_are_known_in_any_width(header: str, field: ImportField | None) -> None:
    assert shipped_words().guess(header).kind is field


def test_columns_have_excels_letters() -> None:
    assert [column_letter(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_row_with_everything_in_one_cell_each() -> None:
    row = understood(
        name="髙﨑　花子 様",
        kana="タカサキ ハナコ",
        postal_code="460-0008",
        address="名古屋市中区栄３丁目15-33 栄ビル201",
        phone="521234567、09012345678",
        note="犬がいます",
    )
    assert row.state is RowState.GOOD
    assert row.record is not None
    name = row.record.name
    assert (name.family, name.given, name.family_kana, name.given_kana) == (
        "髙﨑",
        "花子",
        "タカサキ",
        "ハナコ",
    )
    assert row.record.address == Address(
        "4600008", "愛知県", "名古屋市中区", "栄", "３丁目15-33", "栄ビル201"
    )
    assert [(phone.kind, phone.number) for phone in row.record.phones] == [
        (PhoneKind.HOME, "052-123-4567"),
        (PhoneKind.MOBILE, "090-1234-5678"),
    ]


def test_a_name_without_a_space_is_divided_and_has_to_be_checked() -> None:
    row = understood(name="佐々木太郎")
    assert row.state is RowState.CHECK
    assert row.record is not None
    assert (row.record.name.family, row.record.name.given) == ("佐々木", "太郎")
    assert row.remarks[0].text == NAME_GUESSED


def test_an_organisation_is_known_by_its_name() -> None:
    row = understood(name="㈱タナカ工業 御中", kana="タナカコウギョウ")
    assert row.record is not None
    assert (row.record.kind, row.record.organisation, row.record.organisation_kana) == (
        CustomerKind.ORGANISATION,
        "㈱タナカ工業",
        "タナカコウギョウ",
    )


def test_a_row_that_cannot_be_stored_says_why_and_keeps_its_cells() -> None:
    row = understood(name="山田 太郎", note="4111 1111 1111 1111")
    assert (row.state, row.record, row.cells, type(row.error)) == (
        RowState.WRONG,
        None,
        ("山田 太郎", "4111 1111 1111 1111"),
        CardNumberFound,
    )
    assert understood(name="", phone="052-123-4567").state is RowState.WRONG
    assert understood(name=" ", phone="　").state is RowState.EMPTY


def test_what_is_written_beside_a_postal_code_is_kept() -> None:
    row = understood(name="山田 太郎", postal_code="464-0811 千種区", address="愛知県名古屋市千種区朝岡町1")
    assert row.record is not None
    assert (row.record.address.postal_code, "464-0811 千種区" in row.record.note) == ("4640811", True)


def test_another_postal_code_before_the_address_is_kept_and_said() -> None:
    row = understood(
        name="山田 太郎", postal_code="460-0008", address="〒464-0811 愛知県名古屋市千種区朝岡町1"
    )
    assert row.record is not None
    assert (row.record.address.postal_code, "464-0811" in row.record.note) == ("4600008", True)
    assert row.state is RowState.CHECK


def test_seven_figures_are_a_postal_code_only_where_they_are_written_as_one() -> None:
    row = understood(name="山田 太郎", postal_code="2019-04-1", address="愛知県名古屋市千種区朝岡町1")
    assert row.record is not None
    assert (row.record.address.postal_code, "2019-04-1" in row.record.note) == ("", True)
    assert row.state is RowState.CHECK


@pytest.mark.parametrize(
    ("cell", "mailbox"),
    [
        ("o'brien@x.jp", "o'brien@x.jp"),
        ("a@b.jp|c@d.jp", "a@b.jp"),
        ("a@b.jp・c@d.jp", "a@b.jp"),
        ("'a@b.jp'", "a@b.jp"),
    ],
)
def test_the_first_mailbox_of_a_cell_is_taken_whole_and_alone(cell: str, mailbox: str) -> None:
    row = understood(name="山田 太郎", email=cell, address="愛知県名古屋市千種区朝岡町1")
    assert row.record is not None
    assert row.record.email == mailbox
    assert row.record.note == ("" if mailbox in {cell, cell.strip("'")} else f"email: {cell}")


def test_a_postal_code_that_lost_its_zero_gets_it_back() -> None:
    row = understood(name="山田 太郎", postal_code="600042", address="北海道札幌市中央区大通西1")
    assert row.record is not None
    assert row.record.address.postal_code == "0600042"


@pytest.mark.parametrize(
    ("text", "code", "parts"),
    [
        (
            "愛知県名古屋市中区栄3丁目15-33 栄ビル201",
            "",
            ("愛知県", "名古屋市中区", "栄", "3丁目15-33", "栄ビル201"),
        ),
        ("名古屋市中区栄三丁目15番33号", "4600008", ("愛知県", "名古屋市中区", "栄", "三丁目15番33号", "")),
        ("三重県四日市市諏訪町1-5", "", ("三重県", "四日市市", "諏訪町", "1-5", "")),
        (
            "東京都千代田区丸の内1-1-1丸の内ビル5F",
            "",
            ("東京都", "千代田区", "丸の内", "1-1-1", "丸の内ビル5F"),
        ),
        ("北海道余市郡余市町朝日町26", "", ("北海道", "余市郡余市町", "朝日町", "26", "")),
        ("愛知県海部郡大治町馬島1番地の1", "", ("愛知県", "海部郡大治町", "馬島", "1番地の1", "")),
        ("大阪府堺市堺区南瓦町3-1", "", ("大阪府", "堺市堺区", "南瓦町", "3-1", "")),
        ("東京都町田市森野2-2-22", "", ("東京都", "町田市", "森野", "2-2-22", "")),
        ("千葉県市川市八幡1-1-1", "", ("千葉県", "市川市", "八幡", "1-1-1", "")),
        ("石川県野々市市三納一丁目1番地", "", ("石川県", "野々市市", "三納", "一丁目1番地", "")),
        ("海の見える丘の家", "", ("", "", "海の見える丘の家", "", "")),
    ],
)
def test_an_address_in_one_cell_is_divided(text: str, code: str, parts: tuple[str, ...]) -> None:
    place = divide_address(text, code, towns(code))
    assert (place.prefecture, place.city, place.town, place.street, place.building) == parts


@given(st.text(max_size=60))
def test_nothing_of_an_address_is_lost(text: str) -> None:
    place = divide_address(text)
    kept = f"{place.prefecture}{place.city}{place.town}{place.street}{place.building}"
    assert "".join(kept.split()) == "".join(text.split())


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_name_is_taken(name: str, kana: str) -> None:
    written = divide_name(name, kana)
    assert written.guessed <= bool(written.person.given)


@given(
    st.lists(st.text(max_size=40), max_size=8), st.dictionaries(st.integers(0, 9), st.sampled_from(list(F)))
)
def test_no_row_stops_an_import(cells: list[str], mapping: dict[int, ImportField]) -> None:
    reader = RowReader(TableLayout(1, tuple(cells), mapping), towns)
    assert {row.state for row in reader.read([(2, cells), (3, cells)])} <= set(RowState)
