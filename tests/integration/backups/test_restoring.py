"""Restoring a backup: over an office, into an empty folder, on another computer; killed and cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from hvacdesk.domain.backups.backups import RestoreReport
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.backups import restoring as restoring_service
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.store import schema
from hvacdesk.store.backups import file_facts
from hvacdesk.vault import folder, milestones
from hvacdesk.vault.backup import backup, quarantine
from hvacdesk.vault.backup import backup_errors as restoring_errors
from hvacdesk.vault.database import database
from hvacdesk.vault.device import anchor
from hvacdesk.vault.errors import DiskFull, RecoveryCodeForeign, SlotGone, WrongPassphrase
from hvacdesk.vault.keyfile import recovery, rotation, slots, vault_state
from hvacdesk.vault.keyfile.rotation_plan import Plan
from hvacdesk.vault.keyfile.sealing import device_account
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers import format_fixtures
from tests.helpers.disks import SmallDisk
from tests.helpers.people import customer
from tests.helpers.real_office import FACTS, NAMES, RealOffice, passphrase_of
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService, private_bus
from tests.integration.backups.session import Session, joined, session_of

OWNER = NAMES[Role.OWNER]
NEW_PASSPHRASE = "atarashii-aikotoba-desu"
OWN_LOCKS = {"office.lock", "office.keys.lock", "office.tries.lock"}


@dataclass
class Restored:
    """A session in a restored office, and what is said of it."""

    session: Session
    report: RestoreReport

    def __enter__(self) -> Restored:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()


def with_sheet(real: RealOffice, path: str, home: Path | None = None) -> Restored:
    office, actor, report = Restoring(home or real.home, real.clock).restore_with_sheet(path, real.code)
    return Restored(Session(office, actor), report)


def with_passphrase(real: RealOffice, path: str, name: str = OWNER) -> Restored:
    office, actor, report = Restoring(real.home, real.clock).restore_with_passphrase(
        path, real.accounts[name], passphrase_of(name)
    )
    return Restored(Session(office, actor), report)


def add_customer(session: Session) -> None:
    session.office.customers.add(session.actor, customer())


def customers(session: Session) -> int:
    return session.office.customers.search(session.actor, "").total


def contents(home: Path) -> dict[str, bytes]:
    """Every file below a folder but the locks."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.name not in OWN_LOCKS
    }


@pytest.fixture
def taken(owner: Session, place: Path) -> str:
    """A backup with one customer; the office got another one since, and its owner left."""
    owner.backups.add_place(owner.actor, str(place))
    path = owner.backup().path
    add_customer(owner)
    owner.close()
    return path


def test_an_office_whose_name_has_a_space_of_full_width(
    real: RealOffice, owner: Session, place: Path
) -> None:
    called = replace(owner.office.facts(), name="有限会社　試験空調")
    owner.office.settings.change_facts(owner.actor, called)
    owner.backups.add_place(owner.actor, str(place))
    path = owner.backup().path
    owner.backups.check(owner.actor, path)
    owner.close()
    with with_sheet(real, path) as restored:
        assert restored.session.office.facts().name == "有限会社　試験空調"


