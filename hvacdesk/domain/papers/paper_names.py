"""What a person calls a paper: whatever is printed on it.

A copy of a work order says ``2026-000037  1/3`` and, under its square, fifteen digits; any other paper says
``P2026-00012``, a payment reminder ``D2026-00012``, and its digits. The office types what it reads, in any
width, with or without the copy, the digits in groups as they are easiest to read out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.papers.copy_codes import KANA_KEYS, LETTER_KEYS, read_code
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.text_forms import fold, plain
from hvacdesk.domain.text.wording import phrase

_BEFORE = re.compile(r"^(?:no\.?|#|第)\s*", re.IGNORECASE)
_COPY = r"(?:[\s(#]*(?P<copy>[1-9][0-9]{0,2})\s*/\s*(?P<copies>[1-9][0-9]{0,2})\s*\)?)?"
_ORDER = re.compile(r"(?P<year>[0-9]{4})(?:\s*-\s*|\s+|(?=[0-9]{6}(?![0-9])))(?P<count>[0-9]{1,6})" + _COPY)
_PAPER = re.compile(r"(?P<number>[pd]\s*[0-9]{4}\s*-?\s*[0-9]{1,5})" + _COPY, re.IGNORECASE)
_SEPARATORS = re.compile(r"[\n\r,;、；，]+")


@dataclass(frozen=True)
class PaperName:
    """A paper as it was named.

    Attributes:
        code: the digits under its square, where those were typed or follow from its number.
        order: the work order's number; then ``copy`` is which of its copies, 0 where that was not said.
        copies: how many copies there are by what was typed, 0 where that was not said.
    """

    code: str = ""
    order: str = ""
    copy: int = 0
    copies: int = 0


@dataclass(frozen=True)
class NamedPaper:
    """A paper that a name means; nobody is named by it.

    Attributes:
        paper: record id.
        registered_on: ISO date.
    """

    paper: str
    number: str
    kind: PaperKind
    state: PaperState
    profile: Profile | None = None
    registered_on: str = ""


class SeveralCopies(UserFacingError):
    """The number is printed on several copies.

    Attributes:
        papers: the copies that have the number.
    """

    what = phrase("Errors", "This number stands on several copies.")
    safe = phrase("Errors", "No paper was changed.")
    todo = phrase("Errors", "Say which of them it is: its number ends in 1/3, for example.")

    def __init__(self, papers: tuple[NamedPaper, ...], typed: str = "") -> None:
        super().__init__()
        self.papers = papers
        self.typed = typed


class PrintedAgain(SeveralCopies):
    """The code is on several papers: a filed page was printed again, and they look alike."""

    what = phrase("Errors", "This code stands on several papers: the page was printed more than once.")
    todo = phrase("Errors", "Say which of them it is by its number in the register, P2026-00012 for example.")


def read_name(typed: str) -> PaperName:
    """What a person typed or scanned. Raises :class:`WrongCopyCode` for what names no paper."""
    tidy = _BEFORE.sub("", plain(typed).strip())
    for reading in (tidy, _kana_typed(typed)):
        if found := _PAPER.fullmatch(reading):
            return PaperName(code=read_code("".join(found["number"].split())))
        if (found := _ORDER.fullmatch(reading)) and int(found["copy"] or 0) <= int(found["copies"] or 0):
            order = f"{found['year']}-{int(found['count']):06}"
            return PaperName(order=order, copy=int(found["copy"] or 0), copies=int(found["copies"] or 0))
    return PaperName(code=read_code(typed))


def _kana_typed(typed: str) -> str:
    """What was meant where the kana input was on; ほ and め are on the keys of - and /."""
    keys = str.maketrans({"ほ": "-", "め": "/", **LETTER_KEYS}) | KANA_KEYS
    return fold(typed).translate(keys)


def names_in(text: str) -> tuple[str, ...]:
    """The papers named in a text, one on a line or divided by commas; each once, however many."""
    found = (part.strip() for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in found if part))
