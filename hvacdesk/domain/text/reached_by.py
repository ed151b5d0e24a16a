"""The numbers and mailboxes in a field that takes anything by which somebody is reached; and where a mailbox
is in a text that is written so that no program takes it for one: misao(at)b.example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from hvacdesk.domain.text.text_forms import ARABIC, digits, plain

_RUN = re.compile("[0-9](?:[-\\s().の]*[0-9])*")
_LOCAL = re.compile("[0-9]{2,4}-[0-9]{4}")
_WHOLE = range(10, 13)
"""Digits of a whole number: ten or eleven, twelve with the country's code."""
_MAILBOX = re.compile(
    r"[A-Za-z0-9.!#$%&*+/=?^_{|}~'-]+@(?:(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}|[\w-]+(?:\.[\w-]+)*)"
)
"""A mailbox; what is no Latin letter behind its domain (まで) is not part of it."""

_AT = r"(?:[\W_]{0,3}(?:at|a|あつと(?:ま-?く)?)[\W_]{0,3}|[\W_]{1,3})"
"""(at), ［アット］, アットマーク, ★ and whatever sign stands for @, in a folded text."""
_DOT = r"(?:[\W_]{0,2}(?:dot|どつと)[\W_]{0,2}|[\W_])"
_FOLDED_MAILBOX = re.compile(r"([^@\s]*\w[^@\s]*)@([^@\s]*\w[^@\s]*)")


def numbers_in(text: str) -> tuple[str, ...]:
    """The phone numbers in such a field, each in Arabic digits; also one without its area code."""
    found: list[str] = []
    for run in _RUN.findall(plain(text).translate(ARABIC)):
        found += [run] if len(digits(run)) in _WHOLE else run.split()
    return tuple(one for one in found if len(digits(one)) in _WHOLE or _LOCAL.fullmatch(one))


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
