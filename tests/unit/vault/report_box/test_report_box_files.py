"""The box's file: whole steps of one size, one time, and all of it new at every write."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from filelock import FileLock

from hvacdesk.vault import ciphers, folder, milestones
from hvacdesk.vault.report_box import report_box_files as files_module
from hvacdesk.vault.report_box.report_box_errors import BoxBusy, BoxFull, BoxUnreachable
from hvacdesk.vault.report_box.report_box_files import (
    CASE_BYTES,
    DAMAGED_FOLDER,
    FILE_NAME,
    INSTANT,
    LEFT_FREE,
    MOST_PLACES,
    PLACE_BYTES,
    SPARE,
    STEP,
    BoxFiles,
)
from tests.helpers.sabotage import replaced
from tests.helpers.systems import left_locks
from tests.helpers.write_protection import write_protected

OFFICE = "ab" * 16
OWN_FILES = {FILE_NAME, files_module.MADE_NAME} | left_locks(files_module.LOCK_NAME)


@pytest.fixture
def box(tmp_path: Path) -> BoxFiles:
    made = BoxFiles(tmp_path, OFFICE, ciphers.new_key())
    made.make()
    return made


def case() -> bytes:
    return secrets.token_bytes(CASE_BYTES)


def with_cases(box: BoxFiles, count: int) -> tuple[bytes, ...]:
    """Put so many more into the box with one write."""
    added = tuple(case() for _ in range(count))
    box.change(lambda now: files_module.replace(now, cases=(*now.cases, *added)))
    return added


def content(home: Path) -> bytes:
    return (home / FILE_NAME).read_bytes()


def steps(home: Path) -> float:
    return len(content(home)) / PLACE_BYTES / STEP


def test_the_file_has_one_size_and_one_time_whatever_is_in_the_box(box: BoxFiles, tmp_path: Path) -> None:
    for _ in range(3):
        assert steps(tmp_path) == 1
        assert (tmp_path / FILE_NAME).stat().st_mtime == INSTANT
        box.change(lambda now: now.with_case(case()))


@pytest.mark.parametrize(
    "edit", [lambda box: box, lambda box: box.with_case(case()), lambda box: replace(box, remade=True)]
)
def test_any_change_makes_every_block_new(box: BoxFiles, tmp_path: Path, edit: object) -> None:
    before = content(tmp_path)
    box.change(edit)  # type: ignore[arg-type]
    after = content(tmp_path)
    known = {before[at : at + 16] for at in range(0, len(before), 16)}
    assert not known & {after[at : at + 16] for at in range(0, len(after), 16)}


def test_the_order_on_the_disk_tells_nothing_of_the_order_of_writing(box: BoxFiles) -> None:
    written = with_cases(box, 8)
    orders = set()
    for _ in range(4):
        box.refresh()
        orders.add(tuple(one for one in box.read().cases if one in written))
    assert all(sorted(order) == sorted(written) for order in orders)
    assert len(orders) > 1


def test_without_the_key_nothing_opens_and_with_it_everything_comes_back(
    box: BoxFiles, tmp_path: Path
) -> None:
    mine = case()
    box.change(lambda now: now.with_case(mine))
    assert mine in box.read().cases
    assert mine[:16] not in content(tmp_path)


def test_the_file_grows_and_shrinks_in_whole_steps_with_a_regular_write_alone(
    box: BoxFiles, tmp_path: Path
) -> None:
    with_cases(box, STEP - len(box.read().cases))
    assert steps(tmp_path) == 1, "a report makes nothing larger as long as a place is left"
    box.refresh()
    assert steps(tmp_path) == 2
    box.change(lambda now: files_module.replace(now, cases=now.cases[: STEP - SPARE]))
    assert steps(tmp_path) == 2, "a deletion makes nothing smaller"
    box.refresh()
    assert steps(tmp_path) == 2, "a box that is nearly full again does not shrink"
    box.change(lambda now: files_module.replace(now, cases=now.cases[: STEP - 2 * SPARE]))
    box.refresh()
    assert steps(tmp_path) == 1


def test_no_number_of_reports_keeps_another_one_out(box: BoxFiles, tmp_path: Path) -> None:
    with_cases(box, STEP - len(box.read().cases))
    mine = case()
    box.change(lambda now: now.with_case(mine))
    assert steps(tmp_path) == 2
    with_cases(box, 5 * STEP)
    assert steps(tmp_path) == 7
    assert len(content(tmp_path)) % PLACE_BYTES == 0
    assert mine in box.read().cases


def test_a_larger_file_leaves_the_disk_to_the_office(box: BoxFiles, tmp_path: Path) -> None:
    with_cases(box, STEP - len(box.read().cases))
    free = 2 * STEP * PLACE_BYTES + LEFT_FREE
    before = content(tmp_path)
    with (
        replaced(files_module.shutil, "disk_usage", lambda _path: SimpleNamespace(free=free - 1)),
        pytest.raises(BoxFull),
    ):
        box.change(lambda now: now.with_case(case()))
    assert content(tmp_path) == before
    with replaced(files_module.shutil, "disk_usage", lambda _path: SimpleNamespace(free=free)):
        box.change(lambda now: now.with_case(case()))
    with replaced(files_module.shutil, "disk_usage", lambda _path: SimpleNamespace(free=0)):
        box.change(lambda now: files_module.replace(now, cases=now.cases[:4]))
        box.refresh()
    assert steps(tmp_path) == 1, "deleting and shrinking need no room"


def test_no_file_is_larger_than_any_may_be(box: BoxFiles, tmp_path: Path) -> None:
    assert box._has_room(MOST_PLACES + 1, MOST_PLACES) is False
    with (tmp_path / FILE_NAME).open("r+b") as file:
        file.truncate((MOST_PLACES + 1) * PLACE_BYTES)
    with pytest.raises(BoxUnreachable):
        box.read()


@pytest.mark.parametrize("good", [0, STEP])
def test_a_file_that_somebody_made_longer_fills_no_disk(box: BoxFiles, tmp_path: Path, good: int) -> None:
    """A hole of half a GiB takes nothing of the disk, and what is kept of it takes nothing either."""
    path = tmp_path / FILE_NAME
    mine = case()
    box.change(lambda now: now.with_case(mine))
    long = 8_000 * PLACE_BYTES
    with path.open("r+b") as file:
        file.truncate(good * PLACE_BYTES)
        file.truncate(long)
    box.change(lambda now: now)
    assert box.damaged == 1
    assert steps(tmp_path) == 1
    (kept,) = (tmp_path / DAMAGED_FOLDER).iterdir()
    assert kept.stat().st_size == long - good * PLACE_BYTES
    assert (kept.stat().st_mtime, kept.parent.stat().st_mtime) == (INSTANT, INSTANT)
    if sys.platform == "linux":
        assert kept.stat().st_blocks * 512 < 2 * PLACE_BYTES
    assert (mine in box.read().cases) is bool(good)
    assert box.read().remade is not bool(good)


def test_a_file_of_somebody_elses_is_set_aside_as_it_is(box: BoxFiles, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(secrets.token_bytes(3 * STEP * PLACE_BYTES))
    foreign, number = path.read_bytes(), path.stat().st_ino
    box.refresh()
    (kept,) = (tmp_path / DAMAGED_FOLDER).iterdir()
    assert kept.read_bytes() == foreign
    if sys.platform != "win32":
        assert kept.stat().st_ino == number, "it was copied"
    assert box.read().remade


def test_the_folders_times_do_not_tell_of_a_write(box: BoxFiles, tmp_path: Path) -> None:
    os.utime(tmp_path, (1_700_000_000, 1_700_000_000))
    box.change(lambda now: now.with_case(case()))
    assert tmp_path.stat().st_mtime == 1_700_000_000
    for name in OWN_FILES:
        assert (tmp_path / name).stat().st_mtime == INSTANT


@pytest.mark.linux("opens files without a trace of reading (O_NOATIME)")
def test_reading_changes_no_time_of_anything(box: BoxFiles, tmp_path: Path) -> None:
    def times() -> list[tuple[int, int, int]]:
        found = [path.stat() for path in (*(tmp_path / name for name in OWN_FILES), tmp_path)]
        return [(one.st_atime_ns, one.st_mtime_ns, one.st_ctime_ns) for one in found]

    before = times()
    box.read()
    assert times() == before


def test_a_damaged_place_is_set_aside_and_the_others_stay(box: BoxFiles, tmp_path: Path) -> None:
    with_cases(box, STEP - len(box.read().cases))
    damaged = bytearray(content(tmp_path))
    damaged[5] ^= 1
    damaged[3 * PLACE_BYTES + 900] ^= 1
    (tmp_path / FILE_NAME).write_bytes(damaged[:-100])
    assert len(box.read().cases) == STEP - 3
    box.refresh()
    assert box.damaged == 1
    (kept,) = (tmp_path / DAMAGED_FOLDER).iterdir()
    assert kept.stat().st_size == 3 * PLACE_BYTES - 100
    assert (kept.stat().st_mtime, kept.parent.stat().st_mtime) == (INSTANT, INSTANT)
    assert steps(tmp_path) == 2
    assert len(box.read().cases) == STEP - 3
    assert not box.read().remade


@pytest.mark.parametrize("loss", ["missing", "emptied", "all damaged"])
def test_a_lost_box_is_made_anew_and_says_so_until_a_reader_knows(
    box: BoxFiles, tmp_path: Path, loss: str
) -> None:
    path = tmp_path / FILE_NAME
    if loss == "missing":
        path.unlink()
    else:
        path.write_bytes(b"" if loss == "emptied" else bytes(2 * PLACE_BYTES))
    assert box.read().remade
    box.refresh()
    assert box.read().remade
    box.change(lambda now: files_module.replace(now, remade=False))
    assert not box.read().remade


@pytest.fixture
def removed_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a lock's file go with its release, as filelock does on Windows."""
    release = FileLock._release

    def and_remove(lock: FileLock) -> None:
        release(lock)
        Path(lock.lock_file).unlink(missing_ok=True)

    monkeypatch.setattr(FileLock, "_release", and_remove)


