"""The watch over the disks that other tests rely on: it sees what is gone a moment later, and whose it is."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.disk_watch import DiskWatch, NoWatch, disk_watch

SECRET = "田中 美沙緒"


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[DiskWatch]:
    try:
        with disk_watch(tmp_path / "home", (SECRET,)) as made:
            yield made
    except NoWatch as reason:
        pytest.skip(str(reason))


def write(home: Path, script: str) -> None:
    environment = {**os.environ, "HOME": str(home), "SECRET": SECRET}
    subprocess.run(["sh", "-c", f"{script}; sleep 0.2"], env=environment, check=True)


@pytest.mark.linux("fanotify")
@pytest.mark.parametrize("place", ["/dev/shm", "."])
def test_a_file_that_is_gone_at_once_is_read(watch: DiskWatch, tmp_path: Path, place: str) -> None:
    file = (tmp_path / place / f"hvdesk-watched-{os.getpid()}").resolve()
    write(tmp_path / "home", f'printf %s "$SECRET" > {file}; rm {file}')
    watch.look()
    assert watch.hits == {(str(file), SECRET)}
    assert watch.written == {str(file): SECRET.encode()[:16]}


@pytest.mark.linux("fanotify")
def test_what_another_program_writes_is_not_looked_at(watch: DiskWatch, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", f'printf %s "$SECRET" > {tmp_path}/other')
    watch.look()
    assert watch.written == {}
