"""Prepares Windows' Python for a Wine prefix, beside wine.sh.

``wine_python.py lock`` reads a lock file from standard input and prints what Windows takes of it: pip would
judge the markers by the computer it runs on. ``wine_python.py library COMPILED SOURCES FOLDER`` writes the
standard library as source: for each module of the signed program's archive a source whose code is equal.
"""

from __future__ import annotations

import marshal
import re
import sys
import types
import zipfile
from collections.abc import Iterator
from pathlib import Path

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
OF_DEBIAN = Path("/usr/lib/python3.13")
HEADER = 16
"""Bytes of a compiled file before its code."""
OPTIMIZATIONS = (0, 1, 2)


def main(arguments: list[str]) -> int:
    """Run one of the two."""
    match arguments:
        case ["lock"]:
            print("".join(for_windows(sys.stdin.read())), end="")
        case ["library", compiled, sources, folder]:
            equal = write_library(Path(compiled), Path(sources), Path(folder))
            print(f"{equal} modules are the signed program's")
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def for_windows(lock: str) -> Iterator[str]:
    """The entries of a lock file whose markers hold on Windows, without the markers."""
    from pip._vendor.packaging.markers import Marker

    for entry in re.split(r"(?m)^(?=[A-Za-z0-9])", lock):
        requirement, _, hashes = entry.partition("\\\n")
        name, _, marker = (part.strip() for part in requirement.partition(";"))
        if hashes and (not marker or Marker(marker).evaluate(WINDOWS)):
            yield f"{name} \\\n{hashes}"


def write_library(compiled: Path, sources: Path, folder: Path) -> int:
    """Write the modules; returns how many of them are equal to the compiled ones."""
    equal = 0
    with zipfile.ZipFile(compiled) as archive, zipfile.ZipFile(sources) as texts:
        for name in archive.namelist():
            if not name.endswith(".pyc"):
                continue
            module = name.removesuffix("c")
            found = list(_texts(module, texts))
            code = _comparable(marshal.loads(archive.read(name)[HEADER:]))
            same = next((text for text in found if _is_source(text, name, code)), None)
            equal += same is not None
            if found:
                place = folder / module
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(found[-1] if same is None else same)
    return equal


def _texts(module: str, texts: zipfile.ZipFile) -> Iterator[bytes]:
    if module in texts.namelist():
        yield texts.read(module)
    if (OF_DEBIAN / module).is_file():
        yield (OF_DEBIAN / module).read_bytes()


def _is_source(text: bytes, name: str, code: object) -> bool:
    compiled = (compile(text, name, "exec", dont_inherit=True, optimize=number) for number in OPTIMIZATIONS)
    return any(_comparable(one) == code for one in compiled)


def _comparable(part: object) -> object:
    """Compiled code without the paths and line numbers of where it was compiled."""
    if isinstance(part, types.CodeType):
        names = (part.co_names, part.co_varnames, part.co_freevars, part.co_cellvars, part.co_qualname)
        constants = tuple(_comparable(one) for one in part.co_consts)
        return part.co_code, names, part.co_flags, part.co_argcount, constants, part.co_exceptiontable
    if isinstance(part, tuple):
        return tuple(_comparable(one) for one in part)
    if isinstance(part, frozenset):
        return sorted(map(repr, part))
    return type(part).__name__, repr(part)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
