"""What a search may find a customer by: shown parts, and nothing of what a mask hides."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.text.search_terms import (
    SEPARATOR,
    FindablePerson,
    Unseen,
    query_terms,
    search_line,
    whole_forms,
)
from hvacdesk.domain.text.text_forms import fold

TANAKA = CustomerRecord(
    kind=CustomerKind.PERSON,
    name=PersonName("田中", "美咲", "タナカ", "ミサキ"),
    address=Address("4600008", "愛知県", "名古屋市中区", "栄", "３丁目５－１２", "サンハイツ２０１"),
    phones=(Phone(PhoneKind.MOBILE, "090-1234-5678"), Phone(PhoneKind.HOME, "052-987-6543")),
    email="misaki@example.jp",
    note="犬がいる",
)


def found(query: str, record: CustomerRecord = TANAKA) -> bool:
    line = search_line(record, "C-0042")
    return all(any(spelling in line for spelling in spellings) for spellings in query_terms(query))


@pytest.mark.parametrize(
    "query",
    [
        "田中",
        "田",
        "たなか",
        "ﾀﾅｶ",
        "tanaka",
        "tanak",
        "tan",
        "5678",
        "6543",
        "名古屋市中区栄",
        "栄",
        "C-0042",
        "c-0042",
        "たなか 5678",
        "tanaka　５６７８",
        "愛知 田中",
        "",
    ],
)
def test_shown_parts_are_found(query: str) -> None:
    assert found(query)


@pytest.mark.parametrize(
    "query",
    [
        "美咲",
        "みさき",
        "misaki",
        "1234",
        "090",
        "12345678",
        "3丁目",
        "サンハイツ",
        "example",
        "犬",
        "4600008",
        "田中美",
        "田中 0000",
    ],
)
def test_hidden_parts_are_not_found(query: str) -> None:
    assert not found(query)


def test_what_is_typed_behind_a_town_is_not_found_by_its_parts() -> None:
    place = Address("", "愛知県", "名古屋市千種区", "唐山町三ノ四十一ノ七 柳川美沙緒様方")
    record = replace(TANAKA, address=place)
    assert found("唐山町", record)
    assert not any(found(part, record) for part in ("四十一", "美沙緒", "柳川"))


def test_a_term_never_matches_across_two_parts() -> None:
    assert not found("田中たなか")
    assert SEPARATOR not in fold(f"a{SEPARATOR}b")


def test_organisation_is_found_in_full() -> None:
    shop = CustomerRecord(
        CustomerKind.ORGANISATION,
        PersonName(),
        organisation="㈱栄ビル管理",
        organisation_kana="サカエビルカンリ",
    )
    assert found("(株)栄ビル管理", shop)
    assert found("sakaebiru", shop)


def test_a_short_number_shows_nothing() -> None:
    short = CustomerRecord(CustomerKind.PERSON, PersonName("田中"), phones=(Phone(PhoneKind.WORK, "1234"),))
    assert not found("1234", short)


@given(given_name=st.text("美咲翔蓮結葵", min_size=1, max_size=4))
def test_no_given_name_gets_into_the_line(given_name: str) -> None:
    record = CustomerRecord(CustomerKind.PERSON, PersonName("田中", given_name))
    assert search_line(record, "1") == search_line(
        CustomerRecord(CustomerKind.PERSON, PersonName("田中")), "1"
    )


@given(st.text(max_size=30))
def test_every_query_gives_folded_nonempty_spellings(text: str) -> None:
    for spellings in query_terms(text):
        assert spellings
        assert all(spelling and fold(spelling) == spelling for spelling in spellings)


NAME_LETTERS = "田中髙﨑邊濱澤齋𠮷アイウカガキョッーあいおがん々ＡａbcIＩ"
names = st.text(NAME_LETTERS, min_size=1, max_size=6)


@given(family=names, kana=names, firm=names, data=st.data())
def test_any_piece_of_what_is_shown_finds_its_customer(
    family: str, kana: str, firm: str, data: st.DataObject
) -> None:
    record = CustomerRecord(
        CustomerKind.ORGANISATION, PersonName(family, "", kana), organisation=firm, organisation_kana=kana
    )
    shown = data.draw(st.sampled_from([family, kana, firm]))
    start = data.draw(st.integers(0, len(shown) - 1))
    assert found(shown[start : data.draw(st.integers(start + 1, len(shown)))], record)


def named(kana: str, family: str = "") -> CustomerRecord:
    return CustomerRecord(CustomerKind.PERSON, PersonName(family, "", kana))


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        ("t", "タナカ"), ("ta", "タナカ"), ("tan", "タナカ"), ("tanak", "タナカ"), ("ky", "キョウドウ"),
        ("sh", "シンドウ"), ("s", "シャクジイ"), ("ts", "ツジ"), ("j", "ジングウ"), ("n", "ノグチ"),
        ("kond", "コンドウ"), ("kondo", "コンドウ"), ("satoh", "サトウ"), ("ohta", "オオタ"),
        ("ohno", "オオノ"), ("hatt", "ハットリ"), ("gotou", "ゴトウ"), ("たn", "タナカ"),
        ("たなｋ", "タナカ"), ("ｔ", "タナカ"), ("きｙ", "キヨタ"), ("さとー", "サトウ"),
        ("さとう", "サトー"), ("おーた", "オオタ"), ("おおた", "オータ"), ("ゆーき", "ユウキ"),
        ("ﾕｳｷ", "ユーキ"),
    ],
)  # fmt: skip
def test_half_typed_romaji_and_long_vowels_find_the_reading(typed: str, kana: str) -> None:
    assert found(typed, named(kana))


@pytest.mark.parametrize(
    ("typed", "kana"), [("tanak", "タナベ"), ("sh", "サトウ"), ("さとー", "サノ"), ("k", "タナベ")]
)
def test_another_reading_is_not_found(typed: str, kana: str) -> None:
    assert not found(typed, named(kana))


@pytest.mark.parametrize(("typed", "town"), [("霞ヶ関", "霞が関"), ("霞が関", "霞ケ関"), ("関ｹ原", "関が原")])
def test_ga_between_kanji_is_written_either_way(typed: str, town: str) -> None:
    assert found(typed, CustomerRecord(CustomerKind.PERSON, PersonName("林"), address=Address(town=town)))


@pytest.mark.parametrize(
    "typed", ["㈱青葉", "(株)青葉", "株式会社青葉", "青葉商", "株式会社", "（株） 青葉", "アオバ"]
)
def test_a_firm_is_found_with_its_legal_form_in_any_writing_and_without(typed: str) -> None:
    for written in ("㈱青葉商店", "株式会社青葉商店", "（株）青葉商店"):
        firm = CustomerRecord(
            CustomerKind.ORGANISATION,
            PersonName(),
            organisation=written,
            organisation_kana="カブシキガイシャアオバショウテン",
        )
        assert found(typed, firm), written


def test_former_numbers_and_people_are_in_the_line_as_masks_show_them() -> None:
    person = FindablePerson(("別所", "ベッショ"), ("0527812222",))
    line = search_line(TANAKA, "C-000042", [person], ["C-000007"]).split(SEPARATOR)
    persons = {f"{Unseen.PERSON}{name}" for name in ("別所", fold("ベッショ"))}
    assert persons | {f"{Unseen.OTHER_PHONE}2222", f"{Unseen.FORMER_NUMBER}c-000007"} <= set(line)
    assert not [part for part in line if "0527812222" in part]
    assert line[-1] == "c-000042"


@pytest.mark.parametrize("typed", ["柳川美沙緒", "柳川 美沙緒", "栁川　美沙緒"])
def test_a_whole_name_is_one_form_with_and_without_a_space(typed: str) -> None:
    assert "柳川美沙緒" in whole_forms(typed)


@pytest.mark.parametrize("typed", ["yanagawa misao", "やながわ みさお", "yanagawa みさお", "ﾔﾅｶﾞﾜﾐｻｵ"])
def test_a_whole_reading_may_be_romaji(typed: str) -> None:
    assert "やながわみさお" in whole_forms(typed)


@given(st.text(max_size=30))
def test_whole_forms_are_folded_and_never_many(text: str) -> None:
    forms = whole_forms(text)
    assert len(forms) <= 25
    assert all(fold(form) == form and len(form) > 1 for form in forms)
