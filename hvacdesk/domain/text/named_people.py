"""Whom a field names that takes a name in any words: 別所 佐代里（長女）, 店長　佐藤花子, ㈱栄ビル 森 学 様.

Words beside a name (relatives, roles, honorifics, firms) are set aside. What is left is a name with both its
parts, or a family name alone, which every mask shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.family_names import in_kana, is_family
from hvacdesk.domain.text.text_forms import ADDRESSED, BRACKETS, HONORIFICS, without_unseen
from hvacdesk.domain.text.written_names import (
    divide_name,
    names_a_company,
)
from hvacdesk.domain.text.written_places import IN_A_HOUSE

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

_PIECES = re.compile(rf"[{BRACKETS}、，,／/;；:：|｜\n+＋&＆]|[-0-9]{{6,}}")
"""What divides a name from what is written beside it."""
_OF_GIVEN = re.compile(f"[{BRACKETS}、，,／/;；:：|｜&＆+＋・]")
_LONGEST_FIRST = sorted(ROLES, key=len, reverse=True)
_ROLE_BEFORE = re.compile(f"^(?:{'|'.join(_LONGEST_FIRST)})(?:の)?|^(?:{'|'.join(KIN)})[の・]")
_ROLE_BEHIND = re.compile(f"(?:の)?(?:{'|'.join(_LONGEST_FIRST)}|{'|'.join(HONORIFICS)})$")
_ROLE_BESIDE = re.compile(f"(?:{'|'.join((*_LONGEST_FIRST, *ADDRESSED, 'ちゃん'))})+$")
_ROLE_OF = re.compile(f"({'|'.join((*_LONGEST_FIRST, *HONORIFICS))})の")
_OF_A_ROLE = re.compile(
    f"{'|'.join(_LONGEST_FIRST)}|[員係室者課部宅側店院館所家主付当屋客方]$|マン$"
    "|会社|業者|工事|保険|介護|施設|電気|水道|設備|総務|委員|現場|名乗|先日|の"
)
"""What is in no whole name that could not be divided for sure: 設備担当者, 総務部, 先日の客."""

_HOUSES = re.compile(IN_A_HOUSE)

_SHORTEST_FAMILY = 2
"""A family name guessed by one letter (ご主人) is a guess too many."""
_SHORTEST_WHOLE, _SHORTEST_DIVIDED_KANA, _SHORTEST_WHOLE_KANA = 3, 5, 6
"""A name in fewer letters, without a space, is a family name as often as both."""
_LONGEST_GIVEN = 4


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


def speaks_of_a_role(word: str) -> bool:
    """Whether a word has in it what is in no whole name: 設備担当者, 総務部."""
    return _OF_A_ROLE.search(word) is not None
