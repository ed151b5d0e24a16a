"""What a killed demo leaves is removed by the next one: its files, and its secrets in the key store."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from hvacdesk.demo import passing
from hvacdesk.demo.clock import HistoryClock
from hvacdesk.demo.history import FACTS, FOUNDED
from hvacdesk.services.entry.entry import LOCK_FILE, OfficeEntry
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.services.seats.seat_pc import _account as account_of_seat
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.errors import KeyringLocked
from hvacdesk.vault.seats import tls
from tests.helpers.desk_office import device_account_of, set_up_office
from tests.helpers.ground import MovableClock
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_network import LOOPBACK, VERSION

PASSPHRASE = "sample office owner one"
KILLED = 77
KILLED_DEMO = f"""
import os
from hvacdesk.demo import command, passing, two_seats
from hvacdesk.demo.history import STAFF
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.language import words_for
with passing.passing_place() as place:
    home = place / "office"
    clock = command._make_office(home, 3, 1, command._backup_folder(home, None))
    entry = OfficeEntry(home, clock)
    entry.open_sealed()
    office, owner = entry.login(entry.staff()[0].account, STAFF[0].passphrase)
    office.backups.run(owner)
    office.leave(owner)
    two_seats._cut_and_go_on = lambda *_: os._exit({KILLED})
    two_seats.run(home, place / "seats", clock, words_for("en"))
"""


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def sample_office(home: Path) -> str:
    """A sample office; returns the account of its secret."""
    entry = OfficeEntry(home, MovableClock())
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    office, owner = draft.create(FACTS, "伊藤 誠", PASSPHRASE)
    office.leave(owner)
    return device_account_of(home)


def seat_of(home: Path, folder: Path) -> str:
    """A seat of the sample office in ``home``, which keeps its own in ``folder``; the seat's account."""
    entry = OfficeEntry(home, MovableClock())
    entry.open_sealed()
    office, owner = entry.login(entry.staff()[0].account, PASSPHRASE)
    office_pc, signing = entry.office_pc(), office._workplace.vault.seats
    if not office_pc.is_set_up:
        office_pc.set_up(signing)
    seat = OfficeEntry(folder, MovableClock()).seat_pc()
    joining = seat.begin_joining(office_pc.invite(LOOPBACK, 4711).text())
    joining.check_office_pc(tls.certificate_in(office_pc._key_path).der)
    joining.take_answer(office_pc.ask_to_join(joining.request, joining.proof, LOOPBACK, VERSION))
    office_pc.confirm(signing, FACTS.name, "受付")
    joined = office_pc.collect(joining.collecting)
    assert joined is not None
    seat.keep(joining, joined)
    office.leave(owner)
    return account_of_seat(joined.seat)


def killed(tmp_path: Path, name: str = f"{passing.PREFIX}killed", *, vouched: bool = True) -> Path:
    """The place of a demo that was killed: made as it makes it, and not locked any more.

    Args:
        vouched: whether its marker says that a demo made it.
    """
    place = tmp_path / name
    place.mkdir(mode=0o700)
    guard = OfficeEntry(place, HistoryClock(FOUNDED))
    guard.acquire()
    guard.release()
    (place / LOCK_FILE).touch()  # Windows' goes with its program
    if vouched:
        (place / passing.MARKER).write_bytes(passing._vouched(place))
    return place


