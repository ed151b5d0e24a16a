"""What a search compares: a customer's shown parts on one side, the words of a query on the other.

Search must not undo a mask, so the line holds only what every reader's mask shows: family name and kana,
organisation, prefecture to town, the last four digits of each phone, and the customer number. Some of that is
shown elsewhere, but not in a list's row: the people at a firm, a second phone. Such parts are marked, so that
who is found by one comes after all others, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from hvacdesk.domain.text.romaji import kana_begun
from hvacdesk.domain.text.text_forms import APOSTROPHES, digits, fold, kanji_number, without_legal_form
from hvacdesk.domain.text.written_places import sure_area

if TYPE_CHECKING:
    from hvacdesk.domain.customers.customers import CustomerRecord

SEPARATOR = "\n"
"""Put between the parts of a line; no folded text holds it, so no term matches across two parts."""


Words = Sequence[Sequence[str]]
"""The words of a query, each with the folded spellings it may mean."""


class Unseen(StrEnum):
    """What a part of a line is that no row of a list shows; the value is put before it, and is in no text."""

    PERSON = "\t"
    OTHER_PHONE = "\v"
    FORMER_NUMBER = "\f"


FIRST_SEEN = "\r"
"""Every marked part comes before this, and every other one after it."""

_MARKS = "".join(Unseen)

_MOST_FORMS = 24
_KANJI = "[\u3400-\u9fff\U00020000-\U0003ffff々]"
_KANJI_IN = re.compile(_KANJI)
_SHORTEST_KANJI, _SHORTEST_KANA = 2, 3
"""A word of fewer characters says little by itself."""
_BETWEEN_KANJI = re.compile(f"(?<={_KANJI})[けが](?={_KANJI})")
"""関ヶ原, 霞が関 and 鳩ケ谷 are written either way; ヶ and ケ are folded to け already."""

_ROWS = {
    "あ": "あかがさざただなはばぱまやらわ", "い": "いきぎしじちぢにひびぴみり",
    "う": "うくぐすずつづぬふぶぷむゆる", "え": "えけげせぜてでねへべぺめれ",
    "お": "おこごそぞとどのほぼぽもよろ",
}  # fmt: skip
_LENGTHENED = {"あ": "あ", "い": "い", "う": "う", "え": "えい", "お": "おう"}
_LONG = re.compile("|".join(f"(?<=[{_ROWS[row]}])[{long}]" for row, long in _LENGTHENED.items()))
_LENGTHENING = re.compile("|".join(f"(?<=[{_ROWS[row]}])[-{long}]" for row, long in _LENGTHENED.items()))
_MOST_LONG = 4
_COMPOSED = re.compile("([ぁ-ん]*)([a-z][a-z'-]*)")
"""Romaji typed by mistake, or かなｋ as an input method has it while it waits for the vowel."""

_MARKED = re.compile("(?<=[ぁ-ん])-(?![0-9])")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_NUMBER_AT_END = re.compile(f"(?<={_KANJI})[0-9]{{1,3}}$")


class FindablePerson(NamedTuple):
    """Somebody to speak to at a customer's, as far as masks show them: the family name, written and read, and
    numbers of which the last four digits are shown.
    """

    families: tuple[str, ...]
    numbers: tuple[str, ...]


def search_line(
    record: CustomerRecord,
    number: str,
    people: Iterable[FindablePerson] = (),
    former_numbers: Iterable[str] = (),
) -> str:
    """The folded text that :func:`query_terms` are looked for in.

    Args:
        number: the customer number.
        people: whom one speaks to at an organisation.
        former_numbers: of duplicates that were merged into this customer.
    """
    # An organisation's row shows its name in place of a person's, so the person is a part that no row shows.
    organisation, organisation_kana = fold(record.organisation), fold(record.organisation_kana)
    family, family_kana = fold(record.name.family), fold(record.name.family_kana)
    place = record.address
    seen = [
        "" if organisation else family,
        "" if organisation_kana else family_kana,
        organisation,
        without_legal_form(organisation),
        organisation_kana,
        without_legal_form(organisation_kana),
        fold(sure_area(place.prefecture, place.city, place.town).text),
        *(last_four(phone.number) for phone in record.phones[:1]),
    ]
    persons, phones = [family, family_kana], [last_four(phone.number) for phone in record.phones[1:]]
    for person in people:
        persons += map(fold, person.families)
        phones += map(last_four, person.numbers)
    known = frozenset(seen)
    unseen = [
        f"{mark}{part}"
        for mark, parts in (
            (Unseen.PERSON, persons),
            (Unseen.OTHER_PHONE, phones),
            (Unseen.FORMER_NUMBER, map(fold, former_numbers)),
        )
        for part in parts
        if part and part not in known
    ]
    return SEPARATOR.join(dict.fromkeys(filter(None, (*seen, *unseen, fold(number)))))


def unseen_reason(line: str, words: Iterable[Sequence[str]]) -> Unseen | None:
    """The kind of unseen part by which a line is found; of the first word that only such parts hold."""
    parts = line.split(SEPARATOR)
    for spellings in words:
        found = [part for part in parts if any(spelling in part for spelling in spellings)]
        if found and all(part < FIRST_SEEN for part in found):
            return Unseen(found[0][0])
    return None


def scraps(words: Words) -> Words:
    """The words of a query that are so short that they say little, each single kana for example.

    Everybody's shown parts hold every kana somewhere, so タ ナ カ ミ サ オ finds somebody by them, and yet
    tells whether タナカミサオ is a customer. The last word is none: it is being typed.
    """
    return tuple(spellings for spellings in words[:-1] if _is_scrap(spellings[0]))


def is_whole_part(word: Sequence[str], line: str) -> bool:
    """Whether a word, in one of its spellings, is a part of the line and not only within one, as 林 is."""
    return any(part.lstrip(_MARKS) in word for part in line.split(SEPARATOR))


def _is_scrap(word: str) -> bool:
    return len(word) < (_SHORTEST_KANJI if _KANJI_IN.search(word) else _SHORTEST_KANA)


def last_four(number: str) -> str:
    """The part of a phone number that its mask shows; nothing of a number too short to hide anything."""
    figures = digits(number)
    return figures[-4:] if len(figures) > 4 else ""


def query_terms(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a query, each with the folded spellings it may mean, the typed one first.

    A customer is found when every word has at least one spelling in the search line. ``tanaka 5678`` gives
    ``(("tanaka", "たなか"), ("5678",))``.
    """
    words = (tuple(dict.fromkeys(_spellings(word))) for word in text.split())
    return tuple(spellings for spellings in words if spellings)


