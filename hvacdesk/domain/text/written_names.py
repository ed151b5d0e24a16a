"""Dividing names that were written into one cell, as office lists have them.

A mask shows the family name and hides the given name, so a name that cannot be divided for sure is marked as
guessed, and a person has to look at it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.family_names import family_end, in_kana, is_family, settled
from hvacdesk.domain.text.text_forms import ADDRESSED, APOSTROPHES, TO_A_FIRM

SHORT_FORM = "[(][株有同資名医社財学宗福独特税監][)]"
"""A legal form in brackets, in usual width."""
_ORGANISATION = re.compile(
    "株式会社|有限会社|合同会社|合資会社|合名会社|法人|[社財]団$|協同組合|管理組合|自治会|町内会"
    f"|{SHORT_FORM}|グループホーム|老人ホーム|デイサービス|ケアセンター"
    "|^(?:スナック|居酒屋|喫茶|カフェ|レストラン|美容室|美容院|理容室|理容院|ヘアサロン|食堂|クリニック|医院"
    "|歯科|薬局|旅館|ホテル|民宿|割烹|料亭|焼肉|焼鳥|ラーメン|お好み焼)(?=.)"
    r"|\b(?:co\.?,? *ltd|inc|llc|corp|k\.k)\.?$"
    "|(?:食堂|美容室|美容院|理容室|理容院|ヘアサロン|整骨院|接骨院|鍼灸院|旅館|ホテル|喫茶|居酒屋|学習塾"
    "|病院|医院|診療所|クリニック|歯科|薬局|保育[園所]|幼稚園|こども園|学校|大学|教会|神社|商店|商会|工業|工務店"
    "|建設|不動産|設備|製作所|研究所|ビル|マンション|店|センター|事務所|組合|協会|連合会|役所|役場|公民館|(?<=..)寺)$",
    re.IGNORECASE,
)
"""Legal forms anywhere in a name, half-width kana and ㈱ written out; what a shop begins with, and what
a firm or a temple ends with."""

_COMPANY_FORM = re.compile("(?:株式|有限|合同|合資|合名)会社|[(][株有同資名][)]")

_FORM_BEFORE = re.compile(r"\S*法人$")

_OF_A_FIRM = frozenset(
    "社法団組会(ムビタLlCcKk院所園ク科局校学店業設産マ場館寺居喫ェレ容堂ヘ医薬ホ宿割料焼ラ塾"
)
"""Every name of an organisation has one of these letters: most names have none, and need no closer look."""

_HONORIFIC = re.compile(rf"[\s　]*(?:{'|'.join((*ADDRESSED, TO_A_FIRM))})$")
_LAST_OF_HONORIFICS = frozenset(one[-1] for one in (*ADDRESSED, TO_A_FIRM))
_SHORT_FAMILIES = frozenset(
    "林森原東南関辻堀岡星谷菅島堤柳泉岸西北乾畑境轟畠椿榊橘錦郡金李朴王張陳劉楊趙黄呉周"
)
_SHORTEST_KANA = 4
"""A name in fewer kana, written without a space, is treated as a family name."""

_DIVIDING = frozenset({"Po", "Ps", "Pe", "Pi", "Pf", "Pd", "Pc", "Sm", "Nd", "No"})
"""What Unicode calls signs between words, brackets and figures."""
_WITHIN_NAMES = frozenset(f"{APOSTROPHES}ー")
_BETWEEN_NAMES = " \u3000・･、，,.．。/／_＿-－&＆+＋|｜"
"""Signs of which only what they divide is kept."""
_SIGNS_BETWEEN = re.compile(f"(?<=.)[{re.escape(_BETWEEN_NAMES)}]+(?=.)")
_LONGEST_FAMILY = 3

_KANJI = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆]"
_KANJI_NAME = re.compile(f"{_KANJI}+")
_KANA_AFTER_KANJI = re.compile(
    f"({_KANJI}[ノのヶケツッガが]{_KANJI})(?:{_KANJI}|[ぁ-ゖァ-ヺー])+"
    f"|({_KANJI}+(?:[ノのヶケツッガが]{_KANJI}+)?)[ぁ-ゖァ-ヺー]+{_KANJI}*"
)
"""佐藤さくら, 山田みつ子 and 井ノ上誠: a given name's kana begin where a family name's kanji end."""


_LETTERS_OF_A_KIND = re.compile(
    f"{_KANJI}+|[ぁ-ゖァ-ヺーｦ-ﾟ]+|(?!Ma?c[A-Z])[A-Z][a-z]{{2,}}(?=[A-Z])|[A-Za-z]+(?=[\u3040-\u9fff])"
)


class WrittenName(NamedTuple):
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
    name, reading = without_honorific(text), without_honorific(kana)
    if is_organisation(name) or (name and text.strip().endswith(TO_A_FIRM)):
        return WrittenName(PersonName(), name, reading)
    family, given, guessed = _parts(name)
    alike = given and name[len(family)] in _BETWEEN_NAMES and not is_divided_by_signs(given)
    halves = _halves_by_signs(reading) if alike else _halves(reading)
    return WrittenName(settled(PersonName(family, given, *halves)), guessed=guessed)


def is_divided_by_signs(name: str) -> bool:
    """Whether a name has signs in it, as in 渡瀬・太郎 or 渡瀬太郎（花子）: it is more than a family name."""
    return _divider(name) < len(name)


def _parts(name: str) -> tuple[str, str, bool]:
    """Family name, given name with all that follows, and whether their division was guessed."""
    at = _divider(name)
    family, given = _halves(name)
    if given and len(family) <= at:
        return family, given, False
    head, rest = name[:at].rstrip(), name[at:]
    words = _halves(head)
    if words[1]:  # 渡瀬 太郎（花子）
        return words[0], f"{words[1]}{rest}", False
    between = rest.strip(_BETWEEN_NAMES)
    if between != rest and between and len(head) <= _LONGEST_FAMILY:
        return head, between, True
    end = _family_length(head) or (len(head) if between else 0)
    return (head[:end], f"{head[end:]}{rest}".strip(_BETWEEN_NAMES), True) if end else (name, "", False)


def _divider(name: str) -> int:
    """Where the first sign or figure behind a letter is that is no part of a name; else its length."""
    if name.isalpha():
        return len(name)
    first = next((at for at, sign in enumerate(name) if sign.isalpha()), len(name))
    ends = (at for at in range(first, len(name)) if not name[at].isalpha() and _divides(name, at))
    return next(ends, len(name))


def _divides(name: str, at: int) -> bool:
    """Whether the sign is none of Anne-Marie, O'Brien or J. Smith."""
    sign, after = name[at], name[at + 1 : at + 2]
    if sign in _WITHIN_NAMES or unicodedata.category(sign) not in _DIVIDING:
        return False
    latin = name[at - 1].isascii() and after.isascii()
    return not (latin and (sign == "-" or (sign == "." and after.isspace())))


