"""Looks for values that must not be left in files after a tour, a print or a disposal."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.tools import run_tool

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp932", "euc_jp")
SHORTEST = 2
"""Shorter values turn up in any file by chance."""


@dataclass(frozen=True)
class Hit:
    """One value found in one file; ``form`` is the encoding, or where in the file it was."""

    path: Path
    value: str
    form: str


def grep_tree(folder: Path, values: Iterable[str]) -> list[Hit]:
    """Every value that a file below ``folder`` holds, in its name or its content.

    Content is searched in the encodings that Japanese text is stored in and with JSON's escapes; zip archives
    (Excel files too) are opened, and PDFs are also searched in their text and metadata.

    Raises:
        ValueError: a value is shorter than :data:`SHORTEST` characters.
    """
    needles = [(value, form, coded) for value in sorted(set(values)) for form, coded in _forms(value)]
    return [hit for path in _files(folder) for hit in _grep_file(path, path.relative_to(folder), needles)]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def _forms(value: str) -> Iterator[tuple[str, bytes]]:
    if len(value) < SHORTEST:
        raise ValueError(f"a value of less than {SHORTEST} characters cannot be looked for")
    seen: set[bytes] = set()
    escaped = json.dumps(value)[1:-1].encode()
    for form, coded in [*((name, value.encode(name, "ignore")) for name in ENCODINGS), ("json", escaped)]:
        # Where an encoding lacks a character, what is left of the value would match by chance.
        complete = form == "json" or coded.decode(form) == value
        if complete and coded not in seen:
            seen.add(coded)
            yield form, coded


def _grep_file(path: Path, name: Path, needles: list[tuple[str, str, bytes]]) -> Iterator[Hit]:
    for part, content in [("name", str(name).encode()), *_contents(path)]:
        for value, form, coded in needles:
            if coded in content:
                yield Hit(path, value, f"{part} {form}".strip())


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    raw = path.read_bytes()
    yield "", raw
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for member in archive.namelist():
                yield f"{member}:", archive.read(member)
    if raw.startswith(b"%PDF"):
        for command in (["pdftotext", "-", "-"], ["pdfinfo", "-enc", "UTF-8", "-"]):
            yield f"{command[0]}:", run_tool(command, raw)
