"""Customer numbers: how a count is written, and which numbers a typed word may mean or begin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.domain.text.wording import phrase

_DIGITS = 6
_MOST_DIGITS = 9
_LEAST_TYPED = 3
"""Without the C fewer digits are not read as a beginning: they fit a thousand customers, and mean a phone."""

_FOLDED = re.compile(f"c-([0-9]{{{_DIGITS},{_MOST_DIGITS}}})")
_TYPED = re.compile(f"(c-?)?([0-9]{{1,{_MOST_DIGITS}}})")
_ANY = range(1, 10**_MOST_DIGITS)


class NoSuchCustomer(InvalidInput):
    """A number of no customer."""

    what = phrase("Errors", "No customer has this number.")
    todo = phrase("Errors", "Enter the number as it is printed, such as C-000123, and save again.")


def customer_number(count: int) -> str:
    """The customer number of a count, as it is printed on the customer's copy: ``C-000123``."""
    return f"C-{count:0{_DIGITS}d}"


def count_of(folded: str) -> int:
    """The count of a folded customer number; 0 for a text that is none."""
    found = _FOLDED.fullmatch(folded)
    if found is None:
        return 0
    count = int(found[1])
    return count if customer_number(count).casefold() == folded else 0


def same_number(word: str) -> tuple[range, ...]:
    """The count that a folded word names: ``123``, ``c123`` and ``c-000123`` are the same customer."""
    typed = _TYPED.fullmatch(word)
    if typed is None or (typed[2][0] == "0" and not count_of(f"c-{typed[2]}")):
        return ()
    return (range(int(typed[2]), int(typed[2]) + 1),)


def meant_customer(typed: str) -> str:
    """The number that is meant, as it is stored: ``C-000123`` for ``123``. A text that is none stays one."""
    tidy = plain(typed).strip()
    for counts in same_number(tidy.casefold()):
        return customer_number(counts.start)
    return tidy.upper()


def beginning_numbers(word: str) -> tuple[range, ...]:
    """The counts whose number begins with a folded word: ``c-0123`` or ``0123`` for 12300 to 12399."""
    if word in ("c", "c-"):
        return (_ANY,)
    typed = _TYPED.fullmatch(word)
    if typed is None or (not typed[1] and len(typed[2]) < _LEAST_TYPED):
        return ()
    figures, spans = typed[2], []
    for length in range(max(_DIGITS, len(figures)), _MOST_DIGITS + 1):
        if length == _DIGITS or figures[0] != "0":
            unit = 10 ** (length - len(figures))
            spans.append(range(int(figures) * unit, (int(figures) + 1) * unit))
    return tuple(spans)


def disjoint(spans: Iterable[range]) -> tuple[range, ...]:
    """The same counts, each in one range only."""
    found: list[range] = []
    for span in sorted(spans, key=lambda span: span.start):
        if found and span.start < found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, span.stop))
        else:
            found.append(span)
    return tuple(found)
