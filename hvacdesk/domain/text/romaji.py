"""Kana for what was typed with the input method off: ``tanaka`` for たなか; and whether Latin letters are
how somebody's kana are written.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ",
    "t": "たちつてと", "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ", "m": "まみむめも", "r": "らりるれろ",
}  # fmt: skip
_SHI, _CHI, _JI = "し", "ち", "じ"
_SPELLINGS = {
    "ya": "や", "yu": "ゆ", "yo": "よ", "wa": "わ", "wi": "うぃ", "we": "うぇ", "wo": "を", "vu": "ゔ",
    "shi": _SHI, "chi": _CHI, "tsu": "つ", "fu": "ふ", "ji": _JI,
    "she": "しぇ", "che": "ちぇ", "je": "じぇ", "fa": "ふぁ", "fi": "ふぃ", "fe": "ふぇ", "fo": "ふぉ",
    "thi": "てぃ", "dhi": "でぃ", "-": "ー",
}  # fmt: skip


def _syllables() -> dict[str, str]:
    table = dict(_SPELLINGS)
    for consonant, kana in _ROWS.items():
        table.update({consonant + vowel: sign for vowel, sign in zip("aiueo", kana, strict=True)})
        if consonant:
            table.update(_palatal(f"{consonant}y", kana[1]))
    for spelling, kana in (("sh", _SHI), ("ch", _CHI), ("j", _JI), ("jy", _JI)):
        table.update(_palatal(spelling, kana))
    return table


def _palatal(spelling: str, kana: str) -> dict[str, str]:
    return {spelling + vowel: kana + small for vowel, small in zip("auo", "ゃゅょ", strict=True)}


_SYLLABLES = _syllables()
_KANA_ONLY = re.compile("[ぁ-ゖー]+")
_LONG_O = re.compile("oh(?=[^aiueoy]|$)")
_SOUND = re.compile(
    r"(?P<small_tsu>([bcdfghjkmprstvwyz])(?=\2)|t(?=ch))"
    r"|(?P<n>n'|n(?=n(?:[^aiueoy]|$))n|n(?![aiueoy])|m(?=[bpm]))"
    f"|(?P<syllable>{'|'.join(sorted(map(re.escape, _SYLLABLES), key=len, reverse=True))})"
)


def _kana(sound: re.Match[str]) -> str:
    if sound["small_tsu"]:
        return "っ"
    return "ん" if sound["n"] else _SYLLABLES[sound["syllable"]]


def romaji_to_kana(text: str) -> str:
    """Hiragana for Hepburn (``shimbun``, ``matcha``) or Kunrei (``sinbun``, ``mattya``) spelling, and
    the passport's long o (``ohno``).

    What is no romaji stays as it is, so that ``tanak`` gives たなk while it is being typed.
    """
    return _SOUND.sub(_kana, _LONG_O.sub("o-", text.casefold()))


def kana_begun(text: str) -> tuple[str, ...]:
    """The kana that half-typed romaji may become: ``tanak`` gives たなか, たなき, たなく and so on.

    Empty for a text that is no romaji. Where one form begins another only the shorter is given.
    """
    wholes = [romaji_to_kana(text)]
    if text[-1:] not in "aiueo-'":
        wholes += [romaji_to_kana(text + vowel) for vowel in "aiueo"]
    kana = sorted({whole for whole in wholes if _KANA_ONLY.fullmatch(whole)}, key=len)
    first = [whole for whole in kana if not any(whole != other and whole.startswith(other) for other in kana)]
    return tuple(sorted(first, key=wholes.index))


def reading_of(word: str) -> str:
    """How a word in Hepburn letters is read, in hiragana; empty for what is none, such as a number."""
    kana = romaji_to_kana(word)
    return kana if _KANA_ONLY.fullmatch(kana) else ""


_LATIN = {
    sign: f"{consonant}{vowel}"
    for consonant, kana in _ROWS.items()
    for vowel, sign in zip("aiueo", kana, strict=True)
} | {
    "や": "ya",
    "ゆ": "yu",
    "よ": "yo",
    "わ": "wa",
    "ゐ": "i",
    "ゑ": "e",
    "を": "o",
    "ん": "n",
    "ゔ": "bu",
    "-": "",
}
_MAYBE_OTHERWISE = tuple(
    (re.compile(written), latin)
    for written, latin in (
        ("tu([kstp])", r"\1\1"),  # はっとり and はつとり
        ("([td])ei", r"\1i"),  # ティナ and ていな
        ("u(?![aiueo])(?=.*[bgkmrstz]u$)|(?<=[bgkmrstz])u$", ""),  # ビクトル is Viktor, and no Shigeru
    )
)
"""What folding makes one, and the vowels with which foreign names are written in kana."""
_ALIKE = tuple(
    (re.compile(written), key)
    for written, key in (
        ("[ct]ch", "tty"), ("ch", "ty"), ("sh", "sy"), ("jy?", "zy"), ("([stz])yi", r"\1i"), ("tsu", "tu"),
        ("dz", "z"), ("d(?=[iu])", "z"), ("f|hu(?=[aeio])", "h"), ("w(?=[ieo])", ""), ("c", "k"), ("l", "r"),
        ("[bv]u(?=[aeio])|v", "b"), ("m(?=[bpm])", "n"), ("nn+", "n"), ("(?<=[ou])h(?![aiueoy])", ""),
        ("iy(?=[auo])", "y"), ("(?<=[stz])ie", "ye"), ("o[ou]+", "o"), ("e[ei]+", "e"),
        (r"([aiu])\1+", r"\1"),
    )
)  # fmt: skip
"""Spellings of a sound, each with the one that stands for all of them; in this order."""


@lru_cache(maxsize=4096)
def sounds(latin: str) -> str:
    """What all usual spellings of a name in folded Latin letters have in common.

    Hepburn and Kunrei are alike (``shoichi``, ``syoiti``), long vowels are short (``yuutarou``, ``yuhtaroh``
    and ``yutaro``), and an n is one whatever follows it (``jun'ichi``, ``junichi``). So are some sounds that
    differ (かの and かんの, きよ and きょ): of a name that must not be seen rather too much is found.
    """
    for written, key in _ALIKE:
        latin = written.sub(key, latin)
    return latin


def in_latin(kana: str) -> tuple[str, ...]:
    """A folded name in kana in Latin letters, for :func:`sounds`; none of what has anything else in it.

    Folding makes っ and つ one, so that はっとり may be ``hattori`` and ``hatutori``, and びくとる may be
    ``bikutoru`` and ``biktor``.
    """
    if not kana or not all(one in _LATIN for one in kana):
        return ()
    found = ["".join(map(_LATIN.__getitem__, kana))]
    for written, latin in _MAYBE_OTHERWISE:
        found += [written.sub(latin, one) for one in found]
    return tuple(dict.fromkeys(filter(None, found)))
