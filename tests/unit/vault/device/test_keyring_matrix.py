"""Each permitted kind of key store in each state: its own error, its own message, its own way out."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.errors import InitError

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import english
from hvacdesk.services.entry.ways_out import WayOut, blocks_the_way, ways_out
from hvacdesk.vault import errors, folder
from hvacdesk.vault.device.keyring_store import SHARED_SERVICE, DeviceKeyring, service_of
from hvacdesk.vault.office import SealedOffice
from tests.helpers.key_stores import KINDS, KWALLET, PROMPT_DISMISSED, SECRET_SERVICE, store_of
from tests.helpers.vault_offices import make_office

STATES: dict[str, type[UserFacingError]] = {
    "locked": errors.KeyringLocked,
    "missing": errors.KeyringMissing,
    "read-only": errors.KeyringReadOnly,
}


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest) -> Any:
    return store_of(request.param)


def test_a_store_of_each_kind_keeps_and_removes(store: Any) -> None:
    door = DeviceKeyring(store)
    door.write("office/1", b"secret")
    assert door.read("office/1") == b"secret"
    door.delete("office/1")
    assert door.read("office/1") is None
    assert door.backend_name in KINDS


@pytest.mark.parametrize("useless", ["", "!!! not ours"])
def test_an_entry_that_holds_no_secret_does_not_replace_that_of_an_earlier_version(
    store: Any, useless: str
) -> None:
    store.set_password(service_of("office/1"), "office/1", useless)
    store.set_password(SHARED_SERVICE, "office/1", base64.b64encode(b"secret").decode("ascii"))
    assert DeviceKeyring(store).read("office/1") == b"secret"
    assert DeviceKeyring(store).read("office/1") == b"secret", "it was not lost by moving it over"


@pytest.mark.parametrize("state", STATES)
def test_a_refused_change_is_told_apart(store: Any, state: str) -> None:
    door = DeviceKeyring(store)
    door.write("office/1", b"secret")
    kept = dict(store.kept)
    store.state = state
    for change in (lambda: door.write("office/1", b"other"), lambda: door.delete("office/1")):
        with pytest.raises(STATES[state]):
            change()
    assert store.kept == kept


@pytest.mark.parametrize("state", ["locked", "missing"])
def test_what_cannot_be_asked_never_reads_as_empty(store: Any, state: str) -> None:
    store.state = state
    with pytest.raises(STATES[state]):
        DeviceKeyring(store).read("office/1")


def test_a_store_that_can_only_be_read_is_still_read(store: Any) -> None:
    door = DeviceKeyring(store)
    door.write("office/1", b"secret")
    store.state = "read-only"
    assert door.read("office/1") == b"secret"


def test_a_store_that_takes_a_secret_and_keeps_none_is_noticed(store: Any) -> None:
    store.state = "lying"
    with pytest.raises(errors.KeyringKeepsNothing):
        DeviceKeyring(store).write("office/1", b"secret")


def test_a_store_that_removes_nothing_is_noticed(store: Any) -> None:
    door = DeviceKeyring(store)
    door.write("office/1", b"secret")
    store.state = "lying"
    with pytest.raises(errors.KeyringKeepsSecret):
        door.delete("office/1")


def test_an_emptied_store_opens_nothing_and_gets_no_new_secret(store: Any, tmp_path: Path) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring(store))
    store.kept.clear()
    with pytest.raises(errors.DeviceSecretMissing):
        SealedOffice.find(made.home, DeviceKeyring(store))
    assert store.kept == {}


def test_the_kind_is_recorded_and_another_one_is_told(store: Any, tmp_path: Path) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring(store))
    name = DeviceKeyring(store).backend_name
    assert name.encode() in (made.home / folder.SLOTS_NAME).read_bytes()
    other = store_of(SECRET_SERVICE if name == KWALLET else KWALLET)
    with pytest.raises(errors.KeyringChanged) as told:
        SealedOffice.find(made.home, DeviceKeyring(other))
    assert told.value.details == {"recorded": name, "found": DeviceKeyring(other).backend_name}


@pytest.mark.parametrize("state", STATES)
def test_no_state_makes_half_an_office(store: Any, tmp_path: Path, state: str) -> None:
    store.state = state
    with pytest.raises(STATES[state]):
        make_office(tmp_path / "office", DeviceKeyring(store))
    assert not SealedOffice.exists(tmp_path / "office")
    assert store.kept == {}


@pytest.mark.parametrize("backend", [keyring.backends.null.Keyring, keyring.backends.fail.Keyring])
def test_what_protects_nothing_is_refused(backend: Any) -> None:
    with pytest.raises(errors.KeyringRefused):
        DeviceKeyring(backend())


def test_a_subclass_of_a_permitted_store_is_refused() -> None:
    class Keyring(type(store_of(SECRET_SERVICE))):  # type: ignore[misc]
        """The permitted one, changed by somebody."""

    with pytest.raises(errors.KeyringRefused):
        DeviceKeyring(Keyring())


def test_a_dismissed_question_of_a_new_store_reads_as_locked() -> None:
    """gnome-keyring asks for a first password while there is no collection yet; somebody pressed cancel."""
    store = store_of(SECRET_SERVICE)

    def dismissed(*_arguments: object) -> str:
        raise InitError("Failed to create the collection") from PROMPT_DISMISSED("Prompt dismissed.")

    store.get_password = dismissed
    with pytest.raises(errors.KeyringLocked):
        DeviceKeyring(store).read("office/1")


ALL_STATES = (
    errors.KeyringChanged,
    errors.KeyringLocked,
    errors.KeyringPartLocked,
    errors.KeyringMissing,
    errors.DeviceSecretMissing,
    errors.KeyringReadOnly,
    errors.KeyringForbidden,
    errors.KeyringBusy,
    errors.LockUnusable,
    errors.KeyringConfigurationWrong,
    errors.KeyringKeepsNothing,
    errors.KeyringKeepsSecret,
    errors.KeyringUntilLogoff,
    errors.KeyringRefused,
)


def test_each_state_says_something_else() -> None:
    assert len({english(kind.what) for kind in ALL_STATES}) == len(ALL_STATES)


@pytest.mark.parametrize("kind", ALL_STATES, ids=lambda kind: kind.__name__)
def test_each_state_can_be_tried_again_and_gone_round_with_the_sheet(kind: type[UserFacingError]) -> None:
    error = kind.__new__(kind)
    assert blocks_the_way(error)
    assert {WayOut.RETRY, WayOut.SHEET} <= set(ways_out(error))
