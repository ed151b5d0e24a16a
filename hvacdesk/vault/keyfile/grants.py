"""Grants: the office's keys sealed to one person, and the person's own key under their passphrase."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from hvacdesk.domain.roles import Role, holds_payment_key, holds_signing_key
from hvacdesk.vault import ciphers, errors
from hvacdesk.vault.keyfile import kdf
from hvacdesk.vault.keyfile.roster import Commitments, Roster

GRANT_FORMAT = 1


class Kind(StrEnum):
    """Which of the office's keys a grant carries."""

    DATABASE = "database"
    PAYMENT = "payment"
    SIGNING = "signing"


@dataclass(frozen=True)
class OfficeKeys:
    """The office's keys that a session holds; a key that its roles do not carry is None. Never shown.

    Attributes:
        database: K, of the present epoch.
        payment: P, of the present payment generation.
        signing: S, the private half of the office's signing key.
    """

    database: bytes = field(repr=False)
    payment: bytes | None = field(repr=False)
    signing: bytes | None = field(repr=False)

    def of(self, kind: Kind) -> bytes | None:
        """The key of a kind."""
        return {Kind.DATABASE: self.database, Kind.PAYMENT: self.payment, Kind.SIGNING: self.signing}[kind]

    def without(self, kinds: frozenset[Kind]) -> OfficeKeys:
        """These keys with some of the optional ones left out."""
        payment = None if Kind.PAYMENT in kinds else self.payment
        signing = None if Kind.SIGNING in kinds else self.signing
        return replace(self, payment=payment, signing=signing)


@dataclass(frozen=True)
class Grant:
    """One office key, sealed to one slot's public key."""

    kind: Kind
    generation: int
    sealed: bytes


@dataclass(frozen=True)
class PersonalKeys:
    """A person's private keys.

    One opens grants; the other, which only an invited person has, endorses a successor.
    """

    exchange: bytes = field(repr=False)
    endorsement: bytes = field(repr=False, default=b"")


@dataclass(frozen=True)
class Wrapped:
    """A person's private keys under their passphrase."""

    salt: bytes
    cost: kdf.Cost
    sealed: bytes


def kinds_of(roles: frozenset[Role]) -> frozenset[Kind]:
    """Which keys these roles are given."""
    wanted = {
        Kind.DATABASE: True,
        Kind.PAYMENT: holds_payment_key(roles),
        Kind.SIGNING: holds_signing_key(roles),
    }
    return frozenset(kind for kind, granted in wanted.items() if granted)


def generation_of(kind: Kind, roster: Roster) -> int:
    """The present generation of a key: the database key's is the epoch."""
    generations = {
        Kind.DATABASE: roster.epoch,
        Kind.PAYMENT: roster.payment_generation,
        Kind.SIGNING: roster.signing_generation,
    }
    return generations[kind]


def make_grants(
    roster: Roster, signer: bytes, slot_id: str, public_key: bytes, keys: OfficeKeys, kinds: frozenset[Kind]
) -> tuple[Grant, ...]:
    """Grants of some kinds, sealed to a slot's public key that the caller took from a checked roster.

    The context names the office's public signing key, too: with a swapped one no grant opens.

    Raises:
        ValueError: the session does not hold a key that is to be granted.
    """
    grants = []
    for kind in sorted(kinds):
        key = keys.of(kind)
        if key is None:
            raise ValueError(f"this session cannot grant the {kind} key")
        generation = generation_of(kind, roster)
        bound_to = _grant_context(roster.office_id, slot_id, kind, generation, signer)
        grants.append(Grant(kind, generation, ciphers.seal_to(public_key, key, bound_to)))
    return tuple(grants)


def committed(roster: Roster, keys: OfficeKeys) -> Roster:
    """The roster with commitments to these keys, which are those of its generations.

    Raises:
        ValueError: the session does not hold all of them.
    """
    if keys.payment is None:
        raise ValueError("one commits oneself to keys that one holds")
    database = _commitment(roster, Kind.DATABASE, keys.database)
    payment = _commitment(roster, Kind.PAYMENT, keys.payment)
    return replace(roster, commitments=Commitments(database, payment))


