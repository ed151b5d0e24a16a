"""Looking for persons' marks in texts, thousands of rows at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from hvacdesk.domain.disposal.json_values import changed_in_json, may_say_more, said_besides
from hvacdesk.domain.disposal.remnants import Marks
from hvacdesk.domain.text.text_forms import (
    ARABIC,
    BETWEEN_FIGURES,
    DASHES,
    FOLDED_FURTHER,
    NUMERALS,
    fold_either_way,
    fold_letters,
    plain,
)
from hvacdesk.store.base import ColumnKind
from hvacdesk.vault.erasure.needles import Needle, Search

BETWEEN = "\x01"
"""Parts two values: no text has this character, and no form of a value may bridge it.

It is one of ASCII's, as which most of a file can be read: ids, days, codes, numbers, mailboxes.
"""

BLACK = "●"
"""Replaces letters that are blacked out, at most three in a row: the length of a name would tell, too."""

_LONGEST_BLACK = 3
_NOT_DIALLED = b"-()./+"
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_APART = re.compile(r"\s(?<=\d\s)\s*(?=\d)")
"""Parts a house's number from a room's, which folding would make one number of: 3-41-7 502."""

_PART_VALUES = f"。{{}}{BLACK}"
"""Signs between two sentences, two members of JSON, or beside what is black already."""
_SIGNS = "".join(
    re.escape(sign)
    for sign in map(chr, range(0x10000))
    if unicodedata.category(sign)[0] in "PS" and sign not in _PART_VALUES
)
_TITLED = "(?:(?<=[様氏殿君])|(?<=先)生|(?<=さ)[んま]|(?<=く)ん)"
_WITHIN_NAMES = re.compile(f"[{_SIGNS}様氏殿君先さく](?:(?<=[{_SIGNS}])|{_TITLED}[{_SIGNS}])[{_SIGNS}]*")
"""What people write between a family name and the given one: any sign, also behind a title.

It begins with single letters, for which Python looks quickest."""
_READING = re.compile(r"(?<=[(「『【〔\[〈《<])[ぁ-ん-]+(?=[)」』】〕\]〉》>])")
"""A reading in brackets: 髙﨑（タカサキ）美沙緒. It may be the given name, too."""

_BETWEEN_DIGITS = rf"[{BETWEEN_FIGURES}\s]*"
_NOT_AFTER, _NOT_BEFORE = "(?<![0-9])(?<![0-9][-./])", "(?![-./]?[0-9])"
_WITHIN_NUMBERS = re.compile(f"[{BETWEEN_FIGURES}]+(?<=[0-9][{BETWEEN_FIGURES}])(?=[0-9])")
_FIGURE = f"[0-9{NUMERALS}零○◯]"
_IN_KANJI = re.compile(f"[{NUMERALS}零○◯](?:[{BETWEEN_FIGURES}]*{_FIGURE}){{8,}}")
"""A number whose digits are written one by one in kanji: 〇五二ー九八七ー六五四三."""

_AROUND = 16
"""Letters beside a value that tell whether it is part of something longer."""

_DASHES = frozenset(DASHES)
_NUMBER_BEFORE = re.compile(r"[0-9]+\Z")
_DIALLED_BEFORE = frozenset({"81", "00", "010", "0081", "01081"})
"""What may be right before a phone number that is dialled from abroad, or abroad."""

_MAILBOX_BEFORE = re.compile(r"[0-9A-Za-z][._+-]?\Z")
_MAILBOX_AFTER = re.compile(r"[.-]?[0-9A-Za-z]")


class Hit(NamedTuple):
    """A form of a person in a cell. ``of`` is what the cell may hold; None in no column of the program's."""

    person: int
    what: ColumnKind
    form: str
    of: ColumnKind | None

    def is_among(self, marks: Marks) -> bool:
        """Whether somebody has the same."""
        return self.form in _by_kind(marks)[self.what]


