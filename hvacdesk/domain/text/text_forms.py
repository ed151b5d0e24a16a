"""The one gate for normalising text, and for comparing only.

What is stored and printed stays as the customer writes it (髙﨑, ㈱, 𠮷); :func:`fold` makes two writings
of the same thing equal: width, kana, kanji forms, accents, apostrophes, hyphens, 条・丁目・番・号, spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, repeat
from typing import NamedTuple

from hvacdesk.domain.text.kanji_variants import variants

POSTAL_DIGITS = 7
"""Of a Japanese postal code, without its hyphen."""

DASHES = "-‐‑‒–—―⁃−─━⸺⸻﹘﹣－ーｰ"
"""Everything that gets typed for a hyphen. The long vowel mark is among them: ``3ー5`` is 3-5, ``サ-ビス`` is
サービス."""

_IGNORED = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
"""Invisible characters: joiners, direction marks, and selectors that pick a glyph (葛 in two drawings)."""

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u3000\u2000-\u200a\u202f\u205f・"

APOSTROPHES = "'`\u2018\u2019\u201b\u02b9\u02bb\u02bc\u2032"
"""O'Brien, O\u2019Brien and OBrien are one name."""

ADDRESSED = ("様", "さま", "殿", "さん")
"""What is written behind the name of somebody to whom something goes, and no name's own end."""
HONORIFICS = (*ADDRESSED, "氏", "君", "くん", "ちゃん", "先生")
"""What honours somebody behind the name; 君 may be a name's own."""
TO_A_FIRM = "御中"
"""The same behind a firm's name."""

BRACKETS = r"()\[\]{}「」『』【】〈〉《》〔〕"
"""What opens and closes something that is said beside a text; for a pattern's list."""

_UNMARKED = {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
"""Latin letters that Unicode does not divide into a plain one and a mark."""

_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖ"
_FULL_KANA = "あいうえおつやゆよわかけ"
"""Bank transfers and old lists write キヨウ for キョウ, and a map writes ヶ or ケ as it likes."""


POSTAL_CODE = f"[0-9０-９]{{3}}[ 　]*[{re.escape(DASHES)}]?[ 　]*[0-9０-９]{{4}}"
"""A pattern's piece: a postal code in any usual writing."""

_POSTAL_CODE_ALONE = re.compile(f"〒?[ 　]*{POSTAL_CODE}")
_POSTAL_CODE_WITHIN = re.compile(f"(?<![0-9０-９-]){POSTAL_CODE}(?![0-9０-９-])")


def _spans(text: str) -> str:
    """Write out the ``a-b`` spans of a character list."""
    return re.sub("(.)-(.)", lambda span: "".join(map(chr, range(ord(span[1]), ord(span[2]) + 1))), text)


_COMMON = (range(0x80), range(0x3040, 0x30A0), range(0x4E00, 0xA000))
"""ASCII, hiragana and the usual kanji. They are in the table even if nothing changes them: what is not takes
twice as long (measured: 18 ns a letter, and 40)."""


def _table() -> dict[int, int | str | None]:
    table: dict[int, int | str | None] = {sign: sign for sign in chain.from_iterable(_COMMON)}
    table |= {ord(variant): common for variant, common in variants().items()}
    table.update({kana: chr(kana - _KANA_SHIFT) for kana in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)})
    table.update({ord(kana): f"{base}\u3099" for kana, base in zip("ヷヸヹヺ", "わゐゑを", strict=True)})
    for small, full in zip(_SMALL_KANA, _FULL_KANA, strict=True):
        table[ord(small)] = table[ord(small) + _KANA_SHIFT] = full
    table.update({ord(dash): "-" for dash in DASHES})
    table.update({ord(unseen): None for unseen in _spans(_IGNORED + _SPACES + APOSTROPHES + _ACCENTS)})
    table.update(_plain_letters())
    return table


def _changed_signs() -> str:
    """Those of the first plane that the table changes, for a pattern's list."""
    changed = (chr(sign) for sign, form in _TABLE.items() if form not in (sign, chr(sign)) and sign <= 0xFFFF)
    return "".join(map(re.escape, changed))


def _plain_letters() -> dict[int, str | None]:
    """Latin letters with accents, each with the plain one: nobody in the office types Nguyễn."""
    found: dict[int, str | None] = {ord(letter): plain for letter, plain in _UNMARKED.items()}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letters = unicodedata.normalize("NFD", chr(code))
        if len(letters) > 1 and letters[0].isascii():
            found[code] = letters[0]
    return found


