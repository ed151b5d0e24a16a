"""Rules put in force, read, trained and let pass, in real windows on a real X screen with a real printer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.cups import CupsPrinter
from tests.helpers.secret_service import SecretService

ROOT = Path(__file__).parents[2]
STATIONS = ("in force", "read", "trained", "recorded", "overdue", "trained", "open again", "closed")


def test_rules_are_read_trained_and_held_to(
    tmp_path: Path, secret_service: SecretService, cups_printer: CupsPrinter, virtual_screen: str
) -> None:
    assert secret_service.is_open()
    around, home = tmp_path / "around", tmp_path / "around" / "office"
    private = {name: str(around / name.lower()) for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME")}
    for folder in private.values():
        Path(folder).mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.rules", str(home), str(cups_printer.output)],
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
