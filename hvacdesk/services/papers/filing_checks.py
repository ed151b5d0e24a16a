"""What can be filed and lent: kinds, sheets, days and words that a register of papers takes."""

from __future__ import annotations

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
from hvacdesk.domain.text.refused_numbers import check_free_text


def check_new(new: NewPaper, today: date) -> None:
    """Raises :class:`InvalidInput`, which names the field."""
    if new.kind not in RECEIVED_KINDS:
        raise InvalidInput("kind")
    if not 1 <= new.pages <= MOST_PAGES:
        raise InvalidInput("pages")
    if len(new.label) > LABEL_LIMIT:
        raise TooLong("label", LABEL_LIMIT)
    check_free_text("label", new.label)
    if new.dated and not _is_day(new.dated, latest=today):
        raise InvalidInput("dated")
    if new.return_by and (new.kind is not PaperKind.HELD or not is_from(new.return_by, today)):
        raise InvalidInput("return_by")


def checked_holder(holder: str) -> str:
    """Who takes a paper out, tidied. Raises :class:`Missing`, :class:`TooLong`."""
    who = holder.strip()
    if not who:
        raise Missing("holder")
    if len(who) > HOLDER_LIMIT:
        raise TooLong("holder", HOLDER_LIMIT)
    return who


def is_from(text: str, today: date) -> bool:
    """Whether it is a day, and none that is past."""
    try:
        return date.fromisoformat(text) >= today
    except ValueError:
        return False


def _is_day(text: str, latest: date) -> bool:
    try:
        return date(1980, 1, 1) <= date.fromisoformat(text) <= latest
    except ValueError:
        return False
