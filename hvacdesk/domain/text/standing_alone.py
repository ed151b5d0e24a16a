"""Whether a given name in a text stands by itself, or is a part of an everyday word.

リサ is in リサイクル, 恵 in 知恵 and さくら in さくら荘: blacked out there, nobody could work by the text. So
a given name without its family name counts, in this order of rules:

- of three kanji and more, anywhere; numerals (五十六) do not;
- before an honorific or a title (恵様, 美香店長), if no word goes on into it (知恵様, たくさん, 学部長);
- of one kanji: in brackets, alone in its line, behind a word for a relative (長女恵, 妻 恵), with a sign also
  behind any other person's role (社長　恵), and before what only a person has (恵（妻）, 恵 携帯, 恵が在宅);
- of two kanji: if neither kanji nor katakana touches it; hiragana may, but for ご and お before it;
- in katakana or Latin letters: if it is a whole run of them and no kanji, and of Latin no katakana, follows;
- in hiragana: if a particle or no letter follows, and no letter but a Latin one is before it; a name that is
  registered in kanji counts in hiragana only before an honorific.

Behind a word for a relative or a role (長女, 妻, 店長) and behind another common family name it begins as if
nothing were before it; a relative's word of one kanji counts where it is no part of another (大丈夫); and
two letters and more may be followed by a few words as if by an honorific (美香在宅, リサ宅). All else stays.

How a name in kanji or kana is written in Latin letters (Misao for 美沙緒) counts as such a name only at an
honorific or a title, before what is said of people alone, and behind a relative.
"""

from __future__ import annotations

import re

from hvacdesk.domain.text.family_names import is_family
from hvacdesk.domain.text.named_people import CHILDREN, KIN, PERSONS, ROLES
from hvacdesk.domain.text.text_forms import HONORIFICS, NUMERALS, without_unseen

_SURE_KANJI = 3
_AROUND = 12
"""Characters beside a name that tell whether it stands by itself."""
PARTICLES = ("が", "は", "を", "に", "の", "と", "も", "へ", "で", "や", "から", "まで", "より")
"""What may follow a name without a sign."""
_BEHIND = re.compile(
    "宅(?!配|急)|邸|ご|御|本人|在宅|不在|立会|立ち会|対応|携帯|留守(?!番)|帰宅|外出|来店|来社|耳が?遠"
)
_TITLES = re.compile(
    "|".join(HONORIFICS)
    + "|(?:副?社|店|[部次課係室所院園校館会]|支[店社]|工場|施設|理事)長|女史|嬢|夫人|若?女将|番頭"
    "|オーナー|ママ|専務|常務|取締役|主任|住職|理事(?!会)|代表(?!番号|電話|印)"
)
"""What is said behind the name of somebody, of a relative or of a colleague."""
_EVERYDAY = re.compile(
    "たくさん|みな(?:さん|さま)|おく(?:さん|さま)|若女将|一番頭|学[部校院園館]|大会"
    "|[一二三四五六七八九十][部課係室]|[東西南北]支"
    "|(?:[新元前現旧]|なお|ただし)[^様さ殿氏君くち先]"
)
"""Words that look like a name (タク, ミナ, 学, 元, ただし) with an honorific or a title."""
_OF_PERSON = re.compile(
    rf"\s*\((?:{'|'.join((*KIN, *PERSONS))})|へ?[\s:/・]*(?:携帯(?!用)|tel|0[0-9](?:[0-9]|-))"
    "|[がはも](?:在宅|不在|立会|立ち会|対応|留守|帰宅|外出)",
    re.IGNORECASE,
)
"""What follows a person and hardly anything else."""
_LATIN_HONOURED = re.compile(
    rf"[\s・._-]{{0,2}}(?!様[式子相]|氏名|殿堂|くん[煙蒸])"
    rf"(?:{_TITLES.pattern}|(?:san|sama|chan|kun|sensei|dono)(?![a-z]))"
    r"|\s?[がはも]?(?:宅(?!配|急)|邸|本人|在宅|不在|立会|立ち会|留守(?!番)|帰宅|外出)",
    re.IGNORECASE,
)
"""What follows a given name in Latin letters: AI対応 and KEI様式 are said of things."""
_LATIN_TITLE = re.compile(r"(?<![a-z])(?:mr|mrs|ms|miss)[\s.]{0,2}$", re.IGNORECASE)
_KANJI_AT_END = re.compile("[㐀-鿿々]*$")
_POLITE = ("ご", "お")
"""Before a word in kanji they make it polite (ご友人)."""
_BRACKETS = dict(zip("(「『【〔[〈《", ")」』】〕]〉》", strict=True))
_SIGNS = " \u3000:・/-"
"""What is written between a role and a name."""
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
    honoured = _TITLES.match(after) is not None and not _EVERYDAY.match(f"{letters}{after}")
    if honoured:
        return _begins(before, script(letters[0]), honoured=True)
    if numeral:
        return False
    if len(letters) > 1:
        goes_on = not (_BEHIND.match(after) or _ends(after, kind, read=read))
        return not goes_on and _begins(before, script(letters[0]), honoured=False)
    return kind == "kanji" and (
        _is_all(before, after)
        or (_is_of_role(before) and _ends(after, kind, read=read))
        or (_OF_PERSON.match(after) is not None and _begins(before, kind, honoured=True))
    )


