"""Names that are registered in kanji or kana, and written in Latin letters: Misao Yanagawa for 柳川 美沙緒.

Who is in a hurry types with the input method off, and partners abroad write so. A name is known by its kana:
of one that has none nobody knows how it is read. Words are compared whole, by what all spellings of a sound
have in common (:func:`~.romaji.sounds`), in any case and width, so that nothing within Kenwood is a Ken.

*For sure*: both parts in either order, in one word or with signs between them, and the given name beside the
family name in kanji or kana. *By itself*: the given name, where an honorific or a title is at it (Misao様,
misao san, Ms. Misao), where what follows is said of people alone (Misao在宅), and behind a relative
(妻 Misao). A model (MISAO-100) and a word that is spelled like a name (AI対応) stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as Collection
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.romaji import in_latin, sounds
from hvacdesk.domain.text.standing_alone import is_behind_family, is_said_of_somebody, script
from hvacdesk.domain.text.text_forms import DASHES, HONORIFICS, WITHIN_WORDS, fold_letters, without_unseen

_LETTER = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1effＡ-Ｚａ-ｚ]"
_WORD = re.compile(f"{_LETTER}(?:[{WITHIN_WORDS}]*{_LETTER})*")
_HYPHENED = re.compile(f"{_LETTER}(?:[{WITHIN_WORDS}{re.escape(DASHES)}]*{_LETTER})*")
"""A word, also with hyphens within it: Yu-taro."""
_BETWEEN = re.compile(rf"(?:[\W_]|[{WITHIN_WORDS}]){{0,4}}")
_NO_LETTER = re.compile(r"[\W_]+")
_MOST_WORDS = 4
"""Yu-taro O-tani has as many."""
_SHORTEST = 2
"""A single letter is an initial."""
_SHORTEST_WITH_SAN = 3
_SHORTEST_UNDIVIDED = 5
"""A name in so many kana has both its parts where the family name has none of its own."""
_AROUND = 16
_SIGNS = r"[\s・･.,_\-/(（\[［「『【]"
_GAP_BEFORE = re.compile(f"{_SIGNS}{{1,3}}$")
_GAP_BEHIND = re.compile(r"^[\s・･.,_\-/(（]{1,3}")
_HONOURED_BEFORE = re.compile(rf"(?:{'|'.join(HONORIFICS)})\s?[(（\[［「『【]$")
"""柳川様（Misao）; behind 様 and a space begins what is wanted there: 柳川様 AI対応."""
_SAN = re.compile("(.+?)(?:san|sama|chan|kun|sensei|dono)")

SOUNDED, _AND = "\x02", "\x03"
"""At both ends of what is said in Latin letters, and between its two parts; no text has these."""
APART = "\x05"
"""Between the parts of a name whose given part is first: no comma and no end of a line may be there, which
part two people (Yamada Taro, Sato Hanako)."""
_SPACED = r"[^\S\r\n]{0,3}[(（\[［「『【]?"
_TURNED = re.compile(f"{_SPACED}|[._]")
_KANJI, _KATAKANA, _HIRAGANA = "㐀-鿿々", "ァ-ヶーｦ-ﾟ", "ぁ-ゖー"
_ENDS = f"(?={'|'.join(HONORIFICS)}|\\Z|[^"
_NAME_BEHIND = re.compile(
    rf"{_SPACED}((?:[{_KANJI}]+?{_ENDS}{_KANJI}{_KATAKANA}])|[{_KATAKANA}]+|[{_HIRAGANA}]+?{_ENDS}{_HIRAGANA}])))"
)
_KANA_BEFORE = re.compile(rf"([{_KATAKANA}]+|(?<![{_HIRAGANA}])[{_HIRAGANA}]+){_SPACED}\Z")
"""A name in Japanese letters beside a word in Latin ones: Taro 佐藤, Yanagawa 美沙緒, ヤナガワ Misao."""
_FIRST_SOUND = re.compile(f"[{_AND}{APART}]")
_SHORTEST_IN_ONE_WORD, _SHORTEST_TURNED = 6, 8
"""Letters of both parts in one word that is no other: kiai is 気合, and marito is not Mari Ito."""
_LEAST_BESIDE, _LEAST_BOTH = 3, 5
"""Letters of a given name's sound beside a family name, and of both: 田中 AI対応 names nobody."""

Span = tuple[int, int]
"""Where something begins and ends in a text."""


class LatinWord(NamedTuple):
    """A word in Latin letters: where it is in a text, and its folded letters."""

    start: int
    end: int
    letters: str


def latin_words(text: str) -> tuple[LatinWord, ...]:
    """Every word in Latin letters."""
    found = (LatinWord(*one.span(), fold_letters(one[0])) for one in _WORD.finditer(text))
    return tuple(one for one in found if one.letters.isalpha())


class _Sounds(NamedTuple):
    """How names sound: their parts, both together, and the family names beside which a given name may be."""

    families: set[str]
    given: set[str]
    full: set[str]
    beside: dict[str, set[str]]


