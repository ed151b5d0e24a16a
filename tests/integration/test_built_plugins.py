"""What Qt loads for the program's windows is in the program as it is built (installers/hvacdesk.spec)."""

from __future__ import annotations

import ast
import os
import runpy
import subprocess
import sys
from pathlib import Path, PureWindowsPath
from typing import Any

from tests.helpers.systems import SYSTEM

SPEC = Path(__file__).parents[2] / "installers" / "hvacdesk.spec"
NEEDED = {"QT_PLUGINS", "QT_LIBRARIES_LEFT_OUT", "wanted", "of_the_system"}
PLATFORM = "windows" if SYSTEM == "win32" else "offscreen"
"""A window needs no screen there: under Wine Qt's own for Windows needs none either."""

SHOWN = """
import ctypes, os, sys, time
from pathlib import Path
from PySide6.QtPrintSupport import QPrinterInfo
from hvacdesk import app
from hvacdesk.commands.door import now

home = Path(sys.argv[1])
made = app.application(home, now)
desk = app.Desk(home, now)
window = desk.show_login().window
end = time.monotonic() + 5
while time.monotonic() < end:
    made.processEvents()
QPrinterInfo.availablePrinterNames()
if sys.platform == "win32":
    kernel32 = ctypes.WinDLL("kernel32")
    modules, size = (ctypes.c_void_p * 2000)(), ctypes.c_uint32()
    kernel32.K32EnumProcessModules(ctypes.c_void_p(-1), modules, ctypes.sizeof(modules), ctypes.byref(size))
    for module in modules[: size.value // ctypes.sizeof(ctypes.c_void_p)]:
        name = ctypes.create_unicode_buffer(1000)
        kernel32.GetModuleFileNameW(ctypes.c_void_p(module), name, 1000)
        print(name.value)
else:
    print(*{line.split()[-1] for line in open("/proc/self/maps")}, sep="\\n")
sys.stdout.flush()
os._exit(0)  # the login may still be read on a worker
"""
"""The program's login window and its printers; prints every library that was loaded for them."""


def spec(folder: Path) -> dict[str, Any]:
    """The names of the recipe that judge files, without what PyInstaller carries out."""
    tree = ast.parse(SPEC.read_text(encoding="utf-8"))
    named = [
        one
        for one in tree.body
        if (isinstance(one, ast.FunctionDef) and one.name in NEEDED)
        or (isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) in NEEDED)
    ]
    assert len(named) == len(NEEDED)
    script = folder / "judging.py"
    imports = "import sys\nfrom pathlib import PurePosixPath\n"
    imports += "from hvacdesk.domain.text.languages import LANGUAGES\n"
    script.write_text(imports + ast.unparse(ast.Module(named, [])), encoding="utf-8")
    return runpy.run_path(str(script))


def test_what_is_loaded_for_a_window_is_built_in(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN, str(tmp_path / "office")],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"QT_QPA_PLATFORM": PLATFORM, "PYTHONPATH": str(SPEC.parents[1])},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    places = [
        PureWindowsPath(line).as_posix().partition("/PySide6/")[2]
        for line in done.stdout.splitlines()
        if "plugins" in PureWindowsPath(line).parts
    ]
    loaded = [f"PySide6/{place}" for place in places if place]
    assert any(PureWindowsPath(one).stem.removeprefix("lib") == f"q{PLATFORM}" for one in loaded), loaded
    wanted = spec(tmp_path)["wanted"]
    assert [one for one in loaded if not wanted((one, one, "BINARY"))] == []
