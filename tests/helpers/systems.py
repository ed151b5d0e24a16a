"""On which system a test runs, and why it does not run on the others.

A test whose matter is Linux's own says so: ``@pytest.mark.linux("asks for the table of mounts")``. Where the
matter is Windows' too and only Wine, which runs Windows' programs on Linux, lacks it, it says ``not_wine``.
What only Windows does, and Wine as it does, is marked with ``windows``.
"""

from __future__ import annotations

import ctypes
import re
import sys
from pathlib import Path

import pytest

SYSTEM: str = sys.platform
"""As it is while tests run: a checker of types takes ``sys.platform`` for that of its own machine."""

LINUX_PARTS = {
    "cups_printer": "prints through CUPS",
    "virtual_screen": "starts programs on an X screen",
    "forking": "ends and starves children that it forks",
}
"""What a fixture of this name gives is Linux's own: the tests that ask for it need no mark."""


def only_on_linux(why: str) -> None:
    """Called by what gives a test something that only Linux has: elsewhere the test ends here."""
    if SYSTEM == "win32":
        pytest.skip(_linux(why))


def symbolic_link(at: Path, to: Path) -> None:
    """Make one; skips the test under Wine, and where Windows' user has no right to make links."""
    if under_wine():
        pytest.skip(_not_wine("symbolic links"))
    try:
        at.symlink_to(to)
    except OSError:
        if SYSTEM != "win32":
            raise
        pytest.skip("this user of Windows may make no symbolic links")


def possible_name(name: str) -> str:
    """A file's name without what Windows forbids ("Naming Files, Paths, and Namespaces", Microsoft)."""
    return re.sub(r'[<>:"/\\|?*]', "", name) if SYSTEM == "win32" else name


def left_locks(*names: str) -> set[str]:
    """Which of these locks leave their file behind when they are released: filelock removes it on Windows."""
    return set() if SYSTEM == "win32" else set(names)


def for_owner_alone(path: Path) -> bool:
    """Whether nobody else may use a file. On Windows the rights of its folder hold."""
    return SYSTEM == "win32" or path.stat().st_mode & 0o077 == 0


def under_wine() -> bool:
    """Whether this is a Windows process that Wine runs."""
    if SYSTEM != "win32":
        return False
    library = ctypes.WinDLL("ntdll")  # type: ignore[attr-defined,unused-ignore]
    return hasattr(library, "wine_get_version")


def why_not_here(item: pytest.Item) -> str | None:
    """Why this system cannot run a test; None where it can."""
    if SYSTEM != "win32":
        mark = item.get_closest_marker("windows")
        return None if mark is None else f"Windows' own: {mark.args[0]}"
    if (mark := item.get_closest_marker("linux")) is not None:
        return _linux(*mark.args)
    for name in getattr(item, "fixturenames", ()):
        if name in LINUX_PARTS:
            return _linux(LINUX_PARTS[name])
    if (mark := item.get_closest_marker("not_wine")) is not None and under_wine():
        return _not_wine(*mark.args)
    return None


def _linux(why: str) -> str:
    return f"Linux's own: {why}"


def _not_wine(why: str) -> str:
    return f"Wine lacks it, and it was not run on Windows: {why}"
