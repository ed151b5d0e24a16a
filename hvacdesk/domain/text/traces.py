"""How a person's values are recognised in what people write: found there, and taken out.

Text and values are compared as the search compares them (:func:`~.text_forms.fold_letters`), so that old and
new kanji, kana of any kind and width, spaces and characters that nobody sees make no difference.

*For sure*: a full name, in kanji, in kana or in both, spaced or with signs between its parts; a number with
or without its area code, in any digits, kanji too; a mailbox. These are found wherever they are, even within
something longer: what is taken out too often can be asked for, what is printed cannot be called back.

*By itself*: a given name without the family name, on papers only, where :mod:`~.standing_alone` says that it
is no part of an everyday word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from typing import NamedTuple

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.masking import LONG
from hvacdesk.domain.text.named_people import bare_names, named_in
from hvacdesk.domain.text.search_terms import with_long_marks
from hvacdesk.domain.text.standing_alone import is_apart, script, stands_alone
from hvacdesk.domain.text.text_forms import ARABIC, Folded, digits, fold_letters, folded_with_places

_BETWEEN_FIGURES = r"[-().の~〜_\[\]〔〕【】「」『』<>〈〉《》]*"
_RUN = re.compile(f"[0-9](?:{_BETWEEN_FIGURES}[0-9])*")
"""Digits of a folded text, with what people write between them."""

_COUNTRY = "81"
_DIALLED_BEFORE = re.compile("(?:81)?0?$")
_FEWEST = 6
"""Fewer digits are an amount or a day as often as a phone's extension."""
_LONGEST_LOCAL = 9
"""A number of more digits has its area code."""
_CLOSE = 3
"""So few digits are meant only if nothing is between them."""

_NO_FIGURES = re.compile("[^0-9]+")
_NO_LETTER = re.compile(r"[\W_]+")
_SHORTEST_KANA = 4
"""A full name in fewer kana (オノ ミ) is met within words."""
_LONG_MARKS = "ーｰ"


class _Figures(NamedTuple):
    """Digits to find. ``whole``: not within a longer number; ``close``: with nothing between them;
    ``dialled``: without the 0 or 81 before them.
    """

    form: str
    whole: bool = False
    close: bool = False
    dialled: bool = False


class _FullName:
    """The forms in which a name with both its parts is written."""

    def __init__(self, person: PersonName) -> None:
        self._person = person
        self._kana = _letters(_spellings(person.given_kana))
        self._given = (*_letters(_spellings(person.given)), *self._kana)

    @cached_property
    def _family(self) -> tuple[str, ...]:
        person = self._person
        return _letters((*_spellings(person.family), *_spellings(person.family_kana)))

    def within(self, letters: str) -> Iterator[tuple[str, int]]:
        """Those forms that these letters hold, and how long what is to be hidden is at their ends."""
        given = [one for one in self._given if one in letters]
        if not given:
            return
        for before, after in product(self._family, given):
            if f"{before}{after}" in letters:
                yield f"{before}{after}", len(after)
        if not self._person.family_kana:  # the kana of both are together
            yield from ((one, len(one)) for one in self._kana if len(one) >= _SHORTEST_KANA and one in given)


