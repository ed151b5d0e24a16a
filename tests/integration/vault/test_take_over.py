"""After a recovery: an owner gets a passphrase anew and this computer a device secret, in one step."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors, folder
from hvacdesk.vault.keyfile.passphrase import PassphraseRefused
from hvacdesk.vault.keyfile.rotation import PaymentColumn
from hvacdesk.vault.office import DeviceKeyring, OpenVault, SealedOffice
from tests.helpers.killing import KILLED_STATUS
from tests.helpers.secret_service import SecretService, private_bus
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE, MadeOffice, must_choose

CHOSEN = "kono-pasokon-no-aikotoba"
DESK = frozenset({Role.DESK})
PAYMENT = PaymentColumn("payment_terms", "account", "id")


@pytest.fixture
def staffed(office: MadeOffice) -> tuple[MadeOffice, str]:
    """An office with a sealed payment field and a second person, whose slot is returned."""
    connection = office.vault.connect()
    with connection:
        connection.execute("CREATE TABLE payment_terms (id INTEGER PRIMARY KEY, account BLOB)")
        sealed = office.vault.seal_payment("payment_terms", "account", 1, "口座")
        connection.execute("INSERT INTO payment_terms VALUES (1, ?)", (sealed,))
    connection.close()
    return office, office.vault.slots.add("鈴木", DESK, ONE_TIME).slot_id


def unlocked(office: MadeOffice, slot_id: str, passphrase: str) -> OpenVault:
    return SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock).unlock(slot_id, passphrase)


def account(vault: OpenVault) -> str:
    connection = vault.connect()
    try:
        (sealed,) = connection.execute("SELECT account FROM payment_terms").fetchone()
    finally:
        connection.close()
    return vault.open_payment("payment_terms", "account", 1, sealed)


def forget_everything(office: MadeOffice, *slots: str) -> None:
    """What moving to a new computer does to the key store."""
    office_id = office.vault.office_id
    for name in ("1", "revision", *(f"{slot}/tries" for slot in (office.vault.slot_id, *slots))):
        DeviceKeyring().delete(f"{office_id}/{name}")


def take_over(office: MadeOffice, slot_id: str = "", passphrase: str = CHOSEN) -> OpenVault:
    vault = SealedOffice.recover(office.home, office.code)
    vault.epochs.take_over(
        slot_id or office.vault.slot_id,
        passphrase,
        secrets=DeviceKeyring(),
        payment=[PAYMENT],
        clock=office.clock,
    )
    return vault


def test_on_a_new_computer_the_owner_and_everybody_else_can_log_in_at_once(
    staffed: tuple[MadeOffice, str],
) -> None:
    office, desk = staffed
    forget_everything(office, desk)
    with pytest.raises(errors.DeviceSecretMissing):
        SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock)
    former = office.vault._session.keys
    vault = take_over(office)
    assert vault.epoch == 2
    assert account(vault) == "口座"
    owner = unlocked(office, office.vault.slot_id, CHOSEN)
    assert (owner.name, must_choose(owner), account(owner)) == ("田中 花子", False, "口座")
    assert (owner._session.keys.database, owner._session.keys.payment) != (former.database, former.payment)
    assert owner._session.keys.payment != former.payment
    owner.slots.rename(desk, "佐藤")
    assert unlocked(office, desk, ONE_TIME).name == "佐藤"
    with pytest.raises(errors.WrongPassphrase):
        unlocked(office, office.vault.slot_id, OWNER_PASSPHRASE)
    vault.epochs.discard_former()
    assert SealedOffice.recover(office.home, office.code).epoch == 2


def test_tries_that_failed_before_do_not_hold_the_owner_up_but_others(
    staffed: tuple[MadeOffice, str],
) -> None:
    office, desk = staffed
    for slot in (office.vault.slot_id, desk):
        for _ in range(3):
            with pytest.raises(errors.WrongPassphrase):
                unlocked(office, slot, "chigau-aikotoba-desu")
    take_over(office)
    unlocked(office, office.vault.slot_id, CHOSEN).connect().close()
    with pytest.raises(errors.TooManyTries):
        unlocked(office, desk, ONE_TIME)


def test_only_a_recovery_gives_only_an_owner_a_passphrase_that_is_good_enough(
    staffed: tuple[MadeOffice, str],
) -> None:
    office, desk = staffed
    with pytest.raises(ValueError, match="a recovery"):
        take_over(office, desk)
    with pytest.raises(errors.SlotGone):
        take_over(office, "f" * 32)
    with pytest.raises(PassphraseRefused):
        take_over(office, passphrase="short")
    with pytest.raises(ValueError, match="a recovery"):
        office.vault.epochs.take_over(office.vault.slot_id, CHOSEN, secrets=DeviceKeyring(), payment=None)
    assert (office.vault.epoch, list(folder.databases(office.home))) == (1, [1])
    assert unlocked(office, office.vault.slot_id, OWNER_PASSPHRASE).epoch == 1


def test_a_key_store_that_cannot_be_used_leaves_the_office_as_it_was(
    staffed: tuple[MadeOffice, str], tmp_path: Path
) -> None:
    office, _ = staffed
    before = (office.home / folder.SLOTS_NAME).read_bytes()
    vault = SealedOffice.recover(office.home, office.code)
    with private_bus(tmp_path / "keyring") as locked:
        locked.start_locked()
        with pytest.raises((errors.KeyringLocked, errors.KeyringMissing)):
            vault.epochs.take_over(office.vault.slot_id, CHOSEN, secrets=DeviceKeyring(), payment=None)
    assert (office.home / folder.SLOTS_NAME).read_bytes() == before
    assert list(folder.databases(office.home)) == [1]
    vault.connect().close()


KILLED = """
import sys
from pathlib import Path
from hvacdesk.vault import milestones
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.killing import end_at_once
from tests.helpers.vault_offices import Clock, cheap_passphrases
from tests.integration.vault.test_take_over import CHOSEN, PAYMENT
def reached(name):
    if name == sys.argv[4]:
        end_at_once()
milestones.reached = reached
with cheap_passphrases():
    vault = SealedOffice.recover(Path(sys.argv[1]), sys.argv[2])
    vault.epochs.take_over(sys.argv[3], CHOSEN, secrets=DeviceKeyring(), payment=[PAYMENT], clock=Clock())
"""
MOMENTS = {
    "rotation.exported": 1,
    "rotation.compared": 1,
    "rotation.resealed": 1,
    "rotation.checked": 1,
    "rotation.secret": 1,
    "slots.office.keys": 2,
    "slots.office.keys.copy": 2,
    "rotation.committed": 2,
    "rotation.remembered": 2,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_kill_at_any_moment_leaves_nothing_half_done(
    staffed: tuple[MadeOffice, str], secret_service: SecretService, moment: str
) -> None:
    office, desk = staffed
    forget_everything(office, desk)
    command = [sys.executable, "-c", KILLED, str(office.home), office.code, office.vault.slot_id, moment]
    process = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert process.returncode == KILLED_STATUS, process.stderr
    secret_service.revive()
    if MOMENTS[moment] == 1:
        with pytest.raises(errors.DeviceSecretMissing):
            SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock)
        take_over(office)
    owner = unlocked(office, office.vault.slot_id, CHOSEN)
    assert account(owner) == "口座"
    assert account(SealedOffice.recover(office.home, office.code)) == "口座"
    unlocked(office, desk, ONE_TIME).connect().close()
    owner.epochs.rotate()
    assert unlocked(office, office.vault.slot_id, CHOSEN).epoch == owner.epoch
