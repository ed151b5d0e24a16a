"""Setting an office up and coming in, on the real vault and a real key store."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.office.office import LegalForm
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.entry.entry import NEW_OFFICE_BYTES, OfficeEntry
from hvacdesk.services.entry.entry_errors import (
    AlreadyRunning,
    FolderUnusable,
    NoRoomForOffice,
    PassphraseChosen,
    SetUpUnfinished,
)
from hvacdesk.store import schema
from hvacdesk.store.office import office as office_store
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.errors import DiskFull, RecoveryNotConfirmed, WrongPassphrase
from hvacdesk.vault.keyfile import throttle
from hvacdesk.vault.office import SealedOffice
from hvacdesk.vault.session import Session
from tests.helpers.ground import MovableClock
from tests.helpers.real_office import (
    FACTS,
    NAMES,
    SECOND_OWNER,
    RealOffice,
    copied_real_office,
    new_real_office,
    passphrase_of,
)
from tests.helpers.secret_service import SecretService
from tests.helpers.systems import SYSTEM
from tests.helpers.typed_codes import printed_groups

pytestmark = pytest.mark.usefixtures("secret_service")


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    yield copied_real_office(new_real_office, tmp_path / "office")
    secret_service.forget_all()


def test_an_office_is_set_up_with_its_facts_and_logs_that(tmp_path: Path) -> None:
    real = new_real_office(tmp_path / "office", everybody=False)
    assert real.entry().office_name() == FACTS.name
    office, owner = real.login(Role.OWNER)
    assert office.facts() == FACTS
    actions = [entry.action for entry in office.audit.entries(owner)]
    assert actions[-1] is Action.OFFICE_CREATED
    assert actions[0] is Action.LOGGED_IN
    office.leave(owner)


def test_a_cancelled_set_up_leaves_nothing(tmp_path: Path) -> None:
    home = tmp_path / "office"
    draft = OfficeEntry(home, MovableClock()).prepare()
    assert not draft.confirm(0, "XXXX")
    with pytest.raises(RecoveryNotConfirmed):
        draft.create(FACTS, "責任 一郎", passphrase_of("責任 一郎"))
    assert not home.exists() or not list(home.iterdir())


@pytest.mark.parametrize("month", [0, 13])
def test_absurd_facts_are_refused_before_anything_is_written(tmp_path: Path, month: int) -> None:
    from dataclasses import replace

    draft = OfficeEntry(tmp_path / "office", MovableClock()).prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    with pytest.raises(InvalidInput):
        draft.create(replace(FACTS, fiscal_year_end_month=month), "責任", passphrase_of("責任"))
    sole = replace(FACTS, legal_form=LegalForm.SOLE_BLUE, fiscal_year_end_month=3)
    with pytest.raises(InvalidInput):
        draft.create(sole, "責任", passphrase_of("責任"))
    assert not (tmp_path / "office").exists()


def test_everyone_comes_in_with_their_own_passphrase_and_roles(real: RealOffice) -> None:
    for role in NAMES:
        office, actor = real.login(role)
        assert actor.roles == {role}
        office.leave(actor)


def test_failed_tries_are_told_to_the_log_at_the_next_login(real: RealOffice) -> None:
    with pytest.raises(WrongPassphrase):
        real.entry().login(real.accounts[NAMES[Role.OWNER]], "not the passphrase at all")
    office, owner = real.login(Role.OWNER)
    failed = [e for e in office.audit.entries(owner) if e.action is Action.LOGIN_FAILED]
    assert [entry.details["tries"] for entry in failed] == [1]
    office.leave(owner)


def test_of_a_count_that_went_missing_the_log_names_no_try_that_nobody_made(
    real: RealOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The longest delay is what a missing count begins at; one wrong passphrase after it is one try."""
    account = real.accounts[NAMES[Role.OWNER]]
    monkeypatch.setattr(throttle, "delay_after", lambda _failed: 0)
    office_id = SealedOffice.find(real.home, DeviceKeyring()).office_id
    DeviceKeyring().delete(f"{office_id}/{account}/tries")
    with pytest.raises(WrongPassphrase):
        real.entry().login(account, "not the passphrase at all")
    office, owner = real.login(Role.OWNER)
    failed = [e.details for e in office.audit.entries(owner) if e.action is Action.LOGIN_FAILED]
    assert failed == [{"tries": 1, "count_missing": True}]
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert [e.details for e in office.audit.entries(owner) if e.action is Action.LOGIN_FAILED] == failed
    office.leave(owner)


FAILING_STEPS = {
    "the tables": schema.bring_up_to_date,
    "the version": schema.older,
    "the roster": office_store.follow_roster,
    "the log": audit_log.append,
}
WAYS_IN = ("login", "recover", "create", "accept")
FAILURES = [
    (way, step) for way in WAYS_IN for step in FAILING_STEPS if step != "the tables" or way == "create"
]
"""Tables are made by a set-up alone; an older office's migrations have tests of their own."""

