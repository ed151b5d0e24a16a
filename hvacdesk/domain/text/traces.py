"""How a person's values are recognised in what people write: found there, and taken out.

Text and values are compared as the search compares them (:func:`~.text_forms.fold_letters`), so that old and
new kanji, kana of any kind and width, spaces and characters that nobody sees make no difference.

*For sure*: a full name, in kanji, in kana or in both, also with the given name first where neither is in
kanji (ジョン・スミス) or partly read (けい子), spaced or with signs between its parts, and as it is read in
Latin letters (:mod:`~.latin_names`); a number with or without its area code, in any digits, kanji too; a
mailbox. These are found wherever they are, even within something longer: what is taken out too often can be
asked for, what is printed cannot be called back.

*By itself*: a given name without the family name, on papers only, where :mod:`~.standing_alone` says that it
is no part of an everyday word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import chain, pairwise, product
from operator import attrgetter
from typing import NamedTuple

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.masking import LONG
from hvacdesk.domain.text.door_codes import DoorCode, door_codes_in, is_door_code
from hvacdesk.domain.text.latin_names import LatinNames, LatinWord, latin_words
from hvacdesk.domain.text.named_people import bare_names, named_in
from hvacdesk.domain.text.reached_by import FEWEST_FIGURES, Figures, abroad_in, figures_sought, mailbox_in
from hvacdesk.domain.text.search_terms import long_vowel_spellings
from hvacdesk.domain.text.standing_alone import is_apart, script, stands_alone
from hvacdesk.domain.text.text_forms import (
    ARABIC,
    BETWEEN_FIGURES,
    DASHES,
    Folded,
    digits,
    fold,
    fold_letters,
    folded_with_places,
    without_legal_form,
    without_unseen,
)
from hvacdesk.domain.text.written_places import place_in

_RUN = re.compile(f"[0-9](?:[{BETWEEN_FIGURES}]*[0-9])*")
"""Digits of a folded text, with what people write between them."""

_CLOSE = 3
"""So few digits are meant only if nothing is between them."""
_IN_CODES = f"{DASHES} "

_NO_LETTER = re.compile(r"[\W_]+")
_SHORTEST_ORGANISATION = 3
_SHORTEST_KANA, _SHORTEST_UNDIVIDED = 4, 5
"""A full name in fewer kana (オノ ミ) is met within words; kana of fewer are a given name's alone."""
_LONG_MARKS = "ーｰ"


class _FullForm(NamedTuple):
    """A whole name without signs.

    Attributes:
        hidden: the length of the given name.
        given_first: the given name is at the start: ジョン・スミス.
        apart: it counts only where it is no part of a longer word.
    """

    letters: str
    hidden: int
    given_first: bool = False
    apart: bool = False


class _FullName:
    """The forms in which a name with both its parts is written."""

    def __init__(self, person: PersonName) -> None:
        self._person = person
        self._kana = _letters(_spellings(person.given_kana))
        self._called = tuple(one for part in _called_by(person.given) for one in _letters(_spellings(part)))
        mixed = _partly_in_kana(person.given, person.given_kana)
        self._given = (*_letters(_spellings(person.given)), *self._kana, *self._called, *mixed)

    @cached_property
    def _family(self) -> tuple[str, ...]:
        person = self._person
        whole = _letters((*_spellings(person.family), *_spellings(person.family_kana)))
        return (*whole, *_partly_in_kana(person.family, person.family_kana))

    def within(self, letters: str) -> Iterator[_FullForm]:
        """Those forms that these letters hold."""
        given = [one for one in self._given if one in letters]
        if not given:
            return
        for family, name in product(self._family, given):
            whole = f"{family}{name}"
            if whole in letters:
                yield _FullForm(whole, len(name), apart=name in self._called or not _may_be_within(whole))
            if f"{name}{family}" in letters and not _has_kanji(f"{name}{family}"):
                yield _FullForm(f"{name}{family}", len(name), given_first=True, apart=True)
        if not self._person.family_kana:  # the kana of both are together
            whole_kana = (one for one in self._kana if len(one) >= _SHORTEST_UNDIVIDED and one in given)
            yield from (_FullForm(one, len(one), apart=not _may_be_within(one)) for one in whole_kana)


