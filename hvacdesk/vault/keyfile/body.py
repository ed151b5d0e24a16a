"""The sealed part of the key file: people, their wrapped keys and grants, the signed roster, the logins."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from hvacdesk.vault import ciphers
from hvacdesk.vault.keyfile import fields, kdf
from hvacdesk.vault.keyfile.grants import Grant, Kind, Wrapped
from hvacdesk.vault.keyfile.roster import SignedRoster, Succession


@dataclass(frozen=True)
class Person:
    """One slot's secrets: wrapped private keys, grants, and the successor key of an invited person."""

    wrapped: Wrapped
    grants: tuple[Grant, ...]
    succession: Succession | None = None


@dataclass(frozen=True)
class Login:
    """A login of the computer's operating system, and the epoch whose device secret it is known to hold.

    Attributes:
        login: 32 hexadecimal digits.
        name: what the person responsible called it; empty for the one that set the office up.
    """

    login: str
    name: str
    epoch: int


@dataclass(frozen=True)
class Body:
    """The sealed part.

    Attributes:
        revision: grows with every write; database and key store remember the last one.
        logins: that may open the office; none where no second one was ever invited.
        box_key: the outer layer of the report box's files; empty in an office older than the box, until the
            program first writes it.
    """

    revision: int
    roster: SignedRoster
    people: dict[str, Person] = field(repr=False)
    logins: tuple[Login, ...] = ()
    box_key: bytes = field(default=b"", repr=False)


def dump(body: Body) -> bytes:
    """A body's bytes."""
    people = {
        slot_id: {
            "salt": person.wrapped.salt.hex(),
            "cost": [person.wrapped.cost.memory, person.wrapped.cost.passes, person.wrapped.cost.lanes],
            "wrapped": fields.text(person.wrapped.sealed),
            "grants": [[grant.kind, grant.generation, fields.text(grant.sealed)] for grant in person.grants],
            "succession": None
            if person.succession is None
            else [person.succession.public_key.hex(), person.succession.signature.hex()],
        }
        for slot_id, person in body.people.items()
    }
    signed = body.roster
    roster = {
        "text": fields.text(signed.text),
        "signature": signed.signature.hex(),
        "signer": signed.signer.hex(),
    }
    logins = [[login.login, login.name, login.epoch] for login in body.logins]
    whole = {
        "revision": body.revision,
        "roster": roster,
        "people": people,
        "logins": logins,
        "box": body.box_key.hex(),
    }
    return json.dumps(whole).encode("ascii")


def parse(raw: dict[str, Any]) -> Body:
    """A body from its JSON.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it is not a body of a format that this program knows.
    """
    roster = raw["roster"]
    signed = SignedRoster(
        fields.raw(roster["text"]), bytes.fromhex(roster["signature"]), bytes.fromhex(roster["signer"])
    )
    return Body(
        fields.count(raw["revision"]),
        signed,
        {slot_id: _parse_person(item) for slot_id, item in raw["people"].items()},
        tuple(
            Login(fields.string(login), fields.string(name), fields.count(epoch))
            for login, name, epoch in raw.get("logins", [])
        ),
        _parse_box_key(raw.get("box", "")),
    )


def _parse_box_key(raw: str) -> bytes:
    key = bytes.fromhex(raw)
    if len(key) not in {0, ciphers.KEY_BYTES}:
        raise ValueError("not a key")
    return key


def _parse_person(raw: dict[str, Any]) -> Person:
    memory, passes, lanes = map(fields.count, raw["cost"])
    salt = bytes.fromhex(raw["salt"])
    if len(salt) != ciphers.SALT_BYTES:
        raise ValueError("not a salt")
    wrapped = Wrapped(salt, kdf.Cost(memory, passes, lanes), fields.raw(raw["wrapped"]))
    grants = tuple(
        Grant(Kind(kind), fields.count(count), fields.raw(sealed)) for kind, count, sealed in raw["grants"]
    )
    successor = raw["succession"]
    succession = None if successor is None else Succession(*map(bytes.fromhex, successor))
    return Person(wrapped, grants, succession)
