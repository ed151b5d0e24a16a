"""A lost worker costs the run one test: nothing waits for ever, is run twice or is left out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from xdist.remote import Producer

from tests.helpers.lost_workers import LossProof

ROOT = Path(__file__).parents[3]
HANGING = "import threading\n    threading.Event().wait()"
CRASHING = "import os\n    os._exit(3)"


def run(folder: Path, workers: int, *options: str) -> tuple[int, str]:
    """Exit status and output of a run of a folder's tests, with no other plugin."""
    command = [sys.executable, "-m", "pytest", "-q", f"--rootdir={folder}", "-c", str(folder / "pytest.ini")]
    command += ["-p", "no:cacheprovider", "-p", "xdist", "-p", "tests.helpers.lost_workers", str(folder)]
    command += ["-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder", *options]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout + done.stderr


def write(folder: Path, files: int, tests: int, **bad: str) -> None:
    """Files of tests, of which some are bad: ``test_1_2`` is the third of the second file."""
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    for file in range(files):
        names = [f"test_{file}_{number}" for number in range(tests)]
        body = "\n\n".join(f"def {name}(tmp_path):\n    {bad.get(name, 'pass')}" for name in names)
        (folder / f"test_{file:02}.py").write_text(body, encoding="utf-8")


def sums(output: str) -> str:
    """The closing line, without its seconds."""
    return re.findall(r"^(\d+ (?:failed|passed).*?) in ", output, re.MULTILINE)[-1]


def test_what_had_been_done_before_a_crash_holds_nobody_up(tmp_path: Path) -> None:
    """Most of what the lost worker was given lies behind it."""
    write(tmp_path, 24, 3, test_14_1=CRASHING)
    status, output = run(tmp_path, 2)
    assert (status, sums(output)) == (pytest.ExitCode.TESTS_FAILED, "1 failed, 71 passed")
    assert re.search(r"worker 'gw\d' crashed while running '.*test_14.py::test_14_1'", output)


def test_each_crash_costs_one_test(tmp_path: Path) -> None:
    """First and last of a file and of the run, and two at once, while their successors get ready."""
    bad = dict.fromkeys(("test_0_0", "test_1_0", "test_2_2", "test_5_0", "test_5_2"), CRASHING)
    write(tmp_path, 6, 3, **bad)
    status, output = run(tmp_path, 2)
    assert (status, sums(output)) == (pytest.ExitCode.TESTS_FAILED, "5 failed, 13 passed")


def test_the_last_test_of_a_file_is_run_though_the_one_before_crashed(tmp_path: Path) -> None:
    """One test alone is not begun by a worker that waits for its next, and nobody else would come to it."""
    write(tmp_path, 3, 2, test_0_0=CRASHING, test_2_0=CRASHING)
    status, output = run(tmp_path, 1)
    assert (status, sums(output)) == (pytest.ExitCode.TESTS_FAILED, "2 failed, 4 passed")


class Worker:
    """What the plan of a run knows of a worker, which may have ended without that being known."""

    shutting_down = lost = False
    gateway = SimpleNamespace(id="gw")

    def __init__(self) -> None:
        self.given: list[int] = []

    def send_runtest_some(self, tests: Sequence[int]) -> None:
        if self.lost:
            raise OSError("cannot send (already closed?)")
        self.given += tests

    def shutdown(self) -> None:
        self.shutting_down = True


def test_a_worker_that_ends_before_it_is_known_is_given_nothing_and_ends_no_run() -> None:
    """What it reported while it lived is told of only then, upon which it would be given its next file."""
    names = [f"test_{file}.py::test_{number}" for file in range(4) for number in range(3)]
    chosen = SimpleNamespace(getvalue={"tx": ["2*popen"]}.get, option=SimpleNamespace(loadscopereorder=False))
    plan: Any = LossProof(cast(Any, chosen), Producer("plan", enabled=False))
    ends, stays = Worker(), Worker()
    for worker in (ends, stays):
        plan.add_node(worker)
        plan.add_node_collection(worker, names)
    plan.schedule()
    assert (ends.given, stays.given) == ([0, 1, 2], [3, 4, 5])
    ends.lost = True
    plan.mark_test_complete(ends, 0)
    assert plan.remove_node(ends) == names[1]
    for one in stays.given:  # which grows with what is reported
        plan.mark_test_complete(stays, one)
    assert sorted([0, 1, *stays.given]) == [*range(12)], "nobody came to one, or it was run twice"


HANGING_AROUND_TESTS = """
import os, pathlib, threading, pytest

@pytest.fixture(autouse=True)
def clearing_up(request):
    yield
    if request.node.name == "test_2_0":
        threading.Event().wait()

def pytest_sessionfinish():
    first = pathlib.Path(__file__).with_name("first")
    if "PYTEST_XDIST_WORKER" in os.environ and not first.exists():
        first.touch()
        threading.Event().wait()
"""


def test_what_hangs_is_ended_and_named(tmp_path: Path) -> None:
    """A test; the clearing up after a failure, with which pytest's own watch ends; the end of a process."""
    write(tmp_path, 6, 3, test_1_1=HANGING, test_2_0="assert False")
    (tmp_path / "conftest.py").write_text(HANGING_AROUND_TESTS, encoding="utf-8")
    watched = ("-o", "faulthandler_timeout=4", "-o", "faulthandler_exit_on_timeout=true")
    # Native: the first search for a failure's source asks Windows for the path of every module, under watch.
    status, output = run(tmp_path, 2, "--tb=native", *watched)
    # The second test fails twice: by itself, and in clearing up.
    assert (status, sums(output)) == (pytest.ExitCode.TESTS_FAILED, "3 failed, 16 passed")
    assert re.search(r"crashed while running '.*test_01.py::test_1_1'", output)
    assert re.search(r"crashed while running '.*test_02.py::test_2_0'", output)
    for place in ("test_1_1", "clearing_up", "pytest_sessionfinish"):
        assert re.search(rf'File ".*", line \d+ in {place}$', output, re.MULTILINE), place


def test_a_run_that_gave_up_is_not_taken_for_one_with_failures(tmp_path: Path) -> None:
    """The failures alone are run once more, and those that nobody came to would be forgotten."""
    write(tmp_path, 6, 3, **dict.fromkeys(("test_0_0", "test_0_1", "test_1_0", "test_2_0"), CRASHING))
    status, _ = run(tmp_path, 2, "--max-worker-restart", "1")
    assert status == pytest.ExitCode.INTERRUPTED
