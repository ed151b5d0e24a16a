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


PLAIN = frozenset({Resemblance.PHONE, Resemblance.NAME_AND_TOWN})
"""With these in common somebody new is most likely registered already: it is asked before they are saved."""


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
        same_town = _town(new) != "" and _town(new) == _town(known)
        found[Resemblance.NAME_AND_TOWN if same_town else Resemblance.NAME] = True
        found[Resemblance.KANA] = False  # says nothing more
    return tuple(one for one in Resemblance if found.get(one))


class Unlike(StrEnum):
    """In what two registrations do not agree."""

    NAME = "name"
    KANA = "kana"
    PHONES = "phones"
    ADDRESS = "address"
    KIND = "kind"


def plain_differences(
    one: CustomerRecord, other: CustomerRecord, numbers: tuple[Collection[str], Collection[str]]
) -> tuple[Unlike, ...]:
    """What does not agree in two of whom nothing says that they are one customer; empty where something does.

    A likeness says so, and a place where both live: between a person and an organisation a place says
    nothing. Of phones only what every mask shows decides. Half a name agrees with each whole one.

    Args:
        numbers: the digits of phones of people at each of the two.
    """
    ends = [
        _endings(record) | {ending for number in people if (ending := last_four(number))}
        for record, people in zip((one, other), numbers, strict=True)
    ]
    kinds, places = one.kind != other.kind, (_place(one), _place(other))
    here = places[0] != "" and places[0] == places[1]
    if ends[0] & ends[1] or resemblances(one, other) or (here and not kinds):
        return ()
    found = {
        Unlike.NAME: _differ(_called(one), _called(other)),
        Unlike.KANA: _differ(_read(one), _read(other)),
        Unlike.PHONES: all(ends),
        Unlike.ADDRESS: _differ((_town(one), places[0]), (_town(other), places[1])),
        Unlike.KIND: kinds,
    }
    return tuple(what for what, differs in found.items() if differs)


def _called(record: CustomerRecord) -> tuple[str, str]:
    if record.organisation:
        return fold(record.organisation), ""
    return fold(record.name.family), fold(record.name.given)


def _read(record: CustomerRecord) -> tuple[str, str]:
    if record.organisation:
        return fold(record.organisation_kana), ""
    return fold(record.name.family_kana), fold(record.name.given_kana)


def _differ(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two names or readings differ; what is missing does not."""
    return any(mine and theirs and mine != theirs for mine, theirs in zip(one, other, strict=True))


def _place(record: CustomerRecord) -> str:
    return whole_form(CustomerField.ADDRESS, record)


def _town(record: CustomerRecord) -> str:
    return fold(record.address.town)


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
