"""Which half-typed forms are about a record that is destroyed: they go with it, and the others stay.

A form names a record by its id, or by a number that somebody typed. What is typed into a field for a number
picks the record: the form holds something of it then, such as the street of a job's customer. In a sentence
a number may be of anybody: a form that is about nobody known yet, such as the note of a call, is taken to be
about whom it names; one about another record is about that one. Such a sentence stays, as it does in a note
that was saved. A name, a phone number or an address of those who go is looked for in every draft that stays,
and its author is asked about it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.customer_numbers import meant_customer
from hvacdesk.domain.jobs.job_numbers import is_whole, meant_number, numbers_between
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.store.base import Base
from hvacdesk.store.models import Draft

DRAFTS: Table = Base.metadata.tables[Draft.__tablename__]

_RECORD_ID = re.compile(r"[0-9a-f]{32}")
_NUMBER = re.compile(r"[0-9a-z]+(?:-[0-9a-z]+)*")
_ESCAPED = re.compile(r"\\.")
_TYPED_JOB = re.compile(r'"job": "([^"]*)"')
_TYPED_JOBS = re.compile(r'"jobs": "([^"]*)"')
_TYPED_CUSTOMER = re.compile(r'"customer": "([^"]*)"')
_LETTER = re.compile(r"\w")
_DIGIT = re.compile(r"[0-9]")


class Numbers(NamedTuple):
    """What a draft may mean by a number.

    Attributes:
        words: numbers of records of any kind, in small letters, in their order.
        jobs: numbers of jobs as their field understands them, or their ends from the hyphen on.
    """

    words: tuple[str, ...]
    jobs: tuple[str, ...]


def about_records(session: Session, ids: Mapping[str, int], numbers: Mapping[str, int]) -> dict[int, int]:
    """By key the drafts about these records, with the customer of each.

    Args:
        ids, numbers: what the records are called, with whose each is.
    """
    found: dict[int, int] = {}
    for key, subject, payload in session.execute(select(DRAFTS.c.id, DRAFTS.c.subject, DRAFTS.c.payload)):
        named = (ids[word] for word in _RECORD_ID.findall(f"{subject} {payload}") if word in ids)
        owner = next(named, None)
        if owner is None:
            owner = _numbered(numbers_meant(subject, payload), numbers)
        if owner is not None:
            found[key] = owner
    return found


def _numbered(meant: Numbers, numbers: Mapping[str, int]) -> int | None:
    owner = next((numbers[word] for word in meant.words if word in numbers), None)
    if owner is None and meant.jobs:
        return next((numbers[one] for one in numbers if is_whole(one) and one.endswith(meant.jobs)), None)
    return owner


def numbers_meant(subject: str, payload: str) -> Numbers:
    """The numbers by which a draft is about a record. ``payload`` is JSON, or what another program wrote."""
    fields = _ESCAPED.sub(" ", payload)  # a tab between two numbers that were pasted
    several = (one for text in _TYPED_JOBS.findall(fields) for one in numbers_between(text))
    jobs = tuple(filter(None, map(meant_number, (*_TYPED_JOB.findall(fields), *several))))
    customers = tuple(meant_customer(one).casefold() for one in _TYPED_CUSTOMER.findall(fields))
    typed = _typed_about_another(subject, payload)
    if typed is None:
        return Numbers((*_numbers_in(f"{subject} {payload}"), *customers), jobs)
    return Numbers((*(word for text in _texts(typed) for word in _picked(text)), *customers), jobs)


def _typed_about_another(subject: str, payload: str) -> object | None:
    """What was typed into a form that is about a record by itself; None for any other form.

    A form about a record that goes does not come here: its id says so.
    """
    try:
        stored = json.loads(payload)
        arguments, typed = stored.get("arguments"), stored.get("typed")
    except (ValueError, AttributeError):
        return None
    about = " ".join((subject, *map(str, arguments.values() if isinstance(arguments, dict) else ())))
    return typed if _RECORD_ID.search(about) else None


def _texts(typed: Any) -> Iterator[str]:
    """Every text that was typed, and every name under which one was."""
    if isinstance(typed, str):
        yield typed
    elif isinstance(typed, dict):
        for name, value in typed.items():
            yield from (str(name), *_texts(value))
    elif isinstance(typed, list):
        for value in typed:
            yield from _texts(value)


def _picked(text: str) -> tuple[str, ...]:
    """The numbers in a text in which there is nothing else: so a field for a number is filled."""
    found = _numbers_in(text)
    rest = _NUMBER.sub("", plain(text).casefold())
    return found if not _LETTER.search(rest) and all(map(_DIGIT.search, found)) else ()


def _numbers_in(said: str) -> tuple[str, ...]:
    """Whatever a draft says that may be a record's number, in small letters."""
    return tuple(_NUMBER.findall(plain(_ESCAPED.sub(" ", said)).casefold()))
