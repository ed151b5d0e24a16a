"""Whether a name is in a text as people write it: with signs within it, turned round, beside others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from hvacdesk.domain.disposal.remnants import is_short_word
from hvacdesk.domain.text.latin_names import APART
from hvacdesk.domain.text.named_people import CHILDREN, KIN
from hvacdesk.domain.text.standing_alone import PARTICLES, is_behind_family, script
from hvacdesk.domain.text.text_forms import HONORIFICS, fold_letters, folded_with_places, without_unseen

BLACK = "●"
"""Replaces letters that are blacked out."""

_OPENING, _CLOSING = (re.escape(signs) for signs in ("(「『【〔[〈《<{", ")」』】〕]〉》>}"))
_PART_VALUES = f"。{{}}{BLACK}"
"""Signs between two sentences, two members of JSON, or beside what is black already."""
_HONORIFICS = tuple(map(fold_letters, HONORIFICS))
_RELATIVES = tuple(
    map(
        fold_letters,
        (*CHILDREN, "奥様", "奥さん", "奥さま", "ご主人様", "ご主人", "御主人", "旦那様", "旦那さん", "夫人"),
    )
)
_TITLES = (*_HONORIFICS, *_RELATIVES)
_SIGNS = "".join(
    re.escape(sign)
    for sign in map(chr, range(0x10000))
    if unicodedata.category(sign)[0] in "PS" and sign not in _PART_VALUES
)
_TITLE_BEGINS = "".join(dict.fromkeys(title[0] for title in _TITLES))
_TITLE_GOES_ON = "|".join(f"(?<={title[0]}){title[1:]}" for title in _TITLES)
_TITLE = f"(?:{'|'.join(_HONORIFICS)})"
_RELATIVE = f"の?(?:{'|'.join(_RELATIVES)})"
_WITHIN_NAMES = re.compile(
    f"[{_SIGNS}{_TITLE_BEGINS}の](?:(?<=[{_SIGNS}])|(?<=の)(?={_RELATIVE[2:]})|{_TITLE_GOES_ON})"
    f"(?:[{_SIGNS}]|{_TITLE}|{_RELATIVE})*"
)
"""What people write between a family name and the given one: any sign, what honours somebody, and a relative.

It begins with single letters, for which Python looks quickest."""
READING = re.compile(
    f"[{_OPENING}](?:[ぁ-ん-]+|旧姓[^{_CLOSING}]{{1,8}}|{'|'.join((*CHILDREN, *KIN))})[{_CLOSING}]"
)
"""What is told of a name in brackets: 髙﨑（タカサキ）美沙緒, 髙﨑（旧姓 鈴木）美沙緒, 髙﨑（妻）美沙緒."""
_SPACE, _SPACES = "\x04", re.compile(r"[\s・]+")
_FREELY = f"(?:{READING.pattern}|[{_SIGNS}{_SPACE}])*"
_CLOSELY = f"(?:{_TITLE}?{_SPACE}*(?:{READING.pattern}|[{_SIGNS}]){_FREELY}|{_SPACE}*)"
"""Between the letters of a name: with a title only where a sign is behind it."""

_ANYTHING = f"{_TITLE}?{_FREELY}(?:{_RELATIVE}{_FREELY})?"
_TURNED = re.compile(rf"[^\S\r\n]{{0,3}}[{_OPENING}]?|[._]|[^\S\r\n]?[・=](?<=[ァ-ヶー][・=])[^\S\r\n]?")
"""Between a given name and its family name: 太郎 佐藤, くらんど（犬飼）, クランド・イヌカイ."""
_TITLE_FIRST = re.compile(_TITLE)
_AROUND = 16


def without_signs(letters: str) -> str:
    """A folded text without what people write between the letters of a name."""
    return _WITHIN_NAMES.sub("", letters.replace(APART, ""))


def is_name_in(name: str, text: str) -> bool:
    """Whether a name is in a text with signs within it; behind a title and a space it has to end there."""
    return _name(name).search(fold_letters(_SPACES.sub(_SPACE, text))) is not None


@lru_cache(maxsize=1024)
def _name(name: str) -> re.Pattern[str]:
    letters = [*map(re.escape, name)]
    # 小林様、実家 and 小林 実家 are nobody called 小林実.
    last = f"(?:{letters[-1]}|{_SPACE}+{letters[-1]}(?={'|'.join(PARTICLES)}))"
    closely = f"{_CLOSELY.join(letters[:-1])}{last}"
    freely = _ANYTHING.join(letters)
    return re.compile(rf"{closely}|{freely}(?={_TITLE}|[\W_]|\Z)")


def is_sought_apart(name: str) -> bool:
    """Whether a name is one only where :func:`is_apart_in` says so: with the given name first, or so short.

    山田太郎、佐藤様 are two others, and リアンコート is a house.
    """
    return APART in name or is_short_word(name)


def is_apart_in(name: str, text: str) -> bool:
    """Whether such a name is in a text where no letter beside it belongs to it."""
    pattern = _apart(name)
    if not pattern.search(fold_letters(text)):
        return False
    read = without_unseen(text)
    folded = folded_with_places(read)
    return any(
        _is_apart(read, [(folded.start(part.start(at)), folded.end(part.end(at) - 1)) for at in (1, 2)], name)
        for part in pattern.finditer(folded.text)
    )


@lru_cache(maxsize=1024)
def _apart(name: str) -> re.Pattern[str]:
    """A name in two parts, in a folded text; what is between the two is left to :func:`_is_apart`."""
    if APART in name:
        first, second = map(re.escape, name.split(APART))
        return re.compile(f"({first})[{_SIGNS}]{{0,2}}({second})")
    first, *rest = map(re.escape, name)
    return re.compile(f"({first})({''.join(f'{_ANYTHING}{letter}' for letter in rest)})")


def _is_apart(text: str, parts: Sequence[tuple[int, int]], name: str) -> bool:
    (start, first_end), (second, end) = parts
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if not _may_end(text[end - 1], after):
        return False
    last, first = script(before[-1:]), script(text[start])
    if APART not in name:
        return last != first
    if not _TURNED.fullmatch(text, first_end, second):
        return False
    return last == "hiragana" != first if last else not is_behind_family(before)


def _may_end(letter: str, after: str) -> bool:
    """Whether a name that ends with this letter may end before a text."""
    following, kind = script(after[:1]), script(letter)
    if not following or _TITLE_FIRST.match(fold_letters(after)):
        return True
    return after.startswith(PARTICLES) if kind == "kanji" else following != kind