@dataclass(frozen=True)
class Trace:
    """Values of one person.

    Attributes:
        names: of people; a name without a given name is no trace, since every mask shows it.
        words: recognised as they are written.
        numbers: recognised by their digits.
        codes: what is registered of keys and locks; its digits say nothing outside a text about the same
            place, and are the code where :mod:`~.door_codes` says so.
        organisations: names of firms, which papers show and an incident does not.
        places: of an address, as :func:`~.written_places.place_forms` gives them; taken out, not barred.
    """

    names: tuple[PersonName, ...] = ()
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @cached_property
    def full_names(self) -> tuple[_FullName, ...]:
        """What is looked for of the names."""
        return tuple(map(_FullName, self.names))

    @cached_property
    def given_names(self) -> tuple[tuple[str, bool], ...]:
        """The forms of the given names, and whether each is how a name in kanji is read."""
        return tuple(form for person in self.names for form in _given_forms(person))

    @cached_property
    def latin_names(self) -> LatinNames:
        """What is looked for of the names in Latin letters."""
        return LatinNames(self.names)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words as they are compared, and numbers that hold more than digits."""
        odd = (number for number in self.numbers if not figures_sought(number))
        return tuple(filter(None, map(fold_letters, (*self.words, *odd))))

    @cached_property
    def organisation_forms(self) -> tuple[str, ...]:
        """Their names as they are compared, also without the legal form if that is more than a short word."""
        whole = tuple(map(fold_letters, self.organisations))
        bare = (without_legal_form(fold(name)) for name in self.organisations)
        return tuple(dict.fromkeys((*whole, *(one for one in bare if len(one) >= _SHORTEST_ORGANISATION))))

    @cached_property
    def figures(self) -> tuple[Figures, ...]:
        """What is looked for of the numbers."""
        return tuple(one for number in self.numbers for one in figures_sought(number))

    @cached_property
    def door_codes(self) -> tuple[DoorCode, ...]:
        """What is looked for of the codes."""
        return tuple(dict.fromkeys(chain.from_iterable(map(door_codes_in, self.codes))))


def trace_of_name(person: PersonName, organisation: str = "") -> Trace:
    """The trace of a name in fields for its parts."""
    return Trace(
        names=tuple(bare_names(person)), organisations=(organisation,) if fold_letters(organisation) else ()
    )


def trace_of_somebody(text: str) -> Trace:
    """The trace of the person named in a field that takes a name in any words."""
    named = named_in(text)
    return Trace(names=named.names, words=named.wholes)


Span = tuple[int, int]
"""Where something begins and ends in a folded text."""


class _Compared:
    """A text as it is compared, with the way back to where in it something was found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold_letters(text)

    @cached_property
    def places(self) -> Folded:
        """The way back to the text."""
        return folded_with_places(self.text)

    @cached_property
    def latin_words(self) -> tuple[LatinWord, ...]:
        """Its words in Latin letters, with their places in the text itself."""
        return latin_words(self.text)

    @cached_property
    def _letters(self) -> str:
        """Without signs: a name is one with brackets or a comma in it, too."""
        return _NO_LETTER.sub("", self.folded)

    @cached_property
    def _letter_places(self) -> Sequence[int]:
        return [place for place, letter in enumerate(self.folded) if letter.isalnum()]

    @cached_property
    def _figures(self) -> str:
        return self.folded.translate(ARABIC)

    @cached_property
    def _runs(self) -> str:
        return "|".join(map(digits, _RUN.findall(self._figures)))

    @cached_property
    def _run_places(self) -> tuple[tuple[str, Sequence[int]], ...]:
        """The digits of each run, and where they are."""
        found = []
        for run in _RUN.finditer(self._figures):
            places = [at for at in range(run.start(), run.end()) if self._figures[at].isdecimal()]
            found.append(("".join(self._figures[at] for at in places), places))
        return tuple(found)

    def word(self, form: str) -> Iterator[Span]:
        """Where a folded text is."""
        return ((at, at + len(form)) for at in _all(form, self.folded))

    def full_name(self, name: _FullName) -> Iterator[Span]:
        """Where the given name is that is written beside the family name; of a name in kana all of it."""
        for form in name.within(self._letters):
            for start, end, hidden in self._full_forms(form):
                if not form.apart or is_apart(self.text, *self.original((start, end))):
                    yield hidden

    def _full_forms(self, form: _FullForm) -> Iterator[tuple[int, int, Span]]:
        """Where a form begins and ends, and what of it is hidden."""
        for at in _all(form.letters, self._letters):
            places = self._letter_places[at : at + len(form.letters)]
            start, end = places[0], self._with_long_marks(places[-1] + 1)
            hidden = places[: form.hidden] if form.given_first else places[-form.hidden :]
            yield start, end, (hidden[0], self._with_long_marks(hidden[-1] + 1))

    def given_name(self, form: str, *, read: bool) -> Iterator[Span]:
        """Where a given name stands by itself; ``read``: the form is how a name in kanji is read."""
        for start, last in self.word(form):
            end = self._with_long_marks(last)
            if stands_alone(self.text, *self.original((start, end)), read=read):
                yield start, end

    def number(self, sought: Figures) -> Iterator[Span]:
        """Where these digits are, with the 0 or the country's code before what is dialled."""
        if sought.form not in self._runs:
            return
        for written, places in self._run_places:
            for first in _all(sought.form, written):
                last = first + len(sought.form) - 1
                begin = (
                    len(re.sub(f"(?:{sought.country})?0?$", "", written[:first])) if sought.country else first
                )
                edges = (places[max(0, begin - 1) : begin + 1], places[last : last + 2])
                if sought.whole and "" in (gap for edge in edges for gap in self._gaps(edge)):
                    continue
                gaps = "" if sought.between is None else "".join(self._gaps(places[first : last + 1]))
                if not set(gaps) <= set(sought.between or ""):
                    continue
                yield places[begin], places[last] + 1

    def code(self, code: DoorCode) -> Iterator[Span]:
        """Where the code of a lock is."""
        between = "" if len(code.digits) <= _CLOSE else _IN_CODES
        worded = [*self.word(code.words)] if code.words else []
        for start, end in self.number(Figures(code.digits, whole=True, between=between)):
            in_words = any(first <= start and end <= last for first, last in worded)
            if not code.short or in_words or is_door_code(self.text, *self.original((start, end))):
                yield start, end

    def _gaps(self, places: Sequence[int]) -> Iterator[str]:
        """What is written between letters that follow each other."""
        for one, after in pairwise(places):
            yield without_unseen(self.text[self.places.end(one) : self.places.start(after)])

    def _with_long_marks(self, end: int) -> int:
        """The end with the marks behind it that lengthen a kana; they are folded to what a hyphen is."""
        while self.folded[end : end + 1] == "-" and self.text[self.places.start(end)] in _LONG_MARKS:
            end += 1
        return end

    def original(self, span: Span) -> Span:
        """The same in the text itself."""
        start, end = span
        return self.places.start(start), self.places.end(end - 1)


