"""Programs of Linux with which tests read what the program made: Poppler's for PDF files, zbar for QR codes.

Wine can start them too, though without a pipe to them or a process to wait for: there the shell is told to
read and to write files, and to say in one more that it is done.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest

from tests.helpers.systems import under_wine

PATIENCE_SECONDS = 120
LINUX_DISK = "Z:"
"""Where Wine shows Linux's files."""


def run_tool(command: Sequence[str], given: bytes, *, fine: Collection[int] = (0,)) -> bytes:
    """What one of them writes about what it is given; skips the test where neither it nor Wine is there.

    Raises:
        subprocess.CalledProcessError: its status is none of the fine ones.
    """
    if sys.platform != "win32" or shutil.which(command[0]) is not None:
        done = subprocess.run(command, input=given, capture_output=True, check=False)
    elif under_wine():
        with tempfile.TemporaryDirectory(dir=f"{LINUX_DISK}/tmp") as folder:
            done = _run_under_wine(command, given, Path(folder))
    else:
        pytest.skip(f"needs {command[0]}, which is not installed")
    if done.returncode not in fine:
        done.check_returncode()
    return done.stdout


def _run_under_wine(command: Sequence[str], given: bytes, folder: Path) -> subprocess.CompletedProcess[bytes]:
    import _winapi

    (folder / "given").write_bytes(given)
    inside = shlex.quote(folder.as_posix().removeprefix(LINUX_DISK))
    script = f"cd {inside} && {shlex.join(command)} <given >out 2>err; echo $? >status; mv status done"
    (folder / "script").write_text(script, encoding="utf-8", newline="\n")
    shell = subprocess.list2cmdline([rf"{LINUX_DISK}\bin\sh", f"{inside}/script"])
    # Wine gives no handle of a program of Linux, which subprocess would want to close.
    start = _winapi.CreateProcess  # type: ignore[attr-defined,unused-ignore]  # of Windows alone
    start(None, shell, None, None, False, 0, None, None, None)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (folder / "done").exists():
        if time.monotonic() > deadline:
            raise RuntimeError(f"{command[0]} did not end")
        time.sleep(0.01)
    status = int((folder / "done").read_text(encoding="ascii"))
    out, complaints = ((folder / name).read_bytes() for name in ("out", "err"))
    return subprocess.CompletedProcess(list(command), status, out, complaints)
