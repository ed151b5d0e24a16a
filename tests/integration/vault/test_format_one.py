"""Key files of the first release: they open, are written anew at the next change, and are then protected."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.vault import errors, folder
from hvacdesk.vault.keyfile import slots, vault_state
from hvacdesk.vault.office import DeviceKeyring, OpenVault, SealedOffice
from tests.helpers import format_fixtures
from tests.helpers.format_fixtures import WrittenOffice

pytestmark = pytest.mark.usefixtures("secret_service")


@pytest.fixture(params=format_fixtures.PLACES.values(), ids=format_fixtures.PLACES)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> WrittenOffice:
    return format_fixtures.unpacked("office_v1", tmp_path, request.param)


def unlocked(written: WrittenOffice, role: str) -> OpenVault:
    account = next(one for one in written.told["accounts"] if one["roles"] == [role])
    return SealedOffice.find(written.home, DeviceKeyring()).unlock(account["account"], account["passphrase"])


def formats(written: WrittenOffice) -> set[bytes]:
    return {(written.home / name).read_bytes()[:16] for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME)}


def remembered(vault: OpenVault) -> vault_state.VaultState:
    connection = vault.connect()
    try:
        return vault_state.read(connection)
    finally:
        connection.close()


def test_opening_changes_nothing_and_the_first_change_writes_the_present_format(
    written: WrittenOffice,
) -> None:
    vault = unlocked(written, "owner")
    assert formats(written) == {b"hvacdesk-keys 1 "}
    assert vault._session.book.read().roster.commitments is None
    assert remembered(vault).counter == 0
    vault.slots.rename(vault.slot_id, "責任 花子")
    assert formats(written) == {b"hvacdesk-keys 2 "}
    again = unlocked(written, "owner")
    roster = again._session.book.read().roster
    assert roster.commitments is not None
    assert (again.name, remembered(again).counter) == ("責任 花子", roster.counter)
    assert SealedOffice.recover(written.home, written.told["recovery_code"]).holds_payment_key


def test_a_change_by_somebody_else_leaves_the_roster_as_it_was_signed(written: WrittenOffice) -> None:
    account = next(one for one in written.told["accounts"] if one["roles"] == ["accounting"])
    vault = unlocked(written, "accounting")
    vault.slots.change_passphrase(account["passphrase"], "atarashii-aikotoba-desu")
    assert formats(written) == {b"hvacdesk-keys 2 "}
    assert vault._session.book.read().roster.commitments is None
    found = SealedOffice.find(written.home, DeviceKeyring())
    assert found.unlock(account["account"], "atarashii-aikotoba-desu").holds_payment_key


def test_a_rotation_brings_everybody_along(written: WrittenOffice) -> None:
    vault = unlocked(written, "owner")
    vault.epochs.rotate()
    assert formats(written) == {b"hvacdesk-keys 2 "}
    assert vault._session.book.read().roster.commitments is not None
    assert remembered(vault).counter == vault._session.book.read().roster.counter
    for role in ("owner", "accounting", "desk"):
        assert unlocked(written, role).epoch == vault.epoch


def test_a_file_whose_format_was_relabelled_opens_no_more(written: WrittenOffice) -> None:
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        path = written.home / name
        path.write_bytes(path.read_bytes().replace(b"hvacdesk-keys 1", b"hvacdesk-keys 2", 1))
    assert slots.read_copies(written.home)[0].header.format == 2
    with pytest.raises(errors.DeviceSecretWrong):
        SealedOffice.find(written.home, DeviceKeyring())
