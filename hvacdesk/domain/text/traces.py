"""How a person's values are recognised in what people write: found there, and taken out.

A name is recognised in full, with or without a space; a number by its digits, however they are spaced or
widened, with the country's code or without; anything else as it is written, in whatever case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.masking import LONG
from hvacdesk.domain.text.family_names import is_family
from hvacdesk.domain.text.text_forms import DASHES, digits
from hvacdesk.domain.text.written_names import divide_name

_NARROW = {ord(digit) + 0xFEE0: digit for digit in "0123456789"}
_FIGURES = "0123456789" + "".join(map(chr, _NARROW))
_GAP = rf"[\s{re.escape(DASHES)}()（）.．]*"
_RUN = re.compile(rf"[{_FIGURES}](?:{_GAP}[{_FIGURES}])*")
"""Digits with what people write between them. Compiled once: a customer's own numbers differ each time."""

_PHONE_FIGURES = range(10, 13)
"""A whole number: ten or eleven digits, twelve with the country's code."""
_MAILBOX = re.compile(r"[\w.+-]+[@＠][\w.-]+")

_COUNTRY = "81"
_FEWEST = 6
"""Fewer digits are an amount or a day as often as a phone's extension."""

_SHORTEST_FAMILY = 2
"""A family name guessed by one letter (ご主人) is a guess too many."""


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


def full_name(text: str) -> tuple[PersonName, ...]:
    """The name in a field for both its parts, or nothing: ``奥様``, ``店長 佐藤`` and firms name nobody."""
    found = divide_name(text)
    person, known = found.person, is_family(found.person.family)
    if found.guessed:
        sure = known and len(person.family) >= _SHORTEST_FAMILY
    else:
        sure = known or not is_family(person.given)  # 店長 佐藤 names a family alone
    return (person,) if person.given and sure else ()


def numbers_in(text: str) -> tuple[str, ...]:
    """The phone numbers in a field that takes anything by which somebody is reached."""
    found: list[str] = []
    for run in _RUN.findall(text):
        whole = len(digits(run.translate(_NARROW))) in _PHONE_FIGURES
        found += (one.translate(_NARROW) for one in ([run] if whole else run.split()))
    return tuple(one for one in found if len(digits(one)) in _PHONE_FIGURES)


def mailboxes_in(text: str) -> tuple[str, ...]:
    """The mailboxes in such a field."""
    return tuple(one.replace("＠", "@") for one in _MAILBOX.findall(text))


class Written:
    """A text that must not hold some people's values."""

    def __init__(self, text: str) -> None:
        self._text = text.casefold()

    @cached_property
    def _without_spaces(self) -> str:
        return "".join(self._text.split())

    @cached_property
    def _runs(self) -> tuple[str, ...]:
        return tuple(digits(run.translate(_NARROW)) for run in _RUN.findall(self._text))

    def holds(self, trace: Trace) -> bool:
        """Whether any of these values is in the text."""
        return (
            any(self._has_name(person) for person in trace.names)
            or any(word.casefold() in self._text for word in trace.words if word)
            or any(map(self._has_number, trace.numbers))
        )

    def _has_name(self, person: PersonName) -> bool:
        whole = "".join(f"{person.family}{person.given}".casefold().split())
        return bool(person.family and person.given) and whole in self._without_spaces

    def _has_number(self, number: str) -> bool:
        figures = digits(number)
        if len(figures) < _FEWEST:
            return bool(number) and number.casefold() in self._text
        return any(form in run for run in self._runs for form in _forms(figures))


class Blackout:
    """Takes values out of texts: given names, words, numbers and codes; a family name may stay."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        hidden = tuple(traces)
        words = dict.fromkeys(word for trace in hidden for word in _patterns(trace))
        self._words = re.compile("|".join(words), re.IGNORECASE) if words else None
        numbers = [form for trace in hidden for number in trace.numbers for form in _forms(digits(number))]
        codes = [digits(code) for trace in hidden for code in trace.codes]
        self._numbers = tuple(dict.fromkeys(filter(None, (*numbers, *codes))))

    def __call__(self, text: str) -> str:
        """The text with dots in place of what is hidden."""
        if text and self._words:
            text = self._words.sub(LONG, text)
        return _RUN.sub(self._cleaned, text) if text and self._numbers else text

    def _cleaned(self, run: re.Match[str]) -> str:
        """A run of digits without the hidden numbers in it, the one that begins first first."""
        written = run[0]
        places = [at for at, one in enumerate(written) if one in _FIGURES]
        figures = "".join(written[at] for at in places).translate(_NARROW)
        kept, done, start = "", 0, 0
        while True:
            found = [(at, number) for number in self._numbers if (at := figures.find(number, start)) >= 0]
            if not found:
                return kept + written[done:]
            at, number = min(found, key=lambda one: one[0])
            start = at + len(number)
            kept += written[done : places[at]] + LONG
            done = places[start - 1] + 1


def _patterns(trace: Trace) -> Iterator[str]:
    for person in trace.names:
        if person.given:
            yield _given_name(person)
    yield from (re.escape(word) for word in trace.words if word)


def _given_name(name: PersonName) -> str:
    """A given name of one character (一, 学) is an everyday word: it counts only behind the family name."""
    given = re.escape(name.given)
    return given if len(name.given) > 1 else rf"(?<={re.escape(name.family)})\s*{given}"


def _forms(figures: str) -> tuple[str, ...]:
    """A number's digits as dialled here and as dialled from abroad."""
    return (figures, f"{_COUNTRY}{figures[1:]}") if figures.startswith("0") else (figures,)
