"""What a role may not see is in no answer and no error that it can get, by whatever call.

Every door is tried for every role over a real connection, with the record ids that there are, and whatever
passes is taken down within the encryption; papers and files in it are read as well. Once nothing can be
written meanwhile, so that whatever is answered was neither revealed nor printed, both of which are logged;
and once everything is written and undone again, so that what only a write answers is met, too.

What a count, a yes or no, or a refusal tells of a guess is looked for in ``test_oracles.py``.

``hidden_on_the_wire.txt`` says what is heard by which door; a new door needs a line there.
What is looked for is read from the columns of the described fields, and each member of an enumeration that a
door takes is tried: a new field, or a new member, is met without a word here.
"""

from __future__ import annotations

import inspect
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from itertools import product
from pathlib import Path
from random import Random
from typing import Any
from zipfile import BadZipFile, ZipFile

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.customers.contacts import CONTACT_FIELDS, ContactRecord
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.errors import NotPermitted, UserFacingError
from hvacdesk.domain.fields import DescribedField, TextKind
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.roles import PERMISSIONS, Actor, Role
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.seats.calls import OfficePcFailed
from hvacdesk.seats.doors import Door, doors
from hvacdesk.seats.http_server import SeatAsk
from hvacdesk.seats.link import SeatLogin
from hvacdesk.seats.seat_service import SeatService
from hvacdesk.services.language import words_for
from hvacdesk.services.open_office import Office
from hvacdesk.services.permissions import stated
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import models
from tests.helpers.described_tables import described_columns
from tests.helpers.door_calls import called
from tests.helpers.front_desk import TODAY, book
from tests.helpers.made_values import made
from tests.helpers.office_network import OfficeNetwork, office_network
from tests.helpers.people import HIDDEN, SHOWN, customer, payment
from tests.helpers.real_office import NAMES, RealOffice, copied_real_office, new_real_office
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import Person, add_customer, add_job, add_paper
from tests.helpers.secret_service import SecretService
from tests.helpers.type_hints import hints_of

SAMPLE = Person(family=SHOWN[0], given="綾", note="")
"""Its note would be the job's, too, which those who go there may read."""

KEY = "裏口の鍵 7719"
CONTACT_TEXTS = {
    TextKind.MAILBOX: "soumu{}@hidden.example",
    TextKind.NUMBER: "052-781-463{}",
    TextKind.LINE: "総務 {}",
    TextKind.CODE: "総務番号 {}",
    TextKind.PROSE: "総務の記載 {}",
}
LETTERS = {
    CustomerField.NAME: "n",
    CustomerField.KANA: "n",
    CustomerField.PHONE: "p",
    CustomerField.EMAIL: "m",
    CustomerField.ADDRESS: "a",
    CustomerField.NOTE: "t",
    CustomerField.PAYMENT: "$",
    CustomerField.LOCK_CODE: "l",
}
"""By what reveals call it, how the table calls what a mask hides of a field."""

LETTERS_OF_KINDS = {
    TextKind.MAILBOX: "m",
    TextKind.NUMBER: "p",
    TextKind.LINE: "t",
    TextKind.CODE: "t",
    TextKind.PROSE: "t",
}
"""The same of a text that reveals call by a name of its own."""

MASKS_SHOW = frozenset({*SHOWN, "4640064", "4640811"})
"""What masks show of names and addresses; whatever else stands in a field of which something is hidden is."""

IN_PROSE = frozenset({SAMPLE.given})
"""What the sample's prose says as well: of estimates and results, which no mask is over."""

OF_A_CARD = frozenset({"card_brand", "card_last_four"})
"""Of the payment too short, or too common, to be recognised."""

Marks = dict[str, set[str]]
"""What masks hide, by letter, in every form in which it is stored."""
TABLE = Path(__file__).with_name("hidden_on_the_wire.txt")
"""For each door a line: its name, and for each role what is heard there: without and, after a stroke, with
writing. ``x``: it is refused; ``.``: nothing hidden; letters of hidden values otherwise; ``-``: no seat opens
the door."""

EACH = 2
"""So often each choice of members of the enumerations that a door takes is tried: for so many records."""

SHOWN_AT_LEAST = {Role.OWNER: 20, Role.DESK: 18, Role.ACCOUNTING: 18, Role.TECHNICIAN: 8, Role.INSPECTOR: 0}
"""By so many doors a role learns of the customers at all; fewer means that nothing was looked for."""

TIMES = 4
LAST = "accounts."
"""What may end the login is called last, and not where it would be carried out: it changes the key file."""


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
    hidden = [one.key.value for one in SITE_FIELDS.texts if one.revealed]
    office.jobs.change_site(owner, site, {key: f"{KEY}{at or ''}" for at, key in enumerate(hidden)})
    texts: dict[str, Any] = {
        one.key.value: CONTACT_TEXTS[one.kind].format(at)
        for at, one in enumerate(CONTACT_FIELDS.texts)
        if one.kind
    }
    name = PersonName(SHOWN[0], HIDDEN["given"], SHOWN[1], HIDDEN["given_kana"])
    office.contacts.add(owner, made_one, ContactRecord(name=name, **texts))
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


