"""Enrolling another login between two real key stores, cut off at any moment."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.vault import errors, folder
from hvacdesk.vault.device.enrolment_errors import EnrolmentMissing
from hvacdesk.vault.keyfile.rotation import Plan
from hvacdesk.vault.office import DeviceKeyring, OpenVault, SealedOffice
from tests.helpers.killing import KILLED_STATUS
from tests.helpers.secret_service import SecretService, logged_in, second_login
from tests.helpers.vault_offices import OWNER_PASSPHRASE, MadeOffice


@pytest.fixture
def second(tmp_path: Path) -> Iterator[SecretService]:
    """The key store of another login."""
    with second_login(tmp_path / "second") as service:
        yield service


def unlocked(office: MadeOffice) -> OpenVault:
    found = SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock)
    return found.unlock(office.vault.slot_id, OWNER_PASSPHRASE)


def test_the_second_login_comes_in_and_goes_forward(office: MadeOffice, second: SecretService) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    with logged_in(second):
        with pytest.raises(errors.DeviceSecretMissing):
            unlocked(office)
        SealedOffice.enrol(office.home, DeviceKeyring(), words, office.clock.now)
        assert unlocked(office).epoch == 1
    office.vault.epochs.rotate()
    with logged_in(second):
        assert unlocked(office).epoch == 2
        assert DeviceKeyring().read(f"{office.vault.office_id}/1") is None
        assert DeviceKeyring().read(f"{office.vault.office_id}/2") is not None
    office.vault.epochs.rotate(
        Plan(withdrawing=next(login.login for login in office.vault.logins.listed() if not login.here))
    )
    with logged_in(second), pytest.raises(errors.DeviceSecretMissing):
        unlocked(office)


def test_a_locked_key_store_uses_nothing_up(office: MadeOffice, second: SecretService) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    second.start_locked()
    with logged_in(second), pytest.raises((errors.KeyringLocked, errors.KeyringMissing)):
        SealedOffice.enrol(office.home, DeviceKeyring(), words, office.clock.now)
    second.start_unlocked()
    with logged_in(second):
        SealedOffice.enrol(office.home, DeviceKeyring(), words, office.clock.now)
        assert unlocked(office).epoch == 1


KILLED = """
import sys
from pathlib import Path
from hvacdesk.vault import milestones
from hvacdesk.vault.keyfile.rotation import Plan
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.killing import end_at_once
from tests.helpers.vault_offices import Clock, cheap_passphrases
def reached(name):
    if name == sys.argv[3]:
        end_at_once()
milestones.reached = reached
with cheap_passphrases():
    SealedOffice.enrol(Path(sys.argv[1]), DeviceKeyring(), sys.argv[2], Clock().now)
"""


@pytest.mark.parametrize(
    "moment", ["enrolment.remembered", "enrolment.secret", "slots.office.keys", "enrolment.listed"]
)
def test_a_kill_leaves_an_invitation_that_holds_or_a_login_that_works(
    office: MadeOffice, second: SecretService, moment: str
) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    command = [sys.executable, "-c", KILLED, str(office.home), words, moment]
    with logged_in(second):
        ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert ended.returncode == KILLED_STATUS, ended.stderr
        second.revive()
        if moment == "enrolment.remembered":
            with pytest.raises(errors.DeviceSecretMissing):
                unlocked(office)
            SealedOffice.enrol(office.home, DeviceKeyring(), words, office.clock.now)
        assert unlocked(office).epoch == 1
    names = sorted((login.name, login.epoch) for login in unlocked(office).logins.listed())
    assert names == [("", 1), ("受付", 1)]
    assert not (office.home / folder.ENROLMENT_NAME).exists(), "used once"
    with logged_in(second), pytest.raises(EnrolmentMissing):
        SealedOffice.enrol(office.home, DeviceKeyring(), words, office.clock.now)


FOLLOWING = """
import sys
from pathlib import Path
from hvacdesk.vault import milestones
from hvacdesk.vault.keyfile.rotation import Plan
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.killing import end_at_once
from tests.helpers.vault_offices import Clock, cheap_passphrases
def reached(name):
    if name == sys.argv[2]:
        end_at_once()
milestones.reached = reached
with cheap_passphrases():
    SealedOffice.find(Path(sys.argv[1]), DeviceKeyring(), clock=Clock())
"""


@pytest.mark.parametrize("moment", ["login.secret", "slots.office.keys", "login.listed", "login.forgotten"])
def test_a_kill_on_the_way_forward_loses_nothing(
    office: MadeOffice, second: SecretService, moment: str
) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    with logged_in(second):
        SealedOffice.enrol(office.home, DeviceKeyring(), words, office.clock.now)
    office.vault.epochs.rotate()
    office.vault.epochs.discard_former()
    with logged_in(second):
        command = [sys.executable, "-c", FOLLOWING, str(office.home), moment]
        ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert ended.returncode == KILLED_STATUS, ended.stderr
        second.revive()
        vault = unlocked(office)
        assert vault.epoch == 2
        assert sorted((login.name, login.epoch) for login in vault.logins.listed()) == [("", 2), ("受付", 2)]
        assert vault._session.read().file.handovers == ()
        assert DeviceKeyring().read(f"{office.vault.office_id}/1") is None, "the former secret is gone"
