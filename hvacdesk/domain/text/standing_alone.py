"""Whether a given name in a text stands by itself, or is a part of an everyday word.

リサ is in リサイクル, 恵 in 知恵 and さくら in さくら荘: blacked out there, nobody could work by the text. So
a given name without its family name counts, in this order of rules:

- of three kanji and more, anywhere; numerals (五十六) do not;
- before an honorific (恵様), if no word goes on into it (知恵様, たくさん);
- of one kanji: in brackets, alone in its line, or behind a word for a child (長女 恵);
- of two kanji: if neither kanji nor katakana touches it; hiragana may, but for ご and お before it;
- in katakana or Latin letters: if it is a whole run of them and no kanji, and of Latin no katakana, follows;
- in hiragana: if a particle or no letter follows, and no letter but a Latin one is before it; a name that is
  registered in kanji counts in hiragana only before an honorific.

Behind a word for a relative or a role (長女, 店長) and behind another common family name it begins as if
nothing were before it, and two letters and more may be followed by a few words as if by an honorific
(美香在宅, リサ宅). All else stays.
"""

from __future__ import annotations

import re

from hvacdesk.domain.text.family_names import is_family
from hvacdesk.domain.text.named_people import CHILDREN, HONORIFICS, ROLES
from hvacdesk.domain.text.text_forms import NUMERALS, visible

_SURE_KANJI = 3
_AROUND = 12
"""Characters beside a name that tell whether it stands by itself."""
_PARTICLES = ("が", "は", "を", "に", "の", "と", "も", "へ", "で", "や", "から", "まで", "より")
_BEHIND = re.compile("宅(?!配|急)|邸|ご|御|本人|在宅|不在|立会|立ち会|対応|携帯")
_EVERYDAY = ("たくさん", "みなさん", "みなさま", "おくさん", "おくさま")
"""Words that look like a name (タク, ミナ) with an honorific."""
_KANJI_AT_END = re.compile("[㐀-鿿々]*$")
_POLITE = ("ご", "お")
"""Before a word in kanji they make it polite (ご友人)."""
_BRACKETS = dict(zip("(「『【〔[〈《", ")」』】〕]〉》", strict=True))
_NUMERALS = frozenset(f"{NUMERALS}十百千万")


def script(letter: str) -> str:
    """What a letter is written in; empty for signs, digits and where there is none."""
    if "ぁ" <= letter <= "ゖ":
        return "hiragana"
    if "ァ" <= letter <= "ヺ" or letter == "ー":
        return "katakana"
    if not letter.isalpha():
        return ""
    return "latin" if letter < "\u0250" else "kanji"


def is_apart(text: str, start: int, end: int) -> bool:
    """Whether a piece of a text is no part of a word in its script."""
    before, found, after = _around(text, start, end)
    pairs = ((before[-1:], found[0]), (found[-1], after[:1]))
    return all(not script(one) or script(one) != script(other) for one, other in pairs)


def stands_alone(text: str, start: int, end: int, *, read: bool) -> bool:
    """Whether a given name at this place stands by itself; ``read``: it is how a name in kanji is read."""
    before, found, after = _around(text, start, end)
    letters = "".join(filter(script, found))
    if not letters:  # a digit
        return False
    kind = script(letters[-1])
    numeral = _NUMERALS.issuperset(letters)
    if kind == "kanji" and len(letters) >= _SURE_KANJI and not numeral:
        return True
    honoured = after.startswith(HONORIFICS) and not f"{letters}{after}".startswith(_EVERYDAY)
    if honoured:
        return _begins(before, script(letters[0]), honoured=True)
    if numeral:
        return False
    if len(letters) > 1:
        goes_on = not (_BEHIND.match(after) or _ends(after, kind, read=read))
        return not goes_on and _begins(before, script(letters[0]), honoured=False)
    of_child = before.rstrip().endswith(CHILDREN) and _ends(after, kind, read=read)
    return kind == "kanji" and (of_child or _is_all(before, after))


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What is before a piece of a text, the piece, and what is behind it, as far as it matters."""
    return (
        visible(text[max(0, start - _AROUND) : start]),
        visible(text[start:end]),
        visible(text[end : end + _AROUND]),
    )


def _is_all(before: str, after: str) -> bool:
    """Whether there is nothing else between these brackets, or in this line."""
    if before[-1:] in _BRACKETS:
        return after.startswith(_BRACKETS[before[-1]])
    return before[-1:] in {"", "\n"} and after[:1] in {"", "\n"}


def _begins(before: str, kind: str, *, honoured: bool) -> bool:
    """Whether a name in this script may begin behind a text."""
    last = script(before[-1:])
    if not last or before.endswith((*ROLES, *HONORIFICS)) or is_family(_KANJI_AT_END.findall(before)[0]):
        return True
    if kind == "kanji":
        return last in {"hiragana", "latin"} and (honoured or not before.endswith(_POLITE))
    if kind == "hiragana":
        return last == "latin" or (honoured and before.endswith(_PARTICLES))
    return last != kind


def _ends(after: str, kind: str, *, read: bool) -> bool:
    """Whether a name in this script may end before a text."""
    following = script(after[:1])
    if kind == "hiragana":
        return not read and (not following or after.startswith(_PARTICLES))
    return following in {"", "hiragana"} or (kind == "kanji" and following == "latin")