def _build(home: Path) -> RealOffice:
    return copied_real_office(_office, home)


def letter_of(one: DescribedField[Any, Any]) -> str:
    """How the table calls what a mask hides of a described field."""
    assert one.told_as is not None
    if one.kind and one.told_as not in LETTERS:
        return LETTERS_OF_KINDS[one.kind]
    return LETTERS[one.told_as]


def hidden_values(office: Office) -> Marks:
    """What is stored in the columns of described fields of which something is hidden, and in the payment.

    What masks do is not asked: they are what is tried.
    """
    found: Marks = {letter: set() for letter in LETTERS.values()}
    paid = payment()
    found["$"] = {getattr(paid, one.name) for one in fields(paid) if one.name not in OF_A_CARD}
    with office._workplace.reading() as session:
        for column in described_columns():
            if column.field.revealed:
                values = session.scalars(select(getattr(column.model, column.name)))
                found[letter_of(column.field)] |= {
                    one for one in values if one and type(one) is str and one not in MASKS_SHOW | IN_PROSE
                }
    return found


def test_each_described_field_that_is_hidden_has_a_value_that_is_looked_for(
    tmp_path: Path, secret_service: SecretService
) -> None:
    office, _owner = _build(tmp_path / "office").login(Role.OWNER)
    marks, kept = hidden_values(office), list[tuple[DescribedField[Any, Any], set[str]]]()
    with office._workplace.reading() as session:
        for model, one, name in described_columns():
            kept.append((one, set(map(str, session.scalars(select(getattr(model, name)))))))
    office.close()
    stored = [one for one, _values in kept]
    described = [one for fields in (CUSTOMER_FIELDS, CONTACT_FIELDS, SITE_FIELDS) for one in fields]
    unseen = [
        one.key
        for one in described
        if one.revealed and any(one is other for other in stored)
        if not any(values & marks[letter_of(one)] for other, values in kept if other is one)
    ]
    assert unseen == [], "give the samples a value of it"


class Tap:
    """Takes down every answer within the encryption, and the bugs that the office PC told nobody, by door."""

    def __init__(self) -> None:
        self.answers: list[bytes] = []
        self.bugs: dict[str, list[Exception]] = {}
        self.door = ""

    def note_bug(self, bug: Exception) -> None:
        self.bugs.setdefault(self.door, []).append(bug)

    @contextmanager
    def on(self, network: OfficeNetwork) -> Iterator[None]:
        answer = SeatService.answer

        def tapped(service: SeatService, ask: SeatAsk) -> bytes:
            given = answer(service, ask)
            self.answers.append(given)
            return given

        network.stop()
        network.bugs = self.note_bug
        with replaced(SeatService, "answer", tapped):
            network.listen()
            yield

    def taken(self) -> list[bytes]:
        found, self.answers = self.answers, []
        return found


