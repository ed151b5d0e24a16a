"""Every method that a seat may call: what it takes and gives travels, and nobody has to list it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import is_dataclass
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, cast, get_args, get_type_hints

import pytest

import hvacdesk
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.given_files import OfficeFile
from hvacdesk.domain.roles import Actor, Permission, Role
from hvacdesk.domain.text.wording import Words
from hvacdesk.seats.calls import ANSWER, CALL, SeatCall
from hvacdesk.seats.doors import CallHere, Door, _doors, doors
from hvacdesk.seats.host import SeatHost
from hvacdesk.seats.under_way import Running
from hvacdesk.seats.wire import UnreadableBody
from hvacdesk.services.language import words_for
from hvacdesk.services.open_office import Office
from hvacdesk.services.permissions import anybody_logged_in, needs, stated, step_of
from tests.helpers.made_values import fits, made, told
from tests.unit.services.test_permissions import STATED

FEWEST = 500
"""So many doors there were when this was written."""
TIMES = 4
"""So often each door is tried with other values."""

STAY = {
    "backups.add_place",
    "backups.check",
    "backups.remove_place",
    "backups.remove_set_aside",
    "keys.renew_sheet",
    "keys.rotate",
    "leave",
}
"""Done at the office PC only. A method comes in here on purpose, with its reason in ``STAYS``."""

WITHOUT_ACTOR = {
    "facts",
    "accounts.check_passphrase",
    "accounts.suggest_passphrase",
    "access_review.limits",
    "clock_check.behind",
    "clock_check.leap",
    "customers.postal_lookup",
    "customers.prepare_search",
    "dispatch.hours",
    "edits.acts",
    "edits.count",
    "incidents.law",
    "integrity.damage",
    "layout.letterhead",
    "layout.sample",
    "retention.new_code",
    "settings.facts",
    "settings.office_value",
    "training.bank",
    "training.begin",
    "training.material",
}
"""What anybody who is logged in gets from another PC, whoever they are."""

WITHIN = {
    "BackupPlaces": "Backups",
    "CustomerSearch": "Customers",
    "CustomerSight": "what masks a customer for somebody",
    "LikelyDuplicates": "Customers",
    "OfficeEntry": "the login window",
    "Recovery": "the login window",
    "Restoring": "the login window",
    "SeatList": "the office PC: from a seat nobody lets another one in",
    "SheetRenewal": "what Keys gives out at the office PC",
    "StandingDuties": "Today and Duties",
    "Workplace": "every service",
}
"""Classes of which an open office has no service, and what they work within."""

WHO = Actor("a" * 32, "受付 花子", frozenset({Role.DESK}))
TRAVELLING = [door for door in doors().values() if not door.stays]
names = pytest.mark.parametrize("door", TRAVELLING, ids=lambda door: door.name)


def hints(door: Door) -> dict[str, Any]:
    return get_type_hints(door.method, include_extras=True)


def made_up_call(door: Door, chance: Random) -> tuple[list[Any], dict[str, Any]]:
    """Arguments as a window gives them."""
    known, positional, named = hints(door), [], {}
    for one in list(inspect.signature(door.method).parameters.values())[1:]:
        hint = known[one.name]
        if hint is Actor:
            value: Any = WHO
        elif hint == Words:
            value = words_for("ja")
        elif one.name == "language":
            value = "en"
        elif "Callable" in str(hint):
            value = print
        else:
            value = made(hint, chance)
        if one.kind is one.KEYWORD_ONLY:
            named[one.name] = value
        elif one.kind is one.VAR_POSITIONAL:
            positional += [value, made(hint, chance)]
        else:
            positional.append(value)
    return positional, named


def test_every_method_that_states_who_may_call_it_has_a_door() -> None:
    """A new method has one by itself; one that cannot travel is red in the tests below."""
    assert len(doors()) >= FEWEST
    reached = {door.method.__qualname__ for door in doors().values()}
    asked = {name for name, access in STATED.items() if not access.callers}
    missing = {name for name in asked - reached if name.partition(".")[0] not in WITHIN}
    assert {name for name in missing if name[0].isupper()} == set()


def test_what_stays_at_the_office_pc_is_known() -> None:
    assert {door.name for door in doors().values() if door.stays} == STAY


READS_FILES = ("services", "vault", "store")
"""Where a text could be taken for the name of a file."""
OWN_NAMES = {
    "services/backups/disks/linux.py source": "a device of this computer's own table of mounts",
    "services/seats/login_start.py named": "a folder that the computer's own settings name",
}
"""Texts that are made into paths and that nobody hands in."""


def taken_for_files(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The arguments and fields of a module that it hands to Path(), each with its hint; of fields none."""
    for method in ast.walk(tree):
        if not isinstance(method, ast.FunctionDef):
            continue
        arguments = (*method.args.posonlyargs, *method.args.args, *method.args.kwonlyargs)
        known = {one.arg: ast.unparse(one.annotation) for one in arguments if one.annotation is not None}
        for call in ast.walk(method):
            if not (isinstance(call, ast.Call) and ast.unparse(call.func) in {"Path", "open"} and call.args):
                continue
            match call.args[0]:
                case ast.Name(id=name) if name in known:
                    yield name, known[name]
                case ast.Attribute(attr=name):
                    yield name, ""