@pytest.mark.usefixtures("removed_locks")
def test_a_lost_box_is_noticed_without_the_locks_file(box: BoxFiles, tmp_path: Path) -> None:
    assert not (tmp_path / files_module.LOCK_NAME).exists()
    (tmp_path / FILE_NAME).unlink()
    assert box.read().remade
    box.refresh()
    assert box.read().remade


@pytest.mark.usefixtures("removed_locks")
def test_a_box_of_an_earlier_version_is_noticed_after_its_next_write(box: BoxFiles, tmp_path: Path) -> None:
    (tmp_path / files_module.MADE_NAME).unlink()
    box.refresh()
    (tmp_path / FILE_NAME).unlink()
    assert box.read().remade


def test_the_lock_of_an_earlier_version_tells_that_there_was_a_box(box: BoxFiles, tmp_path: Path) -> None:
    (tmp_path / files_module.MADE_NAME).unlink()
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / files_module.LOCK_NAME).touch()
    assert box.read().remade


@pytest.mark.parametrize("way", ["read", "refresh", "make"])
def test_the_first_box_of_an_office_was_not_lost(tmp_path: Path, way: str) -> None:
    made = BoxFiles(tmp_path, OFFICE, ciphers.new_key())
    getattr(made, way)()
    assert not made.read().remade


