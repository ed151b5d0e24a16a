"""Lets a built folder run on the Python that Debian made fast.

PyInstaller's own starter loads Python as a library. Debian's Python program was compiled after watching real
programs run, its library was not and takes 1.45 times as long for the same code (measured: Python 3.13.5),
which doubled what the window's start takes longer than from source. So the folder gets a copy of the program
instead of the library, a script that runs it, and :data:`START`, which does what PyInstaller's starter does.
"""

from __future__ import annotations

import marshal
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import CodeType

Entry = tuple[str, str, str]
"""The name of a module or script, the file of its source or compiled code, and which of both it is."""
MODULE = "PYMODULE"

NAME = "hvacdesk"
PROGRAM = f"bin/{NAME}"
START = "start.py"
PARTS = "start.parts"
ARCHIVE = "program.pyz"
VERSION = sys.version_info[:2]
STANDARD = "lib/python{}{}.zip".format(*VERSION)
NATIVE = "lib/python{}.{}/lib-dynload".format(*VERSION)
"""Where Python looks for its own modules, and warns if there is nothing, seen from above its program."""

LAUNCHER = f"""#!/bin/sh
here=$(readlink -f "$0")
here=${{here%/*}}/_internal
exec "$here/{PROGRAM}" -ISB -X utf8 "$here/{START}" "$0" "$@"
"""
"""Isolated: neither the user's Python settings nor their modules have a say, and nothing is written.

Names of files are UTF-8 whatever the locale says, see ``hvacdesk/commands/file_names.py``.
"""

START_SOURCE = f"""# Does what PyInstaller's starter does.
import marshal
import sys


def start():
    folder = sys.argv.pop(0).rpartition("/")[0]
    sys.frozen, sys._MEIPASS, sys._pyinstaller_pyz = True, folder, folder + "/{ARCHIVE}"
    sys.path[:] = [folder + "/{STANDARD}", folder + "/{NATIVE}", folder]
    with open(folder + "/{PARTS}", "rb") as file:
        parts = marshal.load(file)
    main = sys.modules["__main__"]
    for name, code, is_module in parts:
        place = sys.modules.setdefault(name, type(sys)(name)) if is_module else main
        exec(code, vars(place))


start()
"""


def interpreter() -> Path | None:
    """The Python program in use, if it needs no library of Python's; None otherwise."""
    program = Path(getattr(sys, "_base_executable", sys.executable)).resolve()
    asked = subprocess.run(["ldd", program], capture_output=True, encoding="utf-8", check=True)
    return None if "libpython" in asked.stdout else program


def exchange(folder: Path, program: Path, archive: Path, starter: Iterable[Entry]) -> None:
    """Put ``program`` into a folder that PyInstaller built, in place of its starter and Python's library.

    Args:
        archive: the compiled modules, as PyInstaller packed them.
        starter: the modules that can read the archive, then the scripts to be run, the program's own last.
    """
    within = folder / "_internal"
    for library in within.glob("libpython*"):
        library.unlink()
    (within / NATIVE).parent.mkdir(parents=True)
    (within / "base_library.zip").rename(within / STANDARD)
    (within / NATIVE.removeprefix("lib/")).rename(within / NATIVE)
    (within / NATIVE.removeprefix("lib/")).parent.rmdir()
    shutil.copy(archive, within / ARCHIVE)
    parts = [(name, compiled(name, Path(path)), kind == MODULE) for name, path, kind in starter]
    (within / PARTS).write_bytes(marshal.dumps(parts))
    (within / START).write_text(START_SOURCE, encoding="ascii")
    (within / PROGRAM).parent.mkdir()
    shutil.copy(program, within / PROGRAM)
    (folder / NAME).write_text(LAUNCHER, encoding="ascii")
    (folder / NAME).chmod(0o755)


def compiled(name: str, path: Path) -> CodeType:
    """The code of a module or script, whose tracebacks name no path of this computer."""
    if path.suffix == ".pyc":
        code: CodeType = marshal.loads(path.read_bytes()[16:])
        return code
    return compile(path.read_bytes(), f"{name}.py", "exec", dont_inherit=True)
