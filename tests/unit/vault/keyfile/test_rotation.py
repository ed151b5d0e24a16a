"""What a rotation is refused, and what a failure leaves, over a key store in memory.

The rotation itself, its crashes and full disks are tested over a real key store: tests/integration/vault.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors, folder
from hvacdesk.vault.keyfile import rotation, rotation_plan, slots
from hvacdesk.vault.keyfile.rotation_plan import PaymentColumn, Plan
from hvacdesk.vault.office import SealedOffice
from tests.helpers.vault_offices import ONE_TIME, MadeOffice, MemorySecrets, make_office

PAYMENT = [PaymentColumn("customers", "bank", "id")]


def test_a_session_without_every_key_changes_none(office: MadeOffice) -> None:
    session = office.vault._session
    former, keys = session.book.read(), session.keys
    for held in (replace(keys, payment=None), replace(keys, signing=None)):
        with pytest.raises(ValueError, match="all keys"):
            rotation_plan.check(former, held, Plan(), 2)
    following = rotation_plan.next_keys(keys, Plan())
    with pytest.raises(ValueError, match="without the signing key"):
        rotation_plan.next_body(former, replace(keys, signing=None), following, Plan(), 2, 9)
    assert office.vault.epoch == 1


def test_keys_that_are_not_the_rosters_make_no_epoch(office: MadeOffice) -> None:
    session = office.vault._session
    for planted in (
        replace(session.keys, database=bytes(32)),
        replace(session.keys, payment=bytes(32)),
        replace(session.keys, signing=bytes(32)),
    ):
        with pytest.raises(errors.RosterRefused):
            rotation_plan.check(session.book.read(), planted, Plan(), 2)


@pytest.mark.parametrize("plan", [Plan(leaving="f" * 32), Plan(roles={"f" * 32: frozenset({Role.DESK})})])
def test_a_plan_for_nobody_is_refused(office: MadeOffice, plan: Plan) -> None:
    with pytest.raises(errors.SlotGone):
        office.vault.epochs.rotate(plan)


def test_who_loses_a_key_makes_it_necessary_to_replace_it(office: MadeOffice) -> None:
    second = office.vault.slots.add("副責任", frozenset({Role.OWNER}), ONE_TIME).slot_id
    clerk = office.vault.slots.add("受付", frozenset({Role.DESK}), ONE_TIME).slot_id
    books = office.vault.slots.add("経理", frozenset({Role.ACCOUNTING}), ONE_TIME).slot_id
    epochs = office.vault.epochs
    told = {
        leaving: (
            epochs.needs_new_payment_key(Plan(leaving=leaving)),
            epochs.needs_new_signing_key(Plan(leaving=leaving)),
        )
        for leaving in (second, clerk, books)
    }
    assert told == {second: (True, True), clerk: (False, False), books: (True, False)}
    with pytest.raises(ValueError, match="payment key"):
        epochs.rotate(Plan(leaving=books))
    with pytest.raises(ValueError, match="signing key"):
        epochs.rotate(Plan(leaving=second, payment=PAYMENT))
    assert office.vault.epoch == 1
    epochs.rotate(Plan(leaving=clerk))
    assert (office.vault.epoch, {slot.name for slot in office.vault.staff}) == (
        2,
        {"田中 花子", "副責任", "経理"},
    )


def test_a_sheet_counts_when_it_was_retyped_and_for_its_epoch_alone(office: MadeOffice) -> None:
    epochs = office.vault.epochs
    draft = epochs.prepare_sheet(date(2026, 11, 25))
    with pytest.raises(errors.RecoveryNotConfirmed):
        epochs.rotate(Plan(sheet=draft))
    for position in draft.positions:
        assert draft.confirm(position, draft.sheet.groups[position])
    with pytest.raises(ValueError, match="fingerprint"):
        epochs.rotate(Plan(sheet=draft, new_signing_key=True))
    epochs.rotate()
    with pytest.raises(errors.SheetOutdated):
        epochs.rotate(Plan(sheet=draft))
    assert office.vault.recovery_sheet.number == 1


def test_somebody_of_the_desk_can_prepare_nothing(office: MadeOffice) -> None:
    slot = office.vault.slots.add("受付", frozenset({Role.DESK}), ONE_TIME)
    desk = SealedOffice.find(office.home, office.secrets, clock=office.clock).unlock(slot.slot_id, ONE_TIME)
    with pytest.raises(NotPermitted):
        desk.epochs.prepare_sheet(date(2026, 11, 25))
    with pytest.raises(NotPermitted):
        desk.epochs.rotate()
    desk.close()


def test_a_failure_after_the_commit_keeps_what_the_key_file_names(
    office: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rename came through and the disk failed after it: without its secret the epoch would be lost."""
    write = slots.write_copies

    def write_and_fail(home: Path, file: slots.SlotsFile) -> None:
        write(home, file)
        raise errors.DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(slots, "write_copies", write_and_fail)
        with pytest.raises(errors.DiskFull):
            office.vault.epochs.rotate()
    assert slots.newest_epoch(office.home) == 2
    assert office.secrets.read(f"{office.vault.office_id}/2") is not None
    assert 2 in folder.databases(office.home)


@pytest.mark.parametrize("damage", [bytes.upper, None], ids=["unreadable", "gone"])
def test_a_folder_that_names_no_epoch_has_committed_none(office: MadeOffice, damage: object) -> None:
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        if damage is None:
            (office.home / name).unlink()
        else:
            (office.home / name).write_bytes(b"spoiled")
    assert not rotation._committed(office.home, office.vault.office_id, 1)


def test_what_the_next_start_removes_is_only_what_came_after(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", MemorySecrets())
    identifier = office.vault.office_id
    begun = office.home / folder.database_name(2)
    begun.write_bytes(b"half a file")
    office.secrets.write(f"{identifier}/2", bytes(32))
    rotation.clear_unfinished(office.home, identifier, 1, office.secrets)
    assert (begun.exists(), office.secrets.read(f"{identifier}/2")) == (False, None)
    assert (office.vault.database_path.exists(), office.secrets.read(f"{identifier}/1") is None) == (
        True,
        False,
    )


def test_a_secret_that_is_there_makes_its_number_a_used_one(office: MadeOffice) -> None:
    """It may be that of another folder with the same office."""
    identifier = office.vault.office_id
    office.secrets.write(f"{identifier}/2", bytes(32))
    office.vault.epochs.rotate()
    assert (office.vault.epoch, office.secrets.read(f"{identifier}/2")) == (3, bytes(32))


def test_the_former_epoch_goes_secret_first(office: MadeOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without its secret is nothing; a secret without its file would open a copy of it."""
    identifier = office.vault.office_id
    office.vault.epochs.rotate()
    assert office.vault.epochs.former == (1,)

    def kept(account: str) -> None:
        raise errors.KeyringKeepsSecret

    with monkeypatch.context() as patched:
        patched.setattr(office.secrets, "delete", kept)
        with pytest.raises(errors.KeyringKeepsSecret):
            office.vault.epochs.discard_former()
    assert isinstance(office.vault.epochs.kept_because, errors.KeyringKeepsSecret)
    assert office.vault.epochs.former == (1,)
    office.vault.epochs.discard_former()
    assert (office.vault.epochs.former, office.vault.epochs.kept_because) == ((), None)
    assert office.secrets.read(f"{identifier}/1") is None
