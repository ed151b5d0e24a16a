"""Flipped bits, torn pages and cut files of every kind: noticed, said, and mended where a copy is whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.vault import folder
from hvacdesk.vault.backup import manifest
from hvacdesk.vault.database import pages
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.seen import look
from tests.integration.faults.telling import Tell

FLIPS, CUTS = 12, 5
COPIES = (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME)

Spoil = Callable[[bytes, Random], bytes]


def flipped(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :]


def cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content))]


def torn(content: bytes, random: Random) -> bytes:
    """The second half of one page holds what another one does, as after a write that power cut in two."""
    size = pages.PAGE_BYTES
    page, other = random.sample(range(len(content) // size), 2)
    half = size // 2
    source = content[other * size + half : (other + 1) * size]
    return content[: page * size + half] + source + content[(page + 1) * size :]


def opened(place: FaultyPlace) -> tuple[Office, Actor] | None:
    """Come in; None where the door says what is wrong."""
    try:
        return place.open()
    except UserFacingError:
        return None


@pytest.mark.parametrize("name", COPIES)
def test_one_spoiled_copy_of_the_key_file_is_mended(place: FaultyPlace, name: str, tell: Tell) -> None:
    random = Random(f"key file {name}")
    path = place.home / name
    for spoil, times in ((flipped, FLIPS), (cut, CUTS)):
        for _ in range(times):
            path.write_bytes(spoil(path.read_bytes(), random))
            assert place.look().since(place.before) == {}
            assert len({(place.home / copy).read_bytes() for copy in COPIES}) == 1
            tell("flipped bits" if spoil is flipped else "cut files")


def test_every_bit_of_the_key_files_first_line(place: FaultyPlace, tell: Tell) -> None:
    """One flipped bit must not pass for a newer format while the other copy is whole."""
    path = place.home / folder.SLOTS_NAME
    content = path.read_bytes()
    for at in range(content.index(b" ", 14)):
        for bit in range(8):
            path.write_bytes(content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :])
            OfficeEntry(place.home, place.clock).open_sealed()
            tell("flipped bits")


@pytest.mark.parametrize("spoil", [flipped, torn, cut])
def test_a_spoiled_database_is_noticed(place: FaultyPlace, spoil: Spoil, tell: Tell) -> None:
    """At the door or by the daily check: it never passes for sound, and nothing is made of it."""
    random = Random(f"database {spoil.__name__}")
    for _ in range(CUTS if spoil is cut else FLIPS):
        place.put_back()
        path = next(iter(folder.databases(place.home).values()))
        path.write_bytes(spoil(path.read_bytes(), random))
        came_in = opened(place)
        if came_in is not None:
            office, owner = came_in
            assert not office.audit.database_sound(owner)
            office._workplace.store.close()
            office._workplace.vault.close()
        tell({"flipped": "flipped bits", "cut": "cut files", "torn": "torn pages"}[spoil.__name__])


@pytest.mark.parametrize("spoil", [flipped, cut])
def test_a_spoiled_wal_gives_a_state_of_before_or_is_noticed(
    place: FaultyPlace, spoil: Spoil, tell: Tell
) -> None:
    """A commit whose frames are spoiled is not there; every one before it is whole."""
    random = Random(f"wal {spoil.__name__}")
    office, owner = place.open()
    for _ in range(3):
        office.settings.set_personal(owner, "spoiled", random.random())
    crashed = place.home.with_name("crashed")
    shutil.copytree(place.home, crashed)
    office.leave(owner)
    for _ in range(FLIPS if spoil is flipped else CUTS):
        shutil.rmtree(place.home)
        shutil.copytree(crashed, place.home)
        wal = pages.wal_path(next(iter(folder.databases(place.home).values())))
        wal.write_bytes(spoil(wal.read_bytes(), random))
        wal.with_name(wal.name.removesuffix("wal") + "shm").unlink(missing_ok=True)
        came_in = opened(place)
        if came_in is not None:
            office, owner = came_in
            assert office.audit.database_sound(owner)
            assert office.audit.verify(owner).broken_at is None
            gone = office.customers.search(owner, "").total
            assert gone == place.before.tables["customers"].total()
            office.close()
        tell("flipped bits" if spoil is flipped else "cut files")
    shutil.rmtree(crashed)


@pytest.mark.parametrize("kind", ["database", "key file", "manifest"])
@pytest.mark.parametrize("spoil", [flipped, cut])
def test_a_spoiled_backup_is_refused(place: FaultyPlace, kind: str, spoil: Spoil, tell: Tell) -> None:
    """No page of it, no key of it and no word of it may be another; the office here stays as it is."""
    random = Random(f"backup {kind} {spoil.__name__}")
    name = next(iter(place.backups_there()))
    backup = place.disk / name
    file = {
        "database": next(iter(folder.databases(backup).values())),
        "key file": backup / folder.SLOTS_NAME,
        "manifest": backup / manifest.NAME,
    }[kind]
    content = file.read_bytes()
    office, owner = place.open()
    office.backups.check(owner, str(backup))
    for _ in range(FLIPS if spoil is flipped else CUTS):
        file.write_bytes(spoil(content, random))
        with pytest.raises(UserFacingError):
            office.backups.check(owner, str(backup))
        tell("flipped bits" if spoil is flipped else "cut files")
    file.write_bytes(content)
    office.backups.check(owner, str(backup))
    assert look(office, owner).since(place.before) == {}
    office.leave(owner)


@pytest.mark.parametrize("spoil", [flipped, cut])
@pytest.mark.parametrize("name", [folder.HEAD_NAME, "backup.places"])
def test_a_spoiled_note_stops_nobody(place: FaultyPlace, name: str, spoil: Spoil, tell: Tell) -> None:
    random = Random(f"{name} {spoil.__name__}")
    path: Path = place.home / name
    content = path.read_bytes()
    for _ in range(CUTS):
        path.write_bytes(spoil(content, random))
        office, owner = place.open()
        assert office.customers.search(owner, "").total == place.before.tables["customers"].total()
        office.leave(owner)
        tell("flipped bits" if spoil is flipped else "cut files")
