"""What names somebody else is neither found nor blacked out, however near it comes to a destroyed name."""

from __future__ import annotations

import pytest

from hvacdesk.domain.disposal.remnants import Marks, full_names
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.store.base import ColumnKind
from hvacdesk.store.disposal.mark_search import MarkSearch


def named(*parts: str) -> MarkSearch:
    """A search for somebody of this name."""
    return MarkSearch([Marks(frozenset(full_names(*parts)))])


TARO = named("佐藤", "太郎", "サトウ", "タロウ")
TWO_PEOPLE = [
    "紹介は山田太郎、佐藤様と同席",
    "鈴木太郎・佐藤花子",
    "山田太郎/佐藤一郎",
    "山田太郎\n佐藤様",
    "山田 太郎\n佐藤様",
    "太郎\n佐藤様",
    "太郎様、佐藤様",
    "太郎、佐藤様",
    "担当 太郎 佐藤ビル",
    "山田太郎様、佐藤様",
    "山田太郎さん、佐藤さん",
    "山田太郎→佐藤へ引継ぎ",
    "山田太郎 佐藤花子",
    "山田太郎 佐藤様",
    "山田 太郎 佐藤様",
    "山田　太郎　佐藤　花子",
    "鈴木タロウ・サトウ様",
    "スズキタロウ、サトウ様",
    "ヤマダタロウ サトウハナコ",
    "Yamada Taro, Sato Hanako",
    "Suzuki Taro / Sato",
    "Yamada Taro\nSato Hanako",
    "Yamada Taro、佐藤様",
    "山田Taro 佐藤様",
    "Taro 佐藤花子様",
    "Taro・佐藤様",
]
"""Of neither the name is 佐藤太郎."""


@pytest.mark.parametrize("text", TWO_PEOPLE)
def test_the_given_name_of_one_and_the_family_name_of_another_are_no_name(text: str) -> None:
    assert TARO.hits(text, ColumnKind.TEXT) == []
    assert not TARO.astray(text, ColumnKind.TEXT)
    assert TARO.blacked_out(text, lambda _hit: False) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("太郎 佐藤", "●●●"),
        ("太郎　佐藤様", "●●●様"),
        ("紹介は太郎 佐藤様", "紹介は●●●様"),
        ("担当 太郎 佐藤が来た", "担当 ●●●が来た"),
        ("太郎（佐藤）", "●●●）"),
        ("タロウ・サトウ様", "●●●様"),
        ("山田太郎様、太郎 佐藤様", "山田太郎様、●●●様"),
        ("Taro Sato", "●●●"),
        ("Mr. Taro Sato called", "Mr. ●●● called"),
        ("taro.sato", "●●●"),
        ("taro_sato", "●●●"),
        ("Taro (Sato)", "●●●)"),
        ("Yamada Taro, Taro Sato", "Yamada Taro, ●●●"),
        ("Taro 佐藤様", "●●●様"),
        ("佐藤、太郎", "●●●"),
        ("佐藤・太郎", "●●●"),
        ("佐藤\n太郎", "●●●"),
        ("Sato, Taro", "●●●"),
    ],
)
def test_a_name_that_is_turned_round_is_found(text: str, left: str) -> None:
    assert {hit.what for hit in TARO.hits(text, ColumnKind.TEXT)} == {ColumnKind.NAME}
    assert TARO.astray(f"隣人\x01{text}\x01", ColumnKind.TEXT)
    assert TARO.blacked_out(text, lambda _hit: False) == left


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("谷", "口子", "タニ", "クチコ"), "谷口、子供の件"),
        (("李", "安", "リ", "アン"), "リアンコート 201号"),
        (("李", "安", "リ", "アン"), "イタリアンの店"),
        (("李", "安", "リ", "アン"), "Lian Court"),
        (("森", "健", "モリ", "ケン"), "もりけんとう会"),
        (("Li", "An"), "the Italian shop"),
        (("伊藤", "真理", "イトウ", "マリ"), "marito"),
        (("木", "愛", "キ", "アイ"), "kiai"),
    ],
)
def test_a_short_name_within_a_word_is_none(parts: tuple[str, ...], text: str) -> None:
    search = named(*parts)
    assert search.hits(text, ColumnKind.TEXT) == []
    assert search.blacked_out(text, lambda _hit: False) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("李", "安", "リ", "アン"), "紹介はリアンさん"),
        (("李", "安", "リ", "アン"), "ﾘ ｱﾝ様"),
        (("李", "安", "リ", "アン"), "りあん（隣）"),
        (("李", "安", "リ", "アン"), "リ様（アン様）"),
        (("李", "安", "リ", "アン"), "Li An"),
        (("Li", "An"), "紹介はLi An様"),
        (("伊藤", "真理", "イトウ", "マリ"), "Itomari、Mari Ito"),
    ],
)
def test_a_short_name_that_is_a_word_is_found(parts: tuple[str, ...], text: str) -> None:
    search = named(*parts)
    assert {hit.what for hit in search.hits(text, ColumnKind.TEXT)} == {ColumnKind.NAME}
    assert not search.hits(search.blacked_out(text, lambda _hit: False), ColumnKind.TEXT)


def test_what_only_begins_like_a_name_stays_beside_the_name_itself() -> None:
    search = named("小林", "実")
    text = "小林様、実家に連絡。隣の小林（実）様"
    assert search.blacked_out(text, lambda _hit: False) == "小林様、実家に連絡。隣の●●●）様"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("商売繁栄1番", "商売繁栄1番"),
        ("光栄1号", "光栄1号"),
        ("栄一丁目2-3", "栄一丁目2-3"),
        ("栄１丁目二番三号", "栄１丁目二番三号"),
        ("栄1番の2", "栄1番の2"),
        ("栄1の一軒隣", "●●の一軒隣"),
        ("中区栄1番", "中区●●番"),
        ("現場は栄1、住所栄1", "現場は●●、住所●●"),
    ],
)
def test_a_town_of_one_letter_is_no_end_of_a_word_and_its_number_no_beginning_of_a_longer_one(
    text: str, left: str
) -> None:
    search = MarkSearch([Marks(addresses=frozenset({fold("栄1")}))])
    assert search.hits(text, ColumnKind.TEXT)
    assert search.blacked_out(text, lambda _hit: False) == left


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("原", "健", "ハラ", "ケン"), "原 健康診断の件"),
        (("田中", "一", "タナカ", "ハジメ"), "田中 一郎様"),
        (("田中", "一", "タナカ", "ハジメ"), "田中　一階の窓"),
        (("大西", "東", "オオニシ", "アズマ"), "大西・東側"),
        (("小林", "実", "コバヤシ", "ミノル"), "小林 実家"),
    ],
)
def test_a_word_behind_a_family_name_and_a_space_is_no_given_name(parts: tuple[str, ...], text: str) -> None:
    search = named(*parts)
    assert search.hits(text, ColumnKind.TEXT) == []
    assert not search.astray(text, ColumnKind.CODE)
    assert search.blacked_out(text, lambda _hit: False) == text


@pytest.mark.parametrize(
    "text", ["田中 一様", "田中 一", "田中一", "田中　一が来た", "田中 一（隣）", "田中一郎"]
)
def test_a_given_name_of_one_letter_behind_a_space_is_found(text: str) -> None:
    search = named("田中", "一", "タナカ", "ハジメ")
    assert {hit.what for hit in search.hits(text, ColumnKind.TEXT)} == {ColumnKind.NAME}
    assert search.astray(text, ColumnKind.CODE)