class LatinNames:
    """How the names of some people sound, to be found among the words of a text."""

    def __init__(self, people: Iterable[PersonName]) -> None:
        self._people = tuple(people)

    @cached_property
    def _begin(self) -> frozenset[str]:
        """What their names begin with: most texts have no such word, and need no closer look."""
        names = (
            name
            for one in self._people
            for name in (one.family_kana, one.family, one.given_kana, *one.given.split())
        )
        return frozenset(_first_sound(fold_letters(name)[:1]) for name in names if name)

    @cached_property
    def _sounds(self) -> _Sounds:
        families: set[str] = set()
        given: set[str] = set()
        full: set[str] = set()
        beside: dict[str, set[str]] = {}
        for person in self._people:
            family = _latin(person.family_kana, person.family)
            names = _latin(person.given_kana, person.given, *without_unseen(person.given).split())
            given |= (sound := set(map(sounds, names)))
            families |= set(map(sounds, family))
            written = {form for name in (person.family, person.family_kana) if (form := _letters(name))}
            for one in sound:
                beside.setdefault(one, set()).update(written)
            full |= _in_one_word(family, names) | _in_one_word(names, family)
            if not family and len(_letters(person.given_kana)) >= _SHORTEST_UNDIVIDED:
                full |= set(map(sounds, _latin(person.given_kana)))
        return _Sounds(families, given, full, beside)

    def _may_be_in(self, words: Sequence[LatinWord]) -> bool:
        return not self._begin.isdisjoint(sounds(one.letters)[:1] for one in words)

    def full(self, text: str, words: Sequence[LatinWord]) -> Iterator[Span]:
        """Where the given name is that is written with the family name; of both in one word all of it."""
        if not self._may_be_in(words):
            return
        for at, word in enumerate(words):
            if self._is_beside_family(text, word):
                yield word.start, word.end
            letters = ""
            for last in range(at, min(at + _MOST_WORDS, len(words))):
                if last > at and not _BETWEEN.fullmatch(text, words[last - 1].end, words[last].start):
                    break
                letters += words[last].letters
                if sounds(letters) in self._sounds.full:
                    yield self._given_part(words[at : last + 1])

    def _given_part(self, words: Sequence[LatinWord]) -> Span:
        """What of these words is the given name; all of them where no space is between the parts."""
        for at in range(1, len(words)):
            first, second = ("".join(one.letters for one in part) for part in (words[:at], words[at:]))
            if sounds(first) in self._sounds.families and sounds(second) in self._sounds.given:
                return words[at].start, words[-1].end
            if sounds(first) in self._sounds.given and sounds(second) in self._sounds.families:
                return words[0].start, words[at - 1].end
        return words[0].start, words[-1].end

    def _is_beside_family(self, text: str, word: LatinWord) -> bool:
        """Whether this is a given name beside its family name in kanji or kana: 柳川Misao."""
        families = self._sounds.beside.get(sounds(word.letters)) if len(word.letters) >= _SHORTEST else None
        if not families:
            return False
        before = text[max(0, word.start - _AROUND) : word.start]
        bracketed = _HONOURED_BEFORE.search(before)
        before = before[: bracketed.start()] if bracketed else _GAP_BEFORE.sub("", before)
        after = _GAP_BEHIND.sub("", text[word.end : word.end + _AROUND])
        return any(_ends_with(before, family) or _begins_with(after, family) for family in families)

    def given(self, text: str, words: Sequence[LatinWord]) -> Iterator[Span]:
        """Where a given name stands by itself, and is said of somebody."""
        if not self._may_be_in(words):
            return
        for at, word in enumerate(words):
            honoured = _SAN.fullmatch(word.letters)
            if (
                honoured
                and len(honoured[1]) >= _SHORTEST_WITH_SAN
                and sounds(honoured[1]) in self._sounds.given
            ):
                yield word.start, word.end
            for last in words[at : at + 2]:  # Jun-ichi has a hyphen between its two
                if last is not word and text[word.end : last.start] not in DASHES:
                    continue
                letters = word.letters if last is word else f"{word.letters}{last.letters}"
                if len(letters) < _SHORTEST or sounds(letters) not in self._sounds.given:
                    continue
                if is_said_of_somebody(text, word.start, last.end):
                    yield word.start, last.end


def _in_one_word(first: Iterable[str], second: Iterable[str]) -> set[str]:
    """How a full name in Latin letters sounds without anything between its parts."""
    return {
        sounds(f"{one}{long}{other}")
        for one, other in product(first, second)
        for long in ("", *("h" if one.endswith(("o", "u")) else ""))  # Satoh Aiko, as on passports
    }


