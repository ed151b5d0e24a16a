"""Somebody with the device secret edits the slots file: what they gain, which is nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors, folder
from hvacdesk.vault.keyfile import grants, roster, sealing, signers, slots, vault_state
from hvacdesk.vault.keyfile.body import Body
from hvacdesk.vault.office import SealedOffice
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE, MadeOffice

DESK = frozenset({Role.DESK})


def forge(office: MadeOffice, edit: Callable[[Body], Body]) -> None:
    """Rewrite the sealed body the way malware with the key store's secret could."""
    key = office.vault._session.book.key
    (file, *_) = slots.read_copies(office.home)
    body = edit(slots.open_body(file, key))
    slots.write_copies(office.home, replace(file, sealed=slots.seal_body(body, key, file.header)))


def find(office: MadeOffice) -> SealedOffice:
    return SealedOffice.find(office.home, office.secrets, clock=office.clock)


def test_a_swapped_public_key_on_the_roster_is_refused(office: MadeOffice) -> None:
    mine = ciphers.exchange_public(ciphers.new_key())

    def swap(body: Body) -> Body:
        opened = body.roster.opened(office.vault.office_id, 1)
        entries = tuple(replace(entry, public_key=mine) for entry in opened.entries)
        text = roster.signed(replace(opened, entries=entries), ciphers.new_key()).text
        return replace(body, roster=replace(body.roster, text=text))

    forge(office, swap)
    with pytest.raises(errors.RosterRefused):
        find(office)
    with pytest.raises(errors.RosterRefused):
        office.vault.slots.add("鈴木", DESK, ONE_TIME)


def test_a_roster_signed_anew_by_a_stranger_opens_nothing_and_is_given_nothing(office: MadeOffice) -> None:
    slot_id = office.vault.slot_id

    def resign(body: Body) -> Body:
        return replace(
            body, roster=roster.signed(body.roster.opened(office.vault.office_id, 1), ciphers.new_key())
        )

    forge(office, resign)
    with pytest.raises(errors.RosterRefused):
        find(office).unlock(slot_id, OWNER_PASSPHRASE)
    with pytest.raises(errors.RosterRefused):
        SealedOffice.recover(office.home, office.code)
    with pytest.raises(errors.RosterRefused):
        office.vault.slots.add("鈴木", DESK, ONE_TIME)


def test_a_roster_whose_signing_key_nobody_named_is_refused(office: MadeOffice) -> None:
    mine = ciphers.new_key()
    link = signers.succeed(office.vault.office_id, mine, ciphers.signing_public(mine), 2)
    claimed = replace(link, former=ciphers.signing_public(office.vault._session.keys.signing))

    def succeed(body: Body) -> Body:
        opened = body.roster.opened(office.vault.office_id, 1)
        following = replace(opened, signing_generation=2, successions=(claimed,))
        return replace(body, roster=roster.signed(following, mine))

    forge(office, succeed)
    with pytest.raises(errors.RosterRefused):
        find(office)


def test_a_signing_key_that_the_database_does_not_know_is_refused(office: MadeOffice) -> None:
    connection = office.vault.connect()
    vault_state.write(connection, vault_state.VaultState(1, bytes(32)))
    connection.close()
    with pytest.raises(errors.RosterRefused):
        find(office).unlock(office.vault.slot_id, OWNER_PASSPHRASE)


