"""What tells a destroyed person from everybody else in a text, and the places where it may have stayed.

A proof of erasure distinguishes three things: what living records rightly hold (a namesake's name in a column
of names), what is left of the destroyed in free text or where it does not belong, and dead bytes. This
module has the words for the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product
from typing import Any

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.family_names import in_kana
from hvacdesk.domain.text.latin_names import APART, sounded_forms
from hvacdesk.domain.text.text_forms import digits, fold_letters
from hvacdesk.domain.text.wording import Phrase, phrase

_LEAST_DIGITS = 9
"""Fewer digits are a code or a quantity as often as a phone number."""

_AFTER_COUNTRY = "81"

_SHORTEST, _SHORTEST_KANA = 4, 5
_TITLES = ("様", "さん")


@dataclass(frozen=True)
class Marks:
    """What identifies one person wherever it is read, in the forms of :mod:`text_forms`, addresses folded.

    Full names with their readings, phone numbers as digits, e-mail addresses, and town with street. Not a
    family name alone, which hundreds share, nor a town; not an organisation, whose name is the word for a
    firm in other people's texts; and not a serial or slip number, which is a number among others.

    Attributes:
        caller: somebody who called and is no customer. What they left in a later call is a record with a term
            of its own, and no remnant.
    """

    names: frozenset[str] = field(default_factory=frozenset, repr=False)
    phones: frozenset[str] = field(default_factory=frozenset, repr=False)
    emails: frozenset[str] = field(default_factory=frozenset, repr=False)
    addresses: frozenset[str] = field(default_factory=frozenset, repr=False)
    caller: bool = False

    def __bool__(self) -> bool:
        return bool(self.names or self.phones or self.emails or self.addresses)

    def without(self, other: Marks) -> Marks:
        """The marks that are not among the others."""
        return Marks(
            self.names - other.names,
            self.phones - other.phones,
            self.emails - other.emails,
            self.addresses - other.addresses,
        )

    def listed(self) -> dict[str, list[str] | bool]:
        """As they are stored in JSON."""
        return {
            "caller": self.caller,
            "names": sorted(self.names),
            "phones": sorted(self.phones),
            "emails": sorted(self.emails),
            "addresses": sorted(self.addresses),
        }

    @classmethod
    def of(cls, listed: Mapping[str, Any]) -> Marks:
        """From :meth:`listed`."""
        names, phones, emails, addresses = (
            frozenset(listed[name]) for name in ("names", "phones", "emails", "addresses")
        )
        return cls(names, phones, emails, addresses, listed["caller"])


def full_names(family: str, given: str, family_kana: str = "", given_kana: str = "") -> set[str]:
    """A full name as people write it: each part in kanji or kana, in both orders, with a title after each.

    With the given name first it has :data:`~.latin_names.APART` in it, and is one only by itself. And as it
    sounds in Latin letters (:func:`~.latin_names.sounded_forms`).

    Nothing where a part is missing, and of what is turned round or half in kana nothing short: 清川村 is a
    village, and not 川村 清.
    """
    names: set[str] = set()
    for first, last in product((family, family_kana), (given, given_kana)):
        if first and last:
            titled = (f"{first}{title}{last}{title}" for title in _TITLES)
            family_first, *rest = map(fold_letters, (first + last, *titled))
            names.update(rest)
            if _is_long_enough(family_first):
                names |= {family_first, APART.join(map(fold_letters, (last, first)))}
            elif (first, last) in ((family, given), (family_kana, given_kana)):
                names.add(family_first)
    return names | sounded_forms(PersonName(family, given, family_kana, given_kana)) if names else names


def _is_long_enough(name: str) -> bool:
    """Whether a name is no word, nor the beginning of another name."""
    return name.isascii() or len(name) >= (_SHORTEST_KANA if in_kana(name) else _SHORTEST)


def is_short_word(name: str) -> bool:
    """Whether a folded name may be within other words: りあん is in リアンコート, and lian in Italian."""
    return (name.isascii() and name.isalpha()) or (len(name) < _SHORTEST_KANA and in_kana(name))


def phone_forms(number: str) -> set[str]:
    """A phone number's digits as dialled here and from abroad, and without the 0 that a spreadsheet drops."""
    found = digits(number)
    if len(found) < _LEAST_DIGITS:
        return set()
    if not found.startswith("0"):
        return {found}
    without_zero = {found[1:]} if len(found) > _LEAST_DIGITS else set()
    return {found, _AFTER_COUNTRY + found[1:], *without_zero}