class Reader:
    """Calls whatever can be called from a seat."""

    def __init__(self, login: SeatLogin, known: dict[str, list[str]]) -> None:
        self.office, self.actor = login.office, login.actor
        self._members = dict[str, Enum]()
        self.known = known | {"text": [SHOWN[0]], "typed": [SHOWN[0]], "language": ["ja", "../ja"]}

    def read(self, door: Door, chance: Random, turn: int) -> UserFacingError | None:
        """Call it once; returns why it was refused.

        Args:
            turn: counts the calls: each takes the next record, and every :data:`EACH` of them the next
                choice of members of enumerations.
        """
        every = choices(door)
        self._members = every[turn // EACH % len(every)]
        try:
            called(self.office, door, lambda one, hint: self._argument(one, hint, chance, turn))
        except UserFacingError as error:
            return error
        return None

    def _argument(self, one: inspect.Parameter, hint: Any, chance: Random, turn: int) -> Any:
        if hint is Actor:
            return self.actor
        if hint == Words:
            return words_for("ja")
        if "Callable" in str(hint):
            return untold
        if ids := self.known.get(one.name):
            value = ids[turn % len(ids)]
            return (value,) if "Sequence" in str(hint) or "Collection" in str(hint) else value
        if one.name in self._members:
            return self._members[one.name]
        if one.default is not one.empty and chance.random() < 0.7:
            return one.default
        return date.fromisoformat(TODAY) if hint is date else made(hint, chance)


def choices(door: Door) -> list[dict[str, Enum]]:
    """Every choice of members of the enumerations that a door takes, by the names of its arguments."""
    hints = hints_of(door.method).items()
    kinds = {
        name: hint
        for name, hint in hints
        if name != "return" and isinstance(hint, type) and issubclass(hint, Enum)
    }
    return [dict(zip(kinds, one, strict=True)) for one in product(*kinds.values())]


def untold(*_progress: object) -> None:
    """Nobody asks how far a call is."""


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


class _Undo(Exception):
    """Ends a transaction that went well."""


@contextmanager
def all_undone() -> Iterator[None]:
    @contextmanager
    def written_and_undone(self: Workplace) -> Iterator[Session]:
        with suppress(_Undo), self.shared.store.transaction() as session:
            self.vault.require_keys()
            yield session
            session.flush()
            raise _Undo

    with replaced(Workplace, "transaction", written_and_undone):
        yield


def keys_and_paths(real: RealOffice, office: Office) -> list[bytes]:
    """The office's keys, raw and as text, and where its files lie."""
    keys = office._workplace.vault._session.keys
    raw = [key for one in fields(keys) if (key := getattr(keys, one.name))]
    return [*raw, *(key.hex().encode() for key in raw), str(real.home).encode(), b"office-1.db"]


_ENCRYPTED = 1
"""The flag of a file in an archive that only a passphrase opens."""


def opened(answer: bytes) -> bytes:
    """An answer with the words of the papers and files in it behind it."""
    found = [answer]
    for start in (at.start() for at in re.finditer(b"%PDF-", answer)):
        end = answer.index(b"%%EOF", start) + 5
        pages = PdfReader(io.BytesIO(answer[start:end])).pages
        found += [page.extract_text().encode() for page in pages]
    for start in (at.start() for at in re.finditer(b"PK\x03\x04", answer)):
        with suppress(BadZipFile), ZipFile(io.BytesIO(answer[start:])) as file:
            found += [file.read(one) for one in file.infolist() if not one.flag_bits & _ENCRYPTED]
    return b"\n".join(found)


def marked(answer: bytes, never: list[bytes], marks: Marks) -> str:
    """The letters of hidden values in an answer."""
    text = opened(answer)
    assert not any(one in text for one in never), "a key or a path"
    return "".join(letter for letter, hidden in marks.items() if any(one.encode() in text for one in hidden))


def of_a_file(bug: Exception) -> bool:
    """Whether a text of the call was taken for the name of a file of the office PC."""
    return getattr(bug, "filename", None) is not None


def heard(
    door: Door, role: Role, reader: Reader, tap: Tap, never: list[bytes], marks: Marks
) -> tuple[str, bool]:
    """What the table says of a door for a role, and whether customers are told of there at all."""
    tap.door, told = door.name, False
    if door.stays:
        return "-", told
    access = stated(door.method)
    assert access is not None
    may = all(any(one in PERMISSIONS[role] for one in choice) for choice in access.choices)
    cell = []
    for writing in (nothing_written, all_undone):
        if door.name.startswith(LAST) and writing is all_undone:
            continue
        letters, chance = "", Random(f"{door.name} {role}")
        with writing():
            for turn in range(max(TIMES, EACH * len(choices(door)))):
                error = reader.read(door, chance, turn)
                assert may or not access.refuses or isinstance(error, (NotPermitted, OfficePcFailed)), (
                    door.name
                )
                answer = b"\n".join(tap.taken())
                told = told or SHOWN[0].encode() in answer
                letters += marked(answer, never, marks)
        cell.append("".join(one for one in marks if one in letters) or ".")
    if not may and access.refuses:
        assert set(cell) <= {"."}, "refused, and told all the same"
        return "x", told
    return "/".join(dict.fromkeys(cell)) or ".", told


def expected() -> dict[str, dict[Role, str]]:
    lines = (line.split() for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {name: dict(zip(Role, cells, strict=True)) for name, *cells in lines}


def require(wrong: str) -> None:
    """Fail with these words alone: of all the doors that are right nothing is printed."""
    if wrong:
        pytest.fail(wrong, pytrace=False)


def test_every_door_has_its_line_in_the_table() -> None:
    lines, there = set(expected()), set(doors())
    missing = [f"{name}: no line in {TABLE.name}" for name in sorted(there - lines)]
    require("\n".join([*missing, *(f"{name}: a line, and no door" for name in sorted(lines - there))]))


@pytest.mark.parametrize("role", Role)
def test_no_answer_holds_what_the_role_may_not_see(
    role: Role, tmp_path: Path, secret_service: SecretService
) -> None:
    tap = Tap()
    with office_network(tmp_path, _build) as network, tap.on(network):
        office, actor = network.login_here(role)
        never, known = keys_and_paths(network.real, office), _record_ids(office)
        marks = hidden_values(office)
        office.leave(actor)
        reader = Reader(network.log_in(network.join(), role), known)
        assert not marked(b"\n".join(tap.taken()), never, marks)
        found, shown = dict[str, str](), 0
        for door in sorted(doors().values(), key=lambda one: one.name.startswith(LAST)):
            found[door.name], told = heard(door, role, reader, tap, never, marks)
            shown += told
    (tmp_path.parent / f"heard-{role}.json").write_text(json.dumps(found), encoding="utf-8")
    told = {name: cells[role] for name, cells in expected().items()}
    differing = sorted(name for name in found.keys() & told.keys() if found[name] != told[name])
    require("\n".join(f"{name}: {found[name]} is heard, {told[name]} in the table" for name in differing))
    assert shown >= SHOWN_AT_LEAST[role]
    assert not {name for name, bugs in tap.bugs.items() if any(map(of_a_file, bugs))}
