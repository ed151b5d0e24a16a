"""The numbers and mailboxes in a field that takes anything by which somebody is reached; what is looked for
of a number; and where a mailbox is in a text that is written so that no program takes it for one:
misao(at)b.example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hvacdesk.domain.text.input_checks import MAILBOX
from hvacdesk.domain.text.text_forms import ARABIC, digits, fold_letters, letter_for_letter, plain

_RUN = re.compile("[0-9](?:[-\\s().の]*[0-9])*")
_LOCAL = re.compile("[0-9]{2,4}-[0-9]{4}")
_WHOLE = range(10, 13)
"""Digits of a whole number: ten or eleven, twelve with the country's code."""
_ABROAD = re.compile(r"(?<![0-9])(?:\+(?!81)|010[-\s(]{0,2})[1-9](?:[-\s().]{0,2}[0-9]){6,13}(?![0-9])")
"""A number of another country, as it is dialled from here; no Japanese number begins with 010."""
_MAILBOX = re.compile(
    r"[A-Za-z0-9.!#$%&*+/=?^_{|}~'-]+@(?:(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}|[\w-]+(?:\.[\w-]+)*)"
)
"""A mailbox; what is no Latin letter behind its domain (まで) is not part of it."""

_BETWEEN = r"[-\s().の・/_ー]{0,2}"
_PHONE = re.compile(
    rf"(?<![0-9])(?<!(?:19|20)[0-9]{{2}}[-/.])(?!0[0-9]\s{{1,2}}(?:19|20)[0-9]{{2}}[-/.])"
    rf"0(?:{_BETWEEN}[0-9]){{9,10}}?(?![0-9])"
    rf"|(?<![0-9])\+?81[-\s(]{{0,2}}(?:0\)?[-\s]?)?[1-9](?:{_BETWEEN}[0-9]){{8,9}}(?![0-9])"
    r"|(?:(?<![a-z])(?:tel|fax)|[℡☎]|電話|携帯|ケータイ|けいたい|内線)(?:番号)?[\s:.は]*"
    rf"(?P<told>[0-9(](?:{_BETWEEN}[0-9]){{2,12}})(?![0-9])(?!\s?(?:k?[vw]|[mck]?m)(?![a-z]))",
    re.IGNORECASE,
)
"""A phone number: by its digits, or behind the word for it; no room of a HOTEL, day, time or measure."""
_SIGN = r"[-\s().・/_ー]{1,3}"
_SURE_PHONE = re.compile(
    r"(?<![0-9])(?:製造番号|品番|型番|s/n)[\s:]*[0-9]+"
    rf"|(?<![0-9/])(?P<whole>0[1-9](?:[0-9]{{8,9}}|[0-9]{{0,3}}{_SIGN}[0-9]{{1,4}}{_SIGN}[0-9]{{3,4}})(?![0-9])"
    rf"|\+?81{_SIGN}?[1-9][0-9]{{0,3}}{_SIGN}[0-9]{{1,4}}{_SIGN}[0-9]{{3,4}}(?![0-9]))"
    r"|(?:(?<![a-z])(?:tel|fax)|[℡☎]|電話|携帯|ケータイ|けいたい)(?:番号)?[\s:.は]*"
    r"(?P<local>[0-9]{2,4}-[0-9]{4})(?![-0-9])",
    re.IGNORECASE,
)
"""A phone number by its groups. In an instruction are rows of measures and days, and numbers of devices."""
_SPOKEN_MAILBOX = re.compile(
    r"[a-z0-9._+-]+\s?[(\[]\s?(?:at|アット(?:マーク)?)\s?[)\]]\s?(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE
)

_COUNTRY = "81"
_CODE_ABROAD = re.compile(
    r"\+(?!81)(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3})(?=[0-9]{6})"
)
"""The code of another country, by 国際電気通信連合's E.164."""
FEWEST_FIGURES = 6
"""Fewer digits are an amount or a day as often as a phone's extension."""
_LONGEST_LOCAL = 9
"""A number of more digits has its area code."""
_NO_FIGURES = re.compile("[^0-9]+")

_AT = r"(?:[\W_]{0,3}(?:at|a|あつと(?:ま-?く)?)[\W_]{0,3}|[\W_]{1,3})"
"""(at), ［アット］, アットマーク, ★ and whatever sign stands for @, in a folded text."""
_DOT = r"(?:[\W_]{0,2}(?:dot|どつと)[\W_]{0,2}|[\W_])"
_FOLDED_MAILBOX = re.compile(r"([^@\s]*\w[^@\s]*)@([^@\s]*\w[^@\s]*)")


