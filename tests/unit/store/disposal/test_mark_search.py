"""A person's marks are found however they are written, and not where only a part of them stands."""

from __future__ import annotations

import pytest

from hvacdesk.domain.disposal.remnants import Marks, full_names, phone_forms
from hvacdesk.domain.text.text_forms import fold, fold_letters
from hvacdesk.store.base import ColumnKind
from hvacdesk.store.disposal.mark_search import BETWEEN, MarkSearch

PERSON = Marks(
    frozenset(full_names("髙﨑", "美沙緒") | full_names("タカサキ", "ミサオ") | full_names("O'Brien", "Ann")),
    frozenset(phone_forms("052-987-6543")),
    frozenset({fold_letters("Misao@Takasaki.example")}),
    frozenset({fold("唐山町" + "3丁目41-7")}),
)
SEARCH = MarkSearch([PERSON])
NAMED = [
    *(
        "髙﨑、美沙緒",
        "高崎-美沙緒",
        "髙﨑（タカサキ）美沙緒",
        "高崎様（美沙緒様）",
        "「高崎」美沙緒",
        "高崎/美沙緒",
    ),
    *(
        "高崎【美沙緒】",
        "高崎〈美沙緒〉",
        "高崎[美沙緒]",
        "高崎≪美沙緒≫",
        "高崎→美沙緒",
        "高崎＝美沙緒",
        "高崎!美沙緒",
    ),
    *(
        "高崎殿、美沙緒殿",
        "高崎先生（美沙緒）",
        "高崎君（美沙緒）",
        "高崎さま/美沙緒",
        "高崎〔タカサキ〕美沙緒",
    ),
    *("O'Brien, Ann", "Ann (O'Brien)", "高.崎.美.沙.緒"),
]
NUMBERED = [
    *("052の987の6543", "〇五二ー九八七ー六五四三", "052～987～6543", "052:987:6543", "052局987-6543"),
    *("【052】987、6543", "052_987_6543", "０五二、九八七の六五四三"),
]
"""As people write a name and a number in free text, with signs within them."""


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("高崎 美沙緒様より", ColumnKind.NAME),
        ("紹介は髙﨑　美沙緒", ColumnKind.NAME),
        ("ﾀｶｻｷ ﾐｻｵ", ColumnKind.NAME),
        ("たかさきみさおさん", ColumnKind.NAME),
        ("Ann OBrien", ColumnKind.NAME),
        ("obrien ann", ColumnKind.NAME),
        ('{"note": "\\u9ad9\\ufa11\\u7f8e\\u6c99\\u7dd2"}', ColumnKind.NAME),
        ("０５２（９８７）６５４３に電話", ColumnKind.PHONE),
        ("2026-11-24 052 987 6543", ColumnKind.PHONE),
        ("+81-52-987-6543", ColumnKind.PHONE),
        ("misao@takasaki.EXAMPLEへ", ColumnKind.EMAIL),
        ("唐山町三丁目41番地の7の裏", ColumnKind.ADDRESS),
        ("名古屋市千種区唐山町3-41-7 502号室", ColumnKind.ADDRESS),
        ("唐山町\n3丁目41-7", ColumnKind.ADDRESS),
        ("唐山町12、唐山町3-41-7", ColumnKind.ADDRESS),
    ],
)
def test_found_in_every_writing(text: str, what: ColumnKind) -> None:
    assert {hit.what for hit in SEARCH.hits(text, ColumnKind.TEXT)} == {what}
    assert SEARCH.astray(text, ColumnKind.TEXT)
    assert not SEARCH.astray(text, what), "a column of its kind explains it"
    assert SEARCH.anything(text, what)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        *((text, ColumnKind.NAME) for text in NAMED),
        *((text, ColumnKind.PHONE) for text in NUMBERED),
    ],
)
def test_found_in_free_text_with_signs_within(text: str, what: ColumnKind) -> None:
    told = f"隣の{text}様より。"
    assert {hit.what for hit in SEARCH.hits(told, ColumnKind.TEXT)} == {what}
    assert SEARCH.astray(told, ColumnKind.TEXT)
    assert SEARCH.anything(told, ColumnKind.TEXT)
    assert not SEARCH.hits(SEARCH.blacked_out(told, lambda _hit: False), ColumnKind.TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "高崎様。美沙緒",
        f"高崎{BETWEEN}、美沙緒",
        "052。987。6543",
        f"052、{BETWEEN}987、6543",
        "高崎様と美沙緒様",
    ],
)
def test_what_is_said_of_two_is_not_read_together(text: str) -> None:
    assert SEARCH.hits(text, ColumnKind.TEXT) == []


