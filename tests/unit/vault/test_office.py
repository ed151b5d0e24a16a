"""Setting up, logging in, and who holds which key."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors, folder, milestones
from hvacdesk.vault.keyfile import slots
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore, OpenKeyFile
from hvacdesk.vault.keyfile.passphrase import PassphraseRefused
from hvacdesk.vault.keyfile.recovery import SheetForgotten
from hvacdesk.vault.office import RECOVERY_SLOT, NewOffice, OpenVault, SealedOffice
from hvacdesk.vault.session import VaultClosed
from tests.helpers.sabotage import replaced
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE, MadeOffice, MemorySecrets, must_choose

OWN = "jibun-de-eranda-aikotoba"
DESK = frozenset({Role.DESK})
ACCOUNTING = frozenset({Role.ACCOUNTING})
OWNER = frozenset({Role.OWNER})


def sealed(office: MadeOffice) -> SealedOffice:
    return SealedOffice.find(office.home, office.secrets, clock=office.clock)


def unlocked(office: MadeOffice, slot_id: str, passphrase: str = ONE_TIME) -> OpenVault:
    return sealed(office).unlock(slot_id, passphrase)


def test_nothing_is_written_before_the_office_is_created(tmp_path: Path) -> None:
    secrets = MemorySecrets()
    new = NewOffice.prepare(tmp_path / "office", secrets, created=date(2026, 11, 24))
    groups = new.draft.sheet.groups
    assert new.draft.confirm(0, groups[0])
    assert new.draft.confirm(1, groups[1])
    assert not new.draft.confirm(7, groups[2])
    with pytest.raises(errors.RecoveryNotConfirmed):
        new.create("田中 花子", OWNER_PASSPHRASE)
    assert new.draft.confirm(7, groups[7].lower())
    with pytest.raises(PassphraseRefused):
        new.create("田中 花子", "too short")
    assert not (tmp_path / "office").exists()
    assert secrets.kept == {}


def prepared(home: Path, secrets: MemorySecrets) -> NewOffice:
    new = NewOffice.prepare(home, secrets, created=date(2026, 11, 24))
    for position in new.draft.positions:
        assert new.draft.confirm(position, new.draft.sheet.groups[position])
    return new


def test_a_created_office_is_all_that_holds_its_keys(tmp_path: Path) -> None:
    new = prepared(tmp_path / "office", MemorySecrets())
    new.create("田中 花子", OWNER_PASSPHRASE).close()
    with pytest.raises(VaultClosed):
        new._keys  # noqa: B018
    with pytest.raises(SheetForgotten):
        new.draft.sheet  # noqa: B018
    assert not any(isinstance(value, bytes) for value in vars(new).values())


def test_a_set_up_that_failed_leaves_nothing_and_can_be_tried_again_with_the_same_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = MemorySecrets()
    new = prepared(tmp_path / "office", secrets)
    code = "-".join(new.draft.sheet.groups)

    def fail(_home: Path, _file: object) -> None:
        raise errors.DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(slots, "write_copies", fail)
        with pytest.raises(errors.DiskFull):
            new.create("田中 花子", OWNER_PASSPHRASE)
    assert secrets.kept == {}
    assert list((tmp_path / "office").iterdir()) == []
    new.create("田中 花子", OWNER_PASSPHRASE)
    assert SealedOffice.recover(tmp_path / "office", code).holds_signing_key


def test_a_set_up_that_failed_after_the_office_existed_keeps_no_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = prepared(tmp_path / "office", MemorySecrets())

    def fail(_self: object, _revision: int) -> None:
        raise errors.KeyringLocked

    monkeypatch.setattr(KeyFileStore, "remember", fail)
    with pytest.raises(errors.KeyringLocked):
        new.create("田中 花子", OWNER_PASSPHRASE)
    assert new.made
    with pytest.raises(VaultClosed):
        new._keys  # noqa: B018


def test_an_invitation_that_is_there_has_its_count_of_tries(office: MadeOffice) -> None:
    """Whoever has none waits as after many failed tries: the program must not end between the two."""

    class Ended(BaseException):
        """Stands for the end of the program."""

    def end(name: str) -> None:
        if name == f"slots.{folder.SLOTS_COPY_NAME}":
            raise Ended

    with replaced(milestones, "reached", end), pytest.raises(Ended):
        office.vault.slots.add("鈴木 一郎", DESK, ONE_TIME)
    (invited,) = [slot.slot_id for slot in sealed(office).staff if slot.invited]
    assert must_choose(unlocked(office, invited))


@pytest.mark.parametrize("name", [folder.SLOTS_NAME, folder.SLOTS_COPY_NAME, "office-7.db"])
def test_no_new_office_is_made_where_one_may_be(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"anything")
    with pytest.raises(errors.OfficeExists):
        NewOffice.prepare(tmp_path, MemorySecrets(), created=date(2026, 11, 24))


def test_a_folder_without_an_office_says_so(tmp_path: Path) -> None:
    with pytest.raises(errors.OfficeMissing):
        SealedOffice.find(tmp_path / "nowhere", MemorySecrets())


def test_the_owner_logs_in_again_and_holds_every_key(office: MadeOffice) -> None:
    (slot,) = sealed(office).staff
    vault = unlocked(office, slot.slot_id, OWNER_PASSPHRASE)
    assert (vault.name, vault.roles, vault.epoch) == ("田中 花子", OWNER, 1)
    assert vault.office_id == office.vault.office_id == office.sheet.office_id
    assert vault.holds_payment_key
    assert vault.holds_signing_key
    assert vault.signing_fingerprint == office.sheet.fingerprint
    assert vault.database_path.name == "office-1.db"


@pytest.mark.linux("looks at mode bits")
def test_the_files_are_the_users_alone(office: MadeOffice) -> None:
    assert office.home.stat().st_mode & 0o777 == 0o700
    files = list(office.home.iterdir())
    assert files
    for path in files:
        assert path.stat().st_mode & 0o777 == 0o600, path.name


def test_the_files_hold_no_clear_text(office: MadeOffice) -> None:
    for path in office.home.iterdir():
        content = path.read_bytes()
        assert "田中".encode() not in content
        assert b"SQLite" not in content


def test_roles_decide_which_keys_a_person_holds(office: MadeOffice) -> None:
    for roles, payment in ((DESK, False), (ACCOUNTING, True), (DESK | ACCOUNTING, True)):
        slot = office.vault.slots.add("鈴木", roles, ONE_TIME)
        vault = unlocked(office, slot.slot_id)
        assert (vault.holds_payment_key, vault.holds_signing_key) == (payment, False)
        with pytest.raises(NotPermitted):
            vault.slots.add("佐藤", DESK, ONE_TIME)
        with pytest.raises(NotPermitted):
            vault.sign(b"a list")


def test_payment_fields_are_shared_by_those_who_hold_the_key(office: MadeOffice) -> None:
    accountant = unlocked(office, office.vault.slots.add("鈴木", ACCOUNTING, ONE_TIME).slot_id)
    desk = unlocked(office, office.vault.slots.add("佐藤", DESK, ONE_TIME).slot_id)
    field = office.vault.seal_payment("payment_terms", "bank_account", 7, "みずほ 0123456")
    assert accountant.open_payment("payment_terms", "bank_account", 7, field) == "みずほ 0123456"
    with pytest.raises(errors.PaymentUnreadable):
        accountant.open_payment("payment_terms", "bank_account", 8, field)
    with pytest.raises(NotPermitted):
        desk.open_payment("payment_terms", "bank_account", 7, field)
    with pytest.raises(NotPermitted):
        desk.seal_payment("payment_terms", "bank_account", 7, "x")


def test_an_invited_person_chooses_a_passphrase_and_keeps_the_keys(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", ACCOUNTING, ONE_TIME)
    assert slot.invited
    vault = unlocked(office, slot.slot_id)
    assert must_choose(vault)
    vault.slots.change_passphrase(ONE_TIME, OWN)
    assert not must_choose(vault)
    with pytest.raises(errors.WrongPassphrase):
        unlocked(office, slot.slot_id, ONE_TIME)
    again = unlocked(office, slot.slot_id, OWN)
    assert again.holds_payment_key
    assert [person.invited for person in again.staff] == [False, False]
    again.connect().close()


def test_a_chosen_key_is_taken_into_the_roster_by_the_next_change(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", DESK, ONE_TIME)
    unlocked(office, slot.slot_id).slots.change_passphrase(ONE_TIME, OWN)
    office.vault.slots.set_roles(slot.slot_id, DESK | ACCOUNTING)
    vault = unlocked(office, slot.slot_id, OWN)
    assert vault.holds_payment_key
    vault.slots.change_passphrase(OWN, OWN + "-2")
    assert unlocked(office, slot.slot_id, OWN + "-2").holds_payment_key


def test_a_passphrase_is_changed_by_who_knows_the_old_one(office: MadeOffice) -> None:
    with pytest.raises(errors.WrongPassphrase):
        office.vault.slots.change_passphrase("chigau-aikotoba-desu", OWN)
    with pytest.raises(PassphraseRefused) as caught:
        office.vault.slots.change_passphrase(OWNER_PASSPHRASE, OWNER_PASSPHRASE)
    assert caught.value.reason == "unchanged"
    office.vault.slots.change_passphrase(OWNER_PASSPHRASE, OWN)
    assert unlocked(office, office.vault.slot_id, OWN).holds_signing_key


def test_a_reset_voids_the_forgotten_passphrase(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", ACCOUNTING, ONE_TIME)
    unlocked(office, slot.slot_id).slots.change_passphrase(ONE_TIME, OWN)
    assert office.vault.slots.reset(slot.slot_id, "mou-ichido-no-aikotoba").invited
    with pytest.raises(errors.WrongPassphrase):
        unlocked(office, slot.slot_id, OWN)
    vault = unlocked(office, slot.slot_id, "mou-ichido-no-aikotoba")
    assert must_choose(vault)
    assert vault.holds_payment_key


def test_names_and_roles_change_but_the_last_owner_stays(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", DESK, ONE_TIME)
    office.vault.slots.rename(slot.slot_id, "佐藤")
    assert unlocked(office, slot.slot_id).name == "佐藤"
    with pytest.raises(errors.LastOwner):
        office.vault.slots.set_roles(office.vault.slot_id, DESK)
    office.vault.slots.set_roles(slot.slot_id, OWNER)
    assert unlocked(office, slot.slot_id).holds_signing_key


def test_a_second_login_proves_a_passphrase_and_opens_nothing(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", DESK, ONE_TIME)
    desk = unlocked(office, slot.slot_id)
    assert desk.slots.check_credentials(office.vault.slot_id, OWNER_PASSPHRASE) == OWNER
    assert not desk.holds_signing_key
    with pytest.raises(errors.WrongPassphrase):
        desk.slots.check_credentials(office.vault.slot_id, ONE_TIME)


def test_failed_tries_slow_down_across_restarts_and_are_told_at_the_next_login(office: MadeOffice) -> None:
    slot_id = office.vault.slot_id
    for _ in range(3):
        with pytest.raises(errors.WrongPassphrase) as wrong:
            unlocked(office, slot_id, "chigau-aikotoba-desu")
    assert wrong.value.wait == 5
    with pytest.raises(errors.TooManyTries):
        unlocked(office, slot_id, OWNER_PASSPHRASE)
    office.clock.now += 5
    vault = unlocked(office, slot_id, OWNER_PASSPHRASE)
    assert vault.failed_tries == 3
    assert unlocked(office, slot_id, OWNER_PASSPHRASE).failed_tries == 0


def test_documents_are_signed_for_this_office(office: MadeOffice) -> None:
    signature = office.vault.sign(b"disposed: 1")
    assert office.vault.verify(b"disposed: 1", signature)
    assert not office.vault.verify(b"disposed: 2", signature)


def test_the_sheet_alone_opens_the_office(office: MadeOffice) -> None:
    field = office.vault.seal_payment("t", "c", 1, "text")
    vault = SealedOffice.recover(office.home, office.code.lower().replace("-", ""))
    assert (vault.slot_id, vault.roles) == (RECOVERY_SLOT, OWNER)
    assert vault.open_payment("t", "c", 1, field) == "text"
    assert office.vault.verify(b"x", vault.sign(b"x"))
    vault.connect().close()
    vault.slots.reset(office.vault.slot_id, ONE_TIME)


def test_another_offices_sheet_is_refused(office: MadeOffice, tmp_path: Path) -> None:
    other = NewOffice.prepare(tmp_path / "other", MemorySecrets(), created=date(2026, 11, 24))
    with pytest.raises(errors.RecoveryCodeForeign):
        SealedOffice.recover(office.home, "-".join(other.draft.sheet.groups))


def test_a_read_that_began_before_a_rotation_does_not_bring_the_former_epoch_back(
    office: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, began, rotated = KeyFileStore.read, threading.Event(), threading.Event()

    def slow(book: KeyFileStore) -> OpenKeyFile:
        contents = read(book)
        if threading.current_thread() is reader:
            began.set()
            rotated.wait(0.5)  # as long as the rotation may need if it does not wait for this reader
        return contents

    monkeypatch.setattr(KeyFileStore, "read", slow)
    reader = threading.Thread(target=lambda: office.vault.staff)
    reader.start()
    assert began.wait(10)
    office.vault.epochs.rotate()
    rotated.set()
    reader.join()
    assert (office.vault.epoch, office.vault.database_path.name) == (2, "office-2.db")
    office.vault.connect().close()


def test_a_closed_session_holds_nothing(office: MadeOffice) -> None:
    office.vault.close()
    for use in (office.vault.connect, office.vault.database_key, lambda: office.vault.staff):
        with pytest.raises(VaultClosed):
            use()


def test_no_representation_shows_a_key(office: MadeOffice) -> None:
    key = office.vault.database_key()
    contents = sealed(office)._book.read()
    shown = " ".join(map(repr, (office.vault, office.vault._session.keys, contents, office.sheet)))
    assert key not in shown
    assert key[:16] not in shown
    assert repr(bytes.fromhex(key)[:16])[2:-1] not in shown
    assert not any(group in shown for group in office.sheet.groups)


def test_an_interrupted_set_up_is_finished_at_the_next_start(office: MadeOffice) -> None:
    database = office.vault.database_path
    database.rename(database.with_name(database.name + folder.UNFINISHED_SUFFIX))
    unlocked(office, office.vault.slot_id, OWNER_PASSPHRASE).connect().close()
    assert database.exists()


def test_a_missing_database_is_named(office: MadeOffice) -> None:
    office.vault.database_path.unlink()
    with pytest.raises(errors.DatabaseMissing, match=r"office-1\.db"):
        unlocked(office, office.vault.slot_id, OWNER_PASSPHRASE)
    assert list(folder.databases(office.home)) == []