def test_an_office_that_was_brought_from_elsewhere_had_its_box_there(tmp_path: Path) -> None:
    files_module.expect_box(tmp_path)
    moved = BoxFiles(tmp_path, OFFICE, ciphers.new_key())
    assert moved.read().remade


@pytest.mark.parametrize("at", ["report_box.filled", "report_box.exchanged"])
def test_a_crash_leaves_the_old_box_or_the_new_one(box: BoxFiles, tmp_path: Path, at: str) -> None:
    class Crash(BaseException):
        pass

    def die(name: str) -> None:
        if name == at:
            raise Crash

    (old,) = with_cases(box, 1)
    new = case()
    with replaced(milestones, "reached", die), pytest.raises(Crash):
        box.change(lambda now: now.with_case(new))
    found = box.read().cases
    assert old in found
    assert (new in found) is (at == "report_box.exchanged")
    box.refresh()
    assert {path.name for path in tmp_path.iterdir()} == OWN_FILES


def test_a_full_disk_keeps_the_old_box_and_says_so(box: BoxFiles, tmp_path: Path) -> None:
    mine, before = case(), content(tmp_path)

    def fail(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with replaced(files_module.os, "fsync", fail), pytest.raises(BoxFull):
        box.change(lambda now: now.with_case(mine))
    assert content(tmp_path) == before
    assert {path.name for path in tmp_path.iterdir()} == OWN_FILES
    assert mine not in box.read().cases


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(box: BoxFiles, tmp_path: Path) -> None:
    before = content(tmp_path)
    with write_protected(tmp_path), pytest.raises(BoxUnreachable):
        box.change(lambda now: now.with_case(case()))
    assert content(tmp_path) == before


def test_two_windows_do_not_write_at_once(box: BoxFiles, tmp_path: Path) -> None:
    with (
        replaced(files_module, "_LOCK_SECONDS", 0.05),
        folder.locked(tmp_path / files_module.LOCK_NAME, 1),
        pytest.raises(BoxBusy),
    ):
        box.change(lambda now: now.with_case(case()))


def test_what_a_former_write_left_is_cleared(box: BoxFiles, tmp_path: Path) -> None:
    (tmp_path / f"{FILE_NAME}.new").write_bytes(b"half")
    box.refresh()
    assert not (tmp_path / f"{FILE_NAME}.new").exists()


# Boxes of earlier versions: a folder with a file for each place


def as_older(home: Path, name: str = "report-box") -> None:
    """Lay the box out as an earlier version did."""
    sealed = content(home)
    (home / name).mkdir()
    for at in range(0, len(sealed), PLACE_BYTES):
        (home / name / secrets.token_hex(8)).write_bytes(sealed[at : at + PLACE_BYTES])
    (home / FILE_NAME).unlink()


@pytest.mark.parametrize("name", ["report-box", "report-box.new", "report-box.former"])
def test_a_box_of_an_earlier_version_is_read_and_becomes_a_file(
    box: BoxFiles, tmp_path: Path, name: str
) -> None:
    written = with_cases(box, 2)
    before = box.read()
    as_older(tmp_path, name)
    (tmp_path / name / "desktop.ini").write_text("x", encoding="utf-8")
    for _ in range(2):
        found = box.read()
        assert sorted(found.cases) == sorted(before.cases)
        assert (found.remade, found.places) == (False, STEP)
        box.refresh()
    assert set(written) <= set(box.read().cases)
    assert {path.name for path in tmp_path.iterdir()} == OWN_FILES


def test_a_crash_before_the_earlier_box_is_removed_doubles_nothing(box: BoxFiles, tmp_path: Path) -> None:
    (mine,) = with_cases(box, 1)
    as_older(tmp_path)
    shutil.copytree(tmp_path / "report-box", tmp_path.parent / "kept")
    box.change(lambda now: files_module.replace(now, cases=tuple(_answered(one, mine) for one in now.cases)))
    shutil.copytree(tmp_path.parent / "kept", tmp_path / "report-box")
    cases = box.read().cases
    assert len({one[:16] for one in cases}) == len(cases)
    assert _answered(mine, mine) in cases, "what the file says is newer"


def _answered(one: bytes, which: bytes) -> bytes:
    return one if one != which else one[:16] + one[:15:-1]