def whole_forms(text: str) -> tuple[str, ...]:
    """What the whole text may be when it is one name, typed with or without spaces, in kana or in romaji."""
    words = query_terms(text)
    forms = ("".join(spellings) for spellings in islice(product(*words), _MOST_FORMS)) if words else ()
    return tuple(form for form in dict.fromkeys((fold(text), *forms)) if len(form) > 1)


def _spellings(word: str) -> Iterator[str]:
    typed = fold(word)
    if not typed:
        return
    yield typed
    readings = [typed]
    composed = _COMPOSED.fullmatch("'".join(map(fold, _APOSTROPHE.split(word))))  # jun'ichi is じゅんいち
    if composed is not None:
        readings = [f"{composed[1]}{fold(kana)}" for kana in kana_begun(composed[2])]
        yield from readings
    for reading in readings:
        yield from _long_vowels(reading)
    if _NUMBER_AT_END.search(typed):  # 北1 while 条 is still to come
        yield _NUMBER_AT_END.sub(lambda figures: kanji_number(figures[0]), typed)
    if _BETWEEN_KANJI.search(typed):
        yield _BETWEEN_KANJI.sub(lambda kana: "がけ"[kana[0] == "が"], typed)


def _long_vowels(reading: str) -> Iterator[str]:
    """The reading with its long vowels written otherwise: さとー for さとう; さとう, さとお for さとー.

    The mark itself is folded to a hyphen. Only readings in kana have any.
    """
    if _MARKED.search(reading):
        yield _MARKED.sub(lambda mark: _longer(reading[mark.start() - 1])[-1], reading)
        yield _MARKED.sub(lambda mark: _longer(reading[mark.start() - 1])[0], reading)
    elif _LONG.search(reading):
        yield with_long_marks(reading)


def with_long_marks(reading: str) -> str:
    """The folded reading with every long vowel as its mark, which is folded to a hyphen: たろ- for たろう."""
    return _LONG.sub("-", reading)


def long_vowel_spellings(reading: str) -> tuple[str, ...]:
    """The folded reading with each long vowel in each of its writings: タロー, タロウ, タロオ.

    Where so many are long that nobody would write each of them in another way, all of them are marks.
    """
    pieces: list[tuple[str, ...]] = []
    done = 0
    for long in _LENGTHENING.finditer(reading):
        row = next(row for row, members in _ROWS.items() if reading[long.start() - 1] in members)
        pieces += [(reading[done : long.start()],), tuple(dict.fromkeys((long[0], "-", *_LENGTHENED[row])))]
        done = long.end()
    if len(pieces) > 2 * _MOST_LONG:
        return (reading, with_long_marks(reading))
    return tuple("".join((*one, reading[done:])) for one in product(*pieces))


def _longer(kana: str) -> str:
    """What lengthens a kana: the vowel of its row, and the one that is more usual."""
    return next((_LENGTHENED[row] for row, members in _ROWS.items() if kana in members), "う")
