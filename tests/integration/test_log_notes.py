"""The notes of the log's end: a missing, damaged or older one is a finding, and none is written over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.office.integrity import DamageKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.vault.device import anchor
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.keyfile import slots
from tests.helpers.real_office import NAMES, RealOffice, copied_real_office, new_real_office
from tests.helpers.secret_service import SecretService

FILE = "audit.head"


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    """An owner and a technician, who both worked before."""
    yield copied_real_office(_with_a_technician, tmp_path / "office")
    secret_service.forget_all()


def _with_a_technician(home: Path) -> RealOffice:
    return new_real_office(home, names=[NAMES[Role.TECHNICIAN]])


def account(real: RealOffice) -> str:
    """The key store's account of the note."""
    (file, *_) = slots.read_copies(real.home)
    return anchor.keyring_account(file.header.office_id, file.header.epoch)


def without_file(real: RealOffice) -> None:
    (real.home / FILE).unlink()


def garbled_file(real: RealOffice) -> None:
    (real.home / FILE).write_bytes(b"what is this")


def empty_file(real: RealOffice) -> None:
    (real.home / FILE).write_bytes(b"")


def folder_in_its_place(real: RealOffice) -> None:
    without_file(real)
    (real.home / FILE).mkdir()


def without_key_store_note(real: RealOffice) -> None:
    DeviceKeyring().delete(account(real))


def garbled_key_store_note(real: RealOffice) -> None:
    DeviceKeyring().write(account(real), b"what is this")


def without_any(real: RealOffice) -> None:
    without_file(real)
    without_key_store_note(real)


def notes(real: RealOffice) -> tuple[object, bytes | None]:
    path = real.home / FILE
    return path.read_bytes() if path.is_file() else path.exists(), DeviceKeyring().read(account(real))


@pytest.mark.parametrize(
    "harm",
    [
        without_file,
        garbled_file,
        empty_file,
        folder_in_its_place,
        without_key_store_note,
        garbled_key_store_note,
        without_any,
    ],
)
def test_a_note_that_is_missing_or_damaged_is_a_finding_until_an_owner_answers_for_it(
    real: RealOffice, harm: Callable[[RealOffice], None]
) -> None:
    harm(real)
    harmed = notes(real)
    office, technician = real.login(Role.TECHNICIAN)
    assert office.integrity.damage is not None
    assert office.integrity.damage.kind is DamageKind.LOG_NOTES
    assert not office.integrity.chain_anchored()
    office.audit.write_anchor()
    office.accounts.lock(technician)
    office.leave(technician)
    assert notes(real) == harmed
    office, owner = real.login(Role.OWNER)
    assert not office.audit.verify(owner).intact
    if harm is folder_in_its_place:
        (real.home / FILE).rmdir()
    office.audit.reanchor(owner)
    assert office.audit.verify(owner).intact
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert office.integrity.damage is None
    assert office.audit.verify(owner).intact
    office.leave(owner)


def test_an_older_note_put_back_is_a_finding(real: RealOffice) -> None:
    older = (real.home / FILE).read_bytes()
    office, technician = real.login(Role.TECHNICIAN)
    office.leave(technician)
    (real.home / FILE).write_bytes(older)
    office, owner = real.login(Role.OWNER)
    assert office.integrity.damage is not None
    assert not office.audit.verify(owner).intact
    office.leave(owner)


def test_an_older_note_put_back_into_the_key_store_is_a_finding(real: RealOffice) -> None:
    older = DeviceKeyring().read(account(real))
    assert older is not None
    office, technician = real.login(Role.TECHNICIAN)
    office.leave(technician)
    DeviceKeyring().write(account(real), older)
    office, owner = real.login(Role.OWNER)
    assert office.integrity.damage is not None
    assert not office.audit.verify(owner).intact
    office.leave(owner)


def test_notes_in_the_form_of_an_earlier_version_are_older_ones(real: RealOffice) -> None:
    """They had no count. An office that is brought up to date has none else: see the format's fixtures."""
    head = anchor.read_head_file(real.home)
    assert head is not None
    former = f"{head.sequence}:{head.digest}".encode()
    (real.home / FILE).write_bytes(former + b"\n")
    DeviceKeyring().write(account(real), former)
    office, owner = real.login(Role.OWNER)
    assert office.integrity.damage is not None
    assert not office.audit.verify(owner).intact
    office.leave(owner)


def test_the_key_store_has_the_end_at_every_lock_and_close(real: RealOffice) -> None:
    keyring, (file, *_) = DeviceKeyring(), slots.read_copies(real.home)

    def in_key_store() -> anchor.Head:
        head = anchor.read_head_keyring(keyring, file.header.office_id, file.header.epoch)
        assert head is not None
        return head

    seen = [in_key_store()]
    for _ in range(2):
        office, technician = real.login(Role.TECHNICIAN)
        office.accounts.lock(technician)
        (locked,) = office.audit.entries(real_owner(real), action=Action.LOCKED, limit=1)
        seen.append(in_key_store())
        assert (seen[-1].sequence, seen[-1].digest) == (locked.sequence, locked.hash)
        office.leave(technician)
        seen.append(in_key_store())
        assert seen[-1].sequence > locked.sequence
    counts = [head.count for head in seen]
    assert counts == sorted(set(counts))


def real_owner(real: RealOffice) -> Actor:
    return Actor(real.accounts[NAMES[Role.OWNER]], NAMES[Role.OWNER], frozenset({Role.OWNER}))


def test_a_new_office_that_ended_before_its_first_note_is_no_finding(
    tmp_path: Path, secret_service: SecretService
) -> None:
    real = new_real_office(tmp_path / "office", everybody=False)
    office, owner = real.login(Role.OWNER)
    with office._workplace.store.connection() as connection, connection.begin():
        connection.exec_driver_sql("DELETE FROM audit_log WHERE id > 2")  # set up, and logged in
    office._workplace.store.close()
    office._workplace.vault.close()
    without_any(real)
    office, owner = real.login(Role.OWNER)
    assert office.integrity.damage is None
    assert office.audit.verify(owner).intact
    office.leave(owner)
