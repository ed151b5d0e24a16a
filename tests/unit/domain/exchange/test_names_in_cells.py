"""A name's cell with a firm, a title and a person in it: the person never becomes part of the firm's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customers import CustomerKind, CustomerRecord, PersonName
from hvacdesk.domain.customers.name_cells import divide_cell
from hvacdesk.domain.exchange import importing
from hvacdesk.domain.exchange.import_rows import RowReader
from hvacdesk.domain.exchange.importing import KANA_UNDIVIDED, ImportField, ReadRow, TableLayout
from hvacdesk.domain.text.written_names import divide_name

F = ImportField


def read(**cells: str) -> ReadRow:
    mapping = {at: F(name) for at, name in enumerate(cells)}
    return RowReader(TableLayout(1, tuple(cells), mapping), lambda _code: ()).read(
        [(7, list(cells.values()))]
    )[0]


def record(**cells: str) -> CustomerRecord:
    row = read(**cells)
    assert row.record is not None
    return row.record


def is_asked(row: ReadRow) -> bool:
    return importing.NAME_MIXED in [remark.text for remark in row.remarks]


SURE = [
    ("担当 山田様", "", "山田", "", ""),
    ("担当：山田様", "", "山田", "", ""),
    ("ご担当　山田 花子様", "", "山田", "花子", ""),
    ("株式会社丸山 担当 山田様", "株式会社丸山", "山田", "", ""),
    ("株式会社丸山　担当：山田　太郎　様", "株式会社丸山", "山田", "太郎", ""),
    ("㈱丸山（担当：山田）", "㈱丸山", "山田", "", ""),
    ("㈱丸山(ご担当者 山田様)", "㈱丸山", "山田", "", ""),
    ("㈱丸山 営業担当 山田様", "㈱丸山", "山田", "", "営業担当"),
    ("㈱丸山 総務部 山田様", "㈱丸山 総務部", "山田", "", ""),
    ("㈱丸山 総務部長 山田", "㈱丸山", "山田", "", "総務部長"),
    ("㈱丸山 御中 山田様", "㈱丸山", "山田", "", ""),
    ("丸山 御中 山田様", "丸山", "山田", "", ""),
    ("株式会社丸山 山田様", "株式会社丸山", "山田", "", ""),
    ("株式会社丸山 渡部様", "株式会社丸山", "渡部", "", ""),
    ("株式会社 丸山 鈴木社長", "株式会社 丸山", "鈴木", "", "社長"),
    ("㈱丸山（鈴木社長）", "㈱丸山", "鈴木", "", "社長"),
    ("㈱丸山 代表 佐藤 花子", "㈱丸山", "佐藤", "花子", "代表"),
    ("（有）大和 代表取締役 佐藤太郎", "（有）大和", "佐藤", "太郎", "代表取締役"),
    ("（有）大和代表取締役社長佐藤太郎", "（有）大和", "佐藤", "太郎", "代表取締役社長"),
    ("丸山株式会社 東京支店 支店長 山田", "丸山株式会社 東京支店", "山田", "", "支店長"),
    ("理事長 鈴木一郎", "", "鈴木", "一郎", "理事長"),
    ("代表取締役山田太郎", "", "山田", "太郎", "代表取締役"),
    ("鈴木 一郎 理事長", "", "鈴木", "一郎", "理事長"),
    ("鈴木社長", "", "鈴木", "", "社長"),
    ("佐藤花子（店長）", "", "佐藤", "花子", "店長"),
    ("ひかり管理組合 理事長 鈴木一郎", "ひかり管理組合", "鈴木", "一郎", "理事長"),
    ("ひかり管理組合理事長 鈴木一郎", "ひかり管理組合", "鈴木", "一郎", "理事長"),
    ("ひかり管理組合理事長鈴木一郎", "ひかり管理組合", "鈴木", "一郎", "理事長"),
    ("学校法人 山田学園 園長 佐藤 花子", "学校法人 山田学園", "佐藤", "花子", "園長"),
    ("スナック さくら 店長 佐藤", "スナック さくら", "佐藤", "", "店長"),
    ("佐藤クリニック 院長", "佐藤クリニック", "", "", "院長"),
    ("佐藤歯科医院 院長 佐藤 学", "佐藤歯科医院", "佐藤", "学", "院長"),
    ("院長 佐藤クリニック", "佐藤クリニック", "", "", "院長"),
    ("株式会社丸山 ご担当者様", "株式会社丸山", "", "", ""),
    ("佐藤商店 佐藤様", "佐藤商店", "佐藤", "", ""),
    ("市役所 総務課 山田様", "市役所 総務課", "山田", "", ""),
    ("現場監督 山田", "", "山田", "", "現場監督"),
    ("㈱丸山 所長 殿", "㈱丸山", "", "", "所長"),
]


@pytest.mark.parametrize(("cell", "firm", "family", "given", "title"), SURE)
def test_a_firm_a_title_and_a_person_are_told_apart(
    cell: str, firm: str, family: str, given: str, title: str
) -> None:
    row = read(name=cell, phone="052-123-4567")
    made = row.record
    assert made is not None
    assert (made.organisation, made.name.family, made.name.given) == (firm, family, given)
    assert made.kind is (CustomerKind.ORGANISATION if firm else CustomerKind.PERSON)
    assert made.note == (f"name: {title}" if title else "")
    assert not is_asked(row)


@pytest.mark.parametrize(
    ("cell", "firm", "family", "given"),
    [
        ("有限会社大和 佐藤太郎", "有限会社大和", "佐藤", "太郎"),
        ("㈱丸山（山田）", "㈱丸山", "山田", ""),
        ("佐藤 太郎（株式会社丸山）", "株式会社丸山", "佐藤", "太郎"),
        ("代表 佐藤 太郎（㈱丸山）", "㈱丸山", "佐藤", "太郎"),
        ("佐藤クリニック 山田太郎", "佐藤クリニック", "山田", "太郎"),
        ("㈱丸山 田中様 佐藤様", "㈱丸山", "田中様", "佐藤"),
        ("c/o ㈱丸山 山田 太郎", "㈱丸山", "山田", "太郎"),
        ("担当者様", "", "担当者", ""),
        ("ご担当者", "", "ご担当者", ""),
        ("㈱大和・佐藤花子", "㈱大和", "佐藤", "花子"),
        ("㈱大和・蓬莱 花子", "㈱大和", "蓬莱", "花子"),
        ("㈱大和 佐藤花子 携帯", "㈱大和", "佐藤", "花子"),
        ("㈱大和 佐藤花子", "㈱大和", "佐藤", "花子"),
        ("株式会社大和／佐藤", "株式会社大和", "佐藤", ""),
        ("㈱大和 蓬莱花子", "㈱大和", "蓬莱", "花子"),
        ("㈱大和 蓬莱 花子", "㈱大和", "蓬莱", "花子"),
        ("蓬莱花子 ㈱大和", "㈱大和", "蓬莱", "花子"),
        ("㈱大和 さとう花子", "㈱大和", "さとう", "花子"),
        ("ひかり管理組合 蓬莱 花子", "ひかり管理組合", "蓬莱", "花子"),
        ("㈱丸山 気付 山田太郎", "㈱丸山", "山田", "太郎"),
        ("㈱丸山気付 山田 太郎", "㈱丸山", "山田", "太郎"),
        ("㈱丸山内 山田 太郎", "㈱丸山", "山田", "太郎"),
        ("㈱丸山 内 山田 太郎", "㈱丸山", "山田", "太郎"),
        ("㈱丸山 c/o 山田 太郎", "㈱丸山", "山田", "太郎"),
        ("㈱丸山 Ｃ／Ｏ 山田 太郎", "㈱丸山", "山田", "太郎"),
        ("丸山商事 担当 山田花子様", "", "丸山", "商事"),
        ("佐藤花子 担当 山田", "", "佐藤", "花子"),
    ],
)
def test_what_is_not_sure_is_asked_and_masked(cell: str, firm: str, family: str, given: str) -> None:
    row = read(name=cell, phone="052-123-4567")
    made = row.record
    assert made is not None
    assert (made.organisation, made.name.family, made.name.given) == (firm, family, given)
    assert is_asked(row)
    assert row.state is importing.RowState.CHECK


@pytest.mark.parametrize(
    ("cell", "family", "given", "asked"),
    [
        ("佐藤様方 山田 太郎", "山田", "太郎", False),
        ("佐藤様方　山田太郎", "山田", "太郎", False),
        ("佐藤様方山田太郎", "山田", "太郎", False),
        ("山田 太郎（佐藤様方）", "山田", "太郎", False),
        ("山田太郎 佐藤さま方", "山田", "太郎", False),
        ("佐藤気付 山田太郎", "山田", "太郎", False),
        ("佐藤様方", "佐藤", "", True),
        ("佐藤一郎様方", "佐藤", "一郎", True),
    ],
)
def test_in_whose_house_somebody_lives_belongs_to_the_address(
    cell: str, family: str, given: str, *, asked: bool
) -> None:
    row = read(name=cell, address="愛知県名古屋市中区栄3-15-33", building="201号")
    made = row.record
    assert made is not None
    assert (made.organisation, made.name.family, made.name.given) == ("", family, given)
    assert made.address.building.startswith("201号 佐藤")
    assert made.address.building.endswith(("方", "気付"))
    assert is_asked(row) is asked
    assert "佐藤" not in masking.address(made.address).text


@pytest.mark.parametrize(
    "cell",
    [
        "株式会社 丸山",
        "株式会社丸山 東京支店",
        "株式会社丸山 高山工場",
        "医療法人 佐藤会 佐藤クリニック",
        "株式会社社長室",
        "スナック さくら",
        "喫茶 花",
        "㈱山田ビル管理会社",
        "株式会社 山田 設備",
        "佐藤 工業㈱",
        "丸山 株式会社",
        "グループホーム 森",
        "株式会社山田工務店",
        "佐藤工業㈱ 大和支店",
        "有限会社鈴木商店 本社",
        "医療法人社団 田中会",
        "㈱ヤマダ・デンキ",
        "㈱大和・本社",
        "㈱大和 東京",
        "㈱エヌ・ティ・ティ 東日本",
        "㈱大和 山田商事",
        "株式会社 大和 住宅",
        "佐藤・鈴木法律事務所",
        "社会福祉法人 高田福祉会 ひまわり園",
    ],
)
def test_a_firm_alone_stays_whole(cell: str) -> None:
    row = read(name=f"{cell} 様")
    assert row.record is not None
    assert (row.record.organisation, row.record.name) == (cell, PersonName())
    assert not is_asked(row)


@pytest.mark.parametrize(
    ("cell", "family", "given"),
    [
        ("山内 太郎", "山内", "太郎"),
        ("殿村 花子", "殿村", "花子"),
        ("御園 花子", "御園", "花子"),
        ("大家 太郎", "大家", "太郎"),
        ("大工原 花子", "大工原", "花子"),
        ("田中 一", "田中", "一"),
        ("龍造寺 隆信", "龍造寺", "隆信"),
        ("緒方 花子", "緒方", "花子"),
    ],
)
def test_a_name_with_letters_of_a_title_is_a_name(cell: str, family: str, given: str) -> None:
    made = record(name=cell)
    assert (made.organisation, made.name.family, made.name.given, made.note) == ("", family, given, "")


def test_a_firms_own_column_holds_no_person_either() -> None:
    made = record(organisation="株式会社丸山 担当 山田 太郎様", phone="052-123-4567")
    assert (made.organisation, made.name.family, made.name.given) == ("株式会社丸山", "山田", "太郎")
    both = record(organisation="株式会社丸山 担当 山田様", name="鈴木 一郎")
    assert (both.organisation, both.name.family, both.name.given) == ("株式会社丸山", "鈴木", "一郎")
    assert "山田" in both.note


def test_a_name_in_the_familys_column_is_told_apart() -> None:
    made = record(family_name="理事長 鈴木一郎", phone="052-123-4567")
    assert (made.name.family, made.name.given, made.note) == ("鈴木", "一郎", "family_name: 理事長")


def test_kana_of_a_firm_and_a_person_are_not_shown_as_the_firms() -> None:
    row = read(name="株式会社丸山 担当 山田 太郎様", kana="マルヤマ ヤマダ タロウ")
    assert row.record is not None
    shown = masking.kana(row.record.name, row.record.organisation_kana).text
    assert "タロウ" not in shown
    assert KANA_UNDIVIDED in [remark.text for remark in row.remarks]
    firms = record(name="株式会社丸山 ご担当者様", kana="マルヤマ")
    assert firms.organisation_kana == "マルヤマ"


@pytest.mark.parametrize("kana", ["ヤマト サトウ ハナコ", "ヤマト サトウハナコ"])
def test_kana_that_go_on_behind_a_family_name_are_hidden(kana: str) -> None:
    row = read(name="㈱大和 担当 佐藤様", kana=kana)
    assert row.record is not None
    assert "ハナコ" not in masking.kana(row.record.name, row.record.organisation_kana).text
    assert KANA_UNDIVIDED in [remark.text for remark in row.remarks]


@pytest.mark.parametrize(
    ("name", "kana"),
    [("㈱大和 担当 佐藤様", "ヤマト サトウ"), ("佐藤商店 担当 佐藤様", "サトウショウテン サトウ")],
)
def test_kana_without_a_given_name_stay_the_firms(name: str, kana: str) -> None:
    assert record(name=name, kana=kana).organisation_kana == kana


PIECES = st.sampled_from(
    ["㈱丸山", "株式会社", "佐藤", "山田太郎", "様", "様方", "担当", "理事長", "御中", "c/o", "気付", "内"]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=6), st.sampled_from(["", " ", "　", "（", "："]))
def test_any_cell_is_told_apart_and_never_loses_its_name(pieces: list[str], between: str) -> None:
    cell = between.join(pieces)
    named, whole = divide_cell(cell).name, divide_name(cell)
    if whole.organisation or whole.person.family:
        assert named.organisation or named.person.family


@pytest.mark.parametrize("piece", ["佐藤様方", "社長 ", "㈱大和 内 "])
def test_a_cell_of_thousands_of_signs_is_refused_and_stops_nothing(piece: str) -> None:
    row = read(name=piece * 500)
    assert (row.record, row.state) == (None, importing.RowState.WRONG)
