"""Cells as other people write them: understood, or kept in the note; no cell stops a row, no row a list."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hvacdesk.domain.customers.customers import Address, PhoneKind
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.exchange.import_cells import UNCOMPUTED, phones_in, tidy
from hvacdesk.domain.exchange.import_rows import RowReader
from hvacdesk.domain.exchange.importing import (
    ADDRESS_LEFT_OUT,
    CELL_FAILED,
    KEPT_IN_NOTE,
    NEVER_COMPUTED,
    NO_ROW_ABOVE,
    NUMBER_IN_NAME,
    ImportField,
    ReadRow,
    RowState,
    TableLayout,
)
from hvacdesk.domain.text.text_forms import DASHES, fold
from hvacdesk.domain.text.written_addresses import divide_address
from tests.helpers.unseen import UNSEEN

F = ImportField
M, H, W, X = PhoneKind.MOBILE, PhoneKind.HOME, PhoneKind.WORK, PhoneKind.FAX
HEADER = ("氏名", "電話番号", "住所", "郵便番号", "メール", "備考", "現場")
MAPPING = dict(enumerate((F.NAME, F.PHONE, F.ADDRESS, F.POSTAL_CODE, F.EMAIL, F.NOTE)))
CITIES = {
    fold(name): (prefecture,)
    for prefecture, names in {
        "奈良県": "大和郡山市 奈良市",
        "愛知県": "蒲郡市 名古屋市中区 海部郡大治町",
        "宮城県": "仙台市青葉区",
        "北海道": "札幌市中央区",
        "東京都": "千代田区 港区",
    }.items()
    for name in names.split()
}
TOWNS = {
    "4600008": (Address("4600008", "愛知県", "名古屋市中区", "栄"),),
    "4430056": (
        Address("4430056", "愛知県", "蒲郡市", "神明町"),
        Address("4430056", "愛知県", "蒲郡市", "栄町"),
    ),
    "4901136": (Address("4901136", "愛知県", "海部郡大治町", "花常"),),
}


def towns(code: str) -> Sequence[Address]:
    return TOWNS.get("".join(filter(str.isdigit, code)), ())


def reader(mapping: Mapping[int, ImportField] | None = None) -> RowReader:
    return RowReader(TableLayout(1, HEADER, MAPPING if mapping is None else mapping), towns, CITIES)


def read(name: str = "山田 太郎", *cells: str, **named: str) -> ReadRow:
    row = [name, *cells, *[""] * (len(HEADER) - len(cells) - 1)]
    for field, cell in named.items():
        row[HEADER.index(field)] = cell
    return read_row(row)


def read_row(cells: Sequence[str], mapping: Mapping[int, ImportField] | None = None) -> ReadRow:
    (row,) = reader(mapping).read([(2, cells)])
    return row


@pytest.mark.parametrize(
    ("cell", "found", "rest"),
    [
        ("052-123-4567/090-1234-5678", [(H, "052-123-4567"), (M, "090-1234-5678")], False),
        ("052-123-4567 090-1234-5678", [(H, "052-123-4567"), (M, "090-1234-5678")], False),
        ("052-123-4567、090-1234-5678", [(H, "052-123-4567"), (M, "090-1234-5678")], False),
        ("052 123 4567 090 1234 5678", [(H, "052-123-4567"), (M, "090-1234-5678")], False),
        ("052-123-4567\n090-1234-5678", [(H, "052-123-4567"), (M, "090-1234-5678")], False),
        ("052-123-4567（自宅）", [(H, "052-123-4567")], False),
        ("052-123-4567(会社) 090-1234-5678(携帯)", [(W, "052-123-4567"), (M, "090-1234-5678")], False),
        ("携帯：090-1234-5678 FAX 052-123-4568", [(M, "090-1234-5678"), (X, "052-123-4568")], False),
        ("080-5555-6666\n058-777-8888（会社）", [(M, "080-5555-6666"), (W, "0587-77-8888")], False),
        ("080-5555-6666 058-777-8888（会社）", [(M, "080-5555-6666"), (W, "0587-77-8888")], False),
        ("会社 058-777-8888 080-5555-6666", [(W, "0587-77-8888"), (M, "080-5555-6666")], False),
        ("会社052-123-4567 090-1234-5678(自宅)", [(W, "052-123-4567"), (H, "090-1234-5678")], False),
        ("052-123-4567 会社、090-1234-5678 携帯", [(W, "052-123-4567"), (M, "090-1234-5678")], False),
        ("052-123-4567 会社", [(W, "052-123-4567")], False),
        ("(会社)052-123-4567", [(W, "052-123-4567")], False),
        ("TEL052-123-4567", [(H, "052-123-4567")], False),
        ("℡ 052(123)4567", [(H, "052-123-4567")], False),
        ("'+81-90-1234-5678", [(M, "090-1234-5678")], False),
        ("+81 (0)52-123-4567", [(H, "052-123-4567")], False),
        ("819012345678", [(M, "090-1234-5678")], False),
        ("０９０－１２３４－５６７８", [(M, "090-1234-5678")], False),
        ("９０１２３４５６７８", [(M, "090-1234-5678")], False),
        ("521234567", [(H, "052-123-4567")], False),
        ("0800-123-4567", [(H, "0800-123-4567")], False),
        ("0120-444-444", [(H, "0120-444-444")], False),
        ("+1 212 555 0123", [(H, "+1 212 555 0123")], False),
        ("052-123-4567 内線12", [(H, "052-123-4567")], True),
        ("052-123-4567（内線 12）", [(H, "052-123-4567")], True),
        ("052-123-4567/8", [], True),
        ("052-123-4567 奥様", [(H, "052-123-4567")], True),
        ("052-12", [], True),
        ("後日連絡", [], True),
    ],
)
def test_phones_of_a_cell(cell: str, found: list[tuple[PhoneKind, str]], rest: bool) -> None:
    phones, more = phones_in(cell, PhoneKind.HOME)
    assert ([(phone.kind, phone.number) for phone in phones], more) == (found, rest)


def test_a_columns_own_kind_gives_way_to_the_number() -> None:
    assert phones_in("052-123-4567", PhoneKind.MOBILE)[0][0].kind is PhoneKind.HOME
    assert phones_in("090-1234-5678", PhoneKind.FAX)[0][0].kind is PhoneKind.FAX


def test_a_reading_in_hiragana_becomes_katakana() -> None:
    columns = (
        ImportField.FAMILY_NAME,
        ImportField.GIVEN_NAME,
        ImportField.FAMILY_KANA,
        ImportField.GIVEN_KANA,
    )
    mapping = dict(enumerate(columns))
    divided = read_row(["見本", "花子", "みほん", "はなこ", "", "", ""], mapping).record
    mapping = {0: ImportField.NAME, 1: ImportField.KANA}
    whole = read_row(["見本 花子", "みほん はなこ", "", "", "", "", ""], mapping).record
    for record in (divided, whole):
        assert record is not None
        assert (record.name.family_kana, record.name.given_kana) == ("ミホン", "ハナコ")
    mapping = {0: ImportField.ORGANISATION, 1: ImportField.ORGANISATION_KANA}
    shop = read_row(["見本商店", "みほんしょうてん", "", "", "", "", ""], mapping).record
    assert shop is not None
    assert shop.organisation_kana == "ミホンショウテン"


@pytest.mark.parametrize("cell", ["なし", "-", "ー", "無", "不明", "N/A", "―", "未登録"])
def test_a_cell_that_says_there_is_nothing_is_empty(cell: str) -> None:
    row = read(電話番号=cell, メール=cell, 郵便番号=cell, 住所=cell)
    assert row.state is RowState.GOOD
    assert row.record is not None
    assert (row.record.phones, row.record.email, row.record.address, row.record.note) == (
        (),
        "",
        Address(),
        "",
    )


def test_what_is_not_understood_is_kept_in_the_note_and_said() -> None:
    row = read(電話番号="後日連絡", メール="本人に確認", 郵便番号="460-00", 備考="犬")
    assert row.record is not None
    kept = ["犬", "郵便番号: 460-00", "電話番号: 後日連絡", "メール: 本人に確認"]
    assert sorted(row.record.note.splitlines()) == sorted(kept)
    assert (row.state, [remark.text for remark in row.remarks]) == (RowState.CHECK, [KEPT_IN_NOTE] * 3)
    row = read(電話番号="052-123-4567 内線12", メール="a@example.jp; b@example.jp")
    assert row.record is not None
    assert (row.state, row.record.email) == (RowState.GOOD, "a@example.jp")
    assert "電話番号: 052-123-4567 内線12" in row.record.note
    assert "b@example.jp" in row.record.note


@given(st.text(max_size=40))
@example("0\u20000")  # one wide space is stored as the other
@example("\uf900")  # a form of a kanji that is kept, where NFC has the usual one
@example(':""""""⁃ー')  # signs alone: a long vowel mark is typed for a hyphen
def test_nothing_that_a_phone_cell_says_is_lost(cell: str) -> None:
    phones, rest = phones_in(cell, PhoneKind.HOME)
    row = read(電話番号=cell)
    if row.record is not None and rest and row.record.note:
        said, kept = (unicodedata.normalize("NFC", one) for one in (tidy(cell), row.record.note))
        assert said in kept
    says = any(letter.isalnum() and letter not in DASHES for letter in cell)
    assert phones or rest or not says or not cell.strip() or len(cell) < 9


def test_ditto_is_what_stands_above() -> None:
    rows = reader()
    first, second = rows.read(
        [
            (2, ["山田 太郎", "052-123-4567", "名古屋市中区栄3-15", "460-0008", "", "", ""]),
            (3, ["鈴木 一", "090-1234-5678", "同上", "〃", "", "", ""]),
        ]
    )
    (third,) = rows.read([(4, ["田中 二", "〃", "″", "", "", "", ""])])
    assert first.record is not None
    assert second.record is not None
    assert third.record is not None
    assert first.record.address == second.record.address
    assert second.record.address.street == third.record.address.street == "3-15"
    assert third.record.phones == second.record.phones


def test_ditto_without_a_row_above_is_said() -> None:
    row = read(住所="同上")
    assert (row.state, row.remarks[0].text) == (RowState.CHECK, NO_ROW_ABOVE)


@pytest.mark.parametrize(
    "cells",
    [
        ["合計", "", "", "", "", "", ""], ["合　計", "120件", "", "", "", "", ""], ["計", "", "", "", "", "",
        "3"],
        ["小計：12,800円", "", "", "", "", "", ""], ["Total", "", "", "", "", "", ""], ["以上", "", "", "",
        "", "", ""],
        ["#N/A", "#N/A", "", "", "", "", ""], ["#REF!", "052-123-4567", "", "", "", "", ""],
    ],
)  # fmt: skip
def test_totals_and_failed_formulas_are_no_customers(cells: list[str]) -> None:
    row = read_row(cells)
    assert (row.state, row.record, row.cells) == (RowState.NOBODY, None, tuple(cells))


def test_a_failed_formula_beside_a_name_is_an_empty_cell_and_said() -> None:
    row = read(電話番号="#N/A", 住所=UNCOMPUTED)
    assert (row.state, row.record is not None and row.record.phones) == (RowState.CHECK, ())
    said = {(remark.text, *remark.details.values()) for remark in row.remarks}
    assert said == {(CELL_FAILED, "電話番号", "#N/A"), (NEVER_COMPUTED, "住所")}


def test_an_address_whose_column_is_not_imported_is_said() -> None:
    row = read_row(["山田 太郎", "052-123-4567", "", "", "", "", "名古屋市中区栄3-15-33"])
    assert (row.state, row.remarks[0].text) == (RowState.CHECK, ADDRESS_LEFT_OUT)
    assert row.remarks[0].details == {"column": "現場"}
    unmapped = {at: kind for at, kind in MAPPING.items() if kind is not F.ADDRESS}
    row = read_row(["山田 太郎", "", "大字馬島", "", "", "", ""], unmapped)
    assert row.state is RowState.CHECK, "its header says 住所"
    row = read_row(["山田 太郎", "", "", "", "", "", "見積のみ"])
    assert row.state is RowState.GOOD


@pytest.mark.parametrize(
    ("text", "code", "parts"),
    [
        ("奈良県大和郡山市北郡山町248-4", "", ("奈良県", "大和郡山市", "北郡山町", "248-4", "")),
        ("蒲郡市緑町5-1", "", ("愛知県", "蒲郡市", "緑町", "5-1", "")),
        ("宮城県仙台市青葉区一番町3-1", "", ("宮城県", "仙台市青葉区", "一番町", "3-1", "")),
        ("千代田区一番町10-2", "", ("東京都", "千代田区", "一番町", "10-2", "")),
        ("港区麻布十番1-1-1", "", ("東京都", "港区", "麻布十番", "1-1-1", "")),
        ("札幌市中央区北1条西3丁目2", "", ("北海道", "札幌市中央区", "北1条西", "3丁目2", "")),
        ("札幌市中央区北一条西三丁目2", "", ("北海道", "札幌市中央区", "北一条西", "三丁目2", "")),
        ("札幌市中央区南12条西1-2 ビル", "", ("北海道", "札幌市中央区", "南12条西", "1-2", "ビル")),
        ("栄3-15-33", "460-0008", ("愛知県", "名古屋市中区", "栄", "3-15-33", "")),
        ("中区栄3-15-33", "460-0008", ("愛知県", "名古屋市中区", "栄", "3-15-33", "")),
        ("3-15-33 栄ビル", "460-0008", ("愛知県", "名古屋市中区", "栄", "3-15-33", "栄ビル")),
        ("愛知県 名古屋市 中区 栄 3-15-33", "", ("愛知県", "名古屋市中区", "栄", "3-15-33", "")),
        ("栄町3-5", "443-0056", ("愛知県", "蒲郡市", "栄町", "3-5", "")),
        ("緑町5-1", "443-0056", ("愛知県", "蒲郡市", "緑町", "5-1", "")),
        ("大治町花常21", "490-1136", ("愛知県", "海部郡大治町", "花常", "21", "")),
    ],
)
def test_addresses(text: str, code: str, parts: tuple[str, ...]) -> None:
    place = divide_address(text, code, towns(code), CITIES)
    assert (place.prefecture, place.city, place.town, place.street, place.building) == parts


@pytest.mark.parametrize("area", ["北海道旭川市", "旭川市", ""])
@pytest.mark.parametrize("written", ["１条通", "1条通"])
def test_a_numbered_town_is_known_in_other_digits(area: str, written: str) -> None:
    town = Address("0700031", "北海道", "旭川市", "１条通")
    place = divide_address(f"{area}{written}5丁目1", "0700031", (town,))
    assert (place.area, place.street) == ("北海道旭川市１条通", "5丁目1")


def test_a_numbered_town_behind_its_city_is_known_in_kanji_too() -> None:
    town = Address("0700031", "北海道", "旭川市", "１条通")
    place = divide_address("北海道旭川市一条通5丁目1", "0700031", (town,))
    assert (place.area, place.street) == ("北海道旭川市１条通", "5丁目1")


def test_a_postal_code_before_the_address_is_taken() -> None:
    row = read(住所="〒460-0008 名古屋市中区栄3-15-33")
    assert row.record is not None
    assert row.record.address == Address("4600008", "愛知県", "名古屋市中区", "栄", "3-15-33")


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_name_of_which_nothing_is_seen_is_none(unseen: str) -> None:
    row = read(unseen, 電話番号="052-123-4567", 備考="犬がいる")
    assert (row.state, row.record) == (RowState.WRONG, None)
    assert isinstance(row.error, Missing)
    longer = read(f"{unseen} {unseen * 5}", 電話番号="052-123-4567")
    assert (longer.state, longer.record) == (RowState.WRONG, None)


@pytest.mark.parametrize(
    "number", ["090-1111-2222", "(052)123-4567", "０９０１１１１２２２２", "TEL 052-123-4567"]
)
def test_a_phone_number_beside_a_name_needs_a_look(number: str) -> None:
    whole = read(f"山田 太郎 {number}")
    given = read_row(["山田", f"太郎 {number}"], {0: F.FAMILY_NAME, 1: F.GIVEN_NAME})
    firm = read_row([f"㈱見本 {number}"], {0: F.ORGANISATION})
    for row, name in ((whole, F.NAME), (given, F.GIVEN_NAME), (firm, F.ORGANISATION)):
        assert (row.state, [(one.text, one.column) for one in row.remarks]) == (
            RowState.CHECK,
            [(NUMBER_IN_NAME, name)],
        )


@pytest.mark.parametrize("name", ["山田 太郎", "第3ビル 管理組合", "山田 太郎 2号室", "Anne-Marie O'Brien"])
def test_figures_that_are_no_phone_number_may_be_in_a_name(name: str) -> None:
    assert NUMBER_IN_NAME not in [one.text for one in read(name).remarks]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_cell_in_which_nothing_is_seen_is_empty(unseen: str) -> None:
    row = read("山田 太郎", 電話番号=unseen, 備考=unseen)
    assert row.state is RowState.GOOD
    assert row.record is not None
    assert row.record.note == ""


def test_control_characters_of_old_programs_stop_nothing() -> None:
    row = read("山田\n太郎", "052-123-4567\x0b", "名古屋市中区栄3\n栄ビル", 備考="一行目\n二行目\x07")
    assert row.record is not None
    assert (row.record.name.family, row.record.name.given) == ("山田", "太郎")
    assert row.record.note == "一行目\n二行目"
