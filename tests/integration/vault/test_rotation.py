"""Rotation: a new epoch with everything in it, the former one intact until it is discarded."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors, folder
from hvacdesk.vault.backup import manifest
from hvacdesk.vault.database import comparison, database, pages, rewrite
from hvacdesk.vault.erasure.early_proof import prove_early
from hvacdesk.vault.erasure.needles import Needle
from hvacdesk.vault.erasure.proof import left_beside, prove
from hvacdesk.vault.erasure.surviving_rows import Living
from hvacdesk.vault.keyfile import rotation, slots, vault_state
from hvacdesk.vault.keyfile.rotation import PaymentColumn, Plan
from hvacdesk.vault.office import DeviceKeyring, OpenVault, SealedOffice
from tests.helpers.killing import KILLED_STATUS
from tests.helpers.secret_service import SecretService
from tests.helpers.systems import left_locks
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE, MadeOffice, must_choose

ROWS = 500
PAYMENT = PaymentColumn("payment_terms", "account", "id")


@pytest.fixture
def filled(office: MadeOffice) -> MadeOffice:
    """An office with rows, an index, and sealed payment fields."""
    connection = office.vault.connect()
    with connection:
        connection.execute("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, big BLOB)")
        connection.execute("CREATE INDEX by_name ON customers (name)")
        connection.execute("CREATE TABLE payment_terms (id INTEGER PRIMARY KEY, account BLOB)")
        connection.executemany(
            "INSERT INTO customers VALUES (?, ?, ?)",
            [(3 * number, f"顧客{number}", bytes(number * 20)) for number in range(ROWS)],
        )
        connection.executemany(
            "INSERT INTO payment_terms VALUES (?, ?)",
            [
                (key, office.vault.seal_payment("payment_terms", "account", key, f"口座{key}"))
                for key in range(1, 50)
            ],
        )
    connection.close()
    return office


def found(office: MadeOffice) -> SealedOffice:
    return SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock)


def unlocked(office: MadeOffice, slot_id: str | None = None, passphrase: str = OWNER_PASSPHRASE) -> OpenVault:
    return found(office).unlock(slot_id or office.vault.slot_id, passphrase)


def names(vault: OpenVault) -> list[tuple[int, str]]:
    connection = vault.connect()
    try:
        rows: list[tuple[int, str]] = connection.execute(
            "SELECT id, name FROM customers ORDER BY id"
        ).fetchall()
    finally:
        connection.close()
    return rows


def account(vault: OpenVault, key: int) -> str:
    connection = vault.connect()
    try:
        (sealed,) = connection.execute("SELECT account FROM payment_terms WHERE id = ?", (key,)).fetchone()
    finally:
        connection.close()
    return vault.open_payment("payment_terms", "account", key, sealed)


EXPECTED = [(3 * number, f"顧客{number}") for number in range(ROWS)]


def test_the_session_goes_on_in_the_new_epoch(filled: MadeOffice) -> None:
    vault = filled.vault
    old_key = vault.database_key()
    vault.epochs.rotate()
    assert (vault.epoch, vault.database_path.name, vault.epochs.former) == (2, "office-2.db", (1,))
    assert vault.database_key()[:64] != old_key[:64]
    assert vault.database_key()[64:] != old_key[64:]
    assert names(vault) == EXPECTED
    assert account(vault, 7) == "口座7"
    connection = vault.connect()
    database.integrity_check(connection)
    connection.close()
    again = unlocked(filled)
    assert (again.epoch, names(again)) == (2, EXPECTED)
    assert again.holds_signing_key
    again.slots.rename(again.slot_id, "田中 はな")


def test_nobody_elses_passphrase_is_needed(filled: MadeOffice) -> None:
    accountant = filled.vault.slots.add("鈴木", frozenset({Role.ACCOUNTING}), ONE_TIME)
    chosen = filled.vault.slots.add("佐藤", frozenset({Role.DESK}), ONE_TIME)
    unlocked(filled, chosen.slot_id, ONE_TIME).slots.change_passphrase(ONE_TIME, "jibun-no-aikotoba-desu")
    filled.vault.epochs.rotate()
    vault = unlocked(filled, accountant.slot_id, ONE_TIME)
    assert (must_choose(vault), account(vault, 3)) == (True, "口座3")
    vault.slots.change_passphrase(ONE_TIME, "atarashii-aikotoba-desu")
    assert names(unlocked(filled, accountant.slot_id, "atarashii-aikotoba-desu")) == EXPECTED
    own = unlocked(filled, chosen.slot_id, "jibun-no-aikotoba-desu")
    assert (must_choose(own), own.holds_payment_key, names(own)) == (False, False, EXPECTED)


def test_one_who_leaves_is_left_out_with_old_keys_void(filled: MadeOffice) -> None:
    leaver = filled.vault.slots.add("鈴木", frozenset({Role.ACCOUNTING}), ONE_TIME)
    their = unlocked(filled, leaver.slot_id, ONE_TIME)
    sealed_before = their.seal_payment("payment_terms", "account", 1, "x")
    filled.vault.epochs.rotate(Plan(leaving=leaver.slot_id, payment=[PAYMENT]))
    for use in (their.connect, lambda: their.staff):
        with pytest.raises(errors.EpochEnded):
            use()
    with pytest.raises(errors.SlotGone):
        unlocked(filled, leaver.slot_id, ONE_TIME)
    assert [account(filled.vault, key) for key in (1, 7, 49)] == ["口座1", "口座7", "口座49"]
    with pytest.raises(errors.PaymentUnreadable):
        filled.vault.open_payment("payment_terms", "account", 1, sealed_before)
    filled.vault.epochs.discard_former()
    assert account(unlocked(filled), 7) == "口座7"


def test_a_role_that_carries_a_key_is_taken_away_by_a_rotation_alone(filled: MadeOffice) -> None:
    slot = filled.vault.slots.add("鈴木", frozenset({Role.ACCOUNTING}), ONE_TIME)
    desk = frozenset({Role.DESK})
    with pytest.raises(errors.KeyWithdrawal):
        filled.vault.slots.set_roles(slot.slot_id, desk)
    for plan in (Plan(roles={slot.slot_id: desk}), Plan(leaving=slot.slot_id)):
        with pytest.raises(ValueError, match="sealed anew"):
            filled.vault.epochs.rotate(plan)
    filled.vault.epochs.rotate(Plan(roles={slot.slot_id: desk}, payment=[PAYMENT]))
    vault = unlocked(filled, slot.slot_id, ONE_TIME)
    assert (vault.roles, vault.holds_payment_key, names(vault)) == (desk, False, EXPECTED)
    with pytest.raises(errors.LastOwner):
        filled.vault.epochs.rotate(
            Plan(roles={filled.vault.slot_id: desk}, payment=[PAYMENT], new_signing_key=True)
        )


def test_no_ciphertext_of_the_former_payment_key_stays(filled: MadeOffice) -> None:
    connection = filled.vault.connect()
    old = [Needle(sealed) for (sealed,) in connection.execute("SELECT account FROM payment_terms")]
    connection.close()
    filled.vault.epochs.rotate(Plan(payment=[PAYMENT]))
    filled.vault.epochs.discard_former()
    assert prove(filled.vault.database_path, filled.vault.database_key(), old, Living()).state == "verified"


def test_only_an_owner_rotates_and_the_last_one_stays(filled: MadeOffice) -> None:
    slot = filled.vault.slots.add("鈴木", frozenset({Role.ACCOUNTING}), ONE_TIME)
    with pytest.raises(NotPermitted):
        unlocked(filled, slot.slot_id, ONE_TIME).epochs.rotate()
    with pytest.raises(errors.LastOwner):
        filled.vault.epochs.rotate(
            Plan(leaving=filled.vault.slot_id, payment=[PAYMENT], new_signing_key=True)
        )
    with pytest.raises(errors.SlotGone):
        filled.vault.epochs.rotate(Plan(leaving="f" * 32))
    assert list(folder.databases(filled.home)) == [1]


def test_an_open_connection_stops_the_rotation_and_nothing_changes(
    filled: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.1)
    before = (filled.home / folder.SLOTS_NAME).read_bytes()
    connection = filled.vault.connect()
    connection.execute("SELECT count(*) FROM customers").fetchone()
    with pytest.raises(errors.DatabaseBusy):
        filled.vault.epochs.rotate()
    connection.close()
    assert (filled.home / folder.SLOTS_NAME).read_bytes() == before
    assert list(folder.databases(filled.home)) == [1]
    filled.vault.epochs.rotate()
    assert names(unlocked(filled)) == EXPECTED


def test_the_former_epoch_goes_with_its_secret(filled: MadeOffice) -> None:
    office_id = filled.vault.office_id
    filled.vault.epochs.rotate()
    assert DeviceKeyring().read(f"{office_id}/1") is not None
    filled.vault.epochs.discard_former()
    assert DeviceKeyring().read(f"{office_id}/1") is None
    assert filled.vault.epochs.former == ()
    assert [path.name for path in sorted(filled.home.glob("office-*"))] == ["office-2.db"]
    assert (filled.home / folder.SLOTS_NAME).read_bytes() == (
        filled.home / folder.SLOTS_COPY_NAME
    ).read_bytes()
    assert names(unlocked(filled)) == EXPECTED


def test_a_disposals_values_are_gone_from_the_new_epoch(filled: MadeOffice) -> None:
    connection = filled.vault.connect()
    with connection:
        connection.execute("DELETE FROM customers WHERE id % 2 = 0")
    database.checkpoint_truncate(connection)
    connection.close()
    filled.vault.epochs.rotate()
    needles = [Needle(f"顧客{number}".encode() + b"\x00" * 20) for number in range(0, ROWS, 2)]
    path = filled.vault.database_path
    assert prove(path, filled.vault.database_key(), needles, Living()).state == "verified"
    assert list(left_beside(path)) == ["other-database"]
    assert list(left_beside(path, filled.vault.epochs.former)) == []


def test_the_sheet_opens_the_new_epoch_and_makes_a_new_key_store_usable(filled: MadeOffice) -> None:
    filled.vault.epochs.rotate()
    filled.vault.epochs.discard_former()
    DeviceKeyring().delete(f"{filled.vault.office_id}/2")
    with pytest.raises(errors.DeviceSecretMissing):
        found(filled)
    recovered = SealedOffice.recover(filled.home, filled.code)
    recovered.slots.reset(filled.vault.slot_id, ONE_TIME)
    with pytest.raises(errors.KeyringMissing):
        recovered.epochs.rotate()
    recovered.epochs.rotate(secrets=DeviceKeyring(), clock=filled.clock)
    vault = unlocked(filled, passphrase=ONE_TIME)
    assert (vault.epoch, names(vault)) == (3, EXPECTED)


def test_slots_of_the_former_epoch_put_back_are_refused(filled: MadeOffice) -> None:
    before = (filled.home / folder.SLOTS_NAME).read_bytes()
    filled.vault.epochs.rotate()
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        (filled.home / name).write_bytes(before)
    with pytest.raises(errors.SlotsRolledBack):
        found(filled)
    DeviceKeyring().delete(f"{filled.vault.office_id}/1/revision")
    found(filled)
    assert sorted(folder.databases(filled.home)) == [1, 2], "without certainty nothing is removed"


STEPS = {
    "exported": (vault_state, "write"),
    "remembered": (comparison, "require_alike"),
    "checked": (folder, "sync_file"),
    "before the secret": (DeviceKeyring, "write"),
    "before the commit": (slots, "write_copies"),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_failure_before_the_commit_leaves_the_former_epoch(
    filled: MadeOffice, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise errors.DiskFull

    target, name = STEPS[step]
    with monkeypatch.context() as patched:
        patched.setattr(target, name, fail)
        with pytest.raises(errors.DiskFull):
            filled.vault.epochs.rotate()
    assert filled.vault.epoch == 1
    assert list(folder.databases(filled.home)) == [1]
    assert DeviceKeyring().read(f"{filled.vault.office_id}/2") is None
    assert names(unlocked(filled)) == EXPECTED
    filled.vault.epochs.rotate()
    assert names(unlocked(filled)) == EXPECTED


def test_a_failure_while_writing_the_second_copy_is_after_the_commit(
    filled: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace: Callable[[Path, bytes], None] = folder.replace_file

    def fail_at_the_copy(path: Path, content: bytes) -> None:
        if path.name == folder.SLOTS_COPY_NAME:
            raise errors.DiskFull
        replace(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(folder, "replace_file", fail_at_the_copy)
        filled.vault.epochs.rotate()
    assert (filled.vault.epoch, names(filled.vault)) == (2, EXPECTED), "the session goes on in the new epoch"
    vault = unlocked(filled)
    assert (vault.epoch, names(vault)) == (2, EXPECTED)
    assert (filled.home / folder.SLOTS_NAME).read_bytes() == (
        filled.home / folder.SLOTS_COPY_NAME
    ).read_bytes()


def test_rows_that_did_not_arrive_are_noticed(filled: MadeOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = rewrite._copy_living_rows

    def lose_one(old: object, new: rotation.DatabaseFile) -> None:
        copy(old, new)
        connection = new.connect()
        with connection:
            connection.execute("UPDATE customers SET name = '顧客0 ' WHERE id = 0")
        connection.close()

    monkeypatch.setattr(rewrite, "_copy_living_rows", lose_one)
    with pytest.raises(comparison.NotAlike):
        filled.vault.epochs.rotate()
    assert names(unlocked(filled)) == EXPECTED


def test_what_was_read_beside_the_comparison_is_the_office_file_afterwards(filled: MadeOffice) -> None:
    found: list[manifest.FileFacts] = []

    def read(new: rotation.DatabaseFile) -> bool:
        found.append(manifest.file_facts(new.path))
        return True

    filled.vault.epochs.rotate(beside=read)
    assert found == [manifest.file_facts(filled.vault.database_path)]


def test_whoever_fails_beside_the_comparison_leaves_the_former_epoch(filled: MadeOffice) -> None:
    def fail(_new: rotation.DatabaseFile) -> bool:
        raise errors.DiskFull

    with pytest.raises(errors.DiskFull):
        filled.vault.epochs.rotate(beside=fail)
    assert (filled.vault.epoch, list(folder.databases(filled.home))) == (1, [1])
    assert names(unlocked(filled)) == EXPECTED


def test_a_state_that_did_not_arrive_is_noticed(filled: MadeOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(vault_state, "write", lambda _connection, _state: None)
        with pytest.raises(comparison.NotAlike):
            filled.vault.epochs.rotate()
    assert names(unlocked(filled)) == EXPECTED


def test_a_damaged_index_that_no_comparison_reads_is_noticed(
    filled: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = rewrite._copy_living_rows

    def damage_an_index(old: Any, new: rotation.DatabaseFile) -> None:
        old.execute(
            "CREATE INDEX IF NOT EXISTS by_both ON customers (name, id, big)"
        )  # too long to count rows by
        copy(old, new)
        connection = new.connect()
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'by_both'"
        (page,) = connection.execute(query).fetchone()
        connection.close()
        with new.path.open("r+b") as file:
            file.seek(page * pages.PAGE_BYTES - 1)
            (last,) = file.read(1)
            file.seek(-1, os.SEEK_CUR)
            file.write(bytes([last ^ 1]))

    monkeypatch.setattr(rewrite, "_copy_living_rows", damage_an_index)
    for beside in (None, lambda new: prove_early(new, ()).whole):
        with pytest.raises(errors.DatabaseDamaged):
            filled.vault.epochs.rotate(beside=beside)
        assert names(unlocked(filled)) == EXPECTED


KILLED = """
import os, sys, threading
from pathlib import Path
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.killing import end_at_once
from tests.helpers.vault_offices import OWNER_PASSPHRASE, Clock, cheap_passphrases
with cheap_passphrases():
    found = SealedOffice.find(Path(sys.argv[1]), DeviceKeyring(), clock=Clock())
    vault = found.unlock(sys.argv[2], OWNER_PASSPHRASE)
    print("ready", flush=True)
    sys.stdin.readline()
    threading.Timer(float(sys.argv[3]), end_at_once).start()
    vault.epochs.rotate()
    vault.epochs.discard_former()
    os._exit(0)