def test_a_successor_key_needs_the_invitations_endorsement(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", DESK, ONE_TIME)
    intruder = ciphers.exchange_public(ciphers.new_key())

    def plant(body: Body) -> Body:
        person = replace(body.people[slot.slot_id], succession=roster.Succession(intruder, bytes(64)))
        return replace(body, people={**body.people, slot.slot_id: person})

    forge(office, plant)
    with pytest.raises(errors.RosterRefused):
        office.vault.slots.set_roles(slot.slot_id, frozenset({Role.ACCOUNTING}))


def test_an_owner_with_own_passphrase_cannot_be_given_a_successor(office: MadeOffice) -> None:
    slot_id = office.vault.slot_id
    entry = find(office)._book.read().roster.entry(slot_id)
    endorsement = ciphers.new_key()
    planted = roster.endorsed(office.vault.office_id, entry, endorsement, bytes(32))
    with pytest.raises(errors.RosterRefused):
        roster.present_key(office.vault.office_id, entry, planted)


def test_a_grant_of_another_slot_or_kind_does_not_open(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", DESK, ONE_TIME)

    def give_owners_grants(body: Body) -> Body:
        person = replace(body.people[slot.slot_id], grants=body.people[office.vault.slot_id].grants)
        return replace(body, people={**body.people, slot.slot_id: person})

    forge(office, give_owners_grants)
    with pytest.raises(errors.RosterRefused):
        find(office).unlock(slot.slot_id, ONE_TIME)


def test_a_database_grant_cannot_pass_for_a_payment_grant(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", DESK, ONE_TIME)

    def relabel(body: Body) -> Body:
        person = body.people[slot.slot_id]
        copied = replace(person.grants[0], kind=grants.Kind.PAYMENT)
        return replace(
            body, people={**body.people, slot.slot_id: replace(person, grants=(*person.grants, copied))}
        )

    forge(office, relabel)
    with pytest.raises(errors.RosterRefused):
        find(office).unlock(slot.slot_id, ONE_TIME)


@pytest.mark.parametrize("kind", grants.Kind)
def test_a_key_planted_by_who_knows_the_device_secret_and_the_file_is_refused(
    office: MadeOffice, kind: grants.Kind
) -> None:
    """Anybody can seal something to a public key: the payment fields would be written for the intruder."""
    slot = office.vault.slots.add("鈴木", frozenset({Role.OWNER}), ONE_TIME)
    planted = grants.OfficeKeys(*(bytes([number]) * 32 for number in range(3)))

    def plant(body: Body) -> Body:
        opened = body.roster.opened(office.vault.office_id, 1)
        public = opened.entry(slot.slot_id).public_key
        mine = grants.make_grants(
            opened, body.roster.signer, slot.slot_id, public, planted, frozenset({kind})
        )
        person = body.people[slot.slot_id]
        kept = tuple(grant for grant in person.grants if grant.kind is not kind)
        return replace(body, people={**body.people, slot.slot_id: replace(person, grants=(*kept, *mine))})

    find(office).unlock(slot.slot_id, ONE_TIME).close()
    forge(office, plant)
    with pytest.raises(errors.RosterRefused):
        find(office).unlock(slot.slot_id, ONE_TIME)


def test_keys_planted_in_the_recovery_slot_are_refused(office: MadeOffice) -> None:
    held, key = office.vault._session.keys, office.vault._session.book.key
    (file, *_) = slots.read_copies(office.home)
    opened = slots.open_body(file, key).roster.opened(office.vault.office_id, 1)
    for planted in (replace(held, payment=bytes(32)), replace(held, database=bytes(32))):
        sealed = sealing.seal_recovery(opened, sealing.RecoveryKeys(planted, key), date(2026, 11, 24))
        slots.write_copies(office.home, replace(file, recovery=sealed))
        with pytest.raises(errors.RosterRefused):
            SealedOffice.recover(office.home, office.code)
    slots.write_copies(office.home, file)
    assert SealedOffice.recover(office.home, office.code).holds_payment_key


def test_an_earlier_signed_roster_put_into_a_new_file_is_refused(office: MadeOffice) -> None:
    """Who knows the device secret can raise the file's revision, but not the roster's signed counter."""
    slot = office.vault.slots.add("鈴木", DESK, ONE_TIME)
    before = office.vault._session.book.read().body
    office.vault.slots.reset(slot.slot_id, "mou-ichido-no-aikotoba")
    forge(office, lambda body: replace(before, revision=body.revision + 1))
    with pytest.raises(errors.SlotsRolledBack):
        find(office).unlock(slot.slot_id, ONE_TIME)


def test_a_rolled_back_file_is_refused_by_the_key_store(office: MadeOffice) -> None:
    before = (office.home / folder.SLOTS_NAME).read_bytes()
    office.vault.slots.change_passphrase(OWNER_PASSPHRASE, "atarashii-aikotoba-desu")
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        (office.home / name).write_bytes(before)
    with pytest.raises(errors.SlotsRolledBack):
        find(office)


def test_a_rolled_back_file_is_refused_by_the_database_where_the_key_store_forgot(office: MadeOffice) -> None:
    before = (office.home / folder.SLOTS_NAME).read_bytes()
    office.vault.slots.change_passphrase(OWNER_PASSPHRASE, "atarashii-aikotoba-desu")
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        (office.home / name).write_bytes(before)
    office.secrets.delete(f"{office.vault.office_id}/1/revision")
    with pytest.raises(errors.SlotsRolledBack):
        find(office).unlock(office.vault.slot_id, OWNER_PASSPHRASE)
    with pytest.raises(errors.SlotsRolledBack):
        SealedOffice.recover(office.home, office.code)
