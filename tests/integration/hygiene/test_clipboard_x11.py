"""Two programs on one real X screen: what ours copied, and what the other one sees of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
HINT = "x-kde-passwordManagerHint"
NOTHING = ["", []]


class Program:
    """One of the two, told what to do line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def tell(self, command: str) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def look(self) -> dict[str, Any]:
        found: dict[str, Any] = self.tell("look")
        return found


@contextmanager
def program(which: str, display: str) -> Iterator[Program]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.integration.hygiene.copier", which],
        cwd=ROOT,
        env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        try:
            yield Program(process)
        finally:
            process.kill()


@pytest.fixture
def ours(virtual_screen: str) -> Iterator[Program]:
    with program("ours", virtual_screen) as started:
        yield started


@pytest.fixture
def other(virtual_screen: str) -> Iterator[Program]:
    with program("other", virtual_screen) as started:
        yield started


def test_the_other_program_sees_the_mark_on_what_a_plain_field_copied(ours: Program, other: Program) -> None:
    ours.tell("copy 090-8765-5678")
    text, formats = other.look()["Clipboard"]
    assert text == "090-8765-5678"
    assert HINT in formats
    other.tell("copy theirs")
    assert HINT not in ours.look()["Clipboard"][1], "the other program's own copy carries no mark"


def test_the_selection_for_the_middle_button_carries_it_too(ours: Program, other: Program) -> None:
    ours.tell("select 090-8765-5678")
    text, formats = other.look()["Selection"]
    assert (text, HINT in formats) == ("090-8765-5678", True)
    ours.tell("forget")
    assert other.look()["Selection"] == NOTHING


def test_it_is_cleared_only_while_it_is_ours(ours: Program, other: Program) -> None:
    ours.tell("copy 090-8765-5678")
    ours.tell("forget")
    assert other.look()["Clipboard"] == NOTHING
    ours.tell("copy 090-8765-5678")
    other.tell("copy theirs")
    ours.tell("forget")
    assert ours.look()["Clipboard"][0] == "theirs"


def test_the_end_of_the_program_takes_it_away(ours: Program, other: Program) -> None:
    ours.tell("copy 090-8765-5678")
    ours.tell("end")
    ours.process.wait(30)
    assert other.look()["Clipboard"] == NOTHING
