"""Looking for persons' marks in texts, thousands of rows at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from hvacdesk.domain.disposal.json_values import changed_in_json, may_say_more, said_besides
from hvacdesk.domain.disposal.names_in_text import (
    BLACK,
    READING,
    is_apart_in,
    is_name_in,
    is_sought_apart,
    without_signs,
)
from hvacdesk.domain.disposal.remnants import Marks
from hvacdesk.domain.text.latin_names import SOUNDED, as_sounded, may_sound_like, sounds_within
from hvacdesk.domain.text.reached_by import mailbox_in, rarest_part
from hvacdesk.domain.text.standing_alone import is_behind_family
from hvacdesk.domain.text.text_forms import (
    ARABIC,
    BETWEEN_FIGURES,
    DASHES,
    FOLDED_FURTHER,
    NUMERALS,
    arabic,
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

_LONGEST_BLACK = 3
"""The length of a name would tell, too."""

_NOT_DIALLED = b"-()./+"
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_APART = re.compile(r"\s(?<=\d\s)\s*(?=\d)")
"""Parts a house's number from a room's, which folding would make one number of: 3-41-7 502."""

_BETWEEN_DIGITS = rf"[{BETWEEN_FIGURES}\s]*"
_NOT_AFTER, _NOT_BEFORE = "(?<![0-9])(?<![0-9][-./])", "(?![-./]?[0-9])"
_PARTS_FIGURES = f"{BETWEEN_FIGURES}と•"
_WITHIN_NUMBERS = re.compile(
    f"[{_PARTS_FIGURES}](?<=[0-9][{_PARTS_FIGURES}])[{_PARTS_FIGURES}]{{0,3}}(?=[0-9])"
)
_ONE_AS_DASH = re.compile("(?<=[0-9])一(?=[0-9])")
_LOOSELY = re.compile(
    f"[の、,(一{NUMERALS}十百](?:(?<=[㐀-鿿々][の、,(])(?=[0-9]+(?:-|丁目|番地))|(?<=丁目の)(?=[0-9])"
    f"|(?<=[0-9]一)(?=[0-9])|(?<=[町村区市字][{NUMERALS}十百])[{NUMERALS}十百]*(?=-))"
)
"""What is written between a town and its number, or for a dash: 唐山町の3-41-7, 唐山町(3-41-7), 3一41一7."""
_FIGURE = f"[0-9{NUMERALS}零○◯]"
_IN_KANJI = re.compile(f"[{NUMERALS}零○◯](?:[{BETWEEN_FIGURES}]*{_FIGURE}){{8,}}")
"""A number whose digits are written one by one in kanji: 〇五二ー九八七ー六五四三."""

_AROUND = 16
"""Letters beside a value that tell whether it is part of something longer."""

_BESIDE = 6
"""Letters beside a name that tell whether it ends there."""

_IN_ONE_PIECE = 200
"""Letters that are searched together; with each more, all of them are read again for everything found."""
_CUTS = tuple(map(re.compile, (r"\n", "。", "[、,，]", r"\s")))
"""Where a text is cut in two. Not behind 山田 and a space: a given name that follows would be nobody's."""

_NUMBER_BEFORE = re.compile(r"[0-9]+\Z")
_DIALLED_BEFORE = frozenset({"81", "00", "010", "0081", "01081"})
"""What may be right before a phone number that is dialled from abroad, or abroad."""

_DAY = re.compile("(?<![0-9])(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])")

_KANJI = re.compile("[㐀-鿿々]+")
_TOWN_BEFORE = re.compile("(?:(?<![㐀-鿿々])|(?<=[都道府県市区郡町村]))[東西南北上中下新本元古大小]\\Z")
"""What makes another town of this one: 東唐山町."""
_WORD_BEFORE = re.compile("[㐀-鿿々](?<![都道府県市区郡町村字所場宅先])\\Z")
"""What makes a word of a town of one letter: 繁栄1番."""
_HOUSE_AFTER = re.compile(
    f"(?:(?:丁目|番地?|号)の?[{NUMERALS}十百]|(?:丁目|番地?|号)?の?[{re.escape(DASHES)}]?[0-9])"
)
"""What makes another house of this one: 3-5-12, 3丁目5番十二号."""

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