class Written:
    """A text that must not hold some people's values."""

    def __init__(self, text: str) -> None:
        self._compared = _Compared(text)

    def holds(self, trace: Trace) -> bool:
        """Whether any of these values is in the text; of names only full ones, of firms their own too."""
        found = chain(
            _sure(self._compared, trace),
            _organisations(self._compared, trace),
            _full_in_latin(self._compared, trace),
        )
        return any(True for _ in found)


class Blackout:
    """Takes values out of texts: given names, words, numbers and codes; a family name may stay."""

    def __init__(self, traces: Iterable[Trace], *, on_paper: bool = True) -> None:
        """Args:
        on_paper: given names that stand by themselves are taken out, too, and organisations stay; elsewhere
            it is the other way round.
        """
        every = tuple(traces)
        self._hidden = Trace(
            *(
                tuple(dict.fromkeys(chain.from_iterable(map(attrgetter(part.name), every))))
                for part in fields(Trace)
            )
        )
        self._on_paper = on_paper

    def __call__(self, text: str, *, codes: bool = True, given: bool = True) -> str:
        """The text with dots in place of what is hidden.

        Args:
            codes: take out codes of few digits, too; where a house or a room is numbered they are others'.
            given: take out given names that stand by themselves, too; 栄 is also a town.
        """
        before = ""
        while text != before:  # what stood behind a name may make one with what stood before it
            before, text = text, self._once(text, codes, given)
        return text

    def _once(self, text: str, codes: bool, given: bool) -> str:
        compared, hidden = _Compared(text), self._hidden
        found = [*_sure(compared, hidden, few=codes)]
        others = [*_full_in_latin(compared, hidden)]
        if self._on_paper:
            others += abroad_in(text)
            for form, read in hidden.given_names if given else ():
                found += compared.given_name(form, read=read)
            if given and compared.latin_words:
                others += hidden.latin_names.given(text, compared.latin_words)
        else:
            found += _organisations(compared, hidden)
        if codes:
            for code in hidden.door_codes:
                found += compared.code(code)
        others += filter(None, (place_in(text, form) for form in hidden.places))
        return dotted(text, (*map(compared.original, found), *others))


