"""What every start, login and lock pays for the report box, against writing as many random bytes safely.

The baseline makes random bytes of the box's size, writes them into a new file, waits for the disk and renames
it: nobody rewrites a file so that it says nothing for less. Measured at the box's first size and at that of a
flood of some four hundred reports.
"""

from __future__ import annotations

import os
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hvacdesk.vault import ciphers
from hvacdesk.vault.report_box.report_box_files import FILE_NAME, STEP, BoxFiles
from tests.benchmarks.result import Result

ROUNDS = 9
FLOODED = 9
"""Steps of a box with some four hundred reports."""


def run() -> list[Result]:
    """Medians of a regular write; both goals are ratios to the baseline."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        files = BoxFiles(home, "ab" * 16, ciphers.new_key())
        files.make()
        usual = _measured(home, files, "report box write")
        files.change(lambda box: replace(box, places=FLOODED * STEP))
        return [usual, _measured(home, files, "report box write, flooded")]


def _measured(home: Path, files: BoxFiles, name: str) -> Result:
    size = (home / FILE_NAME).stat().st_size
    ours: list[float] = []
    plain: list[float] = []
    for _ in range(ROUNDS):  # in turns, so that both meet the same disk
        ours.append(_seconds(lambda: files.change(lambda box: box)))
        plain.append(_seconds(lambda: _random_file(home / "plain", size)))
    assert (home / FILE_NAME).stat().st_size == size
    return Result(name, statistics.median(ours) * 1000, statistics.median(plain) * 1000, "ms", 2.5)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _random_file(path: Path, size: int) -> None:
    written = path.with_suffix(".new")
    with written.open("wb") as file:
        file.write(secrets.token_bytes(size))
        file.flush()
        os.fsync(file.fileno())
    written.replace(path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
