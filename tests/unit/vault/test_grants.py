"""Grants and wrapped keys: each opens in its own place alone."""

from __future__ import annotations

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors, grants
from hvacdesk.vault.grants import Kind, OfficeKeys, PersonalKeys
from hvacdesk.vault.roster import Roster
from tests.helpers.vault_offices import CHEAP

SLOT, OTHER = "a" * 32, "b" * 32
PRIVATE = bytes(range(32))
KEYS = OfficeKeys(b"K" * 32, b"P" * 32, b"S" * 32)
EVERY_KIND = frozenset(Kind)


def roster(office_id: str = "c" * 32, epoch: int = 4, payment: int = 2) -> Roster:
    return Roster(office_id, "空調", epoch, 1, payment, 1, 1, bytes(32), ())


def made(kinds: frozenset[Kind] = EVERY_KIND) -> tuple[grants.Grant, ...]:
    public = ciphers.exchange_public(PRIVATE)
    return grants.make_grants(roster(), b"signer", SLOT, public, KEYS, kinds)


def test_grants_carry_the_keys_of_their_kinds() -> None:
    assert grants.open_grants(roster(), b"signer", SLOT, PRIVATE, made()) == KEYS
    only = grants.open_grants(roster(), b"signer", SLOT, PRIVATE, made(frozenset({Kind.DATABASE})))
    assert (only.database, only.payment, only.signing) == (KEYS.database, None, None)


@pytest.mark.parametrize(
    ("place", "signer", "slot"),
    [(roster(), b"signer", OTHER), (roster(), b"another", SLOT), (roster("d" * 32), b"signer", SLOT)],
)
def test_even_the_same_person_cannot_open_them_elsewhere(place: Roster, signer: bytes, slot: str) -> None:
    with pytest.raises(errors.RosterRefused):
        grants.open_grants(place, signer, slot, PRIVATE, made())


def test_grants_of_a_former_generation_are_not_used() -> None:
    later = grants.open_grants(roster(payment=3), b"signer", SLOT, PRIVATE, made())
    assert later.payment is None
    with pytest.raises(errors.RosterRefused):
        grants.open_grants(roster(epoch=5), b"signer", SLOT, PRIVATE, made())


def test_a_key_that_a_session_does_not_hold_cannot_be_granted() -> None:
    with pytest.raises(ValueError, match="cannot grant the payment key"):
        grants.make_grants(
            roster(), b"signer", SLOT, PRIVATE, OfficeKeys(b"K" * 32, None, None), frozenset({Kind.PAYMENT})
        )


@pytest.mark.parametrize(
    ("roles", "kinds"),
    [
        ({Role.OWNER}, EVERY_KIND),
        ({Role.ACCOUNTING}, {Kind.DATABASE, Kind.PAYMENT}),
        ({Role.DESK}, {Kind.DATABASE}),
        ({Role.TECHNICIAN, Role.INSPECTOR}, {Kind.DATABASE}),
    ],
)
def test_roles_decide_the_kinds(roles: set[Role], kinds: set[Kind]) -> None:
    assert grants.kinds_of(frozenset(roles)) == kinds


@pytest.mark.parametrize(
    ("office", "slot", "text"), [("c", "b", "right"), ("d", "a", "right"), ("c", "a", "wrong")]
)
def test_wrapped_keys_open_with_their_passphrase_in_their_slot(office: str, slot: str, text: str) -> None:
    keys = PersonalKeys(PRIVATE, bytes(32))
    wrapped = grants.wrap("c", "a", keys, "right", CHEAP)
    assert grants.unwrap("c", "a", wrapped, "right") == keys
    with pytest.raises(ciphers.NotOpened):
        grants.unwrap(office, slot, wrapped, text)
