"""A whole cell of a list told apart into a firm, a title, a person and in whose house they live."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.family_names import family_end, in_kana, is_family, settled
from hvacdesk.domain.text.input_checks import LINE_LIMIT
from hvacdesk.domain.text.named_people import TITLES, speaks_of_a_role
from hvacdesk.domain.text.text_forms import ADDRESSED, BRACKETS, TO_A_FIRM, letter_for_letter
from hvacdesk.domain.text.written_names import (
    SHORT_FORM,
    WrittenName,
    begins_as_company,
    divide_name,
    is_named_firm,
    is_organisation,
    without_honorific,
)
from hvacdesk.domain.text.written_places import IN_A_HOUSE

_SIGNS = rf"\s{BRACKETS}、,/;:|"
_WORD = re.compile(
    rf"c/o|℅|[^{_SIGNS}]+?(?:様|さま|氏|殿)方(?=[^{_SIGNS}])|(?:{SHORT_FORM}|(?!c/o|℅)[^{_SIGNS}])+",
    re.IGNORECASE,
)
_LONGEST_TITLE_FIRST = sorted((*TITLES, "担当"), key=len, reverse=True)
_TITLE = re.compile(f"[ご御]?(?:{'|'.join(_LONGEST_TITLE_FIRST)})+(?:{'|'.join(ADDRESSED)}|先生)?")
_MORE = re.compile(
    "|".join((*_LONGEST_TITLE_FIRST, "方", "宅", "邸", TO_A_FIRM, "付", r"内\s", "/", "／", "℅"))
)
"""What is in a cell that names more than a person or a firm. No sign is optional: that makes it fast."""
_CONTACT = re.compile(f"[ご御]?担当者?(?:{'|'.join(ADDRESSED)})?")
_HOUSE_AT_END = re.compile(f"(?:{IN_A_HOUSE})$")
_IN_CARE = re.compile("[cｃ][/／][oｏ]|℅", re.IGNORECASE)
_CARE_OF = "気付"
_REACHED_AT = re.compile(f"(?:{TO_A_FIRM}|{_CARE_OF}|内|{_IN_CARE.pattern})$", re.IGNORECASE)
_PART_OF_FIRM = re.compile(
    "(?:[場社園校棟階号局科班組会寮部]|本部|支部|センター|営業|窓口|商事|物産|産業|興業|住宅|塗装|販売|運輸|運送|印刷"
    "|電機|電器|電工|機械|技研|製作|化学|食品|薬品|空調|冷熱|管理|開発|企画|観光|交通|通信|建築|土木|農園|牧場)$"
    "|^(?:[東西]日本|日本|東海|関東|関西|中部|近畿|九州|四国|中国|北海道|東北|北陸|信越|東京|大阪|京都|愛知|静岡|岐阜"
    "|三重|神奈川|埼玉|群馬|栃木|茨城|新潟|富山|山梨|滋賀|兵庫|奈良|和歌山|鳥取|島根|広島|徳島|愛媛|高知|佐賀|長崎"
    "|熊本|大分|鹿児島|沖縄|青森|岩手|山形|中央|第[一二三四五])$"
)
"""What a part of a firm is called, its trade and its region: 東京, 住宅."""
_OF_REACHING = re.compile("携帯(?:電話)?|自宅|連絡先|直通|電話|内線|緊急|ケータイ|(?:tel|fax)", re.IGNORECASE)
_LIKE_A_NAME = re.compile("(?=.*[㐀-鿿々])[㐀-鿿々〆ヶノぁ-ん]+")
_LETTERS_OF_A_NAME = range(2, 8)
_BESIDE_A_FIRM = re.compile("[・･]")
_LONGEST_NAME = 2
"""Words of a name behind a firm's."""


class DividedName(NamedTuple):
    """A name's cell as it was understood.

    Attributes:
        name: whose it is: a firm and who speaks for it, or a person.
        title: what else is said of the person, to be kept elsewhere.
        house: in whose house somebody lives, which belongs to the address.
        doubted: whether somebody has to look which part became what.
    """

    name: WrittenName
    title: str = ""
    house: str = ""
    doubted: bool = False


def divide_cell(text: str, kana: str = "") -> DividedName:
    """A firm, a title, a person and 佐藤様方 in one cell, told apart.

    A firm's name is public: what does not belong to it for sure never becomes a part of it.
    """
    written = divide_name(text, kana)
    if len(text) > LINE_LIMIT:  # more than a line takes is no name, and is refused
        return DividedName(written)
    more = _MORE.search(text)
    if not more and not (written.organisation or is_organisation(written.person.family)):
        return DividedName(written)
    words = _words(text)
    if not more and len(words) == 1:
        return DividedName(written)
    honoured = without_honorific(text) != text.strip() and not text.strip().endswith(TO_A_FIRM)
    found = _at_a_house(words, kana) or _with_title(words, kana) or _at_a_firm(words, kana, honoured=honoured)
    if found and not (found.name.organisation or found.name.person.family):  # 担当者様 is nobody's name
        return DividedName(WrittenName(PersonName(without_honorific(text))), doubted=True)
    return found or DividedName(written)


