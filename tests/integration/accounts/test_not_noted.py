"""A disk that is full once the key file is written: what is in force is said, and noted at the next login."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.errors import Unfinished, UserFacingError
from hvacdesk.domain.office.half_typed import SavedBefore, SavedForm
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.entry.keys import WordsNotNoted
from hvacdesk.services.office.saved_form import saving
from hvacdesk.services.office.settings import NameNotPutBack
from hvacdesk.services.open_office import Office
from hvacdesk.services.staff.accounts import OneTimeNotNoted, PassphraseNotNoted
from hvacdesk.services.workplace import ChangeNotNoted
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault import folder
from hvacdesk.vault.errors import DiskFull, SlotsRolledBack, WrongPassphrase
from hvacdesk.vault.keyfile import vault_state
from tests.helpers.disks import NotPermitted, SmallDisk, small_disk
from tests.helpers.one_time import reset as reset_passphrase
from tests.helpers.real_office import FACTS, NAMES, RealOffice, copied_real_office, passphrase_of
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.integration.accounts.conftest import _staffed
from tests.integration.accounts.test_accounts import ANOTHER, last, member
from tests.integration.accounts.test_cut_off import ROSTER, noted

OWNER, ACCOUNTING = NAMES[Role.OWNER], NAMES[Role.ACCOUNTING]
RENAMED = "経理 改名"
BLOCK = 4096

Act = Callable[[Office, Actor, str], object]


def full(*_arguments: object, **_named: object) -> None:
    raise DiskFull


@contextmanager
def nothing_is_logged() -> Iterator[None]:
    """The disk is full for whatever is to be logged, and has room for all else."""
    with replaced(audit_log, "append", full):
        yield


def give_roles(office: Office, owner: Actor, one: str) -> None:
    office.accounts.change_roles(owner, one, {Role.ACCOUNTING, Role.DESK}, shown={Role.ACCOUNTING})


def rename(office: Office, owner: Actor, one: str) -> None:
    office.accounts.rename(owner, one, RENAMED, shown=ACCOUNTING)


def change_passphrase(office: Office, owner: Actor, _one: str) -> None:
    office.accounts.change_own_passphrase(owner, passphrase_of(OWNER), ANOTHER)


def require_told(told: UserFacingError) -> None:
    """The reason is named, and nothing says that the change was not made."""
    said = " ".join(told.sentences(english))
    assert "The disk is full." in said
    assert not any(untrue in said for untrue in ("not saved", "Nothing was changed", "untouched", "{"))


@pytest.mark.parametrize(
    ("act", "kind", "action"),
    [
        (give_roles, ChangeNotNoted, Action.ACCOUNT_CHANGED),
        (rename, ChangeNotNoted, Action.ACCOUNT_CHANGED),
        (reset_passphrase, OneTimeNotNoted, Action.ACCOUNT_RESET),
    ],
)
def test_a_change_of_an_account_is_told_truly_and_noted_at_the_next_login(
    real: RealOffice, act: Act, kind: type[ChangeNotNoted], action: Action
) -> None:
    one = real.accounts[ACCOUNTING]
    office, owner = real.login(Role.OWNER)
    before = member(office, owner, one)
    with nothing_is_logged(), pytest.raises(kind) as told:
        act(office, owner, one)
    require_told(told.value)
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert member(office, owner, one) != before
    assert noted(office, owner, action) == [(f"account:{one}", ROSTER)]
    office.leave(owner)


def invite(office: Office, owner: Actor, _one: str) -> None:
    office.accounts.invite(owner, "新人 六郎", {Role.DESK})


@pytest.mark.parametrize("act", [reset_passphrase, invite])
def test_who_was_shown_no_one_time_passphrase_gets_another_one(real: RealOffice, act: Act) -> None:
    office, owner = real.login(Role.OWNER)
    with nothing_is_logged(), pytest.raises(OneTimeNotNoted) as told:
        act(office, owner, real.accounts[ACCOUNTING])
    require_told(told.value)
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    (found,) = (one for one in office.accounts.list(owner) if one.invited)
    one_time = reset_passphrase(office, owner, found.account)
    office.leave(owner)
    back, actor = real.entry().accept_invitation(found.account, one_time, ANOTHER)
    back.leave(actor)


def test_the_passphrase_that_counts_is_told(real: RealOffice) -> None:
    office, owner = real.login(Role.OWNER)
    with nothing_is_logged(), pytest.raises(PassphraseNotNoted) as told:
        change_passphrase(office, owner, "")
    require_told(told.value)
    office.leave(owner)
    with pytest.raises(WrongPassphrase):
        real.login(Role.OWNER)
    office, owner = real.entry().login(owner.account, ANOTHER)
    office.leave(owner)


def test_words_that_nobody_was_shown_are_made_again(real: RealOffice) -> None:
    office, owner = real.login(Role.OWNER)
    with nothing_is_logged(), pytest.raises(WordsNotNoted) as told:
        office.keys.invite_login(owner, "事務室の二人目")
    require_told(told.value)
    assert office.keys.invite_login(owner, "事務室の二人目")
    assert last(office, owner, Action.LOGIN_INVITED) is not None
    office.leave(owner)


def test_an_office_name_that_cannot_be_put_back_is_told(real: RealOffice) -> None:
    office, owner = real.login(Role.OWNER)
    replace_file, written = folder.replace_file, []

    def once(path: Path, content: bytes) -> None:
        if path.name == folder.SLOTS_NAME:
            if written:
                raise DiskFull
            written.append(path)
        replace_file(path, content)

    with nothing_is_logged(), replaced(folder, "replace_file", once), pytest.raises(NameNotPutBack) as told:
        office.settings.change_facts(owner, replace(FACTS, name="改名空調"))
    what, safe, _todo = told.value.sentences(english)
    assert "The disk is full." in what
    assert "login window" in what
    assert "this change was not saved" not in safe
    assert (real.entry().office_name(), office.settings.facts().name) == ("改名空調", FACTS.name)
    office.settings.change_facts(owner, FACTS)
    office.leave(owner)
    assert real.entry().office_name() == FACTS.name


def test_what_was_saved_before_does_not_reach_the_key_file_again(real: RealOffice) -> None:
    """A seat that heard no answer saves the form again, as another attempt."""
    office, owner = real.login(Role.OWNER)
    with saving(SavedForm("invite", "", ("a" * 32,), "b" * 32), owner.account):
        office.accounts.invite(owner, "新人 六郎", {Role.DESK})
    people = len(office._workplace.vault.staff)
    with saving(SavedForm("invite", "", ("a" * 32,), "c" * 32), owner.account), pytest.raises(SavedBefore):
        office.accounts.invite(owner, "新人 六郎", {Role.DESK})
    assert len(office._workplace.vault.staff) == people
    office.leave(owner)


def test_what_the_database_could_not_remember_it_remembers_at_the_next_login(real: RealOffice) -> None:
    """So that the recovery sheet, which has no key store, opens no older key file either."""
    office, owner = real.login(Role.OWNER)
    names = (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME)
    before = {name: (real.home / name).read_bytes() for name in names}
    with replaced(vault_state, "write", full):
        rename(office, owner, real.accounts[ACCOUNTING])
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    office.leave(owner)
    for name, content in before.items():
        (real.home / name).write_bytes(content)
    with pytest.raises(SlotsRolledBack):
        real.entry().recover(real.code)


@pytest.fixture
def small(tmp_path: Path, secret_service: SecretService) -> Iterator[tuple[SmallDisk, RealOffice]]:
    """The office on a disk of a few megabytes."""
    try:
        with small_disk(tmp_path / "disk", 16) as disk:
            yield disk, copied_real_office(_staffed, disk.top / "office")
    except NotPermitted as reason:
        pytest.skip(str(reason))
    finally:
        secret_service.forget_all()


REPEATABLE: dict[str, Callable[[Office, Actor, str, int], object]] = {
    "rename": lambda office, owner, one, turn: office.accounts.rename(
        owner, one, f"経理 {turn}", shown=member(office, owner, one).name
    ),
    "reset": lambda office, owner, one, _turn: reset_passphrase(office, owner, one),
    "name of the office": lambda office, owner, _one, turn: office.settings.change_facts(
        owner, replace(FACTS, name=f"改名空調{turn}")
    ),
}


@pytest.mark.parametrize("what", REPEATABLE)
def test_however_little_room_is_left_nothing_untrue_is_said(
    small: tuple[SmallDisk, RealOffice], what: str
) -> None:
    disk, real = small
    one, met = real.accounts[ACCOUNTING], set()
    for turn in range(40):
        office, owner = real.login(Role.OWNER)
        before = (office._workplace.vault.staff, office._workplace.vault.office_name)
        disk.leave_free(turn * BLOCK)
        try:
            REPEATABLE[what](office, owner, one, turn)
            told = None
        except UserFacingError as error:
            told = error
        disk.make_room()
        vault = office._workplace.vault
        done = (vault.staff, vault.office_name) != before
        office.leave(owner)
        met.add(type(told).__name__)
        assert done == (told is None or isinstance(told, Unfinished)), (turn, told)
        if told is None:
            break
    assert {"DiskFull", "NoneType"} <= met
    assert len(met) > 2 or what == "name of the office", "never between key file and database"
