"""A desktop whose default keyring is gone, or is the one that GNOME keeps in memory until logoff."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hvacdesk.domain.office.self_check import Part, Verdict
from hvacdesk.domain.text.wording import english
from hvacdesk.services.office import self_check
from hvacdesk.vault import errors
from hvacdesk.vault.device.desktop_keyrings import SESSION
from hvacdesk.vault.device.keyring_store import SHARED_SERVICE, DeviceKeyring, prove, service_of
from tests.helpers.secret_service import MASTER_PASSWORD, SecretService
from tests.helpers.two_keyrings import FIRST, Desktop
from tests.helpers.vault_offices import make_office

ACCOUNT, SECRET, OWN = "office/1", bytes(range(32)), service_of("office/1")


def logged_off_and_on(desktop: Desktop) -> None:
    desktop.service.stop_daemon()
    desktop.service.start_unlocked()
    desktop.unlock_second()


def only_until_logoff(service: SecretService) -> None:
    """The login's keyring was removed, and what is left was made the default one."""
    service.make_default(SESSION)
    service.remove_keyring(FIRST)


def held_until_logoff() -> list[str]:
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        items = secretstorage.Collection(connection, SESSION).get_all_items()
        return [item.get_attributes()["username"] for item in items]


def test_a_secret_survives_the_logoff_whatever_keyring_is_the_default(desktop: Desktop) -> None:
    desktop.service.make_default(SESSION)
    DeviceKeyring().write(ACCOUNT, SECRET)
    assert desktop.holders(ACCOUNT) == {FIRST}
    logged_off_and_on(desktop)
    assert DeviceKeyring().read(ACCOUNT) == SECRET


@pytest.mark.parametrize("service_name", [OWN, SHARED_SERVICE])
@pytest.mark.parametrize("default", [SESSION, FIRST])
def test_a_secret_that_would_be_gone_at_logoff_is_brought_away_when_it_is_read(
    desktop: Desktop, service_name: str, default: str
) -> None:
    desktop.service.make_default(default)
    desktop.put(SESSION, service_name, ACCOUNT, SECRET)
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    assert desktop.holders(ACCOUNT) == {FIRST}
    logged_off_and_on(desktop)
    assert DeviceKeyring().read(ACCOUNT) == SECRET


def test_a_secret_that_would_be_gone_at_logoff_is_brought_away_when_it_is_changed(desktop: Desktop) -> None:
    desktop.service.make_default(SESSION)
    desktop.put(SESSION, OWN, ACCOUNT, SECRET)
    desktop.put(desktop.second, OWN, ACCOUNT, b"former")
    DeviceKeyring().write(ACCOUNT, b"changed")
    assert desktop.holders(ACCOUNT) == {desktop.second}
    assert DeviceKeyring().read(ACCOUNT) == b"changed"


def test_a_secret_that_would_be_gone_at_logoff_is_removed_like_any_other(desktop: Desktop) -> None:
    desktop.service.make_default(SESSION)
    desktop.put(SESSION, OWN, ACCOUNT, SECRET)
    desktop.put(FIRST, OWN, ACCOUNT, SECRET)
    DeviceKeyring().delete(ACCOUNT)
    assert desktop.entries() == {}


def test_a_secret_that_cannot_be_brought_away_yet_can_be_read(desktop: Desktop) -> None:
    desktop.put(SESSION, OWN, ACCOUNT, SECRET)
    desktop.put(FIRST, OWN, "another", SECRET)
    desktop.service.make_default(SESSION)
    desktop.service.remove_keyring(desktop.second)
    desktop.service.lock_keyring(FIRST)
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    with pytest.raises(errors.KeyringLocked):
        DeviceKeyring().write(ACCOUNT, b"changed")
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    desktop.service.unlock_keyring(FIRST, MASTER_PASSWORD)
    DeviceKeyring().write(ACCOUNT, b"changed")
    assert held_until_logoff() == []
    assert DeviceKeyring().read(ACCOUNT) == b"changed"


def test_where_nothing_stays_no_secret_is_kept(service: SecretService) -> None:
    only_until_logoff(service)
    assert DeviceKeyring().read(ACCOUNT) is None
    for change in (lambda: DeviceKeyring().write(ACCOUNT, SECRET), lambda: prove(DeviceKeyring())):
        with pytest.raises(errors.KeyringUntilLogoff):
            change()
    assert held_until_logoff() == []


def test_where_nothing_stays_a_secret_can_be_read_and_removed(
    desktop: Desktop, service: SecretService
) -> None:
    for name, account in ((OWN, ACCOUNT), (SHARED_SERVICE, "another")):
        desktop.put(SESSION, name, account, SECRET)
    service.remove_keyring(desktop.second)
    only_until_logoff(service)
    for account in (ACCOUNT, "another"):
        assert DeviceKeyring().read(account) == SECRET
        with pytest.raises(errors.KeyringUntilLogoff):
            DeviceKeyring().write(account, b"changed")
        assert DeviceKeyring().read(account) == SECRET
        DeviceKeyring().delete(account)
    assert held_until_logoff() == []


def test_where_nothing_stays_no_office_is_made_and_the_self_check_says_so(
    service: SecretService, tmp_path: Path
) -> None:
    only_until_logoff(service)
    with pytest.raises(errors.KeyringUntilLogoff):
        make_office(tmp_path / "office", DeviceKeyring())
    found = self_check.run(tmp_path, lambda: datetime.now(UTC), english, lambda: ())
    of_store = {finding.part: finding for finding in found}[Part.KEY_STORE]
    assert of_store.verdict is Verdict.BAD
    assert errors.KeyringUntilLogoff().sentences(english)[2] in of_store.sentence(english)


def test_without_a_default_keyring_the_others_are_asked(desktop: Desktop) -> None:
    DeviceKeyring().write(ACCOUNT, SECRET)
    desktop.service.make_default(desktop.second)
    desktop.service.remove_keyring(desktop.second)
    assert DeviceKeyring().read(ACCOUNT) == SECRET
    assert DeviceKeyring().read("office/2") is None
    DeviceKeyring().write(ACCOUNT, b"changed")
    DeviceKeyring().write("office/2", SECRET)
    assert DeviceKeyring().read(ACCOUNT) == b"changed"
    assert DeviceKeyring().read("office/2") == SECRET
    DeviceKeyring().delete(ACCOUNT)
    assert DeviceKeyring().read(ACCOUNT) is None


def test_without_a_default_keyring_a_locked_one_is_never_called_empty(
    desktop: Desktop, service: SecretService
) -> None:
    DeviceKeyring().write(ACCOUNT, SECRET)
    service.make_default(desktop.second)
    service.remove_keyring(desktop.second)
    service.lock_keyring(FIRST)
    with pytest.raises(errors.KeyringLocked):
        DeviceKeyring().read(ACCOUNT)
