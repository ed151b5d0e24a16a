"""A journey through real windows, as a program of its own on a screen of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.helpers.cups import CupsPrinter

AT_BOTH_PCS = pytest.mark.parametrize(
    "reach", [False, True], ids=("at the office PC", "at a seat"), indirect=True
)
"""Of a journey whose window may be on another PC than the office."""
ROOT = Path(__file__).parents[2]
LONGEST_SECONDS = 300


def home_of(around: Path) -> Path:
    """The home folder of whom a journey is of."""
    return around / "home"


def travel(
    journey: str, around: Path, printer: CupsPrinter, screen: str, stations: Sequence[str], *more: str
) -> None:
    """Run a module of tests/journeys; it writes each station that it reaches, and fails where one is missing.

    Args:
        around: a folder for the office and for all that the program may write besides.
        more: what else the module is told.
    """
    private = {name: str(around / name.lower()) for name in ("TMPDIR", "XDG_CONFIG_HOME")}
    private["HOME"] = str(home_of(around))
    for folder in private.values():
        Path(folder).mkdir(parents=True)
    told = (str(around / "office"), str(printer.output), *more)
    done = subprocess.run(
        [sys.executable, "-m", f"tests.journeys.{journey}", *told],
        env={
            **os.environ,
            **private,
            "DISPLAY": screen,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
        },
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LONGEST_SECONDS,
    )
    assert done.stdout.splitlines() == list(stations), done.stderr
    assert done.returncode == 0, done.stderr
