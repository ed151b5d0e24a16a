"""What a row of a list says is taken, kept in the note, or said: nothing of it is lost without a word."""

from __future__ import annotations

import pytest

from hvacdesk.domain.customers.customers import CustomerKind, PhoneKind
from hvacdesk.domain.exchange.import_cells import UNCOMPUTED, Repeated
from hvacdesk.domain.exchange.import_rows import RowReader
from hvacdesk.domain.exchange.importing import (
    CELL_FAILED,
    DAY_IN_ADDRESS,
    KEPT_IN_NOTE,
    NEVER_COMPUTED,
    NOBODY,
    SECOND_ADDRESS,
    ImportField,
    ReadRow,
    RowState,
    TableLayout,
)
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.domain.text.written_names import divide_name
from hvacdesk.services.exchange.import_columns import shipped_words

F = ImportField
SAKAE = "愛知県名古屋市中区栄3-15-33"
CITIES = {"名古屋市中区": ["愛知県"], "岐阜市": ["岐阜県"]}


def understood(layout: TableLayout, *cells: str) -> ReadRow:
    return RowReader(layout, lambda _code: (), CITIES).read([(7, cells)])[0]


def read(**cells: str) -> ReadRow:
    mapping = {at: F(name.rstrip("0123456789")) for at, name in enumerate(cells)}
    return understood(TableLayout(1, tuple(cells), mapping), *cells.values())


def said(row: ReadRow) -> list[tuple[Phrase, object]]:
    return [(remark.text, remark.details.get("column")) for remark in row.remarks]


@pytest.mark.parametrize("kind", [one for one in F if one is not F.NAME])
@pytest.mark.parametrize(("cell", "remark"), [("#N/A", CELL_FAILED), (UNCOMPUTED, NEVER_COMPUTED)])
def test_every_cell_whose_formula_gave_nothing_is_said(kind: ImportField, cell: str, remark: Phrase) -> None:
    row = read(name="山田 太郎", **{kind.value: cell})
    assert (row.state, said(row)) == (RowState.CHECK, [(remark, kind.value)])


def test_a_row_without_its_name_says_which_formula_failed() -> None:
    row = read(name=UNCOMPUTED, phone="052-123-4567")
    assert (row.state, said(row)) == (RowState.NOBODY, [(NOBODY, None), (NEVER_COMPUTED, "name")])


def test_a_failed_formula_is_no_address_that_is_chosen() -> None:
    layout = TableLayout(1, ("氏名", "住所", "現場"), {0: F.NAME, 1: F.ADDRESS, 2: F.ADDRESS}, {2: 2})
    row = understood(layout, "山田 太郎", "#N/A", SAKAE)
    assert row.record is not None
    assert (row.record.address.full(), said(row)) == (SAKAE, [(CELL_FAILED, "住所")])


@pytest.mark.parametrize(
    "second", ["岐阜県岐阜市司町40-1", "岐阜市司町40-1", "〒500-8076 岐阜県岐阜市司町40-1"]
)
def test_two_whole_addresses_are_never_one(second: str) -> None:
    row = read(name="山田 太郎", address=SAKAE, address2=second)
    assert row.record is not None
    assert row.record.address.full() == SAKAE
    assert row.record.note == f"address2: {second}"
    assert (row.state, said(row)) == (RowState.CHECK, [(SECOND_ADDRESS, "address2")])


@pytest.mark.parametrize(
    ("first", "second"),
    [("愛知県名古屋市中区", "栄3-15-33"), ("愛知県", "名古屋市中区栄3-15-33"), (SAKAE, SAKAE)],
)
def test_what_goes_on_in_the_next_cell_is_one_address(first: str, second: str) -> None:
    row = read(name="山田 太郎", address1=first, address2=second)
    assert row.record is not None
    assert (row.state, row.record.address.full(), row.record.note) == (RowState.GOOD, SAKAE, "")
    row = read(name="山田 太郎", address1=SAKAE, address2="栄ビル201")
    assert row.record is not None
    assert (row.record.address.street, row.record.address.building) == ("3-15-33", "栄ビル201")


def test_an_address_in_parts_and_in_one_cell_is_one() -> None:
    row = read(name="山田 太郎", prefecture="愛知県", city="名古屋市中区", address=SAKAE)
    assert row.record is not None
    assert row.record.address.full() == SAKAE