SAID = {
    ("create", "the version"): SetUpUnfinished,
    ("create", "the roster"): SetUpUnfinished,
    ("accept", "the roster"): PassphraseChosen,
    ("accept", "the log"): PassphraseChosen,
}
"""Where the way in changes something, that is in force when only the rest of it fails."""


@pytest.mark.parametrize(("way", "step"), FAILURES)
def test_a_way_in_that_fails_leaves_no_key_and_no_open_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, way: str
) -> None:
    sessions = []
    begun = Session.__init__

    def remembered(self: Session, *args: object, **options: object) -> None:
        sessions.append(self)
        begun(self, *args, **options)

    def fail(*_: object, **__: object) -> None:
        raise DiskFull

    real = RealOffice(tmp_path / "office", MovableClock())
    draft = OfficeEntry(real.home, real.clock).prepare()
    sheet = printed_groups(draft)
    for position, group in enumerate(sheet):
        draft.confirm(position, group)
    office, owner = draft.create(FACTS, NAMES[Role.OWNER], passphrase_of(NAMES[Role.OWNER]))
    account, one_time = office.accounts.invite(owner, "受付 花子", {Role.DESK})
    office.leave(owner)
    ways = {
        "login": lambda: real.entry().login(owner.account, passphrase_of(owner.name)),
        "recover": lambda: OfficeEntry(real.home, real.clock).recover("-".join(sheet)),
        "accept": lambda: real.entry().accept_invitation(account, one_time, passphrase_of("受付 花子")),
        "create": lambda: _another_office(tmp_path / "another"),
    }
    monkeypatch.setattr(Session, "__init__", remembered)
    place = FAILING_STEPS[step]
    monkeypatch.setattr(sys.modules[place.__module__], place.__name__, fail)
    with pytest.raises(SAID.get((way, step), DiskFull)):
        ways[way]()
    assert [one for one in sessions if one._held is not None] == []
    assert open_databases(tmp_path) == []


def _another_office(home: Path) -> None:
    draft = OfficeEntry(home, MovableClock()).prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    draft.create(FACTS, NAMES[Role.OWNER], passphrase_of(NAMES[Role.OWNER]))


def open_databases(within: Path) -> list[str]:
    if SYSTEM == "win32":
        return [path.name for path in within.rglob("office-*.db") if not can_be_renamed(path)]
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        return []
    targets = [os.readlink(path) for path in descriptors.iterdir() if path.is_symlink()]
    return [target for target in targets if Path(target).name.startswith("office-")]


def can_be_renamed(path: Path) -> bool:
    """Windows refuses it while anybody has the file open."""
    try:
        path.rename(path.with_suffix(".renamed")).rename(path)
    except PermissionError:
        return False
    return True


def test_a_second_program_is_kept_out(real: RealOffice) -> None:
    entry = real.entry()
    entry.acquire()
    program = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from hvacdesk.services.entry.entry import OfficeEntry, AlreadyRunning\n"
        "entry = OfficeEntry(Path(sys.argv[1]), lambda: datetime.now(UTC))\n"
        "try:\n    entry.acquire()\nexcept AlreadyRunning:\n    sys.exit(7)\n"
    )
    command = [sys.executable, "-c", program, str(real.home)]
    assert subprocess.run(command, check=False).returncode == 7
    entry.release()
    assert subprocess.run(command, check=False).returncode == 0


def test_the_same_program_may_ask_twice(real: RealOffice) -> None:
    entry = real.entry()
    entry.acquire()
    entry.acquire()
    with pytest.raises(AlreadyRunning):
        OfficeEntry(real.home, real.clock).acquire()
    entry.release()


def test_the_recovery_sheet_opens_the_office_without_key_store(tmp_path: Path) -> None:
    entry = OfficeEntry(tmp_path / "office", MovableClock())
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    code = " ".join(printed_groups(draft))
    office, owner = draft.create(FACTS, "責任 一郎", passphrase_of("責任 一郎"))
    office.leave(owner)
    office, recovered = OfficeEntry(tmp_path / "office", MovableClock()).recover(code)
    assert office.facts() == FACTS
    assert recovered.roles == {Role.OWNER}
    office.close()


def test_only_owners_invite_and_a_role_is_needed(real: RealOffice) -> None:
    office, desk = real.login(Role.DESK)
    with pytest.raises(NotPermitted):
        office.accounts.invite(desk, "新人", {Role.DESK})
    office.leave(desk)
    office, owner = real.login(SECOND_OWNER)
    with pytest.raises(InvalidInput):
        office.accounts.invite(owner, "新人", set())
    with pytest.raises(InvalidInput):
        office.accounts.invite(owner, "  ", {Role.DESK})
    office.leave(owner)