@pytest.mark.parametrize(
    "text",
    ["京都市河原町通御池12番地", "河原町御池十二番地", "河原町通り御池12", f"河原町{BETWEEN}河原町御池12"],
)
def test_a_street_that_is_written_in_one_of_two_ways_is_found(text: str) -> None:
    street = MarkSearch([Marks(addresses=frozenset({fold("河原町通御池" + "12番地")}))])
    assert {hit.what for hit in street.hits(text, ColumnKind.TEXT)} == {ColumnKind.ADDRESS}


def test_an_address_in_latin_letters_is_found_in_a_text_of_such_letters_alone() -> None:
    court = MarkSearch([Marks(addresses=frozenset({fold("Rose Court 12")}))])
    assert {hit.what for hit in court.hits("c/o ROSE court 12", ColumnKind.TEXT)} == {ColumnKind.ADDRESS}


@pytest.mark.parametrize(
    ("street", "text"),
    [
        (("北1条西", "5-2"), "札幌市北１条西５丁目２"),
        (("北1条西", "5-2"), "北一条西5-2"),
        (("北1条西", "5-2"), f"北2条西5-2{BETWEEN}西区北1条西5-2"),
        (("東6番町", "3-1"), "仙台市東6番町3-1"),
        (("東6番町", "3-1"), "東六番町三丁目1"),
        (("栄", "5-1"), f"栄3-1{BETWEEN}栄55-1{BETWEEN}栄五丁目1番"),
        (("栄", "5-1"), f"栄\n栄 5-1{BETWEEN}栄"),
        (("本町", "ビル3"), "本町ビル3"),
        (("本町", "12345678901234567890-1"), "本町12345678901234567890-1"),
        (("河原町", "通"), "京都市河原町まで"),
        (("栄", "3-五"), "栄3-五の件"),
        (("栄", "3-五"), f"栄3-五{BETWEEN}二番の件"),
        (("栄", "3-5"), f"栄3-5{BETWEEN}7 8{BETWEEN}二番の件"),
        (("栄", "3丁目5-12"), "栄3-5-十二、電話 052 333 4455、奥様の希望"),
        (("栄", "3丁目5-12"), f"栄3-5-十二{BETWEEN}7 8"),
        (("丸通", "3-五"), "丸通3-五"),
        (("丸通", "3-五"), "丸通3-五の件"),
    ],
)
def test_an_address_is_found_however_it_goes_on_after_the_town(street: tuple[str, str], text: str) -> None:
    search = MarkSearch([Marks(addresses=frozenset({fold("".join(street))}))])
    assert search.astray(text, ColumnKind.TEXT)
    assert {hit.what for hit in search.hits(text, ColumnKind.TEXT)} == {ColumnKind.ADDRESS}


def test_one_value_is_found_among_thousands() -> None:
    others = [f"唐山町{number}-{number}、髙崎{number}" for number in range(4, 5_000)]
    for value in ("ﾀｶｻｷ ﾐｻｵ", "唐山町三丁目41の7", "052-987-6543", "Misao@takasaki.example"):
        assert SEARCH.astray(BETWEEN.join([*others, value, *others]), ColumnKind.TEXT), value
    assert not SEARCH.astray(BETWEEN.join(others), ColumnKind.TEXT)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("高崎 美沙緒様より", "●●●様より"),
        ("紹介は髙﨑　美沙緒", "紹介は●●●"),
        ("ﾀｶｻｷ ﾐｻｵ、たかさきみさおさん", "●●●、●●●さん"),
        ('{"note": "\\u9ad9\\ufa11\\u7f8e\\u6c99\\u7dd2様"}', '{"note": "●●●様"}'),
        ("０５２（９８７）６５４３に電話", "●●●に電話"),
        ("2026-11-24 052 987 6543", "2026-11-24 ●●●"),
        ("misao@takasaki.EXAMPLEへ", "●●●へ"),
        ("千種区唐山町三丁目41番地の7の裏", "千種区●●●の裏"),
        ("唐山町3-41-7 502号室", "●●● 502号室"),
        ("唐山町3丁目41-71", "唐山町3丁目41-71"),
    ],
)
def test_what_is_found_is_blacked_out_and_nothing_else(text: str, left: str) -> None:
    assert SEARCH.blacked_out(text, lambda _hit: False) == left
    assert SEARCH.blacked_out(text, lambda _hit: True) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "髙﨑様",
        "美沙緒",
        f"高崎{BETWEEN}美沙緒",
        "052-987-654",
        "唐山町",
        "唐山町3丁目41-71",
        "唐山町13丁目41-7",
        "takasaki.example",
    ],
)
def test_a_part_alone_tells_nothing(text: str) -> None:
    assert SEARCH.hits(text, ColumnKind.TEXT) == []