_ACCENTS = "\u0300-\u036f"
"""Marks over and under Latin letters as characters of their own, as some keyboards send them."""

WITHIN_WORDS = f"{_IGNORED}{_ACCENTS}{APOSTROPHES}"
"""What may be between the letters of one word; for a pattern's list."""

_ALONE = (
    "\\x00-\u02ff\u2000-\u20cf\u2100-\u3029\u3030-\u3098\u309d-\u312f\u3190-\ua4cf\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff9d\uffe0-\uffee\U0001f000-\U0003ffff"
)
"""Characters of Latin and Japanese writing that never become one with what is before them."""
_SPACED_ACCENTS = (
    "\xa8\xaf\xb4\xb8\u02d8-\u02dd\u2017\u2033\u2034\u203e\u2057\ufe49-\ufe4c\uff07\uff40\uff65\uffe3"
)
"""Unicode makes a space and a mark of these, of which nothing is left."""
_BETWEEN_MARKS = "".join(map(re.escape, _spans(_IGNORED + _SPACES + APOSTROPHES + _SPACED_ACCENTS)))
_SIGN = re.compile(f"(?s:.)(?:[{_BETWEEN_MARKS}]*[^{_ALONE}])*")
"""A character with the marks that become one with it: ｶ and ﾞ, also where something unseen is between."""
_JOINED = re.compile(f"[^{_ALONE}]")

_NO_DIGITS = re.compile("[^0-9]+")
_KANA_SHIFT = ord("ァ") - ord("ぁ")
_TABLE = _table()
_ASCII = {sign: _TABLE[ord(chr(sign).lower())] for sign in range(0x80)}
"""For a text of ASCII alone, in which nothing else changes."""
_CHANGED = re.compile(f"[{_changed_signs()}\U00010000-\U0010ffff]")
"""What the table changes, and everything beyond Unicode's first plane, which keeps the search quick: 2 ns a
letter, and 230 with single signs from there (measured)."""
_UNSEEN: dict[int, None] = {ord(unseen): None for unseen in _spans(_IGNORED)}
_PLAIN = {ord(dash): "-" for dash in DASHES} | _UNSEEN

_LEGAL_FORMS = {
    "(株)": "株式会社", "(有)": "有限会社", "(同)": "合同会社", "(資)": "合資会社", "(名)": "合名会社",
    "(社)": "社団法人", "(財)": "財団法人", "(医)": "医療法人", "(学)": "学校法人", "(宗)": "宗教法人",
    "(福)": "社会福祉法人", "(独)": "独立行政法人",
}  # fmt: skip
"""Short forms of legal entities as 全銀協 and office lists write them; ㈱ and its like are these by NFKC."""

_LEGAL_FORM = re.compile("|".join(map(re.escape, _LEGAL_FORMS)))
_FORMS_IN_KANA = {"かぶしきがいしや": "株式会社", "ゆうげんがいしや": "有限会社"}
_AT_AN_END = re.compile(
    "^(?:{0}|{1})|(?:{0})$".format("|".join(_LEGAL_FORMS.values()), "|".join(_FORMS_IN_KANA))
)

NUMERALS = "〇一二三四五六七八九"
ARABIC = {ord(numeral): str(figure) for figure, numeral in enumerate(NUMERALS)} | dict.fromkeys(
    map(ord, "零○◯"), "0"
)
"""Digits that are written one by one in kanji, as phone numbers are; for ``str.translate``."""
BETWEEN_FIGURES = r"-().の局~〜_/:;|#=→,、*\[\]〔〕【】「」『』<>〈〉《》+×✕!?&^⇒"
"""Signs that people write between the digits of a folded number; for a pattern's list."""
_NUMBER = f"[0-9{NUMERALS}十百]"
_KANJI_NUMBER = f"[{NUMERALS}十百]+"
_BLOCK_MARKS = frozenset("丁番号の")
_NUMERAL_SIGNS = frozenset(f"{NUMERALS}十百")
_OF_BLOCKS = _BLOCK_MARKS | _NUMERAL_SIGNS
"""Letters of which a text has one where any of the steps changes it."""

_COUNTED = "条|番町"
"""What Sapporo, Kyoto and old towns number in either writing: 北1条西 is 北一条西. Names (三条) stay."""

