"""Text that is read or written says in which encoding: the system's own is not the same everywhere.

On a Japanese Windows it is code page 932, on others one without Japanese. ruff's PLW1514 finds such calls
only where it can tell what the object is.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for top in ("hvacdesk", "tests", "installers") for path in (ROOT / top).rglob("*.py"))
MODES = set("rwax+t")
PROGRAMS = {"run", "Popen", "check_output"}


def unnamed(source: str) -> list[int]:
    """The lines with a call that reads or writes text and leaves the encoding to the system."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if _leaves_it_open(call)]


def _leaves_it_open(call: ast.Call) -> bool:
    named = {keyword.arg for keyword in call.keywords}
    if "encoding" in named:
        return False
    match call.func:
        case ast.Attribute(attr="read_text"):
            return not call.args
        case ast.Attribute(attr="write_text"):
            return len(call.args) == 1
        case ast.Attribute(attr="open"):
            return bool(call.args) and _is_text(call.args[0])
        case ast.Name(id="open") | ast.Attribute(attr="fdopen"):
            return len(call.args) == 1 or _is_text(call.args[1])
        case ast.Attribute(attr=attribute):
            return attribute in PROGRAMS and bool(named & {"text", "universal_newlines"})
    return False


def _is_text(mode: ast.expr) -> bool:
    return isinstance(mode, ast.Constant) and isinstance(mode.value, str) and set(mode.value) <= MODES


def test_all_text_names_its_encoding() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in SOURCES
        for line in unnamed(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "path.read_text()",
        "path.write_text(text)",
        "path.open('w')",
        "open(path)",
        "os.fdopen(descriptor, 'r')",
        "subprocess.run(command, text=True)",
    ],
)
def test_what_leaves_it_open_is_found(source: str) -> None:
    assert unnamed(source) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "read_text(pdf)",
        "path.write_text(text, encoding='utf-8')",
        "path.open('rb')",
        "dialog.open()",
        "webbrowser.open(address)",
        "os.fdopen(descriptor, 'r+b')",
        "subprocess.run(command, encoding='utf-8')",
    ],
)
def test_what_names_it_or_is_no_text_passes(source: str) -> None:
    assert unnamed(source) == []
