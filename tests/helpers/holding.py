"""Another program that holds a file as a virus scanner does, so that nobody else gets at it.

Usage: ``python holding.py FILE SECONDS``; says a line when it holds the file. Windows alone knows this
(Microsoft's documentation of ``CreateFile``, share mode 0).
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GENERIC_READ = 0x80000000
OPEN_EXISTING = 3
NOBODY_ELSE = 0
NO_HANDLE = ctypes.c_void_p(-1).value


@contextmanager
def held(path: Path, seconds: float) -> Iterator[None]:
    """Within the block, and after it as long as the seconds last, another program holds the file."""
    command = [sys.executable, str(Path(__file__)), str(path), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.terminate()


def main(path: str, seconds: float) -> None:
    """Hold it."""
    kernel32 = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel32.CreateFileW.restype = ctypes.c_void_p
    handle = kernel32.CreateFileW(path, GENERIC_READ, NOBODY_ELSE, None, OPEN_EXISTING, 0, None)
    assert handle not in (None, NO_HANDLE), path
    sys.stdout.write("held\n")
    sys.stdout.flush()
    time.sleep(seconds)
    kernel32.CloseHandle(ctypes.c_void_p(handle))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
