"""Runs the whole suite under Windows' Python in Wine, a piece after the other, and counts it by folder.

``python3 installers/windows/whole.py [FOLDER OR FILE…]`` gives ``test-here.sh`` the test files that it has
not run yet, some at a time, and leaves what each piece said in ``build/windows/whole``. A run that was ended
goes on where it was; ``--anew`` runs what is named although it was run, and then the later result counts.
``--table`` only prints the table. The exit status is 1 if a test failed when it last ran, or if a file was
not run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "build" / "windows" / "whole"
ORDER = ("tests/unit", "tests/integration", "tests/ui", "tests/journeys", "tests/adversary")
"""The quick ones first."""
RESULTS = ("passed", "skipped", "failed")


@dataclass
class Folder:
    """What is known of the tests of a folder."""

    results: Counter[str] = field(default_factory=Counter)
    failed_at_first: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one test went: a result, the reason of a skip, and the seconds it took."""

    result: str
    why: str
    seconds: float


def main(arguments: list[str]) -> int:
    """Run what is missing and print the table."""
    parser = argparse.ArgumentParser(description="Runs the whole suite in Wine, piece by piece.")
    parser.add_argument("named", nargs="*", help="folders or files; else all of the suite")
    parser.add_argument("--files", type=int, default=20, help="how many files a piece has")
    parser.add_argument("--anew", action="store_true", help="also what was run")
    parser.add_argument("--table", action="store_true", help="run nothing")
    options = parser.parse_args(arguments)
    os.chdir(ROOT)
    wanted = [file for name in options.named or ORDER for file in test_files(Path(name))]
    if not options.table:
        done = set() if options.anew else set(files_run())
        for piece in pieces([file for file in wanted if file not in done], options.files):
            run(piece)
    print_table()
    missing = sorted(set(wanted) - set(files_run()))
    print("\nnot run:", " ".join(missing) or "nothing")
    return int(bool(missing) or any(outcome.result == "failed" for outcome in last_outcomes().values()))


def test_files(named: Path) -> list[str]:
    """The test files of a folder, those of a lower folder together; or the one file."""
    return [str(named)] if named.is_file() else sorted(map(str, named.rglob("test_*.py")))


def pieces(files: list[str], size: int) -> Iterator[list[str]]:
    """So many files of one folder below ``tests/unit`` and the like at a time."""
    piece: list[str] = []
    for file in files:
        if len(piece) == size or (piece and Path(file).parts[1] != Path(piece[0]).parts[1]):
            yield piece
            piece = []
        piece.append(file)
    if piece:
        yield piece


def run(piece: list[str]) -> None:
    """Give a piece to test-here.sh; what it said lies beside its results."""
    PLACE.mkdir(parents=True, exist_ok=True)
    began = time.time()
    at = PLACE / f"{began:.0f}-{'-'.join(Path(piece[0]).parts[1:3]).removesuffix('.py')}"
    report = at.with_suffix(".part")
    with at.with_suffix(".txt").open("w", encoding="utf-8") as said:
        command = ("sh", "installers/windows/test-here.sh", f"--junitxml={report.relative_to(ROOT)}", *piece)
        status = subprocess.run(command, stdout=said, stderr=subprocess.STDOUT, check=False).returncode
    if status in {0, 1}:  # else the run was ended, and its files are still to be run
        at.with_suffix(".files").write_text("\n".join(piece), encoding="utf-8")
        report.rename(at.with_suffix(".xml"))
    minutes = (time.time() - began) / 60
    print(f"{len(piece)} files, {minutes:.1f} min, status {status}: {at.name}", flush=True)


def files_run() -> Iterator[str]:
    """Every file of a piece that came to its end."""
    for piece in PLACE.glob("*.files"):
        yield from piece.read_text(encoding="utf-8").splitlines()


def outcomes() -> Iterator[dict[tuple[str, str], Outcome]]:
    """What each piece found, by a test's place and name, the earliest piece first."""
    for report in sorted(PLACE.glob("*.xml")):
        found = {}
        for case in ElementTree.parse(report).iter("testcase"):
            skipped = case.find("skipped")
            result = "passed" if skipped is None else "skipped"
            if case.find("failure") is not None or case.find("error") is not None:
                result = "failed"
            why = "" if skipped is None else skipped.get("message", "")
            test = case.get("classname", ""), case.get("name", "")
            found[test] = Outcome(result, why, float(case.get("time", 0)))
        yield found


def last_outcomes() -> dict[tuple[str, str], Outcome]:
    """How each test went when its file last ran; one that has another name since is forgotten."""
    last: dict[tuple[str, str], Outcome] = {}
    for found in outcomes():
        again = {place for place, _ in found}
        last = {test: outcome for test, outcome in last.items() if test[0] not in again} | found
    return last


def print_table() -> None:
    """Counts by folder, what was skipped by reason, and what failed."""
    folders: dict[str, Folder] = {}
    last = last_outcomes()
    for (place, _), outcome in last.items():
        known = folders.setdefault(folder_of(place), Folder())
        known.results[outcome.result] += 1
        known.seconds += outcome.seconds
    every = (each for found in outcomes() for each in found.items())
    for place, _ in {test for test, outcome in every if outcome.result == "failed"}:
        folders[folder_of(place)].failed_at_first += 1
    run_of_all = files_by_folder()
    print("| folder | files | passed | skipped | failed at first | failed | minutes of a worker |")
    print("|---|---|---|---|---|---|---|")
    for name, known in sorted(folders.items()):
        counts = [known.results[result] for result in RESULTS]
        counts.insert(2, known.failed_at_first)
        numbers = " | ".join(f"{count:,}" for count in counts)
        print(f"| `{name}` | {run_of_all[name]} | {numbers} | {known.seconds / 60:.1f} |")
    total = Counter(outcome.result for outcome in last.values())
    print(
        ", ".join(f"{total[result]:,} {result}" for result in RESULTS), "in", len(set(files_run())), "files"
    )
    print("\nskipped, by reason")
    reasons = Counter(
        outcome.why.removeprefix("Skipped: ") for outcome in last.values() if outcome.result == "skipped"
    )
    for why, times in reasons.most_common():
        print(f"{times:7} {why}")
    print("\nfailed")
    for (place, name), outcome in sorted(last.items()):
        if outcome.result == "failed":
            print(f"{place}::{name}")


def files_by_folder() -> dict[str, str]:
    """How many of a folder's files were run, of how many."""
    done = set(files_run())
    ran: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for file in (file for name in ORDER for file in test_files(Path(name))):
        folder = folder_of(file.removesuffix(".py").replace("/", "."))
        there[folder] += 1
        ran[folder] += file in done
    return {name: f"{ran[name]} of {number}" for name, number in there.items()}


def folder_of(place: str) -> str:
    """``tests.unit.vault.keys.test_names.TestX``: tests/unit/vault; a file beside those: tests/unit."""
    parts = place.split(".")
    file = next(at for at, part in enumerate(parts) if part.startswith("test_"))
    return "/".join(parts[: min(file, 3)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
