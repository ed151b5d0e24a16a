"""Key files that are whole and open, and hold something that no program of ours writes: each is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors, folder
from hvacdesk.vault.keyfile import body, fields, grants, key_file_store, opening, sealing, slots
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore, OpenKeyFile
from hvacdesk.vault.office import SealedOffice
from tests.helpers.vault_offices import MadeOffice

Edit = Callable[[dict[str, Any]], object]


def owner(raw: dict[str, Any]) -> dict[str, Any]:
    (person,) = raw["people"].values()
    return person


SEALED: dict[str, Edit] = {
    "a revision that is none": lambda raw: raw.update(revision=0),
    "a revision that is a truth": lambda raw: raw.update(revision=True),
    "a revision beyond what JSON keeps": lambda raw: raw.update(revision=2**53),
    "no roster": lambda raw: raw.pop("roster"),
    "a roster that is a number": lambda raw: raw["roster"].update(text=7),
    "a signer that is no hexadecimal": lambda raw: raw["roster"].update(signer="xy"),
    "people that are a list": lambda raw: raw.update(people=[]),
    "a short salt": lambda raw: owner(raw).update(salt="00" * 15),
    "two work factors": lambda raw: owner(raw).update(cost=[64, 1]),
    "a kind of key that is unknown": lambda raw: owner(raw)["grants"][0].__setitem__(0, "master"),
    "a generation that is none": lambda raw: owner(raw)["grants"][0].__setitem__(1, 0),
    "a successor without a signature": lambda raw: owner(raw).update(succession=["00" * 32]),
    "a login named by a number": lambda raw: raw.update(logins=[["a" * 32, 5, 1]]),
    "a login of no epoch": lambda raw: raw.update(logins=[["a" * 32, "受付", 0]]),
    "a box key that is short": lambda raw: raw.update(box="00" * 31),
}


@pytest.mark.parametrize("edit", SEALED.values(), ids=SEALED.keys())
def test_what_was_sealed_with_the_right_key_is_looked_at_all_the_same(office: MadeOffice, edit: Edit) -> None:
    key = office.vault._session.book.key
    (file, *_) = slots.read_copies(office.home)
    raw = json.loads(body.dump(slots.open_body(file, key)))
    edit(raw)
    sealed = ciphers.seal(key, json.dumps(raw).encode(), file.header.bound())
    with pytest.raises(errors.SlotsDamaged):
        slots.open_body(replace(file, sealed=sealed), key)


HEADERS: dict[str, Edit] = {
    "an office that is no number": lambda raw: raw.update(office="../" * 10 + "ab"),
    "a database of another epoch": lambda raw: raw.update(database=folder.database_name(2)),
    "a database somewhere else": lambda raw: raw.update(database="../elsewhere.db"),
    "a short salt": lambda raw: raw.update(salt="00" * 15),
    "a salt that is no hexadecimal": lambda raw: raw.update(salt="yy" * 16),
    "a key store that is a number": lambda raw: raw.update(keyring=1),
    "a sheet without a number": lambda raw: raw["recovery"].pop("number"),
    "a sheet of no day": lambda raw: raw["recovery"].update(created="2026-13-01"),
    "a handover from nowhere": lambda raw: raw.update(handovers=[[0, 1, ""]]),
}


@pytest.mark.parametrize("edit", HEADERS.values(), ids=HEADERS.keys())
def test_a_header_that_is_none_is_no_whole_copy(office: MadeOffice, edit: Edit) -> None:
    first, _, rest = (office.home / folder.SLOTS_NAME).read_bytes().partition(b"\n")
    raw = json.loads(rest)
    edit(raw)
    edited = json.dumps(raw).encode()
    line = b" ".join([*first.split(b" ")[:-1], hashlib.sha256(edited).hexdigest().encode()])
    with pytest.raises(slots.UnreadableCopy):
        slots.parse(line + b"\n" + edited)


def test_a_folder_without_a_key_file_has_no_epoch_and_nothing_that_is_even(office: MadeOffice) -> None:
    (file, *_) = slots.read_copies(office.home)
    assert (slots.newest_epoch(office.home), slots.are_even(office.home, file)) == (1, True)
    (office.home / folder.SLOTS_COPY_NAME).unlink()
    assert not slots.are_even(office.home, file)
    (office.home / folder.SLOTS_NAME).write_bytes(b"spoiled")
    assert slots.newest_epoch(office.home) == 0
    (office.home / folder.SLOTS_NAME).unlink()
    assert slots.newest_epoch(office.home) == 0
    with pytest.raises(errors.SlotsMissing):
        slots.read_copies(office.home)


def test_a_sheet_of_another_number_than_the_rosters_is_refused(office: MadeOffice) -> None:
    """Who cannot open the body can put an earlier sheet's part into the file all the same."""
    key = office.vault._session.book.key
    (file, *_) = slots.read_copies(office.home)
    with pytest.raises(errors.RosterRefused):
        key_file_store.opened(replace(file, recovery=replace(file.recovery, number=2)), key)