class _Black(NamedTuple):
    """A text that is blacked out, and the same without what was found in it and is left."""

    text: str
    sought: str


class _SoughtForms(NamedTuple):
    """One way in which values of a kind are written, and sought in one reading of a text.

    Attributes:
        forms: by number of what is sought, the forms that may be there, each with whose it is.
        is_there: whether a form is in the text itself; None where what is found is one for sure.
    """

    kind: ColumnKind
    forms: Sequence[Sequence[tuple[str, Sequence[int]]]]
    search: Search
    is_there: Callable[[str, str], bool] | None = None


def _sought(
    kind: ColumnKind,
    meant: Mapping[str, Sequence[int]],
    sought: Callable[[str], str] = str,
    is_there: Callable[[str, str], bool] | None = None,
) -> _SoughtForms:
    """A way to find these forms.

    Args:
        sought: what is looked for of a form; of one for which another form is looked for nothing.
    """
    by_key: dict[str, list[tuple[str, Sequence[int]]]] = {}
    for form, persons in meant.items():
        key = sought(form)
        if key and (key == form or key not in meant):
            by_key.setdefault(key, []).append((form, persons))
    return _SoughtForms(kind, list(by_key.values()), _search(by_key), is_there)


class MarkSearch:
    """Everybody's marks; made once, for searching in many texts."""

    def __init__(self, people: Sequence[Marks]) -> None:
        meant: dict[ColumnKind, dict[str, list[int]]] = {}
        sounded: dict[str, list[int]] = {}
        for number, marks in enumerate(people):
            for kind, forms in _by_kind(marks).items():
                for form in forms:
                    of_kind = sounded if SOUNDED in form else meant.setdefault(kind, {})
                    of_kind.setdefault(form, []).append(number)
        self._in_ascii = [kind for kind, forms in meant.items() if any(map(str.isascii, forms))]
        names, emails = (meant.get(kind, {}) for kind in (ColumnKind.NAME, ColumnKind.EMAIL))
        apart = {form: names.pop(form) for form in tuple(names) if is_sought_apart(form)}
        self._as_they_are = {
            kind: _sought(kind, forms, is_there=is_name_in if kind is ColumnKind.NAME else None)
            for kind, forms in meant.items()
        }
        self._apart = _sought(ColumnKind.NAME, apart, without_signs, is_apart_in)
        self._with_signs = _sought(ColumnKind.NAME, names, without_signs, is_name_in)
        self._sounded = sounded
        self._sounds = sounds_within(sounded)
        self._disguised = _sought(ColumnKind.EMAIL, emails, rarest_part, _is_mailbox_in)
        phones = meant.get(ColumnKind.PHONE, {})
        self._without_zero = {form for form in phones if f"0{form}" in phones}

    @cached_property
    def _in_latin(self) -> _SoughtForms:
        """Made only when needed: in most offices nobody writes so."""
        return _sought(ColumnKind.NAME, self._sounded)

    def astray(self, text: str, of: ColumnKind | None) -> bool:
        """Whether anything occurs in texts of a column that its kind does not explain."""
        return self._occurs(_read(text), of, of)

    def anything(self, text: str, of: ColumnKind | None) -> bool:
        """Whether anything occurs, explained or not."""
        return self._occurs(_read(text), of)

    def hits(self, text: str, of: ColumnKind | None) -> list[Hit]:
        """Everything that occurs in a text of a column of this kind."""
        found: dict[Hit, None] = {}
        read = _read(text)
        for way, said in self._readings(read, of):
            for form, persons in _found(way, said, read):
                if form not in self._without_zero or _stands_alone(form, text, of):
                    found |= dict.fromkeys(Hit(person, way.kind, form, of) for person in persons)
        return list(found)

    def _occurs(self, read: str, of: ColumnKind | None, explained: ColumnKind | None = None) -> bool:
        return any(
            way.search.occurs_in(said) and (way.is_there is None or any(_found(way, said, read)))
            for way, said in self._readings(read, of, explained)
        )

    def blacked_out(self, text: str, spared: Callable[[Hit], bool]) -> str:
        """A free text with everything that occurs in it made unreadable, but for what is spared.

        What is part of a longer number, mailbox or address may be somebody else's, and is left as it is. JSON
        stays JSON: of its values each by itself is blacked out.
        """
        in_json = changed_in_json(text, lambda said: self.blacked_out(said, spared))
        if in_json is not None:
            return self._parts_blacked_out(in_json, spared)
        return self._made_black(text, spared).text

    def _made_black(self, text: str, spared: Callable[[Hit], bool]) -> _Black:
        """A text that is no JSON.

        Of a long one its halves come first: then there is left what goes on behind the cut, and no more.
        """
        sought = text
        cut = _cut(text)
        if cut:
            left, right = (self._made_black(half, spared) for half in (text[:cut], text[cut:]))
            text, sought = left.text + right.text, left.sought + right.sought
        for _ in text:
            hits = [one for one in self.hits(sought, ColumnKind.TEXT) if not spared(one)]
            if not hits:
                break
            spans = {self._span(sought, one): one for one in hits}
            start, end = max(spans, key=lambda span: span[1] - span[0])  # a shorter one may be its beginning
            hit = spans[start, end]
            if _is_part(text, start, end, hit.what) or not self._is_whole(sought, start, end, hit):
                sought = sought[:start] + BETWEEN * (end - start) + sought[end:]
                continue
            black = BLACK * min(end - start, _LONGEST_BLACK)
            text, sought = (one[:start] + black + one[end:] for one in (text, sought))
        return _Black(text, sought)

    def _parts_blacked_out(self, in_json: str, spared: Callable[[Hit], bool]) -> str:
        """JSON without the values that make a name together: ["柳川","美沙緒"]."""
        names = [
            without_signs(one.form)
            for one in self.hits(in_json, ColumnKind.TEXT)
            if one.what is ColumnKind.NAME and not spared(one)
        ]

        def changed(said: str) -> str:
            part = without_signs(fold_letters(said))
            return (
                BLACK * min(len(said), _LONGEST_BLACK) if part and any(part in one for one in names) else said
            )

        return (changed_in_json(in_json, changed) or in_json) if names else in_json

    def _span(self, text: str, hit: Hit) -> tuple[int, int]:
        """Where in the text a hit is: the shortest piece in which it still is one."""

        def within(piece: str) -> bool:
            return hit in self.hits(piece, hit.of)

        end = _least(len(text), lambda length: within(text[:length]))
        length = _least(end, lambda length: within(text[end - length : end]))
        return end - length, end

    def _is_whole(self, text: str, start: int, end: int, hit: Hit) -> bool:
        """Whether a hit is one with what is beside it, too: 小林、実 is none within 小林、実家."""
        pieces = text[max(0, start - _BESIDE) : end], text[start : end + _BESIDE]
        return all(hit in self.hits(piece, hit.of) for piece in pieces)

    def _readings(
        self, text: str, of: ColumnKind | None, explained: ColumnKind | None = None
    ) -> Iterator[tuple[_SoughtForms, bytes]]:
        """The text as each kind of mark is compared with it, but for the kind that belongs there.

        Where people write as they like, it is read again without what they write within a value, and as it
        sounds.
        """
        letters = fold_letters(text)
        said, is_free = _bytes(letters), of in (ColumnKind.TEXT, None)
        for kind in self._in_ascii if text.isascii() else self._as_they_are:
            way = self._as_they_are[kind]
            if kind is explained:
                continue
            if kind is ColumnKind.PHONE:
                yield way, said.translate(None, _NOT_DIALLED)
            elif kind is ColumnKind.ADDRESS:
                yield from ((way, one) for one in _as_addresses(text, letters, said))
            else:
                yield way, said
            if kind is ColumnKind.NAME and not is_free:
                yield self._apart, said
            if is_free:
                yield from self._freely(kind, letters, said)
        if is_free and may_sound_like(text, self._sounds):
            for one in text.split(BETWEEN):
                if may_sound_like(one, self._sounds):
                    yield from ((self._in_latin, _bytes(heard)) for heard in as_sounded(one, without_signs))

    def _freely(self, kind: ColumnKind, letters: str, said: bytes) -> Iterator[tuple[_SoughtForms, bytes]]:
        """A text in which people write as they like, as a kind of mark is compared with it besides."""
        match kind:
            case ColumnKind.PHONE:
                yield self._as_they_are[kind], _as_dialled(letters)
                if _ONE_AS_DASH.search(letters):
                    yield self._as_they_are[kind], _as_dialled(_ONE_AS_DASH.sub("-", letters))
            case ColumnKind.ADDRESS:
                if _LOOSELY.search(letters):
                    closely = _LOOSELY.sub(_as_closely, letters)
                    found = _as_addresses(closely, closely, _bytes(closely))
                    yield from ((self._as_they_are[kind], one) for one in found)
            case ColumnKind.EMAIL:
                yield self._disguised, said
            case ColumnKind.NAME:
                bare = _bytes(without_signs(letters))
                yield from ((way, bare) for way in (self._with_signs, self._apart))
                if READING.search(letters):
                    yield self._with_signs, _bytes(without_signs(READING.sub("", letters)))