_BLOCK_STEPS: tuple[tuple[frozenset[str], re.Pattern[str], str | None], ...] = (
    (_NUMERAL_SIGNS, re.compile(f"{_KANJI_NUMBER}(?=丁目|番地)"), None),
    (frozenset("丁"), re.compile("(?<=[0-9])丁目-?"), "-"),
    (
        _NUMERAL_SIGNS,
        re.compile(f"(?<=[0-9]-){_KANJI_NUMBER}(?![㐀-鿿])|(?<=[0-9]-){_KANJI_NUMBER}(?=番|号)"),
        None,
    ),
    (_BLOCK_MARKS, re.compile(f"(?<=[0-9])(?:番地?の?|号の?|の)-?(?={_NUMBER})"), "-"),
    (frozenset("番号"), re.compile(f"(?<=[0-9])(?:番地|番(?!町)|号室?)(?!{_COUNTED})"), ""),
)
"""What turns 三丁目五番地の十二 into 3-5-12: letters without which nothing changes, what is replaced,
and by what; None means the numeral in Arabic digits."""


_FIGURES_COUNTED = re.compile(f"[0-9]+(?={_COUNTED})")
_STREET = re.compile("(?<=[町条丸川])(?:通り?)+(?=[㐀-鿿]|$)")
"""河原町通御池 is 河原町御池 to who lives there; a street of another name keeps its 通, as 大通西 does."""


FOLDED_FURTHER = re.compile(
    f"[条番号の丁通({NUMERALS}十百](?:(?<=[0-9][条番号の丁])|(?<=[0-9]-[{NUMERALS}十百])"
    f"|(?<=[{NUMERALS}十百])(?=丁目|番地)|(?<=[町条丸川]通)|(?<=\\()(?=.\\)))"
)
"""Where :func:`fold` changes what :func:`fold_letters` left: without such a place they give the same.

It begins with single letters, for which Python looks quickest (measured: 3 ns a letter, and 15)."""


def kanji_number(figures: str) -> str:
    """``12`` → ``十二``, as 条 are numbered; of a number beyond three digits each digit by itself."""
    number = int(figures)
    if len(figures) > 3 or not number:
        return "".join(NUMERALS[int(figure)] for figure in figures)
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    found = "" if not hundreds else "百" if hundreds == 1 else f"{NUMERALS[hundreds]}百"
    found += "" if not tens else "十" if tens == 1 else f"{NUMERALS[tens]}十"
    return found + (NUMERALS[ones] if ones else "")