def test_a_text_that_is_taken_for_a_file_is_marked_as_one() -> None:
    """So that whatever takes it is done at the office PC; see ``doors.STAYS``."""
    root, fields_taken, found = Path(hvacdesk.__file__).parent, set[str](), 0
    for file in (file for part in READS_FILES for file in (root / part).rglob("*.py")):
        where = file.relative_to(root).as_posix()
        for name, hint in taken_for_files(ast.parse(file.read_text(encoding="utf-8"))):
            found += 1
            if hint:
                assert hint in {"Path", "OfficeFile"}, f"{where}: {name}"
            elif f"{where} {name}" not in OWN_NAMES:
                fields_taken.add(name)
    assert found >= FEWEST_FILES
    assert {"folder", "path"} <= fields_taken
    for door in doors().values():
        taken = {name: hint for name, hint in hints(door).items() if name != "return"}
        for name, hint in named_within(taken):
            if name in {*fields_taken, "path", "folder"}:
                assert hint not in (str, str | None), f"{door.name}: {name} is no OfficeFile"


FEWEST_FILES = 10
"""So many places handed a text to Path() when this was written, at least."""


def named_within(hints: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The arguments, and the fields of the records in them, by name."""
    for name, hint in hints.items():
        yield name, hint
        yield from fields_within(hint)


def fields_within(hint: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields")):
        yield from named_within(get_type_hints(hint, include_extras=True))
    for one in get_args(hint):
        yield from fields_within(one)


def test_a_door_that_takes_the_name_of_a_file_within_a_record_stays() -> None:
    class Named(NamedTuple):
        where: OfficeFile

    class Service:
        @anybody_logged_in
        def look(self, actor: Actor, records: Sequence[Named | None]) -> int: ...

        @anybody_logged_in
        def tell(self, actor: Actor) -> OfficeFile: ...

    Service.look.__annotations__["records"] = Sequence[Named | None]
    looked, told = sorted(_doors(Service(), Service, ""), key=lambda door: door.name)
    assert (looked.name, bool(looked.stays)) == ("look", True)
    assert (told.name, bool(told.stays)) == ("tell", False), (
        "what is shown of the office PC's folders is text"
    )


def test_what_is_called_in_nobody_s_name_is_known() -> None:
    assert {name for name, door in doors().items() if Actor not in hints(door).values()} == WITHOUT_ACTOR


class Service:
    """What may be called of it, and what may not."""

    @needs(Permission.BILL)
    def asked(self, actor: Actor) -> int: ...

    @anybody_logged_in
    def told(self) -> str: ...

    @property
    @anybody_logged_in
    def read(self) -> str: ...

    @step_of("Service.asked")
    def step(self, actor: Actor) -> int: ...

    def unstated(self, actor: Actor) -> int: ...

    @property
    def also_unstated(self) -> int: ...

    @anybody_logged_in
    def _private(self, actor: Actor) -> int: ...


def test_only_what_states_who_may_call_it_and_is_no_step_has_a_door() -> None:
    assert {door.name for door in _doors(Service(), Service, "here.")} == {
        "here.asked",
        "here.told",
        "here.read",
    }
    assert all((access := stated(door.method)) and not access.callers for door in doors().values())


@names
def test_what_a_door_takes_arrives_as_it_was_given(door: Door) -> None:
    chance = Random(door.name)
    for _time in range(TIMES):
        positional, named = made_up_call(door, chance)
        body = CALL.pack(SeatCall(1, door.name, door.arguments.pack(door.sent(*positional, **named))))
        arrived = door.received(CallHere(WHO, Running(1)), door.arguments.unpack(CALL.unpack(body).arguments))
        for before, after in zip(
            (*positional, *named.values()), (*arrived[0], *arrived[1].values()), strict=True
        ):
            assert callable(after) if callable(before) else told(before) == told(after)
        assert list(arrived[1]) == list(named)


@names
def test_what_a_door_gives_arrives_as_it_was_made(door: Door) -> None:
    chance, hint = Random(door.name), hints(door)["return"]
    for _time in range(TIMES):
        answer = made(hint, chance)
        arrived = door.answer.unpack(door.answer.pack(answer))
        assert told(arrived) == told(answer)
        assert fits(arrived, hint)


# Bodies that nobody of ours made

FUZZED = 48
"""Mutated bodies for each door: more than 20,000 in all."""


def mutated(body: bytes, other: bytes, chance: Random) -> bytes:
    """The body with something changed, left out, doubled, or of another body."""
    at, to = sorted(chance.randrange(len(body) + 1) for _ in range(2))
    match chance.randrange(6):
        case 0:
            return body[:at] + chance.randbytes(1) + body[at + 1 :]
        case 1:
            return body[:at]
        case 2:
            return body[:at] + body[to:]
        case 3:
            return body[:to] + body[at:to] * chance.randrange(1, 400) + body[to:]
        case 4:
            return body[:at] + other[chance.randrange(len(other) + 1) :]
    return body[:at] + chance.choice(HEADS) + body[at:]


HEADS = (
    b"\xdd\xff\xff\xff\xff",  # a list without end
    b"\xdf\xff\xff\xff\xff",  # a map
    b"\xdb\xff\xff\xff\xff",  # a text
    b"\xa2\xed\xa0",  # half a character
    b"\x91" * 2_000,  # lists within lists
    b"\xcb\x7f\xf8" + b"\x00" * 6,  # no number
    b"\xcf" + b"\xff" * 8,  # too large a number
    b"\xc9\x00\x00\x00\x02\x05",  # of a kind that nobody knows
    b"\xc0",
    b"\xc3",
)


def test_a_mutated_body_is_refused_or_a_call_of_the_right_types() -> None:
    chance = Random(19)
    bodies = [(door, packed(door, chance)) for door in TRAVELLING]
    refused = passed = 0
    for door, body in bodies:
        takes = hints_taken(door)
        for _time in range(FUZZED):
            try:
                arguments = door.arguments.unpack(mutated(body, chance.choice(bodies)[1], chance))
            except UnreadableBody:
                refused += 1
            else:
                passed += 1
                assert fits(arguments, tuple[tuple(takes)]), door.name
    assert refused + passed >= 20_000
    assert refused > passed > 100


def test_a_mutated_answer_is_refused_or_of_the_right_types() -> None:
    """A false office PC, or one of another version, gets nothing into a seat that no answer can be."""
    chance = Random(20)
    bodies = [(door, door.answer.pack(made(hints(door)["return"], chance))) for door in TRAVELLING]
    for door, body in bodies:
        for _time in range(FUZZED // 4):
            with suppress(UnreadableBody):
                answer = door.answer.unpack(mutated(body, chance.choice(bodies)[1], chance))
                assert fits(answer, hints(door)["return"]), door.name


class NoOffice:
    """Every way through it leads here again, and whatever is called there gives nothing of use."""

    def __getattr__(self, _name: str) -> NoOffice:
        return self

    def __call__(self, *_args: object, **_named: object) -> NoOffice:
        return self


def test_the_office_pc_answers_whatever_arrives() -> None:
    chance, calls = Random(21), 0

    def count_bug(_error: Exception) -> None:
        nonlocal calls
        calls += 1

    host = SeatHost(cast(Office, NoOffice()), WHO, count_bug)
    bodies = [CALL.pack(SeatCall(1, door.name, packed(door, chance))) for door in TRAVELLING]
    for body in bodies:
        for _time in range(FUZZED // 2):
            answer = ANSWER.unpack(host.answer(mutated(body, chance.choice(bodies), chance)))
            assert answer.returned is not None or isinstance(answer.failure, UserFacingError)
    assert host.answer(b"") == host.answer(chance.randbytes(1_000)) == host.answer(b"\x00" * 20_000_000)
    assert calls > 10, "no mutated call was one that could be made"


def packed(door: Door, chance: Random) -> bytes:
    positional, named = made_up_call(door, chance)
    return door.arguments.pack(door.sent(*positional, **named))


def hints_taken(door: Door) -> list[Any]:
    """What travels of the arguments, by hint."""
    known = hints(door)
    parameters = list(inspect.signature(door.method).parameters.values())[1:]
    taken = [
        tuple[known[one.name], ...] if one.kind is one.VAR_POSITIONAL else known[one.name]
        for one in parameters
    ]
    travelling = (str if hint == Words else hint for hint in taken)
    return [hint for hint in travelling if hint is not Actor and "Callable" not in str(hint)]
