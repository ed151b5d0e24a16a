"""Somebody with the device secret edits the slots file: what they gain, which is nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, database, errors, folder, grants, roster, signers, slots
from hvacdesk.vault.office import SealedOffice
from hvacdesk.vault.slots import Body
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE, MadeOffice

DESK = frozenset({Role.DESK})


def forge(office: MadeOffice, edit: Callable[[Body], Body]) -> None:
    """Rewrite the sealed body the way malware with the key store's secret could."""
    key = office.vault._book.key
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
        office.vault.add_slot("鈴木", DESK, ONE_TIME)


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
        office.vault.add_slot("鈴木", DESK, ONE_TIME)


def test_a_roster_whose_signing_key_nobody_named_is_refused(office: MadeOffice) -> None:
    mine = ciphers.new_key()
    link = signers.succeed(office.vault.office_id, mine, ciphers.signing_public(mine), 2)
    claimed = replace(link, former=ciphers.signing_public(office.vault._keys.signing))

    def succeed(body: Body) -> Body:
        opened = body.roster.opened(office.vault.office_id, 1)
        following = replace(opened, signing_generation=2, successions=(claimed,))
        return replace(body, roster=roster.signed(following, mine))

    forge(office, succeed)
    with pytest.raises(errors.RosterRefused):
        find(office)


def test_a_signing_key_that_the_database_does_not_know_is_refused(office: MadeOffice) -> None:
    connection = office.vault.connect()
    database.write_state(connection, database.VaultState(1, bytes(32)))
    connection.close()
    with pytest.raises(errors.RosterRefused):
        find(office).unlock(office.vault.slot_id, OWNER_PASSPHRASE)


def test_a_successor_key_needs_the_invitations_endorsement(office: MadeOffice) -> None:
    slot = office.vault.add_slot("鈴木", DESK, ONE_TIME)
    intruder = ciphers.exchange_public(ciphers.new_key())

    def plant(body: Body) -> Body:
        person = replace(body.people[slot.slot_id], succession=roster.Succession(intruder, bytes(64)))
        return replace(body, people={**body.people, slot.slot_id: person})

    forge(office, plant)
    with pytest.raises(errors.RosterRefused):
        office.vault.set_roles(slot.slot_id, frozenset({Role.ACCOUNTING}))


def test_an_owner_with_own_passphrase_cannot_be_given_a_successor(office: MadeOffice) -> None:
    slot_id = office.vault.slot_id
    entry = find(office)._book.read().roster.entry(slot_id)
    endorsement = ciphers.new_key()
    planted = roster.endorsed(office.vault.office_id, entry, endorsement, bytes(32))
    with pytest.raises(errors.RosterRefused):
        roster.present_key(office.vault.office_id, entry, planted)


def test_a_grant_of_another_slot_or_kind_does_not_open(office: MadeOffice) -> None:
    slot = office.vault.add_slot("鈴木", DESK, ONE_TIME)

    def give_owners_grants(body: Body) -> Body:
        person = replace(body.people[slot.slot_id], grants=body.people[office.vault.slot_id].grants)
        return replace(body, people={**body.people, slot.slot_id: person})

    forge(office, give_owners_grants)
    with pytest.raises(errors.RosterRefused):
        find(office).unlock(slot.slot_id, ONE_TIME)


def test_a_database_grant_cannot_pass_for_a_payment_grant(office: MadeOffice) -> None:
    slot = office.vault.add_slot("鈴木", DESK, ONE_TIME)

    def relabel(body: Body) -> Body:
        person = body.people[slot.slot_id]
        copied = replace(person.grants[0], kind=grants.Kind.PAYMENT)
        return replace(
            body, people={**body.people, slot.slot_id: replace(person, grants=(*person.grants, copied))}
        )

    forge(office, relabel)
    with pytest.raises(errors.RosterRefused):
        find(office).unlock(slot.slot_id, ONE_TIME)


def test_a_rolled_back_file_is_refused_by_the_key_store(office: MadeOffice) -> None:
    before = (office.home / folder.SLOTS_NAME).read_bytes()
    office.vault.change_passphrase(OWNER_PASSPHRASE, "atarashii-aikotoba-desu")
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        (office.home / name).write_bytes(before)
    with pytest.raises(errors.SlotsRolledBack):
        find(office)


def test_a_rolled_back_file_is_refused_by_the_database_where_the_key_store_forgot(office: MadeOffice) -> None:
    before = (office.home / folder.SLOTS_NAME).read_bytes()
    office.vault.change_passphrase(OWNER_PASSPHRASE, "atarashii-aikotoba-desu")
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        (office.home / name).write_bytes(before)
    office.secrets.delete(f"{office.vault.office_id}/revision")
    with pytest.raises(errors.SlotsRolledBack):
        find(office).unlock(office.vault.slot_id, OWNER_PASSPHRASE)
    with pytest.raises(errors.SlotsRolledBack):
        SealedOffice.recover(office.home, office.code)
