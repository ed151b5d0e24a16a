"""A query typed with the input method off, in either usual spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.text.romaji import in_latin, reading_of, romaji_to_kana, sounds
from hvacdesk.vault.keyfile.words import WORDS


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        ("tanaka", "たなか"),
        ("TANAKA", "たなか"),
        ("suzuki", "すずき"),
        ("shinji", "しんじ"),
        ("sinzi", "しんじ"),
        ("chiba", "ちば"),
        ("tiba", "ちば"),
        ("tsuchiya", "つちや"),
        ("tutiya", "つちや"),
        ("fujita", "ふじた"),
        ("huzita", "ふじた"),
        ("kyouko", "きょうこ"),
        ("shouji", "しょうじ"),
        ("syouzi", "しょうじ"),
        ("juri", "じゅり"),
        ("zyuri", "じゅり"),
        ("hattori", "はっとり"),
        ("matcha", "まっちゃ"),
        ("mattya", "まっちゃ"),
        ("shimbun", "しんぶん"),
        ("sinbun", "しんぶん"),
        ("honda", "ほんだ"),
        ("honnda", "ほんだ"),
        ("onna", "おんな"),
        ("onnna", "おんな"),
        ("jun'ichi", "じゅんいち"),
        ("kinya", "きにゃ"),
        ("ken", "けん"),
        ("ra-men", "らーめん"),
        ("tanak", "たなk"),
        ("田中5678", "田中5678"),
    ],
)
def test_spelling(typed: str, kana: str) -> None:
    assert romaji_to_kana(typed) == kana


@given(st.text(st.characters(min_codepoint=0x80, exclude_categories=["Lu", "Lt", "Ll"]), max_size=20))
def test_what_is_no_romaji_stays(text: str) -> None:
    assert romaji_to_kana(text) == text.casefold()


def test_words_to_read_out_have_a_reading_each_of_its_own() -> None:
    readings = [reading for word in WORDS if (reading := reading_of(word))]
    assert len(set(readings)) == len(readings) == len(WORDS) - 1
    assert reading_of("ginkgo") == reading_of("4") == ""
    assert [reading_of(word) for word in ("genkan", "buta", "nikki")] == ["げんかん", "ぶた", "にっき"]


@pytest.mark.parametrize(
    ("kana", "spellings"),
    [
        ("みさお", ["misao", "misaoh"]),
        ("ゆうたろう", ["yuutarou", "yutaro", "yuutaroo", "yuhtaroh", "yutaroh"]),
        ("しよういち", ["shoichi", "syoiti", "shouichi", "syouiti"]),
        ("じゆんいち", ["junichi", "zyuniti", "jyunichi"]),
        ("はつとり", ["hattori", "hatutori", "hatsutori"]),
        ("ほつち", ["hotchi", "hocchi", "hotti"]),
        ("おおつか", ["ootsuka", "otsuka", "ohtsuka", "ootuka", "otuka"]),
        ("ふじた", ["fujita", "huzita", "hujita"]),
        ("しんば", ["shimba", "sinba", "shinba"]),
        ("きよみ", ["kiyomi"]),
        ("きようこ", ["kyouko", "kyoko", "kyohko"]),
        ("けいこ", ["keiko", "keeko"]),
        ("りさ", ["risa", "lisa"]),
        ("えりか", ["erika", "erica"]),
        ("いのうえ", ["inoue", "inoe"]),
        ("づら", ["zura", "dura", "dzura"]),
        ("たろ-", ["taro", "tarou", "taroh"]),
        ("ていな", ["tina", "teina"]),
        ("しんでい", ["sindi", "shindi"]),
        ("びくとる", ["viktor", "bikutoru", "vikutoru"]),
        ("ゔいくとる", ["viktor", "vikutoru"]),
        ("とむ", ["tom", "tomu"]),
    ],
)
def test_the_usual_spellings_of_a_name_have_one_sound(kana: str, spellings: list[str]) -> None:
    of_kana = {sounds(one) for one in in_latin(kana)}
    assert [one for one in spellings if sounds(one) not in of_kana] == []


@pytest.mark.parametrize(("one", "other"), [("misao", "masao"), ("keiko", "kyoko"), ("kato", "katto")])
def test_other_names_have_another_sound(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)


@pytest.mark.parametrize("name", ["", "美沙緒", "misao", "みさ緒", "-"])
def test_what_is_not_kana_has_no_latin_letters(name: str) -> None:
    assert in_latin(name) == ()
