"""Whom a field names that takes a name in any words: 別所 佐代里（長女）, 店長　佐藤花子, ㈱栄ビル 森 学 様.

Words beside a name (relatives, roles, honorifics, firms) are set aside. What is left is a name with both its
parts, or a family name alone, which every mask shows. A whole cell of a list is told apart into a firm, a
title and a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.family_names import family_end, in_kana, is_family
from hvacdesk.domain.text.input_checks import LINE_LIMIT
from hvacdesk.domain.text.text_forms import letter_for_letter, without_unseen
from hvacdesk.domain.text.written_names import (
    SHORT_FORM,
    WrittenName,
    begins_as_company,
    divide_name,
    is_named_firm,
    is_organisation,
    names_a_company,
    without_honorific,
)
from hvacdesk.domain.text.written_places import IN_A_HOUSE

HONORIFICS = ("様", "さま", "殿", "氏", "君", "くん", "さん", "ちゃん", "先生")

CHILDREN = (
    "長女", "長男", "次女", "次男", "二女", "二男", "三女", "三男", "末娘", "娘さん", "息子さん", "息子",
    "お嬢さん", "お嬢様", "お孫さん", "お子さん", "お子様",
)  # fmt: skip
"""Relatives who are called by the given name alone: the family name is the customer's."""
TITLES = (
    "店長", "店主", "社長", "副社長", "専務", "常務", "取締役", "代表者", "代表", "会長", "理事長", "理事",
    "部長", "次長", "課長", "係長", "主任", "主査", "室長", "所長", "院長", "園長", "校長", "館長", "工場長",
    "支店長", "支社長", "支配人", "責任者", "担当者", "施設長", "住職", "オーナー", "町内会長",
    "管理人", "管理者", "管理員", "現場監督", "監督",
)  # fmt: skip
"""What somebody is in a firm, an institution or a house; no family name is written like one of them."""
PERSONS = (
    *CHILDREN,
    *TITLES,
    "奥様", "奥さん", "奥さま", "ご主人", "御主人", "主人", "旦那様", "旦那さん", "旦那", "家内", "女房",
    "ご本人", "本人", "ご家族", "家族", "ご両親", "両親", "お父様", "お父さん", "お母様", "お母さん",
    "お姉様", "お姉さん", "お兄様", "お兄さん", "義母", "義父", "義姉", "義兄", "義妹", "義弟", "叔母",
    "伯母", "叔父", "伯父", "祖父",
    "祖母", "従兄", "従弟", "従姉", "従妹", "ご親族", "親族", "親戚", "ご友人", "配偶者", "代理人",
    "後見人", "保証人",
    "世帯主", "大家", "家主", "貸主", "借主", "入居者", "居住者", "同居人", "住人", "お客様", "お客さん",
    "店員", "社員", "事務員", "施主", "職員", "警備員", "守衛", "先生", "立会人", "弁護士", "税理士",
    "司法書士", "行政書士", "社労士", "建築士", "ケアマネージャー", "ケアマネジャー", "ケアマネ",
    "ヘルパー", "電気屋", "大工", "夫人", "女将", "若女将", "大将", "親方", "番頭",
    "バイト", "民生委員", "隣人", "娘婿", "お婿さん", "友達", "同僚", "上司",
)  # fmt: skip
"""Words that say who somebody is, and name nobody."""
ROLES = (
    *PERSONS,
    "代理", "管理会社", "担当", "事務", "受付", "総務", "経理", "元請", "立会", "立ち会い", "連絡先", "携帯",
    "自宅", "営業", "不動産屋", "お隣", "ご近所", "近所", "保険会社", "非通知", "不明", "匿名", "男性",
    "女性", "お客",
)  # fmt: skip
"""The same, and words for where or how somebody is reached or what is done."""
KIN = ("妻", "夫", "母", "父", "娘", "孫", "兄", "弟", "姉", "妹", "嫁", "婿", "姪", "甥", "姑", "舅")
"""Relatives in one kanji, as words of their own: within a name they are parts of it (和夫)."""
_CHILD = ("娘", "息子", "孫")

_PIECES = re.compile(r"[()\[\]{}「」『』【】〈〉《》〔〕、，,／/;；:：|｜\n+＋&＆]|[-0-9]{6,}")
"""What divides a name from what is written beside it."""
_OF_GIVEN = re.compile(r"[()\[\]{}「」『』【】〈〉《》〔〕、，,／/;；:：|｜&＆+＋・]")
_LONGEST_FIRST = sorted(ROLES, key=len, reverse=True)
_ROLE_BEFORE = re.compile(f"^(?:{'|'.join(_LONGEST_FIRST)})(?:の)?|^(?:{'|'.join(KIN)})[の・]")
_ROLE_BEHIND = re.compile(f"(?:の)?(?:{'|'.join(_LONGEST_FIRST)}|{'|'.join(HONORIFICS)})$")
_ROLE_BESIDE = re.compile(f"(?:{'|'.join(_LONGEST_FIRST)}|様|さま|さん|ちゃん|殿)+$")
_ROLE_OF = re.compile(f"({'|'.join((*_LONGEST_FIRST, *HONORIFICS))})の")
_OF_A_ROLE = re.compile(
    f"{'|'.join(_LONGEST_FIRST)}|[員係室者課部宅側店院館所家主付当屋客方]$|マン$"
    "|会社|業者|工事|保険|介護|施設|電気|水道|設備|総務|委員|現場|名乗|先日|の"
)
"""What is in no whole name that could not be divided for sure: 設備担当者, 総務部, 先日の客."""

