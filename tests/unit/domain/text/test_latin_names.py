"""Names that are registered in kanji or kana are found in Latin letters; models and English words stay."""

from __future__ import annotations

import re

import pytest

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.traces import Blackout, Trace, Written

MISAO = PersonName("柳川", "美沙緒", "ヤナガワ", "ミサオ")
YUTARO = PersonName("大谷", "裕太郎", "オオタニ", "ユウタロウ")
JUNICHI = PersonName("服部", "淳一", "ハットリ", "ジュンイチ")
SHOKO = PersonName("土屋", "祥子", "ツチヤ", "ショウコ")
RISA = PersonName("藤田", "りさ", "フジタ", "")
KEN = PersonName("本田", "健", "ホンダ", "ケン")
AIKO = PersonName("佐藤", "愛子", "サトウ", "アイコ")
ABE = PersonName("阿部", "太郎", "アベ", "タロウ")
VICTOR = PersonName("加藤", "ヴィクトル", "カトウ", "ヴィクトル")
AI = PersonName("園", "愛", "ソノ", "アイ")

FULL = [
    (MISAO, "Yanagawa <Misao>様に連絡"),
    (MISAO, "<MISAO> YANAGAWAに連絡"),
    (MISAO, "<misao> yanagawa"),
    (MISAO, "ＹＡＮＡＧＡＷＡ　<ＭＩＳＡＯ>"),
    (MISAO, "YANAGAWA, <Misao>"),
    (MISAO, "yanagawa_<misao>"),
    (MISAO, "Yanagawa\n<Misao>"),
    (MISAO, "Yanagawa (<Misao>)"),
    (MISAO, "Yana\u200bgawa <Mi\u200bsao>"),
    (MISAO, "窓口<YanagawaMisao>様"),
    (MISAO, "<misaoyanagawa>さん"),
    (MISAO, "柳川<Misao>に連絡"),
    (MISAO, "柳川　<MISAO>"),
    (MISAO, "柳川様（<Misao>）"),
    (MISAO, "<Misao> 柳川"),
    (MISAO, "ヤナガワ <Misao>"),
    (YUTARO, "Ohtani <Yutaro>"),
    (YUTARO, "<Yuutarou> Ootani"),
    (YUTARO, "Ōtani <Yūtarō>"),
    (YUTARO, "OTANI <YUHTAROH>"),
    (YUTARO, "O-tani <Yu-taro>"),
    (JUNICHI, "Hattori <Jun'ichi>"),
    (JUNICHI, "<Junichi> Hattori"),
    (JUNICHI, "Hattori <Jun-ichi>"),
    (JUNICHI, "Hatutori <Zyuniti>"),
    (SHOKO, "Tsuchiya <Shoko>"),
    (SHOKO, "<Syouko> Tutiya"),
    (RISA, "Fujita <Risa>"),
    (RISA, "<Lisa> Hujita"),
    (AIKO, "Satoh <Aiko>"),
    (AIKO, "Satoh, <Aiko>"),
    (AIKO, "<SatohAiko>"),
    (AIKO, "<Aiko> Satoh"),
    (AIKO, "Sato <Aiko>"),
    (ABE, "<Taroh> Abe"),
    (VICTOR, "Kato <Vikutoru>"),
    (VICTOR, "<Viktor> Kato"),
    (PersonName("スミス", "ティナ"), "<Tina> Sumisu"),
    (PersonName("スミス", "ティナ"), "<Tina> Smis"),
    (PersonName("スミス", "ジョン"), "<Jon> Sumisu"),
    (PersonName("土井", "剛", "ﾄﾞｲ", "ｺﾞｳ"), "<Goh> Doi"),
]


def blacked(name: PersonName, text: str) -> str:
    return Blackout([Trace(names=(name,))])(text)


@pytest.mark.parametrize(("name", "marked"), FULL)
def test_a_full_name_in_latin_letters_is_found(name: PersonName, marked: str) -> None:
    text = marked.replace("<", "").replace(">", "")
    assert blacked(name, text) == re.sub("<.*>", "●●●", marked)
    assert Written(text).holds(Trace(names=(name,)))
    assert not Written(blacked(name, text)).holds(Trace(names=(name,)))
    off_paper = Blackout([Trace(names=(name,))], on_paper=False)
    assert off_paper(text) == re.sub("<.*>", "●●●", marked)


ALONE = [
    (MISAO, "<Misao>様に連絡"),
    (MISAO, "<misao>さん"),
    (MISAO, "<ＭＩＳＡＯ>さま"),
    (MISAO, "<misao> san"),
    (MISAO, "<Misao>-san is at home"),
    (MISAO, "<MISAO> SAMA"),
    (MISAO, "<misaosan>に確認"),
    (MISAO, "<Misao>　様"),
    (MISAO, "Ms. <Misao> is in"),
    (MISAO, "Mrs <Misao>"),
    (MISAO, "<Misao>在宅"),
    (MISAO, "<Misao>が在宅"),
    (MISAO, "<Misao>宅の裏"),
    (MISAO, "妻 <Misao>へ"),
    (MISAO, "長女<Misao>"),
    (MISAO, "<Misao>店長"),
    (JUNICHI, "<Jun-ichi>様"),
    (YUTARO, "<Yu-taro> san"),
    (YUTARO, "<Yūtarō>くん"),
    (RISA, "<Risa>ちゃん"),
    (KEN, "<Ken>さん"),
    (AI, "<Ai>様"),
    (PersonName("グエン", "ヴァン アン", "グエン", "ヴァンアン"), "<An>さん"),
]


@pytest.mark.parametrize(("name", "marked"), ALONE)
def test_a_given_name_alone_counts_where_it_is_said_of_somebody(name: PersonName, marked: str) -> None:
    text = marked.replace("<", "").replace(">", "")
    assert blacked(name, text) == re.sub("<.*>", "●●●", marked)
    assert not Written(text).holds(Trace(names=(name,)))
    assert Blackout([Trace(names=(name,))], on_paper=False)(text) == text


STAY = [
    (MISAO, "MISAO-100、MISAO 100、MISAOのリモコン、型番 MISAO"),
    (MISAO, "MISAO100様式、misao2様、3misao様"),
    (MISAO, "Misaoka様、Amisao様、Masao様、Yanagawa様"),
    (MISAO, "Yanagawa、Masao Yanagawa、Yanagawa 100 Misao"),
    (MISAO, "MISAO様式、MISAO氏名欄"),
    (KEN, "Kenwood様、kennel、Honda Kenwood、Ken-100、KEN MIX"),
    (AI, "AI対応、AI自動運転、AI様式、AI搭載機、そのAI、AI携帯アプリ"),
    (AI, "園様 AI対応を希望、園様。AI、園。AI、園様宅AI"),
    (PersonName("森", "蘭", "モリ", "ラン"), "LANケーブル、無線LAN、LAN対応、Wi-Fi、RAS-X40、A様、LANご利用"),
    (RISA, "RISAIKURU、リサイクル、Lisa、FUJITSU Risa"),
    (PersonName("岡", "由", "オカ", "ユ"), "U様、u san、YU-100、OKU"),
    (PersonName("岡", "緒", "オカ", "オ"), "O様、岡 O リング"),
    (PersonName("柳川", "美沙緒"), "Misao様、Yanagawa Misao"),
]


@pytest.mark.parametrize(("name", "text"), STAY)
def test_models_other_words_and_unread_names_stay(name: PersonName, text: str) -> None:
    assert blacked(name, text) == text
    assert not Written(text).holds(Trace(names=(name,)))
