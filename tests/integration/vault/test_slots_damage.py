"""Damaged key files: the second copy is used; with both gone, nothing new is made."""

from __future__ import annotations

import pytest

from hvacdesk.vault import errors, folder
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.vault_offices import OWNER_PASSPHRASE, MadeOffice

NAMES = (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME)
DAMAGES = {
    "emptied": lambda content: b"",
    "cut": lambda content: content[: len(content) // 2],
    "flipped": lambda content: content[:900] + bytes([content[900] ^ 4]) + content[901:],
    "zeroed": lambda content: bytes(len(content)),
}


def find(office: MadeOffice) -> SealedOffice:
    return SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", NAMES)
def test_one_damaged_copy_is_no_loss(office: MadeOffice, name: str, damage: str) -> None:
    path = office.home / name
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    found = find(office)
    vault = found.unlock(found.staff[0].slot_id, OWNER_PASSPHRASE)
    vault.slots.rename(vault.slot_id, "田中 はな")
    assert (office.home / NAMES[0]).read_bytes() == (office.home / NAMES[1]).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_one_missing_copy_is_no_loss(office: MadeOffice, name: str) -> None:
    (office.home / name).unlink()
    assert find(office).staff


@pytest.mark.parametrize("damage", DAMAGES)
def test_two_damaged_copies_are_told_and_left_alone(office: MadeOffice, damage: str) -> None:
    for name in NAMES:
        path = office.home / name
        path.write_bytes(DAMAGES[damage](path.read_bytes()))
    before = {path.name: path.read_bytes() for path in office.home.iterdir()}
    with pytest.raises(errors.SlotsDamaged):
        find(office)
    with pytest.raises(errors.SlotsDamaged):
        SealedOffice.recover(office.home, office.code)
    assert {path.name: path.read_bytes() for path in office.home.iterdir()} == before


def test_a_newer_key_file_is_left_alone(office: MadeOffice) -> None:
    for name in NAMES:
        path = office.home / name
        path.write_bytes(path.read_bytes().replace(b"hvacdesk-keys 2", b"hvacdesk-keys 3", 1))
    before = {path.name: path.read_bytes() for path in office.home.iterdir()}
    with pytest.raises(errors.SlotsNewer):
        find(office)
    assert {path.name: path.read_bytes() for path in office.home.iterdir()} == before
