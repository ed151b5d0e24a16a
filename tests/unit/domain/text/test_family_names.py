"""Kana of both names written together never pass for the family name's, which masks show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customer_rules import KanaUndivided, clean_name
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.family_names import is_divided, is_family, is_reading, settled
from hvacdesk.domain.text.wording import english
from hvacdesk.domain.text.written_names import divide_name

KANA = st.text(st.sampled_from("アイウエオカキクケコサシスタナニマヤユラリンッャー"), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("person", "family_kana", "given_kana"),
    [
        (PersonName("山田", "太郎", "ヤマダタロウ"), "ヤマダ", "タロウ"),
        (PersonName("髙﨑", "花子", "ﾀｶｻｷﾊﾅｺ"), "ﾀｶｻｷ", "ﾊﾅｺ"),
        (PersonName("渡邉", "潤", "わたなべじゅん"), "わたなべ", "じゅん"),
        (PersonName("東", "一", "ヒガシハジメ"), "ヒガシ", "ハジメ"),
        (PersonName("堀米", "さくら", "ホリゴメサクラ"), "ホリゴメ", "サクラ"),
        (PersonName("グエン", "ヴァン", "グエンヴァン"), "グエン", "ヴァン"),
        (PersonName("山田", "", "ヤマダタロウ"), "ヤマダ", "タロウ"),
        (PersonName("山田", "太郎", "ヤマダタロウ", "タロウ"), "ヤマダ", "タロウ"),
        (PersonName("山田", "太郎", "ヤマダタロウ", "ヤマダタロウ"), "ヤマダ", "タロウ"),
        (PersonName("山田", "太郎", "ヤマダ"), "ヤマダ", ""),
        (PersonName("堀米", "健", "ホリゴメ", "ケン"), "ホリゴメ", "ケン"),
        (PersonName("堀米", "", "ホリゴメ"), "ホリゴメ", ""),
    ],
)
def test_kana_are_divided_by_the_reading(person: PersonName, family_kana: str, given_kana: str) -> None:
    divided = settled(person)
    assert (divided.family_kana, divided.given_kana) == (family_kana, given_kana)


OTHER_WRITINGS = [
    ("サトウタロウ", "たろう", "サトウ"),
    ("ワタセタロウ", "ﾀﾛｳ", "ワタセ"),
    ("ﾜﾀｾｼﾞﾛｳ", "ジロー", "ﾜﾀｾ"),
    ("ワタセジロー", "ジロウ", "ワタセ"),
    ("ワタセ サブロウ", "ｻﾌﾞﾛｳ", "ワタセ"),
    ("ワタセ・サブロウ", "さぶろう", "ワタセ"),
    ("ワタセ、サブロウ", "サブロウ", "ワタセ"),
    ("ワタセ（サブロウ）", "サブロウ", "ワタセ"),
    ("ワタセシロウ様", "シロウ", "ワタセ"),
    ("ワタセハナコ", "ハナコサン", "ワタセ"),
    ("わたせ　はなこ　さま", "ハナコ", "わたせ"),
]


@pytest.mark.parametrize(("both", "given_kana", "family_kana"), OTHER_WRITINGS)
@pytest.mark.parametrize("given_name", ["太郎", ""])
def test_the_given_names_kana_are_known_in_any_writing(
    both: str, given_kana: str, family_kana: str, given_name: str
) -> None:
    divided = settled(PersonName("渡瀬", given_name, both, given_kana))
    assert (divided.family_kana, divided.given_kana) == (family_kana, given_kana)


@pytest.mark.parametrize(
    ("family", "family_kana", "given_kana"),
    [
        ("堀米", "ホリゴメ", "ユメ"),
        ("堀米", "ホリゴメ", "はじめ"),
        ("大野", "オオノ", "ノ"),
        ("江渡", "エトウ", "ソウ"),
    ],
)
def test_a_family_name_that_ends_like_the_given_one_stays_whole(
    family: str, family_kana: str, given_kana: str
) -> None:
    person = PersonName(family, "一", family_kana, given_kana)
    assert settled(person) == person


def test_a_sign_for_no_kana_does_not_let_both_be_shown() -> None:
    hidden = settled(PersonName("渡瀬", "太郎", "ワタセタロウ", "-"))
    assert (hidden.family_kana, hidden.given_kana) == ("", "ワタセタロウ")


@pytest.mark.parametrize("kana", ["ホリゴメケン", "ヤマダタロウ", "ホリゴメ"])
def test_kana_that_cannot_be_divided_are_hidden_whole(kana: str) -> None:
    hidden = settled(PersonName("堀米", "健", kana))
    assert (hidden.family_kana, hidden.given_kana, is_divided(hidden)) == ("", kana, False)
    assert masking.kana(hidden).text == masking.SHORT


def test_a_form_asks_for_what_it_cannot_divide() -> None:
    with pytest.raises(KanaUndivided) as refused:
        clean_name(PersonName("堀米", "健", "ホリゴメケン"))
    assert (refused.value.field, refused.value.part) == ("name", "family_kana")
    assert "leave both kana fields empty" in refused.value.sentences(english)[-1]
    assert clean_name(PersonName("堀米", "健")).family_kana == "", "as it says, that can be saved"
    assert clean_name(PersonName("山田", "太郎", "ヤマダタロウ")).given_kana == "タロウ"


@given(
    st.sampled_from(["山田", "佐々木", "堀米", "勅使河原", "ヤマダ"]),
    st.text(max_size=4),
    KANA,
    st.text(max_size=4),
)
def test_no_kana_is_lost_and_nothing_settled_changes_again(
    family: str, given_name: str, kana: str, given_kana: str
) -> None:
    person = PersonName(family, given_name, kana, given_kana)
    once = settled(person)
    assert settled(once) == once
    if not given_kana:
        assert once.family_kana + once.given_kana == kana
    if given_name and not once.given_kana:
        assert is_reading(family, once.family_kana)


@pytest.mark.parametrize(
    ("text", "family", "given_name", "guessed"),
    [
        ("山田", "山田", "", False),
        ("佐々木太郎", "佐々木", "太郎", True),
        ("小野寺誠", "小野寺", "誠", True),
        ("佐藤さくら", "佐藤", "さくら", True),
        ("堀米みつ子", "堀米", "みつ子", True),
        ("井ノ上誠", "井ノ上", "誠", True),
        ("ヤマダタロウ", "ヤマダ", "タロウ", True),
        ("ヤマモト", "ヤマモト", "", False),
        ("タナカ", "タナカ", "", False),
        ("𠮷田花子", "𠮷田", "花子", True),
    ],
)
def test_a_name_written_together_never_shows_the_given_name(
    text: str, family: str, given_name: str, guessed: bool
) -> None:
    written = divide_name(text)
    assert (written.person.family, written.person.given, written.guessed) == (family, given_name, guessed)


@pytest.mark.parametrize(
    ("text", "kana", "family", "given_name", "family_kana"),
    [
        ("渡瀬・太郎", "ワタセ・タロウ", "渡瀬", "太郎", "ワタセ"),
        ("渡瀬、太郎", "ワタセ、タロウ", "渡瀬", "太郎", "ワタセ"),
        ("渡瀬/太郎", "ワタセ／タロウ", "渡瀬", "太郎", "ワタセ"),
        ("渡瀬-太郎", "ワタセタロウ", "渡瀬", "太郎", ""),
        ("Watase.Taro", "ワタセタロウ", "Watase", "Taro", ""),
        ("渡瀬太郎（花子）", "ワタセタロウ", "渡瀬", "太郎（花子）", ""),
        ("渡瀬太郎（旧姓 田中）", "", "渡瀬", "太郎（旧姓 田中）", ""),
        ("渡瀬太郎・花子", "ワタセタロウ・ハナコ", "渡瀬", "太郎・花子", ""),
        ("佐藤太郎/花子", "サトウタロウ", "佐藤", "太郎/花子", "サトウ"),
        ("渡瀬太郎2", "ワタセタロウ", "渡瀬", "太郎2", ""),
        ("渡瀬Taro", "", "渡瀬", "Taro", ""),
        ("渡瀬ﾀﾛｳ", "", "渡瀬", "ﾀﾛｳ", ""),
        ("サトウ太郎", "", "サトウ", "太郎", ""),
        ("WataseTaro", "", "Watase", "Taro", ""),
    ],
)
def test_signs_in_a_name_divide_it_and_it_is_to_be_looked_at(
    text: str, kana: str, family: str, given_name: str, family_kana: str
) -> None:
    written = divide_name(text, kana)
    assert (written.person.family, written.person.given) == (family, given_name)
    assert (written.person.family_kana, written.guessed) == (family_kana, True)


@pytest.mark.parametrize(
    ("text", "family", "given_name"),
    [
        ("渡瀬 太郎（花子）", "渡瀬", "太郎（花子）"),
        ("J. Smith", "J.", "Smith"),
        ("Anne-Marie Smith", "Anne-Marie", "Smith"),
        ("O'Brien", "O'Brien", ""),
        ("Smith-Jones", "Smith-Jones", ""),
        ("McDonald", "McDonald", ""),
        ("葛\U000e0100城", "葛\U000e0100城", ""),
        ("101 渡瀬太郎", "101", "渡瀬太郎"),
    ],
)
def test_signs_that_belong_to_a_name_divide_nothing(text: str, family: str, given_name: str) -> None:
    written = divide_name(text)
    assert (written.person.family, written.person.given, written.guessed) == (family, given_name, False)


@pytest.mark.parametrize("name", ["小野寺", "国分寺", "小野寺 太郎", "国分寺 花子 様", "大和田", "寺"])
def test_families_are_no_temples(name: str) -> None:
    assert not divide_name(name).organisation


@pytest.mark.parametrize(
    "name",
    [
        "NPO法人 みどりの会", "ＮＰＯ法人みどり", "税理士法人青葉", "独立行政法人 都市再生機構",
        "グループホームひまわり",
        "ｸﾞﾙｰﾌﾟﾎｰﾑひまわり", "㈱青葉", "（医）青葉会", "光明寺", "山田 太郎 御中",
        "Aoba Co., Ltd.", "青葉保育所",
    ],
)  # fmt: skip
def test_organisations_are_known(name: str) -> None:
    assert divide_name(name).organisation


def test_names_are_known_in_any_form() -> None:
    assert [is_family(name) for name in ("齋藤", "髙﨑", "堀米")] == [True, True, False]
    assert [is_reading("齊藤", kana) for kana in ("さいとう", "サイトウケン")] == [True, False]