def _read(text: str) -> str:
    """A text with what it says in JSON besides, and no letter written by its number."""
    text = as_read(text)
    return _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text) if "\\u" in text else text


def _found(way: _SoughtForms, said: bytes, text: str) -> Iterator[tuple[str, Sequence[int]]]:
    """The forms that are in a reading of a text, with whose each is."""
    numbers = {
        number: None
        for number, _, end in way.search.found(said)
        if way.kind is not ColumnKind.ADDRESS or _ends(said, end)
    }
    for number in numbers:
        for form, persons in way.forms[number]:
            if way.is_there is None or any(way.is_there(form, one) for one in text.split(BETWEEN)):
                yield form, persons


def _is_mailbox_in(mailbox: str, text: str) -> bool:
    return any(mailbox_in(fold_letters(text), mailbox))


def _as_dialled(letters: str) -> bytes:
    """The digits of numbers side by side, whatever is written between them, and those in kanji too."""
    figures = _IN_KANJI.sub(lambda number: number[0].translate(ARABIC), letters)
    return _bytes(_WITHIN_NUMBERS.sub("", figures))


def _as_closely(sign: re.Match[str]) -> str:
    """What stands for a sign that :data:`_LOOSELY` found."""
    if sign.string[sign.start() - 1].isdecimal():
        return "-"
    return arabic(sign) if sign[0][0] in f"{NUMERALS}十百" else ""


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


