"""The end of a stopped program's WAL is cut off or damaged: SQLite drops it silently, the program tells."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path

import pytest

from hvacdesk.domain.office.integrity import DamageKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.open_office import Office
from hvacdesk.vault import folder
from hvacdesk.vault.database import wal
from hvacdesk.vault.database.pages import FRAME_HEADER_BYTES, PAGE_BYTES, WAL_HEADER_BYTES, wal_path
from hvacdesk.vault.database.wal import WalEnd
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice, new_real_office
from tests.helpers.secret_service import SecretService

SAVED = 4


@dataclass(frozen=True)
class Killed:
    """An office as a power cut left it; ``after_login`` is how long the WAL was before anything was saved."""

    real: RealOffice
    database: Path
    files: dict[str, bytes]
    after_login: int

    @property
    def log(self) -> bytes:
        return self.files[wal_path(self.database).name]

    def next_start(self, log: bytes | None) -> tuple[DamageKind | None, int, list[str]]:
        """What the program says of it with another WAL, how many customers there are, and what it logged."""
        for path in [path for path in self.real.home.iterdir() if path.is_file()]:
            path.unlink()
        for name, content in self.files.items():
            (self.real.home / name).write_bytes(content)
        wal_path(self.database).unlink()
        if log is not None:
            wal_path(self.database).write_bytes(log)
        office, actor = self.real.login(Role.OWNER)
        try:
            office.integrity.chain_anchored()
            found = office.integrity.damage
            logged = office.audit.entries(actor, action=Action.DAMAGE_FOUND)
            there = office.customers.search(actor, "").total
            return found and found.kind, there, [str(one.details["kind"]) for one in logged]
        finally:
            close(office)


def close(office: Office) -> None:
    """End it as a power cut does: nothing more is noted."""
    office._workplace.store.close()
    office._workplace.vault.close()


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Killed:
    assert secret_service.is_open()
    real = new_real_office(tmp_path_factory.mktemp("lost") / "office", everybody=False)
    office, owner = real.login(Role.OWNER)
    database = office._workplace.vault.database_path
    after_login = wal_path(database).stat().st_size
    for number in range(SAVED):
        office.customers.add(owner, customer(note=f"{number}", phones=()))
    files = {path.name: path.read_bytes() for path in real.home.iterdir() if path.is_file()}
    close(office)
    return Killed(real, database, files, after_login)


def test_nothing_is_said_of_a_program_that_was_stopped_and_lost_nothing(killed: Killed) -> None:
    assert killed.next_start(killed.log) == (None, SAVED, [])


@pytest.mark.parametrize("how", ["back to the login", "none", "empty"])
def test_a_log_that_was_cut_back_is_noticed(killed: Killed, how: str) -> None:
    cut = {"back to the login": killed.log[: killed.after_login], "none": None, "empty": b""}[how]
    damage, there, logged = killed.next_start(cut)
    assert there == 0
    assert (damage, logged) == (DamageKind.LOG, ["log"])


def test_one_bad_bit_that_loses_what_was_saved_is_told_and_the_wal_is_kept(killed: Killed) -> None:
    at = killed.after_login + 24 + 1000
    flipped = bytearray(killed.log)
    flipped[at] ^= 4
    damage, there, logged = killed.next_start(bytes(flipped))
    assert there < SAVED
    assert damage is DamageKind.UNSAVED
    assert "unsaved" in logged
    kept = killed.database.with_name(killed.database.name + folder.LOST_WAL_SUFFIX)
    assert kept.read_bytes() == bytes(flipped)
    folder.remove_database(killed.database)
    assert not kept.exists()


def test_a_cut_within_a_frame_is_told(killed: Killed) -> None:
    damage, there, _logged = killed.next_start(killed.log[:-100])
    assert there < SAVED
    assert damage is DamageKind.UNSAVED


@pytest.mark.parametrize("pages_after", [0, 7], ids=["amid a transaction", "at its commit"])
@pytest.mark.parametrize("written", [FRAME_HEADER_BYTES, FRAME_HEADER_BYTES + PAGE_BYTES // 2, 10])
def test_nothing_is_said_of_a_program_that_was_stopped_between_two_writes_of_a_saving(
    killed: Killed, pages_after: int, written: int
) -> None:
    """SQLite writes a frame's header and its page one after the other: a stop between them lost nothing."""
    of_round = killed.log[16:24]
    begun = struct.pack(">II", 1, pages_after) + of_round + bytes(8 + PAGE_BYTES)
    assert killed.next_start(killed.log + begun[:written]) == (None, SAVED, [])
    assert not killed.database.with_name(killed.database.name + folder.LOST_WAL_SUFFIX).exists()


def test_an_owner_answers_for_what_is_lost(killed: Killed) -> None:
    killed.next_start(killed.log[:-100])
    office, owner = killed.real.login(Role.OWNER)
    assert not office.integrity.chain_anchored()
    office.audit.reanchor(owner)
    assert office.integrity.damage is None
    assert office.integrity.chain_anchored()
    office.leave(owner)
    office, owner = killed.real.login(Role.OWNER)
    assert office.integrity.chain_anchored()
    assert office.integrity.damage is None
    office.leave(owner)


@pytest.mark.parametrize("begins", [b"", None])
def test_a_file_of_twenty_gigabytes_of_nothing_holds_nobody_up(killed: Killed, begins: bytes | None) -> None:
    """It is sparse: empty from the start, or behind a header that fits. How much is read is counted."""
    header = killed.log[:WAL_HEADER_BYTES] if begins is None else begins
    log = wal_path(killed.database)
    for name, content in killed.files.items():
        (killed.real.home / name).write_bytes(content)
    log.write_bytes(header)
    os.truncate(log, 20 << 30)
    assert wal.end_of(killed.database) is WalEnd.WHOLE
    office, owner = killed.real.login(Role.OWNER)
    assert not office.integrity.chain_anchored()
    assert office.customers.search(owner, "").total == 0
    close(office)
