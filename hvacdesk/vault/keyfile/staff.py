"""Changes to the people of an office: pure steps from a key file's contents to its next body."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors
from hvacdesk.vault.keyfile import grants, kdf, roster
from hvacdesk.vault.keyfile.body import Body, Person
from hvacdesk.vault.keyfile.grants import Kind, OfficeKeys, PersonalKeys
from hvacdesk.vault.keyfile.key_file_store import OpenKeyFile, resigned
from hvacdesk.vault.keyfile.passphrase import PassphraseUnchanged, check_passphrase, normalized
from hvacdesk.vault.keyfile.roster import Entry, LogMark
from hvacdesk.vault.keyfile.rotation_plan import NewPerson
from hvacdesk.vault.keyfile.throttle import FailedTries, Throttle

Edit = Callable[[OpenKeyFile], Body]
"""One change of the key file."""


@dataclass(frozen=True)
class Invitation:
    """A roster entry with its one-time secrets; grants follow when it is put on the roster."""

    entry: Entry
    wrapped: grants.Wrapped
    keys: OfficeKeys


def new_slot_id() -> str:
    """A random slot id, never used before."""
    return secrets.token_hex(16)


def new_person(
    office_id: str,
    slot_id: str,
    name: str,
    roles: frozenset[Role],
    passphrase: str,
    cost: kdf.Cost,
    *,
    invited: bool,
) -> tuple[Entry, grants.Wrapped]:
    """A roster entry with new keys, and these keys under a passphrase.

    Raises:
        PassphraseRefused: the passphrase is not good enough.
    """
    check_passphrase(passphrase)
    keys = PersonalKeys(ciphers.new_key(), ciphers.new_key() if invited else b"")
    endorsement = ciphers.signing_public(keys.endorsement) if invited else b""
    entry = Entry(slot_id, name, roles, ciphers.exchange_public(keys.exchange), endorsement)
    return entry, grants.wrap(office_id, slot_id, keys, passphrase, cost)


def invite(
    contents: OpenKeyFile,
    name: str,
    roles: frozenset[Role],
    one_time_passphrase: str,
    keys: OfficeKeys,
    slot_id: str | None = None,
) -> Invitation:
    """Prepare an invitation, or for an existing slot a reset.

    The slow part: done before the file is locked.
    """
    entry, wrapped = new_person(
        contents.roster.office_id,
        slot_id or new_slot_id(),
        name,
        roles,
        one_time_passphrase,
        present_cost(contents),
        invited=True,
    )
    return Invitation(entry, wrapped, keys)


def renewed(contents: OpenKeyFile, slot_id: str, passphrase: str) -> NewPerson:
    """New personal keys under a new passphrase for a slot whose former ones are lost.

    Raises:
        SlotGone: there is no such slot.
        PassphraseRefused: the passphrase is not good enough.
    """
    office_id, entry = contents.roster.office_id, contents.roster.entry(slot_id)
    cost = present_cost(contents)
    made, wrapped = new_person(office_id, slot_id, entry.name, entry.roles, passphrase, cost, invited=False)
    return NewPerson(slot_id, made.public_key, wrapped)


def present_cost(contents: OpenKeyFile) -> kdf.Cost:
    """The highest cost in use, which was tuned at set-up or at a later change of a passphrase."""
    costs = (person.wrapped.cost for person in contents.body.people.values())
    return max(costs, key=lambda cost: cost.memory * cost.passes)


def with_invitation(contents: OpenKeyFile, invitation: Invitation) -> Body:
    """Put an invitation on the roster, in place of the slot's former entry if there is one."""
    entry = replace(invitation.entry, since=contents.roster.counter + 1)
    granted = grants.make_grants(
        contents.roster,
        contents.body.roster.signer,
        entry.slot_id,
        entry.public_key,
        invitation.keys,
        grants.kinds_of(entry.roles),
    )
    entries = [other for other in contents.roster.entries if other.slot_id != entry.slot_id]
    people = {**contents.body.people, entry.slot_id: Person(invitation.wrapped, granted)}
    return resigned(contents, invitation.keys, [*entries, entry], people)