_SHORTEST_FAMILY = 2
"""A family name guessed by one letter (ご主人) is a guess too many."""
_SHORTEST_WHOLE, _SHORTEST_DIVIDED_KANA, _SHORTEST_WHOLE_KANA = 3, 5, 6
"""A name in fewer letters, without a space, is a family name as often as both."""
_LONGEST_GIVEN = 4

_SIGNS = r"\s()\[\]{}「」『』【】〈〉《》〔〕、,/;:|"
_WORD = re.compile(
    rf"c/o|℅|[^{_SIGNS}]+?(?:様|さま|氏|殿)方(?=[^{_SIGNS}])|(?:{SHORT_FORM}|(?!c/o|℅)[^{_SIGNS}])+",
    re.IGNORECASE,
)
_LONGEST_TITLE_FIRST = sorted((*TITLES, "担当"), key=len, reverse=True)
_TITLE = re.compile(f"[ご御]?(?:{'|'.join(_LONGEST_TITLE_FIRST)})+(?:様|さま|殿|さん|先生)?")
_MORE = re.compile("|".join((*_LONGEST_TITLE_FIRST, "方", "宅", "邸", "御中", "付", r"内\s", "/", "／", "℅")))
"""What is in a cell that names more than a person or a firm. No sign is optional: that makes it fast."""
_CONTACT = re.compile("[ご御]?担当者?(?:様|さま|殿|さん)?")
_HOUSES = re.compile(IN_A_HOUSE)
_HOUSE_AT_END = re.compile(f"(?:{IN_A_HOUSE})$")
_TO_A_FIRM = "御中"
_IN_CARE = re.compile("[cｃ][/／][oｏ]|℅", re.IGNORECASE)
_CARE_OF = "気付"
_REACHED_AT = re.compile(f"(?:{_TO_A_FIRM}|{_CARE_OF}|内|{_IN_CARE.pattern})$", re.IGNORECASE)
_PART_OF_FIRM = re.compile("(?:[場社園校棟階号局科班組会寮部]|本部|支部|センター|営業|窓口)$")
_LONGEST_NAME = 2
"""Words of a name behind a firm's."""


class NamedPeople(NamedTuple):
    """Who is named: names with their parts, and whole ones of which nobody knows where they divide."""

    names: tuple[PersonName, ...] = ()
    wholes: tuple[str, ...] = ()


def named_in(text: str) -> NamedPeople:
    """Everybody whom a field names in full."""
    apart = _ROLE_OF.sub(r"\1 ", _HOUSES.sub("、", without_unseen(text)))
    words = (word for word in apart.split(" ") if not names_a_company(word))
    found = [_in_piece(piece.split()) for piece in _PIECES.split(" ".join(words))]
    return NamedPeople(
        tuple(dict.fromkeys(name for one in found for name in one.names)),
        tuple(dict.fromkeys(whole for one in found for whole in one.wholes)),
    )


def bare_names(person: PersonName) -> Iterator[PersonName]:
    """A name in two fields without what was typed beside it: 佐代里（経理）, 太郎・花子, 奥様."""
    if not (person.given or person.given_kana):
        return
    if _is_bare(person.family) and _is_bare(person.given):
        yield person
        return
    given, kana = _several(person.given), _several(person.given_kana)
    families = [word for piece in _several(person.family) for word in piece.split()]
    for family in families or [""]:
        for at, one in enumerate(given):
            read = kana[at] if len(kana) == len(given) else ""
            yield replace(person, family=family, given=one, given_kana=read)


def _is_bare(name: str) -> bool:
    return not name or (name.isalpha() and not _ROLE_BESIDE.search(name))


def _several(name: str) -> list[str]:
    """The names in a field for one, without roles and 様; 君 may be a name's own."""
    pieces = (_ROLE_BESIDE.sub("", piece.strip()) for piece in _OF_GIVEN.split(without_unseen(name)))
    return [one for piece in pieces if (one := piece.strip())]


