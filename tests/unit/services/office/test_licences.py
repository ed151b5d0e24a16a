"""Licences: everything that is shipped is listed, with the text that its licence asks to be shipped."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import asdict
from importlib import metadata
from pathlib import Path

import pytest

from hvacdesk.resource_files import resource
from hvacdesk.services.office import licences

PROJECT = tomllib.loads((Path(__file__).parents[4] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SHORTEST = 170
"""Characters of the shortest licence that is shipped, Wintab's."""
LISTED = tomllib.loads(resource("licences", "works.toml").read_text(encoding="utf-8"))
BUNDLES = {
    "brotlicommon": "brotli",
    "brotlidec": "brotli",
    "openjp2": "openjpeg",
    "png16": "png",
    "sharpyuv": "webp",
    "webpdemux": "webp",
    "webpmux": "webp",
}
"""Libraries that lie beside pillow under another name than their work's."""


def test_every_package_that_the_program_asks_for_is_looked_for() -> None:
    asked = {re.split(r"[>=<]", line)[0] for line in PROJECT["dependencies"]}
    assert set(licences.REQUIRED) == asked


def test_every_work_has_a_licence_and_its_text() -> None:
    found = licences.collect()
    names = [work.name for work in found]
    assert {"Qt for Python (PySide6, shiboken6), Qt", "SQLCipher", "Lucide", "cffi", "Mako"} <= set(names)
    assert len(names) == len(set(names))
    assert [work.name for work in found if not work.licence] == []
    assert [work.name for work in found if len(work.text) < SHORTEST] == []
    assert "pytest" not in names


def test_every_text_in_the_folder_belongs_to_a_work() -> None:
    entries = (*LISTED["works"], *LISTED["packages"].values())
    used = {text for entry in entries for text in entry.get("texts", ())}
    lying = {f"licences/{path.name}" for path in resource("licences").iterdir() if path.suffix == ".txt"}
    assert {text for text in used if text.startswith("licences/")} == lying


@pytest.mark.parametrize("package", sorted(LISTED["compared"]))
def test_the_list_was_compared_with_what_is_shipped(package: str) -> None:
    """A new version may have other works inside: look, correct works.toml, and note the version there."""
    assert metadata.version(package) == LISTED["compared"][package]


def test_every_rust_library_inside_cryptography_is_named() -> None:
    (bill,) = (file for file in metadata.files("cryptography") or () if "rust.cyclonedx" in file.name)
    inside = json.loads(bill.read_text(encoding="utf-8"))["components"]
    named = resource("licences", "Rust-libraries.txt").read_text(encoding="utf-8").splitlines()
    shipped = [f"{one['name']} {one['version']}" for one in inside if one.get("scope") != "excluded"]
    assert [line.split(":")[0] for line in named] == shipped


def test_every_library_beside_pillow_is_in_its_licence() -> None:
    (pillow,) = (work for work in licences.collect() if work.name == "pillow")
    beside = [file.name for file in metadata.files("pillow") or () if "pillow.libs" in file.parts]
    works = {re.split("[-.]", name.removeprefix("lib"))[0] for name in beside}
    assert [work for work in works if BUNDLES.get(work, work).lower() not in pillow.text.lower()] == []


@pytest.mark.linux("libraries of Linux's wheels; Windows' lie otherwise")
def test_every_library_of_qt_is_qts_own_or_a_listed_work() -> None:
    files = (file for name in ("PySide6-Essentials", "PySide6-Pdf") for file in metadata.files(name) or ())
    beside = {file.name for file in files if file.match("PySide6/Qt/lib/*.so*")}
    assert {name for name in beside if not name.startswith(("libQt6", "libicu"))} == set()


def test_the_built_programs_list_is_read_as_it_was_written() -> None:
    found = licences.collect()
    assert json.loads(licences.as_json(found)) == [asdict(work) for work in found]