def check_committed(roster: Roster, signer: bytes, keys: OfficeKeys) -> None:
    """Return when these are the office's keys, as far as there are any among them.

    Raises:
        RosterRefused: the roster is committed to others: somebody planted a key.
    """
    if keys.signing is not None and ciphers.signing_public(keys.signing) != signer:
        raise errors.RosterRefused
    if roster.commitments is None:
        return
    if _commitment(roster, Kind.DATABASE, keys.database) != roster.commitments.database:
        raise errors.RosterRefused
    if keys.payment is None:
        return
    if _commitment(roster, Kind.PAYMENT, keys.payment) != roster.commitments.payment:
        raise errors.RosterRefused


def _commitment(roster: Roster, kind: Kind, key: bytes) -> bytes:
    return ciphers.derive(key, "commitment", roster.office_id, kind, generation_of(kind, roster))


def open_grants(
    roster: Roster, signer: bytes, slot_id: str, private_key: bytes, grants: tuple[Grant, ...]
) -> OfficeKeys:
    """The keys that a person's grants of the present generations carry.

    Anybody can seal something to a public key, so the keys are compared with what the roster says of them.

    Raises:
        RosterRefused: a grant does not open or carries another key than the office's, or there is none for
            the database: the key file was tampered with.
    """
    opened: dict[Kind, bytes] = {}
    for grant in grants:
        if grant.generation != generation_of(grant.kind, roster):
            continue
        bound_to = _grant_context(roster.office_id, slot_id, grant.kind, grant.generation, signer)
        try:
            opened[grant.kind] = ciphers.unseal_with(private_key, grant.sealed, bound_to)
        except ciphers.NotOpened as error:
            raise errors.RosterRefused from error
    if Kind.DATABASE not in opened:
        raise errors.RosterRefused
    keys = OfficeKeys(opened[Kind.DATABASE], opened.get(Kind.PAYMENT), opened.get(Kind.SIGNING))
    check_committed(roster, signer, keys)
    return keys


def check_carried(keys: OfficeKeys, roles: frozenset[Role]) -> None:
    """Compare the keys that somebody's grants gave with those that their roles carry.

    Raises:
        RosterRefused: a grant was taken out of the key file, or one was planted.
    """
    given = frozenset(kind for kind in Kind if keys.of(kind) is not None)
    if given != kinds_of(roles):
        raise errors.RosterRefused


def _grant_context(office_id: str, slot_id: str, kind: Kind, generation: int, signer: bytes) -> bytes:
    return ciphers.context("grant", GRANT_FORMAT, office_id, slot_id, kind, generation, signer)


def wrap(office_id: str, slot_id: str, keys: PersonalKeys, passphrase: str, cost: kdf.Cost) -> Wrapped:
    """Put a person's private keys under a passphrase, with a fresh salt."""
    salt = ciphers.new_salt()
    key = ciphers.derive(kdf.passphrase_key(passphrase, salt, cost), "user", office_id, slot_id)
    return Wrapped(
        salt, cost, ciphers.seal(key, keys.exchange + keys.endorsement, _wrap_context(office_id, slot_id))
    )


def unwrap(office_id: str, slot_id: str, wrapped: Wrapped, passphrase: str) -> PersonalKeys:
    """A person's private keys.

    Raises:
        NotOpened: the passphrase is wrong.
        SlotsDamaged: the work factors in the file lie outside the permitted range.
    """
    try:
        derived = kdf.passphrase_key(passphrase, wrapped.salt, wrapped.cost)
    except kdf.CostRefused as error:
        raise errors.SlotsDamaged from error
    key = ciphers.derive(derived, "user", office_id, slot_id)
    plain = ciphers.unseal(key, wrapped.sealed, _wrap_context(office_id, slot_id))
    return PersonalKeys(plain[: ciphers.KEY_BYTES], plain[ciphers.KEY_BYTES :])


def _wrap_context(office_id: str, slot_id: str) -> bytes:
    return ciphers.context("user key", GRANT_FORMAT, office_id, slot_id)