def test_marks_are_kept_and_read_back_as_they_were() -> None:
    assert Marks.of(PERSON.listed()) == PERSON


def test_a_short_number_and_half_a_name_are_no_marks() -> None:
    assert phone_forms("12-3456") == set()
    assert full_names("髙﨑", "") == full_names("", "美沙緒") == set()


MISAO = MarkSearch(
    [
        Marks(
            frozenset(full_names("柳川", "美沙緒", "ヤナガワ", "ミサオ")),
            frozenset(phone_forms("052-987-6543")),
            frozenset({"misao@yanagawa.example"}),
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("柳川【美沙緒】", "●●●】"),
        ("柳川〈美沙緒〉", "●●●〉"),
        ("柳川[美沙緒]", "●●●]"),
        ("柳川★美沙緒", "●●●"),
        ("柳川→美沙緒", "●●●"),
        ("柳川氏 美沙緒", "●●●"),
        ("柳川様　美沙緒", "●●●"),
        ("柳川殿 美沙緒殿", "●●●殿"),
        ("柳川君、美沙緒", "●●●"),
        ("柳川先生 美沙緒先生", "●●●先生"),
        ("柳川さま（美沙緒さま）", "●●●さま）"),
        ("柳川(ミサオ)", "●●●)"),
        ("柳川（みさお）", "●●●）"),
        ("柳川【やながわ】 美沙緒", "●●●"),
        ("Yanagawa Misao", "●●●"),
        ("MISAO YANAGAWA", "●●●"),
        ("Yanagawa, Misao", "●●●"),
        ("YanagawaMisao", "●●●"),
        ("Yanagawa-Misao", "●●●"),
        ("柳川Misao", "●●●"),
        ("柳川様（Misao）", "●●●）"),
        ("Misao 柳川", "●●●"),
        ("misao(at)yanagawa.example", "●●●"),
        ("misao★yanagawa.example", "●●●"),
        ("misao［アット］yanagawa.example", "●●●"),
    ],
)
def test_other_writings_of_a_name_and_a_mailbox_are_found_and_blacked_out(text: str, left: str) -> None:
    told = f"紹介は {text}"
    assert MISAO.hits(told, ColumnKind.TEXT)
    assert MISAO.astray(f"隣人{BETWEEN}{told}{BETWEEN}", ColumnKind.TEXT)
    assert MISAO.anything(told, ColumnKind.TEXT)
    assert MISAO.blacked_out(told, lambda _hit: False) == f"紹介は {left}"


@pytest.mark.parametrize(
    "text",
    [
        "柳川先生",
        "柳川氏と美沙緒",
        "柳川様 美沙緒という名の犬",
        "柳川。美沙緒",
        f"柳川【{BETWEEN}美沙緒】",
        f"Yanagawa{BETWEEN}Misao",
        "Yanagawa",
        "Yanagawa様、Misao",
        "Misaoka Yanagawa",
        "Yanagawa 100 Misao",
        "柳川Misaoka",
        f"misao(at){BETWEEN}yanagawa.example",
        "misao(at)takasaki.example",
        "hana@misao.example",
        "987-6543",
    ],
)
def test_what_names_nobody_in_full_is_not_found(text: str) -> None:
    assert MISAO.hits(text, ColumnKind.TEXT) == []
    assert not MISAO.astray(text, ColumnKind.TEXT)


def test_a_word_that_sounds_like_a_given_name_is_none_beside_a_family_name() -> None:
    search = MarkSearch([Marks(frozenset(full_names("田中", "愛", "タナカ", "アイ")))])
    assert search.hits("田中様 AI対応を希望", ColumnKind.TEXT) == []
    assert search.hits("Tanaka Ai", ColumnKind.TEXT)


def test_a_name_with_a_title_in_it_is_found_with_signs_within_it() -> None:
    search = MarkSearch([Marks(frozenset(full_names("君島", "美沙緒")))])
    assert search.hits("紹介は君島【美沙緒】", ColumnKind.TEXT)


def test_a_mailbox_in_latin_letters_is_not_its_owners_name() -> None:
    assert {hit.what for hit in MISAO.hits("misao@yanagawa.exampleへ", ColumnKind.TEXT)} == {ColumnKind.EMAIL}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('["柳川", "美沙緒"]', '["●●", "●●●"]'),
        ('{"who": ["柳川", "美沙緒"], "n": "柳川様"}', '{"who": ["●●", "●●●"], "n": "●●●"}'),
        ('[["柳川"], ["美沙緒", "隣人"]]', '[["●●"], ["●●●", "隣人"]]'),
        ('["\\u67f3\\u5ddd", "\\u7f8e\\u6c99\\u7dd2"]', '["●●", "●●●"]'),
    ],
)
def test_a_list_of_a_names_parts_is_found_and_blacked_out(text: str, left: str) -> None:
    assert MISAO.hits(text, ColumnKind.TEXT)
    assert MISAO.astray(text, ColumnKind.TEXT)
    assert MISAO.blacked_out(text, lambda _hit: False) == left
    assert MISAO.blacked_out(text, lambda _hit: True) == text