def _in_piece(words: Sequence[str]) -> NamedPeople:
    """Whom the words between two signs name: one person at most."""
    child = any(word.startswith(CHILDREN) or word in _CHILD for word in words)
    bare = [one for word in words if word not in KIN and (one := _bare(word))]
    bare = _joined([one for one in bare if not divide_name(one).organisation])
    if not bare:
        return NamedPeople()
    if len(bare) == 1:
        return _undivided(bare[0], child=child)
    start = next((at for at, word in enumerate(bare[:-1]) if is_family(word)), len(bare) - 2)
    family, given = bare[start : start + 2]
    whole = () if len(bare) == 2 else ("".join(bare),)
    if is_family(given) and not is_family(family):  # 栄荘 佐藤
        return NamedPeople()
    return NamedPeople((PersonName(family, given),), whole)


def _undivided(word: str, *, child: bool) -> NamedPeople:
    """Whom one word names."""
    if child and len(word) <= _LONGEST_GIVEN and not is_family(word):
        return NamedPeople((PersonName("", word),))
    person = divide_name(word).person
    if not person.given:
        return NamedPeople()
    known = is_family(person.family) and len(person.family) >= _SHORTEST_FAMILY
    if known and (len(word) >= _SHORTEST_DIVIDED_KANA or not in_kana(word)):
        return NamedPeople((person,))
    shortest = _SHORTEST_WHOLE_KANA if in_kana(word) else _SHORTEST_WHOLE
    if len(word) < shortest or _OF_A_ROLE.search(word):
        return NamedPeople()
    return NamedPeople(wholes=(word,))


def _bare(word: str) -> str:
    """A word without the roles and honorifics at its ends."""
    before = ""
    while before != word:
        before = word
        word = _ROLE_BEHIND.sub("", _ROLE_BEFORE.sub("", word))
    return word.strip("・･.．-")


def _joined(words: list[str]) -> list[str]:
    """Names whose letters are spaced out: 別所 佐 代 里; 森 学 are two."""
    spaced = [at for at, word in enumerate(words) if len(word) > 1]
    start = spaced[-1] + 1 if spaced else 0
    if len(words) - start < (2 if spaced else 3):
        return words
    return [*words[:start], "".join(words[start:])]


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
    honoured = without_honorific(text) != text.strip() and not text.strip().endswith(_TO_A_FIRM)
    found = _at_a_house(words, kana) or _with_title(words, kana) or _at_a_firm(words, kana, honoured=honoured)
    if found and not (found.name.organisation or found.name.person.family):  # nobody but 担当者様
        return DividedName(written, doubted=True)
    return found or DividedName(written)


def _words(text: str) -> list[str]:
    """The words of a cell as they are written, without the signs between them and the 様 at its end."""
    bare = without_honorific(text)
    return [bare[found.start() : found.end()] for found in _WORD.finditer(letter_for_letter(bare))]


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
    firm, name = _firm_and_name(words, any_name=honoured)
    if not (firm and name):
        return None
    made = _made(firm, name, "", kana)
    sure = honoured and name[-1] is words[-1] and _begins_name("".join(name))
    return made if sure else made._replace(doubted=True)


def _reached(sign: str, before: Sequence[str], rest: Sequence[str], kana: str) -> DividedName | None:
    """Who is reached at a firm or at somebody else's; ``rest`` begins with the word of the sign."""
    behind = rest[1:]
    if not behind:
        return None
    if not before:
        return divide_cell(" ".join(behind), kana)._replace(doubted=True) if _IN_CARE.match(sign) else None
    if sign == _TO_A_FIRM:
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
        and _begins_name("".join(words[:begin]))
    ):
        return words[begin:], words[:begin]
    whole = _is_firm(" ".join(words))
    while end < len(words) and (_is_section(words[end]) or is_organisation(words[end])):
        end += 1
    name = words[end:]
    if 0 < len(name) <= _LONGEST_NAME and ((any_name and whole) or _begins_name("".join(name))):
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
    if person.given and kana:
        person, kana = replace(person, given_kana=kana), ""
    return found._replace(name=WrittenName(person, organisation, kana, found.name.guessed))


def _kept(title: str) -> str:
    """A title as it is kept; ご担当者様 says nothing of anybody."""
    return "" if _CONTACT.fullmatch(title) else title


def _is_firm(text: str) -> bool:
    """Whether a text is for sure a firm's name, and not its legal form or its trade alone."""
    return is_organisation(without_honorific(text)) and is_named_firm(text)


def _is_section(word: str) -> bool:
    """Whether a word is a part of a firm, or what is done there: 総務部, 東京支店, 営業."""
    return not is_family(word) and (_OF_A_ROLE.search(word) is not None or bool(_PART_OF_FIRM.search(word)))


def _begins_name(text: str) -> bool:
    """Whether a text begins with a common family name, and goes on like no part of a firm."""
    return is_family(text) or (family_end(text) > 0 and not _is_section(text) and not _is_firm(text))
