"""Made-up leaks for practice 訓練: customers who do not exist, and what happened to their data.

The people live in towns that do not exist and have numbers that ring nowhere, so that a letter or a call that
leaves the office by mistake reaches nobody.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hvacdesk.domain.customers.customers import Address, CustomerField, PersonName
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.incidents.exposure import fields_of_profile
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.wording import Phrase, phrase

DRILL = phrase("Incidents", "DRILL")


@dataclass(frozen=True)
class MadeUp:
    """Somebody who does not exist."""

    number: str
    name: PersonName
    address: Address
    phone: str

    @property
    def customer(self) -> str:
        """What is used in place of a record id."""
        return f"drill{self.number}"


def _person(at: int, family: str, given: str) -> MadeUp:
    return MadeUp(
        f"訓練-{at}",
        PersonName(family, given),
        Address("0000000", "愛知県", "訓練市", "架空町", f"{at}丁目0-0"),
        f"000-0000-000{at}",
    )


PEOPLE = (
    _person(1, "訓練", "花子"),
    _person(2, "訓練", "太郎"),
    _person(3, "演習", "一郎"),
    _person(4, "演習", "さくら"),
    _person(5, "架空", "次郎"),
)
BY_ID = {one.customer: one for one in PEOPLE}

_REACHED_BY = (CustomerField.NAME, CustomerField.ADDRESS, CustomerField.PHONE, CustomerField.EMAIL)
"""What an office keeps of every customer."""


@dataclass(frozen=True)
class Scenario:
    """A leak to practise with."""

    kind: IncidentKind
    people: tuple[MadeUp, ...]
    fields: Collection[CustomerField]
    story: Phrase


SCENARIOS: dict[IncidentKind, Scenario] = {
    IncidentKind.LOST_PAPER: Scenario(
        IncidentKind.LOST_PAPER,
        PEOPLE[:1],
        fields_of_profile(Profile.TECHNICIAN),
        phrase(
            "Incidents",
            "A technician says in the evening that the work order of the morning is gone. It was last "
            "seen on the seat of the van, which stood unlocked in front of a shop.",
        ),
    ),
    IncidentKind.MIS_SENT: Scenario(
        IncidentKind.MIS_SENT,
        PEOPLE[:3],
        fields_of_profile(Profile.PARTNER),
        phrase(
            "Incidents",
            "A FAX for a partner firm went to a wrong number. Three work orders arrived at a shop that "
            "nobody in the office knows; the shop called.",
        ),
    ),
    IncidentKind.STOLEN_PC: Scenario(
        IncidentKind.STOLEN_PC,
        PEOPLE,
        _REACHED_BY,
        phrase(
            "Incidents",
            "The laptop with the office's data was stolen from a car over night. It was switched off; "
            "its owner is not sure where the note with the passphrase is.",
        ),
    ),
}


def scenario_of(kind: IncidentKind) -> Scenario:
    """The scenario of a kind of incident. Raises :class:`InvalidInput` for a kind that is not drilled."""
    if kind not in SCENARIOS:
        raise InvalidInput("kind")
    return SCENARIOS[kind]
