"""Dividing names and addresses that were written into one cell, as office lists have them.

A mask shows the family name and hides the given name, so a name that cannot be divided for sure is marked as
guessed, and a person has to look at it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hvacdesk.domain.customers import Address, PersonName
from hvacdesk.domain.text_forms import fold

_ORGANISATION = re.compile(
    "株式会社|有限会社|合同会社|合資会社|合名会社|一般社団|公益社団|一般財団|公益財団"
    "|医療法人|学校法人|社会福祉法人"
    "|宗教法人|協同組合|管理組合|自治会|町内会|㈱|㈲|㈳|[(（][株有同医社財学宗][)）]"
    "|(?:病院|医院|クリニック|歯科|薬局|保育園|幼稚園|学校|寺|神社|教会|商店|商会|工業|工務店|建設|不動産"
    "|ビル|マンション|店|センター|事務所|組合|役所|役場)$"
)
_HONORIFIC = re.compile(r"[\s　]*(?:様|さま|殿|御中|さん)$")
_LONG_FAMILIES = frozenset(
    {
        "佐々木",
        "長谷川",
        "五十嵐",
        "久保田",
        "大久保",
        "小笠原",
        "宇都宮",
        "日比野",
        "小野寺",
        "佐久間",
        "長谷部",
        "小山田",
        "大河原",
        "小早川",
        "伊集院",
        "波多野",
        "仲宗根",
        "喜屋武",
        "我那覇",
        "東海林",
        "宇佐美",
        "加賀美",
        "小田切",
        "小野田",
        "大和田",
        "三田村",
        "御手洗",
        "大竹田",
        "久保山",
        "小山内",
        "長谷山",
        "金城谷",
        "勅使河",
        "竹之内",
        "山之内",
        "木之下",
        "井之上",
    }
)
_SHORT_FAMILIES = frozenset(
    "林森原東南関辻堀岡星谷菅島堤柳泉岸西北乾畑境轟畠椿榊橘錦郡金李朴王張陳劉楊趙黄呉周"
)

_PREFECTURE = re.compile("北海道|東京都|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島|.{2})県")
_CITY = re.compile(
    "(?:余市|高市|[^0-9０-９]{1,6}?)郡(?:玉村|大町|.{1,5}?)[町村]"
    "|(?:四日市|廿日市|野々市|市川|市原|八日市場|十日町|町田|大町|村上|村山|武蔵村山|東村山|羽村|大村|田村|中村)市"
    "|.{1,6}?市.{1,4}?区(?=.)|.{1,6}?市|.{1,4}?[区町村]"
)
_BLOCK = re.compile("[0-9０-９]|[一二三四五六七八九十百]+(?:丁目|番|号|条)")
_AFTER_NUMBER = "(?<=[0-9０-９号地])"
_BUILDING = re.compile(
    _AFTER_NUMBER + r"[\s　]+(?=\S)|" + _AFTER_NUMBER + r"(?=[^\s0-9０-９丁番号地のノ之条ー－‐−―\-])"
)


@dataclass(frozen=True)
class WrittenName:
    """A name as it was understood.

    Attributes:
        guessed: the family name's end was guessed by its usual length.
    """

    person: PersonName
    organisation: str = ""
    organisation_kana: str = ""
    guessed: bool = False


def divide_name(text: str, kana: str = "") -> WrittenName:
    """A whole name in one cell as person or organisation; 様 and 御中 are dropped."""
    name = _HONORIFIC.sub("", text.strip()).strip()
    reading = _HONORIFIC.sub("", kana.strip()).strip()
    if _ORGANISATION.search(name):
        return WrittenName(PersonName(), name, reading)
    family_kana, given_kana = _halves(reading)
    family, given = _halves(name)
    if given or len(name) < 2 or name in _LONG_FAMILIES or not _is_kanji(name):
        return WrittenName(PersonName(family, given, family_kana, given_kana))
    end = _family_length(name)
    return WrittenName(PersonName(name[:end], name[end:], family_kana, given_kana), guessed=True)


def _halves(text: str) -> tuple[str, str]:
    words = text.split(maxsplit=1)
    return (words[0], words[1]) if len(words) == 2 else (text, "")


def _is_kanji(text: str) -> bool:
    return all("\u3400" <= letter <= "\u9fff" or letter in "々〆ヶ" or letter >= "\uf900" for letter in text)


def _family_length(name: str) -> int:
    if name[:3] in _LONG_FAMILIES:
        return 3
    if name[0] in _SHORT_FAMILIES and len(name) <= 3:
        return 1
    return 1 if len(name) == 2 else 2


def divide_address(text: str, postal_code: str = "", towns: Sequence[Address] = ()) -> Address:
    """An address in one cell by component, so that masks can cut it.

    Args:
        towns: the towns of the postal code, which decide where they fit.
    """
    written = text.strip()
    for town in sorted(towns, key=lambda place: -len(place.town)):
        rest = _after(written, town)
        if rest is not None:
            street, building = _street_and_building(rest)
            return Address(postal_code, town.prefecture, town.city, town.town, street, building)
    prefecture = _taken(_PREFECTURE, written)
    rest = written[len(prefecture) :].lstrip()
    if not prefecture and towns:
        prefecture = towns[0].prefecture
    city = _taken(_CITY, rest)
    rest = rest[len(city) :].lstrip()
    block = _BLOCK.search(rest)
    end = block.start() if block else len(rest)
    street, building = _street_and_building(rest[end:])
    return Address(postal_code, prefecture, city, rest[:end].strip(), street, building)


def _after(written: str, town: Address) -> str | None:
    """What follows the town in the written address, whether or not it begins with the prefecture."""
    for prefix in (f"{town.prefecture}{town.city}{town.town}", f"{town.city}{town.town}"):
        wanted = fold(prefix)
        for end in range(len(prefix), min(len(written), len(prefix) + 4) + 1):
            if wanted and fold(written[:end]) == wanted:
                return written[end:]
    return None


def _street_and_building(rest: str) -> tuple[str, str]:
    cut = _BUILDING.search(rest.strip())
    if cut is None:
        return rest.strip(), ""
    return rest.strip()[: cut.start()], rest.strip()[cut.end() :]


def _taken(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return match[0] if match else ""