def test_the_login_window_says_a_changed_office_name(real: RealOffice) -> None:
    from dataclasses import replace

    office, owner = real.login(Role.OWNER)
    office.settings.change_facts(owner, replace(FACTS, name="改名空調"))
    office.leave(owner)
    assert real.entry().office_name() == "改名空調"


def test_another_pin_needs_the_passphrase(real: RealOffice) -> None:
    office, desk = real.login(Role.DESK)
    office.accounts.set_pin(desk, "482915")
    with pytest.raises(WrongPassphrase):
        office.accounts.change_own_pin(desk, passphrase_of(NAMES[Role.OWNER]), "591824")
    assert office.accounts.unlock(desk, "482915"), "the former one is kept"
    office.accounts.change_own_pin(desk, passphrase_of(NAMES[Role.DESK]), "591824")
    assert not office.accounts.unlock(desk, "482915")
    assert office.accounts.unlock(desk, "591824")
    office.leave(desk)


def test_five_wrong_pins_end_the_pin(real: RealOffice) -> None:
    office, desk = real.login(Role.DESK)
    office.accounts.set_pin(desk, "482915")
    assert office.accounts.unlock(desk, "482915")
    for _ in range(5):
        assert not office.accounts.unlock(desk, "000001")
    assert not office.accounts.unlock(desk, "482915")
    assert not office.accounts.has_pin(desk)
    office.accounts.unlock_with_passphrase(desk, passphrase_of(NAMES[Role.DESK]))
    office.leave(desk)


def test_drafts_come_back_to_their_author_alone(real: RealOffice) -> None:
    office, desk = real.login(Role.DESK)
    office.drafts.keep(desk, "customer", "new", {"family": "髙﨑"})
    office.leave(desk)
    office, owner = real.login(Role.OWNER)
    assert office.drafts.take(owner, "customer", "new") is None
    office.leave(owner)
    office, desk = real.login(Role.DESK)
    assert office.drafts.take(desk, "customer", "new") == {"family": "髙﨑"}
    assert office.drafts.take(desk, "customer", "new") is None
    office.leave(desk)


def test_the_chain_verifies_and_a_changed_entry_is_found(real: RealOffice) -> None:
    office, owner = real.login(Role.OWNER)
    report = office.audit.verify(owner)
    assert report.intact
    assert {place for place, _ in report.anchors} == {"file", "keyring", "roster"}
    with office.audit._workplace.store.connection() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE audit_log SET subject = 'account:x' WHERE id = 2")
    assert office.audit.verify(owner).broken_at == 2
    office.leave(owner)


def test_a_log_cut_short_no_longer_carries_its_noted_head(real: RealOffice) -> None:
    office, owner = real.login(Role.OWNER)
    with office.audit._workplace.store.connection() as connection, connection.begin():
        connection.exec_driver_sql("DELETE FROM audit_log WHERE id > 3")
    report = office.audit.verify(owner)
    assert report.broken_at is None
    assert not report.intact
    office.leave(owner)


def test_an_invitation_cut_off_between_slot_and_row_is_completed_at_the_next_login(real: RealOffice) -> None:
    office, owner = real.login(Role.OWNER)
    with office.audit._workplace.store.connection() as connection, connection.begin():
        connection.exec_driver_sql("DELETE FROM accounts WHERE name = ?", (NAMES[Role.DESK],))
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert NAMES[Role.DESK] in {member.name for member in office.accounts.list(owner)}
    amended = [e for e in office.audit.entries(owner) if e.details.get("by") == "roster"]
    assert [entry.subject for entry in amended] == [f"account:{real.accounts[NAMES[Role.DESK]]}"]
    office.leave(owner)


def test_a_half_typed_card_number_is_not_kept(real: RealOffice) -> None:
    office, desk = real.login(Role.DESK)
    typed = {"family": "髙﨑", "note": "カード 4111 1111 1111 1111", "phones": [{"number": "090-0000-1234"}]}
    office.drafts.keep(desk, "customer", "new", typed)
    assert office.drafts.take(desk, "customer", "new") == {**typed, "note": "カード …"}
    office.leave(desk)


def test_a_place_that_takes_nothing_is_told_before_a_new_office_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = OfficeEntry(tmp_path / "office", MovableClock())
    entry.require_place()

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "refused", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FolderUnusable):
        entry.require_place()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_room_is_told_before_a_new_office_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = OfficeEntry(tmp_path / "office", MovableClock())
    free = NEW_OFFICE_BYTES
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=free))
    entry.require_place()
    free -= 1
    with pytest.raises(NoRoomForOffice, match=f"needs {NEW_OFFICE_BYTES >> 20} MB"):
        entry.require_place()
    assert list(tmp_path.iterdir()) == []
