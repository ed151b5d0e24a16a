"""No count, truth or refusal tells whether a hidden value is what somebody guessed, unless tries are limited.

Every text that a door takes is once a hidden value of a customer whom the office has, whole or in part, and
once one like it that nobody has. What comes back (rows, counts, a yes or no, a refusal) has to be the same.
A record with such a text is otherwise about that customer and as short as it can be: where the rest of it is
refused, nothing was tried. Who may find no customers hears of no number either that it is somebody's.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, get_type_hints

import pytest

from hvacdesk.domain.errors import NotPermitted, UserFacingError
from hvacdesk.domain.roles import Actor, Permission, Role
from hvacdesk.domain.text.wording import Words
from hvacdesk.seats.doors import Door, doors
from hvacdesk.services.customers import exact_tries
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.services.language import words_for
from hvacdesk.services.open_office import Office
from tests.helpers.door_calls import called
from tests.helpers.front_desk import TODAY
from tests.helpers.made_values import made
from tests.helpers.people import HIDDEN
from tests.helpers.real_office import copied_real_office
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.integration.seats.test_hidden_on_the_wire import KEY, _office, _record_ids, all_undone

HIS_NUMBER = "C-000001"
GUESSES = {
    "given name": (HIDDEN["given"], "縫子"),
    "phone": (HIDDEN["phone"], "0527824649"),
    "part of a phone": (HIDDEN["phone"][2:6], "5279"),
    "mailbox": (HIDDEN["email"], "nobody-at-all@example.com"),
    "street": (HIDDEN["street"], "9-98-97"),
    "account": (HIDDEN["account"], "9182736"),
    "key": (KEY, "裏口の鍵 9898"),
}
"""By kind a value that is in the office and hidden, and one like it that is not."""

NUMBERS = (HIS_NUMBER, "C-999998")
"""The first customer's number, and one that nobody has; who may find customers may ask for each."""

BY_NUMBER = {"disposal.erasures.answer", "disposal.erasures.answer_pdf"}
"""Doors for those who read the disposal ledger, which names customers by their numbers alone."""

NUMBERED = (Happening,)
"""Records that name a customer by the number; all others do by the record id."""

LIMITED = {
    "customers.search": "whole values alone, counted, slowed and logged",
    "customers.likely_duplicates": "whole values alone, counted, slowed and logged",
    "quick_search.find": "asks customers.search",
}
"""Where the answer tells a guess, and why nobody goes through all of them."""

ECHOED = {
    "disposal.erasures.answer_pdf": "the addressee is written on the paper",
    "duties.pressing": "duties that the caller has read come back among the others",
    "invoices.worked_out": "the day to pay by that was typed comes back",
    "handovers.ledger_pdf": "the firm that was asked for is written on the paper",
}
"""Where the guess itself comes back, whatever the office has."""

LOOKED_AT = 150
"""So many texts of doors at least are tried for the front desk; fewer means that none were found."""

NOT_CALLED = ("accounts.", "backups.", "keys.")


class Place(NamedTuple):
    """A text that a door takes: an argument, or a field of one that is a record."""

    argument: str
    field: str = ""


def places(door: Door) -> Iterator[Place]:
    for name, hint in get_type_hints(door.method).items():
        if name in {"return", "language"}:
            continue
        if hint is str:
            yield Place(name)
        elif isinstance(hint, type) and is_dataclass(hint):
            inner = get_type_hints(hint)
            yield from (Place(name, one.name) for one in fields(hint) if inner[one.name] is str)


class Guesser:
    """Asks doors of an office that nobody shares."""

    def __init__(self, office: Office, actor: Actor) -> None:
        self.office, self.actor, self.known = office, actor, _record_ids(office)

    def asked(self, door: Door, place: Place, guess: str, chance: Random) -> object:
        """What comes back for a guess at this place: the answer's body, or the refusal's class."""

        def make(one: inspect.Parameter, hint: Any) -> Any:
            value = self._argument(one, hint, chance)
            if is_dataclass(value) and not isinstance(value, (Actor, type)):
                value = self._fitting(value)
            if one.name != place.argument:
                return value
            return replace(value, **{place.field: guess}) if place.field else guess

        try:
            return door.answer.pack(called(self.office, door, make))
        except UserFacingError as error:
            return type(error)
        except (ValueError, TypeError, OverflowError) as bug:  # of what was made up besides the guess
            return type(bug)

    def _fitting(self, record: Any) -> Any:
        """The record with texts that are taken."""
        hints, texts = get_type_hints(type(record)), dict[str, str]()
        for one in fields(record):
            if hints[one.name] is str and one.init:
                known = self.known.get(one.name, ["x"])[:1] or ["x"]
                texts[one.name] = "" if one.default == "" else TODAY if one.name.endswith("_on") else known[0]
        if "customer" in texts:
            texts["customer"] = HIS_NUMBER if isinstance(record, NUMBERED) else self.known["customer"][0]
        return replace(record, **texts)

    def _argument(self, one: inspect.Parameter, hint: Any, chance: Random) -> Any:
        if hint is Actor:
            return self.actor
        if hint == Words:
            return words_for("ja")
        if "Callable" in str(hint):
            return bool if "bool" in str(hint) else print
        if ids := self.known.get(one.name):
            return (ids[0],) if "Sequence" in str(hint) or "Collection" in str(hint) else ids[0]
        if one.default is not one.empty:
            return one.default
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        return date.fromisoformat(TODAY) if hint is date else made(hint, chance)


@pytest.mark.parametrize("role", [Role.DESK, Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR])
def test_no_answer_tells_a_guess(role: Role, tmp_path: Path, secret_service: SecretService) -> None:
    real = copied_real_office(_office, tmp_path / "office")
    office, actor = real.login(role)
    guesser, telling, looked_at = Guesser(office, actor), set[str](), 0
    guesses = GUESSES if actor.may(Permission.FIND_CUSTOMERS) else {**GUESSES, "number": NUMBERS}
    with all_undone(), replaced(exact_tries, "FREE_TRIES", 10**6):
        for door in doors().values():
            if door.stays or door.is_property or door.name.startswith(NOT_CALLED):
                continue
            for place in places(door):
                if guesser.asked(door, place, "x", Random(1)) is NotPermitted:
                    break
                looked_at += 1
                for kind, (there, nowhere) in guesses.items():
                    if kind == "number" and door.name in BY_NUMBER:
                        continue
                    hit, miss = (guesser.asked(door, place, one, Random(kind)) for one in (there, nowhere))
                    if hit != miss and guesser.asked(door, place, nowhere, Random(kind)) == miss:
                        telling.add(door.name)
    office.leave(actor)
    assert not telling - LIMITED.keys() - ECHOED.keys()
    assert looked_at >= (LOOKED_AT if role is Role.DESK else 20)
    if role is Role.DESK:
        assert "customers.search" in telling, "a guess was told of nowhere"


@pytest.mark.parametrize("role", [Role.DESK, Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR])
def test_a_guess_in_a_report_is_tried(role: Role, tmp_path: Path, secret_service: SecretService) -> None:
    real = copied_real_office(_office, tmp_path / "office")
    office, actor = real.login(role)
    guesser, door = Guesser(office, actor), doors()["incidents.report"]
    with all_undone():
        for place in places(door):
            if place.field in {"text", "customer"}:
                answer = guesser.asked(door, place, HIS_NUMBER, Random(1))
                assert not isinstance(answer, type), "it is refused, whatever is in it"
    office.leave(actor)