def sounded_forms(person: PersonName) -> frozenset[str]:
    """How a full name sounds in Latin letters: in one word, in two, and the given one beside 柳川.

    They are sought in what :func:`as_sounded` gives.
    """
    family, given = (
        _latin(kana, name)
        for kana, name in ((person.family_kana, person.family), (person.given_kana, person.given))
    )
    heard = [set(map(sounds, names)) for names in (family, given)]
    found: set[str] = set()
    if family and given:
        natural, turned = _in_one_word(family, given), _in_one_word(given, family)
        found = {one for one in natural if len(one) >= _SHORTEST_IN_ONE_WORD}
        found |= {one for one in turned if len(one) >= _SHORTEST_TURNED}
    for one, other in product(*heard):
        found |= {f"{one}{_AND}{other}", f"{other}{APART}{one}"}
    forms = {f"{SOUNDED}{one}{SOUNDED}" for one in found}
    written = _letters(person.family)
    if written and all(script(letter) == "kanji" for letter in written):
        for one in heard[1]:
            if len(one) >= _LEAST_BESIDE and len(written) + len(one) >= _LEAST_BOTH:
                forms |= {f"{written}{SOUNDED}{one}{SOUNDED}", f"{SOUNDED}{one}{APART}{written}{SOUNDED}"}
    return frozenset(forms | _half_in_latin(person, *heard))


def _half_in_latin(person: PersonName, families: Iterable[str], given: Iterable[str]) -> set[str]:
    """Yanagawa 美沙緒, Yanagawa ミサオ, ヤナガワ Misao and Misao ヤナガワ; nothing short."""
    in_japanese = tuple(map(_letters, (person.given, person.given_kana)))
    forms = {
        f"{SOUNDED}{one}{APART}{other}{SOUNDED}"
        for one, other in product(families, in_japanese)
        if len(one) >= _LEAST_BESIDE and len(one) + len(other) >= _LEAST_BOTH and len(other) > 1
    }
    kana = _letters(person.family_kana)
    for one in given:
        if min(len(kana), len(one)) >= _LEAST_BESIDE:
            forms |= {f"{kana}{APART}{SOUNDED}{one}{SOUNDED}", f"{SOUNDED}{one}{APART}{kana}{SOUNDED}"}
    return forms


def sounds_within(forms: Iterable[str]) -> frozenset[str]:
    """What at least one word of a text has to sound like for any of these forms to be there."""
    return frozenset(_FIRST_SOUND.split(form.split(SOUNDED)[1])[0] for form in forms)


def may_sound_like(text: str, sought: Collection[str]) -> bool:
    """Whether a word of a text sounds like one that is sought; quick over megabytes of text."""
    return bool(sought) and not sought.isdisjoint(map(_sound_of, set(_HYPHENED.findall(text))))


def as_sounded(text: str, bare: Callable[[str], str]) -> Iterator[str]:
    """A text as it sounds, piece by piece.

    Args:
        bare: takes out of what is between words what may be between the parts of a name.
    """
    ended, last, whole = 0, "", ""
    for word in _HYPHENED.finditer(text):
        sound = _sound_of(word[0])
        gap = fold_letters(text[ended : word.start()])
        whole += f"{bare(gap)}{SOUNDED}{sound}{SOUNDED}"
        if last and "@" not in gap and _BETWEEN.fullmatch(text, ended, word.start()):
            yield f"{SOUNDED}{last}{_AND}{sound}{SOUNDED}"
            if _TURNED.fullmatch(text, ended, word.start()):
                yield f"{SOUNDED}{last}{APART}{sound}{SOUNDED}"
        before = text[max(0, word.start() - _AROUND) : word.start()]
        if (behind := _NAME_BEHIND.match(text, word.end())) and not is_behind_family(before):
            yield f"{SOUNDED}{sound}{APART}{_letters(behind[1])}{SOUNDED}"
        if kana := _KANA_BEFORE.search(before):
            yield f"{_letters(kana[1])}{APART}{SOUNDED}{sound}{SOUNDED}"
        ended, last = word.end(), sound
    yield f"{whole}{bare(fold_letters(text[ended:]))}"


@lru_cache(maxsize=16_384)
def _sound_of(word: str) -> str:
    """How a word sounds that may have hyphens within it."""
    return sounds(_letters(word).replace("-", ""))


@lru_cache(maxsize=256)
def _first_sound(kana: str) -> str:
    """What a name that begins with this kana begins with in Latin letters; a dash where it is no kana."""
    return next((sounds(one)[:1] for one in in_latin(kana)), "-")


def _latin(*names: str) -> tuple[str, ...]:
    """Those of these names that are in kana, in Latin letters."""
    return tuple(dict.fromkeys(latin for name in names for latin in in_latin(_letters(name))))


def _letters(text: str) -> str:
    """The folded text without signs, and without the marks of long vowels, which make no difference here."""
    return _NO_LETTER.sub("", fold_letters(text))


def _ends_with(text: str, family: str) -> bool:
    """Whether a text ends with a family name; one in kana only as a katakana word: not そのAI."""
    kind, folded = script(family[0]), _letters(text)
    if kind == "latin" or not folded.endswith(family) or not text[-1].isalpha():
        return False
    if kind == "kanji":
        return True
    return script(text[-1]) != "hiragana" and script(folded[: -len(family)][-1:]) != kind


def _begins_with(text: str, family: str) -> bool:
    return script(family[0]) == "kanji" and text[:1].isalpha() and _letters(text).startswith(family)
