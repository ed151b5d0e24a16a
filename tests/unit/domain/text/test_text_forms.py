"""Two writings of the same thing fold to one form, and folding accepts anything that can be typed."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hvacdesk.domain.text.kanji_variants import variants
from hvacdesk.domain.text.text_forms import (
    DASHES,
    FOLDED_FURTHER,
    digits,
    fold,
    fold_letters,
    folded_with_places,
    postal_code_of,
    postal_code_within,
    without_legal_form,
)

ANY_TEXT = st.text(st.characters(), max_size=40)
MARKED_KANA = st.text("かカｶハﾊはヷ \u200b\u3099\u309b\uff9e", max_size=8)
ADDRESS_TEXT = st.text("0123十百二〇三丁目番地号室町のー-－ 栄", max_size=20)
LEGAL_TEXT = st.text("㈱㈲()（）株式会社有限 １青-ー", max_size=12)

SAME = [
    ("髙橋", "高橋"),
    ("山﨑", "山崎"),
    ("渡邊", "渡辺"),
    ("渡邉", "渡辺"),
    ("齋藤", "斎藤"),
    ("齊藤", "斎藤"),
    ("斉藤", "斎藤"),
    ("小澤", "小沢"),
    ("濱田", "浜田"),
    ("廣瀬", "広瀬"),
    ("中嶋", "中島"),
    ("櫻井", "桜井"),
    ("國分", "国分"),
    ("眞田", "真田"),
    ("𠮷田", "吉田"),
    ("葛\U000e0100城", "葛城"),
    ("\ufa19谷", "神谷"),
    ("㈱中部空調", "(株)中部空調"),
    ("㈱中部空調", "株式会社中部空調"),
    ("中部空調（有）", "中部空調有限会社"),
    ("中部空調㈲", "中部空調 有限會社"),
    ("(医)さくら会", "医療法人さくら会"),
    ("ﾀｶﾊｼ", "タカハシ"),
    ("タカハシ", "たかはし"),
    ("ﾀﾞｲｷﾝ", "だいきん"),
    ("ﾀ ﾞｲｷﾝ", "だいきん"),
    ("か\u200b\u3099", "が"),
    ("ﾊﾟﾅｿﾆｯｸ", "パナソニック"),
    ("ｷﾖｳﾄﾞｳ", "キョウドウ"),
    ("鶴ヶ峰", "鶴ケ峰"),
    ("ヴァン", "ゔぁん"),
    ("サ-ビス", "サービス"),
    ("ジョン・スミス", "ジョンスミス"),
    ("田中　太郎", "田中 太郎"),
    ("ＡＢＣ空調", "abc空調"),
    ("三丁目", "3丁目"),
    ("３丁目", "3-"),
    ("栄三丁目五番十二号", "栄3-5-12"),
    ("栄３丁目５番１２号", "栄3－5－12"),
    ("栄3丁目5番地の2", "栄3-5-2"),
    ("栄3丁目5番地2", "栄3ー5ー2"),
    ("栄3-5番地", "栄3-5"),
    ("栄3‐5–12", "栄3−5—12"),
    ("百二十三丁目", "123丁目"),
    ("二〇丁目", "20丁目"),
    ("101号室", "101"),
]

DIFFERENT = [
    ("田中", "中田"),
    ("三好", "3好"),
    ("一番町", "1町"),
    ("三丁目三好ビル", "3-3好ビル"),
    ("か", "が"),
    ("斎藤", "佐藤"),
    ("栄3丁目", "栄31"),
    ("52", "5-2"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_writings_of_the_same_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_things_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("dash", DASHES)
def test_every_dash_between_digits_is_a_hyphen(dash: str) -> None:
    assert fold(f"3{dash}5") == "3-5"


@pytest.mark.parametrize("name", ["三の丸", "百人町", "麻布十番", "一番町", "丸の内"])
def test_numerals_in_names_stay(name: str) -> None:
    assert fold(name) == name


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("3号番町", "3号番町"),
        ("3番条", "3番条"),
        ("3番番町", "3番番町"),
        ("町通通り", "町"),
    ],
)
def test_a_mark_is_left_where_without_it_more_would_be_folded(text: str, folded: str) -> None:
    assert fold(text) == folded == fold(folded)


@given(ANY_TEXT | ADDRESS_TEXT | MARKED_KANA)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


FURTHER = st.text("0123-〇一二十百条番町丁目号室地のノ通り丸川(株有)㈱三栄 \x01", max_size=8)


@given(FURTHER | ADDRESS_TEXT | LEGAL_TEXT | ANY_TEXT)
def test_folding_goes_further_than_letters_nowhere_but_where_it_is_said(text: str) -> None:
    letters = fold_letters(text)
    assert fold(text) == letters or FOLDED_FURTHER.search(letters)


JOINING = st.text("かガｶﾞﾊﾟé e\u0301\u3099\u309a゛\u200b　・㈱株Ⅲ髙がｱー'ﾡﾢ", max_size=12)


@given(st.one_of(JOINING, MARKED_KANA, LEGAL_TEXT, ANY_TEXT))
@example("ㅋ\u02dbￎ")
@example("か\uff65ﾞ")
def test_folding_with_places_is_the_same_and_tells_where_each_letter_comes_from(text: str) -> None:
    folded = folded_with_places(text)
    assert folded.text == fold_letters(text)
    spans = [(folded.start(at), folded.end(at)) for at in range(len(folded.text))]
    assert spans == sorted(spans)
    for letter, (start, end) in zip(folded.text, spans, strict=True):
        assert letter in fold_letters(text[start:end])


def test_folding_any_one_character_again_changes_nothing() -> None:
    folded = {fold(chr(code)) for code in range(0x30000)}
    assert [text for text in folded if fold(text) != text] == []


@given(ANY_TEXT)
def test_no_space_is_left(text: str) -> None:
    assert not any(character.isspace() for character in fold(text))


def test_spaces_of_all_unicode_are_removed() -> None:
    spaces = "".join(chr(code) for code in range(0x110000) if chr(code).isspace())
    assert fold(f"田{spaces}中") == "田中"


@given(st.text(st.characters(min_codepoint=0x30A1, max_codepoint=0x30F6), max_size=10))
def test_hiragana_and_katakana_fold_alike(katakana: str) -> None:
    hiragana = "".join(chr(ord(kana) - 0x60) for kana in katakana)
    assert fold(katakana) == fold(hiragana)


def test_lone_surrogates_are_folded_without_failing() -> None:
    assert fold("\ud800田\udfff") == "\ud800田\udfff"


@pytest.mark.parametrize(("variant", "common"), sorted(variants().items()))
def test_every_variant_folds_to_the_common_form(variant: str, common: str) -> None:
    assert fold(f"{variant}田") == fold(f"{common}田")


@pytest.mark.parametrize("dash", sorted(DASHES))
def test_every_dash_is_a_hyphen(dash: str) -> None:
    assert fold(f"栄3{dash}5") == "栄3-5"


def test_a_legal_form_is_left_out_and_a_name_of_nothing_else_kept() -> None:
    assert without_legal_form(fold("㈱青葉商店")) == "青葉商店"
    assert without_legal_form(fold("青葉商店（有）")) == "青葉商店"
    assert without_legal_form(fold("カブシキガイシャアオバ")) == "あおば"
    assert without_legal_form("株式会社") == "株式会社"


def test_no_common_form_is_itself_a_variant() -> None:
    table = variants()
    assert not set(table) & set(table.values())
    assert all(len(variant) == 1 for variant in table)


def test_table_holds_only_what_unicode_does_not_fold_itself() -> None:
    assert all(unicodedata.normalize("NFKC", variant) == variant for variant in variants())


@pytest.mark.parametrize(
    ("typed", "figures"),
    [
        ("052-123-4567", "0521234567"),
        ("０５２－１２３－４５６７", "0521234567"),
        ("(052) 123 4567", "0521234567"),
        ("+81 90-1234-5678", "819012345678"),
        ("〒460-0008", "4600008"),
        ("①②", "12"),
        ("電話なし", ""),
    ],
)
def test_digits_of_a_phone(typed: str, figures: str) -> None:
    assert digits(typed) == figures


@given(ANY_TEXT)
def test_digits_are_ascii_only(text: str) -> None:
    assert set(digits(text)) <= set("0123456789")


def test_a_letter_is_folded_alike_whether_or_not_another_beside_it_changes() -> None:
    for first in range(0, 0x30000, 0x100):
        signs = [chr(sign) for sign in range(first, first + 0x100) if not 0xD800 <= sign < 0xE000]
        alone = [fold_letters(sign) for sign in signs]
        beside = [fold_letters(f"{sign}ア") for sign in signs]
        assert [f"{one}あ" for one in alone] == beside


@pytest.mark.parametrize("typed", ["464-0811 ", "　〒464ー0811", "４６４　０８１１", "464 - 0811"])
def test_a_postal_code_is_known_in_any_usual_writing(typed: str) -> None:
    assert postal_code_of(typed) == postal_code_within(f"千種区 {typed} 1丁目") == "4640811"


def test_figures_of_something_else_are_no_postal_code() -> None:
    for text in ("2019-04-1", "052-000-00000", "14640811", "4640811-2"):
        assert (postal_code_of(text), postal_code_within(text)) == ("", "")
