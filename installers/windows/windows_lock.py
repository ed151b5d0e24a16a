"""Reads a lock file from standard input and prints what Windows takes of it, for wine.sh.

pip would judge the markers by the computer it runs on.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

WINDOWS = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.13.2",
    "python_version": "3.13",
    "sys_platform": "win32",
}


def for_windows(lock: str) -> Iterator[str]:
    """The entries of a lock file whose markers hold on Windows, without the markers."""
    from pip._vendor.packaging.markers import Marker

    for entry in re.split(r"(?m)^(?=[A-Za-z0-9])", lock):
        requirement, _, hashes = entry.partition("\\\n")
        name, _, marker = (part.strip() for part in requirement.partition(";"))
        if hashes and (not marker or Marker(marker).evaluate(WINDOWS)):
            yield f"{name} \\\n{hashes}"


if __name__ == "__main__":
    print("".join(for_windows(sys.stdin.read())), end="")