@dataclass(frozen=True)
class Trace:
    """Values of one person.

    Attributes:
        names: of people; a name without a given name is no trace, since every mask shows it.
        words: recognised as they are written.
        numbers: recognised by their digits.
        codes: the same of a few digits, which say nothing outside a text about the same place.
    """

    names: tuple[PersonName, ...] = ()
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    @cached_property
    def full_names(self) -> tuple[_FullName, ...]:
        """What is looked for of the names."""
        return tuple(map(_FullName, self.names))

    @cached_property
    def given_names(self) -> tuple[tuple[str, bool], ...]:
        """The forms of the given names, and whether each is how a name in kanji is read."""
        return tuple(form for person in self.names for form in _given_forms(person))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words as they are compared, and numbers that hold more than digits."""
        odd = (number for number in self.numbers if not _figures(number))
        return tuple(filter(None, map(fold_letters, (*self.words, *odd))))

    @cached_property
    def figures(self) -> tuple[_Figures, ...]:
        """What is looked for of the numbers."""
        return tuple(one for number in self.numbers for one in _figures(number))

    @cached_property
    def short_figures(self) -> tuple[_Figures, ...]:
        """What is looked for of the codes."""
        found = map(digits, self.codes)
        return tuple(_Figures(code, whole=True, close=len(code) <= _CLOSE) for code in found if code)


def trace_of_name(person: PersonName) -> Trace:
    """The trace of a name in fields for its parts."""
    return Trace(names=tuple(bare_names(person)))


def trace_of_somebody(text: str) -> Trace:
    """The trace of whoever a field names that takes a name in any words."""
    named = named_in(text)
    return Trace(names=named.names, words=named.wholes)


Span = tuple[int, int]


class _Compared:
    """A text as it is compared, with the way back to where in it something was found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold_letters(text)

    @cached_property
    def letters(self) -> str:
        """Without signs: a name is one with brackets or a comma in it, too."""
        return _NO_LETTER.sub("", self.folded)

    @cached_property
    def _runs(self) -> str:
        figures = self.folded.translate(ARABIC)
        return "|".join(digits(run) for run in _RUN.findall(figures))

    @cached_property
    def _places(self) -> Folded:
        return folded_with_places(self.text)

    @cached_property
    def _letter_places(self) -> tuple[str, Sequence[int]]:
        at = [place for place, letter in enumerate(self._places.text) if letter.isalnum()]
        return "".join(self._places.text[place] for place in at), at

    def word(self, form: str) -> Iterator[Span]:
        """Where a folded text is."""
        if form in self.folded:
            for at in _all(form, self._places.text):
                yield self._places.starts[at], self._places.ends[at + len(form) - 1]

    def full_name(self, name: _FullName) -> Iterator[Span]:
        """Where the given name is that stands behind the family name; of a name in kana all of it."""
        for form, length in name.within(self.letters):
            letters, places = self._letter_places
            for at in _all(form, letters):
                last = places[at + len(form) - 1]
                start, end = self._places.starts[places[at]], self._with_long_marks(self._places.ends[last])
                if _may_be_within(form) or is_apart(self.text, start, end):
                    given = places[at + len(form) - length]
                    yield self._places.starts[given], end

    def given_name(self, form: str, *, read: bool) -> Iterator[Span]:
        """Where a given name stands by itself; ``read``: the form is how a name in kanji is read."""
        if form in self.folded:
            for start, last in self.word(form):
                end = self._with_long_marks(last)
                if stands_alone(self.text, start, end, read=read):
                    yield start, end

    def number(self, sought: _Figures) -> Iterator[Span]:
        """Where these digits are, with the 0 or 81 before what is dialled."""
        if sought.form not in self._runs:
            return
        figures = self._places.text.translate(ARABIC)
        for run in _RUN.finditer(figures):
            places = [at for at in range(run.start(), run.end()) if figures[at].isdecimal()]
            written = "".join(figures[at] for at in places)
            for first in _all(sought.form, written):
                last = first + len(sought.form) - 1
                within = self._touches(places[:first][-1:] + places[first : first + 1])
                within |= self._touches(places[last : last + 2])
                if sought.whole and within:
                    continue
                if sought.close and not self._touches(places[first : last + 1]):
                    continue
                begin = len(_DIALLED_BEFORE.sub("", written[:first])) if sought.dialled else first
                yield self._places.starts[places[begin]], self._places.ends[places[last]]

    def _touches(self, places: Sequence[int]) -> bool:
        """Whether nothing is between these letters, of which there are some."""
        starts, ends = self._places.starts, self._places.ends
        return len(places) > 1 and all(ends[one] == starts[after] for one, after in pairwise(places))

    def _with_long_marks(self, end: int) -> int:
        """The end with the marks behind it that lengthen a kana."""
        while self.text[end : end + 1] in _LONG_MARKS and end < len(self.text):
            end += 1
        return end


