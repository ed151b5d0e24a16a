"""Licences: everything that is shipped is listed, with the text that its licence asks to be shipped."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import asdict
from pathlib import Path

from hvacdesk.services import licences

PROJECT = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WITHOUT_TEXT = {"PyInstaller's start program", "PySide6_Essentials", "PySide6_Pdf", "shiboken6"}
"""Qt's licence stands once, under Qt; the start program's exception asks for none."""
INSIDE_QT = {"ICU", "PDFium", "FreeType", "OpenJPEG", "HarfBuzz", "PCRE2", "libpng", "libjpeg-turbo", "MD4C"}


def test_every_package_that_the_program_asks_for_is_looked_for() -> None:
    asked = {re.split(r"[>=<]", line)[0] for line in PROJECT["dependencies"]}
    assert set(licences.REQUIRED) == asked


def test_every_work_has_a_licence_and_its_text() -> None:
    found = licences.collect()
    names = [work.name for work in found]
    assert {"Qt for Python (PySide6, shiboken6), Qt", "SQLCipher", "Lucide", "cffi", "Mako"} <= set(names)
    assert set(names) >= INSIDE_QT
    assert len(names) == len(set(names))
    assert [work.name for work in found if not work.licence] == []
    assert {work.name for work in found if not work.text} == WITHOUT_TEXT
    assert "pytest" not in names


def test_the_built_programs_list_is_read_as_it_was_written() -> None:
    found = licences.collect()
    assert json.loads(licences.as_json(found)) == [asdict(work) for work in found]