def with_roles(contents: OpenKeyFile, slot_id: str, roles: frozenset[Role], keys: OfficeKeys) -> Body:
    """Change a slot's roles and add the grants that they newly carry.

    Raises:
        KeyWithdrawal: a key would have to be taken away.
    """
    entry = contents.roster.entry(slot_id)
    before, after = grants.kinds_of(entry.roles), grants.kinds_of(roles)
    if before - after:
        if contents.roster.owners() == 1 and Role.OWNER in entry.roles and Role.OWNER not in roles:
            raise errors.LastOwner
        raise errors.KeyWithdrawal
    person = contents.person(slot_id)
    public_key = contents.public_key(slot_id)
    signer = contents.body.roster.signer
    added = grants.make_grants(contents.roster, signer, slot_id, public_key, keys, after - before)
    people = {**contents.body.people, slot_id: replace(person, grants=person.grants + added)}
    return resigned(contents, keys, _replaced(contents, replace(entry, roles=roles)), people)


def with_name(contents: OpenKeyFile, slot_id: str, name: str, keys: OfficeKeys) -> Body:
    """Change a slot's name."""
    entry = replace(contents.roster.entry(slot_id), name=name)
    return resigned(contents, keys, _replaced(contents, entry), contents.body.people)


def with_office_name(contents: OpenKeyFile, name: str, keys: OfficeKeys) -> Body:
    """Change the office's name."""
    renamed = replace(contents, roster=replace(contents.roster, office_name=name))
    return resigned(renamed, keys, contents.roster.entries, contents.body.people)


def with_log_mark(contents: OpenKeyFile, mark: LogMark, keys: OfficeKeys) -> Body:
    """Let the roster name an entry of the audit log that the office signed."""
    marked = replace(contents, roster=replace(contents.roster, log_mark=mark))
    return resigned(marked, keys, contents.roster.entries, contents.body.people)


def _replaced(contents: OpenKeyFile, entry: Entry) -> list[Entry]:
    return [entry if other.slot_id == entry.slot_id else other for other in contents.roster.entries]


def prove(
    contents: OpenKeyFile, throttle: Throttle, slot_id: str, passphrase: str
) -> tuple[PersonalKeys, FailedTries]:
    """A person's private keys, and the failed tries before this good one.

    Raises:
        WrongPassphrase, TooManyTries: not proved; ``wait`` says when the next try is taken.
        SlotGone: there is no such slot.
    """
    person = contents.person(slot_id)
    failed = throttle.begin(slot_id)
    try:
        personal = grants.unwrap(contents.roster.office_id, slot_id, person.wrapped, passphrase)
    except ciphers.NotOpened as error:
        raise errors.WrongPassphrase(throttle.wait(slot_id)) from error
    before = FailedTries(failed, throttle.went_missing(slot_id))
    throttle.start(slot_id)
    return personal, before


def choose(
    contents: OpenKeyFile, slot_id: str, personal: PersonalKeys, keys: OfficeKeys, old: str, new: str
) -> Person:
    """A person's secrets under another passphrase, and with a new key if the old one came from an invitation.

    Raises:
        PassphraseRefused: the new one is not good enough, or is the old one.
    """
    check_passphrase(new)
    if hmac.compare_digest(normalized(old).encode("utf-8"), normalized(new).encode("utf-8")):
        raise PassphraseUnchanged
    person = contents.person(slot_id)
    office_id, cost = contents.roster.office_id, present_cost(contents)
    if not contents.invited(slot_id):
        kept = PersonalKeys(personal.exchange)
        return replace(person, wrapped=grants.wrap(office_id, slot_id, kept, new, cost))
    own = PersonalKeys(ciphers.new_key())
    public_key = ciphers.exchange_public(own.exchange)
    entry = contents.roster.entry(slot_id)
    kinds: frozenset[Kind] = grants.kinds_of(entry.roles)
    return Person(
        grants.wrap(office_id, slot_id, own, new, cost),
        grants.make_grants(contents.roster, contents.body.roster.signer, slot_id, public_key, keys, kinds),
        roster.endorsed(office_id, entry, personal.endorsement, public_key),
    )
