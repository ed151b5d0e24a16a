"""A spoiled note of an interrupted restore: the office opens, and nothing of the former one goes."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from hvacdesk.vault import folder
from hvacdesk.vault.backup import quarantine
from hvacdesk.vault.backup.quarantine import Begun
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.keyfile.sealing import device_account
from tests.helpers import key_snapshot
from tests.helpers.vault_offices import MemorySecrets
from tests.integration.faults.children import Children
from tests.integration.faults.place import FaultyPlace, with_a_disposal
from tests.integration.faults.seen import Seen, look, look_from_outside
from tests.integration.faults.spoiling import put_folder, spoiled
from tests.integration.faults.task import Fault
from tests.integration.faults.telling import Tell

BEFORE_THE_COMMIT = "milestone rotation.secret #1"
AFTER_THE_COMMIT = "milestone rotation.committed #1"
FOREIGN = Begun("f" * 32, 2, "")


@dataclass
class Cut:
    """The office as a killed restore left it.

    Attributes:
        home: a copy of its folder.
        secrets: what the key store held then.
        former: what the office held before.
    """

    place: FaultyPlace
    home: Path
    secrets: dict[key_snapshot.Place, bytes]
    former: Seen

    @property
    def note(self) -> bytes:
        """The restore's note."""
        return (self.home / quarantine.NOTE_NAME).read_bytes()

    def put_back(self) -> Path:
        """Everything as the kill left it; returns the note's path."""
        shutil.rmtree(self.place.home)
        shutil.copytree(self.home, self.place.home)
        key_snapshot.put_back(self.secrets)
        self.place.clock.pass_time(minutes=1)
        return self.place.home / quarantine.NOTE_NAME

    def require_whole(self, *, restored: bool) -> None:
        """Come in, take a backup, which ends former epochs, and find the former office whole."""
        office, owner = self.place.open()
        seen = look(office, owner)
        assert (seen.epoch > self.former.epoch) == restored
        assert restored or seen.since(self.former) == {}
        (outcome,) = office.backups.run(owner)
        assert outcome.backup is not None, outcome.failure
        office.leave(owner)
        if restored:
            (kept,) = folder.set_aside(self.place.home)
            _, former = look_from_outside(kept, self.place.account, self.place.passphrase)
            assert (former.epoch, former.since(self.former)) == (self.former.epoch, {})


def cut_at(step: str, destroyed: FaultyPlace, forking: Children, copies: Path) -> Cut:
    """Kill a restore, and keep what that left."""
    destroyed.put_back()
    outcome = forking.run(destroyed.task("restore"), Fault("kill", step))
    assert outcome.killed, outcome
    shutil.copytree(destroyed.home, copies)
    return Cut(destroyed, copies, key_snapshot.taken(), destroyed.filled)


@pytest.fixture(scope="module")
def destroyed(filled: FaultyPlace) -> FaultyPlace:
    filled.put_back()
    return with_a_disposal(filled)


@pytest.fixture(scope="module", params=[BEFORE_THE_COMMIT, AFTER_THE_COMMIT])
def cut(
    request: pytest.FixtureRequest,
    destroyed: FaultyPlace,
    forking: Children,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Cut, bool]:
    copies = tmp_path_factory.mktemp("cut") / "office"
    return cut_at(request.param, destroyed, forking, copies), request.param == AFTER_THE_COMMIT


def test_a_spoiled_note_loses_nothing(cut: tuple[Cut, bool], tell: Tell) -> None:
    left, restored = cut
    for kind, content in spoiled(left.note, FOREIGN.note(), f"note {restored}", 6):
        left.put_back().write_bytes(content)
        left.require_whole(restored=restored)
        tell(f"spoiled notes of a restore: {kind}")


def test_a_folder_in_its_place_or_no_note(cut: tuple[Cut, bool]) -> None:
    left, restored = cut
    put_folder(left.put_back())
    left.require_whole(restored=restored)
    left.put_back()
    left.require_whole(restored=restored)
    assert not (left.place.home / quarantine.NOTE_NAME).exists()


def test_a_note_that_strayed_into_a_folder_takes_no_other_offices_secret(tmp_path: Path) -> None:
    """As where somebody copied an office's files by hand: the secret is that of the office elsewhere."""
    secrets = MemorySecrets(kept={device_account(FOREIGN.office, FOREIGN.epoch): b"secret"})
    (tmp_path / quarantine.NOTE_NAME).write_bytes(FOREIGN.note())
    quarantine.finish(tmp_path, secrets)
    assert secrets.kept
    assert not quarantine.is_begun(tmp_path)


def test_the_secrets_of_a_restore_that_is_given_up_go(destroyed: FaultyPlace, forking: Children) -> None:
    destroyed.put_back()
    assert forking.run(destroyed.task("restore"), Fault("kill", BEFORE_THE_COMMIT)).killed
    office_id = next(account for _service, account in destroyed.secrets).partition("/")[0]
    following = device_account(office_id, destroyed.filled.epoch + 1)
    assert DeviceKeyring().read(following) is not None
    destroyed.look()
    assert DeviceKeyring().read(following) is None