def _by_kind(marks: Marks) -> dict[ColumnKind, frozenset[str]]:
    return {
        ColumnKind.NAME: marks.names,
        ColumnKind.PHONE: marks.phones,
        ColumnKind.EMAIL: marks.emails,
        ColumnKind.ADDRESS: marks.addresses,
    }


def as_read(text: str) -> str:
    """Texts with what those in JSON among them say besides."""
    if not may_say_more(text):
        return text
    return BETWEEN.join(one for piece in text.split(BETWEEN) for one in (piece, *said_besides(piece)))


def marks_of(people: Iterable[Marks]) -> frozenset[str]:
    """Every form of everybody, of whatever kind."""
    return frozenset().union(*(forms for one in people for forms in _by_kind(one).values()))


class MarkSearch:
    """Everybody's marks; made once, for searching in many texts."""

    def __init__(self, people: Sequence[Marks]) -> None:
        meant: dict[ColumnKind, dict[str, list[int]]] = {}
        for number, marks in enumerate(people):
            for kind, forms in _by_kind(marks).items():
                for form in forms:
                    meant.setdefault(kind, {}).setdefault(form, []).append(number)
        self._meant = {kind: list(forms.items()) for kind, forms in meant.items()}
        self._searches = {kind: _search(forms) for kind, forms in meant.items()}
        phones = meant.get(ColumnKind.PHONE, {})
        self._without_zero = {form for form in phones if f"0{form}" in phones}
        self._in_ascii = [kind for kind, forms in meant.items() if any(map(str.isascii, forms))]

    def astray(self, text: str, of: ColumnKind | None) -> bool:
        """Whether anything occurs in texts of a column that its kind does not explain."""
        return any(self._searches[kind].occurs_in(said) for kind, said in self._readings(text, of, of))

    def anything(self, text: str, of: ColumnKind | None) -> bool:
        """Whether anything occurs, explained or not."""
        return any(self._searches[kind].occurs_in(said) for kind, said in self._readings(text, of))

    def hits(self, text: str, of: ColumnKind | None) -> list[Hit]:
        """Everything that occurs in a text of a column of this kind."""
        found: dict[Hit, None] = {}
        for kind, said in self._readings(text, of):
            for number, _, end in self._searches[kind].found(said):
                form, persons = self._meant[kind][number]
                if kind is ColumnKind.ADDRESS and not _ends(said, end):
                    continue
                if form not in self._without_zero or _stands_alone(form, text, of):
                    found |= dict.fromkeys(Hit(person, kind, form, of) for person in persons)
        return list(found)

    def blacked_out(self, text: str, spared: Callable[[Hit], bool]) -> str:
        """A free text with everything that occurs in it made unreadable, but for what is spared.

        What is part of a longer number, mailbox or address may be somebody else's, and is left as it is. JSON
        stays JSON: of its values each by itself is blacked out.
        """
        in_json = changed_in_json(text, lambda said: self.blacked_out(said, spared))
        if in_json is not None:
            return in_json
        sought = text
        for _ in text:
            hits = [one for one in self.hits(sought, ColumnKind.TEXT) if not spared(one)]
            if not hits:
                break
            hit = max(hits, key=lambda one: len(one.form))  # a shorter one may be its beginning
            start, end = self._span(sought, hit)
            if _is_part(text[:start], hit.what, text[end:]):
                sought = sought[:start] + BETWEEN * (end - start) + sought[end:]
                continue
            black = BLACK * min(end - start, _LONGEST_BLACK)
            text, sought = (one[:start] + black + one[end:] for one in (text, sought))
        return text

    def _span(self, text: str, hit: Hit) -> tuple[int, int]:
        """Where in the text a hit is: the shortest piece in which it still is one."""

        def within(piece: str) -> bool:
            return hit in self.hits(piece, hit.of)

        end = _least(len(text), lambda length: within(text[:length]))
        length = _least(end, lambda length: within(text[end - length : end]))
        return end - length, end

    def _readings(
        self, text: str, of: ColumnKind | None, explained: ColumnKind | None = None
    ) -> Iterator[tuple[ColumnKind, bytes]]:
        """The text as each kind of mark is compared with it, but for the kind that belongs there.

        Where people write as they like, it is read once more without what they write within a value.
        """
        text = as_read(text)
        if "\\u" in text:
            text = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
        letters = fold_letters(text)
        said, is_free = _bytes(letters), of in (ColumnKind.TEXT, None)
        for kind in self._in_ascii if text.isascii() else self._searches:
            if kind is explained:
                continue
            if kind is ColumnKind.PHONE:
                yield kind, said.translate(None, _NOT_DIALLED)
                if is_free:
                    yield kind, _as_dialled(letters)
            elif kind is ColumnKind.ADDRESS:
                yield from ((kind, one) for one in _as_addresses(text, letters, said))
            else:
                yield kind, said
                if is_free and kind is ColumnKind.NAME:
                    yield kind, _bytes(_WITHIN_NAMES.sub("", letters))
                    if _READING.search(letters):
                        yield kind, _bytes(_WITHIN_NAMES.sub("", _READING.sub("", letters)))


