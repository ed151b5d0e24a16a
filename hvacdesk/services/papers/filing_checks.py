"""What can be filed and lent: kinds, sheets, days and words that a register of papers takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hvacdesk.domain.errors import InvalidInput, Missing, TooLong
from hvacdesk.domain.papers.register import (
    HOLDER_LIMIT,
    LABEL_LIMIT,
    MOST_PAGES,
    RECEIVED_KINDS,
    NewPaper,
    PaperKind,
)
from hvacdesk.domain.text.input_checks import LATEST_DAY, check_range, clean_date
from hvacdesk.domain.text.refused_numbers import check_free_text

EARLIEST_PAPER = date(1980, 1, 1)
"""Older papers than this are not registered."""


def checked_new(new: NewPaper, today: date) -> NewPaper:
    """The paper as it is registered. Raises :class:`InvalidInput`, which names the field."""
    if new.kind not in RECEIVED_KINDS:
        raise InvalidInput("kind")
    check_range("pages", new.pages, 1, MOST_PAGES)
    if len(new.label) > LABEL_LIMIT:
        raise TooLong("label", LABEL_LIMIT)
    check_free_text("label", new.label)
    dated = clean_date("dated", new.dated, EARLIEST_PAPER, today)
    if new.return_by and new.kind is not PaperKind.HELD:
        raise InvalidInput("return_by")
    return_by = clean_date("return_by", new.return_by, today, LATEST_DAY)
    return replace(new, dated=dated, return_by=return_by)


def checked_holder(holder: str) -> str:
    """Who takes a paper out, tidied. Raises :class:`Missing`, :class:`TooLong`."""
    who = holder.strip()
    if not who:
        raise Missing("holder")
    if len(who) > HOLDER_LIMIT:
        raise TooLong("holder", HOLDER_LIMIT)
    return who
