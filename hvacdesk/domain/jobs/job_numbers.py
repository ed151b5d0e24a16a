"""Job numbers: which of them a typed text may mean, and what is said where it means none or several."""

from __future__ import annotations

import re

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.domain.text.wording import phrase

_DIGITS = 6
_TYPED = re.compile(
    r"(?:(?P<year>[0-9]{4})(?: *- *| +)(?P<count>[0-9]{1,6})|(?P<whole>[0-9]{10})|(?P<short>[0-9]{1,6}))"
)
_WHOLE = re.compile(f"[0-9]{{4}}-[0-9]{{{_DIGITS}}}")
_COPY = re.compile(r" +[0-9]{1,3}/[0-9]{1,3}$")
"""Which of how many copies; it is printed behind the number on each of them."""

_BETWEEN = re.compile(r"[\s,、・;]+")


class NoSuchJob(InvalidInput):
    """A number of no job, or the end of the numbers of several."""

    what = phrase("Errors", "{number} is not the number of one job.")
    todo = phrase("Errors", "Enter the whole number of the job, such as 2026-000037.")

    def __init__(self, field: str, number: str) -> None:
        super().__init__(field, number=number)


class NobodysJob(NoSuchJob):
    """A number that no job has."""

    what = phrase("Errors", "No job has the number {number}.")


class NoJobNumber(NoSuchJob):
    """A text that is no number, perhaps a name: it is not repeated."""

    what = phrase("Errors", "This is not the number of a job.")

    def __init__(self, field: str) -> None:
        super().__init__(field, "")


def meant_number(typed: str) -> str:
    """The number that is meant, or its end from the hyphen on where no year was typed; else empty.

    ``2026-37``, ``2026000037`` and ``2026-000037 1/2`` are ``2026-000037``, and ``37`` is ``-000037``.
    """
    found = _TYPED.fullmatch(_COPY.sub("", plain(typed).strip()))
    if found is None:
        return ""
    if found["whole"]:
        return f"{found['whole'][:4]}-{found['whole'][4:]}"
    return f"{found['year'] or ''}-{(found['count'] or found['short']).zfill(_DIGITS)}"


def is_whole(text: str) -> bool:
    """Whether it is a job number as it is stored; a customer's ``C-000037`` ends like one."""
    return _WHOLE.fullmatch(text) is not None


def numbers_between(typed: str) -> tuple[str, ...]:
    """The numbers in a field for several, each as it was typed."""
    return tuple(part for part in _BETWEEN.split(plain(typed).strip()) if part)
