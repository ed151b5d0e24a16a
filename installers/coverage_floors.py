"""Holds what the tests reach of the program against the floors in pyproject.toml: ``tool.hvacdesk.coverage``.

``python installers/coverage_floors.py REPORT``: REPORT is what ``coverage json`` wrote. Each part has a floor
in per cent of its lines and branches. Prints what each part reaches, and of a part below its floor the lines
and branches that no test comes to. The status is not 0 if a part is below its floor.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Part:
    """What of a part of the program is reached.

    Attributes:
        name: its file or folder.
        floor: per cent of its lines and branches that must be reached.
        there: how many lines and branches it has.
        reached: how many of them.
        gaps: of each file what is not reached, for a person to read.
    """

    name: str
    floor: float
    there: int = 0
    reached: int = 0
    gaps: list[str] = field(default_factory=list)

    def holds(self, path: str) -> bool:
        """Whether a file belongs to it."""
        return path == self.name or path.startswith(f"{self.name}/")

    def add(self, path: str, told: Mapping[str, Any]) -> None:
        """Count a file."""
        sums = told["summary"]
        self.there += sums["num_statements"] + sums["num_branches"]
        self.reached += sums["covered_lines"] + sums["covered_branches"]
        if missing := ", ".join(_missing(told)):
            self.gaps.append(f"{path}: {missing}")

    def per_cent(self) -> float:
        """What is reached; nothing of a part that has no file."""
        return 100 * self.reached / self.there if self.there else 0.0

    def is_low(self) -> bool:
        """Whether it is below its floor."""
        return self.per_cent() < self.floor


def parts_of(floors: Mapping[str, float], files: Mapping[str, Any]) -> list[Part]:
    """Each part with its sums; a file may belong to several."""
    parts = [Part(name, floor) for name, floor in floors.items()]
    for path, told in sorted(files.items()):
        for part in parts:
            if part.holds(path):
                part.add(path, told)
    return parts


def _missing(told: Mapping[str, Any]) -> Iterator[str]:
    """Lines that are not reached, neighbours together; and ways out of reached lines that are never taken."""
    lines: list[int] = told["missing_lines"]
    first = last = None
    for line in [*lines, None]:
        if last is not None and line == last + 1:
            last = line
            continue
        if first is not None:
            yield str(first) if first == last else f"{first}-{last}"
        first = last = line
    for start, end in told["missing_branches"]:
        if start not in lines and end not in lines:
            yield f"{start}->{'end' if end < 0 else end}"


def main(report: Path) -> int:
    """Print the table, and what is missing below it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    parts = parts_of(settings["tool"]["hvacdesk"]["coverage"], files)
    for part in parts:
        verdict = "below its floor" if part.is_low() else ""
        print(f"{part.per_cent():6.2f} %  at least {part.floor:3} %  {part.name}  {verdict}".rstrip())
    low = [part for part in parts if part.is_low()]
    for part in low:
        print(f"\nof {part.name} no test comes to:")
        print("\n".join(part.gaps) or "anything: there is no such file")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
