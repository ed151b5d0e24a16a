"""A key store that takes no more once a change is in force: it is done, and remembered at the next login."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.open_office import Office
from hvacdesk.vault import errors, folder, milestones
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from tests.helpers.one_time import reset as reset_passphrase
from tests.helpers.real_office import NAMES, RealOffice, as_inspector, passphrase_of
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.integration.accounts.test_accounts import ANOTHER, member

OWNER, ACCOUNTING = NAMES[Role.OWNER], NAMES[Role.ACCOUNTING]
FILES = (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME)

Change = Callable[[Office, Actor, str], object]


@contextmanager
def read_only() -> Iterator[None]:
    """Within the block the key store can be read, and takes no changes."""

    def refuse(*_: object) -> None:
        raise errors.KeyringReadOnly

    with replaced(DeviceKeyring, "_change", refuse):
        yield


@contextmanager
def locked_at(service: SecretService, milestone: str) -> Iterator[None]:
    """Let the key store be locked from a milestone on, and open again after the block."""
    met = []

    def reached(name: str) -> None:
        if name == milestone and not met:
            met.append(name)
            service.start_locked()

    try:
        with replaced(milestones, "reached", reached):
            yield
    finally:
        service.start_unlocked()
    assert met, "never reached"


def kept_key_file(home: Path) -> Callable[[], None]:
    """The key file as it is now; what is returned puts it back."""
    kept = {name: (home / name).read_bytes() for name in FILES}

    def put_back() -> None:
        for name, content in kept.items():
            (home / name).write_bytes(content)

    return put_back


def require_remembered(real: RealOffice, put_back: Callable[[], None]) -> None:
    """The key file of before is refused from the next login on."""
    put_back()
    with pytest.raises(errors.SlotsRolledBack):
        real.entry()


WITHOUT_NEW_KEYS: dict[str, Change] = {
    "roles": lambda office, owner, one: office.accounts.change_roles(
        owner, one, {Role.ACCOUNTING, Role.DESK}, shown=member(office, owner, one).roles
    ),
    "rename": lambda office, owner, one: office.accounts.rename(owner, one, "経理 改名", shown=ACCOUNTING),
}


@pytest.mark.parametrize("what", WITHOUT_NEW_KEYS)
def test_what_a_read_only_key_store_cannot_remember_is_done(real: RealOffice, what: str) -> None:
    one = real.accounts[ACCOUNTING]
    office, owner = real.login(Role.OWNER)
    put_back, before = kept_key_file(real.home), member(office, owner, one)
    with read_only():
        WITHOUT_NEW_KEYS[what](office, owner, one)
        assert member(office, owner, one) != before
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert member(office, owner, one) != before
    assert office.audit.verify(as_inspector(owner)).intact
    office.leave(owner)
    require_remembered(real, put_back)


def test_what_is_refused_before_it_is_in_force_changes_nothing(real: RealOffice) -> None:
    """The count of tries of an invited person comes first: without it they would have to wait."""
    one = real.accounts[ACCOUNTING]
    office, owner = real.login(Role.OWNER)
    with read_only(), pytest.raises(errors.KeyringReadOnly):
        reset_passphrase(office, owner, one)
    assert not member(office, owner, one).invited
    office.leave(owner)


COMMITTING = ("slots.office.keys", "slots.office.keys.copy")
ROTATING = ("rotation.secret", *COMMITTING, "rotation.committed", "rotation.remembered")


@pytest.mark.parametrize("milestone", COMMITTING)
def test_a_passphrase_is_changed_although_the_key_store_locks(
    real: RealOffice, secret_service: SecretService, milestone: str
) -> None:
    office, owner = real.login(Role.OWNER)
    put_back = kept_key_file(real.home)
    with locked_at(secret_service, milestone):
        office.accounts.change_own_passphrase(owner, passphrase_of(OWNER), ANOTHER)
    office.leave(owner)
    with pytest.raises(errors.WrongPassphrase):
        real.login(Role.OWNER)
    again, actor = real.entry().login(owner.account, ANOTHER)
    again.leave(actor)
    require_remembered(real, put_back)


@pytest.mark.parametrize("milestone", ROTATING)
def test_a_leaver_is_shut_out_although_the_key_store_locks(
    real: RealOffice, secret_service: SecretService, milestone: str
) -> None:
    one = real.accounts[ACCOUNTING]
    office, owner = real.login(Role.OWNER)
    put_back = kept_key_file(real.home)
    with locked_at(secret_service, milestone):
        office.accounts.remove(owner, one)
        assert office._workplace.vault.epoch == 2
        assert office.customers.search(owner, "").rows, "the session goes on"
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert not member(office, owner, one).active
    assert office.keys.standing(owner).former_epochs == (1,)
    assert office.audit.verify(as_inspector(owner)).intact
    office.leave(owner)
    require_remembered(real, put_back)
