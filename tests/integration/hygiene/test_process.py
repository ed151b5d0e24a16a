"""The running program is closed to other processes of its user, and a crash leaves no image of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ATTACKER = Path(__file__).with_name("attacker.py")
UNGUARDED = [sys.executable, "-c", "import os, time; os.umask(0o077); time.sleep(60)"]

pytestmark = pytest.mark.linux("attacks through Linux's own doors")


def without_privileges(command: list[str]) -> list[str]:
    """The command as a plain process of this user: root's may look at everything."""
    if os.geteuid() != 0:
        return command
    if shutil.which("setpriv") is None:
        pytest.skip("root needs setpriv to give up its privileges")
    return ["setpriv", "--bounding-set=-all", "--", *command]


def attack(command: list[str]) -> dict[str, str]:
    """What each try met."""
    done = subprocess.run(
        without_privileges([sys.executable, str(ATTACKER), "77", *command]),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    "arguments",
    [
        ["-m", "hvacdesk", "--home", "{home}"],
        ["-c", "from hvacdesk import app, cli; from pathlib import Path; app.run(Path('{home}'), cli.now)"],
    ],
    ids=["cli", "window"],
)
def test_nobody_reads_the_running_program(arguments: list[str], tmp_path: Path) -> None:
    if attack(UNGUARDED) != dict.fromkeys(("attach", "memory", "environment"), "read"):
        pytest.skip("this system lets nobody read anything")
    program = [sys.executable, *(part.format(home=tmp_path / "office") for part in arguments)]
    assert attack(program) == {"attach": "EPERM", "memory": "EACCES", "environment": "EACCES"}


def crash(folder: Path, guard: str) -> tuple[bool, list[str]]:
    """Abort a process that may write a core: whether it did, and what lies in its folder."""
    folder.mkdir()
    allow = "import resource, os; _, most = resource.getrlimit(4); resource.setrlimit(4, (most, most));"
    if os.geteuid() == 0:
        allow = "import resource, os; resource.setrlimit(4, (resource.RLIM_INFINITY,) * 2);"
    process = subprocess.Popen(
        [sys.executable, "-c", f"{allow} {guard}; os.abort()"],
        cwd=folder,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    _pid, status = os.waitpid(process.pid, 0)
    process.returncode = -os.WTERMSIG(status)
    return os.WCOREDUMP(status), [path.name for path in folder.iterdir()]


def test_a_crash_leaves_no_core(tmp_path: Path) -> None:
    wrote, _files = crash(tmp_path / "unguarded", "pass")
    if not wrote:
        pytest.skip("this system writes no cores")
    assert crash(tmp_path / "guarded", "from hvacdesk import hygiene; hygiene.harden()") == (False, [])


def test_the_program_still_reads_what_it_needs_of_itself() -> None:
    """A closed process's files in /proc belong to root; it must still find its mounts and file handles."""
    script = (
        "from hvacdesk import hygiene; hygiene.harden()\n"
        "import os, subprocess\nfrom pathlib import Path\n"
        "from hvacdesk.services.backups import folder_kinds as folder_kind\n"
        "assert folder_kind._mount(Path('/proc')) is not None\n"
        "assert os.listdir('/proc/self/fd')\n"
        "subprocess.run(['true'], check=True)\n"
    )
    subprocess.run(without_privileges([sys.executable, "-c", script]), cwd=ROOT, check=True)