def arabic(numeral: re.Match[str]) -> str:
    """``十二`` → ``12``, ``百三`` → ``103``, ``二〇`` → ``20``."""
    total = digit = 0
    for kanji in numeral[0]:
        if kanji in "十百":
            total += max(digit, 1) * (10 if kanji == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + NUMERALS.index(kanji)
    return str(total + digit)


def _fold_block_numbers(text: str) -> str:
    before = ""
    while before != text and not _OF_BLOCKS.isdisjoint(text):
        before = text
        for letters, pattern, mark in _BLOCK_STEPS:
            if not letters.isdisjoint(text):
                text = pattern.sub(arabic if mark is None else mark, text)
    return text


def fold(text: str) -> str:
    """The form in which two texts are compared; folding twice changes nothing more.

    Accepts any text, half-width kana, rare kanji and lone surrogates included. Never store or show it.
    """
    if not text:
        return ""
    normal = _fold_names(fold_letters(text))
    return normal if _BLOCK_MARKS.isdisjoint(normal) else _fold_block_numbers(normal)


def fold_either_way(letters: str) -> tuple[str, str]:
    """Both forms in which a piece of a text that :func:`fold_letters` gave may be somebody's address.

    :func:`fold` reads 5-十二 as 5-12 where the text has 丁, 番, 号 or の somewhere, and leaves it where not:
    so the address alone may have one form, and within a longer text the other.
    """
    names = _fold_names(letters)
    return names, _fold_block_numbers(names)


def _fold_names(letters: str) -> str:
    """What folding does to legal forms, 条 and streets."""
    if "(" in letters:
        letters = _LEGAL_FORM.sub(lambda form: _LEGAL_FORMS[form[0]], letters)
    if "条" in letters or "番町" in letters:
        letters = _FIGURES_COUNTED.sub(lambda figures: kanji_number(figures[0]), letters)
    return _STREET.sub("", letters) if "通" in letters else letters


def fold_letters(text: str) -> str:
    """:func:`fold` without what it does to addresses and legal forms: quick over megabytes of text.

    A name, a number or a mailbox within a long text has this form wherever it is in that text.
    """
    if text.isascii():  # most of a file is: ids, days, codes, numbers, mailboxes
        return text.translate(_ASCII)
    # The ends of lines go first: else a text that is folded but for them would be gone through by letters.
    normal = unicodedata.normalize("NFKC", text).casefold().replace("\n", "")
    if _CHANGED.search(normal):
        normal = normal.translate(_TABLE)
    return unicodedata.normalize("NFKC", normal)


class Folded(NamedTuple):
    """A folded text that knows where each of its letters comes from.

    Attributes:
        text: as :func:`fold_letters` has it.
        signs: by letter, the number of the sign that it is made of; all letters of (株) are made of ㈱.
        edges: by sign, where it begins in the original, and the original's end.
    """

    text: str
    signs: Sequence[int]
    edges: Sequence[int]

    def start(self, letter: int) -> int:
        """Where what a letter is made of begins."""
        return self.edges[self.signs[letter]]

    def end(self, letter: int) -> int:
        """Where it ends."""
        return self.edges[self.signs[letter] + 1]


def folded_with_places(text: str) -> Folded:
    """:func:`fold_letters` with the way back: for changing a text where something is found in its form."""
    edges: Sequence[int]
    if _JOINED.search(text):
        signs = _SIGN.findall(text)
        forms, edges = [fold_letters(sign) for sign in signs], (0, *accumulate(map(len, signs)))
    else:
        forms, edges = list(map(_FOLDED.__getitem__, text)), range(len(text) + 1)
    folded, numbers = "".join(forms), range(len(forms))
    made_of = tuple(compress(numbers, forms))
    if len(made_of) < len(folded):  # some have several letters
        made_of = tuple(chain.from_iterable(map(repeat, numbers, map(len, forms))))
    return Folded(folded, made_of, edges)


class _FoldedSigns(dict[str, str]):
    """Single characters and what each is folded to, once it was met."""

    def __missing__(self, sign: str) -> str:
        self[sign] = fold_letters(sign)
        return self[sign]


_FOLDED = _FoldedSigns()


def without_unseen(text: str) -> str:
    """Every character in its usual width, without those that nobody sees; spaces and dashes stay."""
    return unicodedata.normalize("NFKC", text).translate(_UNSEEN)


def without_legal_form(folded: str) -> str:
    """What an organisation of a folded name is called: 青葉商店 for 株式会社青葉商店; also in kana."""
    return _AT_AN_END.sub("", folded) or folded


def legal_form(folded: str) -> str:
    """The legal form at an end of a folded name, 株式会社; empty for none, and where there is no name."""
    found = _AT_AN_END.search(folded)
    return _FORMS_IN_KANA.get(found[0], found[0]) if found and found[0] != folded else ""


def plain(text: str) -> str:
    """Half-width, every dash a hyphen, invisible characters gone: for reading numbers out of a text."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text).translate(_PLAIN)


def letter_for_letter(text: str) -> str:
    """Every letter in its usual width at its own place, and dashes as hyphens; not the long vowels' mark."""
    return text if text.isascii() else "".join(map(_usual, text))


@lru_cache(maxsize=4096)
def _usual(sign: str) -> str:
    form = unicodedata.normalize("NFKC", sign)
    if len(form) != 1:
        return sign
    return "-" if form in DASHES and form != "ー" else form


def digits(text: str) -> str:
    """The digits 0–9 of a phone or postal number, typed in any width; everything else is dropped."""
    if text.isascii():
        bare = text.replace("-", "")
        if not bare or bare.isdecimal():
            return bare
    else:
        text = unicodedata.normalize("NFKC", text)
    return _NO_DIGITS.sub("", text)


def postal_code_of(text: str) -> str:
    """The seven digits of a postal code in any usual writing; empty where the text says anything else."""
    return digits(text) if _POSTAL_CODE_ALONE.fullmatch(text.translate(_PLAIN).strip()) else ""


def postal_code_within(text: str) -> str:
    """The seven digits of the first postal code that is written somewhere in the text; empty without one."""
    found = _POSTAL_CODE_WITHIN.search(text.translate(_PLAIN))
    return digits(found[0]) if found else ""


def hyphenated(postal_code: str) -> str:
    """``464-0811`` of seven digits; anything else as it is."""
    return f"{postal_code[:3]}-{postal_code[3:]}" if len(postal_code) == POSTAL_DIGITS else postal_code


def shown_width(text: str) -> int:
    """How many columns of a terminal a text takes: two for each full-width character."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