PARTS_OF_LONGER = {
    "a slip's number": "伝票 1052987654399",
    "a number that goes on": "部品1と05298765431",
    "a number in full width": "伝票１０５２９８７６５４３",
    "a flat of the same house": "唐山町3-41-7-201 の方",
    "a flat, with another dash": "唐山町３丁目４１－７－２０１",
    "a town that ends alike": "東唐山町3-41-7 の方、千種区東唐山町3-41-7",
    "another house of the same block": "唐山町3-41-7の2 の方",
    "a day and an hour": "2026-05-29 8:76:54-3 に記録",
    "a longer domain": "misao@yanagawa.example.jp へ",
    "a longer mailbox": "info.misao@yanagawa.example へ",
}
WHOLE = {
    "電話052-987-6543まで": "電話●●●まで",
    "+81 52-987-6543": "+●●●",
    "0081529876543": "00●●●",
    "〒464-0850 唐山町3-41-7の角": "〒464-0850 ●●●の角",
    "千種区唐山町3-41-7と住所唐山町3-41-7": "千種区●●●と住所●●●",
    "052-111-2222/052-987-6543": "052-111-2222/●●●",
    "2026-11-24/052-987-6543": "2026-11-24/●●●",
    "misao@yanagawa.exampleへ": "●●●へ",
    "連絡先-misao@yanagawa.example.": "連絡先-●●●.",
    "1052987654399ではなく052-987-6543": "1052987654399ではなく●●●",
}


def one_persons() -> MarkSearch:
    return MarkSearch(
        [
            Marks(
                phones=frozenset(phone_forms("052-987-6543")),
                emails=frozenset({"misao@yanagawa.example"}),
                addresses=frozenset({fold("唐山町3-41-7")}),
            )
        ]
    )


def test_of_two_that_begin_alike_the_longer_one_is_blacked_out() -> None:
    short, long = (Marks(addresses=frozenset({fold(f"唐山町{end}")})) for end in ("3-5", "3-5-12"))
    names = (Marks(names=frozenset({fold_letters(name)})) for name in ("岡太", "岡太郎"))
    search = MarkSearch([short, long, *names])
    assert search.blacked_out("唐山町3-5-12の岡太郎様", lambda _hit: False) == "●●●の●●●様"


@pytest.mark.parametrize("case", PARTS_OF_LONGER)
def test_what_is_part_of_something_longer_is_found_and_not_blacked_out(case: str) -> None:
    text, search = PARTS_OF_LONGER[case], one_persons()
    assert search.hits(text, ColumnKind.TEXT)
    kept = search.blacked_out(text, lambda _hit: False)
    assert kept == text


@pytest.mark.parametrize("text", WHOLE)
def test_what_stands_alone_is_blacked_out(text: str) -> None:
    assert one_persons().blacked_out(text, lambda _hit: False) == WHOLE[text]


