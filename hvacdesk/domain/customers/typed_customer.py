"""What the text of a search that found nobody says about a customer who is to be registered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.customers.name_cells import divide_cell
from hvacdesk.domain.text.kana import katakana
from hvacdesk.domain.text.phones import BadPhone, format_phone, whole_number
from hvacdesk.domain.text.romaji import romaji_to_kana
from hvacdesk.domain.text.text_forms import plain

_KANA = re.compile("[ぁ-ゖァ-ヺー]+")

_DIVIDED = 4
"""A shorter name, written without a space, is treated as a family name."""


@dataclass(frozen=True)
class TypedCustomer:
    """The beginning of a record; empty where nothing can be read from the typed text."""

    name: PersonName = field(default_factory=PersonName)
    organisation: str = ""
    phone: str = ""
    email: str = ""


def typed_customer(text: str) -> TypedCustomer:
    """Read a name, a phone number or an e-mail address out of a search's text.

    Kana and romaji are a reading, in katakana as forms have it; digits that are no whole number are ignored.
    """
    if whole_number(text):
        return TypedCustomer(phone=_formatted(text))
    words = text.split()
    email = next((plain(word) for word in words if "@" in plain(word)), "")
    names = [word for word in words if "@" not in plain(word) and not any(map(str.isdecimal, plain(word)))]
    readings = [_katakana(word) for word in names]
    if names and all(readings):
        return TypedCustomer(
            PersonName(family_kana=readings[0], given_kana=" ".join(readings[1:])), email=email
        )
    written = divide_cell(" ".join(names)).name
    person = written.person
    if written.guessed and len(names) == 1 and len(names[0]) < _DIVIDED:
        person = PersonName(names[0])
    return TypedCustomer(person, written.organisation, email=email)


def _formatted(text: str) -> str:
    try:
        return format_phone(text)
    except BadPhone:
        return plain(text).strip()


def _katakana(word: str) -> str:
    """The word as katakana if it is a reading, else nothing."""
    typed = plain(word)
    kana = romaji_to_kana(typed) if typed.isascii() else typed.translate({ord("-"): "ー"})
    return katakana(kana) if _KANA.fullmatch(kana) else ""