def _as_dialled(letters: str) -> bytes:
    """The digits of numbers side by side, whatever is written between them, and those in kanji too."""
    figures = _IN_KANJI.sub(lambda number: number[0].translate(ARABIC), letters)
    return _bytes(_WITHIN_NUMBERS.sub("", figures))


def _as_addresses(text: str, letters: str, said: bytes) -> Iterator[bytes]:
    """The text as addresses are compared with it: by its letters, and what folding changes further once more.

    Args:
        letters, said: the text's folded letters, and these in UTF-8.
    """
    if _APART.search(text):
        letters = fold_letters(_APART.sub(BETWEEN, text))
        said = _bytes(letters)
    yield said
    if FOLDED_FURTHER.search(letters):
        yield from map(
            _bytes, fold_either_way(BETWEEN.join(filter(FOLDED_FURTHER.search, letters.split(BETWEEN))))
        )


def _is_part(before: str, what: ColumnKind, after: str) -> bool:
    """Whether what is between two texts is a piece of a longer number, mailbox or address."""
    before, after = (unicodedata.normalize("NFKC", one) for one in (before[-_AROUND:], after[:_AROUND]))
    match what:
        case ColumnKind.PHONE:
            number = _NUMBER_BEFORE.search(before)
            return after[:1].isdecimal() or (number is not None and number[0] not in _DIALLED_BEFORE)
        case ColumnKind.EMAIL:
            return bool(_MAILBOX_BEFORE.search(before) or _MAILBOX_AFTER.match(after))
        case ColumnKind.ADDRESS:
            return after[:1] in _DASHES and after[1:2].isdecimal()
    return False


def _least(most: int, suffices: Callable[[int], bool]) -> int:
    """The least number that suffices, where ``most`` does and whatever is more than one that does, does."""
    too_few, enough = 0, most
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if suffices(middle):
            enough = middle
        else:
            too_few = middle
    return enough


def _ends(said: bytes, at: int) -> bool:
    """Whether a number ends here: 7-1 is not the beginning of 7-15."""
    return not said[at : at + 1].isdigit()


def _stands_alone(digits: str, text: str, of: ColumnKind | None) -> bool:
    """Whether a text has a number that lost its zero, as in a spreadsheet, and not within a longer one.

    So few digits are part of many a code.
    """
    if of is ColumnKind.CODE:
        return False
    alone = f"{_NOT_AFTER}{_BETWEEN_DIGITS.join(digits)}{_NOT_BEFORE}"
    return re.search(alone, plain(as_read(text))) is not None


def _search(forms: Iterable[str]) -> Search:
    return Search(Needle(_bytes(form)) for form in forms)


def _bytes(form: str) -> bytes:
    return form.encode("utf-8", "surrogatepass")
