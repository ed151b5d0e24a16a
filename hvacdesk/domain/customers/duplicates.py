"""Whether somebody new may be registered already: what two registrations have in common."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.customers.customer_fields import mailboxes, whole_form
from hvacdesk.domain.customers.customers import CustomerField, CustomerRecord, CustomerRow
from hvacdesk.domain.text.search_terms import last_four
from hvacdesk.domain.text.text_forms import digits, fold
from hvacdesk.domain.text.wording import Phrase, phrase


class Resemblance(StrEnum):
    """What two registrations share, the most telling first."""

    PHONE = "phone"
    NAME_AND_TOWN = "name_and_town"
    EMAIL = "email"
    ORGANISATION = "organisation"
    KANA_AND_LAST_FOUR = "kana_and_last_four"
    NAME = "name"
    KANA = "kana"


RESEMBLANCE_NAMES: dict[Resemblance, Phrase] = {
    Resemblance.PHONE: phrase("Duplicates", "Same phone number"),
    Resemblance.NAME_AND_TOWN: phrase("Duplicates", "Same full name and town"),
    Resemblance.EMAIL: phrase("Duplicates", "Same e-mail"),
    Resemblance.ORGANISATION: phrase("Duplicates", "Same organisation"),
    Resemblance.KANA_AND_LAST_FOUR: phrase("Duplicates", "Same kana and last four digits"),
    Resemblance.NAME: phrase("Duplicates", "Same full name"),
    Resemblance.KANA: phrase("Duplicates", "Same full kana"),
}


SHOWN = frozenset({Resemblance.ORGANISATION, Resemblance.KANA_AND_LAST_FOUR})
"""What every mask shows anyway; the others tell of hidden values, so they need a counted try."""


@dataclass(frozen=True)
class LikelyDuplicate:
    """A registered customer, masked, and what somebody new shares with it."""

    row: CustomerRow
    shared: tuple[Resemblance, ...]


def resemblances(
    new: CustomerRecord, known: CustomerRecord, other_numbers: Collection[str] = ()
) -> tuple[Resemblance, ...]:
    """What the two share. ``other_numbers`` are the digits of phones of people at the known customer."""
    found = {
        Resemblance.PHONE: bool(_numbers(new) & {*_numbers(known), *other_numbers}),
        Resemblance.EMAIL: bool(_folded_mailboxes(new) & _folded_mailboxes(known)),
        Resemblance.ORGANISATION: bool(new.organisation)
        and fold(new.organisation) == fold(known.organisation),
        Resemblance.KANA_AND_LAST_FOUR: _same_kana(new, known) and bool(_endings(new) & _endings(known)),
        Resemblance.KANA: _whole_kana(new) != "" and _whole_kana(new) == _whole_kana(known),
    }
    if _whole_name(new) and _whole_name(new) == _whole_name(known):
        town = fold(new.address.town)
        same_town = bool(town) and town == fold(known.address.town)
        found[Resemblance.NAME_AND_TOWN if same_town else Resemblance.NAME] = True
        found[Resemblance.KANA] = False  # says nothing more
    return tuple(one for one in Resemblance if found.get(one))


def _numbers(record: CustomerRecord) -> set[str]:
    return {figures for phone in record.phones if (figures := digits(phone.number))}


def _endings(record: CustomerRecord) -> set[str]:
    return {ending for phone in record.phones if (ending := last_four(phone.number))}


def _folded_mailboxes(record: CustomerRecord) -> set[str]:
    return set(map(fold, mailboxes(record)))


def _whole_name(record: CustomerRecord) -> str:
    return whole_form(CustomerField.NAME, record)


def _whole_kana(record: CustomerRecord) -> str:
    return whole_form(CustomerField.KANA, record)


def _same_kana(new: CustomerRecord, known: CustomerRecord) -> bool:
    kana = fold(new.name.family_kana)
    return bool(kana) and kana == fold(known.name.family_kana)