def _halves_by_signs(kana: str) -> tuple[str, str]:
    """Kana divided where the name is, by a space or a sign."""
    found = _SIGNS_BETWEEN.search(kana)
    return (kana[: found.start()], kana[found.end() :]) if found else (kana, "")


def without_honorific(text: str) -> str:
    """A name without the 様, 殿 or 御中 behind it."""
    bare = text.strip()
    return _HONORIFIC.sub("", bare).strip() if bare and bare[-1] in _LAST_OF_HONORIFICS else bare


def is_organisation(name: str) -> bool:
    """Whether this is a firm or an institution; 小野寺 and 国分寺 are families."""
    plain = unicodedata.normalize("NFKC", name)
    if _OF_A_FIRM.isdisjoint(plain) or not _ORGANISATION.search(plain):
        return False
    return not is_family(name)


def _halves(text: str) -> tuple[str, str]:
    words = text.split(maxsplit=1)
    return (words[0], words[1]) if len(words) == 2 else (text, "")


def _family_length(name: str) -> int:
    """Where the family name of a name without a space ends, most likely; 0 where there is nothing else."""
    if len(name) < 2 or is_family(name):
        return 0
    known = family_end(name)
    mixed = _KANA_AFTER_KANJI.fullmatch(name)
    if mixed and known < 2:
        return len(mixed[1] or mixed[2])
    if known:
        return known
    if in_kana(name):
        return len(name) // 2 if len(name) >= _SHORTEST_KANA else 0
    return _usual_length(name) if _KANJI_NAME.fullmatch(name) else _first_letters(name)


def _first_letters(name: str) -> int:
    """Where other letters begin in 渡瀬Taro, サトウ太郎 and SatoTaro; 0 where none do."""
    found = _LETTERS_OF_A_KIND.match(name)
    return found.end() if found and name[found.end() :][:1].isalpha() else 0


def _usual_length(name: str) -> int:
    short = len(name) == 2 or (len(name) == 3 and name[0] in _SHORT_FAMILIES)
    return 1 if short else 2


def is_named_firm(organisation: str) -> bool:
    """Whether an organisation's name is more than a legal form or a trade, as 株式会社 and 食堂 are."""
    plain = _FORM_BEFORE.sub("", unicodedata.normalize("NFKC", organisation))
    return bool(_ORGANISATION.sub("", plain).strip())


def names_a_company(name: str) -> bool:
    """Whether a name carries a company's legal form, in full or short as ㈱, wherever it was typed.

    An ending alone, as of a shop or a temple, is not enough: 小野寺 is a person.
    """
    return _COMPANY_FORM.search(unicodedata.normalize("NFKC", name)) is not None


def begins_as_company(name: str) -> bool:
    """Whether a name begins with a company's legal form."""
    return _COMPANY_FORM.match(unicodedata.normalize("NFKC", name)) is not None
