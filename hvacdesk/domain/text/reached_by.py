"""The numbers and mailboxes in a field that takes anything by which somebody is reached."""

from __future__ import annotations

import re

from hvacdesk.domain.text.text_forms import ARABIC, digits, plain

_RUN = re.compile("[0-9](?:[-\\s().の]*[0-9])*")
_LOCAL = re.compile("[0-9]{2,4}-[0-9]{4}")
_WHOLE = range(10, 13)
"""Digits of a whole number: ten or eleven, twelve with the country's code."""
_MAILBOX = re.compile(
    r"[A-Za-z0-9.!#$%&*+/=?^_{|}~'-]+@(?:(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}|[\w-]+(?:\.[\w-]+)*)"
)
"""A mailbox; what is no Latin letter behind its domain (まで) is not part of it."""


def numbers_in(text: str) -> tuple[str, ...]:
    """The phone numbers in such a field, each in Arabic digits; also one without its area code."""
    found: list[str] = []
    for run in _RUN.findall(plain(text).translate(ARABIC)):
        found += [run] if len(digits(run)) in _WHOLE else run.split()
    return tuple(one for one in found if len(digits(one)) in _WHOLE or _LOCAL.fullmatch(one))


def mailboxes_in(text: str) -> tuple[str, ...]:
    """The mailboxes in such a field."""
    return tuple(_MAILBOX.findall(plain(text)))
