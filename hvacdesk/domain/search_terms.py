"""What a search compares: a customer's shown parts on one side, the words of a query on the other.

Search must not undo a mask, so only what every reader's mask shows goes into the line: family name and kana,
organisation, prefecture to town, the last four digits of each phone, and the customer number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hvacdesk.domain.romaji import romaji_to_kana
from hvacdesk.domain.text_forms import digits, fold

if TYPE_CHECKING:
    from hvacdesk.domain.customers import CustomerRecord

SEPARATOR = "\n"
"""Stands between the parts of a line; no folded text holds it, so no term matches across two parts."""

_KANA_ONLY = re.compile("[ぁ-ゖー]+")
_HALF_TYPED = re.compile("(?:sh|ch|ts|th|dh|[kgsztdhbpmr]y|[bcdfghjkmprstvwyz])$")


def search_line(record: CustomerRecord, number: str) -> str:
    """The folded text that :func:`query_terms` are looked for in. ``number`` is the customer number."""
    place = record.address
    parts = [
        record.name.family,
        record.name.family_kana,
        record.organisation,
        record.organisation_kana,
        f"{place.prefecture}{place.city}{place.town}",
        *(last_four(phone.number) for phone in record.phones),
        number,
    ]
    return SEPARATOR.join(fold(part) for part in parts if part)


def last_four(number: str) -> str:
    """The part of a phone number that its mask shows; nothing of a number too short to hide anything."""
    figures = digits(number)
    return figures[-4:] if len(figures) > 4 else ""


def query_terms(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a query, each with the folded spellings it may stand for.

    A customer is found when every word has at least one spelling in the search line. ``tanaka 5678`` gives
    ``(("tanaka", "たなか"), ("5678",))``.
    """
    words = ((fold(word), *_kana_spellings(word)) for word in text.split())
    return tuple(tuple(dict.fromkeys(spellings)) for spellings in words if spellings[0])


def _kana_spellings(word: str) -> tuple[str, ...]:
    """The word as kana if it is romaji; a last ``n`` may be ん or the beginning of な, に, ぬ, ね, の."""
    typed = fold(word)
    if not (typed.isascii() and typed[:1].isalpha()):
        return ()
    kana = romaji_to_kana(_HALF_TYPED.sub("", typed))
    if not _KANA_ONLY.fullmatch(kana):
        return ()
    endings = "んなにぬねの" if typed.endswith("n") and kana.endswith("ん") else kana[-1]
    return tuple(fold(kana[:-1] + ending) for ending in endings)