def _sure(compared: _Compared, trace: Trace, *, few: bool = True) -> Iterator[Span]:
    """Where anything is that is recognised for sure; with ``few`` also numbers of few digits."""
    for name in trace.full_names:
        yield from compared.full_name(name)
    for form in trace.forms:
        yield from compared.word(form)
        yield from mailbox_in(compared.folded, form) if "@" in form else ()
    for one in trace.figures:
        if few or len(one.form) >= FEWEST_FIGURES:
            yield from compared.number(one)


def _full_in_latin(compared: _Compared, trace: Trace) -> Iterator[Span]:
    """Where in the text itself a full name is in Latin letters."""
    words = compared.latin_words
    return trace.latin_names.full(compared.text, words) if words else iter(())


def _organisations(compared: _Compared, trace: Trace) -> Iterator[Span]:
    """Where any organisation is named."""
    return chain.from_iterable(map(compared.word, trace.organisation_forms))


def dotted(text: str, spans: Iterable[Span]) -> str:
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
    """A name as it is compared, with its long vowels in every writing: タロー for タロウ."""
    folded = fold_letters(name)
    return long_vowel_spellings(folded) if folded else ()


def _letters(spellings: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (_NO_LETTER.sub("", one) for one in spellings))))


def _partly_in_kana(name: str, kana: str) -> tuple[str, ...]:
    """A name in kanji with some of it as it is read: けい子 and 恵こ for 恵子, けいこ.

    Nobody knows which kana are which kanji's, so at least one is anybody's.
    """
    written = fold_letters(name)
    if not all(script(letter) == "kanji" for letter in written):
        return ()
    return tuple(
        dict.fromkeys(
            form
            for read in _letters(_spellings(kana))
            for at in range(1, len(written))
            for sounds in range(1, len(read))
            for form in (f"{read[:sounds]}{written[at:]}", f"{written[:at]}{read[sounds:]}")
        )
    )


def _has_kanji(letters: str) -> bool:
    return any(script(letter) == "kanji" for letter in letters)


def _given_forms(person: PersonName) -> Iterator[tuple[str, bool]]:
    """The forms of a given name, and whether each is how a name in kanji is read."""
    called = (person.given, *_called_by(person.given))
    written = tuple(one for name in called for one in _spellings(name) if _letters([one]))
    yield from ((one, False) for one in dict.fromkeys(written))
    yield from (
        (one, True) for one in _spellings(person.given_kana) if _letters([one]) and one not in written
    )


def _called_by(given: str) -> tuple[str, ...]:
    """The parts of a given name of several by one of which its bearer is called: アン of ヴァン アン."""
    parts = without_unseen(given).split()
    if len(parts) < 2 or any(map(_has_kanji, parts)):
        return ()
    return tuple(part for part in parts if len(part) > 1)


def _may_be_within(form: str) -> bool:
    """Whether a full name is one even within a word: of Latin letters and of very few kana it is not."""
    return script(form[0]) == "kanji" or (script(form[0]) == "hiragana" and len(form) >= _SHORTEST_KANA)
