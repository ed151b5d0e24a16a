"""From starting the process to the painted login window, against a bare PySide6 window. Goal: 1.7 times that.

Both are whole processes, measured from outside until they say that the first paint is over. The runs
alternate, so that a change of the machine's pace touches both alike. Both find their modules compiled, as an
installed program does, also where the environment lets Python keep none.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

from tests.benchmarks.result import Result

ROUNDS = 9

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel

class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)

app = QApplication(sys.argv[:1])
window = Window("hvacdesk")
window.resize(480, 560)
window.show()
app.processEvents()
"""

OURS = """
import sys
from pathlib import Path
from hvacdesk.commands.measure_start import run

run(Path(sys.argv[1]))
"""


def run() -> list[Result]:
    """The medians of both."""
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as compiled:
        ours: list[float] = []
        bare: list[float] = []
        for _ in range(ROUNDS + 1):  # the first compiles
            bare.append(seconds_until_painted([sys.executable, "-c", BARE], compiled))
            ours.append(seconds_until_painted([sys.executable, "-c", OURS, home], compiled))
    return [Result("start", statistics.median(ours[1:]), statistics.median(bare[1:]), "s", 1.7)]


def seconds_until_painted(command: list[str], compiled: str) -> float:
    """How long a program takes until it says that its window was painted.

    Args:
        compiled: the folder where Python keeps the compiled modules.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", env=environment) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - began
    if line.strip() != "painted":
        raise RuntimeError("the window was not painted")
    return took
