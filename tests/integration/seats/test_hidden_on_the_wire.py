"""What a role may not see is in no answer that it can get: read from the bytes that pass, whatever the call.

Every door is tried with the record ids that there are. Nothing can be written meanwhile, so that whatever is
answered was neither revealed nor printed: both are logged.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from random import Random
from types import NoneType
from typing import Any, get_type_hints

import pytest

from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.seats.doors import Door, doors
from hvacdesk.services.language import words_for
from hvacdesk.services.open_office import Office
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import models
from tests.helpers.front_desk import TODAY, book
from tests.helpers.made_values import made
from tests.helpers.people import HIDDEN, SHOWN, customer, payment
from tests.helpers.real_office import NAMES, RealOffice, copied_real_office, new_real_office
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import Person, add_customer, add_job, add_paper
from tests.helpers.seats import seat_of
from tests.helpers.secret_service import SecretService

SAMPLE = Person(family=SHOWN[0], given="綾")
KEY = "裏口の鍵 7719"
MARKS = {
    "name": (HIDDEN["given"], HIDDEN["given_kana"]),
    "phone": (HIDDEN["phone"], HIDDEN["fax"], "052-781-4649", "052-781-9911", SAMPLE.phone, "0529876543"),
    "mailbox": (HIDDEN["email"], SAMPLE.email),
    "address": (HIDDEN["street"], HIDDEN["building"], SAMPLE.street, SAMPLE.building),
    "payment": (HIDDEN["bank"], HIDDEN["account"], HIDDEN["payer"], HIDDEN["remarks"]),
    "lock": (SAMPLE.lock_code, KEY),
}
"""What masks hide, by kind, in every form in which it is stored."""

_TODAYS_JOB = {f"jobs.{one}": {"name"} for one in ("day", "detail", "of_customer", "week")} | {
    one: {"name"} for one in ("dispatch.board", "home.overview", "quick_search.find")
}
_PAYMENT = {f"customers.{one}": {"payment"} for one in ("changed_since", "detail", "record_for_edit")}
MAY_SEE: dict[Role, dict[str, set[str]]] = {
    Role.OWNER: {**_TODAYS_JOB, **_PAYMENT},
    Role.DESK: _TODAYS_JOB,
    Role.ACCOUNTING: _PAYMENT,
    Role.TECHNICIAN: {"jobs.detail": {"address"}},
    Role.INSPECTOR: {},
}
"""What is not hidden from a role, by door: the names of today's customers from who calls them, payment fields
from who keeps the books, and where to go from who works there today."""

SHOWN_AT_LEAST = {Role.OWNER: 20, Role.DESK: 18, Role.ACCOUNTING: 18, Role.TECHNICIAN: 8, Role.INSPECTOR: 0}
"""By so many doors a role learns of the customers at all; fewer means that nothing was looked for."""

TIMES = 4


class NothingIsWritten(UserFacingError):
    """Met by whatever wants to write."""

    what = phrase("Errors", "Nothing is written in this test.")
    todo = phrase("Errors", "Read.")


def _office(home: Path) -> RealOffice:
    """An office in which two customers have everything that can belong to them, and jobs today."""
    real = new_real_office(home)
    office, owner = real.login(Role.OWNER)
    technician = real.accounts[NAMES[Role.TECHNICIAN]]
    made_one = office.customers.add(owner, customer(payment=payment()), with_site=True)
    site = office.jobs.sites(owner, made_one)[0].site
    office.jobs.change_site(owner, site, {"lock_codes": KEY})
    contact = ContactRecord("総務", PersonName(SHOWN[0], HIDDEN["given"]), "052-781-4649")
    office.contacts.add(owner, made_one, contact)
    note = CallNoteRecord(customer=made_one, phone="052-781-4649", text="冷えない", for_account=technician)
    office.call_notes.take(owner, note)
    job = book(office, owner, made_one, "09:00", "10:00")
    record = office.jobs.record_for_edit(owner, job)
    version = office.jobs.detail(owner, job).version
    office.jobs.change(owner, job, version, replace(record, staff=(technician,)))
    with office._workplace.store.transaction() as session:
        add_paper(session, add_job(session, add_customer(session, SAMPLE), SAMPLE), state="out")
    office.close()
    return real


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> RealOffice:
    return copied_real_office(_office, tmp_path / "office")


class Reader:
    """Calls whatever can be called from a seat, and notes what arrived by which door.

    Attributes:
        bugs: what the office PC met and told nobody, by door.
    """

    def __init__(self, office: Office, actor: Actor) -> None:
        self.bugs: dict[str, list[Exception]] = {}
        self._door = ""
        self.office, self.transport = seat_of(office, actor, self._note)
        self.actor = actor
        self.known = _record_ids(office) | {
            "text": [SHOWN[0]],
            "typed": [SHOWN[0]],
            "language": ["ja", "../ja"],
        }

    def _note(self, bug: Exception) -> None:
        self.bugs.setdefault(self._door, []).append(bug)

    def read(self, door: Door, chance: Random) -> bytes:
        self._door = door.name
        self.transport.answered.clear()
        hints = get_type_hints(door.method, include_extras=True)
        positional, named = [], {}
        for one in list(inspect.signature(door.method).parameters.values())[1:]:
            value = self._argument(one, hints[one.name], chance)
            if one.kind is one.KEYWORD_ONLY:
                named[one.name] = value
            else:
                positional.append(value)
        place: Any = self.office
        *way, last = door.name.split(".")
        for step in way:
            place = getattr(place, step)
        with suppress(UserFacingError):
            member = getattr(place, last)
            if not door.is_property:
                member(*positional, **named)
        return b"".join(self.transport.answered)

    def _argument(self, one: inspect.Parameter, hint: Any, chance: Random) -> Any:
        if hint is Actor:
            return self.actor
        if hint == Words:
            return words_for("ja")
        if "Callable" in str(hint):
            return print
        if ids := self.known.get(one.name):
            value = chance.choice(ids)
            return (value,) if "Sequence" in str(hint) or "Collection" in str(hint) else value
        if one.default is not one.empty and chance.random() < 0.7:
            return one.default
        return date.fromisoformat(TODAY) if hint is date else made(hint, chance)


def _record_ids(office: Office) -> dict[str, list[str]]:
    """By the name of an argument, the ids that it may be of, read from the tables."""
    kinds = {name.lower(): kind for name, kind in vars(models).items() if hasattr(kind, "record_id")}
    with office._workplace.reading() as session:
        known = {name: [row.record_id for row in session.query(kind)] for name, kind in kinds.items()}
    return known | {
        "customers": known["customer"],
        "note": known["callnote"],
        "contact": known["customercontact"],
    }


@contextmanager
def nothing_written() -> Iterator[None]:
    def refuse(_self: Workplace) -> None:
        raise NothingIsWritten

    with replaced(Workplace, "transaction", refuse):
        yield


def keys_and_paths(real: RealOffice, office: Office) -> list[bytes]:
    """The office's keys, raw and as text, and where its files lie."""
    keys = office._workplace.vault._session.keys
    raw = [key for one in fields(keys) if (key := getattr(keys, one.name))]
    return [*raw, *(key.hex().encode() for key in raw), str(real.home).encode(), b"office-1.db"]


