"""From starting the process to the painted login window: the built program against the same from source.

It measures ``build/dist/hvacdesk``, which ``installers/linux/build-deb.sh`` leaves, in turn with the source,
from outside, until each says that the first paint is over. Goal: 1.2 times.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.bench_start import ROUNDS, seconds_until_painted
from tests.benchmarks.result import Result

BUILT = Path(__file__).parents[2] / "build" / "dist" / "hvacdesk" / "hvacdesk"


def run() -> list[Result]:
    """The medians of both; nothing where there is no built program."""
    if not BUILT.exists():
        print(f"start-installed: there is no {BUILT.parent}; build-deb.sh makes it", file=sys.stderr)
        return []
    built: list[float] = []
    source: list[float] = []
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as compiled:
        asked = ["--home", home, "measure-start"]
        for _ in range(ROUNDS + 1):
            built.append(seconds_until_painted([str(BUILT), *asked], compiled))
            source.append(seconds_until_painted([sys.executable, "-m", "hvacdesk", *asked], compiled))
    return [Result("start-installed", statistics.median(built[1:]), statistics.median(source[1:]), "s", 1.2)]