class ValueKind(StrEnum):
    """What kind of value a place holds. ``OTHER``: any value of the destroyed, where none may be."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    OTHER = "other"


VALUE_KIND_NAMES: dict[ValueKind, Phrase] = {
    ValueKind.NAME: phrase("Remnants", "Name"),
    ValueKind.PHONE: phrase("Remnants", "Phone number"),
    ValueKind.EMAIL: phrase("Remnants", "E-mail address"),
    ValueKind.ADDRESS: phrase("Remnants", "Address"),
    ValueKind.OTHER: phrase("Remnants", "Another value"),
}


class RemnantPlace(StrEnum):
    """A kind of place that may hold something of a destroyed person."""

    CUSTOMERS = "customers"
    SEARCH = "search"
    CALL_NOTES = "call_notes"
    JOBS = "jobs"
    PAPERS = "papers"
    REQUESTS = "requests"
    DRAFTS = "drafts"
    INCIDENTS = "incidents"
    LOG = "log"
    LOG_NOTES = "log_notes"
    DISPOSALS = "disposals"
    PARTNERS = "partners"
    RULES = "rules"
    OFFICE = "office"
    SETTINGS = "settings"
    NOBODY = "nobody"
    UNKNOWN = "unknown"


PLACE_NAMES: dict[RemnantPlace, Phrase] = {
    RemnantPlace.CUSTOMERS: phrase("Remnants", "Records and notes of other customers"),
    RemnantPlace.SEARCH: phrase("Remnants", "Search lines of other customers"),
    RemnantPlace.CALL_NOTES: phrase("Remnants", "Call notes"),
    RemnantPlace.JOBS: phrase("Remnants", "Jobs, estimates and results of other customers"),
    RemnantPlace.PAPERS: phrase("Remnants", "Register of papers"),
    RemnantPlace.REQUESTS: phrase("Remnants", "Requests and consents"),
    RemnantPlace.DRAFTS: phrase("Remnants", "Half-typed forms"),
    RemnantPlace.INCIDENTS: phrase("Remnants", "Incidents"),
    RemnantPlace.LOG: phrase("Remnants", "Audit log"),
    RemnantPlace.LOG_NOTES: phrase("Remnants", "Notes in the audit log"),
    RemnantPlace.DISPOSALS: phrase("Remnants", "Ledger, certificates and retention rules"),
    RemnantPlace.PARTNERS: phrase("Remnants", "Partner firms and hand-overs"),
    RemnantPlace.RULES: phrase("Remnants", "Rule texts, training and violations"),
    RemnantPlace.OFFICE: phrase("Remnants", "The office's own records"),
    RemnantPlace.SETTINGS: phrase("Remnants", "Settings"),
    RemnantPlace.NOBODY: phrase("Remnants", "Rows that belong to nobody"),
    RemnantPlace.UNKNOWN: phrase("Remnants", "Tables or columns that are not the program's"),
}


LEFT_IN_RECORDS = phrase(
    "Remnants",
    "Records that were kept name persons whose data was erased, in places where that does not belong.",
)
"""The exception that a remnant makes."""


@dataclass(frozen=True)
class Remnant:
    """One row that holds something of a destroyed person where it does not belong.

    Attributes:
        table, key: the row; the key is 0 in a table that is not the program's.
        kinds: what kinds of values it holds.
        combined: whether it holds a name beside a way to reach the same person.
    """

    place: RemnantPlace
    table: str
    key: int
    kinds: frozenset[ValueKind] = frozenset({ValueKind.OTHER})
    combined: bool = False


def counted(found: Iterable[Remnant]) -> tuple[tuple[str, int], ...]:
    """How many there are of each place, by the place's code, in the order of :class:`RemnantPlace`."""
    counts = Counter(one.place for one in found)
    return tuple((place.value, counts[place]) for place in RemnantPlace if counts[place])