def left_alone(place: Path) -> None:
    """See that the next demo takes nothing out of a place and changes nothing there."""

    def seen() -> set[tuple[str, str]]:
        return {
            (str(path), "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest())
            for path in place.rglob("*")
        }

    before = seen()
    assert before
    passing.remove_left_behind()
    assert {(path, what) for path, what in before - seen() if not path.endswith(".lock")} == set()


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


@pytest.mark.parametrize("where", ["", "office", "a/b/office", "seat", "seats/reception", "office-backups"])
@pytest.mark.parametrize("vouched", [False, True])
def test_somebodys_office_in_a_folder_named_like_a_demos_stays(
    tmp_path: Path, secret_service: SecretService, where: str, vouched: bool
) -> None:
    place = killed(tmp_path, vouched=vouched)
    set_up_office(place / where)
    account = device_account_of(place / where)
    left_alone(place)
    assert DeviceKeyring().read(account) is not None
    secret_service.forget_all()


SEATS = ["seat", "seats/reception"]


@pytest.mark.parametrize("where", SEATS)
def test_the_seats_of_the_sample_office_go_with_it(
    tmp_path: Path, secret_service: SecretService, where: str
) -> None:
    place = killed(tmp_path)
    accounts = [sample_office(place / "office"), seat_of(place / "office", place / where)]
    assert None not in map(DeviceKeyring().read, accounts)
    passing.remove_left_behind()
    assert not place.exists()
    assert [DeviceKeyring().read(one) for one in accounts] == [None, None]


@pytest.mark.parametrize("beside", ["", "a sample", "a sample with a seat"])
@pytest.mark.parametrize("part", ["seat-*", "seat-*.key", "seat-*.office"])
@pytest.mark.parametrize("where", SEATS)
def test_a_seat_of_another_office_stays_where_a_demo_leaves_its_own(
    tmp_path: Path, secret_service: SecretService, where: str, part: str, beside: str
) -> None:
    place = killed(tmp_path)
    sample_office(tmp_path / "mine")
    account = seat_of(tmp_path / "mine", tmp_path / "my seat")
    if beside:
        sample_office(place / "office")
    if beside == "a sample with a seat":
        seat_of(place / "office", place / "seats" / "back office")
    (place / where).mkdir(parents=True)
    for one in (tmp_path / "my seat").glob(part):
        shutil.copy(one, place / where)
    assert list((place / where).iterdir())
    left_alone(place)
    assert DeviceKeyring().read(account) is not None
    secret_service.forget_all()


def test_a_seat_that_cannot_be_read_keeps_the_place(tmp_path: Path, secret_service: SecretService) -> None:
    place = killed(tmp_path)
    sample_office(place / "office")
    account = seat_of(place / "office", place / "seat")
    (record,) = (place / "seat").glob("seat-*.office")
    record.write_bytes(b"somebody's")
    left_alone(place)
    assert DeviceKeyring().read(account) is not None
    secret_service.forget_all()


def test_a_seat_that_cannot_be_forgotten_now_is_at_the_next_demo(
    tmp_path: Path, secret_service: SecretService
) -> None:
    """The office knows which seats are its own, and has to be there until they are gone."""
    place = killed(tmp_path)
    accounts = [sample_office(place / "office"), seat_of(place / "office", place / "seat")]

    def fail(_seat: SeatPc) -> None:
        raise KeyringLocked

    with replaced(SeatPc, "leave_office", fail):
        passing.remove_left_behind()
    assert None not in map(DeviceKeyring().read, accounts)
    passing.remove_left_behind()
    assert not place.exists()
    assert [DeviceKeyring().read(one) for one in accounts] == [None, None]


@pytest.mark.parametrize(
    "name",
    [
        "photo.jpg",
        "office/customers.xlsx",
        "office/updates/hvacdesk-9.0.hvacdesk",
        "office-backups/notes.txt",
        "office-backups/hvacdesk-backup-00000000-20260101T000000Z-e1/backup.json",
        "seats/photo.jpg",
        "seat/list.csv",
    ],
)
def test_a_place_with_something_in_it_that_no_demo_leaves_stays(
    tmp_path: Path, secret_service: SecretService, name: str
) -> None:
    place = killed(tmp_path)
    account = sample_office(place / "office")
    (place / name).parent.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(b"somebody's")
    left_alone(place)
    assert DeviceKeyring().read(account) is not None
    secret_service.forget_all()


def test_a_folder_that_no_demo_made_stays_whatever_it_is_named(tmp_path: Path) -> None:
    place = killed(tmp_path, vouched=False)
    left_alone(place)
    copied = place.with_name(f"{passing.PREFIX}copied")
    (place / passing.MARKER).write_bytes(passing._vouched(place))
    shutil.copytree(place, copied)
    copied.chmod(0o700)
    left_alone(copied)
    assert not place.exists(), "the marker holds where it was written"


@pytest.mark.linux("a link")
def test_a_place_with_a_link_in_it_stays(tmp_path: Path, secret_service: SecretService) -> None:
    place = killed(tmp_path)
    set_up_office(tmp_path / "mine")
    (place / "office").symlink_to(tmp_path / "mine")
    left_alone(place)
    assert (tmp_path / "mine" / "office.keys").exists()
    secret_service.forget_all()


def test_a_demos_seat_that_still_goes_on_keeps_the_place(
    tmp_path: Path, secret_service: SecretService
) -> None:
    place = killed(tmp_path)
    seat = OfficeEntry(place / "seat", MovableClock())
    seat.acquire()
    passing.remove_left_behind()
    assert (place / "seat").is_dir()
    seat.release()
    passing.remove_left_behind()
    assert not place.exists()


def test_all_that_a_whole_demo_leaves_is_known(tmp_path: Path, secret_service: SecretService) -> None:
    """Killed in the midst of two seats' work, with backups and what the windows keep."""
    surroundings = secret_service.environment() | {"TMPDIR": str(tmp_path)}
    with secret_service.kept_alive():
        told = subprocess.run([sys.executable, "-c", KILLED_DEMO], check=False, env=surroundings)
    assert told.returncode == KILLED
    (place,) = tmp_path.iterdir()
    assert {"office", "office-backups", "seats"} <= {one.name for one in place.iterdir()}
    assert any((place / "seats").rglob("seat-*.office"))
    assert any(place.rglob("backup.json"))
    (place / "office" / "window.ini").touch()
    (place / "office" / "given-up").touch()
    (place / "office" / "crashes").mkdir()
    (place / "office" / "crashes" / "2026-12-01T090000Z.txt").touch()
    account = device_account_of(place / "office")
    passing.remove_left_behind()
    assert list(tmp_path.iterdir()) == []
    assert DeviceKeyring().read(account) is None


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