def is_said_of_somebody(text: str, start: int, end: int) -> bool:
    """Whether a word in Latin letters, spelled like a given name, is one, and no model or abbreviation."""
    before, _, after = _around(text, start, end)
    if before[-1:].isdecimal() or after[:1].isdecimal():
        return False
    bare = before.rstrip(_SIGNS)
    return (
        _LATIN_HONOURED.match(after) is not None
        or _LATIN_TITLE.search(before) is not None
        or bare.endswith(CHILDREN)
        or _ends_with_kin(bare)
    )


def is_behind_family(before: str) -> bool:
    """Whether a text ends with a common family name in kanji, behind which there may be a space."""
    return is_family(_KANJI_AT_END.findall(before.rstrip(" \u3000"))[0])


def _is_of_role(before: str) -> bool:
    """Whether a text ends with a word for a relative, or with a person's role or 様 and a sign."""
    bare = before.rstrip(_SIGNS)
    if bare.endswith(CHILDREN) or _ends_with_kin(bare):
        return True
    return bare != before and bare.endswith((*PERSONS, *HONORIFICS))


def _ends_with_kin(before: str) -> bool:
    """Whether a text ends with a relative's word of one kanji that is no part of another word."""
    return before.endswith(KIN) and _begins(before[:-1], "kanji", honoured=True)


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What is before a piece of a text, the piece, and what is behind it, as far as it matters."""
    return (
        without_unseen(text[max(0, start - _AROUND) : start]),
        without_unseen(text[start:end]),
        without_unseen(text[end : end + _AROUND]),
    )


def _is_all(before: str, after: str) -> bool:
    """Whether there is nothing else between these brackets, or in this line."""
    if before[-1:] in _BRACKETS:
        return after.startswith(_BRACKETS[before[-1]])
    return before[-1:] in {"", "\n"} and after[:1] in {"", "\n"}


def _begins(before: str, kind: str, *, honoured: bool) -> bool:
    """Whether a name in this script may begin behind a text."""
    last = script(before[-1:])
    if not last or before.endswith((*ROLES, *HONORIFICS)) or _ends_with_kin(before):
        return True
    if is_family(_KANJI_AT_END.findall(before)[0]):
        return True
    if kind == "kanji" and honoured:
        return last != kind
    if kind == "kanji":
        return last in {"hiragana", "latin"} and not before.endswith(_POLITE)
    if kind == "hiragana":
        return last == "latin" or (honoured and before.endswith(PARTICLES))
    return last != kind


def _ends(after: str, kind: str, *, read: bool) -> bool:
    """Whether a name in this script may end before a text."""
    following = script(after[:1])
    if kind == "hiragana":
        return not read and (not following or after.startswith(PARTICLES))
    return following in {"", "hiragana"} or (kind == "kanji" and following == "latin")
