"""Tables of what people write, and whether it is recognised: on papers, and in an incident's texts.

Full names, numbers and mailboxes are found in every writing that is listed; a given name alone where it
stands by itself, so that a work order stays a text that somebody can work by.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hvacdesk.domain.customers.contacts import CONTACT_FIELDS, ContactRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.customers.mentions import MENTION_FIELDS, Mention
from hvacdesk.domain.fields import Held, Use
from hvacdesk.domain.text.traces import Blackout, Trace, Written

SAYORI = PersonName("別所", "佐代里", "ベッショ", "サヨリ")

YUTARO = PersonName("大谷", "裕太郎", "オオタニ", "ユウタロウ")
KEIKO = PersonName("佐藤", "恵子", "サトウ", "ケイコ")


def known(
    name: PersonName = SAYORI, phone: str = "", email: str = "", mention: Mention | None = None
) -> tuple[Held, ...]:
    """A contact, and perhaps somebody who is mentioned."""
    contact = Held(CONTACT_FIELDS, ContactRecord("", name, phone, email))
    return (contact, Held(MENTION_FIELDS, mention)) if mention else (contact,)


def barred(people: tuple[Held, ...], text: str) -> bool:
    written = Written(text)
    return any(written.holds(trace) for one in people for trace in one.traces(Use.BARRED))


def blacked(people: tuple[Held, ...], text: str) -> str:
    return Blackout(trace for one in people for trace in one.traces(Use.BLACKED_OUT))(text)


FULL = [
    (SAYORI, "別所佐代里"),
    (SAYORI, "別所 佐 代 里 様"),
    (SAYORI, "別所　佐代里様"),
    (SAYORI, "別所佐\u200b代\u2060里"),
    (SAYORI, "別\u200b所佐代里"),
    (SAYORI, "別所・佐代里"),
    (SAYORI, "別所（佐代里）"),
    (SAYORI, "ベッショサヨリ"),
    (SAYORI, "ﾍﾞｯｼｮ ｻﾖﾘ"),
    (SAYORI, "べっしょ　さより様"),
    (SAYORI, "別所さより"),
    (SAYORI, "別所サヨリ様"),
    (PersonName("髙﨑", "美邊"), "高崎美辺"),
    (PersonName("高崎", "美辺"), "髙﨑 美邊"),
    (PersonName("渡邉", "惠"), "渡辺恵様"),
    (PersonName("斎藤", "學", "サイトウ", "マナブ"), "齋藤学"),
    (PersonName("佐藤", "太郎", "サトウ", "タロウ"), "サトータロー様"),
    (PersonName("佐藤", "太郎", "サトウ", "タロウ"), "さとう たろう"),
    (PersonName("森", "学"), "森学"),
    (PersonName("森", "学"), "森 学です"),
    (PersonName("Nguyễn", "Lan"), "nguyen lan さん"),
    (PersonName("Ｓｍｉｔｈ", "Ｊａｎｅ"), "smith Jane"),
    (PersonName("別所", "佐代里（経理）"), "別所佐代里"),
    (PersonName("別所", "佐　代里"), "別所佐代里"),
    (PersonName("別所", "太郎・花代"), "別所花代"),
    (PersonName("別所", "友人"), "別所友人"),
    (PersonName("別所（経理）", "佐代里"), "別所佐代里"),
    (PersonName("㈱栄 別所", "美香様"), "別所美香"),
    (PersonName("佐\u200b藤", "花\u200b子"), "佐藤花子"),
    (PersonName("別所", "佐代里様"), "別所佐代里"),
    (PersonName("岡", "美", "オカ", "ミ"), "岡（ミ）"),
    (PersonName("Smith", "John", "スミス", "ジョン"), " John Smith "),
    (PersonName("Smith", "John", "スミス", "ジョン"), "Mr. JOHN SMITH 様"),
    (PersonName("Smith", "John", "スミス", "ジョン"), "ジョン・スミス様"),
    (PersonName("スミス", "ジョン"), "ジョン スミス"),
    (PersonName("シルバ", "マリア", "シルバ", "マリア"), "マリア・シルバ"),
    (PersonName("Nguyễn", "Van An"), "Van An Nguyen"),
    (PersonName("Nguyễn", "Van An"), "An Nguyen"),
    (PersonName("Nguyễn", "Van An"), "Nguyen An"),
    (PersonName("グエン", "ヴァン アン", "グエン", "ヴァンアン"), "アン・グエン"),
    (YUTARO, "オオタニ ユウタロー様"),
    (YUTARO, "オオタニユータロウ"),
    (YUTARO, "オータニ ユータロウ様"),
    (YUTARO, "オウタニユウタロウ"),
    (PersonName("大谷", "ユータロー"), "大谷ゆうたろう"),
    (PersonName("加藤", "洋子", "カトウ", "ヨウコ"), "カトオ ヨオコ"),
    (KEIKO, "佐藤けい子様"),
    (KEIKO, "佐藤 ケイ子"),
    (KEIKO, "佐藤ケー子"),
    (KEIKO, "佐藤恵こ"),
    (KEIKO, "サトウけい子"),
    (KEIKO, "佐とう恵子"),
    (PersonName("齋藤", "惠子", "サイトウ", "ケイコ"), "斎藤ケイ子"),
    (YUTARO, "大谷ゆう太郎"),
]


@pytest.mark.parametrize(("name", "text"), FULL)
def test_a_full_name_is_recognised_in_every_writing(name: PersonName, text: str) -> None:
    around = f"前{text}後"
    assert barred(known(name), around)
    cleaned = blacked(known(name), around)
    assert "●●●" in cleaned
    assert not barred(known(name), cleaned)
    assert cleaned.startswith("前")
    assert cleaned.endswith("後")


OTHERS = [
    (PersonName("森", "大和", "モリ", "ヤマト"), "大和森林公園"),
    (PersonName("森", "まり", "モリ", "マリ"), "高まりもりもり"),
    (PersonName("Ken", "Lan"), "LANKenwood、planKen"),
    (KEIKO, "佐藤啓子、佐藤圭子、佐藤子、佐藤け"),
    (YUTARO, "大谷太郎、大谷裕二、オオタニ ユウジロウ"),
]


@pytest.mark.parametrize(("name", "text"), OTHERS)
def test_another_name_stays(name: PersonName, text: str) -> None:
    assert blacked(known(name), text) == text
    assert not barred(known(name), text)


MENTIONED = [
    ("別所 佐代里（長女）", "別所佐代里"),
    ("（奥様）別所 佐代里", "別所佐代里様"),
    ("別所佐代里 様", "別所佐代里"),
    ("別所佐代里（奥様）", "別所　佐代里"),
    ("店長　別所 佐代里", "別所佐代里"),
    ("店長 別所佐代里", "別所佐代里"),
    ("㈱栄ビル 別所 佐代里", "別所佐代里"),
    ("㈱栄ビル　別所佐代里 様", "別所佐代里"),
    ("管理人：別所 佐代里", "別所佐代里"),
    ("長女の別所佐代里さん", "別所佐代里"),
    ("別所 佐 代 里", "別所佐代里"),
    ("別所佐代里／090-6666-1234", "別所佐代里"),
    ("森 学（本人）", "森学"),
    ("髙橋 惠（ご長男）", "高橋恵"),
    ("社長　高橋花子", "高橋花子"),
    ("高橋花子様の奥様", "高橋花子"),
    ("ﾍﾞｯｼｮ ｻﾖﾘ", "べっしょさより"),
    ("ベッショサヨリ", "べっしょさより"),
    ("別所様の長女の佐代里様", "別所佐代里"),
    ("弁護士 別所佐代里", "別所佐代里"),
    ("現場監督　高橋 健", "高橋健"),
    ("番頭　高橋 健", "高橋健"),
    ("番頭の高橋健さん", "高橋健"),
    ("若女将別所佐代里", "別所佐代里"),
    ("高橋花子（若女将）", "高橋花子"),
    ("ケアマネの高橋花子さん", "高橋花子"),
    ("大森設備㈲　高橋 一郎", "高橋一郎"),
    ("高橋一郎（大森設備）", "高橋一郎"),
    ("妻・佐代里", "佐代里"),
]


@pytest.mark.parametrize(("said", "text"), MENTIONED)
def test_somebody_mentioned_is_recognised_whatever_stands_beside_the_name(said: str, text: str) -> None:
    people = known(PersonName("柳"), mention=Mention(said))
    assert barred(people, f"{text}の件")
    assert not barred(people, blacked(people, f"{text}の件"))


NOBODY = [
    "奥様", "店長", "管理人", "管理人さん", "管理人室", "ご主人", "ご主人様", "店長 佐藤", "佐藤 奥様",
    "佐藤 店長", "佐藤様", "佐藤（奥様）", "㈱栄ビル", "㈱栄ビル 佐藤様", "本人", "大家さん", "長女",
    "お客様", "警備員", "受付係", "設備担当者", "総務部長", "佐藤（長女）", "ハセガワ", "", "スミス様",
    "非通知", "近所の方", "保険会社", "電気屋", "税理士", "営業の佐藤", "営業マン", "名乗らず", "先日の客",
    "介護ヘルパー", "母", "佐藤の妻", "番頭", "番頭さん", "佐藤 番頭", "若女将", "若女将さん", "佐藤 若女将",
    "若女将 佐藤", "若女将（佐藤）",
]  # fmt: skip
EVERYDAY = (
    "管理人室で鍵を受け取り、店長に声をかける。奥様が在宅。佐藤様、ご主人、本人、大家さん、長女、お客様、警備員、"
    "受付係、設備担当者、総務部長、㈱栄ビル、ハセガワ、スミス、非通知、近所の方、保険会社、電気屋、税理士、営業の佐藤、"
    "営業マンが名乗らず、先日の客、介護ヘルパー、母、妻、番頭、番頭さん、若女将が在宅、若女将様、若女将"
)


@pytest.mark.parametrize("said", NOBODY)
def test_a_role_and_a_family_name_name_nobody(said: str) -> None:
    people = known(PersonName("柳"), mention=Mention(said))
    assert blacked(people, EVERYDAY) == EVERYDAY
    assert not barred(people, EVERYDAY)


@pytest.mark.parametrize(
    "given", ["奥様", "店長", "様", "管理人", "ご主人", "（奥様）", "番頭", "若女将", "若女将様", "店長様"]
)
def test_a_role_typed_for_a_given_name_is_none(given: str) -> None:
    assert blacked(known(PersonName("佐藤", given)), EVERYDAY) == EVERYDAY


ALONE = [
    ("佐代里", "サヨリ", "今日は<佐代里>が在宅"),
    ("佐代里", "サヨリ", "<サヨリ>さん"),
    ("美香", "ミカ", "<美香>様"),
    ("美香", "ミカ", "<美香>が在宅"),
    ("美香", "ミカ", "長女<美香>在宅"),
    ("美香", "ミカ", "立会：<美香>"),
    ("美香", "ミカ", "鈴木<美香>様"),
    ("リサ", "リサ", "高橋<リサ>"),
    ("美香", "ミカ", "立会（<美香>）"),
    ("美香", "ミカ", "<美香>、090で"),
    ("美香", "ミカ", "<ミカ>さん"),
    ("美香", "ミカ", "<みか>さん"),
    ("美香", "ミカ", "<美\u200b香>様"),
    ("リサ", "リサ", "<リサ>様"),
    ("リサ", "リサ", "<リサ>が在宅"),
    ("リサ", "リサ", "長女<リサ>、在宅"),
    ("リサ", "リサ", "<ﾘｻ>ちゃん"),
    ("リサ", "リサ", "長女の<りさ>さん"),
    ("さくら", "サクラ", "<さくら>さん"),
    ("さくら", "サクラ", "（<さくら>）"),
    ("さくら", "サクラ", "<さくら>が在宅"),
    ("恵", "メグミ", "<恵>様"),
    ("恵", "メグミ", "<恵>さんが在宅"),
    ("恵", "メグミ", "<惠>様"),
    ("恵", "メグミ", "立会（<恵>）"),
    ("恵", "メグミ", "<恵>"),
    ("恵", "メグミ", "<メグミ>様"),
    ("恵", "メグミ", "長女 <恵>が在宅"),
    ("三郎", "サブロウ", "弟の<三郎>が"),
    ("五十六", "イソロク", "<五十六>様"),
    ("友人", "トモヒト", "<友人>様"),
    ("太郎", "タロウ", "<タロー>さん"),
    ("Lan", "", "<Lan> さん"),
    ("美香", "ミカ", "妻<美香>様が立会い"),
    ("美香", "ミカ", "母<美香>さん在宅"),
    ("美香", "ミカ", "義母<美香>様"),
    ("美香", "ミカ", "叔母<美香>様"),
    ("美香", "ミカ", "佐藤様の娘<美香>が受け取り"),
    ("美香", "ミカ", "佐藤様妻<美香>"),
    ("美香", "ミカ", "妻<みか>様"),
    ("美香", "ミカ", "バイト<美香>さん"),
    ("美香", "ミカ", "パート<美香>さん"),
    ("美香", "ミカ", "オーナー<美香>様"),
    ("美香", "ミカ", "女将<美香>様"),
    ("美香", "ミカ", "若女将<美香>様"),
    ("美香", "ミカ", "<美香>若女将の希望"),
    ("健一", "ケンイチ", "番頭<健一>様"),
    ("健一", "ケンイチ", "<健一>番頭に確認"),
    ("清", "キヨシ", "番頭　<清>"),
    ("清", "キヨシ", "<清>（番頭）"),
    ("若", "ワカ", "<若>様"),
    ("美香", "ミカ", "院長夫人<美香>"),
    ("美香", "ミカ", "<美香>店長に確認"),
    ("美香", "ミカ", "<美香>社長の希望"),
    ("美香", "ミカ", "<ミカ>社長"),
    ("美香", "ミカ", "<みか>店長"),
    ("美香", "ミカ", "<美香>部長へ"),
    ("美香", "ミカ", "<美香>女史"),
    ("美香", "ミカ", "<美香>嬢"),
    ("美香", "ミカ", "<美香>夫人"),
    ("美香", "ミカ", "<美香>オーナー"),
    ("美香", "ミカ", "<美香>代表"),
    ("美香", "ミカ", "<美香>理事"),
    ("美香", "ミカ", "<美香>ママ"),
    ("美香", "ミカ", "<美香>耳遠い"),
    ("美香", "ミカ", "<美香>留守"),
    ("美香", "ミカ", "お嫁<美香>さん"),
    ("美香", "ミカ", "祖母<美香>様"),
    ("美香", "ミカ", "オーナー妻<美香>様"),
    ("直", "ナオ", "<なお>さん、店長"),
    ("健一", "ケンイチ", "主人<健一>"),
    ("健一", "ケンイチ", "息子<健一>様"),
    ("健一", "ケンイチ", "父<健一>さん在宅"),
    ("清", "キヨシ", "夫：<清>"),
    ("清", "キヨシ", "夫・<清>"),
    ("清", "キヨシ", "夫<清>様"),
    ("清", "キヨシ", "夫 <清> が在宅"),
    ("清", "キヨシ", "夫<清>が在宅"),
    ("清", "キヨシ", "世帯主　<清>"),
    ("清", "キヨシ", "主人 <清>"),
    ("清", "キヨシ", "木村社長 <清>"),
    ("清", "キヨシ", "木村 様 <清>"),
    ("清", "キヨシ", "<清>（夫）立会"),
    ("清", "キヨシ", "<清>:090"),
    ("清", "キヨシ", "<清> 03-1234-5678"),
    ("清", "キヨシ", "<清> 携帯"),
    ("清", "キヨシ", "<清>へTEL"),
    ("清", "キヨシ", "<清>が在宅"),
    ("清", "キヨシ", "<清>社長"),
    ("清", "キヨシ", "<清>院長へ連絡"),
    ("ヴァン アン", "ヴァンアン", "<アン>さん"),
    ("Van An", "", "<An> さん"),
    ("Ｌａｎ", "", "<lan>在宅"),
]


@pytest.mark.parametrize(("given", "kana", "marked"), ALONE)
def test_a_given_name_that_stands_by_itself_is_blacked_out(given: str, kana: str, marked: str) -> None:
    people = known(PersonName("別所", given, "ベッショ", kana))
    text = marked.replace("<", "").replace(">", "")
    assert blacked(people, text) == re.sub("<.*>", "●●●", marked)
    assert not barred(people, text)


WITHIN_WORDS = [
    ("リサ", "リサ", "リサイクル券、リサイズ、クリサンセマム"),
    ("リサ", "リサ", "リ\u200bサイクル券"),
    ("リサ", "リサ", "ﾘｻｲｸﾙ料金"),
    ("恵", "メグミ", "知恵、恵方巻、恩恵、恵まれた"),
    ("学", "マナブ", "学校、大学の学食、見学、学ぶ"),
    ("一", "ハジメ", "一階、一、二、三、(一) 一"),
    ("五十六", "イソロク", "五十六番、五十六"),
    ("光", "ヒカリ", "光回線、光 回線、日光、ヒカリ電話"),
    ("良", "リョウ", "動作 良、良好、改良"),
    ("千秋", "チアキ", "千秋楽、メゾン千秋、千秋ハイツ"),
    ("大和", "ヤマト", "大和町、大和ハウス、ヤマト運輸"),
    ("直美", "ナオミ", "正直美しい、直美子、直美術館"),
    ("さくら", "サクラ", "さくら荘、サクラ荘、この辺りのさくらの木"),
    ("ひかり", "ヒカリ", "ひかり電話、あのひかりが"),
    ("みどり", "ミドリ", "みどり町、みどりハイツ"),
    ("拓", "タク", "荷物がたくさんあります、宅配"),
    ("美奈", "ミナ", "みなさん在宅、みなさまへ、ミナミ側、カミナリ"),
    ("麻里", "マリ", "集まり、マリーナ、決まり"),
    ("太郎", "タロウ", "桃太郎寿司"),
    ("友人", "トモヒト", "ご友人宅"),
    ("大和", "ヤマト", "ヤマト宅配、大和宅急便"),
    ("ー", "", "エアコンー、3-5、ルーバー"),
    ("誠", "マコト", "誠に、誠意"),
    ("Lan", "", "LANケーブルの planning"),
    ("Ken", "", "kennel、Kenwood"),
    ("学", "マナブ", "学部長、学校長、学院長"),
    ("新", "アラタ", "新社長、新店長に挨拶"),
    ("元", "ハジメ", "元社長、元店長"),
    ("五月", "サツキ", "五月理事会"),
    ("一", "ハジメ", "一課長、営業一部長"),
    ("南", "ミナミ", "南支店長、南支社長"),
    ("なお", "ナオ", "なお店長に確認"),
    ("正", "タダシ", "ただし社長が不在の時"),
    ("北", "キタ", "北 08:00から、北へ携帯用リフト"),
    ("大和", "ヤマト", "大和留守番電話"),
    ("心", "ココロ", "大丈夫心配なし、主人公"),
    ("美香", "ミカ", "由美香様、由美香社長"),
    ("実", "ミノル", "夫実家、父実家"),
    ("若", "ワカ", "若女将が在宅、若女将様、若女将"),
    ("将", "ショウ", "若女将が在宅、若女将様、若女将 携帯"),
    ("一", "ハジメ", "一番頭が痛い"),
    ("済", "ワタル", "立会 済、連絡先：済、受付・済"),
    ("光", "ヒカリ", "光 電話、光が入る、西側 光"),
    ("正", "タダシ", "大丈夫 正面、工夫正"),
    ("清", "キヨシ", "清へ、清と、清 の文字、血清（夫）、粛清:090"),
    ("恵", "メグミ", "知恵（妻）、知恵 携帯"),
]


@pytest.mark.parametrize(("given", "kana", "text"), WITHIN_WORDS)
def test_a_short_given_name_within_a_word_leaves_the_word_alone(given: str, kana: str, text: str) -> None:
    people = known(PersonName("別所", given, "ベッショ", kana))
    assert blacked(people, text) == text
    assert not barred(people, text)


PHONES = [
    ("052-123-4567", "052-123-4567"),
    ("052-123-4567", "０５２（１２３）４５６７"),
    ("052-123-4567", "(052) 123 4567"),
    ("052-123-4567", "【052】123-4567"),
    ("052-123-4567", "〇五二―一二三―四五六七"),
    ("052-123-4567", "〇五二の一二三の四五六七"),
    ("052-123-4567", "0\u200b521234567"),
    ("052-123-4567", "123-4567"),
    ("052-123-4567", "１２３－４５６７"),
    ("052-123-4567", "一二三の四五六七"),
    ("052-123-4567", "+81 52-123-4567"),
    ("052-123-4567", "+81 (0)52-123-4567"),
    ("052-123-4567", "521234567"),
    ("052-123-4567", "052/123/4567"),
    ("052-123-4567", "052,123,4567"),
    ("052-123-4567", "052:123:4567"),
    ("052-123-4567", "052#123#4567"),
    ("052-123-4567", "052=123=4567"),
    ("052-123-4567", "０５２＝１２３＝４５６７"),
    ("052-123-4567", "052→123→4567"),
    ("052-123-4567", "052;123|4567"),
    ("052-123-4567", "123局4567"),
    ("052-123-4567", "052局の123局の4567"),
    ("03-1234-5678", "〇三―一二三四―五六七八"),
    ("03-1234-5678", "1234-5678"),
    ("090-6666-1234", "６６６６－１２３４"),
    ("０９０ー６６６６ー１２３４", "090-6666-1234"),
    ("〇九〇―六六六六―一二三四", "090-6666-1234"),
]


@pytest.mark.parametrize(("number", "text"), PHONES)
def test_a_number_is_recognised_in_every_writing(number: str, text: str) -> None:
    for people in (
        known(phone=number),
        known(mention=Mention("", phone=number)),
        known(mention=Mention("", contact=f"携帯は{number}まで")),
    ):
        around = f"折返し{text}へ"
        assert barred(people, around)
        assert blacked(people, around).replace("+", "").replace("【", "").replace("(", "") == "折返し●●●へ"


@pytest.mark.parametrize(
    "text",
    [
        "052-999-8888",
        "2026-11-28",
        "15:30",
        "12,345,670円",
        "1123-45678",
        "型番1234567X9",
        "三月二十一日",
        "4567",
    ],
)
def test_another_number_stays(text: str) -> None:
    people = known(phone="052-123-4567")
    assert blacked(people, text.replace("1234567X", "9234567X")) == text.replace("1234567X", "9234567X")
    assert not barred(people, text.replace("1234567X", "9234567X"))


MAILBOXES = [
    "sayori@b.example",
    "SAYORI@B.EXAMPLE",
    "ｓａｙｏｒｉ＠ｂ．ｅｘａｍｐｌｅ",
    "sayori＠b.example",
    "say\u200bori@b.example",
    "sayori @ b.example",
]


@pytest.mark.parametrize("text", MAILBOXES)
@pytest.mark.parametrize("registered", ["sayori@b.example", "ｓａｙｏｒｉ＠ｂ．ｅｘａｍｐｌｅ"])
def test_a_mailbox_is_recognised_in_every_writing(registered: str, text: str) -> None:
    for people in (known(email=registered), known(mention=Mention("", contact=f"メールは{registered}まで"))):
        around = f"写真は{text}へ"
        assert barred(people, around)
        assert blacked(people, around) == "写真は●●●へ"


LETTERS = st.text("恵美香リサりさー-ﾘｻ髙高 \u200bLi1一・（）(株)㈱", max_size=6)
AROUND = st.text("様がの、知リーさ（）1-０〇\n\u200b ", max_size=4)


@example(family="L", given_name="1", kana="", around=["", "", "1"])  # read on across the dots: a full name
@example(family="リ", given_name="さ", kana="", around=["", "", "さ"])
@example(family="", given_name="・", kana="", around=["", "", "1"])  # a number without digits
@given(LETTERS, LETTERS, LETTERS, st.lists(AROUND, min_size=3, max_size=3))
def test_whatever_is_registered_and_written_nothing_sure_is_left(
    family: str, given_name: str, kana: str, around: list[str]
) -> None:
    people = known(PersonName(family, given_name, "", kana), phone=given_name, email=kana)
    text = f"{around[0]}{family}{around[1]}{given_name}{around[2]}{kana}"
    cleaned = blacked(people, text)
    assert not barred(people, cleaned)
    assert blacked(people, cleaned) == cleaned


CODES = [
    ("4826", "鍵は4826", "鍵は●●●"),
    ("4826", "４８２６#", "●●●#"),
    ("4826", "48-26", "●●●"),
    ("4826", "四八二六", "●●●"),
    ("4826", "48/26、4,826円、14826", "48/26、4,826円、14826"),
    ("123", "123を押す", "●●●を押す"),
    ("123", "1-2-3、1 2 3、1234、2026-11-23", "1-2-3、1 2 3、1234、2026-11-23"),
    ("オートロック301", "3階 301号室、301の前", "3階 301号室、301の前"),
    ("オートロック301", "オートロックは301で呼出", "オートロックは●●●で呼出"),
    (
        "オートロック 301 呼出、暗証 200",
        "301号室の前に室外機。100Vを200Vに切替",
        "301号室の前に室外機。100Vを200Vに切替",
    ),
    ("オートロック 301 呼出、暗証 200", "呼出301、200を入力", "呼出●●●、●●●を入力"),
    ("暗証200", "専用回路 200V、200 V 20A", "専用回路 200V、200 V 20A"),
    ("暗証200", "暗証は200、200Vに切替", "暗証は●●●、200Vに切替"),
    ("キーボックス（水道メーター横）2015", "2015年設置", "2015年設置"),
    ("キーボックス（水道メーター横）2015", "2015 年製、R2015型", "2015 年製、R2015型"),
    ("キーボックス（水道メーター横）2015", "キーボックス2015", "キーボックス●●●"),
    ("キーボックス（水道メーター横）2015", "鍵は2015年中無休の店で受取", "鍵は●●●年中無休の店で受取"),
    ("暗証301", "暗証番号\n301", "暗証番号\n●●●"),
    ("暗証301", "エントランスは301", "エントランスは●●●"),
    ("物置2015", "物置2015、物置は2015円", "物置●●●、物置は2015円"),
    ("301号室呼出", "鍵は301、オートロック301号室", "鍵は301、オートロック301号室"),
    ("3000", "部品代3000円。裏口 3000#", "部品代3000円。裏口 ●●●#"),
    ("1234", "部品1234を2個、ブロック1234", "部品1234を2個、ブロック1234"),
    ("旧4321→新1234", "暗証1234、鍵4321", "暗証●●●、鍵●●●"),
    ("12-34", "鍵は12-34、1234#", "鍵は●●●、●●●#"),
    ("048261", "048261、キー 04-8261", "●●●、キー ●●●"),
]


@pytest.mark.parametrize(("code", "text", "cleaned"), CODES)
def test_a_code_of_few_digits_is_no_part_of_another_number(code: str, text: str, cleaned: str) -> None:
    clean = Blackout([Trace(codes=(code,))])
    assert clean(text) == cleaned
    assert clean(text, codes=False) == text