"""


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_epoch(
    filled: MadeOffice, secret_service: SecretService
) -> None:
    outcomes = set()
    for attempt in range(12):
        delay = 0.012 * attempt
        command = [sys.executable, "-c", KILLED, str(filled.home), filled.vault.slot_id, str(delay)]
        process = subprocess.run(command, input="go\n", encoding="utf-8", capture_output=True, check=False)
        assert process.returncode in {0, KILLED_STATUS}, process.stderr
        secret_service.revive()
        vault = unlocked(filled)
        assert names(vault) == EXPECTED
        connection = vault.connect()
        database.integrity_check(connection)
        connection.close()
        assert max(folder.databases(filled.home)) == vault.epoch
        vault.epochs.discard_former()
        outcomes.add(process.returncode)
    assert KILLED_STATUS in outcomes


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from hvacdesk.vault import errors
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.vault_offices import OWNER_PASSPHRASE, Clock, cheap_passphrases
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with cheap_passphrases():
    found = SealedOffice.find(Path(sys.argv[1]), DeviceKeyring(), clock=Clock())
    vault = found.unlock(sys.argv[2], OWNER_PASSPHRASE)
    limit = int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        vault.epochs.rotate()
    except (errors.DiskFull, errors.DiskFailed) as error:
        print(type(error).__name__)
    else:
        print("rotated")
"""


@pytest.mark.linux("fills a disk by a limit on the size of files")
@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_disk_that_fills_up_leaves_the_former_epoch(filled: MadeOffice, share: float) -> None:
    size = filled.vault.database_path.stat().st_size
    command = [
        sys.executable,
        "-c",
        FULL_DISK,
        str(filled.home),
        filled.vault.slot_id,
        str(int(size * share)),
    ]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert result.stdout.strip() in {"DiskFull", "DiskFailed"}
    assert list(folder.databases(filled.home)) == [1]
    vault = unlocked(filled)
    assert (vault.epoch, names(vault)) == (1, EXPECTED)
    vault.epochs.rotate()
    assert names(unlocked(filled)) == EXPECTED


def test_the_lock_of_another_program_is_respected(
    filled: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_LOCK_SECONDS", 0.0)
    with folder.changing(filled.home), pytest.raises(errors.DatabaseBusy):
        filled.vault.slots.rename(filled.vault.slot_id, "田中 はな")
    assert pages.wal_path(filled.vault.database_path).parent == filled.home
    assert left_locks(folder.LOCK_NAME) <= {path.name for path in filled.home.iterdir()}