def test_an_address_that_is_not_chosen_is_kept_where_the_list_has_no_notes() -> None:
    layout = TableLayout(1, ("氏名", "住所", "現場"), {0: F.NAME, 1: F.ADDRESS, 2: F.ADDRESS}, {2: 2})
    row = understood(layout, "山田 太郎", SAKAE, "岐阜県岐阜市司町40-1")
    assert row.record is not None
    assert (row.record.address.full(), row.record.note) == (SAKAE, "岐阜県岐阜市司町40-1")


@pytest.mark.parametrize("cell", ["自宅", "TEL", "会社 06-…… / 自宅 06-……", "会社 / 自宅"])
def test_what_is_said_to_be_in_the_note_is_there(cell: str) -> None:
    row = read(name="山田 太郎", phone=cell)
    assert row.record is not None
    assert (said(row), row.record.note) == ([(KEPT_IN_NOTE, "phone")], f"phone: {cell}")


@pytest.mark.parametrize("kind", ["address", "town", "street", "building"])
@pytest.mark.parametrize(
    "cell", ["2026-03-05", "2026/3/5", "2026-03-05 00:00:00", "3月5日", "5-Mar", "Mar-05", "３月５日"]
)
def test_a_number_that_a_spreadsheet_made_a_day_is_asked_about(kind: str, cell: str) -> None:
    row = read(name="山田 太郎", city="愛知県名古屋市中区", **{kind: cell})
    assert (row.state, said(row)) == (RowState.CHECK, [(DAY_IN_ADDRESS, kind)])


@pytest.mark.parametrize("cell", ["3-5", "1234-5-6", "2010-3-5", "3丁目5"])
def test_a_number_of_a_house_is_no_day(cell: str) -> None:
    assert read(name="山田 太郎", city="愛知県名古屋市中区", street=cell).state is RowState.GOOD


def test_what_merged_cells_repeat_is_no_reading() -> None:
    row = read(name="山田 太郎", kana=Repeated("山田 太郎"), phone="052-123-4567")
    assert row.record is not None
    assert (row.state, row.record.name.family_kana) == (RowState.GOOD, "")


@pytest.mark.parametrize(
    "header",
    [
        "住所2（建物）",
        "ビル名・部屋番号",
        "マンション名",
        "建物",
        "住所３（建物名）",
        "マンション名・部屋番号",
    ],
)
def test_headers_of_buildings_are_known(header: str) -> None:
    assert shipped_words().guess(header).kind is F.BUILDING


def test_columns_that_are_not_imported_are_named_if_something_is_in_them() -> None:
    reader = RowReader(TableLayout(1, ("氏名", "担当", "空", "C"), {0: F.NAME}), lambda _code: ())
    reader.read([(2, ["山田 太郎", "", " "]), (3, ["佐藤 花子", "鈴木", "", "", "", "後"])])
    assert reader.left_out == ("担当", "F")


@pytest.mark.parametrize(("header", "kind"), [("電話", PhoneKind.WORK), ("自宅電話", PhoneKind.HOME)])
def test_a_firm_has_no_home(header: str, kind: PhoneKind) -> None:
    layout = TableLayout(1, ("会社名", header, "携帯"), {0: F.ORGANISATION, 1: F.PHONE, 2: F.MOBILE})
    row = understood(layout, "株式会社みどり", "052-123-4567", "052-123-4568")
    assert row.record is not None
    assert row.record.kind is CustomerKind.ORGANISATION
    assert [phone.kind for phone in row.record.phones] == [kind, PhoneKind.WORK]


@pytest.mark.parametrize(
    "name",
    [
        "スナック ポエム",
        "スナックポエム",
        "居酒屋 大将",
        "喫茶 モカ",
        "美容室 花",
        "田中食堂",
        "クリニック ひまわり",
    ],
)
def test_a_shop_is_no_person(name: str) -> None:
    assert divide_name(name).organisation == name


@pytest.mark.parametrize("name", ["堂本 剛", "居林 健", "料 太郎", "食野 花子", "ホリー ラムゼイ"])
def test_a_person_with_letters_of_a_shop_is_one(name: str) -> None:
    assert divide_name(name).organisation == ""