class Written:
    """A text that must not hold some people's values."""

    def __init__(self, text: str) -> None:
        self._compared = _Compared(text)

    def holds(self, trace: Trace) -> bool:
        """Whether any of these values is in the text; of names only full ones."""
        return any(True for _ in _sure(self._compared, trace))


class Blackout:
    """Takes values out of texts: given names, words, numbers and codes; a family name may stay."""

    def __init__(self, traces: Iterable[Trace], *, by_itself: bool = True) -> None:
        """Args:
        by_itself: take out given names that stand by themselves, too.
        """
        self._traces = tuple(dict.fromkeys(traces))
        self._by_itself = by_itself

    def __call__(self, text: str, *, codes: bool = True) -> str:
        """The text with dots in place of what is hidden.

        Args:
            codes: take out codes of few digits, too; where a house or a room is numbered they are others'.
        """
        if not text or not self._traces:
            return text
        compared = _Compared(text)
        found: list[Span] = []
        for trace in self._traces:
            found += _sure(compared, trace)
            if self._by_itself:
                for form, read in trace.given_names:
                    found += compared.given_name(form, read=read)
            if codes:
                for code in trace.short_figures:
                    found += compared.number(code)
        return _without(text, found) if found else text


def _sure(compared: _Compared, trace: Trace) -> Iterator[Span]:
    """Where anything is that is recognised for sure."""
    for name in trace.full_names:
        yield from compared.full_name(name)
    for form in trace.forms:
        yield from compared.word(form)
    for one in trace.figures:
        yield from compared.number(one)


def _without(text: str, spans: list[Span]) -> str:
    """The text with dots for each of these places; what touches is one."""
    kept, done, hidden = "", 0, -1
    for start, end in sorted(spans):
        if start > hidden:
            kept += f"{text[done:start]}{LONG}"
        done = hidden = max(hidden, end)
    return kept + text[done:]


def _all(form: str, text: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def _spellings(name: str) -> tuple[str, ...]:
    """A name as it is compared, and with its long vowels as marks: タロー for タロウ."""
    folded = fold_letters(name)
    return tuple(dict.fromkeys((folded, with_long_marks(folded)))) if folded else ()


def _letters(spellings: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (_NO_LETTER.sub("", one) for one in spellings))))


def _given_forms(person: PersonName) -> Iterator[tuple[str, bool]]:
    """The forms of a given name, and whether each is how a name in kanji is read."""
    written = [one for one in _spellings(person.given) if _letters([one])]
    yield from ((one, False) for one in written)
    yield from (
        (one, True) for one in _spellings(person.given_kana) if _letters([one]) and one not in written
    )


def _figures(number: str) -> tuple[_Figures, ...]:
    """What is looked for of a number; nothing of one that is not digits alone and of too few of them."""
    folded = number if number.isascii() else fold_letters(number).translate(ARABIC)
    form = digits(folded)
    if len(form) < _FEWEST:
        return (_Figures(form, whole=True, close=True),) if form == folded else ()
    if len(form) <= _LONGEST_LOCAL:
        return (_Figures(form, whole=True),)
    national = form.removeprefix(_COUNTRY) if folded.startswith(f"+{_COUNTRY}") else form.removeprefix("0")
    if national == form:
        return (_Figures(form),)
    return (
        _Figures(national, dialled=True),
        *(_Figures(one, whole=True) for one in _without_area_code(folded, national)),
    )


def _without_area_code(written: str, national: str) -> tuple[str, ...]:
    """A number as neighbours dial it; where nothing tells where its area code ends, all that it may be."""
    groups = _NO_FIGURES.split(written.strip("()"))
    if len(groups) == len(["052", "123", "4567"]):
        local = "".join(groups[1:])
        return (local,) if len(local) >= _FEWEST else ()
    return tuple(national[-length:] for length in range(_FEWEST, _LONGEST_LOCAL))


def _may_be_within(form: str) -> bool:
    """Whether a full name is one even within a word: of Latin letters and of very few kana it is not."""
    return script(form[0]) == "kanji" or (script(form[0]) == "hiragana" and len(form) >= _SHORTEST_KANA)