def marked(answer: bytes, never: list[bytes]) -> set[str]:
    """The kinds of hidden values in the bytes of an answer."""
    found = {kind for kind, marks in MARKS.items() if any(one.encode() in answer for one in marks)}
    return found | {"key or path"} if any(one in answer for one in never) else found


def of_a_file(bug: Exception) -> bool:
    """Whether a text of the call was taken for the name of a file of the office PC."""
    return getattr(bug, "filename", None) is not None


@pytest.mark.parametrize("role", Role)
def test_no_answer_holds_what_the_role_may_not_see(real: RealOffice, role: Role) -> None:
    office, actor = real.login(role)
    reader, chance = Reader(office, actor), Random(5)
    never, shown, found = keys_and_paths(real, office), set(), set()
    with nothing_written():
        for door in doors().values():
            answers = get_type_hints(door.method)["return"] not in {NoneType, None, bool, int}
            for _time in range(0 if door.stays or not answers else TIMES):
                answer = reader.read(door, chance)
                shown |= {door.name} if SHOWN[0].encode() in answer else set()
                found |= {(door.name, kind) for kind in marked(answer, never)}
    office.close()
    allowed = {(name, kind) for name, kinds in MAY_SEE[role].items() for kind in kinds}
    assert found - allowed == set()
    assert {kind for _name, kind in allowed} == {kind for _name, kind in found}, "marks are not recognised"
    assert len(shown) >= SHOWN_AT_LEAST[role], shown
    assert not {name for name, bugs in reader.bugs.items() if any(map(of_a_file, bugs))}
