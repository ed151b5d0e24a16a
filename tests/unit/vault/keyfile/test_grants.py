"""Grants and wrapped keys: each opens in its own place alone."""

from __future__ import annotations

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors
from hvacdesk.vault.keyfile import grants
from hvacdesk.vault.keyfile.grants import Kind, OfficeKeys, PersonalKeys
from hvacdesk.vault.keyfile.roster import Roster
from tests.helpers.vault_offices import CHEAP

SLOT, OTHER = "a" * 32, "b" * 32
PRIVATE = bytes(range(32))
KEYS = OfficeKeys(b"K" * 32, b"P" * 32, b"S" * 32)
SIGNER = ciphers.signing_public(b"S" * 32)
EVERY_KIND = frozenset(Kind)


def roster(office_id: str = "c" * 32, epoch: int = 4, payment: int = 2) -> Roster:
    plain = Roster(office_id, "空調", epoch, 1, payment, 1, 1, bytes(32), ())
    return grants.committed(plain, KEYS)


def made(kinds: frozenset[Kind] = EVERY_KIND) -> tuple[grants.Grant, ...]:
    public = ciphers.exchange_public(PRIVATE)
    return grants.make_grants(roster(), SIGNER, SLOT, public, KEYS, kinds)


def test_grants_carry_the_keys_of_their_kinds() -> None:
    assert grants.open_grants(roster(), SIGNER, SLOT, PRIVATE, made()) == KEYS
    only = grants.open_grants(roster(), SIGNER, SLOT, PRIVATE, made(frozenset({Kind.DATABASE})))
    assert (only.database, only.payment, only.signing) == (KEYS.database, None, None)


@pytest.mark.parametrize(
    ("place", "signer", "slot"),
    [(roster(), SIGNER, OTHER), (roster(), b"another", SLOT), (roster("d" * 32), SIGNER, SLOT)],
)
def test_even_the_same_person_cannot_open_them_elsewhere(place: Roster, signer: bytes, slot: str) -> None:
    with pytest.raises(errors.RosterRefused):
        grants.open_grants(place, signer, slot, PRIVATE, made())


def test_grants_of_a_former_generation_are_not_used() -> None:
    later = grants.open_grants(roster(payment=3), SIGNER, SLOT, PRIVATE, made())
    assert later.payment is None
    with pytest.raises(errors.RosterRefused):
        grants.open_grants(roster(epoch=5), SIGNER, SLOT, PRIVATE, made())


@pytest.mark.parametrize(
    "planted",
    [
        OfficeKeys(b"X" * 32, b"P" * 32, b"S" * 32),
        OfficeKeys(b"K" * 32, b"X" * 32, b"S" * 32),
        OfficeKeys(b"K" * 32, b"P" * 32, b"X" * 32),
    ],
)
def test_a_key_that_is_not_the_offices_is_refused(planted: OfficeKeys) -> None:
    public = ciphers.exchange_public(PRIVATE)
    sealed = grants.make_grants(roster(), SIGNER, SLOT, public, planted, EVERY_KIND)
    with pytest.raises(errors.RosterRefused):
        grants.open_grants(roster(), SIGNER, SLOT, PRIVATE, sealed)


def test_commitments_are_to_the_keys_of_this_office_and_generation() -> None:
    one = roster().commitments
    assert one is not None
    assert one.database != one.payment
    for other in (roster("d" * 32), roster(epoch=5), roster(payment=3)):
        assert other.commitments is not None
        assert other.commitments != one
    assert KEYS.database not in (one.database, one.payment)


def test_a_key_that_a_session_does_not_hold_cannot_be_granted() -> None:
    with pytest.raises(ValueError, match="cannot grant the payment key"):
        grants.make_grants(
            roster(), SIGNER, SLOT, PRIVATE, OfficeKeys(b"K" * 32, None, None), frozenset({Kind.PAYMENT})
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
