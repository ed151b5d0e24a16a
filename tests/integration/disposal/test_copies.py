"""What is left of the destroyed elsewhere: former keys, former files, backups and recovery sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.disposal.copies_ahead import CopyFate, CopyKind
from hvacdesk.domain.disposal.disposal import BatchState, DisposalResult
from hvacdesk.domain.disposal.media import MediumFacts, MediumKind
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal import certifying, exceptions, proving
from hvacdesk.services.disposal.errors import DisposalUnfinished, ResponsibleNeeded
from hvacdesk.services.disposal.exceptions import EXCEPTION_NAMES
from hvacdesk.services.disposal.media import Media
from hvacdesk.services.disposal.proving import Proof
from hvacdesk.services.entry.key_changes import KeyChanges
from hvacdesk.services.entry.keys import Keys
from hvacdesk.store.backups import file_facts
from hvacdesk.vault.backup import before_update
from hvacdesk.vault.backup.backup_errors import BackupNeeded
from hvacdesk.vault.ciphers import NotOpened
from hvacdesk.vault.database import database
from hvacdesk.vault.errors import (
    DatabaseDamaged,
    DeviceSecretMissing,
    DiskFull,
    KeyringLocked,
    RecoveryCodeForeign,
)
from hvacdesk.vault.keyfile import opening, slots
from hvacdesk.vault.keyfile.epochs import Epochs
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService, logged_in, second_login
from tests.helpers.typed_codes import printed_groups
from tests.integration.disposal.office import (
    GOING,
    DisposalOffice,
    destroyed_values,
    home_of,
    no_progress,
    place_of,
    session_of,
)


def names(*codes: str) -> tuple[object, ...]:
    return tuple(EXCEPTION_NAMES[code] for code in codes)


def backups_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("hvacdesk-backup-*"))


def away(office: DisposalOffice) -> Path:
    """A second backup folder, on a disk that is pulled out after a backup was taken there."""
    disk = home_of(office).parent / "disk"
    disk.mkdir()
    office.backups.add_place(office.owner, str(disk))
    office.backups.run(office.owner)
    return disk.rename(disk.with_name("pulled out"))


def renewed_sheet(office: DisposalOffice) -> str:
    """The code of a new recovery sheet that has come into force."""
    keys = Keys(office.workplace, KeyChanges(office.workplace, office.backups))
    renewal = keys.renew_sheet(office.owner)
    code = "-".join(printed_groups(renewal))
    for position in renewal.group_positions_to_retype():
        assert renewal.confirm(position, renewal.printed_group(position))
    renewal.finish()
    return code


def shred(office: DisposalOffice, number: int) -> None:
    Keys(office.workplace, KeyChanges(office.workplace, office.backups)).sheet_shredded(office.owner, number)


class TestFormerEpoch:
    @pytest.mark.approved
    def test_its_file_secret_and_backups_are_gone(self, office: DisposalOffice) -> None:
        office.backups.run(office.owner)
        assert [path.name[-3:] for path in backups_in(place_of(office))] == ["-e1"]
        result = office.destroy(office.approved())
        assert (result.state, result.exceptions) == (BatchState.VERIFIED, ())
        assert [path.name for path in home_of(office).glob("*.db")] == ["office-2.db"]
        assert [path.name[-3:] for path in backups_in(place_of(office))] == ["-e2"]
        assert office.made.secrets.read(f"{office.vault.office_id}/1") is None

    @pytest.mark.approved
    def test_the_disposed_list_lies_beside_office_and_backups(self, office: DisposalOffice) -> None:
        office.destroy(office.approved())
        copies = [folder / "disposed.list" for folder in (home_of(office), place_of(office))]
        assert all(office.going()[0].encode() in copy.read_bytes() for copy in copies)
        assert all(b'"verified"' in copy.read_bytes() for copy in copies)
        assert not any(value in copy.read_bytes() for copy in copies for value in destroyed_values())

    @pytest.mark.approved
    def test_the_certificate_says_how(self, office: DisposalOffice) -> None:
        result = office.destroy(office.approved())
        facts = office.disposal.certificates.certificate_of(office.owner, result.batch)
        assert facts.method == certifying.METHOD_NAMES[certifying.METHOD]
        assert {line.method for line in office.disposal.certificates.ledger(office.owner)} == {
            certifying.METHOD
        }
        assert "cryptographic erase" not in english(facts.method).lower()


class TestWhoAndWhere:
    @pytest.mark.approved
    def test_without_the_signing_key_a_batch_waits(self, office: DisposalOffice) -> None:
        batch = office.approved()
        disposal = session_of(office, office.desk.account)
        assert not disposal.destruction.may_destroy(office.desk)
        assert office.disposal.destruction.may_destroy(office.owner)
        with pytest.raises(ResponsibleNeeded):
            disposal.destruction.destroy(office.desk, batch, len(GOING), no_progress, lambda: False)
        disposal.reviews._workplace.store.close()
        assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.APPROVED
        assert office.destroy(batch).state is BatchState.VERIFIED

    @pytest.mark.approved
    def test_a_recovered_session_is_to_log_in_first(self, office: DisposalOffice) -> None:
        batch = office.approved()
        recovered = SealedOffice.recover(home_of(office), office.made.code)
        with replaced(office.workplace, "vault", recovered), pytest.raises(ResponsibleNeeded):
            office.destroy(batch)
        recovered.close()

    @pytest.mark.approved
    def test_without_a_backup_folder_nothing_is_deleted(self, office: DisposalOffice) -> None:
        batch, before = office.approved(), office.dump()
        place_of(office).rename(place_of(office).with_name("pulled out"))
        with pytest.raises(BackupNeeded):
            office.destroy(batch)
        assert office.dump() == before
        assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.APPROVED
        place_of(office).with_name("pulled out").rename(place_of(office))
        assert office.destroy(batch).state is BatchState.VERIFIED

    @pytest.mark.approved
    def test_of_a_file_that_cannot_be_relied_on_no_backup_is_kept(self, office: DisposalOffice) -> None:
        office.backups.run(office.owner)
        before = backups_in(place_of(office))
        unsound = Proof(BatchState.FAILED, 1, 0, 1, (exceptions.PAGE_DAMAGED,))
        with replaced(proving, "prove_gone", lambda *_: unsound):
            assert office.destroy(office.approved()).state is BatchState.FAILED
        assert backups_in(place_of(office)) == before
        assert office.vault.epochs.former == (1,)

    @pytest.mark.approved
    def test_pulled_out_after_the_deletion_the_former_file_stays_until_it_is_back(
        self, office: DisposalOffice
    ) -> None:
        batch, take = office.approved(), Backups.take

        def pull_out_and_take(backups: Backups, actor: Actor, **options: Any) -> object:
            place_of(office).rename(place_of(office).with_name("pulled out"))
            return take(backups, actor, **options)

        with replaced(Backups, "take", pull_out_and_take), pytest.raises(DisposalUnfinished) as stopped:
            office.destroy(batch)
        assert isinstance(stopped.value.cause, BackupNeeded)
        assert office.vault.epochs.former == (1,)
        assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.DESTROYING
        with pytest.raises(DisposalUnfinished):
            office.destroy(batch)
        place_of(office).with_name("pulled out").rename(place_of(office))
        result = office.destroy(batch)
        assert (result.state, result.exceptions) == (BatchState.VERIFIED, ())
        assert office.vault.epochs.former == ()
        assert office.vault.epoch == 2


@pytest.mark.approved
@pytest.mark.parametrize(
    ("place", "name", "cause"),
    [
        (Epochs, "rotate", DiskFull),
        (Backups, "write_disposed_list", DiskFull),
        (Epochs, "discard_former", KeyringLocked),
        (certifying, "file_certificate", DiskFull),
    ],
)
def test_a_failure_after_the_deletion_does_not_say_that_nothing_was_changed(
    office: DisposalOffice, place: object, name: str, cause: type[Exception]
) -> None:
    batch = office.approved()

    def fail(*_arguments: object, **_options: object) -> None:
        raise cause

    with replaced(place, name, fail), pytest.raises(DisposalUnfinished) as stopped:
        office.destroy(batch)
    assert isinstance(stopped.value.cause, cause)
    said = stopped.value.sentences(english)
    assert said[0].startswith("The customers are deleted, but")
    assert not any(untrue in " ".join(said) for untrue in ("not saved", "Nothing was changed", "{"))
    assert office.destroy(batch).state is BatchState.VERIFIED


@pytest.mark.approved
@pytest.mark.linux("a desktop with several keyrings")
def test_nothing_is_called_destroyed_while_a_locked_keyring_may_hold_the_former_key(
    office: DisposalOffice, secret_service: SecretService
) -> None:
    batch = office.approved()
    with secret_service.locked_keyring("二つ目"):
        with pytest.raises(DisposalUnfinished, match="“二つ目” is locked"):
            office.destroy(batch)
        with pytest.raises(DisposalUnfinished):
            office.destroy(batch)
    assert office.destroy(batch).state is BatchState.VERIFIED


class TestWhatIsOutOfReach:
    @pytest.mark.approved
    def test_a_backup_on_a_disk_that_is_not_connected_is_named(self, office: DisposalOffice) -> None:
        away(office)
        result = office.destroy(office.approved())
        assert_named(office, result, exceptions.ABSENT_BACKUP)

    @pytest.mark.approved
    def test_so_is_an_earlier_sheet_that_may_open_it(self, office: DisposalOffice) -> None:
        away(office)
        renewed_sheet(office)
        result = office.destroy(office.approved())
        assert_named(office, result, exceptions.ABSENT_BACKUP, exceptions.OLD_SHEET)

    @pytest.mark.approved
    def test_a_shredded_sheet_opens_nothing(self, office: DisposalOffice) -> None:
        away(office)
        renewed_sheet(office)
        shred(office, 1)
        result = office.destroy(office.approved())
        assert_named(office, result, exceptions.ABSENT_BACKUP)

    @pytest.mark.approved
    def test_an_earlier_sheet_with_no_backup_left_opens_nothing(self, office: DisposalOffice) -> None:
        office.backups.run(office.owner)
        renewed_sheet(office)
        assert office.destroy(office.approved()).state is BatchState.VERIFIED

    @pytest.mark.approved
    def test_a_folder_that_was_taken_off_the_list_is_named(self, office: DisposalOffice) -> None:
        disk = home_of(office).parent / "disk"
        disk.mkdir()
        place = office.backups.add_place(office.owner, str(disk))
        office.backups.run(office.owner)
        office.backups.remove_place(office.owner, place.place)
        result = office.destroy(office.approved())
        assert_named(office, result, exceptions.DROPPED_PLACE)

    @pytest.mark.approved
    def test_another_login_of_the_computer_is_named_until_it_has_gone_forward(
        self, office: DisposalOffice, tmp_path: Path
    ) -> None:
        words = office.vault.logins.invite("受付の席", office.clock().timestamp())
        with second_login(tmp_path / "second") as other:
            with logged_in(other):
                SealedOffice.enrol(home_of(office), DeviceKeyring(), words, office.clock().timestamp())
            result = office.destroy(office.approved())
            assert_named(office, result, exceptions.FORMER_SECRET)

    @pytest.mark.approved
    def test_an_office_that_a_restore_put_aside_is_named(self, office: DisposalOffice) -> None:
        (home_of(office) / "set-aside-20261101T000000Z").mkdir()
        assert_named(office, office.destroy(office.approved()), exceptions.SET_ASIDE)

    def test_once_the_disk_is_back_the_next_disposal_names_nothing(self, office: DisposalOffice) -> None:
        disk = away(office)
        first = office.destroy(office.approved(office.going()[0]), 1)
        assert first.state is BatchState.EXCEPTIONS
        disk.rename(disk.with_name("disk"))
        office.backups.run(office.owner)
        assert {path.name[-3:] for path in backups_in(disk.with_name("disk"))} == {"-e2"}
        second = office.destroy(office.approved(office.going()[1]), 1)
        assert (second.state, second.exceptions) == (BatchState.VERIFIED, ())


class TestWhatIsToldBefore:
    """Step 3 of the wizard says of each copy what will become of it; the certificate says the same."""

    def told(self, office: DisposalOffice) -> list[tuple[CopyKind, CopyFate]]:
        return [(one.kind, one.fate) for one in office.disposal.destruction.copies_ahead(office.desk)]

    @pytest.mark.approved
    def test_backups_in_reach_are_replaced_and_media_are_not_searched(self, office: DisposalOffice) -> None:
        facts = MediumFacts(MediumKind.USB_STICK, "青いUSB")
        Media(office.workplace).register(office.owner, facts)
        connected = place_of(office)
        pulled_out = connected.rename(connected.with_name("pulled out"))
        before_update.take(office.vault.backup_source(file_facts.read), office.clock())
        pulled_out.rename(connected)
        assert self.told(office) == [
            (CopyKind.BACKUP_FOLDER, CopyFate.REPLACED),
            (CopyKind.BEFORE_UPDATE, CopyFate.REPLACED),
            (CopyKind.MEDIUM, CopyFate.NOT_SEARCHED),
        ]
        assert office.destroy(office.approved()).exceptions == ()

    @pytest.mark.approved
    def test_whatever_will_be_an_exception_is_told_before(self, office: DisposalOffice) -> None:
        away(office)
        renewed_sheet(office)
        dropped = home_of(office).parent / "dropped"
        dropped.mkdir()
        place = office.backups.add_place(office.owner, str(dropped))
        office.backups.run(office.owner)
        office.backups.remove_place(office.owner, place.place)
        (home_of(office) / "set-aside-20261101T000000Z").mkdir()
        assert self.told(office) == [
            (CopyKind.BACKUP_FOLDER, CopyFate.REPLACED),
            (CopyKind.BACKUP_FOLDER, CopyFate.OUT_OF_REACH),
            (CopyKind.DROPPED_FOLDER, CopyFate.STAYS),
            (CopyKind.SET_ASIDE, CopyFate.STAYS),
            (CopyKind.SHEET, CopyFate.TO_SHRED),
        ]
        result = office.destroy(office.approved())
        codes = (
            exceptions.ABSENT_BACKUP,
            exceptions.DROPPED_PLACE,
            exceptions.SET_ASIDE,
            exceptions.OLD_SHEET,
        )
        assert_named(office, result, *codes)

    @pytest.mark.approved
    def test_an_absent_folder_without_a_backup_holds_nobody(self, office: DisposalOffice) -> None:
        disk = home_of(office).parent / "disk"
        disk.mkdir()
        office.backups.add_place(office.owner, str(disk))
        disk.rename(disk.with_name("pulled out"))
        assert (CopyKind.BACKUP_FOLDER, CopyFate.NOTHING_THERE) in self.told(office)
        assert office.destroy(office.approved()).state is BatchState.VERIFIED

    def test_another_login_is_told_by_its_name(self, office: DisposalOffice, tmp_path: Path) -> None:
        words = office.vault.logins.invite("受付の席", office.clock().timestamp())
        with second_login(tmp_path / "second") as other, logged_in(other):
            SealedOffice.enrol(home_of(office), DeviceKeyring(), words, office.clock().timestamp())
        (login,) = [
            one
            for one in office.disposal.destruction.copies_ahead(office.owner)
            if one.kind is CopyKind.LOGIN
        ]
        assert (login.name, login.fate) == ("受付の席", CopyFate.GOES_ON)

    def test_whoever_takes_no_part_is_told_nothing(self, office: DisposalOffice) -> None:
        technician = Actor("9" * 32, "技", frozenset({Role.TECHNICIAN}))
        with pytest.raises(NotPermitted):
            office.disposal.destruction.copies_ahead(technician)


def assert_named(office: DisposalOffice, result: DisposalResult, *codes: str) -> None:
    """Result and certificate name exactly these exceptions."""
    assert (result.state, result.exceptions) == (BatchState.EXCEPTIONS, names(*codes))
    facts = office.disposal.certificates.certificate_of(office.owner, result.batch)
    assert (facts.result, facts.exceptions) == (BatchState.EXCEPTIONS, names(*codes))


class TestAnOldBackup:
    """One that was out of reach; what opens it decides whether the destroyed are gone."""

    @pytest.mark.approved
    def test_before_the_sheet_is_shredded_it_opens_and_afterwards_nothing_that_remains_opens_it(
        self, office: DisposalOffice
    ) -> None:
        disk, former_sheet = away(office), office.made.code
        (backup,) = backups_in(disk)
        former_secret = office.made.secrets.read(f"{office.vault.office_id}/1")
        opened = opening.with_device_secret(slots.read_copies(backup), office.made.secrets)
        assert opened.contents.roster.epoch == 1
        office.destroy(office.approved())
        present_sheet = renewed_sheet(office)
        shred(office, 1)

        files = slots.read_copies(backup)
        recovered = opening.with_sheet(files, former_sheet)  # the paper that has to be shredded
        assert rows_of(backup, recovered.keys.office.database + files[0].header.salt) == 40 + len(GOING)
        assert former_secret is not None
        with pytest.raises(RecoveryCodeForeign):
            opening.with_sheet(files, present_sheet)
        with pytest.raises(DeviceSecretMissing):
            opening.with_device_secret(files, office.made.secrets)
        for secret in remaining_secrets(office):
            with pytest.raises(NotOpened):
                slots.open_body(files[0], slots.slots_key(secret, 1))
        with pytest.raises(DatabaseDamaged):
            rows_of(backup, bytes.fromhex(office.vault.database_key()))


def remaining_secrets(office: DisposalOffice) -> list[bytes]:
    """Every device secret of the office that the key store still has."""
    found = (office.made.secrets.read(f"{office.vault.office_id}/{epoch}") for epoch in range(1, 9))
    secrets = [secret for secret in found if secret is not None]
    assert secrets
    return secrets


def rows_of(backup: Path, key: bytes) -> int:
    """How many customers a backup's database holds, opened with a key and salt."""
    connection = database.connect_at_rest(backup / "office-1.db", key.hex())
    try:
        return int(connection.execute("SELECT count(*) FROM customers").fetchone()[0])
    finally:
        connection.close()
