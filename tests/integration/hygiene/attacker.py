"""Starts a program and tries to read it, as a curious process of the same user would.

Usage: ``python attacker.py UMASK COMMAND…``. Waits until the program has that umask (octal), which it sets
last; tries; ends the program; writes what happened to each try as JSON. It is the program's parent, because
some systems let nobody but a parent trace.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PTRACE_ATTACH, PTRACE_DETACH = 16, 17
PATIENCE_SECONDS = 30
_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


def attach(process: int) -> None:
    """As a debugger does."""
    if _libc.ptrace(PTRACE_ATTACH, process, None, None) != 0:
        raise OSError(ctypes.get_errno(), "ptrace")
    os.waitpid(process, 0)
    _libc.ptrace(PTRACE_DETACH, process, None, None)


def read_memory(process: int) -> None:
    """Through ``/proc``."""
    start = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").split("-")[0]
    with Path(f"/proc/{process}/mem").open("rb") as memory:
        memory.seek(int(start, 16))
        memory.read(64)


def read_environment(process: int) -> None:
    """Through ``/proc``."""
    Path(f"/proc/{process}/environ").read_bytes()


TRIES: dict[str, Callable[[int], None]] = {
    "attach": attach,
    "memory": read_memory,
    "environment": read_environment,
}


def outcome(attempt: Callable[[int], None], process: int) -> str:
    try:
        attempt(process)
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, "?")
    return "read"


def umask_of(process: int) -> str:
    found = re.search(
        r"^Umask:\s*0*([0-7]+)$", Path(f"/proc/{process}/status").read_text(encoding="utf-8"), re.MULTILINE
    )
    return found[1] if found else ""


def main(umask: str, command: list[str]) -> int:
    victim = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while umask_of(victim.pid) != umask:
            if time.monotonic() > deadline or victim.poll() is not None:
                return 1
            time.sleep(0.01)
        sys.stdout.write(json.dumps({name: outcome(attempt, victim.pid) for name, attempt in TRIES.items()}))
        return 0
    finally:
        victim.kill()
        victim.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