def test_an_office_whose_logs_last_digest_was_written_over(
    real: RealOffice, owner: Session, place: Path
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    connection = owner.vault.connect()
    with connection:
        connection.execute("DROP TRIGGER IF EXISTS audit_log_no_update")
        changed = connection.execute(
            "UPDATE audit_log SET hash = '柳川' WHERE id = (SELECT max(id) FROM audit_log)"
        )
    connection.close()
    assert changed.rowcount == 1
    path = owner.backup().path
    owner.backups.check(owner.actor, path)
    owner.close()
    with with_sheet(real, path) as restored:
        assert customers(restored.session) == 1


def test_over_the_office_with_the_sheet(real: RealOffice, taken: str) -> None:
    before = contents(real.home)
    examined = Restoring(real.home, real.clock).examine(taken)
    assert (examined.found.path, examined.found.office_name) == (taken, FACTS.name)
    assert (examined.sheet_number, examined.replaces, examined.lists.lists) == (1, True, 0)
    assert contents(real.home) == before
    with with_sheet(real, taken) as restored:
        session, report = restored.session, restored.report
        assert (report.epoch, report.replayed, session.vault.epoch) == (2, 0, 2)
        assert report.lost_entries > 0
        assert customers(session) == 1
        assert session.office.facts() == FACTS
        assert session.office.audit.verify(session.actor).intact
        assert session.office.audit.database_sound(session.actor)
        (entry,) = session.logged(Action.BACKUP_RESTORED)
        assert entry.details["entries_lost"] == report.lost_entries
        assert entry.details["backup"] == Path(taken).name
        assert session.office.recovery is not None
        assert [member.name for member in session.office.recovery.owners()] == [OWNER]
    again = session_of(real, Role.OWNER)
    assert customers(again) == 1
    assert again.office.audit.verify(again.actor).intact
    again.close()


def test_the_former_office_is_put_aside_whole(real: RealOffice, taken: str, tmp_path: Path) -> None:
    with with_sheet(real, taken) as restored:
        put_aside = Path(restored.report.set_aside)
        assert put_aside.parent == real.home
        assert restored.session.vault.epochs.former == ()
        assert restored.session.backups.set_aside(restored.session.actor) == (str(put_aside),)
    former = RealOffice(put_aside, real.clock, real.accounts)
    put_aside.rename(tmp_path / "former")
    former.home = tmp_path / "former"
    session = session_of(former, Role.OWNER)
    assert customers(session) == 2
    session.close()


def test_what_a_proof_waits_for_is_put_aside_and_nothing_that_only_has_its_name(
    real: RealOffice, taken: str
) -> None:
    """A folder that lies there under the name is not the office's: it is not moved, and asks nothing."""
    pending = real.home / folder.PENDING_NAME
    pending.mkdir()
    (pending / "somebody's").write_bytes(b"kept")
    with with_sheet(real, taken) as restored:
        assert not (Path(restored.report.set_aside) / pending.name).exists()
    assert (pending / "somebody's").read_bytes() == b"kept"


def test_what_was_put_aside_goes_only_when_an_owner_says_so(real: RealOffice, taken: str) -> None:
    with with_sheet(real, taken) as restored:
        session = restored.session
        (put_aside,) = session.backups.set_aside(session.actor)
        session.run()
        assert session.backups.set_aside(session.actor) == (put_aside,)
        assert DeviceKeyring().read(device_account(session.vault.office_id, 1)) is not None
        session.backups.remove_set_aside(session.actor, put_aside)
        assert session.backups.set_aside(session.actor) == ()
        assert not Path(put_aside).exists()
        assert DeviceKeyring().read(device_account(session.vault.office_id, 1)) is None
        with pytest.raises(restoring_errors.NotSetAside):
            session.backups.remove_set_aside(session.actor, str(real.home))
        assert session.logged(Action.SET_ASIDE_REMOVED)[0].details == {"backup": Path(put_aside).name}


def test_later_backups_are_not_removed_after_the_restore_of_an_older_one(
    owner: Session, real: RealOffice, place: Path
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    older = owner.backup().path
    add_customer(owner)
    real.clock.pass_time(days=1)
    later = owner.backup().path
    owner.close()
    with with_sheet(real, older) as restored:
        session = restored.session
        (outcome,) = session.run()
        assert (outcome.removed, Path(older).exists(), Path(later).exists()) == (1, False, True)
        assert later in session.backups.set_aside(session.actor)
        assert session.backups.former_copies(session.actor)[0].former_epochs == 1
    with with_sheet(real, later) as restored:
        assert customers(restored.session) == 2, "one may think better of it"


def test_with_an_owners_passphrase_where_the_key_store_has_the_secret(real: RealOffice, taken: str) -> None:
    examined = Restoring(real.home, real.clock).examine(taken)
    assert examined.staff == ((real.accounts[OWNER], OWNER),)
    with with_passphrase(real, taken) as restored:
        assert restored.session.actor.name == OWNER
        assert restored.session.office.recovery is None
        assert customers(restored.session) == 1
        assert restored.session.logged(Action.BACKUP_RESTORED)[0].actor == real.accounts[OWNER]


def test_a_wrong_passphrase_or_code_changes_nothing(real: RealOffice, taken: str) -> None:
    before = contents(real.home)
    door = Restoring(real.home, real.clock)
    with pytest.raises(WrongPassphrase):
        door.restore_with_passphrase(taken, real.accounts[OWNER], "not the passphrase of anybody")
    with pytest.raises(RecoveryCodeForeign):
        door.restore_with_sheet(taken, "-".join(recovery.encode(bytes(20))))
    assert contents(real.home) == before
    session = session_of(real, Role.OWNER)
    assert customers(session) == 2
    session.close()


def test_only_owners_are_named_and_let_in(real: RealOffice, taken: str) -> None:
    joined(real, Role.DESK).close()
    session = session_of(real, Role.OWNER)
    later = session.backup().path
    session.close()
    assert [name for _, name in Restoring(real.home, real.clock).examine(later).staff] == [OWNER]
    with pytest.raises(restoring_errors.NotAnOwner):
        with_passphrase(real, later, NAMES[Role.DESK])


@pytest.fixture
def elsewhere(tmp_path: Path, taken: str) -> Iterator[SecretService]:
    """From here on this is another computer, whose key store knows nothing of the office."""
    with private_bus(tmp_path / "other keyring") as running:
        running.start_unlocked()
        yield running


def test_on_a_new_computer_the_backup_and_the_sheet_are_enough(
    real: RealOffice, taken: str, elsewhere: SecretService, tmp_path: Path
) -> None:
    assert elsewhere.daemon is not None
    real.home = tmp_path / "new" / "computer"
    door = OfficeEntry(real.home, real.clock)
    assert not door.exists()
    examined = door.restoring().examine(taken)
    assert (examined.staff, examined.replaces) == ((), False)
    door.acquire()
    with with_sheet(real, taken) as restored:
        assert (restored.report.set_aside, restored.report.lost_entries) == ("", 0)
        assert customers(restored.session) == 1
        assert restored.session.office.recovery is not None
        restored.session.office.recovery.take_over(real.accounts[OWNER], NEW_PASSPHRASE)
    door.open_sealed()
    office, actor = door.login(real.accounts[OWNER], NEW_PASSPHRASE)
    assert office.customers.search(actor, "").total == 1
    assert office.audit.verify(actor).intact
    office.leave(actor)
    door.release()


def test_everybody_keeps_their_passphrase_on_a_new_computer(
    real: RealOffice, taken: str, elsewhere: SecretService, tmp_path: Path
) -> None:
    assert elsewhere.daemon is not None
    real.home = tmp_path / "new"
    with_sheet(real, taken).session.close()
    session = session_of(real, Role.OWNER)
    assert customers(session) == 1
    session.close()


def test_who_left_since_the_backup_does_not_come_back(owner: Session, real: RealOffice, place: Path) -> None:
    owner.backups.add_place(owner.actor, str(place))
    owner.close()
    joined(real, Role.DESK).close()
    session = session_of(real, Role.OWNER)
    older = session.backup().path
    desk = real.accounts[NAMES[Role.DESK]]
    session.workplace.rotate(session.actor, Plan(leaving=desk))
    session.close()
    with with_sheet(real, older) as restored:
        assert [slot.name for slot in restored.session.vault.staff] == [OWNER]
    with pytest.raises(SlotGone):
        real.entry().login(desk, passphrase_of(NAMES[Role.DESK]))


def test_without_the_later_key_file_the_backups_own_people_count(
    owner: Session, real: RealOffice, place: Path, tmp_path: Path
) -> None:
    """Which the test above needs to be one at all."""
    owner.backups.add_place(owner.actor, str(place))
    owner.close()
    joined(real, Role.DESK).close()
    session = session_of(real, Role.OWNER)
    older = session.backup().path
    session.workplace.rotate(session.actor, Plan(leaving=real.accounts[NAMES[Role.DESK]]))
    session.close()
    with with_sheet(real, older, tmp_path / "empty") as restored:
        assert [slot.name for slot in restored.session.vault.staff] == [OWNER, NAMES[Role.DESK]]


@pytest.mark.parametrize("renewed", [False, True])
def test_the_passphrase_in_force_opens_an_older_backup_and_the_former_one_does_not(
    owner: Session, real: RealOffice, place: Path, renewed: bool
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    older = owner.backup().path
    owner.office.accounts.change_own_passphrase(owner.actor, passphrase_of(OWNER), NEW_PASSPHRASE)
    if renewed:
        owner.workplace.rotate(owner.actor, Plan())
    owner.close()
    door = Restoring(real.home, real.clock)
    with pytest.raises(WrongPassphrase):
        door.restore_with_passphrase(older, real.accounts[OWNER], passphrase_of(OWNER))
    office, actor, _ = door.restore_with_passphrase(older, real.accounts[OWNER], NEW_PASSPHRASE)
    office.leave(actor)
    office, actor = real.entry().login(real.accounts[OWNER], NEW_PASSPHRASE)
    office.leave(actor)


def test_payment_fields_are_sealed_anew_and_can_be_read(real: RealOffice, taken: str) -> None:
    with with_sheet(real, taken) as restored:
        workplace = restored.session.workplace
        seal = workplace.vault.seal_payment("customers", "account", 1, "1234567")
        assert workplace.vault.open_payment("customers", "account", 1, seal) == "1234567"
        assert workplace.vault._session.contents.roster.payment_generation == 2


def test_of_the_same_epoch_the_newest_key_file_counts(real: RealOffice, taken: str) -> None:
    joined(real, Role.DESK).close()
    with with_sheet(real, taken) as restored:
        assert len(restored.session.vault.staff) == 2
    session_of(real, Role.DESK).close()


def test_again_and_again(real: RealOffice, taken: str) -> None:
    for epoch in (2, 3, 4):
        real.clock.pass_time(minutes=1)
        with with_sheet(real, taken) as restored:
            assert restored.report.epoch == epoch
            assert customers(restored.session) == 1
    assert len(folder.set_aside(real.home)) == 3
    session = session_of(real, Role.OWNER)
    assert session.office.audit.verify(session.actor).intact
    session.close()


def test_the_key_stores_secrets_of_other_copies_are_not_written_over(
    real: RealOffice, taken: str, tmp_path: Path
) -> None:
    """Two folders of one computer may hold the same office; each has epochs of its own."""
    with with_sheet(real, taken, tmp_path / "second") as restored:
        assert restored.report.epoch == 2
    with with_sheet(real, taken, tmp_path / "third") as restored:
        assert restored.report.epoch == 3
    session = session_of(real, Role.OWNER)
    assert customers(session) == 2
    session.close()


def test_a_backup_on_a_write_protected_disk_is_left_as_it_is(
    owner: Session, real: RealOffice, disk: SmallDisk
) -> None:
    owner.backups.add_place(owner.actor, str(disk.top))
    path = owner.backup().path
    owner.close()
    disk.protect()
    before = contents(disk.top)
    with with_sheet(real, path) as restored:
        assert customers(restored.session) == 1
    assert contents(disk.top) == before


def test_an_older_schema_is_brought_up_to_date(tmp_path: Path, secret_service: SecretService) -> None:
    assert secret_service.is_open()
    written = format_fixtures.unpacked("office_v1", tmp_path)
    told = written.told
    account = next(one for one in told["accounts"] if "owner" in one["roles"])
    vault = SealedOffice.find(written.home, DeviceKeyring()).unlock(account["account"], account["passphrase"])
    (tmp_path / "place").mkdir()
    facts = backup.take(
        vault.backup_source(file_facts.read), tmp_path / "place", written.clock(), lambda: False
    )
    vault.close()
    assert facts.schema < schema.SCHEMA_VERSION
    office, actor, _ = Restoring(tmp_path / "new", written.clock).restore_with_sheet(
        facts.path, told["recovery_code"]
    )
    assert office.customers.search(actor, "").total == len(told["customers"])
    assert office.audit.verify(actor).intact
    with office._workplace.store.connection() as connection:
        assert schema.version(connection) == schema.SCHEMA_VERSION
    office.leave(actor)


class Killed(BaseException):
    """Stands for the end of the program."""


MILESTONES = (
    "restore.begun",
    "restore.set_aside",
    "rotation.exported",
    "rotation.compared",
    "rotation.resealed",
    "restore.replayed",
    "restore.certified",
    "rotation.prepared",
    "rotation.checked",
    "rotation.secret",
    "slots.office.keys",
    "slots.office.keys.copy",
    "rotation.committed",
    "rotation.remembered",
    "restore.moved",
)
COMMITTED = MILESTONES.index("slots.office.keys")


def killed_at(real: RealOffice, path: str, milestone: str) -> None:
    """Restore until a milestone is passed, and tidy nothing up."""

    def reached(name: str) -> None:
        if name == milestone:
            raise Killed

    finish = quarantine.finish
    # A dead program runs no cleanup; where the cleanup is what is interrupted, it has to run.
    quiet = finish if milestone == "restore.moved" else lambda *_: None
    with (
        replaced(milestones, "reached", reached),
        replaced(quarantine, "finish", quiet),
        replaced(rotation, "_committed", lambda *_: True),  # nor does the rotation tidy up
        pytest.raises(Killed),
    ):
        with_sheet(real, path)


@pytest.mark.parametrize("milestone", MILESTONES)
def test_killed_at_any_moment_the_office_is_the_former_or_the_restored_one(
    real: RealOffice, taken: str, milestone: str
) -> None:
    killed_at(real, taken, milestone)
    restored = MILESTONES.index(milestone) >= COMMITTED
    door = OfficeEntry(real.home, real.clock)
    door.acquire()
    assert door.exists()
    door.open_sealed()
    office, actor = door.login(real.accounts[OWNER], passphrase_of(OWNER))
    assert office.customers.search(actor, "").total == (1 if restored else 2)
    assert len(office.restore_certificates.all(actor)) == restored
    assert office.audit.verify(actor).intact
    assert office.backups.overview(actor).pending_epochs == ()
    office.leave(actor)
    door.release()
    assert len(folder.set_aside(real.home)) == restored
    names = {path.name for path in real.home.iterdir()}
    assert not {name for name in names if name.endswith(".new") or name == quarantine.NOTE_NAME}
    assert {name for name in names if name.endswith(".db")} == {"office-2.db" if restored else "office-1.db"}
    keyring = DeviceKeyring()
    office_id = slots.read_copies(real.home)[0].header.office_id
    assert (keyring.read(device_account(office_id, 2)) is not None) == restored
    with with_sheet(real, taken) as again:
        assert customers(again.session) == 1


@pytest.mark.parametrize("milestone", MILESTONES[:-1])
def test_killed_in_an_empty_folder_it_can_be_done_again(
    real: RealOffice, taken: str, tmp_path: Path, milestone: str
) -> None:
    real.home = tmp_path / "new"
    killed_at(real, taken, milestone)
    door = OfficeEntry(real.home, real.clock)
    door.acquire()
    assert door.exists() == (MILESTONES.index(milestone) >= COMMITTED)
    door.release()
    if not door.exists():
        assert {path.name for path in real.home.iterdir()} <= OWN_LOCKS
    with with_sheet(real, taken) as restored:
        assert customers(restored.session) == 1


def test_what_a_killed_restore_left_is_not_put_aside_by_the_next_one(real: RealOffice, taken: str) -> None:
    killed_at(real, taken, "rotation.secret")
    with with_sheet(real, taken) as restored:
        put_aside = Path(restored.report.set_aside)
        assert restored.report.epoch == 2
        assert {path.name for path in put_aside.iterdir()} == {
            "office-1.db",
            folder.SLOTS_NAME,
            folder.SLOTS_COPY_NAME,
        }


def test_the_former_logs_noted_end_is_explained_and_no_other_one_is(real: RealOffice, taken: str) -> None:
    former = anchor.read_head_file(real.home)
    assert former is not None
    with with_sheet(real, taken) as restored:
        log = restored.session.office.audit
        anchor.write_head_file(real.home, former)  # as if the program had ended before noting the new one
        (file, *_) = slots.read_copies(real.home)
        account = anchor.keyring_account(file.header.office_id, file.header.epoch)
        DeviceKeyring().delete(account)
        assert log.verify(restored.session.actor).intact
        anchor.write_head_file(real.home, replace(former, digest="0" * 64))
        assert not log.verify(restored.session.actor).intact
        log.write_anchor()


class Cancelled(Exception):
    """As the windows cancel: the progress callback raises."""


@pytest.mark.parametrize("step", range(restoring_service.STEPS))
def test_cancelled_at_any_step_nothing_has_changed(real: RealOffice, taken: str, step: int) -> None:
    before = contents(real.home)
    steps: list[int] = []

    def progress(_said: Phrase, number: int, total: int) -> None:
        assert total == restoring_service.STEPS
        steps.append(number)
        if number == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        Restoring(real.home, real.clock).restore_with_sheet(taken, real.code, progress)
    assert steps == list(range(step + 1))
    assert contents(real.home) == before
    session = session_of(real, Role.OWNER)
    assert customers(session) == 2
    session.close()


def test_no_step_is_told_after_the_commit(real: RealOffice, taken: str) -> None:
    told: list[str] = []
    with replaced(milestones, "reached", told.append):
        office, actor, _ = Restoring(real.home, real.clock).restore_with_sheet(
            taken, real.code, lambda _said, number, _steps: told.append(f"step {number}")
        )
    office.leave(actor)
    assert told.index(f"step {restoring_service.STEPS - 1}") < told.index("slots.office.keys")
    assert [one for one in told if one.startswith("step")] == [f"step {n}" for n in range(4)]


def test_a_full_disk_leaves_an_empty_folder_empty(real: RealOffice, taken: str, disk: SmallDisk) -> None:
    disk.leave_free(100_000)
    home = disk.top / "office"
    with pytest.raises(DiskFull):
        with_sheet(real, taken, home)
    assert {path.name for path in home.iterdir()} <= OWN_LOCKS
    disk.make_room()
    with with_sheet(real, taken, home) as restored:
        assert customers(restored.session) == 1


def test_a_backups_disk_that_is_pulled_out_changes_nothing(
    owner: Session, real: RealOffice, disk: SmallDisk
) -> None:
    owner.backups.add_place(owner.actor, str(disk.top))
    path = owner.backup().path
    owner.close()
    before = contents(real.home)

    def progress(_said: Phrase, number: int, _steps: int) -> None:
        if number == 1:
            disk.pull_out()

    with pytest.raises(UserFacingError):
        Restoring(real.home, real.clock).restore_with_sheet(path, real.code, progress)
    assert contents(real.home) == before


def test_the_state_in_the_database_is_that_of_the_new_key_file(real: RealOffice, taken: str) -> None:
    with with_sheet(real, taken) as restored:
        vault = restored.session.vault
        connection = vault.connect()
        state = vault_state.read(connection)
        database.integrity_check(connection)
        connection.close()
        assert state.revision == vault._session.contents.body.revision