class Figures(NamedTuple):
    """Digits to find.

    Attributes:
        whole: not within a longer number.
        between: the signs that may be between them; any where there is a number's usual length.
        country: the code that may be dialled before it, as a 0 may be; empty where the form has it.
    """

    form: str
    whole: bool = False
    between: str | None = None
    country: str = ""


def numbers_in(text: str) -> tuple[str, ...]:
    """The phone numbers in such a field, each in Arabic digits; also one without its area code."""
    abroad = (plain(text[start:end]) for start, end in abroad_in(text))
    found: list[str] = []
    for run in _RUN.findall(plain(text).translate(ARABIC)):
        found += [run] if len(digits(run)) in _WHOLE else run.split()
    known = tuple(one for one in found if len(digits(one)) in _WHOLE or _LOCAL.fullmatch(one))
    return (*abroad, *known)


def abroad_in(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers of other countries are: +1 212-555-0100, ＋82-2-1234-5678, 010-1-212-555-0100."""
    return (one.span() for one in _ABROAD.finditer(letter_for_letter(text)))


def reached_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where the phone numbers and mailboxes of any text are; the word for a phone before one stays."""
    usual = letter_for_letter(text)
    figures = usual.translate(ARABIC)
    mailboxes = (one.span() for pattern in (MAILBOX, _SPOKEN_MAILBOX) for one in pattern.finditer(usual))
    phones = (one.span("told" if one["told"] else 0) for one in _PHONE.finditer(figures))
    return (*abroad_in(figures), *phones, *mailboxes)


def surely_reached_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where phone numbers and mailboxes are in a text about work, whose other numbers have to stay."""
    usual = letter_for_letter(text)
    figures = usual.translate(ARABIC)
    mailboxes = (one.span() for pattern in (MAILBOX, _SPOKEN_MAILBOX) for one in pattern.finditer(usual))
    phones = (one.span(group) for one in _SURE_PHONE.finditer(figures) if (group := one.lastgroup))
    return (*abroad_in(figures), *phones, *mailboxes)


def mailboxes_in(text: str) -> tuple[str, ...]:
    """The mailboxes in such a field."""
    return tuple(_MAILBOX.findall(plain(text)))


def rarest_part(mailbox: str) -> str:
    """What :func:`mailbox_in` finds a folded mailbox by first; empty for what is none."""
    parts = _FOLDED_MAILBOX.fullmatch(mailbox)
    return max(parts[1], parts[2].partition(".")[0], key=len) if parts else ""


def mailbox_in(folded: str, mailbox: str) -> Iterator[tuple[int, int]]:
    """Where a folded mailbox is in a folded text; nothing where it is none, such as a text about one."""
    parts = _FOLDED_MAILBOX.fullmatch(mailbox)
    if parts is None or parts[1] not in folded or parts[2].partition(".")[0] not in folded:
        return
    yield from (one.span() for one in _written(parts[1], parts[2]).finditer(folded))


@lru_cache(maxsize=256)
def _written(local: str, domain: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(local)}{_AT}{_DOT.join(map(re.escape, domain.split('.')))}")


def figures_sought(number: str) -> tuple[Figures, ...]:
    """What is looked for of a number; nothing of one that is not digits alone and of too few of them."""
    folded = number if number.isascii() else fold_letters(number).translate(ARABIC)
    form = digits(folded)
    if len(form) < FEWEST_FIGURES:
        return (Figures(form, whole=True, between=""),) if form and form == folded else ()
    if len(form) <= _LONGEST_LOCAL and not _CODE_ABROAD.match(folded):
        return (Figures(form, whole=True),)
    national = form.removeprefix(_COUNTRY) if folded.startswith(f"+{_COUNTRY}") else form.removeprefix("0")
    abroad = _CODE_ABROAD.match(f"+{form}") if folded.startswith("+") else None
    if abroad:
        code = abroad[0].removeprefix("+")
        own = form.removeprefix(code).removeprefix("0")
        return (Figures(form), Figures(own, whole=len(own) <= _LONGEST_LOCAL, country=code))
    if national == form:
        return (Figures(form),)
    return (
        Figures(national, country=_COUNTRY),
        *(Figures(one, whole=True) for one in _without_area_code(folded, national)),
    )


def _without_area_code(written: str, national: str) -> tuple[str, ...]:
    """A number as neighbours dial it; where nothing tells where its area code ends, all that it may be."""
    groups = _NO_FIGURES.split(written.strip("()"))
    if len(groups) == len(["052", "123", "4567"]):
        local = "".join(groups[1:])
        return (local,) if len(local) >= FEWEST_FIGURES else ()
    return tuple(national[-length:] for length in range(FEWEST_FIGURES, _LONGEST_LOCAL))
