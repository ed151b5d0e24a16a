"""From an empty folder over a ringing phone to a returned work order, by keys alone on a real X screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.cups import CupsPrinter
from tests.helpers.secret_service import SecretService
from tests.helpers.traces import grep_tree

ROOT = Path(__file__).parents[2]
STATIONS = (
    "set up",
    "registered",
    "phone answered",
    "booked",
    "printed",
    "came back",
    "unlocked",
    "switched",
    "found again",
    "closed",
)


def test_a_first_day_at_the_front_desk(
    tmp_path: Path, secret_service: SecretService, cups_printer: CupsPrinter, virtual_screen: str
) -> None:
    assert secret_service.is_open()
    around, home = tmp_path / "around", tmp_path / "around" / "office"
    private = {name: str(around / name.lower()) for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME")}
    for folder in private.values():
        Path(folder).mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.front_desk", str(home), str(cups_printer.output)],
        env={
            **os.environ,
            **private,
            "DISPLAY": virtual_screen,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
        },
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.stdout.splitlines() == list(STATIONS), done.stderr
    assert done.returncode == 0, done.stderr
    secrets = ("髙﨑𠮷乃", "髙﨑 𠮷乃", "090-8765-5678", "09087655678", "yoshino@hidden.example", "3丁目41-7")
    assert grep_tree(around, (*secrets, "書きかけのお客様")) == []