INUKAI = MarkSearch(
    [
        Marks(
            frozenset(full_names("犬飼", "蔵人", "イヌカイ", "クランド")),
            frozenset(phone_forms("090-5551-2077") | phone_forms("052-987-6543")),
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("犬飼クランド様", "●●●様"),
        ("犬飼 くらんど様", "●●●様"),
        ("イヌカイ蔵人", "●●●"),
        ("蔵人 犬飼", "●●●"),
        ("クランド・イヌカイ", "●●●"),
        ("くらんど（犬飼）", "●●●）"),
        ("犬飼様 蔵人様", "●●●"),
        ("犬飼さん、犬飼さん　くらんどさん", "犬飼さん、●●●"),
        ("電話90-5551-2077まで", "電話●●●まで"),
        ("2026/11/24 90 5551 2077", "2026/11/24 ●●●"),
        ("1. 52-987-6543", "1. ●●●"),
        ("90-5551-20771ではなく９０ー５５５１ー２０７７", "90-5551-20771ではなく●●●"),
    ],
)
def test_everyday_writings_are_found_and_blacked_out(text: str, left: str) -> None:
    told = f"紹介は {text}"
    assert INUKAI.hits(told, ColumnKind.TEXT)
    assert INUKAI.astray(told, ColumnKind.TEXT)
    assert INUKAI.blacked_out(told, lambda _hit: False) == f"紹介は {left}"


@pytest.mark.parametrize(
    "text",
    [
        "伝票190555120779",
        "伝票1-90-5551-2077",
        "型番90-5551-2077-3",
        "90-5551-20771",
        "3.90/5551/2077",
        "52-987-654",
        "犬飼様と蔵人様",
        "犬飼様 蔵人という名の犬",
    ],
)
def test_a_part_of_something_longer_is_no_everyday_writing(text: str) -> None:
    assert INUKAI.hits(text, ColumnKind.TEXT) == []


def test_a_number_without_its_zero_is_no_number_within_a_code() -> None:
    code = "a0f9055512077bc2"
    assert INUKAI.hits(code, ColumnKind.CODE) == []
    assert INUKAI.hits("905551-2077", ColumnKind.PHONE)


def test_a_number_that_was_registered_without_a_zero_is_sought_as_it_is() -> None:
    search = MarkSearch([Marks(phones=frozenset(phone_forms("90-5551-2077")))])
    assert search.hits("連絡先 1-9055512077", ColumnKind.TEXT)


def test_what_an_earlier_release_stored_of_a_person_is_still_sought() -> None:
    kept = {"caller": False, "names": ["犬飼蔵人"], "phones": ["09055512077", "819055512077"]}
    search = MarkSearch([Marks.of({**kept, "emails": [], "addresses": []})])
    assert search.hits("犬飼 蔵人", ColumnKind.TEXT)
    assert search.hits("+81 90-5551-2077", ColumnKind.TEXT)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        (("川村", "清"), "清川村"),
        (("森", "美", "モリ", "ミ"), "森みどり様"),
        (("井", "加奈", "イ", "カナ"), "かないさん"),
        (("増", "亜里", "マス", "アリ"), "鍵はあります"),
    ],
)
def test_of_a_short_name_only_the_usual_writings_are_marks(name: tuple[str, ...], other: str) -> None:
    marks = full_names(*name)
    assert fold_letters(name[0] + name[1]) in marks
    assert MarkSearch([Marks(frozenset(marks))]).hits(other, ColumnKind.TEXT) == []


def test_a_number_of_nine_digits_with_its_zero_has_no_form_without() -> None:
    assert phone_forms("05-298-7654") == {"052987654", "8152987654"}


@pytest.mark.parametrize("text", ["髙﨑（ミサオ）様の紹介", "高崎【みさお】", "髙﨑（タカサキ）ミサオ"])
def test_a_given_name_in_brackets_is_more_than_a_reading(text: str) -> None:
    names = full_names("髙﨑", "美沙緒", "タカサキ", "ミサオ")
    search = MarkSearch([Marks(frozenset(names), frozenset(), frozenset(), frozenset())])
    assert {hit.what for hit in search.hits(text, ColumnKind.TEXT)} == {ColumnKind.NAME}
    assert not search.hits(search.blacked_out(text, lambda _hit: False), ColumnKind.TEXT)


@pytest.mark.parametrize("text", ["高崎様。美沙緒", '[{"a":"高崎"},{"a":"美沙緒"}]', "高崎●●●美沙緒"])
def test_two_values_are_no_name_together(text: str) -> None:
    assert not SEARCH.hits(text, ColumnKind.TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "隣の小林様、実家に連絡。小林様（実費）で請求",
        "小林様→実際に伺う",
        "小林様: 実費のみ",
    ],
)
def test_a_given_name_of_one_letter_is_no_word_that_begins_with_it(text: str) -> None:
    search = MarkSearch([Marks(frozenset(full_names("小林", "実")))])
    assert not search.hits(text, ColumnKind.TEXT)
    assert search.blacked_out(text, lambda _hit: False) == text


@pytest.mark.parametrize("text", ["小林様（実）", "小林【実】様", "小林・実", "小林 実さん", "小林様 実様"])
def test_a_given_name_of_one_letter_that_ends_there_is_found(text: str) -> None:
    search = MarkSearch([Marks(frozenset(full_names("小林", "実")))])
    assert search.hits(f"隣の{text}", ColumnKind.TEXT)