def _words(text: str) -> list[str]:
    """The words of a cell as they are written, without the signs between them and the 様 at its end."""
    bare = without_honorific(text)
    found = (bare[one.start() : one.end()] for one in _WORD.finditer(letter_for_letter(bare)))
    return [part for word in found for part in _parted(word)]


def _parted(word: str) -> tuple[str, ...]:
    """㈱大和・佐藤花子 as a firm and a name; ㈱エヌ・ティ・ティ is one: kana there are the firm's."""
    for sign in _BESIDE_A_FIRM.finditer(word):
        firm, name = word[: sign.start()], word[sign.end() :]
        if name and not in_kana(name) and _is_firm(firm) and (_begins_name(name) or _may_be_a_name([name])):
            return firm, name
    return (word,)


def _at_a_house(words: Sequence[str], kana: str) -> DividedName | None:
    """佐藤様方 山田太郎; without another name that of the house is all that is known."""
    at = next((at for at, word in enumerate(words) if _HOUSE_AT_END.search(word)), -1)
    if at < 0:
        return None
    owner = _HOUSE_AT_END.sub("", words[at])
    if behind := words[at + 1 :]:
        return divide_cell(" ".join(behind), kana)._replace(house=" ".join(words[: at + 1]))
    if at and is_family(owner):
        return divide_cell(" ".join(words[:at]), kana)._replace(house=words[at])
    alone = divide_name(" ".join((*words[:at], owner)), kana)
    return DividedName(alone, house=" ".join(words), doubted=True)


def _with_title(words: Sequence[str], kana: str) -> DividedName | None:
    """What a title divides: 大和 代表取締役 佐藤太郎, 理事長 鈴木一郎, 鈴木社長."""
    for at, word in enumerate(words):
        for found in _TITLE.finditer(word):
            before, after = word[: found.start()], word[found.end() :]
            firm = bool(before) and _is_firm(before)
            if (after and not _begins_name(after)) or (before and after and not firm):
                continue
            behind = [*filter(None, [after]), *words[at + 1 :]]
            if before and not firm:
                return _with_words_before(words[:at], before, word, behind, kana)
            return _around_title([*words[:at], *filter(None, [before])], found[0], behind, kana)
    return None


def _with_words_before(
    words: Sequence[str], before: str, title: str, behind: Sequence[str], kana: str
) -> DividedName | None:
    """鈴木社長 has a name before the title, 営業担当 and 総務部長 have none."""
    if behind:
        found = _around_title(words, title, behind, kana)
        return found._replace(doubted=found.doubted or is_family(before))
    if _is_section(before):
        return _around_title(words, title, (), kana) if words else None
    if words and not _is_firm(" ".join(words)):
        return None
    return _made(words, [before], title.removeprefix(before), kana)


def _around_title(before: Sequence[str], title: str, behind: Sequence[str], kana: str) -> DividedName:
    """A firm before a title and a person behind it; or one of them alone, on either side."""
    if not behind:
        firm, name = _firm_and_name(before, any_name=True)
        return _made(firm, name, title, kana)
    if not before:
        found = divide_cell(" ".join(behind), kana)
        return found._replace(title=f"{_kept(title)} {found.title}".strip())
    if _is_firm(" ".join(before)):
        return _made(before, behind, title, kana)
    first = divide_cell(" ".join(before), kana)
    return first._replace(title=" ".join((title, *behind)), doubted=True)


def _at_a_firm(words: Sequence[str], kana: str, *, honoured: bool) -> DividedName | None:
    """大和 佐藤太郎様, and who is reached at a firm: 丸山 御中 山田様, 丸山気付 山田太郎."""
    for at, word in enumerate(words):
        if found := _REACHED_AT.search(word):
            before = [*words[:at], *filter(None, [word[: found.start()]])]
            if made := _reached(found[0], before, words[at:], kana):
                return made
    end = len(words)
    while end and _OF_REACHING.fullmatch(letter_for_letter(words[end - 1])):
        end -= 1
    firm, name = _firm_and_name(words[:end], any_name=honoured)
    if not (firm and name):
        return None
    made = _made(firm, name, " ".join(words[end:]), kana)
    sure = honoured and name[-1] is words[-1] and _begins_name("".join(name))
    return made if sure else made._replace(doubted=True)