def _is_part(text: str, start: int, end: int, what: ColumnKind) -> bool:
    """Whether what is there is a piece of a longer number, mailbox or address."""
    around = (text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
    before, found, after = (unicodedata.normalize("NFKC", one) for one in around)
    match what:
        case ColumnKind.PHONE:
            number = _NUMBER_BEFORE.search(before)
            edge = len(before)
            return (
                after[:1].isdecimal()
                or (number is not None and number[0] not in _DIALLED_BEFORE)
                or any(day.start() < edge < day.end() for day in _DAY.finditer(before + found))
            )
        case ColumnKind.EMAIL:
            return bool(_MAILBOX_BEFORE.search(before) or _MAILBOX_AFTER.match(after))
        case ColumnKind.ADDRESS:
            town = _KANJI.match(found)
            longer = _TOWN_BEFORE if town is None or len(town[0]) > 1 else _WORD_BEFORE
            return bool(longer.search(before) or _HOUSE_AFTER.match(after))
    return False


def _cut(text: str) -> int:
    """Where a long text may be cut near its middle; 0 where it is short, or has no such place."""
    start, end = len(text) // 4, len(text) * 3 // 4
    if len(text) > _IN_ONE_PIECE:
        for sign in _CUTS:
            found = (one.end() for one in sign.finditer(text, start, end))
            ends = [at for at in found if not is_behind_family(text[at - _AROUND : at])]
            if ends:
                return min(ends, key=lambda at: abs(at - len(text) // 2))
    return 0


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
