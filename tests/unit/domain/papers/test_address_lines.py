"""What is no address is blacked out of an address, and every number of an address stays."""

from __future__ import annotations

from dataclasses import fields

import pytest

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.papers.address_lines import without_others


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("3丁目41-7 TEL090-1234-5678", "3丁目41-7 TEL●●●"),
        ("3丁目41-7　ＴＥＬ：０９０－１２３４－５６７８", "3丁目41-7　ＴＥＬ：●●●"),
        ("41-7 052-123-4567 502", "41-7 ●●● 502"),
        ("41-7(0521234567)", "41-7(●●●)"),
        ("41-7 〇九〇-一二三四-五六七八", "41-7 ●●●"),
        ("41-7 電話 123-4567", "41-7 電話 ●●●"),
        ("41-7 +82-2-1234-5678", "41-7 ●●●"),
        ("41-7 +81 90-1234-5678", "41-7 ●●●"),
        ("41-7 misao@b.example", "41-7 ●●●"),
        ("41-7 ｍｉｓａｏ＠ｂ．ｅｘａｍｐｌｅ", "41-7 ●●●"),
        ("41-7 キーボックス4826", "41-7 キーボックス●●●"),
        ("41-7 キーボックス４８２６ 502号室", "41-7 キーボックス●●● 502号室"),
        ("41-7 暗証番号は 123", "41-7 暗証番号は ●●●"),
        ("41-7 キーボックスは玄関横4826", "41-7 キーボックスは玄関横●●●"),
        ("41-7 暗証四八二六", "41-7 暗証●●●"),
        ("3丁目41-7 佐藤花子様方", "3丁目41-7 佐藤●●●様方"),
        ("3丁目41番7号柳川美沙緒様方", "3丁目41番7号●●●様方"),
        ("3丁目41-7 柳川 美沙緒 様", "3丁目41-7 柳川 ●●● 様"),
        ("41-7 佐藤花子さん方", "41-7 佐藤●●●さん方"),
        ("41-7 柳川様方", "41-7 柳川様方"),
        ("メゾン栄502 ｷｰﾎﾞｯｸｽ1234", "メゾン栄502 ｷｰﾎﾞｯｸｽ●●●"),
        ("41-7 ｷｰｺｰﾄﾞ1234", "41-7 ｷｰｺｰﾄﾞ●●●"),
        ("41-7 キーボックス4826番", "41-7 キーボックス●●●番"),
        ("41-7 暗証番号1234番です", "41-7 暗証番号●●●番です"),
        ("41-7 TEL052ｰ123ｰ4567", "41-7 TEL●●●"),
        ("41-7 携帯052・123・4567", "41-7 携帯●●●"),
        ("41-7 052/123/4567", "41-7 ●●●"),
        ("41-7 Password 1234", "41-7 Password ●●●"),
    ],
)
@pytest.mark.parametrize("part", ["city", "town", "street", "building"])
def test_a_phone_a_mailbox_a_code_and_a_given_name_are_blacked_out(part: str, typed: str, left: str) -> None:
    place = Address(**{part: typed})
    assert getattr(without_others(place, names=True), part) == left


@pytest.mark.parametrize(
    "typed",
    [
        *("3丁目41-7", "4番70号", "12番地の3", "３－４１－７", "三丁目四十一番七号", "字東山1234-5678"),
        *("1番地1-101", "鍵屋町123", "4826", "41-7-1203", "10-20-30-405", "大字上野100番地の20"),
        *("300-12-34567", "ロックハイツ301", "オートロック付コーポ502号室", "サンハイツ#201", "様似町"),
        *("殿町3-4", "ダイヤルビル 1203号室", "キーストーン2015", "メゾン枚方201", "さんさん通り2-3"),
        *("HOTEL 1203", "Castel 502", "フォレストHotel 502号室", "アコード栄 1203", "コンコード千種 1005"),
        *("PINEビル1203", "鍵屋町3-41-7", "03-41-7-1203", "お客様番号000123"),
        *("", "第2田中ビル 10F", "1-2-3 ㈱栄ビル管理"),
    ],
)  # fmt: skip
def test_the_numbers_of_an_address_stay(typed: str) -> None:
    for part in (one.name for one in fields(Address)):
        place = Address(**{part: typed})
        assert without_others(place, names=True) == place


def test_the_customers_own_copy_names_them_whole() -> None:
    place = Address(street="41-7 柳川美沙緒様方 090-1234-5678")
    assert without_others(place, names=False).street == "41-7 柳川美沙緒様方 ●●●"