def _reached(sign: str, before: Sequence[str], rest: Sequence[str], kana: str) -> DividedName | None:
    """Who is reached at a firm or at somebody else's; ``rest`` begins with the word of the sign."""
    behind = rest[1:]
    if not behind:
        return None
    if not before:
        return divide_cell(" ".join(behind), kana)._replace(doubted=True) if _IN_CARE.match(sign) else None
    if sign == TO_A_FIRM:
        return _made(before, behind, "", kana)
    if _is_firm(" ".join(before)):
        return _made(before, behind, "", kana)._replace(doubted=True)
    if _IN_CARE.match(sign):
        return divide_cell(" ".join(before), kana)._replace(house=" ".join(rest))
    if sign == _CARE_OF:
        return divide_cell(" ".join(behind), kana)._replace(house=" ".join((*before[:-1], rest[0])))
    return None


def _firm_and_name(words: Sequence[str], *, any_name: bool) -> tuple[Sequence[str], Sequence[str]]:
    """A firm, and the name behind it or before it; one of them may be missing.

    Args:
        any_name: whether a word that is no common family name may be one, too.
    """
    ends = range(1, len(words) + 1)
    end = next((end for end in ends if _is_firm(" ".join(words[:end]))), 0)
    if not end:
        return (), words
    begin = next((at for at in range(1, end) if begins_as_company(words[at])), 0)
    if (
        0 < begin <= _LONGEST_NAME
        and _is_firm(" ".join(words[begin:]))
        and (_begins_name("".join(words[:begin])) or _may_be_a_name(words[:begin]))
    ):
        return words[begin:], words[:begin]
    whole = _is_firm(" ".join(words))
    while end < len(words) and (_is_section(words[end]) or is_organisation(words[end])):
        end += 1
    name = words[end:]
    rare = _may_be_a_name(name) and not words[end - 1].endswith("寺")  # 龍造寺 隆信
    if 0 < len(name) <= _LONGEST_NAME and ((any_name and whole) or _begins_name("".join(name)) or rare):
        return words[:end], name
    return (words, ()) if whole or not name else ((), words)


def _made(firm: Sequence[str], name: Sequence[str], title: str, kana: str) -> DividedName:
    """A firm and who speaks for it, or one of them.

    Kana of both cannot be divided: where they may hold a given name, they are hidden with it.
    """
    title, organisation = _kept(title), " ".join(firm)
    if not name:
        return DividedName(WrittenName(PersonName(), organisation, kana), title)
    found = divide_cell(" ".join(name), "" if firm else kana)
    found = found._replace(title=f"{title} {found.title}".strip())
    if not firm:
        return found
    if found.name.organisation:
        whole = f"{found.title} {' '.join(name)}".strip()
        return DividedName(WrittenName(PersonName(), organisation, kana), whole, found.house, doubted=True)
    person = found.name.person
    if without_honorific(person.family) != person.family:  # two are named
        found = found._replace(doubted=True)
    if kana and (person.given or _hold_a_given_name(person, kana)):
        person, kana = replace(person, given_kana=kana), ""
    return found._replace(name=WrittenName(person, organisation, kana, found.name.guessed))


def _hold_a_given_name(person: PersonName, kana: str) -> bool:
    """Whether the kana of a firm and a family name go on behind the latter: ヤマト サトウ ハナコ."""
    words = kana.split()
    tails = (" ".join(words[at:]) for at in range(1, len(words)))
    return any(settled(PersonName(person.family, family_kana=tail)).given_kana for tail in tails)


def _kept(title: str) -> str:
    """A title as it is kept; ご担当者様 says nothing of anybody."""
    return "" if _CONTACT.fullmatch(title) else title


def _is_firm(text: str) -> bool:
    """Whether a text is for sure a firm's name, and not its legal form or its trade alone."""
    return is_organisation(without_honorific(text)) and is_named_firm(text)


def _is_section(word: str) -> bool:
    """Whether a word is a part of a firm, or what is done there: 総務部, 東京支店, 営業."""
    return not is_family(word) and (speaks_of_a_role(word) or bool(_PART_OF_FIRM.search(word)))


def _begins_name(text: str) -> bool:
    """Whether a text begins with a common family name, and goes on like no part of a firm."""
    return is_family(text) or (family_end(text) > 0 and not _is_section(text) and not _is_firm(text))


def _may_be_a_name(words: Sequence[str]) -> bool:
    """Whether the words may be somebody's rare name, and are no part of a firm: 蓬莱 花子, さとう花子."""
    text = "".join(words)
    if len(text) not in _LETTERS_OF_A_NAME or is_organisation(text):
        return False
    return _LIKE_A_NAME.fullmatch(text) is not None and not any(map(_is_section, (*words, text)))