def test_a_person_on_the_roster_without_keys_is_refused(office: MadeOffice) -> None:
    contents = office.vault._session.book.read()
    without = OpenKeyFile(contents.file, replace(contents.body, people={}), contents.roster)
    with pytest.raises(errors.RosterRefused):
        without.person(office.vault.slot_id)
    with pytest.raises(errors.SlotGone):
        contents.person("f" * 32)


def test_a_key_file_that_another_key_sealed_does_not_open(office: MadeOffice) -> None:
    other = KeyFileStore(office.home, office.vault.office_id, 1, bytes(32), office.secrets)
    with pytest.raises(errors.DeviceSecretWrong):
        other.read()


def test_a_later_key_file_ends_the_epoch_for_who_reads_it(office: MadeOffice) -> None:
    former = office.vault._session.book
    office.vault.epochs.rotate()
    with pytest.raises(errors.EpochEnded):
        former.read()


def test_one_spoiled_body_does_not_hide_the_other_copy_from_the_sheet(office: MadeOffice) -> None:
    copies = slots.read_copies(office.home)
    spoiled = replace(copies[0], sealed=bytes(len(copies[0].sealed)))
    assert opening.with_sheet([spoiled, copies[1]], office.code).contents.file == copies[1]
    with pytest.raises(errors.SlotsDamaged):
        opening.with_sheet([spoiled], office.code)


def test_a_session_without_every_key_seals_nothing_for_the_office(office: MadeOffice) -> None:
    """Somebody of the desk calls what only owners may: the keys decide, not the caller's good will."""
    session = office.vault._session
    contents, desk = session.book.read(), replace(session.keys, payment=None, signing=None)
    with pytest.raises(ValueError, match="keys that one holds"):
        grants.committed(contents.roster, desk)
    with pytest.raises(ValueError, match="all keys"):
        sealing.seal_recovery(
            contents.roster, sealing.RecoveryKeys(desk, session.book.key), date(2026, 11, 24)
        )
    with pytest.raises(ValueError, match="without the signing key"):
        key_file_store.resigned(contents, desk, contents.roster.entries, contents.body.people)


def test_an_older_roster_names_no_keys_and_takes_those_that_are_there(office: MadeOffice) -> None:
    """A roster that was signed before commitments existed; the signing key is compared even so."""
    session = office.vault._session
    older = replace(session.book.read().roster, commitments=None)
    signer = session.book.read().body.roster.signer
    grants.check_committed(older, signer, replace(session.keys, database=bytes(32)))
    with pytest.raises(errors.RosterRefused):
        grants.check_committed(older, signer, replace(session.keys, signing=bytes(32)))


def test_grants_that_are_more_or_fewer_than_the_roles_carry_are_refused(office: MadeOffice) -> None:
    keys = office.vault._session.keys
    grants.check_carried(keys, frozenset({Role.OWNER}))
    for held, role in ((keys, Role.DESK), (replace(keys, payment=None), Role.OWNER)):
        with pytest.raises(errors.RosterRefused):
            grants.check_carried(held, frozenset({role}))


def test_the_sheet_of_a_restored_office_opens_what_no_key_store_knows(office: MadeOffice) -> None:
    """Recovery is for a computer whose key store never saw the office; proving another login needs one."""
    recovered = SealedOffice.recover(office.home, office.code)
    with pytest.raises(errors.KeyringMissing):
        recovered.slots.check_credentials(office.vault.slot_id, "whatever it is")
    with pytest.raises(errors.KeyringMissing):
        recovered.epochs.prepare_sheet(date(2026, 11, 24))
    with pytest.raises(errors.KeyringMissing):
        recovered.epochs.rotate()
    with pytest.raises(errors.KeyringMissing):
        recovered.epochs.discard_former()
    assert isinstance(recovered.epochs.kept_because, errors.KeyringMissing)
    recovered.close()


@pytest.mark.parametrize("text", ["00" * 31, "00" * 33, "", "xy" * 32])
def test_a_key_of_another_length_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"bytes expected|hexadecimal"):
        fields.hexadecimal(text, 32)


def test_a_roster_is_good_for_its_office_and_epoch_alone(office: MadeOffice) -> None:
    """Signed by the office itself, and put into the key file of another epoch or of another office."""
    signed = office.vault._session.book.read().body.roster
    assert signed.opened(office.vault.office_id, 1).epoch == 1
    for office_id, epoch in ((office.vault.office_id, 2), ("0" * 32, 1)):
        with pytest.raises(errors.RosterRefused):
            signed.opened(office_id, epoch)
