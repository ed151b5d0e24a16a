"""The box's files: one number, one size, one time, and all of them new at every write."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

import pytest

from hvacdesk.vault import ciphers, errors, folder, milestones
from hvacdesk.vault import report_box_files as files_module
from hvacdesk.vault.report_box_errors import BoxBusy, BoxFull, BoxUnreachable
from hvacdesk.vault.report_box_files import (
    CASE_BYTES,
    DAMAGED_FOLDER,
    FILE_BYTES,
    FOLDER,
    FORMER_FOLDER,
    INSTANT,
    NEW_FOLDER,
    PLACES,
    Box,
    BoxFiles,
)
from tests.helpers.sabotage import replaced
from tests.helpers.write_protection import write_protected

OFFICE = "ab" * 16


@pytest.fixture
def box(tmp_path: Path) -> BoxFiles:
    made = BoxFiles(tmp_path, OFFICE, ciphers.new_key())
    made.make()
    return made


def case() -> bytes:
    return secrets.token_bytes(CASE_BYTES)


def contents(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / FOLDER).iterdir()}


def test_every_file_has_one_size_and_one_time_whatever_is_in_the_box(box: BoxFiles, tmp_path: Path) -> None:
    for count in range(3):
        found = list((tmp_path / FOLDER).iterdir())
        assert len(found) == PLACES, count
        assert {path.stat().st_size for path in found} == {FILE_BYTES}
        assert {path.stat().st_mtime for path in (*found, tmp_path / FOLDER)} == {INSTANT}
        box.change(lambda now: now.with_case(case()))


@pytest.mark.parametrize(
    "edit", [lambda box: box, lambda box: box.with_case(case()), lambda box: box.tried(3)]
)
def test_any_change_makes_every_file_new(box: BoxFiles, tmp_path: Path, edit: object) -> None:
    before = contents(tmp_path)
    box.change(edit)  # type: ignore[arg-type]
    after = contents(tmp_path)
    assert not before.keys() & after.keys()
    assert not set(before.values()) & set(after.values())
    blocks = [{content[at : at + 16] for at in range(0, FILE_BYTES, 16)} for content in after.values()]
    known = {content[at : at + 16] for content in before.values() for at in range(0, FILE_BYTES, 16)}
    assert not any(block & known for block in blocks)


def test_the_order_on_the_disk_tells_nothing_of_the_order_of_writing(box: BoxFiles) -> None:
    written = [case() for _ in range(8)]
    for one in written:
        box.change(lambda now, one=one: now.with_case(one))
    orders = set()
    for _ in range(4):
        box.refresh()
        orders.add(tuple(one for one in box.read().cases if one in written))
    assert all(sorted(order) == sorted(written) for order in orders)
    assert len(orders) > 1


def test_files_are_written_in_a_random_order(box: BoxFiles) -> None:
    mine = Box(tuple(case() for _ in range(5)))
    orders = {tuple(plain[:2] for plain in box._plains(mine)) for _ in range(8)}
    assert len(orders) > 1


def test_without_the_key_nothing_opens_and_with_it_everything_comes_back(
    box: BoxFiles, tmp_path: Path
) -> None:
    mine = case()
    box.change(lambda now: now.with_case(mine).tried(2))
    assert mine in box.read().cases
    assert box.read().tries == 2
    assert not any(mine[:16] in content for content in contents(tmp_path).values())


def test_a_full_box_is_refused_and_keeps_what_it_has(box: BoxFiles) -> None:
    for _ in range(PLACES - len(box.read().cases)):
        box.change(lambda now: now.with_case(case()))
    with pytest.raises(BoxFull):
        box.change(lambda now: now.with_case(case()))
    assert len(box.read().cases) == PLACES


def test_the_folders_times_do_not_tell_of_a_write(box: BoxFiles, tmp_path: Path) -> None:
    os.utime(tmp_path, (1_700_000_000, 1_700_000_000))
    box.change(lambda now: now.with_case(case()))
    assert tmp_path.stat().st_mtime == 1_700_000_000
    assert (tmp_path / files_module.LOCK_NAME).stat().st_mtime == INSTANT


def test_a_damaged_file_is_set_aside_and_the_others_stay(box: BoxFiles, tmp_path: Path) -> None:
    mine = case()
    box.change(lambda now: now.with_case(mine))
    found = sorted((tmp_path / FOLDER).iterdir())
    found[0].write_bytes(b"short")
    found[1].write_bytes(bytes(FILE_BYTES))
    found[2].unlink()
    (tmp_path / FOLDER / "desktop.ini").write_text("x")
    held = len(box.read().cases)
    assert held >= 1
    box.refresh()
    assert box.damaged == 2
    assert len(list((tmp_path / FOLDER).iterdir())) == PLACES
    assert len(list((tmp_path / DAMAGED_FOLDER).iterdir())) == 2
    assert len(box.read().cases) == held
    assert not box.read().remade


@pytest.mark.parametrize("loss", ["missing", "emptied", "all damaged"])
def test_a_lost_box_is_made_anew_and_says_so_until_a_reader_knows(
    box: BoxFiles, tmp_path: Path, loss: str
) -> None:
    for path in (tmp_path / FOLDER).iterdir():
        path.write_bytes(b"") if loss == "all damaged" else path.unlink()
    if loss == "missing":
        (tmp_path / FOLDER).rmdir()
    assert box.read().remade
    box.refresh()
    assert box.read().remade
    box.change(lambda now: files_module.replace(now, remade=False))
    assert not box.read().remade


@pytest.mark.parametrize("way", ["read", "refresh", "make"])
def test_the_first_box_of_an_office_was_not_lost(tmp_path: Path, way: str) -> None:
    made = BoxFiles(tmp_path, OFFICE, ciphers.new_key())
    getattr(made, way)()
    assert not made.read().remade


def test_an_office_that_was_brought_from_elsewhere_had_its_box_there(tmp_path: Path) -> None:
    files_module.expect_box(tmp_path)
    moved = BoxFiles(tmp_path, OFFICE, ciphers.new_key())
    assert moved.read().remade


@pytest.mark.parametrize("at", ["report_box.filled", "report_box.moved", "report_box.exchanged"])
def test_a_crash_leaves_the_old_box_or_the_new_one(box: BoxFiles, tmp_path: Path, at: str) -> None:
    class Crash(BaseException):
        pass

    def die(name: str) -> None:
        if name == at:
            raise Crash

    old, new = case(), case()
    box.change(lambda now: now.with_case(old))
    with replaced(milestones, "reached", die), pytest.raises(Crash):
        box.change(lambda now: now.with_case(new))
    found = box.read().cases
    assert old in found
    assert (new in found) is (at != "report_box.filled")
    box.refresh()
    assert {path.name for path in tmp_path.iterdir()} == {FOLDER, files_module.LOCK_NAME}


def test_a_full_disk_keeps_the_old_box(box: BoxFiles, tmp_path: Path) -> None:
    mine, before = case(), contents(tmp_path)
    calls = iter(range(1000))

    def fail_late(_descriptor: int) -> None:
        if next(calls) == 20:
            raise OSError(errno.ENOSPC, "no space")

    with replaced(files_module.os, "fsync", fail_late), pytest.raises(errors.DiskFull):
        box.change(lambda now: now.with_case(mine))
    assert contents(tmp_path) == before
    assert not (tmp_path / NEW_FOLDER).exists()
    assert mine not in box.read().cases


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(box: BoxFiles, tmp_path: Path) -> None:
    before = contents(tmp_path)
    with write_protected(tmp_path), pytest.raises(BoxUnreachable):
        box.change(lambda now: now.with_case(case()))
    assert contents(tmp_path) == before


def test_two_windows_do_not_write_at_once(box: BoxFiles, tmp_path: Path) -> None:
    with (
        replaced(files_module, "_LOCK_SECONDS", 0.05),
        folder.locked(tmp_path / files_module.LOCK_NAME, 1),
        pytest.raises(BoxBusy),
    ):
        box.change(lambda now: now.with_case(case()))


def test_what_a_former_write_left_is_cleared(box: BoxFiles, tmp_path: Path) -> None:
    (tmp_path / NEW_FOLDER).mkdir()
    (tmp_path / FORMER_FOLDER).mkdir()
    box.refresh()
    assert not (tmp_path / NEW_FOLDER).exists()
    assert not (tmp_path / FORMER_FOLDER).exists()
