"""What is typed into a city or town beside its name is on no list or copy that ends at the town."""

from __future__ import annotations

import pytest

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customer_rules import clean_address
from hvacdesk.domain.customers.customers import Address

CITY = "名古屋市千種区"


@pytest.mark.parametrize(
    ("town", "shown"),
    [
        ("唐山町3-41-7", "唐山町"),
        ("唐山町３－４１－７", "唐山町"),
        ("唐山町３丁目４１番７号", "唐山町"),
        ("唐山町三丁目四十一番七号", "唐山町"),
        ("唐山町三ノ四十一ノ七", "唐山町"),
        ("唐山町四十一番地", "唐山町"),
        ("唐山町四十一番地の三", "唐山町"),
        ("唐山町三―四十一―七", "唐山町"),
        ("唐山町三四一七", "唐山町"),
        ("唐山町四番", "唐山町"),
        ("唐山町三ノ四十一", "唐山町"),
        ("唐山町三四一メゾン", "唐山町"),
        ("唐山町メゾン502", "唐山町"),
        ("三十五番地", ""),
        ("唐山町 柳川美沙緒様方", "唐山町"),
        ("唐山町　柳川 美沙緒", "唐山町"),
        ("唐山町柳川美沙緒様方", "唐山町"),
        ("唐山町柳川美沙緒さま", "唐山町"),
        ("栄柳川美沙緒様宅", ""),
        ("唐山町（柳川美沙緒）", "唐山町"),
        ("唐山町TEL090-1234-5678", "唐山町"),
        ("唐山町電話〇九〇", "唐山町"),
        ("唐山町 misao@b.example", "唐山町"),
        ("唐山町キーボックス4826", "唐山町"),
        ("北1条西2丁目3-4", "北1条西"),
        ("一番町三番地", "一番町"),
    ],
)
def test_more_than_a_towns_name_is_behind_every_mask(town: str, shown: str) -> None:
    for place in (Address("", "愛知県", CITY, town), Address("", "愛知県", CITY, town, "サンハイツ")):
        assert masking.town(place) == masking.Masked(f"{CITY}{shown}", hidden=True)
        assert masking.address(place).text == f"愛知県{CITY}{shown} ●●●"
    as_city = Address("", "愛知県", f"{CITY}{town}", "", "", "メゾン")
    assert masking.town(as_city).text == f"{CITY}{shown}"
    assert masking.town(Address("", f"愛知県{CITY}{town}", "", "栄")).text == "栄"
    assert masking.address(Address("", f"愛知県{CITY}{town}", "", "栄")).text == f"愛知県{CITY}{shown} ●●●"


@pytest.mark.parametrize(
    ("city", "town"),
    [
        ("札幌市中央区", "北1条西2丁目"),
        ("札幌市中央区", "北一条西"),
        ("札幌市西区", "二十四軒"),
        ("札幌市西区", "24軒一条"),
        ("帯広市", "西十二条南"),
        ("高山市", "上三之町"),
        ("高山市", "三ノ町"),
        ("八戸市", "十三日町"),
        ("千代田区", "一番町"),
        ("千代田区", "1番町"),
        ("千代田区", "九段南"),
        ("仙台市青葉区", "一番町"),
        ("松山市", "三番町"),
        ("港区", "六本木"),
        ("新宿区", "百人町"),
        ("江戸川区", "一之江"),
        ("北区", "十条仲原"),
        ("京都市下京区", "四条"),
        ("京都市中京区", "三条通烏丸西入ル 御倉町"),
        ("京都市下京区", "一条殿町"),
        ("三条市", "二ノ町"),
        ("八王子市", "八日町"),
        ("四日市市", "四郷"),
        ("十日町市", "三和町"),
        ("三次市", "十日市町"),
        ("五條市", "二見"),
        ("一宮市", "千秋町"),
        ("美唄市", "東一線南"),
        ("様似郡様似町", "大通"),
        ("さくら市", "氏家"),
        ("御殿場市", "二の岡"),
        ("名古屋市中区", "栄三丁目"),
        ("名古屋市中区", "栄3丁目"),
        ("吹田市", "千里ニュータウン"),
        ("豊田市", "大字上野 字原"),
        ("枚方市", "北方"),
        ("", ""),
    ],
)
def test_a_number_that_is_a_towns_own_name_is_shown_and_stored_as_it_is(city: str, town: str) -> None:
    place = Address("", "", city, town)
    assert masking.town(place) == masking.Masked(f"{city}{town}")
    assert masking.address(place) == masking.Masked(f"{city}{town}")
    kept = clean_address(Address("", "", city, town, "9-8-7"))
    assert (kept.city, kept.town, kept.street) == (city, town, "9-8-7")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (Address("", "", CITY, "唐山町三ノ四十一ノ七"), (CITY, "唐山町", "三ノ四十一ノ七")),
        (Address("", "", CITY, "唐山町三丁目四十一番七号"), (CITY, "唐山町", "三丁目四十一番七号")),
        (Address("", "", CITY, "唐山町四十一番地"), (CITY, "唐山町", "四十一番地")),
        (Address("", "", CITY, "唐山町 ３－４１"), (CITY, "唐山町", "３－４１")),
        (Address("", "", CITY, "唐山町3-41", "サンハイツ"), (CITY, "唐山町", "3-41サンハイツ")),
        (Address("", "", f"{CITY}唐山町3-41"), (f"{CITY}唐山町", "", "3-41")),
        (Address("", "", f"{CITY}3-41", "唐山町"), (f"{CITY}3-41", "唐山町", "")),
        (Address("", "", CITY, "唐山町3", "41-7"), (CITY, "唐山町3", "41-7")),
        (Address("", "", CITY, "五之三"), (CITY, "五之三", "")),
        (Address("", "", CITY, "北1条西2丁目"), (CITY, "北1条西", "2丁目")),
        (Address("", "", CITY, "北1条西2丁目", "3-4"), (CITY, "北1条西2丁目", "3-4")),
    ],
)
def test_a_house_number_is_stored_in_the_street(typed: Address, stored: tuple[str, str, str]) -> None:
    cleaned = clean_address(typed)
    assert (cleaned.city, cleaned.town, cleaned.street) == stored
    assert clean_address(cleaned) == cleaned
    assert cleaned.full().replace(" ", "") == typed.full().replace(" ", "")
