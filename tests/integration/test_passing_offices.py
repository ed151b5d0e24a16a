"""What a killed demo leaves is removed by the next one: its files, and its secrets in the key store."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from hvacdesk.demo import passing
from hvacdesk.demo.clock import HistoryClock
from hvacdesk.demo.history import FACTS, FOUNDED
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from tests.helpers.desk_office import device_account_of, set_up_office
from tests.helpers.ground import MovableClock
from tests.helpers.secret_service import SecretService


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def sample_office(home: Path) -> str:
    """A sample office; returns the account of its secret."""
    entry = OfficeEntry(home, MovableClock())
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    office, owner = draft.create(FACTS, "伊藤 誠", "sample office owner one")
    office.leave(owner)
    return device_account_of(home)


def killed(tmp_path: Path, name: str = f"{passing.PREFIX}killed") -> Path:
    """The place of a demo that was killed: made as it makes it, and not locked any more."""
    place = tmp_path / name
    place.mkdir(mode=0o700)
    guard = OfficeEntry(place, HistoryClock(FOUNDED))
    guard.acquire()
    guard.release()
    (place / passing.LOCK_FILE).touch()  # Windows' goes with its program
    return place


def test_the_next_demo_removes_what_a_killed_one_left(tmp_path: Path, secret_service: SecretService) -> None:
    place = killed(tmp_path)
    account = sample_office(place / "office")
    assert DeviceKeyring().read(account) is not None
    with passing.passing_home() as home:
        assert not place.exists()
        assert home.parent.exists()
        assert DeviceKeyring().read(account) is None
        own = sample_office(home)
    assert list(tmp_path.iterdir()) == []
    assert DeviceKeyring().read(own) is None


def test_a_demo_that_still_goes_on_is_left_alone(tmp_path: Path, secret_service: SecretService) -> None:
    with passing.passing_home() as home:
        account = sample_office(home)
        passing.remove_left_behind()
        assert home.is_dir()
        assert DeviceKeyring().read(account) is not None


def test_no_office_but_a_sample_is_ever_forgotten(tmp_path: Path, secret_service: SecretService) -> None:
    """Somebody may put the copy of an office's key file where a demo leaves its own."""
    place = killed(tmp_path)
    set_up_office(place / "office")
    account = device_account_of(place / "office")
    passing.remove_left_behind()
    assert DeviceKeyring().read(account) is not None
    assert (place / "office").is_dir()
    secret_service.forget_all()


@pytest.mark.linux("looks at mode bits")
def test_a_place_that_others_can_write_into_is_not_ours(
    tmp_path: Path, secret_service: SecretService
) -> None:
    place = killed(tmp_path)
    place.chmod(0o770)
    account = sample_office(place / "office")
    link = tmp_path / f"{passing.PREFIX}link"
    link.symlink_to(place)
    passing.remove_left_behind()
    assert place.is_dir()
    assert link.is_symlink()
    assert DeviceKeyring().read(account) is not None
    place.chmod(0o700)
    passing.remove_left_behind()
    assert not place.exists()
    assert os.path.lexists(link)


def test_what_cannot_be_removed_now_waits_for_the_next_demo(
    tmp_path: Path, secret_service: SecretService
) -> None:
    place = killed(tmp_path)
    account = sample_office(place / "office")
    secret_service.start_locked()
    try:
        passing.remove_left_behind()
        assert place.is_dir()
    finally:
        secret_service.start_unlocked()
    passing.remove_left_behind()
    assert not place.exists()
    assert DeviceKeyring().read(account) is None
